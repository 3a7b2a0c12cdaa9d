"""What a reporting word takes: the words of its clause, infinitive, object or prepositional phrase."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.extract.en.statements.coordination import until_next_report
from onrecord.extract.en.statements.extent import completed, extended
from onrecord.extract.en.statements.spans import content_span
from onrecord.extract.en.statements.speakers import agent, is_passive
from onrecord.languages.en.cues import Cue
from onrecord.languages.reading import Token
from onrecord.model import Span

_FURTHEST = 10
"""Tokens between a reporting verb and the "that" of its clause, at most."""

_ANONYMITY = frozenset(("named", "identified", "quoted"))
"""What a source asks not to be; no statement of its own."""

_CHARGES = frozenset(("of", "for", "on", "with", "as", "in", "over"))


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb has "to" before it."""
    return any(child.lower == "to" and child.tag == "TO" for child in verb.lefts)


def whole(tokens: list[Token]) -> list[Token]:
    """Return the subtrees of all tokens."""
    return [token for top in tokens for token in top.subtree]


def contents(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Return the contents of a reporting verb, each with its construction (see data/cues.yml); none where it has none."""
    if is_infinitive(verb) and verb.dep not in ("xcomp", "ccomp", "conj"):
        return []
    if is_passive(verb):
        asked = verb.dep == "advcl" and "person" in cue.takes and agent(verb) is None
        return [] if asked else _passive(context, verb, cue)
    return (
        _clauses(context, verb, cue)
        or _small_clause(context, verb, cue)
        or _objects(context, verb, cue)
        or _prepositional(context, verb, cue)
        or _that_clause(context, verb, cue)
        or _clause_on_listener(context, verb, cue)
    )


def _clauses(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    particles = {token.i for token in context.cue_tokens(verb, cue)[1:]}
    inside = [c for t in verb.rights if t.i in particles for c in t.rights if c.dep in ("ccomp", "advcl", "xcomp")]
    own = [c for c in verb.rights if c.dep in ("ccomp", "xcomp") and c.i not in particles]
    for child in [*inside, *own, *_unjoined(verb)]:
        construction = _construction(verb, child, cue)
        if construction is None:
            continue
        tokens = child.subtree
        if construction == "urging" and (dobj := verb.child("dobj")) and dobj.i < child.i:
            tokens = whole([dobj, child])
        if construction == "telling":
            to = next(token for token in child.lefts if token.tag == "TO")
            tokens = [token for token in tokens if token.i >= to.i]
        tokens = until_next_report(context, verb, [token for token in tokens if token.i > verb.i])
        if construction == "clause":
            that = next((t for t in child.lefts if t.dep == "mark" and t.lower == "that"), None)
            tokens = [t for t in tokens if that is None or t.i > that.i]
            tokens = _without_time(completed(context, [*tokens, *_continued(context, verb, child)]))
        if (span := content_span(context, tokens)) is not None:
            return [(construction, [span])]
    return []


def _without_time(tokens: list[Token]) -> list[Token]:
    """Leave out the time of the report that the parser puts into a bare clause: "said | on Tuesday | talks would …"."""
    kept = sorted(tokens, key=lambda t: t.i)
    first = kept[0] if kept else None
    if first is None or not (first.entity == "DATE" or (first.lower == "on" and len(kept) > 1 and kept[1].entity == "DATE")):
        return kept
    rest = [t for t in kept[1:] if t.entity != "DATE" or t.i - first.i > 5]
    skipped = len(kept) - len(rest)
    finite = any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in rest)
    return rest if finite and rest[0].i - first.i == skipped and rest[0].tag[:2] in ("DT", "NN", "PR", "JJ", "CD") else kept


def _unjoined(verb: Token) -> list[Token]:
    """Return the finite verb that the parser joins to the cue although no "and" stands between: it is the reported one."""
    joined = next((c for c in verb.rights if c.dep == "conj"), None)
    if joined is None or any(c.dep == "cc" or c.text == ";" for c in verb.rights if c.i < joined.i):
        return []
    if any(c.dep == "dobj" and verb.i < c.i < joined.i for c in verb.children):
        return []
    return [joined] if _has_subject(joined) or joined.child("aux") is not None else []


def _continued(context: Context, verb: Token, clause: Token) -> list[Token]:
    """Return the second half of a reported clause that the parser joins to the cue: "said she came | and she stayed"."""
    joined = next((c for c in verb.rights if c.dep == "conj" and c.i > clause.i), None)
    conjunction = next((c for c in verb.rights if c.dep == "cc" and c.i > clause.i), None)
    if joined is None or conjunction is None or context.verb(joined) is not None:
        return []
    before = conjunction.nbor(-1)
    subject = next((c for c in joined.lefts if c.dep in ("nsubj", "nsubjpass")), None)
    pronoun = subject is not None and subject.tag == "PRP" and conjunction.i < subject.i
    return [conjunction, *joined.subtree] if pronoun and before is not None and before.text != "," else []


def _passive(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "was told that …", "is expected to …", "was accused of …", and "the plan was welcomed by …"."""
    found = _clauses(context, verb, cue)
    if found and (found[0][0] != "clause" or any(c.dep == "ccomp" for c in verb.rights)):
        return found
    if "charging" in cue.takes:
        charge = next((c for c in verb.rights if c.dep == "prep" and c.lower in ("of", "for")), None)
        if charge is not None and (span := content_span(context, whole(charge.children))) is not None:
            return [("charging", [span])]
    subject = verb.child("nsubjpass")
    if "object" in cue.takes and subject is not None and agent(verb) is not None and subject.tag[:2] == "NN":
        span = content_span(context, subject.subtree)
        return [("object", [span])] if span else []
    return []


def _construction(verb: Token, child: Token, cue: Cue) -> str | None:
    """Return the construction by which a clausal complement is content of the verb, or None."""
    if child.tag[:2] == "VB" and is_infinitive(child):
        names = _infinitive_constructions(verb, child)
    elif child.tag == "VBG" and not any(c.dep in ("nsubj", "nsubjpass", "aux") for c in child.lefts):
        names = ["gerund"]
    elif child.tag[:2] not in ("VB", "MD") and "naming" in cue.takes:
        names = ["naming"] if child.dep == "ccomp" and _has_subject(child) else []
    else:
        names = ["clause"] if child.dep in ("ccomp", "advcl", "conj") or child.tag[:2] == "VB" else []
    return next((name for name in names if name in cue.takes), None)


def _infinitive_constructions(verb: Token, child: Token) -> list[str]:
    dobj = verb.child("dobj")
    if _has_subject(child) or (dobj is not None and dobj.i < child.i):
        return ["urging", "telling"]
    if any(c.tag in ("WP", "WRB", "WDT", "WP$") for c in child.lefts):
        return ["clause", "infinitive"]
    return [] if child.lower in _ANONYMITY else ["infinitive"]


def _has_subject(verb: Token) -> bool:
    return any(child.dep in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def _small_clause(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "called it a mistake", "described the visit as useful", "accused them of delay", "thanked her for coming"."""
    if not {"naming", "charging"} & set(cue.takes):
        return []
    dobj = next((c for c in verb.rights if c.dep in ("dobj", "nsubj", "dative")), None)
    if dobj is None:
        return []
    if "naming" in cue.takes:
        predicate = next(
            (c for c in verb.rights if c.dep in ("oprd", "xcomp", "ccomp", "acomp", "attr") and c.i > dobj.i), None
        )
        predicate = predicate or _quoted_name(context, dobj)
        predicate = predicate or next((c for c in [*verb.rights, *dobj.rights] if c.lower == "as" and c.i > dobj.i), None)
        if (
            predicate is not None
            and predicate.lower == "as"
            and any(context.verb(c) for c in predicate.children if c.dep == "pcomp")
        ):
            # "quoted him as saying that …": the speaker is the object, and the verb behind "as" reports.
            return []
        if predicate is not None and (span := content_span(context, whole([dobj, predicate]))):
            return [("naming", [span])]
    if "charging" in cue.takes:
        charge = next((c for c in verb.rights if c.dep in ("prep", "agent") and c.lower in _CHARGES and c.i > dobj.i), None)
        if charge is not None and (span := content_span(context, whole([dobj, charge]))):
            return [("charging", [span])]
    return []


def _is_given(verb: Token) -> bool:
    """Tell whether somebody is given the object ("denied them entry"), so that it is no content."""
    return any(child.dep == "dative" and child.tag[:2] in ("NN", "PR") for child in verb.children)


def _has_object(verb: Token, cue: Cue) -> bool:
    """Tell whether the verb acts on something, so that a preposition behind it names no content ("referred them to …")."""
    return "person" not in cue.takes and any(c.dep == "dobj" and c.i > verb.i for c in verb.children)


def _quoted_name(context: Context, dobj: Token) -> Token | None:
    """Return the quotation that stands directly behind an object: "called the plan “a gamble”"."""
    behind = dobj.subtree[-1].nbor() if context.quotation_of(dobj.subtree[-1]) is None else None
    inside = next((t for t in dobj.subtree if t.i > dobj.i and context.quotation_of(t) is not None), None)
    quoted = inside or behind
    if quoted is None or context.quotation_of(quoted) is None or quoted.sentence != dobj.sentence:
        return None
    return quoted


def _objects(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    if not {"object", "expression"} & set(cue.takes):
        return []
    dobj = verb.child("dobj")
    if dobj is None and "clause" not in cue.takes and "object" in cue.takes:
        # "welcomed X's demonstrated commitment": the parser takes a participle before the noun for a finite verb.
        mistaken = next((c for c in verb.rights if c.dep == "ccomp" and c.tag in ("VBN", "VBD")), None)
        span = content_span(context, extended(context, verb, mistaken)) if mistaken is not None else None
        return [("object", [span])] if span else []
    if dobj is None or dobj.i < verb.i or dobj.tag in ("PRP", "WP", "WDT") or _is_given(verb):
        return []
    if "person" in cue.takes and "clause" in cue.takes and context.entities.at(dobj):
        return []
    if any(c.lower == "as" and any(context.verb(p) for p in c.children if p.dep == "pcomp") for c in verb.rights):
        # "cited him as saying that …": the speaker is the object, and the verb behind "as" reports.
        return []
    if "clause" in cue.takes and any(c.dep == "acl" and c.tag == "VBD" for c in dobj.rights[:1]):
        # "concluded evidence supported it": the parser takes a bare clause for a noun with a participle.
        span = content_span(context, extended(context, verb, dobj))
        return [("clause", [span])] if span else []
    construction = "object"
    if "object" not in cue.takes:
        if not any(t.lower in context.cues.expressions for t in (dobj, *dobj.children) if t is dobj or t.dep == "conj"):
            return []
        construction = "expression"
    span = content_span(context, until_next_report(context, verb, extended(context, verb, dobj)))
    return [(construction, [span])] if span else []


def _prepositional(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    for child in verb.rights:
        if child.dep not in ("prep", "agent", "dative") or child.lower not in cue.takes or _has_object(verb, cue):
            continue
        inner = [c for c in child.children if c.dep in ("pobj", "pcomp")]
        if inner and (span := content_span(context, until_next_report(context, verb, extended(context, verb, inner[0])))):
            return [(child.lower, [span])]
    clause = next((c for c in verb.rights if c.dep in ("advcl", "ccomp") and is_infinitive(c) and "for" in cue.takes), None)
    if clause is not None and clause.lefts[0].lower == "for" and (span := content_span(context, clause.subtree[1:])):
        return [("for", [span])]
    particle = cue.base.split()[-1]
    if particle in cue.takes or "object" in cue.takes or "urging" in cue.takes:
        for child in verb.rights:
            if child.dep == "prep" and child.lower == particle:
                inner = [c for c in child.children if c.dep in ("pobj", "pcomp")]
                after = [c for c in verb.rights if c.dep in ("xcomp", "advcl", "ccomp") and c.i > child.i and is_infinitive(c)]
                if inner and (span := content_span(context, whole([*inner, *after[:1]]))):
                    return [("urging" if "urging" in cue.takes else "object" if "object" in cue.takes else particle, [span])]
    return []


def negated(verb: Token, manner: str) -> str:
    """Return the manner of a negated verb: what was not said is withheld, what is not believed denied, no denial a saying."""
    if not any(child.dep == "neg" or child.lower == "never" for child in verb.children):
        return manner
    if manner == "denied":
        return "said"
    return "withheld" if manner in ("said", "wrote", "asked", "found") else "denied"


def _clause_on_listener(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "told the audience he had …" where the parser takes the clause for a relative one on the listener."""
    dobj = verb.child("dobj")
    if dobj is None or not {"person", "clause"} <= set(cue.takes):
        return []
    clause = next((c for c in dobj.rights if c.dep in ("relcl", "acl") and _has_subject(c)), None)
    if clause is None or clause.subtree[0].tag in ("WDT", "WP", "WP$", "WRB", "IN"):
        return []
    sentence = context.reading.sentence_of(verb)
    tokens = clause.subtree
    span = content_span(context, [*tokens, *(t for t in sentence.tokens if t.i > tokens[-1].i)])
    return [("clause", [span])] if span else []


def _that_clause(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "told the programme that …" where the parser hangs the clause on another word: from "that" to the sentence's end."""
    if "clause" not in cue.takes or (verb.tag == "VB" and not is_infinitive(verb)):
        return []
    tokens = context.reading.sentence_of(verb).tokens
    for token in tokens:
        if token.i <= verb.i:
            continue
        if token.i - verb.i > _FURTHEST or token.tag in (",", ":", ".", "CC", "VBD", "VBZ", "VBP", "MD"):
            return []
        if token.lower == "that" and token.dep in ("mark", "nsubj", "det", "dobj") and token.tag in ("IN", "WDT"):
            rest = [t for t in tokens if t.i > token.i]
            finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest)
            starts = rest and rest[0].tag not in ("VBD", "VBZ", "VBP", "MD")
            span = content_span(context, rest) if finite and starts else None
            return [("clause", [span])] if span else []
    return []
