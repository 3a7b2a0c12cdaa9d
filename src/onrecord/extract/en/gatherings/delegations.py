"""Delegations: who leads them, which body sends them, and those that hold no name."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.roll import bodies
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import role_words
from onrecord.languages.reading import Token
from onrecord.model import Person, Phrase, Span


def sent_to(sides: Sides, mention: Mention) -> list[Named]:
    """Return who leads a delegation or goes to an occasion: "will lead the delegation to the conference"."""
    prep = mention.head.head
    if mention.head.dep != "pobj" or prep.lower != "to":
        return []
    thing = prep.head
    led = thing.child("dobj") if thing.lower in role_words.verbs("leading_them") else None
    sent = thing.lower in role_words.words("delegations") and thing.dep == "dobj"
    leads = led is not None and led.lower in role_words.words("delegations")
    if sent and thing.head.lower in role_words.verbs("leading_them"):
        going = thing.head
    elif leads or (thing is mention.verb and thing.lower in role_words.verbs("going")):
        going = thing
    else:
        return []
    return [n for n in sides.subject(going) if isinstance(n[0], Person)]


def who_came(sides: Sides, verb: Token, persons: list[Named]) -> list[Named]:
    """Return the persons of a verb's subject with the body that sent them, else a delegation that holds no name."""
    return [*persons, *_of_body(sides, verb)] or _unnamed(sides, verb)


def _unnamed(sides: Sides, verb: Token) -> list[Named]:
    """A delegation that is not named ("the delegation visited the museum")."""
    found: list[Named] = []
    for head in clauses.subjects(verb):
        if head.lower in role_words.words("unnamed_groups"):
            tokens = clauses.phrase(head)
            span = Span(tokens[0].start, tokens[-1].end)
            found.append((Phrase(span.of(sides.document.text), span), span))
    return found


def _of_body(sides: Sides, verb: Token) -> list[Named]:
    """The body that sends a delegation and who leads it: "a delegation of the centre, headed by X, visited"."""
    found: list[Named] = []
    for head in clauses.subjects(verb):
        if head.lower in role_words.words("delegations"):
            found += bodies([n for t in clauses.objects(head, "of", "from") for n in sides.phrase(t)])
            leading = [c for c in head.children if c.dep in ("acl", "relcl") and c.lower in role_words.verbs("leading")]
            found += [n for c in leading for n in sides.agents(c) if isinstance(n[0], Person)]
    return found
