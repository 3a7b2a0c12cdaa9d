"""Records on both databases, for what works on a whole record."""

from __future__ import annotations

from tests.record.conftest import filled, place, server, store

__all__ = ["filled", "place", "server", "store"]
