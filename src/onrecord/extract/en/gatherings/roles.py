"""Roles that the grammar around a noun for the occasion gives: "X hosted the seminar", "talks between A and B"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import calls, delegations, detached, holders, in_name, sittings, verb_roles
from onrecord.extract.en.gatherings.in_name import MUTUAL
from onrecord.extract.en.gatherings.leaders import behind_preposition
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.roll import Roll, bodies, unnamed
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.extract.en.gatherings.speakers import CROWDS
from onrecord.extract.en.gatherings.time import relative_head
from onrecord.languages.en import gathering_words, role_words
from onrecord.languages.en.cues import cues
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person, Phrase
from onrecord.model.facts import Role


def of_occasion(sides: Sides, occasion: Occasion, roll: Roll) -> None:
    """Enter everybody whom the mentions of an occasion place there."""
    for mention in occasion.mentions:
        if mention.rule == "spoke-before-body" or (mention.rule == "lectured-at" and mention.head is not mention.verb):
            sittings.enter(sides, mention, roll)
        elif mention.head is mention.verb:
            verb_roles.enter(sides, mention, roll)
        else:
            _by_noun(sides, mention, occasion, roll)
            _held_with(sides, mention, occasion, roll)
    for mention in occasion.mentions:
        in_name.enter(sides, mention, occasion, roll)


def _held_with(sides: Sides, mention: Mention, occasion: Occasion, roll: Roll) -> None:
    """As in: "held talks on Monday with X", where "with" hangs on the verb."""
    verb = mention.verb
    if verb is None or mention.head.dep != "dobj" or clauses.is_negated(verb):
        return
    partners = sides.objects(verb, "with")
    if occasion.type in MUTUAL and verb.lower in role_words.verbs("holding"):
        roll.add(partners, "participant", "with-phrase")
    elif occasion.type in _EVENTS and verb.lower in gathering_words.verbs("arranging"):
        roll.add(unnamed(partners), "participant", "with-phrase")  # "convened a round table with students and teachers"


def _by_noun(sides: Sides, mention: Mention, occasion: Occasion, roll: Roll) -> None:
    head, verb = mention.head, mention.verb
    for child in head.children:
        on = child.lower == "on" and mention.base == "courtesy call"
        if child.dep == "prep" and (on or child.lower in ("with", "between", "among")):
            again = [c for c in child.children if c.dep == "conj" and c.lower == child.lower]  # "meetings with A and with B"
            partners = [t for p in (child, *again) for t in p.children if t.dep == "pobj"]
            roll.add([n for t in partners for n in sides.phrase(t)], "participant", "with-phrase")
            if child.lower == "with":
                roll.add(sides.behind(child), "participant", "with-phrase")
        if child.dep == "poss":
            _by_owner(sides, child, mention, occasion, roll)
        if child.dep == "prep" and child.lower == "of" and occasion.type in MUTUAL:
            roll.add(_parties(sides, child), "participant", "meeting-of")
        if child.dep == "prep" and child.lower in ("of", "by") and occasion.type == "visit":
            roll.add([n for t in child.children for n in roll.persons(sides.phrase(t))], "participant", "visit-of")
        if (
            child.dep == "prep"
            and child.lower in ("of", "by")
            and mention.base in ("lecture", "public lecture", "presentation")
        ):
            roll.add([n for t in child.children for n in roll.persons(sides.phrase(t))], "speaker", "lecture-of")
    roll.add(_behind_title(sides, head) if occasion.type in _EVENTS else [], "speaker", "with-phrase")
    roll.add(delegations.sent_to(sides, mention), "participant", "delegation-to")
    roll.add(_pictured(sides, mention), "participant", "pictured")
    roll.add(holders.by_apposition(sides, mention) if occasion.type in _EVENTS else [], "organizer", "undertaking-of")
    if mention.rule == "agenda-entry" or mention.base in (
        "lecture",
        "public lecture",
        "book talk",
        "author talk",
        "fireside chat",
    ):
        behind = [t for c in head.children if c.dep == "prep" and c.lower in ("with", "by") for t in c.children]
        roll.add([n for t in behind for n in roll.persons(sides.phrase(t))], "speaker", "lecture-of")
    for inner in head.subtree:
        if clauses.is_verb(inner) and inner.i > head.i and _is_said_of(mention, inner):
            _described(sides, inner, occasion, roll)
    if verb is not None and not clauses.is_negated(verb):
        _governed(sides, mention, verb, occasion, roll)
    detached.enter(sides, mention, occasion, roll)


_TITLED_WITH = re.compile(
    r",?\s+(?:(?:titled|entitled|called|named)[,:]?\s+)?[“\"‘][^“”\"\n]{3,150}[”\"’],?\s+(?:along\s+|together\s+)?(?:with|featuring)\s"
)


def _behind_title(sides: Sides, head: Token) -> list[Named]:
    """Who stands behind "with" and the title of an event ("a discussion, “The Long Shadow,” with A and B")."""
    match = _TITLED_WITH.match(sides.document.text, head.end)
    last = sides.reading.between((match.end() - 2, match.end() - 1)) if match is not None else []
    return sides.behind(last[0]) if last else []


def _is_said_of(mention: Mention, verb: Token) -> bool:
    """Tell whether a clause describes the occasion, also behind whose it is ("the meeting of the group, which X hosts")."""
    noun = relative_head(verb)
    inside = noun is not None and noun.i > mention.head.i and mention.span.contains(noun.span)
    after = verb.nbor(-1)
    set_off = verb.tag == "VBN" and after is not None and after.text == "," and clauses.objects(verb, "by")
    if set_off and verb.dep == "acl" and role_words.verb_roles().get(verb.lower) == "moderator":
        return True  # "a discussion with students, moderated by X"
    held = verb.child("auxpass") is not None and role_words.verb_roles().get(verb.lower) in ("host", "organizer", "moderator")
    return noun is mention.head or (inside and held and verb.dep == "relcl")


def _by_owner(sides: Sides, owner: Token, mention: Mention, occasion: Occasion, roll: Roll) -> None:
    """Whose visit or meeting it is, and whose seminar: the first take part, the body behind the other organized it."""
    if occasion.type in (*MUTUAL, "visit", "ceremony", "session"):
        role: Role = "speaker" if mention.base in ("lecture", "presentation") else "participant"
        guests = _guests(sides, mention.verb) if occasion.type == "visit" and owner.tag == "PRP$" else []
        roll.add(roll.persons(guests or sides.phrase(owner)), role, "possessor")
    if occasion.type in _EVENTS:
        roll.add(bodies(sides.phrase(owner)), "organizer", "possessor")


_EVENTS = frozenset(
    {"roundtable", "webinar", "forum", "conference", "seminar", "workshop", "symposium", "dialogue", "exhibition", "other"}
)
"""Types that a body which hosts them has also organized: a hall is lent, a seminar is hosted by who holds it."""


def _enter_active(sides: Sides, verb: Token, named: list[Named], role: Role, occasion: Occasion, roll: Roll) -> None:
    """Those who hold an occasion, and who holds it with them; a body that hosts an event is its organizer as well."""
    partners = sides.together(verb)
    if role == "moderator" and (verb.lower.startswith("co") or clauses.prefix_of(verb) is not None):
        roll.add(_beside(sides, occasion), role, "together-with", verb.text)
    event = role == "host" and occasion.type in _EVENTS
    if role == "participant" and occasion.type == "dialogue" and occasion.best.head.text[:1].isupper():
        # An institute that holds the third Steppe Dialogue holds an event; two countries that hold it talk.
        roll.add(bodies(named), "organizer", "hosting-body", verb.text)
        roll.add(bodies(partners), "organizer", "together-with", verb.text)
        named = [one for one in named if one not in bodies(named)]
        partners = [one for one in partners if one not in bodies(partners)]
    roll.add(_fit(named, role), role, "verb-object", verb.text)
    if event:
        roll.add(bodies(named), "organizer", "hosting-body", verb.text)
    roll.add(partners, "organizer" if event else role, "together-with", verb.text)


def _beside(sides: Sides, occasion: Occasion) -> list[Named]:
    """The persons behind "with" at the noun of what somebody co-chairs: "will co-chair the meeting with Adviser X"."""
    preps = [
        t for m in occasion.mentions if m.head is not m.verb for t in m.head.subtree if t.lower == "with" and t.dep == "prep"
    ]
    return [n for prep in preps for n in sides.behind(prep)]


def _guests(sides: Sides, verb: Token | None) -> list[Named]:
    """Whose visit it is in "X hosted Y on the second day of his visit": that of the guest."""
    hosted = verb is not None and verb.lower in role_words.verbs("hosting") and not verb.child("auxpass")
    return [n for n in sides.objects(verb) if isinstance(n[0], Person)] if hosted and verb is not None else []


def _parties(sides: Sides, prep: Token) -> list[Named]:
    """The persons, or the countries for whom they come, in "a meeting of the foreign ministers of A, B and C"."""
    heads = [each for t in prep.children if t.dep == "pobj" for each in clauses.coordinated(t)]
    people = [n for head in heads for n in sides.phrase(head) if isinstance(n[0], Person)]
    if people or not any(head.lower in gathering_words.noun_set("groups") for head in heads):
        return people
    inner = [p for head in heads for p in head.children if p.dep == "prep" and p.lower in ("of", "from")]
    countries_there = [each for p in inner for t in p.children if t.dep == "pobj" for each in clauses.coordinated(t)]
    sent = [n for t in countries_there for n in sides.phrase(t) if isinstance(n[0], Phrase)]
    return sent or unnamed([n for head in heads[:1] for n in sides.phrase(head)])


def _described(sides: Sides, verb: Token, occasion: Occasion, roll: Roll) -> None:
    """As in: "a seminar hosted by X", "the talks which X chaired", "organized jointly with Y"."""
    roll.add(_drawn(sides, verb), "participant", "brought-together", verb.text)
    role = _role(verb, occasion)
    if role is None:
        return
    roll.add(sides.agents(verb), role, "participle-by", verb.text)
    if role == "host" and occasion.type in _EVENTS:
        roll.add(bodies(sides.agents(verb)), "organizer", "hosting-body", verb.text)
    subject = verb.child("nsubj")
    if subject is not None and subject.tag not in ("WDT", "WP"):
        roll.add(_fit(sides.phrase(subject), role), role, "relative-clause", verb.text)


def _drawn(sides: Sides, verb: Token) -> list[Named]:
    """The groups that an event brings together: "the seminar, which drew diplomats and scholars"."""
    draws = verb.lower in gathering_words.verbs("gathering_people") or verb.lower in gathering_words.verbs("drawing")
    return unnamed(sides.objects(verb)) if draws and not verb.child("auxpass") else []


def _governed(sides: Sides, mention: Mention, verb: Token, occasion: Occasion, roll: Roll) -> None:
    """The subject or agent of the verb whose object or adverbial the occasion is."""
    head = _whole(mention.head)
    head = head.head if head.dep == "appos" and mention.span.contains(head.head.span) else head  # "the 9th Oslo–Lunde Dialogue"
    prep = head.head
    if head.dep == "nsubj" and prep is not verb and verb.i < head.i:
        roll.add(sides.subject(verb), _role(verb, occasion) or "participant", "verb-object", verb.text)
        return
    if (
        head.dep == "pobj"
        and prep.lower == "during"
        and (owner := mention.head.child("poss")) is not None
        and owner.tag == "PRP$"
    ):
        roll.add(roll.persons(sides.subject(verb)), "participant", "during-ones-own", verb.text)
        return
    if head.dep in ("nsubj", "nsubjpass") or (head.dep == "conj" and head.head.dep == "nsubjpass"):
        roll.add(_drawn(sides, verb), "participant", "brought-together", verb.text)
        for each in [verb, *(c for c in verb.children if c.dep in ("conj", "acomp") and clauses.is_verb(c))]:
            role = _role(each, occasion)
            if role is not None and (each.child("auxpass") or each.tag == "VBN"):
                roll.add(_fit(sides.agents(each), role), role, "passive-by", each.text)
                hosts = bodies(sides.agents(each)) if role == "host" and occasion.type in _EVENTS else []
                roll.add(hosts, "organizer", "hosting-body", each.text)
        return
    role = _role(verb, occasion) if head.dep in ("dobj", "conj") else None
    behind_preposition(sides, verb, occasion, roll, head)
    paid = occasion.type == "visit" and head.dep == "dobj" and verb.lower in role_words.verbs("holding")
    if paid and not clauses.subjects(verb):
        roll.add(sides.before(verb)[-1:], "participant", "verb-object", verb.text)
    if head.dep == "pobj" and prep.head is verb and prep.lower in ("in", "at", "to", "by", "with"):
        as_what = any(t.lower == "as" and t.dep == "prep" for t in [*clauses.own_tokens(verb), *mention.head.children])
        role = "participant" if verb.lower in role_words.verbs("joining") and not as_what else None
    if head.dep == "pobj" and prep.head is verb and occasion.type in MUTUAL:
        _conversed(sides, verb, occasion, roll, prep)
    there = head.dep == "pobj" and verb.lower in role_words.verbs("being_there")
    if there and prep.lower in (("for", "on") if occasion.type == "visit" else ("for",)):
        # "was in Lunde for a forum", "arrived on a two-day visit"
        roll.add(sides.subject(verb), "participant", "there-for", verb.text)
    if role is not None and not verb.child("auxpass"):
        _enter_active(sides, verb, sides.subject(verb), role, occasion, roll)
    meal = mention.base in gathering_words.words("meals") and verb.lower in role_words.verbs("welcoming")
    if head.dep == "pobj" and prep.lower in (("for", "to") if meal else ("for",)) and verb.child("dobj"):
        _gathered_for(sides, verb, roll)


def _gathered_for(sides: Sides, verb: Token, roll: Roll) -> None:
    """As in: "hosted the ministers for talks", "brought together six judges for a seminar"."""
    if verb.lower in gathering_words.verbs("gathering_people"):
        roll.add(bodies(sides.subject(verb)), "organizer", "gathered-for", verb.text)
    elif verb.lower in role_words.verbs("hosting"):
        roll.add(sides.subject(verb), "host", "hosted-for", verb.text)
        roll.add(roll.persons(sides.subject(verb)), "participant", "hosted-for", verb.text)
        roll.add(roll.persons([*sides.objects(verb), *sides.behind(verb)]), "participant", "hosted-for", verb.text)


def _pictured(sides: Sides, mention: Mention) -> list[Named]:
    """Those of a caption without a verb: "From left to right, A, B and C at the panel discussion"."""
    prep = mention.head.head
    if mention.head.dep != "pobj" or prep.lower not in ("at", "during") or mention.verb is not None:
        return []
    return [n for n in sides.phrase(prep.head) if isinstance(n[0], Person)]


def _conversed(sides: Sides, verb: Token, occasion: Occasion, roll: Roll, prep: Token) -> None:
    """As in: "In a call on Sunday, X and Y discussed", "X joined Y at the talks"."""
    people = roll.persons(sides.subject(verb)) if prep.lower in ("in", "during", "over", "after", "following") else []
    head = next((t for t in prep.children if t.dep == "pobj"), prep)
    other = any(c.lower == "with" for c in head.children) and head.child("poss") is None  # "relented after a call with X"
    if other or _is_told_of(verb, prep, head):
        people = roll.persons(sides.subject(verb))
    if (
        (len(people) > 1 and prep.lower not in ("after", "following"))
        or (occasion.type == "call" and prep.lower == "in")
        or other
        or _is_told_of(verb, prep, head)
    ):
        roll.add(people, "participant", "in-conversation", verb.text)
    if prep.lower in ("at", "in", "for") and verb.lower in role_words.verbs("accompanying"):
        roll.add(roll.persons([*sides.subject(verb), *sides.objects(verb)]), "participant", "in-conversation", verb.text)


def _is_told_of(verb: Token, prep: Token, head: Token) -> bool:
    """Tell whether somebody said something in the talks told before: "During the meeting, Minister X voiced concern"."""
    known = any(c.lower in ("the", "their") for c in head.children) and head.child("prep") is None
    return prep.lower == "during" and known and verb.lower in cues().verbs


def _whole(head: Token) -> Token:
    """The noun of the part of an occasion that stands for it ("the last part of the call")."""
    prep = head.head
    standing = gathering_words.noun_set("margins") | gathering_words.noun_set("portions")
    if head.dep == "pobj" and prep.lower == "of" and prep.head.lower in standing:
        return prep.head
    return head


def _role(verb: Token, occasion: Occasion) -> Role | None:
    """The role that a verb with the occasion as its object gives to its subject."""
    if (
        verb.lower in role_words.verbs("bringing_to_end")
        and verb.tag in ("VBD", "VBG")
        and occasion.type in ("talks", "dialogue", "summit", "meeting", "visit")
        and verb.lower not in role_words.verb_roles()
    ):
        return "participant"  # "the delegations wrapped up two days of talks"
    if verb.lower in role_words.verbs("holding"):
        return _role_of_holding(occasion)
    if occasion.best.base in (*CROWDS, "rally") and verb.lower in role_words.forms("lead"):
        return "participant"
    briefs = occasion.type == "briefing" and verb.lower in gathering_words.verbs("giving")
    if briefs or verb.lower in ("told", "tell", "tells"):
        return "speaker"
    called = occasion.type == "call" and calls.is_made_by(verb)  # "received a call from X"
    return "participant" if called else role_words.verb_roles().get(verb.lower)


def _role_of_holding(occasion: Occasion) -> Role:
    """The role of those who hold an occasion: they meet, give a press conference, or arrange it for others."""
    if occasion.type == "session" and occasion.best.base == "session":
        return "participant"  # "the Council held an emergency session"
    if occasion.type == "briefing":
        return "speaker"
    return "participant" if occasion.type in (*MUTUAL, "visit") else "organizer"


def _fit(named: list[Named], role: Role) -> list[Named]:
    """Of those named the ones who can have the role: opening is done by persons, organizing by no phrase of the text."""
    if role in ("opening", "speaker"):
        return [n for n in named if not isinstance(n[0], Phrase | Organization)]
    if role == "organizer":
        return [n for n in named if not isinstance(n[0], Phrase) or n[0].words[:1].isupper()]
    return named
