"""Roles told beside a name, where no verb behind it tells them: 좌장을 맡은 X 교수, X 재단 주최로."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.entities import Entities
from onrecord.extract.ko import governments, role_words
from onrecord.extract.ko.roles import Part
from onrecord.languages.ko.parse import Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Entity, Person, Phrase, Span, Who
from onrecord.model.facts import Role

_TELLING = (
    *("맡", "보", "나서", "하", "이끌", "진행하", "주재하", "참석하", "참가하", "참여하", "함께하", "동행하", "배석하"),
    *("자리하", "접속하", "강연하", "발표하", "발제하", "토론하", "연설하", "서명하", "초청되", "초대되", "초청받"),
)
"""Verbs that describe somebody by what he does at an occasion: 사회를 본 X, 참석한 X."""

_OFFICE = 30
"""Code points between such a verb and the name that it describes: 좌장을 맡은 (서강누리대 교수) X."""

_PLAIN = re.compile(r"\s(?:[가-힣A-Za-z0-9·()]+\s){0,3}?")
"""Words of a body or an office before a name, without a comma or a full stop between them."""

_BY_NOUN: dict[str, Role] = {
    "주최": "organizer", "주관": "organizer", "후원": "organizer", "사회": "moderator", "진행": "moderator",
    "주재": "moderator", "초청": "host",
}  # fmt: skip

_ROLE = "|".join(_BY_NOUN)

_AS = re.compile(rf"(?:\s[가-힣A-Za-z·]+){{0,4}}?(?:의)?\s(?:공동\s?)?(?P<word>{_ROLE})(?:로|으로)(?=[\s,])")
"""What follows a name that a noun with 로 gives a role: 석 대사 주최로, 누리재단과 한빛대 공동 주최로."""

_NOUNS = re.compile(rf"(?:{_ROLE})(?:로|으로)(?=[\s,])")


def parts(text: str, sentence: Sentence, entities: Entities, told: Sequence[Span]) -> Iterator[Part]:
    """Yield who has a role by what describes him, or by a noun with 로 behind him; `told` is what is said in the sentence."""
    for predicate in sentence.predicates:
        if predicate.tag == "ETM" and predicate.stem in _TELLING and not any(t.contains(predicate.span) for t in told):
            yield from _described(text, sentence, predicate, entities)
    for match in _NOUNS.finditer(text, *sentence.span):
        at = match.start()
        if not any(t.start <= at < t.end for t in told):
            yield from _by_noun(text, sentence, at, entities)


def _described(text: str, sentence: Sentence, predicate: Predicate, entities: Entities) -> Iterator[Part]:
    """좌장을 맡은 X 교수: the person whom the clause describes."""
    behind = Span(predicate.span.end, min(predicate.span.end + _OFFICE, sentence.span.end))
    first = next(((s, who) for s, who in entities.within(behind) if isinstance(who, Person)), None)
    if first is None or not _PLAIN.fullmatch(text, predicate.span.end, first[0].start):
        return
    start = max(
        [sentence.span.start, *(p.span.end for p in sentence.predicates if p.span.end <= predicate.span.start)],
    )
    clause = text[start : predicate.span.end]
    if re.search(r"[가-힣](?:이|가)\s", clause):  # X가 초청한 Y: what another does
        return
    role = role_words.role_of(clause)
    if re.search(r"안내를\s맡", clause):
        yield Part(first[1], "host", first[0], "안내를 맡", first[0].end)
    elif role and role[0] not in ("organizer", "host"):
        yield Part(first[1], role[0], first[0], role[1], first[0].end)


def _by_noun(text: str, sentence: Sentence, at: int, entities: Entities) -> Iterator[Part]:
    """X와 Y 주최로: those whom only bodies, offices and joining words part from the noun."""
    found: list[tuple[Span, Entity | Phrase]] = [
        (s, e)
        for s, e in entities.within(Span(sentence.span.start, at))
        if text.count("(", s.end, at) >= text.count(")", s.end, at) or ")" in text[s.end : at]
    ]
    found = governments.among(text, Span(sentence.span.start, at), found)
    end = at
    for span, who in reversed(found):
        match = _AS.match(text, span.end) if end == at else None
        if end == at and (match is None or match.start("word") != at):
            continue
        if end != at and not re.fullmatch(r"(?:\([^()]*\))?(?:과|와|,|·|\s및)\s?", text[span.end : end]):
            return
        role = _BY_NOUN[text[at : at + 2]]
        if isinstance(who, Who) and (isinstance(who, Person) or role in ("organizer", "host")):
            yield Part(who, role, span, text[at : at + 2], at + 3)
        end = span.start
