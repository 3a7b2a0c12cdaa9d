"""What pages say about themselves in each language: labels, menus, captions and calendars, as vocabulary from data files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Return frequent small words of languages in Latin letters that are not read, by language."""
    from onrecord.languages import word_lists

    table = word_lists.load(str(Path(__file__).with_name("data")), "function_words")
    return {code: frozenset(str(words).split()) for code, words in table.items()}


CODES = ("en", "ko", "ru")
"""Languages whose `data/page.yml` exists. Pages mix languages, so that all of them apply to every page."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The page vocabulary of all languages together; every word is in lower case.

    Attributes:
        months: month numbers by name.
        weekdays: names of days, long and short.
        labels: fact keys by label, such as `views` by `조회수`.
        alone: pieces that are furniture when nothing else stands beside them.
        leads: openings of lines that are furniture to their end.
        lists: headings of lists of other pages.
        comments: headings of readers' comments.
        furniture: matches whole lines of furniture.
        captions: openings of picture captions.
        site_words: nouns that name institutions and papers.
        event_words: words that make a line of date and time the announcement of an occasion.
        invitations: phrases by which a page calls to an occasion.
        issue_words: words that name an issue of a periodical.
        bylines: matches whole lines that name an author.
        seasons: seasons by which issues are named.
        stopwords: frequent words by language, for telling languages apart.
    """

    months: dict[str, int]
    weekdays: frozenset[str]
    labels: dict[str, str]
    alone: frozenset[str]
    leads: frozenset[str]
    lists: frozenset[str]
    comments: frozenset[str]
    furniture: re.Pattern[str]
    captions: frozenset[str]
    site_words: frozenset[str]
    event_words: frozenset[str]
    invitations: frozenset[str]
    issue_words: frozenset[str]
    bylines: re.Pattern[str]
    seasons: frozenset[str]
    stopwords: dict[str, frozenset[str]]


@cache
def words() -> PageWords:
    """Load the vocabulary, once."""
    data = [_data(code) for code in CODES]

    def union(key: str) -> frozenset[str]:
        return frozenset(str(word).lower() for one in data for word in one[key])

    def any_of(key: str, flags: re.RegexFlag) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern})" for one in data for pattern in one[key]), flags)

    return PageWords(
        months={name: int(month) for one in data for month, names in one["months"].items() for name in names},
        weekdays=union("weekdays"),
        labels={label: key for one in data for key, labels in one["labels"].items() for label in map(str, labels)},
        alone=union("alone"),
        leads=union("leads"),
        lists=union("lists"),
        comments=union("comments"),
        furniture=any_of("patterns", re.IGNORECASE),
        captions=union("captions"),
        site_words=union("site_words"),
        event_words=union("event_words"),
        invitations=union("invitations"),
        issue_words=union("issue_words"),
        bylines=any_of("bylines", re.NOFLAG),
        seasons=union("seasons"),
        stopwords={code: frozenset(map(str, one["stopwords"])) for code, one in zip(CODES, data, strict=True)},
    )


def _data(code: str) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = Path(__file__).parent / code / "data" / "page.yml"
    with path.open(encoding="utf-8") as file:
        # Either loader is a safe one; the C variant is not there on every platform.
        loaded: dict[str, Any] = yaml.load(file, Loader=loader)  # noqa: S506
    return loaded
