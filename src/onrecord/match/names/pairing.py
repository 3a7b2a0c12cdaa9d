"""Evidence that two names are spellings of one, as `comparison.compare_names` weighs it, in compiled code over arrays.

Names are rows of arrays (`prepared.py`); the rules are those of `comparison.py`, `order.py` and `korean.py`, line by line, and
a property test holds the two alike.
"""

from __future__ import annotations

from math import exp, log

import numpy as np
from numpy.typing import NDArray

from onrecord.match.compiled import inlined, making
from onrecord.match.names import comparison, korean, order
from onrecord.match.names.lattice import LEAST, MOST, Lexicon, Room, evidence, later
from onrecord.match.names.tables import SCRIPTS

ENOUGH, INITIAL, NICKNAME, ONE_WORD, RIVALS = order.ENOUGH, order.INITIAL, order.NICKNAME, order.ONE_WORD, order.RIVALS
KINDS = tuple(order.LEFT_OUT)
LEFT_OUT = tuple(order.LEFT_OUT.values())
DECLINED = comparison.DECLINED
WORDS = 8
"""Words of a name that arrays have room for; a longer name is compared one by one."""
NOTHING = -1e9
"""Evidence where words do not pair at all."""
UNPAIRED = -9.0
"""Evidence of names whose words do not pair."""
SHIFTS = tuple(tuple(comparison.SHIFTS.get((one, other), 0.0) for other in SCRIPTS) for one in SCRIPTS)
_HANGUL = 2
"""The number of the script, as `tables.SCRIPTS` lists it."""
SYLLABLE_LEAST = korean.LEAST


NAME = np.dtype(
    [
        ("start", np.int32),  # of its words in `Lexicon.cells`
        ("end", np.int32),
        ("rank", np.int32),  # place among all names in the order of their words
        ("letters", np.int32),  # number of the letters of all words together
        ("reading", np.int32),  # where its readings as a Korean name begin
        ("reading_end", np.int32),
        ("base", np.int32),  # where the names in the nominative begin that it may be declined from, names themselves
        ("base_end", np.int32),
        ("familiar", np.bool_),  # whether all readings have syllables that occur in Korean given names
    ]
)
SPELLING = np.dtype([("rank", np.int32), ("start", np.int32), ("end", np.int32)])
"""A spelling of a Korean surname or syllable: its place among all in order; where the Hangul begins that it may stand for."""
SYLLABLE = np.dtype([("hangul", np.int32), ("share", np.float64), ("known", np.float64)])
"""A Hangul syllable that a spelling may stand for: its number, its probability, how common it is."""


@making
def scores(left: NDArray[np.int64], right: NDArray[np.int64], lexicon: Lexicon, work: Room) -> NDArray[np.float64]:
    """Return the score of each pair of names, before it is rounded."""
    found = np.empty(left.size)
    for n in range(left.size):
        found[n] = score(left[n], right[n], lexicon, work)
    return found


@inlined
def score(a: int, b: int, lexicon: Lexicon, work: Room) -> float:
    """Return the score of two names, 0 to 1, before it is rounded."""
    names = lexicon.names
    if names[a].start == names[a].end or names[b].start == names[b].end:
        return 0.0
    if a == b:
        return 1.0
    if names[b].rank < names[a].rank:
        a, b = b, a
    left, right = _script(a, lexicon), _script(b, lexicon)
    if left == right != _HANGUL and names[a].letters == names[b].letters:
        return 1.0
    return 1 / (1 + exp(-_weighed(a, b, left, right, lexicon, work) / 2))


@inlined
def _script(name: int, lexicon: Lexicon) -> int:
    """Return the script of the first word of a name."""
    return int(lexicon.words[lexicon.cells[lexicon.names[name].start, 0]].script)


@inlined
def _weighed(a: int, b: int, left: int, right: int, lexicon: Lexicon, work: Room) -> float:
    """Return what `comparison._weighed` returns; `left` and `right` are the scripts."""
    one, other = lexicon.names[a], lexicon.names[b]
    if one.reading < one.reading_end and other.reading < other.reading_end:
        found = _korean(a, b, _HANGUL not in (left, right), lexicon)
        if found >= 0 or (one.familiar and other.familiar):
            return found
    shift, total, best = SHIFTS[left][right], UNPAIRED, NOTHING
    # The names as they are, then each of them in the nominative where it may be declined.
    whole = 1 + one.base_end - one.base
    for n in range(whole + other.base_end - other.base):
        x = a if n == 0 or n >= whole else one.base + n - 1
        y = b if n < whole else other.base + n - whole
        found = _paired(x, y, lexicon, work)
        if n == 0:
            total = found + shift if found > NOTHING else UNPAIRED
            if total >= 2.0:
                break
        else:
            best = max(best, found)
    return max(total, best + shift + DECLINED) if best > NOTHING else total


# ---- Korean names


@inlined
def _korean(a: int, b: int, spelled: bool, lexicon: Lexicon) -> float:
    """Return what `comparison.korean_evidence` returns for the readings most alike; `spelled`: neither is in Hangul."""
    names, readings, best, given, worst, surname = lexicon.names, lexicon.readings, NOTHING, 0.0, 0.0, 0.0
    for one in range(names[a].reading, names[a].reading_end):
        for other in range(names[b].reading, names[b].reading_end):
            first = _syllable(readings[one, 0], readings[other, 0], lexicon)
            total, least, number = 0.0, 1e9, 0
            for n in range(1, 4):
                x, y = readings[one, n], readings[other, n]
                if (x < 0) != (y < 0):
                    number = -1
                    break
                if x >= 0:
                    value = _syllable(x, y, lexicon)
                    total += value
                    least = min(least, value)
                    number += 1
            if number > 0 and first + total > best:
                best, given, worst, surname = first + total, total, least, first
    if best == NOTHING:
        return -8.0
    total = 0.5 * given + 0.4 * worst + 0.25 * (min(surname, 6.0) - 2.0)
    if spelled:
        total = min(total, 2 * (worst - 0.6) + 0.25 * (min(surname, 6.0) - 2.0))
    return total + min(0.0, 2 * surname)


@inlined
def _syllable(a: int, b: int, lexicon: Lexicon) -> float:
    """Return what `korean.syllable_evidence` returns for two spellings, by their numbers."""
    if lexicon.spellings[b].rank < lexicon.spellings[a].rank:
        a, b = b, a
    one, other, syllables = lexicon.spellings[a], lexicon.spellings[b], lexicon.syllables
    overlap = 0.0
    for i in range(one.start, one.end):
        for j in range(other.start, other.end):
            if syllables[i].hangul == syllables[j].hangul:
                overlap += syllables[i].share * syllables[j].share / syllables[i].known
    return max(SYLLABLE_LEAST, log(overlap)) if overlap > 0 else SYLLABLE_LEAST


# ---- words


@inlined
def _word(a: int, b: int, lexicon: Lexicon, work: Room) -> float:
    """Return what `order.word_evidence` returns for two words, by their numbers."""
    one, other = lexicon.words[a], lexicon.words[b]
    if one.initial != other.initial:
        return INITIAL if one.sound == other.sound else LEAST
    found = evidence(a, b, lexicon, work)
    for i in range(one.nick, one.nick_end):
        for j in range(other.nick, other.nick_end):
            if lexicon.nick[i] == lexicon.nick[j]:
                return max(NICKNAME, found)
    return min(RIVALS, found) if one.spelled and other.spelled else found


@inlined
def _joint(values: NDArray[np.float64], size: int) -> float:
    """Return what `order.weighed` returns for the first values."""
    worst, others = values[0], 0.0
    for n in range(size):
        worst = min(worst, values[n])
        others += min(ENOUGH, max(-2.0, values[n]))
    others -= min(ENOUGH, max(-2.0, worst))
    return float(worst + (0.25 * others / (size - 1) if size > 1 else 0.0))


@inlined
def _paired(a: int, b: int, lexicon: Lexicon, work: Room) -> float:
    """Return the evidence of `order.pair_words`, `NOTHING` where it finds no pairing."""
    names = lexicon.names
    long, short = names[a].end - names[a].start, names[b].end - names[b].start
    if long < short:
        a, b, long, short = b, a, short, long
    at, to = names[a].start, names[b].start
    for n in range(short):
        work.lists[1, n] = lexicon.cells[to + n, 0]
    best = NOTHING
    joins = 1 if long == short else (long - 1 if long == short + 1 else 0)
    for n in range(joins):
        if long > short and lexicon.cells[at + n, 1] < 0:
            continue
        for k in range(short):
            joined = long > short and k == n
            work.lists[0, k] = lexicon.cells[at + k + (long > short and k > n), 1 if joined else 0]
        best, done = _turned(short, best, long == short, lexicon, work)
        if done:
            break
    if best < MOST / 2 and (long != short or (long > 2 and best == NOTHING)) and long > 1:
        best = max(best, _unordered(at, long, short, lexicon, work))
    return best


@inlined
def _turned(size: int, best: float, whole: bool, lexicon: Lexicon, work: Room) -> tuple[float, bool]:
    """Pair the words of two lists in order: as they are, with the last one first, with the first one last.

    Returns:
        The best evidence, and whether no other way is worth trying.
    """
    ours, theirs, words = work.lists[0], work.lists[1], lexicon.words
    first = words[theirs[0]].sound
    swapped = whole and size == 2 and words[ours[0]].sound != first and first == words[ours[1]].sound
    for n in range(3 if size > 2 else size):
        way = 1 - n if swapped else n
        fits = False
        beat = max(best, LEAST)
        for k in range(size):
            at = (k - way + size) % size if way < 2 else (k + 1) % size
            value = _word(ours[at], theirs[k], lexicon, work)
            if value + 0.25 * ENOUGH <= beat or value <= LEAST:
                break
            fits = fits or value >= ENOUGH
            work.values[k] = value
        else:
            best = max(best, _joint(work.values, size))
            if best >= MOST / 2:
                return best, True
        if fits and size == 2:
            return best, True
    return best, False


@inlined
def _unordered(at: int, long: int, short: int, lexicon: Lexicon, work: Room) -> float:
    """Pair every word of the shorter name with its best partner; see `order._greedy`."""
    words, theirs, free, turn = lexicon.words, work.lists[1], work.lists[2], work.lists[3]
    for k in range(long):
        free[k] = lexicon.cells[at + k, 0]
    for n in range(short):
        k = n
        while k > 0 and _before(theirs[n], turn[k - 1], lexicon):
            turn[k] = turn[k - 1]
            k -= 1
        turn[k] = theirs[n]
    for n in range(short):
        best, value = -1, LEAST
        for k in range(long - n):
            found = _word(turn[n], free[k], lexicon, work)
            if found > value:
                best, value = k, found
        if best < 0:
            return NOTHING
        # The first word that equals the best is taken out; equal words are alike in all that follows.
        for k in range(best, long - n - 1):
            free[k] = free[k + 1]
        work.values[n] = value
    left = 0.0
    for k in range(long - short):
        left += LEFT_OUT[words[free[k]].kind]
    total = _joint(work.values, short) + left
    return min(total, 3.0) + ONE_WORD if short == 1 else total


@inlined
def _before(a: int, b: int, lexicon: Lexicon) -> bool:
    """Tell which of two words is paired sooner: whole ones before initials, longer ones first, then by their letters."""
    one, other = lexicon.words[a], lexicon.words[b]
    if one.initial != other.initial:
        return bool(other.initial)
    return bool(one.size > other.size) if one.size != other.size else later(b, a, lexicon)
