"""Which reports of occasions are worth comparing: those that share somebody, a word or a city, and lie near enough in time.

Two reports that state one day each, more than `NEAR` days apart, are of two occasions whatever else they share: nothing is said
of such a pair. So a report with a stated day is found by others of these under *windows* of time that overlap by as many days,
and what the busiest of ministers took part in is compared with what he took part in around that day. A report without such a
day finds all others, and is found by them, where few enough hold the key.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from onrecord.languages.cities import city_keys
from onrecord.match.kinds import Keys
from onrecord.match.words import occasion_words
from onrecord.model import PartialDate
from onrecord.model.resolution import GatheringSighting

NEAR = 7
"""Days between two stated dates within which one of them may be a mistake; more are another occasion."""

STRIDE = 14
"""Days from the beginning of one window to that of the next; each is `NEAR` days longer than that."""

LIMITS: Mapping[str, int] = {
    **dict.fromkeys("wmtd", 300),
    **dict.fromkeys("WMTD", 300),
    **dict.fromkeys(("w?", "m?", "t?", "d?"), 300),
    **dict.fromkeys(("p", "P", "p?"), 100),
}
"""Reports that may share a key of each kind (see `keys`) and be compared for that. Small letters: within a window of time, held
by reports with a stated day; capitals: held by the same, looked for by reports without one, which hold those with a mark."""


class _Shared(NamedTuple):
    """What two reports may share: the letter of its kind, the words in a window of time, and the words at any time."""

    kind: str
    near: str
    ever: str


def stated_day(report: GatheringSighting) -> int | None:
    """Return the number of the one day on which a report says that the occasion was, if it does."""
    return None if report.end else _day(report.start)


@lru_cache(maxsize=65536)
def _day(date: PartialDate | None) -> int | None:
    day = date.as_date() if date else None
    return day.toordinal() if day else None


def keys(report: GatheringSighting, who: Collection[str]) -> Keys:
    """Return the blocking keys.

    Who took part ("w"), the month with a word ("m"), the day ("d"), pairs of words of the name ("t"), the city with year and
    edition ("p"): a first round announced "for next year" so meets its reports in any language.

    Args:
        report: what a page says.
        who: the keys of the clusters of those who took part.
    """
    day = stated_day(report)
    held: dict[str, None] = {}
    looks: dict[tuple[str, str], None] = {}
    for kind, near, ever in _shared(report, who):
        without, with_day = f"{kind}? {ever}", f"{kind.upper()} {ever}"
        if day is None:
            held[without] = looks[without, without] = looks[with_day, with_day] = None
            continue
        held[with_day] = looks[without, with_day] = None
        for window in _windows(day):
            held[f"{kind} {window} {near}"] = looks[f"{kind} {window} {near}", f"{kind} {window} {near}"] = None
    _of_days(report, day, held, looks)
    return Keys(tuple(held), tuple(looks))


def _shared(report: GatheringSighting, who: Collection[str]) -> Iterator[_Shared]:
    start, words = report.start, sorted(occasion_words(report.name))
    yield from (_Shared("w", one, one) for one in sorted(who))
    if start is not None and start.month is not None:
        yield _Shared("m", f"{words[:1]}", f"{start.month} {words[:1]}")
    yield from (_Shared("t", f"{a} {b}", f"{a} {b}") for a, b in combinations(words, 2))
    if start is not None and start.year is not None and report.place:
        for city in sorted(city_keys(report.place)):
            yield _Shared("p", f"{report.edition} {city}", f"{start.year} {report.edition} {city}")


def _windows(day: int) -> Iterator[int]:
    """Yield the windows of time in which a day is: two days that are `NEAR` or less apart share one."""
    last = day // STRIDE
    if day % STRIDE < NEAR:
        yield last - 1
    yield last


def _of_days(report: GatheringSighting, day: int | None, held: dict[str, None], looks: dict[tuple[str, str], None]) -> None:
    """Add the keys of a day and the next, by which reports of days that are one apart meet, too."""
    start = report.start
    if start is None or start.month is None or start.day is None:
        return
    here = dt.date(start.year or 2000, start.month, start.day)
    for date in (here, here + dt.timedelta(1)):
        without, with_day = f"d? {date:%m-%d}", f"D {date:%m-%d}"
        if day is None:
            held[without] = looks[without, without] = looks[with_day, with_day] = None
        else:
            held[with_day] = looks[without, with_day] = None
            held[f"d {date}"] = looks[f"d {date}", f"d {date}"] = None
