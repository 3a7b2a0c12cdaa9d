"""Topics: the factors of a small taxonomy, and the expressions of each language that tell of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from typing import Any

import yaml

from onrecord.languages.needed_words import NeededWords

_PLAIN = {"’": "'", "‘": "'", "ё": "е", "Ё": "Е", "\u2011": "-", "\u2010": "-"}
"""Marks and letters that are written in two ways, one code point for one."""

_BETWEEN = r"(?:[\w'%-]+,?\s+){0,4}"
"""What `...` stands for: up to four words of one sentence, commas among them."""


MENTIONS = 3
"""So many words of the field make a page one of the field."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A factor of the taxonomy, with its definition and its source in the literature."""

    key: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The expressions of one topic in one language, as regular ones; one counts unless it overlaps one of `exceptions`."""

    topic: str
    expressions: tuple[str, ...]
    in_field: tuple[str, ...]
    """The same and those that tell of the topic on a page of the field alone: *a list*, *first*, *at the table*."""
    exceptions: tuple[str, ...]


@cache
def taxonomy() -> tuple[Topic, ...]:
    """Return all topics in their order, read once from data/topics.yml."""
    data = _load("onrecord.languages")
    return tuple(Topic(key, one["definition"], one["source"]) for key, one in data.items())


@cache
def cues(language: str) -> tuple[Cues, ...]:
    """Return the cues of a language in the order of the taxonomy; none where the language has no file of them."""
    if language not in ("en", "ko", "ru"):
        return ()
    data = _load(f"onrecord.languages.{language}")
    return tuple(
        Cues(
            topic.key,
            tuple(_inside(one, language) for one in own["cues"]),
            tuple(_inside(one, language) for one in (*own["cues"], *own.get("in_field", ()))),
            tuple(_inside(one, language) for one in own.get("except", ())),
        )
        for topic in taxonomy()
        for own in [data[topic.key]]
    )


def is_of_field(text: str, language: str) -> bool:
    """Tell whether a page is about nuclear weapons and their control: general expressions tell of a topic there alone.

    One word of the field suffices: asking for more loses topics on the labelled pages and gains no precision.
    """
    words = _field(language)
    return words is not None and sum(1 for _ in islice(words.finditer(_plain(text)), MENTIONS)) == MENTIONS


def topics_in(text: str, language: str, *, in_field: bool = False) -> tuple[str, ...]:
    """Return the keys of the topics that a text tells of, in the order of the taxonomy.

    Args:
        text: the words of a statement.
        language: ISO 639-1 code.
        in_field: whether the page that it stands on is of the field, so that general expressions count.
    """
    plain = _plain(text)
    known, (needed, expressions) = cues(language), _all(language, in_field)
    told: dict[int, bool] = {}
    for number in sorted(needed.in_text(plain)):
        topic, expression = expressions[number]
        if topic not in told and _pattern((expression,), language).search(plain):
            told[topic] = _stands(known[topic], plain, language, in_field)
    return tuple(one.topic for number, one in enumerate(known) if told.get(number))


def _plain(text: str) -> str:
    """Return a text in small letters and plain marks; to replace one after the other takes a tenth of `str.translate`."""
    for special, plain in _PLAIN.items():
        text = text.replace(special, plain)
    return text.lower()


@cache
def _all(language: str, in_field: bool) -> tuple[NeededWords, list[tuple[int, str]]]:
    """Return the expressions of all topics, each with the number of its topic, and what tells which of them may match."""
    found = [(n, one) for n, own in enumerate(cues(language)) for one in (own.in_field if in_field else own.expressions)]
    return NeededWords([expression for _, expression in found]), found


def _stands(one: Cues, text: str, language: str, in_field: bool) -> bool:
    """Tell whether one of the expressions that a text holds is part of none of the exceptions."""
    if not one.exceptions:
        return True
    barred = [match.span() for match in _pattern(one.exceptions, language).finditer(text)]
    expressions = _pattern(one.in_field if in_field else one.expressions, language)
    return any(not any(match.start() < b and a < match.end() for a, b in barred) for match in expressions.finditer(text))


@cache
def _field(language: str) -> re.Pattern[str] | None:
    words = _load(f"onrecord.languages.{language}").get("field") if language in ("en", "ko", "ru") else None
    return _pattern(tuple(_inside(one, language) for one in words), language) if words else None


@cache
def _pattern(expressions: tuple[str, ...], language: str) -> re.Pattern[str]:
    """All expressions as one pattern over text in small letters; what bounds a word is tried once a place."""
    if language == "ko":
        inside = [one for one in expressions if one.startswith(_ANYWHERE)]
        begin = [one for one in expressions if not one.startswith(_ANYWHERE)]
        parts = [rf"(?<!\w)(?:{'|'.join(begin)})"] if begin else []
        return re.compile("|".join([*parts, *inside]))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(expressions)})(?!\w)")


_ANYWHERE = "(?:)"
"""Begins a Korean expression that counts inside a word as well."""


def _inside(expression: str, language: str) -> str:
    """Return an expression of the vocabulary as a regular one, without what bounds its words."""
    cue = _plain(expression)
    if language != "ko":
        return _whole_words(cue)
    return _ANYWHERE + _from_word_start(cue.lstrip("*")) if cue.startswith("*") else _from_word_start(cue)


def _whole_words(cue: str) -> str:
    inside = cue.replace(" ... ", "\0").replace("*", r"\w*").replace(" ", r"\s+").replace("\0", rf"\s+{_BETWEEN}")
    return f"(?:{inside})"


def _from_word_start(cue: str) -> str:
    """A Korean word carries particles behind it, and its compounds are written with blanks or without."""
    inside = cue.replace(" ... ", "\0").replace(" ", r"\s*").replace("\0", rf"\w*\s+{_BETWEEN}")
    return f"(?:{inside})"


def _load(package: str) -> dict[str, Any]:
    text = resources.files(package).joinpath("data/topics.yml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content
