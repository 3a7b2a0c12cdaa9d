"""An HTML tree → the lines that a reader sees, in order, each with what its markup tells.

Nothing visible is left out: menus and footers come along and are marked as such. The walk keeps its own stack, since pages
nest deeper than Python may recurse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from onrecord.languages import pages

SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video"}
    | {"select", "option", "textarea", "datalist", "map"}
)
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
    }
    | {
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
    }
    | {"tr", "ul", "caption", "button", "label"}
)
_TAGGED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "li", "tr"})
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "menu"})
_ASIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "search", "menu", "menubar", "banner", "dialog", "toolbar"}
)
# Words of class names and ids, as site builders and Korean and Russian public boards use them.
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navbar|navigation|menu|gnb|lnb|snb|fnb|tnb|footer|foot|sidebar|side|aside|breadcrumbs?|crumbs?|location|share|"
    r"sharing|social|sns|related|recommend(?:ed|ations)?|comments?|reply|cookies?|consent|banners?|pager|paging|pagination|prev|next|tags?|"
    r"widgets?|promo|subscribe|subscription|newsletter|skip|skipnav|popup|modal|login|search|quick|util|utils|utility|toolbar|ads?|advert\w*|"
    r"sponsor\w*|copyright|hot-?news|popular|trending|most-?read|read-?(?:also|more)|also|topbar|header-top|lang|language|languages)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:\[[^\]]{1,4}\]|\(?\d{1,3}\)?|[*†‡§]+)\s*")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\x00]")

# Marks inside a line before it is set. Unicode keeps these code points out of texts; a page's own are dropped.
PAIR, CELL, LINK, BREAK = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_MARKS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef]")


@dataclass(slots=True)
class Block:
    """One line as a reader sees it.

    Attributes:
        text: the words, white space collapsed; a PAIR mark divides a label from its value.
        tag: the heading, caption, list element or row that it stands in, `title` where a label calls it so, or an empty string.
        asides: numbers of the elements around it that look like navigation.
        linked: how many of its letters are links.
        gap: whether an empty line stands before it.
    """

    text: str
    tag: str = ""
    asides: tuple[int, ...] = ()
    linked: int = 0
    gap: bool = True


def blocks(root: HtmlElement) -> list[Block]:
    """Return the visible lines of a tree in order."""
    walk = _Walk()
    for element, opening in _events(root):
        if opening:
            walk.enter(element)
        else:
            walk.leave(element)
    walk.flush()
    return walk.found


def _events(root: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    stack = [(root, True)]
    while stack:
        element, opening = stack.pop()
        if not opening:
            yield element, False
            continue
        if not isinstance(element.tag, str) or _is_hidden(element):
            stack.append((element, False))  # for the words behind it
            continue
        yield element, True
        stack.append((element, False))
        stack += [(child, True) for child in reversed(element)]


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.tag in SKIPPED
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(element.get("style", "")))
        or _is_note_mark(element)
    )


def _is_note_mark(element: HtmlElement) -> bool:
    """Tell whether a raised text is the number of a footnote: it links somewhere and is no word of the page."""
    return element.tag == "sup" and element.find(".//a") is not None and bool(_NOTE.fullmatch(element.text_content()))


def looks_aside(element: HtmlElement) -> bool:
    """Tell whether tag, role or names of an element say that it is not the page's own text."""
    if element.tag in _ASIDE_TAGS or element.get("role") in _ASIDE_ROLES:
        return True
    if element.tag in ("html", "body", "main", "article", "p", "h1"):
        return False
    return bool(_ASIDE_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"))


@dataclass(slots=True)
class _Walk:
    found: list[Block] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    linked: int = 0
    tags: list[str] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)
    links: int = 0
    numbers: list[int] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    seen: int = 0
    pre: int = 0
    counts: list[int | None] = field(default_factory=list)
    rows: list[bool] = field(default_factory=list)
    entered: list[HtmlElement] = field(default_factory=list)

    def enter(self, element: HtmlElement) -> None:
        """Open an element: a block ends the line before it, others add to it."""
        tag = element.tag
        self.entered.append(element)
        self.seen += 1
        if tag in BLOCKS:
            self._open_block(element)
        elif tag == "br":
            self.buffer.append(" " if self._in_row else BREAK)
        elif tag == "a":
            self._open_link()
        elif tag in ("sup", "sub"):
            self.raised.append(tag)
        if tag in BLOCKS and looks_aside(element):
            self.asides.append(self.seen)
            self.numbers.append(len(self.entered))
        if tag == "pre":
            self.pre += 1
        self._say(element.text)

    def leave(self, element: HtmlElement) -> None:
        """Close an element, and add the words behind it."""
        if self.entered and self.entered[-1] is element:
            tag = element.tag
            if tag in BLOCKS:
                self._close_block(tag)
            elif tag == "a":
                self.links -= 1
                self.buffer.append(LINK)
            elif tag in ("sup", "sub"):
                self.raised.pop()
            elif _ends_with_label(self.buffer):
                self.buffer.append(" ")
            if tag == "pre":
                self.pre -= 1
            if self.numbers and self.numbers[-1] == len(self.entered):
                self.numbers.pop()
                self.asides.pop()
            self.entered.pop()
        if self.entered:
            self._say(element.tail)

    @property
    def _in_row(self) -> bool:
        """Whether the walk is inside a row of data, which is one line."""
        return bool(self.rows) and self.rows[-1]

    def _open_block(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "tr":
            self.flush()
            self.rows.append(_is_data(element))
            self.tags.append("tr" if self.rows[-1] else "")
            return
        if self._in_row and tag in ("td", "th"):
            self._open_cell(element)
        elif not self._in_row and not "".join(self.buffer[-3:]).rstrip().endswith(PAIR):
            self.flush()
        if tag in ("ol", "ul"):
            self.counts.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.buffer.append(self._bullet())
        if tag in _TAGGED:
            self.tags.append(tag)

    def _bullet(self) -> str:
        """Return what stands before the next list item: its number in an ordered list, a dot in others."""
        if not self.counts or self.counts[-1] is None:
            return "• "
        self.counts[-1] += 1
        return f"{self.counts[-1]}. "

    def _open_cell(self, cell: HtmlElement) -> None:
        label = _label_before(cell)
        if label is not None and pages.words().labels.get(label) == "title":
            self.flush()  # the title is a line of its own, as it would be without a table
            self.tags[-1] = "title"
        elif cell.getprevious() is not None:
            self.buffer.append(CELL if label is None else PAIR)

    def _close_block(self, tag: str) -> None:
        if tag == "dt":
            self.buffer.append(PAIR)
        elif self._in_row and tag != "tr":
            self.buffer.append(" ")
        else:
            self.flush()
        if tag == "tr":
            self.rows.pop()
        elif tag in ("ol", "ul"):
            self.counts.pop()
        if tag in _TAGGED and self.tags:
            self.tags.pop()

    def _open_link(self) -> None:
        self.links += 1
        # Two links with nothing between them are two items of a menu.
        if LINK in "".join(self.buffer[-2:]).rstrip()[-1:]:
            self.buffer.append("\u2003")

    def _say(self, words: str | None) -> None:
        if not words:
            return
        words = _MARKS.sub(" ", words)
        if self.pre:
            words = words.replace("\r\n", "\n").replace("\n", BREAK)
        if self.raised and not any(c.isalpha() and c != "n" for c in words):
            words = words.translate(_RAISED if self.raised[-1] == "sup" else _LOWERED)
        self.buffer.append(words)
        if self.links:
            self.linked += sum(c.isalnum() for c in words)

    def flush(self) -> None:
        """End the line: set its white space and keep it, in parts where it was broken."""
        joined, linked = "".join(self.buffer), self.linked
        self.buffer, self.linked = [], 0
        gap = True
        for part in joined.split(BREAK):
            text = _set(part)
            if text.strip("•" + PAIR + " "):
                self.found.append(Block(text, self.tags[-1] if self.tags else "", tuple(self.asides), linked, gap))
                gap = False
            elif self.found:
                gap = True


def _set(part: str) -> str:
    """Collapse white space as a browser does; menus keep two spaces between their items."""
    part = _INVISIBLE.sub("", part).replace(LINK, "")
    items = [" ".join(item.split()) for item in part.split("\u2003")]
    text = "  ".join(item for item in items if item)
    if CELL in text:
        text = re.sub(rf"\s*{CELL}\s*", CELL, text)
    text = text.strip(CELL + " ").replace(CELL, " | ")
    return re.sub(rf"\s*{PAIR}\s*", PAIR, text).strip(PAIR) if PAIR in text else text


def _is_data(row: HtmlElement) -> bool:
    """Tell whether a row of a table is data, so that it reads as one line, and does not arrange the page.

    Then it has two cells or more, no table in it, and none of its cells holds running text.
    """
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if (
        len(cells) < 2
        or row.find(".//table") is not None
        or next(row.iterancestors("table"), row).get("role") == "presentation"
    ):
        return False
    return not any(
        len(cell.text_content()) > 300 or len(cell.findall(".//p")) > 2 or len(cell.findall(".//br")) > 2 for cell in cells
    )


def _label_before(cell: HtmlElement) -> str | None:
    """Return the label that the cell before this one holds, in lower case, or None where that is a value too."""
    before = cell.getprevious()
    if before is None or not isinstance(before.tag, str) or cell.tag == "th":
        return None
    printed = " ".join(before.text_content().split())
    name = printed.rstrip(" :：").lower()
    colon = len(name) < 40 and printed.endswith((":", "："))
    return name if before.tag == "th" or colon or name in pages.words().labels else None


def _ends_with_label(buffer: list[str]) -> bool:
    """Tell whether an inline element that ends here held a label, which the page sets apart by its style alone."""
    return bool(buffer) and buffer[-1].strip().lower() in pages.words().labels
