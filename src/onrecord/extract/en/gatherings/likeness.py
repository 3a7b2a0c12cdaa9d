"""What a mention's own words tell of whether it is one more occasion, or one told before by another word."""

from __future__ import annotations

from onrecord.extract.en.gatherings.evidence import ENOUGH
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import GROUPS, Occasion
from onrecord.languages.en import gathering_words as lexicon


def is_what_it_was(mention: Mention) -> bool:
    """Tell whether a noun says what the occasion told before was: "It was the third summit of the two"."""
    verb = mention.verb
    subject = verb.child("nsubj") if verb is not None and mention.head.dep == "attr" and mention.head.head is verb else None
    return subject is not None and subject.lower in ("it", "this", "that") and mention.refers_back and not subject.rights


def is_another(mention: Mention) -> bool:
    """Tell whether the words introduce one more occasion ("also held a bilateral meeting with")."""
    indefinite = any(t.lower in ("a", "an", "another") for t in mention.head.children if t.dep == "det")
    verb = mention.verb
    return indefinite and verb is not None and any(t.lower in lexicon.words("also") for t in verb.children)


def is_described(mention: Mention) -> bool:
    """Tell whether a clause tells which talks are meant, of which none were named: "talks held without us produce nothing"."""
    bare = mention.head.dep == "nsubj" and mention.head.tag == "NNS" and not mention.dates and not mention.place
    return bare and not mention.refers_back and any(c.dep in ("acl", "relcl") for c in mention.head.children)


def are_alike(base: str, other: str) -> bool:
    """Tell whether two words may stand for one occasion of a kind: a crowd's march is its rally and its protest too."""
    crowds = lexicon.noun_set("crowd_words")
    return base == other or (base in crowds and other in crowds)


def only_event(fitting: list[Occasion], mention: Mention) -> list[Occasion]:
    """Return the one event of the page that "the forum" or "the conference" means, whatever it was called before."""
    head = mention.head
    bare = mention.refers_back and not mention.dates and not mention.place and not head.text[:1].isupper()
    if not bare or GROUPS[mention.type] != "event" or any(c.dep in ("relcl", "acl", "amod", "prep") for c in head.children):
        return []
    known = [o for o in fitting if GROUPS[o.type] == "event"]
    return known if len(known) == 1 and known[0].strength >= ENOUGH else []
