"""The JSON API below `/api/v1`: the nouns of the record, as `--json` prints them.

Lists hold summaries and a cursor, `next`, which is asked for as `after`; one thing by its key holds everything, with its
evidence. Every answer carries an ETag, so that whoever asks again with `If-None-Match` gets 304 until the record changes.
Decisions are sent to `/decisions`, by accounts that may decide.
"""

from __future__ import annotations

from fastapi import APIRouter, Depends

from onrecord.serve.api import deciding, listings, nouns
from onrecord.serve.api.etags import fresh
from onrecord.serve.api.parameters import known

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX)
for part in (listings.router, nouns.router, deciding.reading):
    router.include_router(part, dependencies=[Depends(known), Depends(fresh)])
router.include_router(deciding.writing)

__all__ = ["PREFIX", "router"]
