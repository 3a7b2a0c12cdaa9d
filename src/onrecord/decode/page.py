"""Text with its paragraphs → Document: what all formats have in common once their text is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.decode import kinds, language, page_date
from onrecord.languages import pages
from onrecord.model import Document, PageFact, Paragraph, PartialDate, Span, trimmed
from onrecord.model.errors import DateError


@dataclass(frozen=True, slots=True)
class Markup:
    """What the head of a marked-up page says of it; a reader does not see it.

    Attributes:
        title: the title without the name of the site.
        published: the date of first publication.
        site: the name of the site.
        url: the page's own idea of its address.
    """

    title: str = ""
    published: PartialDate | None = None
    site: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of a page: its name, its language and date (None to have them found), where it comes from."""

    id: str = "page"
    language: str | None = None
    published: PartialDate | None = None
    url: str = ""
    snapshot: str = ""


def assemble(
    text: str, spans: Sequence[Span], given: Given, *, hints: Sequence[kinds.Hint] | None = None, markup: Markup | None = None
) -> Document:
    """Return the document of a text.

    Args:
        text: what a reader sees.
        spans: its paragraphs, in order, without overlaps.
        given: what the caller knows.
        hints: what markup tells of each paragraph.
        markup: what the page's head tells.
    """
    markup = markup or Markup()
    texts = [span.of(text) for span in spans]
    page_language = given.language
    if page_language is None and hints is not None:
        own = [said for said, hint in zip(texts, hints, strict=True) if hint.main]
        page_language = language.of_paragraphs(own)[0] if own else None
    page_language, each = language.of_paragraphs(texts, page_language)
    lines = kinds.classify(text, spans, each, page_language, hints)
    paragraphs = tuple(Paragraph(line.span, line.kind, line.language) for line in lines)
    facts = _settled([fact for line in lines if line.kind != "furniture" for fact in line.facts])
    published, published_span = _published(text, paragraphs, facts, given, markup)
    title = next((_behind_label(line.span, text) for line in lines if line.kind == "title"), None)
    return Document(
        given.id,
        text,
        page_language,
        paragraphs,
        title=" ".join(title.of(text).split()) if title else markup.title,
        title_span=title,
        published=published,
        published_span=published_span,
        site=markup.site or _site(lines),
        url=given.url or markup.url,
        facts=facts,
        snapshot=given.snapshot,
    )


def _behind_label(title: Span, text: str) -> Span:
    """Return the place of a title without the label before it ("Subject: …")."""
    label, colon, _ = title.of(text).partition(":")
    if not colon or pages.words().labels.get(label.strip().lower()) != "title":
        return title
    rest = trimmed(text, title.start + len(label) + 1, title.end)
    return rest if rest.of(text) else title


def _settled(facts: list[PageFact]) -> tuple[PageFact, ...]:
    """Tell what a bare "Date:" means: the day of an occasion where the page names a place or a period, else its own date."""
    occasion = any(fact.key == "place" or (fact.key == "date" and len(fact.dates) > 1) for fact in facts)
    meaning = "event_period" if occasion else "published"
    return tuple(replace(fact, key=meaning) if fact.key == "date" else fact for fact in facts)


def _published(
    text: str, paragraphs: Sequence[Paragraph], facts: Sequence[PageFact], given: Given, markup: Markup
) -> tuple[PartialDate | None, Span | None]:
    """Weigh the date that a reader sees against the one in the markup.

    A label in the text wins. A line that is only a date may tell of an occasion to come, so that an earlier date in the
    markup wins over it; otherwise what a reader sees wins.
    """
    if given.published is not None:
        return given.published, None
    found = page_date.find(text, paragraphs, facts)
    head, address = markup.published, given.url or markup.url
    if found is None:
        return head or _in_address(address), None
    if head is None:
        year = _YEAR_IN_ADDRESS.search(address) if found.date.year is None else None
        return _completed(found.date, int(year[1])) if year else found.date, found.span
    if found.date.agrees(head):
        return (head if found.date.as_date() is None else found.date), found.span
    return (head, None) if _is_weaker(found, head) else (found.date, found.span)


def _is_weaker(found: page_date.PageDate, head: PartialDate) -> bool:
    """Tell whether a date in the text yields to another one in the markup."""
    if found.date.year is None or found.rule in ("issue", "label-update"):
        return True
    seen, stated = found.date.bounds(), head.bounds()
    return found.rule in ("date-line", "date-and-place") and bool(seen and stated and seen[0] > stated[1])


_YEAR_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?:[/_-]|$)")


def _in_address(url: str) -> PartialDate | None:
    """Return the day in an address such as …/2019/04/25/…, marked as inferred."""
    match = _DAY_IN_ADDRESS.search(url)
    try:
        return PartialDate.of(int(match[1]), int(match[2]), int(match[3]), mark="?") if match else None
    except DateError:
        return None


def _completed(date: PartialDate, year: int) -> PartialDate:
    """Give a day without a year the year of the page's address, marked as inferred."""
    try:
        return PartialDate.of(year, date.month, date.day, mark="?")
    except DateError:
        return date


def _site(lines: Sequence[kinds.Line]) -> str:
    """Return the name of the site where the page's first own line is one and no title follows from it."""
    first = next((line for line in lines if line.kind not in ("furniture", "metadata", "dateline")), None)
    return " ".join(first.text.split()) if first and first.kind == "heading" and kinds.names_site(first.text) else ""
