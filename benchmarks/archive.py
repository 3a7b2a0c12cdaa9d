"""An invented archive: who is named on which page, as often as people are named in the news, with known truth.

People are named by Zipf's law: the k-th of them in proportion to 1/k. A few thousand are in every second report, most are
named once or twice; the more pages, the rarer new names become. A page names somebody by that law, and up to five others: four
of five from their circle (twelve people of neighbouring ranks), the rest by the law. Names are made of two entries of the open
name lists (see `mentions.py`), so that few people share a name by chance; one form of a name is used in half of its mentions,
others (another order, other spellings, an initial, capitals, the surname alone) ever more rarely. A page in five is in Korean,
one in ten in Russian. People hold one office or two after each other; a page tells it or not, with body and country or without.

Everything is drawn from a seed, in arrays, so that ten million mentions are drawn in seconds.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from mentions import CIRCLE, COUNTRIES, HEADS, LETTERS, SUBJECTS, TITLES, Lists

Array = np.ndarray[Any, np.dtype[Any]]

SCRIPTS = ("en", "ko", "ru")
YEARS = (2010, 2024)
MOST = 6
"""People of a page."""


class Post(NamedTuple):
    """An office as a page may tell it: what is not told is None."""

    title: str
    body: str | None
    country: str | None


@dataclass(slots=True)
class People:
    """Everybody who can be named.

    Attributes:
        forms: names as written, of all people one after the other.
        first: where the forms of person p in script s begin, at p * 3 + s; one more at the end.
        posts: what pages tell of offices, four ways for each post; the first one of all is no office.
        since: two posts a person: the years from which they are held, and where their four ways begin in `posts`.
    """

    forms: list[str] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    posts: list[Post | None] = field(default_factory=lambda: [None])
    since: list[tuple[int, int, int]] = field(default_factory=list)


class Drawn(NamedTuple):
    """Mentions, in order of their pages: numbers of pages, people, forms and posts, scripts and days of the pages."""

    page: Array
    person: Array
    form: Array
    post: Array
    script: Array
    day: Array


def people(lists: Lists, number: int, seed: int = 1) -> People:
    """Return so many people with their names and offices."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    korean = [one for one in lists.names if len(one[1]) == 3 and " " not in one[1] and "-" in one[0]]
    others = [one for one in lists.names if len(one[1].split()) == 2 and "-" not in one[0]]
    bodies = [_body(chance) for _ in range(max(2, number // 6))]
    found = People()
    for n in range(number):
        forms = _korean(lists, chance, korean) if chance.random() < 0.3 else _foreign(lists, chance, others)
        for script in SCRIPTS:
            found.first.append(len(found.forms))
            found.forms += forms[script]
        begun = [chance.randint(*YEARS), chance.randint(*YEARS)]
        places = []
        for k in range(2):
            body, country = bodies[(n // CIRCLE * 2 + k) % len(bodies)]
            title = chance.choice(TITLES)
            places.append(len(found.posts))
            found.posts += [Post(title, *rest) for rest in ((None, None), (body, None), (None, country), (body, country))]
        found.since.append((max(begun), *places))
    found.first.append(len(found.forms))
    return found


def _body(chance: random.Random) -> tuple[str, str]:
    place = "".join(chance.choice(LETTERS) for _ in range(chance.randint(5, 8))).capitalize()
    return f"{place} {chance.choice(HEADS)} of {chance.choice(SUBJECTS)}", chance.choice(COUNTRIES)


def _korean(lists: Lists, chance: random.Random, entries: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    (one, hangul), (other, given_hangul) = chance.choice(entries), chance.choice(entries)
    surnames, givens = lists.spellings(one, hangul)[1], lists.spellings(other, given_hangul)[0]
    main = [f"{surnames[0]} {givens[0]}", f"{givens[0]} {surnames[0]}"]
    spelled = [f"{surname} {given}" for surname in surnames[:2] for given in givens[:3]]
    forms = [*main, *spelled, f"{givens[0]} {surnames[0].upper()}", surnames[0]]
    return {
        "en": list(dict.fromkeys(forms)),
        "ko": [hangul[0] + given_hangul[1:]],
        "ru": _russian(lists, givens[0], surnames[0]),
    }


def _foreign(lists: Lists, chance: random.Random, entries: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    (one, hangul), (other, other_hangul) = chance.choice(entries), chance.choice(entries)
    givens, surnames = lists.spellings(one, hangul)[0], lists.spellings(other, other_hangul)[1]
    spelled = [f"{given} {surname}" for given in givens[:2] for surname in surnames[:2]]
    forms = [*spelled, f"{givens[0]} {surnames[0].upper()}", f"{givens[0][0]}. {surnames[0]}", surnames[0]]
    korean = [f"{hangul.split()[0]} {other_hangul.split()[1]}"]
    return {"en": list(dict.fromkeys(forms)), "ko": korean, "ru": _russian(lists, givens[0], surnames[0])}


def _russian(lists: Lists, given: str, surname: str) -> list[str]:
    words = [lists.cyrillic.get(word.lower(), "").capitalize() for word in (given, surname)]
    return [" ".join(words if all(words) else (given, surname))]


def drawn(population: People, mentions: int, seed: int = 1, *, everybody: bool = False) -> Drawn:
    """Return about so many mentions.

    Args:
        population: who can be named.
        mentions: how many; the last page is whole.
        seed: of all that is drawn.
        everybody: whether each person leads one page at least, so that all are there.
    """
    chance = np.random.default_rng(seed)
    number = len(population.since)
    law = np.cumsum(1 / np.arange(1, number + 1))
    law /= law[-1]
    pages = int(mentions / (1 + (MOST - 1) / 2 * 0.86))  # what is drawn twice on a page counts once
    leads = np.searchsorted(law, chance.random(pages)).astype(np.int64)
    if everybody:
        leads[:number] = np.arange(min(number, pages))
        leads = chance.permutation(leads)
    size = chance.integers(0, MOST, pages)
    page = np.repeat(np.arange(pages), size)
    near = leads[page] // CIRCLE * CIRCLE + (CIRCLE * chance.random(len(page)) ** 2).astype(np.int64)
    far = np.searchsorted(law, chance.random(len(page)))
    company = np.minimum(np.where(chance.random(len(page)) < 0.8, near, far), number - 1)
    there = np.unique(np.concatenate([np.arange(pages), page]) * np.int64(number) + np.concatenate([leads, company]))
    page, person = there // number, there % number
    script = chance.choice(3, pages, p=(0.7, 0.2, 0.1))[page]
    day = chance.integers(0, 365 * (YEARS[1] - YEARS[0] + 1), pages)[page]
    first = np.array(population.first)
    begin, end = first[person * 3 + script], first[person * 3 + script + 1]
    form = begin + ((end - begin) * chance.random(len(person)) ** 3).astype(np.int64)
    since = np.array(population.since)[person]
    post = np.where(YEARS[0] + day // 365 >= since[:, 0], since[:, 2], since[:, 1])
    way = np.searchsorted(np.cumsum((0.3, 0.2, 0.1, 0.15)), chance.random(len(person)))
    return Drawn(page, person, form, np.where(way < 4, post + way, 0), script, day)


def pages(found: Drawn) -> Iterator[range]:
    """Yield the mentions of each page, as ranges."""
    starts = np.flatnonzero(np.diff(found.page, prepend=-1)).tolist()
    for start, end in zip(starts, [*starts[1:], len(found.page)], strict=True):
        yield range(start, end)


def date(day: int) -> str:
    """Return the date of a page."""
    return str(np.datetime64(f"{YEARS[0]}-01-01") + np.timedelta64(day, "D"))
