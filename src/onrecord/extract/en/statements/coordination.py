"""Reports that the parser joined to the content of another: "reaffirmed that it remains the goal | and pledged to consult"."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.languages.reading import Token

_FINITE = ("VBD", "VBZ", "VBP")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_CONTRASTS = frozenset(("while", "though", "although", "whereas"))


def joined_to(verb: Token, context: Context | None = None) -> Token | None:
    """Return the verb further up that a finite verb without a subject really continues, or None where the parse is sound.

    The parser hangs the second of two joined verbs on the nearest verb, which may be an infinitive or stand in another tense
    ("agreed to meet and welcomed …", "said that it is … and thanked …"). English joins like with like: the verb belongs to the
    nearest one above that has its form.
    """
    if verb.dep != "conj" or verb.tag not in _FINITE or any(child.dep in _SUBJECTS for child in verb.children):
        return None
    joined = verb.head
    while joined.dep == "conj" and joined.tag not in _FINITE and joined.head is not joined:
        joined = joined.head
    if joined.tag == verb.tag and not any(child.tag == "TO" for child in joined.lefts):
        return _reporter_above(context, verb, joined) if context is not None else None
    return next((above for above in verb.head.ancestors if above.tag == verb.tag), None)


def _reporter_above(context: Context, verb: Token, joined: Token) -> Token | None:
    """Return the reporting verb that ", and" takes up behind what it reports ("noted that it was late, and urged …")."""
    before = verb.nbor(-1)
    while before is not None and before.tag == "RB":
        before = before.nbor(-1)
    comma = before.nbor(-1) if before is not None and before.lower == "and" else None
    cue = context.verb(verb)
    if comma is None or comma.text != "," or cue is None or joined.dep != "ccomp":
        return None
    above = joined.head
    reports = context.verb(above) is not None and above.tag == verb.tag and above.i < joined.i
    return above if reports and {"speech", "urging", "clause"} & set(cue.takes) else None


def added_to(context: Context, verb: Token) -> Token | None:
    """Return the reporting verb to which a participle behind a comma belongs ("said that it rained, adding …"), or None.

    The parser hangs it on the last verb of the reported clause; who adds, notes or blames is who said the rest.
    """
    before = verb.nbor(-1)
    while before is not None and before.tag in ("RB", "CC"):
        before = before.nbor(-1)
    cue = context.verb(verb)
    if verb.tag != "VBG" or verb.dep != "advcl" or cue is None or before is None or before.text not in (",", "''", '"', "”"):
        return None
    if not {"speech", "charging"} & set(cue.takes):
        return None
    below = verb
    for above in verb.ancestors:
        if below.dep == "ccomp" and above.i < verb.i and above.tag in _FINITE and context.verb(above) is not None:
            return above
        below = above
    return None


def _stands_beside(context: Context, verb: Token, token: Token) -> bool:
    """Tell whether another's report stands beside a report, not in it ("said it was late, while the mayor warned that …").

    Behind a past "said" what is reported has its tense shifted ("would", "had"): a plain past that reports is the writer's own.
    """
    if verb.tag != "VBD" or token.tag != "VBD" or token.dep not in ("conj", "advcl") or context.verb(token) is None:
        return False
    if token.dep == "advcl" and not any(c.dep == "mark" and c.lower in _CONTRASTS for c in token.lefts):
        return False
    subject = next((c for c in token.lefts if c.dep == "nsubj"), None)
    named = subject is not None and (subject.tag == "PRP" or context.entities.at(subject) is not None or bool(subject.entity))
    reported = next((c for c in verb.rights if c.dep == "ccomp"), None)
    shifted = reported is not None and (reported.tag != "VBD" or reported.child("aux") is not None)
    return named and shifted and any(c.dep in ("ccomp", "dobj", "prep") for c in token.rights)


def until_next_report(context: Context, verb: Token, tokens: list[Token]) -> list[Token]:
    """Leave out of a content what continues the reporting verb itself, and what another reports beside it."""
    for token in sorted(tokens, key=lambda t: t.i):
        if context.quotation_of(token) is not None:
            continue
        goes_on = verb in (joined_to(token, context), added_to(context, token))
        if not goes_on and not _stands_beside(context, verb, token):
            continue
        start = min(t.i for t in ([token, *token.lefts] if goes_on else token.subtree))
        kept = [t for t in tokens if t.i < start]
        while kept and kept[-1].tag in ("CC", ",", "RB"):
            kept.pop()
        return kept or tokens
    return tokens
