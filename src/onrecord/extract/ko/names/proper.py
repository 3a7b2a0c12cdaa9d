"""Proper nouns without an office or a kind of body: whom, what or where each names, by shape, neighbours and particle.

News write so: 박씨는, 김모(33)씨, A씨, 배우 탁서린이, 서울 서초구 양재동, 해담건설이.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from onrecord.extract.ko import governments
from onrecord.extract.ko.names.nominals import LONGEST_NATIVE
from onrecord.languages.first_letters import hastened
from onrecord.languages.ko import joined_countries, names, proper_nouns, vocabulary
from onrecord.model import Span
from onrecord.model.span import Cover

Kind = Literal["person", "organization", "place"]

_AFTER = r"(?=\s?(?:\(\d{1,2}\)\s?)?(?:씨|(?<=\s)(?:양(?!측)|군|옹))(?:[은는이가을를의와과도에측]|\s|께|에게|[^가-힣]|$))"
_ADDRESS = re.compile("[씨양군옹]")
_LETTER = re.compile(r"(?<![A-Za-z가-힣])([A-Z])" + _AFTER.replace("(?<=\\s)", ""))
_SOMEBODY = re.compile(r"(?<![가-힣])([가-힣])모(?=\s?(?:\(|씨|양|군|[은는이가를의] |할머니|여인))")
_ADDRESSED = re.compile(r"(?<![가-힣])([가-힣]{1,4})" + _AFTER)


_DIVISION = re.compile(r"[과실팀](?=\s*(?:$|\n|[|(),/]))", re.MULTILINE)

_NO_SURNAME = ("양", "모")
"""Syllables that news write as surnames less often than as both (양 장관은) or all (나라 모두)."""


REMEMBERED = 16_384
"""Words of which it stays known whether they can be a name of their kind."""


@dataclass(frozen=True, slots=True)
class Proper:
    """A proper noun with its kind and the rule that told it."""

    kind: Kind
    span: Span
    rule: str


def find(text: str, stretches: Iterable[Span], learned: Iterable[proper_nouns.ProperNoun], taken: list[Span]) -> list[Proper]:
    """Return the proper nouns outside `taken`, in text order.

    Args:
        text: the document's text.
        stretches: the readable paragraphs.
        learned: what the learned chain finds in them.
        taken: where something is named already.
    """
    found = [*_marked(text, stretches), *(named for one in learned for named in _as_printed(text, one))]
    kept: list[Proper] = []
    occupied = Cover(len(text), taken)
    for proper in sorted(found, key=lambda p: (p.rule != "marked-name", p.span.start, -p.span.end)):
        if not occupied.touches(proper.span):
            kept.append(proper)
            occupied.add(proper.span)
    return sorted(kept, key=lambda p: p.span)


def _as_printed(text: str, one: proper_nouns.ProperNoun) -> Iterator[Proper]:
    """Yield a proper noun as this field writes it; nothing for what is none here.

    News that the chain learned from call a country that acts a body, and treaties, ceremonies and rounds of talks too.
    """
    words = _words(text, one)
    if not words or _names_nobody(text, one, words) or all(word in _common("latin_not_names") for word in words):
        return
    words, span = _own(one, words)
    last = words[-1]
    if one.kind == "person" and len(words) > 1 and last.endswith(vocabulary.longest_first("proper", "landmarks")):
        yield Proper("place", span, "proper-noun")  # 데겔렌 산악단지
    elif one.kind == "place" and len(words) > 1 and names.is_country(words[0]):
        yield Proper("place", Span(span.start + len(words[0]) + 1, span.end), "proper-noun")
    elif one.kind == "organization" and len(words) == 1 and names.is_region(last):
        return  # 서울시는 …: the city's government, which our guidelines call neither a body nor a place
    elif one.kind == "organization" and len(words) == 1 and last[-1] in "과와" and names.is_country(last[:-1]):
        yield Proper("place", Span(span.start, span.end - 1), "proper-noun")
    elif one.kind != "place" and len(words) == 1 and (names.is_country(last) or names.is_place(last)):
        yield Proper("place", span, "proper-noun")
    elif (
        one.kind == "person"
        and len(words) == 1
        and (names.is_region(last) or _is_of_place(last) or _LAND.match(text, span.end))
    ):
        yield Proper("place", Span(span.start, span.end - _is_of_place(last)), "proper-noun")
    elif one.kind == "person" and len(words) == 1 and len(last) > len("위원회") and last.endswith("위"):
        yield Proper("organization", span, "proper-noun")  # 원자력안전위
    elif one.kind == "person" and (
        (len(words) == 1 and last in _NO_SURNAME)
        or (len(last) == 1 and "·" in text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1])
        or _begins_body(text, last)
        or _spells(text, span)
        or (len(last) == 1 and names.title_head(text[span.start : span.end + 2]) == text[span.start : span.end + 2])
        or _blank_label(words)
        or (len(last) == 1 and _is_beside_mark(text, span))
        or _country_letter(text, span)
        or _is_beginning(text, span)
    ):
        return
    elif one.kind == "person" and len(last) > 3 and _goes_on(text, last, ("장", "청", "의회")):
        yield Proper("place", span, "proper-noun")  # 도래울시, whose 도래울시장 speaks
    elif any(letter.isalpha() for letter in last) and not (last in _common("not_bodies") or _mistaken(one.kind, last)):
        yield Proper(one.kind, span, "proper-noun")


def _own(one: proper_nouns.ProperNoun, words: list[str]) -> tuple[list[str], Span]:
    """Return the words of a name and where they stand, without a kind of body before a body's own: (우리) 대학 국제대학원."""
    span = Span(one.span.start, one.span.start + len(" ".join(words)))
    if one.kind == "organization" and len(words) > 1 and words[0] in vocabulary.words("organizations", "generic"):
        return words[1:], Span(span.start + len(words[0]) + 1, span.end)
    return words, span


_OF_BOTH_KOREAS = re.compile(
    rf"(?:을|를|의|과|이)\s(?:잇|이어|연결|오가|모두|하나)|\s(?:{vocabulary.either('proper', 'of_both_koreas')})"
)
"""What follows 남북 where it describes what both Koreas have or do, and names no actor."""


_LAND = re.compile(rf"\s(?:{vocabulary.either('proper', 'land')})(?=[은는이가을를의에과와]|\s|[.,)]|$)")
"""What follows the name of a piece of land."""


def _is_of_place(word: str) -> bool:
    """Tell whether a word is a place and the particle 의."""
    return word[-1] == "의" and names.is_place(word[:-1])


def _names_nobody(text: str, one: proper_nouns.ProperNoun, words: list[str]) -> bool:
    """Tell whether a proper noun is the authorities of a country, or countries in one word that describes what is theirs."""
    if one.kind == "organization" and len(words) == 1 and joined_countries.are_joined(words[0]):
        return True  # 한미 협의
    if words[-1] == "남북":
        return _OF_BOTH_KOREAS.match(text, one.span.end) is not None
    return one.kind == "place" and len(words) > 1 and words[-1] in ("당국", "정부")


def _words(text: str, one: proper_nouns.ProperNoun) -> list[str]:
    """Return the words of a proper noun without an office or a place behind it; none for a division or a government."""
    words = one.span.of(text).split(" ")
    if one.kind == "organization" and (_is_division(text, one.span) or governments.acts_in(text, words[-1])):
        return []
    if len(words) > 1 and one.kind == "organization" and words[0][-1] in "을를":
        return []  # an object and a body: 방안을 총영사관(과)
    while len(words) > 1 and one.kind == "person" and names.title_head(words[-1]):
        words.pop()
    while len(words) > 1 and one.kind == "organization" and words[-1] in vocabulary.words("titles", "heads"):
        words.pop()  # 과학아카데미 선임연구원
    kept = list(words)
    while len(kept) > 1 and one.kind == "organization" and (names.is_place(kept[-1]) or names.is_region(kept[-1])):
        kept.pop()  # 고려인협회 세메이(지부장)
    if len(kept) < len(words) and names.body_ending(kept[-1]):
        return kept
    places = one.kind == "organization" and len(words) > 1 and all(names.is_place(w) or names.is_region(w) for w in words)
    return [] if places else words


def _is_division(text: str, span: Span) -> bool:
    """Tell whether what is named is a division of a body, by the syllable behind it that ends the line: 북핵정책(과)."""
    return _DIVISION.match(text, span.end) is not None


@lru_cache(maxsize=128)
def _begins_body(text: str, word: str) -> bool:
    """Tell whether the text has a body whose name begins with the word: 해담 beside 해담대학교."""
    endings = ("대학교", "재단", "연구소", "연구원", "전자", "그룹", "신문", "일보")
    if _goes_on(text, word, endings):
        return True
    return (
        len(word) == 2
        and re.search(rf"(?<![가-힣]){word}[가-힣]{{2,6}}(?:연구원|연구소|재단)(?![가-힣]{{2}})", text) is not None
    )


def _is_beside_mark(text: str, span: Span) -> bool:
    """Tell whether one syllable is a part of a word with a hyphen (넌-루가) or of a label (주 최: …)."""
    return text[span.start - 1 : span.start] in ("-", "–") or text.startswith((":", " :", "：", "|", " |"), span.end)


def _is_beginning(text: str, span: Span) -> bool:
    """Tell whether what seems a name begins a year (기해+년), a town (카프차+가이), an office (유럽중동+국장)."""
    if text.startswith("년", span.end) or any(names.is_place(text[span.start : end]) for end in (span.end + 1, span.end + 2)):
        return True
    ends = (span.end + 2, span.end + 3) if span.end - span.start > LONGEST_NATIVE else ()
    return any(names.title_head(text[span.start : end]) == text[span.end : end] for end in ends)


def _goes_on(text: str, word: str, endings: tuple[str, ...]) -> bool:
    """Tell whether one of the endings stands behind the word anywhere in the text."""
    at = text.find(word)
    while at >= 0:
        if text.startswith(endings, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def _spells(text: str, span: Span) -> bool:
    """Tell whether Chinese characters spell what stands before them in brackets or behind a dot: 현도담·玄道潭."""
    written = span.of(text)
    return "\u4e00" <= written[0] <= "\u9fff" and (span.end - span.start == 1 or text[span.start - 1 : span.start] == "·")


def _country_letter(text: str, span: Span) -> bool:
    """Tell whether one syllable is short for a country in a row of them: 한·미·일, 한-카자흐."""
    if span.end - span.start != 1 or span.of(text) not in vocabulary.words("countries", "embassy_short"):
        return False
    if text.startswith(" ", span.end) and text[span.start - 1 : span.start] in ("", "\n", " ", "“", "‘"):
        return True  # 미 전문가들
    beside = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return any(mark in beside for mark in "·-–ㆍ")


def _blank_label(words: list[str]) -> bool:
    """Tell whether blanks part the syllables of a label: 장 소."""
    return len(words) > 1 and all(len(word) == 1 for word in words)


@lru_cache(maxsize=REMEMBERED)
def _mistaken(kind: Kind, word: str) -> bool:
    """Tell whether the last word of a name shows that it is none of its kind."""
    if kind == "organization":
        field_of_study = word.endswith("학") and not word.endswith("대학")
        other = field_of_study or word.endswith((*_occasions(), "공원", "광장", "시대"))
        office = len(names.title_head(word) or "") > 1 and names.body_ending(word) is None  # 북핵정책과장
        return other or office or word in _common("no_body") or _posted(word)
    return kind == "person" and _no_person(word)


def _posted(word: str) -> bool:
    """Tell whether a word is where a mission is, or a division of a body: 주카자흐스탄, 유라시아과, 국제학부."""
    division = word.endswith(("학부", "학과")) or (word[-1] in "과국" and word[:-1] in vocabulary.words("countries", "regions"))
    return division or names.is_posting(word) or len(word) < 2


def _no_person(word: str) -> bool:
    office = names.title_head(word) is not None and (len(word) > 3 or (len(word) == 3 and names.title_head(word) == word))
    return office or names.is_posting(word) or word.endswith(_ceremonies()) or (len(word) > 1 and word in _common("not_names"))


@cache
def _occasions() -> tuple[str, ...]:
    """Last parts of the names of gatherings and of what is signed there."""
    return (*vocabulary.table("gatherings", "types"), *vocabulary.longest_first("proper", "documents"))


@cache
def _ceremonies() -> tuple[str, ...]:
    return tuple(word for word in vocabulary.table("gatherings", "types") if len(word) > 2 or word in _common("occasions"))


def _marked(text: str, stretches: Iterable[Span]) -> Iterable[Proper]:
    """Persons whom 씨, 양, 군 or 모 marks, also by a letter or the surname alone."""
    for stretch in stretches:
        addressed = _ADDRESS.search(text, *stretch)
        for pattern in ((_LETTER,) if addressed else ()) + ((_SOMEBODY,) if text.find("모", *stretch) >= 0 else ()):
            for m in pattern.finditer(text, *stretch):
                if pattern is _LETTER or m.group(1) in names.surnames():
                    yield Proper("person", Span(m.start(), m.end()), "marked-name")
        for m in _honoured().finditer(text, *stretch):
            if all(word not in _common("latin_not_names") for word in m.group(1).split()):
                yield Proper("person", Span(*m.span(1)), "marked-name")
        for span in _credits(text, stretch):
            yield Proper("person", span, "marked-name")
        for span in _labelled(text, stretch):
            word = span.of(text)
            if names.surname_of(word) and not (
                names.title_head(word) or names.body_ending(word) or word in _common("not_names")
            ):
                yield Proper("person", span, "marked-name")
        for m in _ADDRESSED.finditer(text, *stretch) if addressed else ():
            word = m.group(1)
            if word in names.surnames() or (len(word) > 1 and names.surname_of(word) and word not in _common("not_names")):
                yield Proper("person", Span(*m.span(1)), "marked-name")


@cache
def _honoured() -> re.Pattern[str]:
    """A name behind a form of address in Latin letters: Dr. Vera Stein, Amb. 방긋한."""
    return hastened(
        rf"(?<![A-Za-z])(?:{'|'.join(sorted(_common('addresses')))})\.? "
        r"([A-Z][a-zÀ-ž'’\-]+(?: [A-Z]\.)?(?: [A-Z][A-Za-zÀ-ž'’\-]+){1,2}(?![A-Za-z])|[가-힣]{3}(?=\s?\())"
    )


_APART = 2
"""The group of a name that a blank alone parts from its label, which begins the line then."""

_LISTED = re.compile(r"(?<=[),]) ?([가-힣]{3,4})(?=\s?\()|(?<=[),·] )([가-힣]{3,4})(?=\s?\()")
"""One more name of a list, before its bracket: 토론: 위슬기(가온대), 육새벽(늘봄평화포럼)."""


def _labelled(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the words of the shape of a name behind the label of a role, all of a list."""
    for match in _behind_label().finditer(text, *stretch):
        line = text.rfind("\n", 0, match.start()) + 1
        if match.lastindex == _APART and text[line : match.start()].strip(" \t·•○●◇◆□■▶*-~:|0123456789"):
            continue  # 사회 구성원(…) in prose
        if match.lastindex:
            yield Span(*match.span(match.lastindex))
        end = text.find("\n", match.end(), stretch.end)
        for listed in _LISTED.finditer(text, match.end(), stretch.end if end < 0 else end):
            yield Span(*listed.span(listed.lastindex or 1))


_CREDIT = rf"(?:{vocabulary.either('proper', 'credits', 'credits_in_rows')})"
_CREDITED_AS = rf"{_CREDIT}\s[가-힣]{{2,4}}(?:\s[가-힣]{{2,5}})?"
_CREDITS = re.compile(
    rf"^[ \t▶■※]*{_CREDITED_AS}(?:\s?[·|/,]\s?{_CREDITED_AS})+(?:\s?[|/·][^|/·\n]{{2,30}})?[ \t]*$", re.MULTILINE
)
"""A line that tells who made a page, and of which issue it is: 편집 한아름 · 디자인 예은솔 | 월간 누리 7월호."""

_CREDITED = re.compile(rf"{_CREDIT}\s([가-힣]{{3,4}})")


def _credits(text: str, stretch: Span) -> Iterable[Span]:
    """Yield whom a line of credits names."""
    if text.find("·", *stretch) < 0 and text.find("|", *stretch) < 0 and text.find("/", *stretch) < 0:
        return
    for line in _CREDITS.finditer(text, *stretch):
        for m in _CREDITED.finditer(text, *line.span()):
            if names.surname_of(m.group(1)) and not names.body_ending(m.group(1)):
                yield Span(*m.span(1))


@cache
def _behind_label() -> re.Pattern[str]:
    """A name behind the label of a role that persons have, before a bracket, a comma or the end of the line."""
    labels = vocabulary.load("roles")["labels"]
    words = "|".join(word for role, listed in labels.items() if role != "organizer" for word in listed.split())
    words += f"|{vocabulary.either('proper', 'credits', 'credits_alone')}"
    return hastened(
        rf"(?<![가-힣])(?:{words})(?: ?\d)?(?:\s?[:：]\s?|[ \t]{{2,}})(?:([가-힣]{{3,4}})(?=\s?(?:[(,·]|$)))?"
        rf"|(?<![가-힣])(?:{words}) ([가-힣]{{3,4}})(?=\s?\()",
        re.MULTILINE,
    )


@cache
def _common(key: str) -> frozenset[str]:
    return vocabulary.words("proper", key)
