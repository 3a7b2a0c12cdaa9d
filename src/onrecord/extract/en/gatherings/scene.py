"""Roles that a sentence gives without naming the occasion again: "made welcoming remarks", "with X and Y as speakers"."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import chairing, holders, role_nouns
from onrecord.extract.en.gatherings.chairing import Found
from onrecord.extract.en.gatherings.nouns import names_occasion
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Sides
from onrecord.languages.en import gathering_words, role_words
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person

RollAt = Callable[[Token], Roll | None]
"""Gives the roll of the occasion of which a sentence speaks."""


def enter(sides: Sides, roll_at: RollAt) -> None:
    """Enter everybody whose role the sentences of the page tell."""
    for sentence in sides.reading.sentences:
        for token in sentence.tokens:
            if clauses.is_verb(token) and not clauses.is_unreal(token):
                _verb(sides, token, roll_at)
            spoken = token.tag.startswith("N") and token.lower in role_words.nouns("talks")
            if spoken or token.lower in role_words.noun_roles():
                named, role = role_nouns.find(sides, token)
                roll = roll_at(token) if named else None
                if roll is not None:
                    roll.add(named, role, "role-noun", token.text)


def _verb(sides: Sides, verb: Token, roll_at: RollAt) -> None:
    for rule in _RULES:
        found = rule(sides, verb)
        if found is None:
            continue
        named, role, printed = found
        roll = roll_at(verb)
        if roll is not None:
            fit = [n for n in named if isinstance(n[0], Person) or role in ("participant", "organizer", "host")]
            roll.add(fit, role, rule.__name__.strip("_").replace("_", "-"), printed)


def _remarks(sides: Sides, verb: Token) -> Found:
    """As in: "made welcoming remarks", "gave presentations", "a greeting from X was read out"."""
    if verb.lower not in role_words.verbs("delivering"):
        return None
    thing = verb.child("dobj", "nsubjpass")
    if thing is None:
        return None
    near = {t.lower for t in clauses.phrase(thing)}
    lowered = {t.lower for t in [thing, *thing.children]}
    named = sides.agents(verb) if thing.dep == "nsubjpass" else sides.subject(verb)
    if thing.dep == "nsubjpass" and not named:
        named = [n for p in thing.children if p.lower in ("from", "by") for t in p.children for n in sides.phrase(t)]
    welcome = role_words.words("opening_words") | role_words.nouns("greetings")  # "a message of greeting"
    opening = thing.lower in role_words.nouns("remarks") and bool(near & welcome)
    greets = thing.lower in role_words.nouns("greetings") and all(c.lower != "on" for c in (*thing.children, *verb.children))
    if opening or greets:  # but "congratulations on the anniversary"
        return named, "opening", sides.reading.words([t for t in clauses.phrase(thing) if t.i <= thing.i])
    message = thing.lower in role_words.words("letters") and verb.lower in role_words.forms("read")
    if message and thing.dep == "nsubjpass" and not sides.agents(verb):
        return named, "opening", thing.text  # "a message from X was read out"
    return (named, "speaker", thing.text) if message or lowered & role_words.nouns("talks") else None


def _shared(sides: Sides, verb: Token) -> Found:
    """As in: "presented his findings", "shared her experience", "briefed the participants"."""
    thing = verb.child("dobj")
    if thing is None or verb.child("auxpass") or clauses.objects(verb, "to"):
        return None
    told = verb.lower in role_words.verbs("sharing") and thing.lower in role_words.nouns("shared")
    briefed = verb.lower in role_words.verbs("briefing") and thing.lower in role_words.nouns("welcomed")
    return (sides.subject(verb), "speaker", verb.text) if told or briefed else None


def _welcomed(sides: Sides, verb: Token) -> Found:
    """As in: "welcomed the guests"."""
    thing = verb.child("dobj")
    guests = thing is not None and thing.lower in role_words.nouns("welcomed")
    if verb.lower in role_words.verbs("welcoming") and guests:
        return sides.subject(verb), "opening", verb.text
    if verb.lower in role_words.forms("wish") and any(
        t.lower in role_words.nouns("welcomed") for t in verb.children if t.dep in ("dative", "dobj", "nsubj", "ccomp")
    ):
        return sides.subject(verb), "opening", verb.text  # "wished the participants fruitful work"
    introduced = verb.lower in role_words.forms("introduce") and verb.tag == "VBG" and thing is not None
    if introduced and thing is not None and names_occasion(thing):
        return sides.subject(verb), "opening", verb.text  # "Introducing the discussion, X pointed to …"
    closed = verb.lower in role_words.verbs("closing") and thing is not None and thing.tag == "NN" and names_occasion(thing)
    return (sides.subject(verb), "speaker", verb.text) if closed else None


def _moderated(sides: Sides, verb: Token) -> Found:
    """As in: "moderated the discussion", "discussions were led by X"."""
    if role_words.verb_roles().get(verb.lower) != "moderator":
        return None
    thing = verb.child("dobj", "nsubjpass")
    if thing is None and clauses.objects(verb, "by"):
        done = _done_to(verb)
        known = done is not None and (names_occasion(done) or done.lower in _STANDING)
        return (sides.agents(verb), "moderator", verb.text) if known else None
    if thing is None:
        alone = verb.lower in role_words.verbs("moderating") and not clauses.objects(verb, "by")
        return (sides.subject(verb), "moderator", verb.text) if alone and not chairing.is_over_body(sides, verb) else None
    if not names_occasion(thing) and thing.lower not in ("it", "conversation", "exchange"):
        return None
    return (sides.agents(verb) if thing.dep == "nsubjpass" else sides.subject(verb)), "moderator", verb.text


_STANDING = frozenset(
    {
        "it",
        "conversation",
        "exchange",
        "q&a",
        "day",
        "proceedings",
        "academy",
        "programme",
        "program",
        "evening",
        "afternoon",
        "morning",
    }
)
"""Words that stand for an event: what is opened or led with them is the event."""


def _done_to(verb: Token) -> Token | None:
    """What a participle with "by" is said of: "sessions steered by X", "Opened by Y, the gathering", "an evening, led by Z"."""
    if verb.tag not in ("VBN", "VBD"):
        return None
    joined = clauses.joined_verbs(verb)
    if joined and joined[-1].dep in ("advcl", "acl") and joined[-1].tag in ("VBN", "VBD"):
        return _done_to(joined[-1])  # "Organized by X and sponsored by Y, it …"
    if joined and joined[-1].child("nsubjpass") is not None and verb.child("dobj") is None:
        return joined[-1].child("nsubjpass")  # "It is hosted by X and sponsored by Y"
    above = verb.head
    if verb.dep == "acl":
        return above
    if verb.dep in ("advcl", "conj") and clauses.is_verb(above) and not verb.child("nsubj", "nsubjpass"):
        thing = _held_by(above) if verb.dep == "advcl" else None
        inner = [t for p in above.children if p.dep == "prep" and p.lower in ("to", "at", "in", "for") for t in p.children]
        return thing if thing is not None else next((t for t in inner if t.dep == "pobj"), None)
    return verb.child("nsubj")


def _held_by(verb: Token) -> Token | None:
    """The subject of a verb, or the occasion that it holds: "the council held a session at the office, chaired by X"."""
    thing, held = verb.child("nsubj", "nsubjpass"), verb.child("dobj")
    subject = thing is not None and names_occasion(thing)
    return thing if subject or held is None or not names_occasion(held) or verb.lower not in _HOLDS else held


_HOLDS = frozenset(form for verb in ("hold", "convene", "conduct") for form in role_words.forms(verb))


def _took_part(sides: Sides, verb: Token) -> Found:
    """As in: "took part in the wreath-laying", "also participated", "attended"; not: "was unable to attend"."""
    if verb.dep == "xcomp" and verb.head.lower in role_words.words("prevented"):
        return None
    part = verb.lower in role_words.verbs("taking_part") and (verb.child("dobj") or verb).lower == "part"
    thing = verb.child("dobj")
    attended = verb.lower in role_words.forms("attend") and (thing is None or thing.lower == "it" or names_occasion(thing))
    if not (part or attended or verb.lower in role_words.forms("participate")):
        return None
    there = clauses.objects(verb, "in", "at")
    if any(not names_occasion(t) for t in there) or any(t.lower == "as" and t.dep == "prep" for t in clauses.own_tokens(verb)):
        return None  # "took part in efforts to", "participated as moderator"
    reduced = verb.tag == "VBN" and verb.dep == "acl" and thing is None and names_occasion(verb.head)
    if verb.child("auxpass") or reduced:  # "a ceremony attended by X"
        return sides.agents(verb), "participant", verb.text
    return sides.subject(verb), "participant", verb.text


def _opened(sides: Sides, verb: Token) -> Found:
    """As in: "opened the meeting", "the ceremony was opened by"."""
    if role_words.verb_roles().get(verb.lower) != "opening" and not chairing.kicks_off(verb):
        return None
    thing = verb.child("dobj", "nsubjpass")
    if thing is None and clauses.objects(verb, "by"):
        done = _done_to(verb)
        opened = done is not None and (names_occasion(done) or done.lower in _STANDING)
        return (sides.agents(verb), "opening", verb.text) if opened else None
    if thing is None or (not names_occasion(thing) and thing.lower not in _STANDING):
        return None
    return (sides.agents(verb) if thing.dep == "nsubjpass" else sides.subject(verb)), "opening", verb.text


def _invited(sides: Sides, verb: Token) -> Found:
    """As in: "the institute invited the public to an evening on"."""
    thing = verb.child("dobj")
    public = thing is not None and (thing.lower == "public" or thing.lower in role_words.nouns("welcomed"))
    to = [t for t in clauses.objects(verb, "to") if names_occasion(t) or t.lower in _STANDING]
    if verb.lower not in role_words.forms("invite") or verb.child("auxpass") or not public or not to:
        return None
    return [n for n in sides.subject(verb) if isinstance(n[0], Organization)], "organizer", verb.text


def _followed(sides: Sides, verb: Token) -> Found:
    """As in: "gave the opening address, followed by X"."""
    above = verb.head
    if verb.lower != "followed" or verb.dep not in ("advcl", "acl", "conj") or not clauses.is_verb(above):
        return None
    return (sides.agents(verb), "speaker", verb.text) if _remarks(sides, above) is not None else None


def _organised(sides: Sides, verb: Token) -> Found:
    """As in: "a seminar titled …, organised by the fund", where quoted words part the participle from its noun."""
    role = role_words.verb_roles().get(verb.lower)
    if (
        verb.tag not in ("VBN", "VBD")
        or verb.child("nsubj", "nsubjpass", "auxpass", "aux")
        or role not in ("organizer", "host")
    ):
        return None
    before = sides.reading.tokens[sides.reading.sentence_of(verb).first : verb.i]
    if verb.head.lower in gathering_words.noun_set("meals"):
        return None  # "Lunch hosted by the embassy"
    done = _done_to(verb)
    standing = done is not None and (done.lower in _STANDING or names_occasion(done))  # "Organized by X, it was attended by"
    if not standing and not any(t.lower in gathering_words.nouns() for t in before):
        return None
    named = [*sides.agents(verb), *sides.together(verb), *holders.alongside(sides, verb)]
    return [n for n in named if isinstance(n[0], Organization)], role, verb.text


def _at_opening(sides: Sides, verb: Token) -> Found:
    """As in: "at the opening of the summit, X said"."""
    for prep in verb.children:
        for thing in prep.children if prep.dep == "prep" else []:
            if prep.lower == "at" and thing.lower == "opening":
                return sides.subject(verb), "opening", thing.text
            words = {t.lower for t in clauses.phrase(thing)}
            if (
                prep.lower in ("in", "during")
                and thing.lower in role_words.nouns("remarks")
                and words & role_words.words("opening_words")
            ):
                return sides.subject(verb), "opening", thing.text
    return None


def _signed(sides: Sides, verb: Token) -> Found:
    """As in: "where the two presidents signed the agreement"."""
    thing = verb.child("dobj", "nsubjpass")
    if verb.lower not in role_words.forms("sign") or thing is None:
        return None
    if not any(t.lower in gathering_words.noun_set("signed") for t in clauses.phrase(thing)):
        return None
    where = verb.dep == "relcl" and any(
        c.lower == "where" or c.child("pobj") is not None for c in verb.children if c.i < verb.i
    )
    beside = any(t.lower in _BESIDE for t in clauses.own_tokens(verb)) and any(
        t.dep == "pobj" and names_occasion(t) for t in clauses.own_tokens(verb)
    )
    ended = [c for c in verb.children if c.dep == "advcl" and c.tag == "VBG" and c.lower in gathering_words.verbs("ending")]
    closing = any(names_occasion(t) for c in ended for t in c.children if t.dep == "dobj")  # "signed a pact, ending a summit"
    if not where and not beside and not closing:
        return None
    return (sides.agents(verb) if thing.dep == "nsubjpass" else sides.subject(verb)), "signatory", verb.text


_BESIDE = frozenset({"at", "during", "following", "after", "on"})


_RULES = (
    _remarks,
    _shared,
    _welcomed,
    _moderated,
    _took_part,
    chairing.was_present,
    _opened,
    chairing.joined_by,
    chairing.included,
    _at_opening,
    _organised,
    chairing.received,
    _invited,
    _followed,
    _signed,
    chairing.spoke,
    chairing.presided,
    chairing.was_briefed,
    chairing.had_floor,
    chairing.was_followed,
    chairing.words_from,
    chairing.addressed,
    chairing.asked,
    chairing.backed,
    chairing.was_backed,
    chairing.were_organizers,
    chairing.was_called,
    chairing.was_honoured,
)
