"""Markdown → Document: read as the page that it stands for, so that no mark-up gets into evidence."""

from __future__ import annotations

import datetime as dt
import re
from html import escape

from onrecord.decode import html, page
from onrecord.model import Document

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIRST_HEADING = re.compile(r"\A\s*<h([2-6])>(.*?)</h\1>(?!.*<h1)", re.DOTALL)
"""A heading that begins a file without one of the first rank is its title."""
_ENTRY = re.compile(r"([A-Za-z가-힣А-Яа-я][\w -]{0,30}):[ \t]*(\S.*)")


def read(source: str, given: page.Given, *, captured_at: dt.datetime | None = None) -> Document:
    """Return a Markdown text (CommonMark with tables) as a document; `text` is what it looks like when it is set.

    Args:
        source: the text with its marks; a block of `name: value` lines between `---` at its start is taken as page facts.
        given: what is known of it.
        captured_at: when it was captured.

    Raises:
        PageEmpty: where there is nothing to see.
    """
    from markdown_it import MarkdownIt

    front = _FRONT.match(source)
    body = (
        MarkdownIt("commonmark", {"html": True, "breaks": False})
        .enable("table")
        .render(source[front.end() :] if front else source)
    )
    head = _front_matter(front[1]) if front else ""
    if "<h1>" not in head:
        body = _FIRST_HEADING.sub(r"<h1>\2</h1>", body)
    # The whole file is the page's own text: there is nothing that belongs to a site.
    return html.read(f"<html><body><main>{head}{body}</main></body></html>", given, captured_at=captured_at)


def _front_matter(lines: str) -> str:
    """Set the simple entries of a front matter as a list of labels and values; the title as the heading that it is."""
    set_lines = []
    for line in lines.splitlines():
        entry = _ENTRY.fullmatch(line.strip())
        if not entry:
            continue
        name, value = entry[1], entry[2].strip("\"' ")
        set_lines.append(f"<h1>{escape(value)}</h1>" if name.lower() == "title" else f"<p>{escape(name)}: {escape(value)}</p>")
    return "".join(set_lines)
