"""Where somebody is from who shares another's title: "Presidents A of Norway and B of Peru", "her Japanese counterpart, C"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.en.positions.phrase import Phrase
from onrecord.extract.en.positions.scene import Mention, Scene


def own(scene: Scene, phrase: Phrase, mention: Mention) -> Phrase:
    """Return the title that several share, with the country behind this name where one stands there."""
    country = _behind(scene, mention)
    return replace(phrase, country=country, organization=None) if country else phrase


def of_counterpart(scene: Scene, phrase: Phrase, at: int, mention: Mention) -> Phrase:
    """Return the title of a counterpart: of their own country, or of none that is told, never of the other's.

    Args:
        scene: the line.
        phrase: the title of the one whose counterpart the mention is.
        at: the word "counterpart".
        mention: the counterpart.
    """
    return replace(phrase, country=_behind(scene, mention) or _before(scene, at), organization=None)


def _behind(scene: Scene, mention: Mention) -> str | None:
    at = mention.last + 1
    if scene.text(at) not in ("of", "from") or scene.words[mention.last].possessive:
        return None
    at += 1 + (scene.text(at + 1) == "the")
    nation = scene.nations.get(at)
    return nation.country.name if nation and not nation.adjective else None


def _before(scene: Scene, at: int) -> str | None:
    nation = scene.nations.get(at - 1)
    return nation.country.name if nation else None
