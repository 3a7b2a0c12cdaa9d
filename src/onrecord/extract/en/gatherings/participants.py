"""Who took part in each gathering, in which role and for whom."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import acting, holders, invitations, programme, remarks, roles, scene, talks, turnout
from onrecord.extract.en.gatherings.assembly import main_of
from onrecord.extract.en.gatherings.in_name import MUTUAL
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.place import adverbials_of
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Sides
from onrecord.extract.en.gatherings.speakers import Podium, is_open
from onrecord.extract.en.gatherings.story import Story
from onrecord.extract.en.gatherings.track import track
from onrecord.languages import abbreviations
from onrecord.languages.en import countries, gathering_words, role_words, titles
from onrecord.model import Gathering, Organization, Participation, Person, Phrase, Position, Statement


def take_part(
    sides: Sides,
    occasions: list[Occasion],
    gatherings: list[Gathering],
    positions: tuple[Position, ...],
    statements: tuple[Statement, ...],
) -> tuple[tuple[Gathering, ...], tuple[Statement, ...]]:
    """Return the gatherings with those who took part, and the statements with the gathering at which each was made."""
    story = Story(sides.document, sides.reading, occasions, main_of(sides.document, sides.reading, occasions))
    rolls = {occasion: Roll() for occasion in occasions}
    for occasion in occasions:
        roles.of_occasion(sides, occasion, rolls[occasion])
    _hosts(sides, occasions, rolls)

    def roll_of(place: int) -> Roll | None:
        occasion = story.at(place) or story.main
        return rolls[occasion] if occasion is not None else None

    if story.main is not None:
        programme.enter(sides.document, sides.entities, rolls[story.main], roll_of)
        remarks.enter(sides, story.main, rolls[story.main])
        _discussed(sides, story.main, rolls[story.main])
    scene.enter(sides, lambda token: roll_of(token.start))
    turnout.enter(sides, roll_of)
    invitations.enter(sides, roll_of)
    invitations.enter_supporters(sides, roll_of)
    holders.enter(sides, roll_of)
    _negotiators(occasions, rolls, story.main, positions)
    _share(occasions, gatherings, rolls, story.main)
    ids = {occasion: made.id for occasion, made in zip(occasions, gatherings, strict=True)}
    planned = {o for o, made in zip(occasions, gatherings, strict=True) if made.status != "held"}

    def open_roll_of(place: int) -> Roll | None:
        occasion = story.at(place) or story.main
        return rolls[occasion] if occasion is not None and is_open(occasion) and occasion not in planned else None

    talks.enter(sides, open_roll_of)
    podium = Podium(sides, story, rolls, planned)
    said = tuple(podium.place(statement, ids) for statement in statements)
    acting.enter(sides, story, rolls, planned, statements)
    full = []
    for occasion, made in zip(occasions, gatherings, strict=True):
        parts = [
            replace(part, rank=rank, delegation=_delegation(part, positions) or _side(part, sides.document.text))
            for rank, part in enumerate(rolls[occasion].participants, 1)
        ]
        full.append(replace(made, participations=tuple(parts), track=track(parts, positions)))
    return tuple(full), said


_NEGOTIATOR = re.compile(r"\bnegotiators?\b|\bhead\s+of\s+(?:the\s+)?delegation\b|\bchief\s+delegate\b", re.IGNORECASE)


def _negotiators(
    occasions: list[Occasion], rolls: dict[Occasion, Roll], main: Occasion | None, positions: tuple[Position, ...]
) -> None:
    """Those whose office is to negotiate took part in the talks that the page is about, where it tells of no other talks."""
    talks = [o for o in occasions if o.type == "talks"]
    if main is None or main.type != "talks" or talks != [main]:
        return
    for held in positions:
        if held.status == "current" and held.span is not None and _NEGOTIATOR.search(held.title):
            rolls[main].add([(held.person, held.span)], "participant", "negotiator")


_BOTH = 2
_SOON = 3
"""Sentences behind the first that tells of an occasion in which those who met are named."""


def _discussed(sides: Sides, main: Occasion, roll: Roll) -> None:
    """Enter the two who discussed a thing right behind the lead, where it does not name both who met: "X and Y discussed"."""
    there = roll.persons([(p.who, p.span) for p in roll.participants if p.role == "participant"])
    first = min((m for m in main.mentions if not m.title), key=lambda m: m.at, default=main.best).head.sentence
    if main.type not in MUTUAL or len(there) > 1:
        return
    told = gathering_words.verbs("discussing") | role_words.verbs("sharing")
    for sentence in sides.reading.sentences[first : first + _SOON]:
        for verb in (t for t in sentence.tokens if clauses.is_main(t) and t.lower in told):
            both = roll.persons(sides.subject(verb))
            who = [one for one, _ in both]
            if len(both) == _BOTH and clauses.tense(verb) == "past" and all(one in who for one, _ in there):
                roll.add(both, "participant", "discussed-together", verb.text)
                return


def _share(occasions: list[Occasion], gatherings: list[Gathering], rolls: dict[Occasion, Roll], main: Occasion | None) -> None:
    """What the main occasion tells of the others: who travelled was at the talks there, "the two leaders" are its two."""
    if main is None:
        return
    chief = rolls[main]
    if not chief.participants and _is_of_two(main):  # "The two presidents last met in Lunde. On 9 May X will host Y"
        pairs = [r.persons([(p.who, p.span) for p in r.participants if p.role == "participant"]) for r in rolls.values()]
        chief.add(next((pair for pair in pairs if len(pair) == 2), []), "participant", "the-two")
    for occasion in occasions:
        both = chief.persons([(p.who, p.span) for p in chief.participants if p.role == "participant"])
        if occasion is not main and len(both) == 2 and not rolls[occasion].participants and _is_of_two(occasion):
            rolls[occasion].add(both, "participant", "the-two")
    if main.best.rule != "headline":
        return
    for occasion, made in zip(occasions, gatherings, strict=True):
        if occasion is main:
            continue
        roll = rolls[occasion]
        there = next((g.place for o, g in zip(occasions, gatherings, strict=True) if o is main), None)
        talks = made.status == "held" and made.type in ("meeting", "talks")
        here = main.type == "visit" and talks and made.place is not None and made.place == there
        during = (
            main.type == "visit" and made.type == "talks" and talks and _within(made, chief_of(main, occasions, gatherings))
        )
        both = chief.persons([(p.who, p.span) for p in chief.participants if p.role == "participant"])
        hosts = chief.persons([(p.who, p.span) for p in chief.participants if p.role == "host"])
        if during and not any(roll.has(who) for who, _ in both):
            roll.add([*both, *hosts], "participant", "traveller")
        if here and any(isinstance(p.who, Phrase) for p in roll.participants):
            roll.add(both, "participant", "traveller")
        words = {t.lower for m in occasion.mentions for t in m.head.subtree}
        leaders = "two" in words and bool(words & {"leaders", "presidents", "ministers", "sides"})
        if leaders and len(both) == 2 and not roll.participants:
            roll.add(both, "participant", "the-two")
        _part_with(main, occasion, chief, roll)


def _is_of_two(occasion: Occasion) -> bool:
    """Tell whether "the two" or "both men" are those who meet: "The two last met in Lunde in February"."""
    for mention in occasion.mentions:
        for head in clauses.subjects(mention.head) if mention.head is mention.verb else []:
            number = {"two", "both", "pair"} & {head.lower, *(c.lower for c in head.children)}
            if number and head.i < mention.head.i and not any(c.dep == "prep" for c in head.children):
                return True
    return False


def chief_of(main: Occasion, occasions: list[Occasion], gatherings: list[Gathering]) -> Gathering:
    """Return the gathering that the main occasion became."""
    return next(made for occasion, made in zip(occasions, gatherings, strict=True) if occasion is main)


def _within(made: Gathering, visit: Gathering) -> bool:
    """Tell whether talks took place on a day of a visit."""
    if made.start is None or visit.start is None:
        return False
    day, first, last = made.start.as_date(), visit.start.as_date(), (visit.end or visit.start).as_date()
    return day is not None and first is not None and last is not None and first <= day <= last


def _part_with(main: Occasion, occasion: Occasion, chief: Roll, roll: Roll) -> None:
    """Of "meetings with A and B" the one with B, told on its own, takes B off the other."""
    if main.best.plural and any(m.rule == "met-with" for m in occasion.mentions):
        partners = {who for m in occasion.mentions for who in m.who}
        for key in [k for k in chief.entries if k[0] in partners and k[1] == "participant"]:
            if any(part.rule == "met-with" for part in roll.entries.values()):
                del chief.entries[key]


def _hosts(sides: Sides, occasions: list[Occasion], rolls: dict[Occasion, Roll]) -> None:
    """A country in which an occasion is held hosts it, where no city is told."""
    for occasion in occasions:
        if occasion.type in ("visit", "call"):
            continue
        for mention in occasion.mentions:
            for token in adverbials_of(mention):
                if isinstance(sides.entities.at(token), Organization) or token.head.head.lower in ("embassy", "consulate"):
                    continue  # "organized by the Embassy of Norland in Sudria"
                place = sides.entities.place_at(token)
                near = token.head.head is mention.head or token.head.head is mention.verb  # not "on a freeze in Norland"
                if place is not None and place.country and mention.place is None and near:
                    span = next(s for s in place.mentions if s.overlaps(token.span))
                    rolls[occasion].add([(Phrase(span.of(sides.document.text), span), span)], "host", "held-in-country")


def _delegation(part: Participation, positions: tuple[Position, ...]) -> str | None:
    """The country for which somebody was there, as an office told on the page names it."""
    if isinstance(part.who, Phrase):
        return part.who.words if part.rule in ("parties-in-name",) else None
    if not isinstance(part.who, Person):
        return None
    held = (p for p in positions if p.person.id == part.who.id and p.status == "current" and p.country)
    # A French physicist of the agency does not come for France.
    return next((p.country for p in held if titles.head_kind(p.title.split()[-1]) != "calling"), None)


_FROM_SIDE = re.compile(
    r"(?:From|On|For) the ((?:[A-Z][\w-]+ )?[A-Z][\w-]+) side,"
    rf"(?:{abbreviations.before_name()}|[^.!?]|\.(?=\S))*\Z"
)
"""What opens the sentence of all who came for a country, up to a name in it."""


def _side(part: Participation, text: str) -> str | None:
    """The country whose side the sentence names at its beginning: "From the Kazakh side, A and B made remarks"."""
    before = text[text.rfind("\n", 0, part.span.start) + 1 : part.span.start]
    if " side," not in before or not isinstance(part.who, Person):
        return None
    told = _FROM_SIDE.search(before)
    country = countries.by_adjective(told[1]) if told else None
    return country.name if country else None
