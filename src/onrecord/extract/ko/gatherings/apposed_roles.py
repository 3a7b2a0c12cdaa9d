"""Roles told beside a name, where no verb behind it tells them: 좌장을 맡은 X 교수, X 재단 주최로."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.entities import Entities
from onrecord.extract.ko import governments, role_words
from onrecord.extract.ko.gatherings import actor_chains, described_people
from onrecord.extract.ko.gatherings.roles import Part
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.parse import Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Entity, Organization, Person, Phrase, Span, Who
from onrecord.model.facts import Role

_BY_NOUN: dict[str, Role] = {
    "주최": "organizer", "주관": "organizer", "후원": "organizer", "사회": "moderator", "진행": "moderator",
    "주재": "moderator", "초청": "host",
}  # fmt: skip

_ROLE = "|".join(_BY_NOUN)

_ARRANGING = "(?:주최|주관|후원)"
_EVENT = (
    rf"(?=\s(?:[^\s.,]+\s){{0,4}}?[‘「]?[^\s.,]*(?:{'|'.join(vocabulary.table('gatherings', 'types'))})"
    r"[’」]?(?:[이가은는을를에도]|\s|$))"
)
"""An occasion, within a few words behind a noun of arranging."""
_AS = re.compile(
    rf"(?:[과와]의|(?:\s[가-힣A-Za-z·]+){{0,4}}?의?)\s(?:공동\s?)?(?P<word>{_ROLE})(?:(?:로|으로)(?=[\s,])|(?=,\s)|(?=의?\s))"
)
"""What follows a name that a noun gives a role: 석 대사 주최로, 누리재단과 한빛대 공동 주최로, 누리재단 주최 세미나."""

_NOUNS = re.compile(
    rf"(?:{_ROLE})(?:로|으로)(?=[\s,])|{_ARRANGING}(?=,\s[^.,\n]{{2,40}}{_ARRANGING}(?:로|으로)\s)|{_ARRANGING}(?:의)?{_EVENT}"
)
"""The noun that gives a role, also the first of two (누리재단 주최, 한빛연구원 주관으로), and before an occasion."""


def parts(text: str, sentence: Sentence, entities: Entities, told: Sequence[Span]) -> Iterator[Part]:
    """Yield who has a role by what describes him, or by a noun with 로 behind him; `told` is what is said in the sentence."""
    telling = vocabulary.words("roles", "describing") | vocabulary.words("roles", "arranging")
    for predicate in sentence.predicates:
        if predicate.tag == "ETM" and predicate.stem in telling and not any(t.contains(predicate.span) for t in told):
            yield from _described(text, sentence, predicate, entities)
    yield from _by_cleft(text, sentence, entities)
    yield from _by_label(text, sentence, entities)
    yield from _being(text, sentence, entities)
    yield from _called(text, sentence, entities)
    yield from _visiting(text, sentence, entities)
    yield from _invited(text, sentence, entities)
    yield from _in_picture(text, sentence, entities)
    for match in _NOUNS.finditer(text, *sentence.span):
        at = match.start()
        if not any(t.start <= at < t.end for t in told):
            yield from _by_noun(text, sentence, at, entities)


_CLEFT = re.compile(r"(?<=[한은는린끈본던])\s(?:분|이|사람|분들|이들|사람들)(?:은|는)\s")
"""How a sentence goes on that names at its end who did something: 대화를 이끈 이는 X였다."""

_CLEFT_ENDS = re.compile(
    r"\)?(?:\s?\([^()]*\))?(?:\s[가-힣]+){0,5}(?:이?었|(?<!하)였|이다|입니)[가-힣]*[.]?$|^(?:\s[가-힣]+)?다[.]?$"
)


_LABELS: dict[str, Role] = {
    "사회자": "moderator", "진행자": "moderator", "좌장": "moderator", "강사": "speaker", "강연자": "speaker",
    "연사": "speaker", "발표자": "speaker", "발제자": "speaker", "토론자": "speaker", "패널": "speaker",
    "수석대표": "participant", "대표단장": "participant",
}  # fmt: skip
"""What somebody is at an occasion."""

_LABEL = re.compile(rf"(?P<word>{'|'.join(word for word, role in _LABELS.items() if role != 'participant')})(?:는|은)\s")
"""The subject of a sentence that names him who is that: 강사는 X였다."""


def _by_label(text: str, sentence: Sentence, entities: Entities) -> Iterator[Part]:
    """제4강의 강사는 X 참사관이었습니다: whom a sentence names as its lecturer or moderator."""
    match = _LABEL.search(text, *sentence.span)
    named = (
        [(s, who) for s, who in entities.within(Span(match.end(), sentence.span.end)) if isinstance(who, Person)]
        if match
        else []
    )
    if match and named and _CLEFT_ENDS.search(text[named[-1][0].end : sentence.span.end]):
        for span, who in named:
            yield Part(who, _LABELS[match["word"]], span, match["word"], span.end)


_BEING = re.compile(rf"(?<![가-힣])(?P<word>{'|'.join(_LABELS)})(?:인|이자|로\s나선|로\s참석한)(?=\s)")
"""What somebody is at an occasion, before his name: 발제자인 X 박사와 Y 소장."""


def _being(text: str, sentence: Sentence, entities: Entities) -> Iterator[Part]:
    """발제자인 X와 Y: those whom a word for a part of the programme describes, joined by particles."""
    for match in _BEING.finditer(text, *sentence.span):
        named = [(span, who) for span, who in entities.within(Span(match.end(), sentence.span.end)) if isinstance(who, Person)]
        chain = next(iter(actor_chains.chains(text, [*named])), [])
        first = chain[0][0] if chain else None
        if first and first.start - match.end() < described_people.OFFICE and described_people.reaches(text, match.end(), first):
            for span, who in chain:
                if isinstance(who, Person):
                    yield Part(who, _LABELS[match["word"]], span, match["word"], span.end)


_AS_LEADER = r"(?:을|를)\s(?:공동\s?)?(?P<word>좌장|사회자?|진행자|의장)(?:으로|로)(?=[\s,])"
_CALLED = re.compile(r"(?:[가-힣A-Za-z·()]+\s){0,4}?[가-힣]+" + _AS_LEADER)
_AT_ONCE = re.compile(_AS_LEADER)
"""What follows whom a clause makes its moderator: X 교수를 좌장으로."""


def _called(text: str, sentence: Sentence, entities: Entities) -> Iterator[Part]:
    """X 교수를 좌장으로 Y와 Z가 발표했다: he leads what the others do."""
    if not _LEADING.search(text, *sentence.span):
        return
    for span, who in entities.within(sentence.span):
        behind = text.startswith((" ", "을", "를"), span.end) and isinstance(who, Person)
        match = (
            _CALLED.match(text, span.end + text.startswith(" ", span.end)) or _AT_ONCE.match(text, span.end) if behind else None
        )
        if match is not None and isinstance(who, Person):
            yield Part(who, "moderator", span, match["word"], match.end())


_LEADING = re.compile(r"[을를]\s(?:공동\s?)?(?:좌장|사회|진행자|의장)")


def _by_cleft(text: str, sentence: Sentence, entities: Entities) -> Iterator[Part]:
    """개회사를 한 분은 X 이사장이었습니다: whom the end of the sentence names has the role that its beginning tells."""
    match = _CLEFT.search(text, *sentence.span)
    role = role_words.role_of(text[sentence.span.start : match.start()]) if match else None
    if match is None or role is None or role[0] in ("organizer", "host"):
        return
    named = [(s, who) for s, who in entities.within(Span(match.end(), sentence.span.end)) if isinstance(who, Person)]
    if named and _CLEFT_ENDS.search(text[named[-1][0].end : sentence.span.end]):
        for span, who in named:
            yield Part(who, role[0], span, role[1], span.end)


def _described(text: str, sentence: Sentence, predicate: Predicate, entities: Entities) -> Iterator[Part]:
    """좌장을 맡은 X 교수: the person whom the clause describes."""
    behind = Span(predicate.span.end, min(predicate.span.end + described_people.OFFICE, sentence.span.end))
    if predicate.stem in vocabulary.words("roles", "arranging"):
        yield from _arranging(text, sentence, predicate, entities.within(behind))
    first = described_people.person_in(entities, behind)
    if first is None or not described_people.reaches(text, predicate.span.end, first[0]):
        return
    start = max(
        [sentence.span.start, *(p.span.end for p in sentence.predicates if p.span.end <= predicate.span.start)],
    )
    clause = text[start : predicate.span.end]
    if re.search(r"[가-힣](?:이|가)\s", clause):  # X가 초청한 Y: what another does
        return
    if predicate.stem in vocabulary.words("roles", "travelling") and not any(p.tag == "EF" for p in sentence.predicates):
        return  # a caption: 대학을 방문한 X 대사(왼쪽)
    before = Span(start, predicate.span.start)
    role = role_words.as_what(text, before, predicate) or role_words.role_of(clause)
    if re.search(r"안내를\s맡", clause):
        yield Part(first[1], "host", first[0], "안내를 맡", first[0].end)
    elif role and role[0] not in ("organizer", "host"):
        yield Part(first[1], role[0], first[0], role[1], predicate.span.end)


_ARRANGED = re.compile(rf"(?:{'|'.join(vocabulary.table('gatherings', 'types'))})[’」]?[을를]\s(?:[가-힣]+\s)?$")
"""What stands before a verb of arranging whose object is an occasion: 포럼을 (공동으로) 주최한."""


def _arranging(text: str, sentence: Sentence, predicate: Predicate, behind: Sequence[tuple[Span, Entity]]) -> Iterator[Part]:
    """포럼을 준비한 누리재단: the body right behind the clause."""
    for span, who in behind[:1]:
        if not isinstance(who, Organization) or span.start - predicate.span.end != 1:
            continue
        if _ARRANGED.search(text, sentence.span.start, predicate.span.start):
            yield Part(who, "organizer", span, predicate.span.of(text), predicate.span.end)


_JOURNEY = "(?:방문|방한|방미|방중|방러|방일|방북|방몽|내한|순방)"
_VISIT = re.compile(
    r"(?:\s?\([^()]*\))?(?:\s[가-힣A-Za-z·]+){0,4}?(?<![회협논])의\s(?:[가-힣0-9]+\s){0,2}?"
    rf"(?P<word>(?:국빈|공식|실무)?\s?{_JOURNEY})"
    r"(?![가-힣]{0,3}(?:단|객|[을를]\s(?!계기|기념|맞|통해|통한|앞두|포함|마치|마친|수행|환영)))"
)
"""What follows somebody who visits: X 대통령의 국빈방문을 계기로; his visit as an object may only be asked for."""

_VISITS = re.compile(rf"의\s[^.\n]{{0,20}}?{_JOURNEY}")
"""What stands in every sentence in which somebody is followed by that."""


def _visiting(text: str, sentence: Sentence, entities: Entities) -> Iterator[Part]:
    """X 대통령의 국빈방문 계기 …: whose visit a sentence names is on it."""
    if not _VISITS.search(text, *sentence.span):
        return
    for span, who in entities.within(sentence.span):
        if isinstance(who, Person) and (match := _VISIT.match(text, span.end, sentence.span.end)):
            yield Part(who, "participant", span, match["word"], match.end())


_INVITED = re.compile(
    r"\)?(?:\s?\([^()]*\))?(?:\s[가-힣A-Za-z·]+){0,5}?[을를]\s(?:(?P<as>강사|연사|발제자|발표자|토론자|패널)로\s)?"
    r"(?:초청|초빙|섭외|모시|모셔|모셨)[가-힣]*"
    r"(?:(?<=[해여고서셔])\s(?:[^\s.]+\s){0,6}?"
    rf"[^\s.]{{0,6}}(?P<what>{vocabulary.either('roles', 'invited_to')})[을를이회\s])?"
)
"""What follows whom somebody invites to speak: X 교수를 초청해 특강을 들었다, X 교수를 강사로 모셨다."""

_INVITES = re.compile("초청|초빙|섭외|모시|모셔|모셨")


def _invited(text: str, sentence: Sentence, entities: Entities) -> Iterator[Part]:
    """X 교수를 초청해 특강을 열었다: he whom the others invite is the one who speaks."""
    if not _INVITES.search(text, *sentence.span):
        return
    for span, who in entities.within(sentence.span):
        match = _INVITED.match(text, span.end, sentence.span.end) if isinstance(who, Person) else None
        if match and isinstance(who, Person) and (match["as"] or match["what"]):
            yield Part(who, "speaker", span, match["as"] or match["what"], match.end())


_IN_ORDER = re.compile(
    r"(?:왼쪽|오른쪽|좌측|우측|왼편|오른편)(?:\s[가-힣]{1,3}\s?번째)?(?:부터|에서|에서부터)(?:\s시계\s?방향으로)?\)?[\s:,]"
)
"""How a caption begins to name those whom a picture shows: 앞줄 왼쪽부터 X, Y, Z."""

PICTURED = "왼쪽부터"
"""What is kept as the words by which a caption tells that somebody is there."""

_MORE = 60
"""Code points between two of them, at most: a body and an office."""


def _in_picture(text: str, sentence: Sentence, entities: Entities) -> Iterator[Part]:
    """Yield those whom a caption names in the order in which they stand: they are there."""
    order = _IN_ORDER.search(text, *sentence.span)
    if order is None:
        return
    end = order.end()
    for span, who in entities.within(Span(end, sentence.span.end)):
        if span.start - end > _MORE:
            return
        if isinstance(who, Person):
            yield Part(who, "participant", span, PICTURED, span.end)
            end = span.end


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
        if isinstance(who, Person) and text[at + 2] not in "로으,":
            return  # 석 대사 주최 오찬: he is its host
        if isinstance(who, Who) and (isinstance(who, Person) or role in ("organizer", "host")):
            yield Part(who, role, span, text[at : at + 2], at + 3)
        end = span.start
