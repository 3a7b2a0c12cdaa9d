"""Dated steps of the nuclear and diplomatic record in Korean text."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from onrecord.extract.ko.names import Nominals
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, names, vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.languages.ko.predicates import predicates
from onrecord.model import Document, Gathering, Milestone, Span, trimmed
from onrecord.model.facts import MilestoneKind


@cache
def _kinds() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    table = vocabulary.load("milestones")
    return tuple(
        (kind, frozenset(str(rule["verbs"]).split()), tuple(str(rule["objects"]).split())) for kind, rule in table.items()
    )


_DECREED = re.compile(r"(?:대통령령|포고령|법령|시행령)(?=으로)")
_UNDATED = ("agreement", "treaty-signed")
"""Kinds that take the date of the page's gathering where their own clause states none: what is signed at it."""


def find(document: Document, reading: Reading, read: Nominals, gatherings: tuple[Gathering, ...]) -> tuple[Milestone, ...]:
    """Return the milestones, in text order; each is a clause with its verb, its object and a date."""
    found: list[Milestone] = []
    main = next((g for g in gatherings if g.main and g.start and g.start_span), None)
    signed = DateMention(main.start_span, main.start, None, "gathering") if main and main.start_span else None
    for number, paragraph in enumerate(reading.paragraphs):
        words = paragraph.span.of(document.text)
        if paragraph.kind in ("title", "heading") and not words.rstrip().endswith("."):
            continue
        mentions = [
            DateMention(d.span.shifted(paragraph.span.start), d.date, d.end, d.basis, d.weekday)
            for d in dates.find_dates(words, document.published)
        ]
        for sentence in reading.sentences:
            if sentence.paragraph == number:
                runs = [run for run in read.runs if run.sentence is sentence and run.host is None]
                inside = [d for d in mentions if sentence.span.contains(d.span)]
                found += _sentence(document.text, sentence, runs, inside, signed)
    return tuple(found)


def _sentence(
    text: str, sentence: Sentence, runs: list[Run], mentions: list[DateMention], signed: DateMention | None
) -> list[Milestone]:
    found: list[Milestone] = []
    boundary = sentence.span.start
    steps = [(p.stem, p.span, p.tag, p.ending) for p in predicates(sentence.morphemes)]
    steps += [("이", m.span, "EF", "") for m in sentence.morphemes if m.tag == "VCP"]
    for verb, span, tag, ending in sorted(steps, key=lambda step: step[1]):
        clause = Span(boundary, span.end)
        inside = [d for d in mentions if clause.contains(d.span) and d.date is not None]
        within = [r for r in runs if clause.contains(r.span)]
        opened = verb == "열" and within and within[-1].words[-1].text == "문"
        stem = "문을열" if opened else verb
        found += _milestones(text, clause, stem, within, inside, signed)
        if tag in ("EF", "EC") and ending not in ("어", "아", "게"):
            boundary = span.end
    return found


def _milestones(
    text: str, clause: Span, stem: str, runs: list[Run], mentions: list[DateMention], signed: DateMention | None
) -> list[Milestone]:
    """Return the steps that one clause states: one of its verb, and the decree by which it was taken."""
    words = clause.of(text)
    for kind, verbs, objects in _kinds():
        date = mentions[-1] if mentions else (signed if kind in _UNDATED else None)
        if date is None or stem not in verbs or (objects and not any(o in words for o in objects)):
            continue
        target = _object(runs, objects, kind)
        if target is None:
            continue
        found = [_milestone(text, kind, target, clause, date)]
        decree = _DECREED.search(text, *clause)
        if decree and kind != "decree":
            found.append(_milestone(text, "decree", Span(*decree.span()), clause, date))
        return found
    return []


def _milestone(text: str, kind: str, target: Span, clause: Span, date: DateMention) -> Milestone:
    span = trimmed(text, *clause, " ,.\n“")
    return Milestone(
        cast("MilestoneKind", kind),
        target.of(text),
        target,
        span.of(text),
        span,
        date=date.date,
        date_span=date.span,
        rule=f"ko-{kind}",
    )


def _object(runs: list[Run], objects: tuple[str, ...], kind: str) -> Span | None:
    """The run that names the object: the one with an object word, else the topic for what came into being, else the last."""
    if objects:
        named = [r for r in runs if any(o in w.text for w in r.words for o in objects)]
        return named[-1].span if named else None
    if kind == "organization-founded":
        topics = [r for r in runs if r.particle in ("은", "는", "이", "가") and names.body_ending(r.words[-1].text)]
        return topics[0].span if topics else None
    return runs[-1].span if runs else None
