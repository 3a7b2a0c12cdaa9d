"""Records made by hand for tests: invented people, institutes and occasions."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Any

from onrecord.model import PageFact, PartialDate, Span
from onrecord.model.recorded import (
    Attendance,
    Counts,
    Evidence,
    GatheringRecord,
    GatheringReport,
    MilestoneRecord,
    ParticipationRecord,
    Party,
    PersonRecord,
    PositionRecord,
    Source,
    Spelling,
    Stated,
    StatementRecord,
)

COUNTS = Counts(2, 0, 0, 3, 2, 2, 1, 2, 1, 40)


def date(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None


def source(name: str, *, published: str | None = None, group: str = "", language: str = "en", title: str = "") -> Source:
    return Source(
        key=f"d-{name}",
        id=name,
        title=title,
        url=f"file:///pages/{name}.txt",
        site="",
        language=language,
        published=date(published),
        snapshot="0" * 64,
        captured_at=dt.datetime(2026, 1, 2, tzinfo=dt.UTC),
        text_group=group or name,
    )


def evidence(sentence: str, of: Source, at: int = 100) -> Evidence:
    """Build evidence from a sentence whose words stand in square brackets; the sentence starts at offset `at`."""
    plain, spans, shift = re.sub(r"[\[\]]", "", sentence), [], 0
    for match in re.finditer(r"\[([^\]]*)\]", sentence):
        start = match.start() - shift
        spans.append(Span(at + start, at + start + len(match[1])))
        shift += 2
    wording = " … ".join(plain[span.start - at : span.end - at] for span in spans)
    return Evidence(of, tuple(spans), wording, plain, Span(at, at + len(plain)), rule="made-by-hand")


def report(of: Source, *, stated: dict[str, tuple[object, str]] | None = None, **fields: Any) -> GatheringReport:
    """Build a report; `stated` gives for a property its value and the sentence that states it, words in brackets."""
    said = {name: (str(value), evidence(sentence, of)) for name, (value, sentence) in (stated or {}).items()}
    values: dict[str, Any] = dict.fromkeys(("start", "end", "place", "venue", "attendance", "series", "edition", "start_basis"))
    values |= {"type": "roundtable", "name": "Second Steppe Round Table", "format": "unknown", "track": "unknown"}
    values |= {"status": "held", "main": True}
    for name, (value, _) in said.items():
        values[name] = date(value) if name in ("start", "end") else int(value) if name == "attendance" else value
    values |= {name: date(value) if name in ("start", "end") else value for name, value in fields.items()}
    return GatheringReport(
        key=f"g-{of.id}",
        evidence=evidence("The [Second Steppe Round Table] was held.", of),
        stated=tuple(Stated(name, value, proof) for name, (value, proof) in said.items()),
        **values,
    )


def gathering(*reports: GatheringReport, **fields: Any) -> GatheringRecord:
    first = reports[0]
    names = ("type", "name", "start", "end", "place", "venue", "format", "track", "status", "attendance")
    values = {name: getattr(first, name) for name in names} | {"participations": first.participations} | fields
    return GatheringRecord(key=first.key, reports=reports, **values)


def role(key: str, name: str, role: str, sentence: str, of: Source, rank: int = 1, **fields: Any) -> ParticipationRecord:
    kind: Any = {"p": "person", "o": "organization"}.get(key[:1], "phrase")
    values: dict[str, Any] = {"delegation": None, "role_as_printed": None} | fields
    who = Party(kind, name, key or None, name)
    return ParticipationRecord(who=who, role=role, rank=rank, evidence=(evidence(sentence, of),), **values)  # type: ignore[arg-type]


def position(person: str, title: str, sentence: str, of: Source, **fields: Any) -> PositionRecord:
    names = ("organization", "organization_key", "country", "qualifier", "since", "until")
    values: dict[str, Any] = dict.fromkeys(names) | {"status": "current", "as_of": of.published} | fields
    return PositionRecord(
        key=f"t-{of.id}-{title}",
        person_key=f"p-{person}",
        person=person,
        title=title,
        evidence=evidence(sentence, of),
        **values,
    )


def statement(speaker: str, content: str, sentence: str, of: Source, **fields: Any) -> StatementRecord:
    proof = evidence(sentence, of)
    values: dict[str, Any] = dict.fromkeys(("gathering", "gathering_name", "relayed_by"))
    values |= {"date": of.published, "date_basis": "published", "topics": (), "manner": "said", "cue": "said", "direct": False}
    return StatementRecord(
        key=f"s-{of.id}",
        speaker=Party("person", speaker, f"p-{speaker}", speaker),
        speaker_words=speaker,
        content=(content,),
        evidence=(proof,),
        **(values | fields),
    )


ONE = source("mill-institute", published="2018-06-14", title="Round table closes in Almaty")
TWO = source("lake-gazette", published="2018-06-15", title="Experts meet in Almaty")
DAIR = "p-Dair Seitov"

ROUND_TABLE = gathering(
    dataclasses.replace(
        report(
            ONE,
            stated={
                "start": ("2018-06-12", "It met on [June 12, 2018] in Almaty."),
                "place": ("Almaty", "It met on June 12, 2018 in [Almaty]."),
                "attendance": (45, "Some [45] experts came."),
            },
        ),
        participations=(
            role("o-mill", "Mill Institute", "organizer", "The [Mill Institute] held it.", ONE),
            role(DAIR, "Dair Seitov", "moderator", "[Dair Seitov] moderated.", ONE, 2),
            role("p-백은호", "백은호", "speaker", "백은호 ([Baek Eun-ho]) spoke.", ONE, 3),
        ),
    ),
    report(TWO, stated={"start": ("2018-06-13", "On Wednesday, [June 13, 2018], they met.")}, place="Almaty"),
)
DEPUTY = position(
    "Dair Seitov", "Deputy Foreign Minister", "[Deputy Foreign Minister] Dair Seitov came.", ONE, country="Kazakhstan"
)
SPOKEN = statement(
    "Dair Seitov",
    "the lake will be clean within ten years",
    "Seitov said [the lake will be clean within ten years].",
    ONE,
    gathering="g-mill-institute",
    gathering_name="Second Steppe Round Table",
)
CLOSURE = MilestoneRecord(
    key="m-1",
    kind="site-closed",
    what="the Lake Test Range",
    date=date("1991-08-29"),
    actor="Kazakhstan",
    text="On August 29, 1991, the Lake Test Range was closed",
    evidence=evidence("[On August 29, 1991, the Lake Test Range was closed], he recalled.", ONE),
)
PERSON = PersonRecord(
    key=DAIR,
    name="Dair Seitov",
    spellings=(Spelling("Dair Seitov", "Latn", 2), Spelling("Dayir Seitov", "Latn", 1), Spelling("Даир Сеитов", "Cyrl", 1)),
    positions=(DEPUTY,),
    gatherings=(Attendance(ROUND_TABLE, (ROUND_TABLE.participations[1],)),),
    statements=(SPOKEN,),
    mentions=(evidence("[Dair Seitov] moderated.", ONE), evidence("[Dayir Seitov] moderated it.", TWO)),
    why=("one name in two spellings, and one office",),
)


def period(first: str, last: str, key: str = "event_period", label: str = "Period") -> PageFact:
    dates = tuple(PartialDate(one) for one in (first, last))
    return PageFact(key, label, f"{first} - {last}", Span(3, 33), dates)
