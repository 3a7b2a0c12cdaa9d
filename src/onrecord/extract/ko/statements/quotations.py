"""Quotation marks in Korean text, and the content that reporting endings close."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.languages.ko import cues
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.model import Span

_PAIRS = {"“": "”", "「": "」", "『": "』", "‘": "’", "'": "'"}
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

SAYING = ("다며", "라며", "자며", "냐며", "다면서", "라면서", "냐면서", "자면서")
"""The endings in which 하다 (to say) is fused: they report whatever verb follows."""

SUMMED = re.compile(
    r"(?:(?<=[다라자냐”\"’])|(?<=[”\"’])이?라)는\s(?:것이다|것입니다|얘기다|이야기다|말이다|설명이다|주장이다|지적이다|"
    r"(?:게|것이|것은)\s(?:[가-힣A-Za-z·]+\s){0,5}[가-힣A-Za-z]+의\s(?:설명|주장|지적|생각|분석|진단|판단|평가|견해|전망|말|얘기|입장)(?:이다|입니다))"
    r"(?=\.|$)"
)
"""How a sentence ends that gives the sum of what somebody said: …라는 것이다, …다는 게 X의 설명이다."""

FINAL = ("면서", "고", "며", "는")
"""What a quotative ending has beyond the reported words themselves: 확대하겠다(고)."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks; `inner` leaves the marks out."""

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


_OPENING = re.compile("[“\"‘「]|(?<![A-Za-z0-9가-힣])'(?=[가-힣A-Z0-9])")


def quotes(text: str, span: Span) -> list[Quote]:
    """Return the quoted stretches inside a span; a mark that is never closed runs to the end of the span.

    Single marks also stress a word or name a title: they quote where a word of reporting follows them.
    """
    found = []
    at = span.start
    while opening := _OPENING.search(text, at, span.end):
        at = opening.start()
        if text[at] in '“"':
            close = text.find("”" if text[at] == "“" else '"', at + 1, span.end)
            end = close if close >= 0 else span.end
            found.append(Quote(Span(at, min(end + 1, span.end)), Span(at + 1, end)))
            at = end
        else:
            single = _single(text, at, span.end)
            if single:
                found.append(single)
                at = single.inner.end
        at += 1
    return found


def nested(text: str, quote: Quote) -> list[Quote]:
    """Return what is quoted by single marks inside a quotation: somebody tells what another said."""
    found = []
    at = text.find("‘", *quote.inner)
    while at >= 0:
        single = _single(text, at, quote.inner.end)
        if single:
            found.append(single)
        at = text.find("‘", single.outer.end if single else at + 1, quote.inner.end)
    return found


def _single(text: str, at: int, limit: int) -> Quote | None:
    close = text.find(_PAIRS[text[at]], at + 1, limit)
    if close < 0 or not _reporting().match(text, close + 1):
        return None
    return Quote(Span(at, close + 1), Span(at + 1, close))


@cache
def _reporting() -> re.Pattern[str]:
    """What follows a single mark that closes words said: ‘…’고, ‘…’라며, ‘…’라는 말, ‘…’을 강조했다."""
    nouns = "|".join(sorted({stem.removesuffix("하") for stem, manner in cues.manners("noun").items() if manner != "said"}))
    told = "|".join(sorted(cues.words("content_nouns") | {"말", "질문", "물음", "답", "대답", "취지", "데"}))
    forms = (
        r"(?:이?라)?(?:고|며|면서)(?=[\s,]|도\s)",
        rf"(?:이?라)?는\s(?:{told})",
        rf"[을를]\s(?:(?:거듭|다시|재차|특히|[가-힣]+[히게])\s)?(?:{nouns})[하했]",
    )
    return re.compile("|".join(forms))


def report_points(text: str, morphemes: list[Morpheme], quoted: list[Quote]) -> list[ReportPoint]:
    """Return the quotative endings of a sentence that stand outside its quotations, in text order."""
    found = []
    for k, m in [(k, m) for k, m in enumerate(morphemes) if m.tag in _REPORTING_TAGS]:
        if quoted and any(q.inner.start <= m.start < q.inner.end for q in quoted):
            continue
        quote = next((q for q in quoted if q.outer.end == m.start), None)
        if quote is None and k and text[m.start - 2 : m.start].removesuffix("이")[-1:] in ("’", "」", "'"):
            continue  # a title or a stressed word: no word of reporting follows
        if quote is not None:
            if m.form not in ("을", "를"):
                found.append(ReportPoint(k, quote.outer.end, quote, m.tag == "ETM"))
            continue
        if m.tag in ("EC", "ETM") and m.form.endswith(QUOTATIVE):
            final = next(f for f in FINAL if m.form.endswith(f))
            found.append(ReportPoint(k, m.end - len(final), None, m.tag == "ETM"))
    return [p for k, p in enumerate(found) if not (k and _goes_on(text, found[k - 1], p))]


_REPORTING_TAGS = frozenset({"JKQ", "EC", "VCP", "ETM"})
"""Tags of what reports a quotation or reported words."""


def _goes_on(text: str, before: ReportPoint, point: ReportPoint) -> bool:
    """Tell whether a point is in the word that closes the quotation before it: “…”(이)라며."""
    if before.quote is None:
        return False
    return point.quote is before.quote or (point.quote is None and not any(c.isspace() for c in text[before.end : point.end]))
