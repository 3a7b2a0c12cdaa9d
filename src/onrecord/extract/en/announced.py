"""The year of a day that a page without a date tells without one: the last before the month of what it announces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.extract.en import clauses
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Token
from onrecord.model import PartialDate
from onrecord.model.errors import DateError

RECENT = 3
"""Years back from what is announced in which lies the last year that the page tells: where it is older, the announcement may
be far ahead."""


def completed(mentions: Sequence[DateMention], verb_of: Callable[[DateMention], Token | None]) -> list[DateMention]:
    """Return the dates of a page that does not state its own, past days without a year completed and marked as inferred.

    "An embassy has held a webinar on Nov. 25. In August 2031 the country will celebrate the anniversary" was written within the
    year before August 2031: what somebody will hold or celebrate is mostly announced no farther ahead.

    Args:
        mentions: the dates.
        verb_of: the verb of the clause in which a date stands.
    """
    full = [m for m in mentions if m.basis == "text" and m.date is not None and m.date.year is not None]
    announced = [m for m in full if _is_announced(m, verb_of(m))]
    if not announced:
        return list(mentions)
    first = min((m.date for m in announced if m.date is not None), key=str)
    told = [date.year for m in full if m not in announced for date in (m.date, m.end) if date is not None and date.year]
    if first.year is None or (told and max(told) < first.year - RECENT):
        return list(mentions)
    return [_dated(m, first) if clauses.tense(verb_of(m)) == "past" else m for m in mentions]


def _is_announced(mention: DateMention, verb: Token | None) -> bool:
    """Tell whether somebody will hold or celebrate something in the month told."""
    told = mention.date is not None and mention.date.month is not None
    return told and verb is not None and verb.lower in lexicon.verbs("announced") and clauses.tense(verb) == "future"


def _dated(mention: DateMention, first: PartialDate) -> DateMention:
    """Return a day without a year with the last year in which it lies before a month."""
    date = mention.date
    if date is None or mention.basis != "open" or date.month is None or first.year is None or first.month is None:
        return mention
    year = first.year if date.month < first.month else first.year - 1
    try:
        inferred = [PartialDate.of(year, part.month, part.day, "?") if part else None for part in (date, mention.end)]
    except DateError:
        return mention  # 29 February of another year
    return replace(mention, date=inferred[0], end=inferred[1], basis="announcement")
