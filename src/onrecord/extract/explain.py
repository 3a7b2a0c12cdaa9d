"""Why a fact was found: its rule and what that goes by, its sentence with the words marked, and the parse that fired."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.extract import confidence, rules
from onrecord.languages.sentences import sentence_around
from onrecord.model import Document, Entity, Extract, Gathering, Milestone, Participation, Position, Span, Statement
from onrecord.model.errors import UsageError

Fact = Entity | Position | Gathering | Participation | Statement | Milestone


@dataclass(frozen=True, slots=True)
class Node:
    """A token of the parse: part of speech, dependency label and governor; the latter two are empty where there is no tree."""

    text: str
    span: Span
    tag: str
    dep: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One fact and how it was found.

    Attributes:
        kind: as in `rules.described`.
        about: what the rule goes by.
        cases: what the rule found on annotated pages and how much of it was right; None where it had no case there.
        sentence: where the sentence stands.
        marks: the words of the fact inside the sentence, in text order.
        parse: the tokens of the sentence.
    """

    id: str
    kind: str
    fact: Fact
    about: str
    cases: confidence.Measured | None
    sentence: Span
    marks: tuple[Span, ...]
    parse: tuple[Node, ...]


def explain(extract: Extract, id: str) -> Explanation:
    """Return how a fact of a page was found.

    Args:
        extract: what the page tells.
        id: of a person, organization, place, gathering or statement as printed by `onrecord extract`; for the others
            `position:2` (also `r2`), `milestone:1` (also `m1`), `g1:participation:3`, numbered from 1 in the order printed.

    Raises:
        UsageError: no fact of the page has this id.
    """
    facts = dict(_numbered(extract))
    wanted = re.sub(r"^r(\d+)$", r"position:\1", re.sub(r"^m(\d+)$", r"milestone:\1", id.strip()))
    fact = facts.get(wanted)
    if fact is None:
        some = ", ".join(list(facts)[:3]) or "none is there"
        raise UsageError(f"no fact of {extract.document.id} is {id!r}", f"`onrecord extract` lists them ({some})")
    kind = confidence.KINDS.get(type(fact), "places")
    language = confidence.READERS.get(extract.document.language, extract.document.language)
    spans = sorted(set(_spans(fact)))
    nodes = _nodes(extract.document, language)
    sentence = next((place for place in nodes if place.overlaps(_chief(fact))), None)
    if sentence is None:  # a line that is no sentence and was not parsed
        sentence = sentence_around(extract.document.text, _chief(fact))
    return Explanation(
        wanted,
        kind,
        fact,
        rules.described(kind, fact.rule) or "",
        confidence.measured().get((language, kind, fact.rule)),
        sentence,
        tuple(span for span in spans if span.overlaps(sentence)),
        nodes.get(sentence, ()),
    )


def _numbered(extract: Extract) -> Iterator[tuple[str, Fact]]:
    """Yield all facts by the ids that claims give them (`claims`)."""
    for entity in (*extract.persons, *extract.organizations, *extract.places):
        yield entity.id, entity
    for i, position in enumerate(extract.positions, 1):
        yield f"position:{i}", position
    for gathering in extract.gatherings:
        yield gathering.id, gathering
        for i, part in enumerate(gathering.participations, 1):
            yield f"{gathering.id}:participation:{i}", part
    for statement in extract.statements:
        yield statement.id, statement
    for i, milestone in enumerate(extract.milestones, 1):
        yield f"milestone:{i}", milestone


def _chief(fact: Fact) -> Span:
    """The words whose sentence is shown: where the rule fired."""
    match fact:
        case Entity():
            return fact.mentions[0]
        case Gathering():
            return fact.name_span
        case Statement():
            return fact.cue_span or fact.content_spans[0]
        case Milestone():
            return fact.what_span
    return fact.span


def _spans(fact: Fact) -> Iterator[Span]:
    """Yield the words of a fact."""
    yield _chief(fact)
    match fact:
        case Entity():
            yield from fact.mentions
        case Position():
            yield fact.title_span
        case Gathering():
            yield from (span for span in (fact.start_span, fact.place_span, fact.attendance_span) if span)
        case Statement():
            yield from (span for span in (*fact.content_spans, fact.speaker_span) if span)
        case Milestone():
            yield from (span for span in (fact.date_span,) if span)


def _nodes(document: Document, language: str) -> Mapping[Span, tuple[Node, ...]]:
    """Return the sentences of a document as the rules of its language see them."""
    if language == "ko":
        from onrecord.languages.ko import parse as korean

        return {
            sentence.span: tuple(Node(m.form, Span(m.start, m.end), m.tag) for m in sentence.morphemes)
            for sentence in korean.read(document).sentences
        }
    if language == "ru":
        from onrecord.languages.ru import parse as russian

        reading = russian.read(document)
    else:
        from onrecord.languages.en import parse as english

        reading = english.read(document)
    return {
        sentence.span: tuple(Node(t.text, Span(t.start, t.end), t.tag, t.dep, t.head.text) for t in sentence.tokens)
        for sentence in reading.sentences
    }
