"""Turns of a transcript: И. Л. Сарбаева: Добрый день, коллеги. … Вопрос (газета «Степь»): …?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Person, Span

FEWEST = 2
"""Labelled turns from which on a page is a transcript: one line with a colon may be anything."""

_LABEL = re.compile(r"(?P<who>[А-ЯЁӘҒҚҢӨҰҮҺІ][^:!?«\n]{1,90}?(?:«[^»\n]{1,40}»[^:!?«\n]{0,20})?):\s+(?=[«А-ЯЁӘҒҚҢӨҰҮҺІA-Z])")
_ASKS = re.compile(r"(?i:вопрос|корреспондент|журналист|корр\.|из\sзала|в[.:]$)")
_LEADS = frozenset({"ведущий", "ведущая", "модератор", "председатель"})
_ANSWERS = re.compile(r"(?i:ответ$)")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says: `speaker` is None where a question is asked or nobody is named."""

    speaker: tuple[Person, Span] | None
    words: Span


def find(reading: Reading, entities: Entities) -> dict[int, Turn]:
    """Return the turns of a transcript by paragraph number; paragraphs without a label go on with the turn before.

    Args:
        reading: the page's reading.
        entities: whom it names.
    """
    labelled: dict[int, Turn] = {}
    answering: tuple[Person, Span] | None = None
    leads: dict[str, tuple[Person, Span]] = {}
    for number, paragraph in enumerate(reading.paragraphs):
        label = _LABEL.match(paragraph.span.of(reading.text))
        if label is None or paragraph.kind == "title":
            continue
        words = Span(paragraph.span.start + label.end(), paragraph.span.end)
        named = _named(entities, Span(paragraph.span.start, paragraph.span.start + label.end("who")))
        part = label["who"].split()[0].lower()
        if part in _LEADS and named is not None:
            leads[part] = named
        if named is None and label["who"].lower() in leads:
            named = leads[label["who"].lower()]  # Ведущий: …, who was named in the first turn
        asks = bool(_ASKS.match(label["who"])) or words.of(reading.text).rstrip(" »").endswith("?")
        if named is None and not asks and not _ANSWERS.match(label["who"]):
            continue
        if named is not None and not asks:
            answering = named
        labelled[number] = Turn(None if asks else named or answering, words)
    turns = [turn for turn in labelled.values() if turn.words.of(reading.text).rstrip(" »\n")[-1:] in (".", "!", "?", "…")]
    if len(turns) < FEWEST or len(turns) < len(labelled):
        return {}
    return _with_following(reading, labelled)


def _named(entities: Entities, label: Span) -> tuple[Person, Span] | None:
    """Return the person with whose name, or whose office and name, a label begins."""
    found = [(e, s) for s, e in entities.within(label) if isinstance(e, Person)]
    return found[0] if len(found) == 1 else None


def _with_following(reading: Reading, labelled: dict[int, Turn]) -> dict[int, Turn]:
    """Give each paragraph behind a turn to it, up to the next label or the last one."""
    found = dict(labelled)
    last = max(labelled)
    current: Turn | None = None
    for number, paragraph in enumerate(reading.paragraphs[: last + 1]):
        current = labelled.get(number, current)
        if number not in labelled and current is not None and paragraph.kind == "body":
            found[number] = Turn(current.speaker, paragraph.span)
    return found
