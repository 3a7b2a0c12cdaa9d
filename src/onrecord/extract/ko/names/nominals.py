"""The runs of nouns of a Korean document, and what people-reading makes of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.ko.names import addressed, bodies, joint_offices, people
from onrecord.extract.ko.names.bodies import Body
from onrecord.extract.ko.names.titled import Titled
from onrecord.languages.ko import names
from onrecord.languages.ko.nominals import Run, runs
from onrecord.languages.ko.parse import Reading
from onrecord.model import Span

LONGEST_NATIVE = 4
"""Syllables of the longest native names (남궁가온)."""


@dataclass(slots=True)
class Nominals:
    """The runs of a document and what people-reading made of each, computed once for all kinds of facts."""

    runs: list[Run]
    titled: list[Titled]
    of_sentence: list[list[Run]]
    """The runs of each sentence, by its number."""
    called: list[Body]
    """The bodies that quotation marks name behind their kind."""


def nominals(reading: Reading) -> Nominals:
    """Read all runs of a document for persons and offices."""
    of_sentence = [runs(reading, sentence) for sentence in reading.sentences]
    found = [run for listed in of_sentence for run in listed]
    titled = [one for run in found for one in people.read(run, reading.text)]
    titled += people.before_brackets(found, titled)
    stretches = [p.span for p in reading.paragraphs]
    called = [*bodies.called(reading.text, stretches), *bodies.spelt_out(reading.text, stretches)]
    words = {body.name.of(reading.text) for body in called}
    titled = [_without_body(one, reading.text, words) for one in joint_offices.part(titled)]
    titled = [addressed.surname_or_status(one, titled, reading.text) for one in titled]
    return Nominals(found, sorted(titled, key=lambda one: (one.run.span.start, one.name or one.run.span)), of_sentence, called)


def _without_body(one: Titled, text: str, called: set[str]) -> Titled:
    """Take what the text calls a body elsewhere (시민단체 핵없는내일) out of a person's name: 변다해 핵없는내일 사무국장."""
    first, _, rest = one.name.of(text).partition(" ") if one.name else ("", "", "")
    if one.name is not None and one.name.of(text) in called:
        return _behind_person(one)
    if one.name is None or rest not in called or names.surname_of(first) is None:
        return one
    start = one.name.start
    body = Span(start + len(first) + 1, one.name.end)
    return replace(one, name=Span(start, start + len(first)), body=body, foreign=False, employer=True)


def _behind_person(one: Titled) -> Titled:
    """백가온 늘푸른평화 상임이사: the word before the body is who holds the office, where it can be a name."""
    words = [word for word in one.run.words if one.name and word.span.end <= one.name.start]
    named = words[-1] if words and names.surname_of(words[-1].text) and 2 <= len(words[-1].text) <= LONGEST_NATIVE else None
    named = named if named and not named.lexeme.tells_office and not named.lexeme.is_body else None
    return replace(one, name=named.span if named else None, body=one.name, foreign=False, employer=True)
