"""Roles around a verb that is itself the mention of an occasion: "X met Y", "the guests were received by Z"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import delegations, signings, sittings
from onrecord.extract.en.gatherings.leaders import led_countries
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.roll import Roll, bodies, unnamed
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import role_words
from onrecord.languages.reading import Token
from onrecord.model import Phrase


def enter(sides: Sides, mention: Mention, roll: Roll) -> None:
    """Enter whom the words around a verb that mentions an occasion place there, by the rule that found it."""
    verb, rule = mention.head, mention.rule
    subject = sides.subject(verb)
    if rule in ("met-with", "spoke-by-phone", "spoke-with"):
        roll.add([*_named_here(sides, subject), *sides.before(verb), *led_countries(sides, verb)], "participant", rule)
        preps = ("with", "to") if rule == "spoke-with" else ("with",)
        roll.add([*sides.objects(verb, *preps), *sides.objects(verb)], "participant", rule)
        roll.add(roll.persons(sides.objects(verb, "on", "upon")), "participant", rule)
        means = [t for by in verb.children if by.lower in ("by", "over") for phone in by.children for t in phone.children]
        for prep in [*verb.children, *means]:  # "spoke for an hour by telephone with X"
            if prep.dep == "prep" and prep.lower == "with":
                roll.add(sides.behind(prep), "participant", rule)
    elif rule == "hosted":
        roll.add([n for n in subject if not isinstance(n[0], Phrase)], "host", rule)
        guests = roll.persons(sides.objects(verb)) or sides.titled_behind(verb) or unnamed(sides.objects(verb))
        roll.add([*roll.persons(subject), *guests], "participant", rule)
    elif rule == "visited":
        visitors = sides.agents(verb) if verb.child("auxpass") else subject
        came = roll.persons([*visitors, *sides.together(verb)])
        roll.add(delegations.who_came(sides, verb, came), "participant", rule)
        there = subject if verb.child("auxpass") else sides.objects(verb)
        roll.add(roll.persons(there), "participant", rule)
        roll.add(bodies(there), "host", rule)
    elif rule in ("travelled-to", "stayed-in", "appeared-before", "marched", "solemn-deed"):
        testifies = verb.lower in role_words.forms("testify")
        roll.add(roll.persons(subject), "speaker" if testifies else "participant", rule)
    elif rule in ("addressed-press", "lectured-at"):
        roll.add(roll.persons(subject), "speaker", rule)
    elif rule == "convened-people":
        roll.add([n for n in subject if not isinstance(n[0], Phrase)], "organizer", rule)
        roll.add(_named_here(sides, sides.objects(verb)), "participant", rule)
    elif rule == "signed":
        agents = sides.agents(verb) if verb.child("auxpass") or verb.dep == "acl" else subject
        beside = [n for t in (verb, *signings.signed_things(verb)) for n in sides.objects(t, "with")]  # "signed it with X"
        roll.add([n for n in (*agents, *beside) if not isinstance(n[0], Phrase)], "signatory", rule)
    elif rule == "invited-to":
        roll.add([n for n in subject if not isinstance(n[0], Phrase)], "host", rule)
    elif rule in ("gathered", "credentials"):
        there = [*subject, *sides.objects(verb, "to", "by", "from"), *sides.objects(verb)]
        ours = subject if any(t.lower == "we" for t in clauses.subjects(verb)) else roll.persons(subject)
        roll.add(ours if rule == "gathered" else roll.persons(there), "participant", rule)
    else:
        _by_courtesy(sides, verb, rule, roll)


def _by_courtesy(sides: Sides, verb: Token, rule: str, roll: Roll) -> None:
    """Who called on whom, who received the guests, who was sworn in, and which council sat."""
    subject = sides.subject(verb)
    if rule == "called-on":
        roll.add(roll.persons([*subject, *sides.objects(verb, "on")]), "participant", rule)
    elif rule == "received-by":
        roll.add(roll.persons(sides.agents(verb)), "host", rule)
        roll.add(bodies(sides.objects(verb, "at")), "host", rule)  # "were received at the ministry"
        roll.add(delegations.who_came(sides, verb, roll.persons(subject)), "participant", rule)
    elif rule == "sworn-in":
        there = [*subject, *sides.objects(verb), *sides.objects(verb, "in"), *sides.agents(verb)]
        roll.add(roll.persons(there), "participant", rule)
    elif rule == "body-convened":
        roll.add([n for n in bodies(subject) if sittings.sits(n[1].of(sides.document.text))], "participant", rule)
    elif rule == "body-sat":
        roll.add(bodies(sides.subject(verb.head if verb.dep == "xcomp" else verb)), "participant", rule)


def _named_here(sides: Sides, named: list[Named]) -> list[Named]:
    """Those named, without groups that hold no name ("survivors", "state legislators")."""
    return [
        n for n in named if not isinstance(n[0], Phrase) or sides.entities.within(n[1]) or sides.entities.places_within(n[1])
    ]
