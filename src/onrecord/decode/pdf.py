"""PDF → Document: lines put together to paragraphs by where they stand on the page.

A PDF knows characters and places, no paragraphs. A paragraph ends where the space between lines grows, where the size of
type changes, where a line is indented, or where a sentence ends well before the right edge. Words that were divided at a
line's end are joined, with their hyphen where the document writes it elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from onrecord.decode import page, pdf_lines
from onrecord.decode.kinds import Hint
from onrecord.decode.pdf_lines import HYPHENS, Line
from onrecord.model import Document, Span
from onrecord.model.errors import PageEmpty

_BULLET = re.compile(r"(?:[•·◦▪▶►▲△○●□■◇◆※*–—]|\(?\d{1,2}[.)]|\(?[a-z가-하][.)])\s")
_SENTENCE_END = re.compile(r"[.!?。…:;][\"”’'»」』)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)")


def read(content: bytes, given: page.Given) -> Document:
    """Return a PDF as a document; the pages follow on each other.

    Args:
        content: the bytes of the file.
        given: what is known of it.

    Raises:
        PageLocked: where it needs a password.
        PageUnreadable: where it is damaged.
        PageEmpty: where it holds pictures of text and no text.
    """
    name = given.url or given.id
    lines = pdf_lines.read(content, name)
    if not any(c.isalnum() for line in lines for c in line.text):
        raise PageEmpty(f"{name}: no text, as in a scan", "run OCR over it, for example with ocrmypdf, and add the result")
    running = _running(lines)
    own = [line for line in lines if _shape(line) not in running]
    words = Counter(word.lower() for line in own for word in _WORD.findall(line.text))
    largest = max((line.size for line in own if line.page == 0), default=0.0)
    usual = median(line.size for line in own) if own else largest
    tight = _divides_syllables(own)
    parts: list[tuple[str, Hint]] = []
    for paragraph in _paragraphs(lines, running):
        is_title = paragraph[0].page == 0 and paragraph[0].size >= 0.97 * largest > 1.15 * usual
        hint = Hint("title" if is_title else None, aside=_shape(paragraph[0]) in running)
        parts.append((_joined(paragraph, words, tight=tight), hint))
    parts = [(text, hint) for text, hint in parts if text.strip()]
    spans, at = [], 0
    for text, _ in parts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 2
    return page.assemble("\n\n".join(text for text, _ in parts), spans, given, hints=[hint for _, hint in parts])


def _shape(line: Line) -> tuple[str, str]:
    """Return where a line stands and its words without figures: what running heads and page numbers have in common."""
    edge = "top" if line.is_first else "bottom" if line.is_last else f"{line.page}:{line.bottom:.1f}"
    return edge, re.sub(r"\d+", "#", line.text).strip()


def _running(lines: Sequence[Line]) -> set[tuple[str, str]]:
    """Return the shapes of lines that stand at the head or foot of three pages or more, and of lone page numbers."""
    shapes = Counter(_shape(line) for line in lines if line.is_first or line.is_last)
    return {shape for shape, count in shapes.items() if count >= 3 or re.fullmatch(r"[\W_]*#[\W_]*(?:[/|]\s*#)?", shape[1])}


def _paragraphs(lines: Sequence[Line], running: set[tuple[str, str]]) -> list[list[Line]]:
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]
    step = median(steps) if steps else 0.0
    edges = {line.page: max(other.right for other in lines if other.page == line.page) for line in lines if line.is_first}
    found: list[list[Line]] = []
    carried: list[Line] | None = None
    for line in lines:
        if _shape(line) in running:
            found.append([line])
            continue
        if carried is None or _begins(carried, line, step, edges.get(carried[-1].page, carried[-1].right)):
            carried = [line]
            found.append(carried)
        else:
            carried.append(line)
    return found


def _begins(before: Sequence[Line], line: Line, step: float, edge: float) -> bool:
    """Tell whether `line` begins a paragraph of its own."""
    last = before[-1]
    short = last.right < edge - 0.12 * (edge - min(last.left, line.left))
    ended = bool(_SENTENCE_END.search(last.text))
    if _BULLET.match(line.text) or abs(line.size - last.size) > 0.15 * last.size:
        return True
    if line.page != last.page or line.bottom >= last.bottom:  # the next page or column
        return ended or short or not line.text[:1].islower()
    gap = last.bottom - line.bottom
    if gap > 1.35 * max(min(step, 2 * line.size), 1.05 * line.size):
        return True
    indented = line.left > last.left + 0.8 * line.size and (len(before) > 1 or ended)
    return indented or (short and (ended or not line.text[:1].islower()))


def _divides_syllables(lines: Sequence[Line]) -> bool:
    """Tell whether a Korean document divides words at line ends: then a space is seen where a word does end there."""
    korean = [line for line in lines if "가" <= line.text[-1:] <= "힣"]
    return sum(line.spaced for line in korean) > 0.25 * len(korean) > 0


def _joined(lines: Sequence[Line], words: Counter[str], *, tight: bool) -> str:
    """Return the text of a paragraph's lines; `tight` sets Korean lines without a space at their end close to the next."""
    text = lines[0].text
    for before, line in pairwise(lines):
        close = tight and not before.spaced and "가" <= text[-1:] <= "힣" and "가" <= line.text[:1] <= "힣"
        text = text + line.text if close else _with_next(text, line.text, words)
    return text.rstrip(HYPHENS).strip()


def _with_next(text: str, following: str, words: Counter[str]) -> str:
    divided = text.endswith(tuple(HYPHENS)) or (text.endswith("-") and not text.endswith((" -", "--")))
    first, second = _LAST_WORD.search(text[:-1]), _FIRST_WORD.match(following)
    if not divided:
        return f"{text} {following}"
    if not (first and second):
        return text.rstrip(HYPHENS) + following
    if second[1][0].isupper() or _is_compound(first[1].lower(), second[1].lower(), words):
        return f"{text[:-1]}-{following}"
    return text[:-1] + following


def _is_compound(first: str, second: str, words: Counter[str]) -> bool:
    """Tell whether a hyphen at a line's end is part of the word: the document writes it so, or both parts are its words."""
    if words[f"{first}{second}"]:
        return False
    return bool(words[f"{first}-{second}"]) or (words[first] > 1 and words[second] > 1)
