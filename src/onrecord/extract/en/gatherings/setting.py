"""Day and city that an occasion takes over from what the page tells around it: "the round table which followed", "there"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.extract.en import clauses, when
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.reckoning import BESIDE
from onrecord.extract.entities import Entities
from onrecord.languages import places
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import date_forms
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en.date_steps import moved
from onrecord.languages.reading import Reading, Sentence
from onrecord.model import Document, Gathering, Span

_SEQUEL = re.compile(
    r"\b(?:there|then|later|afterwards?|subsequently|thereafter|which\s+followed|that\s+followed|was\s+followed\s+by|"
    r"following\s+(?:the|this|these|his|her|their)|(?:after|before|prior\s+to)\s+(?:the|this|these|his|her|their)|"
    r"(?:the|that)\s+same\s+(?:day|evening|afternoon|morning|venue|place)|that\s+(?:day|evening|afternoon|morning)|"
    r"in\s+the\s+(?:morning|afternoon|evening)|(?:earlier|later)\s+in\s+the\s+day|on\s+the\s+(?:sidelines|margins|fringes))\b",
    re.IGNORECASE,
)
"""Words that put an occasion beside the one told before it."""

_CLOSED = frozenset({"meeting", "talks", "ceremony", "session", "briefing", "roundtable", "workshop", "seminar", "other"})
"""Types of occasions that are held where and when those are that they follow; a visit or a call goes elsewhere."""

_HERE = re.compile(
    r"(?:the|this|our|its)\s+(?:[Cc]ent(?:re|er)|[Ii]nstitute|[Ee]mbassy|[Mm]inistry|[Uu]niversity|[Aa]cademy|[Ff]oundation)\b"
)


@dataclass(slots=True)
class Surroundings:
    """What the occasions of one page take their settings from."""

    document: Document
    reading: Reading
    entities: Entities
    main: Gathering | None


def settle(around: Surroundings, occasions: list[Occasion], made: list[Gathering]) -> list[Gathering]:
    """Return the gatherings, in the order given, with what each takes over from another or from the head of the page."""
    order = sorted(range(len(made)), key=lambda n: min(m.at for m in occasions[n].mentions))
    settled = list(made)
    for rank, n in enumerate(order):
        if settled[n].main:
            settled[n] = _at_home(around, occasions[n], _of_its_name(around, occasions[n], settled[n]))
            continue
        before = [settled[k] for k in order[:rank]]
        gathering = _taken_over(
            around, occasions[n], _beside_main(around, occasions[n], settled[n]), before[-1] if before else None
        )
        gathering = _of_its_name(around, occasions[n], _of_report(around, occasions[n], gathering))
        if not any(m.apart for m in occasions[n].mentions):
            gathering = _sequel(around, occasions[n], gathering, before)
        settled[n] = _at_home(around, occasions[n], gathering)
    return settled


def _of_report(around: Surroundings, occasion: Occasion, made: Gathering) -> Gathering:
    """Give what a report with a dateline tells without a day the day of which it reports.

    Of such occasions these are sure: a briefing whose words are quoted ("told a news conference"), and the meeting at which
    was agreed what the first sentence tells ("agreed on Wednesday to hold talks in August. At their meeting in Lunde …").
    """
    if made.start is not None or made.status != "held" or when.city_of_report(around.document) is None:
        return made
    quoted = made.type == "briefing" and any(
        m.verb is not None and m.verb.lower in ("told", "tells") for m in occasion.mentions
    )
    if not quoted and not (made.type in ("meeting", "talks", "session") and _is_where_agreed(around, occasion)):
        return made
    day = _day_of_report(around)
    if day is None or day.date is None:
        return made
    return replace(made, start=day.date, start_span=day.span, start_basis=day.basis)


def _is_where_agreed(around: Surroundings, occasion: Occasion) -> bool:
    """Tell whether an occasion is pointed at right behind the first sentence as known: "At their meeting in Lunde"."""
    first = _first_told(around)
    if first is None or not any(t.lower in lexicon.verbs("agreeing") for t in first.tokens):
        return False
    near = [
        m
        for m in occasion.mentions
        if 0 < m.head.sentence - first.i <= 2 and m.head.head.lower in ("at", "after", "during", "in")
    ]
    return any(c.lower in ("their", "the") for m in near for c in m.head.children)


def _day_of_report(around: Surroundings) -> DateMention | None:
    """The day of the first sentence behind the dateline, where it tells one, not after the page's own."""
    first = _first_told(around)
    dates = when.Dates.of(around.document, around.reading)
    now = dates.anchor.as_date() if dates.anchor is not None and dates.anchor.day is not None else None
    if first is None or now is None:
        return None
    days = [
        d
        for d in dates.within(first.span)
        if d.date is not None and (day := d.date.as_date()) is not None and 0 <= (now - day).days <= 3
    ]
    return days[0] if len(days) == 1 else None


def _first_told(around: Surroundings) -> Sentence | None:
    """The first sentence of the body with a verb."""
    for paragraph in around.reading.paragraphs:
        if paragraph.kind == "body" and len(paragraph.span.of(around.document.text)) > 60:
            inside = [s for s in around.reading.sentences if paragraph.span.contains(s.span)]
            return next((s for s in inside if any(clauses.is_verb(t) for t in s.tokens)), None)
    return None


_NTH = r"(?:the|its)\s+(?P<{}>first|second|third|fourth|fifth|last|final|closing)\s+day\b(?!\s+of\b{})"
_OF_WHOLE = (
    r"(?!\s+(?:the|his|her|their|its)\s+(?:[\w-]+\s+)?(?:visit|trip|journey|tour|stay|conference|forum|summit|seminar|school"
    r"|workshop|course|symposium|congress|meeting|talks)\b)"
)
_NTH_DAY = re.compile(
    rf"\bon\s+{_NTH.format('n', _OF_WHOLE)}|^{_NTH.format('day', '')}\s+(?:also\s+)?"
    r"(?:beg[au]n|opened|started|featured|included|saw|brought|concluded|closed|ended"
    r"|was|will|commenced|kicked\s+off|centered|focused)\b",
    re.IGNORECASE,
)


def _beside_main(around: Surroundings, occasion: Occasion, made: Gathering) -> Gathering:
    """Give an occasion the day that is told from the page's own: "the evening before the summit", "on the second day"."""
    main = around.main
    if main is None or main.start is None or main.start.day is None or (made.start is not None and made.start_basis == "text"):
        return made
    for mention in occasion.mentions:
        words = around.reading.sentence_of(mention.head).span.of(around.document.text)
        told, nth = BESIDE.search(words), _NTH_DAY.search(words)
        day = None
        if told is not None and told["what"].lower() in lexicon.nouns():
            back = told["way"].lower() == "before" or (told["way"].lower() == "of" and "eve of" in told[0].lower())
            day = moved(main.start if back else main.end or main.start, -1 if back else int(told["way"].lower() != "of"))
        elif nth is not None and main.end is not None:
            number = date_forms.words()["ordinals"].get((nth["n"] or nth["day"]).lower())
            day = moved(main.start, number - 1) if number else main.end
        line = main.start_span is not None and "\n" not in around.document.text[main.start_span.end : mention.at]
        counted = line and told is not None and told[0].lower().startswith("the day")
        if day is not None and (counted or day in (main.start, main.end)):  # a day that no words on the page state stays open
            return replace(made, start=day, start_span=main.start_span, start_basis="earlier date")
    return made


def _taken_over(around: Surroundings, occasion: Occasion, made: Gathering, before: Gathering | None) -> Gathering:
    """Give an occasion the city of the one that it goes with: "he also met", "on its sidelines", "during her visit"."""
    main = around.main
    again = any(t.lower in lexicon.words("also") for m in occasion.mentions if m.verb is not None for t in m.verb.children)
    again = again and before is not None and before.status == made.status
    again = again and made.start is None and before is not None and before.start is not None and before.start.day is not None
    if again and before is not None and made.place is None and before.place is not None and before.type != "visit":
        made = replace(made, place=before.place, place_span=before.place_span)
    if main is None or main.place is None or made.place is not None or made.format == "online":
        return made
    if made.type not in ("meeting", "talks", "ceremony", "session"):
        beside = made.type in _CLOSED and made.type not in ("briefing", "other") and _same_day(made, main)
        return replace(made, place=main.place, place_span=main.place_span) if beside else made
    if (main.type == "visit" and main.rule == "headline") or _same_day(made, main) or _is_aside(around.reading, occasion):
        made = replace(made, place=main.place, place_span=main.place_span)
    return made


def _same_day(a: Gathering, b: Gathering) -> bool:
    return a.start is not None and b.start is not None and a.start.day is not None and a.start.agrees(b.start)


def _is_aside(reading: Reading, occasion: Occasion) -> bool:
    """Tell whether the occasion is told as one on the sidelines of another."""
    margins = lexicon.noun_set("margins")
    return any(t.lower in margins for m in occasion.mentions for t in reading.sentence_of(m.head).tokens if t.i < m.head.i)


def _sequel(around: Surroundings, occasion: Occasion, made: Gathering, before: list[Gathering]) -> Gathering:
    """Give an occasion told as what followed another that one's day, where it states none, and its city on the same day."""
    told = [g for g in before if g.status == "held" and g.type != "call" and _near(around.reading, occasion, g)]
    if not told or made.type not in _CLOSED or made.status != "held" or made.format == "online":
        return made
    last = told[-1]
    sentences = {m.head.sentence: around.reading.sentence_of(m.head).span for m in occasion.mentions}
    sequel = any(_SEQUEL.search(span.of(around.document.text)) for span in sentences.values())
    if sequel and made.start is None and last.start is not None and last.start.day is not None:
        day = last.end or last.start
        made = replace(made, start=day, start_span=last.start_span, start_basis="earlier date")
    placed = next((g for g in reversed(told) if g.place is not None and g.format != "online"), None)
    if made.place is None and placed is not None and (_same_days(made, placed) or (sequel and made.start is None)):
        made = replace(made, place=placed.place, place_span=placed.place_span, format="in-person")
    return made


def _near(reading: Reading, occasion: Occasion, told: Gathering) -> bool:
    """Tell whether an occasion is mentioned in the paragraph in which another is told, or in the one behind it."""
    mine = {reading.sentence_of(m.head).paragraph for m in occasion.mentions}
    theirs = {t[0].paragraph for s in told.spans if (t := [reading.sentence_of(k) for k in reading.between(s)[:1]])}
    return any(0 <= a - b <= 1 for a in mine for b in theirs)


def _same_days(a: Gathering, b: Gathering) -> bool:
    """Tell whether an occasion's day is one of those of another."""
    if a.start is None or b.start is None or a.start.day is None:
        return False
    day, first, last = a.start.as_date(), b.start.as_date(), (b.end or b.start).as_date()
    return a.start.agrees(b.start) or (day is not None and first is not None and last is not None and first <= day <= last)


def _of_its_name(around: Surroundings, occasion: Occasion, made: Gathering) -> Gathering:
    """Give an occasion the city by which it is called in common letters: "the Stockholm talks", "Geneva nuclear talks"."""
    in_house = made.place is not None and made.place == made.venue
    if (made.place is not None and not in_house) or made.format == "online" or made.type in ("visit", "call"):
        return made
    for mention in occasion.mentions:
        if mention.head is mention.verb:
            continue
        if not mention.head.text.islower():
            city = _city_first(around, mention)
            if city is not None:
                return replace(made, place=city.of(around.document.text), place_span=city, format="in-person")
        if in_house or not mention.head.text.islower():
            continue
        for token in mention.head.lefts:
            place = around.entities.place_at(token) if token.dep in ("compound", "nmod", "amod") else None
            if place is not None and not place.country and around.entities.at(token) is None:
                span = next(s for s in place.mentions if s.overlaps(token.span))
                if span.of(around.document.text).lower() not in lexicon.words("regions"):
                    return replace(made, place=span.of(around.document.text), place_span=span, format="in-person")
    return made


def _city_first(around: Surroundings, mention: Mention) -> Span | None:
    """The city with which the name of an event begins ("the Lunde Disarmament Forum"), the only one in it."""
    text = around.document.text
    if mention.type not in ("forum", "conference", "seminar", "symposium", "workshop", "summit"):
        return None
    cities = [s for s, place in around.entities.places_within(mention.span) if not place.country] or _known_first(mention)
    if len(cities) != 1 or cities[0].of(text).lower() in lexicon.words("regions") or cities[0].contains(mention.head.span):
        return None
    before = text[mention.span.start : cities[0].start].lower().split()
    behind = text[cities[0].end : cities[0].end + 1]
    plain = lexicon.words("plain") | lexicon.words("other_time")
    return (
        cities[0]
        if behind == " " and all(w in plain or w in date_forms.words()["ordinals"] or w[0].isdigit() for w in before)
        else None
    )


def _known_first(mention: Mention) -> list[Span]:
    """The first proper word of an event's name, where it is a known town: "the 4th Lunde Peace and Security Forum"."""
    named = [t for t in clauses.phrase(mention.head) if t.i < mention.head.i and t.tag == "NNP"]
    return [t.span for t in named[:1] if places.english_names().intersection((t.text, f"{t.text} City"))]


def _at_home(around: Surroundings, occasion: Occasion, made: Gathering) -> Gathering:
    """Give what took place at "the Centre", whose page this is, the city that the head of the page names."""
    if made.format == "online" or (made.place is not None and not _HERE.match(f"the {made.place}")):
        return made
    here = any(_HERE.search(around.reading.sentence_of(m.head).span.of(around.document.text)) for m in occasion.mentions)
    city = home_city(around.document, around.entities) if here and (made.place or made.type == "meeting") else None
    return replace(made, place=city.of(around.document.text), place_span=city, format="in-person") if city else made


HEAD = 6
"""Paragraphs from the top among which a page names the city of its publisher."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def home_city(document: Document, entities: Entities) -> Span | None:
    """Return the city that a line at the head of the page sets beside its publisher, its number or its day."""
    return when.city_of_report(document) or city_at_head(document, entities)


def city_at_head(document: Document, entities: Entities, kind: str | None = None) -> Span | None:
    """Return the city that one of the first lines, of one kind or any, names beside nothing but day and publisher."""
    text = document.text
    for paragraph in list(document.readable())[:HEAD]:
        line = paragraph.span
        if kind is not None and paragraph.kind != kind:
            continue
        if len(line.of(text).strip()) > 120:
            continue
        cities = [s for s, place in entities.places_within(line) if not place.country and not entities.within(s)]
        if len(cities) != 1:
            continue
        rest = text[line.start : cities[0].start] + " " + text[cities[0].end : line.end]
        for span, _ in entities.within(line):
            rest = rest.replace(span.of(text), " ")
        others = [
            w for w in _WORD.findall(rest) if w.lower() not in lexicon.words("issues") | date_forms.calendar_words() | _JOINING
        ]
        if not others and (rest.strip(" ,.|·•–—-\t\n") or len(list(document.readable())) > 1):
            return cities[0]
    return None


_JOINING = frozenset({"no", "the", "of", "and"})
"""What may stand beside the city and the day of an issue's line."""
