"""Who was in office on a day, according to whom: what sources state of one office, before the day, on it and after it.

Sources state an office on the dates of their pages; some say since when or until when. Between two pages that have somebody in
office, they are taken to have stayed in it, unless a page between them says otherwise. Beyond, only "possibly" can be said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.languages.offices import office_words
from onrecord.model import PartialDate
from onrecord.model.recorded import PositionRecord

Held = Literal["certainly", "possibly", "no"]


@dataclass(frozen=True, slots=True)
class Tenure:
    """Whether somebody held an office on a day.

    Attributes:
        held: "certainly" where sources of the day say so, or sources before and after it; "possibly" where nothing speaks
            against it; "no" where it was left before or taken later.
        reason: why, in words.
        positions: what is stated of the office, the statements that decide first.
    """

    person_key: str
    person: str
    held: Held
    reason: str
    positions: tuple[PositionRecord, ...]


def tenure(office: Iterable[PositionRecord], day: PartialDate) -> Tenure | None:
    """Return whether an office was held on a day; None where no source dates it, or the day has no year.

    Args:
        office: all that is stated of one office of one person, held and left.
        day: a day, a month or a year, of which the whole counts.
    """
    stated = sorted(office, key=lambda position: position.key)
    asked = day.bounds()
    if not stated or asked is None:
        return None
    found = _Stated.of(stated)
    held, reason, decisive = found.judged(*asked)
    if not decisive:
        return None
    rest = [position for position in stated if position not in decisive]
    return Tenure(stated[0].person_key, stated[0].person, held, reason, (*decisive, *rest))


def of_office(positions: Iterable[PositionRecord], office: str, *, country: str = "") -> tuple[PositionRecord, ...]:
    """Return the positions whose title, body and country have all telling words of an office ("deputy foreign minister").

    One word at least stands in the title: a clerk of the President's foundation is no president.
    """
    wanted = [one for one in positions if _is_called(_words(office, one), one)]
    return tuple(one for one in wanted if _words(country, one) <= _words(f"{one.country or ''} {one.organization or ''}", one))


def _words(text: str, position: PositionRecord) -> frozenset[str]:
    return office_words(text, position.evidence.source.language)


def _is_called(wanted: frozenset[str], position: PositionRecord) -> bool:
    return not wanted or (wanted <= _all_words(position) and not wanted.isdisjoint(_words(position.title, position)))


def _all_words(position: PositionRecord) -> frozenset[str]:
    return _words(" ".join(filter(None, (position.title, position.organization, position.country))), position)


@dataclass(frozen=True, slots=True)
class _Stated:
    """What is stated, as days: [(first, last, who says so)]."""

    current: list[tuple[date, date, PositionRecord]]
    former: list[tuple[date, date, PositionRecord]]
    since: list[tuple[date, date, PositionRecord]]
    until: list[tuple[date, date, PositionRecord]]

    @classmethod
    def of(cls, stated: list[PositionRecord]) -> _Stated:
        def days(pairs: Iterable[tuple[PartialDate | None, PositionRecord]]) -> list[tuple[date, date, PositionRecord]]:
            known = ((one.bounds() if one else None, position) for one, position in pairs)
            return sorted(((*bounds, position) for bounds, position in known if bounds), key=lambda x: (x[0], x[1], x[2].key))

        return cls(
            days((position.as_of, position) for position in stated if position.status == "current"),
            days((position.as_of, position) for position in stated if position.status == "former"),
            days((position.since, position) for position in stated),
            days((position.until, position) for position in stated),
        )

    def judged(self, first: date, last: date) -> tuple[Held, str, tuple[PositionRecord, ...]]:
        """Return the verdict on the days from `first` to `last`, why, and the statements that decide."""
        on = tuple(p for a, b, p in self.current if first <= a and b <= last)
        if on:
            return "certainly", "stated in office at that time", on
        left = [(b, p) for a, b, p in (*self.until, *self.former) if b < first]
        before = [(a, p) for a, b, p in (*self.since, *self.current) if b <= first]
        after = [(b, p) for a, b, p in (*self.current, *self.until) if a >= last]
        back = max((a for a, _ in before), default=None)
        if left and (back is None or max(b for b, _ in left) >= back):
            return "no", "left before", (max(left, key=lambda x: x[0])[1],)
        if before and after:
            return "certainly", "stated in office before and after", (max(before, key=lambda x: x[0])[1], after[0][1])
        taken = [p for a, _, p in self.since if a > last]
        if before:
            return "possibly", "stated in office before, and nothing after", (max(before, key=lambda x: x[0])[1],)
        return ("no", "taken later", (taken[0],)) if taken else self._open(first, last, [p for _, p in after])

    def _open(self, first: date, last: date, after: list[PositionRecord]) -> tuple[Held, str, tuple[PositionRecord, ...]]:
        if after:
            return "possibly", "stated in office after, and nothing before", (after[0],)
        vague = tuple(p for a, b, p in (*self.current, *self.since, *self.until) if a <= last and first <= b)
        return "possibly", "the dates leave it open", vague
