"""Sources that differ on the office that somebody held at one time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, groupby

from onrecord.languages.offices import office_words
from onrecord.model.recorded import PositionRecord, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.wording import spoken

KIND = "office"

NEAR = timedelta(days=31)
"""Sources this far apart speak of one time: offices last longer, and changes of them are news."""


def find(case: Case) -> Iterator[Conflict]:
    """Yield pairs of sources of one time that give a person another rank in one body, or the same office as held and left."""
    for a, b in _pairs(case):
        title = f"{a.title}, {a.organization or a.country}" if a.organization or a.country else a.title
        if _same_office(a, b) and a.status != b.status and not _left_between(a, b):
            held, left = (a, b) if a.status == "current" else (b, a)
            yield _conflict(held, left, f"One source has {a.person} in office as {title}{_when(held)}, another as former.")
        elif _same_body(a, b) and a.status == b.status == "current" and _other_rank(a, b):
            yield _conflict(a, b, f"Sources of one time call {a.person} {a.title} and {b.title} of one body.")


def compared(case: Case) -> Compared:
    """Count the pairs of sources that speak of one person's offices in one body at one time."""
    return Compared(KIND, sum(1 for _ in _pairs(case)), "pairs of sources on one person's office at one time")


def _pairs(case: Case) -> Iterator[tuple[PositionRecord, PositionRecord]]:
    """Yield positions of one person from two voices of about one date, each pair of (voice, office) once."""
    ordered = sorted(case.positions, key=lambda position: (position.person_key, position.key))
    for _, held in groupby(ordered, key=lambda position: position.person_key):
        seen = set()
        for a, b in combinations(held, 2):
            pair = (_voice(a), a.title, a.status, _voice(b), b.title, b.status)
            if _voice(a) != _voice(b) and _near(a, b) and (_same_body(a, b) or _same_office(a, b)) and pair not in seen:
                seen.add(pair)
                yield a, b


def _voice(position: PositionRecord) -> str:
    return position.evidence.source.text_group


def _near(a: PositionRecord, b: PositionRecord) -> bool:
    mine, theirs = (position.as_of.bounds() if position.as_of else None for position in (a, b))
    return bool(mine and theirs) and mine[0] - NEAR <= theirs[1] and theirs[0] - NEAR <= mine[1]  # type: ignore[index]


def _same_body(a: PositionRecord, b: PositionRecord) -> bool:
    return a.organization_key is not None and a.organization_key == b.organization_key


def _same_office(a: PositionRecord, b: PositionRecord) -> bool:
    """Compare titles by their words; bodies, where both are named, by their records."""
    if a.organization_key and b.organization_key and a.organization_key != b.organization_key:
        return False
    if a.country and b.country and a.country != b.country:
        return False
    return _words(a) == _words(b)


def _words(position: PositionRecord) -> frozenset[str]:
    return office_words(position.title, position.evidence.source.language)


def _other_rank(a: PositionRecord, b: PositionRecord) -> bool:
    """Tell whether neither title is a shorter form of the other."""
    if a.evidence.source.language != b.evidence.source.language:
        return False  # titles of two languages are not compared word by word
    mine, theirs = _words(a), _words(b)
    if not mine & theirs or mine == theirs:
        return False
    if (
        a.evidence.source.language == "ko"
    ):  # a longer Korean title ends in its shorter form: 선임연구위원 and 위원, not 실장 and 국장
        return not a.title.endswith(b.title) and not b.title.endswith(a.title)
    return not mine <= theirs and not theirs <= mine


def _left_between(a: PositionRecord, b: PositionRecord) -> bool:
    """Tell whether the source that says "former" is the later one by more than a day: the office may have been left."""
    held, left = (a, b) if a.status == "current" else (b, a)
    before = held.as_of.bounds() if held.as_of else None
    after = left.as_of.bounds() if left.as_of else None
    return bool(before and after) and after[0] - before[1] > timedelta(days=1)  # type: ignore[index]


def _when(position: PositionRecord) -> str:
    return f" ({spoken(position.as_of)})" if position.as_of else ""


def _conflict(a: PositionRecord, b: PositionRecord, reason: str) -> Conflict:
    sides = tuple(Stated("office", f"{'former ' * (p.status == 'former')}{p.title}", p.evidence) for p in (a, b))
    severity = "medium" if a.status != b.status else "low"
    return Conflict(KIND, severity, a.person_key, a.person, reason, sides)  # type: ignore[arg-type]
