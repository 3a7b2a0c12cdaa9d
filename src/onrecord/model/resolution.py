"""Who and what is the same: what matching is given (sightings) and what it gives back (clusters and links).

`record` makes sightings of what it keeps, `match` turns them into clusters and links, and `record` keeps these in its
resolved layer. A sighting is one person, body, occasion, statement or text as one document shows it, known by its
content-derived key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.dates import PartialDate
from onrecord.model.facts import GatheringType, Status

ClusterKind = Literal["person", "organization", "gathering", "statement", "text"]
Verdict = Literal["same", "unsure", "different"]


@dataclass(frozen=True, slots=True)
class Office:
    """A position as evidence of identity; `as_of` is the page's date, `forms` are other names of the body on that page."""

    title: str
    organization: str | None = None
    country: str | None = None
    status: Status = "current"
    as_of: PartialDate | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonSighting:
    """A person in one document: `names` longest first, `company` the other persons and the bodies named there."""

    key: str
    document: str
    names: tuple[str, ...]
    language: str = "und"
    offices: tuple[Office, ...] = ()
    company: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationSighting:
    """A body in one document: the name and its other forms there, abbreviations included."""

    key: str
    document: str
    names: tuple[str, ...]
    language: str = "und"


@dataclass(frozen=True, slots=True)
class GatheringSighting:
    """An occasion in one document.

    `participants` are keys of person and organization sightings, `phrases` unnamed parties. Matching puts the keys of clusters
    in the place of participants, and the words of their names into `people`.
    """

    key: str
    document: str
    type: GatheringType
    name: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: str | None = None
    online: bool = False
    edition: int | None = None
    main: bool = False
    participants: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    language: str = "und"
    published: PartialDate | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementSighting:
    """A statement in one document; `speaker` is the key of a sighting, or the words of the text behind `=`."""

    key: str
    document: str
    content: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class TextSighting:
    """A document's text by its signature (see `match.copies.signature`), so that texts need not be read again."""

    key: str
    signature: tuple[int, ...]

    @property
    def document(self) -> str:
        """The document: its key is that of its text."""
        return self.key


@dataclass(frozen=True, slots=True)
class Sightings:
    """All that is to be matched, each tuple in order of keys."""

    persons: tuple[PersonSighting, ...] = ()
    organizations: tuple[OrganizationSighting, ...] = ()
    gatherings: tuple[GatheringSighting, ...] = ()
    statements: tuple[StatementSighting, ...] = ()
    texts: tuple[TextSighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Sightings of one thing; `key` is the smallest member's key, `name` the form to show."""

    kind: ClusterKind
    key: str
    members: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A judged pair, `a` < `b`, with its score (0 to 1) and the reasons in words, strongest first."""

    kind: ClusterKind
    a: str
    b: str
    score: float
    verdict: Verdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The result of matching: every sighting is in exactly one cluster; links explain the clusters and the open questions."""

    clusters: tuple[Cluster, ...] = ()
    links: tuple[Link, ...] = ()
