"""Datelines of Korean papers: where a report is from, and who reports; neither takes part in what it tells."""

from __future__ import annotations

import re

from onrecord.languages.ko import names
from onrecord.model import Span

HEAD = 600
"""Code points at the beginning of a page in which its dateline stands."""

_CITY = re.compile(r"[【\[(](?:[가-힣A-Za-z]{2,12}\s)?(?P<city>[가-힣]{1,10})\s?=\s?[가-힣]")

_REPORTER = r"(?:기자|특파원|통신원)"

_WHO_REPORTS = re.compile(
    "|".join(
        (
            # (서울=누리뉴스) 채은별 기자 =, [누리일보=채은별 기자]
            r"(?:\([^()=]{1,20}=[^()]{1,20}\)|[【\[][^=\]】\n]{1,20}=[^\]】\n]{1,20}[】\]])(?:[^=\n]{0,30}=)?\s?",
            rf"[\[【][^\[\]【】\n]{{1,30}}{_REPORTER}[\]】]\s?",  # [새벽뉴스 채은별 기자]
            r"【[^【】\n]{2,14}】\s?",  # 【새벽신문】
            rf"[^=|\n.]{{0,20}}\s{_REPORTER}\s?[|ㅣ=]\s",  # 채은별 기자 |
        )
    )
)


def city(text: str) -> Span | None:
    """Return the city from which a paper reports: (누르술탄=한누리통신), [워싱턴=온세상뉴스], [새벽일보 빈=엄지후 특파원]."""
    match = _CITY.search(text, 0, HEAD)
    named = match["city"] if match else ""
    return Span(*match.span("city")) if match and names.is_place(named) and not names.is_country(named) else None


def end(text: str, sentence: Span) -> int:
    """Return where a sentence begins behind the words that tell who reports; its own beginning where it has none."""
    match = _WHO_REPORTS.match(text, *sentence)
    return match.end() if match else sentence.start
