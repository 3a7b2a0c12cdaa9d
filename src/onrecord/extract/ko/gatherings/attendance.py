"""How many were at a gathering, and who they were: 양국 전문가와 외교관 40여 명이 참석했다."""

from __future__ import annotations

import re

from onrecord.extract.ko.gatherings.occasions import Occasion
from onrecord.languages.ko import names
from onrecord.languages.ko.numbers import numbers_before
from onrecord.model import Phrase, Span

_COUNTERS = r"(?<!서)명(?!의 (?:전문가|기자)|[단부의])|인(?=이|의|\s)"
_MANY = (
    r"(?:\d[\d,]*[만천백]?\s?\d*[천백]?|(?<![가-힣])[수십백천만이삼사오육칠팔구]{2,}"
    r"|(?:서른|마흔|쉰|예순|일흔|여든|아흔|스무|스물)[가-힣]{0,2})"
)
_ALL = re.compile(r"(?:모두|총)\s(?=" + _MANY + ")")
_SUMMED = re.compile(r"\s등\s(?:모두|총)\s(?=" + _MANY + ")")
"""What sums up the groups of a list: 대표단 8명과 교수 등 모두 50여 명."""

_CROWD = re.compile(
    r"\s((?:[가-힣0-9·]+ ){0,6}[가-힣·]+)\s(?:등\s)?(?:(?:약|모두|총|대략)\s)?"
    rf"{_MANY}\s?여?\s?명(?:이|과\s|에게\s|을 대상|(?=\s*$))",
    re.MULTILINE,
)
_ABOUT = ("약", "모두", "총", "대략", "선착순", "정원", "최대")
"""Words before a number that tell nobody."""

_SEATS = re.compile(r"선착순|정원\s?[:：]?\s?\d|모집\s?인원|모집\s?정원")
"""What tells how many can come, not how many came."""

_WHERE = re.compile(
    r"[가-힣](?:으로|로)\s(?:한|하는|하여|해)\s|[가-힣](?:에는|에서는|에|에서|은|는|이|(?<![문작화동론술업정기])가)\s|[을를]\s(?:비롯하여|비롯해|비롯한|포함하여|포함해|포함한|위시한|위시하여)\s"
)
_NOBODY = ("에서", "앞에", "으로", "에는")
"""How words before a number end that tell where people came, or with whom at their head, and not who."""

_ATTENDED = re.compile(r"참석|참가|참여|접속|시청|자리|모였|함께|동행|찾|대상으로|메우|메웠|채우|채웠|몰렸|둘러앉")
_LABELLED = re.compile(r"[^가-힣\n]{0,6}(?:참석|참가|참여|인원)(?:자|인원)?\s?[:：]")
_ATTENDANTS = re.compile(r"(?:참가자|참석자|참여 인원|참석 인원)(?:는|은|가)")


def count(text: str, sentence: Span) -> tuple[int, Span] | None:
    """Return the number of attendants that a sentence tells; numbers that are no single one (수십 명) tell none."""
    words = sentence.of(text)
    if ("명" not in words and "인" not in words) or _SEATS.search(words):
        return None
    found = [(n.low, n.span.shifted(sentence.start)) for n in numbers_before(words, _COUNTERS) if n.low == n.high > 1]
    if not found:
        return None
    whole = _ALL.search(text, *sentence) if _ATTENDANTS.search(text, *sentence) else _SUMMED.search(text, *sentence)
    if whole:
        found = [one for one in found if one[1].start >= whole.end()] or found
    labelled = _LABELLED.match(text, *sentence)
    if not (whole or labelled or _ATTENDED.search(text, found[0][1].end, sentence.end)):
        return None
    return found[0]


def crowd(text: str, start: int, end: int) -> Span | None:
    """Return the words that tell who the attendants were: 양국 전문가와 외교관 (40여 명)."""
    match = _CROWD.search(text, start, end)
    if match is None:
        return None
    span = Span(*match.span(1))
    if span.of(text) in _ABOUT or span.of(text).endswith(("개국", "맡았고", "했고", "였고", "하며", "했으며")):
        return None
    if span.of(text).endswith(tuple(f" {word}" for word in _ABOUT)):
        span = Span(span.start, text.rfind(" ", *span))
    if span.of(text).endswith(_NOBODY):
        return None
    where = max((m.end() for m in _WHERE.finditer(span.of(text))), default=0)
    span = Span(span.start + where, span.end)  # 만찬에는 협회 회원
    named = span.of(text).rfind(" 등 ")
    span = Span(span.start + named + 3, span.end) if named >= 0 else span  # 김 지부장 등 동포 35명
    span = Span(_behind_names(text, span), span.end)
    return Span(span.start, span.end - 2) if span.of(text).endswith(" 등") else span


def _behind_names(text: str, crowd: Span) -> int:
    """Return where the words for a crowd begin behind somebody named with his office: 서가온 총영사와 (협회 회원)."""
    start, before = crowd.start, ""
    for word in _WORD.finditer(text, *crowd):
        named = names.is_given(before[1:]) or names.is_foreign_surname(before)
        if named and word[0][-1] in "과와" and names.title_head(word[0][:-1]) is not None:
            start = min(word.end() + 1, crowd.end)
        before = word[0]
    return start


_WORD = re.compile(r"\S+")


def take(text: str, occasion: Occasion, sentence: Span, start: int) -> None:
    """Give an occasion how many attended from a sentence, and who they were."""
    occasion.attendance = count(text, sentence)
    if occasion.attendance is None:
        return
    crowded = crowd(text, max(0, start - 1), sentence.end) or _come_together(text, Span(sentence.start, start))
    if crowded:
        occasion.parts.append((Phrase(crowded.of(text), crowded), "participant", crowded, _came(text, crowded, sentence)))


_TO_ONE = re.compile(r"[^.\n]{0,12}명이\s(?:[가-힣]+\s)?(?:참석|참가|참여|함께|자리)한\s[‘'“「]?")


def _come_together(text: str, before: Span) -> Span | None:
    """Return who came to what is named behind them: 군축 전문가 40여 명이 참가한 (회의)."""
    found = crowd(text, *before)
    return found if found and _TO_ONE.match(text, found.end) else None


def _came(text: str, crowded: Span, sentence: Span) -> str:
    """Return the word that tells that people came: 참석, 자리; before or behind the words for them."""
    word = _ATTENDED.search(text, crowded.end, sentence.end) or _ATTENDED.search(text, sentence.start, crowded.start)
    return word[0] if word else crowded.of(text)
