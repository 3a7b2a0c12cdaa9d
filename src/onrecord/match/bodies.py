"""Whether two names, as two pages state them, are those of one body: by their words alone, whatever else a record knows."""

from __future__ import annotations

from functools import lru_cache

from onrecord.languages.bodies import in_english
from onrecord.match.names import compare_names
from onrecord.match.words import body_words, is_generic_body, plain

SOFT = frozenset(["studies", "research", "issues", "affairs", "state", "problems"])
"""Words that a translation adds or leaves out: 전략연구소 is an Institute for Strategic Studies."""

SPELLED = 0.5
"""Score from which a word of one script is the name that another script spells."""


@lru_cache(maxsize=131072)
def one_body(a: str, b: str) -> bool:
    """Tell whether two names are one body's: the same words, in any of the languages, once perhaps without the country."""
    if plain(a) == plain(b):
        return True
    first, second = aligned(a, b)
    less, more = sorted((first, second), key=len)
    left_out = more - less
    if not less or not less <= more or is_generic_body(less):
        return False
    return all(word.startswith("=") for word in left_out) and not (left_out and any(word.startswith("=") for word in less))


@lru_cache(maxsize=131072)
def aligned(a: str, b: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of two names so that those which are one in two languages are the same word.

    Names that words of two scripts spell (Irtysh, 이르티시) are paired by their letters, and soft words are left out there.
    """
    first, second = body_words(a), body_words(b)
    one, other = in_english(a), in_english(b)
    if first == second or (one is None and other is None):
        return first, second
    if _script(a) != _script(b):
        first, second = (frozenset(map(_singular, words - SOFT)) for words in (first, second))
    left = [word for word in (map(_singular, one.names) if one else sorted(first)) if word in first - second]
    right = [word for word in (map(_singular, other.names) if other else sorted(second)) if word in second - first]
    for word in left:
        spelled = next((found for found in right if _spells(word, found)), None)
        if spelled is not None:
            right.remove(spelled)
            second = second - {spelled} | {word}
    return first, second


def _singular(word: str) -> str:
    """Return an English word without the ending of the plural, in the same manner for both names."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 4 and not word.endswith("ss") else word


def _spells(a: str, b: str) -> bool:
    return not a.startswith("=") and not b.startswith("=") and min(len(a), len(b)) > 1 and compare_names(a, b).score >= SPELLED


def _script(name: str) -> str:
    return "ko" if any("가" <= c <= "힣" for c in name) else "ru" if any("а" <= c <= "я" for c in name.lower()) else "en"
