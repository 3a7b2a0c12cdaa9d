"""Roles in a programme: persons listed under a heading ("Moderator"), behind a label ("Chair:"), or as participants."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Named
from onrecord.extract.entities import Entities
from onrecord.languages.en import role_words
from onrecord.model import Document, Person, Span
from onrecord.model.facts import Role

_BULLET = re.compile(r"\s*(?:[•·◦▪*]|[-–—]\s|\d{1,2}[.)]\s)")
_LABEL = re.compile(r"(?:^|(?<=[.;|]\s)|(?<=\n))\s*(?P<label>[A-Z][A-Za-z -]{2,40}?)(?:\s+included)?\s*:")
_LISTS = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{2,60}?)\s+(?:included|were|are|include)\s*:\s*$", re.IGNORECASE)


def enter(document: Document, entities: Entities, roll: Roll) -> None:
    """Enter the persons whom the page's lists put under a role."""
    role: Role | None = None
    printed = ""
    for paragraph in document.readable():
        words = paragraph.span.of(document.text).strip()
        heading = role_words.heading_roles().get(words.rstrip(":").strip().lower())
        if heading is not None or _is_list_of_people(words):
            role, printed = heading or "participant", words.rstrip(":")
        elif _BULLET.match(words) and role is not None:
            _entry(document, entities, paragraph.span, role, printed, roll)
        elif words:
            role = None
            _labelled(document, entities, paragraph.span, roll)


def _is_list_of_people(words: str) -> bool:
    match = _LISTS.fullmatch(words)
    return match is not None and any(w.lower() in role_words.nouns("groups") for w in match["label"].split())


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


def _labelled(document: Document, entities: Entities, span: Span, roll: Roll) -> None:
    for match in _LABEL.finditer(span.of(document.text)):
        role = role_words.heading_roles().get(match["label"].strip().lower())
        if role is None:
            continue
        rest = span.of(document.text)[match.end() :]
        stop = re.search(r"[.;](?:\s|$)|\n", re.sub(r"\b[A-Z]\.", "xx", rest))
        inside = Span(span.start + match.end(), span.start + match.end() + (stop.start() if stop else len(rest)))
        named = [(e, s) for s, e in entities.within(inside) if isinstance(e, Person)]
        roll.add(named, role, "programme-label", match["label"].strip())  # type: ignore[arg-type]
