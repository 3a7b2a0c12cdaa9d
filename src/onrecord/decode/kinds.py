"""What each paragraph of a page is: title, heading, dateline, metadata, caption, body or furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.decode import furniture, labels, page_date, written_dates
from onrecord.languages import pages
from onrecord.model import PageFact, ParagraphKind, Span

_SENTENCE_END = re.compile(r"[.!?。…;,][\"”’'»」』)\]]*$")
_BULLET = re.compile(r"\s*(?:[•·◦▪*+]|[-–—―]|\d{1,2}[.)])\s")
_SPEECH = re.compile(r"\s*[“\"«‘「『—–-]")
_CAPTION_MARK = re.compile(r"\s*▲\s?\S")

READABLE_METADATA = frozenset({"author", "contact", "place", "site"})
"""Labels of people, places and bodies: their lines are read, those of counters and dates are not."""


LONGEST = 600
"""Code points of a line beyond which it is prose, whatever words it begins with."""

NEAR = 8
"""Paragraphs around the main text of a marked-up page in which its own date, counters and authors stand."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What markup tells of a paragraph.

    Attributes:
        kind: what it is, where markup settles that.
        aside: whether it lies in navigation, a header, a footer or a side column.
        main: whether it belongs to the main text; None where markup does not tell, as in plain text.
        pairs: label and value where markup sets them apart (a definition list, a table of two columns).
    """

    kind: ParagraphKind | None = None
    aside: bool = False
    main: bool | None = None
    pairs: tuple[tuple[Span, Span], ...] = ()


@dataclass(slots=True)
class Line:
    """A paragraph on its way to its kind. `settled` is False as long as only its shape speaks."""

    span: Span
    text: str
    language: str
    hint: Hint = Hint()
    kind: ParagraphKind = "body"
    settled: bool = False
    facts: list[PageFact] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The words in a form in which repetitions are equal."""
        return " ".join(self.text.split()).strip(" .•*#").lower()


def classify(
    text: str, spans: Sequence[Span], languages: Sequence[str], page_language: str, hints: Sequence[Hint] | None = None
) -> list[Line]:
    """Return the paragraphs with their kinds and the facts that they state, in order."""
    told = hints if hints is not None else [Hint()] * len(spans)
    lines = [Line(*given) for given in zip(spans, [span.of(text) for span in spans], languages, told, strict=True)]
    for line in lines:
        if line.hint.aside:
            line.kind, line.settled = "furniture", True
    own = [line for line in lines if not line.settled]
    main = [number for number, line in enumerate(own) if line.hint.main]
    for number, line in enumerate(own):
        at_edge = number < page_date.HEAD or number >= len(own) - page_date.TAIL
        _by_itself(text, line, page_language, at_edge=at_edge)
        if line.hint.main is False and not (line.settled and main and main[0] - NEAR <= number <= main[-1] + NEAR):
            line.kind, line.settled = "furniture", True
    _set_aside_comments(own)
    _set_aside_lists(own)
    _set_aside_running_lines(own)
    title = _title(own)
    title_key = title.key if title else ""
    for line in lines:
        if line is title:
            line.kind = "title"
        elif title and line.key == title_key:
            line.kind = "furniture"
        elif (
            line.kind == "body"
            and not line.settled
            and (line.hint.kind in ("heading", "title") or (line.hint.kind is None and _is_heading(line)))
        ):
            line.kind = "heading"
    return lines


def _by_itself(text: str, line: Line, page_language: str, *, at_edge: bool) -> None:
    """Settle what a line's own words tell."""
    words = line.text.strip()
    if len(words) > LONGEST and line.hint.kind is None:
        line.facts = labels.find(text, line.span)
        return
    if line.hint.kind == "caption" or is_caption(words):
        line.kind, line.settled = "caption", True
        return
    line.facts = labels.find(text, line.span) or [
        fact for label, value in line.hint.pairs for fact in labels.of_pair(text, label, value)
    ]
    kind: ParagraphKind | None = None
    if line.facts and _is_covered(text, line):
        told = pages.words().labels
        readable = any(told.get(fact.label.lower()) in READABLE_METADATA and "@" not in fact.value for fact in line.facts)
        kind = "dateline" if readable else "metadata"
    elif pages.words().bylines.fullmatch(words):
        kind = "dateline"
    elif line.hint.kind == "title":
        return
    elif at_edge and not furniture.opens_with_lead(words) and page_date.date_line(text, line.span):
        kind = "dateline"
    elif furniture.is_furniture(words) or _is_foreign(line, page_language):
        kind = "furniture"
    elif at_edge and page_date.issue(text, line.span):
        kind = "dateline"
    if kind:
        line.kind, line.settled = kind, True


def is_caption(words: str) -> bool:
    """Tell whether a line is a picture's caption or credit: "[Photo: …]", "▲ …", "Фото: …"."""
    if _CAPTION_MARK.match(words):
        return True
    match = re.match(r"[\[(<]?\s*(?P<word>[^\W\d_]+(?: [^\W\d_]+){0,2})\s*(?:\([^)]*\)\s*)?[\]:=]\s*", words)
    return bool(match and match["word"].lower() in pages.words().captions and len(words) > match.end())


def _is_covered(text: str, line: Line) -> bool:
    """Tell whether a line holds nothing but label-value pairs, furniture and short names beside them."""
    for piece in labels.pieces(text, line.span):
        if any(piece.overlaps(fact.span) for fact in line.facts):
            inside = sum(max(0, min(piece.end, fact.span.end) - max(piece.start, fact.span.start)) for fact in line.facts)
            if inside < 0.6 * (piece.end - piece.start):
                return False
        elif not furniture.is_piece(piece.of(text)) and not page_date.date_line(text, piece):
            return False
    return True


def _is_foreign(line: Line, page_language: str) -> bool:
    """Tell whether a short line is in another script than the page, as menus for other readers are."""
    alone = {"ko", "ja", "zh", "ar", "he", "el", "ka", "hy"}
    cyrillic = {"ru", "kk", "uk", "be", "bg", "sr", "mn", "mk", "uz"}

    def script(language: str) -> str:
        return language if language in alone else "cyrillic" if language in cyrillic else "latin"

    if page_language == "und" or line.language == "und" or script(line.language) == script(page_language):
        return False
    return len(line.text) < 80 and not _SENTENCE_END.search(line.text)


def _set_aside_comments(lines: list[Line]) -> None:
    """Set aside what follows the heading of readers' comments, where no long prose comes after it."""
    for number, line in enumerate(lines):
        if line.kind == "furniture" and furniture.opens_comments(line.text):
            rest = lines[number + 1 :]
            if sum(len(r.text) > 250 for r in rest) <= len(rest) // 3:
                for following in rest:
                    if following.kind not in ("metadata", "dateline"):
                        following.kind, following.settled = "furniture", True
                return


def _set_aside_lists(lines: list[Line]) -> None:
    """Set aside the headlines that stand under "Related articles" and the like."""
    inside = False
    for line in lines:
        if furniture.opens_list(line.text):
            line.kind, line.settled, inside = "furniture", True, True
        elif inside and (len(line.text) > 140 or re.search(r"[.!?。][\"”’'»」)\]]*$", line.text)):
            inside = False
        elif inside:
            line.kind, line.settled = "furniture", True


def _set_aside_running_lines(lines: list[Line]) -> None:
    """Set aside short lines that stand three times or more: page heads, buttons."""
    counts = Counter(line.key for line in lines if len(line.text) < 100)
    for line in lines:
        if counts[line.key] > 3 and not line.settled and not _BULLET.match(line.text):
            line.kind, line.settled = "furniture", True


def _is_heading(line: Line) -> bool:
    words = line.text.strip()
    if len(words) > 110 or len(words.split()) > 14 or _SENTENCE_END.search(words):
        return False
    if any(found.date.day for found in written_dates.find(words)):
        return False  # day, hour and hall of an occasion
    return not _BULLET.match(words) and not _SPEECH.match(words)


def _title(lines: list[Line]) -> Line | None:
    """Return the title: a line that is repeated, or the first before the body that is no name of a site."""
    head: list[Line] = []
    for line in lines:
        if line.kind in ("furniture", "metadata", "dateline", "caption"):
            continue
        if not _can_be_title(line):
            break
        head.append(line)
    marked = [line for line in lines if line.hint.kind == "title" and line.kind != "furniture"]
    if marked:
        return marked[0]
    counts = Counter(line.key for line in lines)
    repeated = [line for line in head if counts[line.key] > 1 and len(line.text.split()) >= 3]
    if repeated:
        return repeated[0]
    long_enough = [line for line in head if len(line.text.split()) >= 3 and not _names_action(line)]
    own = [line for line in long_enough if not names_site(line.text)]
    return own[0] if own else long_enough[-1] if long_enough else None


_ENDS_SENTENCE = re.compile(r"[.。][\"”’'»]*\Z")


def _can_be_title(line: Line) -> bool:
    words = line.text.strip()
    if len(words) > 260 or len(words.split()) > 40 or _BULLET.match(words) or words.endswith((":", ";", ",")):
        return False
    sentences = re.findall(r"[.!?。][\"”’'»]?\s+[^\W\d_a-zа-я]", words)
    return (
        not (_ENDS_SENTENCE.search(words) and (len(words) > 100 or sentences))
        and page_date.dateline(words, Span(0, len(words))) is None
    )


def _names_action(line: Line) -> bool:
    """Tell whether one of a line's pieces is a button, as in "UPCOMING WEBINAR | REGISTER NOW"."""
    parts = [piece.of(line.text) for piece in labels.pieces(line.text, Span(0, len(line.text)))]
    return len(parts) > 1 and any(furniture.is_piece(part) for part in parts)


def names_site(text: str) -> bool:
    """Tell whether a line is no more than the name of an institution or a paper: "U.S. Department of State"."""
    words = re.findall(r"[^\W_][\w’'.-]*", text)
    if not words or len(words) > 9 or re.search(r"[:?!“”\"]", text):
        return False
    site = pages.words().site_words
    if page_date.ISSUE_NUMBER.search(text):  # "Newsletter No. 41"
        return bool({word.lower() for word in words} & (site | pages.words().issue_words))
    if re.search(r"\d{2}", text):
        return False
    if "가" <= words[-1][-1] <= "힣":  # the head of a Korean name comes last
        return "," not in text and any(words[-1].endswith(word) for word in site)
    return any(word.lower().strip(".") in site for word in words) and not any(_acts(word) for word in words)


def _acts(word: str) -> bool:
    """Tell whether a word shows that a line says something: in English any in lower case, in Russian the ending of a verb."""
    if not word.islower() or word in _SMALL:
        return False
    return bool(re.search(r"[a-z]", word) or (_RUSSIAN_VERB.search(word) and word not in pages.words().site_words))


_RUSSIAN_VERB = re.compile(r"..(?:л|ла|ло|ли|лся|лась|лись|лось|ет|ит|ют|ут|ят|ется|ится|ются|ены|ено|ана|ана|аны)$")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "du", "&", "with"})
