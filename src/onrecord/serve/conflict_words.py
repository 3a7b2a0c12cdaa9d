"""Contradictions in the reader's language: what kind it is, and the value of each side."""

from __future__ import annotations

import re

from onrecord.model import PartialDate
from onrecord.model.errors import DateError
from onrecord.model.recorded import GatheringRecord, Stated
from onrecord.review.conflicts.attendance import rounding
from onrecord.serve import dates
from onrecord.serve.languages import _, catalogue
from onrecord.serve.terms import term

REASONS = {
    "date": _("Sources give one occasion different dates."),
    "page-period": _("The period that the page gives is not the date of its text."),
    "weekday": _("The date does not fall on the weekday that is named with it."),
    "attendance": _("Sources give different numbers of people."),
    "place": _("Sources place one occasion differently."),
    "format": _("Sources differ on whether people met in person or online."),
    "role": _("Sources give different roles at one occasion."),
    "office": _("Sources differ on an office at one time."),
    "term": _("Sources differ on how long what was agreed holds."),
    "sequel": _("Sources differ on where or when the next occasion is to be."),
    "quotation": _("Sources quote one statement in different words."),
    "quantity": _("Sources give different numbers for one quantity."),
    "sequence": _("The dates cannot stand in the order of the events."),
    "two-places": _("Sources have one person far apart on one day."),
    "encounter": _("Sources tell of two people together at different occasions."),
}
"""By kind. English pages show the exact reason that the search for contradictions gives."""

COMPARED = {
    "date": _("occasions dated by two or more sources"),
    "page-period": _("pages whose metadata gives the event's period"),
    "weekday": _("dates with a weekday beside them"),
    "attendance": _("occasions whose attendance two or more sources give"),
    "place": _("occasions placed by two or more sources"),
    "format": _("occasions whose form two or more sources tell"),
    "role": _("roles at an occasion for which two or more sources name somebody"),
    "office": _("pairs of sources on one person's office at one time"),
    "term": _("occasions with the term of an agreement in two or more sources"),
    "sequel": _("occasions whose next one two or more sources tell of"),
    "quotation": _("pairs of quotations of one speaker at one occasion, by two sources"),
    "quantity": _("quantities (warheads, tests, …) that two or more sources give"),
    "sequence": _("pairs of dates of which one comes first"),
    "two-places": _("pairs of occasions of one day at which sources have one person"),
    "encounter": _("encounters told of beside an occasion that two or more sources report"),
}
"""What there was to compare, by kind, in the words of the search for contradictions; a test holds them against those."""

ROUNDED = {"": "%(number)s", "about": _("about %(number)s"), "over": _("over %(number)s"), "under": _("under %(number)s")}
"""A number of people as its source means it."""

_UNITS = re.compile(r"(\d+) (year|month)s?")
_TERMS = {"type": "type", "format": "format", "track": "track", "status": "status", "role": "role"}


def conflict_words(kind: str, language: str) -> str:
    """Return why something is a contradiction, in one sentence, by its kind."""
    return str(catalogue(language).gettext(REASONS.get(kind, REASONS["date"])))


def compared_words(kind: str, language: str) -> str:
    """Return what there was to compare for a kind of contradiction."""
    return str(catalogue(language).gettext(COMPARED[kind]))


def side_value(side: Stated, language: str) -> str:
    """Return the value of one side: dates and numbers in the form of the language, roles and types in its words."""
    if side.property in ("start", "end", "since", "until", "event_period", "date", "published"):
        try:
            first, _slash, last = side.value.partition("/")
            return dates.spoken_period(PartialDate(first.strip()), PartialDate(last.strip()) if last else None, language)
        except DateError:
            return side.value
    if side.property == "attendance" and side.value.isdecimal():
        return _rounded(side, language)
    if side.property == "term":
        return _duration(side.value, language)
    if side.property in _TERMS:
        return term(side.value, _TERMS[side.property], language)
    # The comma that a quotation ends with belongs to the sentence around it.
    return dates.number(int(side.value), language) if side.value.isdecimal() else side.value.rstrip(",")


def _duration(words: str, language: str) -> str:
    """Return the term of an agreement, which the record has in English ("5 years and 6 months"), in the language's words."""
    ngettext = catalogue(language).ngettext
    told = []
    for digits, unit in _UNITS.findall(words):
        number = int(digits)
        years, months = ngettext("%(num)s year", "%(num)s years", number), ngettext("%(num)s month", "%(num)s months", number)
        told.append((years if unit == "year" else months) % {"num": number})
    return " ".join(told) if language != "en" else words


def attendance_words(occasion: GatheringRecord, language: str) -> str:
    """Return how many took part, with the "about" or "over" of the source that gives the number."""
    told = next((side for side in occasion.values("attendance") if side.value == str(occasion.attendance)), None)
    return _rounded(told, language) if told else dates.number(occasion.attendance or 0, language)


def _rounded(side: Stated, language: str) -> str:
    words = str(catalogue(language).gettext(ROUNDED[rounding(side)]))
    return words % {"number": dates.number(int(side.value), language)}
