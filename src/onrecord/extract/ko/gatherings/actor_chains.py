"""Actors of a clause in a row, whom only bodies, offices and joining words part, and the particle behind the last."""

from __future__ import annotations

import re

from onrecord.languages.ko import names, vocabulary
from onrecord.model import Entity, Person, Phrase, Span

Chain = list[tuple[Span, Entity | Phrase]]


def chains(text: str, actors: Chain) -> list[Chain]:
    """Join actors between whom only a body, an office and a joining word stand."""
    chains: list[Chain] = []
    for span, who in actors:
        gap = text[chains[-1][-1][0].end : span.start] if chains else ""
        if chains and _joins(gap) and isinstance(who, Person) == isinstance(chains[-1][-1][1], Person):
            chains[-1].append((span, who))
        else:
            chains.append([(span, who)])
    return chains


_ITEMS = re.compile("[△▲▷▶]")
"""Marks that part the items of a list inside a sentence."""


def _joins(gap: str) -> bool:
    """Tell whether the words between two names end their first phrase with a joining word, and hold no other particle."""
    if len(gap) > 60 or "다." in gap:
        return False
    words = gap.replace("(", " (").split()
    if not _ITEMS.search(gap) and not any(word.endswith((",", "과", "와", "·")) or word in ("및", "그리고") for word in words):
        return False
    return not any(
        word.endswith(("은", "는", "이", "가", "을", "를", "의", "에서", "에게"))
        for word in words
        if len(word) > 1 and word[:-1] in gap and names.title_head(word[:-1])
    )


_BRACKET = re.compile(r"\([^()\n]*\)")


def particle_behind(text: str, at: int) -> str:
    """Return the particle behind the noun phrase that holds the name ending at `at`: past brackets, its body and office."""
    bracket = _BRACKET.match(text, at) if text.startswith("(", at) else None
    at = bracket.end() if bracket else at
    words = text[at : at + 60].split(" ")
    for word in words[:6]:
        bare = word.rstrip(".,")
        if not bare.endswith(_PARTICLES):
            continue
        for particle in _BY_LAST[bare[-1]]:
            if bare == particle or (
                bare.endswith(particle)
                and (
                    names.title_head(noun := bare[: -len(particle)])
                    or word is words[0]
                    or noun in vocabulary.words("roles", "called")
                )
            ):
                return particle
    return ""


_PARTICLES = (
    "에서는", "에게는", "께서는", "께서", "에서", "에게", "으로",
    "은", "는", "이", "가", "을", "를", "과", "와", "의", "도", "로",
)  # fmt: skip
"""Particles that may stand behind a name and its office, longer ones first."""

_BY_LAST = {particle[-1]: [one for one in _PARTICLES if one[-1] == particle[-1]] for particle in _PARTICLES}
"""The same by the syllable that they end with."""
