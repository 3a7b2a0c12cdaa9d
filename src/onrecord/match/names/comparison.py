"""`compare_names`: whether two strings are spellings of one name, how surely, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from math import exp

from onrecord.languages.en.transliteration import given_names, name_variants, particles
from onrecord.match.names import korean, reasons, spelling
from onrecord.match.names.order import Pairing, bases, pair_words
from onrecord.match.names.words import CYRILLIC, HANGUL, LATIN, Word, words

SAME = 0.5
"""Two names are called the same from this score on."""
SHIFTS = {(LATIN, CYRILLIC): 0.75, (LATIN, HANGUL): 0.75, (CYRILLIC, HANGUL): 1.25}
SHIFTS |= {(other, one): shift for (one, other), shift in SHIFTS.items()}
"""Evidence added to that of words across scripts, where the nearest wrong name is farther than inside one script. F1 on pairs
held out from learning is best so."""
DECLINED = -0.75
"""Evidence taken off where a name is the same only in another case, or without its article."""


class NameComparison:
    """What `compare_names` found; two findings are equal when all they say is.

    Args:
        score: 0 (surely different) to 1 (one spelling).
        names: the words of the two, from which the reasons are worked out when they are first asked for.
        reasons: the reasons, where they are known beforehand.
    """

    __slots__ = ("_names", "_reasons", "score")

    def __init__(self, score: float, names: tuple[tuple[Word, ...], ...] = (), reasons: tuple[str, ...] | None = None) -> None:
        self.score = score
        self._names = names
        self._reasons = reasons

    @property
    def same(self) -> bool:
        """Whether the two are called spellings of one name: `score` reaches `SAME`."""
        return self.score >= SAME

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for and against, in words."""
        if self._reasons is None:
            self._reasons = _weighed(*self._names)[1]()
        return self._reasons

    def __repr__(self) -> str:
        return f"NameComparison(same={self.same}, score={self.score}, reasons={self.reasons})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NameComparison):
            return NotImplemented
        return self.score == other.score and self.reasons == other.reasons

    def __hash__(self) -> int:
        return hash(self.score)


def compare_names(a: str, b: str) -> NameComparison:
    """Compare two personal names in Latin, Cyrillic or Hangul letters, in any order of their parts.

    Names in other scripts are the same only if their letters are. The order of the arguments makes no difference, and
    text of any kind is an answer, never an error.

    Args:
        a: a name as written, with or without titles.
        b: another.
    """
    return _compared(a, b)


@cache
def _load() -> None:
    """Read the data files, 0.05 s, when the first two names are compared."""
    spelling.load()
    particles()
    given_names()
    name_variants()
    korean.compare(korean.readings(words("Kim Il")), korean.readings(words("김일")))


@lru_cache(maxsize=65536)
def _compared(a: str, b: str) -> NameComparison:
    """Compare two names as `compare_names` does; what was found is kept under their texts, whose hashes Python keeps."""
    _load()
    left, right = words(a), words(b)
    if not left or not right:
        return _NOTHING
    if left == right:
        return _EQUAL
    if right < left:
        left, right = right, left
    if left[0].script == right[0].script != HANGUL and "".join([w.letters for w in left]) == "".join(
        [w.letters for w in right]
    ):
        return _LETTERS
    # What the score rests on is not held on to: millions of small objects would keep the garbage collector busy.
    return NameComparison(round(1 / (1 + exp(-_weighed(left, right)[0] / 2)), 4), (left, right))


_NOTHING = NameComparison(0.0, reasons=("there is no name to compare",))
_EQUAL = NameComparison(1.0, reasons=("the spellings are one",))
_LETTERS = NameComparison(1.0, reasons=("the letters are the same",))


def _weighed(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[float, Callable[[], tuple[str, ...]]]:
    """Return the evidence for one name in nats, and what tells the reasons."""
    if (ours := korean.readings(left)) and (theirs := korean.readings(right)):
        likeness = korean.compare(ours, theirs)
        found = korean_evidence(likeness, left, right)
        if found >= 0 or all(map(korean.familiar, (*ours, *theirs))):
            return found, lambda: reasons.of_korean(likeness, ours, theirs)
    pairing = pair_words(left, right)
    scripts = left[0].script, right[0].script
    shift = SHIFTS.get(scripts, 0.0)
    total = pairing.total + shift if pairing else -9.0
    if total < 2.0 and (CYRILLIC in scripts or [one for one in (*left, *right) if "-" in one.text]):
        otherwise = _otherwise(left, right)
        if otherwise and otherwise[0].total + shift + DECLINED > total:
            formed, why = otherwise
            return formed.total + shift + DECLINED, lambda: (*reasons.of_words(formed, left, right), why)
    return total, lambda: reasons.of_words(pairing, left, right)


def korean_evidence(likeness: korean.Likeness | None, left: tuple[Word, ...], right: tuple[Word, ...]) -> float:
    """Join the evidence of surname and syllables, in nats.

    A syllable that differs decides. Two Latin spellings are harder to tell apart than Latin from Hangul, so there each
    syllable has to be likelier the same than chance allows. A common surname adds less than a rare one.
    """
    if likeness is None:
        return -8.0
    worst = min(likeness.given)
    total = 0.5 * korean.added(likeness.given) + 0.4 * worst + 0.25 * (min(likeness.surname, 6.0) - 2.0)
    if left[0].script != HANGUL and right[0].script != HANGUL:
        total = min(total, 2 * (worst - 0.6) + 0.25 * (min(likeness.surname, 6.0) - 2.0))
    return total + min(0.0, 2 * likeness.surname)


def _otherwise(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[Pairing, str] | None:
    """Pair the words of one name with those of the other in the nominative, or without an article, and say which."""
    best: tuple[Pairing, str] | None = None
    for one, other in ((left, right), (right, left)):
        for form in bases(one):
            pairing = pair_words(form, other)
            if pairing and (best is None or pairing.total > best[0].total):
                declined = all(a.text.count("-") == b.text.count("-") for a, b in zip(form, one, strict=True))
                best = pairing, "one of the two is declined" if declined else "one of the two has an article"
    return best
