"""Offices that stand for somebody else: of "the Vice President and Secretary X" the first, where Y is Vice President."""

from __future__ import annotations

from onrecord.extract.en.positions.chains import Held


def without_others(held: list[Held]) -> list[Held]:
    """Return the titles without those before "and" by which the page means another person that it told of before."""
    return [one for one in held if not (_is_before_and(one, held) and _is_of_another(one, held))]


def _is_before_and(one: Held, held: list[Held]) -> bool:
    """Tell whether a definite title stands before "and" and the title with which its line names the person."""
    words, phrase = one.scene.words, one.phrase
    if words[phrase.outer].lower != "the" or phrase.end + 1 >= len(words) or words[phrase.end + 1].lower != "and":
        return False
    person = one.mention.entity.id
    return any(
        other.scene is one.scene and other.mention.entity.id == person and other.phrase.outer == phrase.end + 2
        for other in held
    )


def _is_of_another(one: Held, held: list[Held]) -> bool:
    start = one.scene.words[one.phrase.first].start
    return any(
        other.mention.entity.id != one.mention.entity.id
        and other.scene.words[other.phrase.first].start < start
        and _title(other) == _title(one)
        for other in held
    )


def _title(one: Held) -> list[str]:
    return [word.lower for word in one.scene.words[one.phrase.first : one.phrase.last + 1]]
