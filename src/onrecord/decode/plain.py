"""Plain text → Document; the text itself is never changed."""

from __future__ import annotations

import re

from onrecord.model import Document, Paragraph, PartialDate, Span

_LINE = re.compile(r"[^\n]+")


def decode(text: str, *, id: str = "page", language: str | None = None, published: PartialDate | None = None) -> Document:
    """PROVISIONAL: every line a body paragraph; a line that is an English or ISO date gives `published`."""
    import datetime as dt

    paragraphs: list[Paragraph] = []
    for m in _LINE.finditer(text):
        line = m.group().strip()
        if not line:
            continue
        kind = "body"
        if len(paragraphs) < 8 and published is None:
            for form in ("%B %d, %Y", "%Y-%m-%d", "%A, %B %d, %Y", "%d %B %Y"):
                try:
                    published = PartialDate.from_date(dt.datetime.strptime(line, form).date())
                    kind = "dateline"
                    break
                except ValueError:
                    pass
        if "등록일" in line and (d := re.search(r"[A-Z][a-z]{2} \d+, \d{4}", line)):
            published = PartialDate.from_date(dt.datetime.strptime(d.group(), "%b %d, %Y").date())
        if re.search("[가-힣]", line):
            kind = "furniture"
        paragraphs.append(Paragraph(Span(*m.span()), kind, "en"))  # type: ignore[arg-type]
    return Document(id, text, language or "en", tuple(paragraphs), published=published)
