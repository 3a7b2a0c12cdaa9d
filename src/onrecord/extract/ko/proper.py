"""Proper nouns without an office or a kind of body: whom, what or where each names, by shape, neighbours and particle.

News write so: 박씨는, 김모(33)씨, A씨, 배우 탁서린이, 서울 서초구 양재동, 해담건설이.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.model import Span

Kind = Literal["person", "organization", "place"]

_AFTER = r"(?=\s?(?:\(\d{1,2}\)\s?)?(?:씨|(?<=\s)(?:양|군|옹))(?:[은는이가을를의와과도에측]|\s|께|에게|[^가-힣]|$))"
_LETTER = re.compile(r"(?<![A-Za-z가-힣])([A-Z])" + _AFTER.replace("(?<=\\s)", ""))
_SOMEBODY = re.compile(r"(?<![가-힣])([가-힣])모(?=\s?(?:\(|씨|양|군|[은는이가를의] |할머니|여인))")
_ADDRESSED = re.compile(r"(?<![가-힣])([가-힣]{1,4})" + _AFTER)
_CAPITALS = re.compile(r"(?<![A-Za-z])([A-Z][A-Z&]{1,6})(?![A-Za-z0-9])")


_NO_NAME_ENDS = (
    "호",
    "전",
    "주",
    "시",
    "군",
    "구",
    "동",
    "읍",
    "면",
    "식",
    "법",
    "형",
    "기",
    "증",
    "영화",
    "드라마",
    "스쿨",
    "본부",
    "지원",
)
_PERSONAL = ("가", "이", "는", "의", "와", "과", "에게", "께", "한테")


@dataclass(frozen=True, slots=True)
class Proper:
    """A proper noun with its kind and the rule that told it."""

    kind: Kind
    span: Span
    rule: str


def find(text: str, stretches: Iterable[Span], found_runs: Iterable[Run], taken: list[Span]) -> list[Proper]:
    """Return the proper nouns outside `taken`, in text order.

    Args:
        text: the document's text.
        stretches: the readable paragraphs.
        found_runs: the runs of nouns of the document.
        taken: where something is named already.
    """
    found = [*_marked(text, stretches)]
    for run in found_runs:
        found += _in_run(run)
    kept: list[Proper] = []
    for proper in sorted(found, key=lambda p: (p.rule != "marked-name", p.span.start, -p.span.end)):
        if not any(proper.span.overlaps(span) for span in taken) and not any(proper.span.overlaps(p.span) for p in kept):
            kept.append(proper)
    return sorted(kept, key=lambda p: p.span)


def _marked(text: str, stretches: Iterable[Span]) -> Iterable[Proper]:
    """Persons whom 씨, 양, 군 or 모 marks, also by a letter or the surname alone."""
    for stretch in stretches:
        for pattern in (_LETTER, _SOMEBODY):
            for m in pattern.finditer(text, *stretch):
                if pattern is _LETTER or m.group(1) in names.surnames():
                    yield Proper("person", Span(m.start(), m.end()), "marked-name")
        for m in _ADDRESSED.finditer(text, *stretch):
            word = m.group(1)
            if word in names.surnames() or (len(word) > 1 and names.surname_of(word) and word not in _common("not_names")):
                yield Proper("person", Span(*m.span(1)), "marked-name")


@cache
def _common(key: str) -> frozenset[str]:
    return vocabulary.words("proper", key)


@cache
def _longest(key: str) -> tuple[str, ...]:
    return vocabulary.longest_first("proper", key)


def _in_run(run: Run) -> Iterable[Proper]:
    words = run.words
    k = 0
    while k < len(words):
        length, proper = _at(run, k)
        if proper is not None:
            yield proper
        k += max(1, length)


def _at(run: Run, k: int) -> tuple[int, Proper | None]:
    """Return how many words of a run from number `k` on were read, and what they name."""
    words = run.words
    length = _place_length(words, k)
    if length:
        return length, Proper("place", _span(words, k, length), "place-chain" if length > 1 else "place")
    word = words[k]
    if _is_capitals(word.text):
        return 1, Proper("organization", word.span, "capitals")
    if _is_company(word):
        return 1, Proper("organization", word.span, "company")
    if _is_native(word):
        return 1, Proper("person", word.span, "bare-name")
    length = _foreign_length(words, k)
    if length > 1 or (length == 1 and len(word.text) > 1 and _acts(run, k)):
        return length, Proper("person", _span(words, k, length), "bare-foreign-name")
    return max(1, length), None


def _acts(run: Run, k: int) -> bool:
    """Tell whether the word ends the run and its particle is one that persons take more often than brands and places."""
    return k == len(run.words) - 1 and run.particle.startswith(_PERSONAL) and not run.particle.startswith("이나")


def _span(words: list[Word], k: int, length: int) -> Span:
    return Span(words[k].span.start, words[k + length - 1].span.end)


def _is_capitals(word: str) -> bool:
    return bool(_CAPITALS.fullmatch(word)) and word not in _common("not_bodies")


def _is_company(word: Word) -> bool:
    text = word.text
    return any(text.endswith(end) and len(text) > len(end) + 1 for end in _common("companies")) and (
        word.proper or len(word.morphemes) > 1
    )


def _is_native(word: Word) -> bool:
    text = word.text
    if not names.is_hangul(text) or len(text) != 3 or names.surname_of(text) is None or text in _common("not_names"):
        return False
    if names.is_place(text) or names.is_body(word) or names.title_head(text) or names.body_ending(text):
        return False
    if text.endswith(_meetings()) or not names.is_given(text[1:]) or (names.is_place(text[:-1]) and text[-1] in "시군구읍면리"):
        return False
    whole = len(word.morphemes) == 1
    return whole and (word.morphemes[0].tag == "NNP" or not word.morphemes[0].known)


@cache
def _meetings() -> tuple[str, ...]:
    return tuple(vocabulary.table("gatherings", "types"))


def _foreign_length(words: list[Word], k: int) -> int:
    length = 0
    while k + length < len(words) and _is_foreign(words[k + length]):
        length += 1
    return length


def _is_foreign(word: Word) -> bool:
    text = word.text
    if (
        len(text) < 2
        or text.endswith(_NO_NAME_ENDS)
        or text.endswith(_meetings())
        or not names.can_be_foreign_part(word)
        or text in _common("not_names")
        or names.body_ending(text)
    ):
        return False
    return len(word.morphemes) == 1


def _place_length(words: list[Word], k: int) -> int:
    """Return how many words from number `k` on are one place: 서울 서초구 양재동, 팔달산."""
    length = 0
    while k + length < len(words) and _is_place(words[k + length], inside=length > 0):
        if length == 0 and names.is_country(words[k].text):
            return 1
        length += 1
    return length


def _is_place(word: Word, *, inside: bool) -> bool:
    text = word.text
    common = (word.plain_noun or text in _common("ambiguous")) and not inside
    if names.is_place(text):
        return not (common or (inside and names.is_country(text)))
    if not names.is_hangul(text) or text in _common("not_places") or common:
        return False
    whole = len(word.morphemes) == 1 and word.proper
    ending = next((e for e in _longest("landmarks") if text.endswith(e) and len(text) > len(e)), "")
    landmark = whole if len(ending) == 1 else ending and word.proper
    district = len(text) > 2 and text.endswith(tuple("시군구동읍면리도주로"))
    stem = any(names.is_place(text[: -len(end)]) for end in _common("districts") if text.endswith(end))
    return stem or bool(landmark) or (district and (inside or (whole and len(text) > 3)))
