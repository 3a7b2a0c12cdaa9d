"""Roles that a noun gives in a sentence that need not name the occasion: "as moderator", "its two panelists, X and Y"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.nouns import names_occasion
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import gathering_words, role_words
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person, Phrase, Span
from onrecord.model.facts import Role


def find(sides: Sides, token: Token) -> tuple[list[Named], Role]:
    """Return the persons to whom a noun gives a role: "as moderator", "Moderator X", "its two panelists, X and Y"."""
    role: Role = role_words.noun_roles().get(token.lower, "speaker")
    named: list[Named] = []
    if token.lower not in role_words.noun_roles():
        preps = [p for p in token.children if p.dep in ("prep", "agent") and p.lower == "by"]
        named = [n for p in preps for n in sides.behind(p)]
        if {c.lower for c in token.children} & role_words.words("opening_words"):
            role = "opening"
    elif token.head.lower == "among" and token.dep == "pobj":
        named = sides.behind(token)  # "among the speakers were X and Y"
    elif token.head.lower == "as" and token.dep == "pobj":
        of = [t for p in token.children if p.dep == "prep" and p.lower == "of" for t in p.children if t.dep == "pobj"]
        office = role == "moderator" and any(not names_occasion(t) for t in of)  # "served as vice-chair of the commission"
        named = [] if office else _as(sides, token.head)
    elif token.tag.startswith("N"):
        after = token.nbor(1)
        titled = token.lower in role_words.words("before_name")
        person = sides.entities.person_at(after) if after is not None and titled else None
        if person is not None and after is not None and after.sentence == token.sentence and token.dep in ("compound", "nmod"):
            named = [(person, next(s for s in person.mentions if s.overlaps(after.span)))]
        elif token.tag in ("NNS", "NNPS") and (token.child("appos") or _opens_list(sides, token)):
            named = _listed(sides, token)
        elif role in ("moderator", "host"):
            named = _named_beside(sides, token)
    return [n for n in named if not isinstance(n[0], Phrase | Organization)], role


def _opens_list(sides: Sides, noun: Token) -> bool:
    """As in: "Panelists X, Y and Z debated"."""
    after = noun.nbor(1)
    return after is not None and noun.lower in role_words.words("before_names") and sides.entities.person_at(after) is not None


def _named_beside(sides: Sides, noun: Token) -> list[Named]:
    """As in: "the moderator, X, asked", "X, chair of the session, summed up"; the chair of a body holds an office."""
    of = [t for p in noun.children if p.dep == "prep" and p.lower in ("of", "for") for t in p.children if t.dep == "pobj"]
    owner = noun.child("poss")
    its = owner is not None and owner.lower in gathering_words.nouns()  # "the forum's chair, X"
    if not all(t.lower in gathering_words.nouns() for t in of) or (
        not of and not its and noun.lower not in role_words.words("before_name")
    ):
        return []
    beside = noun.head if noun.dep == "appos" else noun.child("appos")
    person = sides.entities.person_at(beside) if beside is not None else None
    if person is None and noun.dep == "compound" and sides.entities.person_at(noun.head) is not None:
        beside, person = noun.head, sides.entities.person_at(noun.head)  # "our moderator, the broadcaster X"
    if person is None and its:  # "the forum's chair, Professor X", on whatever word the parser hangs the name
        near = [(e, s) for s, e in sides.entities.within((noun.end, noun.end + _BESIDE_NAME)) if isinstance(e, Person)]
        between = sides.document.text[noun.end : near[0][1].start] if near else ""
        return [*near[:1]] if re.fullmatch(r",\s+(?:[A-Z][\w.-]*\s+){0,3}", between) else []
    return [(person, next(s for s in person.mentions if s.overlaps(beside.span)))] if person and beside is not None else []


_BESIDE_NAME = 60
"""Code points behind "the forum's chair" within which the name and its title stand."""


def _listed(sides: Sides, noun: Token) -> list[Named]:
    """The persons set beside "its two panelists, X and Y", up to the verb."""
    sentence = sides.reading.sentence_of(noun)
    behind = sides.reading.tokens[noun.i + 1 : sentence.last]
    if not behind:
        return []  # the last word of its sentence
    stop = next((t for t in behind if clauses.is_verb(t)), behind[-1])
    return [(e, s) for s, e in sides.entities.within((noun.end, stop.start)) if isinstance(e, Person)]


def _as(sides: Sides, prep: Token) -> list[Named]:
    """Who is meant by "as moderator": those behind "with" before it, else the subject of its verb."""
    start = sides.reading.sentence_of(prep).first
    opener = next(
        (
            t
            for t in reversed(sides.reading.tokens[start : prep.i])
            if t.lower == "with" or (clauses.is_verb(t) and t.tag != "VBG")
        ),
        None,
    )
    if opener is not None and opener.lower == "with":
        span = Span(opener.end, prep.start)
        found = [(e, s) for s, e in sides.entities.within(span) if isinstance(e, Person)]
        if found:
            return found  # type: ignore[return-value]
    verb = clauses.verb_over(prep)
    if verb is not None and verb.lower in role_words.verbs("into_office"):
        return []  # "was elected as speaker": an office
    return [n for n in sides.subject(verb) if isinstance(n[0], Person)] if verb is not None else []
