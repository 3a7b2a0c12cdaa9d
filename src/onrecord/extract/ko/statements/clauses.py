"""What is known of a Korean sentence while its statements are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.extract.ko.speakers import Speaker
from onrecord.extract.ko.statements.quotations import Quote, ReportPoint
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Statement


@dataclass(slots=True)
class Clause:
    """What is known of a sentence while its statements are read."""

    sentence: Sentence
    runs: list[Run]
    predicates: list[Predicate]
    quotes: list[Quote]
    points: list[ReportPoint]
    speakers: list[Speaker]
    boundary: int
    found: list[Statement] = field(default_factory=list)


def word_end(text: str, at: int, limit: int) -> int:
    """Return where the word ends that a quotative ending closes: “…”(이)라며."""
    return next((k for k in range(at, limit) if text[k].isspace()), limit)


def noun_forms(clause: Clause, particles: tuple[str, ...]) -> Iterator[tuple[int, Morpheme]]:
    """Yield the endings outside quotations that make a clause a noun, before one of the particles, with their numbers."""
    morphemes = clause.sentence.morphemes
    for k in [k for k, m in enumerate(morphemes[:-1]) if m.tag == "ETN"]:
        if morphemes[k + 1].form in particles and not any(q.inner.contains(morphemes[k].span) for q in clause.quotes):
            yield k, morphemes[k]
