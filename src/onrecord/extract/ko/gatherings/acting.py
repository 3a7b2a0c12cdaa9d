"""Who acted where a Korean page tells of an occasion, and of whom nothing else is told: X 대표는 종을 쳤다."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.extract.entities import Entities
from onrecord.extract.ko import role_words
from onrecord.extract.ko.gatherings import occasions
from onrecord.extract.ko.gatherings.occasions import Occasion
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Document, Person, Span, Statement
from onrecord.model.facts import Role

_ACTING = frozenset({"은", "는", "이", "가", "께서", "께서는", "도"})
"""Particles of whoever does something."""
_YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)년")
SHORTEST = 3
"""Syllables of a name that is surely one."""


def enter(
    document: Document,
    reading: Reading,
    read: Nominals,
    entities: Entities,
    current: dict[int, Occasion],
    kept: list[Occasion],
    statements: tuple[Statement, ...],
) -> None:
    """Add to each occasion that took place the persons without a role who do something there in the past tense.

    Only occasions that count without them are given. Who is quoted as well is left out: a page quotes those who comment
    from afar (`docs/decisions/roles.md`). An interview tells of the room in which it is given.
    """
    if any(s.rule == "answer" for s in statements):
        return
    told = {who.id for one in kept for who, *_ in one.parts if isinstance(who, Person)}
    told |= {s.speaker.id for s in statements if isinstance(s.speaker, Person)}
    said = [span for s in statements for span in s.content_spans]
    starts = [sentence.span.start for sentence in reading.sentences]
    for person in entities.persons:
        for at in person.mentions if person.id not in told and len(person.name) >= SHORTEST else ():
            number = bisect_right(starts, at.start) - 1
            occasion = current.get(number)
            if occasion is None or all(one is not occasion for one in kept) or occasion.is_ahead(document):
                continue
            sentence = reading.sentences[number]
            if occasion.first.name.start > sentence.span.end:
                continue  # what is told before the occasion is not done there
            if any(span.overlaps(at) for span in said) or occasions.is_interview(document.text, sentence.span):
                continue
            verb = _done_by(document.text, sentence, read.of_sentence[sentence.i], at)
            if verb is not None and _tells(document.text, sentence, verb, occasion):
                occasion.parts.append((person, _role(document.text, sentence, verb), at, verb.span.of(document.text)))
                break


def _done_by(text: str, sentence: Sentence, runs: list[Run], name: Span) -> Predicate | None:
    """Return the verb of the clause whose subject a name is, where it ends the clause: X 대표는 … 쳤다."""
    run = next((run for run in runs if run.span.contains(name)), None)
    if run is None or run.particle not in _ACTING or role_words.INSTEAD.match(text, name.end):
        return None
    joins = vocabulary.words("roles", "open")  # 교훈에 대해
    behind = [p for p in sentence.predicates if p.span.start >= run.span.end and p.stem not in joins]
    return behind[0] if behind and behind[0].tag in ("EF", "EC") else None


def _tells(text: str, sentence: Sentence, verb: Predicate, occasion: Occasion) -> bool:
    """Tell whether a verb in the past tells what was done at the occasion, and not in another year or elsewhere."""
    last = sentence.predicates[-1]
    if not any(m.tag == "EP" and m.form[-1:] in "았었였" for m in sentence.morphemes[last.first : last.last]):
        return False
    if role_words.DENIED.search(text, verb.span.start, verb.span.end + role_words.LONGEST_DENIAL):
        return False
    years = {int(year) for year in _YEAR.findall(sentence.span.of(text))}
    held = {occasion.date.date.year} if occasion.date and occasion.date.date else set()
    return not years - held and all(
        p.stem not in vocabulary.words("acting", "not_there") for p in sentence.predicates if p.span.start >= verb.span.start
    )


def _role(text: str, sentence: Sentence, verb: Predicate) -> Role:
    words = text[sentence.span.start : verb.span.end]
    if any(word in words for word in vocabulary.words("acting", "greetings")):
        return "opening"
    message = any(word in words for word in vocabulary.words("acting", "messages"))
    return "speaker" if message or verb.stem in vocabulary.words("acting", "speaking") else "participant"
