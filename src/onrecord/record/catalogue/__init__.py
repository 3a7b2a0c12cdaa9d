"""The catalogue: what stands in the record, in memory and without its texts, for one state of it.

Pages that look at the whole record (lists, map, network, topics, coverage) answer from it; texts and evidence are read from the
database for the few facts that a page shows. One entry takes some 300 bytes, so that 100,000 statements fit in 60 MB.
"""

from __future__ import annotations

from onrecord.record.catalogue.entries import (
    Catalogue,
    MilestoneEntry,
    NameEntry,
    OccasionEntry,
    SourceEntry,
    StatementEntry,
)
from onrecord.record.catalogue.loading import load
from onrecord.record.catalogue.marking import Fact, FactKind, MarkedPage, marked_page, roles_of_report
from onrecord.record.catalogue.offices import OfficeHeld, offices
from onrecord.record.catalogue.quoting import Quotation, Quotations, RoleTaken, ties, why
from onrecord.record.catalogue.watching import State, Watch, state_of

__all__ = [
    "Catalogue",
    "Fact",
    "FactKind",
    "MarkedPage",
    "MilestoneEntry",
    "NameEntry",
    "OccasionEntry",
    "OfficeHeld",
    "Quotation",
    "Quotations",
    "RoleTaken",
    "SourceEntry",
    "State",
    "StatementEntry",
    "Watch",
    "load",
    "marked_page",
    "offices",
    "roles_of_report",
    "state_of",
    "ties",
    "why",
]
