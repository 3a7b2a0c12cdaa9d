"""Quotations and who is quoted: by a cue in the sentence, by a colon before, or by the turn of speech that goes on."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.en.statements import quoted_cues
from onrecord.extract.en.statements.context import Context, Found, Passage
from onrecord.extract.en.statements.quoted_cues import Attribution
from onrecord.extract.en.statements.speakers import speaker_of
from onrecord.languages.en.quotation import Quotation
from onrecord.languages.reading import Token
from onrecord.model import Span


@dataclass(slots=True)
class Turn:
    """A quotation that has its speaker, and the paragraph in which it stands."""

    quotation: Quotation
    statement: Found
    paragraph: int


class Turns:
    """Attributes the quotations of a document, paragraph by paragraph."""

    def __init__(self, context: Context, labelled: set[int]) -> None:
        """Read the quotations of all paragraphs but those that a transcript labels."""
        self.context = context
        self.labelled = labelled
        self.found: list[Found] = []
        self.used: set[int] = set()
        self._open: Found | None = None
        self._announced: Attribution | None = None
        self._last: Turn | None = None

    def read(self) -> list[Found]:
        """Return the statements made by quotation, in text order; `used` then holds the tokens of their cues."""
        for passage in self.context.passages:
            if passage.number not in self.labelled:
                self._read(passage)
        return self.found

    def _read(self, passage: Passage) -> None:
        opened, announced = self._open, self._announced
        self._open = None
        if opened is not None and (end := self._closing_mark(passage)) is not None:
            opened.parts[-1] = Span(opened.parts[-1].start, end)
            opened = None
        for k, quotation in enumerate(passage.quotations):
            attribution = quoted_cues.attribution(self.context, passage, quotation)
            starts = k == 0 and not self.context.text[passage.span.start : quotation.outer.start].strip()
            if attribution is not None:
                statement: Found | None = self._attributed(passage, quotation, attribution)
            elif starts and opened is not None:
                opened.parts[-1] = Span(opened.parts[-1].start, quotation.inner.end)
                statement = opened
            elif starts and announced is not None:
                statement = self._add(quotation, announced)
            else:
                statement = self._floating(passage, k, quotation) if self._begins_sentence(passage, quotation) else None
            if statement is None:
                continue
            self._last = Turn(quotation, statement, passage.number)
            if not quotation.closed and quotation.outer.end >= passage.span.end - 1:
                self._open = statement
        self._announced = quoted_cues.announcement(self.context, passage)

    def _closing_mark(self, passage: Passage) -> int | None:
        """Return where a quotation ends that the paragraph before left open and that this one does not open anew."""
        text = passage.span.of(self.context.text)
        at = next((k for k, character in enumerate(text) if character in '"”“'), None)
        closes = (
            at is not None and at > 0 and not text[at - 1].isspace() and (at + 1 == len(text) or not text[at + 1].isalnum())
        )
        return passage.span.start + at if closes and at is not None else None

    def _attributed(self, passage: Passage, quotation: Quotation, attribution: Attribution) -> Found:
        last = self._last
        if last and last.statement.cue and attribution.cue and last.statement.cue[0] is attribution.cue[0]:
            if last.paragraph == passage.number:
                last.statement.parts.append(quotation.inner)
            else:
                last.statement.parts[-1] = Span(last.statement.parts[-1].start, quotation.inner.end)
            return last.statement
        found = self._add(quotation, attribution)
        start = quoted_cues.clause_start(self.context, passage, quotation)
        if attribution.rule == "cue-then-quotation":
            start = quoted_cues.reported_start(self.context, attribution.cue[-1], quotation)
        if start is not None:
            found.parts = [Span(start, quotation.inner.end)]
        elif attribution.rule == "cue-then-quotation":
            interrupted = quoted_cues.clause_before(self.context, attribution.cue[0], quotation)
            found.parts = [interrupted, *found.parts] if interrupted is not None else found.parts
        return found

    def _add(self, quotation: Quotation, attribution: Attribution) -> Found:
        self.used.update(token.i for token in attribution.cue)
        found = Found([quotation.inner], attribution.cue, attribution.speaker, attribution.manner, attribution.rule)
        self.found.append(found)
        return found

    def _floating(self, passage: Passage, k: int, quotation: Quotation) -> Found | None:
        """Attribute a quotation whose sentence has no cue."""
        last = self._last if self._last and self._last.paragraph == passage.number else None
        if last and self._follows_directly(last, quotation):
            last.statement.parts.append(quotation.inner)
            return last.statement
        if not self._is_speech(passage, quotation):
            return None
        if (ahead := self._attribution_ahead(passage, k) or self._attribution_below(passage, quotation)) is not None:
            return self._add(quotation, ahead)
        speaker, rule = self._speaker_of_turn(passage, quotation, last)
        return self._add(quotation, Attribution([], speaker, "said", rule)) if speaker is not None else None

    def _speaker_of_turn(self, passage: Passage, quotation: Quotation, last: Turn | None) -> tuple[Token | None, str]:
        """Return who goes on speaking: the reporter of the sentence or the turn before, or who is in focus."""
        if (reporter := self._reporter_before(passage, quotation)) is not None:
            return reporter, "after-indirect"
        if last is not None:
            return last.statement.speaker, "same-turn"
        if self._last is not None and self._last.paragraph >= passage.number - 1:
            return self._last.statement.speaker, "turn-goes-on"
        return self._focus(quotation), "floating-quotation"

    def _reporter_before(self, passage: Passage, quotation: Quotation) -> Token | None:
        """Return the speaker of the sentence before a quotation in its paragraph, where that sentence reports something."""
        tokens = [t for t in passage.tokens if t.end <= quotation.outer.start]
        if not tokens:
            return None
        for token in self.context.reading.sentence_of(tokens[-1]).tokens:
            cue = self.context.verb(token)
            main = token.dep == "ROOT" or (token.dep == "conj" and token.head.dep == "ROOT")
            if cue is not None and main and "speech" in cue.takes and self.context.quotation_of(token) is None:
                return speaker_of(self.context, token)
        return None

    def _attribution_ahead(self, passage: Passage, k: int) -> Attribution | None:
        """Read "…" "…," X said: two quotations side by side, of which the second has the cue."""
        if k + 1 >= len(passage.quotations):
            return None
        quotation, following = passage.quotations[k : k + 2]
        if self.context.text[quotation.outer.end : following.outer.start].strip():
            return None
        return quoted_cues.after(self.context, passage, following)

    def _attribution_below(self, passage: Passage, quotation: Quotation) -> Attribution | None:
        """Read a quotation that goes on in the next paragraph, where its cue stands."""
        following = next((p for p in self.context.passages if p.number == passage.number + 1), None)
        if quotation.closed or following is None or not following.quotations:
            return None
        first = following.quotations[0]
        if self.context.text[following.span.start : first.outer.start].strip():
            return None
        return quoted_cues.attribution(self.context, following, first)

    def _follows_directly(self, last: Turn, quotation: Quotation) -> bool:
        """Tell whether nothing but marks, or the attribution of the first, stands between two quotations."""
        span = (last.quotation.outer.end, quotation.outer.start)
        if not self.context.text[span[0] : span[1]].strip(" \u00a0\n.,;—–-"):
            return True
        tokens = self.context.reading.between(span)
        cue = last.statement.cue
        stops = [t for t in tokens if t.text in quoted_cues.ENDS]
        attributed = bool(cue) and any(t is cue[0] for t in tokens)
        return attributed and (not stops or (len(stops) == 1 and stops[0] is tokens[-1]))

    def _begins_sentence(self, passage: Passage, quotation: Quotation) -> bool:
        before = self.context.text[passage.span.start : quotation.outer.start].rstrip(" \u00a0\n")
        return not before or before[-1] in ".!?:”\"'’)"

    def _is_speech(self, passage: Passage, quotation: Quotation) -> bool:
        """Tell whether a quotation without a cue is speech and no title or expression: a sentence of at least four words."""
        tokens = self.context.reading.between(quotation.inner)
        behind = self.context.text[quotation.outer.end : passage.span.end].strip(" \u00a0")
        ending = quoted_cues.ending(self.context, quotation)
        complete = ending in ".!?…," or behind[:1] in (".", ",") or not quotation.closed
        words = sum(t.text.isalpha() for t in tokens)
        return words >= 4 and complete and any(t.tag in ("VBZ", "VBP", "VBD", "MD", "VB") for t in tokens)

    def _focus(self, quotation: Quotation) -> Token | None:
        """Return the person of whom the sentence before a quotation speaks."""
        tokens = [t for t in self.context.reading.tokens if t.end <= quotation.outer.start]
        if not tokens:
            return None
        sentence = self.context.reading.sentence_of(tokens[-1])
        persons = [t for t in sentence.tokens if self.context.entities.person_at(t)]
        main = [t for t in persons if t.dep == "nsubj" or (t.dep == "pobj" and t.head.lower == "by")]
        return next(iter([*main, *reversed(persons)]), None)
