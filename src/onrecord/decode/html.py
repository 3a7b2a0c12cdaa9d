"""HTML → Document: everything a reader sees, with what belongs to the site set aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlComment, HtmlElement

from onrecord.decode import html_head, main_text, page, paragraphs
from onrecord.decode.html_blocks import PAIR, Block, blocks
from onrecord.decode.kinds import Hint, names_site
from onrecord.model import Document, ParagraphKind, Span
from onrecord.model.errors import PageEmpty, PageUnreadable

_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "tr": "body",
}


DEEPEST = 2000
"""Elements inside each other beyond which a page is refused: libxml2 drops in silence what lies deeper than 2048."""


def read(source: str, given: page.Given, *, captured_at: dt.datetime | None = None) -> Document:
    """Return an HTML page as a document.

    Args:
        source: the page's markup.
        given: what is known of it.
        captured_at: when it was captured; later dates in its head are not believed.

    Raises:
        PageEmpty: where a reader would see nothing.
        PageUnreadable: where it cannot be parsed.
    """
    root = _parsed(source, given)
    if source.count("<") > DEEPEST // 2 and _depth(root) >= DEEPEST:
        raise PageUnreadable(f"{given.url or given.id}: its HTML is nested too deep", "save the page as text")
    markup = html_head.read(root, captured_at)
    lines = blocks(root)
    if not lines:
        raise PageEmpty(f"{given.url or given.id}: the page shows no text", _BY_SCRIPT)
    title = _title(lines, markup.title)
    if title is None:
        markup = replace(markup, title=_longest_own_part(markup))
    marks = main_text.mark(root, lines, title)
    return _document(lines, marks, title, given, markup)


_BY_SCRIPT = "if a script writes it, open it in a browser and save the page"


_ELEMENTS = etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)
"""One kind of element for all tags: lxml's own choice asks a function for each, to tell forms and fields apart."""


def _parsed(source: str, given: page.Given) -> HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        return lxml_html.document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise PageEmpty(f"{given.url or given.id}: the page shows no text", _BY_SCRIPT) from None
    except (etree.LxmlError, ValueError, AssertionError):
        raise PageUnreadable(f"{given.url or given.id}: its HTML cannot be parsed", "save the page anew, or as text") from None


def _depth(root: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _title(lines: Sequence[Block], stated: str) -> int | None:
    """Return the number of the line that is the title: the heading that the head names too, or the only one of its rank."""
    labelled = [n for n, line in enumerate(lines) if line.tag == "title"]
    if labelled:
        return labelled[0]
    parts = {main_text.key(part) for part in html_head.title_parts(stated)} - {""}
    whole = main_text.key(stated)
    headings = [(line.tag, n) for n, line in enumerate(lines) if line.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    named = [(tag, n) for tag, n in headings if _same(main_text.key(lines[n].text), parts, whole)]
    if named:
        return min(named)[1]
    exact = [n for n, line in enumerate(lines) if main_text.key(line.text) in parts and len(line.text.split()) > 2]
    if exact:
        return exact[0]
    top = [n for tag, n in headings if tag == "h1" and not lines[n].asides and not names_site(lines[n].text)]
    return top[0] if len(top) == 1 else None


def _same(key: str, parts: set[str], whole: str) -> bool:
    return key in parts or (len(key) > 12 and key in whole) or any(len(part) > 12 and part in key for part in parts)


def _longest_own_part(markup: page.Markup) -> str:
    site = main_text.key(markup.site)
    parts = [part for part in html_head.title_parts(markup.title)[1:] if main_text.key(part) != site]
    return max(parts, key=len) if parts else markup.title


def _document(
    lines: Sequence[Block], marks: Sequence[tuple[bool, bool]], title: int | None, given: page.Given, markup: page.Markup
) -> Document:
    """Set the lines one below the other and let the rules for all pages read them, with what the markup tells."""
    text, starts, pairs = _set(lines)
    spans = paragraphs.split(text)
    hints, at = [], 0
    for span in spans:
        while at + 1 < len(starts) and starts[at + 1] <= span.start:
            at += 1
        main, aside = marks[at]
        kind = "title" if at == title else _KINDS.get(lines[at].tag)
        inside = tuple(pair for pair in pairs if span.contains(Span(pair[0].start, pair[1].end)))
        hints.append(Hint(kind, aside=aside, main=main, pairs=inside))
    return page.assemble(text, spans, given, hints=hints, markup=markup)


def _set(lines: Sequence[Block]) -> tuple[str, list[int], list[tuple[Span, Span]]]:
    """Return the text, where each line starts in it, and the spans of labels and values.

    A label that the page sets apart by its layout is followed by a colon here, as a reader would copy it.
    """
    text, starts, pairs = "", [], []
    parts: list[str] = []
    length = 0
    for number, line in enumerate(lines):
        lead = "" if number == 0 else "\n\n" if line.gap else "\n"
        length += len(lead)
        starts.append(length)
        said, inner = _with_pairs(line.text)
        pairs += [(label.shifted(length), value.shifted(length)) for label, value in inner]
        parts += [lead, said]
        length += len(said)
    text = "".join(parts)
    return text, starts, pairs


def _with_pairs(line: str) -> tuple[str, list[tuple[Span, Span]]]:
    """Write out the pairs of a line: `label PAIR value | label PAIR value`."""
    said, pairs = "", []
    for cell in line.split(" | "):
        said += " | " if said else ""
        label, mark, value = cell.partition(PAIR)
        value = value.replace(PAIR, " ").strip()
        start = len(said)
        said += label
        if mark and value:
            said += " " if label.rstrip().endswith((":", "：")) else ": "
            pairs.append((Span(start, start + len(label)), Span(len(said), len(said) + len(value))))
            said += value
    return said, pairs
