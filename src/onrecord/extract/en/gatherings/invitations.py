"""Who invited: "at the invitation of President X, the minister paid a visit"."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.model import Organization, Person, Span

_INVITED = re.compile(r"\b(?:at|by|on|upon|following)\s+(?:the|an)?\s*(?:\w+\s+)?invitation\s+(?:of|from|by)\s+", re.IGNORECASE)
_APPOSED = re.compile(r"[^,.;()\n]*,\s+(?:[A-Z][\w.]*\s+)?")

REACH = 160
"""Code points behind "at the invitation of" within which the one who invites is named."""


def enter(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter as hosts those at whose invitation somebody came."""
    for match in _INVITED.finditer(sides.document.text):
        roll = roll_of(match.start()) if sides.reading.between((match.start(), match.end())) else None
        if roll is not None:
            roll.add(inviting(sides, match.end()), "host", "invitation-of", "invitation")


def inviting(sides: Sides, at: int) -> list[Named]:
    """Return the person, or else the body, that the words from a place on name: up to a comma, or by apposition behind it."""
    text = sides.document.text
    stop = re.compile(r"[,.;\n](?=\s|$)").search(text, at, at + REACH)
    first = Span(at, stop.start() if stop else min(len(text), at + REACH))
    named: list[Named] = [(e, s) for s, e in sides.entities.within(first) if isinstance(e, Person | Organization)]
    persons = [n for n in named if isinstance(n[0], Person)]
    if persons:
        return persons[:1]
    apposed = _APPOSED.match(text, at)
    if apposed is not None:
        behind = [(e, s) for s, e in sides.entities.within((apposed.end(), apposed.end() + 1)) if isinstance(e, Person)]
        if behind:
            return [(behind[0][0], behind[0][1])]
    return named[:1]
