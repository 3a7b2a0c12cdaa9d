"""Names and titles of occasions in guillemets: провели первый «Степной диалог», деловая игра «…», вечер на тему «…»."""

from __future__ import annotations

from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Span

LONGEST = 12
"""Tokens of a name."""

LONGEST_TITLE = 40
"""Tokens within which the title of a gathering is closed."""


def extent(reading: Reading, token: Token) -> Span | None:
    """Return the whole name, with its ordinal, where a verb says of a noun inside it that it was held."""
    verb = token.head
    if not token.dep.startswith(("obj", "nsubj")) or model.lemma(verb.text) not in vocabulary.load("gatherings")["held"]:
        return None
    here = [t for t in reading.tokens[max(0, token.i - LONGEST) : token.i + LONGEST] if t.sentence == token.sentence]
    opening = next((t for t in reversed(here) if t.i < token.i and t.text in "«»"), None)
    closing = next((t for t in here if t.i > token.i and t.text in "«»"), None)
    if opening is None or closing is None or opening.text != "«" or closing.text != "»":
        return None
    before = opening.nbor(-1)
    first = opening
    if before is not None and before.sentence == token.sentence:
        if before.tag.startswith(("NOUN", "PROPN")):
            return None  # what it is called stands before its name
        first = before if before.tag.startswith(("ADJ", "NUM")) and before.head in (token, verb) else opening
    return Span(first.start, closing.end)


def titled_head(reading: Reading, token: Token) -> tuple[str, str] | None:
    """Return a noun with a title of which a verb says that it was held: деловая игра «…», которую провела кафедра."""
    opening = title_start(token)
    if opening is None or opening.text != "«" or opening.sentence != token.sentence:
        return None
    lemma = model.lemma(token.text)
    if (
        is_title(token)
        or lemma in vocabulary.words("gatherings", "written")
        or lemma in vocabulary.words("organizations", "heads")
    ):
        return None
    closing = title_end(reading, opening)
    if closing is None:
        return None
    held = vocabulary.load("gatherings")["held"]
    behind = [t for t in reading.tokens[closing.i + 1 : closing.i + 12] if t.sentence == token.sentence]
    which = len(behind) > 1 and behind[0].text == "," and behind[1].lower.startswith("котор")
    told = next((t for t in behind if t.tag.startswith("VERB Fin")), None) if which else None
    verb = told or (token.head if token.dep in ("nsubj", "nsubj:pass", "obj") else None)
    return (lemma, "other") if verb is not None and model.lemma(verb.text) in held else None


def title_end(reading: Reading, opening: Token) -> Token | None:
    """Return the guillemet that closes a title."""
    return next((t for t in reading.tokens[opening.i : opening.i + LONGEST_TITLE] if t.text == "»"), None)


def title_start(token: Token) -> Token | None:
    """Return what stands behind a noun, or behind на тему, под названием that tie its title to it."""
    after = token.nbor()
    then = after.nbor() if after is not None else None
    tied = then is not None and (after.lower, then.lower) in _TITLE_TIES if after is not None else False
    return then.nbor() if tied and then is not None else after


_TITLE_TIES = frozenset({("на", "тему"), ("по", "теме"), ("под", "названием"), ("под", "девизом")})
