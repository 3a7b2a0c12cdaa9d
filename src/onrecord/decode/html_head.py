"""What the head of an HTML page says of it: title, date, site, address, from meta elements and JSON-LD (schema.org)."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.decode import written_dates
from onrecord.decode.page import Markup
from onrecord.model import PartialDate
from onrecord.model.errors import DateError

_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "dc.date.created", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "article.published",
    "regdate", "created", "cxenseparse:recs:publishtime", "rnews:datepublished",
)  # fmt: skip
_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_BETWEEN = re.compile(r"\s+[|–—»·:\-]+\s+|\s*[|»]\s*|\s*::\s*")


def read(root: HtmlElement, captured_at: dt.datetime | None) -> Markup:
    """Return what the head says.

    Args:
        root: the tree of the page.
        captured_at: when the page was captured; no date later than this is believed.
    """
    meta = _meta(root)
    things = list(_things(root))
    title = meta.get("og:title") or meta.get("twitter:title") or meta.get("dc.title") or _title(root)
    return Markup(
        title=_squeezed(title),
        published=_published(root, meta, things, captured_at),
        site=_squeezed(meta.get("og:site_name") or meta.get("application-name") or _publisher(things)),
        url=_address(root, meta),
    )


def title_parts(title: str) -> list[str]:
    """Return a title and its parts, since sites put their own name before or behind it."""
    return [title, *(part.strip() for part in _BETWEEN.split(title) if part.strip() and part.strip() != title)]


def _squeezed(text: str) -> str:
    return " ".join(text.split())[:500]


def _meta(root: HtmlElement) -> dict[str, str]:
    """Return the contents of meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content", "")
        if name and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _title(root: HtmlElement) -> str:
    element = next(root.iter("title"), None)
    return str(element.text_content()) if element is not None else ""


def _address(root: HtmlElement, meta: dict[str, str]) -> str:
    for link in root.iter("link"):
        if "canonical" in link.get("rel", "").lower() and link.get("href", "").startswith("http"):
            return str(link.get("href"))
    return meta.get("og:url", "")


def _things(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of all JSON-LD scripts, those of a graph one by one."""
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [loaded]
        while queue:
            thing = queue.pop(0)
            if isinstance(thing, list):
                queue = thing + queue
            elif isinstance(thing, dict):
                yield thing
                queue = [thing[key] for key in ("@graph", "mainEntity") if key in thing] + queue


def _publisher(things: list[dict[str, Any]]) -> str:
    for thing in things:
        publisher = thing.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return ""


def _published(
    root: HtmlElement, meta: dict[str, str], things: list[dict[str, Any]], captured_at: dt.datetime | None
) -> PartialDate | None:
    stated = [thing.get(key) for key in ("datePublished", "dateCreated") for thing in things]
    stated += [meta.get(name) for name in _DATE_NAMES]
    stated += [
        time.get("datetime") or time.text_content()
        for time in root.iter("time")
        if time.get("itemprop") in ("datePublished", "dateCreated") or "pubdate" in time.attrib
    ]
    for value in stated:
        date = _date(value)
        if date is not None and not _is_later(date, captured_at):
            return date
    return _by_htmldate(root, captured_at)


def _date(value: object) -> PartialDate | None:
    if not isinstance(value, str):
        return None
    iso = _ISO.match(value)
    try:
        if iso:
            return PartialDate.of(int(iso[1]), int(iso[2]), int(iso[3]))
    except DateError:
        return None
    return next((found.date for found in written_dates.find(value[:80]) if found.date.year and found.date.day), None)


def _is_later(date: PartialDate, than: dt.datetime | None) -> bool:
    bounds = date.bounds()
    return bool(than and bounds and bounds[0] > than.date() + dt.timedelta(days=1))


def _by_htmldate(root: HtmlElement, captured_at: dt.datetime | None) -> PartialDate | None:
    """Ask htmldate, without its search of the text, which takes dates that the page tells about; marked as inferred."""
    from htmldate import find_date

    latest = captured_at.date().isoformat() if captured_at else "2100-01-01"  # never today's date: the answer must not age
    try:
        found = find_date(root, extensive_search=False, original_date=True, min_date="1990-01-01", max_date=latest)
        return PartialDate(f"{found}?") if found else None
    except Exception:  # pages of any kind: whatever the library stumbles over, it finds no date
        return None
