"""Mentions of gatherings in Russian text: the words, their type, and whether they point back to one mentioned before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from onrecord.extract.entities import Entities
from onrecord.extract.ru import passives
from onrecord.extract.ru.gatherings import holding, kinds, presented, quoted_names, receptions, signing_words
from onrecord.extract.ru.gatherings.complements import complement
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Organization, Person, Span
from onrecord.model.facts import GatheringType


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an occasion; `titled` where a title in guillemets follows, `bare` where the noun stands alone."""

    token: Token
    sentence: Sentence
    type: GatheringType
    head: str
    name: Span
    titled: bool
    bare: bool
    weak: bool
    verb: Token | None = None
    """The verb where no noun names the occasion: принял, встретилась."""
    signs: bool = False
    """The verb tells of a signing, which is an occasion of its own only on a day of its own."""
    aside: bool = False
    """The occasion is only where or when something else is: на полях форума, по итогам переговоров."""


def find(reading: Reading, entities: Entities) -> list[Mention]:
    """Return the mentions, in text order; titles inside guillemets and names of bodies are not looked into."""
    found: list[Mention] = []
    depth = 0
    for token in reading.tokens:
        depth = max(0, depth + (token.text == "«") - (token.text == "»"))
        if (
            not depth
            and (
                token.tag.startswith(("VERB Fin", "VERB Conv", "VERB Inf"))
                or passives.is_passive(token)
                or holding.is_active(token)
            )
            and (told := _verb(reading, entities, token)) is not None
        ):
            found.append(told)
        elif (
            not depth
            and (signing_words.may_tell(token) or passives.is_passive(token))
            and (signed := _signing(reading, token)) is not None
        ):
            found.append(signed)
        if not depth and (pointed := _pointed_at(reading, token, found[-1] if found else None)) is not None:
            found.append(pointed)
        if not _is_noun(token) or entities.organization_at(token) is not None:
            continue
        if depth:
            name = quoted_names.extent(reading, token)
            head = kinds.head(token) if name is not None else None
            if head is not None and name is not None:
                kind, sentence = cast("GatheringType", head[1]), reading.sentence_of(token)
                found.append(Mention(token, sentence, kind, head[0], name, titled=True, bare=False, weak=False))
            continue
        head = kinds.head(token) or quoted_names.titled_head(reading, token) or _again(token, found)
        head = head or kinds.told_head(token, {m.head for m in found})
        if head is not None and head[0] == "раунд" and not _is_round_of_talks(token):
            continue
        if head is not None and ((found and _is_of(entities, token, found[-1])) or _is_listed_only(token)):
            continue
        if head is not None:
            told = _mention(reading, token, head)
            part = told.titled and found and _is_numbered(reading, told)
            found.append(replace(told, titled=False, bare=True, weak=True) if part else told)
    return found


def _is_round_of_talks(token: Token) -> bool:
    """Tell whether a round is one of talks, or of nothing that is named: Следующий раунд, and no раунд санкций."""
    after = token.nbor()
    while after is not None and after.sentence == token.sentence and after.tag.startswith("ADJ Gen"):
        after = after.nbor()
    if after is None or after.sentence != token.sentence or not after.tag.startswith(("NOUN Gen", "PROPN Gen")):
        return True
    kind = kinds.listed().get(model.lemma(after.text))
    return kind is not None and kind[1] == "talks"


def _is_numbered(reading: Reading, told: Mention) -> bool:
    """Tell whether a mention is a part of what was named before, with its number and a title: Первая сессия «…»."""
    table = vocabulary.load("gatherings")
    numbered = (model.lemma(t.text) in table["ordinals"] for t in reading.between(told.name)[:2])
    return told.head in table["sittings"] and any(numbered)


def _is_noun(token: Token) -> bool:
    """Tell whether a word is a noun; the model takes some nouns in -ание for adjectives (ко второму совещанию)."""
    if token.tag == "ADJ":  # the model knows no case of an adjective that is a noun: видеомоста
        return model.lemma(token.text) in kinds.listed()
    return token.tag.startswith(("NOUN", "PROPN")) or (token.tag.startswith("ADJ") and token.lower.startswith("совещани"))


def _pointed_at(reading: Reading, token: Token, before: Mention | None) -> Mention | None:
    """Return the occasion named last, or the next of its kind, where a word stands for its noun: она пройдет, следующую."""
    if before is None or before.verb is not None:
        return None
    pronoun = token.lower in _PRONOUNS
    if not (_is_told_on(reading, token, before) if pronoun else _is_next_one(token, before)):
        return None
    return replace(
        before, token=token, sentence=reading.sentence_of(token), name=token.span, titled=False, bare=True, aside=False
    )


def _is_told_on(reading: Reading, token: Token, before: Mention) -> bool:
    """Tell whether the next sentence says of an occasion by a pronoun when it is held: Да, она пройдет 20 мая в Сеуле."""
    verb = token.head
    told = model.lemma(verb.text) in _TOLD_OF or verb.lower in vocabulary.load("gatherings")["planned"]
    led = reading.tokens[reading.sentence_of(token).first : token.i]
    opens = token.sentence == before.sentence.i + 1 and not any(t.tag.startswith("VERB") for t in led)
    agrees = _PRONOUNS[token.lower] in before.token.tag and (" Plur" in token.tag) == (" Plur" in before.token.tag)
    return told and opens and agrees and token.dep in ("nsubj", "nsubj:pass")


def _is_next_one(token: Token, before: Mention) -> bool:
    """Tell whether an adjective alone tells the next occasion of the kind named last: Следующую решено провести в Сеуле."""
    if not token.tag.startswith("ADJ") or token.dep not in ("obj", "nsubj", "nsubj:pass"):
        return False
    if model.lemma(token.text) not in vocabulary.load("gatherings")["others"]:
        return False
    verb = model.lemma(token.head.text)
    alike = all((form in token.tag) == (form in before.token.tag) for form in (" Fem", " Plur"))
    return alike and (verb in _TOLD_OF or verb in vocabulary.words("gatherings", "holding"))


def _again(token: Token, found: list[Mention]) -> tuple[str, str] | None:
    """Return the kind of an occasion told by two words, of which the last stands behind an ordinal: вторая школа."""
    before = token.nbor(-1)
    counts = model.lemma(before.text) if before is not None else ""
    table = vocabulary.load("gatherings")
    if counts not in table["ordinals"] and counts not in table["others"]:
        return None
    last = f" {model.lemma(token.text)}"
    return next(((m.head, m.type) for m in reversed(found) if m.head.endswith(last)), None)


_PRONOUNS = {"он": " Masc", "она": " Fem", "оно": " Neut", "они": ""}
_TOLD_OF = frozenset({"пройти", "состояться", "проходить", "запланировать", "наметить", "завершиться", "открыться", "начаться"})


def _is_of(entities: Entities, token: Token, before: Mention) -> bool:
    """Tell whether a noun only tells of what the one before it is: сессия Ассамблеи ООН; what has a title is its own."""
    after = token.nbor()
    body = entities.organization_at(after) if after is not None else None
    titled = after is not None and (after.text == "«" or (after.text[:1].isupper() and body is None))
    return before.verb is None and before.name.contains(token.span) and " Gen" in token.tag and not titled


def _is_listed_only(token: Token) -> bool:
    """Tell whether a plural only says what a document is of: План консультаций на 2023 год."""
    before = token.nbor(-1)
    written = before is not None and model.lemma(before.text) in vocabulary.words("gatherings", "documents")
    return written and " Gen" in token.tag and " Plur" in token.tag


def _verb(reading: Reading, entities: Entities, token: Token) -> Mention | None:
    """Return the meeting that a verb tells: X принял Y, X встретилась с Y."""
    if (shown := presented.name(reading, token)) is not None:
        return Mention(token, reading.sentence_of(token), "other", "презентация", shown, False, False, False, token)
    head = vocabulary.table("gatherings", "verbs").get(model.lemma(token.text))
    if head is None or not _is_once(token):
        return None
    if head in ("беседа", "переговоры") and any(t.lower.startswith(_BY_WIRE) for t in token.children):
        head = "телефонный разговор"
    if head == "визит":
        return _visit(reading, entities, token)
    guests = receptions.guest(token) if head == "прием" else partner(token) or _called(token)
    if passives.is_passive(token):  # глава делегации был принят министром
        host = passives.agent(entities, token) if head == "прием" else None
        guests = token.child("nsubj:pass", "nsubj") or passives.named_before(entities, token) if host is not None else None
    if head in ("встреча", "беседа", "переговоры") and guests is None and " Plur" in token.tag:  # их заместители встретятся
        guests = token.child("nsubj")
    host = (receptions.receiver(entities, token) or holding.subject(token)) if head == "прием" else None
    if host is not None and (
        isinstance(entities.at(host), Organization) or (" Inf" in token.tag and not _can_visit(entities, host))
    ):
        return None  # гостей примет академия, фонд планирует принять членов: the house, and no meeting
    named = guests is not None and (guests.tag.startswith("PROPN") or _are_people(guests) or receptions.points(guests))
    if guests is None or not named or (head == "встреча" and _is_seen_there(token, guests)):
        return None
    kind = cast("GatheringType", "meeting" if head in ("прием", "встреча") else kinds.listed()[head][1])
    clause = [t for t in token.subtree if t.sentence == token.sentence]
    comma = next((t.i for t in clause if t.text in (",", ":") and t.i > max(token.i, guests.i)), clause[-1].i + 1)
    joined = [t for t in token.children if t.dep == "conj" and t.tag.startswith("VERB") and t.i > guests.i]
    comma = min([comma, *(min(w.i for w in t.subtree) for t in joined)])
    words = [t for t in clause if t.i < comma and t.text not in (".", "!")]
    while len(words) > 1 and (words[0].lower in ("что", "где", "и", "а") or not words[0].text[:1].isalnum()):
        words.pop(0)
    if len(words) > 1 and _NEWS.match(words[0].text):
        words.pop(0)
    name = Span(words[0].start, receptions.with_name(entities, words[-1]).end)
    return Mention(token, reading.sentence_of(token), kind, head, name, False, False, True, token)


def _is_once(verb: Token) -> bool:
    """Tell whether a verb tells one occasion: no habit of the past (встречались), and no infinitive that nobody means to do."""
    if " Inf" in verb.tag:
        return holding.is_meant(verb)
    return " Pres" in verb.tag or model.lemma(verb.text) not in vocabulary.load("gatherings")["lasting"]


_BY_WIRE = ("телефон", "видеосвяз", "видеоконференцсвяз")
"""How words begin that say that people talked from afar: переговорили по телефону."""


def _called(verb: Token) -> Token | None:
    """Return whom somebody rang up: позвонил президенту."""
    if model.lemma(verb.text) not in vocabulary.words("gatherings", "calling"):
        return None
    return next((t for t in verb.children if " Dat" in t.tag and t.child("case") is None), None)


def _is_seen_there(verb: Token, guests: Token) -> bool:
    """Tell whether people without a name are met where somebody is told to be: побывал в Оше и пообщался со студентами."""
    first = verb.head if verb.dep == "conj" else verb
    verbs = [t for t in (first, *first.children) if t.i < verb.i and t.tag.startswith("VERB Fin")]
    visits = any(vocabulary.table("gatherings", "verbs").get(model.lemma(t.text)) == "визит" for t in verbs)
    return visits and " Plur" in guests.tag and not guests.tag.startswith("PROPN")


_NEWS = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}$")
"""The day before an item of news: 30.10.2023 Посол встретился с ректором."""


def _visit(reading: Reading, entities: Entities, token: Token) -> Mention | None:
    """Return the visit that a verb tells: делегация посетила площадку, завтра X отправится в Курчатов."""
    clause = [t for t in token.subtree if t.sentence == token.sentence]
    lemma = model.lemma(token.text)
    shown = vocabulary.words("gatherings", "shown")
    if lemma == "ознакомиться" and not any(_with(t) and model.lemma(t.text) in shown for t in token.children):
        return None
    goes = lemma not in vocabulary.words("gatherings", "seeing")
    places = ("LOC", "ORG") if lemma in vocabulary.words("gatherings", "being") else ("LOC",)
    seen = next((t for t in clause if t.i > token.i and t.entity in places and _into(t)), None) if goes else seen_by(token)
    subjects = [t for t in token.children if t.dep == "nsubj" and t is not seen]
    meant = holding.subject(token) if not (subjects or token.tag.startswith("VERB Fin")) else None
    subjects = [meant] if meant is not None else subjects
    leaves = lemma in vocabulary.words("gatherings", "leaving")
    if not (subjects or leaves) and token.dep in ("conj", "parataxis") and token.head.i < token.i:  # …, после чего посетит …
        subjects = [t for t in token.head.children if t.dep == "nsubj" and " Sing" in t.tag and " Sing" in token.tag]
    who = next((t for t in subjects if _can_visit(entities, t)), None)
    if who is None or seen is None or not _is_proper(seen) or kinds.listed().get(model.lemma(seen.text)) is not None:
        return None
    own = who if who.head is token else token  # the subject of the verb before is no word of this visit
    first, last = min(own.i, seen.i, token.i), max(who.i, seen.i, token.i)
    ends = [t.i for t in clause if t.i > last and t.text in ",:(—–"]
    words = [t for t in clause if t.i < min(ends, default=clause[-1].i + 1) and t.text not in ".!"]
    words = [t for t in words if t.i >= first] or [token]
    name = Span(words[0].start, words[-1].end)
    return Mention(token, reading.sentence_of(token), "visit", "визит", name, False, False, True, token)


def _is_proper(seen: Token) -> bool:
    """Tell whether what is visited is named: a town, a body, a part of one, a thing with a name in guillemets."""
    before, after = seen.nbor(-1), seen.nbor()
    opens = before is None or before.sentence != seen.sentence
    if any(t.dep == "nmod" and t.i > seen.i and t.entity in ("ORG", "LOC") for t in seen.subtree):
        return True  # посетила лаборатории Агентства, ознакомилась с работой станции Института
    return seen.entity in ("ORG", "LOC") or (after is not None and after.text == "«") or (seen.text[:1].isupper() and not opens)


def seen_by(verb: Token) -> Token | None:
    """Return what is visited: the object, or the thing that the parser takes for the subject before the verb."""
    told = verb.child("obj") or partner(verb)
    subjects = [t for t in verb.children if t.dep == "nsubj"]
    if told is None and len(subjects) > 1 and " Acc" in subjects[-1].tag and subjects[0].i < verb.i < subjects[-1].i:
        return subjects[-1]  # делегация посетила Сеул
    return told or next((t for t in subjects if t.i < verb.i and " Sing" in t.tag and " Plur" in verb.tag), None)


def _into(token: Token) -> bool:
    before = token.child("case") or token.nbor(-1)
    return before is not None and before.lower in ("в", "во")


def _can_visit(entities: Entities, token: Token) -> bool:
    return isinstance(entities.at(token), Person) or _are_people(token) or model.lemma(token.text) == "делегация"


def _signing(reading: Reading, token: Token) -> Mention | None:
    """Return the ceremony that a verb tells with its day: 4 октября в Курчатове X и Y заключили меморандум."""
    document = signing_words.signed(token)
    if document is None:
        return None
    name = Span(token.start, complement(document).end)
    verb = None if token.tag.startswith("NOUN") else token
    sentence = reading.sentence_of(token)
    return Mention(token, sentence, "ceremony", "церемония", name, False, False, True, verb, signs=verb is not None)


def _with(token: Token) -> bool:
    case = token.child("case")
    return " Ins" in token.tag and case is not None and case.lower in ("с", "со")


def partner(verb: Token) -> Token | None:
    """Return with whom somebody met, by the parser: встретился с послом."""
    return next((t for t in verb.children if _with(t)), None)


def _are_people(token: Token) -> bool:
    table = vocabulary.load("gatherings")
    return model.lemma(token.text) in table["guests"] or model.lemma(token.text) in table["crowds"] or is_title(token)


def _mention(reading: Reading, token: Token, head: tuple[str, str]) -> Mention:
    first = token
    begins = model.lemma(token.text) == head[0].split()[0]  # вечер памяти
    for _ in range(0 if begins else len(head[0].split()) - 1):
        first = first.nbor(-1) or first
    described = False
    while (before := first.nbor(-1)) is not None and before.sentence == token.sentence and _describes(before):
        first = before
        described = described or model.lemma(before.text) not in vocabulary.load("gatherings")["days"]
    last, titled = token, False
    after = quoted_names.title_start(token)
    if after is not None and after.text == "«":
        closing = quoted_names.title_end(reading, after)
        if closing is not None and closing.sentence == token.sentence:
            last, titled = closing, True
    else:
        last = complement(token)
    name = Span(first.start, last.end)
    bare = not titled and (not described or _is_sitting(first, head[0])) and (last is token or _is_sitting(first, head[0]))
    weak = not titled and (head[0] in vocabulary.load("gatherings")["weak"] or kinds.is_only_told(head[0]))
    aside = not titled and is_aside(first)
    sentence = reading.sentence_of(token)
    return Mention(token, sentence, cast("GatheringType", head[1]), head[0], name, titled, bare, weak, aside=aside)


def is_aside(first: Token) -> bool:
    """Tell whether a noun only places something else: на полях форума, в рамках визита, по итогам переговоров."""
    before = first.nbor(-1)
    while before is not None and before.sentence == first.sentence and before.tag.startswith(("DET", "ADJ")):
        before = before.nbor(-1)
    if before is not None and before.text == "»":  # «на полях» заседания
        before = before.nbor(-1)
    inside = (
        before is not None and before.sentence == first.sentence and before.lower in vocabulary.load("gatherings")["asides"]
    )
    return inside and " Gen" in first.tag


def _is_sitting(first: Token, head: str) -> bool:
    """Tell whether it is a part of the occasion named before: первая сессия, пленарное заседание."""
    table = vocabulary.load("gatherings")
    lemma = model.lemma(first.text)
    return head in table["sittings"] and (lemma in table["ordinals"] or lemma in table["parts"])


def _describes(token: Token) -> bool:
    if model.lemma(token.text) in vocabulary.load("gatherings")["anaphors"]:
        return False
    roman = bool(token.text) and all(c in "IVXLC" for c in token.text)
    ordinal = bool(_ORDINAL.match(token.text))
    ahead = token.lower.startswith("предстоящ")  # the model takes it for a participle
    return ahead or (token.tag.startswith(("ADJ", "NUM")) and token.text[:1].isalpha()) or roman or ordinal


_ORDINAL = re.compile(r"\d{1,3}-(?:й|я|е|го|му|м|ю|ая|ый|ой|ом|ую)$")
"""An ordinal in figures: 67-я сессия."""
