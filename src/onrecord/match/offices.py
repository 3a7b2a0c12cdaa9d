"""What two offices, as two pages state them, say about whether one person holds them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.match.bodies import one_body
from onrecord.match.words import countries_in, likeness, title_words
from onrecord.model.resolution import Office, PersonSighting

SAME_TIME = 2
"""Years: two current offices whose pages are dated within them are held at the same time; undated pages count as that too."""

SAME_TITLE = 0.6
"""Share of words in common from which two titles are one: "Deputy Minister" is not "Minister"."""

AGREEMENTS = ("office", "title", "body", "rank", "country")
"""What two offices can have in common, the most telling first."""


class Held(NamedTuple):
    """An office, taken apart once for all comparisons."""

    title: str
    words: frozenset[str]
    countries: frozenset[str]
    bodies: tuple[str, ...]
    current: bool
    status: str
    years: tuple[int, int] | None
    scripts: frozenset[str]


def held_through(sightings: Sequence[PersonSighting]) -> tuple[Held, ...]:
    """Return the offices of sightings of one person who holds the same ones in all, each from its first year to its last."""
    found: dict[Hashable, Held] = {}
    for sighting in sightings:
        for office in map(held, sighting.offices):
            name = (office.title, office.bodies[:1], office.countries, office.status)
            before = found.get(name)
            if before is None:
                found[name] = office
            elif before.years and office.years:
                years = min(before.years[0], office.years[0]), max(before.years[1], office.years[1])
                found[name] = before._replace(years=years)
    return tuple(found.values())


@lru_cache(maxsize=65536)
def held(office: Office) -> Held:
    """Take an office apart, once."""
    return taken_apart(office)


def taken_apart(office: Office) -> Held:
    """Take an office apart."""
    bodies = tuple(dict.fromkeys(filter(None, (office.organization, *office.forms))))
    return Held(
        office.title,
        title_words(office.title),
        _countries(office),
        bodies,
        office.status == "current",
        office.status,
        (office.as_of.year, office.as_of.year) if office.as_of and office.as_of.year else None,
        _scripts(office.title),
    )


_SCRIPTS = (("latin", re.compile("[A-Za-z]")), ("cyrillic", re.compile("[А-Яа-я]")), ("hangul", re.compile("[가-힣]")))


@lru_cache(maxsize=65536)
def _scripts(title: str) -> frozenset[str]:
    return frozenset(name for name, letters in _SCRIPTS if letters.search(title))


def _countries(office: Office) -> frozenset[str]:
    """The countries for which the office is held; that to which an ambassador is sent is not one of them."""
    if office.country:
        return countries_in(office.country)
    return countries_in(office.organization or "") | countries_in(office.title.split(" to ")[0])


def agreement(a: Held, b: Held) -> str:
    """Return what two offices have in common, as a feature of `persons.TABLE`, or nothing."""
    bodies = any(one_body(x, y) for x in a.bodies for y in b.bodies)
    countries = not a.countries.isdisjoint(b.countries)
    apart = bool(a.countries and b.countries) and not countries
    if not apart and likeness(a.words, b.words) >= SAME_TITLE:
        if bodies or countries:
            return "office"
        if not (a.bodies and b.bodies):
            return "title" if len(a.words & b.words) > 1 else "rank"
    return "body" if bodies else "country" if countries else ""


def conflict(a: Held, b: Held) -> str:
    """Return what speaks against one person holding both, as a feature of `persons.TABLE`, or nothing."""
    if not a.current or not b.current:
        return ""
    if not at_one_time(a, b):
        return "moved"
    if a.countries and b.countries and a.countries.isdisjoint(b.countries):
        return "other-country"
    if a.scripts.isdisjoint(b.scripts):
        return ""  # "Deputy Foreign Minister" and 차관 may be one office: their words say nothing against it
    alike = likeness(a.words, b.words)
    if a.bodies and b.bodies:
        return "other-body" if alike >= SAME_TITLE else "other-office"
    return "" if alike else "other-title"


def same_title_at_one_time(a: Held, b: Held) -> bool:
    """Tell whether two pages state one title, for no two countries, within `SAME_TIME` years."""
    apart = bool(a.countries and b.countries) and a.countries.isdisjoint(b.countries)
    return not apart and a.status == b.status and likeness(a.words, b.words) >= SAME_TITLE and at_one_time(a, b)


def at_one_time(a: Held, b: Held) -> bool:
    """Tell whether two offices are stated within `SAME_TIME` years, as far as their pages are dated."""
    if a.years is None or b.years is None:
        return True
    return a.years[0] - b.years[1] < SAME_TIME and b.years[0] - a.years[1] < SAME_TIME
