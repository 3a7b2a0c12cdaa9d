"""Signings told as occasions: "A and B signed the memorandum", "under an agreement signed on June 9", "signed the document"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Token
from onrecord.model import PartialDate

RECENT = 60
"""Days before and after the page's date within which a signing is told as an occasion and not as history."""


def signed_things(verb: Token) -> list[Token]:
    """Return the documents that a verb of signing signs: its object, its passive subject, or the noun that it describes."""
    passive = verb.child("nsubjpass")
    if passive is None and verb.dep == "xcomp" and verb.child("auxpass"):
        passive = verb.head.child("nsubj", "nsubjpass")  # "is to be signed"
    if passive is not None and verb.dep == "relcl" and passive.lower in ("which", "that"):
        things = [verb.head]
    elif passive is not None:
        things = clauses.coordinated(passive)
    elif verb.dep == "acl" and verb.tag == "VBN":
        things = [verb.head]
    else:
        things = clauses.objects(verb) or clauses.objects(verb, "to", "on", "under")
        things = [inner for t in things for inner in _papers_of(t)]
    return things if any(t.lower in lexicon.noun_set("signed") or _points_back(t) for t in things) else []


def _papers_of(thing: Token) -> list[Token]:
    """The documents of "copies of a memorandum", "their signatures to a protocol", or the thing itself."""
    if thing.lower not in lexicon.noun_set("signatures"):
        return [thing]
    behind = [p for p in thing.children if p.dep == "prep"] + [p for p in thing.head.children if p.dep in ("prep", "dative")]
    found = [t for p in behind if p.lower in ("of", "to", "on", "under") for t in p.children if t.dep == "pobj"]
    return [each for t in found for each in clauses.coordinated(t)] or [thing]


def _points_back(token: Token) -> bool:
    """Tell whether the noun stands for a document named before ("signed the document")."""
    return token.lower in lexicon.noun_set("papers") and any(
        c.lower in ("the", "this", "these", "both") for c in token.children
    )


def is_pointing(mention: Mention) -> bool:
    """Tell whether a signing says of its document only that it is one that was named before."""
    return mention.words <= lexicon.noun_set("papers")


def is_ceremony(mention: Mention) -> bool:
    """Tell whether a noun names a signing without its document ("the signing ceremony")."""
    return mention.head is not mention.verb and "signing" in (*mention.words, *mention.base.split()) and not mention.ordinal


def told_in(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that tell of a signing, by a verb or as "the signing ceremony"."""
    return [m for m in mentions if m.rule == "signed" or is_ceremony(m)]


def is_one(mention: Mention, known: list[Mention]) -> bool:
    """Tell whether a signing is of the document that those known sign, or one of them does not name its document."""
    return any(is_ceremony(m) or is_pointing(mention) or bool(m.words & mention.words) for m in known)


def complete(mentions: list[Mention]) -> None:
    """Give a signing told with a place but no day the day of the same document's, told before or behind, and the reverse."""
    signings = [m for m in mentions if m.rule == "signed"]
    named = [m for m in mentions if m.title and m.rule != "signed"]
    for mention in signings:
        if mention.title and any(m.head in (t for p in mention.head.children for t in p.children) for m in named):
            mention.strength -= 4  # "Leaders sign a pact at the Lunde summit": signed there
        for other in signings:
            if other is mention or not (is_pointing(mention) or is_pointing(other) or mention.words & other.words):
                continue
            if mention.place is not None and not mention.dates and other.place is None:
                mention.dates = list(other.dates)


def weight(mention: Mention, entities: Entities, anchor: PartialDate | None) -> int:
    """Weight of a signing as a ceremony: it needs its day, near that of the page, and a place or the headline."""
    days = [d.date for d in mention.dates if d.date is not None and d.date.day is not None]
    here = any(t.lower == "here" for t in clauses.own_tokens(mention.head))
    listed = _is_listed(mention)
    if listed and not mention.dates:
        return 3
    signed = bool(days) and _signers(mention.head, entities) > 1
    if (mention.place is None and not signed and not here and not mention.title) or (is_pointing(mention) and not days):
        return 0
    aside = _is_aside(mention.head)
    near = any(_is_near(day, anchor, told=not aside) for day in days)
    if aside and not near:
        return -4
    if signed:
        return 3  # "the deal, signed on Friday by X and Y": who put their names to it came together
    return 3 if near and days else 2 if mention.title or mention.place else 0


def _signers(verb: Token, entities: Entities) -> int:
    """Return how many persons, or bodies, a verb of signing names as those who sign."""
    heads = [*clauses.objects(verb, "by", "with"), *clauses.subjects(verb)]
    people = [t for t in heads if entities.person_at(t) is not None]
    return max(len(people), len([t for t in heads if entities.organization_at(t) is not None]))


def _is_listed(mention: Mention) -> bool:
    """Tell whether a list of what was signed follows ("the following documents were signed:")."""
    subject = mention.head.child("nsubjpass")
    following = subject is not None and any(t.lower == "following" for t in subject.children)
    return following and not _is_aside(mention.head)


def _is_near(day: PartialDate, anchor: PartialDate | None, *, told: bool) -> bool:
    """Tell whether a day is near the page's; on a page without a date, whether it is told at all and not recalled."""
    then, now = day.as_date(), anchor.as_date() if anchor is not None else None
    if then is None or now is None:
        return then is None or told
    return abs((then - now).days) <= RECENT


def _is_aside(verb: Token) -> bool:
    """Tell whether the signing is only recalled: in a clause of what somebody said, or in words that describe the document."""
    return verb.dep in ("ccomp", "acl", "relcl")
