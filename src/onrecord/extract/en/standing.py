"""How a word that names somebody, or means him, stands in its clause."""

from __future__ import annotations

from onrecord.languages.en.cues import cues
from onrecord.languages.reading import Token

SUBJECTS = ("nsubj", "nsubjpass")


def is_set_off(clause: Token) -> bool:
    """Tell whether a relative clause stands behind a comma: it adds something, and does not tell who is meant."""
    before = clause.subtree[0].nbor(-1)
    return before is not None and before.text == ","


def is_source(token: Token) -> bool:
    """Tell whether somebody stands behind "according to": who speaks, as the subject of a verb of speech does."""
    return token.dep == "pobj" and token.head.lower == "to" and token.head.head.lower == "according"


def reports(token: Token) -> bool:
    """Tell whether a word is the subject of a verb of speech in a clause of its own, or is "quoted as saying" something."""
    verb = token.head
    quoted = token.dep in ("dobj", "nsubjpass") and any(c.lower == "as" and c.child("pcomp") is not None for c in verb.children)
    cue = cues().verbs.get(verb.lower) if token.dep == "nsubj" and not is_embedded(verb) else None
    return quoted or (cue is not None and "speech" in cue.takes)


def acts(token: Token) -> bool:
    """Tell whether a word is the subject of a clause of its own, or the agent of a passive one ("was delivered by X")."""
    agent = token.dep == "pobj" and token.head.dep == "agent"
    verb = token.head.head if agent else token.head
    return (agent or token.dep in SUBJECTS) and not is_embedded(verb)


def is_embedded(verb: Token) -> bool:
    """Tell whether a verb stands in a reported, relative or adverbial clause."""
    while verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    return verb.dep in ("ccomp", "xcomp", "relcl", "acl", "advcl", "pcomp", "csubj")


def is_clause_mate(token: Token, head: Token) -> bool:
    """Tell whether a name stands in the clause of which a description is the subject: "With Minister X, the Minister …"."""
    prep = head.head
    behind = head.dep == "pobj" and prep.head is token.head and prep.lower in ("with", "to", "from", "by", "for")
    return token.dep in SUBJECTS and behind


def owner_around(pronoun: Token) -> Token | None:
    """Return the owner of the noun that a relative clause describes: "X's visit, during which he will meet Y" is of X."""
    verb = pronoun.head if pronoun.dep in SUBJECTS else None
    if verb is None or verb.dep != "relcl" or not any(p.dep == "prep" and p.i < pronoun.i for p in verb.children):
        return None
    return verb.head.child("poss")
