"""Lines that belong to the site and not to the page: menus, share and read-also lines, comments, footers.

They are kept in the text and set aside from reading. What decides is vocabulary (`languages/<code>/data/page.yml`) and shape:
a line in pieces, a line without words, a short line in a script that is not the page's own.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.decode import labels
from onrecord.languages import pages
from onrecord.model import Span

_NO_WORDS = re.compile(r"[\W_]*$")
_ADDRESS = re.compile(r"(?:[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|(?!\d{4}[.-])\+?[\d\s()-]{7,}|@\w+)$")
_CRUMBS = re.compile(r"\s+(?:>|»|›|→|::)\s+")
_SENTENCE_END = re.compile(r"[.!?。…][\"”’'»」)\]]*$")
_SPACED = re.compile(r"[가-힣](?: [가-힣])+")
_TAGS = re.compile(r"(?:#\w+[\s,]*)+$")
_TRIM = "←→‹›«» \t\u00a0\u200b\ufeff•·◦▪▶►▷▲○●□■◇◆※*|<>[]()«»#-–—:.…!"


def is_furniture(text: str) -> bool:
    """Tell whether a line is furniture by itself, whatever stands around it."""
    words = pages.words()
    bare = text.strip()
    if _NO_WORDS.match(bare) or _ADDRESS.match(bare) or _TAGS.match(bare):
        return True
    if _is_alone(bare) or words.furniture.fullmatch(bare.strip(" \u00a0\u200b•·▶►▷*")):
        return True
    return opens_with_lead(bare) or _is_trail(bare) or _is_menu(bare) or _is_row(bare)


def opens_list(text: str) -> bool:
    """Tell whether a line is the heading of a list of other pages."""
    return text.strip(_TRIM).lower() in pages.words().lists


def opens_comments(text: str) -> bool:
    """Tell whether a line is the heading of readers' comments, such as "Comments (14) | Show all"."""
    head = re.split(r"[|(:\d]", text.strip(_TRIM), maxsplit=1)[0]
    return head.strip(_TRIM).lower() in pages.words().comments


def _is_alone(piece: str) -> bool:
    known = pages.words().alone
    bare = piece.strip(_TRIM).lower()
    if _SPACED.fullmatch(bare):  # 보 도 자 료
        bare = bare.replace(" ", "")
    return bare in known or piece.lower() in known


@cache
def _lead() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, pages.words().leads), key=len, reverse=True))
    return re.compile(rf"[\W_]*(?P<lead>{names})(?P<mark>\s*(?:\([^)]*\)\s*)?[:：|]|\s*[—–-]\s|\s+|$)", re.IGNORECASE)


def opens_with_lead(text: str) -> bool:
    """Tell whether a line leads elsewhere: "Read also: …".

    Without a colon it does where the words that lead are several, or Korean, and the line is no sentence.
    """
    match = _lead().match(text)
    if match and len(text) <= 400:
        if match["mark"].strip():
            return True
        several = " " in match["lead"] or "가" <= match["lead"][0] <= "힣"
        if several and len(text) <= 120 and not _SENTENCE_END.search(text):
            return True
    # "Print run 1,000 copies. Share: Telegram, Facebook"
    tail = re.split(r"(?<=[.!?])\s+", text)[-1] if len(text) <= 120 else ""
    match = _lead().match(tail) if tail != text else None
    return (
        bool(match and match["mark"].strip().endswith((":", "："))) and match is not None and match["lead"].lower() in _SHARING
    )


_SHARING = frozenset({"share", "share this", "share on", "tags", "поделиться", "теги", "공유하기", "태그"})


def _is_trail(text: str) -> bool:
    """Find a trail of pages: "Global Networking > 상세화면", "Main page / Press service / News"."""
    if len(text) > 160 or _SENTENCE_END.search(text):
        return False
    parts = [part for part in _CRUMBS.split(text) if part.strip()]
    if len(parts) > 1:
        return all(len(part.split()) <= 8 for part in parts)
    parts = re.split(r"\s+/\s+", text)
    if len(parts) < 2 or any(len(part.split()) > 6 for part in parts):
        return False
    return sum(map(_is_alone, parts)) * 2 >= len(parts)


def _is_menu(text: str) -> bool:
    """Find a row of links: most pieces are known, the others are a few words each."""
    parts = [span.of(text) for span in labels.pieces(text, Span(0, len(text)))]
    if len(parts) < 2:
        return False
    known = [part for part in parts if is_piece(part)]
    others = [part for part in parts if not is_piece(part)]
    if any(len(part.split()) > 7 or _SENTENCE_END.search(part) for part in others):
        return False
    return len(known) * 2 > len(parts) or (len(parts) > 3 and len(known) >= 2)


def _is_row(text: str) -> bool:
    """Find links that stand side by side with spaces between them: "페이스북 트위터 카카오톡"."""
    items, at = text.lower().replace("/", " ").split() if len(text) <= 80 else [], 0
    found, known = 0, pages.words().alone
    while at < len(items):
        size = next((size for size in (4, 3, 2, 1) if " ".join(items[at : at + size]).strip(_TRIM) in known), 0)
        if not size:
            return False
        at, found = at + size, found + 1
    # In English or Russian two such words may make a heading ("Press events").
    return found >= (2 if re.search("[가-힣]", text) else 3)


def is_piece(part: str) -> bool:
    """Tell whether one piece of a line is furniture."""
    match = _lead().match(part)
    return (
        _is_alone(part)
        or bool(_ADDRESS.match(part))
        or bool(match and match["mark"].strip())
        or bool(pages.words().furniture.fullmatch(part))
    )
