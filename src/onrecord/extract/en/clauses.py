"""Clauses: which verb a word hangs on, of what time it speaks, and which words are its own and not those of a clause inside."""

from __future__ import annotations

from collections.abc import Collection
from operator import attrgetter
from typing import Literal

from onrecord.languages.reading import Token

Tense = Literal["past", "future"]
PLACE = attrgetter("i")
"""Puts tokens into text order."""

OWN_CLAUSE = frozenset({"relcl", "ccomp", "advcl", "acl", "csubj", "pcomp", "xcomp", "parataxis", "ROOT"})
"""Labels of verbs that open a clause of their own."""

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MODAL = frozenset({"would", "could", "should", "may", "might", "can", "must", "ca", "'d", "’d"})
_PAST = frozenset({"was", "were", "did", "had", "has", "have", "'ve", "’ve"})
_AWAITING = frozenset(
    {"plan", "plans", "planned", "planning", "expect", "expects", "expected", "expecting", "scheduled", "due", "set", "slated"}
    | {"postponed", "rescheduled", "delayed", "deferred"}
    | {"intend", "intends", "agreed", "going", "decided", "hope", "hopes"}
)
_MEANT = frozenset({"intention", "intent", "plan", "plans", "decision", "commitment", "pledge", "promise", "way"})
"""Nouns behind which an infinitive speaks of what is to come."""
_GOING_ON = frozenset(
    {"ends", "end", "closes", "close", "concludes", "conclude", "continues", "continue", "lasts", "last", "runs", "run"}
    | {"opens", "open", "begins", "begin", "starts", "start"}
)
"""Verbs in the present that speak of what is to come: "the forum, which ends on Friday", "the talks that open on Monday"."""
_IS = frozenset({"is", "are"})
_FOR_WHAT = frozenset(
    {
        "thank",
        "prais",
        "commend",
        "congratulat",
        "applaud",
        "laud",
        "credit",
        "criticiz",
        "criticis",
        "blam",
        "fault",
        "condemn",
    }
)
"""Beginnings of verbs behind whose object "for" tells what the one of the object did: "thanked X for hosting the talks"."""
_APART = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
"""Labels of clauses that hang on a noun and are no words of its phrase."""


def is_verb(token: Token) -> bool:
    """Tell whether a token is a full verb (auxiliaries hang on one and are none)."""
    return token.tag.startswith("VB") and token.dep not in ("aux", "auxpass", "amod", "compound")


def verb_over(token: Token) -> Token | None:
    """Return the nearest verb that governs a token, the token itself left out."""
    return next((above for above in token.ancestors if is_verb(above)), None)


def tense(verb: Token | None) -> Tense | None:
    """Return whether a verb speaks of the past or the future; None for what is general, possible, or not to be told.

    An infinitive takes the future from a word of planning above it ("is due to open"), a participle the time of the verb above.
    """
    for _ in range(4):
        if verb is None:
            return None
        told, known = _own_tense(verb)
        if known:
            return told
        verb = verb_over(verb)
    return None


def _own_tense(verb: Token) -> tuple[Tense | None, bool]:
    """The tense that a verb's own form tells, and whether it tells; else the verb above decides."""
    lowered = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    if lowered & (_FUTURE | _MODAL):
        return ("future" if lowered & _FUTURE or _is_told_as_coming(verb) else None), True
    if verb.tag == "VBD" or lowered & _PAST:
        return (None if verb.lower in _AWAITING else "past"), True
    if verb.tag in ("VBP", "VBZ") or lowered & {"is", "are", "am"}:
        coming = (
            verb.lower in _AWAITING
            or verb.lower in _GOING_ON
            or any(c.lower in _AWAITING for c in verb.children if c.dep == "acomp")
        )
        return ("future" if coming else None), True  # "is due in Lunde on Thursday"
    if verb.tag == "VBN" and lowered >= {"to", "be"} and verb.dep in ("acl", "relcl"):
        return "future", True  # "the talks to be held in Lunde on 14 November"
    if verb.tag == "VB" and "to" in lowered:
        return ("future" if _is_awaited(verb) else None), True
    reduced = verb.tag == "VBN" and verb.dep in ("acl", "ROOT", "advcl", "relcl", "ccomp")
    return ("past" if reduced else None), reduced


def _is_awaited(verb: Token) -> bool:
    """Tell whether an infinitive speaks of what is planned ("is to meet X on Friday", "the intention to reopen it")."""
    if verb.dep in ("acl", "relcl"):
        return verb.head.lower in _MEANT
    above = verb_over(verb) if verb.dep in ("xcomp", "ccomp", "advcl") else None
    return above is not None and (above.lower in _AWAITING or (verb.dep == "xcomp" and above.lower in _IS))


def is_negated(verb: Token) -> bool:
    """Tell whether a verb is denied."""
    return any(child.dep == "neg" for child in verb.children) or _is_of_nobody(verb)


def _is_of_nobody(verb: Token) -> bool:
    """Tell whether the subject of a verb says that none of those named did it: "neither X nor Y attended"."""
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and any(child.lower == "neither" for child in subject.children)


def is_unreal(verb: Token) -> bool:
    """Tell whether a verb is denied or only possible ("would meet", "did not meet", "should hold")."""
    return is_negated(verb) or any(child.dep == "aux" and child.lower in _MODAL for child in verb.children)


def own_tokens(verb: Token) -> list[Token]:
    """Return the words of a verb's own clause, without those of clauses inside it and of verbs joined to it, in text order."""
    found, stack = [verb], [c for c in verb.children if c.dep != "conj" or not is_verb(c)]
    while stack:
        token = stack.pop()
        if token.dep in OWN_CLAUSE and is_verb(token):
            continue
        found.append(token)
        if token.children:
            stack += [c for c in token.children if c.dep != "conj" or not is_verb(c)]
    return sorted(found, key=PLACE)


def phrase(head: Token) -> list[Token]:
    """Return the words of a noun phrase without the clauses that hang on it, in text order."""
    found, stack = [head], list(head.children)
    while stack:
        token = stack.pop()
        if token.dep in _APART:
            continue
        found.append(token)
        stack += token.children
    return sorted(found, key=PLACE)


def joined_verbs(verb: Token) -> list[Token]:
    """Return the verbs that a verb is joined to before it ("met A and visited B": for visited, met), nearest first."""
    found = []
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
        found.append(verb)
    return found


def first_joined(verb: Token) -> Token:
    """Return the first of the verbs that a verb is joined to ("met A and visited B": for visited, met), or the verb itself."""
    return (joined_verbs(verb) or [verb])[-1]


def is_main(verb: Token) -> bool:
    """Tell whether a verb is the main one of its sentence, or joined to it."""
    return first_joined(verb).dep == "ROOT"


def has_particle(verb: Token, particles: Collection[str]) -> bool:
    """Tell whether a verb has one of these particles or prepositions beside it ("kicked off", "reflected on")."""
    return any(child.lower in particles for child in verb.children if child.dep in ("prep", "prt", "advmod"))


def subjects(verb: Token) -> list[Token]:
    """Return the heads of a verb's subject, coordinated ones each, borrowed from the verb before where two verbs share it."""
    chain = [verb, *joined_verbs(verb)]
    prefix = prefix_of(verb)
    for each in [*chain, *([prefix] if prefix is not None else [])]:
        heads = [child for child in each.children if child.dep in ("nsubj", "nsubjpass") and child is not prefix]
        if heads and heads[0].tag in ("WP", "WDT") and each.dep == "relcl":
            return coordinated(each.head)
        if heads:
            return [noun for head in heads for noun in coordinated(head)]
    first = chain[-1]
    if first.dep == "pcomp" and first.head.lower == "for" and (thanked := _thanked(first.head.head)) is not None:
        return coordinated(thanked)
    if first.dep in ("xcomp", "advcl", "pcomp") or (verb.dep == "acl" and verb.tag == "VB"):
        above = verb_over(first)
        return subjects(above) if above is not None else []
    if verb.dep in ("acl",) and verb.tag == "VBG":
        return coordinated(verb.head)
    return _beside_day(first)


def _thanked(verb: Token) -> Token | None:
    """The object of a verb that thanks or blames somebody for what he did, or None for another verb."""
    stem = next((s for s in _FOR_WHAT if verb.lower.startswith(s)), None)
    return verb.child("dobj") if stem is not None else None


def _beside_day(verb: Token) -> list[Token]:
    """The subject of "On 16 March the Embassy, with partners, hosted …", which the parser sets beside the day."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return []
    before = [p for p in verb.children if p.dep in ("prep", "npadvmod", "advmod") and p.i < verb.i]
    opening = [t for p in before for t in p.subtree if t.dep == "pobj"]
    found = [
        c
        for noun in opening
        for c in noun.children
        if c.dep == "appos" and c.i > noun.i and c.entity != "DATE" and (noun.entity == "DATE" or _is_behind_comma(c))
    ]
    return coordinated(found[0]) if found else []


def _is_behind_comma(noun: Token) -> bool:
    """Tell whether a definite noun phrase or a name stands right behind a comma ("On the day of X, the Embassy arranged")."""
    first = next(iter(noun.lefts), noun)
    before = first.nbor(-1)
    return before is not None and before.text == "," and (first.lower == "the" or noun.tag in ("NNP", "NNPS"))


def prefix_of(verb: Token) -> Token | None:
    """Return the "co" of "co-organized", which the parser takes for a verb or a noun of its own."""
    dash = verb.nbor(-1)
    prefix = verb.nbor(-2) if dash is not None and dash.text == "-" and dash.end == verb.start else None
    return prefix if prefix is not None and prefix.lower in ("co", "re") else None


def coordinated(head: Token) -> list[Token]:
    """Return a noun and the nouns joined to it, in text order."""
    found, stack = [head], [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep == "conj" and not is_verb(child):
                found.append(child)
                stack.append(child)
    if len(found) == 1:
        return found
    return sorted(found, key=PLACE)


def objects(verb: Token, *prepositions: str) -> list[Token]:
    """Return the heads of a verb's objects: the direct one, or those behind one of the prepositions."""
    if not prepositions:
        head = verb.child("dobj", "obj")
        return coordinated(head) if head is not None else []
    found = []
    preps = [p for p in verb.children if p.dep in ("prep", "agent", "dative") and p.lower in prepositions]
    joined = [c for p in preps for c in p.children if c.dep == "conj" and c.lower == p.lower]  # "met with A and with B"
    for prep in (*preps, *joined):
        if prep.lower in prepositions:
            for head in prep.children:
                if head.dep in ("pobj", "pcomp"):
                    found += coordinated(head)
    return found


def is_only_possible(verb: Token) -> bool:
    """Tell whether a verb is denied or only possible, and not told as coming ("she said she would step down in May")."""
    return is_unreal(verb) and not _is_told_as_coming(verb)


def _is_told_as_coming(verb: Token) -> bool:
    """Tell whether "would" only puts a "will" into the past of who told of it: "she said she would step down in May"."""
    if not any(child.dep == "aux" and child.lower in _WOULD for child in verb.children):
        return False
    if any(child.dep == "neg" or child.lower in ("have", "like", "if") for child in verb.children):
        return False
    if any(clause.dep == "advcl" and clause.child("mark") is not None for clause in verb.children):
        return False  # "would withdraw if …", "would sign once …"
    first = first_joined(verb)
    above = first.head
    return first.dep == "ccomp" and above.tag in ("VBD", "VBN") and above.lower in _TELLING


_WOULD = frozenset({"would", "'d", "’d"})
_TELLING = frozenset(
    {"said", "announced", "told", "confirmed", "declared", "added", "stated", "revealed", "reported", "wrote", "promised"}
    | {"pledged", "vowed", "informed", "indicated", "disclosed", "explained", "agreed", "decided"}
)
"""Verbs of telling in the past, behind which "would" speaks of what is to come."""
