"""Names of bodies in runs of nouns: 유엔 안전보장이사회(안보리), 초원전략연구소, 주오스트리아 대사관."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from onrecord.extract.ko.names import arrangers, fused_offices, trimming
from onrecord.languages.first_letters import hastened
from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.model import Span

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z0-9\-]*$")
_LONG_LATIN = re.compile(r"[A-Z][\w’'.&\- ]+$")
_LABEL = re.compile(r"^(?:이하|약칭|옛|구|현|영문명)\s*[:‘“]?\s*")


@dataclass(slots=True)
class Body:
    """A body as printed once: its name and the other names that brackets give it."""

    name: Span
    aliases: list[Span] = field(default_factory=list)
    rule: str = "body-ending"


_BETWEEN_DOTS = re.compile(r"[^·ㆍ]+")

_LETTER = re.compile(r"[A-Z]\.?$")
"""The letter before a question or an answer: Q. A."""

_ORDINAL = re.compile(r"제?\d+[차회기]")
"""The number of an occasion: 제1차 협의회 is no body."""

_ROUND = re.compile(r"제?\d+[차회]")
"""The number of one meeting of many: 제3차 비핵지대 당사국 협의회."""

_LOCAL = ("지부", "지회", "분회", "지사", "지국")
"""Branches whose first part is a place, known or not: 합천지부."""

_NUMBERED = re.compile(r"[\d.\-]+/")
"""A date that a stroke parts from the name behind it: 2019.6.14/마로니에뉴스."""

_REPORTS = re.compile(
    r"\([가-힣A-Za-z·]{1,12}\s?=\s?(?P<agency>[가-힣A-Za-z0-9]{2,14})\)"
    r"|(?:ⓒ|©|저작권자\s?\(c\))\s?(?P<owner>[가-힣A-Za-z0-9]{3,14})(?=[ ,.]|$)",
    re.MULTILINE,
)
"""Who reports, in a dateline (알마티=새벽뉴스) or a line of copyright (ⓒ 새벽뉴스)."""


def read(run: Run, text: str, people: list[Span]) -> list[Body]:
    """Return the bodies that a run names; words inside `people` (names of persons) are left out."""
    found: list[Body] = []
    words = run.words
    for k, word in enumerate(words):
        if not word.lexeme.can_end_body or any(word.span.overlaps(person) for person in people):
            continue
        listed = _listed(word) if "·" in word.text or "ㆍ" in word.text else []
        if listed:
            found += [Body(part) for part in listed]
            continue
        works = k > 0 and word.text == "연구원" and _employs(words, k - 1, people)
        body = None if works else _body_at(words, k, people, text)
        if body is None:
            continue
        if k + 1 < len(words) and _goes_on(words[k + 1]):
            continue
        if found and found[-1].name.overlaps(body):
            if not body.contains(found[-1].name):
                continue
            found.pop()
        body = Span(_whole_start(text, body.start), body.end)
        branch = words[k + 1] if k + 1 < len(words) and _is_branch(words[k + 1]) else None
        last = branch or word
        found.append(Body(Span(body.start, last.span.end), list(_other_names(last, text))))
    if not found and arrangers.is_arranger(run, len(words) - 1, text) and not any(words[-1].span.overlaps(p) for p in people):
        first = len(words) - 2 if len(words) > 1 and _opens_body(words[-2], people) else len(words) - 1
        found.append(Body(Span(words[first].span.start, words[-1].span.end)))
    end = (
        next((k for k, word in enumerate(words) if k and word.text in trimming.AND_OTHERS), len(words)) - 1
    )  # 연구원장 등 학자들
    fused = words[end].lexeme.fused_body
    if (
        fused
        and not fused_offices.is_department(words, end, fused)
        and not any(words[end].span.overlaps(person) for person in people)
    ):
        found.append(Body(fused_offices.fused_span(words, end, fused), rule="body-in-title"))
    return found


def _employs(words: list[Word], k: int, people: list[Span]) -> bool:
    """Tell whether 연구원 behind word `k` is somebody who works there: 국립연구소 연구원, 황금별 HIIA 연구원."""
    named = k > 0 and any(words[k - 1].span.overlaps(person) for person in people)
    return words[k].lexeme.is_body or (named and _ABBREVIATION.match(words[k].text) is not None)


def _listed(word: Word) -> list[Span]:
    """Return the bodies that dots join in one word (검찰청·경찰청·소방청), where every part is one."""
    parts = [Span(m.start(), m.end()).shifted(word.span.start) for m in _BETWEEN_DOTS.finditer(word.text)]
    texts = [word.text[part.start - word.span.start : part.end - word.span.start] for part in parts]
    known = vocabulary.words("organizations", "known") | vocabulary.words("organizations", "ministries")
    return (
        parts if len(parts) > 1 and all(text in known or names.body_ending(text) not in (None, text) for text in texts) else []
    )


def _body_at(words: list[Word], k: int, people: list[Span], text: str) -> Span | None:
    word = words[k]
    if word.lexeme.is_body or _is_inside(words, k) or _is_spelt_out(word, text) or _is_sponsored(words, k):
        first = k
        if _is_inside(words, k):
            return Span(words[k - 1].span.start, word.span.end)
        if k and (_opens_body(words[k - 1], people) or (_takes_country(word) and _place_or_post(words[k - 1]))):
            first = k - 1
        elif k and joined_countries(words[k - 1].text):
            first = k - 2 if k > 1 and _opens_body(words[k - 2], people) else k - 1
        return Span(words[first].span.start, word.span.end)
    if _is_forum(words, k):
        return Span(words[k - 1 if k and _opens_body(words[k - 1], people) else k].span.start, word.span.end)
    first = _first_of_office(words, k)
    if first < k or (k + 1 < len(words) and _short_university(word, words[k + 1])):
        return Span(words[first].span.start, word.span.end)
    if word.lexeme.is_generic_body and not _meets(words, k) and not _is_office(words, k):
        first = k
        while first and _can_modify(words[first - 1], people) and k - first < 4:
            first -= 1
        while first < k and (words[first].text[:1].isdigit() or (words[first].plain_noun and not _place_or_post(words[first]))):
            first += 1
        own = [w for w in words[first:k] if (w.proper or not w.plain_noun) and not names.is_country(w.text)]
        if first < k and (own or _takes_country(word)):
            return Span(words[first].span.start, word.span.end)
    return None


def _first_of_office(words: list[Word], k: int) -> int:
    """Return where the name of a body begins that is called after an office, else `k`: 카자흐스탄 초대 대통령 재단."""
    called = words[k].text in vocabulary.words("organizations", "after_offices")
    if not called or k == 0 or words[k - 1].text not in vocabulary.words("titles", "heads_of_state"):
        return k
    first = k - 1
    while first and (
        words[first - 1].text in vocabulary.words("titles", "ordinals") or names.is_country(words[first - 1].text)
    ):
        first -= 1
    return first if first < k - 1 else k


def _is_office(words: list[Word], k: int) -> bool:
    """Tell whether a kind of body is an office in the body before it: 주한일본대사관 공사."""
    return k > 0 and words[k].lexeme.title_head == words[k].text and words[k - 1].lexeme.is_body


def _meets(words: list[Word], k: int) -> bool:
    """Tell whether a kind of body is an occasion: 제70차 IAEA 총회, 한·몽골 고위급 협의회."""
    if words[k].text == "총회":
        return any(_ORDINAL.match(word.text) for word in words[:k])
    return words[k].text == "협의회" and any(joined_countries(word.text) or _ROUND.match(word.text) for word in words[:k])


_PARLIAMENTS = ("국회", "하원", "상원", "의회")
_INSTITUTES = ("연구소", "연구원", "연구센터")


def _is_inside(words: list[Word], k: int) -> bool:
    """Tell whether a body is part of the parliament or the university before it: 국회 외교위원회, 한빛대학교 평화연구소."""
    text, before = words[k].text, words[k - 1] if k else None
    if before is None or words[k].span.start - before.span.end > 1 or before.glosses:
        return False
    if text.endswith("위원회") and before.text in _PARLIAMENTS:
        return len(text) > len("위원회")
    university = before.text.endswith(("대학교", "아카데미", "과학원")) or (
        before.text.endswith("대") and before.lexeme.is_body
    )
    return university and text.endswith(_INSTITUTES) and not words[k].plain_noun


def _whole_start(text: str, start: int) -> int:
    """Return where the word begins in which a body's name begins (두루안보정책연구소, though 두루 is an adverb)."""
    while start and "가" <= text[start - 1] <= "힣":
        start -= 1
    mark = _NUMBERED.match(text, start)
    return mark.end() if mark else start


def _is_branch(word: Word) -> bool:
    """Tell whether a word behind a body is its office in a place: (…재단) 한국사무소, (…협회) 세메이지부."""
    ending = next((end for end in vocabulary.longest_first("organizations", "branches") if word.text.endswith(end)), None)
    place = word.text.removesuffix(ending) if ending else ""
    return bool(place) and (names.is_place(place) or names.is_region(place) or (ending in _LOCAL and len(place) > 1))


def joined_countries(text: str) -> bool:
    """Tell whether a word is two countries or more: 한-카자흐스탄, 한·중앙아시아."""
    parts = re.split(r"[-–·ㆍ]", text)
    short = vocabulary.words("countries", "embassy_short")
    return len(parts) > 1 and all(part in short or names.is_place(part) for part in parts)


def _is_forum(words: list[Word], k: int) -> bool:
    """Tell whether a word that could be an occasion is a body: one of parliament, or before an office or a secretariat."""
    text = words[k].text
    if not text.endswith("포럼") or len(text) < 4:
        return False
    after = words[k + 1].text if k + 1 < len(words) else ""
    return (k > 0 and words[k - 1].text == "국회") or after in ("사무국", "회원", "회원들") or bool(names.title_head(after))


def called(text: str, stretches: Iterable[Span]) -> Iterator[Body]:
    """Yield the bodies that quotation marks name behind their kind: 환경단체 ‘푸른들’."""
    for stretch in stretches:
        for m in _called().finditer(text, *stretch):
            if m.lastindex:
                gloss = _SHORT_NAME.match(text, m.end())
                yield Body(Span(*m.span(m.lastindex)), [Span(*gloss.span(1))] if gloss else [], rule="called-body")


_OFFICERS = ("대표", "이사장", "사무국장", "사무총장", "활동가", "회장", "이사", "운영위원장", "간사", "회원", "위원장", "단장")
"""Offices behind the quoted name of a body: ‘초원의 딸들’ 대표."""

_SHORT_NAME = re.compile(r"\(([A-Z]{2,8})\)")


@cache
def _called() -> re.Pattern[str]:
    kinds = "|".join(vocabulary.longest_first("organizations", "called"))
    return hastened(
        rf"(?:{vocabulary.either('organizations', 'civic')})(?:인)?\s([가-힣]{{4,12}}?)(?=(?:[과와은는이가의]|에서|[을를])\s)|"
        rf"(?:{vocabulary.either('organizations', 'periodicals')})\s?『([^』\n]{{2,24}})』"
        r"(?=[^\n가-힣]{0,8}(?:년\s?)?[^\n]{0,8}호)|"
        rf"['‘]([^'‘’\n]{{2,16}})['’]\s(?:공동|상임)?(?:{'|'.join(_OFFICERS)})(?=[은는이가의과와을를도들\s,.(]|$)|"
        r"(?:사단법인|재단법인|㈔|\(사\)|\(재\))\s?([가-힣A-Za-z0-9]{3,15}?)(?=(?:은|는|이|가|의|과|와|을|를|도|에서|에)?(?:[\s,.()]|$))|"
        rf"(?:{kinds}|연구기관|국제기구)(?:인)?\s([가-힣]{{4,14}})(?=\([A-Z]{{2,6}}\))|"
        rf"(?:{kinds})(?:인|은|는)?\s?(?:‘([^’\n]{{2,24}})’|“([^”\n]{{2,24}})”|「([^」\n]{{2,24}})」|'([^'\n]{{2,24}})')"
    )


_SPELT_OUT = re.compile(
    r"(?<![A-Za-z])([A-Z][A-Za-z'’-]+(?: (?:[A-Z][A-Za-z'’-]+|of|for|and|on|in|the|to|&)){1,9}) ?\(([A-Z]{2,8})\)"
)
_SHORT_IN_BRACKETS = re.compile(r"[a-z] ?\([A-Z]{2,8}\)")


def spelt_out(text: str, stretches: Iterable[Span]) -> Iterator[Body]:
    """Yield the bodies in Latin letters whose abbreviation stands behind them: Center for Eurasian Arms Control(CEAC)."""
    for stretch in stretches:
        for m in _SPELT_OUT.finditer(text, *stretch) if _SHORT_IN_BRACKETS.search(text, *stretch) else ():
            first, *others = [word[0] for word in re.split(r"[ -]", m[1]) if word[0].isupper()]
            if first == m[2][0] and "".join((first, *others)).endswith(m[2][1:]):
                yield Body(Span(*m.span(1)), [Span(*m.span(2))], rule="called-body")


def reporting(text: str) -> Iterator[Body]:
    """Yield the news agencies and papers that a dateline or a line of copyright names."""
    for m in _REPORTS.finditer(text):
        group = "agency" if m["agency"] else "owner"
        if group == "agency" or (names.body_ending(m["owner"]) and not names.is_place(m["owner"])):
            yield Body(Span(*m.span(group)), rule="dateline")


def _short_university(word: Word, after: Word) -> bool:
    """Tell whether a word is a university's short name before an academic title: 이르티시대 교수."""
    academic = names.title_head(after.text) in ("교수", "총장", "학장", "부총장", "석좌교수", "명예교수", "연구원")
    return academic and len(word.text) >= 3 and word.text.endswith("대") and not word.plain_noun


_OF_A_STATE = ("국립", "국가", "국영", "공화국")
"""How the names of bodies begin before which that of their country stands: 카자흐스탄 국립핵센터."""


def _is_spelt_out(word: Word, text: str) -> bool:
    """Tell whether a word of the dictionary's own that ends as a body has its abbreviation behind it: 전략연구소(KazISS)."""
    ending = names.body_ending(word.text)
    return (
        bool(word.glosses)
        and ending is not None
        and 1 < len(ending) < len(word.text)
        and _ABBREVIATION.match(word.glosses[0].of(text)) is not None
    )


def _is_sponsored(words: list[Word], k: int) -> bool:
    """Tell whether a word of the dictionary's own that ends as a body belongs to the body before it: 외교부 산하 외교연구원."""
    sponsored = k > 1 and words[k - 1].text in vocabulary.words("organizations", "sponsors")
    return sponsored and 1 < len(names.body_ending(words[k].text) or "") < len(words[k].text)


def _takes_country(word: Word) -> bool:
    """Tell whether a country's name before a body is part of its name: one that nouns of the dictionary alone describe."""
    return (
        word.lexeme.describes
        or word.text in vocabulary.words("organizations", "ministries")
        or word.text.startswith(_OF_A_STATE)
    )


def _opens_body(word: Word, people: list[Span]) -> bool:
    """Tell whether a word before a body is part of its name: 유엔 안전보장이사회, 국회 비핵평화의원연구모임."""
    post = word.text.startswith("주") and _place_or_post(word)
    known = word.text in ("유엔", "국제연합", "국회", "국제", "주한", "주미", "주일", "주중", "주러")
    return (known or post) and not any(word.span.overlaps(p) for p in people)


def _place_or_post(word: Word) -> bool:
    text = word.text
    return names.is_country(text) or names.is_posting(text)


def _can_modify(word: Word, people: list[Span]) -> bool:
    if any(word.span.overlaps(person) for person in people) or word.glosses:
        return False
    return (
        word.text not in vocabulary.words("organizations", "no_part")
        and not _LETTER.match(word.text)
        and not _ORDINAL.match(word.text)
        and names.title_head(word.text) is None
    )


def _goes_on(word: Word) -> bool:
    """Tell whether the next word shows that this one is only the beginning of a longer body's name."""
    return word.lexeme.is_generic_body and word.text not in ("대사관", "총영사관", "대표부", "당", "정부", "언론", "본부")


def _other_names(word: Word, text: str) -> list[Span]:
    """Return the names in the brackets behind a body: a Latin name, an abbreviation, a short Korean form."""
    found = []
    for gloss in word.glosses:
        start = gloss.start
        for printed in re.split(r"[,;·/]\s*", gloss.of(text)):
            at = text.index(printed, start)
            start = at + len(printed)
            label = _LABEL.match(printed)
            at += label.end() if label else 0
            part = (printed[label.end() :] if label else printed).strip("’”' ")
            if not part:
                continue
            latin = _ABBREVIATION.match(part) or (_LONG_LATIN.match(part) and " " in part)
            korean = names.is_hangul(part) and 2 <= len(part) <= 8 and not names.title_head(part) and not names.is_place(part)
            if latin or korean:
                found.append(Span(at, at + len(part)))
    return found
