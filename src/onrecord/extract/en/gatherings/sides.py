"""Whom a noun phrase names: persons, organizations, countries as delegations, and groups in the words of the text."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.coreference import Referents
from onrecord.extract.entities import Entities
from onrecord.languages.en import role_words
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Organization, Person, Phrase, Span, Who

Named = tuple[Who, Span]

_PRONOUNS = frozenset({"he", "she", "him", "her", "it", "who", "they", "them"})
_NOT_SIDES = frozenset({"of", "by", "about", "on", "against", "for", "to", "than"})
"""Prepositions behind which a person is spoken of and does not stand in the list ("the widow of")."""


class Sides:
    """Names the parties that stand in a phrase of one document."""

    def __init__(self, document: Document, reading: Reading, entities: Entities, referents: Referents) -> None:
        self.document = document
        self.reading = reading
        self.entities = entities
        self.referents = referents

    def subject(self, verb: Token) -> list[Named]:
        """Return who the subject of a verb names."""
        return self._all(clauses.subjects(verb))

    def agents(self, verb: Token) -> list[Named]:
        """Return who stands behind "by" at a passive verb or participle, and beside it behind "together with"."""
        found = self._all([t for p in verb.children if p.dep in ("agent", "prep") and p.lower == "by" for t in p.children])
        return found + self.together(verb)

    def together(self, verb: Token) -> list[Named]:
        """Return who stands behind "jointly with", "in partnership with" in the clause of a verb."""
        found: list[Named] = []
        for token in clauses.own_tokens(verb):
            if token.lower == "with" and token.dep == "prep":
                before = self.reading.tokens[token.i - 1] if token.i else token
                if before.lower in role_words.words("together") or token.head.lower in role_words.words("together"):
                    found += self._all([t for t in token.children if t.dep == "pobj"])
        return found

    def objects(self, verb: Token, *prepositions: str) -> list[Named]:
        """Return who the objects of a verb name."""
        return self._all(clauses.objects(verb, *prepositions))

    def phrase(self, head: Token) -> list[Named]:
        """Return who a noun phrase names."""
        return self._all([head])

    def _all(self, heads: list[Token]) -> list[Named]:
        found: list[Named] = []
        for head in heads:
            for who, span in self._one(head):
                if all(span != other for _, other in found):
                    found.append((who, span))
        return sorted(found, key=lambda pair: pair[1])

    def _one(self, head: Token) -> list[Named]:
        if head.lower in _PRONOUNS:
            who = self.referents.resolve(head)
            return [(who, head.span)] if who is not None else []
        heads = clauses.coordinated(head)
        found = self._persons(head)
        for each in heads:
            found += self._body(each)
        if not found:
            who = self.referents.resolve(head)
            if who is not None:
                return [(who, head.span)]
        return found or self._group(head)

    def _persons(self, head: Token) -> list[Named]:
        tokens = clauses.phrase(head)
        found: list[Named] = []
        for span, entity in self.entities.within((tokens[0].start, tokens[-1].end)):
            inside = [t for t in tokens if span.overlaps(t.span)]
            if not isinstance(entity, Person) or not inside:
                continue
            top = next((t for t in inside if t.head not in inside), inside[-1])
            if top.dep == "pobj" and top.head.lower in _NOT_SIDES and top.head in tokens and top is not head:
                continue
            if top.dep == "poss" and top is not head:
                continue
            found.append((entity, span))
        return found

    def _body(self, head: Token) -> list[Named]:
        """The organization or the country that a head names, or those that a group comes from ("officials from the agency")."""
        entity = self.entities.at(head)
        if isinstance(entity, Organization):
            return [(entity, next(s for s in entity.mentions if s.overlaps(head.span)))]
        place = self.entities.place_at(head)
        if place is not None and place.country:
            span = next(s for s in place.mentions if s.overlaps(head.span))
            return [(Phrase(span.of(self.document.text), span), span)]
        if entity is None and head.lower in role_words.nouns("groups"):
            preps = [p for p in clauses.phrase(head) if p.dep == "prep" and p.lower in ("from", "at") and p.i > head.i]
            return [
                pair
                for p in preps
                for t in p.children
                if t.dep == "pobj"
                for each in clauses.coordinated(t)
                for pair in self._body(each)
            ]
        return []

    def _group(self, head: Token) -> list[Named]:
        """A group that is told by whom it stands for: "students of the college", kept in the words of the text."""
        if head.lower not in role_words.nouns("groups") or head.tag not in ("NNS", "NN") or not head.child("prep"):
            return []
        tokens = [t for t in clauses.phrase(head) if t.i >= head.i]
        stop = next((k for k, t in enumerate(tokens) if t.text in (";", "(") or t.entity in ("DATE",)), len(tokens))
        span = Span(tokens[0].start, tokens[:stop][-1].end)
        return [(Phrase(span.of(self.document.text), span), span)]
