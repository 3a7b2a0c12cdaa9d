"""Where somebody is from who shares another's title: "Presidents A of Norway and B of Peru", "her Japanese counterpart, C"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.en.positions.phrase import Phrase
from onrecord.extract.en.positions.scene import Mention, Scene


def own(scene: Scene, phrase: Phrase, mention: Mention) -> Phrase:
    """Return the title that several share, with the country behind this name where one stands there."""
    country = _behind(scene, mention)
    return replace(phrase, country=country, organization=None) if country else phrase


def of_counterpart(scene: Scene, phrase: Phrase, at: int, mention: Mention, place: int = 0) -> Phrase:
    """Return the title of a counterpart: of their own country, or of none that is told, never of the other's.

    Args:
        scene: the line.
        phrase: the title of the one whose counterpart the mention is.
        at: the word "counterpart".
        mention: the counterpart.
        place: how many counterparts are named before this one ("her Norlandic and Sudrian counterparts A and B").
    """
    lands = _before(scene, at)
    land = lands[min(place, len(lands) - 1)] if lands else None
    return replace(phrase, country=_behind(scene, mention) or land, organization=None)


def _behind(scene: Scene, mention: Mention) -> str | None:
    at = mention.last + 1
    if scene.text(at) not in ("of", "from") or scene.words[mention.last].possessive:
        return None
    at += 1 + (scene.text(at + 1) == "the")
    nation = scene.nations.get(at)
    return nation.country.name if nation and not nation.adjective else None


def _before(scene: Scene, at: int) -> list[str]:
    """Return the countries of the adjectives before the word "counterparts", in text order."""
    found: list[str] = []
    nation = scene.nations.get(at - 1)
    while nation is not None:
        found.insert(0, nation.country.name)
        at = nation.first - 1
        while scene.text(at) in (",", "and", "&"):
            at -= 1
        nation = scene.nations.get(at)
    return found
