"""Meetings and visits that a Korean sentence tells by its verb alone: X는 Y를 만났다, X와 Y가 마주 앉았다."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from onrecord.extract.ko.gatherings.occasions import Mention
from onrecord.extract.ko.names import bodies
from onrecord.languages.first_letters import hastened
from onrecord.languages.ko import joined_countries, names, vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.model import Span

MET = "만나"
"""What heads a meeting that a verb tells."""
_FOUND = "찾"
"""What heads a visit that a verb tells."""

_WITH = ("과", "와")
_OBJECT = ("을", "를")
_SUBJECT = ("은", "는", "이", "가", "께서", "께서는")

_NEXT = 1
"""Code points of the blank between two runs that stand side by side."""

_TO_MEET_AGAIN = re.compile(r"\s(?:[가-힣]+\s)?(?P<name>(?:만나|마주 앉)기로)")
"""How two sides agree to meet: 오는 24일 로마에서 (다시) 만나기로 했다."""

_BETWEEN = re.compile(
    r"(?:\s(?:[^\s.,“”‘’]{0,12}(?:에서|에|로|일|시|날|[가-힣](?:게|이|히)|[가-힣]중|다시|먼저|따로|함께|잠시|처음|직접))){0,4}\s"
)
"""Words of day, place and manner between a person and the verb of meeting him: 지난 4일 바쿠에서 따로."""


@cache
def _verbs() -> re.Pattern[str]:
    """A verb of meeting with the noun that it needs: 만나, 얼굴을 맞대."""
    listed = vocabulary.load("gatherings")["meeting_verbs"].split()
    return hastened(rf"(?:{'|'.join(word.replace('_', r'\s?') for word in sorted(listed, key=len, reverse=True))})")


@cache
def _visits(key: str) -> re.Pattern[str]:
    """What follows the place that somebody visits, or at which he arrives, by a verb."""
    return re.compile(rf"\s(?:(?:다시|처음|직접|함께|차례로)\s)?(?P<verb>{vocabulary.either('gatherings', key)})")


def find(runs: list[Run], text: str, people: list[Span]) -> list[Mention]:
    """Return the meetings and visits that verbs tell, in text order; `people` are where persons are named."""
    found = [*_meetings(runs, text, people), *_visited(runs, text, people)]
    return sorted(found, key=lambda mention: mention.name)


def _meetings(runs: list[Run], text: str, people: list[Span]) -> Iterator[Mention]:
    starts = [run.span.start for run in runs]
    for verb in _verbs().finditer(text):
        at = bisect_left(starts, verb.start())
        near = runs[max(0, at - _RUNS) : at]
        before = [run for run in near if run.host is None and run.sentence.span.contains(Span(*verb.span()))]
        told = _object(before, text, verb, people) or _subjects(before, verb, people)
        if told is not None:
            yield told
    for run in runs:
        agreed = _TO_MEET_AGAIN.match(text, run.after) if run.particle.startswith("에서") else None
        if agreed:
            yield Mention(run, run.sentence, "meeting", MET, Span(*agreed.span("name")), anaphoric=True)


_RUNS = 8
"""Runs of nouns before a verb that are looked at."""


def _object(before: list[Run], text: str, verb: re.Match[str], people: list[Span]) -> Mention | None:
    """X는 (바쿠에서) Y와 만났다: whom somebody meets."""
    for run in reversed(before):
        met = run.particle.startswith((*_WITH, *_OBJECT))
        if not _BETWEEN.fullmatch(text, run.after, verb.start()):
            return None
        whom = _person_in(run, people) if met else None
        if whom is not None:
            return Mention(run, run.sentence, "meeting", MET, Span(whom.start, verb.end()), anaphoric=True)
    return None


def _subjects(before: list[Run], verb: re.Match[str], people: list[Span]) -> Mention | None:
    """X와 Y는 바쿠에서 만났다: two who are the subject."""
    if verb[0].startswith(vocabulary.longest_first("gatherings", "meeting_objects")):
        return None
    noun = verb[0].startswith("만남")
    subject = ("의",) if noun else _SUBJECT
    for run in before:
        if _is_pair(run) and run.particle in subject and not _predicates_between(run, verb.start()):
            return Mention(run, run.sentence, "meeting", MET, Span(*verb.span()), anaphoric=True)
    for first, second in pairwise(before):
        joined = first.particle in _WITH and second.span.start - first.after <= _NEXT
        if not joined or second.particle not in subject or _predicates_between(second, verb.start()):
            continue
        if _person_in(first, people) and _person_in(second, people):
            return Mention(second, second.sentence, "meeting", MET, Span(*verb.span()), anaphoric=True)
    return None


def _is_pair(run: Run) -> bool:
    """Tell whether a run names two by the office that both have: 양국 장관, 한·몽골 외교장관."""
    if run.words[-1].lexeme.title_head is None:
        return False
    return run.words[0].text in ("양", "두", "양국") or any(
        joined_countries.are_joined(word.text) or bodies.joined_countries(word.text) for word in run.words[:-1]
    )


def _predicates_between(run: Run, at: int) -> bool:
    """Tell whether another verb stands between a subject and the place of a verb."""
    return any(run.after <= p.span.start and p.span.end <= at for p in run.sentence.predicates)


def _person_in(run: Run, people: list[Span]) -> Span | None:
    at = bisect_left(people, Span(run.span.start, 0))
    return people[at] if at < len(people) and run.span.contains(people[at]) else None


def _visited(runs: list[Run], text: str, people: list[Span]) -> Iterator[Mention]:
    """X는 4일 세메이를 찾았다: a place or a house to which somebody goes who is named."""
    for run in runs:
        key = "visiting_verbs" if run.particle in _OBJECT else "arriving_verbs" if run.particle == "에" else None
        verb = _visits(key).match(text, run.after) if key else None
        if verb is None or not (_can_be_visited(run) if run.particle != "에" else names.is_place(run.words[-1].text)):
            continue
        at = bisect_left(people, Span(run.sentence.span.start, 0))
        if at < len(people) and people[at].start < run.sentence.span.end:
            name = Span(run.words[-1].span.start, verb.end("verb"))
            yield Mention(run, run.sentence, "visit", _FOUND, name, anaphoric=True, weak=True)


def _can_be_visited(run: Run) -> bool:
    """Tell whether a run names a place, a house or a body: 세메이, 국립핵센터, 옛 핵실험장."""
    last = run.words[-1]
    if names.is_place(last.text) or names.is_region(last.text) or last.lexeme.is_body or last.lexeme.is_generic_body:
        return True
    venue = vocabulary.ending("gatherings", "venues", last.text)
    return venue is not None and len(venue) < len(last.text)  # 통일전망대, no 행사장
