"""Offices that Russian text tells without a verb of taking them: с 2008 года директор института, в 2009–2014 годах – посол."""

from __future__ import annotations

import re

from onrecord.extract.ru.milestones.takers import Takers
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.steps import milestone, taken
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Sentence, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Milestone, PartialDate, Span, trimmed

_YEARS = re.compile(
    r"\b(?:с|в)\s(?P<first>(?:19|20)\d\d)(?:\s?[–—-]\s?|\s(?:по|до)\s)(?P<last>(?:19|20)\d\d)\sг[а-я]*\.?", re.I
)
"""The years in which an office was held: с 2015 по 2018 год, в 2009–2014 годах."""

_BOUND = re.compile(r"[,;:()\n]")
"""What parts a phrase of an office from the others of its sentence."""

_KINDS = {"с": "office-taken", "до": "office-left"}


def find(text: str, sentence: Sentence, mentions: list[DateMention], known: list[Milestone], takers: Takers) -> list[Milestone]:
    """Return the offices that a phrase tells with their first or last day, or both, and those held then."""
    found: list[Milestone] = []
    for kind, date in _limits(text, sentence, mentions) if mentions else ():
        part = _part(text, sentence, date.span)
        tokens = [t for t in sentence.tokens if part.contains(t.span)]
        if any(m.kind == kind and m.date_span is not None and m.date_span.overlaps(date.span) for m in known):
            continue
        title = _title(tokens, date.span)
        if title is None:
            continue
        target = _office(text, title, tokens, date.span)
        step = milestone(text, kind, target, part, date, language="ru", strip=" ,.;:\n–—")
        found.append(taken(step, takers.of_title(title)))
    return found


def _limits(text: str, sentence: Sentence, mentions: list[DateMention]) -> list[tuple[str, DateMention]]:
    """Return the first and last days that a sentence tells, with the kinds of steps that fall on them."""
    limits: list[tuple[str, DateMention]] = []
    terms = list(_YEARS.finditer(text, *sentence.span))
    for term in terms:
        for kind, name in (("office-taken", "first"), ("office-left", "last")):
            limits.append((kind, DateMention(Span(*term.span()), PartialDate.of(int(term[name])), None, "text")))
    for mention in mentions:
        word = re.search(r"(?:^|\s)(с|до)\s$", text[sentence.span.start : mention.span.start].lower())
        if word is not None and not any(Span(*t.span()).overlaps(mention.span) for t in terms):
            limits.append((_KINDS[word[1]], mention))
    return limits


def _part(text: str, sentence: Sentence, date: Span) -> Span:
    """Return the phrase between two commas in which a date stands."""
    before = [m.end() for m in _BOUND.finditer(text, sentence.span.start, date.start)]
    behind = _BOUND.search(text, date.end, sentence.span.end)
    return Span(before[-1] if before else sentence.span.start, behind.start() if behind else sentence.span.end)


def _title(tokens: list[Token], date: Span) -> Token | None:
    """Return the office of a phrase without a verb, or with one of being in office; the first behind its date, else before."""
    verbs = [t for t in tokens if t.tag.startswith(("VERB", "AUX"))]
    lasting = vocabulary.words("takers", "lasting")
    if any(model.lemma(t.text) not in lasting and model.lemma(t.text) != "быть" for t in verbs):
        return None
    case = " Ins" if verbs else " Nom"
    titles = [t for t in tokens if case in t.tag and is_title(t) and not is_of_occasion(t)]
    objects = [t for t in tokens if t.dep == "obj" and t.head in verbs]
    behind = [t for t in titles if t.start > date.end]
    return next(iter((*behind, *titles[::-1], *objects)), None)


def _office(text: str, title: Token, tokens: list[Token], date: Span) -> Span:
    """Return the words of an office without those of its days: посол Казахстана в Австрии, and not в 1999–2004 годах."""
    words = [t for t in tokens if t.i >= title.i and title in (t, *t.ancestors) and not date.overlaps(t.span)]
    words = [t for t in words if t.end <= date.start] if title.start < date.start else words
    while words and words[-1].tag.startswith(("ADP", "PUNCT")):
        words.pop()
    return trimmed(text, title.start, words[-1].end if words else title.end, " .,;:\n–—")


def is_of_occasion(title: Token) -> bool:
    """Tell whether somebody only was something at an occasion, or what is no office: стал модератором, стал участником."""
    lemma = model.lemma(title.text)
    return any(lemma in vocabulary.words("titles", kind) for kind in ("of_occasions", "lived"))
