"""How long something took, as a text says it: "it took 17 years to seal the tunnels", 갱도를 봉인하는 데 17년이 걸렸다."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.languages.approximation import bounds_of
from onrecord.languages.numbers import numbers_in
from onrecord.languages.quantities import Quantity
from onrecord.languages.review_words import review_words
from onrecord.model.span import Span

UNIT = "month"
"""What durations are counted in."""


def durations_in(sentence: str, language: str) -> Iterator[Quantity]:
    """Yield how long what a sentence tells of took, in months; nothing where it is not said what took so long.

    The act of the quantity is the nearest word of work in the sentence ("closed", "dismantled", "built", …).
    """
    if "took" not in review_words(language):
        return
    for match in _timing("took", language).finditer(sentence):
        near = min(
            (_distance(task, match), act) for act, pattern in _tasks(language) for task in [*pattern.finditer(sentence), None]
        )
        if near[0] < len(sentence):
            yield from _measured(match, near[1], match.end("unit"), language)


def lengths_in(words: str, language: str) -> Iterator[Quantity]:
    """Yield all lengths of time in words, in months: "for nine years", 9년 동안; none counted back ("nine years ago")."""
    if "length" in review_words(language):
        for match in _timing("length", language).finditer(words):
            yield from _measured(match, "", match.end(), language)


def _measured(match: re.Match[str], act: str, end: int, language: str) -> Iterator[Quantity]:
    """Yield the length of time of a match, if its number is one, with what "about" and "more than" leave open."""
    months = float(months_in(match["number"], match["unit"], language))
    if not months:
        return
    before, behind = match.string[: match.start("number")], match.string[match.end("unit") :]
    low, high = bounds_of(1, before, behind if language != "ko" else f"명{behind}", language)
    if match.groupdict().get("about"):
        low, high = bounds_of(1, "", "여", language)
    span = Span(match.start("number"), end)
    yield Quantity(UNIT, (), act, months, low * months, high * months, span)


def months_in(number: str, unit: str, language: str) -> int:
    """Return the months of a number ("three", "17") of a unit of `data/review.yml`; 0 where it is no single number ("many")."""
    numbers = numbers_in(number.replace("-", " ")) or numbers_in(number)
    units: dict[str, int] = review_words(language)["units"]
    return max(numbers) * units[unit.casefold()] if len(numbers) == 1 else 0


def _distance(task: re.Match[str] | None, match: re.Match[str]) -> int:
    """Return how many letters are between a word of work and the words that say how long."""
    if task is None:
        return len(match.string)
    return min(abs(task.end() - match.start()), abs(task.start() - match.end()))


@cache
def _timing(key: str, language: str) -> re.Pattern[str]:
    """Return a pattern of `data/review.yml` for a number of units of time: how long something took, or any length."""
    words = review_words(language)
    units = "|".join(re.escape(unit) for unit in sorted(words["units"], key=len, reverse=True))
    return re.compile(words[key].format_map({"unit": rf"(?P<unit>{units})"}), re.IGNORECASE)


@cache
def _tasks(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the acts that take long, each with the pattern of its words."""
    # A Korean stem stands before its ending: 봉인하는 데, 막는 데; a syllable of another word is no stem.
    border, ending = ("(?<![가-힣])", r"(?:하|되|시키)?(?:는|기까지|기)\s?") if language == "ko" else (r"(?<!\w)", "")
    return tuple(
        (act, re.compile(rf"{border}(?:{'|'.join(map(re.escape, stems))}){ending}", re.IGNORECASE))
        for act, stems in review_words(language)["tasks"].items()
    )
