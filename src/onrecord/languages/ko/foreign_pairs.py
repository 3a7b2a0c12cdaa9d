"""Foreign names of two words before an office, by their surface: 아이벡 누르란 부총리, 나카무라 유이 도쿄대 교수.

The analyser reads many of them as other words (누르란 as a verb, 유이 as a surname with a particle). A first word that is
known, a second one of the shape of its language, and an office behind both tell that they are one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.languages.ko import names, vocabulary
from onrecord.model import Span

_FIRST = re.compile(r"(?<![가-힣])([가-힣]{1,5}) (?=[가-힣])")
_SECOND = re.compile(r"[가-힣]{1,7}(?= )")
_NEXT = re.compile(r" ([가-힣A-Za-z0-9·]+)")

FARTHEST = 4
"""Words behind a name among which its office begins: 전 몽골 외교부 제1차관."""

_JAPANESE_CODAS = frozenset({0, 4, 19})
"""Final consonants (none, ㄴ, ㅅ) that syllables of Japanese names have in Hangul, by their number in Unicode's order."""

LONGEST_JAPANESE = 5
LONGEST_CHINESE = 3
"""Syllables of a given name in Hangul, at most."""

LONGEST_VIETNAMESE = 4
"""Syllables behind a surname, at most, each a word."""

LONGEST_ARABIC = 4
"""Words behind the one that joins the parts of an Arabic name, at most."""

LONGEST_PART = 7
"""Syllables of a part of such a name, at most."""

_WORD = re.compile(r"[가-힣]+")
_SYLLABLES = re.compile(r"[가-힣]{1,4}(?![가-힣])")
_WORD_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{2,7}) $")
_PARTICLE = re.compile(r"(?<=[가-힣]{4})(?:은|는|이|가|을|를|의|와|과|도|에게|께서)$|(?<=[가-힣]{3})(?:은|는|을|를|의|와|과)$")

_RANK = "123등"
"""What stands before an office of several ranks: 2등서기관."""

_BETWEEN = frozenset({"전", "현", "신임", "당시", "前", "現"})
_DEPARTMENTS = tuple("부처청원실국대회")


def spans(text: str) -> list[Span]:
    """Return both words of each such name, and each of them alone before an office (누르란 부총리), in text order."""
    pairs = list(_pairs(text))
    parts = {part.of(text) for part in pairs if part.end - part.start > 1}
    alone = (at for part in parts for at in _before_office(text, part))
    return sorted({*pairs, *alone})


def _pairs(text: str) -> Iterator[Span]:
    openings, linking, vietnamese = _openings(), names.linking_words(), names.vietnamese_surnames()
    for m in _FIRST.finditer(text):
        word = m.group(1)
        if word not in openings:
            continue
        if word in vietnamese:
            yield from _syllables_behind(text, m)
        if word in linking:
            yield from _linked(text, m)
            continue
        second = _SECOND.match(text, m.end())
        if second and _goes_with(word, second[0]) and _office_follows(text, second.end()):
            yield Span(*m.span(1))
            yield Span(*second.span())


@cache
def _openings() -> frozenset[str]:
    """First words of foreign names: given names of Central Asia and Russia, surnames of Asia; and words that join names."""
    keys = ("given", "japanese", "chinese", "linking")
    return names.vietnamese_surnames().union(*(vocabulary.words("foreign_names", key) for key in keys))


def _syllables_behind(text: str, surname: re.Match[str]) -> Iterator[Span]:
    """Yield a Vietnamese surname and the two to four syllables of the name behind it: 쩐 반 득, 응우옌 티 투 하."""
    found: list[Span] = []
    for word in _in_a_row(text, surname.end(), _SYLLABLES, LONGEST_VIETNAMESE):
        length = names.vietnamese_length(word[0])
        if length:
            found.append(Span(word.start(), word.start() + length))
        if length < len(word[0]):
            break
    if len(found) > 1 and names.opens_vietnamese(surname.group(1), found[0].of(text)):
        yield Span(*surname.span(1))
        yield from found
        for part in (Span(found[-2].start, found[-1].end), found[-1]):  # 투 하 대사
            for again in _before_office(text, part.of(text)):
                yield from (Span(*m.span()) for m in _WORD.finditer(text, *again))


def _in_a_row(text: str, at: int, word: re.Pattern[str], most: int) -> Iterator[re.Match[str]]:
    """Yield the words from a place on, `most` at most, between which nothing but a blank stands."""
    for _ in range(most):
        match = word.match(text, at)
        if match is None:
            return
        yield match
        at = match.end() + 1
        if text[match.end() : at] != " ":
            return


def _linked(text: str, link: re.Match[str]) -> Iterator[Span]:
    """Yield the parts of an Arabic name that 빈 or its like joins, before a surname with 알: 살림 빈 나세르 알하르티."""
    before = _WORD_BEFORE.search(text, max(0, link.start() - LONGEST_PART - 1), link.start())
    behind = list(_in_a_row(text, link.end(), _WORD, LONGEST_ARABIC))
    last = next((k for k, word in enumerate(behind) if names.has_arabic_article(word[0])), None)
    if before is None or last is None or names.is_place(before[1]) or names.title_head(before[1]):
        return
    yield Span(*before.span(1))
    yield Span(*link.span(1))
    for word in behind[: last + 1]:
        bare = _PARTICLE.sub("", word[0]) if word is behind[last] else word[0]
        yield Span(word.start(), word.start() + len(bare))


def _goes_with(first: str, second: str) -> bool:
    """Tell whether a second word can stand behind the first in a name."""
    if (
        names.begins_with_title(second)
        or names.title_head(second)
        or names.body_ending(second)
        or names.is_place(second)
        or names.is_posting(second)
    ):
        return False
    codas = {names.final_consonant(syllable) for syllable in second}
    japanese = 1 < len(second) <= LONGEST_JAPANESE and codas <= _JAPANESE_CODAS
    chinese = len(second) <= LONGEST_CHINESE and set(second) <= set(vocabulary.words("foreign_names", "chinese_syllables"))
    return (
        (japanese and first in vocabulary.words("foreign_names", "japanese"))
        or (chinese and first in vocabulary.words("foreign_names", "chinese"))
        or (len(second) > 1 and second[-1] not in "과와" and names.is_foreign_given(first))
    )


def _office_follows(text: str, at: int) -> bool:
    """Tell whether an office stands behind a name, with nothing but bodies, countries and 전 before it."""
    for _ in range(FARTHEST):
        m = _NEXT.match(text, at)
        if m is None:
            return False
        word = m.group(1)
        if names.begins_with_title(word.lstrip(_RANK)):
            return True
        body = names.body_ending(word) or word.endswith(_DEPARTMENTS) or word in vocabulary.words("organizations", "known")
        if not (body or word in _BETWEEN or names.is_place(word) or names.is_posting(word) or word.isascii()):
            return False
        at = m.end()
    return False


def _before_office(text: str, part: str) -> Iterator[Span]:
    at = text.find(f"{part} ")
    while at >= 0:
        m = _NEXT.match(text, at + len(part))
        if m and names.begins_with_title(m.group(1)) and not (at and "가" <= text[at - 1] <= "힣"):
            yield Span(at, at + len(part))
        at = text.find(f"{part} ", at + 1)
