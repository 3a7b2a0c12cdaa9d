"""Words that tell the kinds of dated steps in Russian text, as the vocabulary has them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from onrecord.languages.reading import Token
from onrecord.languages.ru import model, phrases, vocabulary


class Kind(NamedTuple):
    """Words that tell a kind of step.

    Attributes:
        name: the kind.
        verbs: dictionary forms of verbs.
        objects: what the clause of the verb holds; none where the verb is enough.
        things: dictionary forms of what the step befalls, which is then its object; none where any thing will do.
    """

    name: str
    verbs: frozenset[str]
    objects: re.Pattern[str] | None
    things: frozenset[str]


@cache
def of_verb(lemma: str) -> tuple[Kind, ...]:
    """Return the kinds that a verb tells, with what each of them needs beside it."""
    return tuple(kind for kind in _kinds() if lemma in kind.verbs)


@cache
def _kinds() -> tuple[Kind, ...]:
    rows = [(kind, row) for kind, rule in vocabulary.load("milestones").items() for row in (rule, *rule.get("also", ()))]
    return tuple(
        Kind(kind, frozenset(row["verbs"].split()), _phrases_of(row), frozenset(row.get("things", "").split()))
        for kind, row in rows
    )


def _phrases_of(row: dict[str, Any]) -> re.Pattern[str] | None:
    """Return the objects of a row of the vocabulary, none where the verb is enough."""
    if "objects" not in row:
        return None
    return phrases.pattern(row["objects"], row.get("unless", ()), row.get("not_behind", "").split())


@cache
def of_noun(*, counted: bool = False) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the nouns that tell a step (вывоз, подписание), with the kinds and what they must govern.

    Args:
        counted: whether those count too that tell one only where its years are counted (20-летие создания).
    """
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, rule in vocabulary.load("milestones").items():
        for noun in f"{rule.get('nouns', '')} {rule.get('counted', '') if counted else ''}".split():
            governed = re.compile(rule["governed"]) if "governed" in rule else _phrases_of(rule)
            if governed is not None:
                found.setdefault(noun, []).append((kind, governed))
    return {noun: tuple(kinds) for noun, kinds in found.items()}


_RELATIVE = "который"
_SUBJECTS = ("nsubj:pass", "nsubj")


def befallen(verb: Token) -> Token | None:
    """Return what a verb tells something of: its object or else its subject, the noun that a participle or clause describes.

    A verb that is joined to another shares what that has: полигон был создан в 1947 году и закрыт в 1991 году.
    """
    own = verb.child("obj") or verb.child(*_SUBJECTS)
    if own is not None:
        return verb.head if verb.dep == "acl:relcl" and model.lemma(own.text) == _RELATIVE else own
    if verb.dep in ("acl", "amod") and verb.head is not verb:
        return verb.head
    if verb.dep == "conj" and verb.head is not verb:
        return befallen(verb.head)
    return _subject_before(verb)


def _subject_before(verb: Token) -> Token | None:
    """Return the subject before a short participle that the parser gave to another verb, in the same clause."""
    token = verb.nbor(-1)
    while token is not None and token.sentence == verb.sentence and not token.tag.startswith(("PUNCT", "VERB")):
        if token.dep in _SUBJECTS and " Nom" in token.tag:
            return token
        token = token.nbor(-1)
    return None
