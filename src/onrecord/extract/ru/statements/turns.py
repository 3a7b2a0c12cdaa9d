"""Turns of a transcript: И. Л. Сарбаева: Добрый день, коллеги. … Вопрос (газета «Степь»): …?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names import people
from onrecord.languages.reading import Reading
from onrecord.model import Person, Span, trimmed

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
    titular = answering = _in_title(reading, entities)
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
        return _unmarked(reading, entities, titular) or _captioned(reading, entities)
    return _with_following(reading, labelled)


def _in_title(reading: Reading, entities: Entities) -> tuple[Person, Span] | None:
    """Return the only person whom the title names: Ответ официального представителя X на вопрос СМИ."""
    titles = (paragraph.span for paragraph in reading.paragraphs if paragraph.kind == "title")
    found = [(e, s) for title in titles for s, e in entities.within(title) if isinstance(e, Person)]
    return found[0] if len(found) == 1 else None


def _unmarked(reading: Reading, entities: Entities, titular: tuple[Person, Span] | None) -> dict[int, Turn]:
    """Return the answers of an interview whose questions are paragraphs by themselves, without labels and dashes.

    Args:
        reading: the page's reading.
        entities: whom it names.
        titular: the only person whom its title names, who answers; else the first that the text names before the questions.
    """
    words = [paragraph.span.of(reading.text).strip() for paragraph in reading.paragraphs]
    asked = [k for k, said in enumerate(words) if _is_question(said) and reading.paragraphs[k].kind != "title"]
    taken = [k for k, said in enumerate(words) if _INTERVIEW.match(said)]
    if len(asked) < FEWEST_UNMARKED or not (taken or _is_quotation(words[0])):
        return {}
    start = reading.paragraphs[asked[0]].span.start
    answers = titular or next(((e, s) for s, e in entities.mentions if isinstance(e, Person) and s.end <= start), None)
    last = next((k for k in taken if k > asked[-1]), len(words))
    found: dict[int, Turn] = {}
    for number in range(asked[0], last):
        paragraph = reading.paragraphs[number]
        if paragraph.kind in ("body", "heading"):
            found[number] = Turn(None if number in asked else answers, paragraph.span)
    return found


def _captioned(reading: Reading, entities: Entities) -> dict[int, Turn]:
    """Return the paragraphs whose speaker stands in a line above with the office, as pages of television have them.

    As in: Карим Сапаров, министр энергетики: (a new line) Станция даст ток в мае.
    """
    found: dict[int, Turn] = {}
    for number, paragraph in enumerate(reading.paragraphs[1:], 1):
        above = reading.paragraphs[number - 1].span
        said = paragraph.span.of(reading.text).rstrip()
        if paragraph.kind != "body" or said[-1:] not in _ENDS or not above.of(reading.text).rstrip().endswith(":"):
            continue
        tokens, speaker = reading.between(above), _named(entities, above)
        office = any(people.is_title(t) for t in tokens)
        if speaker is None or not office or len(tokens) > LONGEST_CAPTION or any(t.tag.startswith("VERB Fin") for t in tokens):
            continue
        quoted = said[:1] == "«" and "»" in said[-2:] and said.count("«") == 1
        found[number] = Turn(speaker, trimmed(reading.text, *paragraph.span, _MARKS) if quoted else paragraph.span)
    return found


_MARKS = " «».\n"
_ENDS = (".", "!", "?", "…", "»")
LONGEST_CAPTION = 16
"""Words of a line that only says who speaks below it, with a colon."""


def _is_question(said: str) -> bool:
    return said.endswith("?") and len(said) <= LONGEST_QUESTION and said[:1] not in "–—-«"


def _is_quotation(title: str) -> bool:
    return title.endswith("»") and "«" in title


FEWEST_UNMARKED = 3
"""Questions without a mark from which on a page with the byline of an interview, or with words in its title, is one."""

LONGEST_QUESTION = 300
"""Code points of a question that is a paragraph by itself."""

_INTERVIEW = re.compile(
    r"(?:Беседовал|Записал|Интервью\s(?:взял|в[её]л|провел|подготовил)|Разговаривал|Вопросы\sзадавал)[аи]?(?=\s)"
)
"""How the byline of an interview begins."""


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
