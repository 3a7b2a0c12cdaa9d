"""Speech that a dash leads in Russian text: with its attribution behind a second dash, or as the answers of an interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.ru import quotations
from onrecord.extract.ru.statements import attributions
from onrecord.languages.reading import Reading
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Person, Span, Statement

FEWEST_QUESTIONS = 2
"""Questions led by a dash from which on a page is an interview, and the speech between them its answers."""


@dataclass(frozen=True, slots=True)
class Led:
    """What is led by a dash: the words of speech by paragraph, those with an attribution with it, and the answers."""

    parts: dict[int, tuple[Span, ...]]
    attributed: dict[int, tuple[tuple[Span, ...], Span]]
    answers: tuple[tuple[Span, ...], ...]


def read(text: str, reading: Reading) -> Led:
    """Return the speech of the paragraphs that a dash leads."""
    speeches = {
        number: speech
        for number, paragraph in enumerate(reading.paragraphs)
        if (speech := quotations.led_speech(text, paragraph.span))
    }
    questions = [s for s in speeches.values() if s.attribution is None and attributions.asks(s.parts[-1].of(text))]
    interview = len(questions) >= FEWEST_QUESTIONS
    attributed: dict[int, tuple[tuple[Span, ...], Span]] = {}
    answers: list[tuple[Span, ...]] = []
    asked = False
    for number, speech in sorted(speeches.items()):
        question = speech.attribution is None and attributions.asks(speech.parts[-1].of(text))
        if speech.attribution is not None:
            attributed[number] = speech.parts, speech.attribution
        elif interview and not question and asked:
            answers.append(speech.parts)
        asked = question or (asked and speech.attribution is None)
    return Led({number: speech.parts for number, speech in speeches.items()}, attributed, tuple(answers))


def is_own_thought(one: Statement, found: Sequence[Statement]) -> bool:
    """Tell whether somebody tells in his own answer what he thought: – Я думала о том, что здесь была степь."""
    if one.direct or not one.cue or not isinstance(one.speaker, Person):
        return False
    if model.lemma(one.cue.split()[-1]) not in vocabulary.words("cues", "thinking"):
        return False
    spoken = (s for s in found if s.rule == "led-speech" and s.speaker is one.speaker and s is not one)
    return any(span.contains(one.content_spans[0]) for s in spoken for span in s.content_spans)
