"""How sure the words make it that an occasion took place or is planned, and is not only spoken of."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import calls, signings
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en.quotation import find_quotations
from onrecord.languages.reading import Reading, Token
from onrecord.model import PartialDate

ENOUGH = 3
"""Points that make an occasion of a noun: two signs for a word that always means one, three for one that need not."""


def weigh(reading: Reading, mentions: list[Mention], entities: Entities, anchor: PartialDate | None) -> None:
    """Add to each noun's strength what speaks for an occasion, and take away what speaks against one."""
    quoted = [q.outer for p in reading.paragraphs for q in find_quotations(reading.text, *p.span)]
    for mention in mentions:
        if not (mention.dates or mention.place or mention.title) and any(q.contains(mention.head.span) for q in quoted):
            mention.strength -= 2  # what a speaker says of "the next meeting"
        if mention.head is not mention.verb:
            mention.strength += _weight(mention, entities)
        elif mention.rule == "signed":
            mention.strength += signings.weight(mention, entities, anchor)
        elif mention.dates or mention.place:
            mention.strength += 1


def _weight(mention: Mention, entities: Entities) -> int:
    head = mention.head
    points = 0 if mention.base in lexicon.words("abstract") else 1
    points += _is_told(mention)
    points += 2 * any(d.date and (d.date.month or d.basis != "modifier") for d in mention.dates)
    points += 2 * (mention.until is not None)
    points += 2 * (mention.place is not None)
    points += _is_held(mention) or _is_joined(mention)
    points += _is_proper(head)
    points += bool(mention.ordinal)
    points += _prep_weight(head) or _is_on_the_way(head)
    points += _owned(head, entities)
    points += _is_counted(head) + _is_arranged_with(mention)
    points -= 3 * _is_unreal(mention)
    if mention.plural and not (_is_held(mention) or (_owned(head, entities) and _prep_weight(head))):
        points -= 3
    return points


def _is_held(mention: Mention) -> int:
    """2 where the noun is subject or object of a verb of holding, or stands behind "the holding of"; 3 for meals and guests."""
    verb, prep = mention.verb, mention.head.head
    if (
        mention.head.dep == "pobj"
        and prep.lower == "of"
        and prep.head.lower in ("holding", "convening", "hosting", "organization")
    ):
        return 2
    if verb is None or not _holds(mention, verb) or (verb.tag == "VB" and verb.dep == "advcl"):
        return 0
    if mention.head.dep == "pobj" and prep.lower == "with" and prep.head is verb:
        return 2 * (verb.lower in lexicon.verbs("beginning"))  # "the second day began with a trip to the site"
    portion = mention.head.dep == "pobj" and prep.lower == "of" and prep.head.lower in lexicon.noun_set("portions")
    standing = prep.head if portion else mention.head  # "wound up three days of discussions"
    hosted_for = mention.head.dep == "pobj" and prep.lower == "for" and verb.lower in lexicon.verbs("hosting")
    if (_is_meal_given(mention, verb) or (hosted_for and verb.child("dobj"))) and clauses.tense(verb) == "past":
        return 3
    return 2 * (standing.dep in ("nsubj", "nsubjpass", "dobj", "conj", "attr"))


def _holds(mention: Mention, verb: Token) -> bool:
    """Tell whether a verb says of an occasion that it takes place; a meal is given, a call is made."""
    given = _is_meal_given(mention, verb)
    called = mention.type == "call" and calls.is_made_by(verb)
    return given or called or verb.lower in lexicon.verbs("holding")


def _is_meal_given(mention: Mention, verb: Token) -> bool:
    """Tell whether somebody gives a meal: "hosted a reception to mark the day"."""
    thing = mention.head.dep in ("dobj", "nsubjpass")
    return thing and mention.base in lexicon.words("meals") and verb.lower in lexicon.verbs("laying_on")


def _is_joined(mention: Mention) -> int:
    """2 where somebody has been at it: "took part in a round table with", "spoke at a seminar"."""
    verb, prep = mention.verb, mention.head.head
    if verb is None or mention.head.dep != "pobj" or prep.lower not in ("in", "at") or clauses.tense(verb) != "past":
        return 0
    part = verb.child("dobj")
    took = verb.lower in lexicon.verbs("taking_part") and part is not None and part.lower == "part"
    near = prep.head is verb or prep.head is part
    return 2 * (near and (took or verb.lower in lexicon.verbs("being_at")) and not clauses.is_unreal(verb))


def _is_counted(head: Token) -> int:
    """1 behind days or rounds that count it: "after a day and a half of talks"."""
    prep = head.head
    if head.dep != "pobj" or prep.lower != "of":
        return 0
    counting = [prep.head, prep.head.head] if prep.head.lower == "half" else [prep.head]
    return int(any(t.lower in lexicon.noun_set("portions") for t in counting))


def _is_arranged_with(mention: Mention) -> int:
    """1 for what somebody convened or hosted with people: "convened a discussion with twelve leaders"."""
    verb = mention.verb
    if verb is None or mention.head.dep != "dobj" or verb.lower not in lexicon.verbs("arranging"):
        return 0
    partners = [t for t in clauses.objects(mention.head, "with", "among", "between") if t.tag.startswith("N")]
    return int(any(t.lower in lexicon.noun_set("groups") or t.tag.startswith("NNP") for t in partners))


def _is_told(mention: Mention) -> int:
    """1 where the noun is what somebody was hosted, invited or gathered for."""
    prep = mention.head.head
    return int(
        mention.head.dep == "pobj"
        and prep.lower == "for"
        and mention.verb is not None
        and mention.verb.lower in lexicon.verbs("holding")
    )


def _is_proper(head: Token) -> int:
    """1 for a name in capitals ("the NATO Summit")."""
    before = head.nbor(-1)
    capital = head.text[:1].isupper() and head.tag in ("NNP", "NNPS", "NN")
    return int(
        capital
        and before is not None
        and before.sentence == head.sentence
        and before.text[:1].isupper()
        and before.dep != "det"
    )


_SETTING_OUT = frozenset(
    {"is", "was", "are", "were", "embarked", "embarks", "left", "leaves", "set", "sets", "went", "goes", "departed", "departs"}
)
_STRETCHES = frozenset({"nation", "country", "city", "state", "leg", "stop", "day", "week"})
"""What a journey is counted in: "a three-country trip"."""


def _is_on_the_way(head: Token) -> int:
    """2 or 3 for a journey on which somebody is or goes: "is on a five-nation tour"."""
    prep = head.head
    away = head.dep == "pobj" and prep.lower == "on" and head.lower in lexicon.noun_set("journeys")
    if not away or prep.head.lower not in _SETTING_OUT:
        return 0
    return 2 + any(c.lower in _STRETCHES for c in head.children)


def _prep_weight(head: Token) -> int:
    """Weight of standing behind "during", "at the margins of", "following": what has a time is an occasion."""
    prep = head.head
    if head.dep == "dobj" and prep.lower == "following":
        return 2
    if head.dep != "pobj" or prep.dep not in ("prep", "pcomp", "mark", "dative"):
        return 0
    if prep.lower == "to" and any(t.lower in lexicon.noun_set("speeches") for t in [prep.head, *prep.head.children]):
        return 2
    if prep.lower == "of" and prep.head.lower in lexicon.noun_set("margins"):
        return 2
    definite = any(c.dep in ("det", "poss", "amod", "compound") and c.lower not in ("a", "an", "any") for c in head.children)
    if prep.lower in ("during", "at", "after", "following", "before"):
        return 2 if definite else 1
    return int(prep.lower in ("for", "since", "until", "ahead") and definite)


def _owned(head: Token, entities: Entities) -> int:
    """1 where somebody's: "President Novak's trip", "his visit"; or between named parties."""
    owner = head.child("poss")
    if owner is not None and (owner.tag == "PRP$" or entities.person_at(owner) or owner.entity == "PERSON"):
        return 1
    for prep in head.children:
        if prep.dep == "prep" and prep.lower in ("with", "between"):
            return int(any(entities.at(t) or t.entity in ("PERSON", "GPE", "ORG") for t in clauses.phrase(prep)))
    return 0


def _is_told_apart(head: Token) -> bool:
    """Tell whether a clause of its own tells that it took place: "X did not join the talks that ended in Lunde"."""
    known = any(c.lower in ("the", "these", "those") for c in head.children)
    own = [c for c in head.children if c.dep == "relcl" and clauses.tense(c) == "past" and not clauses.is_unreal(c)]
    return known and any(c.lower in lexicon.verbs("occurring") for c in own)


def _is_unreal(mention: Mention) -> bool:
    head, verb = mention.head, mention.verb
    unreal = lexicon.words("unreal")
    if any(c.lower in unreal for c in head.children if c.dep in ("det", "amod", "neg")):
        return True
    if any(c.lower in ("any", "no") for c in head.children):
        return True
    if verb is not None and clauses.is_unreal(verb) and not _is_told_apart(head):
        return True
    above = head.head.head if head.dep == "pobj" else head.head
    if head.dep in ("pobj", "dobj") and above.lower in unreal and above.tag.startswith("N"):
        return True
    return verb is not None and any(v.lower in unreal for v in [verb, *([verb.head] if verb.dep in ("xcomp", "acl") else [])])
