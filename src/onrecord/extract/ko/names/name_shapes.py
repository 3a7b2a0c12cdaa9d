"""How many words in a row are one person's name, and what the brackets behind it spell."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.nominals import Word
from onrecord.model import Span

SHORTEST_BODY = 4
"""Syllables that an unknown word has at least that can be a body behind a native name: 온새미학원."""


SHORTEST = 2
"""Words that a name has more than which its syllables alone tell: 레 꽝 빈."""

LONGEST = 4
"""Words of a name in Latin letters, and of an Arabic one, at most."""


def length(words: list[Word]) -> int:
    """Return how many words from the first on are one person's name: 0, 1 for a native name, 1 or more for a foreign one."""
    if not words:
        return 0
    if longer := _vietnamese(words) or _latin(words):
        return longer
    if abroad := _abroad(words):
        return abroad
    if not _links(words, 1):
        native, second = words[0].lexeme.can_be_native_name, words[1] if len(words) > 1 else None
        if second and _is_short_given(second) and (native or _is_japanese(words[0]) or _has_korean_surname(words[0], second)):
            return 2
        if native and not (second and _goes_on(words[0], second)):
            return 1
    return _leading(words, 0, lambda k: _is_part(words, k) and not _is_land(words, k))


def _is_land(words: list[Word], k: int) -> bool:
    """Tell whether a word names a country, also by the short form of one behind a whole name: 토머스 그린 미 국무부."""
    word = words[k].text
    return names.is_country(word) or (k >= SHORTEST and word in vocabulary.words("countries", "embassy_short"))


def _abroad(words: list[Word]) -> int:
    """Return how many words are a name of Koreans of Central Asia, surname first, or 0: 김 류드밀라 (알렉산드로브나)."""
    if len(words) < SHORTEST or words[0].text not in vocabulary.words("foreign_names", "korean_before_given"):
        return 0
    if not names.is_foreign_given(words[1].text):
        return 0
    return SHORTEST + (len(words) > SHORTEST and words[SHORTEST].text.endswith(("비치", "브나")))


def _leading(words: list[Word], count: int, fits: Callable[[int], bool]) -> int:
    """Return how many words go on a name of which `count` are known: up to one that does not fit, or has its spelling."""
    while count < len(words) and fits(count):
        count += 1
        if words[count - 1].glosses:
            break
    return count


def _vietnamese(words: list[Word]) -> int:
    """Return how many words are a Vietnamese name of three parts or more, or 0: 레 꽝 빈."""
    surname = words[0].text
    if (
        surname not in names.vietnamese_surnames()
        or len(words) <= SHORTEST
        or not names.opens_vietnamese(surname, words[1].text)
    ):
        return 0
    count = _leading(words, 1, lambda k: names.vietnamese_length(words[k].text) == len(words[k].text))
    return count if count > SHORTEST else 0


def _latin(words: list[Word]) -> int:
    """Return how many words are a name in Latin letters, or 0: two to four words, none of which names of bodies hold."""
    if not words[0].text[0].isascii():
        return 0
    count = _leading(words, 0, lambda k: is_latin_part(words[k].text))
    return count if 1 < count <= LONGEST else 0


def tells_itself(words: list[Word]) -> bool:
    """Tell whether words are a name by their shape alone, without an office: 레 꽝 빈, 칼리드 빈 술탄 알나흐얀."""
    return len(words) > SHORTEST and (_vietnamese(words) == len(words) or any(_links(words, k) for k in (1, 2)))


def is_latin_part(word: str) -> bool:
    """Tell whether a word in Latin letters can be part of a person's name: Kolesnik, and no NATO or Institute."""
    shaped = word.isascii() and word[0].isupper() and len(word) > 1 and word[1:].replace("-", "").replace("'", "").isalpha()
    return shaped and not word.isupper() and word not in vocabulary.words("proper", "latin_not_names")


def _links(words: list[Word], k: int) -> bool:
    """Tell whether a word joins two parts of an Arabic name, before a surname with its article: 살림 빈 나세르 알하르티."""
    if not 0 < k < len(words) - 1 or words[k].text not in names.linking_words():
        return False
    return any(names.has_arabic_article(word.text) for word in words[k + 1 : k + LONGEST])


def _goes_on(first: Word, second: Word) -> bool:
    """Tell whether a word behind one of the shape of a native name makes both a foreign name: 마누엘 카스트로."""
    if not second.lexeme.can_be_foreign_part or is_phrase(second):
        return False
    given = names.is_given(first.text[1:])
    if second.morphemes[-1].known:
        return not given and second.proper and not is_division(second)
    body = len(second.text) >= SHORTEST_BODY and second.text[-1] in vocabulary.words("titles", "body_syllables")
    return not (given and body and not names.is_foreign_surname(second.text))


def _is_part(words: list[Word], k: int) -> bool:
    """Tell whether a word is part of a foreign name, also one that the analyser parts behind the first (그린+우드)."""
    word = words[k].lexeme
    if k and words[k].span.start - words[k - 1].span.end > 1:
        return False  # 호르스트 텔만 (전) 총리: a word between them is left out
    if words[k].text in vocabulary.words("titles", "ordinals"):
        return False  # 이고르 로만 | 초대 대통령 재단
    if _links(words, k):
        return True
    if k + 1 < len(words) and word.text[-1] in "주도시군" and words[k + 1].text in vocabulary.words("titles", "governors"):
        return False  # 누르란 토카예프 아바이주 지사
    if word.can_be_foreign_part:
        return not is_phrase(words[k])
    split = k > 0 and word.compound and words[k].morphemes[0].tag == "NNP" and words[k].morphemes[-1].tag in ("NNP", "NNG")
    return (
        split
        and word.is_hangul
        and not (word.is_body or word.is_generic_body or word.tells_office or names.is_place(words[k].text))
        and words[k].text[-1] not in vocabulary.words("titles", "part_syllables")
        and not names.is_place(words[k].morphemes[0].form)
        and not names.is_country(words[k].morphemes[0].form)
    )


def short_school(before: list[Word], office: Word) -> Word | None:
    """Return the short name of the school of a teacher beside his name: 마루초 서가을 교사."""
    if len(before) < 2 or office.text not in vocabulary.words("titles", "teachers"):
        return None
    ends = vocabulary.longest_first("titles", "short_schools")
    return next((word for word in before if len(word.text) > 2 and word.text.endswith(ends)), None)


def is_phrase(word: Word) -> bool:
    """Tell whether a word is made of words of the dictionary, as names of bodies are: 파리군축대화, 핵없는내일."""
    known = [m for m in word.morphemes if m.known and m.tag in ("NNG", "VV", "VA", "ETM", "MAG")]
    return sum(m.end - m.start > 1 for m in known) > 1 or (len(known) > 2 and len(word.text) >= SHORTEST_BODY)


def is_division(word: Word) -> bool:
    """Tell whether a word is a part of a body by its ending, and no native name: 대외협력실."""
    ends = word.text.endswith(vocabulary.longest_first("titles", "departments"))
    return ends and len(word.text) > 3


def _is_short_given(word: Word) -> bool:
    """Tell whether one syllable behind a word of a name is a given name (모리타 준): behind a native full name none is."""
    return len(word.text) == 1 and names.is_hangul(word.text) and word.text not in vocabulary.words("titles", "short")


def _has_korean_surname(given: Word, surname: Word) -> bool:
    """Tell whether a Korean surname stands behind a foreign given name: 소피아 안."""
    foreign = (given.proper and given.lexeme.can_be_foreign_part) or names.is_foreign_given(given.text)
    return foreign and surname.text in names.surnames()


def _is_japanese(word: Word) -> bool:
    """Tell whether a word of three syllables or more can be a Japanese surname, no word of the dictionary: 하세가와 유."""
    return len(word.text) > 2 and word.lexeme.can_be_foreign_part and all(m.tag == "NNP" or not m.known for m in word.morphemes)


def spelling(text: str, gloss: Span) -> Span:
    """Return what a bracket gives before a comma: (Ainur Sherkhanova, 이르티시대학교 부교수)."""
    comma = text.find(",", gloss.start, gloss.end)
    return Span(gloss.start, comma) if comma > gloss.start else gloss


def sounds(word: Word, gloss: Span) -> bool:
    """Tell whether Chinese characters in brackets spell a native name: one for each syllable, and a surname first."""
    return len(word.text) == gloss.end - gloss.start and names.surname_of(word.text) is not None
