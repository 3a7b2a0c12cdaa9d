"""What a Korean name, a title or a body looks like: shapes and vocabularies, no context."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.languages import places
from onrecord.languages.ko import gazetteer, vocabulary

if TYPE_CHECKING:
    from onrecord.languages.ko.nominals import Word

_HANGUL = re.compile(r"[가-힣]+$")
_LATIN = re.compile(r"[A-Za-zÀ-žʻ’'`.\- ]+$")
_HANJA = re.compile(r"[\u4e00-\u9fff]{2,5}$")
_NUMBER = re.compile(r"제?\d+")


LARGE_CITY = 300_000
"""People from which on a city's name is taken as a place where it could also be part of a person's name (더글러스, 오스틴)."""


LIKELY_GIVEN = 0.02
"""Product of both syllables' shares, relative to the average syllable's, from which on two syllables are a given name."""


SHORTEST_SURNAME = 3
"""Syllables that a surname of Central Asia or Russia has in Hangul at least."""

_FIRST_SYLLABLE = 0xAC00
_SURNAME_VOWELS = (5, 7, 8, 12)
"""Numbers of the vowels ㅔ, ㅖ, ㅗ and ㅛ in the order of Unicode's Hangul syllables."""


@cache
def surnames() -> dict[str, float]:
    """Return Korean surnames with how many in a thousand bear them."""
    rows = (Path(__file__).with_name("data") / "surnames.tsv").read_text("utf-8").splitlines()
    return {name: float(share) for name, share in (row.split("\t") for row in rows if not row.startswith("#"))}


@cache
def surname_of(name: str) -> str | None:
    """Return the surname with which a native Korean name of two to five syllables begins, the longest that fits, or None."""
    for length in (2, 1):
        if len(name) > length and name[:length] in surnames() and len(name) - length <= 2:
            return name[:length]
    return None


@cache
def _given_syllables() -> dict[str, dict[str, float]]:
    """For the two syllables of a given name, how much likelier each is than an average one."""
    rows = (Path(__file__).with_name("data") / "given_syllables.tsv").read_text("utf-8").splitlines()
    counts: dict[str, dict[str, float]] = {}
    for row in rows:
        if not row.startswith("#"):
            place, syllable, count = row.split("\t")
            counts.setdefault(place, {})[syllable] = float(count)
    means = {place: sum(row.values()) / len(row) for place, row in counts.items()}
    return {place: {syllable: count / means[place] for syllable, count in row.items()} for place, row in counts.items()}


def given_odds(word: str) -> float:
    """Return how much likelier two syllables are as a native given name than two average ones; 0 where one is in none."""
    second, third = (_given_syllables()[place].get(word[k], 0.0) for k, place in enumerate(("second", "third")))
    return second * third


def is_given(word: str) -> bool:
    """Tell whether two syllables are likely a native given name."""
    return len(word) == 2 and given_odds(word) >= LIKELY_GIVEN


def is_hangul(text: str) -> bool:
    """Tell whether the text is Hangul syllables only."""
    return bool(_HANGUL.match(text))


def final_consonant(syllable: str) -> int:
    """Return the number of a Hangul syllable's final consonant in Unicode's order (0 none, 4 ㄴ, 19 ㅅ, 20 ㅆ)."""
    return (ord(syllable) - _FIRST_SYLLABLE) % 28


def is_latin_name(text: str) -> bool:
    """Tell whether the text can be a name in Latin letters."""
    return bool(_LATIN.match(text)) and any(part[:1].isupper() for part in text.split())


def is_hanja(text: str) -> bool:
    """Tell whether the text can be a Korean name in Chinese characters."""
    return bool(_HANJA.match(text))


@cache
def is_country(word: str) -> bool:
    """Tell whether the word is a country, or several joined (한·카자흐스탄)."""
    return word in vocabulary.words("countries", "names")


@cache
def is_posting(word: str) -> bool:
    """Tell whether the word is where a mission is posted: 주카자흐스탄, 주한, 주제네바."""
    return word.startswith("주") and (
        word[1:] == "유엔" or is_place(word[1:]) or word[1:] in vocabulary.words("countries", "embassy_short")
    )


@cache
def is_place(word: str) -> bool:
    """Tell whether the word is a known city, a Korean district, or a country."""
    if is_country(word) or word in vocabulary.words("countries", "places"):
        return True
    known = places.by_name("ko").get(word) if len(word) > 1 else None
    return known is not None and (known.population >= LARGE_CITY or known.country in ("KR", "KP", "KZ"))


@cache
def is_region(word: str) -> bool:
    """Tell whether the word is a city, province or district by its last syllable: 세메이시, 동카자흐스탄주, 제주특별자치도."""
    if len(word) < 3 or word[-1] not in "시주도군구":
        return False
    stem = word[:-1].removesuffix("특별자치").removesuffix("특별").removesuffix("광역")
    return is_place(stem) or (stem[:1] in tuple("동서남북") and is_place(stem[1:]))


@cache
def is_foreign_surname(word: str) -> bool:
    """Tell whether a word ends as surnames of Central Asia and Russia do in Hangul: 토코노바, 카이르바예프, 두보비츠키."""
    if len(word) < SHORTEST_SURNAME or not is_hangul(word):
        return False
    if word[-1] in "프바":
        vowel = (ord(word[-2]) - _FIRST_SYLLABLE) % 588 // 28
        return final_consonant(word[-2]) == 0 and vowel in _SURNAME_VOWELS
    return word.endswith(vocabulary.longest_first("foreign_names", "surname_ends"))


@cache
def vietnamese_surnames() -> frozenset[str]:
    """Return the surnames of Vietnam in Hangul, also those that are other Korean words."""
    return vocabulary.words("foreign_names", "vietnamese") | vocabulary.words("foreign_names", "vietnamese_unsure")


def opens_vietnamese(surname: str, middle: str) -> bool:
    """Tell whether two words can open a Vietnamese name: behind 부 or 도 only a middle name that is no other word."""
    sure = surname in vocabulary.words("foreign_names", "vietnamese")
    return sure or middle in vocabulary.words("foreign_names", "vietnamese_middle")


def linking_words() -> frozenset[str]:
    """Return the words that join the parts of Arabic names: 빈, 이븐."""
    return vocabulary.words("foreign_names", "linking")


SHORTEST_WITH_ARTICLE = 3
"""Syllables of an Arabic surname with its article, at least."""


def has_arabic_article(word: str) -> bool:
    """Tell whether a word can be an Arabic surname with its article: 알하르티."""
    return word.startswith("알") and len(word) >= SHORTEST_WITH_ARTICLE


def vietnamese_length(word: str) -> int:
    """Return how many syllables of a word are one of a Vietnamese name, all or all before a particle; 0 where none is."""
    known = vocabulary.words("foreign_names", "vietnamese_syllables")
    if word in known:
        return len(word)
    particle = vocabulary.ending("foreign_names", "particles", word)
    return len(word) - len(particle) if particle and word.removesuffix(particle) in known else 0


def is_foreign_given(word: str) -> bool:
    """Tell whether a word is a given name of Central Asia or Russia."""
    return word in vocabulary.words("foreign_names", "given")


@cache
def title_head(word: str) -> str | None:
    """Return the office with which a word ends (핵정책실장 → 실장), the longest that fits, or None."""
    if word in vocabulary.words("titles", "whole"):
        return word
    return None if word in vocabulary.words("titles", "not_offices") else vocabulary.ending("titles", "heads", word)


def begins_with_title(word: str) -> bool:
    """Tell whether a word is an office of two syllables or more, alone or with a particle."""
    return word.startswith(_long_titles())


@cache
def _long_titles() -> tuple[str, ...]:
    return tuple(head for head in vocabulary.longest_first("titles", "heads") if len(head) > 1)


@cache
def body_ending(word: str) -> str | None:
    """Return the kind of body with which a word ends (초원전략연구소 → 연구소), the longest that fits, or None."""
    return vocabulary.ending("organizations", "endings", word)


_WITH_MINISTRY = ("제1차관", "제2차관", "1차관", "2차관", "부장관", "장관", "차관", "대변인")
"""Offices that are written together with the name of a ministry: 외교부장관, 통일부차관."""


@cache
def fused_body(word: str) -> tuple[str, str] | None:
    """Part a word that joins a body and its head: 동북아비확산연구원장 → (동북아비확산연구원, 원장); None where it does not."""
    if word.endswith(_WITH_MINISTRY):
        for ending in _WITH_MINISTRY:
            body = word.removesuffix(ending)
            known = body in vocabulary.words("organizations", "ministries") or body in vocabulary.words(
                "organizations", "known"
            )
            if body != word and known:
                return body, ending
    fused = vocabulary.ending("titles", "fused", word)
    if fused is None:
        return None
    body = word[:-1]
    if body.startswith("부") and body[1:] in vocabulary.words("organizations", "generic"):
        return None  # 부센터장
    kind = body_ending(body) or ""
    named = len(body) > len(kind) > 0 or body in vocabulary.words("organizations", "headed")
    return (body, fused) if named else None


def is_body(word: Word) -> bool:
    """Tell whether a word by itself names a body: a known one, an abbreviation, or an ending behind a body's own name."""
    text = word.text
    if text in vocabulary.words("organizations", "known") or text in vocabulary.words("organizations", "abbreviations"):
        return True
    if text[-1] in "부청성실처의" and text in vocabulary.words("organizations", "ministries"):
        return True
    if text.endswith("대") and len(text) > 2 and word.proper and not text.endswith(_not_universities()):
        return True
    ending = body_ending(text)
    if text.endswith(("개회사", "폐회사")) or text.rpartition("·")[2] in vocabulary.words("proper", "no_body"):
        ending = None
    if ending is None or text in vocabulary.words("organizations", "generic") or text in vocabulary.words("titles", "heads"):
        return False
    hall = len(ending) == 1 and (is_place(text) or not word.proper or text.endswith(("의사당", "전당")))  # 분당, 국회의사당
    # 정병원 차관보, no hospital
    person = len(text) == len(ending) + 1 and text[0] in surnames() and is_given(ending)
    if hall or person or len(title_head(text) or "") > len(ending):  # 1등서기관, no 기관
        return False
    own = [m for m in word.morphemes if m.start < word.span.end - len(ending)]
    return word.proper or len(own) >= 2 or (len(own) == 1 and len(word.morphemes) == 1 and len(text) >= len(ending) + 2)


@cache
def _not_universities() -> tuple[str, ...]:
    return vocabulary.longest_first("proper", "universities_not")


def is_generic_body(word: Word) -> bool:
    """Tell whether a word is a kind of body that needs a name before it (재단, 대사관)."""
    return word.text in vocabulary.words("organizations", "generic")


def can_be_native_name(word: Word) -> bool:
    """Tell whether a word has the shape of a native Korean full name and is no word of the dictionary."""
    text = word.text
    if not is_hangul(text) or not 2 <= len(text) <= 5 or surname_of(text) is None:
        return False
    if is_place(text) or is_region(text) or word.lexeme.is_body or word.lexeme.is_generic_body:
        return False
    if text in vocabulary.words("titles", "heads") or text in vocabulary.words("proper", "not_names"):
        return False
    if len(text) > 2 and text in vocabulary.table("gatherings", "types"):
        return False
    if word.plain_noun or text[-1] in "에의" or title_head(text) in (text, text[1:]) or gazetteer.is_body(text):
        return False
    return any(not m.known for m in word.morphemes) or word.morphemes[0].tag == "NNP" or len(text) == 3


def _is_occasion(text: str) -> bool:
    """Tell whether a word of four syllables or more ends as occasions and bodies named for them do: 파리군축대화."""
    return len(text) > 3 and text.endswith(_occasions())


@cache
def _occasions() -> tuple[str, ...]:
    return tuple(word for word in vocabulary.table("gatherings", "types") if len(word) > 1)


def can_be_foreign_part(word: Word) -> bool:
    """Tell whether a word can be part of a foreign name in Hangul: unknown or a proper noun, no place, no body."""
    text = word.text
    if (
        not (is_hangul(text) or _is_double(text))
        or is_place(text)
        or is_region(text)
        or word.lexeme.is_body
        or word.lexeme.is_generic_body
        or title_head(text)
        or text in vocabulary.words("proper", "not_names")
    ):
        return False
    if (text.endswith("대") and len(text) > 2) or (len(text) > 2 and is_posting(text)):
        return False
    if text.endswith(vocabulary.longest_first("proper", "landmarks")):
        return False
    if word.plain_noun or word.lexeme.compound or _NUMBER.match(text) or _is_occasion(text):
        return False
    return any(not m.known or m.tag == "NNP" for m in word.morphemes)


def _is_double(text: str) -> bool:
    """Tell whether a hyphen joins two names, and no countries or towns: 카리모바-유수포바, 카심-조마르트, and no 서울-평양."""
    parts = text.split("-")
    return len(parts) > 1 and all(
        is_hangul(p) and (len(p) > 2 or is_foreign_given(p)) and not (is_place(p) or is_region(p)) for p in parts
    )


def city_before_office(word: Word) -> int:
    """Return the length of the city that is written together with its mayor (경주시장), 0 where none is."""
    city = word.text.removesuffix("시장")
    if city == word.text or len(city) < 2:
        return 0
    bare = city.removesuffix("특별").removesuffix("광역").removesuffix("특례")
    return len(city) if is_place(bare) or any(not m.known for m in word.morphemes) else 0
