"""Sittings told by what is done at them: somebody speaks before a body, a court hears him, a council votes."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import encounters
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.roll import Roll, bodies
from onrecord.extract.en.gatherings.sides import Sides
from onrecord.extract.en.gatherings.verbal import is_of_group, verbal
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import role_words
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span


def appeared(verb: Token, entities: Entities) -> Mention | None:
    """Somebody before judges or a body that hears him: "testified before the committee"."""
    if verb.lower not in lexicon.verbs("court") or not is_of_group(verb, entities):
        return None
    to = [t for t in clauses.objects(verb, "in", "before", "at") if t.lower in lexicon.noun_set("courts")]
    return verbal(verb, "session", "hearing", "appeared-before", to=to, strength=2) if to else None


def spoke_before(verb: Token, entities: Entities) -> Mention | None:
    """Somebody speaks before a body on a stated day: "addressed the Security Council on Monday", "reported to parliament"."""
    preposed = verb.lower in lexicon.verbs("speaking_before")
    if not preposed and verb.lower not in lexicon.verbs("addressing"):
        return None
    heard = clauses.objects(verb, "to", "before", "in") if preposed else clauses.objects(verb)
    to = [t for t in heard if _is_sitting(t, entities)]
    told = clauses.tense(verb) is not None and not verb.child("auxpass") and is_of_group(verb, entities)
    dated = any(_is_dated(t) for t in (verb, *clauses.joined_verbs(verb), *filter(None, [clauses.verb_over(verb)])))
    if not to or not told or not dated or _is_in_writing(verb):
        return None
    return verbal(verb, "session", "session", "spoke-before-body", to=to[:1], strength=2)


def speeches(reading: Reading, entities: Entities) -> Iterator[Mention]:
    """Yield the speeches that a noun tells on a stated day: "in his speech to the parliament on Monday", "at the museum"."""
    for noun in reading.tokens:
        if noun.lower not in lexicon.noun_set("speeches") or noun.tag not in ("NN", "NNS"):
            continue
        verb = clauses.verb_over(noun)
        if verb is None or clauses.tense(verb) is None or not (_is_dated(verb) or _is_dated(noun)):
            continue
        heard = [t for t in clauses.objects(noun, "to", "before") if _is_sitting(t, entities)]
        house = encounters.houses(clauses.objects(noun, "at"), entities) if noun.lower in lexicon.noun_set("given") else []
        if heard:
            made = verbal(verb, "session", "session", "spoke-before-body", to=[], strength=2)
        elif house and noun.lower not in lexicon.nouns() and not encounters.lectured(verb, entities):
            made = verbal(verb, "other", "lecture", "lectured-at", to=[], strength=2)
        else:
            continue
        told = heard or house
        where = [t for t in told[0].subtree if entities.at(t) is entities.at(told[0])]
        made.head, made.span = noun, Span(noun.start, max(t.end for t in where))
        yield made


def deliberated(verb: Token, entities: Entities) -> Mention | None:
    """A sitting of a council on a stated day: "the Security Council is expected to discuss the matter on Friday", "voted"."""
    if verb.lower not in lexicon.verbs("deliberating") or not _is_dated(verb) or verb.child("auxpass") is not None:
        return None
    past = clauses.tense(verb) == "past" and (verb.lower in lexicon.verbs("voting") or _tells_votes(verb))
    if clauses.tense(verb) != "future" and not past:
        return None
    above = verb.head if verb.dep == "xcomp" else verb
    who = clauses.subjects(above) or clauses.subjects(verb)
    who = [each for t in who for each in (t, *clauses.objects(t, "of"))]  # "all members of the Council voted"
    sat = [
        t for t in who if entities.organization_at(t) and (t.lower in lexicon.noun_set("bodies") or _is_sitting(t, entities))
    ]
    if not sat:
        return None
    made = verbal(verb, "session", "session", "body-sat", to=clauses.objects(verb), strength=2)
    made.span = Span(min(t.start for t in clauses.phrase(sat[0]) if t.dep != "det"), made.span.end)
    return made


def enter(sides: Sides, mention: Mention, roll: Roll) -> None:
    """Enter who speaks before a body and the body that hears him."""
    verb, noun = mention.verb, mention.head
    if verb is None:
        return
    owner = noun.child("poss") if noun is not verb else None
    heard = sides.objects(noun, "to", "before") if noun is not verb else sides.objects(verb, "to", "before", "in")
    spoke = sides.phrase(owner) if owner is not None else sides.agents(verb) if verb.child("auxpass") else sides.subject(verb)
    roll.add(roll.persons(spoke), "speaker", mention.rule)
    roll.add(bodies([*heard, *(sides.objects(verb) if noun is verb else [])]), "participant", mention.rule)


def sits(words: str) -> bool:
    """Tell whether the words name a body whose own members sit; in a general assembly states do."""
    name = words.lower().split()
    return not lexicon.noun_set("sitting").isdisjoint(name) and "general" not in name


def _is_sitting(token: Token, entities: Entities) -> bool:
    """Tell whether a noun is that of a body that sits: "the Security Council", "parliament", "the lower house of"."""
    if token.lower not in lexicon.noun_set("sitting"):
        return False
    return entities.organization_at(token) is not None or token.lower in lexicon.noun_set("courts")


def _is_dated(head: Token) -> bool:
    """Tell whether a clause or a noun phrase of its own states its day, and not only a week or a month."""
    own = clauses.own_tokens(head) if clauses.is_verb(head) else clauses.phrase(head)
    dated = [t for t in own if t.entity == "DATE"]
    return bool(dated) and not any(t.lower in lexicon.noun_set("stretches_of_days") for t in dated)


def _is_in_writing(verb: Token) -> bool:
    """Tell whether the words went to the body on paper ("told the committee in a letter")."""
    means = clauses.objects(verb, "in", "by", "via", "through")
    return any(t.lower in lexicon.words("media") or t.lower in role_words.nouns("letters") for t in means)


def _tells_votes(verb: Token) -> bool:
    """Tell whether a clause says how a body voted ("approved the bill by 70 votes to 20")."""
    return any(t.lower in ("vote", "votes") for t in clauses.own_tokens(verb))
