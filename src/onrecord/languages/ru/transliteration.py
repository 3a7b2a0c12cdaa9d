"""Russian names: the systems of romanisation, the nominative of a declined name, and which word is a patronymic."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.languages.spelling import data_rows

_VOWELS = "аеёиоуыэюяійь"
_DECLINED = re.compile("(?:[оеё]в|[иы]н|[сц]к)(?:а|у|е|ым|им|ой|ом|ого|ому|ую)$")
_LONGEST = 5
"""Letters that `_DECLINED` takes at most: it is looked for in so many at the end of a word."""
_INSTRUMENTAL = re.compile("(?:ом|[еёи]м|ой|ей)$")
"""Ends of words in the instrumental, which few names have in the nominative: two of them tell that a name is declined."""
_DATIVE = re.compile("[иеая]ю$")
"""Ends of given names in the dative that no name has in the nominative: Василию, Сергею, Николаю."""
PATRONYMIC = re.compile(
    "(?:[а-яё]{2,}(?:ович|евич|ьич|инич)|[а-яё]{2,}(?:овна|евна|инична|ична)|[а-яёәіңғүұқөһ]{2,}(?:улы|ұлы|кызы|қызы)"
    "|[a-zäöüūığñşé]{2,}(?:ovich|evich|yevich|ovitch|evitch|ovic|evic|ovna|evna|yevna|ichna|uly|ūly|kyzy|qyzy))"
)
"""A father's name: Russian -ович, -евна and so on, Kazakh -ұлы, -қызы, and both in Latin letters."""


@cache
def _cases() -> dict[str, tuple[tuple[str, tuple[str, ...], bool], ...]]:
    """Case → ending, nominative endings, whether the ending tells a surname; the longest ending first."""
    table: dict[str, list[tuple[str, tuple[str, ...], bool]]] = {}
    for case, ending, bases, kind in data_rows("ru", "name_cases.tsv"):
        table.setdefault(case, []).append((ending, tuple(bases.split("/")), kind == "surname"))
    return {case: tuple(sorted(rows, key=lambda row: -len(row[0]))) for case, rows in table.items()}


def _nominatives(word: str, case: str) -> tuple[tuple[str, ...], bool]:
    """Return what a word of a name may be in the nominative, and whether its ending tells a surname."""
    for ending, nominatives, surname in _cases()[case]:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 2 and not (len(ending) == 1 and stem[-1] in _VOWELS):
            return tuple(stem + nominative for nominative in nominatives), surname
    return (), False


def _told_by_all(words: tuple[str, ...]) -> str:
    """Return the case that the words of a name tell together, whatever the surname ends in: Андреем Куликом."""
    if len(words) < 2:
        return ""
    if all(map(_INSTRUMENTAL.search, words)):
        return "ins"
    return "dat" if _DATIVE.search(words[0]) or _DATIVE.search(words[-1]) else ""


@lru_cache(maxsize=16384)
def nominatives(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the names in the nominative that these words may be the declined form of; none where nothing is declined.

    All words are taken to stand in one case and gender; one of them must have the ending of a surname.

    Args:
        words: the words of one name in lower-case Cyrillic letters.
    """
    declined = _told_by_all(words)
    if not declined and not [word for word in words if _DECLINED.search(word, len(word) - _LONGEST)]:
        return ()
    found: dict[tuple[str, ...], None] = {}
    for case in _cases():
        forms: list[tuple[str, ...]] = [()]
        told = case[2:] == declined
        for word in words:
            bases, surname = _nominatives(word, case)
            told = told or surname
            keep = bases or ((word,) if word[-1:] in _VOWELS or len(word) < 3 else ())
            forms = [(*form, base) for form in forms for base in keep][:4]
        if told:
            found.update(dict.fromkeys(form for form in forms if form != words))
    return tuple(found)


@cache
def transcriptions() -> tuple[tuple[str, str, float], ...]:
    """Return how Russian writes names of other languages than those it was learned from: (Latin run, Cyrillic run, cost)."""
    return tuple((run, russian, int(cost) / 100) for run, russian, cost in data_rows("ru", "transcriptions.tsv"))


@cache
def spellings() -> tuple[tuple[str, str, float], ...]:
    """Return what the systems of romanisation lay down, as (Latin run, Cyrillic run, cost in nats)."""
    return tuple((run, russian, 0.3) for russian, runs in data_rows("ru", "systems.tsv") for run in runs.split("/"))
