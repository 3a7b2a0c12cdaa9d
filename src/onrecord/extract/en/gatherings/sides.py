"""Whom a noun phrase names: persons, organizations, countries as delegations, and groups in the words of the text."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses, groups, signature
from onrecord.extract.en.clauses import PLACE
from onrecord.extract.en.coreference import Referents
from onrecord.extract.entities import Entities
from onrecord.languages.en import cues, role_words, titles
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Organization, Person, Phrase, Span, Who

Named = tuple[Who, Span]

_JOINT = re.compile(r"(?:joint|statement by|statement from|declaration)\b", re.IGNORECASE)


def _ends_list(token: Token) -> bool:
    """Tell whether a list of persons is over: a verb, a semicolon, "with", a dash."""
    handed = token.nbor(1)
    by = handed is not None and handed.lower == "by"  # "with students, moderated by X"
    participle = token.tag == "VBN" and token.dep in ("acl", "amod") and token.child("dobj") is None and not by
    verb = clauses.is_verb(token) and not participle
    return verb or token.lower in (
        "with",
        ";",
        "by",
        "while",
        "where",
        "which",
        "at",
        "–",
        "—",
    )


_TITLE_WORDS = re.compile(r"(?:\s+(?:[A-Z][\w.-]*|of|for|and))*\s+")
_OFFICE_BESIDE = re.compile(r"\s+(?:[\w-]+\s+){0,4}?(?P<office>[\w-]+),\s+")
_AND = re.compile(r"(?:\)|\s\([A-Z]{2,}\))?,?\s+and\s+(?:the\s+)?$")
_LISTED = re.compile(
    r"(?:\)|\s\([A-Z]{2,}\))?(?:\s(?:in|of)\s(?:the\s)?(?:(?:of\s)?[A-Z][\w-]+\s?){1,3})?(?:,?\s+(?P<and>and)|[,;])\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}"
)
"""What stands between two bodies of a list: their short form, their seat, a comma or "and"."""
_LIST = 300
"""Code points behind a body within which a list of bodies goes on."""
_AND_NEXT = re.compile(r"\s+(?:and\s+)?(?:(?:former|retired|acting)\s+)?(?:(?:[A-Z][\w’'.-]*|of|for|the)\s+){0,6}?(?=[A-Z])")
_WHOSE = re.compile(r"\bwhose\s[\w\s-]{1,40},?\s*$")
_WHOSE_TITLE = re.compile(r"\bwhose\s[a-z][\w\s-]{1,40},?\s+(?:[A-Z][\w.-]*\s+){0,3}$")
_STOP = re.compile(r"[,;]\s|\.\s|\n")
_NAME = 60
"""Code points before a verb in which a name ends right before it."""
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "it", "who", "they", "them"})
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
        """Return who the subject of a verb names; that of "asked X to convene a session" is X."""
        asked = verb.head.child("dobj") if verb.dep == "xcomp" and verb.tag == "VB" else None
        if asked is not None and verb.head.lower in cues.urging() and asked.i < verb.i:
            return self._all([asked])
        found = self._whose(verb) or self._all(clauses.subjects(verb)) or self._right_before(verb)
        if not found:
            return []
        behind = self._joined_behind(found, verb) or [n for n in self._listed_behind(found) if n[1].end <= verb.start]
        return [*self._joined_before(found[0]), *found, *behind]

    def _whose(self, verb: Token) -> list[Named]:
        """The person whom "whose" puts between a body and the verb: "at the institute, whose director, X, moderated"."""
        if verb.tag != "VBD":
            return []
        text = self.document.text
        last = self._persons_before(verb)[-1:]
        closed = [(who, name) for who, name in last if text[name.end : verb.start] in (" ", ", ")]
        return [n for n in closed if _WHOSE_TITLE.search(text, max(0, n[1].start - _NAME), n[1].start)]

    def _persons_before(self, verb: Token) -> list[Named]:
        """The persons named near a verb before it."""
        near = self.entities.within((max(0, verb.start - _NAME), verb.start))
        return [(e, s) for s, e in near if isinstance(e, Person)]

    def _right_before(self, verb: Token) -> list[Named]:
        """The person named right before a finite verb that the parser gives no subject ("Director Min Oh moderated")."""
        if (
            verb.tag not in ("VBD", "VBZ")
            or verb.child("nsubj", "nsubjpass") is not None
            or verb.dep in ("relcl", "acl", "conj")
        ):
            return []
        return [n for n in self._persons_before(verb) if n[1].end == verb.start - 1][-1:]

    def _joined_behind(self, found: list[Named], verb: Token) -> list[Named]:
        """The body between "and" and the verb, which the parser joins to a word of the first one's name."""
        last = found[-1]
        if not isinstance(last[0], Organization) or last[1].end > verb.start:
            return []
        behind = [(e, s) for s, e in self.entities.within((last[1].end, verb.start)) if s.start >= last[1].end]
        if len(behind) != 1 or not isinstance(behind[0][0], Organization) or behind[0][0] in [who for who, _ in found]:
            return []
        between = self.document.text[last[1].end : behind[0][1].start]
        return [(behind[0][0], behind[0][1])] if _AND.fullmatch(between) else []

    def _joined_before(self, first: Named) -> list[Named]:
        """Who stands before "and" in front of the first one found, where the parser hangs it elsewhere."""
        text = self.document.text
        match = _AND.search(text, max(0, first[1].start - 60), first[1].start)
        if match is None:
            return []
        found: list[Named] = []
        for span, entity in self.entities.within((max(0, match.start() - 1), match.end())):
            if span.end <= match.end() and isinstance(entity, Person | Organization) and type(entity) is type(first[0]):
                found.append((entity, span))
        return found[-1:]

    def before(self, verb: Token) -> list[Named]:
        """Return the persons named between the beginning of the sentence and a verb that is the first of it."""
        start = self.reading.sentence_of(verb).first
        tokens = self.reading.tokens[start : verb.i]
        if not tokens or any(clauses.is_verb(t) and t.tag in ("VBD", "VBZ", "VBP") for t in tokens):
            return []
        span = Span(tokens[0].start, verb.start)
        named = [(e, s) for s, e in self.entities.within(span) if isinstance(e, Person)]
        return [(e, s) for e, s in named if not self._is_in_clause(s, verb)]

    def _is_in_clause(self, name: Span, verb: Token) -> bool:
        """Tell whether a name stands in a clause on another one before the verb: "X, who has replaced Y, met Z"."""
        above = list(self.reading.between(name)[-1].ancestors)
        return any(t.dep == "relcl" and clauses.is_verb(t) for t in above[: above.index(verb)]) if verb in above else False

    def agents(self, verb: Token) -> list[Named]:
        """Return who stands behind "by" at a passive verb or participle, and beside it behind "together with"."""
        preps = [p for p in verb.children if p.dep in ("agent", "prep", "conj") and p.lower == "by"]
        if not preps and verb.child("auxpass"):  # "was followed at the rostrum by X": the parser hangs "by" on the rostrum
            preps = [t for t in clauses.own_tokens(verb) if t.lower == "by" and t.dep == "prep" and t.i > verb.i][:1]
        preps += [c for p in preps for c in p.children if c.dep == "conj" and c.lower == "by"]  # "by X and by Y"
        found = self._all([t for p in preps for t in p.children if t.dep == "pobj"])
        if found and isinstance(found[0][0], Person):
            found += [n for n in self.behind(preps[0]) if n[0] not in [who for who, _ in found]]
        found += self._listed_behind(found)
        return [n for n in found if not self._is_of_body(n[1])] + self.together(verb)

    def _listed_behind(self, found: list[Named]) -> list[Named]:
        """The bodies that go on a list behind the last one found, whatever the parser makes of them: "by A, B and C"."""
        if not found or not isinstance(found[-1][0], Organization):
            return []
        more: list[Named] = []
        closed = False
        last = found[-1][1]
        for span, entity in self.entities.within((last.end, last.end + _LIST)):
            if span.start < last.end or closed:
                continue
            if entity is [*found, *more][-1][0]:
                last = span  # its short form in brackets
                continue
            joint = _LISTED.fullmatch(self.document.text, last.end, span.start)
            if joint is None or not isinstance(entity, Organization) or " with " in joint[0]:
                break
            more.append((entity, span))
            last, closed = span, joint["and"] is not None
        return [n for n in more if n[0] not in [who for who, _ in found]] if closed else []

    def _is_of_body(self, name: Span) -> bool:
        """Tell whether a clause on the body before introduces the name ("the association X, whose chair, Y, read out")."""
        return _WHOSE.search(self.document.text, max(0, name.start - 60), name.start) is not None

    def titled_behind(self, verb: Token) -> list[Named]:
        """Return the person behind a verb and a chain of offices, however that is parsed ("received the Head of A and B X")."""
        stop = _STOP.search(self.document.text, verb.end)
        span = Span(verb.end, min(stop.start() if stop else verb.end, self.reading.sentence_of(verb).span.end))
        named: list[Named] = [(e, s) for s, e in self.entities.within(span) if isinstance(e, Person)] if span else []
        return named[-1:]

    def behind(self, prep: Token) -> list[Named]:
        """Return the persons listed behind a preposition, up to the next verb, preposition of another list, or end."""
        sentence = self.reading.sentence_of(prep)
        tokens = self.reading.tokens[prep.i + 1 : sentence.last]
        while tokens and tokens[0].lower in ("were", "was", "are", "is"):
            tokens = tokens[1:]
        stop = next((t for t in tokens if _ends_list(t) and not self._is_within(t)), tokens[-1] if tokens else prep)
        found: list[Named] = []
        for span, entity in self.entities.within((prep.end, stop.start)):
            inside = [
                t for t in self.reading.between(span) if t.dep == "poss" or (t.dep in ("nsubj", "nsubjpass") and t.head.i > t.i)
            ]
            if isinstance(entity, Person) and not inside:
                found.append((entity, span))
        return found

    def _is_within(self, token: Token) -> bool:
        """Tell whether a list goes on behind what could end it: a surname that is a verb too, a semicolon between two names."""
        return self.entities.person_at(token) is not None or self._goes_on(token)

    def _goes_on(self, mark: Token) -> bool:
        """Tell whether a semicolon parts a name from the next: "by X, a judge; Y, an envoy; and former minister Z"."""
        after = self.entities.within((mark.end, mark.end + _NAME)) if mark.text == ";" else []
        before = _AND_NEXT.match(self.document.text, mark.end) if after else None
        return before is not None and isinstance(after[0][1], Person) and after[0][0].start == before.end()

    def together(self, verb: Token) -> list[Named]:
        """Return who stands behind "jointly with", "in partnership with" in the clause of a verb."""
        found: list[Named] = []
        for token in clauses.own_tokens(verb):
            if token.lower == "with" and token.dep == "prep":
                before = self.reading.tokens[token.i - 1] if token.i else token
                if before.lower in role_words.words("together") or token.head.lower in role_words.words("together"):
                    joined = [t for t in token.head.children if t.dep == "conj" and t.i > token.i]
                    found += self._all([*(t for t in token.children if t.dep == "pobj"), *joined])
        return found + self._listed_behind(found)

    def objects(self, verb: Token, *prepositions: str) -> list[Named]:
        """Return who the objects of a verb name."""
        return self._all(clauses.objects(verb, *prepositions))

    def phrase(self, head: Token) -> list[Named]:
        """Return who a noun phrase names."""
        return self._all([head])

    def each(self, head: Token) -> list[Named]:
        """Return who one noun or pronoun means, without those joined to it."""
        entity = self.entities.at(head)
        who = entity if entity is not None else self.referents.resolve(head)
        return [(who, head.span)] if who is not None else []

    def _all(self, heads: list[Token]) -> list[Named]:
        found: list[Named] = []
        for head in heads:
            for who, span in self._one(head):
                if (who, span) not in found and (isinstance(who, Person) or all(span != other for _, other in found)):
                    found.append((who, span))
        return sorted(found, key=lambda pair: pair[1]) or (self._group(heads) if heads else [])

    def _one(self, head: Token) -> list[Named]:
        if head.lower in ("we", "us"):
            return self._first_persons()
        if head.lower in ("i", "me"):
            writer = signature.author(self.document, self.entities)
            return [(writer, head.span)] if writer is not None else []
        if head.lower in _PRONOUNS:
            who = self.referents.resolve(head)
            return [(who, head.span)] if who is not None else []
        heads = [*clauses.coordinated(head), *self._joined_inside(head)]
        found = self._persons(head)
        for each in heads:
            found += self._body(each)
        apart = len(heads) > 1 and found and not any(span.overlaps(head.span) for _, span in found)
        if apart and isinstance(who := self.referents.resolve(head), Person):
            found.append((who, head.span))  # "the Vice President and Secretary X"
        if not found:
            who = self.referents.resolve(head)
            if who is None and head.dep == "appos" and isinstance(beside := self.entities.at(head.head), Person):
                who = beside  # "X, an envoy who chaired the talks": the clause hangs on the envoy
            if who is not None:
                return [(who, head.span)]
            found += [(person, head.span) for person in groups.members(self.referents, head)]
        return found

    def _joined_inside(self, head: Token) -> list[Token]:
        """The bodies joined to a word inside the name of another ("the Centre for Ecology and the Lunde Fund")."""
        body = self.entities.organization_at(head)
        name = next((s for s in body.mentions if s.overlaps(head.span)), None) if body is not None else None
        inside = self.reading.between(name) if name is not None else []
        beyond = [c for t in inside if t is not head for c in t.rights if c.dep == "conj" and c not in inside]
        return [c for each in beyond for c in clauses.coordinated(each) if self.entities.organization_at(c) is not None]

    def _first_persons(self) -> list[Named]:
        """Who "we" is in a joint statement: the persons, else the countries, that its headline names."""
        title = self.document.title_span
        if title is None or not _JOINT.match(title.of(self.document.text)):
            return []
        found = [(e, s) for s, e in self.entities.within(title) if isinstance(e, Person)]
        if found:
            return found  # type: ignore[return-value]
        places = [s for s, place in self.entities.places_within(title) if place.country]
        return [(Phrase(s.of(self.document.text), s), s) for s in places]

    def _persons(self, head: Token) -> list[Named]:
        tokens = clauses.phrase(head)
        found: list[Named] = []
        for span, entity in self.entities.within((tokens[0].start, tokens[-1].end)):
            inside = [t for t in tokens if span.overlaps(t.span)]
            if not isinstance(entity, Person) or not inside:
                continue
            top = next((t for t in inside if t.head not in inside), inside[-1])
            if top.dep == "pobj" and top.head.lower in _NOT_SIDES and top.head in tokens and self.is_of(top.head, span):
                continue
            if top.dep == "poss" and top is not head:
                continue
            found.append((entity, span))
        return found

    def is_of(self, prep: Token, person: Span) -> bool:
        """Tell whether a preposition is about a person, and not part of the title before the name ("governor of Y X")."""
        between = Span(prep.end, person.start)
        return not self.entities.within(between) and not self.entities.places_within(between)

    def _body(self, head: Token) -> list[Named]:
        """The organization or the country that a head names, or those that a group comes from ("officials from the agency")."""
        entity = self.entities.at(head)
        if isinstance(entity, Organization):
            return [(entity, next(s for s in entity.mentions if s.overlaps(head.span)))]
        place = self.entities.place_at(head)
        if place is not None and place.country and not self._is_of_office(head):
            span = next(s for s in place.mentions if s.overlaps(head.span))
            return [(Phrase(span.of(self.document.text), span), span)]
        if entity is None and head.lower in role_words.nouns("groups"):
            return self._senders(head)
        owner = head.child("poss")
        if entity is None and owner is not None and head.lower in role_words.words("parts_of_bodies"):
            body = self.entities.at(owner)  # "the Lunde Institute's Asia Program hosted"
            if isinstance(body, Organization):
                return [(body, next(s for s in body.mentions if s.overlaps(owner.span)))]
        return []

    def _is_of_office(self, country: Token) -> bool:
        """Tell whether a country only says whose minister follows ("Republic of Korea Foreign Minister X")."""
        text = self.document.text
        near = [span for span, e in self.entities.within((country.end, country.end + 70)) if isinstance(e, Person)]
        between = text[country.end : near[0].start] if near else ""
        beside = _OFFICE_BESIDE.fullmatch(between)  # "the U.S. special envoy, X"
        office = beside is not None and titles.head_kind(beside["office"]) == "office"
        return office or bool(_TITLE_WORDS.fullmatch(between))

    def _senders(self, head: Token) -> list[Named]:
        """The bodies for which a group stands: "White House staff", "officials from the agency, including its laboratory"."""
        sent = head.lower in role_words.nouns("sent")  # "delegations from A and B"
        tops = [t for t in head.children if t.dep in ("compound", "nmod") and t.i < head.i]
        for prep in clauses.phrase(head):
            own = prep.head is head or not sent
            opens = ("from", "at", "including", "of") if sent else ("from", "at", "including")
            if prep.dep == "prep" and prep.lower in opens and prep.i > head.i and own:
                tops += [each for t in prep.children if t.dep == "pobj" for each in clauses.coordinated(t)]
        return [pair for top in tops for pair in self._body(top) if sent or isinstance(pair[0], Organization)]

    def _group(self, heads: list[Token]) -> list[Named]:
        """A group without a name, kept in the words of the text: "students of the college", "diplomats and scholars"."""
        heads = sorted({t.i: t for each in heads for t in clauses.coordinated(each)}.values(), key=PLACE)
        head = heads[0]
        told = head.lower in role_words.nouns("collectives") if head.tag == "NN" else _is_of_people(head)
        known = head.tag == "NNS" and len(heads) > 1
        if not told or not (head.child("prep") or known):
            return []
        first = min((t for t in head.lefts if t.dep in _OF_GROUPS and t.i < head.i), key=PLACE, default=head)
        tokens = [t for each in heads for t in clauses.phrase(each) if t.i >= first.i]
        last = max(tokens, key=PLACE)
        stop = next((t for t in sorted(tokens, key=PLACE) if t.i > head.i and _ends_group(t)), None)
        end = self.reading.tokens[stop.i - 1].end if stop is not None and stop.i > head.i + (not known) else last.end
        if any(isinstance(entity, Person) for _, entity in self.entities.within((first.start, end))):
            return []
        words = Span(first.start, end).of(self.document.text).rstrip(" ,;:–—")
        span = Span(first.start, first.start + len(words))
        return [(Phrase(words, span), span)]


_OF_GROUPS = frozenset({"amod", "compound", "nmod"})
"""Labels of words before a noun that say which people it means."""


def _is_of_people(head: Token) -> bool:
    """Tell whether a plural stands for people, and is no word of a name in capitals ("Session with Young Leaders")."""
    before = head.nbor(-1)
    opens = before is None or before.sentence != head.sentence
    people = head.lower in role_words.nouns("groups") or head.lower in role_words.nouns("by_calling")
    return people and head.tag == "NNS" and (opens or head.text[:1].islower())


def _ends_group(token: Token) -> bool:
    """Tell whether a word ends what says who a group is: where, when and on what it met are no part of that."""
    aside = token.dep == "prep" and token.lower in role_words.words("behind_groups")
    named = token.dep == "conj" and token.tag == "NNP" and _is_of_people(token.head)  # "counterparts, Adviser X"
    other = token.text in (";", "(") or named
    return other or aside or token.entity == "DATE" or token.tag == "TO"
