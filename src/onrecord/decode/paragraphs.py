"""Plain text → the runs that read as one: lines, or blocks of lines that were broken at a width.

Pages put each paragraph on a line of its own. Mailing lists, press wires and PDF files break lines at a width and divide
paragraphs by blank lines. The two are told apart by the rule that every line breaker follows: a line ends where the next
word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from onrecord.decode import labels
from onrecord.model import PageFact, Span, trimmed

WIDEST = 130
"""Code points of the longest line that can be the work of a line breaker; mail uses 72 to 80, print up to 120."""

NARROWEST = {"ko": 28, "few": 55, "": 44}
"""Code points below which a full line is no evidence: in Korean print, in blocks of two or three lines, in others."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[•·◦▪▶►▲△○●□■◇◆※*\-–—―+]\s|\(?\d{1,2}[.)]\s|\(?[a-zA-Z가-하][.)]\s|>)")
_SENTENCE_END = re.compile(r"[.!?。…:;][\"”’'»」』)\]]*$")


def split(text: str) -> list[Span]:
    """Return the paragraphs of a text in order; every character that is not white space lies in exactly one of them."""
    spans: list[Span] = []
    for block in _blocks(text):
        spans += _joined(text, block)
    return spans


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield runs of lines between blank lines, each line without the white space around it."""
    block: list[Span] = []
    last = 0
    for match in _LINE.finditer(text):
        line = trimmed(text, *match.span(), strip=_WHITE)
        if block and len(_BREAKS.findall(text, last, match.start())) > 1:
            yield block
            block = []
        last = match.end()
        if line.start < line.end:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_WHITE = "".join(chr(c) for c in range(0x3001) if chr(c).isspace()) + "\u200b\ufeff"


def _joined(text: str, lines: list[Span]) -> list[Span]:
    """Return the lines of a block, those of a broken paragraph as one span."""
    lengths = [end - start for start, end in lines]
    width = max(lengths)
    korean = any("가" <= text[start] <= "힣" for start, _ in lines)
    narrowest = NARROWEST["ko" if korean else "few" if len(lines) < 4 else ""]
    if len(lines) < 2 or not narrowest <= width <= WIDEST:
        return lines
    stated = {line: labels.find(text, line) for line in lines}
    joins = [_runs_on(text, a, b, width, stated) for a, b in pairwise(lines)]
    open_ended = [not _SENTENCE_END.search(text, *a) for a, _ in pairwise(lines)]
    if not _is_wrapped(text, lines, joins, open_ended):
        return lines
    spans = [lines[0]]
    for line, joins_on in zip(lines[1:], joins, strict=True):
        if joins_on:
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line)
    return spans


def _is_wrapped(text: str, lines: list[Span], joins: list[bool], open_ended: list[bool]) -> bool:
    """Tell whether a block was broken at a width.

    Then most breaks are forced by the next word, few fall at a sentence's end, and many next lines go on in lower case: by
    chance alone, headings and list items fill a width too.
    """
    free = [i for i, line in enumerate(lines[1:]) if not _BULLET.match(text, *line)]
    forced = [i for i in free if joins[i]]
    middle = [i for i in forced if open_ended[i]]
    running = [i for i in middle if _goes_on(text, lines[i], lines[i + 1])]
    return (
        bool(running)
        and len(forced) >= 0.6 * len(free)
        and len(middle) >= 0.5 * len(forced)
        and len(running) >= 0.4 * len(middle)
    )


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Tell whether a sentence is seen to run over a line's end: by a lower-case letter, a comma or a hyphen."""
    first = text[following.start]
    if first.islower() or text[line.end - 1] in ",-\u2010":
        return True
    # Korean has no case; two long lines of which the first does not end a sentence are taken as one.
    return "가" <= first <= "힣" and line.end - line.start >= NARROWEST["ko"]


def _runs_on(text: str, line: Span, following: Span, width: int, stated: Mapping[Span, list[PageFact]]) -> bool:
    """Tell whether the break after `line` is one that a line breaker made; `stated` is what each line says of the page."""
    if _BULLET.match(text, *following) or any(fact.span.start == following.start for fact in stated[following]):
        return False
    if _is_metadata(stated[line]) or _is_metadata(stated[following]):
        return False
    word = re.compile(r"\S+").match(text, following.start)
    needed = (line.end - line.start) + 1 + (len(word.group()) if word else 0)
    return needed > width - _slack(width)


def _is_metadata(facts: list[PageFact]) -> bool:
    """Tell whether a line labels a date or a counter, perhaps behind another label: 작성자 누리방송 작성일 2022-09-14."""
    return any(fact.key == "views" or fact.key in labels.DATED for fact in facts)


def _slack(width: int) -> int:
    """Code points by which a full line may stay short: print sets letters of unequal width."""
    return width // 10
