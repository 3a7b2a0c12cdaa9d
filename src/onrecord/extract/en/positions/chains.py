"""Which titles of a line are one person's: "professor of A and former ambassador", "Chairman; Visiting Fellow"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.en.positions.phrase import Phrase
from onrecord.extract.en.positions.scene import Mention, Scene
from onrecord.languages.en import names

LINKS = frozenset((",", "and", "&", ";", "/"))
_DASHES = (["–"], ["-"], ["—"])
BETWEEN = frozenset(
    (
        "now",
        "currently",
        "also",
        "then",
        "later",
        "formerly",
        "himself",
        "herself",
        "is",
        "was",
        "and",
        "as",
        "who",
        "previously",
    )
)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A title phrase given to the person of a mention by a rule."""

    scene: Scene
    phrase: Phrase
    mention: Mention
    rule: str
    status: str | None = None


def chains(scene: Scene, phrases: list[Phrase]) -> list[list[Phrase]]:
    """Group titles of one person: "professor of A and former ambassador", "Chairman; Visiting Fellow"."""
    found: list[list[Phrase]] = []
    for phrase in phrases:
        if found and linked(scene, found[-1][-1], phrase):
            found[-1].append(phrase)
        else:
            found.append([phrase])
    for chain in found:
        share_body(scene, chain)
        for a, b in zip(reversed(chain[:-1]), reversed(chain[1:]), strict=True):
            if a.country and not b.country and b.organization is None and "and" in gap(scene, a, b):
                b.country = a.country
            if a.former and not a.until and gap(scene, a, b) == ["and"] and b.outer == b.first and not b.determined:
                b.former = True
    return found


def gap(scene: Scene, a: Phrase, b: Phrase) -> list[str]:
    """Return the words between two title phrases, in small letters."""
    return [word.lower for word in scene.words[a.end + 1 : b.outer]]


def linked(scene: Scene, a: Phrase, b: Phrase) -> bool:
    """Tell whether the words between two title phrases of a line make them titles of one person."""
    between = gap(scene, a, b)
    if between[:1] == ["in"] and a.end + 2 in scene.places:
        between = between[2:]  # "a fellow of the centre in Lunde and a former adviser to"
    if not between:
        # "AU chairperson President X": two titles of one person side by side.
        if "body-behind" in a.links:
            return scene.words[b.first].capital
        second = not scene.words[a.last].capital or names.is_abbreviated_title(scene.words[b.first].text)
        return scene.words[b.first].capital and second and not scene.words[a.end].possessive
    if between in _DASHES:
        # "Deputy Prime Minister – Minister of Finance X": two offices written as one
        capital = scene.words[a.head].capital and scene.words[b.head].capital and not a.plural and not b.plural
        return capital and b.outer == b.first and scene.words[b.first].gap != "" and (a.outer > 0 or not is_entry(scene))
    if len(between) > 4 or a.plural != b.plural or any(k in scene.persons for k in range(a.end + 1, b.outer)):
        return False
    return between[0] in LINKS and all(word in LINKS or word in BETWEEN for word in between)


def share_body(scene: Scene, chain: list[Phrase]) -> None:
    """Give the body behind the last of two titles joined by "and" to the first, where that has none."""
    for a, b in zip(reversed(chain[:-1]), reversed(chain[1:]), strict=True):
        bare = not a.complemented and a.organization is None and a.country is None
        if bare and b.organization is not None and "body-before" not in b.links and gap(scene, a, b) in (["and"], ["&"], ["/"]):
            a.organization = b.organization


def is_entry(scene: Scene) -> bool:
    """Tell whether the line is an entry of a list: a bullet, or no verb."""
    words = scene.words
    return words[0].mark or not any(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in words)
