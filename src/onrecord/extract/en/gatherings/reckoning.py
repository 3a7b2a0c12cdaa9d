"""Days that a sentence lets one reckon: "three months after the first forum", "on the second day of his visit"."""

from __future__ import annotations

import re

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.time import is_adjacent
from onrecord.extract.en.when import Dates
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import date_forms, gathering_words
from onrecord.languages.en.date_steps import counted, moved
from onrecord.languages.reading import Reading
from onrecord.model import PartialDate, Span
from onrecord.model.facts import GatheringType

_NUMBER = r"(?P<n>\d{1,3}|[a-z]+)"
_APART = re.compile(
    rf"\b{_NUMBER}\s+(?P<unit>day|week|month|year)s?\s+(?P<way>after|before|ahead\s+of|prior\s+to|following)\s+", re.I
)
_DAY_OF = re.compile(r"\b(?P<n>[a-z]+|\d{1,2}(?:st|nd|rd|th))\s+(?:and\s+(?P<last>final|last)\s+)?day\s+of\s+", re.I)
_LASTING = re.compile(rf"\b{_NUMBER}[\s-]+days?(?:\s+of|-?\s?long)?\s+", re.I)
_ENDED = re.compile(
    r"\b(?:(?:end|conclude|close|wrap|finish|suspend|adjourn|collapse)(?:e?d|s|es|ped|ping|ing)?|(?:wound|winds?)\s+up"
    r"|(?:broke|breaks?|breaking)\s+(?:up|off|down))\b",
    re.I,
)
_AFTER_DAYS = re.compile(rf"\bafter\s+{_NUMBER}\s+days\b(?!\s+of\b)", re.I)
_BEGAN = re.compile(r"\b(?:open|began|begin|start|kick|convene|commence)(?:e?d|s|ing)?\b", re.I)

_DAYS = re.compile(rf"\b{_NUMBER}[\s-]+days?\b", re.I)

_LONG: frozenset[GatheringType] = frozenset(
    {"talks", "dialogue", "summit", "conference", "forum", "meeting", "session", "seminar", "symposium", "workshop"}
)
"""Types of occasions that break off or end "after three days"."""

REACH = 70
"""Code points between the words that count days and the noun or verb of the occasion that they are counted for."""


def attach(reading: Reading, dates: Dates, mentions: list[Mention]) -> None:
    """Give mentions the days that their sentence counts for them, in place of the day that it counts from."""
    for mention in mentions:
        sentence = reading.sentence_of(mention.head).span
        mention.apart = _is_told_from_another(reading.text[sentence.start : sentence.end], mention.at - sentence.start)
        days = [d for d in dates.within(sentence) if d.date is not None and d.basis != "modifier"]
        text = reading.text
        before = text[sentence.start : mention.at]
        if (years := _years_on(before, sentence.start, dates)) is not None:
            mention.dates = [years, *(d for d in mention.dates if d not in days)]
            continue
        if not days:
            continue
        found = (
            _apart(text, sentence, mention, days)
            or _day_of(before, sentence.start, days)
            or _lasting(text, sentence, mention, days)
        )
        if found is not None:
            mention.dates = [found, *(d for d in mention.dates if d.span != found.span and d not in days)]


BESIDE = re.compile(
    r"\bthe\s+(?:evening|night|day|afternoon|morning|eve)\s+(?P<way>before|after|following|of)\s+(?:the|this|their|its)\s+(?P<what>[\w-]+)\b",
    re.IGNORECASE,
)
"""Words that tell a day from another occasion: "the evening before the summit", "on the eve of the talks"."""


def _is_told_from_another(sentence: str, at: int) -> bool:
    """Tell whether the day of an occasion is told from another one, which it cannot be then."""
    match = BESIDE.search(sentence)
    if match is None or match["what"].lower() not in gathering_words.nouns():
        return False
    return not match.start() <= at < match.end() and (match["way"].lower() != "of" or "eve of" in match[0].lower())


def _apart(text: str, sentence: Span, mention: Mention, days: list[DateMention]) -> DateMention | None:
    """As in "in June, three months after the first forum": the forum's day lies so far before the one told."""
    before, start = text[sentence.start : mention.at], sentence.start
    match = _last(_APART, before)
    number = _number(match["n"]) if match else None
    if match is None or number is None:
        return None
    days = [d for d in days if not is_adjacent(text, mention, d)]
    told = [d for d in days if d.span.end <= start + match.start()] or [d for d in days if d.span.start >= start + len(before)]
    if not told or _is_own(before[match.end() :]):
        return None
    later = match["way"].lower() in ("before", "ahead of", "prior to")
    date = counted(told[-1].date, match["unit"].lower(), number if later else -number)
    return _made(match, start, date, None) if date is not None else None


def _years_on(before: str, start: int, dates: Dates) -> DateMention | None:
    """As in "Fourteen years after the first summit, the Administration is …": the year lies so far before that of the page."""
    match = _YEARS_ON.match(before)
    number = _number(match["n"].lower()) if match else None
    anchor = dates.anchor
    if match is None or number is None or anchor is None or anchor.year is None or "," in before[match.end() :]:
        return None
    return _made(match, start, PartialDate.of(anchor.year - number), None)


_YEARS_ON = re.compile(
    r"(?:(?:More\s+than|Almost|Nearly|Just|Only|Some|Exactly)\s+)?(?P<n>\d{1,3}|[A-Za-z-]+)\s+years\s+after\s+(?=the\b|its\b|their\b)"
)


def _is_own(between: str) -> bool:
    """Tell whether a verb of another clause stands between, so that the noun is not what the days are counted from."""
    return bool(re.search(r"[.;:]|,\s+(?:and|but|which|who)\b", between))


def _day_of(before: str, start: int, days: list[DateMention]) -> DateMention | None:
    """As in "yesterday, on the second day of his visit": the visit began the day before."""
    match = _last(_DAY_OF, before)
    number = _ordinal(match["n"]) if match else None
    told = [d for d in days if d.date is not None and d.date.day is not None]
    if match is None or number is None or not told:
        return None
    last = bool(match["last"])
    date = moved(told[0].date, 1 - number)
    return _made(match, start, date, told[0].date if last else None) if date is not None else None


def _lasting(text: str, sentence: Span, mention: Mention, days: list[DateMention]) -> DateMention | None:
    """As in "three days of talks ended on Saturday", "the two-day seminar opened on 4 May"."""
    told = [d for d in days if d.date is not None and d.date.day is not None and d.end is None]
    own = [d for d in told if d in mention.dates]
    if not own and not mention.dates and mention.verb is not None and mention.verb.tag == "VBG":
        own = told[-1:]  # "signed a pact on Friday, ending a two-day summit"
    match = _last(_LASTING, text[sentence.start : mention.at])
    ending = mention.type in _LONG and mention.head.dep in ("nsubj", "nsubjpass", "dobj")
    counted_by = match or (_AFTER_DAYS.search(text, mention.at, sentence.end) if ending else None)
    number = _number(counted_by["n"]) if counted_by is not None else None
    if number is None or number < 2 or not own:
        return None
    between = text[mention.at : own[0].span.start] if own[0].span.start > mention.at else text[own[0].span.end : mention.at]
    verb = mention.verb
    if verb is not None and match is not None and verb.end <= sentence.start + match.start():
        between += f" {text[verb.start : sentence.start + match.start()]}"  # "wound up three days of talks yesterday"
    if _ENDED.search(between):
        first = moved(own[0].date, 1 - number)
        return DateMention(own[0].span, first, own[0].date, own[0].basis, own[0].weekday) if first is not None else None
    if _BEGAN.search(between):
        return DateMention(own[0].span, own[0].date, moved(own[0].date, number - 1), own[0].basis, own[0].weekday)
    return None


def last_day(text: str, told: list[Mention], date: DateMention) -> tuple[PartialDate | None, PartialDate] | None:
    """The first day, where it can be reckoned, and the last day of "a three-day visit …. The visit will conclude on 4 May".

    Args:
        text: the text.
        told: the mentions of the occasion.
        date: the day told of it.

    Returns:
        None where the day is not the one on which something ends of which is told that it lasts some days. The first day is
        None where another paragraph tells how many these are: no line of the text would bear it out.
    """
    ending = [m for m in told if date in m.dates and m.verb is not None and m.verb is not m.head and m.head.dep == "nsubj"]
    if not any(m.verb is not None and _ENDED.fullmatch(m.verb.text) for m in ending):
        return None
    lasting = next((match for m in told if (match := _DAYS.search(text, *m.span)) is not None), None)
    number = _number(lasting["n"]) if lasting is not None else None
    if lasting is None or not number or date.end is not None or date.date is None or date.date.day is None:
        return None
    near = "\n" not in text[min(lasting.start(), date.span.start) : max(lasting.end(), date.span.end)]
    return (moved(date.date, 1 - number) if near else None), date.date


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    match = next(iter([*pattern.finditer(before)][::-1]), None)
    return match if match is not None and len(before) - match.end() <= REACH else None


def _number(word: str) -> int | None:
    if word.lower() == "the":
        return 1  # "the day after she had testified"
    return int(word) if word.isdigit() else date_forms.words()["numbers"].get(word.lower())


def _ordinal(word: str) -> int | None:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    number: int | None = date_forms.words()["ordinals"].get(word.lower())
    return number


def _made(match: re.Match[str], start: int, date: PartialDate, end: PartialDate | None) -> DateMention:
    at = start + match.start()
    return DateMention(Span(at, at + len(match[0].rstrip())), date, end, "earlier date", None)
