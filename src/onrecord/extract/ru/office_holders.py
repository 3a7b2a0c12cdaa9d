"""Whom an office without a name means in Russian text: посол, глава МИД, корейский дипломат."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.extract.ru.same_body import one_country
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_of
from onrecord.model import Organization, Person, Position


class OfficeHolders:
    """Tells who holds an office that a document names without a name.

    Args:
        reading: the document's reading.
        entities: who and what it names.
        positions: who holds which office.
    """

    def __init__(self, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self.reading = reading
        self.entities = entities
        self.positions = positions

    def of(self, head: Token, offices: frozenset[str], last: Person | Organization | None) -> Person | None:
        """Return who was named last in one of these offices, first of the body that is named, then whom the text is about."""
        before = [p for p in self.positions if p.span.start < head.start and _office(p) in offices]
        about = {model.lemma(t.text) for t in head.subtree if t is not head and t.sentence == head.sentence}
        of_body = [
            p for p in before if p.organization and about & {model.lemma(w) for n in p.organization.names for w in n.split()}
        ]
        nations = frozenset(c for t in head.subtree if t.sentence == head.sentence and (c := country_of(t.text)))
        if nations and not of_body:  # Корейский министр is no minister of another country
            of = [(p, self._countries(p)) for p in before]
            before = [p for p, own in of if own & nations] or [p for p, own in of if one_country(frozenset(own), nations)]
        chosen = of_body or before
        if "мид" in about and not nations and len({p.person.id for p in chosen}) > 1:
            return chosen[0].person  # глава МИД on the page of a ministry: its own, who is named first
        if any(p.person is last for p in chosen) and isinstance(last, Person):
            return last
        return chosen[-1].person if chosen else None

    def _countries(self, position: Position) -> set[str]:
        """The countries that the words of an office name; РК as which of the two it is here, where that is known."""
        named = {c for word in position.span.of(self.reading.text).split() if (c := country_of(word))}
        known = country_of(position.country) if position.country else None
        return (named - {"РК"}) | {known} if known and "РК" in named else named

    def of_nation(self, head: Token) -> Person | None:
        """Return who was named last and holds no office of another country than the one told: корейский дипломат."""
        nations = {country for t in head.subtree if t.sentence == head.sentence and (country := country_of(t.text))}
        if not nations:
            return None
        named = [e for s, e in self.entities.mentions if isinstance(e, Person) and s.end <= head.start]
        others = {
            p.person.id
            for p in self.positions
            if (of := {country_of(w) for w in p.span.of(self.reading.text).split()} - {None}) and not of & nations
        }
        return next((person for person in reversed(named) if person.id not in others), None)


def offices_of(head: Token) -> frozenset[str]:
    """Return the offices that a noun can mean, for глава by what stands behind it: глава правительства is a premier."""
    lemma = model.lemma(head.text)
    about = [model.lemma(t.text) for t in head.subtree if t.i > head.i and t.sentence == head.sentence]
    told = vocabulary.load("cues")["heads_of"] if lemma in ("глава", "руководитель") else {}
    listed = next((told[word] for word in about if word in told), None) or vocabulary.load("cues")["kinds"].get(lemma)
    return frozenset(listed.split()) if listed else frozenset({lemma})


def _office(position: Position) -> str:
    """Return the noun of an office as its dictionary form: советник in советником Президента."""
    words = [model.lemma(word) for word in position.title.split()]
    heads = vocabulary.words("titles", "heads")
    return next((word for word in words if word in heads or word.split("-")[0] in heads), words[-1])
