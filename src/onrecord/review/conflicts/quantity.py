"""Sources that give different numbers for one quantity: warheads, missiles, tests, weapon material, how long a work took."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from onrecord.languages.country_names import countries_in
from onrecord.languages.durations import UNIT as MONTH
from onrecord.languages.durations import durations_in
from onrecord.languages.en.countries import countries
from onrecord.languages.quantities import Quantity, quantities_in
from onrecord.languages.sites import sites_in
from onrecord.model.recorded import Evidence, Stated
from onrecord.review.conflicts.finding import Case, Compared, Conflict
from onrecord.review.conflicts.voices import opposed, voices
from onrecord.review.wording import listed

KIND = "quantity"

PARTNERS = frozenset(["RU", "US", "SU"])
"""States from and to which weapons went, and with whose help: where another country is named, the number is that one's."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with what it is of: `subject` are sites, or countries where no site is named; `years` the sentence's."""

    fact: str
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
    for group in _groups(case):
        known = {one.side: one for one in group}
        sides = opposed(known, lambda a, b, known=known: _differ(known[a], known[b]))  # type: ignore[misc]
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


def compared(case: Case) -> Compared:
    """Count the quantities for which two or more sources give a number."""
    return Compared(KIND, len(list(_groups(case))), "quantities (warheads, tests, …) that two or more sources give")


def _groups(case: Case) -> Iterator[list[Counted]]:
    """Yield all that sources say of one quantity, where more than one does."""
    found: dict[tuple[object, ...], list[Counted]] = {}
    for one in _counted(case):
        found.setdefault(one.name, []).append(one)
    for group in found.values():
        if len(voices(one.side for one in group)) > 1:
            yield group


def _counted(case: Case) -> Iterator[Counted]:
    """Yield the quantities in the sentences of dated steps and statements, each once."""
    seen = set()
    facts = [(one.key, one.evidence) for one in case.milestones]
    facts += [(one.key, evidence) for one in case.statements for evidence in one.evidence]
    for key, evidence in facts:
        language = evidence.source.language
        for quantity in chain(quantities_in(evidence.sentence, language), durations_in(evidence.sentence, language)):
            span = quantity.span.shifted(evidence.sentence_span.start)
            subject = _subject(evidence.sentence)
            if subject and (evidence.source.key, span) not in seen:
                seen.add((evidence.source.key, span))
                words = quantity.span.of(evidence.sentence)
                around = evidence.sentence, evidence.sentence_span
                proof = Evidence(evidence.source, (span,), words, *around, rule="quantity", confidence=evidence.confidence)
                years = frozenset(_YEAR.findall(evidence.sentence))
                yield Counted(key, quantity, subject, years, Stated("quantity", words, proof))


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
