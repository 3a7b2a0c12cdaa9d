"""Steps that a noun states: "the closure of the test site in 1991", "the decree of 29 August", "the 30th anniversary of"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.milestones.found import Page, noun_span
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words, milestone_words
from onrecord.languages.en.date_forms import words as date_words
from onrecord.languages.en.milestone_words import Step
from onrecord.languages.reading import Token
from onrecord.model import Milestone, PartialDate, Span

_OF_YEAR = re.compile(r"\s*(?:(?:No\.?|number|№)\s*)?[\w-]*\d[/-](?P<year>(?:19|20)\d\d)\b")
_NUMBER = re.compile(r"\s*(?:(?:No\.?|number|№)\s*)?\d[\d/.]*")

_WHERE = re.compile(
    r"\s(?:in|into|at|from|over|near|off|towards?|through|to)\s(?:the\s)?(?:[\w-]+\s){1,4}(?:on|in)?\s?", re.UNICODE
)


def find(page: Page) -> list[Milestone]:
    """Return the milestones that nouns state and date."""
    found: list[Milestone] = []
    last_words = milestone_words.noun_step_words()
    for token in page.reading.tokens:
        if (
            token.lower not in last_words
            or not (token.tag.startswith("N") or _is_gerund(token))
            or (found and found[-1].what_span.contains(token.span) and not _has_date(page, token))
        ):
            continue
        for step in _steps(token):
            made = _made(page, token, step)
            if made is not None:
                found.append(made)
                break
    return found


def _is_gerund(token: Token) -> bool:
    """Tell whether a form in -ing stands as a noun: "its firing of two missiles", "the signing of the protocol"."""
    if token.tag != "VBG" or token.child("poss", "det") is None:
        return False
    return any(child.dep == "prep" and child.lower == "of" for child in token.children)


def _steps(token: Token) -> tuple[Step, ...]:
    table = milestone_words.noun_steps()
    for length in (3, 2):
        before = token.nbor(1 - length)
        if before is not None and before.sentence == token.sentence:
            words = " ".join(t.lower for t in _run(before, length))
            if words in table:
                return table[words]
    return table.get(token.lower, ())


def _run(first: Token, length: int) -> list[Token]:
    run = [first]
    while len(run) < length and (after := run[-1].nbor(1)) is not None:
        run.append(after)
    return run


def _has_date(page: Page, token: Token) -> bool:
    return page.beside(clauses.phrase(token)) is not None


def _made(page: Page, token: Token, step: Step) -> Milestone | None:
    token = _first_of(token)
    span = noun_span(token)
    tokens = _told(page, token, step)
    if not tokens or _is_beside_the_point(token, step):
        return None
    if step.kind == "office-left" and not any(c.dep == "poss" or c.lower == "of" for c in token.children):
        return None  # whose resignation it was must stand at the noun
    if step.numbered and not _NUMBER.match(page.document.text, token.end):
        return None
    years = _anniversary(token)
    if years is not None:
        return _counted(page, token, step, years)
    undated = step.anniversary and not _is_named(tokens, step)
    date = None if undated or token.dep == "compound" else _date(page, token, step, tokens)
    date = date or (_of_event(page, token) if (step.thing is not None or step.kind == "nuclear-test") and not undated else None)
    if date is None or date.date is None:
        return None
    actor = page.takers.of_noun(step.kind, token)
    text = Span(span.start, max(span.end, date.span.end if date.span.start - span.end < 12 else span.end))
    what = _what(page, token, step, tokens) or span
    return page.made(step.kind, what, text, (date.date, date.span), rule=f"{step.kind}-noun", actor=actor)


def _first_of(token: Token) -> Token:
    """The noun that governs the others of a step of several nouns: of "entry into force" the entry."""
    return token.head.head if token.dep == "pobj" and token.head.lower == "into" and token.head.head.tag == "NN" else token


def _told(page: Page, token: Token, step: Step) -> list[Token]:
    """The words of a noun phrase in which the thing of a step stands; none where it does not stand there."""
    tokens = _parted(token)
    if _holds_thing(page, tokens, step):
        return tokens
    tokens = _across_date(page, tokens)
    return tokens if _holds_thing(page, tokens, step) else []


def _holds_thing(page: Page, tokens: list[Token], step: Step) -> bool:
    return step.thing is None or step.thing.search(Span(tokens[0].start, tokens[-1].end).of(page.document.text)) is not None


def _is_named(tokens: list[Token], step: Step) -> bool:
    """Tell whether the body of whose founding a noun tells bears a name ("the establishment of the Atomic Agency in 1957")."""
    return step.thing is not None and any(t.tag.startswith("NNP") and step.thing.fullmatch(t.text) for t in tokens)


def _across_date(page: Page, tokens: list[Token]) -> list[Token]:
    """The words of a noun phrase that a date parts from its "of": "the entry into force, on 22 January 2021, of the treaty"."""
    text, end = page.document.text, tokens[-1].end
    date = next(iter(page.dates.within((end, end + _APART))), None)
    if date is None or not _TO_DATE.fullmatch(text, end, date.span.start):
        return tokens
    behind = _OF.match(text, date.span.end)
    of = page.reading.between((behind.end() - len("of"), behind.end())) if behind else []
    return [*tokens, *page.reading.between((end, behind.end())), *clauses.phrase(of[0])] if of and behind else tokens


_APART = 40
"""Code points behind a noun within which the date stands that parts it from its "of"."""

_TO_DATE = re.compile(r",?(?:\sin\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?,?)?(?:\s(?:on|in))?\s")
_OF = re.compile(r",?\sof\b")


def _parted(token: Token) -> list[Token]:
    """The words of a noun phrase, with the "of" that "by" parts from its noun ("the launch by Norland of two missiles")."""
    tokens = clauses.phrase(token)
    after = tokens[-1].nbor(1)
    inside = any(c.dep in ("prep", "agent") and c.lower == "by" for c in token.children)
    by = after if after is not None and after.lower == "by" else None
    for _ in range(_AGENT):
        if after is None or after.sentence != token.sentence or not (inside or by) or clauses.is_verb(after):
            return tokens
        if after.lower == "of" and after.head.i < (by or after).i:
            return [*tokens, *clauses.phrase(after)]
        after = after.nbor(1) if by is not None else None
    return tokens


_AGENT = 16
"""Tokens at most between "by" and the "of" of the noun before it."""


def _date(page: Page, token: Token, step: Step, tokens: list[Token]) -> DateMention | None:
    numbered = _OF_YEAR.match(page.document.text, token.end) if step.numbered else None
    if numbered:  # "resolution No. 12/2019" carries its year
        at = Span(*numbered.span("year"))
        return DateMention(at, PartialDate.of(int(numbered["year"])), None, "text")
    date = page.beside(tokens) or _modifier(page, tokens) or _described(page, token) or _behind_place(page, token, tokens)
    date = date or (_of_line(page, token) if step.kind != "agreement" else None)
    if (
        date is not None
        and step.thing is None
        and step.kind == "agreement"
        and not _is_inside(page, token, noun_span(token), date)
    ):
        return None  # "the agreement, he said on Monday": the noun alone needs its year inside
    return date


def _of_line(page: Page, token: Token) -> DateMention | None:
    """The date of a chronicle's line that is made of the noun alone: "29 August 1949 – first nuclear test at Birk"."""
    above = token
    while above.head is not above and not clauses.is_verb(above.head) and above.head.sentence == token.sentence:
        above = above.head
    alone = not clauses.is_verb(above) and (above.head is above or not clauses.is_verb(above.head))
    inside = token.dep in ("pobj", "compound", "nmod")
    return page.dates.of_line(token.start) if alone and not inside else None


def _is_beside_the_point(token: Token, step: Step) -> bool:
    """Tell whether the noun is what something is against ("a ban on nuclear tests"), or by which another step was done."""
    prep = token.head
    if token.dep != "pobj":
        return False
    top = prep.head.head if prep.lower == "into" and prep.head.dep == "pobj" else prep  # "on the entry into force of"
    if top.lower in ("on", "about") and top.head.lower in gathering_words.nouns():
        return True  # the subject of a conference
    if step.kind == "nuclear-test":
        aside = prep.lower == "of" and token.tag == "NNS" and prep.head.tag.startswith("N")
        return prep.lower in ("against", "on", "without") or (
            aside and prep.head.lower not in milestone_words.words("counting")
        )
    # "was closed by presidential decree on 29 August": the day is that of the closing
    own_day = any(c.dep == "prep" and c.lower == "of" for c in token.children)
    return step.kind == "decree" and prep.lower == "by" and not own_day and _is_told(prep.head)


def _is_told(verb: Token) -> bool:
    return verb.tag == "VBN" and verb.lower in milestone_words.verb_steps()


def _is_inside(page: Page, token: Token, span: Span, date: DateMention) -> bool:
    """Tell whether the date is part of the name: "a 1994 agreement", "the Joint Declaration on Trade of January 1992"."""
    head = page.dates.head_of(date)
    of = head is not None and head.dep == "pobj" and head.head.lower == "of" and token.text[:1].isupper()
    return span.contains(date.span) or (of and date.date is not None and date.date.year is not None)


def _of_event(page: Page, token: Token) -> DateMention | None:
    """The date of "the removal of the fuel was completed in May": that of the verb which tells of the step as an event."""
    verb = token.head
    happened = verb.lower in milestone_words.verbs("completing") or (
        verb.lower in ("was", "were") and verb.child("attr", "acomp") is None  # "the last nuclear test was in September"
    )
    if token.dep not in ("nsubj", "nsubjpass", "dobj") or not happened:
        return None
    return page.when(verb) if not clauses.is_unreal(verb) else None


def _what(page: Page, token: Token, step: Step, tokens: list[Token]) -> Span | None:
    """The thing behind "of": of "the closure of the site" the site; a decree or an agreement is the thing itself."""
    if step.thing is None:
        return None
    inner = next(
        (
            t
            for p in token.children
            if p.dep == "prep" and p.lower in ("of", "to", "from")
            for t in p.children
            if t.dep == "pobj"
        ),
        None,
    ) or next((t for p in tokens if p.lower == "of" and p.head is not token for t in p.children if t.dep == "pobj"), None)
    return noun_span(inner) if inner is not None and step.thing.search(noun_span(inner).of(page.document.text)) else None


def _modifier(page: Page, tokens: list[Token]) -> DateMention | None:
    """A year before the noun: "a 1994 agreement", "resolution No. 12/2019"."""
    span = Span(tokens[0].start, tokens[-1].end)
    return next((d for d in page.dates.within(span) if d.date is not None), None)


def _behind_place(page: Page, token: Token, tokens: list[Token]) -> DateMention | None:
    """The date of "the firing of two missiles into the sea on May 2": behind where it went, however that is parsed."""
    near = page.dates.within((tokens[-1].end, page.reading.sentence_of(token).span.end))
    date = near[0] if near and near[0].date is not None else None
    between = page.document.text[tokens[-1].end : date.span.start] if date is not None else ""
    if date is None or not _WHERE.fullmatch(between):
        return None
    told = any(clauses.is_verb(t) for t in page.reading.between((tokens[-1].end, date.span.start)))
    return None if told else date


_ISSUED = frozenset({"made", "announced", "issued", "signed", "adopted", "declared", "published", "reached"})


def _described(page: Page, token: Token) -> DateMention | None:
    """The date of a clause on the noun: "the proclamation, which was made on Monday", "the removal, which ended in May"."""
    for verb in token.subtree:
        if (
            clauses.is_verb(verb)
            and verb.dep in ("relcl", "acl")
            and verb.i > token.i
            and (verb.head is token or verb.head.i > token.i)
        ):
            date = page.when(verb)
            if date is not None and (verb.lower in _ISSUED or verb.lower in milestone_words.verbs("completing")):
                return date
    return None


def _anniversary(token: Token) -> int | None:
    """The number of years of "the 30th anniversary of the decree" or "10 years since the signing"."""
    above = token.head
    while above.dep in ("pobj", "conj", "prep") and above.lower != "anniversary" and above.head is not above:
        above = above.head
    if above.lower != "anniversary":
        return None
    for child in above.children:
        number = re.match(r"(\d+)", child.text)
        if number and child.i < above.i:
            return int(number[1])
        if child.lower in date_words()["ordinals"]:
            return int(date_words()["ordinals"][child.lower])
    before = above.nbor(-1)
    digits = re.search(r"(\d+)", page_words(above)) if before is not None else None
    return int(digits[1]) if digits else None


def page_words(token: Token) -> str:
    """The four tokens before one, as words: markup such as "10<sup>th</sup>" splits an ordinal."""
    words: list[str] = []
    at: Token | None = token.nbor(-1)
    while at is not None and len(words) < 4:
        words.insert(0, at.text)
        at = at.nbor(-1)
    return " ".join(words)


def _counted(page: Page, token: Token, step: Step, years: int) -> Milestone | None:
    """The date from which an anniversary counts: as precise as the month told, else the year."""
    verb = clauses.verb_over(token)
    told = page.when(verb) if verb is not None else None
    base = told.date if told is not None and told.date is not None and told.basis != "page date" else page.dates.anchor
    if base is None or base.year is None:
        return None
    month = base.month if told is not None and base is told.date else None
    date = PartialDate.of(base.year - years, month)
    above = token
    while above.lower != "anniversary" and above.head is not above:
        above = above.head
    sentence = page.reading.sentence_of(token).span
    text = sentence if told is not None else noun_span(above)
    return page.made(
        step.kind, noun_span(token), text, (date, told.span if told is not None else above.span), rule="anniversary"
    )
