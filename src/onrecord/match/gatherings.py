"""Which reports tell of one occasion: kind, date, place, name, who took part. Each edition of a series is its own occasion."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.languages.ko.joined_countries import joined_in
from onrecord.match import occasion_keys
from onrecord.match.evidence import Evidence, Feature, Table
from onrecord.match.kinds import Keys
from onrecord.match.occasion_keys import NEAR, stated_day
from onrecord.match.places import is_country, one_place
from onrecord.match.words import is_next_one, label_numbers, likeness, occasion_words, plain
from onrecord.model import PartialDate
from onrecord.model.resolution import GatheringSighting, Link

TABLE = Table(
    "gathering",
    {
        "type": Feature(1.0, "of the same kind"),
        "kindred-type": Feature(0.6, "of kindred kinds"),
        "other-type": Feature(-1.5, "of different kinds"),
        "day": Feature(2.5, "on the same day"),
        "next-day": Feature(1.2, "a day apart"),
        "period": Feature(1.0, "in the same period"),
        "days-apart": Feature(-2.5, "days apart"),
        "other-date": Feature(-6.0, "at another time"),
        "undated": Feature(-0.3, "one page gives no date"),
        "published": Feature(0.6, "reported at the same time"),
        "published-apart": Feature(-2.0, "reported at other times"),
        "place": Feature(1.0, "at the same place"),
        "other-place": Feature(-1.5, "at different places"),
        "name": Feature(2.2, "the same name"),
        "like-name": Feature(1.2, "a similar name"),
        "next-one": Feature(1.0, "announced as the next one at the same time"),
        "other-name": Feature(-0.7, "different names"),
        "other-year": Feature(-6.0, "the names hold different years"),
        "other-number": Feature(-3.5, "the names hold different numbers"),
        "other-countries": Feature(-6.0, "the names hold other countries"),
        "edition": Feature(1.0, "the same edition"),
        "other-edition": Feature(-6.0, "another edition of a series"),
        "participant": Feature(0.9, "the same took part"),
        "no-participant": Feature(-1.5, "nobody in common"),
        "other-counterpart": Feature(-3.0, "the same person with two others"),
        "main": Feature(0.4, "both pages are about it"),
    },
    same=3.8,
    unsure=2.6,
)

KINDRED = (
    frozenset({"roundtable", "webinar", "forum", "conference", "seminar", "workshop", "symposium", "dialogue", "other"}),
    frozenset({"summit", "meeting", "talks", "visit", "dialogue"}),
    frozenset({"ceremony", "meeting", "visit", "other"}),
    frozenset({"session", "conference", "meeting"}),
    frozenset({"exhibition", "other", "ceremony"}),
)
"""Types that two reporters may give one occasion."""

UNLIKE = frozenset({"other", "exhibition"})
"""Types that are no slip for another one where the day is another, too: a lecture, and a meeting the day after."""

OF_TWO = frozenset({"meeting", "talks", "call", "visit"})
"""Types at which two people meet: with another counterpart it is another occasion."""

AT_ONCE = 14
"""Days between two pages within which they report at the same time."""

MOST_PARTICIPANTS = 4
"""Participants in common that count."""


LIMITS: Mapping[str, int] = occasion_keys.LIMITS


@dataclass(frozen=True)
class Occasion:
    """A report, taken apart once for all comparisons.

    Attributes:
        told: the report, under the number of its unit; participants are the keys of their clusters.
        who: these, and unnamed parties in their words behind `=`.
    """

    told: GatheringSighting
    who: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """What tells the name from others; names of participants count with these.

        Most reports that meet are told apart by their days or numbers, and nobody asks.
        """
        return occasion_words(self.told.name) - frozenset(self.told.people)


def prepared(key: str, sample: Sequence[GatheringSighting]) -> Occasion:
    """Take a report apart whose participants are clusters, and whose `people` are the words of their names."""
    told = replace(sample[0], key=key)
    who = frozenset(told.participants) | {f"={plain(words)}" for words in told.phrases}
    return Occasion(told, who)


def judge(one: Occasion, other: Occasion) -> Link | None:
    """Return the judged pair, or None for two on days far apart."""
    a, b = one.told, other.told
    if _far_apart(a, b):
        return None
    evidence = Evidence(TABLE)
    _types(a, b, evidence)
    _dates(a, b, evidence)
    _places(a, b, evidence)
    _names(one, other, evidence)
    _participants(one.who, other.who, evidence)
    if _other_counterpart(a, b):
        evidence.add("other-counterpart")
    if a.main and b.main:
        evidence.add("main")
    return evidence.link(a.key, b.key)


def never_one(occasions: Sequence[Occasion]) -> Iterator[tuple[int, int]]:
    """Yield the places of two with a stated day each, more than a week apart: a report without a day does not join them.

    "The forum", without a day, fits each year's forum, and would make one occasion of all of them.
    """
    days = sorted((day, place) for place, one in enumerate(occasions) if (day := stated_day(one.told)) is not None)
    for at, (day, place) in enumerate(days):
        beyond = bisect_right(days, (day + NEAR, len(occasions)), at)
        yield from ((place, other) for _, other in days[beyond:])


def _types(a: GatheringSighting, b: GatheringSighting, evidence: Evidence) -> None:
    if a.type == b.type:
        evidence.add("type", a.type)
    elif any(a.type in group and b.type in group for group in KINDRED):
        evidence.add("kindred-type", (a.type, b.type))
    else:
        evidence.add("other-type", (a.type, b.type))


def _dates(a: GatheringSighting, b: GatheringSighting, evidence: Evidence) -> None:
    if a.start is None or b.start is None:
        known = _published(a, b, evidence)
        if not known and a.start is not b.start:
            evidence.add("undated")
        return
    detail = (a.start, b.start)
    if a.start.agrees(b.start) or _inside(a, b) or _inside(b, a):
        exact = a.start.day is not None and b.start.day is not None and a.start.agrees(b.start)
        evidence.add("day" if exact else "period", detail)
        if not exact or None in (a.start.year, b.start.year):
            _published(a, b, evidence)
        return
    apart = days_apart(a.start, b.start)
    if apart is None or apart > NEAR:
        evidence.add("other-date", detail)
    elif apart == 1 and (a.type == b.type or not {a.type, b.type} & UNLIKE):
        evidence.add("next-day", detail)
    else:
        evidence.add("days-apart", detail)


def _inside(a: GatheringSighting, b: GatheringSighting) -> bool:
    """Whether the date of one lies in the days of the other."""
    first, last = (b.start.bounds() if b.start else None), (b.end.bounds() if b.end else None)
    day = a.start.as_date() if a.start else None
    return bool(first and last and day and first[0] <= day <= last[1])


def _far_apart(a: GatheringSighting, b: GatheringSighting) -> bool:
    """Whether both are on one stated day, and these days are too far apart for any other evidence to matter."""
    first, second = stated_day(a), stated_day(b)
    return first is not None and second is not None and abs(first - second) > NEAR


def days_apart(a: PartialDate, b: PartialDate) -> int | None:
    """Return the days between two dates of day precision, of several possible ones the nearest; else None.

    Without a year on one side, the day is in the year that is nearest to the other one.
    """
    found = (_days_between(one, other) for one in a.alternatives for other in b.alternatives)
    return min((days for days in found if days is not None), default=None)


def _days_between(a: PartialDate, b: PartialDate) -> int | None:
    if None in (a.month, a.day, b.month, b.day):
        return None
    year_a, year_b = a.year or b.year or 2000, b.year or a.year or 2000
    years = range(year_b - 1, year_b + 2) if a.year is None or b.year is None else (year_b,)
    try:
        first = dt.date(year_a, a.month or 1, a.day or 1)
        return min(abs((first - dt.date(year, b.month or 1, b.day or 1)).days) for year in years)
    except ValueError:
        return None


def _published(a: GatheringSighting, b: GatheringSighting, evidence: Evidence) -> bool:
    """Count when two pages that are about the occasion came out; tell whether that speaks for it."""
    apart = _reported_apart(a, b)
    if apart is not None and a.main and b.main:
        if apart <= AT_ONCE:
            evidence.add("published", (a.published, b.published))
            return True
        if apart > 90:
            evidence.add("published-apart", (a.published, b.published))
    return False


def _reported_apart(a: GatheringSighting, b: GatheringSighting) -> int | None:
    """Return the days between the dates of two pages, if both have one."""
    first, second = (a.published.as_date() if a.published else None), (b.published.as_date() if b.published else None)
    return abs((first - second).days) if first and second else None


def _places(a: GatheringSighting, b: GatheringSighting, evidence: Evidence) -> None:
    if not a.place or not b.place:
        return
    first, second = set(plain(a.place).split()), set(plain(b.place).split())
    if is_country(a.place) != is_country(b.place):
        return  # of a city and a country nothing is said
    if first & second or one_place(a.place, b.place):
        evidence.add("place", a.place if a.place == b.place else (a.place, b.place))
    else:
        # A wrong city is a slip of one who tells the day; in one month or year, two cities are two occasions.
        on_a_day = all(one.start is not None and one.start.day is not None for one in (a, b))
        evidence.add("other-place", (a.place, b.place), 1 if on_a_day else 2)


def _names(one: Occasion, other: Occasion, evidence: Evidence) -> None:
    a, b = one.told, other.told
    years = [set(re.findall(r"\b(?:19|20)\d\d\b", name)) for name in (a.name, b.name)]
    if years[0] and years[1] and not years[0] & years[1]:
        evidence.add("other-year", (a.name, b.name))
    if a.edition is not None and b.edition is not None:
        evidence.add("edition" if a.edition == b.edition else "other-edition", (a.edition, b.edition))
    numbers = label_numbers(a.name), label_numbers(b.name)
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        evidence.add("other-number", (a.name, b.name))
        return
    countries = joined_in(a.name), joined_in(b.name)
    if countries[0] and countries[1] and countries[0].isdisjoint(countries[1]):
        evidence.add("other-countries", (a.name, b.name))  # 한일 회담, 한미일 협의
        return
    apart = _reported_apart(a, b)
    if apart is not None and apart <= AT_ONCE and is_next_one(a.name) and is_next_one(b.name):
        evidence.add("next-one", (a.name, b.name))
    first, second = one.words, other.words
    if not first or not second:
        return
    alike = max(
        likeness(first, second), 0.8 * len(first & second) / min(len(first), len(second)) if len(first & second) > 1 else 0
    )
    if alike >= 0.6:
        evidence.add("name", a.name)
    elif alike >= 0.3:
        evidence.add("like-name", (a.name, b.name))
    elif a.language == b.language and not first & second and len(first) > 1 and len(second) > 1:
        evidence.add("other-name", (a.name, b.name))


def _participants(a: Collection[str], b: Collection[str], evidence: Evidence) -> None:
    common = set(a) & set(b)
    if common:
        evidence.add("participant", f"{len(common)} in common", min(len(common), MOST_PARTICIPANTS))
    elif min(sum(not who.startswith("=") for who in side) for side in (a, b)) >= 2:
        evidence.add("no-participant")


def _other_counterpart(a: GatheringSighting, b: GatheringSighting) -> bool:
    """Tell whether one tells of two people who met, and the other has one of them with others: an envoy and two hosts."""
    if a.type not in OF_TWO or b.type not in OF_TWO:
        return False
    first, second = ({who for who in one.participants if who.startswith("p-")} for one in (a, b))
    return min(len(first), len(second)) == 2 and len(first & second) == 1


def named(report: GatheringSighting) -> Hashable:
    """Return what the blocking keys of a report follow from; every report is a unit of its own."""
    return report.key, report.name, str(report.start), report.participants, report.phrases


def keys(occasion: Occasion) -> Keys:
    """Return the blocking keys."""
    return occasion_keys.keys(occasion.told, [one for one in occasion.who if not one.startswith("=")])
