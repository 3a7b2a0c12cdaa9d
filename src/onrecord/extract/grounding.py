"""Nothing gets out whose words are not in the text to the letter.

Refused, and counted in `Extract.refused`:

- a string that is not what its span covers: names and aliases at mentions, titles, names of gatherings, places, contents,
  cues, unnamed parties, objects and clauses of milestones;
- a number (attendance, edition) or a date that cannot be read from its words;
- a string without a span of its own (a venue, a series, a printed role, a delegation, an actor) that the text does not hold,
  in so many words or, for a country, as one of its names and adjectives;
- a fact about somebody, or somewhere, that was refused.

A gathering whose first or last day, venue, series, attendance or edition is refused is kept without that property, a position
without its country, or the day since or until which it is held.

What a kept fact merely refers to is loosened where the other side was refused: an organization of a position, a gathering or a
speaker of a statement. The speaker then is who the words at the statement name.
"""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import TypeVar

from onrecord.extract.readable import anchors, country_in, date_in, has_words
from onrecord.languages.numbers import numbers_in
from onrecord.model import (
    Entity,
    Extract,
    Gathering,
    Milestone,
    Organization,
    PartialDate,
    Participation,
    Person,
    Phrase,
    Place,
    Position,
    Span,
    Statement,
    Who,
)

E = TypeVar("E", Person, Organization, Place)


def grounded(extract: Extract) -> Extract:
    """Return the extract without the facts whose strings are not what their spans cover, and with a count of these."""
    check = _Check(extract)
    persons, organizations, places = (
        check.entities(extract.persons),
        check.entities(extract.organizations),
        check.entities(extract.places),
    )
    check.known = {entity.id: entity for entity in (*persons, *organizations)}
    positions = tuple(filter(None, map(check.position, extract.positions)))
    gatherings = tuple(filter(None, map(check.gathering, extract.gatherings)))
    check.occasions = {gathering.id for gathering in gatherings}
    statements = tuple(filter(None, map(check.statement, extract.statements)))
    milestones = tuple(m for m in extract.milestones if check.milestone(m))
    return dataclasses.replace(
        extract,
        persons=persons,
        organizations=organizations,
        places=places,
        positions=positions,
        gatherings=gatherings,
        statements=statements,
        milestones=milestones,
        refused=extract.refused + check.refused,
    )


_RESTING_ON = {"start": ("start_span", "start_basis"), "attendance": ("attendance_span",)}
"""What tells of a property of a gathering, and goes with it."""


class _Check:
    """The checks of one page; `refused` counts, `known` and `occasions` hold what references may lead to."""

    def __init__(self, extract: Extract) -> None:
        self.text = extract.document.text
        self.published = extract.document.published
        self.refused = 0
        self.known: dict[str, Entity] = {}
        self.occasions: set[str] = set()

    @cached_property
    def anchors(self) -> tuple[PartialDate | None, ...]:
        return anchors(self.text, self.published)

    # -- what a check asks

    def inside(self, *spans: Span | None) -> bool:
        length = len(self.text)
        return all(span is None or 0 <= span[0] < span[1] <= length for span in spans)

    def letter(self, words: str, span: Span | None) -> bool:
        return span is not None and 0 <= span[0] < span[1] <= len(self.text) and self.text[span[0] : span[1]] == words

    def somewhere(self, words: str | None) -> bool:
        return words is None or has_words(words, self.text)

    def country(self, name: str | None, span: Span) -> bool:
        return name is None or country_in(name, self.line(span).of(self.text))

    def date(self, date: PartialDate | None, span: Span) -> bool:
        return date is None or (self.inside(span) and date_in(date, span, self.text, self.anchors))

    def number(self, number: int | None, span: Span | None) -> bool:
        return number is None or (span is not None and self.inside(span) and number in numbers_in(span.of(self.text)))

    def named(self, who: Who | None) -> bool:
        """Whether somebody named is kept to the letter, or somebody unnamed stands in the text."""
        if isinstance(who, Phrase):
            return self.letter(who.words, who.span)
        known = None if who is None else self.known.get(who.id)
        return who is None or (known is not None and known.names == who.names and type(known) is type(who))

    def line(self, span: Span) -> Span:
        """The paragraph of a span: the words of what has no span of its own."""
        start = self.text.rfind("\n", 0, span[0]) + 1
        end = self.text.find("\n", span[1])
        return Span(start, len(self.text) if end < 0 else end)

    def keep(self, passed: bool) -> bool:
        self.refused += not passed
        return passed

    # -- the kinds

    def entities(self, entities: tuple[E, ...]) -> tuple[E, ...]:
        return tuple(entity for entity in entities if self.keep(self.entity(entity)))

    def entity(self, entity: Entity) -> bool:
        if not entity.mentions or not self.inside(*entity.mentions):
            return False
        return {span.of(self.text) for span in entity.mentions} == set(entity.names)

    def position(self, position: Position) -> Position | None:
        passed = self.named(position.person) and self.inside(position.span) and self.letter(position.title, position.title_span)
        if not self.keep(passed):
            return None
        line = self.line(position.span)
        unstated = [name for name in ("since", "until") if not self.keep(self.date(getattr(position, name), line))]
        if not self.named(position.organization):
            unstated.append("organization")
        if not self.keep(self.country(position.country, position.span)):
            unstated.append("country")
        return _without(position, unstated)

    def gathering(self, gathering: Gathering) -> Gathering | None:
        passed = (
            self.letter(gathering.name, gathering.name_span)
            and self.inside(*gathering.spans)
            and (gathering.place is None or self.letter(gathering.place, gathering.place_span))
        )
        if not self.keep(passed):
            return None
        kept = tuple(part for part in gathering.participations if self.keep(self.participation(part)))
        if kept != gathering.participations:
            gathering = dataclasses.replace(gathering, participations=kept)
        return self.loosened(gathering)

    def loosened(self, gathering: Gathering) -> Gathering:
        """The gathering without its lesser properties that the text does not state; each one is counted."""
        words = "\n".join([gathering.name, *(span.of(self.text) for span in gathering.spans)])
        stated = {
            "start": self.first_day(gathering),
            "end": self.last_day(gathering),
            "venue": self.somewhere(gathering.venue),
            "series": self.somewhere(gathering.series),
            "attendance": self.number(gathering.attendance, gathering.attendance_span),
            "edition": gathering.edition is None or gathering.edition in numbers_in(words),
        }
        unstated = [name for name, passed in stated.items() if not self.keep(passed)]
        return _without(gathering, [name for one in unstated for name in (one, *_RESTING_ON.get(one, ()))])

    def first_day(self, gathering: Gathering) -> bool:
        span = gathering.start_span
        return gathering.start is None or (span is not None and self.date(gathering.start, span))

    def last_day(self, gathering: Gathering) -> bool:
        told = gathering.start_span if self.inside(gathering.start_span) else None
        return any(self.date(gathering.end, self.line(span)) for span in (told or gathering.name_span, *gathering.spans))

    def participation(self, part: Participation) -> bool:
        return (
            self.named(part.who)
            and self.inside(part.span)
            and self.somewhere(part.role_as_printed)
            and (part.delegation is None or self.somewhere(part.delegation) or country_in(part.delegation, self.text))
        )

    def statement(self, statement: Statement) -> Statement | None:
        passed = (
            bool(statement.content)
            and len(statement.content) == len(statement.content_spans)
            and all(self.letter(c, s) for c, s in zip(statement.content, statement.content_spans, strict=True))
            and (not statement.cue or self.letter(statement.cue, statement.cue_span))
            and self.inside(statement.speaker_span)
            and all(self.named(who) for who in (statement.speaker, statement.relayed_by) if isinstance(who, Phrase))
        )
        if not self.keep(passed):
            return None
        changes: dict[str, object] = {}
        if not self.named(statement.speaker):
            span = statement.speaker_span
            changes["speaker"] = Phrase(span.of(self.text), span) if span else None
        if not self.named(statement.relayed_by):
            changes["relayed_by"] = None
        if statement.gathering is not None and statement.gathering not in self.occasions:
            changes["gathering"] = None
        return dataclasses.replace(statement, **changes) if changes else statement  # type: ignore[arg-type]  # by field name

    def milestone(self, milestone: Milestone) -> bool:
        return self.keep(
            self.letter(milestone.what, milestone.what_span)
            and self.letter(milestone.text, milestone.text_span)
            and self.date(milestone.date, milestone.date_span or milestone.text_span)
            and (self.somewhere(milestone.actor) or self.country(milestone.actor, milestone.text_span))
        )


def _without[F: (Position, Gathering)](fact: F, names: list[str]) -> F:
    """Return a fact without some of its properties."""
    return dataclasses.replace(fact, **dict.fromkeys(names)) if names else fact  # type: ignore[arg-type]  # by field name
