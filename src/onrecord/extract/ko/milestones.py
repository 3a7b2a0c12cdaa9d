"""Dated steps of the nuclear and diplomatic record in Korean text."""

from __future__ import annotations

from functools import cache
from typing import cast

from onrecord.extract.ko.names import Nominals
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.languages.ko.predicates import Predicate, predicates
from onrecord.model import Document, Milestone, Span, trimmed
from onrecord.model.facts import MilestoneKind


@cache
def _kinds() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    table = vocabulary.load("milestones")
    return tuple(
        (kind, frozenset(str(rule["verbs"]).split()), tuple(str(rule["objects"]).split())) for kind, rule in table.items()
    )


def find(document: Document, reading: Reading, read: Nominals) -> tuple[Milestone, ...]:
    """Return the milestones, in text order; each is a clause with its verb, its object and a date."""
    found: list[Milestone] = []
    for number, paragraph in enumerate(reading.paragraphs):
        if paragraph.kind in ("title", "heading"):
            continue
        words = paragraph.span.of(document.text)
        mentions = [
            DateMention(d.span.shifted(paragraph.span.start), d.date, d.end, d.basis, d.weekday)
            for d in dates.find_dates(words, document.published)
        ]
        for sentence in reading.sentences:
            if sentence.paragraph == number:
                runs = [run for run in read.runs if run.sentence is sentence and run.host is None]
                found += _sentence(document.text, sentence, runs, [d for d in mentions if sentence.span.contains(d.span)])
    return tuple(found)


def _sentence(text: str, sentence: Sentence, runs: list[Run], mentions: list[DateMention]) -> list[Milestone]:
    found = []
    boundary = sentence.span.start
    for predicate in predicates(sentence.morphemes):
        clause = Span(boundary, predicate.span.end)
        inside = [d for d in mentions if clause.contains(d.span) and d.date is not None]
        if inside:
            milestone = _milestone(text, clause, predicate, [r for r in runs if clause.contains(r.span)], inside[-1])
            if milestone:
                found.append(milestone)
        if predicate.tag in ("EF", "EC") and predicate.ending not in ("어", "아", "게"):
            boundary = predicate.span.end
    return found


def _milestone(text: str, clause: Span, predicate: Predicate, runs: list[Run], date: DateMention) -> Milestone | None:
    words = text[clause.start : clause.end]
    if text.count("“", 0, clause.start) > text.count("”", 0, clause.start):
        return None
    for kind, verbs, objects in _kinds():
        if predicate.stem not in verbs or (objects and not any(o in words for o in objects)):
            continue
        target = _object(runs, objects, kind)
        if target is None:
            continue
        span = trimmed(text, *clause, " ,.\n")
        return Milestone(
            cast("MilestoneKind", kind),
            target.of(text),
            target,
            span.of(text),
            span,
            date=date.date,
            date_span=date.span,
            rule=f"ko-{kind}",
            confidence=0.85,
        )
    return None


def _object(runs: list[Run], objects: tuple[str, ...], kind: str) -> Span | None:
    """The run that names the object: the one with an object word, else the topic for what came into being, else the last."""
    if objects:
        named = [r for r in runs if any(o in w.text for w in r.words for o in objects)]
        return named[-1].span if named else None
    if kind == "organization-founded":
        topics = [r for r in runs if r.particle in ("은", "는", "이", "가")]
        return topics[0].span if topics else None
    return runs[-1].span if runs else None
