"""What a record says of itself: what a key is taken for, what is wrong with it, what was withdrawn from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a key is taken for: the record that joins several reports, or a fact that stands alone.

    Attributes:
        key: of the record.
        kind: "person", "gathering", "position", …; "page" for a document.
        name: in a few words.
        members: keys of the reports that were joined, in order.
        rejected: whether the fact itself was rejected.
    """

    key: str
    kind: str
    name: str
    members: tuple[str, ...]
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a record.

    Attributes:
        kind: "database", "span", "wording", "key", "claim", "reference", "matching", "decision", "bytes" or "search".
        where: the key, the address or the row that it concerns.
        what: what is wrong, in words.
        cure: what helps.
    """

    kind: str
    where: str
    what: str
    cure: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A note that a source was there: what stays of one that was withdrawn."""

    url: str
    snapshot: str
    title: str
    first_seen: dt.datetime
    last_seen: dt.datetime
    by: str
    at: dt.datetime
    why: str
