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
            (counted from the date mentioned before), `announcement` (a year inferred from what is announced), `open` (the year
            stays open), `decade`, `modifier` (a year before a noun).
        weekday: the weekday that the text states, Monday 0 to Sunday 6; it may contradict `date`.
    """

    span: Span
    date: PartialDate | None
    end: PartialDate | None
    basis: str
    weekday: int | None = None

    def shares_day_with(self, other: DateMention) -> bool:
        """Tell whether both may mean one day, or the one a day of the other's period."""
        if self.date is None or other.date is None:
            return False
        return self.date.agrees(other.date) or _is_day_of(self, other) or _is_day_of(other, self)

    @property
    def contradicts_weekday(self) -> bool:
        """Whether the text states a weekday on which the date does not fall."""
        day = self.date.as_date() if self.date else None
        return self.weekday is not None and day is not None and day.weekday() != self.weekday


def _is_day_of(one: DateMention, period: DateMention) -> bool:
    day = one.date.as_date() if one.date is not None else None
    first = period.date.as_date() if period.date is not None else None
    last = period.end.as_date() if period.end is not None else None
    return day is not None and first is not None and last is not None and first <= day <= last
