"""How far a noun phrase that is content reaches: over what the parser hangs on the verb instead of on the noun."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context
from onrecord.languages.reading import Token

_TELLING = frozenset(
    ("in", "on", "at", "during", "after", "before", "since", "by", "via", "through", "until", "from", "following")
)


def extended(context: Context, verb: Token, noun: Token) -> list[Token]:
    """Return the words of an object with what follows it without a break: "support | for the deal", "a way | to go on"."""
    tokens = _without_occasion(context, noun)
    while True:
        last = max(tokens, key=lambda token: token.i)
        follower = last.nbor()
        if follower is None or follower.sentence != verb.sentence or _tells_occasion(context, follower):
            return tokens
        added = _following(context, verb, noun, follower)
        if not added:
            return tokens
        tokens += added


def _without_occasion(context: Context, noun: Token) -> list[Token]:
    """Return a noun's words up to where it was spoken of: "the accusations | at a press conference in Lunde"."""
    tokens = noun.subtree
    occasion = next((c for c in noun.rights if _tells_occasion(context, c)), None)
    return [t for t in tokens if t.i < occasion.i] if occasion is not None else list(tokens)


def _tells_occasion(context: Context, preposition: Token) -> bool:
    """Tell whether a preposition tells where somebody spoke ("at a press conference", "in an interview", "on public radio")."""
    noun = preposition.child("pobj") if preposition.lower in ("at", "in", "on", "during") else None
    if noun is None or any(c.dep in ("poss", "relcl") or c.lower == "the" for c in noun.children):
        return False  # "the interest in the interview", "the outrage at its statement"
    return noun.lower in context.cues.spoken_in or (
        noun.lower == "conference" and any(c.lower in ("press", "news") for c in noun.children)
    )


def _following(context: Context, verb: Token, noun: Token, follower: Token) -> list[Token]:
    top = _branch(verb, follower)
    if top is None or top.i < noun.i:
        return []
    if top.dep == "punct":
        return _after_mark(context, verb, follower)
    joins = (
        (top.dep in ("prep", "agent", "dative") and not _tells_when_or_where(context, top))
        or (
            top.dep in ("xcomp", "advcl", "acl", "relcl", "ccomp", "advmod") and (context.verb(top) is None or top.tag == "VBG")
        )
        or (top.dep in ("conj", "appos", "dobj", "dep") and top.tag[:2] in ("NN", "VBG"))
    )
    subtree = top.subtree
    return subtree if joins and subtree[0] is follower else []


def _branch(verb: Token, token: Token) -> Token | None:
    """Return the direct dependent of the verb under which the token stands, or None."""
    while token.head is not verb and token.head is not token:
        token = token.head
    return token if token.head is verb else None


def _after_mark(context: Context, verb: Token, mark: Token) -> list[Token]:
    """Go on behind a comma where a list of participles or a relative clause goes on, and behind a possessive apostrophe."""
    follower = mark.nbor()
    if follower is None or follower.sentence != verb.sentence:
        return []
    if mark.text in ("’", "'", "-"):
        return [mark, *(t for t in _to_break(follower))]
    top = _branch(verb, follower)
    if mark.text != "," or top is None or top.subtree[0] is not follower or context.verb(top) is not None:
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


def _is_expressed(context: Context, preposition: Token) -> bool:
    """Tell whether a preposition makes one expression with the object before it: "congratulations on", "concern at"."""
    before = preposition.nbor(-1)
    return before is not None and before.dep == "dobj" and before.lower in context.cues.expressions


def _tells_when_or_where(context: Context, preposition: Token) -> bool:
    noun = preposition.child("pobj")
    if preposition.lower == "to":
        return noun is not None and (context.entities.person_at(noun) is not None or noun.lower in ("reporters", "journalists"))
    if preposition.lower not in _TELLING or noun is None or _is_expressed(context, preposition):
        return False
    return (
        noun.lower in context.cues.settings
        or noun.entity in ("DATE", "TIME")
        or preposition.lower in ("during", "after", "before", "following")
    )


def completed(context: Context, tokens: list[Token]) -> list[Token]:
    """Go on to the end of the sentence where a clause stops before its own finite verb: the parser broke it off."""
    if not tokens:
        return tokens
    last = max(tokens, key=lambda token: token.i)
    follower = last.nbor()
    if follower is None or follower.sentence != last.sentence:
        return tokens
    if follower.start == last.end and follower.text in ("-", "–"):
        # "co | -host": a word that the tokenizer parts at its hyphen.
        return [*tokens, *(t for t in context.reading.sentence_of(last).tokens if t.i > last.i)]
    if follower.tag not in ("VBZ", "VBP", "VBD", "MD"):
        return tokens
    if context.quotation_of(follower) is not None or any(
        c.dep in ("nsubj", "nsubjpass") and c.i > last.i for c in follower.children
    ):
        return tokens
    sentence = context.reading.sentence_of(last)
    return [*tokens, *(t for t in sentence.tokens if t.i > last.i)]
