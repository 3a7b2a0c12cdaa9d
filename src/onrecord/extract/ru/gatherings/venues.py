"""Houses in which an occasion is held, where no town is told: в здании филармонии, в стенах университета, в Доме дружбы."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Organization, Person, Span

LONGEST = 8
"""Words of a venue at most."""


def behind(reading: Reading, entities: Entities, preposition: Token) -> Span | None:
    """Return the venue behind в or на, or None where what stands there is none.

    Args:
        reading: the page's reading.
        entities: who and what it names.
        preposition: the token before it.
    """
    words = _described(preposition)
    if not words:
        return None
    table = vocabulary.load("gatherings")
    head = words[-1]
    if model.lemma(head.text) in table["inside"]:
        whose = _named(reading, entities, head.nbor(), "Gen") if " Loc" in head.tag or " Acc" not in head.tag else None
        if whose is not None or model.lemma(head.text) not in table["venues"]:
            return whose
    if model.lemma(head.text) not in table["venues"] or " Loc" not in head.tag:
        return None
    return _extent(reading, entities, words[0], head)


def of_body(reading: Reading, entities: Entities, words: Span, governors: frozenset[int]) -> Span | None:
    """Return the first body of a sentence in whose house something is told to be: в МИД РК состоялись консультации.

    Args:
        reading: the page's reading.
        entities: who and what it names.
        words: the sentence.
        governors: numbers of the tokens on which such a body hangs: the noun for the occasion, the verb that tells it.
    """
    for span, body in entities.within(words):
        tokens = reading.between(span)
        before = tokens[0].nbor(-1) if isinstance(body, Organization) and tokens else None
        if before is None or before.lower not in ("в", "во") or " Acc" in tokens[0].tag:
            continue
        if any(t.head.i in governors for t in tokens):
            return span
    return None


def _described(preposition: Token) -> list[Token]:
    """Return the adjectives behind a preposition and the noun that they describe."""
    words: list[Token] = []
    token = preposition.nbor()
    while token is not None and token.sentence == preposition.sentence and len(words) < LONGEST:
        words.append(token)
        if token.tag.startswith(("NOUN", "PROPN")):
            return words
        if not token.tag.startswith(("ADJ", "DET")):
            return []
        token = token.nbor()
    return []


def _named(reading: Reading, entities: Entities, first: Token | None, case: str) -> Span | None:
    """Return the phrase in a case that begins at a token: (в здании) областной филармонии."""
    words: list[Token] = []
    token = first
    while token is not None and first is not None and token.sentence == first.sentence and f" {case}" in token.tag:
        words.append(token)
        if token.tag.startswith(("NOUN", "PROPN")):
            return _extent(reading, entities, words[0], token)
        token = token.nbor()
    return None


def _extent(reading: Reading, entities: Entities, first: Token, head: Token) -> Span | None:
    """Return a noun with its adjectives, the genitives and the name in guillemets behind it, or the body that it names."""
    body = entities.at(head)
    if isinstance(body, Person):
        return None
    if isinstance(body, Organization):
        return next((s for s, e in entities.within(head.span) if e is body), None)
    last, quoted = head, False
    while (after := last.nbor()) is not None and after.sentence == head.sentence and after.i - first.i < LONGEST:
        genitive = " Gen" in after.tag and after.tag.startswith(("NOUN", "ADJ", "PROPN"))
        opens = after.text == "«" and not quoted
        if not (genitive or opens or (quoted and last.text != "»")):
            break
        quoted = quoted or opens
        last = after
    proper = quoted or head.text[:1].isupper()
    first = head if proper and first.text[:1].islower() else first  # столичном кинотеатре «Арман», столичном Доме учёных
    kind = first is not head and model.lemma(head.text) not in vocabulary.load("gatherings")["inside"]  # no актовом зале
    named = quoted or last is not head or kind or head.text[:1].isupper()
    return Span(first.start, last.end) if named and reading.text[last.end - 1] != "«" else None
