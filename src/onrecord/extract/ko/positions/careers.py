"""Offices that a clause tells of somebody: 차석대사를 지냈다, 문정관으로 일했고, 회장으로 선출됐다, 단장은 …이 맡았다.

The office stands alone in its phrase; who holds it is the person behind an attributive verb (통역을 맡은 X), the one whom the
clause calls (X을 단장으로), else its topic or subject, else whom the sentence before was about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from onrecord.extract.entities import Entities
from onrecord.extract.ko import gapped_clauses, role_words
from onrecord.extract.ko.names.titled import Titled
from onrecord.extract.ko.speakers import Speakers
from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Organization, Person, Span

Status = Literal["current", "former"]

_OBJECT = ("을", "를", "도", "직을", "까지")
_AS = ("로", "으로", "에", "직에", "에는", "로는", "으로는")
_TOPIC = ("은", "는", "에는", "로는", "으로는")
"""Particles of an office whose holder stands behind it: 단장은 X가 맡았다, 사무총장에는 X가 임명됐다."""

_BEHIND = 30
"""Code points behind an attributive verb within which the person stands of whom it tells."""

_ORIGIN = re.compile(r"\s?출신(?:의|인|이자)?\s")
"""Whoever comes from an office held it: 외교관 출신인 X."""

_COPULA = re.compile(r"(?P<past>이?던|이?었던|였던)?(?:인|이자|이며|이기도 한)?\s(?:고\s?\(故\)\s?|고\s|故\s?)?")

_ALSO = re.compile(r"(?:[가-힣A-Za-z]+\s){0,3}?[가-힣]+(?:이기도\s한|인)\s")
"""One more office of him who is named behind it: (이사장이자) 시인인 X."""

_SESSION = re.compile(r"제?\d+\s?(?:회의|세션|분과|부|분과회의)\s?(?:의\s)?(?:공동\s?)?(?:의장|좌장|사회|진행)")
"""Who leads a part of a programme."""

_IS = re.compile(r"(?:이?다|입니다|이었다|였다|이?셨다|이?셨습니다|이었습니다|였습니다)[.]")
_LIFE = re.compile(r"[\s·•○\-*]*(?:19|20)\d\d(?:[.년]\s?\d{0,2}월?)?\s?(?:[~∼–-]|부터)?\s?(?:(?:19|20)\d\d)?")
"""A line of somebody's life: · 1998~2004 누리대 전임강사."""
_SINCE = re.compile(r"[\s·•○\-*]*(?:19|20)\d\d(?:[.년]\s?\d{0,2}월?)?\s?(?:[~∼–-]\s?(?:현재)?|부터)\s(?!\d)")


def held(
    text: str, reading: Reading, entities: Entities, titled: list[Titled], runs: list[list[Run]]
) -> Iterator[tuple[Titled, Person, Status]]:
    """Yield the offices that stand alone, with whose they are and the status that their verb gives them."""
    alone: dict[int, list[Titled]] = {}
    for one in titled:
        if one.name is None and one.title is not None and one.run.host is None:
            alone.setdefault(one.run.sentence.i, []).append(one)
    if not alone:
        return
    teller = Speakers(text, entities)
    last: Person | None = None
    for sentence in reading.sentences[: max(alone) + 1]:
        told = sentence.predicates if sentence.i in alone else []
        for one in alone.get(sentence.i, ()):
            found = _held(text, entities, teller, one, sentence, told, runs[sentence.i], last)
            if found:
                yield found
                yield from ((found[0], other, found[2]) for other in _joined(entities, one, found[1], runs[sentence.i]))
        if last is None:
            named = [e for _, e in entities.within(sentence.span) if isinstance(e, Person)]
            last = named[-1] if named else None
        topics = [s.who for s in teller.in_runs(runs[sentence.i], last) if isinstance(s.who, Person)]
        last = topics[0] if topics else last


def _held(
    text: str,
    entities: Entities,
    teller: Speakers,
    one: Titled,
    sentence: Sentence,
    told: list[Predicate],
    runs: list[Run],
    last: Person | None,
) -> tuple[Titled, Person, Status] | None:
    given: Status = "former" if one.status == "former" else "current"
    if last and _is_line_of_life(text, one, sentence):
        return one, last, "current" if _SINCE.match(text, sentence.span.start) else "former"
    if one.run.copula:
        return _equated(text, entities, teller, one, [r for r in runs if r.after <= one.run.span.start], last)
    verb = next((p for p in told if p.span.start >= one.run.after), None)
    called = _called(text, entities, one) or (_given_to(text, entities, one.run, verb) if verb else None)
    if called:
        return one, called, given
    if _SESSION.match(text, one.run.span.start) or (one.title and one.title.of(text) in vocabulary.words("roles", "opening")):
        return None  # 환영사를 맡은, 제2회의 의장은 X가 맡았다: no office
    if verb is None or not _tells(one.run, verb, text):
        return None
    shared = gapped_clauses.end_of_clause(text, one.run.after, verb.span.start) if one.run.particle in _TOPIC else 0
    if shared:
        person = _sharing(text, entities, one, Span(one.run.after, shared))
    else:
        person = _holder(entities, teller, one, verb, runs) or (last if one.run.particle not in _TOPIC else None)
    return (_with_place_of_work(entities, one, runs), person, _status(verb, text)) if person else None


_WHO = re.compile(r"\)?(?:\s?\([^()]*\))?(?:\s[^\s,.]+){0,4}?(?:이|가|을|를)\s")


def _given_to(text: str, entities: Entities, office: Run, verb: Predicate) -> Person | None:
    """이사장에 X 교수가 선임됐다, 새 대사로 X 차관을 임명했다: who stands between an office and the verb that gives it."""
    if office.particle not in _AS or verb.stem not in vocabulary.words("titles", "called"):
        return None
    inside = [(s, e) for s, e in entities.within(Span(office.after, verb.span.start)) if isinstance(e, Person)]
    if not inside or inside[0][0].start - office.after > _BEHIND or not _WHO.match(text, inside[0][0].end, verb.span.start):
        return None
    return inside[0][1]


def _sharing(text: str, entities: Entities, one: Titled, clause: Span) -> Person | None:
    """Return who has an office in a clause that shares its verb (대표는 X가, 총장은 Y가 맡는다), not who leads a session."""
    if one.title is not None and role_words.labels().get(one.title.of(text)) == "moderator":
        return None
    return next((who for _, who in entities.within(clause) if isinstance(who, Person)), None)


def _is_line_of_life(text: str, one: Titled, sentence: Sentence) -> bool:
    """Tell whether a line is years and an office; 수상 there is a prize."""
    whole = one.run.after >= sentence.span.end and not one.run.words[-1].text.endswith("수상")
    return whole and _LIFE.match(text, *sentence.span) is not None


def _equated(
    text: str, entities: Entities, teller: Speakers, one: Titled, before: list[Run], last: Person | None
) -> tuple[Titled, Person, Status] | None:
    """X는 의사다; 전 하원의원인 X; 당시 장관이던 X."""
    given: Status = "former" if one.status == "former" else "current"
    end = one.run.words[-1].span.end
    if _IS.match(text, end):
        subject = [s.who for s in teller.in_runs(before, last)]
        return (one, subject[0], given) if len(subject) == 1 and isinstance(subject[0], Person) else None
    copula = _COPULA.match(text, end)
    origin = _ORIGIN.match(text, one.title.end) if one.title else None
    if origin:
        came = _person_at(entities, origin.end())
        return (one, came, "former") if came else None
    also = _ALSO.match(text, copula.end()) if copula else None
    person = (_person_at(entities, copula.end()) or (_person_at(entities, also.end()) if also else None)) if copula else None
    return (one, person, "former" if copula and copula["past"] else given) if person else None


_FOR_YEARS = re.compile(
    r"^(?:(?:약|총|모두)\s)?[\d가-힣]{1,4}\s?여?\s?(?:년|개월|해|달)(?:간|을|를|\s?동안|\s?가까이|\s?넘게)?(?=\s|$)"
)
"""How long somebody has worked, between an office and its verb: 의사로 30년을 일했다."""


def _tells(run: Run, verb: Predicate, text: str) -> bool:
    """Tell whether the verb right behind an office says that somebody has it."""
    behind = text[run.after : verb.span.start].strip()
    if run.particle in ("과", "와") and behind[-1:] in ("을", "를") and names.title_head(behind[:-1]):
        return verb.stem in vocabulary.words("titles", "held")  # 국장과 대사를 지낸
    if not run.particle and behind[:1] in ("", ",", "·") and behind[-2:-1] and behind[-1] in "을를":
        listed = [part.removesuffix("등").split() for part in re.split("[,·]|및", behind[:-1].strip()) if part.strip()]
        return verb.stem in vocabulary.words("titles", "held") and all(
            part and names.title_head(part[-1]) is not None for part in listed
        )  # 공사참사관, 중앙아시아과장, 차석대사 등을 역임했다
    behind = _FOR_YEARS.sub("", behind)
    if len(behind) > 3 and run.particle not in _TOPIC:
        return False
    if run.particle in (*_OBJECT, "은", "는"):
        return verb.stem in vocabulary.words("titles", "held") and (run.particle in _OBJECT or verb.stem == "맡")
    if run.particle in _TOPIC and verb.tag == "ETM":
        return False  # 행사장에는 지난달 부임한 X도 왔다
    return run.particle in _AS and any(verb.stem in vocabulary.words("titles", key) for key in ("worked", "called"))


def _holder(entities: Entities, teller: Speakers, one: Titled, verb: Predicate, runs: list[Run]) -> Person | None:
    if verb.tag == "ETM":
        behind = [e for s, e in entities.within(Span(verb.span.end, verb.span.end + _BEHIND)) if s.start >= verb.span.end]
        if behind and isinstance(behind[0], Person):
            return behind[0]
    if one.run.particle in _TOPIC:
        between = [r for r in runs if one.run.after <= r.span.start < verb.span.start and r.particle in ("이", "가")]
        inside = [e for r in between for _, e in entities.within(r.span) if isinstance(e, Person)]
        return inside[-1] if inside else None
    before = [s.who for s in teller.in_runs([r for r in runs if r.after <= one.run.span.start], None)]
    people = [who for who in before if isinstance(who, Person)]
    return people[-1] if people else None


_GIVEN = re.compile(r"\s(?:(?:새로|다시|공식)\s)?(?:선출|선임|임명|위촉|추대|내정|지명|발탁)")
"""What follows an office that is given: X를 회장에 선출했다."""


def _called(text: str, entities: Entities, one: Titled) -> Person | None:
    """석다훈 부원장을 단장으로: the object right before the office."""
    start = one.run.span.start
    given = one.run.particle in ("로", "으로") or (one.run.particle == "에" and _GIVEN.match(text, one.run.after))
    if not given or text[start - 2 : start] not in ("을 ", "를 "):
        return None
    before = [(s, e) for s, e in entities.within(Span(max(0, start - _BEHIND), start)) if isinstance(e, Person)]
    return before[-1][1] if before and "," not in text[before[-1][0].end : start] else None


def _joined(entities: Entities, one: Titled, person: Person, runs: list[Run]) -> Iterator[Person]:
    """Yield those whom 와 joins to the holder of an office that stands before them: 공동대표는 X 변호사와 Y 교수가 맡는다."""
    if one.run.particle not in _TOPIC:
        return
    behind = [run for run in runs if run.span.start >= one.run.after]
    at = next((k for k, run in enumerate(behind) if any(e is person for _, e in entities.within(run.span))), 0)
    while at and behind[at - 1].particle in ("과", "와"):
        at -= 1
        yield from (e for _, e in entities.within(behind[at].span) if isinstance(e, Person))


def _person_at(entities: Entities, at: int) -> Person | None:
    return next((e for s, e in entities.within(Span(at, at + 1)) if s.start == at and isinstance(e, Person)), None)


def _with_place_of_work(entities: Entities, one: Titled, runs: list[Run]) -> Titled:
    """Take the body of the phrase before: 주한 카자흐스탄 대사관에서 문정관으로."""
    before = [r for r in runs if r.after <= one.run.span.start and one.run.span.start - r.after < 3]
    if one.body is None and before and before[-1].particle in ("에서", "의"):
        span = before[-1].span
        if any(isinstance(e, Organization) and s.end == span.end for s, e in entities.within(span)):
            return replace(one, body=span)
    return one


def _status(verb: Predicate, text: str) -> Status:
    """What has been held or done is over, unless it goes on (맡고 있다) or has just been given (선출됐다)."""
    words = verb.span.of(text)
    if verb.stem in vocabulary.words("titles", "called") or verb.stem == "맡" or "있" in words:
        return "current"
    return "former"
