"""Label-value lines: what a page says of itself, such as 조회수 252, Views: 312 or Дата публикации: 16.03.2023."""

from __future__ import annotations

import re
from functools import cache

from onrecord.decode import written_dates
from onrecord.languages import pages
from onrecord.model import PageFact, PartialDate, Span, trimmed

LONGEST = 240
"""Code points of a line that can be a row of labels; anything longer is prose."""

DATED = frozenset({"published", "registered", "updated", "event_period", "date"})
"""Keys whose value is a date, or the first and the last day of a period."""

_SEPARATOR = re.compile(r"[|│ㅣ]|(?<=\s)[·•∙○>»›/](?=\s)|[ \u00a0]{2,}|\t+")
_MARKS = " \t\u00a0\u200b\ufeff•·◦▪▶►▷▲△○●□■◇◆※*|ㅣ│-–—"
_HOUR = re.compile(r"(?:(?:오전|오후)\s?)?\d{1,2}시(?:\s?\d{1,2}분)?|(?<![가-힣])(?:이후|부터|조간부터|석간부터)(?![가-힣])")
"""From which hour of its day a release is free: 14시 이후."""

_NUMBER = re.compile(r"\d[\d,.\u00a0 ]*")


def pieces(text: str, span: tuple[int, int]) -> list[Span]:
    """Return the parts of a line between bars, dots, arrows and wide spaces, without bullets around them."""
    found, at = [], span[0]
    for match in _SEPARATOR.finditer(text, span[0], span[1]):
        found.append(trimmed(text, at, match.start(), _MARKS))
        at = match.end()
    found.append(trimmed(text, at, span[1], _MARKS))
    return [piece for piece in found if piece.start < piece.end]


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, pages.words().labels), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[\s(\[<]))(?P<label>{names})(?P<colon>\s*[:：=|]\s*|\s*[)\]>]\s*|,?\s+|(?=\d))", re.IGNORECASE
    )


def find(text: str, line: tuple[int, int]) -> list[PageFact]:
    """Return the facts that a line of `text` states, in order; an empty list for prose."""
    if line[1] - line[0] > LONGEST:
        return [fact for fact in [_dated_opening(text, line)] if fact]
    found: list[PageFact] = []
    for piece in _with_values(text, pieces(text, line)):
        found += _in_piece(text, piece)
    if not found and (opening := _dated_opening(text, line)):
        found.append(opening)
    return found


def _with_values(text: str, parts: list[Span]) -> list[Span]:
    """Join a part of a line that is the label of a date with the day behind it, which a bar sets apart: 작성일 | 2020-12-24."""
    joined: list[Span] = []
    for part in parts:
        label = joined[-1].of(text).rstrip(_MARKS + ":：").lower() if joined else ""
        if pages.words().labels.get(label) in DATED and part.of(text)[:1].isdigit():
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined


def of_pair(text: str, label: Span, value: Span) -> list[PageFact]:
    """Return the fact that a label and a value state which markup sets apart; `other` where the label is not known."""
    name = label.of(text).strip(_MARKS + ":：")
    key = pages.words().labels.get(name.lower(), "other")
    key = "other" if key == "contact" else key
    printed, span = value.of(text), Span(label.start, value.end)
    dates = written_dates.period(printed)
    if key in DATED and not 1 <= len(dates) <= 2:
        return []
    number = _NUMBER.match(printed) if key == "views" else None
    if not name or not printed or len(printed) > LONGEST or (key == "views" and not number):
        return []
    kept = dates if key in DATED else ()
    return [PageFact(key, name, printed, span, dates=kept, number=_number(number.group()) if number else None)]


def _in_piece(text: str, piece: Span) -> list[PageFact]:
    words = piece.of(text)
    counted = re.fullmatch(r"(\d[\d,. ]*)\s*([^\W\d]+(?: [^\W\d]+)?)\.?", words)
    if counted and pages.words().labels.get(counted[2].lower()) == "views":
        return [PageFact("views", counted[2], counted[1].strip(), piece, number=_number(counted[1]))]
    if not _label().match(words, 1 if words[0] in "([<" else 0):
        behind = _label_behind(words, piece)
        return [behind] if behind else []
    matches = list(_label().finditer(words))
    found = []
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        value = trimmed(words, match.end(), following.start() if following else len(words), _MARKS + ",;")
        if value.of(words).endswith((")", "]", ">")) and not re.search(r"[(\[<]", value.of(words)):
            value = Span(value.start, value.end - 1)  # of a bracket that opens before the label
        fact = _fact(words, match, value, piece.start)
        if fact:
            found.append(fact)
        found += _author_and_date(words, match, value, piece.start)
    return found


def _label_behind(words: str, piece: Span) -> PageFact | None:
    """Read a date with its label behind it and nothing else: "2024. 11. 14.(목) 배포", "2024/07/03 21:48 송고"."""
    ends = [words.rsplit(None, count)[-count:] for count in (2, 1)]
    label = next(
        (" ".join(end).strip(_MARKS) for end in ends if " ".join(end).strip(_MARKS).lower() in pages.words().labels), ""
    )
    key = pages.words().labels.get(label.lower())
    dates = written_dates.find(words) if key in DATED - {"event_period"} else []
    if key is None or len(dates) != 1 or dates[0].span.start or dates[0].date.day is None:
        return None
    if _HOUR.sub(" ", written_dates.without_dates(words)).strip().lower() != label.lower():
        return None
    return PageFact(key, label, dates[0].span.of(words), piece, dates=(dates[0].date,))


def _author_and_date(words: str, match: re.Match[str], value: Span, shift: int) -> list[PageFact]:
    """Read the date in "Posted by the press office on March 5, 2020" and "Автор: И. Примеров, 5 марта 2020"."""
    if pages.words().labels[match["label"].lower()] != "author" or len(value.of(words)) > 90:
        return []
    dates = [d for d in written_dates.find(value.of(words)) if d.date.edtf.startswith("[") or (d.date.day and d.date.year)]
    if len(dates) != 1 or written_dates.without_dates(value.of(words)[dates[0].span.end :]):
        return []
    span = Span(match.start("label") + shift, value.start + dates[0].span.end + shift)
    return [PageFact("published", match["label"], dates[0].span.of(value.of(words)), span, dates=(dates[0].date,))]


def _fact(words: str, match: re.Match[str], value: Span, shift: int) -> PageFact | None:
    key, printed = pages.words().labels[match["label"].lower()], value.of(words)
    if not printed:
        return None
    span = Span(match.start("label") + shift, value.end + shift)
    colon = bool(re.search(r"[:：=\])>]", match["colon"]))
    if key in DATED:
        dates = _dates(printed, colon=colon)
        return PageFact(key, match["label"], printed, span, dates=dates) if dates else None
    if key == "views":
        number = _NUMBER.match(printed)
        return PageFact(key, match["label"], printed, span, number=_number(number.group())) if number else None
    if colon and key != "title" and len(printed) <= 120:
        return PageFact("other" if key == "contact" else key, match["label"], printed, span)
    return None


def _dates(printed: str, *, colon: bool) -> tuple[PartialDate, ...]:
    """Return the day, or the first and the last one, that the value of a label is; none of a value that is none."""
    if short := written_dates.short_year(printed):
        return (short.date,)
    first, dates = written_dates.find(printed), written_dates.period(printed)
    rest = written_dates.without_dates(printed).split()
    # With a colon a time, a zone or a note may stand beside the date; without one the value begins with its date.
    opens = bool(first) and not written_dates.without_dates(printed[: first[0].span.start])
    if len(dates) > 2 or len(rest) > 6 or not (colon or opens) or (rest and not colon and _is_prose(printed)):
        return ()
    return dates


def _is_prose(value: str) -> bool:
    """Tell whether a date without a colon before it goes on to a sentence: "posted 3 May 2019 a report that …"."""
    return len(value) > 60 or value.endswith((".", "!", "?")) or len(value.split()) > 10


def _number(digits: str) -> int | None:
    plain = re.sub(r"[^\d]", "", digits)
    return int(plain) if plain and len(plain) < 13 else None


def _dated_opening(text: str, line: tuple[int, int]) -> PageFact | None:
    """Read "Update, 13 May:" before prose: the label and its date are a fact, the line remains prose."""
    match = _label().match(text[line[0] : line[0] + 60])
    if not match or pages.words().labels[match["label"].lower()] not in DATED - {"event_period"}:
        return None
    rest = text[line[0] + match.end() : line[0] + 60]
    dates = written_dates.find(rest)
    if not dates or dates[0].span.start > 3 or rest[dates[0].span.end :].lstrip()[:1] not in (":", "–", "—"):
        return None
    span = Span(line[0], line[0] + match.end() + dates[0].span.end)
    key = pages.words().labels[match["label"].lower()]
    return PageFact(key, match["label"], dates[0].span.of(rest), span, dates=(dates[0].date,))
