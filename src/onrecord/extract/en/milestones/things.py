"""The nouns on which a verb of a step acts: its object, the subject of its passive, what its participle or clause describes."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.languages.en.milestone_words import Step
from onrecord.languages.reading import Token

FIRSTS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "latest"))
"""Ordinals that stand for whoever, or whatever, they count."""

_LEAVING = frozenset({"left", "leave", "leaves", "depart", "departed", "departs"})
"""Verbs whose object is what weapons leave: the weapons are the subject."""

_PARTS = frozenset({"last", "first", "all", "some", "most", "half", "none", "rest"})

INTO = ("into", "in", "for", "to")
"""Prepositions behind which a state stands: "into force", "in effect", "for signature", "to the grid"."""


def of_verb(verb: Token, step: Step) -> list[Token]:
    """The nouns on which the verb acts."""
    found: list[Token] = []
    if step.complement:
        behind = clauses.objects(verb, *step.prepositions) if step.prepositions else clauses.subjects(verb)
        if step.prepositions:  # "exchanged copies of the memorandum", "has been a party to the treaty"
            inner = [t for t in verb.children if t.dep in ("dobj", "attr", "acomp") and t.lower in step.complement]
            inner += [t for t in clauses.objects(verb, *INTO) if t.lower in step.into]  # "voted in favour of the resolution"
            behind = behind + [t for thing in inner for t in clauses.objects(thing, *step.prepositions)]
        if not step.prepositions and told_of_participle(verb) is None:
            behind = behind + _acted_on(verb)
        return [verb.head] if not behind and verb.dep == "relcl" else [*behind, *_whole_of(verb)]
    if step.into:
        behind = clauses.objects(verb, "into")
        if step.intransitive:
            return clauses.subjects(verb) if any(t.lower in step.into for t in behind) else []
        if any(t.lower in ("force", "effect") for t in behind):
            return []
        found += behind
    if step.prepositions:
        found += clauses.objects(verb, *step.prepositions)
        if step.particle:  # "pulled out of the pact": the particle may be parsed as the head of "of"
            found += [
                t for child in verb.children if child.lower == step.particle for t in clauses.objects(child, *step.prepositions)
            ]
    relative = verb.dep == "relcl" and verb.head.tag.startswith("N")  # "an agreement that they signed in May"
    found += [verb.head if relative and t.tag == "WDT" else _behind_ordinal(t) for t in clauses.objects(verb)]
    found += _acted_on(verb)
    if not found and verb.dep == "relcl" and verb.head.lower not in FIRSTS and step.prepositions != ("with",):
        found.append(verb.head)
    found = found or _described_before(verb)
    if step.kind in ("weapons-removed", "material-removed") and verb.lower in _LEAVING:
        found = clauses.subjects(verb)
    elif told_of_participle(verb) is not None or _is_told_of_subject(verb, step):
        found += [*clauses.subjects(verb), *_whole_of(verb)]
    return found + _of_which(verb) + _before_which(verb)


def _is_told_of_subject(verb: Token, step: Step) -> bool:
    """Tell whether a step happens to the subject of an active verb: "the plant closed"; a state may have an object too."""
    return step.intransitive and (step.since or not clauses.objects(verb)) and verb.lower not in _LEAVING


def told_of_participle(verb: Token) -> Token | None:
    """Return the verb of which a participle's noun is the subject, where the parser takes the participle for the main verb.

    As in: "the missile launched on Tuesday flew 500 km", "a moratorium declared in 1991 still holds".
    """
    subject = verb.child("nsubj")
    if verb.tag != "VBD" or subject is None or subject.i + 1 != verb.i or clauses.objects(verb):
        return None
    return next((t for t in verb.children if t.dep in _BEHIND and _is_bare(t) and t.i > verb.i), None)


_BEHIND = ("ccomp", "dep", "advcl")


def _is_bare(verb: Token) -> bool:
    """Tell whether a finite verb has neither a subject nor a word that joins it to another."""
    return verb.tag in ("VBD", "VBZ", "VBP") and verb.child("nsubj", "nsubjpass", "mark", "expl", "csubj") is None


def _behind_ordinal(head: Token) -> Token:
    """The noun of "its first, and so far only, nuclear device", where the parser takes the ordinal for the object."""
    if head.lower not in FIRSTS or head.tag != "JJ":
        return head
    after = head.nbor(1)
    for _ in range(_ASIDE):
        if after is None or after.sentence != head.sentence or clauses.is_verb(after) or after.lower == "of":
            return head
        if after.tag.startswith("N"):
            return after
        after = after.nbor(1)
    return head


_ASIDE = 9
"""Tokens behind an ordinal within which its noun stands."""


def _described_before(verb: Token) -> list[Token]:
    """The noun that the relative clause to which a verb is joined describes.

    A verb in the past is joined to no infinitive, but to the relative clause between them: "to give up the arms, of which
    it was the owner and inherited in 1991".
    """
    before = clauses.joined_verbs(verb)
    if not before:
        return []
    if before[-1].dep == "relcl":
        return [before[-1].head]
    if verb.tag != "VBD" or before[0].tag != "VB":
        return []
    return [t.head for t in before[-1].subtree if t.dep == "relcl" and t.i < verb.i and t.head.tag.startswith("N")][-1:]


def _of_which(verb: Token) -> list[Token]:
    """As in: "the warheads, the last of which left in June 1996"."""
    return [verb.head] if verb.dep == "relcl" and any(t.lower in _PARTS for t in clauses.subjects(verb)) else []


def _before_which(verb: Token) -> list[Token]:
    """The noun before "which" where the parser makes the rest a name beside it ("the accord, which our ministers signed")."""
    subject = verb.head
    if verb.dep not in ("acl", "relcl") or not subject.tag.startswith("N") or subject.dep not in ("appos", "conj", "relcl"):
        return []
    first = next(iter(subject.lefts), subject)
    before = first if first.tag == "WDT" else first.nbor(-1)
    told = before is not None and before.tag == "WDT" and subject.head.tag.startswith("N")
    return [subject.head] if told else []


def _acted_on(verb: Token) -> list[Token]:
    """The nouns of which a passive or a participle tells."""
    passive = verb.child("nsubjpass")
    if passive is None and verb.dep == "xcomp" and verb.child("auxpass") is not None:
        passive = verb.head.child("nsubj", "nsubjpass")  # "the accord is to be signed"
    if passive is None and (was := verb.child("auxpass")) is not None:
        passive = was.child("nsubj", "nsubjpass")  # "it was in May that the site was closed"
    if passive is not None:
        head = passive.head.head if passive.tag in ("WDT", "WP") and verb.dep == "relcl" else passive
        return clauses.coordinated(head)
    if verb.dep == "acl" and verb.tag in ("VBN", "VBD"):
        return [verb.head, *_whole_of(verb)]
    if verb.dep == "advcl" and verb.tag == "VBN" and verb.child("nsubj", "nsubjpass", "mark", "aux", "auxpass") is None:
        return [*_behind_comma(verb), *clauses.subjects(verb.head)]  # "Founded in 1998, the institute …"
    if verb.dep == "conj" and verb.child("nsubj", "nsubjpass", "cc") is None and (named := _behind_comma(verb)):
        return named  # "led to the plan, concluded in May": the parser joins the participle to the verb
    if verb.tag in ("VBN", "VBD") and verb.child("nsubj") is None and (before := clauses.joined_verbs(verb)):
        first = before[-1]  # "the reactor, built with help and opened in 1981"
        return [first.head] if first.dep == "acl" and first.tag == "VBN" else _passive_before(verb)
    return []


def _behind_comma(participle: Token) -> list[Token]:
    """The noun before the comma of a participle that the parser hangs on the verb: "pointed to the treaty, signed in May"."""
    return [noun for noun in before_comma(participle) if noun.i > participle.head.i]


def before_comma(token: Token) -> list[Token]:
    """Return the noun before the comma that stands before a word, and the nouns around that one ("the plan of action, …")."""
    comma = token.nbor(-1)
    noun = comma.nbor(-1) if comma is not None and comma.text == "," else None
    return [noun, *_around(noun)] if noun is not None and noun.tag.startswith("N") else []


def _around(noun: Token) -> list[Token]:
    """The nouns within whose phrase one stands, or before which it is told where or of what ("drafting the pact on X")."""
    found: list[Token] = []
    while noun.dep == "pobj":
        above = noun.head.head
        whole = above.child("dobj") if clauses.is_verb(above) else above
        if whole is None or whole.i > noun.i or not whole.tag.startswith("N"):
            break
        noun = whole
        found.append(noun)
    return found


def _whole_of(verb: Token) -> list[Token]:
    """The nouns around the one that a clause behind a comma describes: of "the pact on X, signed in May" the pact."""
    if verb.dep not in ("acl", "relcl"):
        return []
    before = min(verb.subtree, key=lambda token: token.i).nbor(-1)
    return _around(verb.head) if before is not None and before.text == "," else []


def _passive_before(verb: Token) -> list[Token]:
    head = clauses.first_joined(verb).child("nsubjpass")
    return clauses.coordinated(head) if head is not None else []
