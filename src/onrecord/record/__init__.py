"""The database: schema, Writer, View. The only room that imports SQLAlchemy."""

from __future__ import annotations

from onrecord.record.captures import Capture, Payloads
from onrecord.record.keeping import Outcome, Page, Unread
from onrecord.record.matching import Matching
from onrecord.record.store import Store, open_store
from onrecord.record.view import View
from onrecord.record.writer import Writer

__all__ = ["Capture", "Matching", "Outcome", "Page", "Payloads", "Store", "Unread", "View", "Writer", "open_store"]
