"""What a reporting word takes that is no clause: objects, predicates of objects and prepositional phrases."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.extract.en.statements.coordination import until_next_report
from onrecord.extract.en.statements.extent import extended
from onrecord.extract.en.statements.forms import is_infinitive, whole
from onrecord.extract.en.statements.spans import content_span
from onrecord.languages.en.cues import Cue
from onrecord.languages.reading import Token
from onrecord.model import Span

_CHARGES = frozenset(("of", "for", "on", "with", "as", "in", "over"))


def object_contents(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Return the contents of a reporting verb that are no clauses, each with its construction (see data/cues.yml)."""
    return (
        _measured(context, verb, cue)
        or _small_clause(context, verb, cue)
        or _objects(context, verb, cue)
        or _prepositional(context, verb, cue)
    )


def _small_clause(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "called it a mistake", "described the visit as useful", "accused them of delay", "thanked her for coming"."""
    if not {"naming", "charging"} & set(cue.takes):
        return []
    dobj = next((c for c in verb.rights if c.dep in ("dobj", "nsubj", "dative")), None)
    if dobj is None:
        return _named_before(context, verb, cue)
    if "naming" in cue.takes:
        predicate = next(
            (c for c in verb.rights if c.dep in ("oprd", "xcomp", "ccomp", "acomp", "attr") and c.i > dobj.i), None
        )
        predicate = predicate or _second_object(verb, dobj, cue) or _quoted_name(context, dobj)
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
        charges = [c for c in verb.rights if c.dep in ("prep", "agent") and c.lower in _CHARGES and c.i > dobj.i]
        charge = next((c for c in charges if not _is_day(c)), None)
        span = content_span(context, until_next_report(context, verb, whole([dobj, charge]))) if charge is not None else None
        if span:
            return [("charging", [span])]
    return []


def _named_before(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "the launch, which the minister described as a grave threat to peace": the name alone is content."""
    taken_up = verb.dep == "relcl" and "naming" in cue.takes and verb.child("dobj") is not None
    return name_alone(context, verb, "oprd") if taken_up else []


def name_alone(context: Context, verb: Token, *labels: str) -> list[tuple[str, list[Span]]]:
    """Return the name given behind a verb, by its labels or "as", where what it is given to stands before the verb."""
    named = next((c for c in verb.rights if c.dep in labels or c.lower == "as"), None)
    span = content_span(context, named.subtree) if named is not None else None
    return [("naming", [span])] if span else []


def _second_object(verb: Token, dobj: Token, cue: Cue) -> Token | None:
    """Return the name that the parser takes for a second object ("branded the test a threat"); not what somebody is offered."""
    if "expression" in cue.takes:
        return None
    return next((c for c in verb.rights if c.dep == "dobj" and c.i > dobj.i), None)


def _is_day(preposition: Token) -> bool:
    """Tell whether a preposition only tells the day ("congratulated her by telephone on Monday")."""
    noun = preposition.child("pobj") if preposition.lower in ("on", "in") else None
    return noun is not None and noun.entity in ("DATE", "TIME") and noun.child("poss") is None


def _measured(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "put the number of survivors at 118,000"; not "put the samples at risk"."""
    dobj = verb.child("dobj") if "measuring" in cue.takes else None
    at = next((p for p in [*verb.rights, *dobj.rights] if p.lower == "at" and p.i > dobj.i), None) if dobj is not None else None
    counted = at is not None and any(t.tag == "CD" for t in at.subtree)
    span = content_span(context, whole([dobj, at])) if dobj is not None and at is not None and counted else None
    return [("measuring", [span])] if span else []


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
    if dobj is None:
        return _mistaken_participle(context, verb, cue)
    if dobj.i < verb.i or dobj.tag in ("PRP", "WP", "WDT") or _is_given(verb) or _is_listener(context, verb, cue, dobj):
        return []
    if _is_deed(context, verb, cue, dobj):
        return []
    construction = "object" if "object" in cue.takes else "expression"
    if construction == "expression" and not is_expression(context, dobj):
        return []
    if "clause" in cue.takes and any(c.dep == "acl" and c.tag == "VBD" for c in dobj.rights[:1]):
        # "concluded evidence supported it": the parser takes a bare clause for a noun with a participle.
        construction = "clause"
    span = content_span(context, until_next_report(context, verb, extended(context, verb, dobj)))
    return [(construction, [span])] if span else []


def _is_deed(context: Context, verb: Token, cue: Cue, dobj: Token) -> bool:
    """Tell whether the object is no content: a task ("are to report their progress"), a guest, or somebody merely thanked."""
    if cue.base == "report":
        return verb.tag == "VB"
    charged = any(c.dep == "prep" and c.lower in _CHARGES for c in dobj.rights)
    if "charging" in cue.takes and context.entities.person_at(dobj) is not None and not charged:
        return True  # "congratulated her predecessor Anna Berg by telephone"
    return cue.base == "welcome" and _is_received(context, verb, dobj)


def _is_received(context: Context, verb: Token, dobj: Token) -> bool:
    """Tell whether somebody is welcomed at a place: "welcomed President X to the palace" reports no words."""
    guests = [dobj, *(c for c in dobj.children if c.dep in ("appos", "compound"))]
    if not any(context.entities.person_at(t) is not None for t in guests):
        return False
    return any(
        p.lower in ("to", "at", "in") and p.i > dobj.i for p in [*verb.rights, *dobj.rights] if p.dep in ("prep", "dative")
    )


def _mistaken_participle(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Read "welcomed X's demonstrated commitment" where the parser takes the participle before the noun for a finite verb."""
    if "clause" in cue.takes or "object" not in cue.takes:
        return []
    mistaken = next((c for c in verb.rights if c.dep == "ccomp" and c.tag in ("VBN", "VBD")), None)
    span = content_span(context, extended(context, verb, mistaken)) if mistaken is not None else None
    return [("object", [span])] if span else []


def _is_listener(context: Context, verb: Token, cue: Cue, dobj: Token) -> bool:
    """Tell whether the object is who was spoken to, or whose words are passed on ("cited him as saying that …")."""
    if {"person", "clause"} <= set(cue.takes) and context.entities.at(dobj) is not None:
        return True
    return any(c.lower == "as" and any(context.verb(p) for p in c.children if p.dep == "pcomp") for c in verb.rights)


def is_expression(context: Context, dobj: Token) -> bool:
    """Tell whether a noun says that something is expressed ("her condolences", "Norland's readiness to help")."""
    nouns = [dobj, *(child for child in dobj.children if child.dep == "conj")]
    return any(noun.lower in context.cues.expressions for noun in nouns)


def _is_given(verb: Token) -> bool:
    """Tell whether somebody is given the object ("denied them entry"), so that it is no content."""
    return any(child.dep == "dative" and child.tag[:2] in ("NN", "PR") for child in verb.children)


def _has_object(verb: Token, cue: Cue) -> bool:
    """Tell whether the verb acts on something, so that a preposition behind it names no content ("referred them to …")."""
    return "person" not in cue.takes and any(c.dep == "dobj" and c.i > verb.i for c in verb.children)


def _of_listener(context: Context, verb: Token, cue: Cue) -> Span | None:
    """Read "informed the President of the decision", where the parser hangs what is told on who is told."""
    told = verb.child("dobj") if {"person", "of"} <= cue.takes.keys() else None
    if told is None or context.entities.person_at(told) is None:
        return None
    inner = [c for child in told.rights if child.lower == "of" for c in child.children if c.dep == "pobj"]
    return content_span(context, until_next_report(context, verb, extended(context, verb, inner[0]))) if inner else None


def _prepositional(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    for child in verb.rights:
        if child.dep not in ("prep", "agent", "dative") or child.lower not in cue.takes or _has_object(verb, cue):
            continue
        inner = [c for c in child.children if c.dep in ("pobj", "pcomp")]
        if child.lower == "for" and inner and any(t.entity == "TIME" for t in inner[0].subtree):
            continue  # "spoke for an hour"
        if inner and (span := content_span(context, until_next_report(context, verb, extended(context, verb, inner[0])))):
            return [(child.lower, [span])]
    if (found := _of_listener(context, verb, cue)) is not None:
        return [("of", [found])]
    clause = next((c for c in verb.rights if c.dep in ("advcl", "ccomp") and is_infinitive(c) and "for" in cue.takes), None)
    if clause is not None and clause.lefts[0].lower == "for" and (span := content_span(context, clause.subtree[1:])):
        return [("for", [span])]
    particle = cue.base.split()[-1]
    if particle in cue.takes or "object" in cue.takes or "urging" in cue.takes:
        for child in verb.rights:
            if child.dep in ("prep", "prt") and child.lower == particle:
                inner = [c for c in child.children if c.dep in ("pobj", "pcomp")]
                after = [c for c in verb.rights if c.dep in ("xcomp", "advcl", "ccomp") and c.i > child.i and is_infinitive(c)]
                asked = bool(after) or any(t.tag == "TO" for t in child.subtree)
                if "urging" in cue.takes and inner and not asked and context.entities.person_at(inner[0]) is not None:
                    continue  # "called on Governor X" is a visit, where nothing is asked of X
                if inner and (span := content_span(context, until_next_report(context, verb, whole([*inner, *after[:1]])))):
                    return [("urging" if "urging" in cue.takes else "object" if "object" in cue.takes else particle, [span])]
    return []
