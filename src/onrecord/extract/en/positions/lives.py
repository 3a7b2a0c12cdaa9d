"""Who the text says has died, and who was spoken of last."""

from __future__ import annotations

from onrecord.extract.en.positions.scene import Mention, Scene

_DIED = frozenset(("died", "dies", "deceased", "cremated", "buried"))


def dead(scenes: list[Scene]) -> frozenset[str]:
    """Return the ids of persons who are said to have died, or are called late."""
    found = set()
    for scene in scenes:
        for mention in scene.mentions():
            if scene.text(mention.first - 1) == "late" and scene.text(mention.first - 2) != "of":
                found.add(mention.entity.id)
        for word in scene.words:
            if word.lower not in _DIED:
                continue
            subject = word.first.child("nsubj", "nsubjpass")
            at = scene.word_of(subject) if subject is not None else None
            if at not in scene.persons:
                # "X, 71, died": the age comes between.
                at = word.i - 1
                while at >= max(0, word.i - 4) and (scene.words[at].mark or scene.text(at).isdigit()):
                    at -= 1
            if at is not None and at in scene.persons:
                found.add(scene.persons[at].entity.id)
    return frozenset(found)


def last_persons(scenes: list[Scene], number: int) -> list[Mention]:
    """Return whom "he" or "she" at the beginning of line `number` may mean: the only subject of the line before.

    A line that begins with such a pronoun itself goes on with the person of the line before it, whoever is named later there.
    """
    while number and _goes_on(scenes[number - 1]):
        number -= 1
    if not number:
        return []
    scene = scenes[number - 1]
    subjects = [mention for mention in scene.mentions() if _is_subject(scene, mention)]
    return subjects if len({mention.entity.id for mention in subjects}) == 1 else []


def _goes_on(scene: Scene) -> bool:
    """Tell whether "he" or "she" is a subject of the line before anybody is named there."""
    named = min(scene.persons, default=len(scene.words))
    return any(word.lower in ("he", "she") and word.last.dep in ("nsubj", "nsubjpass") for word in scene.words[:named])


def _is_subject(scene: Scene, mention: Mention) -> bool:
    return any(scene.words[k].last.dep in ("nsubj", "nsubjpass") for k in range(mention.first, mention.last + 1))
