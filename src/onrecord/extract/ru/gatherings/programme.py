"""What labelled lines of a Russian programme or announcement say: Спикеры: …, Дата: …, Место: …, 10:20 – доклад, X."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import cast

from onrecord.extract.entities import Entities
from onrecord.extract.ru import table_rows
from onrecord.extract.ru.gatherings.roles import Part
from onrecord.languages import places
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ru import dates, vocabulary
from onrecord.model import Document, Organization, Person, Span
from onrecord.model.facts import Role

_BULLET = r"[ \t•▪·*–—-]*(?:\d{1,2}[.)]\s(?!\d))?"
_BULLETED = r"[ \t]*(?:[•▪·*–—-]\s|\d{1,2}[.)]\s)"
_TIME = r"(?:\d{1,2}[:.]\d{2}(?!\.\d)(?:\s?[–—-]\s?\d{1,2}[:.]\d{2})?)"
_LABEL = re.compile(
    rf"{_BULLET}(?:{_TIME}\s?[–—-]?\s*)?(?P<label>[^\W\d][^:;.«»()\n–—]{{2,45}}?)\s?(?P<mark>:|\s[–—-]\s)(?P<rest>.*)$",
    re.DOTALL,
)
_SPOKEN = re.compile(r"[?!]\s*$|(?<![А-Яа-яё])(?i:вы|вас|вам|спасибо|коллеги|слово)(?![А-Яа-яё])")
"""What is said behind a label, in a transcript, and lists nobody: Ведущий: Профессор, вы согласны?"""
_TIMED = re.compile(rf"{_BULLET}{_TIME}\b")
_CITY_AND_DAY = re.compile(r"^\s*(?:г\.\s?)?(?P<city>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s[А-ЯЁ][\w-]+)?),\s(?P<day>\d.*)$")
_DAY_TOWN_HOUSE = re.compile(
    r"^\s*(?P<day>\d{1,2}(?:\s?[–—-]\s?\d{1,2})?\s[^,\n]{4,30}),\s(?:г\.\s?)?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+,\s(?=[А-ЯЁа-я«\"])[^.\n]{4,90}$"
)
"""A line of a programme that tells the day, the town and the house: 16 декабря 2021 г., Алматы, гостиница «Казахстан»."""
LONGEST = 30
"""Words of a line of a list at most: a longer one is text again."""


_LINES = re.compile(r"(?:\.\s)?(?P<line>[^\n]+?)(?=\.\s(?i:место|дата|время|формат)(?:\s[а-я]+){0,2}:|\n|$)")
"""Lines, and the sentences of one that begin with the label of a day or place: Начало в 15:00. Место проведения: Бишкек."""


@dataclass(slots=True)
class Programme:
    """Who has which role by the labels, when and where the labels say that it is, and how many came."""

    parts: list[Part] = field(default_factory=list)
    date: DateMention | None = None
    place: Span | None = None
    attendance: tuple[int, Span] | None = None
    lines: set[int] = field(default_factory=set)
    """Where lines begin that the list accounts for, so that no other rule reads roles in them."""
    day: DateMention | None = None
    """A day that may be the page's own, until a line beside it tells of an occasion."""
    bulleted: bool = False
    """The list that is being read has bullets or numbers, so that a line without one ends it."""
    timed: list[Span] = field(default_factory=list)
    """The lines of a timetable, which tell parts of the gathering that the page is about."""

    def covers(self, name: Span) -> bool:
        """Tell whether words stand in a line of a timetable."""
        return any(line.contains(name) for line in self.timed)


def read(document: Document, actors: Entities) -> Programme:
    """Return what the labelled lines of a page say of the gathering that it is about."""
    found = Programme()
    listed: tuple[Role, str] | None = None
    whole = _whole_list(document)
    for paragraph in document.paragraphs:
        if paragraph.kind in ("title", "caption"):
            continue
        for match in _LINES.finditer(paragraph.span.of(document.text)):
            line = Span(*match.span("line")).shifted(paragraph.span.start)
            numbered = whole is not None and re.match(_BULLETED, line.of(document.text)) is not None
            listed = _line(document, actors, line, whole if numbered else listed, found)
    if found.timed or len({part.role for part in found.parts}) > 1:
        found.date = found.date or found.day  # Бишкек, 15 мая 2023 года, over a list of who does what
    return found


def _whole_list(document: Document) -> tuple[Role, str] | None:
    """Return the role of all whom a page lists in numbered lines, as a heading tells: Список участников совещания."""
    labels = tuple(label for label, role in _labels().items() if " " in label and role == "participant")
    heads = (p.span.of(document.text).strip() for p in document.paragraphs if p.kind in ("title", "heading"))
    head = next((words for words in heads if words.lower().startswith(labels)), None)
    return ("participant", head) if head is not None else None


def _line(
    document: Document, actors: Entities, line: Span, listed: tuple[Role, str] | None, found: Programme
) -> tuple[Role, str] | None:
    """Read one line; return the role of those listed in the lines behind it."""
    words = line.of(document.text)
    _setting(document, actors, line, found)
    label = _LABEL.match(words)
    if label is None and words.rstrip().endswith(":") and ". " in words:  # 10:00 Открытие. С приветствиями выступят:
        label = _LABEL.match(words, words.rindex(". ") + 2)
    role = _role(label["label"]) if label and not _SPOKEN.search(label["rest"]) else None
    heading = _labels().get(words.strip().lower()) or _heading(actors, line, words)
    if heading is not None or table_rows.MARK in words:
        found.bulleted = False  # СПИСОК УЧАСТНИКОВ, in a line of its own
        return (heading, words.strip()) if heading is not None else _row(document.text, actors, line, listed, found)
    if label is not None and role is not None:
        found.bulleted = False
        rest = Span(line.start + label.start("rest"), line.end)
        if label["rest"].strip():
            _all(actors, rest, role, label["label"].strip(), found, line)
            return None
        return role, label["label"].strip()
    if _TIMED.match(words) or _chairs(actors, line, words, found):
        return _in_timetable(actors, line, words, listed, found)
    if listed is None or len(words.split()) > LONGEST or words[:1] in '«“"':
        return None
    return _listed(actors, line, words, listed, found)


def _heading(actors: Entities, line: Span, words: str) -> Role | None:
    """Return the role that a short line of its own gives to those in the lines behind it: Приглашённые спикеры."""
    short = len(words.split()) <= WORDS_OF_HEADING and words.strip()[-1:].isalpha() and words.strip()[:1].isupper()
    return _led_by(words.strip().lower()) if short and not any(True for _ in actors.within(line)) else None


WORDS_OF_HEADING = 4
"""Words of a heading over a list of people at most."""


def _row(text: str, actors: Entities, line: Span, listed: tuple[Role, str] | None, found: Programme) -> tuple[Role, str] | None:
    """Read a row of a table: a cell with a label tells the role of those in the others, else the heading over the table."""
    cells = table_rows.split(text, line)
    label = next((c for c in cells if c.of(text).lower().rstrip(":") in _labels()), None)
    role = (_labels()[label.of(text).lower().rstrip(":")], label.of(text)) if label is not None else listed
    named = _persons(actors, line)
    if role is not None and named:
        found.parts += [Part(e, role[0], s, role[1]) for s, e in (named if label is not None else named[:1])]
        found.lines.add(line.start)
    return listed


def _in_timetable(
    actors: Entities, line: Span, words: str, listed: tuple[Role, str] | None, found: Programme
) -> tuple[Role, str] | None:
    """Read a line of a timetable or of who is in the chair; return the role of those listed in the lines behind it."""
    if _TIMED.match(words) is None:
        return listed
    found.timed.append(line)
    _timed(actors, line, words, found)
    if _persons(actors, line):
        return None
    if _OPENING.search(words):
        return "opening", ""
    return ("speaker", "") if _SITTING.search(words) else None


def _listed(actors: Entities, line: Span, words: str, listed: tuple[Role, str], found: Programme) -> tuple[Role, str] | None:
    """Read a line of a list; return the role of those in the lines behind it, None where the list has ended."""
    part = _first(actors, line, words, *listed)
    bulleted = re.match(_BULLETED, words) is not None
    if part is None or (found.bulleted and not bulleted):
        return None
    found.bulleted = bulleted
    found.parts.append(part)
    if part.role == "participant" and any(office in words for office in vocabulary.load("programme")["chairs"]):
        found.parts.append(replace(part, role="moderator"))
    found.lines.add(line.start)
    return listed


_OPENING = re.compile(r"(?:(?i:приветственн|вступительн)[а-я]+\s(?i:слов|реч|выступлени)[а-я]+|(?i:открытие)(?:\s[а-я]+)?)\s*$")
"""What a line of a timetable ends with in whose place the lines behind it tell who speaks first."""

_SITTING = re.compile(r"(?i:заседани|секци|панел|дискусси|доклад|выступлени|сесси[яи])")
"""What a line of a timetable opens in which the lines behind it speak."""


def _persons(actors: Entities, line: Span) -> list[tuple[Span, Person]]:
    return [(s, e) for s, e in actors.within(line) if isinstance(e, Person)]


def _chairs(actors: Entities, line: Span, words: str, found: Programme) -> bool:
    """Read a line of its own that tells who is in the chair: Председательствует X."""
    if not re.match(r"\s*(?:Председательств|Вед[её]т\s|Модериру)", words):
        return False
    named = _persons(actors, line)
    found.parts += [Part(e, "moderator", s, words.split(maxsplit=1)[0]) for s, e in named]
    found.lines.add(line.start)
    return bool(named)


def _setting(document: Document, actors: Entities, line: Span, found: Programme) -> None:
    """Read when, where and how many of a labelled line, or of a line that is a town and a day."""
    words = line.of(document.text)
    label = _LABEL.match(words)
    key = _key(label["label"]) if label is not None and label["mark"] == ":" else None
    rest = Span(line.start + label.start("rest"), line.end) if label is not None else line
    if key == "when" and found.date is None:
        day = _date(document, rest)
        found.day = found.day or day
        found.date = day if day is None or day.date != document.published else None
    elif key == "where" and found.place is None:
        found.date = found.date or found.day  # Дата: … Место: …: no day of the page
        house = next(((s, e) for s, e in actors.within(rest) if isinstance(e, Organization)), None)
        if house is not None and house[0].start - rest.start <= 1:
            found.parts.append(Part(house[1], "host", house[0], label["label"] if label else ""))
        found.place = _city(document.text, rest)
    number = re.search(r"[:–—]\s(\d+)\b", words) if key == "attendance" or _counted(words) else None
    if number and found.attendance is None:
        found.attendance = int(number[1]), Span(*number.span(1)).shifted(line.start)
    alone = _CITY_AND_DAY.match(words)
    if alone and len(words) < 60 and found.date is None:
        day = _date(document, Span(line.start + alone.start("day"), line.end))
        found.day = found.day or day
        if day is not None and day.end is not None:
            found.date = day
            found.place = found.place or _city(document.text, line)
    housed = _DAY_TOWN_HOUSE.match(words)
    if housed and found.date is None:
        found.date = _date(document, Span(line.start, line.start + housed.end("day")))
        found.place = found.place or _city(document.text, line)


def _counted(words: str) -> bool:
    return any(label in words.lower() for label in vocabulary.load("programme")["attendance"])


@cache
def _labels() -> dict[str, Role]:
    return {label: role for role, labels in vocabulary.load("programme")["roles"].items() for label in labels}


def _role(label: str) -> Role | None:
    """Return the role of a label, of which either half may be in another language (Ұйымдастырушылар / Организаторы)."""
    halves = [part.strip() for part in label.lower().split("/")]
    exact = next((role for part in halves if (role := _labels().get(part))), None)
    return exact or next((role for part in halves if (role := _led_by(part))), None)


def _led_by(label: str) -> Role | None:
    """Return the role that a longer label tells by its words: С приветствиями выступят, Модераторы второй секции."""
    if len(label.split()) > WORDS_OF_LABEL:
        return None
    first = label.split(maxsplit=1)[0] if label else ""
    if first in _labels() and len(first) > 5:
        return _labels()[first]
    stems = vocabulary.load("programme")["led"]
    return next((cast("Role", role) for role, words in stems.items() if any(re.search(word, label) for word in words)), None)


WORDS_OF_LABEL = 6
"""Words of a label at most that is known by one of them."""


def _key(label: str) -> str | None:
    table = vocabulary.load("programme")
    return next((key for key in ("when", "where", "online", "attendance") if label.strip().lower() in table[key]), None)


def _all(actors: Entities, rest: Span, role: Role, printed: str, found: Programme, line: Span) -> None:
    """Give a role to everybody whom the rest of a labelled line names outside brackets and guillemets."""
    named = [(s, e) for s, e in actors.within(rest) if isinstance(e, Person | Organization)]
    kind = Organization if role == "organizer" else Person
    chosen = [(s, e) for s, e in named if isinstance(e, kind)] or (named if role != "opening" else [])
    found.parts += [Part(e, role, s, printed) for s, e in chosen]
    if chosen:
        found.lines.add(line.start)


def _timed(actors: Entities, line: Span, words: str, found: Programme) -> None:
    """Read a timed line that tells what is done and by whom: 10:20 – доклад «…», X; 14:00 – подписание … Подписывают: X."""
    lower = words.lower()
    role = next((r for r, stems in vocabulary.load("programme")["timed"].items() if any(s in lower for s in stems)), None)
    kinds = (Person, Organization) if role == "signatory" else (Person,)
    parts = [Part(e, role, s, "") for s, e in actors.within(line) if isinstance(e, kinds)] if role is not None else []
    signed = role == "signatory" and len(parts) > 1
    if signed or any(isinstance(part.who, Person) for part in parts):
        found.parts += parts
        found.lines.add(line.start)


def _first(actors: Entities, line: Span, words: str, role: Role, printed: str) -> Part | None:
    """Return who heads a line of a list: a person, a body among organizers."""
    named = [(s, e) for s, e in actors.within(line) if isinstance(e, Person | Organization)]
    kind = Organization if role == "organizer" else Person
    chosen = [(s, e) for s, e in named if isinstance(e, kind)] or (named if role != "opening" else [])
    if not chosen or (not words[:1].isupper() and not re.match(_BULLET + r"\S", words)):
        return None
    return next((Part(e, role, s, printed) for s, e in chosen if isinstance(e, Person | Organization)), None)


def _date(document: Document, rest: Span) -> DateMention | None:
    found = [d for d in dates.find_dates(rest.of(document.text), document.published) if d.date is not None]
    if not found:
        return None
    first = found[0]
    return DateMention(first.span.shifted(rest.start), first.date, first.end, first.basis, first.weekday)


def _city(text: str, line: Span) -> Span | None:
    """Return the first town that a line names."""
    known = places.by_name("ru")
    for word in re.finditer(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+", text[: line.end]):
        if word.start() >= line.start and word[0] in known:
            return Span(*word.span())
    return None
