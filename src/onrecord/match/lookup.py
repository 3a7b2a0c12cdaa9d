"""A name that somebody asks for → the records that it can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.match.names import compare_names
from onrecord.match.persons import SAME_PART
from onrecord.match.words import body_words, likeness, plain


def persons_named(name: str, spellings: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the keys of the persons whom a name can mean, best first.

    Args:
        name: a whole name or one part of it, in any spelling and script.
        spellings: every spelling of every person, with the person's key.
    """
    return _best(spellings, lambda spelling: _person(name, spelling))


def bodies_named(name: str, spellings: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the keys of the organizations that a name or abbreviation can mean, best first."""
    return _best(spellings, lambda spelling: _body(name, spelling))


def _best(spellings: Iterable[tuple[str, str]], score: Callable[[str], float]) -> tuple[str, ...]:
    scores: dict[str, float] = {}
    for spelling, key in spellings:
        found = score(spelling)
        if found > scores.get(key, 0.0):
            scores[key] = found
    return tuple(sorted(scores, key=lambda key: (-scores[key], key)))


def _person(name: str, spelling: str) -> float:
    if plain(name) == plain(spelling):
        return 2.0
    asked, there = name.split(), spelling.split()
    if len(asked) == 1:
        parts = [compare_names(name, part) for part in there if len(part) > 2 or not part.isascii()]
        best = max((part.score for part in parts if part.same), default=0.0)
        if best >= SAME_PART:
            return 0.9 * best
    if len(asked) > 1 and len(there) == 1 and there[0].isascii():
        return 0.0  # a surname alone may be anybody's
    compared = compare_names(name, spelling)
    if len(asked) == 1 and len(there) == 1 and compared.score < SAME_PART:
        return 0.0
    return compared.score if compared.same else 0.0


def _body(name: str, spelling: str) -> float:
    if plain(name) == plain(spelling):
        return 2.0
    asked, there = body_words(name), body_words(spelling)
    if asked and asked <= there:
        return 0.5 + likeness(asked, there) / 2
    return 0.0
