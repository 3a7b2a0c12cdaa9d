"""Records on both databases, for what works on a whole record."""

from __future__ import annotations

from tests.record.conftest import filled, place, store

__all__ = ["filled", "place", "store"]
