"""The page's own date: from labels, date lines, datelines and issue lines; never from what the text tells about.

The order of trust: a label that says so (Posted on …), a line that is nothing but a date, the dateline of a report, a label
that tells of an update, the issue of a periodical. Formats follow wire style (CITY, date (AGENCY) --) as agencies print it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.decode import furniture, labels, written_dates
from onrecord.languages import pages
from onrecord.languages.datelines import dateline_end
from onrecord.model import PageFact, Paragraph, PartialDate, Span

HEAD = 14
"""Paragraphs at the start of a page among which a date line is the page's own."""

TAIL = 4
"""Paragraphs at its end, where press releases put theirs."""

_OPENING = 110
"""Code points of a paragraph in which a dateline ends."""


class PageDate(NamedTuple):
    """A date and where it stands; `rule` names how it was found."""

    date: PartialDate
    span: Span
    rule: str


def find(text: str, paragraphs: Sequence[Paragraph], facts: Sequence[PageFact]) -> PageDate | None:
    """Return the page's own date, or None where the page does not state it."""
    for key in ("published", "registered"):
        for fact in facts:
            if fact.key == key and fact.dates[0].bounds() and (found := _of_fact(text, fact, "label")):
                return found
    own = [paragraph for paragraph in paragraphs if paragraph.kind != "furniture"]
    lines = [*own[:HEAD], *own[HEAD:][-TAIL:]]
    open_year = None
    for paragraph in lines:
        found = date_line(text, paragraph.span) if paragraph.kind in ("dateline", "metadata") else None
        found = found or (dateline(text, paragraph.span) if paragraph.kind == "body" else None)
        if found and found.date.day is None and not found.date.edtf.startswith("["):
            continue
        if found and found.rule == "date-and-place" and _invites(text):
            continue
        if found and found.date.bounds():
            return found
        open_year = open_year or found
    for fact in facts:
        if fact.key == "updated" and fact.dates[0].bounds() and (found := _of_fact(text, fact, "label-update")):
            return found
    issues = (issue(text, line) for paragraph in own[:HEAD] for line in _lines_of_head(text, paragraph.span))
    found = next((found for found in issues if found), None) or (_month_at_end(text, own[-1].span) if own else None)
    return found or (_credit(text, own[-1].span) if own and open_year is None else None) or open_year or _behind(text, own)


_BEHIND_TEXT = re.compile(r"[가-힣][.]\s(?P<day>(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2})\.?(?:\s+[^\s@]+@[^\s@]+)?\s*")
"""How a caption of a Korean agency ends: behind its last sentence the day, and an address."""

_LONGEST_END = 80
"""Code points in which such an end stands."""


def _behind(text: str, own: Sequence[Paragraph]) -> PageDate | None:
    """Read the day that stands behind the last sentence of a caption: … 악수하고 있다. 2026.12.16."""
    for paragraph in own:
        end = _BEHIND_TEXT.search(text, max(paragraph.span.start, paragraph.span.end - _LONGEST_END), paragraph.span.end)
        days = written_dates.find(end["day"]) if end is not None and end.end() == paragraph.span.end else []
        if end is not None and days:
            return PageDate(days[0].date, days[0].span.shifted(end.start("day")), "caption-end")
    return None


_CREDIT = re.compile(r"[(\[（](?P<words>[^()\[\]（）\n]{6,90})[)\]）]\s*$")


def _credit(text: str, last: Span) -> PageDate | None:
    """Read the day in the credit that ends a caption: "(Hong Gil-dong/Hanul News, Nov. 9, 2022)"."""
    match = _CREDIT.search(text, max(last.start, last.end - 100), last.end)
    days = [d for d in written_dates.find(match["words"]) if d.date.day and d.date.year] if match is not None else []
    if match is None or len(days) != 1:
        return None
    rest = written_dates.without_dates(match["words"]).split()
    named = "/" in match["words"] or "," in match["words"]
    small = sum(word[0].islower() for word in rest)  # second syllables of Korean names
    if not 1 <= len(rest) <= 8 or not named or small > 2:
        return None
    return PageDate(days[0].date, days[0].span.shifted(match.start("words")), "credit")


def _lines_of_head(text: str, paragraph: Span) -> list[Span]:
    """Return the lines of a short paragraph apart, as those of an imprint are: the issue, then who writes and who asks."""
    if paragraph.end - paragraph.start > 2 * _OPENING:
        return [paragraph]
    lines = re.finditer(r"[^\n]+", paragraph.of(text))
    return [Span(m.start(), m.end()).shifted(paragraph.start) for m in lines]


def _invites(text: str) -> bool:
    """Tell whether a page calls to an occasion, so that a day and a place in its head are those of the occasion."""
    head = text[:4000].lower()
    return any(word in head for word in pages.words().invitations)


def _of_fact(text: str, fact: PageFact, rule: str) -> PageDate | None:
    """Return the day of a label, or None where it names a period, which is that of an occasion: Дата: 3–5 июня 2022 года."""
    words, at = fact.span.of(text), fact.span.start
    first = next((d for d in written_dates.find(words) if d.date.agrees(fact.dates[0])), None)
    if first is None and (short := written_dates.short_year(fact.value)):
        first, at = short, at + words.rfind(fact.value)
    return PageDate(fact.dates[0], first.span.shifted(at), rule) if first is not None else None


_DIGIT = re.compile(r"\d")
"""No date is written out without one (`written_dates.find`); most lines have none."""


def date_line(text: str, line: Span) -> PageDate | None:
    """Read a line that is a date, perhaps with a section, an author or a place beside it: "Nation | 20 June 2018".

    A line that names a venue, several times of day or a period announces an occasion and is none.
    """
    if line.end - line.start > 120 or not _DIGIT.search(text, line.start, line.end):
        return None
    dated, others = [], []
    for piece in labels.pieces(text, line):
        said = piece.of(text)
        found = [d for d in written_dates.find(said) if d.date.day or d.date.edtf.startswith("[")]
        rest = written_dates.without_dates(said).split()
        if (found and not _is_named(rest, said)) or len(found) > 1:
            return None
        if found:
            rule = "date-and-place" if rest else "date-line"
            dated.append(PageDate(found[0].date, found[0].span.shifted(piece.start), rule))
        elif rest and not labels.find(text, piece) and not furniture.is_piece(said):
            if len(rest) > 8 or re.search(r"\d", said) or {word.lower() for word in rest} & pages.words().event_words:
                return None
            others.append(said)
        elif not rest and (dated or others) and written_dates.clocks(said) > 1:
            return None
    return dated[0] if len(dated) == 1 and len(others) <= 3 else None


def _is_named(rest: list[str], said: str) -> bool:
    """Tell whether what stands beside a date is a place, an agency or an author at most: "TASHKENT. May 16, 2017. OQTEPA."."""
    words = pages.words()
    if written_dates.clocks(said) == 1 and _COUNTER.search(said):
        rest = [word for word in rest if not word.isdigit()]  # of views, behind an icon
    if written_dates.clocks(said) > 1 or any(word.isdigit() for word in rest):
        return False
    if not rest or " ".join(rest).lower() in words.alone or words.bylines.fullmatch(" ".join(rest)):
        return True
    if {word.lower() for word in rest} & words.event_words or len(rest) > 5 or len(said) > 70:
        return False
    # Korean has no capitals: outside brackets, one word (a city) may stand beside the date.
    if len(re.findall(r"[가-힣]+", written_dates.without_dates(_BRACKETS.sub(" ", said)))) > 1:
        return False
    small = [word for word in rest if word[0].islower() and word not in _CITY and f"-{word}" not in said]  # «Дала-пресс»
    return not small and not re.search(r"[!?:]", re.sub(r"\d:\d", "", said))


_COUNTER = re.compile(r"\d:\d\d\s+\d[\d,. ]*$")
_CITY = ("г",)  # г. Астана
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_AGENCY = r"(?:\([^()]{1,40}\)|/[^/]{1,30}/|\[[^\[\]]{1,40}\]|[^\W\d_a-zа-я][\w’'.\-]*(?:[ \-][^\W\d_a-zа-я][\w’'.\-]*){0,3})"
_AFTER = re.compile(rf"\)?\s*[.,]?\s*(?P<agency>{_AGENCY})?\s*[.]?\s*(?:--|[–—=-](?=\s)|:(?=\s))")
_STOP = re.compile(r"(?:\s?года)?[.)]\s+(?:(?:/[^/]{1,30}/|\([^()]{1,40}\))\.?\s+)?«?[^\W\d_a-zа-я]")
_PLACE = re.compile(
    r"[(\[]?\s*(?:[^\W\d_a-zа-я][\w’'.\-]*[\s,./=\-–—]+(?:(?:of|the|and|и|на|де)\s)?){0,6}(?:\([^()]{1,30}\)\s*[,.–—\-]*\s*)?\(?$"
)


def dateline(text: str, paragraph: Span) -> PageDate | None:
    """Read the dateline that opens a report: "SEOUL, July 8, 2021 (Haneul News) -- …", "КУРЧАТОВ. 3 октября. АГЕНТСТВО – …"."""
    opening = text[paragraph.start : min(paragraph.end, paragraph.start + _OPENING)]
    for found in written_dates.find(opening)[:1]:
        before, after = opening[: found.span.start], opening[found.span.end :]
        if pages.words().labels.get(before.strip(" ,.:").lower()):
            return None  # "Update, 13 May: …"
        if found.date.day is None or not _PLACE.match(before) or re.search(r"[가-힣](?![^\[(]*[\])])", before):
            return None
        dash = _AFTER.match(after)
        # "5 March – the day of …" is prose: a place, or an agency, belongs to a dateline.
        if not before.strip() and not (dash and dash["agency"]):
            return None
        if (
            dash
            or _STOP.match(after)
            or _STOP.match(opening[found.span.end - 1 :])
            or dateline_end(paragraph.of(text)) > found.span.end  # БИШКЕК, 14 октября 2024 года /Кабар/. X прибыл
        ):
            return PageDate(found.date, found.span.shifted(paragraph.start), "dateline")
    return None


ISSUE_NUMBER = re.compile(r"(?:№|\bno\.?|\bissue|\bvol\.?(?:ume)?|\bвыпуск|제)\s?\d+", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def issue(text: str, line: Span) -> PageDate | None:
    """Read the issue of a periodical, such as "The Review, No. 4, spring 2019" or "계간 … 2016년 여름호": a month or a year."""
    said = line.of(text)
    if len(said) > 90 or not _YEAR.search(said):
        return None
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", said)}
    periodical = bool(words & pages.words().issue_words) or bool(ISSUE_NUMBER.search(said))
    months = [d for d in written_dates.find(said) if d.date.year is not None]
    tail = _BRACKET_BEHIND.sub("", said).rstrip(" .)]»」』")
    if not periodical:
        return None
    if months and months[-1].span.end >= len(tail) - 5 and _stands_apart(said, months[-1].span.start):
        return PageDate(months[-1].date, months[-1].span.shifted(line.start), "issue")
    year = _YEAR.search(said)
    seasonal = words & pages.words().seasons
    if year and seasonal and len(tail) - year.end() < 14:
        return PageDate(PartialDate(year.group()), Span(line.start + year.start(), line.start + year.end()), "issue")
    return None


def _month_at_end(text: str, last: Span) -> PageDate | None:
    """Read the month that closes an article, alone or behind a periodical: "Июнь 2019 года", 『길』 2026년 10월호."""
    months = written_dates.find(last.of(text)) if last.end - last.start <= _LONGEST_END else []
    if len(months) != 1 or months[0].date.day is not None or months[0].date.year is None:
        return None
    rest = written_dates.without_dates(_NAMED.sub("", last.of(text)))
    return PageDate(months[0].date, months[0].span.shifted(last.start), "issue") if rest in ("", "호") else None


_NAMED = re.compile(r"『[^』]*』|«[^»]*»|“[^”]*”|\"[^\"]*\"|《[^》]*》")
"""The name of a periodical in its quotation marks."""

_BRACKET_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")
"""The whole number of an issue behind its month: 2021년 9월호 (통권 217호)."""


def _stands_apart(said: str, at: int) -> bool:
    return at == 0 or said[:at].rstrip().endswith((",", "(", "»", "”", '"', "』", "|", "–", "—", "-", ".", "·"))
