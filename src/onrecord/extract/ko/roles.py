"""Who did what at a gathering: lists of actors before a phrase that tells a role."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.entities import Entities
from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.parse import Sentence
from onrecord.languages.ko.predicates import Predicate, predicates
from onrecord.model import Entity, Span, Who
from onrecord.model.facts import Role

_ORDER: tuple[Role, ...] = ("moderator", "opening", "organizer", "speaker", "signatory", "host", "participant")
_JOINING = ("과", "와", ",", "및", "·", "△", "과 ", "그리고", "이", "하고")


_DATELINE = re.compile(r"\([^()=]{1,20}=[^()]{1,20}\)[^=\n]{0,30}=\s?")
"""Who reports: (서울=누리뉴스) 채은별 기자 =. They take no part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody with a role in one clause; `start` is where his words stand."""

    who: Who
    role: Role
    span: Span
    printed: str


def parts(text: str, sentence: Sentence, entities: Entities) -> list[Part]:
    """Return who did what in a sentence, in the order of the text."""
    found: list[Part] = []
    line = _DATELINE.match(text, *sentence.span)
    boundary = line.end() if line else sentence.span.start
    for predicate in predicates(sentence.morphemes):
        if _inside_quotes(text, sentence.span.start, predicate.span.start):
            continue
        found += _clause(text, Span(boundary, predicate.span.end), predicate, entities)
        if predicate.tag in ("EF", "EC") or predicate.stem in ("맡", "주최하", "주관하", "꾸리"):
            boundary = predicate.span.end
    return found


def _inside_quotes(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


def _clause(text: str, clause: Span, predicate: Predicate, entities: Entities) -> list[Part]:
    actors = [(s, e) for s, e in entities.within(clause) if s.start >= clause.start and s.end <= predicate.span.start]
    if not actors:
        return []
    found: list[Part] = []
    for chain in _chains(text, actors):
        end = min(chain[-1][0].end, predicate.span.start)
        phrase = text[end : predicate.span.end]
        role, printed = _role(text, clause, phrase, predicate)
        particle = _particle(text, chain[-1][0].end)
        if role is None or not _fits(role, particle, phrase):
            continue
        for span, who in chain:
            if isinstance(who, Who):
                found.append(Part(who, role, span, printed))
    return found


def _chains(text: str, actors: list[tuple[Span, Entity]]) -> list[list[tuple[Span, Entity]]]:
    """Join actors between whom only a body, an office and a joining word stand."""
    chains: list[list[tuple[Span, Entity]]] = []
    for span, who in actors:
        gap = text[chains[-1][-1][0].end : span.start] if chains else ""
        if chains and _joins(gap) and type(who) is type(chains[-1][-1][1]):
            chains[-1].append((span, who))
        else:
            chains.append([(span, who)])
    return chains


def _joins(gap: str) -> bool:
    """Tell whether the words between two names end their first phrase with a joining word, and hold no other particle."""
    if len(gap) > 60 or "다." in gap:
        return False
    words = gap.replace("(", " (").split()
    if not words:
        return False
    joined = [
        k
        for k, word in enumerate(words)
        if word.rstrip().endswith((",", "과", "와")) or word in ("및", "그리고") or "△" in word
    ]
    if not joined and "△" not in gap:
        return False
    return not any(
        word.endswith(("은", "는", "이", "가", "을", "를", "에서", "에게"))
        for word in words
        if len(word) > 1 and word[:-1] in gap and names.title_head(word[:-1])
    )


def _particle(text: str, at: int) -> str:
    """Return the particle behind the noun phrase that holds the name ending at `at`: past its body and office."""
    words = text[at : at + 60].split(" ")
    for word in words[:6]:
        bare = word.rstrip(".,")
        for particle in (
            "에서는",
            "에게는",
            "께서",
            "에서",
            "에게",
            "으로",
            "은",
            "는",
            "이",
            "가",
            "을",
            "를",
            "과",
            "와",
            "의",
            "도",
            "로",
        ):
            if bare == particle or (bare.endswith(particle) and (names.title_head(bare[: -len(particle)]) or word is words[0])):
                return particle
    return ""


def _role(text: str, clause: Span, phrase: str, predicate: Predicate) -> tuple[Role | None, str]:
    squeezed = phrase.replace(" ", "")
    before = text[clause.start : clause.end].replace(" ", "")
    for role in _ORDER:
        for word in sorted(vocabulary.words("roles", role), key=lambda w: (-len(w), w)):
            if word in squeezed:
                return role, word
    for role in _ORDER[:2] + _ORDER[3:4]:
        for word in sorted(vocabulary.words("roles", role), key=lambda w: (-len(w), w)):
            if before.startswith(word) and predicate.stem in ("맡", "하", "보"):
                return role, word
    return None, ""


def _fits(role: Role, particle: str, phrase: str) -> bool:
    if particle in ("에게", "을", "를") and role not in ("participant",):
        return False
    if particle == "의":
        return role in ("organizer", "host") and ("후원" in phrase or "주최" in phrase or "안내" in phrase)
    return True
