"""Who does the reporting: from a cue to the head word of its speaker, and from there to the words that name the speaker."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person, Span

_CLIMBS = 12
"""Verbs between a cue and the verb that has its subject, at most."""

SUBJECTS = ("nsubj", "nsubjpass", "expl")
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_OWNERS = ("by", "from", "of")
_OUTSIDE = ("relcl", "acl", "advcl", "appos", "punct", "cc", "prep")


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive: with its auxiliary, or as a bare participle after a noun."""
    if verb.tag != "VBN":
        return False
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    return verb.dep == "acl" and not any(child.dep == "aux" for child in verb.children)


def agent(verb: Token) -> Token | None:
    """Return the head word behind "by" of a passive verb."""
    by = next((child for child in verb.children if child.lower == "by" and child.dep in ("agent", "prep")), None)
    return by.child("pobj") if by else None


def speaker_of(verb: Token) -> Token | None:
    """Return the head word of who reports by this verb; None where nobody is named (a passive without agent)."""
    if is_passive(verb):
        return agent(verb)
    for _ in range(_CLIMBS):
        subject = next((child for child in verb.children if child.dep in SUBJECTS), None)
        if subject is not None:
            return _real_subject(verb, subject)
        if verb.dep in ("acl", "relcl"):
            return verb.head
        governor = _governing_verb(verb)
        if governor is None or verb.dep == "pobj":
            return None
        if governor.tag[:2] == "NN":
            return governor
        verb = governor
    return None


def _real_subject(verb: Token, subject: Token) -> Token | None:
    if subject.dep == "expl":
        return None
    if subject.lower in _RELATIVES and verb.dep in ("relcl", "ccomp", "conj"):
        return _antecedent(verb) or subject
    return subject


def _governing_verb(verb: Token) -> Token | None:
    """Return the next verb up the tree, or the noun that a clause on the way modifies; None at the root."""
    below, above = verb, verb.head
    while above is not below:
        if above.tag[:2] in ("VB", "MD"):
            return above
        if above.tag[:2] == "NN" and below.dep in ("acl", "relcl"):
            return above
        below, above = above, above.head
    return None


def _antecedent(verb: Token) -> Token | None:
    while verb.dep in ("conj", "ccomp", "xcomp") and verb.head is not verb:
        verb = verb.head
    return verb.head if verb.dep == "relcl" else None


def owner(context: Context, work: Token) -> Token | None:
    """Return who stands behind a written or spoken work: its possessor, its author after "by" or "from", or its country."""
    if work.lower not in context.cues.works:
        return None
    possessor = work.child("poss")
    if possessor is not None:
        return possessor
    for child in work.rights:
        if child.dep in ("prep", "agent") and child.lower in _OWNERS[:2] and (head := child.child("pobj")):
            return head
        if child.dep == "acl" and (head := agent(child)):
            return head
    modifiers = [child for child in work.lefts if child.dep in ("compound", "amod", "nmod")]
    for child in modifiers:
        if context.entities.at(child) or child.entity in ("ORG", "PERSON", "GPE", "NORP"):
            return child
    return None


def named(context: Context, head: Token) -> Person | Organization | None:
    """Return the person or organization that a speaker's head word or its apposition names."""
    found = context.entities.at(head)
    if found is not None and not any(child.dep == "conj" for child in head.children):
        return found
    for child in head.children:
        if child.dep == "appos" and (person := context.entities.person_at(child)):
            return person
    return None


def speaker_words(context: Context, head: Token) -> Span:
    """Return the words that name a speaker: the noun phrase of its head, without clauses and appositions behind it."""
    tokens = [head]
    for child in head.children:
        if child.dep in _OUTSIDE and not (child.dep in ("prep", "cc") and _belongs(head, child)):
            continue
        if child.dep == "conj" or child.i < head.i or child.dep in ("prep", "nummod", "flat", "cc"):
            tokens += [token for token in child.subtree if context.quotation_of(token) is context.quotation_of(head)]
    tokens.sort(key=lambda token: token.i)
    # A phrase is contiguous: what the parser hangs on it from afar is left out.
    first = last = next(k for k, token in enumerate(tokens) if token is head)
    while first and tokens[first].i - tokens[first - 1].i <= 2:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i - tokens[last].i <= 2:
        last += 1
    kept = tokens[first : last + 1]
    while kept[0].tag in (",", "``", "''", ":", "CC", "IN") and kept[0] is not head:
        kept.pop(0)
    while kept[-1].tag in (",", "``", "''", ":", ".", "CC") and kept[-1] is not head:
        kept.pop()
    return Span(kept[0].start, kept[-1].end)


def _belongs(head: Token, child: Token) -> bool:
    if child.dep == "cc":
        return any(other.dep == "conj" for other in head.children)
    follows = child.i - head.i <= 2
    return follows and child.lower in ("of", "from", "for", "in", "at", "with")
