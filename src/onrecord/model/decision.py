"""What an analyst decides: kept apart from everything that is derived, appended and never changed.

Decisions name facts by their content keys (`p-…`, `g-…`, `s-…`: see `record.keys`), never by row numbers, so that they outlive
every new reading of the pages. Each says who decided, when and why. Nothing is ever taken away: a decision is undone by one
more entry of the log, and so is the undoing.

All decisions on one `matter` follow on each other: each names the one that its maker had seen (`seen`), so that of two people
who decide the same matter at once the second is told of the first and overwrites nothing.
"""

from __future__ import annotations

import builtins
import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.resolution import Verdict
from onrecord.model.span import Span

DecisionKind = Literal["judgement", "correction", "settlement", "absence"]
CorrectionKind = Literal["accept", "reject", "edit", "add"]
FactKind = Literal["person", "organization", "place", "position", "gathering", "participation", "statement", "milestone"]
Standing = Literal["standing", "replaced", "undone", "undoing"]
"""`replaced`: a later decision on the same matter stands; `undoing`: the entry takes another one back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Who decided, when and why: what all decisions share.

    Attributes:
        by: who decided, as `--as` or git names them; never empty once it is kept.
        at: when; the time of keeping where None is given.
        why: the reason in words; may be empty.
        id: the decision's own name, given when it is kept.
    """

    by: str = ""
    at: dt.datetime | None = None
    why: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Judgement(Made):
    """Whether two sightings (persons, bodies, occasions, statements or texts of two pages) are one."""

    left_key: str
    right_key: str
    verdict: Verdict

    @property
    def pair(self) -> tuple[str, str]:
        """The two keys in their order."""
        return (self.left_key, self.right_key) if self.left_key <= self.right_key else (self.right_key, self.left_key)

    @property
    def matter(self) -> str:
        """What it is about: decisions on one matter follow on each other."""
        return "same " + " ".join(self.pair)


@dataclass(frozen=True, slots=True)
class Correction(Made):
    """A fact confirmed, rejected, changed or added by hand.

    Attributes:
        kind: `accept` and `reject` concern the whole fact, `edit` one property of it; `add` makes a fact.
        fact: key of the fact; empty in an `add`, whose key follows from what it says.
        property: of an edit: as in the table of the fact (`start`, `place`, `title`, `status`, …).
        value: of an edit: the new value as text (EDTF for dates); None takes the property away.
        document: key of the page that states it; of an `add`.
        spans: where the page states it, in code points of its text: needed in an `add`, welcome in an edit.
        quote: the words at these spans, parts joined with " … "; checked against the text when it is kept.
        fact_kind: what an `add` makes.
        values: the properties of what an `add` makes, as pairs of name and value, in order of names.
    """

    kind: CorrectionKind
    fact: str = ""
    property: str = ""
    value: str | None = None
    document: str = ""
    spans: tuple[Span, ...] = ()
    quote: str = ""
    fact_kind: FactKind | None = None
    values: tuple[tuple[str, str], ...] = ()

    @builtins.property
    def matter(self) -> str:
        """What it is about: whether a fact holds, or the value of one of its properties."""
        return f"value {self.fact} {self.property}" if self.kind == "edit" else f"fact {self.fact}"


@dataclass(frozen=True, slots=True)
class Settlement(Made):
    """A contradiction settled: by the choice of a value, or by a note alone; it stays visible.

    Attributes:
        conflict: key of the contradiction (`c-…`).
        choice: the value that holds, as one of its sides states it; None where a note is all there is.
        facts: keys of the facts whose claims contradict each other: the ground of the decision.
        note: what there is to say, in words.
    """

    conflict: str
    choice: str | None = None
    facts: tuple[str, ...] = ()
    note: str = ""

    @property
    def matter(self) -> str:
        """What it is about."""
        return f"conflict {self.conflict}"


@dataclass(frozen=True, slots=True)
class Absence(Made):
    """Searched and not found, which is a finding too.

    Attributes:
        question: what was looked for.
        source: where: an archive, a site, a database, a page's address.
        when: the day of the search, in EDTF.
        note: how it was searched (the words, the period), in words.
        about: keys of the records that the question concerns, if any.
    """

    question: str
    source: str
    when: str
    note: str = ""
    about: tuple[str, ...] = ()

    @property
    def matter(self) -> str:
        """What it is about: one search."""
        return "absence " + " | ".join((self.question, self.source, self.when))


Decision = Judgement | Correction | Settlement | Absence


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision rests on: a fact as it was when the decision was made.

    Attributes:
        key: of the fact.
        url: address of the page.
        parts: what its key is made of beside the hash of the page's bytes, so that it is found in other versions of the page.
        words: the fact in a few words, for a list of decisions whose ground is gone.
    """

    key: str
    url: str = ""
    parts: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One entry of the log of decisions.

    Attributes:
        decision: what was decided; of an entry that undoes another one: what that one had decided.
        number: its place in the log, from 1.
        seen: id of the entry on the same matter that its maker had before them; None for the first one.
        undoes: id of the entry that it takes back, or None.
        state: whether it stands.
        ground: what it rests on.
        gone: keys of that of it which the record no longer has, in no version of the page that counts.
    """

    decision: Decision
    number: int
    kind: DecisionKind
    seen: str | None = None
    undoes: str | None = None
    state: Standing = "standing"
    ground: tuple[Ground, ...] = field(default=())
    gone: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The entry's own name."""
        return self.decision.id
