"""A gathering while it is collected from its mentions, and its record: what Korean and Russian assembly have in common."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from onrecord.languages.date_mention import DateMention
from onrecord.model import Document, Gathering, Participation, Phrase, Span, Statement, Who
from onrecord.model.altering import altered
from onrecord.model.facts import Format, GatheringStatus, GatheringType, Role


class Sentence(Protocol):
    """A sentence of a reading."""

    @property
    def i(self) -> int:
        """Its number in the document."""

    @property
    def paragraph(self) -> int:
        """The number of its paragraph."""

    @property
    def span(self) -> Span:
        """Its words."""


class Mention(Protocol):
    """Words that name an occasion."""

    @property
    def name(self) -> Span:
        """The words."""

    @property
    def weak(self) -> bool:
        """Tell whether they name one only beside a date, a place or people."""


@dataclass(slots=True)
class Occasion[M: Mention]:
    """One gathering while it is collected."""

    mentions: list[M]
    date: DateMention | None = None
    place: Span | None = None
    attendance: tuple[int, Span] | None = None
    parts: list[tuple[Who, Role, Span, str]] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)

    @property
    def first(self) -> M:
        """The mention that stands first."""
        return self.mentions[0]

    def counts(self, *, main: bool, numbered: bool = False) -> bool:
        """Tell whether it is one: it has a date, a place or people; where all its words are weak, more than one of these.

        Args:
            main: it is the one that the page names first, for which weak words are enough.
            numbered: its name tells which of a series it is, so that its words are not weak.
        """
        evidence = (self.date is not None) + (self.place is not None) + bool(self.parts)
        weak = all(m.weak for m in self.mentions) and not numbered
        return evidence >= (2 if weak and not main else 1)

    def is_ahead(self, document: Document) -> bool:
        """Tell whether it begins behind the last day that the page can be of."""
        start = self.date.date.bounds() if self.date and self.date.date else None
        page = document.published.bounds() if document.published else None
        return bool(start and page and start[0] > page[1])

    def participations(self, language: str) -> tuple[Participation, ...]:
        """Return who took part, each role of each once, in the order of the text."""
        seen: set[tuple[str, Role]] = set()
        listed: list[Participation] = []
        for who, role, span, printed in sorted(self.parts, key=lambda part: part[2]):
            key = (who.words if isinstance(who, Phrase) else who.id, role)
            if key not in seen:
                seen.add(key)
                rank = len(listed) + 1
                listed.append(Participation(who, role, span, printed or None, rank=rank, rule=f"{language}-{role}"))
        return tuple(listed)


@dataclass(frozen=True, slots=True)
class Kind:
    """What the words of one occasion tell of it besides when, where and who."""

    type: GatheringType
    format: Format
    status: GatheringStatus
    edition: int | None = None
    end: DateMention | None = None
    """The day on which it ended, where the text names it apart from the day on which it began."""


def gathering[M: Mention](
    document: Document, occasion: Occasion[M], id: str, *, best: M, kind: Kind, main: bool, language: str
) -> Gathering:
    """Return the record of an occasion, named by the mention `best`."""
    date, place, attendance = occasion.date, occasion.place, occasion.attendance
    ended = kind.end.date if kind.end and _in_one_line(document.text, date, kind.end) else None
    return Gathering(
        id,
        kind.type,
        best.name.of(document.text),
        best.name,
        tuple(sorted(m.name for m in occasion.mentions)),
        start=date.date if date else None,
        start_span=date.span if date else None,
        start_basis=date.basis if date else None,
        end=(date.end if date else None) or ended,
        place=place.of(document.text) if place else None,
        place_span=place,
        format=kind.format,
        status=kind.status,
        attendance=attendance[0] if attendance else None,
        attendance_span=attendance[1] if attendance else None,
        edition=kind.edition,
        main=main,
        participations=occasion.participations(language),
        rule="gathering-noun",
    )


def _in_one_line(text: str, first: DateMention | None, last: DateMention) -> bool:
    """Tell whether the last day stands in the line of the first, whose words are the evidence of both, and is another day."""
    if first is None:
        return True
    start, end = sorted((first.span, last.span))
    return first.date != last.date and "\n" not in text[start.end : end.start]


def told_by_sentence[O: Occasion[Any]](
    sentences: Iterable[Sentence],
    found: list[O],
    passes: Callable[[Sentence], bool] | None = None,
    goes_on: Callable[[Sentence], bool] | None = None,
) -> dict[int, O]:
    """Say which occasion each sentence is about: one it mentions, else that of the sentence before, else the main one.

    Args:
        sentences: the sentences of the page, in text order.
        found: its occasions, the main one first.
        passes: which mentions are in passing, so that the next sentence is not about what they name.
        goes_on: which sentences begin a paragraph that goes on with what the one before is about (a lower item of a list).
    """
    current: dict[int, O] = {}
    held: O | None = None
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, held = sentence.paragraph, held if goes_on is not None and goes_on(sentence) else None
        here = next((o for o in found if sentence.i in o.sentences), None)
        chosen = here or held or (found[0] if found else None)
        if chosen is not None:
            current[sentence.i] = chosen
        held = held if here is not None and passes is not None and passes(sentence) else chosen
    return current


def sentence_of(sentences: Sequence[Sentence], statement: Statement) -> int | None:
    """Return the number of the sentence, of those in text order, in which the last part of a statement begins."""
    at = statement.content_spans[-1].start
    k = bisect_right(sentences, at, key=_start) - 1
    return sentences[k].i if k >= 0 and at < sentences[k].span.end else None


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def placed[O: Occasion[Any]](
    document: Document,
    statements: tuple[Statement, ...],
    sentences: Iterable[Sentence],
    current: dict[int, O],
    kept: Sequence[O],
) -> tuple[Statement, ...]:
    """Return the statements with the gathering at which each was made: never one to come, on which somebody announces it.

    Args:
        document: the page.
        statements: its statements.
        sentences: its sentences.
        current: what each sentence is about, by its number.
        kept: the occasions that count, the main one first, which are numbered in this order from g1.
    """
    listed = tuple(sentences)
    ids = {id(occasion): f"g{k}" for k, occasion in enumerate(kept, 1) if not occasion.is_ahead(document)}
    main = ids.get(id(kept[0])) if kept else None
    numbers = (sentence_of(listed, statement) for statement in statements)
    found = (current.get(number) if number is not None else None for number in numbers)
    named = (main if o is not None and o.is_ahead(document) else ids.get(id(o)) for o in found)
    return tuple(s if s.gathering == own else altered(s, gathering=own) for s, own in zip(statements, named, strict=True))
