"""Bodies that everybody knows by one word or a fixed phrase, in any case (ООН, МИДе, Евросоюзом, Красного Креста)."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary

_DECLINED = re.compile(r"([А-ЯЁ]{2,})(?:а|у|ом|е|ы|и|ов)$")
"""An abbreviation with a case ending: МИДа, МИДе."""


def is_known(token: Token) -> bool:
    """Tell whether a token alone names a body, in any case (Евросоюзом, ООН)."""
    if not token.text[:1].isupper():
        return False
    known = vocabulary.words("organizations", "known")
    declined = _DECLINED.match(token.text)
    return (
        token.text in known or bool(declined and declined[1] in known) or model.lemma(token.text) in vocabulary.known_bodies()
    )


def known_phrase(token: Token) -> list[Token]:
    """Return the tokens of a body that is known by several words (Красный Крест), in any case, or an empty list."""
    for phrase in vocabulary.phrases_by_first("organizations", "phrases").get(model.lemma(token.text), ()):
        tokens = [token]
        while len(tokens) < len(phrase) and (after := tokens[-1].nbor()) is not None and after.sentence == token.sentence:
            tokens.append(after)
        before = token.nbor(-1)
        venue = is_venue(token, phrase[-1])
        named = token.text[:1].isupper() or (before is not None and before.text == "«")
        if named and not venue and tuple(model.lemma(t.text) for t in tokens) == phrase:
            return tokens
    return []


def is_venue(first: Token, noun: str) -> bool:
    """Tell whether the name of a residence only says where something is: в Белом доме, в Кремле."""
    before = first.nbor(-1)
    placed = before is not None and before.lower in ("в", "у", "из")
    return placed and noun in vocabulary.words("organizations", "residences")


def is_head(token: Token) -> bool:
    """Tell whether a token is a noun for a kind of body."""
    if not token.tag.startswith(("NOUN", "PROPN")):
        return False
    word = _PREFIXED.sub("", token.text)
    return model.lemma(word) in vocabulary.words("organizations", "heads")


_PREFIXED = re.compile(r"(?i:интернет|веб|онлайн|медиа|пресс|радио|теле)-(?=[а-я])")
"""What is put before a noun for a body and does not change what it is: интернет-журнал."""


def is_national(token: Token) -> bool:
    """Tell whether a token is the adjective of a country."""
    return model.lemma(token.text) in vocabulary.table("countries", "adjectives")


@cache
def is_country(word: str) -> bool:
    """Tell whether a word names a country, in any case."""
    names = vocabulary.words("countries", "names")
    return word in names or model.lemma(word).capitalize() in names


def is_state_word(token: Token) -> bool:
    """Tell whether a token names a state or begins its full name (Республики Корея)."""
    known = token.text in ("РК", "РФ", "КНДР", "США") or model.lemma(token.text) == "республика"
    return known or (token.text[:1].isupper() and (is_country(token.text) or is_national(token)))
