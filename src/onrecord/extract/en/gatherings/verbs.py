"""Verbs that are an occasion in themselves: "met with", "spoke by phone", "visited", "signed in the city library"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import deeds, encounters, signings, sittings
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.ordinals import ordinal_of
from onrecord.extract.en.gatherings.verbal import is_group, is_of_group, is_person, persons_of, verbal
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import titles
from onrecord.languages.en.quotation import find_quotations
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span
from onrecord.model.facts import GatheringType


def find(reading: Reading, entities: Entities) -> list[Mention]:
    """Return the verbs that are an occasion in themselves."""
    found = []
    quoted = [q.outer for p in reading.paragraphs for q in find_quotations(reading.text, *p.span)]
    for token in reading.tokens:
        if not token.tag.startswith("VB") or token.dep in ("aux", "auxpass", "amod", "compound"):
            continue
        if _is_first_person(token) and any(span.contains(token.span) for span in quoted):
            continue  # "“I go to Lunde with one suitcase”": what a speaker tells of himself in his own words
        for rule in _RULES:
            made = rule(token, entities)
            if made is not None:
                found.append(made)
                break
    return found


def _is_first_person(verb: Token) -> bool:
    return any(t.lower in ("i", "we") for t in clauses.subjects(verb))


def _met(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("meeting") or verb.child("auxpass"):
        return None
    partners = [t for t in [*clauses.objects(verb, "with"), *clauses.objects(verb)] if is_group(t, entities)]
    sides = [t for t in clauses.subjects(verb) if is_group(t, entities)]
    direct = [t for t in clauses.objects(verb) if t.tag not in ("WDT", "IN")]  # "the third time that X and Y had met"
    if (direct and not any(is_group(t, entities) for t in direct)) or not (partners or sides):
        return None
    if (
        not partners
        and len(persons_of(verb, entities)) < 2
        and not any(t.entity in ("DATE", "GPE", "TIME") for t in clauses.own_tokens(verb))
    ):
        return None
    return verbal(verb, "meeting", "meet", "met-with", to=partners, strength=3)


def _spoke(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower in lexicon.verbs("discussing"):  # X and Y discussed the summit by telephone
        heard = any(t.lower in lexicon.words("by_phone") and t.head.lower in ("by", "over") for t in verb.subtree)
        called = heard and len(persons_of(verb, entities)) > 1
        return verbal(verb, "call", "call", "spoke-by-phone", to=[], strength=3) if called else None
    if verb.lower not in lexicon.verbs("call"):
        told = encounters.told_by_phone(verb, entities)
        return verbal(verb, "call", "call", "spoke-by-phone", to=told, strength=3) if told else None
    own = {t.lower for t in clauses.own_tokens(verb)}
    by_phone = bool(own & lexicon.words("by_phone")) or verb.lower.startswith(("phon", "telephon"))
    means = [t for p in verb.children if p.dep == "prep" for t in p.children if t.lower in lexicon.words("by_phone")]
    behind = [*clauses.objects(verb, "with", "to"), *(t for each in means for t in clauses.objects(each, "with"))]
    partners = [t for t in [*behind, *clauses.objects(verb)] if is_group(t, entities)]
    if by_phone and (partners or len(persons_of(verb, entities)) > 1):
        return verbal(verb, "call", "call", "spoke-by-phone", to=partners, strength=3)
    # "With X in the chair, Y spoke about"
    named = [t for t in clauses.objects(verb, "with") if entities.person_at(t) is not None and t.i > verb.i]
    speaker = bool(persons_of(verb, entities))
    if named and speaker and verb.lower.startswith(("speak", "spoke", "talk")):
        return verbal(verb, "talks", "call", "spoke-with", to=named, strength=3)
    told = [t for t in clauses.objects(verb, "to") if is_person(t, entities)]
    if told and verb.lower.startswith("spoke") and any(is_person(t, entities) for t in clauses.subjects(verb)):
        return verbal(verb, "talks", "call", "spoke-with", to=told, strength=0)  # of the headline's call, or of none
    return None


def _called_on(verb: Token, entities: Entities) -> Mention | None:
    """A courtesy call: "called on the governor", "paid a call" is told by its noun; what is asked of somebody is none."""
    if not verb.lower.startswith("call") or verb.child("auxpass") or verb.child("dobj", "xcomp", "ccomp"):
        return None
    to = [t for t in clauses.objects(verb, "on") if entities.person_at(t) is not None or titles.head_kind(t.text) == "office"]
    asked = any(t.tag == "TO" for head in to for t in head.subtree) or any(t.tag == "TO" for t in verb.subtree if t.i > verb.i)
    if not to or asked or not persons_of(verb, entities):
        return None
    return verbal(verb, "meeting", "courtesy call", "called-on", to=to[:1], strength=2)


def _received(verb: Token, entities: Entities) -> Mention | None:
    """As in: "the delegation was received by President X"."""
    passive = verb.child("auxpass") is not None and verb.lower in lexicon.verbs("receiving")
    if not passive or not is_of_group(verb, entities):
        return None
    known = any(t.tag == "PRP" for t in clauses.subjects(verb))
    if verb.lower not in lexicon.verbs("hosting") and (known or clauses.objects(verb, "at")):
        return None  # "they were welcomed by its director", "at the museum he was greeted by": a part of their visit
    if verb.dep == "relcl" and any(
        t.lower in lexicon.nouns() for t in verb.head.ancestors if t.dep != "ROOT" and t.tag[0] == "N"
    ):
        return None  # "a meeting of the working group, which will be hosted by X": the meeting is hosted
    by = [t for t in clauses.objects(verb, "by") if is_group(t, entities)]
    by = by or [t for t in clauses.objects(verb, "at") if entities.organization_at(t) is not None]
    made = verbal(verb, "meeting", "meet", "received-by", to=by, strength=3) if by else None
    if made is not None and (head := verb.child("nsubjpass")) is not None:
        made.span = Span(min(t.start for t in clauses.phrase(head)), made.span.end)
    return made


def _visited(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("visit"):
        return None
    passive = verb.child("auxpass") is not None
    seen = verb.child("nsubjpass")
    if passive and (seen is None or seen.tag == "PRP" or not any(is_group(t, entities) for t in clauses.objects(verb, "by"))):
        return None
    to = clauses.coordinated(seen) if passive and seen is not None else clauses.objects(verb)
    asked = verb.dep in ("xcomp", "acl") and (verb.head.lower in lexicon.verbs("invite") or verb.head.lower == "invitation")
    if asked and not any(t.entity == "DATE" for t in clauses.own_tokens(verb)):
        return None  # "invited the President to visit Lunde": nobody says that he will
    if not to or not (passive or is_of_group(verb, entities)):
        return None
    names = [to[0], *(c for c in to[0].children if c.dep in ("compound", "nmod")), *clauses.objects(to[0], "of")]
    named = any(t.tag.startswith("NNP") or t.entity for t in names)  # "the Ulba plant", "the halls of the Ulba plant"
    made = verbal(verb, "visit", "visit", "visited", to=to, strength=3 if named else 2)
    if passive:
        made.span = Span(min(t.start for t in clauses.phrase(to[0])), verb.end)
    return made


def _travelled(verb: Token, entities: Entities) -> Mention | None:
    awaited = verb.lower == "expected" and verb.child("auxpass") is not None and verb.child("xcomp") is None
    departs = verb.lower in lexicon.verbs("departing")
    if not departs and verb.lower not in lexicon.verbs("travel") and not awaited:  # "is expected in Lunde on 3 May"
        return None
    to = [
        t
        for t in clauses.objects(verb, *(("for", "to") if departs else ("to", "in")))
        if t.entity in ("GPE", "LOC", "FAC")
        or entities.place_at(t)
        or (t.entity == "NORP" and t.tag == "NNP")
        or _is_town(t, entities)
        or (t.lower in lexicon.words("lands") and any(c.tag == "NNP" for c in t.children))
    ]
    if not to or not is_of_group(verb, entities):
        return None
    return verbal(verb, "visit", "travel", "travelled-to", to=to[:1], strength=2)


def _is_town(token: Token, entities: Entities) -> bool:
    """Tell whether a lone name behind "to" may be a town that the model does not know ("travelled to Öskemen")."""
    alone = token.tag == "NNP" and token.text.istitle() and not token.entity and not any(c.i < token.i for c in token.children)
    return alone and token.head.lower == "to" and entities.at(token) is None


def _briefed(verb: Token, entities: Entities) -> Mention | None:
    told = verb.lower in ("told", "tells", "tell")
    if verb.lower not in lexicon.verbs("briefing") and not told:
        return None
    to = [*clauses.objects(verb), *clauses.objects(verb, "to", "before", "with")]
    if not any(t.lower in lexicon.words("press") for t in to) or not is_of_group(verb, entities):
        return None
    return verbal(verb, "briefing", "briefing", "addressed-press", to=to, strength=2 if told else 3)


def _hosted(verb: Token, entities: Entities) -> Mention | None:
    """As in: "hosted Prime Minister X at the palace"; with a noun for the occasion ("for talks") that noun tells of it."""
    if verb.lower not in lexicon.verbs("receiving") or verb.child("auxpass"):
        return None
    guests = [t for t in clauses.objects(verb) if _is_guest(t, entities)]
    if verb.lower not in lexicon.verbs("hosting"):  # "welcomed X at the palace", and not "welcomed the minister's decision"
        guests = [t for t in guests if is_person(t, entities) and _is_placed(verb, entities)]
    for_what = any(
        p.lower in ("for", "at", "to") and t.lower in lexicon.nouns() for p in clauses.own_tokens(verb) for t in p.children
    )
    if not guests or for_what or not is_of_group(verb, entities):
        return None
    return verbal(verb, "meeting", "meet", "hosted", to=guests, strength=2)


def _is_placed(verb: Token, entities: Entities) -> bool:
    """Tell whether a clause tells in which house or city somebody is welcomed."""
    where = [t for t in clauses.own_tokens(verb) if t.dep == "pobj" and t.head.lower in ("at", "in", "to") and t.i > verb.i]
    return any(entities.place_at(t) or t.entity in ("GPE", "FAC") or t.lower in lexicon.words("venues") for t in where)


def _is_guest(token: Token, entities: Entities) -> bool:
    """Tell whether an object is a person who can be hosted: a name, an office, a counterpart."""
    office = titles.head_kind(token.text) == "office"
    return is_person(token, entities) or office or token.lower in lexicon.noun_set("guests")


def _convened(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("convening"):
        return None
    nouns_table = lexicon.nouns()
    to = [] if verb.child("auxpass") else clauses.objects(verb)
    if to:
        # "agreed to convene a working group" makes one
        made_there = to[0].lower in _MADE and any(t.lower in ("a", "an") for t in to[0].children)
        if made_there or to[0].lower in nouns_table or not is_group(to[0], entities):
            return None
        return verbal(verb, "meeting", "meeting", "convened-people", to=to, strength=3)
    head = verb.child("nsubj", "nsubjpass")
    if head is None or head.lower in nouns_table:
        return None
    whole = clauses.phrase(head)
    if not any(t.lower in lexicon.noun_set("bodies") or (t.text.isupper() and entities.organization_at(t)) for t in whole):
        return None
    made = verbal(verb, "meeting", "meeting", "body-convened", to=[], strength=3)
    tokens = [t for t in whole if t.dep != "det" or t.i > head.i]
    made.span = Span(tokens[0].start, max(tokens[-1].end, head.end))
    made.ordinal = next((n for t in tokens if (n := ordinal_of(t)) is not None), None)
    made.words = frozenset(t.lower for t in tokens if t.tag[:1] in "NJ")
    return made


_MADE = frozenset({"group", "panel", "committee", "commission", "force", "council", "board", "body", "team", "subcommittee"})
"""Bodies that are made when "a" or "an" stands before them; "the working group" convenes."""


def _brought_together(verb: Token, entities: Entities) -> Mention | None:
    if not encounters.brought_together(verb, entities):
        return None
    return verbal(verb, "meeting", "meeting", "convened-people", to=clauses.objects(verb), strength=2)


def _gathered(verb: Token, entities: Entities) -> Mention | None:
    """As in: "experts gathered in Lunde on 3 June", "the leaders will convene again in October"; a crowd demonstrates."""
    if verb.lower not in lexicon.verbs("gathering") or verb.child("auxpass", "dobj"):
        return None
    who = [t for t in clauses.subjects(verb) if is_group(t, entities) and t.lower not in lexicon.nouns()]
    own = [t for t in clauses.own_tokens(verb) if t.i > verb.i]
    placed = any(t.dep == "pobj" and t.head.lower in ("in", "at") and (t.entity == "GPE" or entities.place_at(t)) for t in own)
    if (
        not who
        or not placed
        or any(t.lower in lexicon.noun_set("crowds") for t in who if t.lower not in lexicon.noun_set("groups"))
    ):
        return None
    kind: GatheringType = "ceremony" if encounters.in_memory(verb) else "meeting"
    return verbal(verb, kind, "meet", "gathered", to=[], strength=2)


def _stayed(verb: Token, entities: Entities) -> Mention | None:
    """A stay with a beginning and an end: "was in Norland from August 27 to 31"; one to come: "is due in Lunde on Friday"."""
    if verb.lower not in ("was", "were", "is", "are", "be", "stayed") or not is_of_group(verb, entities):
        return None
    due = [t for c in verb.children if c.lower == "due" and c.dep == "acomp" for t in clauses.objects(c, "in", "at")]
    to = [t for t in [*clauses.objects(verb, "in"), *due] if entities.place_at(t) is not None]
    own = clauses.own_tokens(verb)
    if not to or not any(t.entity == "DATE" for t in own):
        return None
    if {"from", "between", "visit", "trip"} & {t.lower for t in own}:
        return verbal(verb, "visit", "stay", "stayed-in", to=to[:1], strength=2)
    return verbal(verb, "visit", "travel", "travelled-to", to=to[:1], strength=2) if due else None


def _signed(verb: Token, _: Entities) -> Mention | None:
    """A signing at a stated place on a stated day is a ceremony; how near that day must be is decided with the dates."""
    told = verb.lower in lexicon.verbs("signing")
    thing = verb.child("dobj")
    put = verb.lower in lexicon.verbs("putting") and thing is not None and thing.lower in lexicon.noun_set("signatures")
    if not (told or put):
        return None
    to = signings.signed_things(verb)
    if not to:
        return None
    made = verbal(verb, "ceremony", "signing", "signed", to=to, strength=0)
    made.words = frozenset(t.lower for t in to)
    if to[0].i < verb.i:
        made.span = Span(min(t.start for t in clauses.phrase(to[0])), verb.end)
    return made


def _invited(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("invite") or not any(is_group(t, entities) for t in clauses.objects(verb)):
        return None
    cities = [
        t for t in clauses.own_tokens(verb) if t.dep == "pobj" and t.head.lower == "to" and entities.place_at(t) is not None
    ]
    if not cities or not any(t.entity == "DATE" for t in clauses.own_tokens(verb)):
        return None
    return verbal(verb, "visit", "visit", "invited-to", to=[*clauses.objects(verb), *cities[:1]], strength=2)


def _encountered(verb: Token, entities: Entities) -> Mention | None:
    """As in: "called on Governor X", "the two will see each other in Lunde"."""
    if (encounters.each_other(verb) or encounters.conferred(verb)) and is_of_group(verb, entities):
        return verbal(verb, "meeting", "meet", "met-with", to=[], strength=2)
    to = encounters.met(verb, entities)
    if not to or not is_of_group(verb, entities):
        return None
    return verbal(verb, "meeting", "meet", "met-with", to=to, strength=2)


def _lectured(verb: Token, entities: Entities) -> Mention | None:
    to = encounters.lectured(verb, entities) or encounters.addressed(verb, entities)
    if not to or not any(entities.person_at(t) or t.lower in ("he", "she") for t in clauses.subjects(verb)):
        return None
    return verbal(verb, "other", "lecture", "lectured-at", to=[*clauses.objects(verb), *to[:1]], strength=2)


def _marched(verb: Token, entities: Entities) -> Mention | None:
    to = encounters.marched(verb, entities)
    strength = 3 if encounters.is_counted(verb) else 2
    return verbal(verb, "other", "march", "marched", to=to[:1], strength=strength) if to else None


def _here_for(verb: Token, entities: Entities) -> Mention | None:
    """As in: "arrived for a week-long stay"."""
    if verb.lower not in lexicon.verbs("travel") or not is_of_group(verb, entities):
        return None
    to = [t for t in clauses.objects(verb, "for", "on") if t.lower in ("stay", "sojourn")]
    return verbal(verb, "visit", "travel", "travelled-to", to=to, strength=2) if to else None


def _again(verb: Token, entities: Entities) -> Mention | None:
    """As in: "agreed to reconvene in Lunde", "will meet again in June"."""
    reconvened = verb.lower in lexicon.verbs("reconvening")
    if not reconvened or verb.child("auxpass", "dobj") or not is_of_group(verb, entities):
        return None
    to = [t for t in clauses.objects(verb, "in", "at") if entities.place_at(t) is not None or t.entity == "GPE"]
    return verbal(verb, "talks", "talks", "convened-people", to=to[:1], strength=2)


_RULES = (
    *(_met, _called_on, _received, _spoke, _visited, _travelled, _stayed, _briefed),
    *(
        deeds.swore_in,
        sittings.deliberated,
        _hosted,
        _convened,
        sittings.appeared,
        sittings.spoke_before,
        _signed,
        deeds.launched,
        _invited,
    ),
    *(deeds.credentials, deeds.solemn, _gathered, _brought_together, _encountered, _again, _here_for, _lectured, _marched),
)
