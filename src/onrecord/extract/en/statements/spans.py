"""From tokens to the span of a content: without "that", outer quotation marks and the punctuation around it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.en.statements.context import Context
from onrecord.languages.reading import Token
from onrecord.model import Span

_EDGE = " \t\r\n\u00a0,;:—–-"
_STOPS = ".!?"


def content_span(context: Context, tokens: Iterable[Token]) -> Span | None:
    """Return the span from the first to the last of the tokens as content, or None where nothing but marks is left."""
    kept = sorted(tokens, key=lambda token: token.i)
    while kept and (not _has_word(kept[0]) and not _is_opening(context, kept[0])):
        kept.pop(0)
    if kept and kept[0].lower == "that" and kept[0].dep == "mark":
        kept.pop(0)
    while kept and not _closes_inside(context, kept) and (not _has_word(kept[-1]) or _joins_on(kept[-1])):
        kept.pop()
    if not kept:
        return None
    return tidied(context, Span(kept[0].start, kept[-1].end))


def tidied(context: Context, span: Span) -> Span | None:
    """Return the span without edge punctuation; a quotation that fills it loses its marks, one that is cut is completed."""
    text = context.text
    start, end = span
    for token in context.reading.between(span):
        quotation = context.quotation_of(token)
        if quotation and quotation.outer.start >= start:
            end = max(end, quotation.outer.end if quotation.closed else quotation.inner.end)
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    first = next((q for t in context.reading.between((start, end)) if (q := context.quotation_of(t))), None)
    if first and abs(first.outer.start - start) <= 1 and end <= first.outer.end + 1:
        return first.inner
    while end > start and text[end - 1] in _STOPS + _EDGE and not _abbreviates(text, end):
        end -= 1
    return Span(start, end) if end > start else None


def _has_word(token: Token) -> bool:
    return any(character.isalnum() for character in token.text)


def _joins_on(token: Token) -> bool:
    """Tell whether a word only joins the next clause ("reiterated its readiness and | stressed …")."""
    return token.tag == "CC" and token.lower in ("and", "but", "or")


def _is_opening(context: Context, token: Token) -> bool:
    quotation = context.quotation_of(token)
    return quotation is not None and token.start == quotation.outer.start


def _closes_inside(context: Context, tokens: list[Token]) -> bool:
    quotation = context.quotation_of(tokens[-1])
    return quotation is not None and quotation.outer.start >= tokens[0].start and tokens[-1].text not in ".,"


def _abbreviates(text: str, end: int) -> bool:
    """Tell whether the stop before `end` belongs to an abbreviation such as "U.S." or "Kft."."""
    return text[end - 1] == "." and end >= 3 and text[end - 3] == "." and text[end - 2].isupper()


def is_direct(context: Context, spans: Iterable[Span]) -> bool:
    """Tell whether every word of the spans stands in quotation marks."""
    for span in spans:
        for token in context.reading.between(span):
            if _has_word(token) and context.quotation_of(token) is None:
                return False
    return True
