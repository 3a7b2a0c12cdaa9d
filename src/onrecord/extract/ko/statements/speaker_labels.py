"""Who speaks by the beginning of a line: a person and a colon (고리안 원장(발제): …), or the mark of an answer (A. …)."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.model import Person, Span, trimmed

BULLETS = " ,\n□■○ㅇ◇◆▪•·-–*"
"""What stands before a sentence and is no part of it."""

_LABEL = re.compile(r"[^:：.\n()]{2,30}(?:\([^()\n]{1,12}\))?\s?[:：]\s")
_ANSWER = re.compile(r"(?:A|답)\s?[.:]\s?")
_ASKED = re.compile(r"\s*(?:Q|문)\s?[.:)]")
_QUESTION = re.compile(
    r"\s*(?:[-–—―─▶▷●◆■▲△∎*]|Q\s?[.:)]|문\s?[.:)]|\d{1,2}[.)])\s?[^\n]*(?:[?？]|[요죠까]\.?|다면\.?|신다면요\.?)\s*$"
)


_HEADING = re.compile(r"\s*(?:[-–—―─▶▷]\s?(?=[가-힣‘“\"])[^\n]{4,120})\n\s*(?=[“\"])")
"""A line behind a dash and, below it, the opening mark of a quotation: a question that need not be asked (-협력 계획은.)."""


def is_question(text: str, sentence: Span) -> bool:
    """Tell whether a line is the question of an interview: ― …을 기억하십니까."""
    if not begins_line(text, sentence.start):
        return False
    return _QUESTION.match(text[sentence.start : sentence.end]) is not None or _HEADING.match(text, sentence.start) is not None


def is_marked_question(text: str, sentence: Span) -> bool:
    """Tell whether a mark says that a line is a question of the one who asks: Q. …는 어떻다고 보십니까."""
    return _ASKED.match(text, *sentence) is not None and is_question(text, sentence)


def begins_line(text: str, start: int) -> bool:
    """Tell whether only white space stands before `start` in its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def label(text: str, entities: Entities, sentence: Span) -> tuple[Person, Span, int] | None:
    """Return who speaks by the label of a line, where he is named, and where his words begin."""
    match = _LABEL.match(text, *sentence)
    if match is None:
        return None
    for span, who in entities.within(Span(sentence.start, match.end())):
        if isinstance(who, Person):
            bare = not text[sentence.start : span.start].strip(BULLETS)
            return (who, span, match.end()) if bare else None
    return None


def answer(text: str, entities: Entities, sentence: Span) -> tuple[Person, Span] | None:
    """Return the person whom the page names most often and the rest of the line, where the line is an answer."""
    match = _ANSWER.match(text, *sentence)
    if match is None or not entities.persons:
        return None
    end = text.find("\n", match.end())
    content = trimmed(text, match.end(), end if end >= 0 else len(text), " \t")
    return max(entities.persons, key=lambda person: len(person.mentions)), content
