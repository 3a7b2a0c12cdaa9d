"""What all rules of attribution look things up in: one document's reading, its quotations and its names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from onrecord.extract.entities import Entities
from onrecord.languages.en.cues import Cue, Cues, cues
from onrecord.languages.en.quotation import Quotation, find_quotations
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span

_PARTICLES = ("prt", "acomp", "oprd", "advmod", "ccomp", "xcomp")


@dataclass(slots=True)
class Found:
    """A statement before its speaker is resolved.

    Attributes:
        parts: the content, in text order.
        cue: the reporting words, in text order; empty for a quotation that has none.
        speaker: the head word of the speaker, or None.
        manner: see data/cues.yml.
        rule: the rule that found it.
        relay: the head word of the medium through which the words came, or None.
        mention: the relative pronoun that stands for the speaker at the cue ("the envoy, who said …"), or None.
    """

    parts: list[Span]
    cue: list[Token]
    speaker: Token | None
    manner: str
    rule: str
    relay: Token | None = None
    mention: Token | None = None


@dataclass(slots=True)
class Passage:
    """A paragraph's number, its quotations, and the tokens that stand outside of these."""

    number: int
    span: Span
    quotations: list[Quotation]
    tokens: list[Token]
    outside: list[Token] = field(repr=False)


class Context:
    """One document as the rules of attribution see it."""

    def __init__(self, reading: Reading, entities: Entities) -> None:
        self.reading = reading
        self.text = reading.text
        self.entities = entities
        self.cues: Cues = cues()
        self._quotation_of: dict[int, Quotation] = {}
        self.passages: list[Passage] = []
        self.relays: dict[int, Token] = {}
        """Reporting verbs by index whose words came through a medium ("according to the agency, he said …")."""
        by_paragraph: dict[int, list[Token]] = {}
        for sentence in reading.sentences:
            by_paragraph.setdefault(sentence.paragraph, []).extend(sentence.tokens)
        alone = len(reading.paragraphs) == 1  # a page of one line says in it what it says
        for number, paragraph in enumerate(reading.paragraphs):
            unread = paragraph.kind == "dateline" or (paragraph.kind == "title" and not alone)
            if unread or (paragraph.kind == "heading" and not _announces(self.text, paragraph.span)):
                continue
            self.passages.append(self._passage(number, paragraph.span, by_paragraph.get(number, [])))

    def _passage(self, number: int, span: Span, tokens: list[Token]) -> Passage:
        quotations = find_quotations(self.text, *span)
        at = 0
        for quotation in quotations:
            while at < len(tokens) and tokens[at].end <= quotation.outer.start:
                at += 1
            k = at
            while k < len(tokens) and tokens[k].start < quotation.outer.end:
                self._quotation_of[tokens[k].i] = quotation
                k += 1
        return Passage(number, span, quotations, tokens, [t for t in tokens if t.i not in self._quotation_of])

    @cached_property
    def read(self) -> set[int]:
        """The numbers of the paragraphs that are read for statements."""
        return {passage.number for passage in self.passages}

    def quotation_of(self, token: Token) -> Quotation | None:
        """Return the quotation in which the token stands, or None."""
        return self._quotation_of.get(token.i)

    def verb(self, token: Token) -> Cue | None:
        """Return the cue that a verb is, with its particle or fixed preposition where the vocabulary has one."""
        if token.tag[:2] != "VB" or token.dep in ("aux", "auxpass"):
            return None
        verbs = self.cues.verbs
        follower = token.nbor()
        if follower is not None and follower.lower in self.cues.particles:
            longer = verbs.get(f"{token.lower} {follower.lower}")
            second = follower.nbor()
            if second is not None and (longest := verbs.get(f"{token.lower} {follower.lower} {second.lower}")):
                return longest
            if longer:
                return longer
        particles = (c for c in token.rights if c.dep in _PARTICLES and c.lower in self.cues.particles)
        particle = next(particles, None)
        if particle is not None and (phrasal := verbs.get(f"{token.lower} {particle.lower}")):
            return phrasal
        return verbs.get(token.lower)

    def cue_tokens(self, token: Token, cue: Cue) -> list[Token]:
        """Return the words of a verbal cue: the verb and its particles."""
        words = [token]
        for particle in cue.base.split()[1:]:
            found = next((t for t in self.reading.tokens[words[-1].i + 1 : words[-1].i + 12] if t.lower == particle), None)
            if found is not None:
                words.append(found)
        return words


def _announces(text: str, span: Span) -> bool:
    """Tell whether a short line ends with a colon: it may say who speaks in the next paragraph ("The ministry said:")."""
    return span.of(text).rstrip().endswith(":")
