"""Towns in which something is told to be: behind в, in the title, in a dateline."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_at, country_of
from onrecord.languages.ru.towns import is_city
from onrecord.model import Document, Span


def is_told(entities: Entities, reading: Reading, token: Token, preposition: Token) -> bool:
    """Tell whether a word behind a preposition is the town in which something is, and nobody's post or country."""
    place = entities.place_at(token)
    between = reading.tokens[preposition.i + 1]  # в казахстанском Курчатове
    near = token.i == preposition.i + 1 or (token.i == preposition.i + 2 and between.tag.startswith("ADJ Loc"))
    locative = token.entity in ("LOC", "") and token.tag.startswith("PROPN Loc Sing") and near
    if entities.at(token) is not None or (place and place.country) or country_at(token) is not None or _posts_office(token):
        return False  # генеральный консул во Владивостоке
    if between is not token:
        region = model.lemma(between.text) in vocabulary.words("countries", "kinds_of_regions")
        state = country_of(between.text) and model.lemma(token.text) in vocabulary.words("countries", "state_words")
        if region or state:
            return False  # в область Абай, в Российской Федерации
    if model.lemma(token.text) in vocabulary.words("countries", "continents") or (
        token.tag.startswith("ADJ") and token.dep == "amod"
    ):
        return False  # в силу Семипалатинского договора
    return is_city(token.text) or locative


def is_settlement(token: Token) -> bool:
    """Tell whether a word is the noun for a town or village in a case in which it says where: селе, в село, and no село."""
    placed = token.tag.startswith("NOUN") and " Sing" in token.tag and " Nom" not in token.tag
    return placed and model.lemma(token.text) in vocabulary.words("countries", "settlements")


def of_title(document: Document, reading: Reading) -> Span | None:
    """Return the town that the title names behind в: В Томске прошел …."""
    title = document.title_span
    tokens: Iterable[Token] = reading.between(title) if title else []
    behind = (t for t in tokens if (before := t.nbor(-1)) is not None and before.lower in ("в", "во"))
    return next((t.span for t in behind if is_city(t.text)), None)


def of_line(reading: Reading) -> Span | None:
    """Return the town that a dateline of its own names."""
    heads = [p.span for p in reading.paragraphs if p.kind == "dateline"]
    return next((t.span for head in heads for t in reading.between(head) if is_city(t.text)), None)


def _posts_office(town: Token) -> bool:
    """Tell whether a town says where somebody before it is in office: генеральный консул во Владивостоке."""
    if town.head.i < town.i and is_title(town.head):
        return True
    before = town.nbor(-2)  # the parser hangs the town on the name behind it: Посла Республики Корея в Москве X
    while before is not None and before.sentence == town.sentence and (before.entity == "LOC" or is_title(before)):
        if is_title(before):
            return True
        before = before.nbor(-1)
    return False
