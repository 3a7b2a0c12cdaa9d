"""Roles told by a verb with what stands beside it, in any order of words: вести дискуссию, взять на себя роль ведущего."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, cast

from onrecord.extract.ru.gatherings.occasions import is_aside
from onrecord.languages.reading import Sentence, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Organization, Person, Span
from onrecord.model.facts import Role

NEAR = 5
"""Words between a verb and what it needs at most."""


Side = Literal["before", "behind"]


class Telling(NamedTuple):
    """The role that words tell; `people`, `bodies`: what it is where none but such are named, `together`: several people."""

    role: Role
    people: Role | None = None
    bodies: Role | None = None
    together: Role | None = None

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Telling:
        """Return what a row of the vocabulary says."""
        return cls(**{key: row[key] for key in cls._fields if key in row})

    def of(self, chosen: Iterable[Person | Organization]) -> Role:
        """Return the role of those who have it, all of them together."""
        named = list(chosen)
        kinds = {type(who) for who in named}
        if kinds == {Person}:  # Совещание провёл министр; X и Y провели заседание
            return (len(named) > 1 and self.together) or self.people or self.role
        return (kinds == {Organization} and self.bodies) or self.role  # Комитет вёл заседание


class Hit(NamedTuple):
    """Words that tell a role, and the side on which those stand who have it, where the parser finds no subject."""

    span: Span
    told: Telling
    side: Side


class _Frame(NamedTuple):
    """Verbs with what must stand beside them, or before that (`described`), for the role of their subject."""

    told: Telling
    verbs: frozenset[str]
    beside: frozenset[str]
    described: frozenset[str]


@cache
def _frames() -> tuple[_Frame, ...]:
    table = vocabulary.load("frames")
    classes = {name: frozenset(words.split()) for name, words in table["classes"].items()}
    classes["event"] |= vocabulary.events()
    return tuple(
        _Frame(
            Telling.read(row),
            frozenset(row["verbs"].split()),
            frozenset().union(*(classes[name] for name in row["with"].split())),
            frozenset(row.get("described", "").split()),
        )
        for row in table["frames"]
    )


@cache
def _functions() -> dict[str, Role]:
    return {
        word: cast("Role", role) for role, words in vocabulary.load("frames")["functions"].items() for word in words.split()
    }


def find(sentence: Sentence) -> list[Hit]:
    """Return the words of a sentence that tell roles."""
    found: list[Hit] = []
    for verb in sentence.tokens:
        if verb.tag.startswith(("VERB Fin", "VERB Conv")) or _is_passive(verb):
            found += _of_verb(sentence, verb)
    return found


def _is_about(which: Token, noun: Token, beside: frozenset[str]) -> bool:
    """Tell whether который stands for one of these nouns, also where it describes another: беседа с X, которую вёл Y."""
    told = noun if model.lemma(noun.text) in beside else noun.head
    return model.lemma(told.text) in beside and (told is noun or (" Fem" in told.tag) == (" Fem" in which.tag))


def _is_object(body: Token, verb: Token) -> bool:
    """Tell whether a body is the object of a verb, which in the nominative stands beside its subject: Центр представлял X."""
    others = any(t.dep == "nsubj" and t is not body for t in verb.children)
    return body.head is verb and (" Nom" not in body.tag or others)


def _is_passive(verb: Token) -> bool:
    return verb.tag.startswith("VERB Part Past") and not any(
        f" {case}" in verb.tag for case in ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
    )


def _of_verb(sentence: Sentence, verb: Token) -> Iterator[Hit]:
    lemma = model.lemma(verb.text)
    near = _near(sentence, verb)
    for frame in _frames():
        if lemma in frame.verbs and (frame.told.role != "signatory" or " Past" in verb.tag):
            both = verb.head.children if verb.dep == "conj" else []  # Дискуссию открыла и вела X
            governed = [t for t in [*verb.children, *both] if t.dep in ("obj", "nsubj:pass") and t not in near]
            fits = [
                t
                for t in [*near, *governed]
                if model.lemma(t.text) in frame.beside
                or t.lower in frame.beside
                or (t.entity == "LOC" and "country" in frame.beside)
                or (t.entity == "ORG" and "body" in frame.beside and _is_object(t, verb))
            ]
            if frame.told.role in ("organizer", "moderator"):
                fits = [t for t in fits if not (_meets(t) or is_aside(t))]
            which = next((t for t in near if t.lower.startswith("котор") and " Acc" in t.tag), None)
            if which is not None and verb.dep == "acl:relcl" and _is_about(which, verb.head, frame.beside):
                fits = [which]  # дискуссия, которую проводит клуб
            beside = next((t for t in fits if _is_passive(verb) or " Nom" not in t.tag or t.entity == "ORG"), None)
            if beside is not None and (not frame.described or _is_described(beside, frame.described)):
                yield Hit(_around(verb, beside), frame.told, "before" if beside.i > verb.i else "behind")
                return
    yield from _of_function(near, verb, lemma)


def _meets(noun: Token) -> bool:
    """Tell whether a noun is for a meeting with somebody, which whoever holds it takes part in: провел встречу с коллегой."""
    lemma, after = model.lemma(noun.text), noun.nbor()
    if lemma in _MUTUAL and (" Plur" in noun.head.tag or " Plur" in noun.tag):
        return True  # X и Y провели разговор, X провёл ряд встреч
    partner = any(
        (case := t.child("case")) is not None and case.lower in _PARTNERS for t in (*noun.children, *noun.head.children)
    )
    return lemma in _MEETINGS and ((after is not None and after.lower in ("с", "со")) or partner)


_PARTNERS = frozenset({"с", "со", "между"})
_MUTUAL = frozenset({"встреча", "беседа", "разговор", "консультация", "переговоры"})
"""Nouns for what several people hold with one another."""
_MEETINGS = _MUTUAL | {"прием", "обсуждение"}


def _of_function(near: list[Token], verb: Token, lemma: str) -> Iterator[Hit]:
    """Read Модератором выступила X, Гостями вечера стали X и Y, роль ведущего взял на себя X."""
    copula = lemma in vocabulary.words("frames", "copulas")
    takes = lemma in vocabulary.words("frames", "taking")
    for token in near:
        role = _functions().get(model.lemma(token.text))
        if role is None or token.child("case") is not None:
            continue  # выступил перед участниками
        before = token.nbor(-1)
        part = before is not None and model.lemma(before.text) in vocabulary.words("frames", "parts") and " Gen" in token.tag
        honoured = before is not None and before.lower.startswith(("почетн", "почётн", "специальн"))
        of = token.nbor()
        honoured = honoured or (
            of is not None and " Gen" in of.tag and model.lemma(of.text) in _occasions()
        )  # Гостем вечера стал
        crowd = role in ("participant", "host") and " Plur" not in token.tag and not honoured
        if (copula and " Ins" in token.tag and not crowd) or (takes and part):
            yield Hit(_around(verb, token), Telling(role), "before" if token.i > verb.i else "behind")
            return


@cache
def _occasions() -> frozenset[str]:
    return frozenset(vocabulary.load("frames")["classes"]["event"].split())


def _near(sentence: Sentence, verb: Token) -> list[Token]:
    """The words around a verb up to the next mark or verb on either side."""
    tokens = sentence.tokens
    at = verb.i - tokens[0].i
    behind: list[Token] = []
    for side in (tokens[at + 1 : at + 1 + NEAR], list(reversed(tokens[max(0, at - NEAR) : at]))):
        for token in side:
            if token.text in ",.;:«»()–—" or token.tag.startswith("VERB Fin"):
                break
            behind.append(token)
    return behind


def _is_described(noun: Token, words: frozenset[str]) -> bool:
    before = noun.nbor(-1)
    return before is not None and model.lemma(before.text) in words


def _around(a: Token, b: Token) -> Span:
    before = b.nbor(-1)
    if before is not None and before.sentence == b.sentence and before.tag.startswith("ADJ"):
        b, a = (before, a) if before.i < a.i else (b, a)  # Вступительное слово взяла X
    return Span(min(a.start, b.start), max(a.end, b.end))
