"""What a page tells: the nouns that extraction makes of one document, each with its spans and its rule.

Inside one document an entity is known by its `id` (`p1`, `o1`, `l1`, `g1`, `s1`), given in the order of the text. `rule`
names the rule that made the fact; `confidence` (0 to 1) is that rule's measured precision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.dates import PartialDate
from onrecord.model.document import Document
from onrecord.model.span import Span

Status = Literal["current", "former"]
GatheringType = Literal[
    "roundtable", "webinar", "forum", "conference", "seminar", "workshop", "symposium", "dialogue", "summit", "meeting",
    "talks", "visit", "call", "ceremony", "session", "briefing", "exhibition", "other",
]  # fmt: skip
Format = Literal["in-person", "online", "hybrid", "unknown"]
Track = Literal["1", "1.5", "2", "unknown"]
GatheringStatus = Literal["planned", "held", "postponed", "cancelled"]
Role = Literal["organizer", "host", "moderator", "opening", "speaker", "participant", "signatory"]
MilestoneKind = Literal[
    "nuclear-test", "missile-launch", "site-opened", "site-closed", "treaty-signed", "treaty-ratified", "treaty-in-force",
    "accession", "withdrawal", "weapons-inherited", "weapons-removed", "weapons-dismantled", "material-removed",
    "facility-shut", "facility-opened", "resolution-adopted", "decree", "moratorium", "agreement", "organization-founded",
    "office-taken", "office-left",
]  # fmt: skip
OFFICES: frozenset[MilestoneKind] = frozenset(("office-taken", "office-left"))
"""Steps that the holder of an office takes, whoever gives it."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named: `name` is the longest form in the text, `aliases` the other forms, in text order."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 1.0

    @property
    def names(self) -> tuple[str, ...]:
        """The name and then the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Person(Entity):
    """An individual named in the text."""


@dataclass(frozen=True, slots=True)
class Organization(Entity):
    """A named body: ministry, institute, company, parliament, embassy, treaty body."""


@dataclass(frozen=True, slots=True)
class Place(Entity):
    """A named place; `country` is True for a country or a nation."""

    country: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Somebody who is not named, kept in the words of the text ("The two parties", "Kazakhstan")."""

    words: str
    span: Span


Who = Person | Organization | Phrase


@dataclass(frozen=True, slots=True)
class Position:
    """An office, job or function that the text ascribes to a person, as stated.

    Attributes:
        title: as printed, without the person's name and, where they can be parted, without the organization.
        country: the country as named by the text ("Kazakh" gives "Kazakhstan"), or None.
        qualifier: acting, outgoing, designate, elect, or None.
        span: the words that state it, from title to name or the reverse.
    """

    person: Person
    title: str
    title_span: Span
    span: Span
    organization: Organization | None = None
    country: str | None = None
    status: Status = "current"
    qualifier: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody's role at a gathering; `rank` is the place in the order listed, from 1."""

    who: Who
    role: Role
    span: Span
    role_as_printed: str | None = None
    delegation: str | None = None
    rank: int = 0
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Gathering:
    """An occasion on which people or delegations met or will meet; `spans` are its mentions, `name_span` the best one.

    `start_span`, `place_span` and `attendance_span` are the words that state each, `start_basis` how a relative or partial
    date was completed ("page date", "text", "weekday"); None where nothing is stated.
    """

    id: str
    type: GatheringType
    name: str
    name_span: Span
    spans: tuple[Span, ...] = ()
    start: PartialDate | None = None
    start_span: Span | None = None
    start_basis: str | None = None
    end: PartialDate | None = None
    place: str | None = None
    place_span: Span | None = None
    venue: str | None = None
    format: Format = "unknown"
    track: Track = "unknown"
    status: GatheringStatus = "held"
    attendance: int | None = None
    attendance_span: Span | None = None
    series: str | None = None
    edition: int | None = None
    main: bool = False
    participations: tuple[Participation, ...] = ()
    rule: str = ""
    confidence: float = 1.0

    @property
    def online(self) -> bool:
        """Whether people met at a distance."""
        return self.format == "online"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that the text attributes to a speaker; a quotation parted by its attribution has several content spans.

    Attributes:
        speaker: who said it, resolved where the text allows; None where the text names nobody.
        speaker_span: the words that name the speaker at this statement ("he", "Ashikbayev", "the expert").
        direct: whether all of the content stands in quotation marks.
        cue: the reporting word or words as printed.
        manner: said, wrote, asked, believes, wants, denies, promised, …; see `languages/en/data/cues.yml`.
        relayed_by: the medium or body through which the words came ("the ministry's statement"), where the text names one.
        gathering: id of the gathering at which it was said, where the text tells.
    """

    id: str
    content: tuple[str, ...]
    content_spans: tuple[Span, ...]
    speaker: Who | None = None
    speaker_span: Span | None = None
    direct: bool = False
    cue: str = ""
    cue_span: Span | None = None
    manner: str = "said"
    relayed_by: Who | None = None
    gathering: str | None = None
    topics: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 1.0

    @property
    def speaker_name(self) -> str | None:
        """The speaker's name, or the words of the text where nobody is named."""
        if self.speaker is None:
            return None
        return self.speaker.words if isinstance(self.speaker, Phrase) else self.speaker.name


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step of a nuclear or diplomatic record; `text_span` is the clause that states it, `what` names its object."""

    kind: MilestoneKind
    what: str
    what_span: Span
    text: str
    text_span: Span
    date: PartialDate | None = None
    date_span: Span | None = None
    actor: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Extract:
    """All facts of one document. `refused` counts facts that were dropped since their words are not in the text."""

    document: Document
    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    positions: tuple[Position, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    statements: tuple[Statement, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    notes: tuple[str, ...] = field(default=())
    refused: int = 0
