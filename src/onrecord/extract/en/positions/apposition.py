"""Titles that stand behind the name of their holder: "X, professor of A and former ambassador"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from onrecord.extract.en.positions.chains import BETWEEN, LINKS, Held, is_entry, share_body
from onrecord.extract.en.positions.phrase import OPENERS, Phrase
from onrecord.extract.en.positions.scene import AT_THAT_TIME, Mention, Scene, at_that_time
from onrecord.languages.en import names
from onrecord.model import Organization

_ONCE = frozenset(("once", "formerly", "previously"))


def behind(scene: Scene, mention: Mention, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield titles that stand behind the name of their holder: "X, professor of A and former ambassador"."""
    if scene.words[mention.last].possessive:
        yield from _possessed(scene, mention, groups)
        return
    at = _opened(scene, _past_body(scene, mention.last + 1))
    at = _behind_body(scene, at, groups) if at is not None else None
    entry = mention.first == 0 or (scene.words[mention.first - 1].mark and scene.text(mention.first - 1) != ",")
    if at is None or (scene.text(mention.last + 1) == ";" and not entry):
        return
    at = _past_owner(scene, at, groups)
    for chain in groups:
        # "X, then a clerk": the frame of the title may take in the adverb that the opening skips.
        then = scene.text(at - 1) in ("then", "was") or at_that_time(scene, at)
        then = then or _past_until(scene, _comma_behind(scene, mention)) == at
        framed = scene.text(at - 1) in ("then", "now") or scene.text(at - 1) in _ONCE
        if chain[0].outer != at and not (chain[0].outer == at - 1 and framed):
            continue
        if chain[0].plural and not is_entry(scene):
            yield from _plural_behind(scene, chain, mention)
            return
        if _is_next_subject(scene, mention, chain[-1]):
            return
        if scene.text(chain[0].head_last).endswith(("-member", "-person")):
            return  # "led by X, the twelve-member delegation": no office of X
        own = list(takewhile(lambda phrase: not phrase.taken, chain))
        for phrase in own:
            _trailing_body(scene, phrase)
        share_body(scene, own)
        once = scene.text(chain[0].outer - 1) in _ONCE
        for phrase in own:
            past = "former" if (then or once) and phrase is own[0] else None
            yield Held(scene, phrase, mention, "name-comma-title", past)
        if own:
            yield from _more_behind(scene, own[-1], mention, groups)
        return


def _past_owner(scene: Scene, at: int, groups: list[list[Phrase]]) -> int:
    """Return the word behind the office whose holder employs the one named: "X, the U.S. President's special envoy"."""
    owner = next((chain[-1] for chain in groups if chain[0].outer == at), None)
    return owner.end + 1 if owner is not None and scene.words[owner.end].possessive else at


def _comma_behind(scene: Scene, mention: Mention) -> int:
    """Return the number of the word behind the comma that follows a name; a number of no word where there is none."""
    return mention.last + 2 if scene.text(mention.last + 1) == "," and scene.text(mention.last + 2) == "until" else -1


def _is_next_subject(scene: Scene, mention: Mention, phrase: Phrase) -> bool:
    """Tell whether a title behind a name is the subject of what follows: "With Minister X, the Secretary discussed …"."""
    behind = scene.word(phrase.end + 1)
    verbal = behind is not None and behind.tag in ("VBD", "VBZ") and scene.words[phrase.head_last].last.dep == "nsubj"
    if not verbal or scene.text(phrase.outer) != "the" or scene.text(mention.last + 1) != ",":
        return False
    name = scene.words[mention.last].last
    return name.dep == "pobj" and name.head.lower in ("with", "to", "for", "by", "from")


def _past_body(scene: Scene, at: int) -> int:
    """Return the comma behind "X of the University of Y, a specialist on …", or `at` where nothing such stands there."""
    if scene.text(at) not in ("of", "from", "at"):
        return at
    body = scene.bodies.get(at + 1 + (scene.text(at + 1) == "the"))
    if body is None or scene.text(body.last + 1) != "," or scene.text(body.last + 2) not in ("a", "an", "who", "former"):
        return at
    return body.last + 1


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
    if scene.text(at) not in OPENERS or (scene.text(at) == ":" and not (is_entry(scene) and len(scene.words) < 25)):
        return None
    at += 1
    if scene.text(at).isdigit() and scene.text(at + 1) == ",":
        at += 2
    at = _past_until(scene, at)
    at += next((len(words) for words in AT_THAT_TIME if all(scene.text(at + k) == w for k, w in enumerate(words))), 0)
    while scene.text(at) in ("now", "currently", "also", "then", "once", "formerly", "previously", "-") or (
        scene.text(at) in ("who",) and scene.text(at + 1) in ("is", "was")
    ):
        at += 2 if scene.text(at) == "who" else 1
    return at


_UNTIL_LONGEST = 4
"""Words of a time behind "until" ("until last year", "until March 2019")."""


def _past_until(scene: Scene, at: int) -> int:
    """Return the word behind "until last year" and the like, or `at` where no such time stands there."""
    if scene.text(at) != "until":
        return at
    end = at + 1
    while end - at <= _UNTIL_LONGEST and (word := scene.word(end)) is not None and word.label == "DATE":
        end += 1
    return end if end > at + 1 else at


def _more_behind(scene: Scene, last: Phrase, mention: Mention, groups: list[list[Phrase]]) -> Iterator[Held]:
    """Yield what goes on behind a body or a bracket: "X, PhD candidate (Y University) & former coordinator"."""
    at = last.end + 1
    if scene.text(at) not in LINKS:
        return
    while scene.text(at) in LINKS or scene.text(at) in BETWEEN:
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
    if closing in ("", ",", ";", ")", ".", "-", "–", "and", "&", "(", "•", "—") or is_entry(scene):
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
