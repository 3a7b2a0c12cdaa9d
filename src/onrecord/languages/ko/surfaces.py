"""Names that the analyser would split, found by their surface, so that a second analysis keeps them whole.

Kiwi reads 길도연 as 길 + 도 + 연 and 어진목 as 어 + 진목; a title or a bracketed spelling behind tells that they are names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.languages.ko import foreign_pairs, fused_names, names, vocabulary
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.languages.openings import in_lines_with
from onrecord.model import Span

_GLOSS = re.compile(r"\((?=[A-Z][a-zÀ-ž][A-Za-zÀ-ž.\-'’ ]+\))")
"""The bracket that opens the Latin spelling of the word before it."""

LONGEST_GLOSSED = 10
"""Syllables that no word with a Latin spelling exceeds."""

_HANJA_GLOSS = re.compile(r"\((?=([\u4e00-\u9fff]{2,5})\))")
"""The bracket that opens the Chinese characters of the word before it."""

LONGEST_SPELT = 5
"""Syllables that no word with Chinese characters exceeds."""

_WORD = re.compile(r"[가-힣0-9]+")
_GIVEN = re.compile(r"(?<![가-힣])([가-힣]{3,5}) (?=[가-힣]{2,6} [가-힣])")
"""A word that may be a given name, before two words more."""

_BODY_AND_WORD = re.compile(r"([가-힣]{4,}) [가-힣0-9]+")


_MINISTRY_AND_OFFICE = re.compile(r"([가-힣]{3,10}) ([가-힣0-9]+)")
"""A ministry and an office behind a name: 채이든 외교부 본부장."""

_POST = re.compile("주[가-힣]{2,9} ?[가-힣]{0,5}(?:대사|공사|영사|참사관)")
"""An office at a mission behind a name: 도재욱 주카자흐스탄 대사."""

_SLAVIC_ENDING = (
    r"(?:[프바]|스키|츠키|카야|비치|브나|울리|울르|키즈|쿨리)"
    r"(?=(?:은|는|이|가|을|를|의|와|과|도|에게|에게는|께서|께서는|씨|로|으로)?(?![가-힣]))"
)
_SLAVIC_END = re.compile(_SLAVIC_ENDING)
_SLAVIC = re.compile(rf"(?<![가-힣])(?:([가-힣]{{2,6}}) )?([가-힣]{{2,7}}(?:{_SLAVIC_ENDING}))")
"""A word that ends as surnames of Central Asia and Russia do, and the word before it."""
REMEMBERED = 16_384
"""Words of which it stays known whether they tell an office."""

_DOTTED = re.compile(r"(?<![가-힣])(?:([가-힣]{2,8}) )?((?:[가-힣]{2,4}[·ㆍ])+[가-힣]{2,4})(?![가-힣])(?: ([가-힣]+))?")
"""Names that dots join, with the words before and behind them, one of which must be an office."""

_DOT = re.compile("[가-힣][·ㆍ][가-힣]")


def foreign_names(text: str) -> list[Span]:
    """Return the parts of foreign names that their shape tells: a surname like 토코노바, and the given name before it.

    The analyser reads some of them as other words with a particle: 다리가 자키예바, 마디나 오스파노바.
    """
    found = []
    for m in in_lines_with(_SLAVIC_END, _SLAVIC, text):
        given, surname = m.group(1), m.group(2)
        known = (
            given is not None
            and given[-1] not in "과와"
            and (names.is_foreign_given(given) or _is_apposed(text, m.start(1), given) or _is_womans(given, surname))
        )
        if names.is_foreign_surname(surname) and (known or len(surname) > names.SHORTEST_SURNAME):
            found += [Span(*m.span(1)), Span(*m.span(2))] if known else [Span(*m.span(2))]
    given_names = {Span(*m.span(1)) for m in _GIVEN.finditer(text) if names.is_foreign_given(m.group(1))}
    return sorted({*found, *given_names})


_GIVEN_TO_GIRLS = frozenset("나라야샤자마미니리디카타")
"""Last syllables of given names of women in Central Asia and Russia."""

LONGEST_SHORT = 3
"""Syllables up to which the analyser takes such names for other words: 미나, 자나, 사라."""


def _is_womans(word: str, surname: str) -> bool:
    """Tell whether a short word before a woman's surname is her given name, and no word like 그러나."""
    if surname[-1] != "바" or len(word) > LONGEST_SHORT or word[-1] not in _GIVEN_TO_GIRLS:
        return False
    if word in vocabulary.words("foreign_names", "no_given") or names.title_head(word) or names.body_ending(word):
        return False
    return not (names.is_place(word) or names.is_country(word))


_OFFICE_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{2,8}) $")


def _is_apposed(text: str, at: int, word: str) -> bool:
    """Tell whether a word between an office and a foreign surname is a given name: 전문의 라나 압둘라예바."""
    before = _OFFICE_BEFORE.search(text, max(0, at - LONGEST_GLOSSED), at)
    if before is None or names.title_head(before[1]) is None:
        return False
    return not (names.title_head(word) or names.body_ending(word) or names.is_place(word) or names.is_country(word))


def candidates(text: str) -> frozenset[str]:
    """Return the words of the text that must be parts of names: glossed ones, and name-shaped ones before a title."""
    spelt = _before_brackets(text, _HANJA_GLOSS, LONGEST_SPELT)
    found = {word for word, gloss in spelt if _is_spelt(word, gloss[1])}
    for word, _ in _before_brackets(text, _GLOSS, LONGEST_GLOSSED):
        if not (names.body_ending(word) or names.is_place(word) or names.title_head(word)):
            found.add(word)
    for m in _name_before_word().finditer(text):
        name, after = m.groups()
        if names.surname_of(name) and (
            (names.body_ending(after) and _BODY_AND_WORD.match(text, m.end()))
            or (after in vocabulary.words("organizations", "ministries") and _is_at_ministry(text, m.end()))
            or _POST.match(text, m.end())
            or ((_tells_office(after) or _heads_body(after)) and not names.body_ending(name))
        ):
            found.add(name)
    found.update(_before_offices(text))
    found.update(m.group(2) for m in _listed_behind_office().finditer(text) if len(names.title_head(m.group(1)) or "") > 1)
    for m in in_lines_with(_DOT, _DOTTED, text):
        parts = re.split("[·ㆍ]", m.group(2))
        if all(names.surname_of(part) for part in parts) and (
            names.title_head(m.group(1) or "") or names.begins_with_title(m.group(3) or "")
        ):
            found.update(part for part in parts if len(part) == 3)
    return frozenset(found | _surnames(text, found))


def _before_brackets(text: str, opening: re.Pattern[str], longest: int) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the words of Hangul before brackets, from two syllables up to `longest`, each with what opens its bracket."""
    for m in opening.finditer(text):
        end = start = m.start() - text[m.start() - 1 : m.start()].isspace()
        while start and "가" <= text[start - 1] <= "힣":
            start -= 1
        if 1 < end - start <= longest:
            yield text[start:end], m


_BRACKET = re.compile(r"\(([^()\n]{2,40})\)")
_NATIVE = re.compile(r"(?<![가-힣])[가-힣]{3} ?$")
LONGEST_NATIVE = 5
"""Code points of a name of three syllables, the blank behind it and the one before it."""


def _before_offices(text: str) -> Iterator[str]:
    """Yield the words of three syllables that can be names before brackets with an office: 맹다온 (한백연구원 부원장)."""
    for m in _BRACKET.finditer(text):
        name = _NATIVE.search(text, max(0, m.start() - LONGEST_NATIVE), m.start())
        if name is None or names.surname_of(name[0].rstrip()) is None:
            continue
        office = m.group(1).split(",")[0].rsplit(" ", 1)[-1]
        if len(names.title_head(office) or "") > 1:
            yield name[0].rstrip()


def _is_at_ministry(text: str, at: int) -> bool:
    """Tell whether a ministry and an office in it stand behind a name: 채이든 외교부 한반도평화교섭본부장."""
    match = _MINISTRY_AND_OFFICE.match(text, at)
    if match is None or match[1] not in vocabulary.words("organizations", "ministries"):
        return False
    return any(names.title_head(match[2][:end]) for end in range(len(match[2]), 1, -1))


def _is_spelt(word: str, characters: str) -> bool:
    """Tell whether Chinese characters spell a native name, or with words before it a Japanese one: 다이고(森下大悟)."""
    if len(word) == len(characters):
        return names.surname_of(word) is not None
    return not (names.body_ending(word) or names.is_place(word) or names.title_head(word))


def _firsts() -> str:
    """Return the syllables with which surnames begin."""
    return "".join(sorted({surname[0] for surname in names.surnames()}))


@cache
def _name_before_word() -> re.Pattern[str]:
    """Three syllables of which the first begins a surname, and the word behind them."""
    return re.compile(rf"(?<![가-힣])([{_firsts()}][가-힣]{{2}}) (?=(?:[A-Z]{{2,8}} )?([가-힣0-9]+))")


@cache
def _listed_behind_office() -> re.Pattern[str]:
    """An office and three syllables of which the first begins a surname, at the end of an item of a list: △본부장 당찬빛."""
    return re.compile(
        rf"[△▲▷▶][^△▲▷▶\n]{{0,30}}?([가-힣]{{2,12}}) ([{_firsts()}][가-힣]{{2}})(?=[ \t]*(?:[△▲▷▶(<]|$))", re.MULTILINE
    )


def _surnames(text: str, full: set[str]) -> set[str]:
    """Return the surnames of native names that stand alone before a title (어 원장), of one or two syllables."""
    known = {surname for name in full if len(name) == 3 and (surname := names.surname_of(name))}
    if not known:
        return set()
    return {surname for surname in known if _stands_before_title(text, surname)}


def _stands_before_title(text: str, surname: str) -> bool:
    at = text.find(f"{surname} ")
    while at >= 0:
        if not (at and "가" <= text[at - 1] <= "힣"):
            word = _WORD.match(text, at + len(surname) + 1)
            if word and names.begins_with_title(word[0]):
                return True
        at = text.find(f"{surname} ", at + 1)
    return False


@dataclass(frozen=True, slots=True)
class Surface:
    """Where the surface of a text tells parts of names: lengths of `wanted` words by their start, and `sure` spans."""

    wanted: dict[int, list[int]]
    starts: list[int]
    """The starts of `wanted`, in order."""
    sure: list[Span]


def read(text: str) -> Surface:
    """Return where the words of `candidates` stand in a text, and `foreign_names`."""
    wanted: dict[int, list[int]] = {}
    for word in sorted(candidates(text), key=len):
        at = text.find(word)
        while at >= 0:
            wanted.setdefault(at, []).append(len(word))
            at = text.find(word, at + 1)
    sure = sorted({*foreign_names(text), *foreign_pairs.spans(text)})
    return Surface(wanted, sorted(wanted), sure)


def split_names(text: str, surface: Surface, morphemes: list[Morpheme]) -> list[tuple[int, int]]:
    """Return where a wanted word or a `sure` span is a stretch of the analysed sentence that is not kept as one noun."""
    if not morphemes:
        return []
    start, end = morphemes[0].start, morphemes[-1].end
    sure = [span for span in surface.sure[bisect_left(surface.sure, (start, 0)) :] if span[1] <= end] if surface.sure else []
    wanted = bisect_left(surface.starts, start) < bisect_left(surface.starts, end)
    if not sure and not wanted:
        return []
    proper = {(m.start, m.end) for m in morphemes if m.tag == "NNP"} if sure else set()
    found = {tuple(span) for span in sure if tuple(span) not in proper}
    return sorted({*found, *(_wanted(text, surface.wanted, morphemes) if wanted else ())})


def _wanted(text: str, wanted: dict[int, list[int]], morphemes: list[Morpheme]) -> list[tuple[int, int]]:
    whole = {(m.start, m.end) for m in morphemes if m.tag in ("NNP", "NNG")}
    starts = {m.start: m for m in morphemes}
    found = []
    for m in morphemes:
        if m.start not in wanted or (m.start and text[m.start - 1] not in _BEFORE_NAME):
            continue
        if m.known and m.tag == "NNG" and m.end - m.start > 1 and _is_particle_at(starts, m.end):
            continue
        if m.tag == "MAJ":  # 하지만 대통령은
            continue
        for length in wanted[m.start]:
            if length <= 2 and text[m.end : m.end + 1] not in (" ", ""):
                continue
            if _is_verb([x for x in morphemes if m.start <= x.start and x.end <= m.start + length]):
                continue
            if (m.start, m.start + length) not in whole and _ends_word(text, m.start + length, starts):
                found.append((m.start, m.start + length))
    return found


_BEFORE_NAME = frozenset(" (“‘「△\n,·")
"""What may stand before a name."""


def joined(text: str, morphemes: list[Morpheme], names_at: list[tuple[int, int]]) -> list[Morpheme]:
    """Return the morphemes with each of these stretches as one proper noun unknown to the dictionary.

    What is left of a morpheme that reaches over the end of a name is a particle where it can be one, else a noun.
    """
    for start, end in names_at:
        inside = [k for k, m in enumerate(morphemes) if m.start < end and start < m.end]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        if first and morphemes[first - 1].tag == "VCP" and morphemes[first - 1].end == morphemes[first - 1].start:
            first -= 1  # a copula that the analyser supposed behind the word before: 모리시타(이)다이고
        rest = text[end : morphemes[last].end]
        left = [Morpheme(rest, _PARTICLES.get(rest, "NNG"), end, morphemes[last].end, known=True)] if rest else []
        name = Morpheme(text[start:end], "NNP", start, end, known=False)
        before = morphemes[first]
        kept = (
            [Morpheme(text[before.start : start], before.tag, before.start, start, before.known)]
            if before.start < start
            else []
        )
        morphemes = [*morphemes[:first], *kept, name, *left, *morphemes[last + 1 :]]
    return morphemes


_PARTICLES = {
    "은": "JX", "는": "JX", "도": "JX", "이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO", "의": "JKG", "와": "JC", "과": "JC",
    "에": "JKB", "에게": "JKB", "께": "JKB", "께서": "JKS", "로": "JKB", "으로": "JKB", "에서": "JKB", "이다": "VCP",
}  # fmt: skip
"""Particles that may be left of a morpheme that swallowed the end of a name, with their tags."""


def _is_particle_at(starts: dict[int, Morpheme], at: int) -> bool:
    """Tell whether a particle begins there: 모임의 is a noun with a particle, whatever its first syllable."""
    return at in starts and starts[at].is_particle


def _ends_word(text: str, at: int, starts: dict[int, Morpheme]) -> bool:
    return not text[at : at + 1].isalnum() or at in starts or text[at : at + 1] in "은는이가을를의와과도에로"


@lru_cache(maxsize=REMEMBERED)
def _tells_office(word: str) -> bool:
    """Tell whether a word is an office, or one written together with its body: 국회부의장, 외교부장관."""
    if names.begins_with_title(word):
        return True
    body = word[:2] if word[:2] in vocabulary.words("organizations", "known") else word[:3]
    return body in vocabulary.words("organizations", "known") and names.begins_with_title(word[len(body) :])


@lru_cache(maxsize=REMEMBERED)
def _heads_body(word: str) -> bool:
    """Tell whether a word, perhaps with a particle, joins a body or a city and its head: 후손회장의, 부산광역시장."""
    heads = vocabulary.longest_first("titles", "governors")
    whole = [one for one in (word, word[:-1]) if len(one) >= fused_names.SHORTEST]
    return any(names.fused_body(one) is not None or one.endswith(heads) for one in whole)


def _is_verb(inside: list[Morpheme]) -> bool:
    """Tell whether morphemes are a verb that a noun follows (태어난, 방문한): its stem has two syllables or is made by 하다."""
    stems = [m for m in inside if m.tag in ("VV", "VA", "XSV", "XSA")]
    made = any(m.tag in ("XSV", "XSA") and m.form in ("하", "되") for m in stems)  # 안로운 is no verb: 롭 makes none of 안
    if made and inside[-1].tag == "EC":
        return True  # 마련돼
    return bool(stems) and inside[-1].tag == "ETM" and (made or (len(inside) <= 3 and len(inside[0].form) > 1))
