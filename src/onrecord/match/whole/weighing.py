"""What two units say of being one person, for many pairs at once: the sums of `persons.judge` by its own table."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match import offices, persons
from onrecord.match.compiled import compiled, inlined
from onrecord.match.evidence import VERDICTS
from onrecord.match.whole.forms import FEATURES, PART, SCRIPT, SPELLING, UNLIKE

TABLE = persons.TABLE
WEIGHTS = tuple(TABLE.features[name].weight if name else 0.0 for name in FEATURES)
AGREEMENTS = tuple(TABLE.features[name].weight for name in offices.AGREEMENTS)
OFFICE, TITLE, BODY, RANK, COUNTRY, NOTHING = range(6)
"""Places in `offices.AGREEMENTS`, and behind them none."""
COMMON, COMPANY = TABLE.features["common-name"].weight, TABLE.features["company"].weight
MOVED, OTHER_COUNTRY = TABLE.features["moved"].weight, TABLE.features["other-country"].weight
OTHER_BODY, OTHER_OFFICE = TABLE.features["other-body"].weight, TABLE.features["other-office"].weight
OTHER_TITLE = TABLE.features["other-title"].weight
SAME, UNSURE = TABLE.same, TABLE.unsure
SAME_TIME, SAME_TITLE, MOST_COMPANY = offices.SAME_TIME, offices.SAME_TITLE, persons.MOST_COMPANY
IS_DIFFERENT, IS_SAME, IS_UNSURE = (VERDICTS.index(verdict) for verdict in ("different", "same", "unsure"))
IS_NOTHING = len(VERDICTS)

HELD = np.dtype(
    [
        ("words", np.int32),  # where the words of the title begin
        ("words_end", np.int32),
        ("bodies", np.int32),  # where the bodies begin
        ("bodies_end", np.int32),
        ("countries", np.int32),  # number of the set of countries, 0 for none
        ("scripts", np.int8),
        ("current", np.bool_),
    ]
)
"""An office apart from its years."""
BODY_ROW = np.dtype(
    [("plain", np.int32), ("words", np.int32), ("words_end", np.int32), ("generic", np.bool_), ("translated", np.bool_)]
)
"""A body: its plain name, its words (those that stand for countries are below zero), whether they leave open which body it is,
and whether a part of it is translated, so that `bodies.one_body` has to be asked."""


class Units(NamedTuple):
    """Units in arrays.

    Attributes:
        name: number of the name of each unit.
        full: whether each has a name of more than one part.
        documents: where the documents of a unit begin; one more than there are units.
        document: numbers of documents, in order in each unit.
        terms: where the offices of a unit begin; one more than there are units.
        term: office, first and last year; 0 and 0 where none is told.
        held: see `HELD`.
        title_words: numbers of words of titles, in order in each title.
        countries: (set, set) → whether two sets of countries have one in common.
        body: numbers of the bodies of offices.
        bodies: see `BODY_ROW`.
        body_words: numbers of words, in order in each body.
        asked: pairs of translated bodies in order, as one number; those that are one.
        company: where the company of a unit begins; one more than there are units.
        keys: key and name of company, by keys in each unit.
    """

    name: NDArray[np.int64]
    full: NDArray[np.bool_]
    documents: NDArray[np.int64]
    document: NDArray[np.int64]
    terms: NDArray[np.int64]
    term: NDArray[np.int64]
    held: NDArray[np.void]
    title_words: NDArray[np.int64]
    countries: NDArray[np.bool_]
    body: NDArray[np.int64]
    bodies: NDArray[np.void]
    body_words: NDArray[np.int64]
    asked: NDArray[np.int64]
    company: NDArray[np.int64]
    keys: NDArray[np.int64]


@compiled
def disjoint(a: int, a_end: int, b: int, b_end: int, values: NDArray[np.int64]) -> bool:
    """Tell whether two rows of numbers in order have none in common."""
    while a < a_end and b < b_end:
        if values[a] == values[b]:
            return False
        if values[a] < values[b]:
            a += 1
        else:
            b += 1
    return True


@compiled
def common(a: int, a_end: int, b: int, b_end: int, values: NDArray[np.int64]) -> int:
    """Count what two rows of numbers in order have in common."""
    found = 0
    while a < a_end and b < b_end:
        if values[a] == values[b]:
            found += 1
            a += 1
            b += 1
        elif values[a] < values[b]:
            a += 1
        else:
            b += 1
    return found


@inlined
def weigh(a: int, b: int, kind: int, score: float, is_common: bool, units: Units) -> tuple[float, int]:
    """Return the sum of the evidence of two units, and the verdict; `IS_NOTHING` where there is nothing to say."""
    if kind == UNLIKE or not disjoint(
        units.documents[a], units.documents[a + 1], units.documents[b], units.documents[b + 1], units.document
    ):
        return 0.0, IS_NOTHING
    total = WEIGHTS[kind] * (score if kind in (SCRIPT, SPELLING) else 1.0)
    if is_common:
        total += COMMON
    best, against = _offices(a, b, units)
    if best < NOTHING:
        total += AGREEMENTS[best]
    if best >= COUNTRY:
        total += against
    number = _company(a, b, units)
    if number:
        total += COMPANY * number
    verdict = IS_SAME if total >= SAME else (IS_UNSURE if total >= UNSURE else IS_DIFFERENT)
    if kind == PART and verdict == IS_DIFFERENT:
        return total, IS_NOTHING
    return total, verdict


@inlined
def _offices(a: int, b: int, units: Units) -> tuple[int, float]:
    """Return the best agreement of two offices, and the weight of the worst conflict (0 for none)."""
    best, against = NOTHING, 0.0
    for i in range(units.terms[a], units.terms[a + 1]):
        for j in range(units.terms[b], units.terms[b + 1]):
            agreed, conflict = _two_offices(i, j, units)
            best, against = min(best, agreed), min(against, conflict)
    return best, against


@inlined
def _two_offices(i: int, j: int, units: Units) -> tuple[int, float]:
    """Return what `offices.agreement` and `offices.conflict` say of two offices."""
    one, other = units.held[units.term[i, 0]], units.held[units.term[j, 0]]
    told = one.countries > 0 and other.countries > 0
    country = told and units.countries[one.countries, other.countries]
    both = one.bodies < one.bodies_end and other.bodies < other.bodies_end
    body = both and _one_of(one.bodies, one.bodies_end, other.bodies, other.bodies_end, units)
    less, more = one.words_end - one.words, other.words_end - other.words
    shared = common(one.words, one.words_end, other.words, other.words_end, units.title_words)
    alike = shared / (less + more - shared) if shared else 0.0
    agreed = BODY if body else (COUNTRY if country else NOTHING)
    if (country or not told) and alike >= SAME_TITLE:
        if body or country:
            agreed = OFFICE
        elif not both:
            agreed = TITLE if shared > 1 else RANK
    if not one.current or not other.current:
        return agreed, 0.0
    if not at_one_time(i, j, units):
        return agreed, MOVED
    if told and not country:
        return agreed, OTHER_COUNTRY
    if one.scripts & other.scripts == 0:
        return agreed, 0.0
    if both:
        return agreed, OTHER_BODY if alike >= SAME_TITLE else OTHER_OFFICE
    return agreed, 0.0 if alike else OTHER_TITLE


@inlined
def at_one_time(i: int, j: int, units: Units) -> bool:
    """Return what `offices.at_one_time` says of two offices."""
    first, last, since, until = units.term[i, 1], units.term[i, 2], units.term[j, 1], units.term[j, 2]
    return bool(not first or not since or (first - until < SAME_TIME and since - last < SAME_TIME))


@inlined
def _one_of(a: int, a_end: int, b: int, b_end: int, units: Units) -> bool:
    """Tell whether any of these bodies is any of those."""
    for i in range(a, a_end):
        for j in range(b, b_end):
            if _one_body(units.body[i], units.body[j], units):
                return True
    return False


@inlined
def _one_body(a: int, b: int, units: Units) -> bool:
    """Return what `bodies.one_body` returns."""
    one, other = units.bodies[a], units.bodies[b]
    if one.plain == other.plain:
        return True
    if one.translated or other.translated:
        pair = min(a, b) * units.bodies.size + max(a, b)
        at = np.searchsorted(units.asked, pair)
        return bool(at < units.asked.size and units.asked[at] == pair)
    if one.words_end - one.words > other.words_end - other.words:
        one, other = other, one
    size = one.words_end - one.words
    words = units.body_words
    if size == 0 or one.generic or common(one.words, one.words_end, other.words, other.words_end, words) < size:
        return False
    left, countries = 0, 0
    for n in range(other.words, other.words_end):
        left += words[n] >= 0
        countries += words[n] < 0
    for n in range(one.words, one.words_end):
        left -= words[n] >= 0
    own = words[one.words] < 0  # words that stand for countries come first
    return bool(left == 0 and (not own or size == other.words_end - other.words))


@inlined
def _company(a: int, b: int, units: Units) -> int:
    """Count the others whom two units are named together with, `MOST_COMPANY` at most."""
    first, end, other, other_end = units.company[a], units.company[a + 1], units.company[b], units.company[b + 1]
    i, j, ours, theirs = first, other, 0, 0
    while i < end and j < other_end and (ours < MOST_COMPANY or theirs < MOST_COMPANY):
        if units.keys[i, 0] < units.keys[j, 0]:
            i += 1
        elif units.keys[i, 0] > units.keys[j, 0]:
            j += 1
        else:
            ours += not _shares(units.keys[i, 1], first, i, other, j, units.keys)
            theirs += not _shares(units.keys[j, 1], other, j, first, i, units.keys)
            i += 1
            j += 1
    return min(ours, theirs, MOST_COMPANY)


@compiled
def _shares(name: int, i: int, i_end: int, j: int, j_end: int, keys: NDArray[np.int64]) -> bool:
    """Tell whether a name of one row of (key, name) has a key that the other row has too; both in the order of their keys."""
    while i < i_end and j < j_end:
        if keys[i, 0] == keys[j, 0]:
            if keys[i, 1] == name:
                return True
            i += 1
            j += 1
        elif keys[i, 0] < keys[j, 0]:
            i += 1
        else:
            j += 1
    return False
