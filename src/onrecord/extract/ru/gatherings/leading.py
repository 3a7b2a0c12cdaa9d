"""Which of the occasions that a page names it is about: not what its title only speaks of, but what its text begins with."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.languages.reading import Reading
from onrecord.model import Paragraph

LEAD = 2
"""Paragraphs of text within which a report tells what it is about."""


def told_first(reading: Reading, occasions: Sequence[tuple[list[Mention], bool]]) -> int | None:
    """Return the number of the first dated occasion of the lead, or None where the lead dates none.

    Args:
        reading: the page's reading.
        occasions: the mentions of each, and whether a day of it is told, in the order in which the page names them.
    """
    bodies = [number for number, paragraph in enumerate(reading.paragraphs) if _tells(paragraph)][:LEAD]
    for number, (mentions, dated) in enumerate(occasions):
        first = mentions[0]
        if number and dated and first.sentence.paragraph in bodies and not first.aside and not first.signs:
            return number
    return None


def _tells(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is text that the rules for occasions read: what stands in Kazakh is told again in Russian."""
    return paragraph.kind == "body" and paragraph.language != "kk"


def is_shorter(named: Mention, told: Mention) -> bool:
    """Tell whether a title names an occasion by a part of its noun: Концерт памяти for a концерт-реквием."""
    return named.type == told.type and (named.head in told.head.split("-") or told.head in named.head.split("-"))


def is_subject_of_title(reading: Reading, named: Mention) -> bool:
    """Tell whether a title is the name of an occasion, and does not only speak of one: О визите делегации."""
    paragraph = reading.paragraphs[named.sentence.paragraph]
    return paragraph.kind in ("title", "heading") and named.name.start - paragraph.span.start <= len("Об ")


def is_transcript(reading: Reading, named: Mention) -> bool:
    """Tell whether a title says that the page is what was said at an occasion: Брифинг X, Стенограмма брифинга X."""
    paragraph = reading.paragraphs[named.sentence.paragraph]
    before = " ".join(reading.text[paragraph.span.start : named.name.start].lower().split())
    kept = before in _RECORDS or (before.startswith(_SPEECHES) and before.endswith(_AT))
    return is_subject_of_title(reading, named) or (paragraph.kind in ("title", "heading") and kept)


def is_speech(reading: Reading, named: Mention) -> bool:
    """Tell whether a title says that the page is what somebody said at an occasion: Выступление посла X на форуме."""
    start = reading.paragraphs[named.sentence.paragraph].span.start
    return reading.text[start : named.name.start].lower().startswith(_SPEECHES) and is_transcript(reading, named)


def is_record(reading: Reading, named: Mention, *, alone: bool) -> bool:
    """Tell whether a page is a record of an occasion, by its title; `alone` where the noun for it is enough (Брифинг X)."""
    return is_transcript(reading, named) and (alone or not is_subject_of_title(reading, named))


_SPEECHES = (
    "выступление ",
    "речь ",
    "доклад ",
    "слово ",
    "приветственное слово ",
    "вступительное слово ",
    "обращение ",
    "тезисы ",
)
_AT = (" на", " на открытии", " на закрытии", " участникам", " к участникам", " на церемонии", " в ходе", " на заседании")
"""What the title of a speech begins with, and what stands before where it was given: Выступление посла X на открытии форума."""

_RECORDS = frozenset({"стенограмма", "запись", "текст", "тезисы", "расшифровка", "ответы на вопросы", "полная стенограмма"})
