"""Offices that a verb gives: X является депутатом, директором назначена Y, сопредседателями избраны X и Y."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses
from onrecord.extract.ru.names import people
from onrecord.extract.ru.positions import charges
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import gender, model, vocabulary
from onrecord.model import Person, Span


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the words of its title and what they govern; `past` where the verb says that somebody was it."""

    person: Person
    title: tuple[Token, ...]
    span: Span
    past: bool


def find(reading: Reading, entities: Entities) -> Iterator[Office]:
    """Yield the offices, in text order, one for each person of a subject."""
    for token in reading.tokens:
        if (held := _held(reading, entities, token)) is not None:
            yield held
            continue
        if " Ins" not in token.tag or not people.is_title(token) or entities.at(token) is not None:
            continue
        verb = _verb(token)
        if verb is None:
            yield from _named_to(token, entities)
            continue
        title = _phrase(token, entities)
        of_body = any(entities.organization_at(t) is not None for t in title)
        if model.lemma(token.text) in vocabulary.words("titles", "of_occasions") and not of_body:
            continue  # who moderates a session has a role there, and no office
        copula = token.child("cop")
        persons = _given_to(reading, entities, verb, copula, title)
        if " Sing" in token.tag and len(persons) > 1:
            persons = persons[:1]
        told = copula or verb
        past = model.lemma(told.text) in vocabulary.words("titles", "served") and " Past" in told.tag
        for person, span in persons:
            start, end = min(title[0].start, span.start), max(title[-1].end, span.end)
            yield Office(person, title, Span(start, end), past)


def _given_to(
    reading: Reading, entities: Entities, verb: Token, copula: Token | None, title: tuple[Token, ...]
) -> list[tuple[Person, Span]]:
    """Return to whom a verb gives an office: its subject, or its object where somebody appoints (назначил X послом)."""
    moves = (vocabulary.words("titles", key) for key in ("appointing_others", "dismissing"))
    appoints = verb.tag.startswith("VERB Fin") and not verb.lower.endswith("ся")
    appoints = appoints and any(model.lemma(verb.text) in verbs for verbs in moves)
    receiver = verb.child("obj") if appoints else verb.child("nsubj", "nsubj:pass")
    if receiver is None and not appoints and verb.dep == "conj" and (verb.head in title or verb.head.tag.startswith("VERB")):
        receiver = verb.head.child("nsubj", "nsubj:pass")  # X вернулся и назначен послом; Чрезвычайным и Полномочным Послом
    persons = _persons(receiver, entities, title) if receiver is not None else []
    if persons or appoints:
        return persons
    return _right_before(entities, verb) or _meant(reading, entities, copula or verb, receiver)


def _right_before(entities: Entities, verb: Token) -> list[tuple[Person, Span]]:
    """Return the person named right before who was given an office, whom the parser may hang elsewhere: X назначен послом."""
    before = verb.nbor(-1)
    if before is None or before.sentence != verb.sentence or not verb.tag.startswith("VERB Part"):
        return []
    return [(who, s) for s, who in entities.within(before.span) if isinstance(who, Person)]


def _named_to(token: Token, entities: Entities) -> Iterator[Office]:
    """Yield the office that a noun gives: указ о назначении X представителем."""
    giving = token.head
    if (
        giving is token
        or not giving.tag.startswith("NOUN")
        or model.lemma(giving.text) not in vocabulary.words("titles", "given")
    ):
        return
    whose = next((t for t in giving.children if " Gen" in t.tag and entities.person_at(t) is not None), None)
    for person, span in _persons(whose, entities, ()) if whose is not None else ():
        title = _phrase(token, entities)
        yield Office(person, title, Span(span.start, title[-1].end), False)


def _held(reading: Reading, entities: Entities, token: Token) -> Office | None:
    """Return the office behind the noun for a post that somebody holds or held: занимает пост директора."""
    post = token.nbor(-1)
    while post is not None and post.sentence == token.sentence and (post.tag.startswith("ADJ Gen") or post.lower == "и"):
        post = post.nbor(-1)  # пост генерального директора, должность чрезвычайного и полномочного посла
    if " Gen" not in token.tag or not people.is_title(token) or post is None or post.sentence != token.sentence:
        return None
    if model.lemma(post.text) not in ("пост", "должность") or entities.at(token) is not None:
        return None
    verb = post.head
    moved = _moved(post, verb)
    if not verb.tag.startswith("VERB") or not (moved or model.lemma(verb.text) in vocabulary.words("titles", "holding_posts")):
        return None
    title = _phrase(token, entities)
    first = reading.tokens[post.i + 1]
    if title and first.i < title[0].i:
        title = (*reading.tokens[first.i : title[0].i], *title)
    subject = verb.child("nsubj") if verb.tag.startswith("VERB Fin") else None
    if moved:
        persons = _given_to(reading, entities, verb, None, title)
    else:
        persons = _persons(subject, entities, title) if subject is not None else []
    persons = persons or _meant(reading, entities, verb, subject)
    if not persons and verb.tag.startswith("VERB Part"):
        described = charges.bearer(reading, entities, verb)
        persons = [(described, max(s for s in described.mentions if s.end <= verb.start))] if described is not None else []
    if not persons:
        return None
    person, span = persons[0]
    left = model.lemma(verb.text) in ("покинуть", "оставить")
    past = left or moved == "from" or (" Past" in verb.tag and model.lemma(verb.text) in ("занимать", "замещать"))
    return Office(person, title, Span(min(span.start, title[0].start), max(span.end, title[-1].end)), past)


def _moved(post: Token, verb: Token) -> str:
    """Tell whether somebody is put on a post (to) or taken from it (from), or none of both: освобождён от должности посла."""
    case = post.child("case")
    if case is None:
        return ""
    lemma = model.lemma(verb.text)
    if case.lower == "на" and lemma in vocabulary.words("titles", "appointing_others"):
        return "to"
    return "from" if case.lower in ("от", "с") and lemma in vocabulary.words("titles", "dismissing") else ""


def _meant(reading: Reading, entities: Entities, verb: Token, subject: Token | None) -> list[tuple[Person, Span]]:
    """Return whom он or она, or no subject at all, means in lines of a life: Ранее он занимал пост консула. Работал послом."""
    if " Past Sing" not in verb.tag or not (subject is None or subject.lower in ("он", "она")):
        return []
    sentence = reading.sentence_of(verb)
    before = clauses.sentence_before(reading, sentence)
    inside = {e.id: (e, s) for s, e in entities.within(Span(sentence.span.start, verb.start)) if isinstance(e, Person)}
    if subject is not None and len(inside) == 1:
        return list(inside.values())  # X назначен послом, он освобожден от должности директора
    if before is None or (subject is None and verb.dep != "root") or entities.within(Span(sentence.span.start, verb.start)):
        return []
    named = {e.id: (e, s) for s, e in entities.within(before.span) if isinstance(e, Person)}
    wanted = gender.of_verb(verb.tag)
    told = [pair for pair in named.values() if gender.of_name(pair[0].name) in (None, wanted)]
    return told if len(named) == len(told) == 1 else []


def _verb(title: Token) -> Token | None:
    """Return the verb that gives an office to its subject: the governor of the title, or the copula that hangs on it."""
    gives = vocabulary.words("titles", "appointing")
    copula = title.child("cop")
    if copula is not None and model.lemma(copula.text) in gives:
        return title
    head = title.head
    return head if head is not title and model.lemma(head.text) in gives else None


def _phrase(head: Token, entities: Entities) -> tuple[Token, ...]:
    """Return the title with the adjectives before it and the genitives and bodies behind it."""
    tokens = [head]
    while (before := tokens[0].nbor(-1)) is not None and before.sentence == head.sentence and _describes(before, tokens[0]):
        tokens.insert(0, before)
    while (after := tokens[-1].nbor()) is not None and after.sentence == head.sentence:
        body = entities.at(after)
        if isinstance(body, Person) or not (
            body is not None or " Gen" in after.tag or after.lower == "по" or _of_charge(after) or _is_post(after, head)
        ):
            break
        tokens.append(after)
    return tuple(tokens)


def _describes(before: Token, first: Token) -> bool:
    """Tell whether a word is an adjective of an office, or joins two: Чрезвычайным и Полномочным Послом."""
    joined = before.lower == "и" and first.tag.startswith("ADJ Ins")
    earlier = before.nbor(-1) if joined else None
    return before.tag.startswith("ADJ Ins") or (earlier is not None and earlier.tag.startswith("ADJ Ins"))


def _is_post(token: Token, head: Token) -> bool:
    """Tell whether words say where an envoy is posted: послом Казахстана в Республике Корея."""
    if not model.lemma(head.text).endswith(("посол", "консул", "посланник", "представитель")):
        return False
    after, before = token.nbor(), token.nbor(-1)
    sent = before is not head  # послом в Японии names no country that sends
    leads = sent and token.lower in ("в", "во", "при") and after is not None and after.entity in ("LOC", "ORG")
    leads = leads or (token.lower == "при" and after is not None and " Loc" in after.tag)
    if before is not None and " Loc" in token.tag and (before.lower == "при" or before.tag.startswith("ADJ Loc")):
        return True  # при международных организациях
    led = before is not None and (before.lower in ("в", "во", "при") or model.lemma(before.text) == "республика")
    further = before is not None and before.entity == token.entity == "LOC" and not token.begins  # в Соединенных Штатах
    return leads or further or (led and token.entity == "LOC")


def _of_charge(token: Token) -> bool:
    before = token.nbor(-1)
    return " Dat" in token.tag and before is not None and (before.lower == "по" or " Dat" in before.tag)


def _persons(subject: Token, entities: Entities, title: tuple[Token, ...]) -> list[tuple[Person, Span]]:
    """Return the persons that a subject names at its head or behind an office, and those that и joins to them."""
    heads = [subject, *(t for t in subject.subtree if t.dep in ("conj", "flat:name", "appos"))]
    found: dict[str, tuple[Person, Span]] = {}
    for token in (t for t in heads if t not in title):
        person = entities.person_at(token)
        if person is not None:
            span = next(s for s, e in entities.within(token.span) if e is person)
            found.setdefault(person.id, (person, span))
    return list(found.values())
