"""Programmes written as tables with bars: 10:30~11:10 | 기조강연 「초원의 35년」 | 카나트 누를란 교수."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.extract.entities import Entities
from onrecord.extract.ko.enclosed import is_enclosed
from onrecord.extract.ko.gatherings.roles import Part
from onrecord.model import Person, Span
from onrecord.model.facts import Role

_BAR = re.compile(r"\s*[|ㅣ│\t]\s*")
_LABEL = re.compile(r"[\s·▪•▲△▶○●◎ㅇ◇◆□■※*–—-]*(?:제?\d{1,2}[.)]\s?)?(?P<words>[가-힣]{2,7}(?: [가-힣]{2,4})?)")
"""The beginning of a cell: marks, a number, and words of which the first one or two may be a label."""

_LABEL_ENDS = re.compile(r"\s?\d{0,2}\s?(?:[.:：)(「『“‘<《\[–—-]|$)|\s")
"""What may stand behind a label in its cell: the number of a talk, a mark, the title."""

_SIGNED = re.compile(r"(?:기자|특파원|통신원|편집위원|편집장)\s*(?:$|[|ㅣ│/])|입력\s?\d{4}", re.MULTILINE)
"""What stands in the line that tells who wrote an article, its section (사회) and its day."""

FEWEST = 2
"""Cells of a row."""

_COLUMN = re.compile(r"[가-힣·/]{2,8}")


def rows(text: str, lines: list[Span], entities: Entities, labels: Mapping[str, Role]) -> Iterator[Part]:
    """Yield who has which role by the cells of a row, or by the head of their column.

    Args:
        text: the document's text.
        lines: its readable lines, in text order.
        entities: who is named in it.
        labels: labels of programmes and the roles that they tell.
    """
    columns: list[Role | None] = []
    for line in lines:
        cells = _cells(text, line)
        if len(cells) < FEWEST or _SIGNED.search(text, *line):
            continue
        heads = [labels.get(cell.of(text).replace(" ", "")) if _COLUMN.fullmatch(text, *cell) else None for cell in cells]
        if all(_COLUMN.fullmatch(cell.of(text).replace(" ", "")) for cell in cells) and not entities.within(line):
            columns = heads
            continue
        yield from _row(text, cells, entities, labels, columns if len(columns) >= len(cells) else [])


def _row(
    text: str, cells: list[Span], entities: Entities, labels: Mapping[str, Role], columns: list[Role | None]
) -> Iterator[Part]:
    told: tuple[Role, str] | None = None
    for k, cell in enumerate(cells):
        own = _label(text, cell, labels)
        told = own or told
        role = told or ((columns[k], "") if k < len(columns) and columns[k] else None)
        for span, who in entities.within(cell):
            if k and isinstance(who, Person) and role and role[0] and not is_enclosed(text, cell.start, span.start):
                yield Part(who, role[0], span, role[1] or span.of(text))


def _cells(text: str, line: Span) -> list[Span]:
    """Return the cells of a line that bars part."""
    if not any(text.find(bar, *line) >= 0 for bar in "|ㅣ│\t"):
        return []
    ends = [(m.start(), m.end()) for m in _BAR.finditer(text, *line)]
    starts = [line.start, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), line.end]
    return [Span(a, b) for a, b in zip(starts, stops, strict=True) if a < b]


def _label(text: str, cell: Span, labels: Mapping[str, Role]) -> tuple[Role, str] | None:
    """Return the role that the label at the beginning of a cell tells: 발표 1. 폴리곤의 여성들, 진행: …."""
    match = _LABEL.match(text, *cell)
    if match is None:
        return None
    words = match["words"].split(" ")
    for count in range(len(words), 0, -1):
        printed = " ".join(words[:count])
        role = labels.get("".join(words[:count]))
        if role and _LABEL_ENDS.match(text, match.start("words") + len(printed), cell.end):
            return role, printed
    return None
