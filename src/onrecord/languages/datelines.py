"""The dateline that opens a report: "ASTANA, June 14 (Agency) -", "АСТАНА. 14 марта. ТАСС –", "(서울=통신)"."""

from __future__ import annotations

import re

from onrecord.languages.ru import datelines as russian

_DASH = r"(?:--|[–—]|-(?=\s))\s*"
_CITY = (
    r"[A-Z][A-Z'’.-]+(?:[ ][A-Z][A-Z'’.-]+){0,3}|[A-Z][\w'’-]+(?:[ ][A-Z][\w'’-]+){0,2}(?=[,.]?\s(?:\(|[A-Z][a-z]{2,8}\.?\s\d))"
)
_ENGLISH = (
    rf"(?:{_CITY})(?:[,.]?\s(?:[A-Z][\w'’]*\.?|\d{{1,4}}(?:st|nd|rd|th)?|of)){{0,8}},?\s?"
    rf"(?:[(/][^()/\n]{{2,60}}[)/])?\s?{_DASH}"
)
_AGENCY_IN_CAPITALS = (
    r"(?:[A-Z][A-Z'’-]+(?:[ ][A-Z][A-Z.'’-]+){0,2})\.\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}\.\s|\d{1,2}\s[A-Z][a-z]{2,8}\.\s)?"
    r"[A-Z]{4,}(?:[ ][A-Z]{4,})?\s(?:[-–—/]+\s)*(?=[“\"]?[A-Z](?:[a-z]|\s[a-z]))"
)
"""A place and an agency, both in capitals, with no dash behind: "ASTANA. April 19. KAZINFORM On Monday"."""
_KOREAN = (
    r"[(\[][가-힣·,\s]{2,16}=[^()\[\]\n]{2,24}[)\]]\s*"
    r"(?:[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4})*\s(?:기자|특파원|통신원|논설위원)\s?)?(?:=\s*)?"
)
_DATELINE = re.compile(rf"\s*(?:{_ENGLISH}(?:(?=[\"“”«„‘A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|(?<=\s)(?=\d))|{_AGENCY_IN_CAPITALS}|{_KOREAN})")
_CYRILLIC = re.compile(r"\s*(?:\d{1,2}[\s.][\d.]*)?[А-Яа-яЁёӘҒҚҢӨҰҮҺІ]")


def dateline_end(paragraph: str) -> int:
    """Return where the report begins behind the dateline of a paragraph, in code points; 0 where it has none.

    A place in capitals, or one that a day or an agency in brackets follows, up to a dash behind which a sentence begins; a
    place and an agency both in capitals; in Korean a place and an agency in brackets, and the reporter. Datelines are set like
    this by agencies (AP Stylebook, "datelines"; Yonhap and TASS set theirs likewise).
    """
    if _CYRILLIC.match(paragraph):
        line = russian.find(paragraph)
        return line.end if line is not None else 0
    match = _DATELINE.match(paragraph)
    return match.end() if match else 0
