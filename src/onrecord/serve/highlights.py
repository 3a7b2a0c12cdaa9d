"""Words marked in a text: the sentence of a fact, and a whole page with facts that nest and overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from onrecord.model import Span
from onrecord.model.recorded import Evidence
from onrecord.record.catalogue import Fact
from onrecord.serve.safe_text import harmless

AROUND = 300
"""Code points of a sentence that are shown before the first and behind the last marked word."""


def marked(evidence: Evidence) -> Markup:
    """Return the sentence of a fact with its words in `<mark>`, cut far from them where it is very long."""
    return highlighted(evidence.sentence, Span(0, len(evidence.sentence)), evidence.marks)


def highlighted(text: str, span: Span, marks: Iterable[Span], around: int = AROUND) -> Markup:
    """Return a part of a text with words in it in `<mark>`; what is very long is cut far from them.

    Args:
        text: the whole text.
        span: the part of it that is wanted.
        marks: where the words stand in the text.
        around: code points that are shown at most before the first and behind the last of them.
    """
    spans = sorted(mark for mark in marks if mark.overlaps(span))
    first = spans[0].start if spans else span.start
    last = max((mark.end for mark in spans), default=span.start)
    start, end = max(span.start, first - around), min(span.end, last + around)
    parts = [Markup("… ") if start > span.start else Markup()]
    at = start
    for mark in spans:
        if mark.end <= at:
            continue
        inside = text[max(mark.start, at) : min(mark.end, span.end)]
        if len(inside) > 4 * AROUND:
            inside = f"{inside[: 2 * AROUND]} … {inside[-2 * AROUND :]}"
        parts += [_plain(text[at : mark.start]), Markup("<mark>%s</mark>") % harmless(inside)]
        at = mark.end
    parts += [_plain(text[at:end]), Markup(" …") if end < span.end else Markup()]
    return Markup().join(parts)


_CHANGED = re.compile(r"\[-(.+?)-\]|\{\+(.+?)\+\}")


def word_diff(text: str) -> Markup:
    """Return a sentence with what a word diff in it leaves out in `<del>` and what it puts in in `<ins>`.

    Args:
        text: as `review.conflicts.quotations` words the reason of a contradiction: "beginning [-next-] {+this+} year".
    """
    parts, at = [], 0
    for found in _CHANGED.finditer(text):
        gone, come = found.groups()
        changed = Markup("<del>%s</del>") % harmless(gone) if gone else Markup("<ins>%s</ins>") % harmless(come)
        parts += [_plain(text[at : found.start()]), changed]
        at = found.end()
    return Markup().join([*parts, _plain(text[at:])])


def _plain(text: str) -> Markup:
    return escape(harmless(text))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that the same facts cover, the innermost (shortest) first; `sought` where the reader came for it."""

    text: str
    start: int
    facts: tuple[Fact, ...]
    sought: bool = False


def pieces(text: str, span: Span, facts: Iterable[Fact], sought: Sequence[Span] = ()) -> list[Piece]:
    """Cut a part of a text where any fact begins or ends, so that facts may nest and overlap.

    Args:
        text: the whole text.
        span: the part of it that is wanted.
        facts: those that may cover some of it.
        sought: what the reader came for.

    Returns:
        The pieces in order; their texts joined are the part, to the letter.
    """
    covering = [
        (max(s.start, span.start), min(s.end, span.end), fact) for fact in facts for s in fact.spans if s.overlaps(span)
    ]
    looked_for = [Span(max(s.start, span.start), min(s.end, span.end)) for s in sought if s.overlaps(span)]
    cuts = {span.start, span.end, *(cut for a, b, _ in covering for cut in (a, b)), *(cut for s in looked_for for cut in s)}
    bounds = sorted(cuts)
    starting: dict[int, list[tuple[int, Fact]]] = {}
    for a, b, fact in covering:
        starting.setdefault(a, []).append((b, fact))
    open_facts: list[tuple[int, Fact]] = []
    made = []
    for a, b in pairwise(bounds):
        open_facts = [(end, fact) for end, fact in open_facts if end > a] + starting.get(a, [])
        inner = sorted((fact for _, fact in open_facts), key=_length)
        made.append(Piece(text[a:b], a, tuple(inner), any(s.start <= a and b <= s.end for s in looked_for)))
    return made


def _length(fact: Fact) -> tuple[int, str, str]:
    return sum(span.end - span.start for span in fact.spans[:1]), fact.kind, fact.key
