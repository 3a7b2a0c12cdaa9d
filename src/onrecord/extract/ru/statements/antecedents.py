"""Whom a pronoun means by the sentence before it: its subject, who is told of last, the one whom it names."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Sentence
from onrecord.model import Person


def subject(entities: Entities, before: Sentence | None) -> Person | None:
    """Return the person who is the subject of the sentence before, where that sentence names no other."""
    if before is None:
        return None
    inside = [(s, e) for s, e in entities.within(before.span) if isinstance(e, Person)]
    subjects = [s for root in before.roots if (s := root.child("nsubj")) is not None]
    acts = any(span.overlaps(t.span) for s in subjects for t in s.subtree for span, _ in inside)
    return inside[0][1] if acts and len({e.id for _, e in inside}) == 1 else None


def told_of(entities: Entities, before: Sentence | None) -> Person | None:
    """Return of whom the sentence before tells last in a clause with который: …, X, который прочитал. Он сказал …."""
    if before is None:
        return None
    which = next((t for t in reversed(before.tokens) if t.lower in ("который", "которая")), None)
    comma = which.nbor(-1) if which is not None else None
    named = entities.at(comma.nbor(-1) or comma) if comma is not None and comma.text == "," else None
    later = which is not None and any(isinstance(entities.at(t), Person) for t in before.tokens if t.i > which.i)
    return named if isinstance(named, Person) and not later else None


def only(entities: Entities, before: Sentence | None) -> Person | None:
    """Return the one person whom the sentence before names in a clause of its own: …, где их встретил X. Он сказал …."""
    if before is None:
        return None
    named = [(s, e) for s, e in entities.within(before.span) if isinstance(e, Person)]
    verbs = [t for t in before.tokens if t.tag.startswith("VERB Fin") and t.dep == "acl:relcl"]
    told = {e.id: e for s, e in named if any(t.start < s.start for t in verbs)}
    return next(iter(told.values())) if len(told) == 1 and len({e.id for _, e in named}) == 1 else None
