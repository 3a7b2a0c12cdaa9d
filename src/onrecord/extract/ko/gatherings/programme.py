"""What labelled lines of a programme or an announcement say: 주최: …, 사회: …, 13:30-13:50 개회사 …, 일시: …, 장소: ….

Also lists under a heading (2. 참석자), and labels in brackets, behind a name (고리안(사회)) or before one (주최: 누리연구원).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.extract.entities import Entities
from onrecord.extract.ko import governments, role_words
from onrecord.extract.ko.enclosed import is_enclosed
from onrecord.extract.ko.gatherings import houses, programme_tables
from onrecord.extract.ko.gatherings.roles import Part
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, names, vocabulary
from onrecord.languages.ko.parse import Reading
from onrecord.model import Document, Person, Phrase, Span, Who
from onrecord.model.facts import Role

_BULLET = r"[ \t·▪•▲△▶○●◎ㅇ◇◆□■▣❍◦‣※\-–*]*(?:(?:[가-하]|\d{1,2})[.)]\s?|[①-⑳]\s?)?"
_TIME = r"(?:\d{1,2}:\d{2}(?:\s?[-~∼–]\s?(?:\d{1,2}:\d{2})?)?\s*[|ㅣ/·]?\s+)?"
_LINE = re.compile(
    _BULLET + _TIME + r"(?:(?P<label>[가-힣·/]{2,8}(?: ?\d)?|[가-힣]{1,4}(?: [가-힣]{1,4}){1,2}"
    r"|[가-힣]{2,8}\s?측 [가-힣]{2,6}|[A-Z][A-Za-z-]{3,12})"
    r"(?P<mark>\s?(?:\(\d{1,2}:\d{2}[^()\n]{0,8}\)\s?)?[:：|>]\s?|\s{2,}|(?: ?\d)?\s[–—-]\s)"
    r"|(?P<spaced>[가-힣](?:[ \u3000]{1,4}[가-힣]){1,3}(?: ?\d)?)\s?[:：|]\s?"
    r"|[\[<【〔](?P<boxed>[가-힣]{2,6})[\]>】〕]\s?(?=[가-힣]))"
)
"""The beginning of a line: bullets, the time of day, a label (좌 장), and a colon or the white space of a table."""
_BEFORE_NAME = re.compile(_BULLET + _TIME + r"(?P<label>[가-힣]{2,6})\s")
"""The beginning of a line whose label is set apart by a blank alone: 사회 도나은 교수."""

_ORGANIZERS = re.compile(_BULLET + r"(?P<label>주최|주관|후원|협찬|공동\s?주최|공동\s?주관)\s")
"""The beginning of a line that tells who organizes, where a blank alone sets the label apart: 주관 하람대 통일연구소."""

_BYLINE = re.compile(
    r"[\s\[(]*(?:대담|정리|글|진행|인터뷰)\s?[=:：·]?\s?[^\n]{0,20}(?:기자|편집장|편집위원|편집국장|특파원|논설위원)"
)
"""Who writes: 대담 봉초이 편집장 | 정리 라온유 기자."""

_BULLETS = re.compile(_BULLET)

_NUMBERING = re.compile(r"[①-⑳\s\d.)]")
_PROSE = re.compile(r"[다요죠까]\.?\s*$")
_WHEN_AND_WHERE = _BULLET + r"(?:(?:일시|기간|일정)\s?(?:/|·|및|,)\s?장소|Date\s?(?:&|and|/)\s?(?:Venue|Place)|"
"""One label for the day and the place: 일시/장소: 2026. 6. 18.(목) / 인천 누리홀."""
_WHEN = re.compile(
    _WHEN_AND_WHERE + r"언제|"
    r"때|일\s*시|날\s*짜|일\s*자|행사 ?일자|행사 ?일시|개최 ?일시|기\s*간|행사 ?기간|Date|When)\s?[:：|>]\s?"
)
_WHERE = re.compile(_WHEN_AND_WHERE + r"어디서|장\s*소|행사 ?장소|개최 ?장소|곳|Venue|Place|Location)\s?[:：|>]\s?")
_HEADING = re.compile(
    _BULLET + r"[\[<【〔]?(?P<heading>[가-힣][가-힣 ]{1,9})\s?(?:\((?:\d+\s?명|[가-힣 ]{2,8})\))?\s?[\]>】〕:：]?\s*$"
)
_SECTION = re.compile(r"\s*(?:\d{1,2}|[IVX]{1,4})\.\s|\s*[□■◇◆▣]")
_WORD = re.compile(r"[가-힣]+")
_LINES = re.compile(r"[^\n]+")
_NO_PART = re.compile(r"[\s\d]")
_BEHIND = re.compile(r"[^(),:\n]{0,20}\((?P<label>[가-힣]{2,5})\)")
_ONLINE = re.compile(r"온라인|화상|줌|유튜브|Zoom|ZOOM|웨비나")


@dataclass(slots=True)
class Programme:
    """Who has which role by the labels, and when and where the labels say that it is."""

    parts: list[Part] = field(default_factory=list)
    inline: list[Part] = field(default_factory=list)
    """Whom brackets behind the name of a gathering tell."""
    dates: list[DateMention] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)

    @property
    def date(self) -> DateMention | None:
        """The first day that a label tells."""
        return self.dates[0] if self.dates else None

    @property
    def place(self) -> Span | None:
        """The first place that a label tells."""
        return self.places[0] if self.places else None


def read(document: Document, reading: Reading, entities: Entities) -> Programme:
    """Return what labelled lines say of the gathering that the page is about."""
    text = document.text
    lines = [sentence.span for sentence in reading.sentences]
    labels = [_LINE.match(text, *line) for line in lines]
    told = [(line, label) for line, label in zip(lines, labels, strict=True) if not _BYLINE.match(text, *line)]
    found = Programme(parts=[part for line, label in told for part in _labelled(text, line, label, entities)])
    found.parts += programme_tables.rows(text, [line for line, _ in told], entities, role_words.labels())
    found.parts += _marked(text, lines, entities)
    found.parts += _continued(text, lines, labels, entities)
    found.parts += _with_dashes(text, lines, entities)
    found.parts += _under_headings(text, lines, entities)
    found.parts += _behind_names(text, entities)
    found.inline += _in_brackets(text, entities)
    for paragraph in document.paragraphs:
        for m in _LINES.finditer(text, *paragraph.span):
            span = Span(*m.span())
            when, where = _WHEN.match(text, *span), _WHERE.match(text, *span)
            date = _date(document, Span(when.end(), span.end)) if when else None
            if date:
                found.dates.append(date)
            place = _city(text, Span(where.end(), span.end)) or _venue(text, Span(where.end(), span.end)) if where else None
            if place:
                found.places.append(place)
    if not found.dates:
        _take_when_and_where(document, found)
    return found


_DAY_AND_PLACE = re.compile(
    r"^[ \t]*(?=(?:19|20)\d\d\s?[.년])[^|/@\n가-힣]*(?:[년월일화수목금토부터까지]{1,2}[^|/@\n가-힣]*){1,8}"
    r"[|/@,·]\s?(?P<where>[가-힣][^|/\n]{1,30})$",
    re.MULTILINE,
)
"""A line of a day and a place without labels: 2026년 7월 20일 ~ 7월 22일 / 강릉 청소년수련관."""


def _take_when_and_where(document: Document, found: Programme) -> None:
    """Take the day and the place from the first line that tells both and nothing else."""
    text = document.text
    line = _DAY_AND_PLACE.search(text)
    if line is None:
        return
    where = Span(*line.span("where"))
    place = _city(text, where) or (
        houses.house_of(text, where) if vocabulary.ending("gatherings", "venues", where.of(text)) else None
    )
    date = _date(document, Span(line.start(), where.start))
    if date and place:
        found.dates.append(date)
        found.places.append(place)


def is_labelled(line: str) -> bool:
    """Tell whether a line has a label before a colon or a column, as those of a programme have: ○ 일시: …."""
    return any(pattern.match(line) for pattern in (_LINE, _WHEN, _WHERE))


def _label(match: re.Match[str] | None) -> str:
    return _NO_PART.sub("", _printed(match)) if match else ""


def _printed(match: re.Match[str]) -> str:
    """Return a label as it is printed: before a colon, with blanks between its syllables, or in a box."""
    return match["label"] or match["spaced"] or match["boxed"]


_SIDE = re.compile(r"[가-힣]{1,8}(?:측|대표단|명단)")
"""The label above or before those who were there of one side: 우리측, 카자흐스탄측 대표단, 참석자 명단."""


def _role_of(label: str) -> Role | None:
    """Return the role that a label tells of those behind it, also one that names their side first: 우리측 참석자."""
    known = role_words.labels()
    role = known.get(label) or known.get(label.rpartition("측")[2])
    return role or ("participant" if _SIDE.fullmatch(label) else None)


def _labelled(text: str, line: Span, match: re.Match[str] | None, entities: Entities) -> Iterator[Part]:
    role = _role_of(_label(match))
    if match is not None and role is not None:
        yield from _named(text, Span(match.end(), line.end), entities, role, _printed(match))
        return
    match = _ORGANIZERS.match(text, *line)
    if match is not None and not _PROSE.search(text, *line):
        first = next((span for span, who in entities.within(Span(match.end(), line.end)) if isinstance(who, Who)), None)
        if (first is not None and first.start == match.end()) or governments.among(text, Span(match.end(), line.end), []):
            yield from _named(text, Span(match.end(), line.end), entities, "organizer", match["label"])
            return
    match = _BEFORE_NAME.match(text, *line)
    role = role_words.labels().get(match["label"]) if match else None
    if (
        match is not None
        and role is not None
        and not _PROSE.search(text, *line)
        and _opens_with_name(text, match.end(), entities)
    ):
        yield from _named(text, Span(match.end(), line.end), entities, role, match["label"])


_LECTURE = re.compile(
    _BULLET + r"제?\s?\d{1,2}\s?(?:강|강의|회차|주차|차시|발표|주제)(?=[\s.:(（])"
    r"|[ \t]*[①-⑳]\s(?=[^\n]*\s[/|]\s)"
)
"""The beginning of a line that tells who gives one lecture of a course: 3강 (3/18) 초원의 증언 - 카리나 사굴로바(화가)."""

_ALONE = re.compile(_BULLET + _TIME + r"(?P<label>[가-힣·/]{2,8})[ \t]*")
"""A label on a line of its own, above those of whom it tells: 14:20 인사말."""

_LED_BY = re.compile(r"(?P<word>사회자?|진행자?|좌장)\s*[:：]?\s*$")


def _last_named(text: str, line: Span, entities: Entities, printed: str) -> Iterator[Part]:
    """Yield whom the line of a lecture names behind a dash, a colon or a bar, or at its end: he gives it."""
    people = [(s, who) for s, who in entities.within(line) if isinstance(who, Person)]
    for span, who in people:
        before = text[line.start : span.start].rstrip()
        led = _LED_BY.search(before)
        if led:
            yield Part(who, "moderator", span, led["word"])
        elif before.endswith(("-", "–", "—", ":", "：", "|", "/", ",", "·")):
            yield Part(who, "speaker", span, printed)


_DASHED = re.compile(r"(?:^|[:：/|,·(]\s?)(?P<label>[가-힣]{2,6})\s?[–—-]\s|\s[–—-]\s(?P<behind>[가-힣]{2,6})\s?[:：]\s?")
"""A label before a dash, or between a dash and a colon."""


def _with_dashes(text: str, lines: list[Span], entities: Entities) -> Iterator[Part]:
    """Yield whom dashes part from their labels: 개회식 : 개회사 - X 회장 / 축사 - Y 시장; 1강 핵의 역사 - 강사: Z."""
    for line in lines:
        for label in _DASHED.finditer(text, *line) if text.find("- ", *line) >= 0 else ():
            printed = label["label"] or label["behind"]
            role = role_words.labels().get(printed)
            named = entities.within(Span(label.end(), line.end)) if role else []
            first = next(((span, who) for span, who in named if isinstance(who, Person)), None)
            if role and first and first[0].start == label.end():
                yield Part(first[1], role, first[0], printed)


_MARKED = re.compile(r"[▲△▷▶■□●○◆]\s?(?P<label>[가-힣·]{2,6})\s?=\s?(?P<told>[^▲△▷▶■□●○◆\n]+)")
"""One of several labels in a line, as papers write them: ▷주최=누리재단 ▷후원=외교부."""


def _marked(text: str, lines: list[Span], entities: Entities) -> Iterator[Part]:
    """Yield whom labels name before a sign of equality, several in a line."""
    for line in lines:
        for label in _MARKED.finditer(text, *line) if text.find("=", *line) >= 0 else ():
            if role := _role_of(label["label"]):
                yield from _named(text, Span(*label.span("told")), entities, role, label["label"])


def _continued(text: str, lines: list[Span], labels: list[re.Match[str] | None], entities: Entities) -> Iterator[Part]:
    """Yield whom lines name with their bodies that go on with the list of the labelled line above."""
    role: Role | None = None
    printed = ""
    for line, match in zip(lines, labels, strict=True):
        alone = _ALONE.fullmatch(text, *line) if match is None else None
        if alone is not None and (above := role_words.labels().get(_label(alone))):
            role, printed = above, alone["label"]
            continue
        lecture = _LECTURE.match(text, *line)
        if lecture is not None and not _PROSE.search(text, *line):
            yield from _last_named(text, Span(lecture.end(), line.end), entities, lecture[0].strip(" -·"))
            role = None
        elif match is not None:
            role, printed = _role_of(_label(match)), _printed(match)
        elif role is not None and role != "organizer":
            start = _BULLETS.match(text, *line)
            first = next((span for span, who in entities.within(line) if isinstance(who, Person)), None)
            if start and first and first.start == start.end() and text.startswith(("(", " ("), first.end):
                yield from _named(text, line, entities, role, printed)
            else:
                role = None


_TITLE = re.compile(r"[‘“「『\"'][^‘’“”「」『』\n]{2,60}[’”」』\"']\s")


def _opens_with_name(text: str, at: int, entities: Entities) -> bool:
    """Tell whether a person's name, perhaps behind a number or a title, begins a stretch: ① 사켄 무사타예프(…)."""
    title = _TITLE.match(text, at)
    at = title.end() if title else at
    first = next((span for span, who in entities.within(Span(at, at + 12)) if isinstance(who, Person)), None)
    return first is not None and first.start >= at and not _NUMBERING.sub("", text[at : first.start])


def _named(text: str, line: Span, entities: Entities, role: Role, printed: str) -> Iterator[Part]:
    """Yield whom a line names outside brackets: persons, and bodies where they organize."""
    for span, who in entities.within(line):
        host = isinstance(who, Person) or role == "organizer"
        if host and isinstance(who, Who) and not is_enclosed(text, line.start, span.start):
            yield Part(who, role, span, printed)
    if role == "organizer":
        taken = [(span, who) for span, who in entities.within(line) if isinstance(who, Who)]
        for at, named in governments.among(text, line, list(taken)):
            if isinstance(named, Phrase):
                yield Part(named, role, at, printed)


def _under_headings(text: str, lines: list[Span], entities: Entities) -> Iterator[Part]:
    """Yield whom the lines below a heading name, down to the next section: 2. 참석자 / ○ 정부: …."""
    role: Role | None = None
    printed = ""
    for line in lines:
        heading = _HEADING.match(text, *line)
        words = heading["heading"].replace(" ", "") if heading else ""
        if words in role_words.labels("headings"):
            role, printed = role_words.labels("headings")[words], heading["heading"] if heading else words
        elif _SECTION.match(text, *line):
            role = None
        elif role is not None and _label(_LINE.match(text, *line)) not in role_words.labels():
            yield from _named(text, line, entities, role, printed)


def _behind_names(text: str, entities: Entities) -> Iterator[Part]:
    """제갈윤슬 대표의원(개회사), 고리안(사회): the role in brackets behind a person."""
    for span, who in entities.mentions:
        match = _BEHIND.match(text, span.end) if isinstance(who, Person) else None
        role = role_words.labels().get(match["label"]) if match else None
        if role and match and isinstance(who, Person):
            yield Part(who, role, span, match["label"])


def _in_brackets(text: str, entities: Entities) -> Iterator[Part]:
    """(주최: 누리연구원, 후원: 외교부): bodies behind labels in brackets."""
    for bracket in re.finditer(r"\(([^()\n]*[:：][^()\n]*)\)", text):
        labels = [
            m for m in re.finditer(r"([가-힣·]{2,6}|[A-Z][A-Za-z-]{3,12})\s?[:：]", bracket[1]) if m[1] in role_words.labels()
        ]
        for k, m in enumerate(labels):
            end = labels[k + 1].start() if k + 1 < len(labels) else len(bracket[1])
            line = Span(bracket.start(1) + m.end(), bracket.start(1) + end)
            yield from _named(text, line, entities, role_words.labels()[m[1]], m[1])
    for m in re.finditer(r"\(([가-힣]{2,4})\s(?=[가-힣])[^()\n]{2,30}\)", text):  # (강사 방서하)
        if m[1] in role_words.labels():
            yield from _named(text, Span(m.end(1), m.end() - 1), entities, role_words.labels()[m[1]], m[1])


def _date(document: Document, line: Span) -> DateMention | None:
    found = [d for d in dates.find_dates(line.of(document.text), document.published) if d.date is not None]
    if not found:
        return None
    first = found[0]
    return DateMention(first.span.shifted(line.start), first.date, first.end, first.basis, first.weekday)


def _city(text: str, line: Span) -> Span | None:
    """Return the city of a line about the place, the last of the first ones in a row (카자흐스탄 알마티)."""
    for word in _WORD.finditer(text, *line):
        if names.is_place(word[0]) and not names.is_country(word[0]):
            return Span(*word.span())
    return None


def _venue(text: str, line: Span) -> Span | None:
    """Return the venue where no city is named: all up to a bracket, a comma or a stroke; nothing for what is online."""
    words = re.match(r"(?:(?! 및 | 또는 | ?& )[^(,/|+\n])+", text[line.start : line.end])
    if words is None or _ONLINE.search(words[0]):
        return None
    return houses.house_of(text, Span(line.start, line.start + len(words[0].rstrip())))
