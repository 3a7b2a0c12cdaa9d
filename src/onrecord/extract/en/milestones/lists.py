"""Agreements that a list sets down behind a line that says they were signed: "The following documents were signed:"."""

from __future__ import annotations

import re

from onrecord.extract.en.milestones.found import Page
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words, milestone_words
from onrecord.model import Milestone, Paragraph, Span

_SIGNED = re.compile(r"\b(?:signed|concluded|adopted|exchanged|initialled|initialed|inked|signing)\b", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[•·◦▪*–—-]\s*|\(?\d{1,2}[.)]\s+|\(?[a-h]\)\s+)")
_NAME = re.compile(r"[^();\n]+?(?=\s*(?:[();\n]|\.$|$))")

BACK = 600
"""Code points before the line in which the page tells the day."""


def find(page: Page) -> list[Milestone]:
    """Return an agreement for each document that a list under such a line names."""
    found: list[Milestone] = []
    day: DateMention | None = None
    for paragraph in page.document.readable():
        words = paragraph.span.of(page.document.text)
        if not words.strip():
            continue
        if words.rstrip().endswith(":") and _SIGNED.search(words) and _names_documents(words):
            day = _day(page, paragraph)
        elif day is not None and (bullet := _BULLET.match(words)) and bullet.end():
            found += _document(page, paragraph, bullet.end(), day)
        else:
            day = None
    return found


def _names_documents(words: str) -> bool:
    known = gathering_words.noun_set("papers") | gathering_words.noun_set("signed")
    return any(word in known for word in re.findall(r"[a-z]+", words.lower()))


def _day(page: Page, line: Paragraph) -> DateMention | None:
    """The day that the line states, else the last one told before it."""
    near = page.dates.within((max(0, line.span.start - BACK), line.span.end))
    days = [d for d in near if d.date is not None and d.date.day is not None and d.basis != "modifier"]
    own = [d for d in days if d.span.start >= line.span.start]
    return next(reversed(own or days), None)


def _document(page: Page, paragraph: Paragraph, start: int, day: DateMention) -> list[Milestone]:
    words = paragraph.span.of(page.document.text)
    name = _NAME.match(words, start)
    if name is None or not any(step in name[0].lower() for step in milestone_words.words("documents")) or day.date is None:
        return []
    what = Span(paragraph.span.start + name.start(), paragraph.span.start + name.end())
    end = len(words.rstrip(" ;.\n"))
    text = Span(what.start, paragraph.span.start + end)
    return [page.made("agreement", what, text, (day.date, day.span), rule="signed-list")]
