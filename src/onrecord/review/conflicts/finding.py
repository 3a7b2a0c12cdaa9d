"""What a module that looks for contradictions is given, and what it gives back.

Each module has the same three names: `KIND`, a word; `find(case)`, which yields conflicts; `compared(case)`, which says how
much there was to compare, so that "no contradiction found" means something.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from onrecord.model import Document
from onrecord.model.recorded import GatheringRecord, MilestoneRecord, PositionRecord, Stated, StatementRecord

Severity = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
"""high: both cannot be true; medium: hardly both, or one side was inferred; low: worth a look."""


class Answers(Protocol):
    """The part of `record.View` that is read here."""

    def gatherings(self) -> tuple[GatheringRecord, ...]:
        """Return the occasions."""

    def positions(self) -> tuple[PositionRecord, ...]:
        """Return the positions as stated."""

    def statements(self) -> tuple[StatementRecord, ...]:
        """Return what was said."""

    def milestones(self) -> tuple[MilestoneRecord, ...]:
        """Return the dated steps."""

    def document(self, key: str) -> Document:
        """Return the document behind a source."""


def _no_text(key: str) -> str:  # noqa: ARG001 - a case made without a record has no texts
    return ""


@dataclass(frozen=True, slots=True)
class Case:
    """What is compared: occasions with all their reports, positions, statements, dated steps, and the page behind a key."""

    gatherings: tuple[GatheringRecord, ...] = ()
    positions: tuple[PositionRecord, ...] = ()
    text: Callable[[str], str] = field(default=_no_text, compare=False)
    statements: tuple[StatementRecord, ...] = ()
    milestones: tuple[MilestoneRecord, ...] = ()
    document: Callable[[str], Document] | None = field(default=None, compare=False)
    _made: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once[T](self, name: str, make: Callable[[], T]) -> T:
        """Return what `make` returns, made once: what is looked for in, and what was compared, follow from one list."""
        if name not in self._made:
            self._made[name] = make()
        found: T = self._made[name]
        return found

    @classmethod
    def of(cls, view: Answers, gatherings: tuple[GatheringRecord, ...] | None = None) -> Case:
        """Return all that a record has to compare; only these occasions, and no offices, where `gatherings` is given."""

        def text(key: str) -> str:
            return view.document(key).text

        if gatherings is not None:
            return cls(gatherings, (), text, document=view.document)
        return cls(view.gatherings(), view.positions(), text, view.statements(), view.milestones(), view.document)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more statements of fact that cannot all be true.

    Attributes:
        kind: the module that found it: "date", "page-period", "weekday", …
        subject: key of the occasion or person that it is about, with `title` as its name.
        reason: why it is a contradiction, as one sentence.
        sides: what is stated, each value with its evidence; never fewer than two.
    """

    kind: str
    severity: Severity
    subject: str
    title: str
    reason: str
    sides: tuple[Stated, ...]

    @property
    def key(self) -> str:
        """A name that stays the same as long as the same sources state the same values (`c-…`)."""
        ground = sorted(f"{side.property}={side.value}@{side.evidence.source.key}" for side in self.sides)
        digest = hashlib.sha256("\n".join([self.kind, self.subject, *ground]).encode())
        return f"c-{digest.hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Compared:
    """How much a module had to compare: `number` of `what` (a plural)."""

    kind: str
    number: int
    what: str


class Detector(Protocol):
    """A module that looks for one kind of contradiction."""

    KIND: str

    def find(self, case: Case) -> Iterator[Conflict]:
        """Yield the contradictions of this kind."""

    def compared(self, case: Case) -> Compared:
        """Say how much there was to compare."""


def each_once(conflicts: Iterable[Conflict]) -> Iterator[Conflict]:
    """Yield those that rest on other pages than any before: two occasions of one page (a signing, a visit) are one question."""
    seen: set[tuple[str, ...]] = set()
    for conflict in sorted(conflicts, key=lambda one: (one.title, one.subject)):
        ground = tuple(sorted(side.evidence.source.key for side in conflict.sides))
        if ground not in seen:
            seen.add(ground)
            yield conflict
