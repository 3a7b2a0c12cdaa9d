"""Whose title a title phrase is: before a name, behind it, or in a list."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.en.positions import apposition, origin
from onrecord.extract.en.positions.chains import Held, chains, gap, is_entry
from onrecord.extract.en.positions.phrase import OPENERS, Phrase
from onrecord.extract.en.positions.scene import Mention, Scene
from onrecord.languages.en import names, titles
from onrecord.model import Organization


def find(scene: Scene, phrases: list[Phrase]) -> Iterator[Held]:
    """Yield who holds the phrases of one line, by what stands next to what."""
    groups = chains(scene, phrases)
    for chain in groups:
        held = list(_before(scene, chain, groups))
        for one in held:
            one.phrase.taken = True
        yield from held
    for mention in scene.mentions():
        yield from apposition.behind(scene, mention, groups)


def _before(scene: Scene, chain: list[Phrase], groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield titles that stand before the name of their holder."""
    last = chain[-1]
    at = last.end + 1
    if scene.text(at) in ("counterparts", "counterpart", "colleagues"):
        at += 1
        last.plural = True
    at = _past_seat(scene, at)
    while scene.word(at) and names.is_honorific(scene.words[at].text):
        at += 1
    mention = scene.persons.get(at)
    if mention and mention.first == at and not scene.words[last.end].possessive:
        # In "A, director of X, and Minister B" only the last link of the chain is B's.
        own = _own_part(scene, chain)
        yield from _give(scene, own, mention, "title-before-name")
        if last.plural:
            yield from _share(scene, last, mention)
        return
    called = scene.persons.get(at + 1) if scene.text(at) in ("named", "called") else None
    if called is not None and called.first == at + 1 and scene.text(chain[0].outer) in ("a", "an"):
        yield from _give(scene, chain, called, "title-before-name")  # "a retired teacher named X"
        return
    yield from _before_mark(scene, chain, at, groups)
    yield from _before_be(scene, last, groups)


def _past_seat(scene: Scene, at: int) -> int:
    """Return the word behind where an office has its seat, if a name stands there: "Envoy to the Agency in Lunde X"."""
    end = at + 1
    while scene.text(at) == "in" and end in scene.places and end not in scene.persons:
        end += 1
    return end if end > at + 1 and end in scene.persons else at


def _before_be(scene: Scene, phrase: Phrase, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield "whose director is X" and "its head was Professor X": a title, a form of "be", and the name of its holder."""
    at = phrase.end + 1
    be = scene.text(at)
    if be not in ("is", "was") or not phrase.determined:
        return
    at += 1
    for chain in groups:
        if chain[0].outer == at:
            at = chain[-1].end + 1
    mention = scene.persons.get(at)
    if mention and mention.first == at:
        yield Held(scene, phrase, mention, "title-is-name", "former" if be == "was" else None)


def _own_part(scene: Scene, chain: list[Phrase]) -> list[Phrase]:
    """Return the part of a chain before a name that is not already somebody else's apposition."""
    first = chain[0]
    the = (
        scene.text(first.outer) == "the" and first.first == first.last and len(chain) == 2 and scene.words[first.first].capital
    )
    if (
        the
        and gap(scene, first, chain[1]) == ["and"]
        and not chain[1].determined
        and not first.complemented
        and not first.organization
    ):
        # "The President and Prime Minister X": the first is somebody whom the text has named before.
        return chain[1:]
    before = scene.text(first.outer - 1)
    if before in (",", "–", ";", "(") and first.outer >= 2 and (first.outer - 2) in scene.persons and len(chain) > 1:
        for k in range(1, len(chain)):
            between = gap(scene, chain[k - 1], chain[k])
            if between and between[0] in (",", ";") and not chain[k].determined:
                return chain[k:]
    return chain


def _before_mark(scene: Scene, chain: list[Phrase], at: int, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield titles before a comma or colon and the name: "the museum's director, X," or "Director, Hanbit Institute: X"."""
    last, mark = chain[-1], scene.text(at)
    if scene.text(chain[0].outer - 1) == "as" and mark == "," and scene.text(chain[0].outer) in ("a", "an"):
        return  # "Asked whether she could act as a mediator, X replied"
    body = None
    if mark == "," and at + 1 in scene.bodies and last.organization is None:
        end = scene.bodies[at + 1].last
        if scene.text(end + 1) == ":":
            body, mark, at = scene.bodies[at + 1], ":", end + 1
    if mark not in (",", ":"):
        return
    start = at + 1
    while scene.word(start) and names.is_honorific(scene.words[start].text):
        start += 1
    if mark == ":":  # "Editor: Third Secretary X"
        start = next((other[-1].end + 1 for other in groups if other[0].outer == start), start)
    mention = scene.persons.get(start)
    if (
        mention is None
        or mention.first != start
        or (_is_apposition(scene, chain[0]) and not _is_titled(scene, chain[0], groups))
    ):
        return
    if mark == ":":
        if _labels(scene, chain, body):
            if body is not None and isinstance(body.entity, Organization):
                last.organization = body.entity
            yield from _give(scene, chain, mention, "title-colon-name")
        return
    determined = chain[0].determined or chain[0].organization is not None or chain[0].country is not None or chain[0].former
    behind = scene.word(mention.last + 1)
    closed = behind is None or behind.mark or behind.tag.startswith(("VB", "MD", "RB", "IN")) or behind.lower in ("who", "and")
    if determined and (closed or last.plural):
        yield from _to_each(scene, last, mention) if last.plural else _give(scene, chain, mention, "title-comma-name")


def _to_each(scene: Scene, phrase: Phrase, mention: Mention) -> Iterator[Held]:
    """Yield the plural title for all of a list behind its comma: "their foreign ministers, A, B and C,"."""
    others = list(_share(scene, phrase, mention))
    if others:
        yield Held(scene, origin.own(scene, phrase, mention), mention, "plural-title")
        yield from others


def _labels(scene: Scene, chain: list[Phrase], body: Mention | None) -> bool:
    """Tell whether titles before a colon are the name's: "Director, Hanbit Institute: X" or, in an imprint, "Editor: X"."""
    first, last = chain[0], chain[-1]
    if first.first > 0 and scene.words[first.first - 1].capital:
        return False
    bare = body is None and first.first == last.last and last.head == last.first and first.organization is None
    return not bare or (first.first == 0 and scene.text(0) in titles.group("imprint"))


def _is_apposition(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether the phrase stands behind a name and its comma already."""
    k = phrase.outer - 1
    return k >= 1 and scene.text(k) in OPENERS and (k - 1) in scene.persons


def _is_titled(scene: Scene, phrase: Phrase, groups: list[list[Phrase]]) -> bool:
    """Tell whether the name before the phrase has a title of its own: "Minister A, the Minister of B, C," gives C his."""
    person = scene.persons[phrase.outer - 2]
    owned = phrase.determined or phrase.country is not None
    before = {1, 2} if scene.text(phrase.outer - 1) == ";" else {1}  # "the minister, A; the envoy, B": a comma between
    return owned and any(person.first - chain[-1].end in before for chain in groups)


def _share(scene: Scene, phrase: Phrase, mention: Mention) -> Iterator[Held]:
    """Yield the plural title for the other names of the list: "Presidents A of X and B of Y"."""
    at = mention.last + 1
    while True:
        at = _past_origin(scene, at)
        joints = 0
        while scene.text(at) in (",", "and", "&"):
            at, joints = at + 1, joints + 1
        other = scene.persons.get(at)
        if not joints or other is None or other.first != at:
            return
        yield Held(scene, origin.own(scene, phrase, other), other, "plural-title")
        at = other.last + 1


def _past_origin(scene: Scene, at: int) -> int:
    """Return the word behind what says where the person before `at` is from: "of Norway", "(R-SC)"."""
    while scene.word(at) and (scene.text(at) in ("of", "the", "from") or at in scene.nations or at in scene.bodies):
        at += 1
    if scene.text(at) == "(":
        closing = next((k for k in range(at, min(at + 8, len(scene.words))) if scene.text(k) == ")"), at - 1)
        at = closing + 1
    return at


def _give(scene: Scene, chain: list[Phrase], mention: Mention, rule: str) -> Iterator[Held]:
    _belongs(scene, chain[-1], mention)
    for phrase in chain:
        yield Held(scene, phrase, mention, rule)


def _belongs(scene: Scene, phrase: Phrase, mention: Mention) -> None:
    """Take the body or country behind the name for the title before it: "Director X of the Institute"."""
    at = mention.last + 1
    if phrase.organization is not None or scene.words[mention.last].possessive:
        return
    if scene.text(at) not in ("of", ",", "from", "at") or (scene.text(at) == "," and not is_entry(scene)):
        return
    at += 1
    if scene.text(at) == "the":
        at += 1
    body = scene.bodies.get(at)
    if body and isinstance(body.entity, Organization):
        phrase.organization = body.entity
    elif at in scene.nations and phrase.country is None and not scene.nations[at].adjective:
        phrase.country = scene.nations[at].country.name


def kind(scene: Scene, phrase: Phrase) -> str | None:
    """Return the kind of the phrase's head."""
    return titles.head_kind(" ".join(word.text for word in scene.words[phrase.head : phrase.head_last + 1]))
