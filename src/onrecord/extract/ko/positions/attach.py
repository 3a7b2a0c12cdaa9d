"""Offices that Korean text ascribes to persons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.ko.names.titled import Titled
from onrecord.extract.ko.positions import appointment_lists, careers
from onrecord.languages import abbreviations
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.parse import Reading
from onrecord.model import Document, Organization, Person, Position, Span

LONGEST = 60
"""Code points before a person within which his body's name begins."""


def find(document: Document, reading: Reading, entities: Entities, read: Nominals) -> tuple[Position, ...]:
    """Return the positions, each office of a person once, in text order."""
    text = document.text
    found: dict[tuple[str, str], Position] = {}
    listed = [position for titled in read.titled for position in _positions(text, entities, titled)]
    for titled, person, status in careers.held(text, reading, entities, read.titled, read.of_sentence):
        listed.append(replace(_position(text, entities, titled, person, "career"), status=status))
    for position in listed:
        known = found.get((position.person.id, _key(position.title)))
        if known is None or (known.organization is None and position.organization is not None):
            found[position.person.id, _key(position.title)] = position
    return tuple(sorted(_without_shorter(found.values(), read.titled), key=lambda p: p.span))


def _key(title: str) -> str:
    return title.replace(" ", "")


def _without_shorter(positions: Iterable[Position], titled: Iterable[Titled]) -> list[Position]:
    """Drop 위원 where 선임연구위원 of the same person stands: the short form of address is not another office.

    A seat in parliament is one beside any other (모임의 대표의원인 구름찬 의원).
    """
    kept: list[Position] = []
    listed = list(positions)
    addressed = {one.title for one in titled if one.surname_only or (one.foreign and one.name and len(one.run.words) < 4)}
    for position in listed:
        if _is_short_of_ministry(position, listed, addressed):
            continue
        if position.title == "의원" and position.title_span not in addressed:
            kept.append(position)
            continue
        longer = any(
            other is not position
            and other.person.id == position.person.id
            and len(_key(other.title)) > len(_key(position.title))
            and _key(other.title).endswith(_key(position.title))
            and not (position.title == "원장" and other.title.endswith("위원장"))
            and not _is_short_of_ministry(other, listed, addressed)
            for other in listed
        )
        if not longer:
            kept.append(position)
    return kept


def _is_short_of_ministry(position: Position, listed: list[Position], addressed: set[Span | None]) -> bool:
    """Tell whether an office behind a surname joins the ministry and the office that are told elsewhere: 윤 외교장관."""
    title = _key(position.title)
    return position.title_span in addressed and any(
        other.person.id == position.person.id
        and other.organization is not None
        and title.endswith(_key(other.title))
        and len(ministry := title.removesuffix(_key(other.title))) > 1
        and other.organization.name.split(" ")[-1].startswith(ministry)
        for other in listed
    )


def _positions(text: str, entities: Entities, titled: Titled) -> list[Position]:
    if titled.title is None:
        return []
    person = _person(entities, titled.name) if titled.name else None
    rule = titled.rule
    if titled.name is None:
        person, rule = _bracketed(entities, titled)
    if person is None:
        return []
    return [_position(text, entities, titled, person, rule)]


def _bracketed(entities: Entities, titled: Titled) -> tuple[Person | None, str]:
    """함서목 해담대학교 석좌교수(전 주카자흐스탄 대사): the office in brackets is his who stands before them."""
    host = titled.run.host
    if host is None:
        return None, ""
    before = [
        s for s, e in entities.mentions if isinstance(e, Person) and s.end <= host.span.end and host.span.end - s.end < 40
    ]
    return (_person(entities, before[-1]), "bracketed-office") if before else (None, "")


def _person(entities: Entities, span: Span) -> Person | None:
    return next((e for s, e in entities.within(span) if isinstance(e, Person) and s == span), None)


def _position(text: str, entities: Entities, titled: Titled, person: Person, rule: str) -> Position:
    title = titled.title or titled.run.span
    spans = [s for s in (titled.name, title, titled.body) if s]
    return Position(
        person,
        title.of(text),
        title,
        Span(min(s.start for s in spans), max(s.end for s in spans)),
        organization=_organization(entities, titled)
        or _beside(text, entities, titled)
        or _of_kind(text, entities, titled)
        or (appointment_lists.body(text, entities, spans[0].start) if titled.body is None else None),
        country=_country(text, titled),
        status="former" if titled.status == "former" else "current",
        rule=rule,
    )


def _organization(entities: Entities, titled: Titled) -> Organization | None:
    """The body inside the words between name and title; for an office in brackets behind a body, that body."""
    if titled.body:
        inside = [e for s, e in entities.within(titled.body) if isinstance(e, Organization)]
        if inside:
            return inside[-1]
    host = titled.run.host
    if host and titled.name:
        return next((e for s, e in entities.within(host.span) if isinstance(e, Organization)), None)
    return None


_OF = re.compile(rf"[’”」]?의\s(?:(?:{abbreviations.either('before_names')})\.\s?)?")
_VISITED = re.compile(r"[을를]\s(?:방문|찾)[가-힣]{1,4},?\s")


_DATELINE = re.compile(r"\)\s?(?:[가-힣]{2,4}[·ㆍ,]\s?)*")
"""What stands between an agency and its reporter in a dateline: (알마티=새벽뉴스) 채가람·도은별 특파원."""


def _beside(text: str, entities: Entities, titled: Titled) -> Organization | None:
    """The body right before a person: 연구소의 무랏 주마타예프 소장; the one that he heads who is met there."""
    if titled.body or titled.name is None or titled.title is None or titled.run.host is not None:
        return None
    start = (
        titled.name.start
        if titled.title.of(text) in vocabulary.words("titles", "reporters")
        else titled.run.words[0].span.start
    )
    before = [(s, e) for s, e in entities.within(Span(max(0, start - LONGEST), start)) if isinstance(e, Organization)]
    if (
        before
        and titled.title.of(text) in vocabulary.words("titles", "reporters")
        and _DATELINE.fullmatch(text, before[-1][0].end, start)
    ):
        return before[-1][1]
    if not before or titled.run.words[0].span.start != titled.name.start:
        return None
    span, body = before[-1]
    gap = text[span.end : start]
    met = titled.title.of(text) in vocabulary.words("titles", "heads_of_bodies") and _VISITED.fullmatch(gap)
    return body if met or _OF.fullmatch(gap) else None


@cache
def _kind_of() -> re.Pattern[str]:
    """A kind of body and 의 right before somebody: 재단의 X 이사."""
    kinds = "|".join(word for word in vocabulary.longest_first("organizations", "generic") if len(word) > 1)
    return re.compile(rf"(?<![가-힣])(?<![가-힣] )({kinds})의\s$")


def _of_kind(text: str, entities: Entities, titled: Titled) -> Organization | None:
    """Return the body of a kind that was named last before somebody of 재단 or 연구원: 재단의 X 이사."""
    if titled.body or titled.name is None or titled.run.host is not None:
        return None
    start = titled.run.words[0].span.start
    kind = _kind_of().search(text, max(0, start - LONGEST), start) if text.startswith("의 ", max(0, start - 2)) else None
    if kind is None:
        return None
    bodies = [body for body in entities.organizations if body.name.endswith(kind[1])]
    before = [(m, body) for body in bodies for m in body.mentions if m.end <= kind.start()]
    return max(before, key=lambda one: one[0])[1] if before else None


def _country(text: str, titled: Titled) -> str | None:
    if titled.country:
        return titled.country
    words = titled.body.of(text).split() if titled.body else []
    return next((word for word in words if word in vocabulary.words("countries", "names")), None)
