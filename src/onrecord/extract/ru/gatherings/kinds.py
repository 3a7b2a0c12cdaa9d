"""What kind of occasion a Russian noun names: by itself, by two words, as a compound, or where a verb says that it was held."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary

type Head = tuple[str, str]
"""A term of the vocabulary for an occasion, and its type."""

_PREFIX = re.compile(r"(?i:онлайн|видео|веб|теле|мини|медиа|интернет|экспресс|блиц|пресс|гала|спец|бизнес)-")
"""What is put before a noun for a gathering and does not change what it is: онлайн-дискуссия, видео-конференция."""


@cache
def listed() -> dict[str, Head]:
    """Return the terms by the dictionary forms of their words (генеральный конференция); two are asked for first."""
    return _by_forms("types")


@cache
def _told() -> dict[str, Head]:
    """Nouns that name an occasion only where a verb says that it was held: состоялся марш, выступил на чтениях."""
    return _by_forms("told")


def is_only_told(term: str) -> bool:
    """Tell whether a term names an occasion only where a verb says that it was held."""
    return any(term == told for told, _ in _told().values())


def _by_forms(key: str) -> dict[str, Head]:
    rows = vocabulary.load("gatherings")[key].items()
    return {" ".join(model.lemma(word) for word in term.split()): (term, kind) for kind, terms in rows for term in terms}


def head(token: Token) -> Head | None:
    """Return the term that a noun is, or ends, and its type, or None."""
    lemma = model.lemma(token.text)
    found = _listed(token, lemma)
    if found is not None or "-" not in lemma:
        return found
    prefix = _PREFIX.match(token.text)
    bare = token.text[prefix.end() :] if prefix else token.text
    return listed().get(model.lemma(bare)) or _of_compound(model.lemma(bare))


def _listed(token: Token, lemma: str) -> Head | None:
    before = token.nbor(-1)
    if before is not None and before.sentence == token.sentence:
        two = listed().get(f"{model.lemma(before.text)} {lemma}")
        if two:
            return two
    after = token.nbor()
    if after is not None and after.sentence == token.sentence and " Gen" in after.tag:
        two = listed().get(f"{lemma} {model.lemma(after.text)}")  # вечер памяти
        if two:
            return two
    then = after.nbor() if after is not None and after.lower == "по" else None
    if then is not None and then.lower.startswith("телефон"):
        return listed().get(f"телефонный {lemma}") or listed().get(lemma)  # разговор по телефону
    return listed().get(lemma)


def _of_compound(lemma: str) -> Head | None:
    """Return what the first noun of a compound is, which no house is: встреча-диалог, and no конгресс-холл."""
    first, _, last = lemma.partition("-")
    house = last in vocabulary.load("gatherings")["venues"] or last in vocabulary.words("organizations", "heads")
    return None if not last or house else listed().get(first)


def told_head(token: Token, before: Collection[str]) -> Head | None:
    """Return the term that a noun is of which a verb says that it was held, or somebody took part in it, and its type.

    Args:
        token: the noun.
        before: the terms that have named occasions before, each of which a noun may take up again.
    """
    found = _told().get(model.lemma(token.text))
    if found is None or (found[0][0].isupper() and not token.text[0].isupper()):
        return None  # День Кореи, and no день
    if found[0] in vocabulary.load("gatherings")["governing"] and not _governs_thing(token):
        return None
    return found if found[0] in before or _is_held(token) or _is_attended(token) else None


def _governs_thing(noun: Token) -> bool:
    """Tell whether a noun governs something that is no occasion itself: открытие памятника, and no открытие выставки."""
    inside = next((t for t in noun.children if t.i > noun.i and " Gen" in t.tag), None)
    return inside is not None and head(inside) is None


def _is_held(noun: Token) -> bool:
    """Tell whether a verb or participle says that something took place: прошёл марш, состоявшийся обед."""
    table = vocabulary.load("gatherings")
    verb = noun.head
    if verb is not noun and verb.tag.startswith(("VERB", "ADJ")):
        lemma = model.lemma(verb.text)
        if noun.dep in ("nsubj", "nsubj:pass"):
            return lemma in table["took_place"] or lemma in table["organizing"]
        if noun.dep == "obj":
            return lemma in table["organizing"]
    described = (model.lemma(t.text) for t in noun.children if t.tag.startswith(("VERB Part", "ADJ")))
    return any(lemma in table["took_place"] or lemma in table["organizing"] for lemma in described)


def _is_attended(noun: Token) -> bool:
    """Tell whether somebody took part in something: участвовал в шествии, выступил на чтениях."""
    case, verb = noun.child("case"), noun.head
    if case is None or case.lower not in ("в", "во", "на") or verb is noun:
        return False
    return model.lemma(verb.text) in vocabulary.load("gatherings")["attending"]
