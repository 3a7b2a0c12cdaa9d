"""Keeping a page: its snapshot, the addresses at which its bytes were seen, what was read from it, which version is current."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, update

from onrecord.model import Claim, Extract, Snapshot
from onrecord.record import corrections, schema
from onrecord.record.rows import write_page

Outcome = Literal["added", "unchanged", "new-address", "new-version", "unread"]
"""`new-address`: the bytes were there under another address; `new-version`: the address was there with other bytes."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was made of one snapshot: its extract (with the document), the claims, and the text's signature for copies."""

    snapshot: Snapshot
    extract: Extract
    claims: tuple[Claim, ...]
    signature: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A snapshot that could not be read, with the reason in one line."""

    snapshot: Snapshot
    reason: str


def keep_page(connection: Connection, page: Page, touched: set[int]) -> Outcome:
    """Keep a page with its facts; all its versions are added to those whose entries of the index are to be refreshed."""
    state = _state(connection, page.snapshot)
    if state.settled:
        return "unchanged"
    number = _keep_snapshot(connection, page.snapshot, state, unread=None)
    if state.number is None and not state.other_bytes:  # nothing is known of these bytes, nor of their address
        write_page(connection, number, page.snapshot.url, page.extract, page.claims, page.signature)
    else:
        first = _first_url(connection, number)
        if state.url_read_from != first:
            # What a page says may depend on its address (its site, say): the first in order is read, whichever came first.
            connection.execute(delete(schema.document).where(schema.document.c.snapshot_id == number))
            write_page(connection, number, first, page.extract, page.claims, page.signature)
        _mark_current(connection, page.snapshot.url)
    versions = corrections.versions(connection, [page.snapshot.url])
    corrections.refresh(connection, versions)
    touched.update(versions)
    if state.url_read_from is not None and not state.address_known:
        return "new-address"
    return "new-version" if state.other_bytes else "added"


def keep_unread(connection: Connection, page: Unread) -> Outcome:
    """Keep that a snapshot is there and could not be read; a page that was read under another address stays as it is."""
    state = _state(connection, page.snapshot)
    if state.url_read_from is None:
        _keep_snapshot(connection, page.snapshot, state, unread=page.reason)
    return "unread"


def knows(connection: Connection, snapshot: Snapshot) -> bool:
    """Tell whether the record has a snapshot, read, at its address, so that keeping it would change nothing."""
    return _state(connection, snapshot).settled


@dataclass(frozen=True, slots=True)
class _State:
    """What the record has of a snapshot: its row, the address its document was read under, whether nothing is left to do."""

    number: int | None
    url_read_from: str | None
    address_known: bool
    settled: bool
    other_bytes: bool


def _state(connection: Connection, snapshot: Snapshot) -> _State:
    number = connection.execute(select(schema.snapshot.c.id).where(schema.snapshot.c.sha256 == snapshot.id)).scalar()
    read = None
    if number is not None:
        read = connection.execute(select(schema.document.c.url).where(schema.document.c.snapshot_id == number)).scalar()
    captures = _captures(connection, snapshot.url)
    known = number is not None and any(row.snapshot_id == number for row in captures)
    newest = bool(captures) and captures[-1].snapshot_id == number
    # An earlier capture of bytes that were known to be there before says nothing new either.
    old = known and any(row.snapshot_id == number and row.last_seen >= _time(snapshot.captured_at) for row in captures)
    others = any(row.snapshot_id != number for row in captures)
    return _State(number, read, known, read is not None and known and (newest or old), others)


def _captures(connection: Connection, url: str) -> list[Any]:
    """Return the captures of an address, the newest last; two of one moment are in order of their hashes."""
    address, snapshot = schema.address, schema.snapshot
    query = (
        select(address.c.snapshot_id, address.c.last_seen)
        .join(snapshot, snapshot.c.id == address.c.snapshot_id)
        .where(address.c.url == url)
        .order_by(address.c.last_seen, snapshot.c.sha256)
    )
    return list(connection.execute(query))


def _keep_snapshot(connection: Connection, snapshot: Snapshot, state: _State, *, unread: str | None) -> int:
    row = {"media_type": snapshot.media_type, "size": len(snapshot.content), "unread": unread}
    number = state.number
    if number is None:
        key = connection.execute(insert(schema.snapshot).values(sha256=snapshot.id, **row)).inserted_primary_key
        assert key is not None  # noqa: S101  an insert of one row gives its key
        number = int(key[0])
    else:
        connection.execute(update(schema.snapshot).where(schema.snapshot.c.id == number).values(unread=unread))
    seen, address = _time(snapshot.captured_at), schema.address
    here = (address.c.snapshot_id == number) & (address.c.url == snapshot.url)
    if state.address_known:
        connection.execute(update(address).where(here & (address.c.last_seen < seen)).values(last_seen=seen))
        connection.execute(update(address).where(here & (address.c.first_seen > seen)).values(first_seen=seen))
    else:
        values = {"snapshot_id": number, "url": snapshot.url, "first_seen": seen, "last_seen": seen}
        connection.execute(insert(address).values(**values, headers=dict(sorted(snapshot.headers.items()))))
    return number


def replace_page(connection: Connection, page: Page) -> bool:
    """Put a page that was read anew in the place of what was derived before; tell whether the record still has its snapshot."""
    snapshot, document = schema.snapshot, schema.document
    number = connection.execute(select(snapshot.c.id).where(snapshot.c.sha256 == page.snapshot.id)).scalar()
    if number is None:
        return False
    first = _first_url(connection, number)
    connection.execute(delete(document).where(document.c.snapshot_id == number))
    connection.execute(update(snapshot).where(snapshot.c.id == number).values(unread=None))
    write_page(connection, number, first, page.extract, page.claims, page.signature)
    _mark_current(connection, first)
    made = connection.execute(select(document.c.id).where(document.c.snapshot_id == number)).scalars()
    corrections.refresh(connection, list(made))
    return True


def _first_url(connection: Connection, number: int) -> str:
    query = select(schema.address.c.url).where(schema.address.c.snapshot_id == number).order_by(schema.address.c.url)
    return str(connection.execute(query).scalars().first())


def _mark_current(connection: Connection, url: str) -> None:
    """Mark the documents seen at this address: current is what is the newest at one of its addresses at least."""
    numbers = {row.snapshot_id for row in _captures(connection, url)}
    for number in numbers:
        urls = connection.execute(select(schema.address.c.url).where(schema.address.c.snapshot_id == number)).scalars()
        current = any(_captures(connection, other)[-1].snapshot_id == number for other in list(urls))
        document = schema.document
        connection.execute(update(document).where(document.c.snapshot_id == number).values(current=current))


def _time(moment: dt.datetime) -> str:
    utc = moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
