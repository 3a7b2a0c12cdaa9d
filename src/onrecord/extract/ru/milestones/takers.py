"""Who took a dated step: КНДР провела испытание, подписан министрами, ядерное испытание КНДР, возглавлявшая отдел."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.extract.ru import passives
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.ru.statements.speakers import Speakers
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_at
from onrecord.model import Organization, Person, Position, Span
from onrecord.model.facts import OFFICES

_OWN = frozenset({"nuclear-test", "missile-launch", "moratorium", "accession", "treaty-ratified"})
"""Kinds that a noun tells with whose step it is: испытание КНДР, ратификация Казахстаном Договора."""

_MEANT = frozenset({"он", "она", "который", "которая", "которое"})
_SUBJECTS = ("nsubj", "nsubj:pass")


class Takers:
    """Finds who took a step, in a document whose names and offices are known.

    A step told in the active is its subject's, in the passive its agent's; an office is taken by its holder, whoever gives it.
    """

    def __init__(self, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self._reading = reading
        self._entities = entities
        self._meant = Speakers(reading, entities, positions)

    def of_verb(self, kind: str, verb: Token) -> str | None:
        """Return who took the step of this kind that a verb or participle tells."""
        if kind in OFFICES:
            return self._holder(verb)
        if _is_passive(verb):
            agent = self._agent(verb)
            return self._names(agent) if agent is not None else self._of_thing(kind, verb)
        subject = _subject(verb)
        return (self._names(subject) if subject is not None else None) or self._of_thing(kind, verb)

    def of_noun(self, kind: str, noun: Token) -> str | None:
        """Return whose step a noun tells: first испытание of КНДР, вывоз урана by nobody who is named."""
        if kind not in _OWN:
            return None
        after = noun.nbor()
        owners = [*([after] if after is not None and after.sentence == noun.sentence else []), *noun.children]
        return next((name for t in owners if t.i > noun.i and (name := country_at(t))), None)

    def of_title(self, title: Token) -> str | None:
        """Return who holds an office that is told without a verb: its subject, or the name that it stands behind."""
        named = [t for t in (title.child("nsubj"), title.head) if t is not None and t is not title]
        return next((who.name for t in named if (who := self._person(t)) is not None), None)

    def _agent(self, verb: Token) -> Token | None:
        """Return by whom something was done, which is not what it was done to."""
        agent = passives.agent(self._entities, verb) or _instrumental(verb)
        thing = verb.head if verb.dep in ("acl", "amod") else verb.child(*_SUBJECTS)
        inside = agent is not None and thing is not None and (agent is thing or thing in agent.ancestors)
        same = agent is not None and thing is not None and self._entities.at(agent) is self._entities.at(thing) is not None
        return None if inside or same else agent

    def _of_thing(self, kind: str, verb: Token) -> str | None:
        """Return whose the thing is that befell, where its words tell: было проведено испытание КНДР."""
        things = [t for t in verb.children if t.dep in (*_SUBJECTS, "obj")]
        things += [verb.head] if verb.dep in ("acl", "amod") else []
        if verb.head is verb and verb.tag.startswith("VERB Part"):  # a participle that the parser hung on itself
            things += [t for t in self._reading.tokens[max(0, verb.i - _NEAR) : verb.i] if t.sentence == verb.sentence]
        return next((name for t in things if (name := self.of_noun(kind, t))), None)

    def _holder(self, verb: Token) -> str | None:
        if verb.tag.startswith("VERB Part") and verb.head.i > verb.i and " Acc" in verb.head.tag:  # X, возглавлявшая отдел
            before = self._meant.before(verb)
            return before[0].name if before is not None and isinstance(before[0], Person) else None
        given = (
            verb.child("obj")
            if model.lemma(verb.text) in vocabulary.words("takers", "appointing") and not _is_passive(verb)
            else None
        )
        holder = given or _subject(verb) or verb.child(*_SUBJECTS)
        if holder is None:
            return None
        who = self._person(holder)
        return who.name if who is not None else None

    def _person(self, head: Token) -> Person | None:
        named = self._entities.person_at(head) or self._meant.named(head)
        if named is None and head.lower in _MEANT:
            found, _ = self._meant.of_phrase(head)
            named = found if isinstance(found, Person) else None
        return named

    def _names(self, head: Token) -> str | None:
        """Return the person, body or country that a phrase names, or its own words where it names several."""
        own = self._one(head)
        if own is None and " Plur" in head.tag and is_title(head):
            phrase = [t for t in head.subtree if t.sentence == head.sentence]
            own = self._words(phrase) if len({c for t in phrase if (c := country_at(t))}) > 1 else None
        joined = [t for t in head.children if t.dep == "conj" and t.i > head.i]
        if joined and all(self._one(t) for t in joined):
            return (self._words([t for t in head.subtree if t.sentence == head.sentence]) if own else None) or own
        return own

    def _words(self, phrase: list[Token]) -> str | None:
        """Return the words of a phrase that stands in one piece and is short enough to be told."""
        whole = Span(phrase[0].start, phrase[-1].end).of(self._reading.text)
        return whole if len(phrase) == phrase[-1].i - phrase[0].i + 1 and len(whole) <= _LONGEST else None

    def _one(self, head: Token) -> str | None:
        person = self._person(head)
        if person is not None:
            return person.name
        body = self._entities.at(head)
        return body.name if isinstance(body, Organization) else country_at(head)


_NEAR = 4
"""Words before a participle in which the noun stands that it describes."""

_LONGEST = 120
"""Code points of a phrase that names several who took a step together."""


def _is_passive(verb: Token) -> bool:
    """Tell whether a verb tells what was done to its subject, or became of it: подписан, вывезенный, открылся."""
    itself = verb.lower.endswith(("ся", "сь")) and model.lemma(verb.text) not in vocabulary.words("takers", "acting")
    return itself or passives.is_passive(verb) or " Pass" in verb.tag or verb.child("nsubj:pass") is not None


def _instrumental(verb: Token) -> Token | None:
    """Return the country or body by which something was done: ратифицирован Казахстаном."""
    return next((t for t in verb.children if t.dep in ("obl", "obl:agent") and " Ins" in t.tag and country_at(t)), None)


def is_object(subject: Token, verb: Token) -> bool:
    """Tell whether what the parser takes for a subject is what many opened or held: в Семее открыли центр."""
    return " Plur" in verb.tag and subject.i > verb.i and " Acc Sing" in subject.tag


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb in the active: its own, that of the verb it is joined to, or what a participle describes."""
    if verb.tag.startswith("VERB Part") and verb.dep in ("acl", "amod"):
        return verb.head
    own = verb.child("nsubj")
    if own is not None and is_object(own, verb):
        return None
    if own is not None or verb.head is verb:
        return own
    if verb.dep == "conj" or " Inf" in verb.tag or " Conv" in f"{verb.tag} ":
        return _subject(verb.head) if verb.head.tag.startswith(("VERB", "ADJ", "AUX")) else None
    return None
