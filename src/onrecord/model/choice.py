"""Values that are chosen from those that there are."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model.errors import UsageError


def check_choice(name: str, value: str, known: Iterable[str]) -> None:
    """Look whether a value is one of those to choose from.

    Args:
        name: what is chosen, as whoever asks calls it.
        value: what was asked for.
        known: what there is.

    Raises:
        UsageError: it is none of them.
    """
    listed = tuple(known)
    if value not in listed:
        raise UsageError(f"there is no {name} {value!r}", f"choose one of {', '.join(listed)}")
