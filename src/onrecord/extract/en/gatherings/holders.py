"""Who is behind an event by other words than a verb of organizing: "a joint undertaking of A", "for which B gave a grant"."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.roll import Roll, bodies
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import role_words
from onrecord.languages.openings import beginning_at
from onrecord.languages.reading import Token
from onrecord.model import Organization, Span

_GRANT = re.compile(
    r"(?:for\s+which|to\s+which)\s+(?P<who>[^,.;:]{3,90}?)\s+(?:has\s+|had\s+)?(?:provided|gave|given|supplied|contributed|put\s+up|donated|allocated)\s+"
    r"(?:a\s+|the\s+|its\s+)?(?:\w+\s+){0,2}?(?:grants?|funding|funds|money|support|sponsorship|subsidy)\b"
)


def by_apposition(sides: Sides, mention: Mention) -> list[Named]:
    """Return the bodies whose undertaking an event is called: "the workshop, a joint initiative of A and B"."""
    head, verb = mention.head, mention.verb
    called = [c for c in head.children if c.dep == "appos"]
    if verb is not None and head.dep == "nsubj" and verb.lower in ("was", "is", "were", "are"):
        called += [c for c in verb.children if c.dep == "attr"]
    found: list[Named] = []
    for noun in called:
        if noun.lower in role_words.nouns("undertakings"):
            preps = [p for p in noun.children if p.dep == "prep" and p.lower in ("of", "by", "between")]
            found += [n for p in preps for t in p.children if t.dep == "pobj" for n in sides.phrase(t)]
    return bodies(found)


def alongside(sides: Sides, verb: Token) -> list[Named]:
    """Return the bodies behind "with" at a verb of organizing or at its agent: "organized by A with B"."""
    if role_words.verb_roles().get(verb.lower) not in ("organizer", "host"):
        return []
    agents = [t for p in verb.children if p.dep in ("agent", "prep") and p.lower == "by" for t in p.children if t.dep == "pobj"]
    preps = [p for head in (verb, *agents) for p in head.children if p.dep == "prep" and p.lower in ("with", "alongside")]
    return [
        n
        for p in preps
        for t in p.children
        if t.dep == "pobj"
        for n in sides.phrase(t)
        if isinstance(n[0], Organization) and p.i > verb.i
    ]


def enter(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter the bodies behind the events of a page that hang on no noun or verb of their mentions."""
    _enter_sponsors(sides, roll_of)
    _enter_behind_participles(sides, roll_of)
    _enter_jointly(sides, roll_of)
    _enter_initiators(sides, roll_of)


_INITIATIVE = re.compile(
    r"\b(?:(?:at|on)\s+the\s+(?P<how>initiative)|under\s+the\s+(?P<under>auspices|aegis|patronage))\s+of\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)


def _enter_initiators(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter the body of "At the initiative of the embassy, a round table was held", "under the auspices of the fund"."""
    if not any(f"{word} of" in sides.document.text for word in ("initiative", "auspices", "aegis", "patronage")):
        return
    for match in _INITIATIVE.finditer(sides.document.text):
        named: list[Named] = [
            (e, s)
            for s, e in sides.entities.within((match.end(), match.end() + _NEAR))
            if isinstance(e, Organization) and s.start == match.end()
        ]
        roll = roll_of(match.start()) if named else None
        if roll is not None:
            roll.add(named, "organizer", "at-initiative-of", match["how"] or match["under"])


_OPENING = re.compile(r"(?:Jointly\s+|Co-?\s?)?(?P<verb>[A-Za-z]+ed)(?:\s+jointly)?\s+by\s+(?=\S)", re.IGNORECASE)
_SUBJECT = re.compile(r",\s+(?:the|this|an?)\s+|,\s+(?=it\s)", re.IGNORECASE)
_NEXT = re.compile(r",?\s+and\s+(?:co-?)?(?P<verb>[a-z]+ed)\s+by\s+", re.IGNORECASE)


def _enter_behind_participles(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter the bodies of "Co-organized by A and B and sponsored by C, the forum was held", however that is parsed."""
    for sentence in sides.reading.sentences:
        if " by " not in (words := sentence.span.of(sides.document.text)) or (match := _OPENING.match(words)) is None:
            continue
        bodies_at = {s.start for s, e in sides.entities.within(sentence.span) if isinstance(e, Organization)}
        commas = [m for m in _SUBJECT.finditer(words, match.end()) if sentence.span.start + m.end() not in bodies_at]
        if not commas or re.search(r"[.;:]", words[match.end() : commas[0].start()]):
            continue
        stop = commas[0].start()
        more = [*_NEXT.finditer(words, match.end(), stop)]
        parts = [(match["verb"], match.end()), *((m["verb"], m.end()) for m in more)]
        ends = [*(m.start() for m in more), stop]
        for (verb, start), end in zip(parts, ends, strict=True):
            role = role_words.verb_roles().get(verb.lower())
            span = Span(sentence.span.start + start, sentence.span.start + end)
            named: list[Named] = [(e, s) for s, e in sides.entities.within(span) if isinstance(e, Organization)]
            roll = roll_of(sentence.span.end - 1) if named and role in ("organizer", "host") else None
            if roll is not None and role is not None:
                roll.add(named, role, "opening-participle", verb)
                roll.add(named if role == "host" else [], "organizer", "opening-participle", verb)


def _enter_sponsors(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter as organizers the bodies that gave money for an event told in the same sentence."""
    for match in beginning_at(("for", "to"), _GRANT, sides.document.text):
        span = Span(match.start("who"), match.end("who"))
        named: list[Named] = [(e, s) for s, e in sides.entities.within(span) if isinstance(e, Organization)]
        roll = roll_of(match.start()) if named else None
        if roll is not None:
            roll.add(named, "organizer", "gave-grant", "grant")


_JOINTLY = re.compile(
    r"(?:\s*\([^()]{1,20}\))?,?\s(?:jointly|together|in\s+(?:partnership|co-?operation|collaboration|conjunction))\s+with\s[^.;:]{3,200}?,\s+"
    r"(?:has\s+|will\s+|have\s+)?(?:co-?)?(?P<verb>held|hosts?|hosted|organi[sz]e[sd]?|conducted|convene[sd]?|arranged|hold|holds)\s"
)


def _enter_jointly(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter the body of "The embassy, jointly with A and B, held a webinar", however that is parsed."""
    for match in _JOINTLY.finditer(sides.document.text):
        near = [(e, s) for s, e in sides.entities.within((max(0, match.start() - _NEAR), match.start()))]
        last: list[Named] = [(e, s) for e, s in near if isinstance(e, Organization) and s.end == match.start()]
        roll = roll_of(match.start("verb")) if last else None
        if roll is not None:
            role = role_words.verb_roles().get(match["verb"].lower(), "organizer")
            roll.add(last, "organizer", "jointly-with", match["verb"])
            roll.add(last if role == "host" else [], "host", "jointly-with", match["verb"])


_NEAR = 160
"""Code points: no name of a body is longer."""
