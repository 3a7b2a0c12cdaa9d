"""What was captured (Snapshot) and what a reader sees of it (Document)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from onrecord.model.dates import PartialDate
from onrecord.model.span import Span

ParagraphKind = Literal["title", "heading", "body", "dateline", "metadata", "caption", "furniture"]
"""`furniture` is what belongs to the site and not to the page (menus, share links, other headlines): kept, not read."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of a source as they were at one moment; `id` is their SHA-256 in hexadecimal."""

    id: str
    content: bytes = field(repr=False)
    url: str
    media_type: str
    captured_at: dt.datetime
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[object, ...]:
        # For another process: a view of a mapping cannot be sent, the mapping can.
        return _received, (self.id, self.content, self.url, self.media_type, self.captured_at, dict(self.headers))


def _received(
    id: str, content: bytes, url: str, media_type: str, captured_at: dt.datetime, headers: dict[str, str]
) -> Snapshot:
    return Snapshot(id, content, url, media_type, captured_at, MappingProxyType(headers))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of the document's text that reads as one; `language` is an ISO 639-1 code or `und`."""

    span: Span
    kind: ParagraphKind = "body"
    language: str = "und"


@dataclass(frozen=True, slots=True)
class PageFact:
    """A label-value line of a page's own metadata, such as 행사기간 Apr 25, 2019 - Apr 25, 2019.

    Attributes:
        key: `views`, `event_period`, `registered`, `published`, `updated`, `author`, `site`, `place` or `other`.
        label: the label as printed.
        value: the value as printed.
        dates: the dates that the value states: one, or first and last of a period.
        number: the number that the value states.
        span: where label and value stand.
    """

    key: str
    label: str
    value: str
    span: Span
    dates: tuple[PartialDate, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A page as text. All spans count Unicode code points of `text`, which is never changed after decoding.

    Attributes:
        id: the page's own name (a file's stem, or a digest of its address).
        text: everything that a reader of the page can see, furniture included.
        language: ISO 639-1 code of the greater part of the body, or `und`.
        paragraphs: in the order of the text, without overlaps.
        published: the page's own date of publication; `published_span` is None where it comes from markup alone.
        facts: label-value lines and markup metadata.
        snapshot: id of the Snapshot that the text was decoded from, or an empty string.
    """

    id: str
    text: str = field(repr=False)
    language: str = "und"
    paragraphs: tuple[Paragraph, ...] = ()
    title: str = ""
    title_span: Span | None = None
    published: PartialDate | None = None
    published_span: Span | None = None
    site: str = ""
    url: str = ""
    facts: tuple[PageFact, ...] = ()
    snapshot: str = ""

    def fact(self, key: str) -> PageFact | None:
        """Return the first page fact of that key, or None."""
        return next((fact for fact in self.facts if fact.key == key), None)

    def readable(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs that extraction reads: all that are neither furniture nor metadata lines."""
        return tuple(p for p in self.paragraphs if p.kind not in ("furniture", "metadata"))
