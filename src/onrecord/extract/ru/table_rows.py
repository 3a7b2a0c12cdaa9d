"""Rows of a table that name one person each: 2 | Ли Сон А | Университет Чхоннам | аспирант."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names import people
from onrecord.languages.reading import Reading, Token
from onrecord.model import Organization, Person, Span, trimmed

MARK = " | "
"""What parts the cells of a row in the text of a page."""

LEADING_WORDS = 4
"""Words of a cell among which an office begins (младший научный сотрудник)."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: whom it names, the words of the office and the body of the other cells where they have one."""

    person: Person
    span: Span
    office: tuple[Token, ...]
    body: Organization | None


def find(reading: Reading, entities: Entities) -> Iterator[TableRow]:
    """Yield the rows in which one cell is the name of a person, in text order.

    Args:
        reading: the page's reading.
        entities: who and what it names.
    """
    for sentence in reading.sentences:
        if MARK not in sentence.span.of(reading.text):
            continue
        cells = split(reading.text, sentence.span)
        named = [(e, s) for c in cells for s, e in entities.within(c) if isinstance(e, Person) and _fills(c, s)]
        if len(named) != 1:
            continue
        person, span = named[0]
        others = [c for c in cells if not c.contains(span)]
        office = next((tokens for c in others if (tokens := _office(reading, entities, c))), ())
        body = next(
            (e for c in others for s, e in entities.within(c) if isinstance(e, Organization) and s.start == c.start), None
        )
        yield TableRow(person, Span(cells[0].start, cells[-1].end), office, body)


def split(text: str, line: Span) -> list[Span]:
    """Return the cells of a row, without the space around them."""
    found, start = [], line.start
    while start <= line.end:
        mark = text.find("|", start, line.end)
        end = mark if mark >= 0 else line.end
        cell = trimmed(text, start, end, " \n")
        if cell.end > cell.start:
            found.append(cell)
        start = end + 1
    return found


def _fills(cell: Span, name: Span) -> bool:
    """Tell whether a name is all that a cell holds, but for a number or a title before it."""
    return name.end == cell.end and name.end - name.start > (cell.end - cell.start) // 2


def _office(reading: Reading, entities: Entities, cell: Span) -> tuple[Token, ...]:
    """Return the words of a cell that begins with an office and no body, up to a comma or semicolon."""
    tokens = reading.between(cell)
    head = next((k for k, t in enumerate(tokens[:LEADING_WORDS]) if people.is_title(t)), None)
    if head is None or any(entities.at(t) is not None for t in tokens[: head + 1]):
        return ()
    end = next((k for k, t in enumerate(tokens) if t.text in (",", ";", "(") and entities.at(t) is None), len(tokens))
    return tuple(tokens[:end])
