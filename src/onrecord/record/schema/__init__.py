"""The tables. One schema for every database; what is *derived* can be rebuilt from the snapshots at any time.

Three layers, top to bottom:

    captured   snapshot, address            what came in: bytes by their hash, and where they stood when
    as stated  document and all facts       what one page says; every fact row has a content-derived `key`, and every property
                                            of it is a claim with its spans. Derived
    resolved   cluster, member, link        who and what is the same across pages, by the keys of the layer above. Derived
    (index     search_entry                 what was said, for search: follows from the two above. Derived)
    matching   matched, unit, …             what matching keeps so that a new page touches only what it bears on. Derived
    decided    decision, decision_key       what analysts decided: a log that only grows. Never derived, never replaced

What is decided is keyed by content keys and never by row numbers, so that the derived layers can be replaced underneath.
`id` columns are row numbers of this one file and mean nothing outside.
Dates are EDTF text, times are ISO 8601 in UTC, lists are JSON.
"""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from onrecord.record.schema.captured import address, forgotten, payload, run, snapshot
from onrecord.record.schema.columns import WORD, metadata
from onrecord.record.schema.decided import decision, decision_key
from onrecord.record.schema.matching import (
    matched,
    matched_judgement,
    matched_key,
    unit,
    unit_block,
    unit_link,
    unit_member,
)
from onrecord.record.schema.resolved import cluster, link, member
from onrecord.record.schema.search import search_entry
from onrecord.record.schema.stated import (
    applied,
    claim,
    claim_span,
    document,
    entity,
    gathering,
    mention,
    milestone,
    page_fact,
    participation,
    position,
    spelling,
    statement,
    statement_part,
)

VERSION = 5
"""Of the schema; a record that says more was written by a newer onrecord, one that says less is migrated when opened."""

# schema_version; changes: how often pages were added; resolved: the `changes` that the resolved layer has seen
meta = Table("meta", metadata, Column("name", WORD, primary_key=True), Column("value", WORD, nullable=False))

# Alembic's own note of the last step that was carried out: four digits, the same number as schema_version
alembic_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

CAPTURED = (snapshot, address)
STATED = (
    document,
    page_fact,
    entity,
    spelling,
    mention,
    position,
    gathering,
    participation,
    statement,
    statement_part,
    milestone,
    claim,
    claim_span,
)
RESOLVED = (cluster, member, link)
INDEX = (search_entry,)
MATCHING = (matched, matched_key, matched_judgement, unit, unit_member, unit_block, unit_link)
"""What matching keeps to itself; it follows from the layer *as stated* and is no part of any answer."""
DECIDED = (decision, decision_key)
BESIDE = (payload, forgotten, run, applied)
"""Tables that hold no facts: bytes, notes of what is gone, runs, and what corrections changed."""

__all__ = [
    "BESIDE",
    "CAPTURED",
    "DECIDED",
    "INDEX",
    "MATCHING",
    "RESOLVED",
    "STATED",
    "VERSION",
    "WORD",
    "address",
    "alembic_version",
    "applied",
    "claim",
    "claim_span",
    "cluster",
    "decision",
    "decision_key",
    "document",
    "entity",
    "forgotten",
    "gathering",
    "link",
    "matched",
    "matched_judgement",
    "matched_key",
    "member",
    "mention",
    "meta",
    "metadata",
    "milestone",
    "page_fact",
    "participation",
    "payload",
    "position",
    "run",
    "search_entry",
    "snapshot",
    "spelling",
    "statement",
    "statement_part",
    "unit",
    "unit_block",
    "unit_link",
    "unit_member",
]
