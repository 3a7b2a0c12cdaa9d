"""Which words of a Russian page tell that a document was signed: a ceremony, by its verb or by the noun for it."""

from __future__ import annotations

from onrecord.extract.ru import passives
from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary

NOUN = "подписани"
"""Beginning of the noun for a signing, in any case."""


def may_tell(token: Token) -> bool:
    """Tell whether a word can tell a signing in the active, or by its noun."""
    return token.tag.startswith(("VERB Fin Past", "ADJ Ins Plur")) or token.lower.startswith(NOUN)


def signed(token: Token) -> Token | None:
    """Return the document that a word tells as signed, if it does.

    A verb may be active (X и Y заключили меморандум) or passive (подписан меморандум); the noun has to be what took place
    (состоялось подписание меморандума).
    """
    table = vocabulary.load("gatherings")
    if token.lower.startswith(NOUN):
        held = token.dep.startswith("nsubj") and model.lemma(token.head.text) in table["held"]
        inside = (t for t in token.children if held and t.dep == "nmod" and " Gen" in t.tag)
        return next((t for t in inside if _is_document(t)), None)
    lemma = model.lemma(token.text)
    rows = [row for row in (table["signed"], *table["deeds"]) if lemma in row["verbs"]]
    thing = token.child("obj", "nsubj:pass") if rows else None
    if thing is None or (thing.i < token.i and not passives.is_passive(token)):
        return None
    return thing if any(thing.lower.startswith(tuple(row["objects"])) for row in rows) else None


def _is_document(token: Token) -> bool:
    return token.lower.startswith(vocabulary.document_beginnings())
