"""Opening the record that a command asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.cli.faults import complain

if TYPE_CHECKING:
    from onrecord.pipeline import Record


@contextmanager
def opened(where: str) -> Iterator[Record]:
    """Open a record that is there already."""
    import onrecord

    record = onrecord.open(where, create=False)
    for notice in record.store.notices:
        complain(notice)
    try:
        yield record
    finally:
        record.close()
