"""Whom a pronoun or a description means: "he", "the ambassador", "the ministry", "they"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from onrecord.extract.en import they
from onrecord.extract.en.descriptions import EXACT, country_of, described, head_of, is_authored
from onrecord.extract.en.offices import Offices
from onrecord.extract.en.standing import (
    SUBJECTS,
    acts,
    is_clause_mate,
    is_embedded,
    is_set_off,
    is_source,
    owner_around,
    reports,
)
from onrecord.extract.entities import Entities
from onrecord.languages.en.quotation import find_quotations
from onrecord.languages.en.titles import head_kind
from onrecord.languages.en.vocabulary import lists, words
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Organization, Person, Position, Span

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
FIRST = frozenset(("I", "me", "my", "My", "myself"))
IT = frozenset(("it", "its", "itself"))
ANOTHER_PARAGRAPH = 0.6
"""How much less a mention is in focus where another paragraph holds it."""

SAME_SPEAKER = 0.6
"""How much more one who spoke is in focus where a pronoun speaks: "According to X, …. “…,” he said."."""

REACH = 8
"""Sentences back that a pronoun looks for its antecedent."""

_DETERMINERS = frozenset(("the", "this", "that"))
_TAKING_UP = frozenset(("PRP", "PRP$", "NN", "NNP"))
"""Tags of pronouns and of nouns that may describe somebody named before."""


@dataclass(slots=True)
class _Mention:
    """A place where somebody is named, or meant by a pronoun that is resolved already."""

    head: Token
    entity: Person | Organization
    weight: float
    named: bool = True


class Referents:
    """Resolves pronouns and descriptions of one document to the persons and organizations that it names.

    A pronoun goes to the most salient person before it: nearest first, subjects before objects, and never to somebody whose
    sex the text tells to be the other one (after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994,
    in its simplest form). A description goes to who bears its title.
    """

    def __init__(self, document: Document, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self.document = document
        self.reading = reading
        self.entities = entities
        self.positions = positions
        self._named_with: dict[str, set[str]] = {}
        for body in entities.organizations:
            for word in {word for name in body.names for word in name.lower().split()}:
                self._named_with.setdefault(word, set()).add(body.id)

    def resolve(self, token: Token) -> Person | Organization | None:
        """Return whom a pronoun or a description headed by `token` means, or None where the text leaves it open."""
        return self._resolved.get(token.i)

    @cached_property
    def _resolved(self) -> dict[int, Person | Organization]:
        """All pronouns and descriptions, resolved in text order, so that each counts as a mention for the next."""
        resolved: dict[int, Person | Organization] = {}
        named = {mention.head.i: mention for mention in self._named}
        mentions: list[_Mention] = []
        for token in self.reading.tokens:
            if (mention := named.get(token.i)) is not None:
                mentions.append(mention)
                continue
            if token.tag not in _TAKING_UP and token.lower != "latter":
                continue
            if token.text in FIRST:  # no mention: "he" and "she" mean others than who says "I"
                if self._author is not None and self._in_quotation(token) is None:
                    resolved[token.i] = self._author
                continue
            entity = self._latter(token, mentions) if token.lower == "latter" else self._meant(token, mentions)
            if entity is not None:
                resolved[token.i] = entity
                mentions.append(_Mention(token, entity, self._weight(token), named=False))
        return resolved

    def _meant(self, token: Token, mentions: list[_Mention]) -> Person | Organization | None:
        if token.tag in ("PRP", "PRP$"):
            if token.lower in PRONOUNS:
                return self._antecedent(token, mentions)
            if token.lower in IT:
                return self._body_before(token, None, mentions)
            if token.lower == "they" and not they.are_several(self.reading, self.entities, token):
                return self._body_in_focus(token, mentions)
        owned = (determiner := token.child("det", "poss")) is not None and determiner.dep == "poss"
        if determiner is None or not (owned or determiner.lower in _DETERMINERS) or self.entities.at(token) is not None:
            return None
        return self._of_country(token, mentions) if owned else self._described(token, mentions)

    def named_before(self, token: Token) -> list[Person]:
        """Return the persons named before a word, each once, in the order named."""
        return list({person.id: person for person, head in self._persons_named if head.i < token.i}.values())

    def named_last(self, token: Token, number: int) -> list[Person]:
        """Return the persons whom the last sentence before a word names that names any, where they are so many."""
        before = [(person, head) for person, head in self._persons_named if head.sentence < token.sentence]
        last = {person.id: person for person, head in before if head.sentence == before[-1][1].sentence}
        return list(last.values()) if len(last) == number else []

    @cached_property
    def offices(self) -> Offices:
        """Who holds which office."""
        return Offices(self.entities.persons, self.positions, self._persons_named)

    @cached_property
    def _persons_named(self) -> list[tuple[Person, Token]]:
        """The persons and where each is named, in text order."""
        return [(m.entity, m.head) for m in self._named if isinstance(m.entity, Person)]

    # --- salience --------------------------------------------------------------------------------------------------------

    @cached_property
    def _named(self) -> list[_Mention]:
        found = []
        for span, entity in self.entities.mentions:
            if not isinstance(entity, Person | Organization):
                continue
            tokens = self.reading.between(span)
            if tokens:
                inside = {token.i for token in tokens}
                head = next((t for t in tokens if t.head.i not in inside or t.head is t), tokens[-1])
                found.append(_Mention(head, entity, self._weight(head)))
        return found

    def _weight(self, head: Token) -> float:
        """Return how much a mention is in focus by its place: subjects most, what stands in quotations least."""
        weight = 0.0
        governor = head
        while governor.dep in ("appos", "compound", "conj", "nmod", "flat") and governor.head is not governor:
            governor = governor.head
        if governor.dep in SUBJECTS or is_source(governor):
            weight = 1.0
        elif governor.dep in ("dobj", "attr", "agent") or (
            governor.dep == "pobj" and governor.head.lower in ("by", "to", "with")
        ):
            weight = 0.5
        elif governor.dep == "poss":
            weight = 0.35
        elif governor.dep == "pobj":
            weight = 0.25
        if self._in_quotation(head):
            weight -= 0.9
        if is_source(governor) or (governor.dep in SUBJECTS and not is_embedded(governor.head)):
            weight += 0.4
        return weight

    @cached_property
    def _quotations(self) -> list[Span]:
        return [q.outer for p in self.reading.paragraphs for q in find_quotations(self.document.text, *p.span)]

    def _in_quotation(self, token: Token) -> Span | None:
        at = bisect_left(self._quotations, (token.start, token.start))
        near = self._quotations[max(0, at - 1) : at + 1]
        return next((span for span in near if span.start <= token.start < span.end), None)

    def _antecedent(self, token: Token, mentions: list[_Mention]) -> Person | None:
        sex = PRONOUNS[token.lower]
        owner = owner_around(token)
        owning = self.entities.person_at(owner) if owner is not None else None
        if owning is not None and self._sexes.get(owning.id, sex) == sex:
            return owning
        quotation = self._in_quotation(token)
        speaking = reports(token)
        best: tuple[float, int] | None = None
        chosen: Person | None = None
        for mention in _near(token, mentions, REACH):
            head, person = mention.head, mention.entity
            distance = token.sentence - head.sentence
            if not isinstance(person, Person):
                continue
            if self._sexes.get(person.id, sex) != sex or self._is_fellow_argument(token, head):
                continue
            score = mention.weight - 0.45 * distance + (1.0 if self._sexes.get(person.id) == sex else 0)
            if self._paragraph(token) != self._paragraph(head):
                score -= ANOTHER_PARAGRAPH
            if quotation is not None and self._in_quotation(head) == quotation:
                score += 0.9
            if head.lower in PRONOUNS:
                score += 0.25
            if distance <= 2 and (is_source(head) or (speaking and reports(head))):
                score += SAME_SPEAKER
            speaking = speaking and not acts(head)  # whoever acts behind the speaker has taken over
            if best is None or (score, head.i) > best:
                best, chosen = (score, head.i), person
        return chosen

    def _paragraph(self, token: Token) -> int:
        return self.reading.sentences[token.sentence].paragraph

    @staticmethod
    def _is_fellow_argument(token: Token, head: Token) -> bool:
        """Tell whether both hang on one verb, where a pronoun cannot mean its fellow ("Smith thanked him")."""
        if token.lower in ("his", "her") and token.dep == "poss":
            return False
        if token.lower.endswith("self"):
            return False
        return (
            token.head is head.head and token.dep in (*SUBJECTS, "dobj", "dative") and head.dep in (*SUBJECTS, "dobj", "dative")
        )

    @cached_property
    def _sexes(self) -> dict[str, str]:
        """The sex of each person of whom a word before, behind or in the name tells it."""
        found: dict[str, str] = {}
        for mention in self._named:
            if not isinstance(mention.entity, Person) or mention.entity.id in found:
                continue
            company = [mention.head, *mention.head.children, mention.head.head]
            told = [t.text for t in company if t is mention.head or t.dep in ("compound", "appos", "attr", "amod", "nmod")]
            if mention.head.dep == "appos":
                told.append(mention.head.head.text)
            first = mention.entity.name.split()[0]
            for sex in ("female", "male"):
                marks = words("coreference", sex, lower=False)
                if any(t in marks or t.lower() in marks for t in told) or first in words(
                    "coreference", f"{sex}_names", lower=False
                ):
                    found[mention.entity.id] = sex
                    break
        return found

    # --- descriptions ----------------------------------------------------------------------------------------------------

    def _latter(self, token: Token, mentions: list[_Mention]) -> Person | None:
        """Return who "the latter" is: the last person of those whom the sentence before, or this one, names."""
        for number in (token.sentence, token.sentence - 1):
            named = [m for m in mentions if m.named and m.head.sentence == number and isinstance(m.entity, Person)]
            if len({m.entity.id for m in named}) > 1:
                last = max(named, key=lambda m: m.head.i).entity
                return last if isinstance(last, Person) else None
        return None

    def _of_country(self, token: Token, mentions: list[_Mention]) -> Person | None:
        """Return who holds the office of a country that owns it: "Norland's foreign minister", "Norland's top diplomat"."""
        if head_kind(token.lower) is None or (land := country_of(token)[0]) is None:
            return None
        if token.lower in lists("coreference", "envoys"):
            return self._leader(token, land, mentions)
        fits = self.offices.fits(" ".join(described(token)))
        return _sole(m for m in mentions if m.entity.id in fits and self.offices.serves(m.entity.id, land))

    def _described(self, token: Token, mentions: list[_Mention]) -> Person | Organization | None:
        if any(c.dep in ("acl", "poss") or (c.dep == "relcl" and not is_set_off(c)) for c in token.children):
            return None
        if any(c.dep == "conj" and self.entities.person_at(c) is None and not c.child("det", "poss") for c in token.children):
            return None  # "the founder and director" is one, "the founder and the director" are two
        of_phrase = any(c.dep == "prep" and c.lower == "of" for c in token.children)
        description = described(token)
        if head_kind(token.lower) is not None or token.lower in words("coreference", "persons"):
            land, adjective = country_of(token)
            leads = adjective or token.lower in lists("coreference", "envoys")
            if leads and (there := self._leader(token, land, mentions)) is not None:
                return there
            return self._bearer(token, description, mentions, titled=of_phrase, land=land)
        return None if of_phrase else self._body_before(token, description, mentions)

    def _leader(self, token: Token, land: str | None, mentions: list[_Mention]) -> Person | None:
        """Return who leads or represents a country: "the Norland leader" is its president, "the Norland diplomat" its envoy."""
        kind = token.lower
        own = lists("coreference", "envoys").get(kind, frozenset((kind,)))
        wanted = words("coreference", kind) if kind == "leader" else own
        return _sole(
            m
            for m in mentions
            if m.named
            and self.offices.serves(m.entity.id, land)
            and any(head_of(title) in wanted for title in self.offices.held.get(m.entity.id, ()))
        )

    def _bearer(
        self, token: Token, description: list[str], mentions: list[_Mention], *, titled: bool, land: str | None
    ) -> Person | None:
        """Return who bears the title that describes him; else, for a bare noun, who is in focus."""
        wanted = " ".join(description)
        fits = self.offices.fits(wanted)
        if land is not None:  # "the President of Norland" is not that of another country
            fits = {key: rank for key, rank in fits.items() if self.offices.countries.get(key, {None}) & {land, None}}
            fits = {key: rank for key, rank in fits.items() if self.offices.serves(key, land)} or fits
        if fits:
            # Of two with one title, "the President" is who was named first, "the president" who was named last.
            named = [m for m in mentions if m.named and m.entity.id in fits and not is_clause_mate(token, m.head)]
            principal = token.tag == "NNP" and any(m.entity is self._principal for m in named)
            if principal and self._is_principals(wanted):
                return self._principal
            ordered = named if token.tag == "NNP" else named[::-1]
            titled_one = max(ordered, key=lambda m: fits[m.entity.id], default=None)
            if titled_one is not None and isinstance(titled_one.entity, Person):
                return titled_one.entity
            if token.tag == "NNP" and not token.text.isupper() and (later := self._named_later(fits)) is not None:
                return later
        office = head_kind(token.lower) == "office" and token.lower not in words("coreference", "persons")
        if titled or len(description) > 1 or (office and token.tag == "NNP"):
            return None
        recent = [
            m
            for m in _near(token, mentions, 2)
            if isinstance(m.entity, Person)
            and not self._in_quotation(m.head)
            # Somebody whose title is known is not meant by the name of another office.
            and not (office and self.offices.titles_of.get(m.entity.id))
        ]
        best = max(recent, key=lambda m: (m.weight - 0.45 * (token.sentence - m.head.sentence), m.head.i), default=None)
        return best.entity if best is not None and isinstance(best.entity, Person) else None

    @cached_property
    def _principal(self) -> Person | None:
        """Whom the headline names first: in the page of an office, "the Minister" is its own."""
        title = self.document.title_span
        found = self.entities.within(title) if title is not None else []
        return next((entity for _, entity in found if isinstance(entity, Person)), None)

    @cached_property
    def _author(self) -> Person | None:
        """Whose words the page is, as its headline tells: "Statement by Minister X", "Remarks of X"."""
        return self._principal if is_authored(self.document) else None

    def _is_principals(self, wanted: str) -> bool:
        """Tell whether a title of the headline's first person begins with a description ("Minister of Foreign Affairs")."""
        titles = self.offices.titles_of.get(self._principal.id, ()) if self._principal is not None else ()
        return any(title == wanted or title.startswith(f"{wanted} ") for title in titles)

    def _named_later(self, fits: dict[str, int]) -> Person | None:
        """Return the one who bears the whole title and is named further on ("The Prime Minister met …", in the lead)."""
        whole = [key for key, rank in fits.items() if rank == EXACT]
        return next((person for person in self.entities.persons if [person.id] == whole), None)

    def _body_before(self, token: Token, description: list[str] | None, mentions: list[_Mention]) -> Organization | None:
        """Return the organization last named whose name has the noun; for "the group" and "it" the one in focus."""
        noun = description[-1] if description else None
        fitting = self._named_with.get(noun, set()) if noun is not None else set()
        if fitting:
            last = next((m.entity for m in reversed(mentions) if m.entity.id in fitting), None)
            if isinstance(last, Organization):
                return last
        named = any(t.tag == "NNP" for t in token.lefts if t.dep in ("compound", "nmod"))  # "the MFA press service"
        if noun is None or (noun in words("coreference", "bodies") and not named):
            return self._body_in_focus(token, mentions)
        return None

    def _body_in_focus(self, token: Token, mentions: list[_Mention]) -> Organization | None:
        near = [
            m
            for m in _near(token, mentions, 2)
            if isinstance(m.entity, Organization) and m.weight >= 0.5 and not self._is_fellow_argument(token, m.head)
        ]
        best = max(near, key=lambda m: (m.weight - 0.45 * (token.sentence - m.head.sentence), m.head.i), default=None)
        return best.entity if best is not None and isinstance(best.entity, Organization) else None


def _near(token: Token, mentions: list[_Mention], sentences: int) -> list[_Mention]:
    """Return the mentions at most so many sentences before the token, nearest first."""
    return list(takewhile(lambda m: token.sentence - m.head.sentence <= sentences, reversed(mentions)))


def _sole(mentions: Iterable[_Mention]) -> Person | None:
    """Return the one person whom all of some mentions mean; None where they mean several, or nobody."""
    found = {m.entity.id: m.entity for m in mentions if isinstance(m.entity, Person)}
    return next(iter(found.values())) if len(found) == 1 else None
