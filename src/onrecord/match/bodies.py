"""Whether two names, as two pages state them, are those of one body: by their words alone, whatever else a record knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.languages.bodies import InEnglish, in_english, term_words
from onrecord.languages.ko.transliteration import romanise
from onrecord.match.names import compare_names
from onrecord.match.names.words import CYRILLIC, HANGUL, LATIN, script_of
from onrecord.match.words import body_words, is_generic_body, plain, vocabulary

SOFT = frozenset(["studies", "research", "issues", "affairs", "state", "problems", "permanent"])
"""Words that a translation adds or leaves out: 전략연구소 is an Institute for Strategic Studies."""

SPELLED = 0.5
"""Score from which a word of one script is the name that another script spells."""

SURELY = 0.8
"""Score from which it is that without the ending of an adjective ("Caspian", 카스피), or in letters that stand for letters."""

MOST_JOINED = 3
"""Words that a name in another script may join in one."""

_STEM = re.compile(r"(?<=\w{4})(?:an|al|ic|(?<=(?:pp|tt|ss|ll))e)$")


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

    Names that words of two scripts spell (Irtysh, 이르티시) are paired by their letters, also several words that one name joins
    (Green Bridge, 그린브리지), and soft words are left out there.
    """
    first, second = body_words(a), body_words(b)
    one, other = in_english(a), in_english(b)
    if first == second or (one is None and other is None):
        return first, second
    if _script(a) != _script(b):
        first, second = _translated(first), _translated(second)
    left = [word for word in _in_order(a, one, first) if word in first - second]
    right = [word for word in _in_order(b, other, second) if word in second - first]
    for names, theirs in ((left, right), (right, left)):
        for name in [*names]:
            spelled = next((found for found in _runs(theirs) if _spells(name, "".join(found))), None)
            if spelled is None:
                continue
            names.remove(name)
            for word in spelled:
                theirs.remove(word)
            if names is left:
                second = second - {*spelled} | {name}
            else:
                first = first - {*spelled} | {name}
    return first, second


def _in_order(name: str, english: InEnglish | None, words: frozenset[str]) -> list[str]:
    """Return the words of a name that may be a name in it, in the order in which they are written, if they are in English."""
    if english is not None:
        return [_singular(word) for word in english.names]
    written = plain(name)
    return sorted((word for word in words if not word.startswith("=")), key=lambda word: (written.find(word) % 1000, word))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield each word, then neighbours that a name in another script may join."""
    for size in range(1, MOST_JOINED + 1):
        yield from (tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def _translated(words: frozenset[str]) -> frozenset[str]:
    """Return the words of a name as names of two languages are compared: in the singular, without soft words."""
    left_out = SOFT | {"energy"} if "nuclear" in words else SOFT
    one = {form: first for first, *others in vocabulary()["one_in_translation"] for form in others}
    return frozenset(one.get(word, word) for word in map(_term_in_singular, words - left_out))


def _term_in_singular(word: str) -> str:
    """Return a word by which parts of names are translated in the singular; others are names, whose "s" is their own."""
    singular = _singular(word)
    return singular if not term_words().isdisjoint((word, singular)) else word


def _singular(word: str) -> str:
    """Return an English word without the ending of the plural, in the same manner for both names."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 4 and not word.endswith("ss") else word


def _spells(a: str, b: str) -> bool:
    """Tell whether a name in one script is a word in another, by its sound."""
    if a.startswith("=") or b.startswith("=") or min(len(a), len(b)) < 2 or _script(a) == _script(b) == LATIN:
        return False
    if compare_names(a, b).score >= SPELLED:
        return True
    hangul, latin = (a, b) if _script(a) == HANGUL else (b, a)
    if _script(hangul) != HANGUL or _script(latin) != LATIN:
        return False
    stem = _STEM.sub("", latin)
    return (stem != latin and compare_names(hangul, stem).score >= SURELY) or compare_names(
        romanise(hangul), latin
    ).score >= SURELY


@lru_cache(maxsize=65536)
def _script(name: str) -> str:
    """Return the script that tells in which language a name is: Hangul, then Cyrillic, wherever it stands in the name."""
    scripts = {script_of(letter) for letter in name.lower()}
    return HANGUL if HANGUL in scripts else CYRILLIC if CYRILLIC in scripts else LATIN
