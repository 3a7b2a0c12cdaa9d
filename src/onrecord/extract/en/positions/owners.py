"""Whose office a title is when its body is only pointed at: "its director", "the centre's chairman", "ministry spokesman"."""

from __future__ import annotations

from onrecord.extract.en.positions.phrase import Phrase
from onrecord.extract.en.positions.scene import Scene
from onrecord.model import Organization

_WORDS = {"centre": "center", "organisation": "organization"}


def own(scene: Scene, phrases: list[Phrase], before: list[Scene], terms: dict[str, Organization]) -> None:
    """Fill the organization of phrases whose owner is a pronoun or a common noun.

    Args:
        scene: the sentence.
        phrases: the titles in it.
        before: the sentences before it.
        terms: the bodies that capitalised nouns have stood for so far on this page; filled.
    """
    for phrase in phrases:
        if phrase.organization is None and phrase.owner:
            noun = _WORDS.get(phrase.owner, phrase.owner)
            phrase.organization = (terms.get(noun) if phrase.term else None) or _owner(scene, phrase, noun, before)
            if phrase.term and phrase.organization:
                terms.setdefault(noun, phrase.organization)


def _owner(scene: Scene, phrase: Phrase, noun: str, before: list[Scene]) -> Organization | None:
    pronoun = noun in ("its", "their", "whose", "our")
    bodies = [mention for at, mention in sorted(scene.bodies.items(), reverse=True) if at < phrase.outer]
    for other in reversed(before[-1:] if pronoun else before):
        bodies += [mention for _, mention in sorted(other.bodies.items(), reverse=True)]
    for mention in bodies:
        entity = mention.entity
        if isinstance(entity, Organization) and (pronoun or _fits(noun, entity)):
            return entity
    return None


def _fits(noun: str, body: Organization) -> bool:
    words = [_WORDS.get(word.lower(), word.lower()) for name in body.names for word in name.split()]
    return noun in words or (
        noun in ("organization", "group") and not any(word in ("ministry", "parliament", "embassy") for word in words)
    )
