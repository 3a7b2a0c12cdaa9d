"""Which bodies of different pages are one: names without their small words, and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise

from onrecord.languages.bodies import KnownBody, in_english, known_body, term_words
from onrecord.match.bodies import aligned
from onrecord.match.evidence import Evidence, Feature, Table
from onrecord.match.kinds import Keys
from onrecord.match.names.keys import sounds
from onrecord.match.names.words import words as words_of
from onrecord.match.words import body_words, is_generic_body, likeness, plain, vocabulary
from onrecord.model.resolution import Link, OrganizationSighting

TABLE = Table(
    "organization",
    {
        "same-words": Feature(3.0, "the same name"),
        "translation": Feature(3.0, "the same words in two languages or cases"),
        "known": Feature(3.0, "two names of one body"),
        "renamed": Feature(2.8, "one body before and after it was renamed"),
        "other-body": Feature(-6.0, "names of two bodies"),
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

LIMITS: Mapping[str, int] = {"k": 1000, "a": 300, "w": 300, "s": 300}
"""Bodies that may share an entry of the table of bodies, an abbreviation, two words, or a word and the sound of a name."""

TELLING = 4
"""Letters from which an abbreviation with the initials of a name is that name's, and not by chance."""

SHORT = 3
"""Letters of an English word that is no name by itself."""

_KOREAN_SHORT = re.compile("[가-힣]{3,5}")

LIKE = 0.74
"""Share of words in common from which two names are nearly the same: three of four."""


def judge(a: OrganizationSighting, b: OrganizationSighting) -> Link | None:
    """Return the judged pair, or None where the names have nothing to do with each other."""
    evidence = Evidence(TABLE)
    if _known(a, b, evidence):
        return evidence.link(a.key, b.key)
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
        evidence.add("initials", initials, 1.8 if len(initials) >= TELLING else 1.0)
    else:
        return None
    return evidence.link(a.key, b.key)


def _known(a: OrganizationSighting, b: OrganizationSighting, evidence: Evidence) -> bool:
    """Count what the table of bodies says; tell whether it knows both."""
    one, other = _entry(a), _entry(b)
    if one is None or other is None:
        return False
    (name, body), (name_b, body_b) = one, other
    if body.name != body_b.name:
        evidence.add("other-body", f"{body.name}, {body_b.name}")
    elif body.until != body_b.until:
        former, until = (name, body.until) if body.until else (name_b, body_b.until)
        evidence.add("renamed", f"{former} until {until}")
    elif plain(name) == plain(name_b):
        evidence.add("same-words", name)
    else:
        evidence.add("known", f"{name}, {name_b}")
    return True


def _entry(body: OrganizationSighting) -> tuple[str, KnownBody] | None:
    """Return the first name that the table has, but no short form of a name that says more ("외교부" of Kazakhstan)."""
    longest = body_words(body.names[0])
    for name in body.names:
        known = known_body(name)
        if known and (name == body.names[0] or _is_short(name) or not _countries(longest)):
            return name, known
    return None


def _names(full_a: list[str], full_b: list[str], evidence: Evidence) -> bool:
    """Count the nearest pair of full names; tell whether there is one."""
    pairs = [(likeness(*aligned(x, y)), x == full_a[0], y == full_b[0], x, y) for x in full_a for y in full_b]
    score, _, _, x, y = max(pairs)
    words_a, words_b = aligned(x, y)
    only_a, only_b = words_a - words_b, words_b - words_a
    if score == 1 and x != full_a[0] and y != full_b[0]:
        # A short form in common ("the Congress") says nothing where the whole names differ.
        return _whole(full_a[0], full_b[0], evidence)
    if score == 1 and x == full_a[0] and y == full_b[0]:
        evidence.add(
            "same-words" if plain(x) == plain(y) or in_english(x) is None is in_english(y) else "translation", f"{x}, {y}"
        )
        if is_generic_body(words_a):
            evidence.add("generic", x)
        return True
    if score == 1:
        made_of_parts = any(_joins_parts_of(x, name) for name in (full_a[0], full_b[0]) if name != x)
        evidence.add("short-form" if len(words_a) > 1 or made_of_parts else "short-word", x)
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


def _joins_parts_of(short: str, name: str) -> bool:
    """Tell whether a Korean name joins syllables of a longer one from its first on, as such abbreviations do (전경련)."""
    syllables = iter(name)
    return _KOREAN_SHORT.fullmatch(short) is not None and short[0] == name[0] and all(one in syllables for one in short)


def _whole(a: str, b: str, evidence: Evidence) -> bool:
    """Count what the longest names of two bodies say that share a shorter form."""
    score = likeness(*aligned(a, b))
    evidence.add("like" if score >= 0.5 else "other-name", f"{a}, {b}")
    if score >= 0.5:
        evidence.add("abbreviation")
    return True


def _countries(words: frozenset[str]) -> bool:
    return any(word.startswith("=") for word in words)


@lru_cache(maxsize=65536)
def _is_short(name: str) -> bool:
    english = in_english(name)
    if english is not None and english.words:
        return False  # МИД is a word for any foreign ministry
    letters = name.replace(".", "").replace("-", "")
    return " " not in name and 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2)


def _full(sighting: OrganizationSighting) -> list[str]:
    """Return the names that are no abbreviations; without short forms that alone would be another country's body (외교부)."""
    home = _country_codes(sighting.names[0])
    return [
        name
        for name in sighting.names
        if not _is_short(name) and not (home and (codes := _country_codes(name)) and codes.isdisjoint(home))
    ]


@lru_cache(maxsize=65536)
def _country_codes(name: str) -> frozenset[str]:
    return frozenset(word for word in body_words(name) if word.startswith("="))


def _short(sighting: OrganizationSighting) -> list[str]:
    return [name.replace(".", "").upper() for name in sighting.names if _is_short(name)]


def _initials(full: list[str], short: list[str]) -> str:
    made = {_made_of(name) for name in full}
    return next((name for name in sorted(short) if len(name) > 2 and name in made), "")


@lru_cache(maxsize=65536)
def _made_of(name: str) -> str:
    """Return the abbreviation that the initials of a name make; of a Korean name those of its words in English."""
    english = in_english(name)
    if english is not None and english.order:
        return "".join(word[0] for word in english.order if not word.startswith("=")).upper()
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).upper()


def prepared(key: str, sample: Sequence[OrganizationSighting]) -> OrganizationSighting:
    """Return a unit's first sighting under the unit's number."""
    return replace(sample[0], key=key)


def named(sighting: OrganizationSighting) -> Hashable:
    """Return the names; capitals tell an abbreviation and initials."""
    return tuple(sorted(set(sighting.names)))


def profile(sighting: OrganizationSighting) -> Hashable:
    """Return what, beside the names, makes sightings one unit: nothing, where they do not leave open which body is meant."""
    return sighting.key if all(is_generic_body(body_words(name)) for name in sighting.names) else ""


def keys(sighting: OrganizationSighting) -> Keys:
    """Return the blocking keys: known bodies ("k"), abbreviations, initials ("a"), pairs of words ("w"), sounds ("s")."""
    return Keys.plain(_keys(sighting))


def _keys(sighting: OrganizationSighting) -> Iterator[str]:
    entry = _entry(sighting)
    if entry:
        yield f"k {entry[1].name}"
    yield from (f"a {name}" for name in _short(sighting))
    for name in _full(sighting):
        yield f"a {_made_of(name)}"
        words = sorted(word for word in body_words(name) if not word.startswith("="))
        yield "w " + " ".join(words)
        yield from (f"w {a} {b}" for a, b in combinations(words, 2))
        yield from _sounding(name, words)


def _sounding(name: str, words: list[str]) -> Iterator[str]:
    """Yield each word that is a name by its sound, beside each that is not: Hangyeol University and 한결대학교 share one.

    In a name in English any word but the kind of body may be such, and neighbours together: Green Bridge Foundation and
    그린브리지재단.
    """
    known = term_words()
    kinds = [word for word in words if word in known]
    if not kinds:
        return
    named = [word for word in words if word not in known]
    if in_english(name) is None:
        generic: frozenset[str] = vocabulary()["generic_bodies"]
        telling = [word for word in plain(name).split() if word not in generic and len(word) > SHORT]
        named = [*dict.fromkeys((*named, *telling, *(a + b for a, b in pairwise(telling))))]
    for one in named:
        heard = {sound for word in words_of(one) for sound in sounds(word, every=True)}
        yield from (f"s {sound} {kind}" for sound in sorted(heard) for kind in kinds if kind != one)
