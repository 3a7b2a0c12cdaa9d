"""Sources that differ on the office that somebody held at one time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice

from onrecord.languages.country_names import one_country
from onrecord.languages.offices import office_words
from onrecord.model.recorded import PositionRecord, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.wording import spoken

KIND = "office"

LOWER = frozenset(["deputy", "assistant", "acting", "first"])
"""Words with which a title is another office, though the one without them is shorter: deputy director, director."""

NEAR = timedelta(days=31)
"""Sources this far apart speak of one time: offices last longer, and changes of them are news."""


def find(case: Case) -> Iterator[Conflict]:
    """Yield pairs of sources of one time that give a person another rank in one body, or the same office as held and left."""
    for one, other in case.once(KIND, lambda: list(_pairs(case))):
        a, b = one.position, other.position
        if a.status != b.status:
            held, left = (one, other) if a.status == "current" else (other, one)
            if _same_office(one, other) and not _left_between(held, left):
                where = a.organization or a.country
                title, when = f"{a.title}, {where}" if where else a.title, _when(held.position)
                reason = f"One source has {a.person} in office as {title}{when}, another as former."
                yield _conflict(held.position, left.position, reason)
        elif a.status == "current" and (_deputy(one, other) or (_same_body(one, other) and _other_rank(one, other))):
            yield _conflict(a, b, f"Sources of one time call {a.person} {a.title} and {b.title} of one body.")


def compared(case: Case) -> Compared:
    """Count the pairs of sources that speak of one person's offices in one body at one time."""
    return Compared(
        KIND, len(case.once(KIND, lambda: list(_pairs(case)))), "pairs of sources on one person's office at one time"
    )


@dataclass(frozen=True, slots=True)
class _Office:
    """A position with what is asked of it again and again: its place in the order, the days on which it is stated."""

    rank: int
    position: PositionRecord
    voice: str
    first: date
    last: date
    words: frozenset[str]

    @property
    def name(self) -> tuple[str, str, str]:
        """What is set against that of another voice once, however often either says it."""
        return self.voice, self.position.title, self.position.status


def _pairs(case: Case) -> Iterator[tuple[_Office, _Office]]:
    """Yield positions of one person from two voices of about one date, each pair of (voice, office) once."""
    ordered = sorted(case.positions, key=lambda position: (position.person_key, position.key))
    for _, held in groupby(ordered, key=lambda position: position.person_key):
        seen = set()
        for a, b in sorted(_near(list(held)), key=lambda pair: (pair[0].rank, pair[1].rank)):
            pair = a.name, b.name
            if pair not in seen and (_same_body(a, b) or _same_office(a, b) or _deputy(a, b)):
                seen.add(pair)
                yield a, b


def _near(held: list[PositionRecord]) -> Iterator[tuple[_Office, _Office]]:
    """Yield pairs of two voices that speak of one time: those behind the last day of an office are not looked at."""
    offices = []
    for rank, position in enumerate(held):
        bounds = position.as_of.bounds() if position.as_of else None
        if bounds:
            source = position.evidence.source
            words = office_words(position.title, source.language)
            offices.append(_Office(rank, position, source.text_group, *bounds, words))
    offices.sort(key=lambda one: (one.first, one.rank))
    for n, one in enumerate(offices):
        for other in islice(offices, n + 1, None):
            if other.first > one.last + NEAR:
                break
            if one.voice != other.voice:
                yield (one, other) if one.rank < other.rank else (other, one)


def _same_body(a: _Office, b: _Office) -> bool:
    return a.position.organization_key is not None and a.position.organization_key == b.position.organization_key


def _same_office(a: _Office, b: _Office) -> bool:
    """Compare titles by their words; bodies, where both are named, by their records."""
    mine, theirs = a.position, b.position
    if mine.organization_key and theirs.organization_key and mine.organization_key != theirs.organization_key:
        return False
    return a.words == b.words and not _of_two_states(mine, theirs)


def _deputy(a: _Office, b: _Office) -> bool:
    """Tell whether one title is that of a deputy, by the words of both in English, where the rest of the office is one."""
    changed, common = a.words ^ b.words, a.words & b.words
    if not changed or not changed <= LOWER or not common:
        return False
    languages = {one.position.evidence.source.language for one in (a, b)}
    if changed == {"first"} and "ko" in languages:
        return False  # 차관 is short for 제1차관
    if _same_body(a, b):
        return True
    mine, theirs = a.position, b.position
    return len(common) > 1 and not (mine.organization_key and theirs.organization_key) and not _of_two_states(mine, theirs)


def _of_two_states(a: PositionRecord, b: PositionRecord) -> bool:
    """Tell whether two offices are of different countries, in whatever language these are written."""
    return bool(a.country and b.country and not one_country(a.country, b.country))


def _other_rank(a: _Office, b: _Office) -> bool:
    """Tell whether neither title is a shorter form of the other."""
    language = a.position.evidence.source.language
    if language != b.position.evidence.source.language:
        return False  # titles of two languages are not compared word by word
    if not a.words & b.words or a.words == b.words:
        return False
    if language == "ko":  # a longer Korean title ends in its shorter form: 선임연구위원 and 위원, not 실장 and 국장
        return not a.position.title.endswith(b.position.title) and not b.position.title.endswith(a.position.title)
    return not a.words <= b.words and not b.words <= a.words


def _left_between(held: _Office, left: _Office) -> bool:
    """Tell whether the source that says "former" is the later one by more than a day: the office may have been left."""
    return left.first - held.last > timedelta(days=1)


def _when(position: PositionRecord) -> str:
    return f" ({spoken(position.as_of)})" if position.as_of else ""


def _conflict(a: PositionRecord, b: PositionRecord, reason: str) -> Conflict:
    sides = tuple(Stated("office", f"{'former ' * (p.status == 'former')}{p.title}", p.evidence) for p in (a, b))
    severity = "medium" if a.status != b.status else "low"
    return Conflict(KIND, severity, a.person_key, a.person, reason, sides)  # type: ignore[arg-type]
