"""What the record answers: nouns across documents, every one of which leads to its evidence.

`record.View` returns these; `review`, `tell` and `cli` read them. *As stated* (the fields of a report, a position, a
statement: one source's words) and *as resolved* (the keys and records that join several sources) are apart throughout.

A `key` is derived from content (`p-…` person, `o-…` organization, `g-…` gathering, `s-…` statement, `d-…` document), so that
it is the same whatever the order in which pages came in. The key of a resolved record is the smallest of its members' keys, and
each member's key finds the record too: a key that was noted down stays good when the record grows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model.dates import PartialDate
from onrecord.model.document import PageFact
from onrecord.model.facts import Format, GatheringStatus, GatheringType, MilestoneKind, Role, Status, Track
from onrecord.model.span import Span

PartyKind = Literal["person", "organization", "phrase"]


@dataclass(frozen=True, slots=True)
class Source:
    """A page in the record.

    Attributes:
        key: `d-…`; leads to the whole text with `View.document`.
        url: its address (the first in alphabetical order where the same bytes stand at several; the rest are `other_urls`).
        snapshot: SHA-256 of the bytes, in hexadecimal.
        text_group: the same for pages whose texts are copies of each other, so that they count as one source.
        current: False for a version of a page whose address has since been captured with other bytes.
    """

    key: str
    id: str
    title: str
    url: str
    site: str
    language: str
    published: PartialDate | None
    snapshot: str
    captured_at: dt.datetime
    text_group: str
    current: bool = True
    other_urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source says it.

    Attributes:
        spans: the words of the fact, in code points of the document's text.
        wording: these words, parts joined with " … ".
        sentence: the sentence or sentences around them; `sentence_span` is where these stand.
        rule: the rule that made the fact, with its measured precision as `confidence`; `by-hand` where somebody added it.
        rejected: whether somebody rejected the fact; such facts are in no answer unless they are asked for.
    """

    source: Source
    spans: tuple[Span, ...]
    wording: str
    sentence: str
    sentence_span: Span
    rule: str = ""
    confidence: float = 1.0
    rejected: bool = False

    @property
    def marks(self) -> tuple[Span, ...]:
        """The spans as counted from the start of `sentence`, for highlighting."""
        return tuple(span.shifted(-self.sentence_span.start) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that one source gives for a property: `property` as in `Claim` ("start", "place", "attendance", …)."""

    property: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a role: a person or body with the key of its record, or a group in the words of the text (no key)."""

    kind: PartyKind
    name: str
    key: str | None = None
    as_stated: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form of a name as printed; `script` is `Latn`, `Cyrl`, `Hang`, `Hani` or `Zyyy` (ISO 15924), `sources` counts pages."""

    text: str
    script: str
    sources: int


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """An office as one source states it.

    Attributes:
        organization: the body as printed, or None; `organization_key` is its record.
        as_of: the date at which the source states it: the page's own date, or None where it has none.
    """

    key: str
    person_key: str
    person: str
    title: str
    organization: str | None
    organization_key: str | None
    country: str | None
    status: Status
    qualifier: str | None
    since: PartialDate | None
    until: PartialDate | None
    as_of: PartialDate | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ParticipationRecord:
    """Somebody's role at an occasion, with every source that says so."""

    who: Party
    role: Role
    rank: int
    delegation: str | None
    role_as_printed: str | None
    evidence: tuple[Evidence, ...]

    @property
    def independent_sources(self) -> int:
        """How many sources give the role, copies of one text counted once."""
        return independent(entry.source for entry in self.evidence)


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """Somebody's role at an occasion as one source states it; `key` is that of the fact, `name` and `gathering` as stated."""

    key: str
    name: str
    role: Role
    gathering: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class GatheringReport:
    """One source's account of an occasion, as stated; `stated` opens each value at its words."""

    key: str
    type: GatheringType
    name: str
    start: PartialDate | None
    end: PartialDate | None
    place: str | None
    venue: str | None
    format: Format
    track: Track
    status: GatheringStatus
    attendance: int | None
    series: str | None
    edition: int | None
    main: bool
    start_basis: str | None
    evidence: Evidence
    stated: tuple[Stated, ...] = ()
    participations: tuple[ParticipationRecord, ...] = ()
    page_facts: tuple[PageFact, ...] = ()


@dataclass(frozen=True, slots=True)
class GatheringRecord:
    """One real occasion, with all its reports.

    `type` to `attendance` are as resolved: the value of most independent sources, then the most precise one, then the first
    in order. What the sources say one by one is in `values(property)`.
    """

    key: str
    type: GatheringType
    name: str
    start: PartialDate | None
    end: PartialDate | None
    place: str | None
    venue: str | None
    format: Format
    track: Track
    status: GatheringStatus
    attendance: int | None
    participations: tuple[ParticipationRecord, ...]
    reports: tuple[GatheringReport, ...]

    @property
    def online(self) -> bool:
        """Whether people met at a distance."""
        return self.format == "online"

    @property
    def main(self) -> bool:
        """Whether a page in the record is about this occasion."""
        return any(report.main for report in self.reports)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that report it, each once, in order of their keys."""
        return _each_once(report.evidence.source for report in self.reports)

    @property
    def independent_sources(self) -> int:
        """How many pages report it when copies of one text count once."""
        return independent(self.sources)

    def values(self, property: str) -> tuple[Stated, ...]:
        """Return what each source states for a property ("start", "end", "place", "attendance", "type", "status", …)."""
        return tuple(stated for report in self.reports for stated in report.stated if stated.property == property)


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """Words attributed to a speaker: one statement, in all pages that carry the same words.

    Attributes:
        content: its parts, to the letter (of the first page).
        date: the gathering's date where it was said at one, else the page's own date.
        date_basis: "gathering", "published", or an empty string where there is no date.
        gathering: key of the occasion, with its name as `gathering_name`.
        evidence: one entry a page; the spans are those of the content.
    """

    key: str
    speaker: Party | None
    speaker_words: str
    content: tuple[str, ...]
    direct: bool
    cue: str
    manner: str
    date: PartialDate | None
    date_basis: str
    gathering: str | None
    gathering_name: str | None
    topics: tuple[str, ...]
    relayed_by: Party | None
    evidence: tuple[Evidence, ...]

    @property
    def independent_sources(self) -> int:
        """How many pages carry it when copies of one text count once."""
        return independent(entry.source for entry in self.evidence)


@dataclass(frozen=True, slots=True)
class MilestoneRecord:
    """A dated step as one source states it."""

    key: str
    kind: MilestoneKind
    what: str
    date: PartialDate | None
    actor: str | None
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Attendance:
    """An occasion at which a person or body took part, with the roles held there, in order of rank."""

    gathering: GatheringRecord
    roles: tuple[ParticipationRecord, ...]


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person in all sources.

    Attributes:
        name: the spelling in most pages (then the longest, then the first in alphabetical order).
        spellings: all forms, most pages first.
        positions: as stated, oldest statement first; undated ones last.
        why: in words, why mentions of several pages are taken for one person; empty where there is one page.
    """

    key: str
    name: str
    spellings: tuple[Spelling, ...]
    positions: tuple[PositionRecord, ...]
    gatherings: tuple[Attendance, ...]
    statements: tuple[StatementRecord, ...]
    mentions: tuple[Evidence, ...]
    why: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that name the person."""
        return _each_once(entry.source for entry in self.mentions)


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """One body in all sources; `people` are the positions held in it."""

    key: str
    name: str
    spellings: tuple[Spelling, ...]
    people: tuple[PositionRecord, ...]
    gatherings: tuple[Attendance, ...]
    statements: tuple[StatementRecord, ...]
    mentions: tuple[Evidence, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim as kept: what one page says of one subject; `subject` is the key of the fact or mention it belongs to.

    Attributes:
        first_seen: when the page was first captured with these bytes, `last_seen` when last.
        decision: id of the correction that made the claim by hand, or that replaced it; None where nobody corrected it.
        replaced: whether a correction stands in its place: it shows what was read and counts in no answer.
    """

    subject: str
    property: str
    value: str
    evidence: Evidence
    first_seen: dt.datetime | None = None
    last_seen: dt.datetime | None = None
    decision: str | None = None
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A snapshot that could not be read, with the reason and its cure in one line."""

    snapshot: str
    url: str
    media_type: str
    captured_at: dt.datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the record holds; persons, organizations, gatherings and statements as resolved."""

    pages: int
    unread: int
    superseded: int
    persons: int
    organizations: int
    positions: int
    gatherings: int
    statements: int
    milestones: int
    claims: int


def independent(sources: Iterable[Source]) -> int:
    """Return how many of the sources are independent: copies of one text count once."""
    return len({source.text_group for source in sources})


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(sorted({source.key: source for source in sources}.values(), key=lambda source: source.key))
