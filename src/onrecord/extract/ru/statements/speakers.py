"""Who speaks in a Russian clause, and whom a pronoun or an office without a name means."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses, passives
from onrecord.extract.ru.names import implied_bodies, people
from onrecord.extract.ru.positions.office_holders import OfficeHolders, offices_of
from onrecord.extract.ru.statements import antecedents, documents, shared_subjects
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import base_forms, cues, gender, model, vocabulary
from onrecord.model import Organization, Person, Phrase, Place, Position, Span, Who

_PRONOUNS = frozenset({"он", "она", "последний", "тот"})
WHOSE = frozenset({"его", "её", "ее"})
"""Possessives that mean whom the text has just been about."""
_WHO = frozenset({"который", "которая", "чей", "чья"})

LONGEST_OFFICE = 14
"""Words of an office with its body before the name that it describes."""


class Speakers:
    """Finds and remembers the speakers of one document.

    Args:
        reading: the document's reading.
        entities: who and what it names.
        positions: offices, by which descriptions are resolved.
    """

    def __init__(self, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self.reading = reading
        self.entities = entities
        self.positions = positions
        self.holders = OfficeHolders(reading, entities, positions)
        self.last: Person | Organization | None = None
        self._genders: dict[str, str] = {}
        self.me: Person | None = None
        """Whose speech the sentence is, where a dash leads it."""
        self._issuer: Who | None = None
        """Whose the document is that the text quoted last."""
        self._spoken = 0
        """Where the words end for whoever spoke last."""
        self.floor = 0
        """Where a turn of a transcript begins behind its label, which is no subject of what is said in it."""

    def of_verb(self, verb: Token) -> tuple[Who, Span] | None:
        """Return the subject of a verb of reporting, resolved, with the words that name it."""
        if cues.is_impersonal(verb.text) or documents.is_told_in(verb):
            return self._of_document(verb)
        by = self._cited(verb)
        if passives.is_passive(verb):
            by = passives.agent(self.entities, verb) or self._of_house(verb)
        if by is not None or passives.is_passive(verb):
            return self.of_phrase(by) if by is not None else None
        subjects = [t for t in verb.children if t.dep in ("nsubj", "nsubj:pass") and self._can_act(t, verb)]
        subject = next((t for t in subjects if " Nom" in t.tag), None) or next(iter(subjects), None)
        if subject is None and (before := clauses.resumes(verb)) is not None:
            return self.of_verb(before)
        if subject is None and verb.dep == "conj" and verb.head.i < verb.i:
            first = verb.head.child("nsubj")
            subject = first if first is not None and first.i < verb.i and self._can_act(first, verb) else None
        if subject is None and " Inf" in verb.tag and verb.dep == "xcomp":  # X любит повторять: «…»
            subject = next((t for t in verb.head.children if t.dep == "nsubj" and self._can_act(t, verb)), None)
        if subject is None and verb.tag.startswith("VERB Conv"):
            subject = shared_subjects.of(verb)  # X отметил вклад, подчеркнув роль учёных
        subject = subject or self._before_participle(verb) or self._behind(verb)
        subject = subject or shared_subjects.of(verb)
        if subject is None and verb.tag.startswith("VERB Part") and " Nom" in verb.tag:
            return self.before(verb)  # X, напомнившая, что …
        subject = subject or self.right_before(verb) or self._of_house(verb)
        if subject is None and (before := shared_subjects.leading(verb)) is not None:
            return self.of_verb(before)
        found = self.of_phrase(subject) if subject is not None else self._of_town(verb) or self._goes_on(verb)
        if found is not None and isinstance(found[0], Person):
            self.learn(found[0], verb)
        return found

    def _cited(self, verb: Token) -> Token | None:
        """Return whose words somebody else brings: цитирует министра агентство."""
        cited = verb.child("obj") if model.lemma(verb.text) in vocabulary.words("cues", "citing") else None
        if cited is not None and model.lemma(cited.text) == "слово":
            whose = (t for t in cited.children if (" Gen" in t.tag and t.i > cited.i) or t.lower in WHOSE)
            cited = next(whose, cited)  # приводит слова министра, приводит его слова
            if cited.lower in WHOSE:
                return cited
        return cited if cited is not None and (self.named(cited) is not None or self.points(cited)) else None

    def _can_act(self, subject: Token, verb: Token) -> bool:
        """Tell whether a subject can be the verb's: none of the clause it governs, of another number, or a label."""
        if subject.start < self.floor or (" Sing" in verb.tag and " Plur" in subject.tag and " Nom" not in subject.tag):
            return False
        if " Past Plur" in verb.tag and " Sing" in subject.tag and self.points_at_nobody(subject):
            return False  # Очередной раунд условились провести в Сеуле
        between = self.reading.tokens[verb.i + 1 : subject.i] if subject.i > verb.i else []
        return not any(t.lower in ("что", "чтобы", "«") for t in between)

    def _before_participle(self, verb: Token) -> Token | None:
        """Return whom a clause between commas describes right before a verb: X, возглавляющая группу дружбы, считает …."""
        comma = verb.nbor(-1)
        if comma is None or comma.text != "," or comma.sentence != verb.sentence:
            return None
        first = self.reading.sentence_of(verb).first
        for k in range(comma.i - 2, first, -1):
            opening, inner = self.reading.tokens[k], self.reading.tokens[k + 1]
            if opening.text == "," and ((" Nom" in inner.tag and inner.tag.startswith("VERB Part")) or inner.lower in _WHO):
                before = self.reading.tokens[k - 1]
                return before if isinstance(self.entities.at(before), Person | Organization) else None
        return None

    def _goes_on(self, verb: Token) -> tuple[Who, Span] | None:
        """Return who spoke last, where a verb opens the next sentence without a subject: X сказал: «…». И добавил: «…»."""
        led = self.reading.tokens[self.reading.sentence_of(verb).first : verb.i]
        opens = verb.tag.startswith("VERB Fin Past Sing") and all(t.tag.startswith(("CCONJ", "ADV", "PART")) for t in led)
        return (self.last, verb.span) if opens and led and isinstance(self.last, Person) else None

    def _of_house(self, verb: Token) -> Token | None:
        """Return the body in which something is told by nobody named: В МИД сообщили, что …."""
        if " Plur" not in verb.tag:
            return None
        for noun in verb.children:
            case = noun.child("case")
            if case is not None and case.lower in ("в", "во") and " Loc" in noun.tag:
                known = isinstance(self.entities.at(noun), Organization)
                return noun if known or model.lemma(noun.text) in vocabulary.words("organizations", "heads") else None
        return None

    def _of_town(self, verb: Token) -> tuple[Who, Span] | None:
        """Return the capital in which something is told by nobody named, which stands for a state: В Сеуле заявили, что …."""
        if " Past Plur" not in verb.tag:
            return None
        for town in (t for t in verb.children if t.i < verb.i and t.entity == "LOC" and " Loc" in t.tag):
            case = town.child("case")
            if case is not None and case.lower in ("в", "во"):
                span = Span(case.start, town.end)
                return Phrase(span.of(self.reading.text), span), span
        return None

    def learn(self, person: Person, verb: Token) -> None:
        """Keep whether a person is a man or a woman, as the past tense of what he or she did tells."""
        told = gender.of_verb(verb.tag) if " Past" in verb.tag else None
        if told:
            self._genders.setdefault(person.id, told)

    def _can_be(self, person: Person, pronoun: Token) -> bool:
        """Tell whether он or она can mean a person, by the words of the name, else by the verbs before."""
        wanted = {"он": "Masc", "она": "Fem"}.get(model.lemma(pronoun.text))
        told = gender.of_name(base_forms.person(person.name)) or self._genders.get(person.id)
        return wanted is None or told is None or told == wanted

    def _of_document(self, verb: Token) -> tuple[Who, Span] | None:
        """Return whose the document is in which something is said: говорится в заявлении X, В докладе X отмечается, что …."""
        noun = documents.quoted_by(verb)
        if noun is None:
            return None
        owner = documents.owner(noun, verb)
        if owner is None:
            self._issuer = self._issuer or self._issuer_of(noun, verb)
            return (self._issuer, noun.span) if self._issuer is not None else None
        found = self._owner(owner, noun, verb)
        self._issuer = found[0] if found is not None else None
        return found

    def _issuer_of(self, noun: Token, verb: Token) -> Who | None:
        """Return who acts last before words for a document that do not tell whose it is."""
        issuer = documents.issuer(self.reading, self.entities, noun, verb)
        return self.of_phrase(issuer)[0] if issuer is not None else None

    def _owner(self, owner: Token, noun: Token, verb: Token) -> tuple[Who, Span] | None:
        """Return whose the document is, as the words behind it tell."""
        named = self.entities.at(owner)
        if named is not None and not isinstance(named, Place):
            self.last = named
            return named, next(s for s, e in self.entities.within(owner.span) if e is named)
        words = [t for t in noun.subtree if t.i >= owner.i and t.sentence == verb.sentence]
        head = next((t for t in words if " Gen" in t.tag and t.tag.startswith(("NOUN", "PROPN"))), None)
        if head is None:
            return None
        phrase = self._core(head, words)
        person = self.named(head)
        if person is not None:  # в обращении министра X говорится
            self.last = person
            return person, head.span
        return Phrase(
            Span(phrase[0].start, phrase[-1].end).of(self.reading.text), Span(phrase[0].start, phrase[-1].end)
        ), head.span

    def right_before(self, verb: Token) -> Token | None:
        """Return the last word of a name right before a verb, which the parser may have hung elsewhere."""
        before = verb.nbor(-1)
        named = before.nbor(-1) if before is not None and before.text == "," else None
        if before is not None and named is not None and isinstance(who := self.entities.at(named), Person):
            span = next(s for s, e in self.entities.within(named.span) if e is who)
            apposed = self.reading.text[: span.start].rstrip().endswith(",")  # один дипломат, X, пошутил
            return named if apposed and named.sentence == verb.sentence else None
        fits = before is not None and before.sentence == verb.sentence and self.entities.at(before) is not None
        return before if fits else None

    def before(self, verb: Token) -> tuple[Who, Span] | None:
        """Return the person whom the sentence names last before a verb."""
        start = self.reading.sentence_of(verb).span.start
        named = [(e, s) for s, e in self.entities.within(Span(start, verb.start)) if isinstance(e, Person)]
        if named and isinstance(named[-1][0], Person):
            self.last = named[-1][0]
        return named[-1] if named else None

    def named(self, head: Token) -> Person | None:
        """Return the person whom a phrase names at its head, or behind the office that is its head."""
        person = self.entities.person_at(head)
        if person is None and people.is_title(head):
            person = next((p.person for p in self.positions if p.span.contains(head.span)), None)
        if person is None and people.is_title(head):
            core = self._core(head, [t for t in head.subtree if t.sentence == head.sentence])
            inside = self.entities.within(Span(core[0].start, core[-1].end))
            person = next((e for _, e in inside if isinstance(e, Person)), None)
        after = head.nbor()
        if person is None and " Nom" in head.tag and after is not None and after.sentence == head.sentence:
            person = self.entities.person_at(after)  # второкурсник Дамир Шевчук
        return person

    def points_at_nobody(self, subject: Token) -> bool:
        """Tell whether a noun is for a thing, of which nobody is the last named: раунд, встречу."""
        joined = any(t.dep == "conj" for t in subject.children)
        return not joined and subject.tag.startswith("NOUN") and not self.points(subject) and self.named(subject) is None

    def points(self, head: Token) -> bool:
        """Tell whether a noun or pronoun can mean somebody named before: он, гостья, посол."""
        return head.lower in ("он", "она") or model.lemma(head.text) in _anybody() or people.is_title(head)

    def of_phrase(self, head: Token) -> tuple[Who, Span]:
        """Return whom a noun phrase means."""
        who = self._of_phrase(head)
        self._spoken = head.end
        return who

    def _of_phrase(self, head: Token) -> tuple[Who, Span]:
        words = [t for t in head.subtree if t.sentence == head.sentence]
        phrase = self._core(head, words)
        named = [
            (s, e)
            for s, e in self.entities.within(Span(phrase[0].start, phrase[-1].end))
            if isinstance(e, Person | Organization)
        ]
        persons = [(s, e) for s, e in named if isinstance(e, Person)]
        if persons:
            self.last = persons[-1][1]
            return persons[-1][1], persons[-1][0]
        at_head = self.entities.at(head)
        if at_head:
            self.last = at_head
            return at_head, next(s for s, e in named if e is at_head)
        span = Span(phrase[0].start, phrase[-1].end)
        apposed = self._apposed(phrase[-1])
        if apposed is not None:
            self.last = apposed[0]
            return apposed
        beside = self.named(head)
        if beside is not None:
            self.last = beside
            return beside, next(s for s, e in self.entities.mentions if e is beside and s.start >= head.start)
        resolved = self._resolve(head)
        if resolved:
            self.last = resolved
            return resolved, span
        group = (self._group(head) if head.lower == "они" else None) or span
        return Phrase(group.of(self.reading.text), group), span

    def _group(self, head: Token) -> Span | None:
        """Return the words for the group that the sentence before is about: Участники приняли обращение. Они призвали …."""
        before = clauses.sentence_before(self.reading, self.reading.sentence_of(head))
        subjects = [s for root in before.roots if (s := root.child("nsubj")) is not None] if before is not None else []
        if before is None or not subjects or " Nom Plur" not in subjects[0].tag:
            return None
        lemma = model.lemma(subjects[0].text)
        if lemma not in vocabulary.words("cues", "groups") and not people.is_title(subjects[0]):
            return None
        words = self._core(subjects[0], [t for t in subjects[0].subtree if t.sentence == before.i])
        return Span(words[0].start, words[-1].end)

    def _apposed(self, last: Token) -> tuple[Person, Span] | None:
        """Return the person whose office and name stand behind a comma: Его коллега, профессор университета X, признался."""
        comma = last.nbor()
        office = comma.nbor() if comma is not None and comma.text == "," and comma.sentence == last.sentence else None
        if office is not None and isinstance(who := self.entities.at(office), Person):  # Мой начальник, X, сказал
            span = next(s for s, e in self.entities.within(office.span) if e is who)
            return (who, span) if self.reading.text[span.end : span.end + 1] == "," else None
        honoured = office is not None and model.lemma(office.text) in vocabulary.words("titles", "honorifics")
        if office is None or not (honoured or any(people.is_title(t) for t in self.reading.tokens[office.i : office.i + 3])):
            return None
        for token in self.reading.tokens[office.i : office.i + LONGEST_OFFICE]:
            who = self.entities.at(token)
            if isinstance(who, Person):
                return who, next(s for s, e in self.entities.within(token.span) if e is who)
            if token.sentence != last.sentence or token.tag.startswith("VERB Fin") or (token.text in ",:;«" and who is None):
                return None
        return None

    def _behind(self, verb: Token) -> Token | None:
        """A name right behind the verb that the parser hung elsewhere: …, – сказал А. Токжигитов."""
        token = verb.nbor()
        steps = 0
        while token is not None and token.sentence == verb.sentence and steps < 9:
            if self.entities.at(token) or (people.is_title(token) and self._can_act(token, verb)):
                return token
            if token.lower in ("что", "чтобы"):
                return None
            if token.text in (".", "«", "–", ":"):
                return None
            token, steps = token.nbor(), steps + 1
        return None

    def _core(self, head: Token, words: list[Token]) -> list[Token]:
        """Return the phrase around its head without relative clauses and what stands behind a comma."""
        kept = [head]
        for token in reversed([t for t in words if t.i < head.i]):
            if token.i != kept[0].i - 1 or token.text in (",", "–", "—", "«", "»", ":"):
                break
            kept.insert(0, token)
        for token in [t for t in words if t.i > head.i]:
            if (
                token.i != kept[-1].i + 1
                or token.tag.startswith("AUX")
                or (token.text in (",", "–", "—", ":", "(") and self.entities.at(token) is None)
            ):
                break
            kept.append(token)
        while len(kept) > 1 and kept[0].tag.startswith(("ADV", "CCONJ", "PART", "ADP")):
            kept.pop(0)
        return kept

    def _resolve(self, head: Token) -> Person | Organization | None:
        lemma = model.lemma(head.text)
        after = head.nbor() if lemma in ("господин", "госпожа") else None
        if after is not None and people.is_title(after):
            head, lemma = after, model.lemma(after.text)  # господин посол
        if lemma in ("я", "который"):
            return self.me if lemma == "я" else self._antecedent(head)
        if lemma in _PRONOUNS or head.tag.startswith("PRON") or head.lower in WHOSE:
            return self._latest_person(head) if lemma in ("последний", "тот") else self._pronoun(head)
        if " Plur" in head.tag or lemma in vocabulary.words("cues", "counterparts"):  # его казахстанский визави
            return self.holders.of_nation(head) if " Plur" not in head.tag else None
        if lemma in _anybody() and (self.last is not None or lemma in ("гость", "гостья")):
            of_body = any(" Gen" in t.tag and t.i > head.i for t in head.children)  # спикер Сената, its председатель
            held = self.holders.of(head, offices_of(head) if of_body else frozenset({lemma}), self.last)
            held = held or self.holders.of_nation(head)
            return held or self._named_since(head) or self.last or self._latest_person(head)
        held = self.holders.of(head, offices_of(head), self.last) or self.holders.of_house(head) or self.holders.left(head)
        if held or (lemma in vocabulary.words("cues", "callings") and isinstance(self.last, Person)):
            return held or self.holders.of_nation(head) or self.last
        body = implied_bodies.latest(self.entities, head) if people_free(head) and head.tag.startswith("NOUN") else None
        return body if body is not None and body.mentions[0].end <= head.start else None

    def _antecedent(self, which: Token) -> Person | None:
        """Return the person named before a relative clause: X, которая предложила создать архив."""
        named = self.before(which)
        return named[0] if named is not None and isinstance(named[0], Person) else None

    def holder(self, head: Token) -> Person | None:
        """Return whom an office without a name means: who was named last in it, of the country or body that is told."""
        return self.holders.of(head, offices_of(head), self.last) if " Plur" not in head.tag else None

    def _pronoun(self, head: Token) -> Person | Organization | None:
        if " Plur" in head.tag or (head.tag.startswith("PRON") and model.lemma(head.text) not in ("он", "она")):
            return None
        before = clauses.sentence_before(self.reading, self.reading.sentence_of(head))
        told = antecedents.subject(self.entities, before) or antecedents.told_of(self.entities, before)
        if told is not None and self._can_be(told, head):
            return told
        only = antecedents.only(self.entities, before)
        if only is not None and only is not self.last and self._can_be(only, head):
            return only
        if isinstance(self.last, Person) and self._can_be(self.last, head):
            return self.last
        return self._latest_person(head)

    def _named_since(self, head: Token) -> Person | None:
        """Return who is the only one that the sentence which names somebody last names, where nobody has spoken since."""
        before = [(s, e) for s, e in self.entities.mentions if isinstance(e, Person) and s.end <= head.start]
        if not before or before[-1][0].start < self._spoken:
            return None
        sentence = next(s for s in self.reading.sentences if s.span.contains(before[-1][0]))
        named = {e.id: e for s, e in before if sentence.span.contains(s)}
        return next(iter(named.values())) if len(named) == 1 and sentence.span.end <= head.start else None

    def _latest_person(self, head: Token) -> Person | None:
        before = [e for s, e in self.entities.mentions if isinstance(e, Person) and s.end <= head.start]
        fits = [person for person in before if self._can_be(person, head)] or before
        return fits[-1] if fits else None


def _anybody() -> frozenset[str]:
    """Words that mean whom the text has just been about."""
    return vocabulary.words("cues", "anybody")


def people_free(head: Token) -> bool:
    """Tell whether a noun is no word for people (фонд, институт), so that a body can be meant."""
    return not people.is_title(head)
