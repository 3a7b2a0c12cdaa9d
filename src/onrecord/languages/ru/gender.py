"""Whether a Russian name is a man's or a woman's, where its words tell."""

from __future__ import annotations

from functools import cache
from typing import Literal

from onrecord.languages.ru import model

Gender = Literal["Masc", "Fem"]


@cache
def of_name(name: str) -> Gender | None:
    """Return the gender of a name, or None where its words leave it open or disagree.

    Args:
        name: the words of a name in the nominative (Марит Лунде).
    """
    told = {gender for word in name.split() if (gender := _of_word(word)) is not None}
    return next(iter(told)) if len(told) == 1 else None


def of_verb(tag: str) -> Gender | None:
    """Return the gender that the tag of a verb tells, as in the past tense of the singular (VERB Fin Fem Past Sing)."""
    return "Masc" if " Masc" in tag else "Fem" if " Fem" in tag else None


def _of_word(word: str) -> Gender | None:
    bare = word.lower()
    if bare.endswith(("вна", "ична", "кызы", "қызы")):
        return "Fem"
    if bare.endswith(("вич", "ұлы")):
        return "Masc"
    return model.name_gender(word)
