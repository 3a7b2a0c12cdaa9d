"""Writing the record: one page a transaction, and the resolved layer as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.model import Claim, Extract, Snapshot
from onrecord.model.resolution import Resolution

if TYPE_CHECKING:
    from sqlalchemy import Engine

Outcome = Literal["added", "unchanged", "new-address", "new-version", "unread"]
"""`new-address`: the bytes were there under another address; `new-version`: the address was there with other bytes."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was made of one snapshot: its extract (with the document), the claims, and the text's signature for copies."""

    snapshot: Snapshot
    extract: Extract
    claims: tuple[Claim, ...]
    signature: tuple[int, ...] = ()


class Writer:
    """Writes pages and the resolved layer. Every method is one transaction: all of it is kept, or nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def knows(self, snapshot: Snapshot) -> bool:
        """Tell whether these bytes at this address are in the record as a page that was read, so that nothing is to be done."""
        raise NotImplementedError

    def add_page(self, page: Page) -> Outcome:
        """Keep a page with all its facts and claims.

        The same bytes at the same address change nothing. The same bytes at another address are one page with two addresses.
        Other bytes at a known address are a new version: the facts of the earlier capture stay in the record, marked as
        superseded, and count no longer in answers.

        Raises:
            RecordLocked: where another process keeps the record locked, or it may not be written.
        """
        raise NotImplementedError

    def add_unread(self, snapshot: Snapshot, reason: str) -> Outcome:
        """Keep a snapshot that could not be read, with the reason in one line.

        Raises:
            RecordLocked: as `add_page`.
        """
        raise NotImplementedError

    def stale(self) -> bool:
        """Tell whether pages were added since the resolved layer was written."""
        raise NotImplementedError

    def resolve(self, resolution: Resolution) -> None:
        """Replace the resolved layer.

        Raises:
            RecordLocked: as `add_page`.
        """
        raise NotImplementedError
