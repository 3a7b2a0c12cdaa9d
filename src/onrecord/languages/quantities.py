"""How much of what a sentence counts: "some 1,410 nuclear warheads", «456 ядерных испытаний», 고농축우라늄 약 600kg."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.languages.approximation import bounds_of
from onrecord.languages.ko.numbers import PATTERN as KOREAN
from onrecord.languages.ko.numbers import value_of
from onrecord.languages.numbers import number_words, numbers_in
from onrecord.languages.review_words import review_words
from onrecord.model.span import Span

YEARS = range(1900, 2101)
"""Four digits without a separator that are a year rather than a number."""


HELD = "held"
"""What is said of a number with no word that tells more: there is so much."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things, or a weight in kilograms.

    Attributes:
        unit: what is counted or weighed: "warhead", "test", "heu", …
        sort: what tells it from other ones ("underground"), in order of the alphabet.
        act: what happened to it: "held", "removed", "dismantled", "tested", "fired".
        number: as printed.
        low: the least number that is meant, `high` the greatest ("about", "more than").
        span: from the number to its noun.
    """

    unit: str
    sort: tuple[str, ...]
    act: str
    number: float
    low: float
    high: float
    span: Span


def quantities_in(sentence: str, language: str) -> Iterator[Quantity]:
    """Yield the quantities of a sentence in order; nothing in a language without words for them.

    A number that counts a part ("the last 98 warheads", "another 40") is left out, as is one alone.
    """
    words = review_words(language)
    if "quantities" not in words:
        return
    found = [(match, match["unit"]) for pattern in _patterns(language) for match in pattern.finditer(sentence)]
    end = 0
    for match, noun in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        unit, number = _unit(noun, language), _number(match, language)
        if match.start() < end or unit is None or number is None or _is_part(sentence[: match.start("number")], words["parts"]):
            continue
        end = match.end()
        low, high = bounds_of(1, sentence[: match.start("number")], _behind(sentence, match, language), language)
        vague = value_of(match["number"]) if language == "ko" else None
        if vague and vague[0] < vague[1]:
            low, high = 1.0, vague[1] / vague[0]
        yield Quantity(
            unit, _sort(match, language), _act(sentence, match.start(), unit, language), number, low * number, high * number,
            Span(*match.span()),
        )  # fmt: skip


def _number(match: re.Match[str], language: str) -> float | None:
    """Return the number, a weight in kilograms; None where it is one alone or a year."""
    printed = match["number"]
    plain = re.sub(r"[,\s\u00a0\u202f]", "", printed)
    if plain.isdecimal():
        if plain == printed and int(plain) in YEARS and "weight" not in match.groupdict():
            return None
        number = float(plain)
    elif re.fullmatch(r"\d+[.,]\d+", printed):
        number = float(printed.replace(",", "."))
    elif language == "ko":
        number = float((value_of(printed) or (0, 0))[0])
    else:
        known = numbers_in(printed.replace("-", " "))
        number = float(max(known)) if len(known) == 1 else 0.0
    weight = match.groupdict().get("weight")
    if weight:
        weights: dict[str, float] = review_words(language)["weights"]
        number *= next(each for unit, each in sorted(weights.items(), key=_longest) if weight.casefold().startswith(unit))
    return number if number > 1 else None


def _unit(noun: str, language: str) -> str | None:
    words, plain = review_words(language), " ".join(noun.casefold().split())
    return next(
        (
            unit
            for kind in ("quantities", "materials")
            for unit, nouns in words[kind].items()
            for one in nouns
            if _is_noun(plain, one)
        ),
        None,
    )


def _is_noun(noun: str, known: str) -> bool:
    parts, wanted = noun.split(), known.casefold().split()
    return noun == known or (len(parts) == len(wanted) and all(a.startswith(b) for a, b in zip(parts, wanted, strict=True)))


def _sort(match: re.Match[str], language: str) -> tuple[str, ...]:
    """Return what the words around the noun make of it; the noun itself may say it, too ("underground tests")."""
    between: dict[str, str] = review_words(language)["between"]
    text = f"{match.groupdict().get('between') or ''} {match['unit']}".casefold()
    return tuple(sorted({sort for word, sort in between.items() if sort and re.search(rf"(?<!\w){re.escape(word)}", text)}))


def _act(sentence: str, at: int, unit: str, language: str) -> str:
    """Return what happened, by the nearest word that tells, else that it was there; a test is conducted whatever the word."""
    if unit == "test":
        return "tested"
    places = [
        (min(abs(match.start() - at), abs(match.end() - at)), act)
        for act, pattern in _acts(language)
        for match in pattern.finditer(sentence)
    ]
    return min(places)[1] if places else HELD


def _is_part(before: str, parts: Iterable[str]) -> bool:
    words = before.casefold().split()
    return bool(words) and any(words[-1].startswith(part) for part in parts)


def _behind(sentence: str, match: re.Match[str], language: str) -> str:
    """Return the text behind a number as `bounds_of` wants it: behind the word that counts, in Korean."""
    rest = sentence[match.end("number") :]
    if language != "ko" or rest.startswith("여"):
        return rest
    group = match.groupdict()
    name = "counter" if group.get("counter") else "weight"
    return f"명{sentence[match.end(name) :]}"


@cache
def _acts(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    border = "" if language == "ko" else r"(?<!\w)"
    return tuple(
        (act, re.compile(border + _any(words), re.IGNORECASE)) for act, words in review_words(language)["acts"].items()
    )


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words: dict[str, Any] = review_words(language)
    nouns, materials = ([noun for names in words[kind].values() for noun in names] for kind in ("quantities", "materials"))
    weight = rf"(?P<weight>{_any(words['weights'])}"
    number = rf"(?<![\w.,-])(?P<number>{_figures()}{_in_words(language)})"
    if language == "ko":
        figure = rf"(?<![\w.,-])(?P<number>{KOREAN})\s?여?\s?"
        counter = rf"(?P<counter>{_any(words['counters'])})"
        between = rf"(?P<between>(?:(?:{_any(words['between'])})\s*)*)"
        particle = r"(?:은|는|이|가|을|를|의)?\s*(?:(?:총|모두|약|최소|최대)\s*)?"
        return tuple(
            re.compile(form)
            for form in (
                rf"{figure}{counter}(?:의|에 이르는)?\s*{between}(?P<unit>{_any(nouns)})",
                rf"{between}(?P<unit>{_any(nouns)}){particle}{figure}{counter}",
                rf"{figure}{weight})(?:의)?\s*(?P<unit>{_any(materials)})",
                rf"(?P<unit>{_any(materials)}){particle}{figure}{weight})",
            )
        )
    # English nouns have a plural; Russian words are given by their beginnings.
    inner, ending, of = ("", r"e?s?(?!\w)", r"\s+of\s+") if language == "en" else (r"\w*", r"\w*", r"\s+")
    gap = r"[\s\u00a0]+"
    between = rf"(?P<between>(?:(?:{_any(words['between'], inner)}){gap}){{0,3}})"
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            rf"{number}{gap}{between}(?P<unit>{_any(nouns, inner)}){ending}",
            rf"{number}{gap}{weight}){ending}\.?{of}(?P<unit>{_any(materials, inner)}){ending}",
        )
    )


def _any(words: Iterable[str], ending: str = "") -> str:
    """Return what matches any of some words, the longest first; each word of one may have the ending."""
    forms = (
        r"[\s\u00a0]+".join(re.escape(part) + ending for part in word.split()) for word in sorted(words, key=len, reverse=True)
    )
    return "(?:" + "|".join(forms) + ")"


def _figures() -> str:
    return r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?(?:\s(?:thousand|million|тысяч[аи]?|тыс\.?|млн))?"


def _in_words(language: str) -> str:
    """Return what matches a number in words, as a further choice behind figures."""
    words = _any(number_words(language))
    return rf"|{words}(?:[\s-](?:and\s)?{words})*(?!\w)"


def _longest(pair: tuple[str, float]) -> int:
    return -len(pair[0])
