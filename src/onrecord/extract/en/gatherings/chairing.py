"""Who was in the chair, had the floor, was there, and stood behind an event: roles told by a noun and a preposition."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages.en import gathering_words, role_words
from onrecord.languages.reading import Token
from onrecord.model import Organization
from onrecord.model.facts import Role

Found = tuple[list[Named], Role, str | None] | None
"""What a rule of a verb gives: who is named, the role, and the words of the page that tell it; None where it does not hold."""


def is_over_body(sides: Sides, verb: Token) -> bool:
    """Tell whether a verb tells of an office and no occasion: "who presides over the institute"."""
    return any(isinstance(sides.entities.at(t), Organization) for t in clauses.objects(verb, "over"))


def presided(sides: Sides, verb: Token) -> Found:
    """As in: "X will preside", "Y was in the chair", "Z took the chair"."""
    if verb.lower in role_words.forms("preside"):
        return None if is_over_body(sides, verb) else (sides.subject(verb), "moderator", verb.text)
    seats = clauses.objects(verb, "in") if verb.lower in role_words.verbs("sitting") else clauses.objects(verb)
    if not any(t.lower in role_words.words("chair_seat") for t in seats):
        return None
    sat = verb.lower in role_words.verbs("sitting") or verb.lower in role_words.verbs("taking_seat")
    return (sides.subject(verb), "moderator", "chair") if sat else None


def kicks_off(verb: Token) -> bool:
    """As in: "kicked off the conversation", "led the evening off"."""
    return clauses.has_particle(verb, role_words.with_particle("opening_with").get(verb.lower, ()))


def received(sides: Sides, verb: Token) -> Found:
    """As in: "it was received by the curator", "who hosted the guests"."""
    if verb.child("auxpass") and verb.lower in gathering_words.verbs("receiving"):
        known = any(t.tag == "PRP" for t in clauses.subjects(verb))
        return (sides.agents(verb), "host", verb.text) if known or verb.lower in role_words.verbs("receiving") else None
    if verb.lower not in role_words.verbs("receiving"):
        return None
    thing = verb.child("dobj")
    guests = thing is not None and thing.lower in role_words.nouns("welcomed")
    return (sides.subject(verb), "host", verb.text) if guests else None


def was_briefed(sides: Sides, verb: Token) -> Found:
    """As in: "the guests were briefed by the director"."""
    heard = verb.lower in role_words.verbs("briefing") and verb.child("auxpass")
    guests = [t for t in clauses.subjects(verb) if t.lower in role_words.nouns("welcomed") or t.tag == "PRP"] if heard else []
    return (sides.agents(verb), "speaker", verb.text) if guests else None


def had_floor(sides: Sides, verb: Token) -> Found:
    """As in: "X took the podium", "the floor was given to Y"."""
    thing = verb.child("dobj", "nsubjpass")
    if thing is None or thing.lower not in role_words.words("podium"):
        return None
    if verb.child("auxpass"):
        return (sides.objects(verb, "to"), "speaker", thing.text) if verb.lower in role_words.verbs("handing") else None
    return (sides.subject(verb), "speaker", thing.text) if verb.lower in role_words.verbs("taking_seat") else None


def was_followed(sides: Sides, verb: Token) -> Found:
    """As in: "she was followed by Y", of those who speak one after another."""
    before = sides.subject(verb) if verb.lower == "followed" and verb.child("auxpass") else []
    people = sides.agents(verb) if before else []
    return (people, "speaker", verb.text) if people else None


def words_from(sides: Sides, verb: Token) -> Found:
    """As in: "congratulatory messages came from X and Y", "a video message from Z was shown"."""
    thing = verb.child("nsubj", "nsubjpass")
    coming = verb.lower in role_words.verbs("coming") or (verb.child("auxpass") and verb.lower in role_words.verbs("showing"))
    if thing is None or not coming or thing.lower not in role_words.nouns("remarks"):
        return None
    message = thing.lower in role_words.nouns("messages")
    if not message and not {t.lower for t in clauses.phrase(thing)} & role_words.words("opening_words"):
        return None
    inner = [n for p in thing.children if p.lower in ("from", "by") for n in sides.behind(p)] if message else []
    told = [n for p in verb.children if p.dep == "prep" and p.lower == "from" for n in sides.behind(p)]
    return [*(told or sides.objects(verb, "from")), *inner], "opening", thing.text


def addressed(sides: Sides, verb: Token) -> Found:
    """As in: "addressing supporters at a rally, X said", "Y addressed the crowd"."""
    thing = verb.child("dobj")
    crowd = thing is not None and (
        thing.lower in gathering_words.noun_set("crowds") or thing.lower in gathering_words.noun_set("crowd_words")
    )
    if verb.lower not in role_words.forms("address") or not crowd:
        return None
    return sides.subject(verb), "speaker", verb.text


def spoke(sides: Sides, verb: Token) -> Found:
    """As in: "guests also spoke", "X will speak about"."""
    if verb.lower not in role_words.verbs("speaking") or verb.child("dobj") or clauses.objects(verb, "with", "by", "to"):
        return None
    if verb.child("aux") and clauses.tense(verb) == "future" and not [p for p in verb.children if p.dep == "prep"]:
        return sides.subject(verb), "speaker", verb.text  # "The senator, who …, will speak"
    about = [p for p in verb.children if p.dep == "prep" and p.lower in ("at", "about", "on")]
    if not any(
        t.entity not in ("DATE", "TIME") and t.lower not in _ASIDE for p in about for t in p.children if t.dep == "pobj"
    ):
        return None
    return sides.subject(verb), "speaker", verb.text


_ASIDE = frozenset(
    {
        "condition",
        "behalf",
        "phone",
        "telephone",
        "television",
        "radio",
        "tv",
        "camera",
        "record",
        "length",
        "anonymity",
        "background",
    }
)
"""What stands behind "spoke on" and "at" without being the subject of a talk."""


def included(sides: Sides, verb: Token) -> Found:
    """As in: "guests included X", "the delegation was led by Y"."""
    subject = verb.child("nsubj", "nsubjpass") or next((t for t in clauses.subjects(verb)), None)
    if subject is None or subject.lower not in role_words.nouns("those_present"):
        return None
    if verb.lower in role_words.verbs("including") and not verb.child("auxpass"):
        role = role_words.noun_roles().get(subject.lower, "participant")
        listed = sides.objects(verb)
        listed += [n for n in sides.behind(verb) if n[0] not in [who for who, _ in listed]]
        return listed, "speaker" if role == "speaker" else "participant", subject.text
    if verb.lower in role_words.verbs("consisting"):
        return sides.objects(verb, "of") or sides.objects(verb), "participant", subject.text
    if verb.lower in role_words.verbs("leading") and verb.child("auxpass"):
        return sides.agents(verb), "participant", subject.text
    return None


def asked(sides: Sides, verb: Token) -> Found:
    """As in: "responding to a question from X", "asked by Y whether", of who is in the room."""
    preps = [p for p in verb.children if p.dep == "prep" and p.lower in ("to", "in")]
    things = [t for p in preps for t in p.children if t.dep == "pobj"]
    things += [t for thing in things for t in clauses.objects(thing, "to")]  # "in response to a question from X"
    questions = [t for t in things if t.lower in role_words.nouns("questions")]
    return (
        ([n for t in (*questions, verb) for n in sides.objects(t, "from", "by")], "participant", "question")
        if questions
        else None
    )


def backed(sides: Sides, verb: Token) -> Found:
    """As in: "the Berg Fund, which sponsors the series"."""
    thing = verb.child("dobj")
    done = thing is not None and (thing.lower in gathering_words.nouns() or thing.lower in role_words.words("standing"))
    if not done or role_words.verb_roles().get(verb.lower) != "organizer" or verb.dep != "relcl" or verb.tag != "VBZ":
        return None
    return [n for n in sides.subject(verb) if isinstance(n[0], Organization)], "organizer", verb.text


def was_called(sides: Sides, verb: Token) -> Found:
    """As in: "X was the keynote speaker", "Y and Z were panelists"; the speaker of a parliament holds an office."""
    thing = verb.child("attr")
    role = role_words.noun_roles().get(thing.lower) if thing is not None else None
    if thing is None or role != "speaker" or thing.lower in ("keynote", "keynotes"):
        return None
    near = {t.lower for t in thing.children}
    of = [t for p in thing.children if p.dep == "prep" and p.lower == "of" for t in p.children if t.dep == "pobj"]
    if any(t.lower not in gathering_words.nouns() for t in of):
        return None
    kind = thing.lower not in ("speaker", "speakers") or near & role_words.words("speaker_kinds")
    return (sides.subject(verb), role, thing.text) if kind else None


def were_organizers(sides: Sides, verb: Token) -> Found:
    """As in: "Its organisers are the Youth Council and the Berg Fund"."""
    subject, thing = verb.child("nsubj"), verb.child("attr")
    role = role_words.noun_roles().get(subject.lower) if subject is not None else None
    if subject is None or thing is None or role != "organizer":
        return None
    return [n for n in sides.phrase(thing) if isinstance(n[0], Organization)], role, subject.text


def was_backed(sides: Sides, verb: Token) -> Found:
    """As in: "It was co-sponsored by the Berg Fund"."""
    thing = verb.head.child("nsubj") if verb.dep == "acomp" else verb.child("nsubjpass")  # "was co-sponsored"
    role = role_words.verb_roles().get(verb.lower)
    if (
        thing is None
        or role not in ("organizer", "host")
        or not (thing.lower == "it" or thing.lower in gathering_words.nouns())
    ):
        return None
    return [n for n in sides.agents(verb) if isinstance(n[0], Organization)], role, verb.text


def was_honoured(sides: Sides, verb: Token) -> Found:
    """As in: "At the closing ceremony, X and Y received the award"."""
    at = [t for p in verb.children if p.dep == "prep" and p.lower in ("at", "during") for t in p.children if t.dep == "pobj"]
    if not any(t.lower == "ceremony" for t in at) or verb.lower not in role_words.verbs("at_ceremony"):
        return None
    return sides.subject(verb), "participant", verb.text


def was_present(sides: Sides, verb: Token) -> Found:
    """As in: "was also present", "was there too", "among those present were"."""
    there = next((c for c in verb.children if c.lower == "present" or (c.lower == "there" and c.dep == "advmod")), None)
    if verb.lower not in ("was", "were") or there is None:
        return None
    return sides.subject(verb), "participant", there.text


def joined_by(sides: Sides, verb: Token) -> Found:
    """As in: "they were joined by X", "who was accompanied by Y", "visited the town, accompanied by Z"."""
    reduced = verb.tag == "VBN" and verb.dep in ("advcl", "acl")
    if verb.lower not in ("joined", "accompanied") or not (verb.child("auxpass") or reduced):
        return None
    return sides.agents(verb), "participant", verb.text
