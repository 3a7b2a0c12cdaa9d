"""Which persons of different pages are one: names, offices, bodies, countries, and the company they keep."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product

from onrecord.match.evidence import Evidence, Feature, Table
from onrecord.match.names import compare_names
from onrecord.match.words import body_words, countries_in, likeness, plain, title_words
from onrecord.model.resolution import Link, Office, PersonSighting

TABLE = Table(
    "person",
    {
        "same-name": Feature(3.0, "the same full name"),
        "spelling": Feature(2.4, "two spellings of one full name"),
        "script": Feature(2.7, "one full name in two scripts"),
        "part": Feature(0.5, "one page has only a part of the name"),
        "office": Feature(2.5, "the same office"),
        "title": Feature(1.5, "the same title"),
        "rank": Feature(0.8, "the same word for the office"),
        "body": Feature(1.0, "the same body"),
        "country": Feature(0.3, "the same country"),
        "company": Feature(0.6, "named together with the same others"),
        "other-country": Feature(-3.0, "offices of two countries at the same time"),
        "other-office": Feature(-2.0, "offices in two bodies at the same time"),
        "other-body": Feature(-1.2, "the same title in two bodies at the same time"),
        "other-title": Feature(-1.0, "two titles at the same time"),
        "moved": Feature(-0.5, "other offices at other times"),
    },
    same=2.5,
    unsure=1.2,
)

SAME_TIME = 2
"""Years: two current offices whose pages are dated within them are held at the same time; undated pages count as that too."""

SAME_TITLE = 0.6
"""Share of words in common from which two titles are one: "Deputy Minister" is not "Minister"."""

SAME_PART = 0.75
"""Score from which a word is a spelling of a part of a name: higher than for whole names, since less is compared."""

SAME_SCRIPTED = 0.95
"""Score from which a name in one script is the same name in another, spelled as its tables spell it, and no mere variant."""

MOST_COMPANY = 4
"""Others in common that count: more of them say that two pages report one thing, not that two names are one person's."""


def judge(a: PersonSighting, b: PersonSighting, same_body: Callable[[str, str], bool]) -> Link | None:
    """Return the judged pair, or None where the names are not those of one person.

    Args:
        a: one sighting.
        b: another, of another document.
        same_body: tells whether two names of bodies, as stated, are known to be one body's.
    """
    evidence = Evidence(TABLE)
    if not _names(a, b, evidence):
        return None
    partial = not (full_names(a) and full_names(b))
    _offices(a, b, evidence, same_body)
    theirs = {plain(name) for name in b.company}
    others = sorted({plain(name): name for name in sorted(a.company) if plain(name) in theirs}.values())
    if others:
        evidence.add("company", ", ".join(others[:3]), min(len(others), MOST_COMPANY))
    if partial and evidence.verdict == "different":
        return None  # a part of a name, and little else: that speaks neither for nor against
    return evidence.link(a.key, b.key)


def _names(a: PersonSighting, b: PersonSighting, evidence: Evidence) -> bool:
    full_a, full_b = full_names(a), full_names(b)
    if full_a and full_b:
        if {plain(name) for name in full_a} & {plain(name) for name in full_b}:
            evidence.add("same-name", full_a[0])
            return True
        compared = [(_compared(x, y), x, y) for x, y in product(full_a, full_b)]
        (same, score), x, y = max(compared, key=lambda found: (*found[0], found[1], found[2]))
        if same:
            # A name set letter for letter in another script says as much as the name itself.
            evidence.add("script" if score >= SAME_SCRIPTED and not _in_one_script(x, y) else "spelling", f"{x}, {y}", score)
        return same
    for x, y in product(full_a or a.names, full_b or b.names):
        short, long = sorted((x, y), key=lambda name: (len(name.split()), name))
        if any(_compared(short, word) >= (True, SAME_PART) for word in long.split()):
            evidence.add("part", f"{x}, {y}")
            return True
    return False


def full_names(sighting: PersonSighting) -> list[str]:
    """Return the forms that hold more than one part of the name."""
    return [name for name in sighting.names if len(name.split()) > 1 or re.fullmatch("[가-힣]{3,4}", name)]


@lru_cache(maxsize=262144)
def _compared(a: str, b: str) -> tuple[bool, float]:
    first, second = sorted((a, b))
    result = compare_names(first, second)
    return result.same, result.score


def _offices(a: PersonSighting, b: PersonSighting, evidence: Evidence, same_body: Callable[[str, str], bool]) -> None:
    """Count the best agreement of two offices, or else the worst conflict of two current ones."""
    pairs = [(_agreement(x, y, same_body), x.title, y.title) for x, y in product(a.offices, b.offices)]
    order = ("office", "title", "body", "rank", "country")
    agreed = sorted((order.index(name), x, y, name) for name, x, y in pairs if name)
    if agreed:
        _, x, y, name = agreed[0]
        evidence.add(name, x if x == y else f"{x}, {y}")
        if name != "country":
            return
    against = sorted((_conflict(x, y), x.title, y.title) for x, y in product(a.offices, b.offices))
    against = [found for found in against if found[0]]
    if against:
        # "moved" is the weakest and counts only where nothing worse is found
        name, x, y = min(against, key=lambda found: (TABLE.features[found[0]].weight, found))
        evidence.add(name, f"{x}, {y}")


def _agreement(a: Office, b: Office, same_body: Callable[[str, str], bool]) -> str:
    bodies = bool(a.organization and b.organization) and (
        body_words(a.organization or "") == body_words(b.organization or "")
        or same_body(a.organization or "", b.organization or "")
    )
    ours, theirs = _countries(a), _countries(b)
    countries = bool(ours & theirs)
    apart = bool(ours and theirs) and not countries
    words_a, words_b = title_words(a.title), title_words(b.title)
    if likeness(words_a, words_b) >= SAME_TITLE and not apart:
        if bodies or countries:
            return "office"
        if not (a.organization and b.organization):
            return "title" if len(words_a & words_b) > 1 else "rank"
    return "body" if bodies else "country" if countries else ""


def _conflict(a: Office, b: Office) -> str:
    if a.status != "current" or b.status != "current":
        return ""
    ours, theirs = _countries(a), _countries(b)
    if not _at_one_time(a, b):
        return "moved"
    if ours and theirs and not ours & theirs:
        return "other-country"
    if not _in_one_script(a.title, b.title):
        return ""  # "Deputy Foreign Minister" and 차관 may be one office: their words say nothing against it
    alike = likeness(title_words(a.title), title_words(b.title))
    if a.organization and b.organization:
        return "other-body" if alike >= SAME_TITLE else "other-office"
    return "" if alike else "other-title"


def _in_one_script(a: str, b: str) -> bool:
    return any(re.search(script, a) and re.search(script, b) for script in ("[a-z]", "[а-я]", "[가-힣]", "[A-Z]"))


def same_title_at_one_time(a: Office, b: Office) -> bool:
    """Tell whether two pages state one title, for no two countries, within `SAME_TIME` years."""
    ours, theirs = _countries(a), _countries(b)
    apart = bool(ours and theirs) and not ours & theirs
    alike = likeness(title_words(a.title), title_words(b.title)) >= SAME_TITLE
    return alike and not apart and a.status == b.status and _at_one_time(a, b)


def _at_one_time(a: Office, b: Office) -> bool:
    first, second = (a.as_of.year if a.as_of else None), (b.as_of.year if b.as_of else None)
    return first is None or second is None or abs(first - second) < SAME_TIME


def _countries(office: Office) -> frozenset[str]:
    """The countries for which the office is held; that to which an ambassador is sent is not one of them."""
    if office.country:
        return countries_in(office.country)
    return countries_in(office.organization or "") | countries_in(office.title.split(" to ")[0])
