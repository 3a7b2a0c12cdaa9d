"""One position an office: short mentions complete full ones, and what says "former" wins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.extract.en.positions.chains import Held
from onrecord.languages.en import titles
from onrecord.model import Organization, PartialDate, Person, Position, Span


@dataclass(slots=True)
class _Draft:
    position: Position
    words: frozenset[str]
    head: str


def merge(held: list[Held], text: str, dead: frozenset[str]) -> tuple[Position, ...]:
    """Return the positions in text order, each office of a person once.

    Args:
        held: titles given to mentions by all rules.
        text: the document's text.
        dead: ids of persons of whom the text says that they died; all their offices are former.
    """
    drafts: list[_Draft] = []
    for draft in sorted((_draft(one, text) for one in held), key=lambda draft: draft.position.title_span):
        if draft.position.person.id in dead:
            draft.position = replace(draft.position, status="former")
        home = next((other for other in drafts if _same(other, draft)), None)
        if home is None:
            drafts.append(draft)
        else:
            _complete(home, draft)
    return tuple(draft.position for draft in sorted(drafts, key=lambda draft: draft.position.span))


def _draft(one: Held, text: str) -> _Draft:
    scene, phrase = one.scene, one.phrase
    words = scene.words
    title = Span(words[phrase.first].start + phrase.cut, words[phrase.last].end)
    head = " ".join(word.lower for word in words[phrase.head : phrase.head_last + 1])
    head = head[phrase.cut :] if phrase.head == phrase.first else head
    if phrase.plural and phrase.last == phrase.head_last:
        title = Span(title.start, _singular_end(text, title))
    person = one.mention
    edges = [words[phrase.outer].start, words[phrase.end].end]
    if scene.persons.get(person.first) is person:  # "She led the centre": the name stands on another line
        edges += [words[person.first].start, words[person.last].end]
    former = (
        phrase.former or one.status == "former" or re.match(r"first president\b", title.of(text), re.IGNORECASE) is not None
    )
    entity = person.entity
    if not isinstance(entity, Person):
        raise TypeError("a position is held by a person")
    position = Position(
        person=entity,
        title=title.of(text),
        title_span=title,
        span=Span(min(edges), max(edges)),
        organization=phrase.organization,
        country=phrase.country,
        status="former" if former else "current",
        qualifier=phrase.qualifier,
        since=_year(one, phrase.since),
        until=_year(one, phrase.until),
        rule=one.rule,
    )
    return _Draft(position, frozenset(re.findall(r"\w+", title.of(text).lower())), head)


def _singular_end(text: str, title: Span) -> int:
    words = title.of(text).lower()
    if words.endswith("s") and titles.head_kind(words.split()[-1][:-1]):
        return title.end - 1
    return title.end


def _year(one: Held, at: int | None) -> PartialDate | None:
    return PartialDate(one.scene.words[at].text) if at is not None else None


def _same(a: _Draft, b: _Draft) -> bool:
    if a.position.person is not b.position.person:
        return False
    x, y = a.position, b.position
    if x.organization and y.organization and x.organization is not y.organization and a.words == b.words:
        return False
    if a.words == b.words:
        return True
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    return short.words < long.words and set(re.findall(r"\w+", short.head)) <= long.words


def _complete(home: _Draft, other: _Draft) -> None:
    a, b = home.position, other.position
    best = a if len(home.words) >= len(other.words) else b
    if best is b:
        home.words, home.head = other.words, other.head
    organization: Organization | None = a.organization or b.organization
    home.position = replace(
        best,
        organization=best.organization or organization,
        country=best.country or a.country or b.country,
        status="former" if "former" in (a.status, b.status) else "current",
        qualifier=a.qualifier or b.qualifier,
        since=a.since or b.since,
        until=a.until or b.until,
    )
