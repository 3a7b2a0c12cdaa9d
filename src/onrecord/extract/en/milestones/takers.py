"""Who took a dated step: "Norland shut the plant", "he became minister", "the launch by Norland", "its North Korean test"."""

from __future__ import annotations

from itertools import dropwhile

from onrecord.extract.en import clauses
from onrecord.extract.en.coreference import Referents
from onrecord.extract.entities import Entities
from onrecord.languages.en import milestone_words
from onrecord.languages.en.countries import by_adjective, by_name
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person, Span

_OWN = frozenset({"nuclear-test", "missile-launch", "moratorium"})
"""Kinds whose noun stands beside the adjective of whoever took the step: "a North Korean nuclear test"."""

_RELATIVE = frozenset({"WP", "WDT"})


_LONGEST = 120
"""Code points of a phrase that names several who took a step together."""


class Takers:
    """Finds who took a step: a person, a body or a country, by name, pronoun or description.

    Args:
        text: of the document.
        entities: who and what it names.
        referents: whom its pronouns and descriptions mean.
    """

    def __init__(self, text: str, entities: Entities, referents: Referents) -> None:
        self._text = text
        self._entities = entities
        self._referents = referents

    def of(self, head: Token | None) -> str | None:
        """Return whom a noun or pronoun names or means; the words themselves where they name several."""
        if head is None:
            return None
        own = self._one(head)
        joined = [t for t in clauses.coordinated(head) if t is not head] if own is not None else []
        if not joined or any(self._one(t) is None for t in joined):
            return own
        words = list(dropwhile(self._is_day, clauses.phrase(head)))
        whole = Span(words[0].start, words[-1].end).of(self._text)
        last = joined[-1]
        return whole if len(whole) <= _LONGEST and words[-1].end >= last.end and "\n" not in whole else own

    def of_verb(self, verb: Token, thing: Token) -> str | None:
        """Return who took the step that a verb tells of a thing."""
        if verb.child("auxpass") is not None or verb.dep == "acl" or (verb.dep == "advcl" and verb.tag == "VBN"):
            return self.of(next((t for p in verb.children if p.dep == "agent" for t in p.children), None))
        subject = next(iter(clauses.subjects(verb)), None)
        return self.of(subject if subject is not thing else None)

    def of_noun(self, kind: str, noun: Token) -> str | None:
        """Return who took the step that a noun tells: its owner, whoever it is by, or whose country's it is called."""
        owner = noun.child("poss") or next(iter(clauses.objects(noun, "by")), None)
        if owner is not None:
            return self.of(owner)
        if kind not in _OWN:
            return None
        for token in noun.children:
            if token.i < noun.i and token.dep in ("amod", "compound", "nmod"):
                words = [t for t in token.subtree if t.i <= token.i]
                phrase = Span(words[0].start, token.end).of(self._text)
                country = next((c for w in (phrase, token.text) if (c := by_adjective(w) or by_name(w))), None)
                if country is not None:
                    return country.name
        return None

    def holder(self, verb: Token, title: Span) -> str | None:
        """Return who takes or leaves the office that a verb tells: a person, be it the subject or the object of the verb."""
        subjects = clauses.subjects(verb)
        if not subjects and verb.head.dep == "attr":  # "X became the first woman to serve as speaker"
            subjects = clauses.subjects(verb.head.head)
        gives = verb.lower in milestone_words.verbs("giving") and verb.child("auxpass") is None and verb.dep != "acl"
        given = [*clauses.objects(verb), *(clauses.objects(verb, "in") if gives else [])]  # "swore in X as ambassador"
        given = [t for t in given if not title.overlaps(t.span)]
        heads = given if gives else [*subjects, *given]  # who gives the office never takes it
        return next((who.name for head in heads if (who := self._person(head)) is not None), None)

    def bearer(self, title: Token) -> str | None:
        """Return the person whom a title describes: "X, ambassador until 2016", "Ambassador X, in office since 2016"."""
        near = [title.head] if title.dep in ("appos", "nmod", "compound") else []
        near += [t for t in title.children if t.dep in ("appos", "nmod", "compound", "nsubj")]
        return next((who.name for t in near if (who := self._person(t)) is not None), None)

    def _is_day(self, token: Token) -> bool:
        """Tell whether a word before a name is a day, or was taken for one: "on Sunday Presidents X and Y signed"."""
        return token.entity == "DATE" and self._entities.at(token) is None

    def _person(self, head: Token) -> Person | None:
        named = self._named(head)
        return named if isinstance(named, Person) else None

    def _named(self, head: Token) -> Person | Organization | None:
        """Return who is named or meant; a relative pronoun means what its clause describes."""
        if head.tag in _RELATIVE:
            verb = clauses.verb_over(head)
            above = next((t for t in ([verb, *verb.ancestors] if verb else []) if t.dep == "relcl"), None)
            if above is None:
                return None
            return self._described(above.head)
        if head.lower == "they":
            return None  # of which parties, a single one is never meant
        return self._described(head)

    def _described(self, noun: Token) -> Person | Organization | None:
        """Return who is named by a noun, or beside it ("X, the daughter of the president"), or meant by it."""
        beside = self._entities.at(noun.head) if noun.dep == "appos" else None
        return self._entities.at(noun) or beside or self._referents.resolve(noun)

    def _one(self, head: Token) -> str | None:
        entity = self._named(head)
        if entity is not None:
            return entity.name
        place = self._entities.place_at(head)
        if place is None and head.lower == "it" and (verb := clauses.verb_over(head)) is not None:
            above = clauses.verb_over(verb)  # "Norland says it ratified the treaty in 2009"
            subjects = clauses.subjects(above) if above is not None else []
            place = self._entities.place_at(subjects[0]) if len(subjects) == 1 else None
        return place.name if place is not None else None
