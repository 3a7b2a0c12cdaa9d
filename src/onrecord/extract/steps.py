"""The dated steps of a page, where Korean and Russian tell them alike: their days, and the record of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from onrecord.extract.chronicles import under_year
from onrecord.languages.date_mention import DateMention
from onrecord.model import Document, Gathering, Milestone, PartialDate, Span, trimmed
from onrecord.model.errors import DateError
from onrecord.model.facts import MilestoneKind

UNDATED = ("agreement", "treaty-signed")
"""Kinds that take the date of the page's gathering where their own clause states none: what is signed at it."""


def signing_day(gatherings: tuple[Gathering, ...]) -> DateMention | None:
    """Return the day of the gathering that the page is about."""
    main = next((g for g in gatherings if g.main and g.start and g.start_span), None)
    return DateMention(main.start_span, main.start, None, "gathering") if main and main.start_span else None


def dates_in(document: Document, span: Span, find: Callable[[str, PartialDate | None], list[DateMention]]) -> list[DateMention]:
    """Return the dates that stand in a span, placed in the document, by a language's `find`; a chronicle's with their years."""
    stated = find(span.of(document.text), document.published)
    placed = (DateMention(d.span.shifted(span.start), d.date, d.end, d.basis, d.weekday) for d in stated)
    return [under_year(document.text, mention) for mention in placed]


def taken(step: Milestone, who: str | None) -> Milestone:
    """Return a step with who took it; a body that was founded did not found itself."""
    itself = who is None or (who in step.what and step.kind == "organization-founded")
    return step if itself else replace(step, actor=who)


def counted_from(document: Document, mentions: list[DateMention]) -> tuple[DateMention | None, PartialDate | None]:
    """Return from which date a sentence counts the years of a jubilee: the first of its own with a year, else the page's."""
    told = next((d for d in mentions if d.date is not None and d.date.year is not None), None)
    return told, told.date if told is not None else document.published


def years_before(date: PartialDate, years: int, *, that_day: bool = False) -> PartialDate | None:
    """Return the date of which another is the jubilee: its year, or its day `that_day`; None where there is no such day."""
    if date.year is None:
        return None
    try:
        return PartialDate.of(date.year - years, *((date.month, date.day) if that_day else ()))
    except DateError:
        return None  # 29 February, or a number of years that counts none


def milestone(text: str, kind: str, target: Span, clause: Span, date: DateMention, *, language: str, strip: str) -> Milestone:
    """Return the record of one step.

    Args:
        text: the document's text.
        kind: one of the kinds of steps.
        target: the words that name its object.
        clause: the words that tell it, of which `strip` is cut off at both ends.
        date: when it was taken.
        language: the code of the page's language, by which the rule is named.
        strip: the characters that are no words of the clause.
    """
    span = trimmed(text, *clause, strip)
    rule, told = f"{language}-{kind}", span.of(text)
    named = cast("MilestoneKind", kind)
    return Milestone(named, target.of(text), target, told, span, date=date.date, date_span=date.span, rule=rule)
