"""One statement that sources quote in different words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations, pairwise

from onrecord.languages.durations import lengths_in
from onrecord.languages.quantities import Quantity
from onrecord.languages.review_words import review_words
from onrecord.languages.word_forms import fold
from onrecord.model.recorded import Evidence, Stated, StatementRecord
from onrecord.review.conflicts.finding import Case, Compared, Conflict, Severity
from onrecord.review.conflicts.voices import opposed
from onrecord.review.wording import listed

KIND = "quotation"

SAME_WORDS = 5
"""Words that two quotations must share before they can be one statement."""

ALIKE = 0.75
"""The share of the shorter quotation that the other must have, in the same order."""

_GAP = "…"


def find(case: Case) -> Iterator[Conflict]:
    """Yield direct quotations of one speaker at one occasion, or of one day, that differ in words and not only in length."""
    for a, b in _pairs(case):
        mine, theirs = _words(a), _words(b)
        changed = difference(mine, theirs)
        if changed is not None:
            words, severity = changed
            reason = f"Two sources quote one statement differently: {words}."
            yield Conflict(KIND, severity, *_about(a), reason, (_side(a), _side(b)))
    yield from _across(case)


def compared(case: Case) -> Compared:
    """Count the pairs of direct quotations of one speaker at one occasion or day, in two voices."""
    across = sum(len(_languages(one.statement for one in timed)) > 1 for timed in _timed_apart(case))
    what = "pairs of quotations of one speaker at one occasion, by two sources"
    return Compared(KIND, len(_pairs(case)) + across, what)


def difference(a: list[str], b: list[str]) -> tuple[str, Severity] | None:
    """Return how two quotations of one statement differ, as a word diff ([-left out-] {+put in+}); None where they do not.

    What only one of them has before or behind the rest is a longer quotation, and no difference.
    """
    mine, theirs = ([_plain(word) for word in words] for words in (a, b))
    shared = [block for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks() if block.size]
    number = sum(block.size for block in shared)
    if number < SAME_WORDS or number < ALIKE * min(len(a), len(b)):
        return None
    told: list[str] = []
    different = numbers = False
    for one, other in pairwise(shared):
        told.append(" ".join(a[one.a : one.a + one.size][-3:]))
        gone, come = a[one.a + one.size : other.a], b[one.b + one.size : other.b]
        if {_plain(word) for word in gone} == {_GAP} or {_plain(word) for word in come} == {_GAP}:
            continue  # words that are said to be left out are not altered
        different = True
        numbers = numbers or any(letter.isdigit() for word in (*gone, *come) for letter in word)
        told += [f"[-{' '.join(gone)}-]"] * bool(gone) + [f"{{+{' '.join(come)}+}}"] * bool(come)
    told.append(" ".join(a[shared[-1].a : shared[-1].a + shared[-1].size][:3]))
    return (f"“… {' '.join(told)} …”", "high" if numbers else "medium") if different else None


def _pairs(case: Case) -> Sequence[tuple[StatementRecord, StatementRecord]]:
    """Return the pairs of quotations of one moment in one language by two voices; worked out once a case."""
    return case.once(
        KIND,
        lambda: [
            (a, b)
            for group in _by_moment(case)
            for a, b in combinations(group, 2)
            if voices_of(a).isdisjoint(voices_of(b)) and _language(a) == _language(b)
        ],
    )


def _by_moment(case: Case) -> Sequence[list[StatementRecord]]:
    """Return the quotations of each speaker at each occasion or day, in order; worked out once a case."""

    def together() -> list[list[StatementRecord]]:
        found: dict[tuple[str, str], list[StatementRecord]] = {}
        for one in sorted(case.statements, key=_first):
            if name := moment(one):
                found.setdefault(name, []).append(one)
        return list(found.values())

    return case.once(f"{KIND} by moment", together)


@dataclass(frozen=True, slots=True)
class _Timed:
    """A quotation with the one length of time in it, and the words that tell it."""

    statement: StatementRecord
    time: Quantity
    words: str


def _across(case: Case) -> Iterator[Conflict]:
    """Yield quotations in two languages that tell different lengths of time."""
    for timed in _timed_apart(case):
        known = {_side(one.statement): one for one in timed}
        sides = opposed(known, lambda a, b, known=known: _differ(known[a], known[b]))  # type: ignore[misc]
        if sides:
            words = listed(dict.fromkeys(f"“{known[side].words}”" for side in sides))
            reason = f"Sources quote one speaker in different languages with different lengths of time: {words}."
            yield Conflict(KIND, "low", *_about(known[sides[0]].statement), reason, sides)


def _differ(a: _Timed, b: _Timed) -> bool:
    across = _language(a.statement) != _language(b.statement)
    return across and (a.time.low > b.time.high or b.time.low > a.time.high)


def _timed_apart(case: Case) -> Sequence[list[_Timed]]:
    """Return quotations of one moment, in several languages, that are hardly two statements; worked out once a case.

    They are the only ones of their sources with a length of time.
    """

    def apart(group: list[StatementRecord]) -> list[_Timed]:
        timed = [found for one in group if (found := _timed(one)) is not None]
        voices = Counter(voice for one in timed for voice in voices_of(one.statement))
        return [one for one in timed if all(voices[voice] == 1 for voice in voices_of(one.statement))]

    return case.once(f"{KIND} with a time", lambda: [apart(group) for group in _by_moment(case) if len(_languages(group)) > 1])


def _languages(statements: Iterable[StatementRecord]) -> set[str]:
    return {_language(one) for one in statements}


def _timed(statement: StatementRecord) -> _Timed | None:
    content = " ".join(statement.content)
    lengths = list(lengths_in(content, _language(statement)))
    return _Timed(statement, lengths[0], lengths[0].span.of(content)) if len(lengths) == 1 else None


def moment(one: StatementRecord) -> tuple[str, str] | None:
    """Return the speaker of a quotation with the occasion or the day; None where either is open, or it is no quotation."""
    when = one.gathering or (one.date.edtf if one.date and one.date.as_date() else "")
    return (one.speaker.key, when) if one.direct and one.speaker and one.speaker.key and when else None


def _words(statement: StatementRecord) -> list[str]:
    """Return the words, a mark of omission between the parts that stand apart in the text, without marks alone."""
    return [word for word in f" {_GAP} ".join(statement.content).split() if _plain(word)]


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    if word.strip("[]()") in (_GAP, "..."):
        return _GAP
    bare = "".join(letter for letter in fold(word) if letter.isalnum())
    for long, short in review_words("ko")["contractions"].items() if bare > "가" else ():
        bare = bare.replace(long, short)
    return bare


def _first(statement: StatementRecord) -> tuple[str, str]:
    source = statement.evidence[0].source
    return (source.published.edtf if source.published else "Z", statement.key)


def voices_of(statement: StatementRecord) -> set[str]:
    """Return who carries a quotation: copies of one text are one voice."""
    return {evidence.source.text_group for evidence in statement.evidence}


def _language(statement: StatementRecord) -> str:
    return statement.evidence[0].source.language


def _about(statement: StatementRecord) -> tuple[str, str]:
    """Return the key and the name of a speaker; the key of the statement, and no name, where there is none."""
    speaker = statement.speaker
    return (speaker and speaker.key) or statement.key, speaker.name if speaker else ""


def _side(statement: StatementRecord) -> Stated:
    evidence: Evidence = statement.evidence[0]
    return Stated("content", " … ".join(statement.content), evidence)
