"""Speakers at an open event by what the page says they spoke of there: "X set out what the logs show", "Y traced the talks"."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Sides
from onrecord.languages.en import gathering_words, role_words
from onrecord.languages.reading import Token
from onrecord.model import Person


def enter(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter as speakers those of whom a main clause tells what they dealt with before the audience.

    Args:
        sides: whom the phrases of the document name.
        roll_of: gives the roll of the open event of which the text tells at a place; None where it tells of no such event.
    """
    for sentence in sides.reading.sentences:
        if any(t.lower in gathering_words.words("media") for t in sentence.tokens):
            continue
        for verb in sentence.tokens:
            if not _deals_with(verb):
                continue
            named = [n for n in sides.subject(verb) if isinstance(n[0], Person)]
            alone = len({span for _, span in named}) == len(named)  # "the two discussed" is a conversation
            roll = roll_of(verb.start) if named and alone else None
            if roll is not None:
                roll.add(named, "speaker", "dealt-with", verb.text)


def _deals_with(verb: Token) -> bool:
    """Tell whether a verb in the past of a main clause has what a talk deals with as its object or behind its preposition."""
    if verb.tag != "VBD" or verb.dep not in ("ROOT", "conj") or clauses.is_unreal(verb) or verb.child("auxpass"):
        return False
    if verb.lower in role_words.verbs("dealing_with"):
        thing = verb.child("dobj", "ccomp", "xcomp")
        return thing is not None and thing.lower not in role_words.nouns("given")  # "presented his credentials"
    return clauses.has_particle(verb, role_words.with_particle("dealing_at_length").get(verb.lower, ()))
