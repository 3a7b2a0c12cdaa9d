"""Quotation marks in English text: pairs, unpaired marks, and the unusual ones that news pages carry.

Marks read: “…” „…“ «…» "…" ''…'' ``…'' and single ‘…’ and '…' where they are no apostrophes. A quotation that runs over several
paragraphs opens anew in each and closes in the last (The Chicago Manual of Style, 13.30); such a piece is not `closed`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span, trimmed

_MARK = re.compile(r"[“”„«»\"]|''|``|‘|’|(?<!')'(?!')")
_CLOSES = {
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    "«": ("»",),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''", '"'),
    "‘": ("’", "'"),
    "'": ("'", "’"),
}
_OPENERS = frozenset(_CLOSES)
_SINGLE = frozenset("‘'")
_DOUBLE = frozenset('“"')
_BEFORE = frozenset(" \t\n\r\u00a0([{—–-―/:…")
_AFTER = frozenset(" \t\n\r\u00a0)]}.,;:!?—–-―…’”\"'*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation inside one paragraph.

    Attributes:
        outer: the span with its marks.
        inner: the span between the marks, without white space at its ends.
        closed: False where the closing mark is missing.
        single: whether the marks are single ones.
    """

    outer: Span
    inner: Span
    closed: bool = True
    single: bool = False


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Return the outermost quotations of the paragraph `text[start:end]`, in text order."""
    return list(_found(text, start, len(text) if end is None else end))


@lru_cache(maxsize=256)
def _found(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Kept for the paragraphs of the text at hand, which several rules ask for."""
    marks = [m for m in _MARK.finditer(text, start, end) if m.group() not in _SINGLE | {"’"} or _could_be_single(text, m)]
    found: list[Quotation] = []
    at = 0
    while at < len(marks):
        opening = marks[at]
        at += 1
        if opening.group() not in _OPENERS or not _opens(text, opening, start):
            continue
        closing = _closing(text, marks, at, end)
        single = opening.group() in _SINGLE
        if closing is None:
            if single:
                continue
            stop = _stop(text, marks, at, end)
            found.append(Quotation(Span(opening.start(), stop), trimmed(text, opening.end(), stop), closed=False))
            at = next((k for k in range(at, len(marks)) if marks[k].start() >= stop), len(marks))
            continue
        inner = trimmed(text, opening.end(), marks[closing].start())
        if inner.end > inner.start:
            found.append(Quotation(Span(opening.start(), marks[closing].end()), inner, single=single))
        at = closing + 1
    return tuple(found)


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    """Tell whether a mark can open: something follows it, and straight marks have a space or bracket before them."""
    if mark.end() >= len(text) or text[mark.end()] in " \n\t\u00a0":
        return mark.group() in "“«„" or (mark.start() == start and mark.end() < len(text))
    if mark.group() in ('"', "''", "'"):
        return mark.start() == start or text[mark.start() - 1] in _BEFORE or text[mark.start() - 1] in "“‘\"'"
    return True


def _closing(text: str, marks: list[re.Match[str]], at: int, end: int) -> int | None:
    """Return the index of the mark that closes the one before `at`, or None where the closing mark is missing."""
    opening = marks[at - 1].group()
    if opening in _SINGLE:
        return _closing_single(text, marks, at, end)
    for k in range(at, len(marks)):
        mark = marks[k].group()
        if mark == opening and mark in _DOUBLE and _only_opens(text, marks[k], end):
            return None
        if mark in _CLOSES[opening]:
            return k
    return None


def _closing_single(text: str, marks: list[re.Match[str]], at: int, end: int) -> int | None:
    """Return the closing single mark: the first behind a stop, else the first that ends a word (it may be a possessive)."""
    opening = marks[at - 1].group()
    ends = [k for k in range(at, len(marks)) if marks[k].group() in _CLOSES[opening] and _ends_word(text, marks[k], end)]
    return next((k for k in ends if text[marks[k].start() - 1] in ".,!?"), ends[0] if ends else None)


def _stop(text: str, marks: list[re.Match[str]], at: int, end: int) -> int:
    """Return where an unclosed quotation ends: before the next mark that opens another one, else with the paragraph."""
    return next((mark.start() for mark in marks[at:] if mark.group() in _DOUBLE and _only_opens(text, mark, end)), end)


def _only_opens(text: str, mark: re.Match[str], end: int) -> bool:
    before, after = text[mark.start() - 1], text[mark.end()] if mark.end() < end else " "
    return before in " \t\n\u00a0" and (after.isalnum() or after in "[‘'$…")


def _could_be_single(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    inside_word = before.isalnum() and after.isalnum()
    return not inside_word and not (before == " " and after.isdigit() and mark.group() != "‘")


def _ends_word(text: str, mark: re.Match[str], end: int) -> bool:
    after = text[mark.end()] if mark.end() < end else " "
    return text[mark.start() - 1] not in " \n\t" and after in _AFTER
