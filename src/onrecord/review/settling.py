"""Settling a contradiction: by the choice of a value, or by a note."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model.decision import Settlement
from onrecord.model.errors import UsageError
from onrecord.review.conflicts import Conflict


def settlement(conflicts: Iterable[Conflict], key: str, choice: str | None, *, note: str, by: str) -> Settlement:
    """Return the decision that settles a contradiction.

    Args:
        conflicts: all that the record has.
        key: of the one that is settled (`c-…`).
        choice: the value that holds, as one of its sides states it; None where a note is all there is.
        note: what there is to say.
        by: who decides.

    Raises:
        UsageError: there is no such contradiction, none of its sides states the value, or nothing is said.
    """
    found = next((conflict for conflict in conflicts if conflict.key == key), None)
    if found is None:
        raise UsageError(f"the record has no contradiction {key!r}", "the list of conflicts prints their keys")
    values = list(dict.fromkeys(side.value for side in found.sides))
    if choice is not None and choice not in values:
        raise UsageError(f"no side of {key} states {choice!r}", f"choose one of {', '.join(values)}, or give a --note alone")
    if choice is None and not note.strip():
        raise UsageError(f"{key} needs a choice or a note", f"give --choice with one of {', '.join(values)}, or --note")
    return Settlement(key, choice, (found.subject,), note.strip(), by=by)
