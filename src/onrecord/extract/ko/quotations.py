"""Quotation marks in Korean text, and the content that reporting endings close."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.ko.morphemes import Morpheme
from onrecord.model import Span

_PAIRS = {"“": "”", "「": "」", "『": "』", "‘": "’"}
QUOTATIVE = (
    "다고",
    "라고",
    "자고",
    "냐고",
    "으라고",
    "다며",
    "라며",
    "자며",
    "다면서",
    "라면서",
    "냐며",
    "자면서",
    "다는",
    "라는",
    "자는",
    "냐는",
)
"""How an ending that reports what was said ends: -다고, -라고, -자고, -냐고 (with 하다), their short and attributive forms."""

FINAL = ("면서", "고", "며", "는")
"""What a quotative ending has beyond the reported words themselves: 확대하겠다(고)."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in double quotation marks; `inner` leaves the marks out."""

    outer: Span
    inner: Span


@dataclass(frozen=True, slots=True)
class ReportPoint:
    """Where reported words end: morpheme number `index` is the quotative ending, `end` the end of the reported words.

    `quote` is the quotation that ends right there; `attributive` marks -다는, -라는 (before 뜻, 데, 점).
    """

    index: int
    end: int
    quote: Quote | None
    attributive: bool


def quotes(text: str, span: Span) -> list[Quote]:
    """Return the double-quoted stretches inside a span; a mark that is never closed runs to the end of the span."""
    found = []
    at = span.start
    while at < span.end:
        if text[at] in '“"':
            close = text.find("”" if text[at] == "“" else '"', at + 1, span.end)
            end = close if close >= 0 else span.end
            found.append(Quote(Span(at, min(end + 1, span.end)), Span(at + 1, end)))
            at = end
        at += 1
    return found


def report_points(text: str, morphemes: list[Morpheme], quoted: list[Quote]) -> list[ReportPoint]:
    """Return the quotative endings of a sentence that stand outside its quotations, in text order."""
    found = []
    for k, m in enumerate(morphemes):
        if any(q.inner.start <= m.start < q.inner.end for q in quoted):
            continue
        quote = next((q for q in quoted if q.outer.end == m.start), None)
        if quote is None and k and text[m.start - 1 : m.start] in ("’", "」"):
            if m.tag in ("JKQ", "VCP") or (m.tag == "EC" and m.form in ("라고", "고", "라며", "며")):
                found.append(ReportPoint(k, m.start, None, False))
            continue
        if quote is not None:
            if m.tag in ("JKQ", "EC", "VCP", "ETM") and m.form not in ("을", "를"):
                found.append(ReportPoint(k, quote.outer.end, quote, m.tag == "ETM"))
            continue
        if m.tag in ("EC", "ETM") and m.form.endswith(QUOTATIVE):
            final = next(f for f in FINAL if m.form.endswith(f))
            found.append(ReportPoint(k, m.end - len(final), None, m.tag == "ETM"))
    return [p for k, p in enumerate(found) if not (k and _goes_on(text, found[k - 1], p))]


def _goes_on(text: str, before: ReportPoint, point: ReportPoint) -> bool:
    """Tell whether a point is in the word that closes the quotation before it: “…”(이)라며."""
    if before.quote is None:
        return False
    return point.quote is before.quote or (point.quote is None and not any(c.isspace() for c in text[before.end : point.end]))
