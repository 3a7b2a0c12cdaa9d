"""Reading the record: a View answers with the nouns of `model.recorded`, each answer with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal

from onrecord.model import Document, PartialDate
from onrecord.model.facts import GatheringType, MilestoneKind
from onrecord.model.recorded import (
    ClaimRecord,
    Counts,
    GatheringRecord,
    MilestoneRecord,
    OrganizationRecord,
    PersonRecord,
    PositionRecord,
    Source,
    StatementRecord,
    UnreadPage,
)
from onrecord.model.resolution import Link, Sightings, Verdict

if TYPE_CHECKING:
    from sqlalchemy import Engine


class View:
    """Read-only answers. Each call sees one consistent state of the record; all results are in a fixed order.

    Versions of a page that have been superseded by a later capture of the same address are left out of every answer but
    `sources` and `document`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self) -> Counts:
        """Return how much the record holds."""
        raise NotImplementedError

    def sources(self) -> tuple[Source, ...]:
        """Return all pages that were read, superseded versions included, in order of url."""
        raise NotImplementedError

    def unread(self) -> tuple[UnreadPage, ...]:
        """Return the snapshots that could not be read, with reasons, in order of url."""
        raise NotImplementedError

    def document(self, key: str) -> Document:
        """Return the whole document behind a source, text, paragraphs and page facts included.

        Raises:
            UsageError: where no document has that key.
        """
        raise NotImplementedError

    def spellings(self, kind: Literal["person", "organization"]) -> tuple[tuple[str, str], ...]:
        """Return every (spelling, key of the record) of all persons or organizations, in order."""
        raise NotImplementedError

    def person(self, key: str) -> PersonRecord:
        """Return one person: spellings, positions, gatherings with roles, statements, mentions.

        Args:
            key: of the person, or of any mention in a document (`p-…`).

        Raises:
            UsageError: where no person has that key.
        """
        raise NotImplementedError

    def organization(self, key: str) -> OrganizationRecord:
        """Return one organization: spellings, the positions held in it, gatherings, statements, mentions.

        Raises:
            UsageError: where no organization has that key.
        """
        raise NotImplementedError

    def gatherings(
        self,
        *,
        who: Collection[str] | None = None,
        place: str | None = None,
        type: GatheringType | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
    ) -> tuple[GatheringRecord, ...]:
        """Return the occasions, dated ones first and oldest first, then by name.

        Args:
            who: keys of persons or organizations of whom at least one took part.
            place: part of a place or venue as any report writes it, upper or lower case.
            type: the type as any report states it.
            since: the earliest day; occasions whose date may be on or after it are returned, undated ones are not.
            until: the latest day, in the same way.
        """
        raise NotImplementedError

    def gathering(self, key: str) -> GatheringRecord:
        """Return one occasion by its key or that of any of its reports.

        Raises:
            UsageError: where no gathering has that key.
        """
        raise NotImplementedError

    def statements(
        self,
        *,
        speakers: Collection[str] | None = None,
        about: str | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
        gathering: str | None = None,
    ) -> tuple[StatementRecord, ...]:
        """Return statements in order of date (undated last), then of page and place in it.

        Args:
            speakers: keys of persons or organizations.
            about: words that must all stand in the content or be topics of it, upper or lower case.
            since: the earliest day of the statement's date; undated ones are left out.
            until: the latest day, in the same way.
            gathering: key of the occasion at which it was said.
        """
        raise NotImplementedError

    def positions(self, *, persons: Collection[str] | None = None) -> tuple[PositionRecord, ...]:
        """Return positions as stated, by person, oldest statement first, undated ones last."""
        raise NotImplementedError

    def milestones(
        self,
        *,
        kind: MilestoneKind | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
    ) -> tuple[MilestoneRecord, ...]:
        """Return milestones, oldest first, undated ones last."""
        raise NotImplementedError

    def claims(self, subject: str) -> tuple[ClaimRecord, ...]:
        """Return the claims behind a fact, a mention or a whole resolved record, by its key, page by page.

        Raises:
            UsageError: where nothing has that key.
        """
        raise NotImplementedError

    def links(self, *, verdict: Verdict | None = None, keys: Sequence[str] | None = None) -> tuple[Link, ...]:
        """Return judged pairs of sightings: the reasons behind clusters, and the open questions (`verdict="unsure"`)."""
        raise NotImplementedError

    def sightings(self) -> Sightings:
        """Return what matching works on: everything that the current versions of all pages show."""
        raise NotImplementedError
