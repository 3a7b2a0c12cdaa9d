"""Who invited, supported and came: "at the invitation of President X", "with the support of", "with the participation of"."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import gathering_words
from onrecord.languages.openings import beginning_at
from onrecord.model import Organization, Person, Span

_INVITED = re.compile(r"\b(?:at|by|on|upon|following)\s+(?:the|an)?\s*(?:\w+\s+)?invitation\s+(?:of|from|by)\s+", re.IGNORECASE)
_APPOSED = re.compile(r"[^,.;()\n]*,\s+(?:[A-Z][\w.]*\s+)?")

_SUPPORTED = re.compile(
    r"\b(?:with\s+(?:the\s+)?(?:\w+\s+){0,2}(?:support|assistance|sponsorship|backing|funding|help)\s+(?:of|from|by)|"
    r"(?:co-)?(?:supported|sponsored|funded|financed|underwritten)\s+by|"
    r"(?:made\s+possible\s+by|thanks\s+to|with)\s+(?:a\s+|the\s+)?(?:\w+\s+)?(?:grant|gift|donation|contribution|funds?)\s+(?:of|from|by))\s+",
    re.IGNORECASE,
)
_THANKED = re.compile(
    r"\bthank(?:s|ed)?\s+(?P<who>[^.;:\n]{3,90}?)\s+for\s+(?:its|their|the)\s+(?:\w+\s+)?(?:financial\s+)?(?:support|funding|sponsorship|grant|backing)\b"
)
_STANDING = frozenset({"series"})
"""Words for what an event is part of: who supports that, supports it."""

_PARTICIPATION = re.compile(
    r"\b(?:with\s+(?:the\s+)?(?:\w+\s+)?(?:participation|attendance)\s+of|in\s+the\s+presence\s+of)\s+", re.IGNORECASE
)

_INVITING = re.compile(r"invitation", re.IGNORECASE)
_OPENINGS = {
    "organizer": ("with", "co-s", "co-f", "co-u", "supported", "sponsored", "funded", "financed", "underwritten"),
    "participant": ("with", "in"),
}
"""Letters with which the two patterns begin."""

REACH = 160
"""Code points behind "at the invitation of" within which the one who invites is named."""


def enter(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter as hosts those at whose invitation somebody came."""
    for match in _INVITED.finditer(sides.document.text) if _INVITING.search(sides.document.text) else ():
        roll = roll_of(match.start()) if sides.reading.between((match.start(), match.end())) else None
        if roll is not None:
            roll.add(inviting(sides, match.end()), "host", "invitation-of", "invitation")


def enter_supporters(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter bodies that support an occasion told in the same sentence as organizers, and those who came as participants."""
    text = sides.document.text
    for match in beginning_at(("thank",), _THANKED, text):
        named = _listed(sides, Span(match.start("who"), match.end("who")), bodies_only=True)
        roll = roll_of(match.start())
        if roll is not None:
            roll.add(named, "organizer", "supported-by", "support")
    for pattern, role in ((_SUPPORTED, "organizer"), (_PARTICIPATION, "participant")):
        for match in beginning_at(_OPENINGS[role], pattern, text):
            tokens = sides.reading.between((match.start(), match.end()))
            sentence = sides.reading.sentence_of(tokens[0]) if tokens else None
            if sentence is None or not any(t.lower in gathering_words.nouns() or t.lower in _STANDING for t in sentence.tokens):
                continue
            named = _listed(sides, Span(match.end(), sentence.span.end), bodies_only=role == "organizer")
            roll = roll_of(match.start())
            if roll is not None:
                roll.add(named, role, "supported-by" if role == "organizer" else "participation-of", match[0].strip())  # type: ignore[arg-type]


def _listed(sides: Sides, behind: Span, *, bodies_only: bool) -> list[Named]:
    """Return those named one after another, up to the first word that is no part of a list."""
    found: list[Named] = []
    end = behind.start
    for span, entity in sides.entities.within(behind):
        between = sides.document.text[end : span.start]
        if span.start < behind.start or re.search(r"[.;:]|\b(?:which|who|that|was|were|is|has|had|on|in|at)\b", between):
            break
        if isinstance(entity, Organization) or (isinstance(entity, Person) and not bodies_only):
            found.append((entity, span))
        end = span.end
    return found


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
