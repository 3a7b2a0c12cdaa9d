"""Whose title a title phrase is: before a name, behind it, or in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from onrecord.extract.en.positions.phrase import Phrase
from onrecord.extract.en.positions.scene import AT_THAT_TIME, Mention, Scene, at_that_time
from onrecord.languages.en import names, titles
from onrecord.model import Organization

_LINKS = frozenset((",", "and", "&", ";", "/"))
_BETWEEN = frozenset(
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
_OPENERS = frozenset((",", "–", "—", "-", ";", "(", "--", ":"))


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A title phrase given to the person of a mention by a rule."""

    scene: Scene
    phrase: Phrase
    mention: Mention
    rule: str
    status: str | None = None


def find(scene: Scene, phrases: list[Phrase]) -> Iterator[Held]:
    """Yield who holds the phrases of one line, by what stands next to what."""
    groups = chains(scene, phrases)
    for chain in groups:
        held = list(_before(scene, chain, groups))
        for one in held:
            one.phrase.taken = True
        yield from held
    for mention in scene.mentions():
        yield from _behind(scene, mention, groups)


def chains(scene: Scene, phrases: list[Phrase]) -> list[list[Phrase]]:
    """Group titles of one person: "professor of A and former ambassador", "Chairman; Visiting Fellow"."""
    found: list[list[Phrase]] = []
    for phrase in phrases:
        if found and _linked(scene, found[-1][-1], phrase):
            found[-1].append(phrase)
        else:
            found.append([phrase])
    for chain in found:
        _share_body(scene, chain)
        for a, b in zip(reversed(chain[:-1]), reversed(chain[1:]), strict=True):
            if a.country and not b.country and b.organization is None and "and" in _gap(scene, a, b):
                b.country = a.country
            if a.former and not a.until and _gap(scene, a, b) == ["and"] and b.outer == b.first and not b.determined:
                b.former = True
    return found


def _gap(scene: Scene, a: Phrase, b: Phrase) -> list[str]:
    return [word.lower for word in scene.words[a.end + 1 : b.outer]]


def _linked(scene: Scene, a: Phrase, b: Phrase) -> bool:
    gap = _gap(scene, a, b)
    if not gap:
        # "AU chairperson President X": two titles of one person side by side.
        if "body-behind" in a.links:
            return scene.words[b.first].capital
        second = not scene.words[a.last].capital or names.is_abbreviated_title(scene.words[b.first].text)
        return scene.words[b.first].capital and second and not scene.words[a.end].possessive
    if len(gap) > 4 or a.plural != b.plural or any(k in scene.persons for k in range(a.end + 1, b.outer)):
        return False
    return gap[0] in _LINKS and all(word in _LINKS or word in _BETWEEN for word in gap)


def _before(scene: Scene, chain: list[Phrase], groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield titles that stand before the name of their holder."""
    last = chain[-1]
    at = last.end + 1
    if scene.text(at) in ("counterparts", "counterpart", "colleagues"):
        at += 1
        last.plural = True
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
    yield from _before_mark(scene, chain, at, groups)
    yield from _before_be(scene, last, groups)


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
        and _gap(scene, first, chain[1]) == ["and"]
        and not chain[1].determined
        and not first.complemented
        and not first.organization
    ):
        # "The President and Prime Minister X": the first is somebody whom the text has named before.
        return chain[1:]
    before = scene.text(first.outer - 1)
    if before in (",", "–", ";", "(") and first.outer >= 2 and (first.outer - 2) in scene.persons and len(chain) > 1:
        for k in range(1, len(chain)):
            gap = _gap(scene, chain[k - 1], chain[k])
            if gap and gap[0] == "," and not chain[k].determined:
                return chain[k:]
    return chain


def _before_mark(scene: Scene, chain: list[Phrase], at: int, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield titles before a comma or colon and the name: "the museum's director, X," or "Director, Hanbit Institute: X"."""
    last, mark = chain[-1], scene.text(at)
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
    if determined and closed and not last.plural:
        yield from _give(scene, chain, mention, "title-comma-name")


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
    return k >= 1 and scene.text(k) in _OPENERS and (k - 1) in scene.persons


def _is_titled(scene: Scene, phrase: Phrase, groups: list[list[Phrase]]) -> bool:
    """Tell whether the name before the phrase has a title of its own: "Minister A, the Minister of B, C," gives C his."""
    person = scene.persons[phrase.outer - 2]
    return phrase.determined and any(chain[-1].end + 1 == person.first for chain in groups)


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
        yield Held(scene, phrase, other, "plural-title")
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
    if scene.text(at) not in ("of", ",", "from", "at") or (scene.text(at) == "," and not _listed(scene)):
        return
    at += 1
    if scene.text(at) == "the":
        at += 1
    body = scene.bodies.get(at)
    if body and isinstance(body.entity, Organization):
        phrase.organization = body.entity
    elif at in scene.nations and phrase.country is None and not scene.nations[at].adjective:
        phrase.country = scene.nations[at].country.name


def _listed(scene: Scene) -> bool:
    """Tell whether the line is an entry of a list: a bullet, or no verb."""
    words = scene.words
    return words[0].mark or not any(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in words)


def _behind(scene: Scene, mention: Mention, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield titles that stand behind the name of their holder: "X, professor of A and former ambassador"."""
    if scene.words[mention.last].possessive:
        yield from _possessed(scene, mention, groups)
        return
    at = _opened(scene, mention.last + 1)
    at = _behind_body(scene, at, groups) if at is not None else None
    entry = mention.first == 0 or scene.words[mention.first - 1].mark
    if at is None or (scene.text(mention.last + 1) == ";" and not entry):
        return
    for chain in groups:
        # "X, then a clerk": the frame of the title may take in the adverb that the opening skips.
        then = scene.text(at - 1) == "then" or at_that_time(scene, at)
        framed = scene.text(at - 1) in ("then", "now") or scene.text(at - 1) in _ONCE
        if chain[0].outer != at and not (chain[0].outer == at - 1 and framed):
            continue
        if chain[0].plural and not _listed(scene):
            yield from _plural_behind(scene, chain, mention)
            return
        own = list(takewhile(lambda phrase: not phrase.taken, chain))
        for phrase in own:
            _trailing_body(scene, phrase)
        _share_body(scene, own)
        once = scene.text(chain[0].outer - 1) in _ONCE
        for phrase in own:
            past = "former" if (then or once) and phrase is own[0] else None
            yield Held(scene, phrase, mention, "name-comma-title", past)
        if own:
            yield from _more_behind(scene, own[-1], mention, groups)
        return


_ONCE = frozenset(("once", "formerly", "previously"))


def _behind_body(scene: Scene, at: int, groups: list[list[Phrase]]) -> int:
    """Return where the titles begin behind a name and its body: "Prof. X, Ulba University; former minister"."""
    body = scene.bodies.get(at)
    if body is None or not isinstance(body.entity, Organization) or any(chain[0].outer == at for chain in groups):
        return at
    behind = body.last + 2
    known = [chain for chain in groups if chain[0].outer == behind]
    joined = scene.text(body.last + 1) == ";" or (scene.text(body.last + 1) == "," and known and known[0][0].former)
    return behind if known and joined else at


def _opened(scene: Scene, at: int) -> int | None:
    """Return the word at which an apposition would begin behind a name that ends before `at`, or None."""
    if scene.text(at) == "(" and scene.text(at + 2) == ")":
        at += 3
    if scene.text(at) not in _OPENERS or (scene.text(at) == ":" and not (_listed(scene) and len(scene.words) < 25)):
        return None
    at += 1
    if scene.text(at).isdigit() and scene.text(at + 1) == ",":
        at += 2
    at += next((len(words) for words in AT_THAT_TIME if all(scene.text(at + k) == w for k, w in enumerate(words))), 0)
    while scene.text(at) in ("now", "currently", "also", "then", "once", "formerly", "previously", "-") or (
        scene.text(at) in ("who",) and scene.text(at + 1) in ("is", "was")
    ):
        at += 2 if scene.text(at) == "who" else 1
    return at


def _share_body(scene: Scene, chain: list[Phrase]) -> None:
    """Give the body behind the last of two titles joined by "and" to the first, where that has none."""
    for a, b in zip(reversed(chain[:-1]), reversed(chain[1:]), strict=True):
        bare = not a.complemented and a.organization is None and a.country is None
        if (
            bare
            and b.organization is not None
            and "body-before" not in b.links
            and _gap(scene, a, b) in (["and"], ["&"], ["/"])
        ):
            a.organization = b.organization


def _more_behind(scene: Scene, last: Phrase, mention: Mention, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield what goes on behind a body or a bracket: "X, PhD candidate (Y University) & former coordinator"."""
    at = last.end + 1
    if scene.text(at) not in _LINKS:
        return
    while scene.text(at) in _LINKS or scene.text(at) in _BETWEEN:
        at += 1
    for chain in groups:
        if chain[0].outer == at and not chain[0].taken:
            for phrase in chain:
                if not phrase.taken:
                    yield Held(scene, phrase, mention, "name-comma-title")


def _trailing_body(scene: Scene, phrase: Phrase) -> None:
    """Take the body behind a comma, semicolon or bracket: "X, President, Hanbit Foundation"."""
    at = phrase.end + 1
    if phrase.organization is not None or scene.text(at) not in (",", ";", "(", "–", "-"):
        return
    body = scene.bodies.get(at + 1) or (scene.bodies.get(at + 2) if scene.text(at + 1) == "the" else None)
    if body is None or not isinstance(body.entity, Organization):
        return
    closing = scene.text(body.last + 1)
    if closing in ("", ",", ";", ")", ".", "-", "–", "and", "&", "(", "•", "—") or _listed(scene):
        phrase.organization = body.entity
        phrase.end = body.last + (scene.text(at) == "(" and closing == ")")


def _plural_behind(scene: Scene, chain: list[Phrase], mention: Mention) -> Iterator[Held]:
    """Yield a plural title for all names listed before it: "A and B, members of the council"."""
    holders = [mention]
    at = mention.first - 1
    while scene.text(at) in (",", "and", "&") or (scene.word(at) and names.is_honorific(scene.words[at].text)):
        at -= 1
        if at in scene.persons:
            holders.append(scene.persons[at])
            at = scene.persons[at].first - 1
    if len(holders) < 2:
        return
    for holder in reversed(holders):
        for phrase in chain:
            if not phrase.taken:
                yield Held(scene, phrase, holder, "plural-title")


def _possessed(scene: Scene, mention: Mention, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield "X's presidency": an office that its holder owns."""
    for chain in groups:
        phrase = chain[0]
        if phrase.outer <= mention.last + 1 <= phrase.first and scene.text(phrase.head) in (
            "presidency",
            "premiership",
            "chairmanship",
            "prime ministership",
        ):
            yield Held(scene, phrase, mention, "name-possessive-office", "former")


def kind(scene: Scene, phrase: Phrase) -> str | None:
    """Return the kind of the phrase's head."""
    return titles.head_kind(" ".join(word.text for word in scene.words[phrase.head : phrase.head_last + 1]))
