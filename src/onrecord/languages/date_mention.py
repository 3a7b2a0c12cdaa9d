"""A date as a text states it, in any language."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import PartialDate, Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a text that state a date.

    Attributes:
        span: the words, relative to the text given.
        date: the date, or the first day of a period; None where nothing can be said.
        end: the last day of a period.
        basis: `text` (complete as it stands), `page date`, `sentence` (a year in the same sentence), `weekday`, `earlier date`
            (counted from the date mentioned before), `open` (the year stays open), `decade`, `modifier` (a year before a noun).
        weekday: the weekday that the text states, Monday 0 to Sunday 6; it may contradict `date`.
    """

    span: Span
    date: PartialDate | None
    end: PartialDate | None
    basis: str
    weekday: int | None = None

    @property
    def contradicts_weekday(self) -> bool:
        """Whether the text states a weekday on which the date does not fall."""
        day = self.date.as_date() if self.date else None
        return self.weekday is not None and day is not None and day.weekday() != self.weekday
