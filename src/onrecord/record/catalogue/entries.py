"""The entries of the catalogue, each a fact or a record with what lists, filters and drawings need of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.model import PartialDate
from onrecord.model.facts import Format, GatheringStatus, GatheringType, MilestoneKind, Role, Track
from onrecord.model.recorded import Spelling


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A current page. `group` is the same for copies of one text; `captured` is ISO 8601 in UTC."""

    key: str
    title: str
    url: str
    site: str
    language: str
    published: PartialDate | None
    captured: str
    group: str


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A person or a body under all its names.

    Attributes:
        spellings: those of most pages first; their `sources` count pages.
        sources: keys of the pages that name it, in the order of the catalogue.
        countries: as stated with its offices and delegations, the most frequent first.
        office: the office of the page that was published last, with its body, as printed; an empty string where none is stated.
    """

    key: str
    kind: Literal["person", "organization"]
    name: str
    spellings: tuple[Spelling, ...]
    sources: tuple[str, ...]
    countries: tuple[str, ...] = ()
    office: str = ""


@dataclass(frozen=True, slots=True)
class OccasionEntry:
    """An occasion as resolved.

    Attributes:
        names: the name that its reports give it, by language of the page; the name shown where there is none is `name`.
        places: every place or venue that a report states, most frequent first.
        parties: key of a person or body, and role; each pair once.
        main: whether a page is about it.
        sources: keys of the pages that report it.
        voices: how many of these are independent.
    """

    key: str
    type: GatheringType
    name: str
    names: tuple[tuple[str, str], ...]
    start: PartialDate | None
    end: PartialDate | None
    places: tuple[str, ...]
    format: Format
    track: Track
    status: GatheringStatus
    series: str | None
    main: bool
    parties: tuple[tuple[str, Role], ...]
    sources: tuple[str, ...]
    voices: int

    @property
    def took_place(self) -> bool:
        """Whether people met: what is planned, postponed or cancelled has brought nobody together."""
        return self.status == "held"


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement: who, when, at which occasion, about what; its words stand in the database under `key`."""

    key: str
    speaker: str | None
    date: PartialDate | None
    gathering: str | None
    topics: tuple[str, ...]
    direct: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MilestoneEntry:
    """A dated step as one page states it, `text` being the clause that does."""

    key: str
    kind: MilestoneKind
    what: str
    date: PartialDate | None
    actor: str | None
    text: str
    source: str


@dataclass(frozen=True)
class Catalogue:
    """All entries of one state of the record, by key.

    The order of each is that in which pages list them: sources by date of publication, names by number of pages, occasions,
    statements and milestones by date; the newest first, undated ones last.
    """

    sources: dict[str, SourceEntry]
    names: dict[str, NameEntry]
    occasions: dict[str, OccasionEntry]
    statements: dict[str, StatementEntry]
    milestones: dict[str, MilestoneEntry]
    unread: int
    aliases: dict[str, str]
    """The key of the record for each member's key that differs from it."""

    @property
    def size(self) -> int:
        """How many entries it has, of all kinds."""
        kinds = (self.sources, self.names, self.occasions, self.statements, self.milestones, self.aliases)
        return sum(len(entries) for entries in kinds)

    def key_of(self, key: str) -> str:
        """Return the key under which the record of a member stands."""
        return self.aliases.get(key, key)

    @cached_property
    def statement_keys(self) -> tuple[str, ...]:
        """Keys of all statements, in the order of the catalogue."""
        return tuple(self.statements)

    @cached_property
    def said_by(self) -> dict[str, tuple[str, ...]]:
        """Keys of statements by speaker, in the order of the catalogue."""
        return _grouped((entry.speaker, entry.key) for entry in self.statements.values())

    @cached_property
    def said_at(self) -> dict[str, tuple[str, ...]]:
        """Keys of statements by occasion, in the order of the catalogue."""
        return _grouped((entry.gathering, entry.key) for entry in self.statements.values())

    @cached_property
    def attended(self) -> dict[str, tuple[str, ...]]:
        """Keys of occasions by person or body that had a role there, in the order of the catalogue, each once."""
        return _grouped(
            (key, entry.key) for entry in self.occasions.values() for key in dict.fromkeys(k for k, _ in entry.parties)
        )


def _grouped(pairs: Iterable[tuple[str | None, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, key in pairs:
        if name is None:
            continue
        found.setdefault(name, []).append(key)
    return {name: tuple(keys) for name, keys in found.items()}
