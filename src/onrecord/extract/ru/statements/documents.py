"""Whose a document is that Russian text quotes: говорится в заявлении МИД, В докладе института отмечается, что …."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading, Token
from onrecord.model import Organization

ISSUED = 3
"""Sentences before words for a document (говорится в сообщении) in which the body is named whose document it is."""

_IN = ("в", "во")


def quoted_by(verb: Token) -> Token | None:
    """Return the noun for the document in which something is said, behind the verb (говорится в заявлении) or before it."""
    cases = (case for t in verb.children if t.i < verb.i and " Loc" in t.tag and (case := t.child("case")) is not None)
    behind = verb.nbor()
    into = behind is not None and behind.lower in _IN
    preposition = behind if into else next((case for case in cases if case.lower in _IN), None)
    noun = preposition.nbor() if preposition is not None else None
    while noun is not None and noun.sentence == verb.sentence and noun.tag.startswith("ADJ"):
        noun = noun.nbor()
    return noun


def owner(document: Token, verb: Token) -> Token | None:
    """Return the word behind a document that begins to tell whose it is, or None where the verb or a mark follows."""
    after = document.nbor()
    told = after is not None and after is not verb and after.sentence == verb.sentence and after.text[:1].isalpha()
    return after if told else None


def issuer(reading: Reading, entities: Entities, document: Token) -> Organization | None:
    """Return the body that acts last before words for its document: МИД выразил протест. «…», – говорится в заявлении."""
    far = document.sentence - ISSUED
    for token in reversed(reading.tokens[: document.i]):
        if token.sentence < far:
            break
        body = entities.organization_at(token) if token.dep == "nsubj" else None
        if body is not None:
            return body
    return None
