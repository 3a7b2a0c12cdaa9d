"""States that have lasted since a date, told beside their thing: "the treaty, in force since 2009"."""

from __future__ import annotations

from onrecord.extract.en.milestones import things
from onrecord.extract.en.milestones.found import Page, noun_span
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import milestone_words
from onrecord.languages.reading import Token
from onrecord.model import Milestone, Span

_CLOSE = 16
"""Code points behind the noun of a state within which "since" and the date stand."""


def find(page: Page) -> list[Milestone]:
    """Return the milestones with which the states began."""
    table = milestone_words.states()
    found = []
    for token in page.reading.tokens:
        if token.lower in table and token.dep == "pobj" and token.head.lower == "in":
            found += _began(page, token)
    return found


def _began(page: Page, state: Token) -> list[Milestone]:
    nouns = things.before_comma(state.head)
    since = _since(page, state)
    if not nouns or since is None or since.date is None:
        return []
    for step in milestone_words.states()[state.lower]:
        for noun in nouns:
            what = noun_span(noun)
            if step.thing is not None and step.thing.search(what.of(page.document.text)):
                text = Span(what.start, since.span.end)
                return [page.made(step.kind, what, text, (since.date, since.span), rule="state-since")]
    return []


def _since(page: Page, state: Token) -> DateMention | None:
    """The date right behind "since"."""
    text = page.document.text
    near = page.dates.within((state.end, state.end + _CLOSE))
    return next((d for d in near if text[state.end : d.span.start].strip().lower() == "since"), None)
