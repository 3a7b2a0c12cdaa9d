"""Verbs whose subject stands beside another verb: X рассказал о … и подчеркнул; X прислал письмо, в котором назвал …."""

from __future__ import annotations

from onrecord.extract.ru import clauses
from onrecord.languages.reading import Token


def of(verb: Token) -> Token | None:
    """Return the subject that a verb shares with the one it hangs on, where the parser says what that is."""
    subject = None
    if (verb.dep == "conj" and verb.head.i < verb.i) or " Conv" in f"{verb.tag} ":
        subject = verb.head.child("nsubj", "nsubj:pass")
    if subject is None and verb.tag.startswith("VERB Conv"):
        subject = next((s for t in verb.ancestors if (s := t.child("nsubj", "nsubj:pass")) is not None), None)
    return subject


def leading(verb: Token) -> Token | None:
    """Return the verb before, whose subject is also this one's: one joined by и, or that of the clause around this one."""
    if not verb.tag.startswith("VERB Fin"):
        return None
    if verb.dep == "conj" and _agree(verb.head, verb):
        return verb.head
    if (joint := verb.nbor(-1)) is not None and joint.lower == "и":
        return _of_same_form(verb, joint)
    if verb.dep == "acl:relcl" and _is_place_only(verb):
        return next((t for t in verb.ancestors if _agree(t, verb)), None)
    return None


def _of_same_form(verb: Token, joint: Token) -> Token | None:
    """Return the nearest verb before и that has the form of the one behind it, wherever the parser hangs that."""
    token = joint.nbor(-1)
    while token is not None and token.sentence == verb.sentence:
        if clauses.opens_clause(token) or token.text == "»":
            return None
        if token.tag == verb.tag:
            return token
        token = token.nbor(-1)
    return None


def _agree(first: Token, verb: Token) -> bool:
    """Tell whether two verbs can have one subject: in number and, of the past, in gender."""
    if not first.tag.startswith("VERB Fin") or first.i >= verb.i or first.sentence != verb.sentence:
        return False
    return all((form in first.tag) == (form in verb.tag) for form in (" Plur", " Masc", " Fem", " Neut"))


def _is_place_only(verb: Token) -> bool:
    """Tell whether a relative pronoun only says where something was said: письмо, в котором назвал …; речь, где отметил …."""
    which = next((t for t in verb.children if t.lower.startswith("котор") or t.lower == "где"), None)
    return which is not None and " Nom" not in which.tag and which.i < verb.i
