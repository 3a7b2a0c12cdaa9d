"""Which persons of different pages are one: names, offices, bodies, countries, and the company they keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from onrecord.languages.bodies import is_worded
from onrecord.languages.en.names import are_of_two_sexes
from onrecord.match import blocking, offices
from onrecord.match.evidence import Evidence, Feature, Table
from onrecord.match.kinds import Keys
from onrecord.match.names import compare_names
from onrecord.match.names.commonness import is_common
from onrecord.match.names.misprints import one_letter_apart
from onrecord.match.offices import Held
from onrecord.match.words import plain
from onrecord.model.resolution import Link, Office, PersonSighting

TABLE = Table(
    "person",
    {
        "same-name": Feature(3.0, "the same full name"),
        "spelling": Feature(2.58, "two spellings of one full name"),
        "script": Feature(2.7, "one full name in two scripts"),
        "near-name": Feature(-0.6, "names of which one letter differs"),
        "part": Feature(0.5, "one page has only a part of the name"),
        "common-name": Feature(-0.6, "many people have that name"),
        "office": Feature(2.5, "the same office"),
        "title": Feature(1.5, "the same title"),
        "rank": Feature(0.8, "the same word for the office"),
        "body": Feature(1.0, "the same body"),
        "country": Feature(0.3, "the same country"),
        "company": Feature(0.6, "named together with the same others"),
        "other-country": Feature(-3.0, "offices of two countries at the same time"),
        "other-office": Feature(-1.6, "offices in two bodies at the same time"),
        "other-body": Feature(-1.2, "the same title in two bodies at the same time"),
        "other-title": Feature(-1.0, "two titles at the same time"),
        "moved": Feature(-0.5, "other offices at other times"),
    },
    same=2.5,
    unsure=0.75,
    contrasts=True,
)

SAME_PART = 0.75
"""Score from which a word is a spelling of a part of a name: higher than for whole names, since less is compared."""

SAME_SCRIPTED = 0.95
"""Score from which a name in one script is the same name in another, spelled as its tables spell it, and no mere variant."""

MOST_COMPANY = 4
"""Others in common that count: more of them say that two pages report one thing, not that two names are one person's."""

LIMITS: Mapping[str, int] = blocking.LIMITS

LONE_SCORE = 0.6
"""Of a surname that only one person of the record fits; below all pairs that are judged on their own evidence."""


@dataclass(frozen=True)
class Person:
    """A unit of sightings, taken apart once for all comparisons."""

    key: str
    names: tuple[str, ...]
    full: tuple[str, ...]
    plain: frozenset[str]
    sample: Sequence[PersonSighting]

    @cached_property
    def offices(self) -> tuple[Held, ...]:
        """The offices of the unit. Most units are taken apart for their names alone: the rest is worked out when asked for."""
        return offices.held_through(self.sample)

    @cached_property
    def company(self) -> Mapping[str, str]:
        """Keys of others' names on the same pages → names as written."""
        others = sorted({name for sighting in self.sample for name in sighting.company})
        return {key: name for name in others for key in _company(name)}


def prepared(key: str, sample: Sequence[PersonSighting]) -> Person:
    """Take a unit's sightings apart: names and offices are those of the first, company is that of all."""
    names = telling(sample[0].names)
    full = tuple(filter(is_full, names))
    return Person(key, names, full, frozenset(map(plain, full)), tuple(sample))


@lru_cache(maxsize=65536)
def telling(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms of a name by which it is compared: where a page spells it out, none with an initial.

    "S. Karimov", on one page of Serik and on another of Sabit Karimov, does not make one of the two.
    """
    whole = tuple(name for name in names if not _INITIAL.search(name))
    return whole if 0 < len(whole) < len(names) and any(map(is_full, whole)) else names


def folded(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms by which a name is compared, upper and lower case aside, in order."""
    if len(names) == 1:
        return (names[0].casefold(),)
    return tuple(sorted({name.casefold() for name in telling(names)}))


_INITIAL = re.compile(r"(?<!\w)\w{1,2}\.")


@lru_cache(maxsize=65536)
def _company(name: str) -> frozenset[str]:
    """Return the keys under which somebody's company is the same on two pages: the name, and what its spellings sound like.

    Of a body worded as an institute of this and that, two words sound like those of any other.
    """
    if is_worded(name):
        return frozenset([plain(name)])
    found = blocking.keys((name.casefold(),))
    return frozenset([plain(name), *(key for key in found.held if key[0] in "hf")])


@lru_cache(maxsize=65536)
def is_full(name: str) -> bool:
    """Tell whether a form holds more than one part of the name."""
    return " " in name.strip() or _HANGUL.fullmatch(name) is not None


_HANGUL = re.compile("[가-힣]{3,4}")


def named(sighting: PersonSighting) -> tuple[str, ...]:
    """Return the names, upper and lower case aside."""
    return folded(sighting.names)


def profile(sighting: PersonSighting) -> Hashable:
    """Return what, beside the names, makes sightings one unit: the same offices, in whatever year.

    A surname alone is nobody yet: each such sighting is weighed by itself, but where the body or country of its office and the
    year are told.
    """
    return profile_of(sighting.offices, sighting.key, full=any(map(is_full, sighting.names)))


def profile_of(held_: Sequence[Office], key: str, *, full: bool) -> Hashable:
    """Return the profile of a sighting by its offices and its key; `full`: it has a name of more than one part."""
    posts = tuple(sorted([(o.title, o.organization or "", o.country or "", o.status) for o in held_]))
    if full:
        return posts
    years = tuple(sorted({o.as_of.year or 0 for o in held_ if o.as_of}))
    known = years and any(o.organization or o.country for o in held_)
    return posts, years, "" if known else key


def keys(person: Person) -> Keys:
    """Return the blocking keys of all names."""
    return blocking.keys(tuple(sorted({name.casefold() for name in person.names})))


def akin(a: Person, b: Person) -> bool:
    """Tell whether two units can be one person by their names."""
    return likeness(a, b) is not None


def judge(a: Person, b: Person) -> Link | None:
    """Return the judged pair, or None where the names are not those of one person."""
    names = likeness(a, b)
    if names is None:
        return None
    evidence = Evidence(TABLE)
    evidence.add(names.feature, names.a if names.a == names.b else f"{names.a}, {names.b}", names.times)
    if names.feature in NAMED and is_common(names.a) and is_common(names.b):
        evidence.add("common-name", names.a)
    partial = not (a.full and b.full)
    _offices(a, b, evidence)
    others = a.company.keys() & b.company.keys()
    if others:
        shown = sorted({a.company[key] for key in others})
        number = min(len(shown), len({b.company[key] for key in others}), MOST_COMPANY)
        evidence.add("company", ", ".join(shown[:3]), number)
    if partial and evidence.verdict == "different":
        return None  # a part of a name, and little else: that speaks neither for nor against
    return evidence.link(a.key, b.key)


class Likeness(NamedTuple):
    """What two names say: a feature of `TABLE`, how often it counts, and the two forms that it rests on."""

    feature: str
    times: float
    a: str
    b: str


NAMED = ("same-name", "spelling", "script")
"""What names of more than one part say that are one: it says less where many people have that name."""


def likeness(a: Person, b: Person) -> Likeness | None:
    """Return what the names of two units say, None where they are not those of one person; the same for b and a."""
    if not (a.full and b.full):
        return _part(a.full or a.names, b.full or b.names)
    if not a.plain.isdisjoint(b.plain):
        alike = min((form for form in (*a.full, *b.full) if plain(form) in a.plain & b.plain), key=str.casefold)
        return Likeness("same-name", 1.0, alike, alike)
    compared = [(*_compared(x, y), x, y) for x, y in product(a.full, b.full)]
    same, score, x, y = max(compared, key=lambda found: (*found[:2], *sorted(map(str.casefold, found[2:]))))
    if same:
        # A name set letter for letter in another script says as much as the name itself.
        scripted = score >= SAME_SCRIPTED and not _in_one_script(x, y)
        return Likeness("script" if scripted else "spelling", score, x, y)
    near = next(((x, y) for x, y in product(a.full, b.full) if one_letter_apart(x, y)), None)
    return Likeness("near-name", 1.0, *near) if near else None


def _part(ours: Sequence[str], theirs: Sequence[str]) -> Likeness | None:
    for x, y in product(ours, theirs):
        short, long = sorted((x, y), key=lambda name: (len(name.split()), name.casefold()))
        words = [word for word in long.split() if not are_of_two_sexes(short, word)]  # "Omarov" and Aliya Omarova
        if any(_compared(short, word) >= (True, SAME_PART) for word in words):
            return Likeness("part", 1.0, x, y)
    return None


@lru_cache(maxsize=262144)
def _compared(a: str, b: str) -> tuple[bool, float]:
    first, second = sorted((a, b))
    result = compare_names(first, second)
    return result.same, result.score


def _offices(a: Person, b: Person, evidence: Evidence) -> None:
    """Count the best agreement of two offices, or else the worst conflict of two current ones."""
    pairs = list(product(a.offices, b.offices))
    agreed = sorted(
        (offices.AGREEMENTS.index(name), x.title, y.title, name) for x, y in pairs if (name := offices.agreement(x, y))
    )
    if agreed:
        _, x, y, name = agreed[0]
        evidence.add(name, x if x == y else f"{x}, {y}")
        if name != "country":
            return
    against = [(TABLE.features[name].weight, name, x.title, y.title) for x, y in pairs if (name := offices.conflict(x, y))]
    if against:
        # "moved" is the weakest and counts only where nothing worse is found
        _, name, x, y = min(against)
        evidence.add(name, f"{x}, {y}")


def _in_one_script(a: str, b: str) -> bool:
    one, other = a.casefold(), b.casefold()
    return any(re.search(script, one) and re.search(script, other) for script in ("[a-z]", "[а-я]", "[가-힣]"))


# ---- a surname alone


def seeking(person: Person) -> Collection[str]:
    """Return the keys under which a surname with an office ("President Omarov") looks for whoever holds both."""
    return _surname_keys(person.names, person.offices) if not person.full else ()


def held(person: Person) -> Collection[str]:
    """Return the keys under which a surname with an office finds a person: a word of the name with a word of the title."""
    return _surname_keys([word for name in person.plain for word in name.split()], person.offices) if person.full else ()


def _surname_keys(surnames: Collection[str], held_: Collection[Held]) -> Collection[str]:
    return {f"{plain(surname)} {word}" for surname in surnames for office in held_ for word in office.words}


def is_same(a: Person, b: Person) -> bool:
    """Tell whether two units are one person by their own evidence."""
    link = judge(a, b)
    return link is not None and link.verdict == "same"


def only_one(person: Person, found: Sequence[Person], same: Callable[[Person, Person], bool] = is_same) -> Link | None:
    """Join a surname to the one person whom it can mean: who has that name and, at that time, that office.

    Where those found are not one by their own evidence, it may be any of them, and nobody is meant.

    Args:
        person: a surname with an office.
        found: who may be meant.
        same: what tells whether two of them are one, where that is known already.
    """
    fits = fitting(person, found)
    if not fits or not are_one(fits, same):
        return None
    a, b = sorted((person.key, fits[0].key))
    office = next(o for o in person.offices if any(offices.same_title_at_one_time(o, y) for y in fits[0].offices))
    return Link("person", a, b, LONE_SCORE, "same", (f"the only {office.title} {person.names[0]} in the record",))


def fitting(person: Person, found: Sequence[Person]) -> list[Person]:
    """Return whom of those found a surname with an office fits: who has that name and, at that time, that office."""
    surnames = {plain(name) for name in person.names}
    return [
        other
        for other in found
        if not surnames.isdisjoint(word for name in other.plain for word in name.split())
        and any(offices.same_title_at_one_time(x, y) for x in person.offices for y in other.offices)
    ]


def are_one(persons: Sequence[Person], same: Callable[[Person, Person], bool]) -> bool:
    """Tell whether judged pairs connect all of these."""
    left, front = list(persons[1:]), [persons[0]]
    while front and left:
        one = front.pop()
        joined = [other for other in left if same(one, other)]
        left = [other for other in left if other not in joined]
        front += joined
    return not left
