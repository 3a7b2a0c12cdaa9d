"""Offices of counterparts: "her Japanese counterpart, X" holds what "her" stands for, "his counterparts X and Y" both do."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.en.positions import origin
from onrecord.extract.en.positions.chains import Held
from onrecord.extract.en.positions.phrase import DETERMINERS
from onrecord.extract.en.positions.scene import Mention, Scene
from onrecord.languages.en import names, titles


def find(scene: Scene, held: list[Held]) -> Iterator[Held]:
    """Yield the office of the one before for those who are called counterparts.

    Args:
        scene: the line.
        held: titles given on the line so far; the last one before the word lends its title.
    """
    for word in scene.words:
        if word.lower not in titles.group("counterparts") or not _owned(scene, word.i):
            continue
        before = [one for one in held if one.scene is scene and one.mention.last < word.i and one.status != "former"]
        if not before:
            continue
        office = max(before, key=lambda one: one.mention.last)
        for place, other in enumerate(_named(scene, word.i + 1, several=word.lower == "counterparts")):
            titled = any(one.mention is other for one in held if one.scene is scene)
            if not titled and other.entity is not office.mention.entity:
                yield Held(scene, origin.of_counterpart(scene, office.phrase, word.i, other, place), other, "counterpart")


def without_own(held: list[Held]) -> list[Held]:
    """Return the titles without those lent to counterparts whose own office the page tells ("counterpart X": "Minister X")."""
    own = {
        one.mention.entity.id
        for one in held
        if one.rule != "counterpart" and one.status != "former" and not one.phrase.former and _is_office(one)
    }
    return [one for one in held if one.rule != "counterpart" or one.mention.entity.id not in own]


def _is_office(one: Held) -> bool:
    words = one.scene.words[one.phrase.head : one.phrase.head_last + 1]
    return titles.head_kind(" ".join(word.text for word in words)) == "office"


def _owned(scene: Scene, at: int) -> bool:
    """Tell whether "his", "her" or "their" stands before, past nationalities ("his South Korean counterpart")."""
    for k in range(at - 1, max(-1, at - 6), -1):
        if scene.text(k) in ("his", "her", "their", "my"):
            return True
        if scene.words[k].mark or scene.text(k) in DETERMINERS or scene.words[k].tag.startswith("VB"):
            return False
    return False


def _named(scene: Scene, at: int, *, several: bool) -> Iterator[Mention]:
    """Yield the persons named from `at` on: one, or a list with the country behind each ("X of Japan and Y of Korea")."""
    while True:
        while _passed(scene, at):
            at += 1
        other = scene.persons.get(at)
        if other is None or other.first != at:
            return
        yield other
        at = other.last + 1
        if not several:
            return


_PASSED = frozenset((",", "and", "&", "of", "from", "the"))


def _passed(scene: Scene, at: int) -> bool:
    word = scene.word(at)
    return word is not None and (word.lower in _PASSED or at in scene.nations or names.is_honorific(word.text))
