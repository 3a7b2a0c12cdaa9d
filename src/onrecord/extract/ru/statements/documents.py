"""Whose a document is that Russian text quotes: говорится в заявлении МИД, В докладе института отмечается, что …."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.extract.ru import passives
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary

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


def is_told_in(verb: Token) -> bool:
    """Tell whether a passive says that something stands in a document: сказано в заявлении, отмечено в сообщении."""
    if " Neut" not in verb.tag or not passives.is_passive(verb):
        return False
    noun = quoted_by(verb)
    return noun is not None and model.lemma(noun.text) in vocabulary.words("cues", "documents")


def issuer(reading: Reading, entities: Entities, document: Token, verb: Token) -> Token | None:
    """Return the body that acts last before words for its document: МИД выразил протест. «…», – говорится в заявлении.

    Args:
        reading: the page's reading.
        entities: what it names.
        document: the noun for the document.
        verb: what tells that something stands in it; the words before it in its sentence are the document's own.
    """
    far = document.sentence - ISSUED
    before = verb.i if document.i < verb.i else reading.sentence_of(verb).first
    for token in reversed(reading.tokens[: min(before, document.i)]):
        if token.sentence < far:
            break
        if token.dep == "nsubj" and (entities.organization_at(token) is not None or _is_office_of_press(token)):
            return token
    return None


def _is_office_of_press(token: Token) -> bool:
    return model.lemma(token.text) in vocabulary.words("organizations", "press")
