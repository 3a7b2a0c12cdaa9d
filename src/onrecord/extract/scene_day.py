"""The day under which a text goes on to tell: what has none of its own takes place on the day that was told last.

A story tells its day once ("On Friday she received …. The two agreed to …. In the hall X opened …"), in every language. Why
this default, and no learned choice of the day: `docs/decisions/days.md`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Protocol

from onrecord.extract.occasion import Sentence
from onrecord.languages.date_mention import DateMention
from onrecord.model import Document, Gathering, PartialDate, Statement
from onrecord.model.altering import altered

SENTENCES = 2
"""How many sentences behind the day an occasion of another paragraph is told at most; further on something else is told."""

DAYS = 92
"""How far from the page's date a day of the scene lies at most: a day of long ago is one that the page recalls."""

_ELSEWHERE = frozenset({"visit", "call"})
"""Types of occasions that frame a scene or break into it, and seldom share its day."""


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


class Scenes:
    """The days under which the sentences of a page are told.

    Args:
        document: the document.
        page: its reading.
        days: gives the dates that a sentence states, completed.
        said: the statements of the page: what somebody speaks of does not take place where and when the page goes on to tell.
    """

    def __init__(
        self, document: Document, page: Page, days: Callable[[Sentence], Iterable[DateMention]], said: Iterable[Statement]
    ) -> None:
        self._document = document
        self._page = page
        self._days = days
        self._said = [span for statement in said for span in statement.content_spans]

    def settle(self, gatherings: tuple[Gathering, ...], apart: Collection[str] = ()) -> tuple[Gathering, ...]:
        """Return the gatherings, those without a day with the one of their scene, as counted from an earlier date.

        Those with a day, those at which the text shows nobody, visits and calls stay as they are.

        Args:
            gatherings: the gatherings of the page.
            apart: the ids of those of which the text tells that they were on another day than the one told last.
        """
        open_ = {g.id for g in gatherings if _is_open(g)} - set(apart)
        if not open_:
            return gatherings
        starts = [sentence.span.start for sentence in self._page.sentences]
        lasting = [g for g in gatherings if g.start is not None and g.end is not None and g.type != "exhibition"]
        return tuple(self._settled(one, starts, lasting) if one.id in open_ else one for one in gatherings)

    def _settled(self, gathering: Gathering, starts: list[int], lasting: list[Gathering]) -> Gathering:
        spans = (gathering.name_span, *gathering.spans)
        at = min(span.start for span in spans)
        told = {bisect_right(starts, span.start) - 1 for span in spans} - {-1}
        if any(d.span.start > at or not _is_day(d) for k in told for d in self._days(self._page.sentences[k])):
            return gathering  # a sentence that dates it otherwise than by a day before it: "Last month I met …"
        words = next((span for span in self._said if span.contains(gathering.name_span)), None)
        last = bisect_right(starts, at) - 1
        for sentence in self._before(last, held=gathering.status == "held"):
            days = [d for d in self._days(sentence) if d.span.end <= at and (words is None or words.contains(d.span))]
            day = next((d for d in reversed(days) if self._is_told(gathering, d)), None)
            if day is not None:
                beside = sentence.paragraph == self._page.sentences[last].paragraph
                start = _start(day, several=not beside and any(_holds(one, day) for one in lasting))
                return altered(gathering, start=start, start_span=day.span, start_basis="earlier date") if start else gathering
        return gathering

    def _before(self, last: int, *, held: bool) -> Iterator[Sentence]:
        """Give the sentence in which an occasion is named, the `last`, and those of its scene before it, the nearest first.

        What is planned has no day yet where its own sentence tells none.
        """
        for k in range(last, -1, -1):
            sentence = self._page.sentences[k]
            beside = sentence.paragraph == self._page.sentences[last].paragraph
            if k < last and (not held or (last - k > SENTENCES and not beside)):
                return
            if self._page.paragraphs[sentence.paragraph].kind != "dateline":
                yield sentence

    def _is_told(self, gathering: Gathering, date: DateMention) -> bool:
        """Tell whether a date is a day that the page reports, not its own, before it or ahead of it as the occasion is."""
        own = self._document.published_span is not None and self._document.published_span.overlaps(date.span)
        day = date.date.as_date() if date.date is not None else None
        if own or day is None:
            return False
        page = self._document.published.as_date() if self._document.published is not None else None
        if page is None:
            return True
        since = (page - day).days
        return 0 <= since <= DAYS if gathering.status == "held" else -DAYS <= since <= 0


def _is_open(gathering: Gathering) -> bool:
    shown = bool(gathering.participations) or gathering.attendance is not None
    return shown and gathering.start is None and gathering.end is None and gathering.type not in _ELSEWHERE


def _is_day(date: DateMention) -> bool:
    return date.date is not None and date.date.as_date() is not None


def _holds(lasting: Gathering, date: DateMention) -> bool:
    """Tell whether a day is one of several of an occasion."""
    first, last = (day.bounds() if day is not None else None for day in (lasting.start, lasting.end))
    day = date.date.as_date() if date.date is not None else None
    return first is not None and last is not None and day is not None and first[0] <= day <= last[1]


def _start(date: DateMention, *, several: bool) -> PartialDate | None:
    """The day, or the month of several days of which the text does not tell which; None where they have no month in common."""
    first, last = date.date, date.end
    if first is None or (last is None and not several):
        return first
    alike = last is None or (first.year, first.month) == (last.year, last.month)
    return PartialDate.of(first.year, first.month) if alike else None
