"""Facts that only a reader can confirm: those of rules that are seldom right, and dates that were worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from onrecord.model.decision import Correction, Decision, DecisionKind, DecisionRecord
from onrecord.model.recorded import (
    Evidence,
    GatheringRecord,
    GatheringReport,
    MilestoneRecord,
    PositionRecord,
    RoleRecord,
    Stated,
    StatementRecord,
)

DOUBTFUL = 0.6
"""Below this confidence (the measured share of right facts of its rule) a fact is asked about."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to confirm or to take away.

    Attributes:
        about: the kind of fact, or the property of an occasion.
        key: of the fact.
        title: what it says.
        words: the question.
        reason: why it is asked.
        yes: the decision that confirms it, `no` the one that takes it away.
        settles: how many claims rest on it.
        concerns: keys of the records that it is about.
        property: of an occasion, where the fact as a whole is not in doubt.
    """

    about: str
    key: str
    title: str
    words: str
    reason: str
    evidence: Evidence
    yes: Decision
    no: Decision
    settles: int = 1
    concerns: tuple[str, ...] = ()
    property: str = ""


class Answers(Protocol):
    """The part of `record.View` that is read here."""

    def positions(self, *, persons: Collection[str] | None = None) -> tuple[PositionRecord, ...]:
        """Return positions as stated."""

    def milestones(self) -> tuple[MilestoneRecord, ...]:
        """Return milestones."""

    def statements(self) -> tuple[StatementRecord, ...]:
        """Return what was said."""

    def gatherings(self) -> tuple[GatheringRecord, ...]:
        """Return the occasions."""

    def roles(self, *, below: float) -> tuple[RoleRecord, ...]:
        """Return roles, as sources state them, of less than a confidence."""

    def decisions(self, *, kind: DecisionKind | None = None) -> tuple[DecisionRecord, ...]:
        """Return what stands."""


def doubts(view: Answers) -> Iterator[Doubt]:
    """Yield what is doubtful and what nobody has decided, in no particular order."""
    found = chain(
        of_positions(view.positions()),
        of_milestones(view.milestones()),
        of_roles(view.roles(below=DOUBTFUL)),
        of_statements(view.statements()),
        of_gatherings(view.gatherings()),
    )
    decided = Decided.of(view.decisions(kind="correction"))
    return (doubt for doubt in found if decided.leaves_open(doubt))


@dataclass(frozen=True, slots=True)
class Decided:
    """What analysts decided on facts: those accepted or taken away, and the values that were edited, as (fact, property)."""

    facts: frozenset[str]
    values: frozenset[tuple[str, str]]
    edited: frozenset[str]

    @classmethod
    def of(cls, decisions: Iterable[DecisionRecord]) -> Decided:
        """Return what corrections say."""
        given = [one.decision for one in decisions if isinstance(one.decision, Correction)]
        values = frozenset((one.fact, one.property) for one in given if one.kind == "edit")
        return cls(frozenset(one.fact for one in given if one.kind != "edit"), values, frozenset(fact for fact, _ in values))

    def leaves_open(self, doubt: Doubt) -> bool:
        """Tell whether nobody has decided on what is doubtful; an occasion has several values, each in doubt by itself."""
        if doubt.key in self.facts:
            return False
        if doubt.property or doubt.about == "gathering":
            return (doubt.key, doubt.property) not in self.values
        return doubt.key not in self.edited


def of_positions(positions: Iterable[PositionRecord]) -> Iterator[Doubt]:
    """Yield the positions of rules that are seldom right."""
    for one in positions:
        if one.evidence.confidence < DOUBTFUL:
            yield _of_fact("position", one.key, f"{one.person}: {one.title}", one.evidence, concerns=(one.person_key,))


def of_milestones(milestones: Iterable[MilestoneRecord]) -> Iterator[Doubt]:
    """Yield the dated steps of rules that are seldom right."""
    for one in milestones:
        if one.evidence.confidence < DOUBTFUL:
            yield _of_fact("milestone", one.key, f"{one.kind}: {one.what}", one.evidence)


def of_roles(roles: Iterable[RoleRecord]) -> Iterator[Doubt]:
    """Yield roles, all of which are of rules that are seldom right."""
    for one in roles:
        yield _of_fact("role", one.key, f"{one.name}, {one.role} of {one.gathering}", one.evidence)


def of_statements(statements: Iterable[StatementRecord]) -> Iterator[Doubt]:
    """Yield statements for which no page has a rule that is often right."""
    for one in statements:
        evidence = min(one.evidence, key=lambda entry: (entry.confidence, entry.source.key))
        if max(entry.confidence for entry in one.evidence) < DOUBTFUL:
            speaker = one.speaker.name if one.speaker else one.speaker_words or "nobody who is named"
            concerns = (one.speaker.key,) if one.speaker and one.speaker.key else ()
            yield _of_fact(
                "statement", one.key, f"{speaker}: “{' … '.join(one.content)}”", evidence, len(one.evidence), concerns
            )


def of_gatherings(gatherings: Iterable[GatheringRecord]) -> Iterator[Doubt]:
    """Yield doubtful reports of occasions, and the doubtful dates and places of the others."""
    for gathering in gatherings:
        for report in gathering.reports:
            yield from _of_report(gathering, report)


def _of_report(gathering: GatheringRecord, report: GatheringReport) -> Iterator[Doubt]:
    """Yield the doubtful occasion as a whole, or else its doubtful date and place."""
    if report.evidence.confidence < DOUBTFUL:
        yield _of_fact("gathering", report.key, report.name, report.evidence, len(report.stated) or 1, (gathering.key,))
        return
    for stated in report.stated:
        inferred = stated.property == "start" and report.start is not None and bool(report.start.mark)
        if stated.property in ("start", "place") and (inferred or stated.evidence.confidence < DOUBTFUL):
            yield _of_value(gathering, report, stated, inferred=inferred)


def _of_value(gathering: GatheringRecord, report: GatheringReport, stated: Stated, *, inferred: bool) -> Doubt:
    what, value = ("date", stated.value.rstrip("?~%")) if stated.property == "start" else ("place", stated.value)
    return Doubt(
        about=stated.property,
        key=report.key,
        title=f"{gathering.name}: {value}",
        words=f"Is {value} the {what} of “{gathering.name}”?",
        reason="the date was worked out from what stands around it" if inferred else _measured(stated.evidence),
        evidence=stated.evidence,
        yes=Correction("edit", report.key, stated.property, value),
        no=Correction("edit", report.key, stated.property, None),
        # On the date and place of an occasion rests who was there with whom.
        settles=1 + len(report.participations),
        concerns=(gathering.key,),
        property=stated.property,
    )


def _of_fact(about: str, key: str, title: str, evidence: Evidence, settles: int = 1, concerns: tuple[str, ...] = ()) -> Doubt:
    yes, no = Correction("accept", key), Correction("reject", key)
    return Doubt(
        about, key, title, f"Does the page say this: {title}?", _measured(evidence), evidence, yes, no, settles, concerns
    )


def _measured(evidence: Evidence) -> str:
    return f"rule {evidence.rule}, right in {evidence.confidence:.0%} of the cases that were measured"
