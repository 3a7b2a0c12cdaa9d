"""The day under which a text goes on to tell: what has none of its own takes place on the day that was told last.

A story tells its day once ("On Friday she received …. The two agreed to …. In the hall X opened …"), in every language. Why
this default, and no learned choice of the day: `docs/decisions/days.md`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from onrecord.languages.date_mention import DateMention
from onrecord.model import Document, Gathering, PartialDate, Span
from onrecord.model.altering import altered

SENTENCES = 2
"""How many sentences behind the day an occasion is told at most; further on the text has gone on to something else."""

DAYS = 92
"""How far from the page's date a day of the scene lies at most: a day of long ago is one that the page recalls."""

_ELSEWHERE = frozenset({"visit", "call"})
"""Types of occasions that frame a scene or break into it, and seldom share its day."""


class Sentence(Protocol):
    """A sentence of a reading."""

    @property
    def i(self) -> int:
        """Its number in the document."""

    @property
    def paragraph(self) -> int:
        """The number of its paragraph."""

    @property
    def span(self) -> Span:
        """Its words."""


class Paragraph(Protocol):
    """A paragraph of a reading."""

    @property
    def kind(self) -> str:
        """What it is on the page: body, heading, dateline."""


class Page(Protocol):
    """The sentences and paragraphs of a page, in text order."""

    @property
    def sentences(self) -> Sequence[Sentence]:
        """Its sentences."""

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """Its paragraphs."""


Days = Callable[[Sentence], Iterable[DateMention]]
"""Gives the dates that a sentence states."""


def settle(document: Document, page: Page, gatherings: tuple[Gathering, ...], days: Days) -> tuple[Gathering, ...]:
    """Return the gatherings, those without a day with the day of their scene, as counted from an earlier date.

    Args:
        document: the document.
        page: its reading.
        gatherings: its gatherings; those with a day, and those at which the text shows nobody, stay as they are.
        days: the dates of a sentence, completed.
    """
    if not any(_is_open(gathering) for gathering in gatherings):
        return gatherings
    starts = [sentence.span.start for sentence in page.sentences]
    return tuple(_settled(document, page, starts, one, days) if _is_open(one) else one for one in gatherings)


def _is_open(gathering: Gathering) -> bool:
    shown = gathering.start is None and gathering.end is None and bool(gathering.participations)
    return shown and gathering.type not in _ELSEWHERE


def _settled(document: Document, page: Page, starts: list[int], gathering: Gathering, days: Days) -> Gathering:
    at = min(span.start for span in (gathering.name_span, *gathering.spans))
    told = {bisect_right(starts, span.start) - 1 for span in (gathering.name_span, *gathering.spans)}
    if any(date.span.start > at or not _is_day(date) for k in told if k >= 0 for date in days(page.sentences[k])):
        return gathering  # a sentence that dates it otherwise than by a day before it: "Last month I met …"
    last = bisect_right(starts, at) - 1
    reach = SENTENCES if gathering.status == "held" else 0  # what is planned has no day yet where its sentence tells none
    for sentence in reversed(page.sentences[max(0, last - reach) : last + 1]):
        if page.paragraphs[sentence.paragraph].kind == "dateline":
            continue
        for date in reversed([*days(sentence)]):
            if date.span.end <= at and date.date is not None and _is_of_scene(document, gathering, date):
                start = _start(date.date, date.end)
                return altered(gathering, start=start, start_span=date.span, start_basis="earlier date") if start else gathering
    return gathering


def _is_day(date: DateMention) -> bool:
    return date.date is not None and date.date.as_date() is not None


def _is_of_scene(document: Document, gathering: Gathering, date: DateMention) -> bool:
    """Tell whether a date is a day that the page reports, not its own, before it or ahead of it as the occasion is."""
    own = document.published_span is not None and document.published_span.overlaps(date.span)
    day = date.date.as_date() if date.date is not None else None
    if own or day is None:
        return False
    page = document.published.as_date() if document.published is not None else None
    if page is None:
        return True
    since = (page - day).days
    return 0 <= since <= DAYS if gathering.status == "held" else -DAYS <= since <= 0


def _start(first: PartialDate, last: PartialDate | None) -> PartialDate | None:
    """The day, or the month of several days, on which of these it was the text does not tell; None where they have none."""
    if last is None:
        return first
    return PartialDate.of(first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None
