"""Who does the reporting: from a cue to the head word of its speaker, and from there to the words that name the speaker."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.extract.en.statements.coordination import added_to, joined_to
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person, Span

_CLIMBS = 12
"""Verbs between a cue and the verb that has its subject, at most."""

SUBJECTS = ("nsubj", "nsubjpass", "expl")
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_OWNERS = ("by", "from", "of")
_EMPTY = frozenset(("this", "that", "these", "those", "there", "what", "who", "which", "whom"))
_THINGS = frozenset(("this", "that", "what", "which", "who"))
_QUOTING = frozenset(
    ("quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing", "reported", "described", "recorded", "heard")
)
_BETWEEN = frozenset(("RB", "MD", "VBZ", "VBP", "VBD", ",", "-RRB-"))
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


def speaker_of(context: Context, verb: Token) -> Token | None:
    """Return the head word of who reports by this verb; None where nobody is named (a passive without agent)."""
    if is_passive(verb):
        return agent(verb)
    found = _quoted_source(verb) or _climbed(context, verb)
    if found is not None and found.lower not in _EMPTY:
        return _behind_work(context, found)
    return (
        _name_before(context, verb)
        or _earlier_speaker(context, verb)
        or (found if found is not None and found.lower in _THINGS else None)
    )


def subject_of(context: Context, verb: Token) -> Token | None:
    """Return the subject of a verb that stands outside of quotations with it: of several the one next to the verb."""
    quotation = context.quotation_of(verb)
    subjects = [c for c in verb.children if c.dep in SUBJECTS and context.quotation_of(c) == quotation]
    before = [c for c in subjects if c.i < verb.i]
    return next(reversed(before or subjects), None)


def _climbed(context: Context, verb: Token) -> Token | None:
    """Climb from a verb to the one that has its subject: "said, adding …", "went on to say", "a letter saying …"."""
    for _ in range(_CLIMBS):
        subject = subject_of(context, verb)
        if subject is not None:
            return _real_subject(verb, subject)
        if verb.dep in ("acl", "relcl"):
            return verb.head
        governor = joined_to(verb) or added_to(context, verb) or _governing_verb(verb)
        if governor is None or verb.dep == "pobj":
            return None
        if governor.tag[:2] == "NN":
            return governor
        verb = governor
    return None


def _quoted_source(verb: Token) -> Token | None:
    """Read "X was quoted as saying …" and "the paper quoted X as saying …"."""
    preposition = verb.head
    if verb.dep != "pcomp" or preposition.lower != "as" or preposition.head.lower not in _QUOTING:
        return None
    return preposition.head.child("nsubjpass") or preposition.head.child("dobj")


def relay_of(verb: Token) -> Token | None:
    """Return the medium that quotes the speaker of this verb ("the paper quoted X as saying …"), or None."""
    if _quoted_source(verb) is None:
        return None
    quoting = verb.head.head
    return agent(quoting) if is_passive(quoting) else quoting.child("nsubj")


def _behind_work(context: Context, found: Token) -> Token:
    """Go from a work that names nobody to who made it known: "both ministries issued statements saying …"."""
    if found.lower not in context.cues.works or owner(context, found) is not None or found.dep not in ("dobj", "pobj"):
        return found
    governor = _governing_verb(found)
    subject = subject_of(context, governor) if governor is not None and governor.tag[:2] == "VB" else None
    return subject if subject is not None and subject.lower not in _RELATIVES else found


def _name_before(context: Context, verb: Token) -> Token | None:
    """Return the person or organization named directly before a finite verb that the parser gave no subject."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.nbor(-1)
    while before is not None and before.sentence == verb.sentence and before.tag in _BETWEEN:
        if context.entities.at(before) is not None:
            break
        before = before.nbor(-1)
    if before is None or before.sentence != verb.sentence or context.quotation_of(before) is not context.quotation_of(verb):
        return None
    return before if context.entities.at(before) is not None or before.tag == "NNP" else None


def _earlier_speaker(context: Context, verb: Token) -> Token | None:
    """Return the subject of the reporting verb before this one in its sentence: the parse lost the link to it."""
    for token in reversed(context.reading.sentence_of(verb).tokens):
        if token.i < verb.i and context.quotation_of(token) is None and context.verb(token) is not None:
            subject = subject_of(context, token)
            if subject is not None and subject.lower not in (*_RELATIVES, *_EMPTY):
                return subject
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
    """Return the person or organization that a speaker's head word, its apposition or its title names."""
    if any(child.dep == "conj" for child in head.children):
        return None
    found = context.entities.at(head)
    if found is not None:
        return found
    beside = [c for c in head.children if c.dep == "appos"]
    for child in beside:
        if (entity := context.entities.at(child)) is not None:
            return entity
    return _titled(context, head)


def _titled(context: Context, head: Token) -> Person | None:
    """Read a title that the parser took for the head: "Prime Minister of X | Name", "Acting | Under Secretary Name"."""
    if not head.text[:1].isupper() or head.entity == "GPE":
        return None
    tokens = head.subtree
    last = next((t for t in tokens if t.i > head.i and t.tag in (",", "-LRB-", ":")), None)
    end = last.i if last is not None else tokens[-1].i + 1
    words = Span(tokens[0].start, context.reading.tokens[end - 1].end)
    inside = [(span, entity) for span, entity in context.entities.within(words) if isinstance(entity, Person)]
    return inside[0][1] if len(inside) == 1 and abs(inside[0][0].end - words.end) <= 2 else None


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
