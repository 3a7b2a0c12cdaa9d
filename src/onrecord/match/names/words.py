"""A written name as words: titles off, `Surname, Given` turned round, every word in the form in which spellings compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import NamedTuple, cast

from onrecord.languages.spelling import data_rows

LATIN, CYRILLIC, HANGUL, OTHER = "L", "C", "H", "O"

_LETTERS = r"[^\W\d_ʹʺʻʼ]"
_PIECES = re.compile(rf"{_LETTERS}+(?:['’ʼ‘`´ʹʻ-]+{_LETTERS}+)*['’ʼʹ]?\.?|\d+")
_ACCENTED = "áâãäåçèéêëíîïñóôõöúûüýÿāăąćčďēėęěğģīįķļľńņňōőŕřśşšţťūůűųźżž"
_WRITTEN = rf"[A-Za-zА-ЯЁа-яёӘәҒғҚқҢңӨөҰұҮүҺһІі가-힣{_ACCENTED}]+"
_EASY_PIECE = re.compile(rf"{_WRITTEN}(?:-{_WRITTEN})*\.?")
_EASY = re.compile(f"{_EASY_PIECE.pattern}(?: {_EASY_PIECE.pattern})*")
"""Composed letters with hyphens and points between single spaces, as most names are: the pieces are what spaces part."""
_BRACKETS = re.compile(r"[(\[（].*?[)\]）]|[«»\"“”„]")
_MARKS = re.compile("['’ʼ‘`´ʹʻʺ.-]+")
_VIETNAMESE = str.maketrans(
    {
        letter: base
        for base, letters in {
            "a": "ạảấầẩẫậắằẳẵặ",
            "e": "ẹẻẽếềểễệ",
            "i": "ỉĩịì",
            "o": "ọỏốồổỗộớờởỡợơò",
            "u": "ụủũứừửữựưù",
            "y": "ỳỵỷỹ",
            "d": "đ",
        }.items()
        for letter in letters
    }
)
"""Letters with marks that Vietnamese alone has, or Italian at the end of a word; names are mostly printed without."""
_VIETNAMESE_IN_HANGUL = re.compile("(응우옌|쯔엉|즈엉|응오|호앙|쩐|팜|또)([가-힣]+)")
_SYLLABLES = re.compile("[가-힣][아-잏]*")
"""What one word of Vietnamese is in Hangul, mostly: 쑤언."""
_VIETNAMESE_OPENINGS = frozenset("응쯔즈호쩐팜또")
"""Surnames with which Hangul writes the rest of a Vietnamese name together: 응우옌푸쫑."""
_SLAVIC_DOUBLE = re.compile(
    r"(\w{2,}(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|ко|[ую]к|ich|[oe]va?|ina?|sk(?:y|i|aya)|ko|uk))-"
    r"(\w{2,}(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|ко|[ую]к|ich|[oe]va?|ina?|sk(?:y|i|aya)|ko|uk))"
)
"""Two surnames of one person, of which many pages give one: Титаренко-Горбачева."""
DOUBLE = 9
"""Letters that two surnames have at least."""
_ARTICLE = re.compile("(?:a[sztdn]|ash|а[сздтн]|аш)-(?=(\\w))")
"""The Arabic article before the consonant that it takes on: аш-Шараа, al-Sharaa."""
_TWO_LETTERS = frozenset(["дж", "дз", "ch", "sh", "zh", "kh", "ye", "yu", "ya", "dzh"])
"""Initials of two letters: Дж. Бейкер."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "ø", "ʿ": None, "ʾ": None, "·": " ", "・": " ", "_": " "})
_AFTER_COMMA = frozenset(["jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "мл", "младший", "старший", "주니어"])
_JUNIOR = re.compile("(.+)-(?:младш|старш)[а-я]+")
"""What Russian ties to a surname: Грэм-младший, Буша-старшего."""


class Word(NamedTuple):
    """One word of a name.

    Args:
        text: as written, lower case; hyphens kept.
        letters: the letters alone; Hangul as single letters without the silent onset.
        script: L, C, H or O.
        initial: whether it is a single letter that stands for a word.
    """

    text: str
    letters: str
    script: str
    initial: bool


_made: Callable[[tuple[str, str, str, bool]], Word] = partial(tuple.__new__, Word)
"""A word by its fields, in a third of the time that `Word(…)` takes."""


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """Titles of one word that stand before or after a name, and titles of more words."""
    found: set[str] = set()
    for language in ("en", "ru", "kk", "ko"):
        found.update(row[0] for row in data_rows(language, "name_titles.tsv"))
    return frozenset(t for t in found if " " not in t), frozenset(t for t in found if " " in t)


def script_of(word: str) -> str:
    """Return the script of a word by its first letter: L, C, H, or O for every other."""
    first = word[0]
    if first < "ɐ" or "Ḁ" <= first < "ἀ":
        return LATIN
    if "Ѐ" <= first < "԰":
        return CYRILLIC
    if "가" <= first <= "힣":
        return HANGUL
    return OTHER


_ONE_LETTER = {letter: Word(letter, letter, CYRILLIC, initial=False) for letter in "уоиюё"}
"""Surnames of one letter, Chinese (У Давэй) and Korean (О Се Хун, И Сунсин, Ё Ун Хён), without a point before whole words."""


@lru_cache(maxsize=65536)
def word(text: str) -> Word:
    """Return the word for a piece of text that holds letters, lower case."""
    return _word(text, text if text.isalpha() and text.isascii() else _MARKS.sub("", _with_article(text)))


def _word(text: str, bare: str) -> Word:
    """Return the word for a piece of text and its letters without marks."""
    script = script_of(bare)
    if script == HANGUL:
        return _made((bare, unicodedata.normalize("NFD", bare).replace("\u110b", ""), script, False))
    if text is bare:
        return _made((text, text, script, len(text) == 1))
    return _made((text.rstrip("."), bare, script, len(bare) == 1 or (text[-1] == "." and bare in _TWO_LETTERS)))


def _with_article(text: str) -> str:
    """Return a word whose Arabic article has taken on the consonant behind it with the article as it is before others."""
    match = _ARTICLE.match(text) if text[0] in "aа" else None
    if match is None or text[match.end() - 2] != match[1]:
        return text
    return ("al-" if text[0] == "a" else "аль-") + text[match.end() :]


@cache
def _title_starts() -> frozenset[str]:
    single, phrases = _titles()
    return single | {phrase.split()[0] for phrase in phrases}


def _without_titles(pieces: list[str]) -> list[str]:
    starts = _title_starts()
    single, phrases = _titles()
    while (
        len(pieces) > 1 and len(pieces[0]) > 1 and (pieces[0] in starts or (pieces[0][-1] == "." and pieces[0][:-1] in starts))
    ):
        for size in (3, 2):
            if len(pieces) > size and " ".join(pieces[:size]).replace(".", "") in phrases:
                pieces = pieces[size:]
                break
        else:
            if pieces[0].rstrip(".") not in single:
                break
            pieces = pieces[1:]
    while len(pieces) > 1 and (pieces[-1] in single or (pieces[-1][-1] == "." and pieces[-1][:-1] in single)):
        pieces = pieces[:-1]
    return pieces


@cache
def _title_ends() -> frozenset[str]:
    """Last letters of titles: most words end in none of them, and need not be looked at for one."""
    single, _ = _titles()
    return frozenset([title[-1] for title in single])


def _attached_title(piece: str) -> str:
    """Take a Korean title off the end of a word of four syllables or more (`백주현대사`, `김영희씨`)."""
    single, _ = _titles()
    if piece[-1] not in _title_ends():
        return piece
    for size in range(len(piece) - 3, 0, -1):
        if piece[-size:] in single and len(piece) - size <= 4:
            return piece[:-size]
    return piece


def _plain(name: str) -> bool:
    """Whether letters are one composed Cyrillic word, or one of Hangul too short to end in a title."""
    first = name[0]
    return ("Ѐ" <= first < "԰" or ("가" <= first <= "힣" and len(name) < 4)) and unicodedata.is_normalized("NFC", name)


@cache
def _said_beside_names() -> frozenset[str]:
    """Words that may be a title, or begin one, or stand behind a name; and the one that `_parted` looks at by itself."""
    single, _ = _titles()
    return frozenset([*single, *_title_starts(), *_AFTER_COMMA, *_ONE_LETTER])


@lru_cache(maxsize=65536)
def easy_word(piece: str) -> Word | None:
    """Return the word for a piece in lower case that is one wherever it stands; none where it may be more or nothing."""
    beside = _said_beside_names()
    if piece in beside:
        return None
    if piece.isascii() and piece.isalpha():
        return _made((piece, piece, LATIN, len(piece) == 1))
    if not _EASY_PIECE.fullmatch(piece) or (piece[-1] == "." and piece[:-1] in beside):
        return None
    if (piece[0] in _VIETNAMESE_OPENINGS or "-" in piece) and _surnames(piece) != [piece]:
        return None
    if len(piece) > 3 and "가" <= piece[0] <= "힣" and _attached_title(piece) != piece:
        return None
    return _word(piece, piece if piece.isalpha() else _with_article(piece).replace("-", "").rstrip("."))


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[Word, ...]:
    """Return the words of a name, given name and surname in the order written (after a comma is resolved).

    Text without letters gives no words.
    """
    found = tuple(map(easy_word, name.lower().split(" ")))
    if all(found):
        return cast("tuple[Word, ...]", found)
    if name.isalpha() and (name.isascii() or (_plain(name) and name[0] not in _VIETNAMESE_OPENINGS)):
        return (word(name.lower()),)
    if _EASY.fullmatch(name):
        return _parted(name.lower().split(" "))
    text = name if name.isascii() else unicodedata.normalize("NFC", name).translate(_DASHES)
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_FOLDED)).translate(_VIETNAMESE)
    bare = _BRACKETS.sub(" ", text)
    text = bare if any(map(str.isalpha, bare)) else text
    if "," in text:
        head, _, tail = text.partition(",")
        last = tail.strip(" .")
        if any(map(str.isalpha, head)) and any(map(str.isalpha, tail)) and last.replace(".", "") not in _AFTER_COMMA:
            text = f"{tail.replace(',', ' ')} {head}"
    return _parted(_PIECES.findall(text))


def _surnames(piece: str) -> list[str]:
    """Part a piece that holds two surnames, or a Vietnamese surname and the rest of the name in Hangul."""
    if len(piece) >= DOUBLE and "-" in piece and (match := _SLAVIC_DOUBLE.fullmatch(piece) or _JUNIOR.fullmatch(piece)):
        return [*match.groups()]
    if piece[0] in _VIETNAMESE_OPENINGS and (match := _VIETNAMESE_IN_HANGUL.fullmatch(piece)):
        return [match[1], *_SYLLABLES.findall(match[2])]
    return [piece]


def _parted(pieces: list[str]) -> tuple[Word, ...]:
    """Return the words for pieces in lower case, without titles."""
    if [piece for piece in pieces if len(piece) >= DOUBLE or piece[0] in _VIETNAMESE_OPENINGS]:
        pieces = [part for piece in pieces for part in _surnames(piece)]
    if len(pieces) > 1:
        pieces = _without_titles(pieces)
    if len(pieces) > 1:
        pieces = [piece for piece in pieces if piece.replace(".", "") not in _AFTER_COMMA] or pieces
    found = tuple([word(_attached_title(piece) if len(piece) > 3 and "가" <= piece[0] <= "힣" else piece) for piece in pieces])
    led = _ONE_LETTER.get(pieces[0]) if len(found) in (2, 3) else None
    return found if led is None or any(one.initial for one in found[1:]) else (led, *found[1:])
