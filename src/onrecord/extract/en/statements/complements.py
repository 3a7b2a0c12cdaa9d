"""What a reporting word takes: the words of its clause, infinitive, object or prepositional phrase."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.statements.context import Context
from onrecord.extract.en.statements.coordination import until_next_report
from onrecord.extract.en.statements.extent import completed
from onrecord.extract.en.statements.forms import is_infinitive, whole
from onrecord.extract.en.statements.objects import is_expression, name_alone, object_contents
from onrecord.extract.en.statements.spans import content_span
from onrecord.extract.en.statements.speakers import agent, is_passive
from onrecord.languages.en import date_forms
from onrecord.languages.en.cues import Cue
from onrecord.languages.reading import Token
from onrecord.model import Span

_FURTHEST = 10
"""Tokens between a reporting verb and the "that" of its clause, at most."""

_ANONYMITY = frozenset(("named", "identified", "quoted"))
"""What a source asks not to be; no statement of its own."""


def contents(context: Context, verb: Token, cue: Cue) -> list[tuple[str, list[Span]]]:
    """Return the contents of a reporting verb, each with its construction (see data/cues.yml); none where it has none."""
    if is_infinitive(verb) and verb.dep not in ("xcomp", "ccomp", "conj"):
        return []
    if verb.tag == "VBG" and verb.dep == "pcomp" and verb.head.lower == "with" and not _has_subject(verb):
        return []
    if is_passive(verb):
        asked = verb.dep == "advcl" and "person" in cue.takes and agent(verb) is None
        return [] if asked else _passive(context, verb, cue)
    return (
        _clauses(context, verb, cue)
        or object_contents(context, verb, cue)
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
            if (leading_on := _leading_on(verb, tokens)) is not None:
                tokens = [t for t in tokens if t is not leading_on]
            else:
                tokens = completed(context, [*tokens, *_continued(context, verb, child)])
            tokens = _without_time(tokens)
        if (span := content_span(context, tokens)) is not None:
            return [(construction, [span])]
    return []


def _leading_on(verb: Token, tokens: list[Token]) -> Token | None:
    """The last word if it leads on to a verb beside the one that reports: "says it is early | but noted that …"."""
    last = max(tokens, key=clauses.PLACE, default=None)
    after = last.nbor() if last is not None and last.tag == "CC" else None
    return last if after is not None and after.dep == "conj" and after.head is verb else None


def _without_time(tokens: list[Token]) -> list[Token]:
    """Leave out the time of the report that the parser puts into a bare clause: "said | on Tuesday | talks would …"."""
    kept = sorted(tokens, key=lambda t: t.i)
    first = kept[0] if kept else None
    if first is None or not (_is_time(first) or (first.lower == "on" and len(kept) > 1 and kept[1].entity == "DATE")):
        return kept
    rest = [t for t in kept[1:] if not _is_time(t) or t.i - first.i > 5]
    skipped = len(kept) - len(rest)
    finite = any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in rest)
    return rest if finite and rest[0].i - first.i == skipped and rest[0].tag[:2] in ("DT", "NN", "PR", "JJ", "CD") else kept


def _is_time(token: Token) -> bool:
    """Tell whether a word tells the time of a report: a date, "morning", "earlier"."""
    adverb = token.lower in date_forms.words()["other_times"] and token.tag[:2] == "RB"
    return token.entity in ("DATE", "TIME") or adverb


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
    if "naming" in cue.takes and agent(verb) is not None:
        return name_alone(context, verb, "oprd", "xcomp")
    subject = verb.child("nsubjpass")
    told = "object" in cue.takes or ("expression" in cue.takes and subject is not None and is_expression(context, subject))
    if told and subject is not None and agent(verb) is not None and subject.tag[:2] == "NN":
        span = content_span(context, subject.subtree)
        return [("object" if "object" in cue.takes else "expression", [span])] if span else []
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
