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
            if at is not None and at in scene.persons:
                found.add(scene.persons[at].entity.id)
    return frozenset(found)


def last_persons(scenes: list[Scene], number: int) -> list[Mention]:
    """Return the mentions before line `number`, subjects first: whom "he" and "she" mostly mean."""
    found: list[Mention] = []
    for scene in reversed(scenes[max(0, number - 2) : number + 1]):
        mentions = scene.mentions()
        found += [mention for mention in mentions if _is_subject(scene, mention)]
        if found:
            return found
    return found


def _is_subject(scene: Scene, mention: Mention) -> bool:
    return any(scene.words[k].last.dep in ("nsubj", "nsubjpass") for k in range(mention.first, mention.last + 1))
