"""Unnamed groups that took part in an occasion: участвовали депутаты парламента и сотрудники посольства."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Sentence, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Person, Span

LONGEST = 9
"""Words of a group with what it belongs to at most."""


def taking_part(entities: Entities, sentence: Sentence) -> list[Span]:
    """Return the words for groups that are the subject of a verb of taking part, or met with by one of meeting.

    Args:
        entities: who and what it names.
        sentence: the sentence, which is about an occasion.
    """
    found: list[Span] = []
    if sentence.tokens[0].lower == "среди":  # Среди зрителей – ветераны движения, студенты
        listed = [t for t in sentence.tokens if " Nom Plur" in t.tag and _is_group(entities, t)]
        for head in listed:
            span = extent(entities, head)
            if not any(span.overlaps(other) for other in found) and not any(
                isinstance(e, Person) for _, e in entities.within(span)
            ):
                found.append(span)
    table = vocabulary.load("gatherings")
    for verb in (t for t in sentence.tokens if t.tag.startswith("VERB Fin")):
        lemma = model.lemma(verb.text)
        joins = lemma in table["joining"] or (lemma == "принять" and any(t.lower == "участие" for t in verb.children))
        joins = joins or (lemma == "совершить" and any(model.lemma(t.text) in _JOURNEYS for t in verb.children))
        meets = lemma in ("принять", "встретиться")
        if not joins and not meets:
            continue
        heads = [t for t in verb.subtree if t.sentence == sentence.i and _is_group(entities, t)]
        for head in heads:
            root = _first_joined(head)
            fits = (joins and " Nom" in head.tag and root.dep in ("nsubj", "nsubj:pass") and root.head is verb) or (
                meets and " Ins" in head.tag and root.child("case") is not None and root.head is verb
            )
            if fits:
                _add(entities, sentence, head, found)
    for head in (t for t in sentence.tokens if _is_told(t) and _is_group(entities, t)):
        _add(entities, sentence, head, found)
    return found


def _add(entities: Entities, sentence: Sentence, head: Token, found: list[Span]) -> None:
    """Add the words for a group, where they name nobody and are not added yet."""
    span = extent(entities, head)
    if _is_led(entities, span, sentence) or _names_them(entities, span, sentence):
        return
    if not any(span.overlaps(other) for other in found) and not any(isinstance(e, Person) for _, e in entities.within(span)):
        found.append(span)


def _is_told(token: Token) -> bool:
    """Tell whether the words beside a plural say that those took part: с участием экспертов, участниками стали физики."""
    root = _first_joined(token)
    governor, case = root.head, root.child("case")
    table = vocabulary.load("gatherings")
    if " Gen" in token.tag and case is None:
        of = governor.child("case") if model.lemma(governor.text) in _PARTS else None
        return of is not None and of.lower in ("с", "при", "в") and governor.i < root.i
    itself = model.lemma(token.text) in table["attenders"]
    attends = not itself and " Nom" in token.tag and root.dep in ("nsubj", "nsubj:pass") and case is None
    return attends and any(
        " Ins" in t.tag and model.lemma(t.text) in table["attenders"] for t in (governor, *governor.children)
    )


_PARTS = frozenset({"участие", "присутствие"})
"""Nouns whose genitive names those who were there."""


def _is_led(entities: Entities, group: Span, sentence: Sentence) -> bool:
    """Tell whether the one who leads a delegation is named behind it, who stands for it: делегация во главе с X."""
    behind = [t for t in sentence.tokens if t.start >= group.end]
    led = [t.lower for t in behind[:3]] == ["во", "главе", "с"]
    return led and any(entities.person_at(t) is not None for t in behind[:LONGEST_OFFICE])


def _names_them(entities: Entities, group: Span, sentence: Sentence) -> bool:
    """Tell whether the people of a group are named right behind it: сенаторы Нурия Есим и Виктор Ким."""
    after = next((t for t in sentence.tokens if t.start >= group.end), None)
    return after is not None and entities.person_at(after) is not None


LONGEST_OFFICE = 14
"""Words between a delegation and the name of whoever leads it at most."""


_JOURNEYS = frozenset({"поездка", "визит", "экскурсия"})


def _is_group(entities: Entities, token: Token) -> bool:
    """Tell whether a plural noun is for people, and no name."""
    one = model.lemma(token.text) == "делегация"
    if not token.tag.startswith("NOUN") or (" Plur" not in token.tag and not one) or entities.at(token) is not None:
        return False
    lemma = model.lemma(token.text)
    return (
        is_title(token)
        or lemma in vocabulary.load("gatherings")["crowds"]
        or lemma in vocabulary.words("gatherings", "guests")
        or lemma in vocabulary.words("cues", "groups")
    )


def is_of_others(entities: Entities, first: Token) -> bool:
    """Tell whether a body only says whose those before it are: депутаты Мажилиса, директор Горного института."""
    return _is_of_people(entities, first) or _is_of_office(first)


def _is_of_people(entities: Entities, first: Token) -> bool:
    """Tell whether a body only says whose the people before it are: депутаты Мажилиса; its representatives stand for it."""
    before = first.nbor(-1)
    while before is not None and (before.lower in ("и", "из", "от") or entities.organization_at(before) is not None):
        before = before.nbor(-1)
    people = before is not None and before.sentence == first.sentence and _is_group(entities, before)
    return people and before is not None and model.lemma(before.text) not in _STANDING_FOR


def _is_of_office(first: Token) -> bool:
    """Tell whether a body only says whose the one before it is: встретился с директором Горного института."""
    before = first.nbor(-1)
    behind = before is not None and before.sentence == first.sentence and " Gen" in first.tag
    return behind and before is not None and is_title(before) and model.lemma(before.text) not in _STANDING_FOR


_STANDING_FOR = frozenset({"представитель", "делегация", "руководство"})
"""Nouns for people who stand for their body."""


def _first_joined(token: Token) -> Token:
    """Return the first of the nouns that commas and и join to this one."""
    steps = 0
    while token.dep in ("conj", "appos") and token.head is not token and steps < LONGEST:
        token, steps = token.head, steps + 1
    return token


def extent(entities: Entities, head: Token) -> Span:
    """Return a noun with the adjectives before it and what it governs, and another noun that shares what it governs."""
    first, last = head, head
    while (before := first.nbor(-1)) is not None and before.sentence == head.sentence and before.tag.startswith("ADJ"):
        first = before
    quoted = False
    while (
        (after := last.nbor()) is not None
        and after.sentence == head.sentence
        and (after.i - head.i < LONGEST or _is_of_place(after))
    ):
        quoted = quoted or after.text == "«"
        if not (quoted and last.text != "»") and not _goes_on(entities, head, last, after):
            break
        last = after
    while last is not head and last.tag.startswith(("ADP", "CCONJ")):
        last = last.nbor(-1) or head
    return Span(first.start, last.end)


def _is_of_place(token: Token) -> bool:
    """Tell whether a word goes on with the name of a place: России и Республики Корея."""
    return token.entity == "LOC" and not token.begins


def _goes_on(entities: Entities, head: Token, last: Token, after: Token) -> bool:
    """Tell whether a word belongs to a group: ветераны и гости из Японии и Южной Кореи, сотрудники посольства."""
    if after.text == "," and last.entity == "LOC" and " Gen" in last.tag:
        then = after.nbor()
        return then is not None and then.entity == "LOC" and " Gen" in then.tag  # послы Японии, США и Кореи
    if after.entity == "LOC" and last.entity == "LOC" and not after.begins:
        return True  # Республики Узбекистан
    if after.lower in ("из", "от"):
        return last.tag.startswith(("NOUN", "PROPN"))
    if after.lower == "и":
        then = after.nbor()
        bare = last is head and then is not None and _is_group(entities, then)
        return bare or (
            then is not None and last is not head and " Gen" in last.tag and then.tag.startswith(("PROPN Gen", "ADJ Gen"))
        )
    joined = last.lower == "и" and _is_group(entities, after)
    return joined or " Gen" in after.tag or (after.tag.startswith(("ADJ", "NOUN", "PROPN")) and last.tag.startswith("ADP"))
