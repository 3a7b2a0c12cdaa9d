"""Whom an office without a name means in Russian text: посол, глава МИД, корейский дипломат."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.ru.names.same_body import one_country
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import base_forms, gender, korean, model, vocabulary
from onrecord.languages.ru.countries import country_at, country_of
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
        held = [p for p in self.positions if not offices.isdisjoint(_nouns_of(p))]
        before = [p for p in held if p.span.start < head.start]
        titled = not before and self.reading.paragraphs[self.reading.sentence_of(head).paragraph].kind == "title"
        before = before or (held[:1] if titled else [])  # О визите заместителя Министра, whom the text names below
        about = {model.lemma(t.text) for t in head.subtree if t is not head and t.sentence == head.sentence}
        of_body = [
            p for p in before if p.organization and about & {model.lemma(w) for n in p.organization.names for w in n.split()}
        ]
        nations = frozenset(c for t in head.subtree if t.sentence == head.sentence and (c := country_at(t)))
        if nations:  # глава российского МИД is none of another country's
            of_body = [p for p in of_body if not (own := self._countries(p)) or own & nations]
        if nations and not of_body:  # Корейский министр is no minister of another country
            of = [(p, self._countries(p)) for p in before]
            before = [p for p, own in of if own & nations] or [p for p, own in of if one_country(frozenset(own), nations)]
        chosen = _agreeing(_of_rank(of_body or before, about), head)
        if "мид" in about and not nations and len({p.person.id for p in chosen}) > 1:
            return chosen[0].person  # глава МИД on the page of a ministry: its own, who is named first
        if any(p.person is last for p in chosen) and isinstance(last, Person):
            return last
        if not nations and "государство" in about and self._is_guest(chosen) and self._holds_nothing(last):
            return last  # сказал Глава государства: the page's own, not the visitor whose country is told
        return chosen[-1].person if chosen else None

    @staticmethod
    def _is_guest(chosen: list[Position]) -> bool:
        """Tell whether those who may be meant all hold their office of a country that is told."""
        return bool(chosen) and all(p.country is not None for p in chosen)

    def _holds_nothing(self, who: Person | Organization | None) -> TypeGuard[Person]:
        """Tell whether somebody is a person of whom no office is told."""
        return isinstance(who, Person) and all(p.person is not who for p in self.positions)

    def of_house(self, head: Token) -> Person | None:
        """Return who was named last at a body of the kind that a noun tells: парламентарий of a committee of parliament."""
        kinds = vocabulary.load("cues")["houses"].get(model.lemma(head.text), "").split()
        fits = (p for p in reversed(self.positions) if p.organization is not None and p.span.start < head.start)
        return next((p.person for p in fits if kinds and _is_of_kind(p.organization, kinds)), None)

    def left(self, head: Token) -> Person | None:
        """Return the only person named so far of whom no office is told, whom an office that nobody else holds means."""
        if not is_title(head) or " Sing" not in head.tag:
            return None
        named = {e.id: e for s, e in self.entities.mentions if isinstance(e, Person) and s.end <= head.start}
        told = {p.person.id for p in self.positions}
        left = [person for person in named.values() if person.id not in told]
        title = self.reading.paragraphs[0].span
        headed = len(left) == 1 and any(title.contains(s) for s, e in self.entities.mentions if e is left[0])
        return left[0] if headed else None

    def _countries(self, position: Position) -> set[str]:
        """The countries that the words of an office name; РК as which of the two it is here, where that is known."""
        named = {c for t in self.reading.between(position.span) if (c := country_at(t))}
        known = country_of(position.country) if position.country else None
        return (named - {"РК"}) | {known} if known and "РК" in named else named

    def of_nation(self, head: Token) -> Person | None:
        """Return who was named last and holds no office of another country than the one told: корейский дипломат."""
        nations = {country for t in head.subtree if t.sentence == head.sentence and (country := country_at(t))}
        if not nations:
            return None
        named = [e for s, e in self.entities.mentions if isinstance(e, Person) and s.end <= head.start]
        of = [(p.person.id, self._countries(p) | {c for c in [country_of(p.country or "")] if c}) for p in self.positions]
        own = {person for person, countries in of if countries & nations}
        others = {person for person, countries in of if countries and not countries & nations}
        koreans = {person.id for person in named if person.id not in own and korean.is_name(person.name)}
        if any("оре" in nation for nation in nations):
            own |= koreans
        else:
            others |= koreans
        theirs = next((person for person in reversed(named) if person.id in own), None)
        return theirs or next((person for person in reversed(named) if person.id not in others), None)


def _agreeing(positions: list[Position], head: Token) -> list[Position]:
    """Return those who can be meant by the verb of an office: Министр отметила; the masculine may also mean a woman."""
    verb = head.head if head.dep == "nsubj" and head.head.tag.startswith("VERB") else None
    wanted = gender.of_verb(verb.tag) if verb is not None else None
    told = [_gender(p.person) for p in positions]
    if wanted == "Fem":
        return [p for p, one in zip(positions, told, strict=True) if one != "Masc"]
    return [p for p, one in zip(positions, told, strict=True) if wanted is not None and one == wanted] or positions


def _gender(person: Person) -> gender.Gender | None:
    """Return whether a name is a man's or a woman's; a Korean one, of which the dictionary may know a word, tells nothing."""
    return None if korean.is_name(person.name) else gender.of_name(base_forms.person(person.name))


_RANKS = frozenset({"первый", "второй", "старший", "младший"})
"""Adjectives that tell two offices of one noun apart: заместитель and первый заместитель министра."""


def _of_rank(positions: list[Position], told: set[str]) -> list[Position]:
    """Return the offices of the rank that is told, or all where none is of it."""
    if len(positions) < 2:
        return positions
    return [p for p in positions if {model.lemma(w) for w in p.title.split()} & _RANKS == told & _RANKS] or positions


def _is_of_kind(body: Organization | None, kinds: list[str]) -> bool:
    return body is not None and any(model.lemma(word.strip("«»")) in kinds for name in body.names for word in name.split())


def offices_of(head: Token) -> frozenset[str]:
    """Return the offices that a noun can mean, for глава by what stands behind it: глава правительства is a premier."""
    lemma = model.lemma(head.text)
    about = [model.lemma(t.text) for t in head.subtree if t.i > head.i and t.sentence == head.sentence]
    listed = _as_head(lemma, about) or vocabulary.load("cues")["kinds"].get(lemma)
    return frozenset(listed.split()) if listed else frozenset({lemma})


def _as_head(office: str, about: Iterable[str]) -> str:
    """Return the offices, parted by spaces, that глава, руководитель or замглавы means by what it is of; nothing for others."""
    told = vocabulary.load("cues")["heads_of"] if office in (*_HEADS, _DEPUTY) else {}
    held = next((str(told[word]) for word in about if word in told), "")
    if office != _DEPUTY:
        return held
    deputies = vocabulary.load("cues")["deputies_of"]
    return " ".join(str(deputies[noun]) for noun in held.split() if noun in deputies)


_HEADS = ("глава", "руководитель")
_DEPUTY = "замглавы"


def _nouns_of(position: Position) -> frozenset[str]:
    """Return the nouns by which an office is told again: глава of the МИД is a minister."""
    noun = noun_of(position)
    names = position.organization.names if position.organization is not None else ()
    return frozenset({noun, *_as_head(noun, (model.lemma(word) for name in names for word in name.split())).split()})


def noun_of(position: Position) -> str:
    """Return the noun of an office as its dictionary form: советник in советником Президента."""
    words = [model.lemma(word) for word in position.title.split()]
    heads = vocabulary.words("titles", "heads")
    return next((word for word in words if word in heads or word.split("-")[0] in heads), words[-1])
