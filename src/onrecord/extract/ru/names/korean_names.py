"""Korean names in Russian text: a surname of the list, then one or two syllables or a given name in one word."""

from __future__ import annotations

import re

from onrecord.languages.reading import Token
from onrecord.languages.ru.korean import is_surname, syllables


def read(run: list[Token]) -> tuple[Token, ...] | None:
    """Нам Сок Джин, Мён Тхэук: a Korean surname, then one or two short words, inside whatever the model took them for."""
    if len(run) < 2 or not (is_surname(run[0].text) or _is_declined_korean(run)):
        return None
    two = len(run) < 3 and _last_letter(run[-1]) is None  # Ли Сон А
    whole = len(run) > 2 and run[0].tag.startswith("PROPN") and all(_is_syllable(t) for t in run[1:3])  # Со Хэ Рин
    if run[0].lower in _SMALL_WORDS and opens(run[0]) and not whole and (two or run[0].entity != "PER"):
        return None
    given = [t for t in run[1:3] if len(t.text) <= 7]
    if not given or (len(given) > 1 and not (_is_syllable(given[0]) and syllables(given[1].text) <= 2)):
        given = given[:1]
    if len(given) == 1 and _is_syllable(given[0]) and (last := _last_letter(given[0])) is not None:
        given.append(last)
    return (run[0], *given) if given else None


def _is_syllable(token: Token) -> bool:
    """Tell whether a word is one syllable of a given name (Чхоль), and no given name written in one (Сокчин)."""
    return syllables(token.text) == 1 and len(token.text) < 7


def _last_letter(syllable: Token) -> Token | None:
    """Return the one letter that ends a name written in syllables: Ли Сан А, Пэк Сын У."""
    after = syllable.nbor()
    fits = after is not None and after.sentence == syllable.sentence and after.text in _LETTERS
    return after if fits else None


_LETTERS = frozenset("АОУИЮЕЫ")
"""Syllables of Korean given names that are one letter in Russian (아, 오, 우, 이, 유, 예, 으)."""


_SMALL_WORDS = frozenset({"но", "и", "о", "у", "на", "до", "то", "со", "ан", "ли"})
"""Surnames that are a preposition or conjunction where they open a sentence (О договоре, Но Маратов)."""


def opens(token: Token) -> bool:
    """Tell whether a word opens its sentence, or a quotation or clause in it."""
    before = token.nbor(-1)
    return before is None or before.sentence != token.sentence or not (before.text[:1].isalnum() or before.text in ")»")


def _is_declined_korean(run: list[Token]) -> bool:
    """Tell whether a surname with a case ending stands before two syllables: Кима Чен Ира."""
    bare = re.sub("(?:ом|ем|а|я|у|ю|е)$", "", run[0].text)
    short = len(run) > 2 and all(2 <= len(t.text) <= 4 + (t is run[2]) for t in run[1:3])
    return short and len(bare) > 1 and is_surname(bare)
