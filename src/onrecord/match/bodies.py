"""Whether two names, as two pages state them, are those of one body: by their words alone, whatever else a record knows."""

from __future__ import annotations

from functools import lru_cache

from onrecord.match.words import body_words, is_generic_body, plain


@lru_cache(maxsize=131072)
def one_body(a: str, b: str) -> bool:
    """Tell whether two names are one body's: the same words, in any of the languages."""
    if plain(a) == plain(b):
        return True
    words = body_words(a)
    return bool(words) and words == body_words(b) and not is_generic_body(words)
