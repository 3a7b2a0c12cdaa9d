"""Whom a plural means that names nobody: "the Presidents", "the two officials", "the presidents of Norland and Sudria"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.coreference import Referents
from onrecord.extract.en.descriptions import described
from onrecord.languages.en import countries, date_forms
from onrecord.languages.en.titles import head_kind
from onrecord.languages.en.vocabulary import words
from onrecord.languages.reading import Token
from onrecord.model import Person

LARGEST = 4
"""More people than this are not taken up by a noun alone."""


def members(referents: Referents, head: Token) -> list[Person]:
    """Return the persons whom a plural with an article means, in the order named; none where the text leaves it open."""
    number = _number(head)
    if number is None and head.tag not in ("NNS", "NNPS"):
        return []
    singular = head.lower.removesuffix("s")
    office = head_kind(singular) == "office" and singular not in words("coreference", "persons")
    if office and (lands := _countries(head)):
        theirs = [referents.offices.bearers(singular, country) for country in lands]
        return [people[0] for people in theirs if people] if all(len(people) < 2 for people in theirs) else []
    definite = any(c.lower in ("the", "both", "these") for c in head.children) or head.lower == "both"
    if not definite or any(c.dep in ("prep", "acl", "relcl", "conj", "poss") for c in head.children):
        return []
    if not office:
        return _several(referents, head, singular, number) if number is not None else []
    bearing = referents.offices.bearers(singular, None, set(described(head)[:-1]))
    before = [person for person in referents.named_before(head) if person in bearing]
    return before if len(before) == (number or min(max(len(before), 2), LARGEST)) else []


def _several(referents: Referents, head: Token, singular: str, number: int) -> list[Person]:
    """So many persons, whom no office tells: those named before, or in the last sentence that names any ("the two men")."""
    if head.lower in words("coreference", "sides"):
        return []
    alone = head.lower in date_forms.words()["numbers"] or head.lower in ("both", "pair", "trio")
    if not (alone or head.lower in words("coreference", "groups") or singular in words("coreference", "persons")):
        return []
    before = referents.named_before(head)
    if len(before) == number:
        return before
    # Who leads is told by more than standing in the last sentence.
    return referents.named_last(head, number) if singular != "leader" else []


def _number(head: Token) -> int | None:
    """How many a noun or number speaks of: "the two ministers", "both", "the three"."""
    numbers = date_forms.words()["numbers"]
    told = [head.lower, *(c.lower for c in head.children if c.dep in ("nummod", "det", "predet"))]
    known = {**numbers, "both": 2, "pair": 2, "trio": 3}
    found = [known[word] for word in told if word in known and known[word] > 1]
    return found[0] if found and found[0] <= LARGEST else None


def _countries(head: Token) -> list[str]:
    """The countries behind "of": "the presidents of Norland, Sudria and Estmark"."""
    behind = [t for p in head.children if p.dep == "prep" and p.lower == "of" for t in p.children if t.dep == "pobj"]
    found = [countries.by_name(each.text) for top in behind for each in clauses.coordinated(top)]
    named = [country.name for country in found if country is not None]
    return named if len(named) == len(found) > 1 else []
