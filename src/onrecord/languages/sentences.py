"""The sentence around a span, found by marks alone: what a reader is shown as evidence.

Extraction works on the sentences of a parse; this is for showing, where no parse is at hand. It never cuts a span, and
prefers a sentence too long to one too short.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import abbreviations
from onrecord.model.span import Span, trimmed

_END = re.compile(r"(?<=[.!?…。])[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[^\W_a-zа-я])")
"""A mark that ends a sentence, what closes behind it, and white space before a letter that is not small."""


def sentence_around(text: str, span: tuple[int, int]) -> Span:
    """Return the sentence or sentences of `text` that hold `span`; a line break always ends a sentence."""
    first = text.rfind("\n", 0, span[0]) + 1
    last = text.find("\n", span[1])
    last = len(text) if last < 0 else last
    start, end = first, last
    for match in _END.finditer(text, first, last):
        if _no_end().search(text, first, match.start()):
            continue
        if match.end() <= span[0]:
            start = match.end()
        elif match.start() >= span[1]:
            end = match.start() + len(match.group().rstrip())
            break
    return trimmed(text, start, end)


@cache
def _no_end() -> re.Pattern[str]:
    """Abbreviations and initials, whose full stop does not end a sentence."""
    return re.compile(rf"(?:\b(?:{abbreviations.either()})|\b[^\W\d_](?:\.[^\W\d_])*)\.$")
