"""Phrases of the Russian vocabulary as patterns: any ending, small words between, one of several words.

Patterns are for text in which ё is written е. The notation:

- `*`: any ending, or none (модератор* is модератором);
- ` ... `: up to four words in small letters (no names); `{words}`: up to ten of any kind; `{near}`: any of the clause;
- `(a|b)`: one of several; an empty one leaves the rest as it is: (совместно |)провел;
- ` > `: what follows has to stand there and is no part of the phrase;
- `–`: a dash of any length; `{title}`: a name in quotation marks; `{label}`: words up to a colon.

The first word may begin with a capital; a phrase ends where a word ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.languages.first_letters import hastened

_FIRST = re.compile(r"\((?:[^()]|\([^()]*\))*\)|[^{]|")
"""The first letter, or the first of several words."""

_SMALL = r"(?:[а-я]+\s){0,4}"
_WRITTEN = {"(": "(?:", " ... ": r"\s...", " > ": r"(?=\s", "*": "[а-я]*", " ": r"\s", "–": "[–—-]", "...": _SMALL}
_NAMED = {
    "title": r"[«\"][^«»\"]{2,90}[»\"]",
    "words": r"(?:[А-Яа-я\d]+\s){0,10}",
    "near": r"(?:[^.;]{0,120}\s)?",
    "label": "[^:.]{3,120}:",
}


def pattern(
    phrases: Iterable[str], unless: Iterable[str] = (), not_behind: Iterable[str] = (), **named: str
) -> re.Pattern[str]:
    """Return a pattern for any of the phrases, the first that fits.

    Args:
        phrases: in the order in which they are tried.
        unless: phrases that bar all others where they begin.
        not_behind: words behind which none stands, in small letters.
        named: regular expressions for names in braces.
    """
    barred = "".join([*(rf"(?<!{word}\s)" for word in not_behind), *(f"(?!{_expression(one, named)})" for one in unless)])
    return hastened(rf"(?<![А-Яа-я]){barred}(?:{'|'.join(_expression(one, named) for one in phrases)})")


def _expression(phrase: str, named: dict[str, str]) -> str:
    """Return a phrase as a regular expression."""
    size = len(_FIRST.match(phrase)[0])  # type: ignore[index]  # it matches nothing as well
    expression = f"(?i:{_regular(phrase[:size])}){_regular(phrase[size:])}(?![а-я]){')' * phrase.count(' > ')}"
    for name, meant in (_NAMED | named).items():
        expression = expression.replace(f"{{{name}}}", meant)
    return expression


def _regular(words: str) -> str:
    for written, meant in _WRITTEN.items():
        words = words.replace(written, meant)
    return words
