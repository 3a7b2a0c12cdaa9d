"""The forms of an English verb or noun, so that vocabularies list base forms and rules need no lemmatizer."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")

_BE = ("be", "is", "am", "are", "was", "were", "been", "being")
"""The one verb whose present and past have forms by person."""


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    text = files("onrecord.languages.en").joinpath("data/irregular_verbs.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {base: (past, participle) for base, past, participle in rows}


def plural(noun: str) -> str:
    """Return the regular plural of a noun, which is also the third person singular of a verb."""
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if _SIBILANT.search(noun) else "s")


def verb_forms(base: str) -> tuple[str, ...]:
    """Return base, third person singular, past, past participle and -ing form of a verb in that order, each once; more of "be".

    Of a verb with a particle ("point out") every form keeps the particle.
    """
    verb, _, particle = base.partition(" ")
    if verb == "be":
        return tuple(f"{form} {particle}".strip() for form in _BE)
    past, participle = _irregular().get(verb, ("", ""))
    stem = verb + verb[-1] if past == "*" else verb
    if past in ("", "*"):
        past = participle = _past(stem, doubled=stem != verb)
    forms = (verb, plural(verb), past, participle, _present_participle(stem))
    return tuple(dict.fromkeys(f"{form} {particle}".strip() for form in forms))


def noun_forms(base: str) -> tuple[str, str]:
    """Return singular and plural of a noun."""
    return base, plural(base)


def _past(stem: str, *, doubled: bool) -> str:
    if doubled:
        return stem + "ed"
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if _CONSONANT_Y.search(stem) else stem + "ed"


def _present_participle(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe")):
        return stem[:-1] + "ing"
    return stem + "ing"
