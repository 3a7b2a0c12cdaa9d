"""Sources on one occasion that say differently how long what was agreed there holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.languages.sentences import sentence_around
from onrecord.languages.terms import terms_in
from onrecord.model import Span
from onrecord.model.recorded import Evidence, GatheringRecord, Source, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.conflicts.voices import opposed, voices
from onrecord.review.wording import counted, listed

KIND = "term"


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions whose sources give the agreement made there terms of different length."""
    yield from each_once(of_occasions(case))


def each_once(conflicts: Iterable[Conflict]) -> Iterator[Conflict]:
    """Yield those that rest on other pages than any before: two occasions of one page (a signing, a visit) are one question."""
    seen: set[tuple[str, ...]] = set()
    for conflict in sorted(conflicts, key=lambda one: (one.title, one.subject)):
        ground = tuple(sorted(side.evidence.source.key for side in conflict.sides))
        if ground not in seen:
            seen.add(ground)
            yield conflict


def of_occasions(case: Case) -> Iterator[Conflict]:
    """Yield what `find` yields, once for every occasion."""
    for gathering, told in case.once(KIND, lambda: list(_with_terms(case))):
        sides = opposed(told, lambda a, b: a.value != b.value)
        if sides:
            yield Conflict(
                kind=KIND,
                severity="medium",
                subject=gathering.key,
                title=gathering.name,
                reason=f"Sources say that what was agreed holds for {listed(dict.fromkeys(side.value for side in sides))}.",
                sides=sides,
            )


def compared(case: Case) -> Compared:
    """Count the occasions whose sources say how long an agreement holds."""
    return Compared(
        KIND,
        len(case.once(KIND, lambda: list(_with_terms(case)))),
        "occasions with the term of an agreement in two or more sources",
    )


def _with_terms(case: Case) -> Iterator[tuple[GatheringRecord, list[Stated]]]:
    for gathering in case.gatherings:
        if gathering.independent_sources > 1:
            told = [side for source in gathering.sources for side in _told(source, case.text(source.key))]
            if len(voices(told)) > 1:
                yield gathering, told


def _told(source: Source, text: str) -> Iterator[Stated]:
    for span, months in terms_in(text, source.language):
        years, rest = divmod(months, 12)
        words = [counted(years, "year")] * bool(years) + [counted(rest, "month")] * bool(rest)
        yield Stated("term", listed(words), _evidence(source, text, span))


def _evidence(source: Source, text: str, span: Span) -> Evidence:
    around = sentence_around(text, span)
    return Evidence(source, (span,), span.of(text), around.of(text), around, rule="term-of-agreement")
