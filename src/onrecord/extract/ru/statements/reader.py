"""Who said what in Russian text: clauses with что, quotations, dash-led speech, objects and infinitives of reporting."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses, passives, quotations
from onrecord.extract.ru.names import kazakh, people
from onrecord.extract.ru.quotations import Quote
from onrecord.extract.ru.statements import attributions, headlines, led, objects, quoting, turns
from onrecord.extract.ru.statements.speakers import WHOSE, Speakers
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Document, Organization, Person, Phrase, Position, Span, Statement, Who, trimmed

FEWEST_WORDS = 4
"""Words that a content must have (the annotation guidelines)."""

_ASKED = frozenset({"мы", "вы", "ты", "вам", "тебе", "вами", "тобой"})
"""Whom a question asks, of whom it tells nothing: Вы уверены, что …?"""

_STRIP = " ,;.\n–—-:"


class Reader:
    """Reads the statements of one document, sentence by sentence."""

    def __init__(self, document: Document, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self.text = document.text
        self.document = document
        self.reading = reading
        self.entities = entities
        self.speakers = Speakers(reading, entities, positions)
        self.found: list[Statement] = []
        self.aside: Span | None = None
        """The words of the sentence at hand that say by whom all of it is told: …, как сообщил X."""
        self.attributed: dict[int, tuple[tuple[Span, ...], Span]] = {}
        """Speech led by a dash with its attribution, by paragraph, until the text has come there."""

    def read(self) -> tuple[Statement, ...]:
        """Return the statements, in text order."""
        spoken_parts = self._led_paragraphs()
        said = turns.find(self.reading, self.entities)
        self._turns(said)
        for sentence in self.reading.sentences:
            paragraph = self.reading.paragraphs[sentence.paragraph]
            if paragraph.kind in ("title", "heading") and not sentence.span.of(self.text).endswith("."):
                continue
            spoken = spoken_parts.get(sentence.paragraph)
            turn = said.get(sentence.paragraph)
            if turn is not None:
                self._in_turn(sentence, turn)
                continue
            waiting = self.attributed.pop(sentence.paragraph, None)
            if waiting is not None:
                self._attributed(*waiting)
            self._sentence(sentence, spoken)
        for words, cue, speaker in kazakh.said(self.reading, self.entities):
            if not any(span.overlaps(words) for s in self.found for span in s.content_spans):
                self._add([words], True, cue, "said", speaker, "kazakh-quotation")
        quoted = headlines.quoted(self.document, self.entities, self.found)
        if quoted is not None:
            self._add([quoted[0]], True, None, "said", quoted[1], "headline")
        self.found = [s for s in self.found if not led.is_own_thought(s, self.found)]
        self.found.sort(key=lambda s: (s.content_spans[0], s.content_spans[-1].end))
        return tuple(replace(s, id=f"s{k}") for k, s in enumerate(self.found, 1))

    # -- speech led by a dash

    def _led_paragraphs(self) -> dict[int, tuple[Span, ...]]:
        """Read the paragraphs that a dash leads; return which words of each are speech."""
        speech = led.read(self.text, self.reading)
        self.attributed = speech.attributed
        if speech.answers and (person := self._interviewee()):
            for parts in speech.answers:
                self._add(list(parts), True, None, "said", (person, None), "led-speech")
        return speech.parts

    def _turns(self, said: dict[int, turns.Turn]) -> None:
        """Add what is said in each turn of a transcript, with the paragraphs that go on with it."""
        whole: list[tuple[turns.Turn, list[Span]]] = []
        for number, turn in sorted(said.items()):
            if whole and number - 1 in said and turn.speaker is not None and turn.speaker == whole[-1][0].speaker:
                whole[-1][1].append(turn.words)
            else:
                whole.append((turn, [turn.words]))
        for turn, parts in whole:
            if turn.speaker is not None:
                self._add(parts, True, None, "said", turn.speaker, "turn")

    def _in_turn(self, sentence: Sentence, turn: turns.Turn) -> None:
        """Read what a turn reports of others: X утверждает, что …; what the speaker thinks is the turn itself."""
        me = turn.speaker[0] if turn.speaker is not None else None
        before = len(self.found)
        self.speakers.floor = turn.words.start
        self._sentence(sentence, (turn.words,), me)
        self.speakers.floor = 0
        own = {id(s) for s in self.found[before:] if s.speaker is None or s.speaker is me}
        self.found = [s for s in self.found if id(s) not in own]

    def _attributed(self, parts: tuple[Span, ...], attribution: Span) -> None:
        tokens = self.reading.between(attribution)
        verb = next((t for t in tokens if cues.manner("clause", t.text)), None)
        first = tokens[0] if tokens else None
        if verb is None and first is not None and first.tag.startswith("VERB Fin") and self.speakers.of_verb(first) is not None:
            verb = first  # – вздохнула X: any verb, right behind the dash
        if verb is None:
            return
        attribution = Span(attribution.start, attributions.before_carrier(verb, attribution.end))
        named = [(s, e) for s, e in self.entities.within(attribution) if isinstance(e, Person | Organization)]
        named = [pair for pair in named if isinstance(pair[1], Person)] or named
        subject = verb.child("nsubj")
        pronoun = subject is not None and attribution.contains(subject.span) and subject.tag.startswith("PRON")
        office = subject is not None and people.is_title(subject) and not any(isinstance(who, Person) for who, _ in named)
        if pronoun or office or cues.is_impersonal(verb.text):  # – подчеркнул генсек ООН
            named = []
        speaker: tuple[Who, Span | None] | None = (named[-1][1], named[-1][0]) if named else self.speakers.of_verb(verb)
        if named:
            self.speakers.last = named[-1][1] if isinstance(named[-1][1], Person | Organization) else None
        cue = self._cue(verb)
        self._add(list(parts), True, cue, cues.manner("clause", verb.text) or "said", speaker, "led-speech")

    def _interviewee(self) -> Person | None:
        """The person whom an interview is with: named in the title, else first in the text."""
        title = self.document.title_span
        inside = [e for _, e in self.entities.within(title) if isinstance(e, Person)] if title else []
        return inside[0] if inside else (self.entities.persons[0] if self.entities.persons else None)

    # -- sentences

    def _sentence(self, sentence: Sentence, spoken: tuple[Span, ...] | None, me: Person | None = None) -> None:
        quoted = quotations.quotes(self.text, sentence.span)
        self.aside = None
        if self._according_to(sentence) or self._as_clause(sentence):
            return
        self.speakers.me = me or (self._interviewee() if spoken else None)
        if not spoken and (self._about_this(sentence) or self._between_commas(sentence, quoted)):
            return
        used = {quote.outer.start for quote in quoted if self._interrupted(quote) or self._with_words(sentence, quote)}
        for token in sentence.tokens:
            if not (token.tag.startswith("VERB") or cues.is_short(token.text)) or (
                any(q.inner.contains(token.span) for q in quoted) and len(sentence.tokens) > 3
            ):
                continue
            if spoken and (not any(part.contains(token.span) for part in spoken) or quoting.is_own(token)):
                continue
            self._verb(sentence, token, quoted, used)
        self._continued(sentence, quoted, used)
        self._topic(sentence)

    def _interrupted(self, quote: Quote) -> bool:
        """Read a quotation whose attribution stands inside its marks: «…, – сказал X. – …»."""
        speech = quotations.interrupted(self.text, quote.inner)
        if speech is None or speech.attribution is None:
            return False
        before = len(self.found)
        self._attributed(speech.parts, speech.attribution)
        return len(self.found) > before

    def _with_words(self, sentence: Sentence, quote: Quote) -> bool:
        """Read «…», – с этих слов начал доклад X."""
        cue = quoting.words_behind(self.text, quote, sentence.span)
        rest = self.entities.within(Span(cue.end, sentence.span.end)) if cue is not None else ()
        speaker: tuple[Who, Span | None] | None = next(((e, s) for s, e in rest if isinstance(e, Person)), None)
        behind = self.reading.between(Span(cue.start, sentence.span.end)) if cue is not None else []
        verb = next((t for t in behind if t.tag.startswith("VERB Fin")), None)
        speaker = speaker or (self.speakers.of_verb(verb) if verb is not None else None)  # – так начал лекцию посол
        if speaker is not None:
            self._add([quotations.stripped(self.text, quote.inner)], True, cue, "said", speaker, "quotation")
        return speaker is not None

    def _as_clause(self, sentence: Sentence) -> bool:
        """Read Как подчеркнул X, …: the rest of the sentence, where it is no quotation."""
        tokens = sentence.tokens
        verb = tokens[1] if len(tokens) > 2 and tokens[0].lower == "как" else None
        manner = cues.manner("clause", verb.text) if verb is not None else None
        comma = next((t for t in tokens[2:18] if t.text == "," and self.entities.at(t) is None), None)
        if verb is None or manner is None or comma is None or comma is tokens[-1]:
            return False
        if attributions.only_carries(self.entities, verb, comma, sentence):
            return False
        if self.reading.tokens[comma.i + 1].text in ("«", '"', "который", "которая", "которые"):
            return False
        speaker = self.speakers.of_verb(verb)
        if speaker is None and verb.lower.endswith("ся"):
            return False  # Как сообщается, …: nobody is named
        self._add([self._behind(sentence, comma)], False, verb.span, manner, speaker, "as-clause")
        return True

    def _between_commas(self, sentence: Sentence, quoted: list[Quote]) -> bool:
        """Read …, сообщила X. and …, по данным X, …: the words outside the attribution."""
        found = attributions.find(sentence, self.entities)
        if found is None:
            return False
        before = len(self.found)
        parts = [trimmed(self.text, *part, _STRIP) for part in found.parts]
        if found.source is not None:
            preposition = next(t for t in reversed(sentence.tokens) if t.i < found.head.i and t.tag.startswith("ADP"))
            cue, manner = Span(preposition.start, found.head.end), "said"
            speaker = self._source(list(found.source), self.reading.tokens[preposition.i + 1])
        else:
            cue, manner = found.head.span, cues.manner("clause", found.head.text) or "said"
            speaker = self.speakers.of_verb(found.head)
        whole = [q for q in quoted if len(parts) == 1 and parts[0] == trimmed(self.text, *q.outer, _STRIP)]
        inside = [q for q in quoted if any(p.overlaps(q.outer) for p in parts)]
        if inside and found.aside is not None:
            return False  # «…», – сказал X: a quotation
        if speaker is not None and (whole or not inside):
            said = [quotations.stripped(self.text, whole[0].inner)] if whole else parts
            self._add(said, bool(whole), cue, manner, speaker, "between-commas")
        if len(self.found) > before and found.aside is not None:
            self.aside = found.aside
            return False
        return len(self.found) > before

    def _about_this(self, sentence: Sentence) -> bool:
        """Read Об этом сообщил X: the sentence before, where nobody else says it."""
        told = attributions.about_this(self.reading, sentence)
        speaker = self.speakers.of_verb(told[1]) if told is not None else None
        inner = [s for s in self.found if told is not None and any(told[0].contains(span) for span in s.content_spans)]
        if told is None or speaker is None or any(isinstance(s.speaker, Person | Organization) for s in inner):
            return False
        self.found = [s for s in self.found if s not in inner]  # Казахстан доказал, что …. Такое мнение высказал X
        self._add([told[0]], False, told[1].span, cues.manner("clause", told[1].text) or "said", speaker, "about-this")
        return True

    def _topic(self, sentence: Sentence) -> None:
        """Keep the subject of the sentence for the pronoun of the next."""
        for root in sentence.roots:
            subject = root.child("nsubj") or self.speakers.right_before(root)
            who = self.speakers.named(subject) if subject is not None else None
            if who is not None:
                self.speakers.last = who
                self.speakers.learn(who, root)

    def _verb(self, sentence: Sentence, verb: Token, quoted: list[Quote], used: set[int]) -> None:
        manner = None if clauses.is_editors(verb) else cues.manner("clause", verb.text)
        free = [q for q in quoted if q.outer.start not in used]
        quote = quoting.quote_of(self.reading, verb, free, quoted) if manner or verb.child("nsubj") else None
        if cues.is_impersonal(verb.text) and self.speakers.of_verb(verb) is None:
            return
        if manner is None and quote is not None and quoting.is_attribution(self.reading, self.speakers, verb, quote):
            manner = "said"
        if manner and quote is not None:
            used.add(quote.outer.start)
            self._add(
                [quotations.stripped(self.text, quote.inner)],
                True,
                self._cue(verb),
                manner,
                self.speakers.of_verb(verb),
                "quotation",
            )
            return
        clause = clauses.behind_that(self.reading, verb)
        phrased = clause is not None and clause[1] != verb.span and not verb.tag.startswith("VERB Part")
        if clause is not None and not clauses.is_editors(verb) and (manner or phrased):
            content, cue = clause
            content = Span(content.start, self.aside.start) if self.aside and content.contains(self.aside) else content
            self._add([content], False, cue, manner or "said", self.speakers.of_verb(verb), "that-clause")
            return
        question = clauses.asked(self.reading, verb) if manner in ("asked", "said") else None
        if question is not None and model.lemma(verb.text) in vocabulary.words("cues", "asking"):
            asker = self.speakers.of_verb(verb)
            if asker is not None and isinstance(asker[0], Person):
                self._add([question], False, verb.span, "asked", asker, "that-clause")
            return
        if manner and self._behind_colon(sentence, verb, quoted, manner):
            return
        infinitive = cues.manner("infinitive", verb.text)
        inner = verb.child("xcomp", "ccomp", "csubj") or clauses.near_infinitive(self.reading, verb)
        if infinitive and inner is not None and "Inf" in inner.tag:
            content, speaker = clauses.extent(inner, verb), self.speakers.of_verb(verb)
            if speaker is not None or (not verb.tag.startswith("ADJ") and not passives.is_passive(verb)):  # решено провести
                self._add([content], False, self._cue(verb), infinitive, speaker, "infinitive")
            return
        self._object(sentence, verb)

    def _behind_colon(self, sentence: Sentence, verb: Token, quoted: list[Quote], manner: str) -> bool:
        """Read X убежден: … and Y уточнила: … where no quotation marks stand."""
        colon = attributions.colon_behind(verb) if " Plur" not in verb.tag or verb.child("nsubj") is not None else None
        if colon is None or any(q.outer.start > verb.end for q in quoted):
            return False
        content = trimmed(self.text, attributions.behind_particle(colon).end, sentence.span.end, _STRIP)
        speaker = self.speakers.of_verb(verb) or self.speakers.before(verb)
        self._add([content], False, verb.span, manner, speaker, "behind-colon")
        return True

    def _object(self, sentence: Sentence, verb: Token) -> None:
        found = objects.find(self.reading, self.entities, sentence, verb)
        if found is not None:
            content, manner = found
            cue = self._cue(verb)
            cue = verb.span if content.overlaps(cue) else cue  # выразил обеспокоенность в связи с …
            self._add([content], False, cue, manner, self.speakers.of_verb(verb), "object")

    def _continued(self, sentence: Sentence, quoted: list[Quote], used: set[int]) -> None:
        """A sentence that is a quotation alone goes on with the quotation before it."""
        if not (quoted and self.found) or used:
            return
        quote, before = quoted[0], self.found[-1]
        alone = quote.outer.start - sentence.span.start <= 2 and sentence.span.end - quote.outer.end <= 1
        near = 0 <= quote.outer.start - before.content_spans[-1].end < 120
        if alone and near and before.direct and "\n" not in self.text[before.content_spans[-1].end : quote.outer.start]:
            inner = quotations.stripped(self.text, quote.inner)
            self.found[-1] = replace(
                before, content=(*before.content, inner.of(self.text)), content_spans=(*before.content_spans, inner)
            )

    def _according_to(self, sentence: Sentence) -> bool:
        """По словам X, …: the rest of the sentence."""
        tokens = sentence.tokens
        for k, token in enumerate(tokens[:-2]):
            noun = next((t for t in tokens[k + 1 : k + 3] if cues.is_source(token.text, t.text)), None)
            if noun is None:
                continue
            if k and tokens[k - 1].text not in ("–", ".", ":"):
                continue
            comma = next((t for t in tokens[k + 2 :] if t.text == "," and self.entities.at(t) is None), None)
            if comma is None or comma.i - token.i > 16:
                return False
            source = tokens[noun.i - tokens[0].i + 1 : comma.i - tokens[0].i]
            if k and tokens[k - 1].text == ":":  # Его поддержала X: по её мнению, …
                self.speakers.before(token)
            speaker = self._source(source, tokens[k + 1])
            content = self._behind(sentence, comma)
            cue = Span(token.start, noun.end)
            whole = next((q for q in quotations.quotes(self.text, sentence.span) if q.outer == content), None)
            said = quotations.stripped(self.text, whole.inner) if whole is not None else content
            self._add([said], whole is not None, cue, "said", speaker, "according-to")
            return True
        return False

    def _behind(self, sentence: Sentence, comma: Token) -> Span:
        """Return what a sentence says behind the words for its source, which end at this comma or describe somebody further."""
        tokens = sentence.tokens
        at = comma.i - tokens[0].i
        ends = attributions.past_description(sentence, self.entities, at)
        ends = at if ends >= len(tokens) - 1 else ends  # nothing would be said
        return trimmed(self.text, tokens[ends].end, tokens[-1].end, _STRIP)

    def _source(self, source: list[Token], possessive: Token) -> tuple[Who, Span] | None:
        if not source:
            last = self.speakers.last
            return (last, possessive.span) if last is not None and possessive.lower in WHOSE else None  # по некоторым данным
        named = [
            (s, e)
            for s, e in self.entities.within(Span(source[0].start, source[-1].end))
            if isinstance(e, Person | Organization)
        ]
        if named and model.lemma(source[0].text) not in vocabulary.words("cues", "unnamed_sources"):
            persons = [pair for pair in named if isinstance(pair[1], Person)] or named
            self.speakers.last = persons[-1][1] if isinstance(persons[-1][1], Person | Organization) else None
            return persons[-1][1], persons[-1][0]
        head = next((t for t in source if t.tag.startswith(("NOUN", "PRON"))), source[0])
        return self.speakers.of_phrase(head)

    def _cue(self, verb: Token) -> Span:
        target = verb.child("obj", "obl")
        if target is not None and model.lemma(target.text) in vocabulary.words("cues", "phrases") and 0 < target.i - verb.i < 3:
            return Span(verb.start, target.end)
        return verb.span

    def _add(
        self, spans: list[Span], direct: bool, cue: Span | None, manner: str, speaker: tuple[Who, Span | None] | None, rule: str
    ) -> None:
        told = spans if direct else [attributions.without_carrier(self.reading, self.entities, span) for span in spans]
        kept = [trimmed(self.text, *span, _STRIP) for span in told]
        whole = quotations.within_marks(self.text, kept[0]) if len(kept) == 1 else None
        if whole is not None:
            kept, direct = [whole], True
        kept = [quotations.closed(self.text, span) for span in kept if span.end > span.start]
        if sum(len(re.findall(r"\w+", span.of(self.text))) for span in kept) < FEWEST_WORDS:
            return
        if cue is not None and any(span.overlaps(cue) for span in kept):
            return
        who, at = speaker if speaker else (None, None)
        if isinstance(who, Phrase) and who.words.lower() in _ASKED:
            return
        self.found.append(
            Statement(
                "",
                tuple(span.of(self.text) for span in kept),
                tuple(kept),
                speaker=who,
                speaker_span=at if at is not None else (who.span if isinstance(who, Phrase) else None),
                direct=direct,
                cue=cue.of(self.text) if cue else "",
                cue_span=cue,
                manner=manner,
                rule=rule,
            )
        )


def find(document: Document, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> tuple[Statement, ...]:
    """Return the statements of a Russian document, in text order."""
    return Reader(document, reading, entities, positions).read()
