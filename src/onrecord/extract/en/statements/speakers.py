"""Who does the reporting: from a cue to the head word of its speaker, and from there to the words that name the speaker."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.extract.en.statements.coordination import added_to, joined_to
from onrecord.languages.reading import Token
from onrecord.model import Organization

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
_WHEN = frozenset(("when", "if", "once"))
_CLOSING = frozenset(("”", '"', "''", "’"))
_BETWEEN = frozenset(("RB", "MD", "VBZ", "VBP", "VBD", ",", "-RRB-"))


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive: with its auxiliary, or as a bare participle after a noun."""
    if verb.tag != "VBN":
        # "Asked whether …, she replied": the tagger takes the participle for a past tense.
        before = verb.nbor(-1)
        opens = before is None or before.sentence != verb.sentence or before.lower in _WHEN
        return verb.tag == "VBD" and verb.dep == "advcl" and opens and not any(c.dep in SUBJECTS for c in verb.children)
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.dep == "conj" and verb.head is not verb and not any(c.dep in ("aux", *SUBJECTS) for c in verb.children):
        return is_passive(verb.head)
    return verb.dep in ("acl", "advcl") and not any(child.dep in ("aux", *SUBJECTS) for child in verb.children)


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
        subject = subject_of(context, verb) or _inverted(verb)
        if subject is not None:
            return _real_subject(context, verb, subject)
        if verb.dep in ("acl", "relcl"):
            return verb.head
        if verb.tag == "VBN" and verb.dep in ("acomp", "oprd", "attr") and verb.head.lower in context.cues.copulas:
            return None
        governor = joined_to(verb, context) or added_to(context, verb) or _governing_verb(verb)
        if governor is None or verb.dep == "pobj":
            return None
        if governor.tag[:2] == "NN":
            return governor
        verb = governor
    return None


def _inverted(verb: Token) -> Token | None:
    """The noun right behind a verb that closes a quotation, which the parser takes for its object: "“…,” replied the envoy"."""
    before, behind = verb.nbor(-1), verb.child("dobj")
    closes = before is not None and before.text in _CLOSING and verb.tag in ("VBD", "VBZ") and verb.text.islower()
    return behind if closes and behind is not None and behind.tag[:2] == "NN" else None


def _quoted_source(verb: Token) -> Token | None:
    """Read "X was quoted as saying …" and "the paper quoted X as saying …"."""
    preposition = verb.head
    if verb.dep != "pcomp" or preposition.lower != "as" or preposition.head.lower not in _QUOTING:
        return None
    return preposition.head.child("nsubjpass") or preposition.head.child("dobj")


def relative_of(context: Context, verb: Token) -> Token | None:
    """Return the relative pronoun that is the subject of a verb, or of the verb it is joined to, or None."""
    for _ in range(_CLIMBS):
        subject = subject_of(context, verb)
        if subject is not None:
            return subject if subject.lower in _RELATIVES and subject.tag in ("WDT", "WP") else None
        if verb.dep != "conj" or verb.head is verb:
            return None
        verb = verb.head
    return None


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


def _human(context: Context, noun: Token) -> Token:
    """Return the person whom "who" takes up where the parser hangs its clause on a body ("X of the Centre, who")."""
    if not isinstance(context.entities.at(noun), Organization):
        return noun
    above = next((t for t in list(noun.ancestors)[:6] if context.entities.person_at(t) is not None), None)
    before = reversed([t for t in context.reading.sentence_of(noun).tokens if noun.i - _NEAR < t.i < noun.i])
    return above or next((t for t in before if context.entities.person_at(t) is not None), noun)


_NEAR = 12
"""Tokens before a body within which the person stands whose apposition it ends."""


def _real_subject(context: Context, verb: Token, subject: Token) -> Token | None:
    if subject.dep == "expl":
        return None
    if subject.lower in _RELATIVES and verb.dep in ("relcl", "ccomp", "conj"):
        found = _antecedent(verb)
        return _human(context, found) if found is not None and subject.lower in ("who", "whom") else found or subject
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
        if child.dep == "acl" and child.lower in context.cues.authoring and (head := agent(child)):
            return head
    if work.dep == "dobj" and work.head.lower in context.cues.authoring and (head := subject_of(context, work.head)):
        return head  # "the participants adopted an appeal urging …"
    modifiers = [child for child in work.lefts if child.dep in ("compound", "amod", "nmod")]
    named = [c for c in modifiers if context.entities.at(c) or c.entity in ("ORG", "PERSON", "GPE", "NORP")]
    return named[0] if named else None
