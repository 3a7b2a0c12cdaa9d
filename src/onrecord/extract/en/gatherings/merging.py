"""Which mentions speak of one occasion."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import likeness, signings
from onrecord.extract.en.gatherings.evidence import ENOUGH
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import GROUPS, Occasion
from onrecord.extract.en.gatherings.time import is_margin
from onrecord.languages.en import gathering_words as lexicon


def merge(mentions: list[Mention]) -> list[Occasion]:
    """Return the occasions that the mentions speak of, in text order."""
    occasions: list[Occasion] = []
    for mention in sorted(mentions, key=lambda m: (not m.title, m.part_of is not None, m.at)):
        found = _find(occasions, mention)
        if found is not None:
            if _is_its_end(found, mention):
                mention.dates, mention.until = [], mention.dates[0]
            found.mentions.append(mention)
        else:
            occasions.append(Occasion([mention]))
    return sorted(occasions, key=lambda o: min(m.at for m in o.mentions))


def _find(occasions: list[Occasion], mention: Mention) -> Occasion | None:
    if mention.part_of is not None or mention.rule == "other-edition":
        return next((o for o in occasions if any(m is mention.part_of for m in o.mentions)), None)
    near = sorted(occasions, key=lambda o: -max((m.at for m in o.mentions if m.at <= mention.at), default=-1))
    fitting = [o for o in near if _may_be(o, mention) and not (mention.apart and o.title and not mention.title)]
    if (headlined := next((o for o in near if _says_which(o, mention)), None)) is not None:
        mention.says_which = True
        return headlined
    if mention.rule in _OF_ITS_OWN:
        return _of_its_own(fitting, mention)
    if mention.head is mention.verb and mention.rule != "body-convened":
        return next((o for o in fitting if _same_verb(o, mention)), None)
    return _by_noun(occasions, near, fitting, mention)


def _by_noun(occasions: list[Occasion], near: list[Occasion], fitting: list[Occasion], mention: Mention) -> Occasion | None:
    """Return the occasion known already of which a noun speaks."""
    if _is_bare(mention) and not likeness.is_described(mention):
        counted = mention.plural and mention.head.child("nummod") is not None and mention.base in ("session", "panel")
        part = _part(near, mention) if counted else None  # "held three sessions"
        return part or _announced(fitting, mention) or _journey(occasions, mention) or _pointed_at(fitting, near, mention)
    if signings.is_ceremony(mention):
        told = next((o for o in fitting if any(m.rule == "signed" for m in o.mentions) and not _elsewhere(o, mention)), None)
        if told is not None:
            return told
    named = None if likeness.is_another(mention) else next((o for o in fitting if _same_words(o, mention)), None)
    return _what_it_was(near, mention) or named or _part(near, mention)


def _says_which(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether the first sentence says of which kind the headline's "talks" or "meeting" are ("hosted a round table")."""
    told = mention.lead and not mention.plural and mention.strength >= ENOUGH and all(m.title for m in occasion.mentions)
    if not told or occasion.best.base not in lexicon.words("general") or mention.base in lexicon.words("general"):
        return False
    another_type = mention.type != occasion.type and (GROUPS[mention.type] == "event" or mention.type in ("session", "call"))
    other_edition = mention.ordinal and occasion.ordinal and mention.ordinal != occasion.ordinal
    if not another_type or other_edition or likeness.is_another(mention) or _elsewhere(occasion, mention):
        return False
    return not is_margin(mention) and _dates_agree(occasion, mention)


def _what_it_was(near: list[Occasion], mention: Mention) -> Occasion | None:
    """Return the occasion told before of which a sentence says which one it was: "It was the third summit of the two"."""
    if not likeness.is_what_it_was(mention):
        return None
    return next((o for o in near if o.strength >= ENOUGH and mention.type in {m.type for m in o.mentions}), None)


_OF_ITS_OWN = frozenset({"received-by", "lectured-at", "marched", "agenda-entry"})
"""Rules of verbs and entries that tell of one occasion each; only a dated noun of the same kind is the same."""


def _of_its_own(fitting: list[Occasion], mention: Mention) -> Occasion | None:
    if mention.rule == "agenda-entry":
        return next((o for o in fitting if mention.words and _same_words(o, mention)), None)
    nouns = [o for o in fitting if o.title or any(m.head is not m.verb for m in o.mentions)]
    return next((o for o in nouns if (mention.dates or o.title) and likeness.are_alike(mention.base, o.best.base)), None)


def _is_bare(mention: Mention) -> bool:
    return not mention.words and not mention.ordinal


def _part(near: list[Occasion], mention: Mention) -> Occasion | None:
    """Return the event of which "the second session" or "the panel" is a part."""
    if mention.base not in lexicon.words("parts") or not mention.refers_back or mention.place:
        return None
    groups = ("event", "meeting") if mention.words <= lexicon.words("part_words") else ("event",)
    whole = [
        o
        for o in near
        if GROUPS[o.type] in groups or (o.type == "session" and o.best.base in lexicon.words("held_as_sessions"))
    ]
    return next((o for o in whole if o.strength >= ENOUGH and _dates_agree(o, mention)), None)


def _announced(fitting: list[Occasion], mention: Mention) -> Occasion | None:
    """Return the event that the page announces by its own name, where a bare noun is of its type ("the lecture")."""
    if mention.dates:
        return None
    return next((o for o in fitting if o.type == mention.type and o.best.rule == "headline" and o.best.base == o.type), None)


def _journey(occasions: list[Occasion], mention: Mention) -> Occasion | None:
    """Return the journey of the headline, which "the trip" means whatever visit was told last."""
    pointing = mention.type == "visit" and any(c.lower in ("the", "this") for c in mention.head.children) and not mention.dates
    journeys = (o for o in occasions if o.title and o.type == "visit" and o.best.rule == "headline")
    return next(journeys, None) if pointing else None


def _pointed_at(fitting: list[Occasion], near: list[Occasion], mention: Mention) -> Occasion | None:
    """Return the occasion that "the meeting" or "the event" points at."""
    if mention.plural:
        return None
    fitting, near = _not_recalled(fitting, near), _not_recalled(near, near)
    if mention.place and mention.verb is not None and not mention.title:
        fitting = [o for o in fitting if not _elsewhere(o, mention)]
    another = any(t.lower in ("a", "an") for t in mention.head.children if t.dep == "det") and not mention.lead
    exact = [
        o
        for o in fitting
        if any(likeness.are_alike(m.base, mention.base) or m.base.endswith(" " + mention.base) for m in o.mentions)
    ]
    if mention.title or (not mention.refers_back and mention.strength >= ENOUGH):
        return next((o for o in exact if o.title), None)
    if another and not exact and not mention.title:
        return None  # "spoke at a reception" is not the meeting told before
    if mention.type == "visit":  # "the visit" is the one called so, not what was visited on it
        exact.sort(key=lambda o: all(m.head is m.verb for m in o.mentions))
    sure = [o for o in fitting if o.strength >= ENOUGH]
    if exact and (exact[0] in sure or not sure):
        return exact[0]
    if mention.base in lexicon.words("referring") and not (mention.dates and mention.place):
        kinds = ("event", "meeting", "visit", "call", "ceremony", "other", "session")
        likely = [o for o in near if o.strength >= ENOUGH and _dates_agree(o, mention) and (GROUPS[o.type] or o.type) in kinds]
        return next((o for o in likely if o.title), (sure or likely or [None])[0])  # type: ignore[list-item]
    loose = mention.type in ("talks", "meeting", "call", "visit", "ceremony")
    return next(iter([*exact, *(sure if loose else likeness.only_event(fitting, mention))]), None)


def _not_recalled(some: list[Occasion], known: list[Occasion]) -> list[Occasion]:
    """Leave out what happened years before the page's own occasion: "the session" is not the summit of two years ago."""
    years = [year for o in known if any(m.lead or m.title for m in o.mentions) for year in _years(o)]
    own = [o for o in some if any(m.lead or m.title for m in o.mentions)]
    return [o for o in some if o in own or not (stated := _years(o)) or not years or max(stated) >= min(years)]


def _years(occasion: Occasion) -> list[int]:
    """The years that the mentions of an occasion state."""
    dates = [d.date for m in occasion.mentions for d in m.dates if d.date is not None]
    return [date.year for date in dates if date.year is not None]


def _same_words(occasion: Occasion, mention: Mention) -> bool:
    bases = {m.base for m in occasion.mentions}
    if mention.ordinal and mention.ordinal == occasion.ordinal and mention.base in bases:
        return True
    if _elsewhere(occasion, mention):
        return False
    mine, theirs = mention.words, occasion.words | occasion.place_words
    if mine <= occasion.place_words or any(
        rule(occasion, mention) for rule in (_fills_in, _spells_out, _is_announced, _is_lead, _is_named_next)
    ):
        return True
    if mention.who & occasion.who and {mention.type, occasion.type} <= {"meeting", "talks"} and not mention.ordinal:
        return True
    shared = len(mine & theirs)
    if (mine ^ theirs) & lexicon.words("other_time") and shared < _SURE:
        return False
    loose = mention.base in bases or mention.type in ("visit", "call")
    least = min(len(mine), len(theirs)) if loose else max(len(mine), len(theirs))
    return bool(shared) and shared >= 0.5 * least


_SURE = 3
"""Words shared by two names from which on "next" or "future" in one of them belongs to its subject."""


def _is_lead(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether the first sentence tells of the headline's occasion in words of its own ("Lunde talks": "negotiations")."""
    if (
        not mention.lead
        or mention.plural
        or (mention.base in lexicon.words("parts") and mention.base != occasion.best.base)
        or not all(m.title for m in occasion.mentions)
    ):
        return False
    if mention.ordinal and occasion.ordinal and mention.ordinal != occasion.ordinal:
        return False
    verb = mention.verb
    return mention.strength >= 1 and verb is not None and not clauses.is_unreal(verb) and not likeness.is_another(mention)


def _is_named_next(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a definite noun right behind the lead gives its occasion a name ("The annual meeting of X drew 250")."""
    told = [m for m in occasion.mentions if m.lead and m.dates]
    if not told or not mention.refers_back or mention.dates or mention.place or mention.plural or mention.verb is None:
        return False
    next_one = any(mention.head.sentence == m.head.sentence + 1 for m in told)
    return next_one and mention.head.dep in ("nsubj", "nsubjpass") and mention.verb.lower in lexicon.verbs("holding")


def _is_announced(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a dated noun is the dated event of the headline ("in Lunde for a conference convened by …")."""
    best = occasion.best
    if best.rule != "headline" or GROUPS[occasion.type] != "event" or mention.plural or not mention.dates:
        return False
    return mention.type == occasion.type and mention.base == best.base and any(m.dates for m in occasion.mentions)


def _spells_out(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a dated noun says what the headline's verb means ("X meets leaders": "today X held the summit")."""
    bare = not occasion.words and occasion.type == mention.type and mention.type in ("talks", "meeting", "call")
    only_verb = all(m.title and (m.head is m.verb or bare) for m in occasion.mentions)
    return only_verb and bool(mention.dates) and not mention.plural and not any(m.dates for m in occasion.mentions)


def _fills_in(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a fuller name follows "a seminar": "The second Ulba Seminar" a paragraph on, or the same day."""
    if occasion.words or occasion.place_words or mention.plural or mention.base not in {m.base for m in occasion.mentions}:
        return False
    if mention.dates:
        return any(m.dates for m in occasion.mentions)
    return mention.refers_back and occasion.strength >= ENOUGH


def _elsewhere(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether an occasion is placed elsewhere; a venue without its city ("at the Hotel Ulba") may lie in any city."""
    mine = mention.place_text and (mention.place == mention.venue, mention.place_text)
    places = {(m.place == m.venue, m.place_text) for m in occasion.mentions if m.place_text}
    alike = {place for place in places if mine and place[0] == mine[0]}
    return bool(mine and alike and mine not in alike)


def _same_verb(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether "met with X" is an occasion known already: the headline's, told in the text, or one with the same X."""
    if mention.rule == "signed" and (known := signings.told_in(occasion.mentions)):
        return signings.is_one(mention, known) and not _elsewhere(occasion, mention)
    if mention.rule == "appeared-before" and occasion.best.rule == mention.rule:
        return bool(mention.dates and occasion.best.dates)
    unnamed = not any(who.startswith("p") for who in mention.who) and _hosts_all(mention)
    if mention.rule == "hosted" and (unnamed or not mention.who):
        return unnamed and occasion.strength >= ENOUGH and any(m.lead or m.title for m in occasion.mentions)
    return _same_partners(occasion, mention)


def _hosts_all(mention: Mention) -> bool:
    """As in: "who hosted the delegations at the palace"."""
    thing = mention.head.child("dobj")
    return (
        thing is not None and thing.tag == "NNS" and any(c.lower in ("the", "both") or c.dep == "poss" for c in thing.children)
    )


def _same_partners(occasion: Occasion, mention: Mention) -> bool:
    again = any(t.lower in lexicon.words("also") for t in mention.head.children)
    if mention.rule == "visited" and not mention.lead and mention.venue is not None:
        return False  # a house that is shown on a journey
    told = [m for m in occasion.mentions if m.head is m.verb and not m.title]
    if occasion.title and not told and _is_remembered(mention):
        return False
    if occasion.title and not told:
        journey = mention.lead and mention.rule == "travelled-to" and occasion.type == "visit"  # announced
        dated = bool(mention.dates) and any(m.dates for m in occasion.mentions)  # on days that agree
        return (mention.lead or not again) and (journey or dated or clauses.tense(mention.head) != "future")
    if again and told:
        return False
    if mention.who and occasion.who:
        return len(mention.who & occasion.who) >= min(2, len(mention.who), len(occasion.who))
    return False


def _is_remembered(mention: Mention) -> bool:
    """Tell whether a clause inside tells of a month of its own ("was arranged when they met in Lunde in December")."""
    inside = mention.head.dep in ("advcl", "relcl", "ccomp") and not mention.lead
    return inside and any(d.date is not None and d.date.day is None for d in mention.dates)


def _may_be(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether type, number, edition and dates allow both to be one."""
    kinds = {m.type for m in occasion.mentions}
    groups = {GROUPS[k] or k for k in kinds}
    if mention.rule == "spoke-with" and "call" in kinds:
        return _dates_agree(occasion, mention)
    if mention.rule in ("met-with", "convened-people", "hosted", "gathered") and occasion.title and "event" in groups:
        return _dates_agree(occasion, mention)
    shortened = any(m.base.endswith(f" {mention.base}") for m in occasion.mentions)  # "a training course": "the course"
    if (
        mention.type not in kinds
        and (GROUPS[mention.type] or mention.type) not in groups
        and mention.base not in ("event", "occasion")
        and not shortened
    ):
        return False
    if mention.plural != occasion.best.plural and not (occasion.title or mention.title):
        return False
    if mention.ordinal and occasion.ordinal and mention.ordinal != occasion.ordinal:
        return False
    return _dates_agree(occasion, mention)


def _dates_agree(occasion: Occasion, mention: Mention) -> bool:
    if _is_its_end(occasion, mention):
        return True
    mine = [d for d in mention.dates if d.date]
    theirs = [d for m in occasion.mentions for d in m.dates if d.date]
    if not mine or not theirs:
        return True
    pointing = mention.refers_back and not mention.words  # "the visit" on one of its days
    return any(a.shares_day_with(b) if pointing else a.date.agrees(b.date) for a in mine for b in theirs if a.date and b.date)


def _is_its_end(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a mention gives the day on which a known occasion is to end ("The meeting ends on Friday")."""
    if not mention.refers_back or mention.words:
        return False
    verb = mention.verb
    closing = verb is not None and mention.head.dep == "nsubj" and verb.lower in lexicon.verbs("ending")
    if (
        not closing
        or clauses.tense(verb) != "future"
        or len(mention.dates) != 1
        or mention.base not in {m.base for m in occasion.mentions}
    ):
        return False
    last, days = mention.dates[0].date, [d.date.as_date() for m in occasion.mentions for d in m.dates if d.date is not None]
    then = last.as_date() if last is not None else None
    return then is not None and bool(days) and all(day is not None and day <= then for day in days)
