"""Russian words of reporting, by dictionary form."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.ru import model, vocabulary


def manner(kind: str, word: str) -> str | None:
    """Return the manner in which a verb form reports what `kind` (clause, noun, infinitive) says, or None."""
    if kind == "clause" and is_short(word):
        return "said"
    return vocabulary.table("cues", kind).get(model.lemma(word))


def is_source(preposition: str, word: str) -> bool:
    """Tell whether words name somebody's words or views: по (словам, мнению, данным), на (взгляд), согласно (заявлению)."""
    nouns = vocabulary.load("cues")["sources"].get(preposition.lower(), "").split()
    return bool(nouns) and (word.lower() in nouns or model.lemma(word) in nouns)


def is_short(word: str) -> bool:
    """Tell whether a word is a short adjective of holding something true (убежден, уверена, согласны)."""
    return word.lower().replace("ё", "е") in vocabulary.words("cues", "short")


def is_impersonal(word: str) -> bool:
    """Tell whether a verb form reports what stands in a document (говорится, отмечается)."""
    return model.lemma(word) in vocabulary.words("cues", "impersonal")


@cache
def to_press() -> re.Pattern[str]:
    """Return how a sentence leads what was said to the press or before, and at no occasion: сообщил агентству, в интервью."""
    agencies = vocabulary.either("organizations", "agencies")
    return re.compile(vocabulary.load("cues")["to_press"].replace("{agencies}", agencies))
