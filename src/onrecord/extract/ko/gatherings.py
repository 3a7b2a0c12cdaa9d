"""Gatherings in Korean text, and who did what there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.extract.entities import Entities
from onrecord.extract.ko import occasions, programme, roles
from onrecord.extract.ko.names import Nominals
from onrecord.extract.ko.occasions import Mention
from onrecord.extract.ko.programme import Programme
from onrecord.extract.ko.settings import Setting, settings
from onrecord.extract.occasion import Kind, Occasion, gathering, placed, sentence_of, told_by_sentence
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading
from onrecord.model import Document, Gathering, Person, Phrase, Span, Statement
from onrecord.model.facts import Format, GatheringStatus

_ATTENDANCE = re.compile(r"(\d[\d,]*)\s?여?\s?명(?!의 (?:전문가|기자))")
_CROWD = re.compile(r"\s((?:[가-힣·]+ ){0,3}[가-힣·]+)\s(?:등\s)?\d[\d,]*여?\s?명이")
_ATTENDED = re.compile(r"참석|참가|자리|모였|함께|동행|찾")
_PLANNED = re.compile(r"열기로|개최하기로|예정|계획|열린다|개최된다|열 것|다음")
_ENDED = re.compile(r"\s?(?:폐막|종료|끝|막을 내린)")
_HOPED = re.compile(r"희망|바란다|바라|제안|제언|필요하|추진")
_RELATED = {
    "conference": "event", "roundtable": "event", "seminar": "event", "forum": "event", "workshop": "event",
    "symposium": "event", "webinar": "event", "dialogue": "event", "session": "event", "other": "event",
    "exhibition": "event", "briefing": "event",
    "meeting": "meeting", "talks": "meeting", "summit": "meeting",
}  # fmt: skip
"""Types that one occasion is called by in turn."""

NEAR = 25
"""Code points behind a gathering's name within which a date without one before the name is taken as its date."""


@dataclass(slots=True)
class _Occasion(Occasion[Mention]):
    """One gathering while it is collected."""

    ended: DateMention | None = None

    @property
    def best(self) -> Mention:
        """The mention with the fullest name outside anaphors."""
        own = [m for m in self.mentions if not m.anaphoric] or self.mentions
        return max(own, key=lambda m: (m.name.end - m.name.start, -m.name.start))


def find(
    document: Document,
    reading: Reading,
    entities: Entities,
    read: Nominals,
    statements: tuple[Statement, ...],
) -> tuple[tuple[Gathering, ...], tuple[Statement, ...]]:
    """Return the gatherings, and the statements with the gathering at which each was made."""
    text = document.text
    by_sentence: dict[int, list[Run]] = defaultdict(list)
    for run in read.runs:
        by_sentence[run.sentence.i].append(run)
    people = [span for span, who in entities.mentions if isinstance(who, Person)]
    where = settings(document, reading, by_sentence)
    listed = programme.read(document, reading, entities)
    found = _collect(text, occasions.find(read.runs, text, people), where, listed)
    current = told_by_sentence(reading.sentences, found, lambda s: bool(_PLANNED.search(s.span.of(text))))
    _people(document, reading, _actors(text, entities, read), current, statements)
    if found:
        found[0].parts += [(part.who, part.role, part.span, part.printed) for part in listed.parts]
    _inherit(found)
    kept = [o for o in found if o.counts(main=o is found[0], numbered=o.best.edition is not None)]
    ids = {id(o): f"g{k}" for k, o in enumerate(kept, 1)}
    said = placed(statements, reading.sentences, current, ids)
    return tuple(_gathering(document, o, ids[id(o)], o is kept[0]) for o in kept), said


def _collect(text: str, mentions: list[Mention], where: dict[int, Setting], listed: Programme) -> list[_Occasion]:
    found: list[_Occasion] = []
    for mention in mentions:
        if _HOPED.search(text, mention.name.end, mention.sentence.span.end) and not mention.anaphoric and found:
            continue
        setting = where[mention.sentence.i]
        date = _nearest_date(text, mention, setting)
        known = _same(found, mention, date)
        if known is None:
            known = _Occasion([mention])
            if not found and date is None:
                date, known.place = listed.date, listed.place
            found.append(known)
        else:
            known.mentions.append(mention)
        known.sentences.add(mention.sentence.i)
        if date and _ENDED.match(text, date.span.end):
            known.ended, date = known.ended or date, None
        if known.date is None or (date and known.date.date and date.date and len(date.date.edtf) > len(known.date.date.edtf)):
            known.date = date or known.date
        if known.place is None and setting.places:
            before = [p for p in setting.places if p.end <= mention.name.start] or setting.places
            known.place = before[-1]
        if known.attendance is None:
            known.attendance = _attendance(text, mention)
            crowd = _crowd(text, mention) if known.attendance else None
            if crowd and crowd.of(text).endswith(" 등"):
                crowd = Span(crowd.start, crowd.end - 2)
            if crowd:
                known.parts.append((Phrase(crowd.of(text), crowd), "participant", crowd, "참석"))
    return found


def _inherit(found: list[_Occasion]) -> None:
    """A ceremony or a meal without a date of its own is part of what its paragraph tells of before it."""
    for before, occasion in pairwise(found):
        dated = before.date is not None and before.first.sentence.paragraph <= occasion.first.sentence.paragraph
        if occasion.first.type == "ceremony" and occasion.date is None and dated:
            occasion.date, occasion.place = before.date, occasion.place or before.place


def _nearest_date(text: str, mention: Mention, setting: Setting) -> DateMention | None:
    """The last date before the mention in its sentence, else the first behind it before another verb."""
    known = [d for d in setting.dates if d.date is not None]
    before = [d for d in known if d.span.end <= mention.name.end]
    if before:
        return before[-1]
    # 이번 회의는 1997년 …의 26주년을 맞아: what speaks of a gathering again has no date behind it.
    close = bool(known) and not mention.anaphoric and known[0].span.start - mention.name.end < NEAR
    return known[0] if close and "\n" not in text[mention.name.end : known[0].span.start] else None


def _same(found: list[_Occasion], mention: Mention, date: DateMention | None) -> _Occasion | None:
    """Return the occasion of which a mention speaks again."""
    heads = [known for known in reversed(found) if any(m.head == mention.head for m in known.mentions)]
    order = heads + [known for known in reversed(found) if known not in heads]
    for known in order:
        group = _RELATED.get(known.first.type, known.first.type) == _RELATED.get(mention.type, mention.type)
        if not group:
            continue
        if date and known.date and date.date and known.date.date and not date.date.agrees(known.date.date):
            continue
        if mention.edition and known.best.edition and mention.edition != known.best.edition:
            continue
        if mention.anaphoric or known.best.anaphoric or _shares(known.best, mention) or known is found[0]:
            return known
    return None


def _shares(known: Mention, mention: Mention) -> bool:
    a, b = {w.text for w in known.run.words}, {w.text for w in mention.run.words}
    return len(a & b) >= 2


def _attendance(text: str, mention: Mention) -> tuple[int, Span] | None:
    span = mention.sentence.span
    match = _ATTENDANCE.search(text, span.start, span.end)
    if match and _ATTENDED.search(text, match.end(), span.end):
        return int(match[1].replace(",", "")), Span(match.start(1), match.end(1))
    return None


def _crowd(text: str, mention: Mention) -> Span | None:
    """Return the words that tell who the attendants were: 양국 전문가와 외교관 (40여 명)."""
    match = _CROWD.search(text, mention.name.end, mention.sentence.span.end)
    return Span(*match.span(1)) if match else None


_VENUE = re.compile(r"(?:\s?측)?에서(?![는도])|\s(?:청사|회의실|강당|본관|본부|건물|회관)")
"""What follows a body that is only where something takes place, or where somebody comes from."""


def _actors(text: str, entities: Entities, read: Nominals) -> Entities:
    """Return who can act: bodies that only tell where somebody works, or where one meets, take no part themselves."""
    employers = [titled.body for titled in read.titled if titled.name and titled.body]
    bodies = tuple(
        replace(
            o,
            mentions=tuple(
                m for m in o.mentions if not any(body.contains(m) for body in employers) and not _VENUE.match(text, m.end)
            ),
        )
        for o in entities.organizations
    )
    return Entities(entities.persons, bodies, entities.places)


def _people(
    document: Document,
    reading: Reading,
    entities: Entities,
    current: dict[int, _Occasion],
    statements: tuple[Statement, ...],
) -> None:
    for sentence in reading.sentences:
        held = current.get(sentence.i)
        if held is None:
            continue
        for part in roles.parts(document.text, sentence, entities):
            held.parts.append((part.who, part.role, part.span, part.printed))
    for statement in statements:
        number = sentence_of(reading.sentences, statement)
        held = current.get(number) if number is not None else None
        if held and isinstance(statement.speaker, Person) and statement.speaker_span:
            held.parts.append((statement.speaker, "speaker", statement.speaker_span, statement.cue))


def _gathering(document: Document, found: _Occasion, id: str, main: bool) -> Gathering:
    best = found.best
    sentence = best.sentence.span.of(document.text)
    called = found.first if not best.anaphoric else best
    kind = Kind(called.type, _format(sentence, best), _status(document, found, sentence), best.edition, found.ended)
    return gathering(document, found, id, best=best, kind=kind, main=main, language="ko")


def _format(sentence: str, mention: Mention) -> Format:
    if mention.type == "webinar" or any(word in sentence for word in vocabulary.words("gatherings", "online")):
        return "online"
    return "unknown"


def _status(document: Document, found: _Occasion, sentence: str) -> GatheringStatus:
    if any(word in sentence for word in vocabulary.words("gatherings", "cancelled")):
        return "cancelled"
    if "연기" in sentence:
        return "postponed"
    return "planned" if found.is_ahead(document) else "held"
