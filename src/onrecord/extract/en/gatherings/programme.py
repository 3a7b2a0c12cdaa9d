"""Roles in a programme: persons listed under a heading ("Moderator"), behind a label ("Chair:"), or as participants."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.extract.en.gatherings.roll import Roll, bodies
from onrecord.extract.en.gatherings.sides import Named
from onrecord.extract.entities import Entities
from onrecord.languages import abbreviations
from onrecord.languages.en import role_words
from onrecord.model import Document, Organization, Person, Span
from onrecord.model.facts import Role

_BULLET = re.compile(r"\s*(?:[•·◦▪*]|[-–—]\s|\d{1,2}[.)]\s)")
_LABEL = re.compile(r"(?:^|(?<=[.;|]\s)|(?<=\n))\s*(?P<label>[A-Za-z][A-Za-z -]{2,40}?)(?:\s+included)?\s*:")
_BY = re.compile(r"\s*(?P<label>(?:Jointly )?[A-Za-z][a-z]+(?:-[a-z]+)?(?: over| and [a-z]+)? by)\s")
_LISTS = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{2,60}?)\s+(?:included|were|are|include)\s*:\s*$", re.IGNORECASE)
_THERE = re.compile(
    r"\b(?:joined|accompanied|attended)\b.*\bby\s*:$|\b(?:present|attending|in\s+attendance)\b[^.]*:$", re.IGNORECASE
)
"""The end of a line before a list of those who came: "They were joined by:", "Also present were:"."""

_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?(?:\s?[ap]\.?m\.?|\s?hrs?)?"
_TIME = re.compile(
    rf"\s*(?=\d{{1,2}}(?:[:.h]\d\d|\s?[ap]\.?m))(?:{_CLOCK})(?:\s?(?:[-–—]|to)\s?{_CLOCK})?[\s|:.–—-]+", re.IGNORECASE
)
_ORIGIN = re.compile(r"(?:(?:[A-Z][\w.’'-]*|\([\w. ]+\)|of|the|for|and|&)[\s,]*)*")
_NAMED_BEHIND = re.compile(r"\s*(?:[—–:,-]|by\b|with\b)\s*(?:[A-Z][\w.]*\s)*$")
_SHORT = re.compile(abbreviations.before_name())
_BRACKETS = re.compile(r"[(\[]([A-Za-z][A-Za-z -]{2,40}:[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
"""A label in brackets: "(moderator: Prof. X, Ulba University)"."""

_TITLE = re.compile(r"[“\"‘'«].{3,150}[”\"’'»]")
"""What is spoken on, between the heading and the name of who speaks."""

RollOf = Callable[[int], Roll | None]
"""Gives the roll of the occasion of which the text tells at a place."""

LINE = 160
"""Code points: a longer paragraph is prose and no line of a programme."""


def enter(document: Document, entities: Entities, roll: Roll, roll_of: RollOf) -> None:
    """Enter the persons whom the page's lists put under a role.

    Args:
        document: the document.
        entities: its persons, organizations and places.
        roll: the roll of the occasion that the page is about, to which its lists belong.
        roll_of: gives the roll of the occasion of which the text tells at a place, to which a label in running text belongs.
    """
    role: Role | None = None
    printed = ""
    for paragraph in document.readable():
        words = paragraph.span.of(document.text).strip()
        time = _TIME.match(words)
        title = words[time.end() :] if time else words
        heading = _heading(title, timed=time is not None)
        if heading is not None:
            role, printed = heading, title.rstrip(":")
            _beside_heading(document, entities, paragraph.span, role, roll)
        elif role is not None and not time and (_is_side(entities, paragraph.span, words) or _TITLE.fullmatch(words)):
            continue
        elif role is not None and (_BULLET.match(words) or (not time and _leads(document, entities, paragraph.span))):
            _entry(document, entities, paragraph.span, role, printed, roll)
        elif words:
            prose = len(words) > LINE or _BULLET.match(words) is not None
            there = roll_of(paragraph.span.start) if prose else None
            labelled = _labelled(document, entities, paragraph.span, there or roll)
            for inside in _BRACKETS.finditer(words):
                start = paragraph.span.start + paragraph.span.of(document.text).index(words) + inside.start(1)
                _labelled(document, entities, Span(start, start + len(inside[1])), roll_of(start) or roll)
            role = role if labelled and not time else None


def _is_side(entities: Entities, span: Span, words: str) -> bool:
    """Tell whether a line within a list only says for whom those under it came ("Republic of Korea", "For Norland:")."""
    plain = re.sub(
        r"^(?:for|from)\s+(?:the\s+)?|^the\s+|\s+(?:side|delegation|participants)\b|:$", "", words, flags=re.IGNORECASE
    )
    return any(place.country and at.end - at.start >= len(plain) - 1 for at, place in entities.places_within(span))


def _heading(words: str, *, timed: bool) -> Role | None:
    """Return the role of those listed under a line: "Moderator", "Panel 2: After the test site", "10:00 Words of welcome"."""
    if words.endswith(":") and len(words) > LINE and _THERE.search(words.rsplit(". ", 1)[-1]):
        return "participant"  # a paragraph that ends "They were joined by:"
    plain = words.rstrip(":").strip().lower()
    role = role_words.heading_roles().get(plain)
    if role is not None or len(words) > LINE:
        return role
    if words.endswith(":") and (intro := _list_role(words)) is not None:
        return intro
    if words.endswith((".", ",", ";")) or (not timed and len(words) > LINE // 2):
        return None
    return next((role for start, role in role_words.heading_starts() if re.match(rf"{start}\b", plain)), None)


def _list_role(words: str) -> Role | None:
    """The role in the line before a list: "Participants from Norland included:", "The following speakers have confirmed:"."""
    if _THERE.search(words.rsplit(". ", 1)[-1]):
        return "participant"
    known = [w for w in re.findall(r"[a-z-]+", words.lower()) if w in role_words.heading_roles()]
    if known:
        return role_words.heading_roles()[known[0]]
    match = _LISTS.fullmatch(words)
    people = match is not None and any(w.lower() in role_words.nouns("groups") for w in match["label"].split())
    return "participant" if people else None


def _beside_heading(document: Document, entities: Entities, span: Span, role: Role, roll: Roll) -> None:
    """The person on the line of the heading itself: "12:15 Concluding remarks — X"."""
    named = _first(document, entities, span)
    if named and _NAMED_BEHIND.search(document.text[span.start : named[0][1].start]):
        roll.add(named, role, "programme-heading", None)


def _leads(document: Document, entities: Entities, span: Span) -> bool:
    """Tell whether a line begins with a name, or with the rank or title before one."""
    named = _first(document, entities, span)
    words = span.of(document.text).strip()
    if not named or len(words) > LINE or words.endswith("."):
        return False
    before = document.text[span.start : named[0][1].start].strip()
    return len(before) < LINE // 4 and _ORIGIN.fullmatch(before) is not None


def _entry(document: Document, entities: Entities, span: Span, role: Role, printed: str, roll: Roll) -> None:
    """One bullet, or several on a line: the persons named in each."""
    for piece in re.finditer(
        r"(?:^|\s[-–•]\s+|[•·◦▪]\s*)(?=\S)(.+?)(?=\s[-–]\s{2,}|[•·◦▪]|$)", span.of(document.text), re.DOTALL
    ):
        inside = Span(span.start + piece.start(1), span.start + piece.end(1))
        roll.add(_first(document, entities, inside), role, "programme-list", printed)


def _first(document: Document, entities: Entities, span: Span) -> list[Named]:
    """The person of an entry, and those joined to it by "and"; a person named further on belongs to the office."""
    named: list[Named] = [(e, s) for s, e in entities.within(span) if isinstance(e, Person)]
    kept = named[:1]
    for who, at in named[1:]:
        between = document.text[kept[-1][1].end : at.start]
        if not re.fullmatch(r",?\s*(?:and|&)\s+(?:[A-Z][a-z]+\.?\s+)?", between):
            break
        kept.append((who, at))
    return kept


def _labelled(document: Document, entities: Entities, span: Span, roll: Roll) -> bool:
    """Enter those behind a label; returns whether the line has one."""
    words = span.of(document.text)
    matches = [*_LABEL.finditer(words)]
    if len(words) <= 2 * LINE and not words.strip().endswith(".") and (by := _BY.match(words)):
        matches.append(by)
    known = False
    for match in matches:
        role = role_words.heading_roles().get(match["label"].strip().lower())
        if role is None:
            continue
        known = True
        rest = words[match.end() :]
        stop = re.search(r"\.(?:\s|$)|\n|;(?=\s*[A-Z][A-Za-z -]{2,40}:)", _SHORT.sub(lambda m: "x" * len(m.group()), rest))
        inside = Span(span.start + match.end(), span.start + match.end() + (stop.start() if stop else len(rest)))
        named: list[Named] = [(e, s) for s, e in entities.within(inside) if isinstance(e, Person | Organization)]
        persons = [n for n in named if isinstance(n[0], Person)]
        of_bodies = bodies(named) if role in ("organizer", "host") and not persons else persons
        roll.add(of_bodies, role, "programme-label", match["label"].strip())
    return known
