"""Forms of verbs that rules of attribution ask for."""

from __future__ import annotations

from onrecord.languages.reading import Token


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb has "to" before it."""
    return any(child.lower == "to" and child.tag == "TO" for child in verb.lefts)


def whole(tokens: list[Token]) -> list[Token]:
    """Return the subtrees of all tokens."""
    return [token for top in tokens for token in top.subtree]


def negated(verb: Token, manner: str) -> str:
    """Return the manner of a negated verb: what was not said is withheld, what is not believed denied, no denial a saying."""
    if not any(child.dep == "neg" or child.lower == "never" for child in verb.children):
        return manner
    if manner == "denied":
        return "said"
    return "withheld" if manner in ("said", "wrote", "asked", "found") else "denied"
