"""What follows a Russian noun for a gathering as its complement, and where that ends."""

from __future__ import annotations

from onrecord.languages.reading import Token
from onrecord.languages.ru import model


def complement(token: Token) -> Token:
    """Return the end of what follows the noun as its complement: форум по ядерной безопасности, Церемония подписания."""
    last = token
    while (after := last.nbor()) is not None and after.sentence == token.sentence and after.i - token.i < 9:
        if len(after.text) == 1 and after.text.isupper():
            break  # an initial
        genitive = " Gen" in after.tag and after.tag.startswith(("NOUN", "ADJ", "PROPN"))
        prepositional = after.lower in ("по", "о", "об") and last is token
        inside = (
            last is not token and (" Dat" in after.tag or " Loc" in after.tag) and last.tag.startswith(("ADP", "ADJ", "NOUN"))
        )
        over = after.lower == "над" and model.lemma(last.text) in ("контроль", "надзор")
        over = over or (last.lower == "над" and " Ins" in after.tag)
        if not (genitive or prepositional or inside or over or _joins(token, last, after)):
            break
        last = after
    return last if not last.tag.startswith(("ADP", "CCONJ")) else token


def _joins(token: Token, last: Token, after: Token) -> bool:
    """Tell whether и joins two genitives behind a noun: Форум мира и процветания."""
    then = after.nbor() if after.lower == "и" and last is not token else None
    small = then is not None and then.text[:1].islower() and then.sentence == token.sentence
    return small and then is not None and " Gen" in last.tag and then.tag.startswith("NOUN Gen") and then.head is last
