"""When a gathering took place: the dates of the clause that mentions it, else what the page says of it elsewhere."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mentions import Mention
from onrecord.extract.en.when import Dates
from onrecord.languages.en.dates import DateMention
from onrecord.languages.reading import Reading, Token


def attach(reading: Reading, dates: Dates, mentions: list[Mention]) -> None:
    """Give each mention the dates that its own words or its clause state, the nearest first."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.head.sentence, []).append(mention)
    for number, here in by_sentence.items():
        sentence = reading.sentences[number]
        for date in dates.within(sentence.span):
            if date.date is None:
                continue
            head = dates.head_of(date)
            if head is None:
                continue
            for owner in _owners(head, date, here):
                owner.dates.append(date)


def _owners(head: Token, date: DateMention, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions whose time a date is: that whose noun phrase holds it, else those of the clause that it stands in."""
    if date.basis == "modifier":
        return [m for m in mentions if m.span.contains(date.span)]
    inside = [m for m in mentions if m.rule != "gathering-verb" and _holds(m, head, date)]
    if inside:
        return [min(inside, key=lambda m: abs(m.at - date.span.start))]
    verb = clauses.verb_over(head)
    if verb is None:
        return mentions if len(mentions) == 1 else []
    own = [m for m in mentions if m.verb is verb or verb in ([] if m.verb is None else clauses.joined_verbs(m.verb))]
    if not own:
        # "met in the capital, where on Sunday they signed": a clause without an occasion of its own.
        own = [m for m in mentions if m.verb is not None and verb in m.verb.ancestors and verb.dep == "ccomp"]
    nouns = [m for m in own if m.head is not m.verb]
    return own if len(nouns) <= 1 else [min(nouns, key=lambda m: abs(m.at - date.span.start))]


def _holds(mention: Mention, head: Token, date: DateMention) -> bool:
    if mention.span.contains(date.span):
        return True
    if mention.head is mention.verb:
        return False
    return any(above is mention.head for above in head.ancestors) and clauses.verb_over(head) is _verb_inside(mention, head)


def _verb_inside(mention: Mention, head: Token) -> Token | None:
    """The verb nearest to the date: the noun's own governor, or a participle on the noun ("the summit held in May")."""
    verb = clauses.verb_over(head)
    if verb is not None and verb.dep in ("acl", "relcl") and verb.head is mention.head:
        return verb
    return mention.verb
