"""What the ledger has to find, worked out from all facts of a record at once."""

from __future__ import annotations

from onrecord.record import View
from onrecord.review.conflicts import Case, compared, find_conflicts
from onrecord.review.ledger import Found
from onrecord.review.questions import questions


def found_at_once(view: View) -> Found:
    """Return the contradictions of a record, how much there was to compare, and the open questions."""
    case = Case.of(view)
    conflicts = find_conflicts(case)
    return conflicts, compared(case), questions(view, conflicts)
