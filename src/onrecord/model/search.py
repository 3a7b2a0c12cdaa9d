"""What is searched for in a record, and what is found: statements with the hit marked in their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from onrecord.model.dates import PartialDate
from onrecord.model.recorded import StatementRecord
from onrecord.model.span import Span

Order = Literal["relevance", "newest", "oldest"]

PAGE = 20
"""Hits that are returned at once where nothing else is asked for."""


class Narrowed(TypedDict, total=False):
    """What a search can be narrowed down by: see `pipeline.Record.search`."""

    who: str
    office: str
    place: str
    source: str
    since: str
    until: str
    manner: str
    topic: str
    direct: bool
    gathering: str
    language: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What a statement must have to be found; everything that is given must hold.

    Attributes:
        words: words (all forms of each count), "phrases" in quotation marks (to the letter), prefixes (`denuc*`), alternatives
            (`moratorium OR ban`), and what must not be there (`-missile`).
        speakers: keys of persons or bodies, any of whom said it.
        office: words of an office that the page of the statement gives its speaker, with body or country.
        place: words of the place or venue at which it was said.
        source: words of the page's address, site or title; or the key of a page (`d-…`).
        since: the earliest day on which it may have been said.
        until: the latest day.
        topic: key of a topic.
        gathering: key of the occasion at which it was said.
        language: of the page (ISO 639-1).
    """

    words: str = ""
    speakers: tuple[str, ...] | None = None
    office: str = ""
    place: str = ""
    source: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    manner: str = ""
    topic: str = ""
    direct: bool | None = None
    gathering: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of what was said, with the places in `text` that were searched for; `…` stands for what is left out."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found; `score` is its relevance (BM25), higher is better, 0 where no words were asked for."""

    statement: StatementRecord
    snippet: Snippet
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found.

    Attributes:
        hits: in the order that was asked for.
        total: how many statements match; at least so many where `more_than_counted`.
        cursor: what to ask with for the next page; None on the last one.
    """

    hits: tuple[Hit, ...]
    total: int
    more_than_counted: bool = False
    cursor: str | None = None
