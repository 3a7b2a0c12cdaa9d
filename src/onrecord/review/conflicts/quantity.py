"""Sources that give different numbers for one quantity: warheads, missiles, tests, weapon material, how long a work took."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from onrecord.languages.country_names import countries_in
from onrecord.languages.durations import UNIT as MONTH
from onrecord.languages.durations import durations_in
from onrecord.languages.en.countries import countries
from onrecord.languages.quantities import Quantity, quantities_in
from onrecord.languages.sites import sites_in
from onrecord.model import PartialDate
from onrecord.model.recorded import Evidence, MilestoneRecord, Stated, StatementRecord
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.conflicts.voices import opposed
from onrecord.review.wording import listed

KIND = "quantity"

PARTNERS = frozenset(["RU", "US", "SU"])
"""States from and to which weapons went, and with whose help: where another country is named, the number is that one's."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with what it is of.

    Attributes:
        fact: key of the dated step or statement in whose sentence it stands.
        rank: its place in the order of facts: dated steps first, then statements, each by date.
        subject: sites, or countries where no site is named.
        years: those of the sentence.
    """

    fact: str
    rank: tuple[Any, ...]
    quantity: Quantity
    subject: frozenset[str]
    years: frozenset[str]
    side: Stated

    @property
    def name(self) -> tuple[object, ...]:
        """What has to be the same for two numbers to be of one quantity."""
        return self.quantity.unit, self.quantity.sort, self.quantity.act, tuple(sorted(self.subject))


def find(case: Case) -> Iterator[Conflict]:
    """Yield quantities for which sources give numbers that cannot be read as one."""
    for group in _groups(case).values():
        yield from of_one(group)


def compared(case: Case) -> Compared:
    """Count the quantities for which two or more sources give a number."""
    return told_by_several(sum(map(by_several, _groups(case).values())))


def told_by_several(number: int) -> Compared:
    """Say for how many quantities two or more sources give a number."""
    return Compared(KIND, number, "quantities (warheads, tests, …) that two or more sources give")


def by_several(group: Iterable[Counted]) -> bool:
    """Tell whether two or more voices give a quantity."""
    return len({one.side.evidence.source.text_group for one in group}) > 1


def of_one(group: Iterable[Counted]) -> Iterator[Conflict]:
    """Yield the contradiction between all that sources say of one quantity, where there is one."""
    known: dict[Stated, Counted] = {}
    places = set()
    for one in sorted(group, key=lambda one: one.rank):
        place = one.side.evidence.source.key, one.side.evidence.spans
        if place not in places:
            places.add(place)
            known[one.side] = one
    sides = opposed(known, lambda a, b: _differ(known[a], known[b]))
    if sides:
        told = [known[side] for side in sides]
        exact = all(one.quantity.low == one.quantity.high for one in told)
        numbers = listed(f"“{side.value}”" for side in sides)
        yield Conflict(
            kind=KIND,
            severity="high" if exact else "medium",
            subject=min(one.fact for one in told),
            title=_title(told[0]),
            reason=f"Sources give different numbers for one quantity: {numbers}.",
            sides=sides,
        )


def _groups(case: Case) -> dict[tuple[object, ...], list[Counted]]:
    """Return all that sources say of each quantity."""

    def grouped() -> dict[tuple[object, ...], list[Counted]]:
        found: dict[tuple[object, ...], list[Counted]] = {}
        for one in chain(*map(counted, case.milestones), *map(counted, case.statements)):
            found.setdefault(one.name, []).append(one)
        return found

    return case.once(KIND, grouped)


def counted(fact: MilestoneRecord | StatementRecord) -> Iterator[Counted]:
    """Yield the quantities in the sentences of a dated step or a statement."""
    step = isinstance(fact, MilestoneRecord)
    for place, evidence in enumerate((fact.evidence,) if isinstance(fact, MilestoneRecord) else fact.evidence):
        language = evidence.source.language
        for quantity in chain(quantities_in(evidence.sentence, language), durations_in(evidence.sentence, language)):
            subject = _subject(evidence.sentence)
            if subject:
                span = quantity.span.shifted(evidence.sentence_span.start)
                words = quantity.span.of(evidence.sentence)
                around = evidence.sentence, evidence.sentence_span
                proof = Evidence(evidence.source, (span,), words, *around, rule="quantity", confidence=evidence.confidence)
                years = frozenset(_YEAR.findall(evidence.sentence))
                rank = (not step, _first_day(fact.date), fact.key, place, span)
                yield Counted(fact.key, rank, quantity, subject, years, Stated("quantity", words, proof))


def _first_day(date: PartialDate | None) -> str:
    bounds = date.bounds() if date else None
    return bounds[0].isoformat() if bounds else "undated"


def _subject(sentence: str) -> frozenset[str]:
    named = sites_in(sentence) or countries_in(sentence)
    return named - PARTNERS or named


def _differ(a: Counted, b: Counted) -> bool:
    """Tell whether two numbers of one quantity contradict each other; those of different years do not."""
    if a.years and b.years and a.years.isdisjoint(b.years):
        return False
    return a.quantity.low > b.quantity.high or b.quantity.low > a.quantity.high


def _title(one: Counted) -> str:
    names = {country.code: country.name for country in countries()}
    if one.quantity.unit == MONTH:
        return f"how long it took ({one.quantity.act}): {listed(sorted(names.get(name, name) for name in one.subject))}"
    what = " ".join((*one.quantity.sort, one.quantity.unit)) + ("s" if one.quantity.unit not in ("heu", "plutonium") else "")
    return f"{what}: {listed(sorted(names.get(name, name) for name in one.subject))}".replace("heu", "highly enriched uranium")
