"""Of which occasion the text tells at a place."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.time import is_margin
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Span

_SECTION = re.compile(r"\s*(?:\d{1,2}[.)]\s+|[IVX]{1,4}\.\s+)?[^a-z\n]{8,}$")


def _is_told_after(told: Token, mention: Mention) -> bool:
    """Tell whether an occasion is one more, of a clause joined behind a verb: "X made remarks, and a show was opened by Y"."""
    later = mention.verb is not None and clauses.is_verb(told) and told in clauses.joined_verbs(mention.verb)
    return later and mention.at > told.start and not mention.refers_back


class Story:
    """Of which occasion the text tells at a place: the last one mentioned in the paragraph, else the one told before it.

    Args:
        document: the document.
        reading: its parse.
        occasions: its occasions.
        main: the one that the page is about.
    """

    def __init__(self, document: Document, reading: Reading, occasions: list[Occasion], main: Occasion | None) -> None:
        self.main = main
        self._reading = reading
        self._mentions = sorted(
            ((m.at, o, m) for o in occasions for m in o.mentions if not m.title), key=lambda triple: triple[0]
        )
        self._sections = [
            p.span.start
            for p in document.readable()
            if p.kind in ("heading", "title") or _SECTION.match(p.span.of(document.text).strip())
        ]

    def at(self, place: int) -> Occasion | None:
        """Return the occasion that the sentence at a place mentions, else the last one that its paragraph mentions before."""
        tokens = self._reading.between((place, place + 1))
        if not tokens:
            return None
        sentence = self._reading.sentence_of(tokens[0])
        here = [each for each in self._within(sentence.span) if not _is_told_after(tokens[0], each[2])]
        if here:
            return min(((abs(at - place), n, o) for n, (at, o, _) in enumerate(here)), key=lambda found: found[:2])[2]
        paragraph = self._reading.paragraphs[sentence.paragraph].span
        before = [(o, m) for at, o, m in self._within(paragraph) if at < sentence.span.start]
        told = [o for o, m in before if not is_margin(m)] or [o for o, _ in before]  # not that on the margins of which two met
        return told[-1] if told else None

    def before(self, place: int) -> list[Occasion]:
        """Return the occasions that earlier paragraphs of the same section tell of, the last one first."""
        at = bisect_right(self._sections, place)
        start = self._sections[at - 1] if at else 0
        return list(dict.fromkeys(o for _, o, _ in reversed(self._within(Span(start, place)))))

    def _within(self, span: Span) -> list[tuple[int, Occasion, Mention]]:
        return [triple for triple in self._mentions if span.start <= triple[0] < span.end]
