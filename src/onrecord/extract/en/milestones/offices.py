"""Offices taken and left: "became minister in 1982", "left office on March 19", "mayor from 1977 to 1995"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.milestones.found import Page, clause, is_of_person, noun_span
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import milestone_words, titles
from onrecord.languages.reading import Token
from onrecord.model import Milestone, PartialDate, Person, Span
from onrecord.model.facts import MilestoneKind

_TOLD = ("held", "left", "taken")


def find(page: Page) -> list[Milestone]:
    """Return the offices that the text says were taken or left, with dates."""
    found: list[Milestone] = []
    for token in page.reading.tokens:
        if _is_title(token):
            found += _until(page, token)
        elif token.lower == "office" and token.dep == "pobj" and token.head.lower == "in":
            found += _in_office(page, token)
        elif token.lower in milestone_words.words("takings"):
            found += _appointment(page, token)
        if not token.tag.startswith("VB") or token.dep in ("auxpass", "amod", "compound"):
            continue
        if token.dep == "aux" and token.lower not in ("was", "were"):
            continue
        if not any(token.lower in milestone_words.verbs(kind) for kind in _TOLD) or clauses.is_only_possible(token):
            continue
        if token.lower in milestone_words.verbs("held"):
            found += _term(page, token)
        if token.lower in milestone_words.verbs("left"):
            found += _left(page, token)
        elif token.lower in milestone_words.verbs("taken"):
            found += _taken(page, token)
    return found


def _taken(page: Page, verb: Token) -> list[Milestone]:
    what = _office(page, verb) or _sworn_in(page, verb)
    date = page.when(verb) if what is not None else None
    if what is None or date is None or date.date is None or date.end is not None:
        return []
    if _UNTIL.search(page.document.text, what.end, date.span.start):
        return []  # "was chair until her resignation in August"
    return [_one(page, verb, "office-taken", what, date)]


_UNTIL = re.compile(r"\b(?:until|till)\b")


def _appointment(page: Page, noun: Token) -> list[Milestone]:
    """As in: "her appointment as director on 3 May", "the appointment of X as minister in 1999", "his appointment in 2017"."""
    behind = [noun, *clauses.objects(noun, "of")]
    title = next((t for head in behind for t in clauses.objects(head, "as", "to") if _is_title(t)), None)
    who = noun.child("poss") or next(iter(clauses.objects(noun, "of")), None)
    words = clauses.phrase(noun)
    day = next((d for d in page.dates.within((noun.start, words[-1].end)) if d.date is not None and d.end is None), None)
    if day is None or day.date is None or (title is None and noun.child("poss") is None):
        return []
    whole = Span(words[0].start, words[-1].end)
    actor = page.takers.of(who)
    return [page.made("office-taken", noun_span(title or noun), whole, (day.date, day.span), rule="office-taken", actor=actor)]


def _sworn_in(page: Page, verb: Token) -> Span | None:
    """Whoever is sworn in, where the office is not told ("Berg is to be sworn in on September 4")."""
    after = verb.nbor(1)
    if verb.lower != "sworn" or after is None or after.lower != "in" or not is_of_person(page, verb):
        return None
    return next((noun_span(t) for t in clauses.subjects(verb)), None)


def _left(page: Page, verb: Token) -> list[Milestone]:
    """As in: "left office on March 19, 2019", "resigned as minister in May"."""
    objects = clauses.objects(verb)
    office = next((t for t in objects if t.lower in milestone_words.words("taken_object") or _is_title(t)), None)
    if objects and office is None and not (verb.child("auxpass") or any(page.entities.person_at(t) for t in objects)):
        return []
    removed = verb.child("auxpass") is not None and bool(clauses.objects(verb, "as", "from"))
    if not objects and not removed and verb.lower in ("left", "leave", "leaves", "removed", "fired", "fire"):
        return []
    leavers = clauses.subjects(verb) or ([verb.head] if verb.dep == "acl" else [])  # "our adviser, retired last Thursday"
    if not verb.child("auxpass") and office is None:
        leavers += [t for t in objects if page.entities.person_at(t)]  # "dismissed the minister, X"
    heads = [t for head in leavers for t in [head, *head.children]]
    subject = next((t for t in heads if page.entities.person_at(t) or t.tag in ("PRP", "WP")), None)
    date = page.when(verb)
    if date is None or date.date is None or subject is None:
        return []
    from_what = clauses.objects(verb, "as", "from")
    behind = next((t for t in from_what if _is_title(t) or t.lower in milestone_words.words("taken_object")), None)
    behind = behind or next((t for t in from_what if page.entities.organization_at(t) is not None), None)
    told = behind or office
    what = noun_span(told) if told is not None else subject.span
    return [_one(page, verb, "office-left", what, date)]


def _term(page: Page, verb: Token) -> list[Milestone]:
    """As in: "headed the group from 1998 to 2002" (taken and left), "held the post until 2011" (left)."""
    what = _office(page, verb) or _held(page, verb)
    if what is None or any(page.entities.place_at(t) is not None for t in clauses.subjects(verb)):
        return []  # "Norland has been a member of the agency since 1994" is no office
    found = []
    for date in page.dates.within(page.reading.sentence_of(verb).span):
        head = page.dates.head_of(date)
        if date.date is None or head is None or clauses.verb_over(head) not in (verb, *clauses.joined_verbs(verb)[:0]):
            continue
        if date.end is not None and _is_of_days(date):
            continue  # "will lead the delegation to the meeting on March 10-12"
        if date.end is not None:
            taken = _one(page, verb, "office-taken", what, date)
            left = page.made("office-left", what, clause(verb), (date.end, date.span), rule="term-of-office", actor=taken.actor)
            found += [taken, left]
        elif (kind := _AT_BOUND.get(page.bound(date))) is not None:
            found.append(_one(page, verb, kind, what, date))
    return found


_AT_BOUND: dict[str, MilestoneKind] = {"since": "office-taken", "until": "office-left"}
"""What became of an office on the day before which such a word stands."""


_SHORTEST = 60
"""Days: a shorter time is that of a journey or a conference and no term of office."""


def _is_of_days(date: DateMention) -> bool:
    """Tell whether a period is told in days and too short for a term of office."""
    first = date.date.as_date() if date.date is not None else None
    last = date.end.as_date() if date.end is not None else None
    return first is not None and last is not None and (last - first).days < _SHORTEST


def _until(page: Page, title: Token) -> list[Milestone]:
    """As in: "ambassador in Riga until 2016", "director of the centre since May 2019"."""
    tokens = clauses.phrase(title)
    found = []
    for date in page.dates.within((title.end, tokens[-1].end + _CLOSE)):
        if date.date is not None and date.end is not None and _is_term(page, title, date):
            found += _whole_term(page, title, date)
            continue
        if date.span.start > tokens[-1].end:
            continue
        kind = _AT_BOUND.get(page.bound(date))
        if date.date is None or date.end is not None or kind is None:
            continue
        what, text = noun_span(title), Span(tokens[0].start, date.span.end)
        end = len(page.document.text[: what.end].removesuffix(" until").removesuffix(" since"))
        who = page.takers.bearer(title)
        found.append(page.made(kind, Span(what.start, end), text, (date.date, date.span), rule="title-until", actor=who))
    return found


def _in_office(page: Page, office: Token) -> list[Milestone]:
    """As in: "Prime Minister X, in office since 2016"."""
    text = page.document.text
    for date in page.dates.within((office.end, office.end + _CLOSE)):
        if date.date is not None and date.end is None and text[office.end : date.span.start].strip().lower() == "since":
            start = next((t for t in office.head.ancestors if t.tag.startswith("N")), office.head)
            whole = Span(min(noun_span(start).start, office.head.start), date.span.end)
            who = page.takers.of(start)
            return [page.made("office-taken", office.span, whole, (date.date, date.span), rule="title-until", actor=who)]
    return []


_CLOSE = 16
"""Code points behind a title's phrase within which its years stand ("director of the institute (2009–2018)")."""


def _is_term(page: Page, title: Token, date: DateMention) -> bool:
    """Tell whether a period behind a title is the time for which it was held, and not that of a verb's clause."""
    between = page.document.text[title.end : date.span.start]
    head = page.dates.head_of(date)
    inside = head is not None and any(above is title for above in head.ancestors)
    brackets = re.search(r"[,(]\s*(?:from\s+|in\s+)?$", between) is not None
    return (
        (title.dep in ("appos", "nmod", "ROOT", "conj", "dep", "parataxis", "npadvmod") or _is_ahead(title))
        and len(between) < _REACH
        and (inside or brackets)
        and ";" not in between
    )


def _is_ahead(title: Token) -> bool:
    """Tell whether a title stands behind "as" before the clause: "As minister from 2014 to 2017, she took part …"."""
    return title.dep == "pobj" and title.head.lower == "as" and title.head.i < title.head.head.i


_REACH = 90
"""Code points between a title and the years for which it was held."""


def _whole_term(page: Page, title: Token, date: DateMention) -> list[Milestone]:
    if date.date is None or date.end is None or _is_of_days(date):
        return []
    what, text = noun_span(title), Span(noun_span(title).start, date.span.end)
    ends: tuple[tuple[MilestoneKind, PartialDate], ...] = (("office-taken", date.date), ("office-left", date.end))
    who = page.takers.bearer(title)
    return [page.made(kind, what, text, (day, date.span), rule="term-of-office", actor=who) for kind, day in ends]


def _one(page: Page, verb: Token, kind: MilestoneKind, what: Span, date: DateMention) -> Milestone:
    assert date.date is not None  # noqa: S101  the callers have looked
    return page.made(kind, what, clause(verb), (date.date, date.span), rule=kind, actor=page.takers.holder(verb, what))


def _office(page: Page, verb: Token) -> Span | None:
    """The office that a verb gives: complement, "as …", or an object such as "office"."""
    if verb.lower in milestone_words.verbs("giving") and (aim := verb.child("xcomp")) is not None and aim.tag == "VB":
        body = next(iter(clauses.objects(aim)), None) if aim.lower in milestone_words.heading() else None
        return Span(aim.start, noun_span(body).end) if body is not None else None  # "appointed her to chair the board"
    if verb.lower in milestone_words.verbs("rising"):
        return next((t.span for t in clauses.objects(verb, "to") if t.lower == "power"), None)
    heads = [
        c
        for c in verb.children
        if c.dep in ("attr", "oprd") or (c.dep == "dobj" and verb.lower not in milestone_words.verbs("held"))
    ]
    heads += clauses.objects(verb, "as", "to")
    if verb.lower in milestone_words.forms("swear"):  # "swore in X as director": the parser hangs "as" on the name
        heads += [t for name in clauses.objects(verb, "in") for t in clauses.objects(name, "as")]
    if verb.lower in milestone_words.verbs("giving"):  # "designated X, a former general, as minister"
        heads += [t for name in clauses.objects(verb) for t in clauses.objects(name, "as")]
    if verb.lower in ("elected", "appointed", "named", "designated", "nominated", "reelected", "sworn"):
        heads += [
            t
            for p in verb.children
            if p.dep in ("prep", "agent") and p.lower in ("as", "to", "in")
            for t in p.subtree
            if t.dep == "pobj"
        ]
    relative = verb.dep == "relcl" and all(head.tag == "WDT" for head in heads)
    if relative and verb.lower in milestone_words.verbs("taking"):
        heads = [verb.head]  # "a role that she assumed in May"
    for head in heads:
        plain = head.lower in milestone_words.words("taken_object")
        if plain and verb.lower in milestone_words.verbs("taking"):
            return noun_span(head)
        engaged = verb.lower in milestone_words.verbs("engaging") and titles.head_kind(head.text) is not None
        over = clauses.has_particle(verb, ("over",)) and head.head is not verb  # "took over as director"
        if (_is_title(head) or engaged) and (over or verb.lower not in milestone_words.verbs("taking")):
            return noun_span(head)
        if verb.lower in milestone_words.forms("become"):
            inner = next((t for t in head.subtree if _is_title(t) and t.i > head.i and page.entities.at(t) is None), None)
            if inner is not None:
                return noun_span(inner)
    return None


def _held(page: Page, verb: Token) -> Span | None:
    """The post or the body that somebody holds or heads."""
    if not any(_is_person(page, t) for t in clauses.subjects(verb)):
        return None
    if verb.lower in _BEING:
        charge = next((t for t in clauses.objects(verb, "in") if t.lower == "charge" and clauses.objects(t, "of")), None)
        return noun_span(charge) if charge is not None else None  # "has been in charge of the centre since 2013"
    for head in clauses.objects(verb):
        if head.tag == "WDT" and verb.dep == "relcl":
            led = verb.lower in milestone_words.heading() or verb.head.lower in milestone_words.words("taken_object")
            return noun_span(verb.head) if led else None  # "the school, which she led until 2005"
        if head.lower in milestone_words.words("taken_object") or _is_title(head):
            return noun_span(head)
        if verb.lower in milestone_words.heading():
            return Span(verb.start, noun_span(head).end)
    return None


_BEING = ("was", "is", "were", "be", "been")


def _is_person(page: Page, noun: Token) -> bool:
    """Tell whether a noun is a person's name, pronoun, or stands beside the name ("X, a chemist who headed …")."""
    named = [page.entities.at(noun), page.entities.at(noun.head) if noun.dep == "appos" else None]
    return noun.tag == "PRP" or any(isinstance(who, Person) for who in named)


def _is_title(token: Token) -> bool:
    if not token.tag.startswith("N"):
        return False
    before = token.child("compound") if token.lower == "general" else None  # "director general"
    return titles.head_kind(f"{before.text} general" if before is not None else token.text) == "office"
