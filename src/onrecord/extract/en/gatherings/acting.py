"""Who acted where the page tells of an occasion, and of whom nothing else is told: "Mayor X rang the bell"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Sides
from onrecord.extract.en.gatherings.speakers import is_open
from onrecord.extract.en.gatherings.story import Story
from onrecord.languages.en import cues, date_forms, gathering_words, role_words
from onrecord.languages.reading import Sentence, Token
from onrecord.model import Person, Statement
from onrecord.model.facts import Role

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def enter(
    sides: Sides, story: Story, rolls: dict[Occasion, Roll], planned: set[Occasion], statements: tuple[Statement, ...]
) -> None:
    """Enter the persons without a role who do something in the past tense where an occasion that took place is told.

    Of nine such persons on four sets of pages that the other rules had not seen, eight had that role
    (`docs/decisions/roles.md`). Who is quoted as well is left out: a page quotes those who comment from afar.
    """
    told = {who.id for roll in rolls.values() for p in roll.participants if isinstance(who := p.who, Person)}
    told |= {s.speaker.id for s in statements if isinstance(s.speaker, Person)}
    said = [span for s in statements for span in (*s.content_spans, *([s.speaker_span] if s.speaker_span else []))]
    seen: set[int] = set()
    for person in sides.entities.persons:
        for at in person.mentions if person.id not in told and " " in person.name else ():
            tokens = sides.reading.between(at)
            if not tokens or any(span.overlaps(at) for span in said):
                continue
            sentence = sides.reading.sentence_of(tokens[0])
            if sentence.i in seen:
                continue
            seen.add(sentence.i)
            if not any(t.lower in gathering_words.words("media") for t in sentence.tokens):
                _sentence(sides, sentence, story, rolls, planned, told)


def _sentence(
    sides: Sides, sentence: Sentence, story: Story, rolls: dict[Occasion, Roll], planned: set[Occasion], told: set[str]
) -> None:
    for verb in sentence.tokens:
        if not _tells(verb):
            continue
        named = [*([] if verb.child("auxpass") else sides.subject(verb)), *sides.agents(verb)]
        new = [n for n in named if isinstance(n[0], Person) and n[0].id not in told and sentence.span.contains(n[1])]
        occasion = story.at(verb.start) or story.main or next(iter(story.before(verb.start)), None)
        if (
            not new
            or occasion is None
            or occasion in planned
            or min(m.at for m in occasion.mentions) > sentence.span.end
            or _is_of_other_day(sentence, sides, occasion)
        ):
            continue
        held = any(p.role == "organizer" for p in rolls[occasion].participants)
        role = _role(verb, occasion, is_event=is_open(occasion) or (held and occasion.type != "visit"))
        rolls[occasion].add(new, role, "acted-there", verb.text)


def _tells(verb: Token) -> bool:
    """Tell whether a verb tells what somebody did, and not what had been before or what somebody was."""
    if verb.tag not in ("VBD", "VBN") or not clauses.is_verb(verb) or verb.dep == "amod":
        return False
    if (verb.dep == "relcl" and not _is_told_further(verb)) or (verb.dep == "ccomp" and _reports(verb.head)):
        return False
    followed = verb.lower == "followed" and verb.child("agent") is not None
    if verb.dep == "acl" and not followed and verb.head.lower not in gathering_words.nouns():
        return False  # "the Russian edition, translated by X"
    if (
        (verb.lower in role_words.verbs("not_there") and not followed)
        or clauses.is_unreal(verb)
        or clauses.tense(verb) != "past"
    ):
        return False
    before = any(child.dep == "aux" and child.lower in ("had", "has", "have") for child in verb.children)
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    if thing is not None and any(child.lower == "no" for child in thing.children):
        return False  # "sent no answer"
    was = verb.lower in ("was", "were") and (subject is None or subject.i < verb.i)  # but "Also giving evidence were X"
    return not before and not was


def _is_told_further(verb: Token) -> bool:
    """Tell whether a relative clause tells what happened next: "after which X responded", "where she was met by Y"."""
    joined = [t for c in verb.children for t in (c, *c.children) if c.i < verb.i and c.dep in ("prep", "advmod")]
    return any(t.lower in ("which", "where") for t in joined)


def _is_of_other_day(sentence: Sentence, sides: Sides, occasion: Occasion) -> bool:
    """Tell whether a sentence names a year or a month that is not the occasion's ("founded in 1994", "won in May")."""
    years = {int(found[0]) for found in _YEAR.finditer(sentence.span.of(sides.document.text))}
    numbers = date_forms.month_numbers()
    months = {numbers[t.lower] for t in sentence.tokens if t.entity == "DATE" and t.lower in numbers}
    held = [d.date for m in occasion.mentions for d in m.dates if d.date is not None]
    ours = {date.month for date in held if date.month is not None}
    return bool(years - {date.year for date in held}) or (bool(ours) and bool(months) and months.isdisjoint(ours))


def _role(verb: Token, occasion: Occasion, *, is_event: bool) -> Role:
    """The role that a verb tells, where it tells more than that somebody was there."""
    role, thing = role_words.verb_roles().get(verb.lower), verb.child("dobj", "nsubjpass")
    if role == "moderator" or (role == "host" and verb.child("dobj") is None):
        return role  # but "received the award"
    if occasion.type == "visit" and verb.lower in role_words.forms("show") and verb.child("auxpass"):
        return "host"  # "was shown the reactor by X"
    if verb.lower in role_words.verbs("greeting"):
        return "host" if occasion.type == "visit" else "opening" if is_event else "participant"
    if is_event and thing is not None and thing.lower in ("opening", "inauguration"):
        return "opening"
    if thing is not None and thing.lower in role_words.nouns("given"):
        return "participant"
    about = thing is not None and thing.lower in role_words.nouns("questions")
    speaks = any(verb.lower in role_words.verbs(key) for key in ("dealing_with", "speaking_of"))
    followed = verb.lower == "followed" and verb.child("agent") is not None
    about = about or (thing is not None and thing.lower in role_words.words("podium"))
    return "speaker" if about or (is_event and (speaks or followed or _reports(verb))) else "participant"


def _reports(verb: Token) -> bool:
    """Tell whether a verb reports what somebody says in a clause."""
    cue = cues.cues().verbs.get(verb.lower)
    return cue is not None and cue.manner("clause") is not None
