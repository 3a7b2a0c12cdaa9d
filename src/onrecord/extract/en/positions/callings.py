"""What somebody does for a body, told by a verb alone: "sits on the committee", "teaches politics at the university"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.en import clauses
from onrecord.extract.en.positions.phrase import Phrase
from onrecord.extract.en.positions.scene import Scene
from onrecord.languages.en import titles
from onrecord.languages.reading import Token
from onrecord.model import Organization


def find(scene: Scene) -> Iterator[tuple[Token, Phrase, bool]]:
    """Yield seats on bodies and subjects taught, as printed: the verb, its phrase, and whether that is past."""
    for word in scene.words:
        if word.capital or not word.tag.startswith("VB"):
            continue
        found = None
        if word.lower in titles.group("sitting"):
            found = _seat(scene, word.first)
        elif word.lower in titles.group("teaching"):
            found = _chair(scene, word.first)
        if found is not None:
            yield word.first, found, _is_past(word.first)


def _is_past(verb: Token) -> bool:
    return verb.tag == "VBD" or any(child.dep == "aux" and child.lower == "had" for child in verb.children)


def _seat(scene: Scene, verb: Token) -> Phrase | None:
    """As in: "sits on the Foreign Affairs Committee", "serves on the advisory council of the foundation"."""
    for thing in clauses.objects(verb, "on"):
        at = scene.word_of(thing)
        body = scene.bodies.get(at) if at is not None else None
        start = scene.word_of(verb)
        if at is None or start is None:
            continue
        if body is not None and isinstance(body.entity, Organization):
            on = next((k for k in range(start + 1, body.first) if scene.text(k) == "on"), start)
            made = Phrase(start, on, start, start, start, body.last)
            made.organization = body.entity
            return made
        if thing.lower in titles.group("seats"):
            on = next((k for k in range(start + 1, at) if scene.text(k) == "on"), start)
            owned = thing.child("poss") is not None
            made = Phrase(start, on if owned else at, start, start, start, at)
            _inner(scene, made, at)
            return made
    return None


def _chair(scene: Scene, verb: Token) -> Phrase | None:
    """As in: "teaches politics at the university", "lectures at the academy"."""
    start = scene.word_of(verb)
    where = [
        scene.bodies[k] for t in clauses.objects(verb, "at", "in") if (k := scene.word_of(t)) in scene.bodies and k is not None
    ]
    thing = verb.child("dobj")
    if thing is not None:
        where += [
            scene.bodies[k] for t in clauses.objects(thing, "at") if (k := scene.word_of(t)) in scene.bodies and k is not None
        ]
    body = next((b for b in where if isinstance(b.entity, Organization)), None)
    if start is None or body is None or not isinstance(body.entity, Organization):
        return None
    end = scene.word_of(thing) if thing is not None else None
    last = end if end is not None and end > start else start
    made = Phrase(start, last, start, start, start, last)
    made.organization = body.entity
    return made


def _inner(scene: Scene, phrase: Phrase, last: int) -> None:
    """The body of which a council or a board is one."""
    for k in range(last + 1, min(last + 4, len(scene.words))):
        body = scene.bodies.get(k)
        if body and isinstance(body.entity, Organization):
            phrase.organization, phrase.end = body.entity, body.last
            return
        if scene.text(k) not in ("of", "at", "in", "the"):
            return
