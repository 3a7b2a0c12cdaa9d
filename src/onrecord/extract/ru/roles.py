"""Who did what at a gathering: people behind or before the words that tell a role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Sentence
from onrecord.languages.ru import vocabulary
from onrecord.model import Organization, Person, Span
from onrecord.model.facts import Role

_AGENCY = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][^.–—\n]{1,40}[–—]\s(?=[А-ЯЁA-Z«])")
"""The agency of a dateline, which stands before what it reports: СТЕПЬ-ИНФОРМ – В столице прошел …"""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a role; people stand on one side of them, on that of the verb's subject where either may be."""

    role: Role
    side: Literal["before", "after", "either"]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody with a role; `span` are the words that name him."""

    who: Person | Organization
    role: Role
    span: Span
    printed: str


@cache
def _triggers() -> tuple[Trigger, ...]:
    event, *rows = vocabulary.load("roles")
    return tuple(
        Trigger(
            cast("Role", row["role"]),
            cast("Literal['before', 'after', 'either']", row["side"]),
            re.compile(row["pattern"].replace("{event}", event["event"])),
        )
        for row in rows
    )


def heading_role(words: str) -> tuple[Role, str] | None:
    """Return the role that a heading over a list gives to those listed, and its words."""
    for trigger in _triggers():
        match = trigger.pattern.search(words)
        if match and words.rstrip().endswith(":"):
            return trigger.role, match.group()
    return None


def parts(text: str, sentence: Sentence, entities: Entities) -> list[Part]:
    """Return who did what in a sentence, in the order of the text."""
    found: list[Part] = []
    hits = sorted(
        ((m.start(), m.end(), t) for t in _triggers() for m in t.pattern.finditer(text, *sentence.span)),
        key=lambda hit: hit[:2],
    )
    spans = [Span(start, end) for start, end, _ in hits]  # выступили in организаторами выступили tells no speaker
    hits = [hit for hit, own in zip(hits, spans, strict=True) if not any(s != own and s.contains(own) for s in spans)]
    line = _AGENCY.match(text, *sentence.span)
    begin = line.end() if line else sentence.span.start
    actors = [(s, e) for s, e in entities.within(sentence.span) if isinstance(e, Person | Organization) and s.start >= begin]
    for start, end, trigger in hits:
        if text.count("«", sentence.span.start, start) > text.count("»", sentence.span.start, start):
            continue
        others = [other for other in hits if other[2].role != trigger.role]
        side = trigger.side if trigger.side != "either" else _side_of_subject(sentence, Span(start, end), actors)
        if side == "after":
            limit = min((o[0] for o in others if o[0] >= end), default=sentence.span.end)
            limit = _before_verb(sentence, end, limit, actors)
            chosen = [(s, e) for s, e in actors if end <= s.start < limit]
        else:
            limit = max((o[1] for o in others if o[1] <= start and o[2].side == "after"), default=sentence.span.start)
            limit = max([limit, *(m.end() for m in _CLAUSE.finditer(text, sentence.span.start, start))])
            chosen = [(s, e) for s, e in actors if limit <= s.start and s.end <= start and not _is_beside(text, s)]
            if trigger.role == "organizer" and not _event().search(text, *sentence.span):
                continue
        found += [Part(e, trigger.role, s, text[start:end]) for s, e in chosen if _fits(e, trigger.role, chosen)]
    return found


def _side_of_subject(
    sentence: Sentence, words: Span, actors: list[tuple[Span, Person | Organization]]
) -> Literal["before", "after"]:
    """Return on which side of a verb its subject stands, by the parser, else where somebody is named."""
    verb = next((t for t in sentence.tokens if words.overlaps(t.span) and t.child("nsubj") is not None), None)
    subject = verb.child("nsubj") if verb is not None else None
    if verb is not None and subject is not None:
        return "before" if subject.i < verb.i else "after"
    return "after" if any(s.start >= words.end for s, _ in actors) else "before"


def _before_verb(sentence: Sentence, start: int, limit: int, actors: list[tuple[Span, Person | Organization]]) -> int:
    """Return where the next clause begins whose verb has a subject of its own: Занятия открыла X, а Y прочитал лекцию."""
    first = next((s for s, _ in actors if s.start >= start), None)
    for token in sentence.tokens:
        subject = token.child("nsubj") if token.tag.startswith("VERB Fin") else None
        if first is None or subject is None or not first.end <= token.start < limit:
            continue
        if first.end <= subject.start < token.start and not subject.tag.startswith(("PRON", "DET")):
            return min(t.start for t in subject.subtree)
    return limit


_CLAUSE = re.compile(r",\sчто\s|:\s")
"""Where another clause begins, whose verb has a subject of its own."""

_BESIDE = re.compile(r"(?<![А-Яа-яё])(?i:в|во|при|на|из|для|о|об|от|по|к)\s$")
"""Prepositions before what only places the subject of a verb: Институт при университете провел форум."""


def _is_beside(text: str, span: Span) -> bool:
    return bool(_BESIDE.search(text[max(0, span.start - 4) : span.start]))


@cache
def _event() -> re.Pattern[str]:
    """A noun for a gathering, in any case."""
    return re.compile("(?i:" + vocabulary.load("roles")[0]["event"] + ")")


def _fits(who: Person | Organization, role: Role, chosen: list[tuple[Span, Person | Organization]]) -> bool:
    """Bodies moderate and open nothing where people are named; they organize, sign, host."""
    if isinstance(who, Organization) and role == "opening":
        return False  # a body that somebody welcomed
    if isinstance(who, Organization) and role in ("moderator", "opening", "speaker", "participant"):
        return not any(isinstance(other, Person) for _, other in chosen)
    return True
