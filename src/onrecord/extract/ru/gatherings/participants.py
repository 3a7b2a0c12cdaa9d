"""Who took part in the gatherings of a Russian page, sentence by sentence."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.occasion import Occasion, sentence_of
from onrecord.extract.ru import passives
from onrecord.extract.ru.clauses import sentence_before
from onrecord.extract.ru.gatherings import (
    attendance,
    groups,
    holding,
    occasions,
    partners,
    receptions,
    roles,
    said_there,
    sequels,
    signers,
)
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.extract.ru.names import implied_bodies
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.ru.statements.speakers import Speakers
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Document, Organization, Person, Phrase, Span, Statement
from onrecord.model.facts import Role

_INVITED = re.compile(r"по\sприглашению\s((?:[а-яё-]+\s){0,2}стороны)(?!\w)")
"""A side that invites, which is a party without a name: по приглашению таджикской стороны."""

_PAST = re.compile(r"(?:л|ла|ли)(?:с[ья])?(?![а-яё])")
"""Endings of what has been done."""
_DONE: frozenset[Role] = frozenset({"speaker", "opening", "signatory"})
"""What nobody has done yet at an occasion that is still to come."""


class Participants:
    """Reads who did what at the gatherings of one document.

    Args:
        document: the page.
        reading: its reading.
        actors: who can act.
        current: which occasion each sentence is about, by its number.
        lists: where lines of lists begin that are read as lists.
        speakers: who is meant by an office without a name.
    """

    def __init__[O: Occasion[Mention]](
        self, document: Document, reading: Reading, actors: Entities, current: dict[int, O], lists: set[int], speakers: Speakers
    ) -> None:
        self.document = document
        self.text = document.text
        self.reading = reading
        self.actors = actors
        self.current = current
        self.lists = lists
        self.speakers = speakers
        self._subject: Person | None = None
        self._main: Occasion[Mention] | None = None

    def read[O: Occasion[Mention]](self, found: list[O], statements: tuple[Statement, ...]) -> None:
        """Add to each occasion those who took part in it."""
        listed: tuple[Role, str] | None = None
        self._main = found[0] if found else None
        for sentence in self.reading.sentences:
            occasion = self.current.get(sentence.i)
            if occasion is None:
                self._keep_subject(sentence)
                continue
            words = sentence.span.of(self.text)
            if words.rstrip().endswith(":"):
                listed = roles.heading_role(words)
                continue
            if sentence.span.start in self.lists:
                continue
            if listed and words[:1] in "•▪–—-*":
                self._listed(occasion, sentence, listed)
                continue
            listed = None
            self._sentence(occasion, sentence)
            for one in found:
                self._met(one, sentence)
                self._visitors(one, sentence)
            self._keep_subject(sentence)
        self._speakers(statements, found[0] if found else None)

    def _sentence(self, occasion: Occasion[Mention], sentence: Sentence) -> None:
        for part in roles.parts(self.text, sentence, self.actors, self._meant(sentence)):
            if part.role in ("participant", "speaker") and isinstance(part.who, Organization):
                named = self.reading.between(part.span)
                if named and groups.is_of_others(self.actors, named[0]):
                    continue  # депутаты Мажилиса took part, and not the Мажилис
            told = occasion
            if part.role in _DONE and _PAST.search(part.printed) and occasion.is_ahead(self.document):
                told = self._held_at(sentence.i, self._main, ()) or occasion  # X рассказала о форуме, который пройдёт в мае
            told.parts.append((part.who, part.role, part.span, part.printed))
        attendance.take(self.text, occasion, sentence)
        signers.take(occasion, sentence, self.speakers.positions)
        for inviting in _INVITED.finditer(self.text, *sentence.span):
            side = Span(*inviting.span(1))
            occasion.parts.append((Phrase(side.of(self.text), side), "host", side, "по приглашению"))
        for span in groups.taking_part(self.actors, sentence):
            if not any(other.overlaps(span) for _, _, other, _ in occasion.parts):
                occasion.parts.append((Phrase(span.of(self.text), span), "participant", span, ""))
        if sentence.i in occasion.sentences:
            self._host(occasion, sentence)

    def _meant(self, sentence: Sentence) -> list[tuple[Span, Person | Organization]]:
        """Return the subjects that point at somebody without a name: Он и вёл заседание, Посол открыл выставку, наш фонд."""
        found: list[tuple[Span, Person | Organization]] = [*implied_bodies.meant(self.actors, sentence)]
        for token in sentence.tokens:
            if token.dep != "nsubj" or " Nom Sing" not in token.tag or self.actors.at(token) is not None:
                continue
            pronoun = token.lower in ("он", "она")
            who = (self._only_before(sentence) or self._subject) if pronoun else self._by_office(token)
            if who is not None:
                found.append((token.span, who))
        return found

    def _only_before(self, sentence: Sentence) -> Person | None:
        """Return the one person whom the sentence before names, in the same paragraph."""
        before = sentence_before(self.reading, sentence)
        if before is None:
            return None
        named = {e.id: e for _, e in self.actors.within(before.span) if isinstance(e, Person)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _speakers(self, statements: tuple[Statement, ...], main: Occasion[Mention] | None) -> None:
        for statement in statements:
            number = sentence_of(self.reading.sentences, statement)
            occasion = self._held_at(number, main, statements) if number is not None else None
            if (
                said_there.is_reported(statement, statements)
                or self._is_asked(number)
                or self._is_told_apart(number, statement)
            ):
                continue
            occasion = self._where_he_was(statement, number, occasion, statements)
            if occasion is not None and said_there.is_from_afar(statement, occasion):
                continue
            told = statement.cue or (
                statement.rule == "turn" and not (occasion and said_there.is_only_told(occasion, statements))
            )
            if occasion and isinstance(statement.speaker, Person) and told and not occasion.is_ahead(self.document):
                span = statement.speaker_span or statement.content_spans[0]
                occasion.parts.append((statement.speaker, "speaker", span, statement.cue))

    def _is_asked(self, number: int | None) -> bool:
        """Tell whether a statement is only told of in a question of an interview, and was made elsewhere."""
        if number is None:
            return False
        words = self.reading.paragraphs[self.reading.sentences[number].paragraph].span.of(self.text).strip()
        return words[:1] in "–—-" and words.endswith("?")

    def _is_told_apart(self, number: int | None, statement: Statement) -> bool:
        """Tell whether a statement was made to the press or before, and at no occasion: в комментарии агентству X назвал …."""
        if number is None:
            return False
        sentence = self.reading.sentences[number]
        at = statement.content_spans[0].start
        start = self.reading.paragraphs[sentence.paragraph].span.start  # По его словам, behind what he said to an agency
        lead = Span(start, sentence.span.end if at <= sentence.span.start + 1 else max(at, sentence.span.start))
        briefing = self._main is not None and any(m.type == "briefing" for m in self._main.mentions)
        return not briefing and cues.to_press().search(lead.of(self.text)) is not None

    def _where_he_was(
        self,
        statement: Statement,
        number: int | None,
        occasion: Occasion[Mention] | None,
        statements: tuple[Statement, ...],
    ) -> Occasion[Mention] | None:
        """Return the one occasion at which the speaker was, where his sentence names none and he was at no other."""
        if number is None or occasion is None or not isinstance(statement.speaker, Person):
            return occasion
        paragraph = self.reading.sentences[number].paragraph
        told = {s for o in self.current.values() for s in o.sentences}
        near = any(self.reading.sentences[s].paragraph == paragraph for s in told)
        if number in occasion.sentences or (near and occasion is self._main):
            return occasion
        if near and any(part[0] is statement.speaker for part in occasion.parts):
            return occasion
        held = {id(o): o for o in self.current.values() if not o.is_ahead(self.document)}
        his = [o for o in held.values() if any(part[0] is statement.speaker for part in o.parts)]
        his = [o for o in his if occasion is self._main or o.first.type != "visit"]
        return his[0] if len(his) == 1 and not said_there.is_only_told(his[0], statements) else occasion

    def _held_at(
        self, number: int, main: Occasion[Mention] | None, statements: tuple[Statement, ...]
    ) -> Occasion[Mention] | None:
        """Return where a sentence is said, which is at none that it only announces: that of its paragraph or the main one."""

        def elsewhere(occasion: Occasion[Mention]) -> bool:
            return occasion.is_ahead(self.document) or (occasion is not main and said_there.is_only_told(occasion, statements))

        here = self.current.get(number)
        if here is None or not elsewhere(here):
            return here
        paragraph = self.reading.sentences[number].paragraph
        before = [s.i for s in self.reading.sentences if s.paragraph == paragraph and s.i < number]
        near = [o for k in reversed(before) if (o := self.current.get(k)) is not None]
        held = next((o for o in near if not elsewhere(o)), None)
        return held or (main if main is not None and not main.is_ahead(self.document) else None)

    def _keep_subject(self, sentence: Sentence) -> None:
        for root in sentence.roots:
            subject = root.child("nsubj")
            who = self.speakers.named(subject) if subject is not None else None
            if who is not None:
                self._subject = who

    def _met(self, occasion: Occasion[Mention], sentence: Sentence) -> None:
        """Those who meet in the words that name a meeting: X принял Y, переговоры с Y, телефонный разговор X с Y."""
        for mention in occasion.mentions:
            if mention.sentence.i != sentence.i or mention.type not in said_there.MET or not self._tells_who_met(mention):
                continue
            passive = mention.verb is not None and passives.is_passive(mention.verb)
            guest = self._guest(mention, passive)
            host = guest if mention.head == "прием" else None
            named_host = self.speakers.named(host) or self._by_office(host) if host is not None else None
            if passive and mention.verb is not None:
                self._received(occasion, mention.verb)
            inside = self.actors.within(partners.words_of(self.reading, self.actors, mention))
            for span, who in inside:
                first = host is not None and _is_host(host, span, None if passive else mention.verb)
                first = first or (named_host is not None and who is named_host)
                if isinstance(who, Person) or (isinstance(who, Organization) and self._is_party(mention, span)):
                    occasion.parts.append((who, "host" if first else "participant", span, mention.token.text))
            if host is not None and named_host is not None and all(who is not named_host for _, who in inside):
                occasion.parts.append((named_host, "host", host.span, mention.token.text))  # Глава государства принял X
            if host is None:
                self._meet(occasion, mention, guest)
            if (holder := self._talks_with(mention)) is not None:
                occasion.parts.append((holder, "participant", mention.token.head.span, mention.token.text))
            received = receptions.guest(mention.verb) if host is not None and mention.verb is not None else None
            caller = self._received_by(received) if received is not None and " Sing" in received.tag else None
            if received is not None and caller is not None:
                occasion.parts.append((caller, "participant", received.span, mention.token.text))
            if mention.head == "встреча" and mention.verb is not None and (met := occasions.partner(mention.verb)) is not None:
                self._partner(occasion, met)
            if guest is not None and self._subject is not None and guest.lower in ("он", "она"):
                role: Role = "host" if host is not None else "participant"
                occasion.parts.append((self._subject, role, guest.span, mention.token.text))

    def _meet(self, occasion: Occasion[Mention], mention: Mention, guest: Token | None) -> None:
        """Add who meets by the verb beside the words of a meeting, with a name or by an office alone."""
        held = holding.who_meets(self.actors, self.speakers, mention, guest)
        occasion.parts += [(who, "participant", span, mention.token.text) for span, who in held]
        if guest is not None:
            self._unnamed(occasion, guest)

    def _tells_who_met(self, mention: Mention) -> bool:
        """Tell whether the words of a meeting are more than a bare noun, or those beside it tell who met."""
        if not mention.bare or sequels.names_guest(mention):
            return True
        token, after = mention.token, mention.token.nbor()
        if holding.people(self.actors, token):
            return True
        held = token.head if token.dep == "obj" else token  # провёл переговоры в МИД с X
        named = after is not None and self.actors.person_at(after) is not None  # переговоры Е. Дәуренбека с коллегой X
        return named or any(occasions.partner(t) for t in (held, token, *held.children))

    def _names(self, token: Token) -> bool:
        """Tell whether a name hangs on a word."""
        return any(self.actors.person_at(t) is not None for t in token.subtree)

    def _guest(self, mention: Mention, passive: bool) -> Token | None:
        """Return who meets, by the verb: its subject, the agent of a passive, who receives."""
        if mention.verb is None:
            return None
        if passive:
            return passives.agent(self.actors, mention.verb)  # who received is told by the agent
        return receptions.receiver(self.actors, mention.verb) if mention.head == "прием" else holding.subject(mention.verb)

    def _received(self, occasion: Occasion[Mention], verb: Token) -> None:
        """Add whom a passive tells as received without a name: высокая гостья была принята председателем."""
        subject = verb.child("nsubj:pass", "nsubj")
        if subject is None or self._subject is None or self._names(subject):
            return
        if self.speakers.points(subject) and " Sing" in subject.tag:
            who = self.speakers.holder(subject) or self._subject
            occasion.parts.append((who, "participant", subject.span, ""))

    def _received_by(self, guest: Token) -> Person | None:
        """Return who is received and is told by an office or a pronoun alone: Посла принял министр; Утром её принял министр."""
        if not receptions.points(guest):
            return self._by_office(guest)
        verb = guest.head.head  # прибыла в Сеул, где её принял министр
        before = verb.child("nsubj") if verb is not guest.head and verb.i < guest.i else None
        return (self.speakers.named(before) if before is not None else None) or self._subject

    def _talks_with(self, mention: Mention) -> Person | None:
        """Return the holder of the office that is the subject of holding talks: Посол провёл переговоры с X."""
        verb = mention.token.head
        held = mention.verb is None and mention.token.dep == "obj" and " Past Sing" in verb.tag
        subject = verb.child("nsubj") if held else None
        if subject is not None and subject.lower in ("он", "она"):
            return self._subject
        return self._by_office(subject) if subject is not None else None

    def _by_office(self, told: Token) -> Person | None:
        """Return who is told by an office alone: корейского министра принял председатель X."""
        return self.speakers.holder(told) if is_title(told) and not self._names(told) else None

    def _unnamed(self, occasion: Occasion[Mention], guest: Token) -> None:
        """Add an office without a name that met somebody: министр встретился с секретарём комиссии X."""
        end = guest.head.i if guest.i < guest.head.i else guest.i + 5  # вице-премьер – министр иностранных дел X встретился
        if not is_title(guest) or any(isinstance(self.actors.at(t), Person) for t in guest.subtree if t.i < end):
            return
        who = self.speakers.holder(guest)
        occasion.parts.append((who or Phrase(guest.text, guest.span), "participant", guest.span, ""))

    def _partner(self, occasion: Occasion[Mention], met: Token) -> None:
        """Add who was met and is told by an office alone: встретился с генеральным секретарём ООН."""
        if not is_title(met) or " Plur" in met.tag or self._names(met):
            return
        who = self.speakers.holder(met)
        span = groups.extent(self.actors, met)
        if any(isinstance(e, Person) for _, e in self.actors.within(Span(span.start, span.end + 2))):
            return  # the parser hung the name elsewhere
        occasion.parts.append((who or Phrase(span.of(self.text), span), "participant", span, ""))

    def _visitors(self, occasion: Occasion[Mention], sentence: Sentence) -> None:
        """Whose visit it is: визит казахстанской делегации, визит министра X, ответный визит посла."""
        for mention in occasion.mentions:
            if mention.type != "visit" or mention.sentence.i != sentence.i:
                continue
            if mention.verb is not None:
                guest = mention.verb.child("nsubj")
                visitor = self.speakers.named(guest) if guest is not None else None
                if visitor is not None and guest is not None:
                    occasion.parts.append((visitor, "participant", guest.span, mention.token.text))
                shown = self.actors.within(mention.name) if model.lemma(mention.verb.text) == "ознакомиться" else []
                occasion.parts += [(e, "host", s, mention.verb.text) for s, e in shown if isinstance(e, Organization)]
                continue
            made = [] if mention.aside else holding.people(self.actors, mention.token)
            occasion.parts += [(who, "participant", span, mention.token.text) for span, who in made]
            whose = next((t for t in mention.token.children if " Gen" in t.tag and t.i > mention.token.i), None)
            if whose is None or not whose.tag.startswith(("NOUN", "PROPN")):
                continue
            words = partners.clause(self.reading, self.actors, mention)
            named = [(s, e) for s, e in self.actors.within(words) if isinstance(e, Person)]
            for span, person in named:
                occasion.parts.append((person, "participant", span, mention.token.text))
            if not named and (is_title(whose) or model.lemma(whose.text) == "делегация"):
                who = self.speakers.holder(whose) if is_title(whose) else None
                span = groups.extent(self.actors, whose)
                occasion.parts.append((who or Phrase(span.of(self.text), span), "participant", span, mention.token.text))

    def _is_party(self, mention: Mention, body: Span) -> bool:
        """Tell whether a body is one of two that meet: консультации между министерством и департаментом."""
        return mention.verb is None and " между " in self.text[mention.name.start : body.start]

    def _host(self, occasion: Occasion[Mention], sentence: Sentence) -> None:
        """The body in whose house it takes place: в Институте ядерной физики прошел семинар, лекция в Университете X."""
        held = any(model.lemma(t.text) in vocabulary.load("gatherings")["held"] for t in sentence.tokens)
        for span, body in self.actors.within(sentence.span):
            tokens = self.reading.between(span)
            before = tokens[0].nbor(-1) if tokens else None
            inside = before is not None and before.lower in ("в", "во") and " Loc" in tokens[0].tag
            teller = before.nbor(-1) if before is not None else None
            if teller is not None and teller.tag.startswith("VERB") and cues.manner("clause", teller.text):
                continue  # …, сообщили в министерстве
            behind = before is not None and any(m.name.end == before.start - 1 and not m.aside for m in occasion.mentions)
            opens = before is not None and before.i == sentence.first and self._is_given(occasion, sentence)
            if not (isinstance(body, Organization) and inside and (held or behind or opens)):
                continue
            if not any(m.name.overlaps(span) for m in occasion.mentions):
                occasion.parts.append((body, "host", span, before.text if before else ""))
        for span, body in implied_bodies.house(self.actors, sentence) if held else ():
            occasion.parts.append((body, "host", span, ""))

    def _is_given(self, occasion: Occasion[Mention], sentence: Sentence) -> bool:
        """Tell whether a sentence says that somebody gave a lecture or a seminar: В академии X прочитал лекцию."""
        return any(m.sentence.i == sentence.i and sequels.is_done_there(m) for m in occasion.mentions)

    def _listed(self, occasion: Occasion[Mention], sentence: Sentence, listed: tuple[Role, str]) -> None:
        named = [(s, e) for s, e in self.actors.within(sentence.span) if isinstance(e, Person | Organization)]
        persons = [(s, e) for s, e in named if isinstance(e, Person)] or (named if listed[0] == "organizer" else [])
        if persons:
            occasion.parts.append((persons[0][1], listed[0], persons[0][0], listed[1]))


def _is_host(host: Token, span: Span, verb: Token | None) -> bool:
    """Tell whether a name belongs to whom the words for the host name.

    The parser may hang the guest's name on them, which stands on the other side of an active `verb`.
    """
    inside = any(span.overlaps(t.span) for t in host.subtree if t.dep != "conj")
    return inside and (verb is None or host.i > verb.i or span.start < verb.start)
