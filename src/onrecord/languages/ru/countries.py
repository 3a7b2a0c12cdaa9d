"""Countries in Russian: which one a noun, an adjective or an abbreviation names, by its name in the nominative."""

from __future__ import annotations

from functools import cache

from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary


@cache
def country_of(word: str) -> str | None:
    """Return the country that a noun, adjective or abbreviation of it names (российский, России, РФ → Россия)."""
    same = vocabulary.table("countries", "same")
    lemma = model.lemma(word)
    if lemma in vocabulary.table("countries", "adjectives"):
        return vocabulary.table("countries", "adjectives")[lemma]
    names = vocabulary.words("countries", "names")
    name = word if word in names else lemma.capitalize()
    return same.get(name, name) if word[:1].isupper() and name in names else None


def country_at(token: Token) -> str | None:
    """Return the country that a word names where it stands: with the word beside it (Северной Кореи → КНДР), or by itself."""
    pairs = vocabulary.load("countries")["pairs"]
    before, after = token.nbor(-1), token.nbor()
    beside = [(before, token), (token, after)]
    named = (pairs.get(f"{model.lemma(a.text)} {model.lemma(b.text)}") for a, b in beside if a is not None and b is not None)
    return next(filter(None, named), None) or country_of(token.text)
