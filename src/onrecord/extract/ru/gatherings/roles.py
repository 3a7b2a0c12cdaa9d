"""Who did what at a gathering: people behind or before the words that tell a role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.extract.entities import Entities
from onrecord.extract.ru.gatherings import frames
from onrecord.languages.reading import Sentence
from onrecord.languages.ru import phrases, vocabulary
from onrecord.model import Organization, Person, Span
from onrecord.model.facts import Role

type _Side = Literal["before", "behind", "either"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a role; people stand on one side of them, on that of the verb's subject where either may be."""

    told: frames.Telling
    side: _Side
    otherwise: frames.Side | None = None
    """The side where the parser finds no subject, if anybody stands there."""

    @property
    def role(self) -> Role:
        """The role, whoever has it."""
        return self.told.role


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody with a role; `span` are the words that name him."""

    who: Person | Organization
    role: Role
    span: Span
    printed: str


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], Trigger], ...]:
    event = rf"(?i:{_event().pattern})[а-я]*"
    return tuple(
        (
            phrases.pattern(row[side], row.get("unless", ()), event=event),
            Trigger(frames.Telling.read(row), side),
        )
        for row in vocabulary.load("roles")["phrases"]
        for side in _SIDES
        if side in row
    )


def heading_role(words: str) -> tuple[Role, str] | None:
    """Return the role that a heading over a list gives to those listed, and its words."""
    for pattern, trigger in _phrases():
        match = pattern.search(words)
        if match and words.rstrip().endswith(":"):
            return trigger.role, match.group()
    return None


def parts(
    text: str, sentence: Sentence, entities: Entities, meant: Sequence[tuple[Span, Person | Organization]] = ()
) -> list[Part]:
    """Return who did what in a sentence, in the order of the text.

    Args:
        text: the text of the page.
        sentence: the sentence.
        entities: who can act.
        meant: words of the sentence that point at somebody without a name (он, посол, фонд), and whom.
    """
    found: list[Part] = []
    hits = _hits(text, sentence)
    actors = [(s, e) for s, e in entities.within(sentence.span) if isinstance(e, Person | Organization)]
    actors = sorted([*((s, e) for s, e in actors if not _is_in_title(text, sentence, s)), *meant], key=lambda pair: pair[0])
    for hit in hits:
        start, end, trigger = hit
        if text.count("«", sentence.span.start, start) > text.count("»", sentence.span.start, start):
            continue
        side = trigger.side
        if side == "either":
            side = _side_of_subject(sentence, Span(start, end), actors, trigger.otherwise)
        others = [other for other in hits if other[2].role != trigger.role]
        chosen = (_behind if side == "behind" else _before)(text, sentence, actors, hit, others)
        role = trigger.told.of(who for _, who in chosen)
        if role == "organizer" and _TOGETHER.match(text, start, end) and _is_of_nothing(text, sentence):
            continue  # Уверен, что совместно с X он подготовит новое поколение
        found += [Part(e, role, s, text[start:end]) for s, e in chosen if _fits(e, role, chosen)]
    return found


def _is_of_nothing(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of what somebody will do, or we do, and of no occasion: вместе с X готовим учебник."""
    return _event().search(text, *sentence.span) is None and any(
        " Fut" in t.tag or t.tag.endswith(" 1") for t in sentence.tokens
    )


type _Hit = tuple[int, int, Trigger]
type _Actors = list[tuple[Span, Person | Organization]]


def _hits(text: str, sentence: Sentence) -> list[_Hit]:
    """Return where words tell roles, in the order of the text, none inside others."""
    start = sentence.span.start
    words = sentence.span.of(text).replace("ё", "е")  # many texts leave the marks on ё out
    hits = [(start + m.start(), start + m.end(), trigger) for pattern, trigger in _phrases() for m in pattern.finditer(words)]
    phrased = [(start, trigger.role) for start, _, trigger in hits]
    for span, told, side in frames.find(sentence):
        if not any(told.role == role and span.start <= start < span.end for start, role in phrased):
            hits.append((span.start, span.end, Trigger(told, "either", side)))
    hits = [hit for hit in hits if not _is_undone(text, start, hit)]
    hits.sort(key=lambda hit: hit[:2])
    spans = [Span(start, end) for start, end, _ in hits]  # выступили in организаторами выступили tells no speaker
    return [hit for hit, own in zip(hits, spans, strict=True) if not any(s != own and s.contains(own) for s in spans)]


def _is_undone(text: str, start: int, hit: _Hit) -> bool:
    """Tell whether the words of a sentence up to a role deny it, or only ask for it: пригласил коллег принять участие."""
    begins, ends, _ = hit
    if _DENIED.search(text, max(start, begins - LONGEST_DENIAL), begins):
        return True
    return text.startswith("принять ", begins, ends) and _OFFERED.search(text, start, begins) is not None


def _behind(text: str, sentence: Sentence, actors: _Actors, hit: _Hit, others: list[_Hit]) -> _Actors:
    """Return who stands behind words that tell a role, up to those of another one or the next clause."""
    start, end, trigger = hit
    limit = min((o[0] for o in others if o[0] >= end), default=sentence.span.end)
    limit = _before_verb(sentence, end, limit, actors)
    if _GOVERNS.match(text, start):  # по приглашению стороны находилась делегация министерства
        limit = min((t.start for t in sentence.tokens if t.start >= end and t.tag.startswith("VERB Fin")), default=limit)
    first = next((s.end for s, _ in actors if s.start >= end), sentence.span.end)
    contrast = _CONTRAST.search(text, first, limit)
    limit = contrast.start() if contrast else limit
    opening = text.rfind("(", sentence.span.start, start)
    closing = text.find(")", end, limit) if opening >= 0 and ")" not in text[opening:start] else -1
    limit = closing if closing >= 0 else limit  # Первая сессия (модератор – X) открылась докладом Y
    told = _CARRIED.search(text, first, limit)
    limit = told.start() if told else limit
    chosen = [(s, e) for s, e in actors if end <= s.start < limit]
    which = _WHICH.search(text, first, limit)
    if trigger.role not in ("speaker", "opening", "moderator"):
        return chosen
    if which is not None:
        chosen = [(s, e) for s, e in chosen if s.start < which.start() or not _is_governed(sentence, s)]
    return [(s, e) for s, e in chosen if isinstance(e, Person) or not _is_beside(text, s)]  # выступила с лекцией в академии


def _before(text: str, sentence: Sentence, actors: _Actors, hit: _Hit, others: list[_Hit]) -> _Actors:
    """Return who stands before words that tell a role, in their clause."""
    start, _, trigger = hit
    if trigger.role == "organizer" and trigger.otherwise is None and not _event().search(text, *sentence.span):
        return []
    limit = max((o[1] for o in others if o[1] <= start and o[2].side == "behind"), default=sentence.span.start)
    limit = max([limit, *(m.end() for m in _CLAUSE.finditer(text, sentence.span.start, start))])
    return [(s, e) for s, e in actors if limit <= s.start and s.end <= start and not _is_beside(text, s)]


def _is_governed(sentence: Sentence, name: Span) -> bool:
    """Tell whether a name stands in the genitive: выступил X, который поддержал предложение министра Y."""
    first = next((t for t in sentence.tokens if t.span.overlaps(name)), None)
    return first is not None and " Gen" in first.tag


def _is_in_title(text: str, sentence: Sentence, name: Span) -> bool:
    """Tell whether a name stands inside guillemets that it does not fill: вебинар «Банк топлива и доверие»."""
    opening = text.rfind("«", sentence.span.start, name.start)
    inside = opening >= 0 and "»" not in text[opening : name.start]
    return inside and (text[opening + 1 : name.start].strip() != "" or text[name.end : name.end + 1] != "»")


def _side_of_subject(
    sentence: Sentence,
    words: Span,
    actors: list[tuple[Span, Person | Organization]],
    otherwise: frames.Side | None,
) -> frames.Side:
    """Return on which side of a verb its subject stands, by the parser, else where somebody is named."""
    verb = next((t for t in sentence.tokens if words.overlaps(t.span) and t.child("nsubj") is not None), None)
    subjects = [t for t in verb.children if t.dep == "nsubj"] if verb is not None else []
    subjects = [t for t in subjects if not words.contains(t.span)] or subjects  # Центр представлял директор X
    several = [t for t in subjects if " Plur" in t.tag] if verb is not None and " Plur" in verb.tag else []
    subject = next(iter(several if len(subjects) > 1 else subjects), None) or next(iter(subjects), None)
    if verb is not None and subject is not None:
        return "before" if subject.i < verb.i else "behind"
    if otherwise == "before" and any(s.end <= words.start for s, _ in actors):
        return "before"
    return "behind" if any(s.start >= words.end for s, _ in actors) else "before"


def _before_verb(sentence: Sentence, start: int, limit: int, actors: list[tuple[Span, Person | Organization]]) -> int:
    """Return where the next clause begins whose verb has a subject of its own: Занятия открыла X, а Y прочитал лекцию."""
    first = next((s for s, _ in actors if s.start >= start), None)
    for token in sentence.tokens:
        subject = token.child("nsubj") if token.tag.startswith("VERB Fin") else None
        if first is None or subject is None or not first.end <= token.start < limit:
            continue
        if first.end <= subject.start < token.start and not subject.tag.startswith(("PRON", "DET")):
            return min(t.start for t in subject.subtree)
        comma = next((t for t in reversed(sentence.tokens) if first.end <= t.start < token.start and t.text == ","), None)
        done = token.child("obj")
        before = token.nbor(-1)
        named = before is not None and before.tag.startswith("NOUN Ins") and comma is not None and before.i == comma.i + 1
        own = named or (done is not None and done.tag.startswith("NOUN"))
        if comma is not None and subject.start > token.start and own:
            return comma.start  # Вечер вела X, стихи прочитал Y
    return limit


_SIDES: tuple[_Side, ...] = ("behind", "before", "either")

_DENIED = re.compile(r"(?<![а-яё])[Нн]е\s(?:(?:смог|сумел|захотел|стал|успел|пожелал)[а-я]*\s)?$")
"""What says that somebody did not do what the words behind it tell: не выступил, не смог принять участие."""
LONGEST_DENIAL = 16
"""Code points of it, with what stands before."""
_OFFERED = re.compile(r"(?:приглас|предлож|призва|попрос)[а-я]+\s(?:[А-Яа-яё-]+\s){1,6}$")
"""What says that somebody is only asked to do what the words behind it tell: пригласил коллег принять участие."""

_CLAUSE = re.compile(r",\sчто\s|:\s")
"""Where another clause begins, whose verb has a subject of its own."""

_CONTRAST = re.compile(r",\sа\s(?!также\b)|,\s[а-яё]+(?:[ая]ми|[ое]м)\s[–—-]\s")
"""Where what others did is set against it: модератором был X, а экспертами – Y и Z."""

_WHICH = re.compile(r",\sкотор[а-яё]+\s")
"""Where a clause tells what somebody said or did."""

_CARRIED = re.compile(r",\s(?:как\s)?(?:переда[её]т|сообща[её]т|пишет|информирует|сообщил[аи]?)(?![а-яё])")
"""Who brings the news, and has no part in what it tells: организаторами стали X и Y, передаёт корреспондент Z."""

_GOVERNS = re.compile(r"(?i:по|при|под|на|в|во|совместно|вместе)\s")
"""Words that tell a role of what they govern, and of nobody behind the next verb."""

_TOGETHER = re.compile(r"(?i:совместно|вместе)\sс")
"""Words that tell an organizer only where an occasion is told."""

_BESIDE = re.compile(r"(?<![А-Яа-яё])(?i:в|во|при|на|из|для|о|об|от|по|к)\s$")
"""Prepositions before what only places the subject of a verb: Институт при университете провел форум."""


def _is_beside(text: str, span: Span) -> bool:
    return bool(_BESIDE.search(text[max(0, span.start - 4) : span.start]))


@cache
def _event() -> re.Pattern[str]:
    """A noun for a gathering, in any case."""
    return re.compile(vocabulary.either("roles", "events"), re.IGNORECASE)


def _fits(who: Person | Organization, role: Role, chosen: list[tuple[Span, Person | Organization]]) -> bool:
    """Bodies moderate and open nothing where people are named; they organize, sign, host."""
    if isinstance(who, Organization) and role == "opening":
        return False  # a body that somebody welcomed
    if isinstance(who, Organization) and role in ("moderator", "opening", "speaker", "participant"):
        return not any(isinstance(other, Person) for _, other in chosen)
    return True
