"""Words that the model takes for the name of a person and that name none: a town that is visited, a line of a timetable."""

from __future__ import annotations

from onrecord.extract.ru.names import kazakh_bodies
from onrecord.extract.ru.names.known_bodies import is_head, is_known, is_national
from onrecord.extract.ru.names.people import NameMention, is_title
from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.towns import is_city


def is_none(mention: NameMention) -> bool:
    """Tell whether what may be the name of a person is another thing by itself."""
    if mention.rule == "initials":
        return _is_numeral(mention.tokens)
    if kazakh_bodies.kind_of(mention.tokens[-1].text) is not None:
        return True  # Корея Республикасындағы Елшілігі
    first = mention.tokens[0]
    if first.tag.startswith("ADJ") and is_national(first):
        return True  # Российской и Казахстанской Сторон
    if first.lower.startswith(vocabulary.gathering_beginnings(_SHORTEST)):
        return True  # Конференцияны Ұлттық
    if len(mention.tokens) == 1 and _is_of_office(first):
        return True
    return _is_in_body(first) or (len(mention.tokens) == 1 and (_is_thing(first) or _is_town(first)))


_SHORTEST = 7
"""Letters of a noun for a gathering from which on no name of somebody begins with it."""


def _is_in_body(first: Token) -> bool:
    """Tell whether guillemets behind the noun for a body hold the words: Фонд «Ак Жол – Диалог»."""
    opening = first.nbor(-1)
    noun = opening.nbor(-1) if opening is not None and opening.text == "«" else None
    return noun is not None and noun.sentence == first.sentence and is_head(noun)


def _is_of_office(token: Token) -> bool:
    """Tell whether a word in another case than the office before it says where that is: с дозиметристом Дегелена."""
    before = token.nbor(-1)
    office = before is not None and before.sentence == token.sentence and is_title(before) and " Ins" in before.tag
    return office and token.lower.endswith("а") and not model.is_given_name(token.text)


def _is_numeral(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a letter is the number of a session and no initial: Сессия I. Исторический выбор."""
    first, last = tokens[0].text, tokens[-1].text
    return first in ("I", "V", "X") and not last.isascii()


def _is_thing(token: Token) -> bool:
    praised = token.lower.startswith(("чрезвычайн", "полномочн"))  # Чрезвычайный и Полномочный Посол
    return praised or is_known(token) or token.lower in vocabulary.words("programme", "breaks")


_STRAIGHT = ("ов", "ев", "ин", "ск", "ад", "град")


def _is_town(token: Token) -> bool:
    """Tell whether a town stands where one is told: посетила Курчатов, Дом дружбы Талдыкоргана; a given name may be one too."""
    before = token.nbor(-1)
    if before is not None and model.lemma(before.text) == "посетить" and token.lower.endswith(_STRAIGHT):
        return True  # whom somebody visits stands in another case: посетил Курчатова
    if not is_city(token.text) or model.is_given_name(token.text):
        return False
    beside = before is not None and before.sentence == token.sentence
    if not beside or before is None:
        return False
    if before.text[:1].islower() and before.tag.startswith("NOUN") and not is_title(before) and token.dep == "nmod":
        return True  # боль Семея, имя Семипалатинска
    led = before.lower in ("в", "во", "из", "под", "через", "город", "города", "городе")
    visited = model.lemma(before.text) in ("посетить", "покинуть", "посещать")
    house = model.lemma(before.text) in ("дружба", "культура", "ученый") and " Gen" in token.tag
    return led or visited or house
