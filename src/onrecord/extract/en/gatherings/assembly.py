"""From the mentions of one occasion to the facts about it: which is the page's main one, when, where, how."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.en import clauses, when
from onrecord.extract.en.gatherings import headcount, mode, setting, title
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.reckoning import last_day
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading
from onrecord.model import Document, Gathering, PartialDate, Span


def assemble(
    document: Document, reading: Reading, entities: Entities, dates: Dates, occasions: list[Occasion]
) -> list[Gathering]:
    """Return the occasions as gatherings, in text order, with what one takes over from another."""
    main = main_of(document, reading, occasions)
    told = {o: frozenset(m.head.sentence for m in o.mentions) for o in occasions}
    made = []
    for number, occasion in enumerate(occasions, 1):
        others = frozenset().union(*(told[o] for o in occasions if o is not occasion))
        gathering = _gathering(document, reading, dates, occasion, others, main=occasion is main)
        made.append(replace(gathering, id=f"g{number}", main=occasion is main))
    chief = next((g for o, g in zip(occasions, made, strict=True) if o is main), None)
    for number, occasion in enumerate(occasions):
        if occasion is main and chief is not None:
            made[number] = _of_page(document, reading, entities, dates, occasion, chief)
            chief = made[number]
    return setting.settle(setting.Surroundings(document, reading, entities, chief), occasions, made)


def main_of(document: Document, reading: Reading, occasions: list[Occasion]) -> Occasion | None:
    """Return the occasion that the page is about: the headline's, else the one of the first body paragraph."""
    named = [o for o in occasions if any(m.rule == "headline" for m in o.mentions)]
    if named:
        return named[0]
    for lead in _lead_paragraphs(document, reading)[:2]:
        first = [o for o in occasions if any(lead.contains(m.head.span) for m in o.mentions)]
        if not first:
            continue
        return max(first, key=lambda o: (any(m.dates for m in o.mentions), len(o.mentions) > 1, -min(m.at for m in o.mentions)))
    told = next((o for o in occasions if _is_told_before(min(o.mentions, key=lambda m: m.at))), None)
    if told is not None:
        return told
    often = [o for o in occasions if len(o.mentions) > 2 or o.title]
    return often[0] if often else None


def _is_told_before(first: Mention) -> bool:
    """Tell whether the first mention points at what the lead tells in other words ("The ceremony was organized by …")."""
    plain = first.head is not first.verb and not first.words and not first.dates and first.place is None
    return (
        plain and first.refers_back and not first.plural and first.base in ("ceremony", "event", "gathering", "commemoration")
    )


def lead_paragraph(document: Document, reading: Reading) -> Span | None:
    """Return the first paragraph of the body that is a sentence."""
    return next(iter(_lead_paragraphs(document, reading)), None)


def _lead_paragraphs(document: Document, reading: Reading) -> list[Span]:
    found = []
    for paragraph in reading.paragraphs:
        words = paragraph.span.of(document.text).strip()
        if paragraph.kind == "body" and len(words) > 60 and not words.startswith(("•", "-")):
            found.append(paragraph.span)
    return found


def _gathering(
    document: Document, reading: Reading, dates: Dates, occasion: Occasion, others: frozenset[int], *, main: bool
) -> Gathering:
    best = occasion.best
    named = _with_bracket(document, _without_article(document, best.span))
    date = _date(occasion)
    start, basis = _told(date, dates) if date else (None, None)
    told = [m for m in occasion.mentions if m.place] if occasion.type != "call" else []
    placed = next((m for m in told if m.place != m.venue), told[0] if told else None)  # a city before a venue without one
    end = (date.end or _until(document, dates, date)) if date else None
    if date is not None and _UNTIL.search(document.text, 0, date.span.start):  # "remains on view until 10 May"
        start, basis, date, end = None, None, None, start
    elif date is not None and (days := last_day(document.text, occasion.mentions, date)) is not None:
        start, end = days
        date, basis = (date, "earlier date") if start is not None else (None, None)
    end = end or next((m.until.date for m in occasion.mentions if m.until is not None), None)
    edition, series = _series(document, occasion)
    people = headcount.attendance(reading, occasion, others, main=main and occasion.type not in _PRIVATE)
    return Gathering(
        "",
        occasion.type,
        named.of(document.text),
        named,
        tuple(sorted({m.span for m in occasion.mentions})),
        start=start,
        start_span=date.span if date else None,
        start_basis=basis,
        end=end,
        place=placed.place.of(document.text) if placed and placed.place else None,
        place_span=placed.place if placed else None,
        venue=placed.venue.of(document.text) if placed and placed.venue else None,
        format=mode.way(reading, occasion, placed=placed is not None),
        status=mode.status(occasion, start, dates.anchor, dated=dates.anchor_basis == "page date"),
        attendance=people[0] if people else None,
        attendance_span=people[1] if people else None,
        edition=edition,
        series=series,
        rule=best.rule,
    )


def _with_bracket(document: Document, named: Span) -> Span:
    """Close a bracket that the words opened and the parse cut off: "met with the head of the Agency (ANA)"."""
    words = named.of(document.text)
    cut = words.count("(") > words.count(")") and document.text[named.end : named.end + 1] == ")"
    return Span(named.start, named.end + 1) if cut else named


_PRIVATE = frozenset({"visit", "call", "meeting", "talks", "summit"})
"""Types that no audience attends."""

_ARTICLE = re.compile(r"(?:an?|the)\s+(?=\S)", re.IGNORECASE)


def _without_article(document: Document, span: Span) -> Span:
    """Return the span of a name without its article ("the next round table")."""
    article = _ARTICLE.match(span.of(document.text))
    return Span(span.start + article.end(), span.end) if article else span


def _date(occasion: Occasion) -> DateMention | None:
    """The most precise date stated of the occasion; of equals the nearest to a mention, the first mention first."""
    stated = [(m, d) for m in occasion.mentions for d in m.dates if d.date is not None]
    named = {d.date.year for m, d in stated if d.date is not None and d.basis == "modifier" and m.span.contains(d.span)}
    if named:  # "led the delegation to the 2015 Review Conference from 2012 to 2016"
        stated = [(m, d) for m, d in stated if d.date is not None and d.date.year in named]

    def rank(pair: tuple[object, DateMention]) -> tuple[bool, int]:
        date = pair[1].date
        return pair[1].basis != "modifier", 0 if date is None else (date.day is not None) + (date.month is not None)

    return max(stated, key=rank)[1] if stated else None


def _until(document: Document, dates: Dates, start: DateMention) -> PartialDate | None:
    """The last day of "opens on 2 September and will run until 15 October"."""
    for mention in dates.within((start.span.end, start.span.end + 80)):
        between = document.text[start.span.end : mention.span.start]
        if "." not in between and _UNTIL.search(between):
            return mention.date
    return None


_UNTIL = re.compile(r"\b(?:until|till|through)\s+\Z")


def _told(date: DateMention, dates: Dates) -> tuple[PartialDate | None, str]:
    """The date and what it rests on; a year that only another date of the text gives is marked uncertain."""
    basis = "text" if date.basis in ("text", "modifier", "sentence") else date.basis
    if date.basis == "page date" and dates.anchor_basis == "text" and date.date is not None:
        return (date.date if date.date.mark or date.date.edtf.startswith("[") else PartialDate(f"{date.date.edtf}?")), "text"
    return date.date, basis


def _of_page(
    document: Document, reading: Reading, entities: Entities, dates: Dates, occasion: Occasion, made: Gathering
) -> Gathering:
    """Give the page's main occasion the day of the lead and the city of the dateline, where its own words state none."""
    lead = lead_paragraph(document, reading)
    if made.start is None and lead is not None:
        told = [s for s in reading.sentences if lead.contains(s.span)]
        first = next((s for s in told if any(clauses.is_verb(t) for t in s.tokens)), told[0])  # behind the dateline
        days = [
            d for d in dates.within(first.span) if d.date is not None and d.date.day is not None and not _is_aside(dates, d)
        ]
        far = (
            bool(days) and days[0].date is not None and title.is_readout(document) and title.is_far(days[0].date, dates.anchor)
        )
        if len(days) == 1 and made.status != "planned" and not far:
            start, basis = _told(days[0], dates)
            made = replace(made, start=start, end=days[0].end, start_span=days[0].span, start_basis=basis)
    vague = made.start is None or made.start.day is None
    if vague and (period := document.fact("event_period")) is not None and period.dates and period.dates[0].day is not None:
        last = period.dates[1] if len(period.dates) > 1 else made.end
        made = replace(made, start=period.dates[0], end=last, start_span=period.span, start_basis="page date")
    city = when.city_of_report(document) or setting.city_at_head(document, entities, "dateline")
    city = city or title.city_in(document, entities)
    unplaced = made.place is None or made.place_span == placed_in(occasion) or _is_misspelt(document, made.place_span, city)
    if unplaced and city is not None and made.format != "online" and occasion.type not in ("call", "visit"):
        words = city.of(document.text)
        inside = next((s for s in _spelled(document, words) if s.start > city.end), city)
        made = replace(made, place=inside.of(document.text), place_span=inside, format="in-person")
    return made


def _is_aside(dates: Dates, day: DateMention) -> bool:
    """Tell whether a day is that of a clause on a noun ("the treaty, signed on 8 September 2006, was the first")."""
    head = dates.head_of(day)
    verb = clauses.verb_over(head) if head is not None else None
    return verb is not None and verb.dep in ("acl", "relcl") and day.basis == "text" and verb.tag in ("VBN", "VBD")


def _is_misspelt(document: Document, place: Span | None, city: Span | None) -> bool:
    """Tell whether a headline writes the dateline's city with a letter too few or too many ("Viena": "Vienna")."""
    if place is None or city is None or document.title_span is None or not document.title_span.contains(place):
        return False
    a, b = place.of(document.text).lower(), city.of(document.text).lower()
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) - len(shorter) == 1 and any(longer[:k] + longer[k + 1 :] == shorter for k in range(len(longer)))


def placed_in(occasion: Occasion) -> Span | None:
    """Return the venue that an occasion is placed in, where no mention of it names a city."""
    places = [m for m in occasion.mentions if m.place]
    return places[0].venue if places and all(m.place == m.venue for m in places) else None


def _spelled(document: Document, city: str) -> list[Span]:
    """Where the city of a dateline in capitals stands in ordinary letters."""
    pattern = re.compile(rf"\b{re.escape(city.title() if city.isupper() else city)}\b(?!\s[A-Z])")  # and not "Lunde City"
    return [Span(*m.span()) for m in pattern.finditer(document.text)]


def _series(document: Document, occasion: Occasion) -> tuple[int | None, str | None]:
    """The number of an occasion in its series, and the series' name, where the text numbers it (and not its sessions)."""
    for mention in occasion.mentions:
        if (
            mention.ordinal
            and mention.type == occasion.type
            and mention.rule in ("headline", "gathering-noun", "body-convened")
        ):
            words = mention.span.of(document.text)
            match = _NUMBERED.match(words)
            return mention.ordinal, _WHERE.split(words[match.end() :])[0] if match else None
    return None, None


_WHERE = re.compile(r"\s+(?:in|with|between|at)\s")
_NUMBERED = re.compile(r"(?:(?:the|their|its|our|an?)\s+)?(?:\d{1,3}(?:st|nd|rd|th)|[A-Za-z-]+)\s+(?=\S)", re.IGNORECASE)
