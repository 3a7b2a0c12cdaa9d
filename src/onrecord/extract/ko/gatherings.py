"""Gatherings in Korean text, and who did what there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.extract.entities import Entities
from onrecord.extract.ko import occasions, programme, roles
from onrecord.extract.ko.names import Nominals
from onrecord.extract.ko.occasions import Mention
from onrecord.extract.ko.programme import Programme
from onrecord.extract.ko.settings import Setting, settings
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading
from onrecord.model import Document, Gathering, Participation, Person, Phrase, Span, Statement, Who
from onrecord.model.facts import Format, GatheringStatus, Role

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
class _Occasion:
    """One gathering while it is collected."""

    mentions: list[Mention]
    date: DateMention | None = None
    ended: DateMention | None = None
    place: Span | None = None
    attendance: tuple[int, Span] | None = None
    parts: list[tuple[Who, Role, Span, str]] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)

    @property
    def first(self) -> Mention:
        return self.mentions[0]

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
    current = _current(reading, found)
    _people(document, reading, _actors(text, entities, read), current, statements)
    if found:
        found[0].parts += [(part.who, part.role, part.span, part.printed) for part in listed.parts]
    _inherit(found)
    kept = [o for o in found if _counts(o, o is found[0])]
    ids = {id(o): f"g{k}" for k, o in enumerate(kept, 1)}
    said = tuple(replace(s, gathering=_at(s, reading, current, ids)) for s in statements)
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


def _current(reading: Reading, found: list[_Occasion]) -> dict[int, _Occasion]:
    """Return what each sentence is about: the occasion it mentions, else that of the sentence before, else the main one."""
    current: dict[int, _Occasion] = {}
    held: _Occasion | None = None
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            paragraph, held = sentence.paragraph, None
        here = [o for o in found if sentence.i in o.sentences]
        chosen = here[0] if here else held or (found[0] if found else None)
        # A meeting that is only planned does not become what the next sentence is about.
        if not here or not _PLANNED.search(sentence.span.of(reading.text)):
            held = chosen
        if chosen:
            current[sentence.i] = chosen
    return current


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
        occasion = current.get(sentence.i)
        if occasion is None:
            continue
        for part in roles.parts(document.text, sentence, entities):
            occasion.parts.append((part.who, part.role, part.span, part.printed))
    for statement in statements:
        number = _sentence_of(reading, statement)
        occasion = current.get(number) if number is not None else None
        if occasion and isinstance(statement.speaker, Person) and statement.speaker_span:
            occasion.parts.append((statement.speaker, "speaker", statement.speaker_span, statement.cue))


def _sentence_of(reading: Reading, statement: Statement) -> int | None:
    at = statement.content_spans[-1].start
    return next((s.i for s in reading.sentences if s.span.start <= at < s.span.end), None)


def _at(statement: Statement, reading: Reading, current: dict[int, _Occasion], ids: dict[int, str]) -> str | None:
    number = _sentence_of(reading, statement)
    return ids.get(id(current.get(number))) if number is not None else None


def _counts(occasion: _Occasion, first: bool) -> bool:
    """Tell whether an occasion is one: it has a date, a place or people, and a weak word has more than one of these."""
    evidence = (occasion.date is not None) + (occasion.place is not None) + bool(occasion.parts)
    weak = all(m.weak for m in occasion.mentions) and occasion.best.edition is None
    return evidence >= (2 if weak and not first else 1)


def _gathering(document: Document, occasion: _Occasion, id: str, main: bool) -> Gathering:
    text, best = document.text, occasion.best
    date = occasion.date
    seen: set[tuple[str, Role]] = set()
    listed: list[Participation] = []
    for who, role, span, printed in sorted(occasion.parts, key=lambda part: part[2]):
        key = (who.words if isinstance(who, Phrase) else who.id, role)
        if key not in seen:
            seen.add(key)
            listed.append(Participation(who, role, span, printed or None, rank=len(listed) + 1, rule=f"ko-{role}"))
    sentence = best.sentence.span.of(text)
    return Gathering(
        id,
        occasion.first.type if not best.anaphoric else best.type,
        best.name.of(text),
        best.name,
        tuple(sorted(m.name for m in occasion.mentions)),
        start=date.date if date else None,
        start_span=date.span if date else None,
        start_basis=date.basis if date else None,
        end=date.end if date else (occasion.ended.date if occasion.ended else None),
        place=occasion.place.of(text) if occasion.place else None,
        place_span=occasion.place,
        format=_format(sentence, best),
        status=_status(document, occasion, sentence),
        attendance=occasion.attendance[0] if occasion.attendance else None,
        attendance_span=occasion.attendance[1] if occasion.attendance else None,
        edition=best.edition,
        main=main,
        participations=tuple(listed),
        rule="gathering-noun",
    )


def _format(sentence: str, mention: Mention) -> Format:
    if mention.type == "webinar" or any(word in sentence for word in vocabulary.words("gatherings", "online")):
        return "online"
    return "unknown"


def _status(document: Document, occasion: _Occasion, sentence: str) -> GatheringStatus:
    if any(word in sentence for word in vocabulary.words("gatherings", "cancelled")):
        return "cancelled"
    if "연기" in sentence:
        return "postponed"
    start = occasion.date.date.bounds() if occasion.date and occasion.date.date else None
    page = document.published.bounds() if document.published else None
    return "planned" if start and page and start[0] > page[1] else "held"
