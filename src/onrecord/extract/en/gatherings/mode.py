"""How an occasion was held: in person or at a distance, and whether it was held at all."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Reading, Token
from onrecord.model import PartialDate
from onrecord.model.facts import Format, GatheringStatus


def way(reading: Reading, occasion: Occasion, *, placed: bool) -> Format:
    """Return whether people met in one place, at a distance, or both ways, from the words beside each mention."""
    beside: set[str] = set()
    for mention in occasion.mentions:
        beside |= {t.lower for t in reading.between(mention.span)}
        beside |= {t.lower for t in clauses.phrase(mention.head)}
        if mention.verb is not None:
            beside |= {t.lower for t in mention.verb.children if t.dep in ("advmod", "acomp")}
            beside |= {
                t.lower for prep in mention.verb.children if prep.dep == "prep" for t in prep.children if t.dep == "pobj"
            }
        for verb in mention.head.children:
            if verb.dep in ("relcl", "acl"):
                beside |= {t.lower for t in clauses.own_tokens(verb)}
    if beside & lexicon.words("hybrid"):
        return "hybrid"
    if beside & lexicon.words("online") or any(m.online for m in occasion.mentions) or occasion.type == "webinar":
        return "online"
    return "in-person" if placed else "unknown"


def status(occasion: Occasion, start: PartialDate | None, anchor: PartialDate | None, *, dated: bool) -> GatheringStatus:
    """Return whether the occasion was held, is planned, or was put off, from its verbs and then from its date.

    Args:
        occasion: the occasion.
        start: its first day.
        anchor: the day at which the page speaks.
        dated: whether the page itself states that day, so that what comes later has not happened yet, whatever the tense.
    """
    for mention in occasion.mentions:
        verbs = [v for v in [mention.verb, *([mention.verb.head] if mention.verb is not None else [])] if v is not None]
        near = [*verbs, *mention.head.children]
        if any(_is_form(t, "cancelled") for t in near) or _is_off(mention):
            return "cancelled"
        if any(_is_form(t, "postponed") for t in near):
            return "postponed"
    first = start.bounds() if start is not None else None
    now = anchor.bounds() if anchor is not None else None
    tenses = {clauses.tense(m.verb) for m in occasion.mentions if m.verb is not None}
    if first and now and first[0] > now[1] and (dated or "past" not in tenses):
        return "planned"
    later = first is None or now is None or first[1] >= now[0]
    foretold = first is None and all(_is_foretold(m) for m in occasion.mentions)
    ahead = ("future" in tenses and "past" not in tenses) or any(_is_described_ahead(m) for m in occasion.mentions) or foretold
    return "planned" if ahead and later else "held"


def _is_foretold(mention: Mention) -> bool:
    """Tell whether somebody said that it was still to come: "told reporters that a second seminar would be held in Lunde"."""
    verb = mention.verb
    return verb is not None and verb.dep == "ccomp" and any(c.lower == "would" for c in verb.children if c.dep == "aux")


def _is_described_ahead(mention: Mention) -> bool:
    """Tell whether a clause behind the noun says that it is to come: "told of a conference, which is to be held in Lunde"."""
    if mention.head is mention.verb:
        return False
    if any(c.lower in lexicon.words("ahead") for c in mention.head.children) and not mention.title:
        return True
    for token in mention.head.subtree:
        if token.i <= mention.head.i or token.dep not in ("relcl", "acl"):
            continue
        before = {child.lower for child in token.children if child.i < token.i}
        inner = token.child("xcomp")
        to_come = token.lower in ("is", "are") and inner is not None and any(c.lower == "to" for c in inner.children)
        if "will" in before or (token.tag == "VB" and "to" in before) or to_come:
            return True
    return False


def _is_form(token: Token, key: str) -> bool:
    """Tell whether a token is a form of a verb, with the particle that it needs ("put off", not "put on")."""
    needed = lexicon.particles(key).get(token.lower)
    return needed is not None and ("" in needed or any(c.lower in needed for c in token.children))


def _is_off(mention: Mention) -> bool:
    """Tell whether a verb says that the occasion, its subject, will not happen."""
    verb = mention.verb
    subject = verb is not None and mention.head.head is verb and mention.head.dep in ("nsubj", "nsubjpass")
    if verb is None or not subject or not clauses.is_negated(verb):
        return False
    return clauses.tense(verb) == "future" or (verb.lower in ("took", "take", "held") and clauses.tense(verb) == "past")
