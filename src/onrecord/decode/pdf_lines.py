"""The lines of text in a PDF, with their places on the page; the one module that knows pdfium."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from onrecord.model.errors import PageLocked, PageUnreadable

HYPHENS = "\x02\ufffe\u00ad"
"""What pdfium gives for a hyphen at the end of a line, whether or not it belongs to the word."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words and its box in points, counted from the lower left corner of page number `page` (from 0).

    `spaced` tells whether a space stands at its end: Korean print divides words between any two syllables.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    is_first: bool = False
    is_last: bool = False
    spaced: bool = False


def read(content: bytes, name: str) -> list[Line]:
    """Return the lines of all pages in the order of the file.

    Raises:
        PageLocked: where the file needs a password.
        PageUnreadable: where it is damaged.
    """
    import pypdfium2

    damaged = PageUnreadable(f"{name}: a damaged PDF", "fetch it again, or print it to a new PDF")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise PageLocked(f"{name}: the PDF needs a password", "open it and print it to a new PDF without one") from None
        raise damaged from None
    lines: list[Line] = []
    try:
        for number in range(len(document)):
            lines += _page(document, number)
    except pypdfium2.PdfiumError:
        if not lines:
            raise damaged from None
    finally:
        document.close()
    return lines


def _page(document: Any, number: int) -> list[Line]:
    """Return the lines of one page; a page that cannot be drawn has none."""
    page = document[number]
    text = page.get_textpage()
    try:
        lines = _lines(text, number)
    finally:
        text.close()
        page.close()
    if lines:
        lines[0] = replace(lines[0], is_first=True)
        lines[-1] = replace(lines[-1], is_last=True)
    return lines


def _lines(text: Any, number: int) -> list[Line]:
    from pypdfium2.raw import FPDFText_GetUnicode

    units = [FPDFText_GetUnicode(text, i) for i in range(text.count_chars())]
    lines, start = [], 0
    for at, unit in enumerate([*units, 10]):
        # A divided word goes on behind its hyphen without a line break, though on the next line.
        if unit not in (10, 13, *map(ord, HYPHENS)):
            continue
        shown = [i for i in range(start, at) if units[i] > 32 and units[i] != 0xA0]
        if shown:
            words = " ".join(_string(units[start:at]).split())
            line = _line(text, words + (HYPHENS[0] if unit not in (10, 13) else ""), number, shown)
            lines.append(replace(line, spaced=at > start and units[at - 1] in (32, 0xA0)))
        start = at + 1
    return lines


def _line(text: Any, words: str, number: int, shown: list[int]) -> Line:
    left, bottom, _, top = text.get_charbox(shown[0], loose=True)
    _, _, right, _ = text.get_charbox(shown[-1], loose=True)
    return Line(words, number, left, right, bottom, max(top - bottom, 1.0))


def _string(units: list[int]) -> str:
    """Return the text of UTF-16 code units; what is no character is left out."""
    encoded = b"".join(min(unit, 0xFFFF).to_bytes(2, "little") for unit in units if unit)
    return encoded.decode("utf-16-le", "ignore")
