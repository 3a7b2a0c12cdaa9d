"""Quotation marks and dash-led speech in Russian text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span, trimmed

ATTRIBUTION = re.compile(r"[,?!…»]»?\s?[–—-]{1,2}\s+(?=[а-яё])")
"""Where words of speech end and their attribution begins: …, – сказал X."""

RESUMED = re.compile(r"\.\s?[–—-]{1,2}\s+(?=[«А-ЯЁ])|,\s?[–—-]{1,2}\s+(?=[а-яё])")
"""Where speech goes on behind its attribution: … сказал X. – Я …; … сказал X, – там …"""

_LED = re.compile(r"^[–—-]{1,2}\s+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in guillemets or double quotation marks; `inner` leaves the marks out."""

    outer: Span
    inner: Span


def quotes(text: str, span: Span) -> list[Quote]:
    """Return the outermost quoted stretches inside a span, in text order."""
    found, depth, start = [], 0, -1
    for at in range(span.start, span.end):
        mark = text[at]
        opens = mark in "«“„" or (mark == '"' and depth == 0)
        closes = mark in "»”" or (mark == '"' and depth == 1 and text[start] == '"')
        if opens:
            if depth == 0:
                start = at
            depth += 1
        elif closes and depth:
            depth -= 1
            if depth == 0:
                found.append(Quote(Span(start, at + 1), Span(start + 1, at)))
    return found


@dataclass(frozen=True, slots=True)
class Speech:
    """A paragraph of speech led by a dash: its parts without the attribution, and the attribution's words."""

    parts: tuple[Span, ...]
    attribution: Span | None


def led_speech(text: str, span: Span) -> Speech | None:
    """Return the speech of a paragraph that a dash leads, or None."""
    words = span.of(text)
    lead = _LED.match(words)
    if lead is None:
        return None
    return _parts(text, span, lead.end())


def interrupted(text: str, span: Span) -> Speech | None:
    """Return the speech of a quotation whose attribution stands inside it, or None."""
    words = span.of(text)
    cut = ATTRIBUTION.search(words)
    return _parts(text, span, 0) if cut and RESUMED.search(words, cut.end()) else None


def _parts(text: str, span: Span, lead: int) -> Speech:
    """Part words of speech from their attribution; the first `lead` characters of the span are left out."""
    words = span.of(text)
    start = span.start + lead
    cut = next((m for m in ATTRIBUTION.finditer(words, lead) if not _is_of_inner(words, lead, m)), None)
    if cut is None:
        return Speech((_ended(text, start, span.end),), None)
    first = _ended(text, start, span.start + cut.start() + (words[cut.start()] in "?!…"))
    attributed = span.start + cut.end()
    again = RESUMED.search(words, cut.end())
    if again is None:
        return Speech((first,), Span(attributed, span.end))
    return Speech((first, _ended(text, span.start + again.end(), span.end)), Span(attributed, span.start + again.start()))


def _is_of_inner(words: str, lead: int, cut: re.Match[str]) -> bool:
    """Tell whether an attribution is that of a quotation inside speech: – Он остался. «Это важно», – сказал мне X потом."""
    before = words[: cut.end()].rstrip(" –—-,")
    if not before.endswith(("»", '"')):
        return False
    opening = before.rfind("«") if before.endswith("»") else before.rfind('"', 0, len(before) - 1)
    return opening > lead and words[lead:opening].rstrip()[-1:] in (".", "!", "?", "…", ":")


def _ended(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \n.,":
        end -= 1
    return Span(start, end)


def stripped(text: str, span: Span) -> Span:
    """Return a span without spaces, commas and full stops at its ends."""
    return trimmed(text, *span, " ,.\n")


def closed(text: str, span: Span) -> Span:
    """Take in a closing guillemet that trimming or parsing cut off its opening one."""
    words = span.of(text)
    if words.count("«") > words.count("»") and text[span.end : span.end + 1] == "»":
        return Span(span.start, span.end + 1)
    return span


def within_marks(text: str, span: Span) -> Span | None:
    """Return the words of a span that one pair of guillemets holds whole, or None."""
    words = span.of(text)
    whole = words[:1] + words[-1:] in ("«»", '""') and words[-1] not in words[1:-1]
    return Span(span.start + 1, span.end - 1) if whole else None
