"""How well a description ("the deputy minister", "the former ambassador") fits the titles that the text gives somebody."""

from __future__ import annotations

import re

from onrecord.languages.en import countries
from onrecord.languages.en.titles import head_kind, says_former
from onrecord.languages.reading import Token
from onrecord.model import Document, Span

EXACT = 3
"""How well a description fits that is the whole of a title."""


def as_former(title: str) -> str:
    """Return a title or description of an office that was left with "former" before it; an empty string for any other one."""
    first, _, office = title.partition(" ")
    return f"former {office}" if office and says_former(first) else ""


def fit(wanted: str, title: str) -> int:
    """Return how well a description fits a title: 3 the same, 2 its end, 1 its head among other words, 0 not."""
    title = title.lower()
    if wanted == title:
        return 3
    if title.endswith(" " + wanted):
        return 1 if title.startswith(("vice ", "deputy ", "assistant ")) else 2
    return 1 if set(wanted.split()) <= set(title.split()) else 0


def described(head: Token) -> list[str]:
    """Return the words of a description, its noun the last: "special", "representative" of "a special representative for"."""
    return [*(t.lower for t in head.lefts if t.dep in ("compound", "amod", "nmod")), head.lower]


_FIELD = re.compile(r" (?:of|for|on|to|in) ")


def head_of(title: str) -> str:
    """Return the noun of a title, without its field: "representative" of "special representative for peace"."""
    return _FIELD.split(title, maxsplit=1)[0].split()[-1]


def titles_at(head: Token) -> list[str]:
    """Return the titles that stand at a name: capitalised words before it, or the noun that it is set beside."""
    found = []
    before = [t for t in head.lefts if t.dep in ("compound", "nmod", "amod")]
    run: list[str] = []
    for token in sorted((t for c in before for t in c.subtree), key=lambda t: t.i):
        run.append(token.lower)
        if head_kind(token.lower) is not None:
            found.append(" ".join(run[-3:]))
            run = []
    beside = [c for c in head.children if c.dep == "appos"] + ([head.head] if head.dep == "appos" else [])
    return [*found, *(" ".join(described(token)) for token in beside if head_kind(token.lower) is not None)]


def country_of(head: Token) -> tuple[str | None, bool]:
    """Return the country whose office a description names, and whether an adjective tells it ("the Norland leader")."""
    for child in head.children:
        if child.dep in ("amod", "compound", "nmod") and child.i < head.i:
            country = countries.by_adjective(child.text)
            if country is not None:
                return country.name, True
        if child.dep == "poss" and (country := countries.by_name(child.text)) is not None:
            return country.name, True
        if child.dep == "prep" and child.lower == "of" and (thing := child.child("pobj")) is not None:
            named = [t for t in thing.subtree if t.i <= thing.i and t.dep != "det"]
            country = countries.by_name(" ".join(t.text for t in named)) or countries.by_name(thing.text)
            country = country or _of_republic(thing)
            if country is not None:
                return country.name, False
    return None, False


def _of_republic(noun: Token) -> countries.Country | None:
    """Return the country behind "the Republic of"."""
    words = [t for t in noun.subtree if t.dep != "det" and t.dep in ("compound", "prep", "pobj", noun.dep, "amod")]
    return countries.by_name(" ".join(t.text for t in sorted(words, key=lambda t: t.i)))


def group_phrase(head: Token) -> Span:
    """Return where the phrase for several people stands: "the leaders of both countries"."""
    tokens = [t for c in head.children if c.i < head.i or (c.dep == "prep" and c.lower in ("of", "from")) for t in c.subtree]
    return Span(min([head, *tokens], key=lambda t: t.i).start, max([head, *tokens], key=lambda t: t.i).end)


_AUTHORED = re.compile(
    r"(?:(?:Opening|Closing|Welcoming|Written|Video|New Year|Press|Prepared)\s+)*"
    r"(?:Statement|Remarks|Message|Speech|Address|Letter|Proclamation|Keynote|Testimony|Foreword|Op-?[Ee]d|Condolences|Greetings)s?"
    r"\s+(?:by|from|of)\s"
)
"""The beginning of a headline that tells whose words the page is."""


def is_authored(document: Document) -> bool:
    """Tell whether the headline says whose words the page is: "Statement by Minister X", "Remarks of X"."""
    title = document.title_span
    return title is not None and _AUTHORED.match(document.text, title.start, title.end) is not None
