"""Which bodies of different pages are one: names without their small words, and abbreviations."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from onrecord.match.evidence import Evidence, Feature, Table
from onrecord.match.words import body_words, is_generic_body, likeness, plain
from onrecord.model.resolution import Link, OrganizationSighting

TABLE = Table(
    "organization",
    {
        "same-words": Feature(3.0, "the same name"),
        "short-form": Feature(2.6, "one page has a short form of the name alone"),
        "short-word": Feature(1.3, "one page has a word of the name alone"),
        "without-country": Feature(2.6, "the same name, once without its country"),
        "like": Feature(1.4, "nearly the same name"),
        "abbreviation": Feature(1.4, "the same abbreviation or short form"),
        "only-abbreviation": Feature(2.6, "one page has the abbreviation alone"),
        "initials": Feature(1.4, "the abbreviation has the initials of the name"),
        "generic": Feature(-1.5, "many bodies have that name"),
        "other-country": Feature(-4.0, "of another country"),
        "other-name": Feature(-3.0, "the full names differ"),
    },
    same=2.5,
    unsure=1.2,
)

LIMITS: Mapping[str, int] = {"a": 300, "w": 300}
"""Bodies that may share an abbreviation or a pair of words and be compared for that."""

LIKE = 0.74
"""Share of words in common from which two names are nearly the same: three of four."""


def judge(a: OrganizationSighting, b: OrganizationSighting) -> Link | None:
    """Return the judged pair, or None where the names have nothing to do with each other."""
    evidence = Evidence(TABLE)
    full_a, full_b = _full(a), _full(b)
    short = sorted(set(_short(a)) & set(_short(b)))
    if full_a and full_b:
        alike = _names(full_a, full_b, evidence)
        if short:
            evidence.add("abbreviation", short[0])
            if not alike:
                evidence.add("other-name", f"{full_a[0]}, {full_b[0]}")
        elif not alike:
            return None
    elif short:
        evidence.add("same-words" if not full_a and not full_b else "only-abbreviation", short[0])
    elif initials := _initials(full_a, _short(b)) or _initials(full_b, _short(a)):
        evidence.add("initials", initials)
    else:
        return None
    return evidence.link(a.key, b.key)


def _names(full_a: list[str], full_b: list[str], evidence: Evidence) -> bool:
    """Count the nearest pair of full names; tell whether there is one."""
    pairs = [(likeness(body_words(x), body_words(y)), x == full_a[0], y == full_b[0], x, y) for x in full_a for y in full_b]
    score, _, _, x, y = max(pairs)
    words_a, words_b = body_words(x), body_words(y)
    only_a, only_b = words_a - words_b, words_b - words_a
    if score == 1 and x != full_a[0] and y != full_b[0]:
        # A short form in common ("the Congress") says nothing where the whole names differ.
        return _whole(full_a[0], full_b[0], evidence)
    if score == 1 and x == full_a[0] and y == full_b[0]:
        evidence.add("same-words", x)
        if is_generic_body(words_a):
            evidence.add("generic", x)
        return True
    if score == 1:
        evidence.add("short-form" if len(words_a) > 1 else "short-word", x)
        if is_generic_body(words_a):
            evidence.add("generic", x)
        return True
    if _countries(only_a) and _countries(only_b):
        if score >= 0.5:
            evidence.add("other-country", f"{x}, {y}")
        return score >= 0.5
    if not (only_a and only_b) and all(word.startswith("=") for word in only_a | only_b):
        evidence.add("without-country", f"{x}, {y}")
        if is_generic_body(words_a & words_b):
            evidence.add("generic", x)
        return True
    if score >= LIKE:
        evidence.add("like", f"{x}, {y}")
    return score >= LIKE


def _whole(a: str, b: str, evidence: Evidence) -> bool:
    """Count what the longest names of two bodies say that share a shorter form."""
    score = likeness(body_words(a), body_words(b))
    evidence.add("like" if score >= 0.5 else "other-name", f"{a}, {b}")
    if score >= 0.5:
        evidence.add("abbreviation")
    return True


def _countries(words: frozenset[str]) -> bool:
    return any(word.startswith("=") for word in words)


def _is_short(name: str) -> bool:
    letters = name.replace(".", "").replace("-", "")
    return " " not in name and 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2)


def _full(sighting: OrganizationSighting) -> list[str]:
    return [name for name in sighting.names if not _is_short(name)]


def _short(sighting: OrganizationSighting) -> list[str]:
    return [name.replace(".", "").upper() for name in sighting.names if _is_short(name)]


def _initials(full: list[str], short: list[str]) -> str:
    made = {"".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).upper() for name in full}
    return next((name for name in sorted(short) if len(name) > 2 and name in made), "")


def prepared(key: str, sample: Sequence[OrganizationSighting]) -> OrganizationSighting:
    """Return a unit's first sighting under the unit's number."""
    return replace(sample[0], key=key)


def profile(sighting: OrganizationSighting) -> Hashable:
    """Return what makes sightings one unit: the same names, where they do not leave open which body is meant."""
    left_open = all(is_generic_body(body_words(name)) for name in sighting.names)
    return tuple(sorted(map(plain, sighting.names))), sighting.key if left_open else ""


def keys(sighting: OrganizationSighting) -> Iterator[str]:
    """Yield the blocking keys: abbreviations, initials ("a"), and pairs of words of the full names ("w")."""
    yield from (f"a {name}" for name in _short(sighting))
    for name in _full(sighting):
        yield "a " + "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).upper()
        words = sorted(word for word in body_words(name) if not word.startswith("="))
        yield "w " + " ".join(words)
        yield from (f"w {a} {b}" for a, b in combinations(words, 2))
