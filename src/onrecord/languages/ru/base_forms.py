"""The nominative of a Russian body or town that a text names in another case: Институтом мира → Институт мира.

Only the words that agree with the noun for the kind of body are turned: the adjectives before it and the noun itself. What
depends on it (genitives, names in guillemets, abbreviations, what follows a preposition) stays as it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.cities import base_name, written_as
from onrecord.languages.ru import model, vocabulary

_CYRILLIC = re.compile("[А-Яа-я]")
_WORD = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі-]+")


@lru_cache(maxsize=16384)
def body(name: str) -> str:
    """Return the name of a body with its head noun and the adjectives before that in the nominative.

    Args:
        name: the words as a text has them, in any case; in Cyrillic letters.

    Returns:
        The base form; the name itself where its head is no known kind of body, or where it stands in the nominative.
    """
    words = name.split()
    if not _CYRILLIC.search(name):
        return name
    head = next((k for k, word in enumerate(words[:_LEADING]) if _is_kind(word)), None)
    if head is None or any(_WORD.fullmatch(word) is None for word in words[: head + 1]):
        return name
    if not all(model.is_adjective(word) for word in words[:head]):
        return name
    turned = model.in_nominative(tuple(words[: head + 1]))
    return " ".join((*turned, *words[head + 1 :])) if turned else name


_LEADING = 5
"""Words among which the noun for the kind of body is looked for: Казахстанский национальный исследовательский институт."""


def _is_kind(word: str) -> bool:
    kind = model.lemma(word) in vocabulary.words("organizations", "heads")
    return kind and not word.isupper() and not model.is_adjective(word)


@lru_cache(maxsize=16384)
def town(name: str) -> str:
    """Return the name of a town as the table of cities has it (Астане → Астана); else by the dictionary."""
    if not _CYRILLIC.search(name):
        return name
    return written_as("ru").get(base_name(name)) or model.town_in_nominative(name) or name
