"""Sources on one occasion that say differently where or when the next one is to be."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.languages.cities import one_city
from onrecord.languages.sentences import sentence_around
from onrecord.languages.sequels import Sequel, sequels_in
from onrecord.model.recorded import Evidence, Source, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict, each_once
from onrecord.review.conflicts.voices import opposed, told_in_texts
from onrecord.review.wording import listed

KIND = "sequel"


def find(case: Case) -> Iterator[Conflict]:
    """Yield occasions whose sources put the next one in different cities, or at dates that cannot be one."""
    yield from each_once(of_occasions(case))


def of_occasions(case: Case) -> Iterator[Conflict]:
    """Yield what `find` yields, once for every occasion."""
    for gathering, told in told_in_texts(case, KIND, _told):
        sides = opposed(told, lambda a, b, told=told: _apart(told[a], told[b]))  # type: ignore[misc]
        if sides:
            yield Conflict(
                kind=KIND,
                # What one hopes for and others then decide is hardly a contradiction.
                severity="low" if any(told[side].hoped for side in sides) else "medium",
                subject=gathering.key,
                title=gathering.name,
                reason=f"Sources say that the next one is to be {listed(dict.fromkeys(side.value for side in sides))}.",
                sides=sides,
            )


def compared(case: Case) -> Compared:
    """Count the occasions whose sources tell of the next one."""
    return Compared(KIND, len(told_in_texts(case, KIND, _told)), "occasions whose next one two or more sources tell of")


def _told(source: Source, text: str) -> Iterator[tuple[Stated, Sequel]]:
    for found in sequels_in(text, source.language, source.published):
        around = sentence_around(text, found.span)
        words = [*([f"in {found.place}"] if found.place else []), *_when(found)]
        evidence = Evidence(source, (found.span,), found.span.of(text), around.of(text), around, rule="next-occasion")
        yield Stated("sequel", ", ".join(words), evidence), found


def _when(found: Sequel) -> list[str]:
    """Return the date in EDTF, and the months of a part of a year: 2022, months 7 to 12."""
    date = [found.date.edtf] if found.date else []
    return date if found.months is None else [*date, f"months {found.months[0]} to {found.months[1]}"]


def _apart(a: Sequel, b: Sequel) -> bool:
    if a.number and b.number and a.number != b.number:
        return False  # the second, which others held already, and the third
    if a.place and b.place and not one_city(a.place, b.place):
        return True
    if a.date is not None and b.date is not None and not a.date.agrees(b.date):
        return True
    first, second = _months(a), _months(b)
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _months(of: Sequel) -> tuple[int, int] | None:
    """Return the first and the last month in which it may be, where a part of the year or a month is told."""
    month = of.date.month if of.date else None
    return (month, month) if month is not None else of.months
