"""Who contradicts whom: sources as voices, where copies of one text are one voice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.model.recorded import GatheringRecord, GatheringReport, Source, Stated
from onrecord.review.conflicts.finding import Case

Differ = Callable[[Stated, Stated], bool]


def stated(report: GatheringReport, property: str, value: object) -> Stated:
    """Return where a report states a value; the report's own sentence where the words are not known one by one."""
    found = next((entry for entry in report.stated if entry.property == property), None)
    return found or Stated(property, str(value), report.evidence)


def values(gathering: GatheringRecord, property: str) -> tuple[Stated, ...]:
    """Return what the reports state for a property that is also a field of theirs; unstated ones are left out."""
    pairs = ((report, getattr(report, property)) for report in gathering.reports)
    return tuple(stated(report, property, value) for report, value in pairs if value is not None)


def voices(entries: Iterable[Stated]) -> dict[str, list[Stated]]:
    """Group what is stated by voice, in the order in which the voices published, undated ones last."""
    found: dict[str, list[Stated]] = {}
    for entry in sorted(entries, key=_when):
        found.setdefault(entry.evidence.source.text_group, []).append(entry)
    return found


def opposed(entries: Iterable[Stated], differ: Differ) -> tuple[Stated, ...]:
    """Return what voices state against each other, one entry a voice, in order; empty where nobody is contradicted.

    Two voices are opposed where nothing that one states agrees with anything that the other states: a page that gives two
    values, one of which another page shares, is not contradicted by it.
    """
    spoken = list(voices(entries).values())
    against = [any(_apart(one, other, differ) for other in spoken if other is not one) for one in spoken]
    return tuple(one[0] for one, is_against in zip(spoken, against, strict=True) if is_against)


def several(gatherings: Iterable[GatheringRecord], property: str) -> int:
    """Count the occasions for which two or more voices state a property."""
    return sum(len(voices(values(gathering, property))) > 1 for gathering in gatherings)


type Told[T] = dict[Stated, T]
"""What the sources of one occasion state, and what that was read as."""


def told_in_texts[T](
    case: Case, kind: str, read: Callable[[Source, str], Iterable[tuple[Stated, T]]]
) -> Sequence[tuple[GatheringRecord, Told[T]]]:
    """Return the occasions on which two or more voices state something in their texts; worked out once a case.

    Args:
        case: what contradictions are looked for in.
        kind: of contradiction, under which it is kept.
        read: yields what the text of a source states.
    """
    return case.once(kind, lambda: list(_told(case, read)))


def _told[T](
    case: Case, read: Callable[[Source, str], Iterable[tuple[Stated, T]]]
) -> Iterator[tuple[GatheringRecord, Told[T]]]:
    for gathering in case.gatherings:
        if gathering.independent_sources > 1:
            told = {side: found for source in gathering.sources for side, found in read(source, case.text(source.key))}
            if len(voices(told)) > 1:
                yield gathering, told


def _apart(one: Sequence[Stated], other: Sequence[Stated], differ: Differ) -> bool:
    return all(differ(a, b) for a in one for b in other)


def _when(entry: Stated) -> tuple[bool, str, str]:
    source = entry.evidence.source
    return source.published is None, source.published.edtf if source.published else "", source.key
