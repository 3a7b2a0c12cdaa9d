"""Persons with their offices in one run of nouns: 변가윤 동북아비확산연구원 선임연구위원, 총장 국누리, 변 위원."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.ko.names import bare_names, fused_offices, name_shapes, trimming
from onrecord.extract.ko.names.titled import Titled
from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.lexemes import lexeme
from onrecord.languages.ko.nominals import Run, Word
from onrecord.model import Span

SHORTEST_FORUM = 5
"""Syllables that a forum has at least which is a body before an office: 가온평화포럼 대표."""

_FORMER = re.compile(r"(?<![가-힣])[전前] $")
"""전 before an office, which the analyser reads as a pronoun at the beginning of a sentence."""

_BETWEEN_DOTS = re.compile(r"[^·ㆍ・]+")

_POSTED = ("주한", "주미", "주일", "주중", "주러", "주북", "주영", "주독")
"""Where an ambassador is posted, before the country that sends him."""

_RANKS = ("특임", "명예", "상임", "비상임", "초빙", "객원", "책임", "주민", "프로그램", "프로젝트")
"""Words before an office that tell its rank or kind."""


def read(run: Run, text: str) -> list[Titled]:
    """Return the persons and offices of a run; most runs hold none, few more than one."""
    if not run.tells_office and not run.words[0].lexeme.can_be_name:
        return []
    words = trimming.without_count(run.words)
    if len(words) < len(run.words):
        run = replace(run, words=words)
    found = _read(run, words, text)
    if found and _FORMER.search(text, max(0, words[0].span.start - 3), words[0].span.start):
        for one in found:
            one.status = "former"
    return found


def _read(run: Run, words: list[Word], text: str) -> list[Titled]:
    title = _title_at_end(words)
    if title is None:
        return _name_behind_title(run) or bare_names.read(run, text)
    first, rule_body = title
    before = words[:first]
    status, before = trimming.without_status(trimming.without_dates(before))
    before = trimming.without_land(before, words[first])
    if not before:
        return [Titled(run, None, _title_span(words, first), rule_body, status=status, rule="title-alone")]
    school = name_shapes.short_school(before, words[first])
    before = [word for word in before if word is not school]
    if listed := _listed_names(run, before[-1], first, status):
        return listed
    if (
        run.host is not None
        and _can_be_person(run.host)
        and not _names_own(run)
        and not rule_body
        and not _is_addressed(words[first], before[-1])
    ):
        return [_employed(_office_only(run, before, first, rule_body, status), before)]
    found = (
        _reporter(run, before, first, status)
        or _name_first(run, before, first, rule_body, status)
        or _name_last(run, before, first, rule_body, status)
    )
    if found and school:
        found.body, found.employer = school.span, True
    apposed = _title_before(before, found) if found else None
    if found and apposed:
        return [found, replace(found, title=apposed, body=None, country=None, status="current", rule="apposed-office")]
    return [found] if found else [_office_only(run, before, first, rule_body, status)]


def _can_be_person(word: Word) -> bool:
    foreign = (word.lexeme.can_be_foreign_part and word.proper) or name_shapes.is_latin_part(word.text)
    return word.lexeme.can_be_native_name or foreign


def _names_own(run: Run) -> bool:
    """Tell whether brackets behind words in Latin letters name a person of their own: Round Two (Chair: 견우진 교수)."""
    return run.host is not None and run.host.text.isascii() and run.words[0].lexeme.can_be_native_name


def _is_addressed(title: Word, before: Word) -> bool:
    """Tell whether the words in brackets are another person with his office or 씨, and no office of who stands before them."""
    return title.text in vocabulary.words("titles", "honorifics") or before.lexeme.can_be_native_name


def _employed(found: Titled, words: list[Word]) -> Titled:
    """Take the words before an office for a body, where they can name one: 위다온(푸른들 활동가)."""
    if found.body is None and words[-1].proper and not any(_is_place(word) or word.text[:1].isdigit() for word in words):
        found.body, found.employer = Span(words[0].span.start, words[-1].span.end), True
    return found


def _is_place(word: Word) -> bool:
    return names.is_place(word.text) or names.is_region(word.text) or names.is_posting(word.text)


def _listed_names(run: Run, word: Word, first: int, status: str) -> list[Titled]:
    """구름찬·나해온·도결 의원: each of the names that dots join has the office behind them."""
    if _BETWEEN_DOTS.fullmatch(word.text):
        return []
    parts = [Span(m.start(), m.end()).shifted(word.span.start) for m in _BETWEEN_DOTS.finditer(word.text)]
    words = [_part(word, part) for part in parts]
    if len(parts) < 2 or not all(part.morphemes and part.lexeme.can_be_native_name for part in words):
        return []
    return [_titled(run, [part], [], first, None, status, "listed-names") for part in words]


def _part(word: Word, part: Span) -> Word:
    inside = [m for m in word.morphemes if part.start <= m.start and m.end <= part.end]
    found = Word(word.text[part.start - word.span.start : part.end - word.span.start], part, inside)
    if inside:
        found.lexeme = lexeme(found)
    return found


def _title_at_end(words: list[Word]) -> tuple[int, Span | None] | None:
    """Return the index of the first word of the title that ends the run, and the body fused with it."""
    last = len(words) - 1
    while last > 0 and words[last].lexeme.is_honorific:
        last -= 1
    word = words[last].lexeme
    fused = word.fused_body
    if fused and not fused_offices.is_department(words, last, fused):
        return last, fused_offices.fused_span(words, last, fused)
    if word.title_head is None and last != len(words) - 2:
        return None
    if word.is_body:  # 진태웅 한빛전략연구원 박사
        return (len(words) - 1, None) if words[-1].text == "박사" and last == len(words) - 2 else None
    if word.title_head is None:
        return len(words) - 1, None
    first = last
    while first > 0 and _modifies_title(words, first):
        first -= 1
    if first == last and words[last].text in vocabulary.words("titles", "acting_for"):
        return None
    return first, None


def _modifies_title(words: list[Word], first: int) -> bool:
    """Tell whether the word before `first` belongs to the title: a rank, a posting, a part of a body."""
    before, at = words[first - 1].text, words[first].text
    if at in vocabulary.words("titles", "standing_in") and names.title_head(before) is not None:
        return True
    if before in _RANKS or any(before in vocabulary.words("titles", key) for key in ("deputies", "fields")):
        return True
    if names.title_head(at) in ("대사", "대사대리", "총영사", "공사", "참사관") and (
        (before.startswith("주") and (names.is_country(before[1:]) or names.is_posting(before)))
        or (
            first >= 2
            and names.is_country(before)
            and (words[first - 2].text in (*_POSTED, "주재") or names.is_posting(words[first - 2].text))
        )
        or before in (*_POSTED, "전권")
    ):
        return True
    if before in (*_POSTED, "주재") and names.is_country(at):
        return True
    if at == "주재" and (names.is_place(before) or before == "유엔"):
        return True
    return before.endswith("회담") or (
        before.endswith(vocabulary.longest_first("titles", "departments"))
        and not words[first - 1].lexeme.is_body
        and not words[first - 1].lexeme.is_generic_body
        and before not in vocabulary.words("organizations", "ministries")
        and len(before) >= 3
        and names.surname_of(before) is None
    )


def _title_span(words: list[Word], first: int) -> Span:
    last = words[-1]
    k = len(words) - 1
    while k > first and words[k].text in vocabulary.words("titles", "honorifics"):
        k -= 1
        last = words[k]
    fused = names.fused_body(words[first].text) if first == k else None
    if fused and fused_offices.is_department(words, k, fused):
        fused = None
    start = words[first].span.end - len(fused[1]) if fused else words[first].span.start
    if first == k and not fused:
        start += names.city_before_office(words[first])
    end = last.span.end - 1 if last.text.endswith("의원실") else last.span.end  # 남궁슬기 의원(실)
    return Span(start, end)


def _name_first(run: Run, before: list[Word], first: int, fused: Span | None, status: str) -> Titled | None:
    """변가윤 동북아비확산연구원 선임연구위원: the name, then body or country, then the title."""
    skipped = 0
    while skipped < len(before) and _leads(before[skipped:]):
        skipped += 1  # 남편 바흐트 이브라예프 …
    apposed = before[skipped - 1] if skipped and names.title_head(before[skipped - 1].text) else None
    apposed = apposed if apposed and not _ends_as_body(apposed.text) else None  # 국방연구원 한미라 박사
    leading, before = before[:skipped], before[skipped:]
    length = name_shapes.length(before)
    if not length or (skipped and not before[0].proper):
        return None
    rest = before[length:]
    found = _titled(run, before[:length], rest, first, fused, status, "name-body-title")
    found.title = found.title or (apposed.span if apposed else None)
    if skipped and not found.body and not apposed and (body := body_of(leading)[0]):
        found.body = body  # 외교부 봉준모 북핵정책과장
    if any(not _fits_between(word) for word in rest):
        # A native name has no more parts: what follows it is where he works.
        native = (length == 1 and names.is_given(before[0].text[1:])) or name_shapes.tells_itself(before[:length])
        return _employed(found, rest) if native and not fused else None
    return found


def _reporter(run: Run, before: list[Word], first: int, status: str) -> Titled | None:
    """동포누리 채은별 기자: before who reports for a paper stands its name, whatever its words."""
    *paper, word = before
    if not paper or run.words[first].text not in vocabulary.words("titles", "reporters"):
        return None
    if not (word.lexeme.can_be_native_name and names.is_given(word.text[1:])) or names.is_place(paper[-1].text):
        return None
    return _employed(_titled(run, [word], paper, first, None, status, "body-name-title"), paper)


def _leads(words: list[Word]) -> bool:
    """Tell whether the first word only leads to a name: 남편 바흐트 이브라예프, 주빈 견우진, 아시아국 무라트 세이도프."""
    if not name_shapes.length(words):
        return words[0].lexeme.of_nouns or words[0].text in vocabulary.words("proper", "not_names")
    return _is_division_of_name(words)


def _is_division_of_name(words: list[Word]) -> bool:
    """Tell whether the first word is a division, and all behind it one name: 아시아국 무라트 세이도프."""
    return name_shapes.is_division(words[0]) and name_shapes.length(words[1:]) == len(words) - 1 > 0


def _title_before(before: list[Word], found: Titled) -> Span | None:
    """Return the office right before a name that has another behind it: 방사선의학 전문의 견우진 한마음병원 과장."""
    at = next((k for k, word in enumerate(before) if found.name and word.span.start == found.name.start), 0)
    word = before[at - 1] if at else None
    if word is None or word.lexeme.title_head is None or found.body is None or found.body.contains(word.span):
        return None
    return None if found.title and found.title.overlaps(word.span) else word.span


def _name_last(run: Run, before: list[Word], first: int, fused: Span | None, status: str) -> Titled | None:
    """주오스트리아 대사관 국다빈 참사관: the body, then the name, then the title."""
    for start in range(len(before)):
        tail = before[start:]
        if name_shapes.length(tail) == len(tail) and not _is_division_of_name(tail):
            return _titled(run, tail, before[:start], first, fused, status, "body-name-title")
    last = before[-1]
    if last.text in names.surnames() or name_shapes.is_latin_part(last.text):
        found = _titled(run, [last], before[:-1], first, fused, status, "surname-title")
        found.surname_only = True
        return found
    return None


def _titled(run: Run, name: list[Word], rest: list[Word], first: int, fused: Span | None, status: str, rule: str) -> Titled:
    body, country = body_of(
        [word for word in rest if not (word.text in vocabulary.words("titles", "not_offices") or word.text.endswith("담당"))]
    )
    employer = body is not None and not any(word.lexeme.is_body or word.lexeme.is_generic_body for word in rest)
    words = run.words if rule != "title-name" else run.words[: run.words.index(name[0])]
    title = None if rule == "name-before-office" else _title_span(words, first)
    if words[first].text in vocabulary.words("titles", "honorifics"):
        title = _honoured(words[first]) or (
            rest[-1].span if rest and names.title_head(rest[-1].text) and not _can_name_body(rest[-1]) else None
        )
    return Titled(
        run,
        Span(name[0].span.start, name[-1].span.end),
        title,
        fused or body,
        country,
        status,
        foreign=len(name) > 1 or names.surname_of(name[0].text) is None,
        glosses=[gloss for word in name for gloss in word.glosses],
        rule=rule,
        employer=employer and rest[-1].text.isascii() is False,
    )


def _honoured(word: Word) -> Span | None:
    """Return the office in 대사님, 소장님; None for 씨 or 님."""
    office = word.text.endswith("님") and names.title_head(word.text[:-1])
    return Span(word.span.start, word.span.end - 1) if office else None


def _office_only(run: Run, before: list[Word], first: int, fused: Span | None, status: str) -> Titled:
    body, country = body_of(before)
    return Titled(run, None, _title_span(run.words, first), fused or body, country, status, rule="title-alone")


def body_of(words: list[Word]) -> tuple[Span | None, str | None]:
    """Return the span of the words that name a body, or the country where they are only that."""
    if not words:
        return None, None
    if all(names.is_country(word.text) for word in words):
        return None, words[-1].text
    if any(_can_name_body(word) for word in words):
        return Span(words[0].span.start, words[-1].span.end), None
    return None, next((word.text for word in words if names.is_country(word.text)), None)


def _can_name_body(word: Word) -> bool:
    """Tell whether a word names a body: by its ending, or in capitals (사울레 … DISS 핵정책국장)."""
    capitals = word.text.isascii() and word.text.isalpha() and word.text.isupper() and len(word.text) > 1
    return capitals or word.lexeme.is_body or word.lexeme.is_generic_body or word.text[-1:] == "대" or _ends_as_body(word.text)


def _ends_as_body(word: str) -> bool:
    """Tell whether a word before an office ends as bodies do, though words of the dictionary make it: 고려인협회, 하나일보."""
    ending = names.body_ending(word) or ""
    return (1 < len(ending) < len(word)) or (word.endswith("포럼") and len(word) >= SHORTEST_FORUM)


def _fits_between(word: Word) -> bool:
    """Tell whether a word can stand between a name and its title: a body, a country, a part of a body."""
    return (
        not word.lexeme.can_be_foreign_part
        or word.text in vocabulary.words("countries", "embassy_short")
        or name_shapes.is_phrase(word)
        or word.lexeme.is_body
        or word.text.endswith("대")
        or not names.is_hangul(word.text)
    )


def _name_behind_title(run: Run) -> list[Titled]:
    """총장 국누리, 주한 카자흐스탄 대사 마디나 오스파노바: the office, then the name at the end of the run."""
    words = run.words
    shared = words[-2].span if len(words) > 1 and words[-2].lexeme.title_head else None
    if shared and (listed := [replace(one, title=shared) for one in _listed_names(run, words[-1], 0, "current")]):
        return listed
    people = vocabulary.words("titles", "people")
    for at in range(len(words) - 1):
        if words[at].text in people and 1 < name_shapes.length(words[at + 1 :]) == len(words) - at - 1:
            return [_titled(run, words[at + 1 :], words[:at], at, None, "current", "name-before-office")]
        if words[at].lexeme.title_head and name_shapes.length(words[at + 1 :]) == len(words) - at - 1:
            title = _title_at_end(words[: at + 1])
            if title is not None:
                first, fused = title
                status, rest = trimming.without_status(words[:first])
                return [_titled(run, words[at + 1 :], rest, first, fused, status, "title-name")]
    return []


def before_brackets(runs: Sequence[Run], titled: Sequence[Titled]) -> Iterator[Titled]:
    """Yield the names behind which brackets hold an office: 클라라 베르그만 (푸른재단 대표)."""
    known = {one.name.end for one in titled if one.name}
    hosts = {one.run.host.span: one.run.host for one in titled if one.run.host and one.name is None and one.title}
    for run in runs:
        for k, word in enumerate(run.words):
            if word.span not in hosts or word.span.end in known:
                continue
            tails = (run.words[start : k + 1] for start in range(k + 1))
            name = next((tail for tail in tails if name_shapes.length(tail) == len(tail)), None)
            if name is not None:
                yield _titled(replace(run, words=run.words[: k + 1]), name, [], k, None, "current", "name-before-office")
