"""Names that only tell after whom a house is called, or what place it is: фонд имени Роберта Бауэра, станция Жангизтобе."""

from __future__ import annotations

from onrecord.extract.ru.names.name_words import is_name_word, is_patronymic
from onrecord.languages.reading import Token
from onrecord.languages.ru import korean, model, vocabulary


def names_a_house(token: Token) -> bool:
    """Tell whether a name only tells after whom something is called: фонд имени Роберта Бауэра."""
    before = token.nbor(-1)
    while before is not None and (is_name_word(before) or _is_initial_before(before)):
        if " Nom" in token.tag and " Gen" in before.tag:
            return False  # фонд имени Роберта Бауэра Анна Кох: she is of that house
        before = before.nbor(-1)
    if before is not None and before.text == ".":
        before = before.nbor(-1)
        return before is not None and before.lower == "им"
    return before is not None and before.lower == "имени"


def _is_initial_before(token: Token) -> bool:
    """Tell whether a letter, or the full stop behind one, belongs to a name: им. Л.Н. Гумилева."""
    letter = token.nbor(-1) if token.text == "." else token
    return letter is not None and len(letter.text) == 1 and letter.text.isupper()


def names_a_place(token: Token) -> bool:
    """Tell whether a name before two others is that of a place: диспетчер станции Жангизтобе Мария Кох."""
    before, second = token.nbor(-1), token.nbor()
    third = second.nbor() if second is not None else None
    if before is None or second is None or third is None or third.sentence != token.sentence:
        return False
    if not is_name_word(second) or not is_name_word(third) or is_patronymic(second.text):
        return False
    if before.lower.startswith("област") and token.text in vocabulary.words("countries", "like_persons"):
        return True
    if model.is_given_name(token.text):
        return False
    school = before.lower.startswith("университет") and korean.is_surname(second.text)
    return (school and not korean.is_surname(token.text)) or before.lower.startswith(_PLACES)


_PLACES = ("станци", "город", "сел", "посел", "посёл", "аул", "деревн", "район", "област", "полигон")
"""Beginnings of nouns whose name stands behind them and may be followed by that of a person."""
