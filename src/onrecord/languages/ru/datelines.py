"""The dateline of a Russian report: «АСТАНА. 25 ноября. СТЕПЬ-ИНФОРМ –», «МОСКВА, 3 июн - РИА Новости.», «Сеул, 5 мая —».

It tells where, when and by which agency a report was written, and is no part of its first sentence: `parse` reads it apart.
The forms are those of the news agencies of Russia and Central Asia; ministries and embassies write the shorter ones.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.languages import places
from onrecord.languages.kk import vocabulary as kazakh
from onrecord.languages.reading import Reading
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_of
from onrecord.model import Span


class Dateline(NamedTuple):
    """A dateline; what it tells as spans of the text that was read, None where it does not say so.

    Attributes:
        end: where the report begins.
        town: where it was written.
        day: when.
        agency: who sends it.
    """

    end: int
    town: Span | None
    day: Span | None
    agency: Span | None


LONGEST = 160
"""Code points within which a dateline ends."""

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_DAY = (
    r"\d{1,2}(?:[–-]\d{1,2})?(?:\.\d{2}\.\d{2,4}(?!\d)"
    r"|\s[а-яёәғқңөұүһі]{3,9}(?![\w])\.??(?:\s\d{4}(?![\w-])(?:\s(?:года|год|г\.?)(?!\w))?)?)"
)
_PLACE = rf"[{_UPPER}][\w’'-]+(?:[ ][{_UPPER}][\w’'-]+){{0,2}}"
_COUNTRY = rf"(?:,\s[{_UPPER}][\w-]+(?:\s[{_UPPER}][\w-]+)?(?=[,.]\s\d)|\s\([{_UPPER}][^()\n]{{2,30}}\)(?=[,.]?\s\d))?"
_HEAD = (
    rf"(?:(?P<town>{_PLACE}){_COUNTRY}(?:[.,]?\s(?P<day>{_DAY}))?|(?P<first>{_DAY}),\s(?:г\.\s?)?(?P<place>[{_UPPER}][\w-]+))"
    r"(?P<mark>[.,]?)"
)
_DASH = r"\s?[–—-]{1,2}\s"
_BEGINS = rf"(?=\s?[{_UPPER}«\"“„\d–—])"
_REPORTER = rf"(?:[,.]\s[{_UPPER}][\w-]+\s[{_UPPER}][\w-]+)?"
_QUOTED = r"(?:М?ИА\s)?(?:«[^«»\n]{2,30}»|\"[^\"\n]{2,30}\")"
_NAMED = rf"{_QUOTED}|[{_UPPER}][\w./-]*[\w/](?:\s[{_UPPER}][\w.-]*\w){{0,2}}"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all forms; a group tells where the agency stands: in brackets, before or behind a dash."""
    known = vocabulary.either("organizations", "agencies")
    sure = rf"(?:{_QUOTED}|(?i:{known})(?![\w])|[{_UPPER}]{{3,}}[\w./-]*|[A-Z][\w./-]*\w)(?:[ -][{_UPPER}][\w-]+)??"
    ends = (
        rf"\s?[/(\[](?:Корр\.\s(?P<sent>{sure})\s[^/()\n]{{2,40}}|(?P<bracketed>[{_UPPER}«][^/()\n]{{1,40}}))[/)\]]"
        rf"\.?{_REPORTER}(?P<dash>{_DASH})?{_BEGINS}",
        rf"{_DASH}(?P<behind>{sure}){_REPORTER}\.(?=\s){_BEGINS}",
        rf"\s(?P<before>{_NAMED}){_REPORTER}[.,]?{_DASH}{_BEGINS}",
        rf"\s(?P<alone>{sure})\.?(?:(?<=\.)(?=\s){_BEGINS}|$)",
        rf"(?P<bare>{_DASH}){_BEGINS}",
        rf"(?<=\.)(?P<stop>\s){_BEGINS}",
    )
    return re.compile(rf"\s*(?:(?P<agency>(?i:{known})){_DASH}{_BEGINS}|(?:г\.\s?)?{_HEAD}(?:{'|'.join(ends)})\s?)")


_AGENCIES = ("agency", "bracketed", "sent", "behind", "before", "alone")
_BEGINNING = re.compile(rf"\s*(?:г\.\s?)?(?:[{_UPPER}]|\d{{1,2}}[.\s])")


def find(paragraph: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with, its spans counted from the paragraph's beginning."""
    if not _BEGINNING.match(paragraph):
        return None
    match = _pattern().match(paragraph[:LONGEST])
    if match is None or not (match["agency"] or _holds(match)):
        return None
    span = {group: Span(*match.span(group)) for group, words in match.groupdict().items() if words}
    sender = next((span[group] for group in _AGENCIES if group in span), None)
    if sender is not None and paragraph[sender.start] == paragraph[sender.end - 1] == '"':
        sender = Span(sender.start + 1, sender.end - 1)
    if sender is not None and country_of(sender.of(paragraph)):
        sender = None  # Вена, Австрия –
    return Dateline(match.end(), span.get("town", span.get("place")), span.get("day", span.get("first")), sender)


def of(reading: Reading) -> dict[int, Dateline]:
    """Return the datelines of a document by the number of the paragraph that each opens, their spans those of the document."""
    found: dict[int, Dateline] = {}
    for number, paragraph in enumerate(reading.paragraphs):
        line = find(paragraph.span.of(reading.text)) if paragraph.kind in ("body", "dateline") else None
        if line is not None:
            start = paragraph.span.start
            town, day, agency = (span.shifted(start) if span is not None else None for span in line[1:])
            found[number] = Dateline(line.end + start, town, day, agency)
    return found


def _holds(match: re.Match[str]) -> bool:
    """Tell whether what has the form of a dateline is one: a town with a day or an agency, or in capitals before a dash."""
    day, town = match["day"] or match["first"], match["town"] or match["place"]
    city = _is_town(town.title() if town.isupper() else town)
    if day:
        month = day.split()[1].rstrip(".") if " " in day else None
        written = month is None or month in _months()
        return written and (city or (not match["first"] and not model.is_word(town.split()[0])))
    agency = next((match[group] for group in _AGENCIES if match[group]), None)
    if agency is None:
        return city and town.isupper()
    if (match["bracketed"] or match["sent"]) and not match["dash"]:
        return False
    return city or (town.isupper() and match["mark"] == "." and not model.is_word(town.split()[0]))


def _is_town(name: str) -> bool:
    """Tell whether the table of places or the dictionary knows a name as a town's; of several words the table."""
    return name in places.by_name("ru") or model.is_place(name)


@cache
def _months() -> frozenset[str]:
    """Months as datelines write them, in Russian and Kazakh: мая, июн, мамыр."""
    russian = (word for words in vocabulary.load("page")["months"].values() for word in words)
    return frozenset(russian).union(kazakh.months())
