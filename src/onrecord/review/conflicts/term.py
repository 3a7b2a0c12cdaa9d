"""Sources on one occasion that say differently how long what was agreed there holds."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.languages.sentences import sentence_around
from onrecord.languages.terms import terms_in
from onrecord.model import Span
from onrecord.model.recorded import Evidence, Source, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict, each_once
from onrecord.review.conflicts.voices import opposed, told_in_texts
from onrecord.review.wording import counted, listed

KIND = "term"


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions whose sources give the agreement made there terms of different length."""
    yield from each_once(of_occasions(case))


def of_occasions(case: Case) -> Iterator[Conflict]:
    """Yield what `find` yields, once for every occasion."""
    for gathering, told in told_in_texts(case, KIND, _told):
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
        len(told_in_texts(case, KIND, _told)),
        "occasions with the term of an agreement in two or more sources",
    )


def _told(source: Source, text: str) -> Iterator[tuple[Stated, int]]:
    for span, months in terms_in(text, source.language):
        years, rest = divmod(months, 12)
        words = [counted(years, "year")] * bool(years) + [counted(rest, "month")] * bool(rest)
        yield Stated("term", listed(words), _evidence(source, text, span)), months


def _evidence(source: Source, text: str, span: Span) -> Evidence:
    around = sentence_around(text, span)
    return Evidence(source, (span,), span.of(text), around.of(text), around, rule="term-of-agreement")
