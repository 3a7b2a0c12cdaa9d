"""How far a noun phrase that is content reaches: over what the parser hangs on the verb instead of on the noun."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.languages.reading import Token

_SETTINGS = frozenset(
    "statement interview speech meeting call conference letter remarks address rally press briefing email tweet post article session visit talks summit "
    "debate hearing news event week month year day time morning afternoon evening night today yesterday weekend monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december".split()
)
"""Heads of the phrases that tell when, where and in what something was said, and that are no content."""

_TELLING = frozenset(("in", "on", "at", "during", "after", "before", "since", "by", "via", "through", "until", "from", "following"))


def extended(context: Context, verb: Token, noun: Token) -> list[Token]:
    """Return the words of an object with what follows it without a break: "support | for the deal", "a way | to go on"."""
    tokens = list(noun.subtree)
    while True:
        last = max(tokens, key=lambda token: token.i)
        follower = last.nbor()
        if follower is None or follower.sentence != verb.sentence:
            return tokens
        added = _following(context, verb, noun, follower)
        if not added:
            return tokens
        tokens += added


def _following(context: Context, verb: Token, noun: Token, follower: Token) -> list[Token]:
    top = follower
    while top.head is not verb and top.head is not top:
        top = top.head
    if top.head is not verb or top.i < noun.i:
        return []
    if top.dep == "punct":
        return _after_mark(context, verb, follower)
    if top.subtree[0] is not follower:
        return []
    if top.dep in ("prep", "agent") and not _tells_when_or_where(context, top):
        return top.subtree
    if top.dep in ("xcomp", "advcl", "acl", "relcl", "ccomp", "advmod") and context.verb(top) is None:
        return top.subtree
    if top.dep in ("conj", "appos", "dobj", "dep") and top.tag[:2] in ("NN", "VBG"):
        return top.subtree
    return []


def _after_mark(context: Context, verb: Token, mark: Token) -> list[Token]:
    """Go on behind a comma where a list of participles or a relative clause goes on, and behind a possessive apostrophe."""
    follower = mark.nbor()
    if follower is None or follower.sentence != verb.sentence:
        return []
    if mark.text in ("’", "'", "-"):
        return [mark, *(t for t in _to_break(follower))]
    top = follower
    while top.head is not verb and top.head is not top:
        top = top.head
    if mark.text != "," or top.head is not verb or top.subtree[0] is not follower or context.verb(top) is not None:
        return []
    if top.dep == "advcl" and top.tag == "VBG" and mark.nbor(-1) is not None:
        return [mark, *top.subtree]
    if top.dep == "prep" and top.lower in ("including", "such", "as", "to", "particularly", "notably"):
        return [mark, *top.subtree]
    return []


def _to_break(token: Token) -> list[Token]:
    found = [token]
    while (following := found[-1].nbor()) is not None and following.sentence == token.sentence:
        if following.tag in (",", ".", ":", "CC"):
            break
        found.append(following)
    return found


def _tells_when_or_where(context: Context, preposition: Token) -> bool:
    noun = preposition.child("pobj")
    if preposition.lower == "to":
        return noun is not None and (context.entities.person_at(noun) is not None or noun.lower in ("reporters", "journalists"))
    if preposition.lower not in _TELLING or noun is None:
        return False
    return noun.lower in _SETTINGS or noun.entity in ("DATE", "TIME") or preposition.lower in ("during", "after", "before", "following")


def until_next_report(context: Context, verb: Token, tokens: list[Token]) -> list[Token]:
    """Leave out a second report that the parser joined to the content: "reaffirmed that it remains … | and pledged to …".

    A finite reporting verb without a subject of its own, joined with "and" or "but", belongs beside the first cue where it has
    that cue's form and what it is joined to has not, or is no verb.
    """
    inside = {token.i for token in tokens}
    for token in sorted(tokens, key=lambda t: t.i):
        if token.dep != "conj" or token.tag not in ("VBD", "VBZ", "VBP") or token.head.i not in inside:
            continue
        if context.verb(token) is None or context.quotation_of(token) is not None:
            continue
        own_subject = any(c.dep in ("nsubj", "nsubjpass", "expl") for c in token.children)
        if own_subject or token.tag != verb.tag or token.head.tag == token.tag:
            continue
        start = min(t.i for t in [token, *(c for c in token.lefts)])
        kept = [t for t in tokens if t.i < start]
        return kept or tokens
    return tokens


def completed(context: Context, tokens: list[Token]) -> list[Token]:
    """Go on to the end of the sentence where a clause stops before its own finite verb: the parser broke it off."""
    if not tokens:
        return tokens
    last = max(tokens, key=lambda token: token.i)
    follower = last.nbor()
    if follower is None or follower.sentence != last.sentence or follower.tag not in ("VBZ", "VBP", "VBD", "MD"):
        return tokens
    if context.quotation_of(follower) is not None or any(c.dep in ("nsubj", "nsubjpass") and c.i > last.i for c in follower.children):
        return tokens
    sentence = context.reading.sentence_of(last)
    return [*tokens, *(t for t in sentence.tokens if t.i > last.i)]
