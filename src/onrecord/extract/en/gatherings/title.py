"""What the headline says the page is about."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.ordinals import ordinal_of
from onrecord.extract.en.gatherings.place import cities_within
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, PartialDate, Span

_PREFIX = re.compile(
    r"remarks\s+(?:as\s+prepared\s+)?(?:by|from)\s+(?:(?!\son\s).)+?\s+(?:at|in|before|after|during|ahead\s+of|prior\s+to)\s+(?:an?\s+|the\s+)?|"
    r"(?:opening\s+|closing\s+|welcome\s+|welcoming\s+|keynote\s+)?(?:remarks|speech|address|lecture|keynote|intervention)\s+(?:by|from|of)\s+.+?\s(?:at|to)\s+(?:an?\s+|the\s+)?|"
    r"(?:joint\s+)?(?:\w+\s+)?(?:statement|declaration|communiqu[eé])\s+(?:of|by|from)\s+.+?\s+(?:on\s+the\s+(?:occasion|margins|sidelines)\s+of|at)\s+(?:the\s+)?|"
    r"(?:(?:joint|press|media|official|background)\s+)*"
    r"(?:readouts?|statements?|remarks|announcement|release|communiqu[eé]|summary|transcript|note|report|photos?)\b"
    r"(?:\s+(?:by|between|from)\s+.+?(?=\s+(?:on|of|following|regarding)\s))?"
    r"\s+(?:of|on|at|about|regarding|following|from|after)\s+(?:the\s+announcement\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\[?(?:notice|announcement|invitation|reminder|update|save\s+the\s+date|join\s+us|(?:upcoming|past)\s+events?|events?|news"
    r"|recap|highlights?|(?:event|webinar|conference|workshop|seminar|meeting)\s+(?:recap|report|summary|announcement|notice)|media\s+advisory|press\s+release"
    r"|postponed|cancell?ed|rescheduled|registration(?:\s+(?:is\s+)?open)?|call\s+for\s+\w+|watch|video|live(?:stream)?)"
    r"(?:\]\s*[:|–—-]?|\s*[:|–—])\s*",
    re.IGNORECASE,
)
"""What sort of page a headline says it is, before the name of the occasion: "Notice: Steppe Forum", "[Event] Steppe Forum"."""

_SUFFIX = re.compile(
    r"\s+(?:(?:was|were|is|are|to\s+be|will\s+be)\s+)?(?:held|takes?\s+place|took\s+place|opens?|opened|concludes?|concluded|kicks?\s+off"
    r"|convenes?|convened|launched|cancell?ed|postponed)\b.*$",
    re.IGNORECASE,
)


def headline(document: Document) -> Span | None:
    """Return where the headline stands: the title, or a first line that is no sentence."""
    if document.title_span is not None:
        return _below_category(document, document.title_span)
    for paragraph in document.readable():
        words = paragraph.span.of(document.text).strip()
        if paragraph.kind in ("title", "heading") or (words and len(words) < 250 and words[-1] not in ".!?:;,"):
            return paragraph.span
        break
    return None


_REPORTED = re.compile(r"(?:summary\s+)?readouts?\b", re.IGNORECASE)
_BACK, _AHEAD = 14, 1
"""Days before and after the page's own within which the occasion lies that a readout reports."""


def set_apart(document: Document, mentions: list[Mention], anchor: PartialDate | None) -> None:
    """Mark the mentions whose day cannot be that of the occasion of a readout ("talks which are to resume on March 3")."""
    for mention in mentions if is_readout(document) else ():
        days = [d.date for d in mention.dates if d.date is not None and d.date.year is not None]
        mention.apart = mention.apart or (bool(days) and all(is_far(day, anchor) for day in days))


def is_readout(document: Document) -> bool:
    """Tell whether the headline says that the page is a readout."""
    span = headline(document)
    return span is not None and _REPORTED.match(span.of(document.text).lstrip()) is not None


def is_far(day: PartialDate, anchor: PartialDate | None) -> bool:
    """Tell whether a day is too far from that of a readout to be the one on which its occasion took place."""
    now = anchor.as_date() if anchor is not None and anchor.day is not None else None
    then = day.as_date() if day.day is not None else None
    if anchor is None or now is None:
        return False
    return not day.agrees(anchor) if then is None else not -_BACK <= (then - now).days <= _AHEAD


_CATEGORY = frozenset(
    ("past", "upcoming", "recent", "our", "event", "events", "news", "activities", "calendar", "programme", "programs")
)


_SORTS = frozenset(("report", "recap", "summary", "highlights", "programme", "program", "agenda", "proceedings"))
"""Last words of a title that only says of which sort the page is ("WORKSHOP REPORT")."""


def _below_category(document: Document, title: Span) -> Span:
    """Return the heading under a title that only says of which sort the page is ("Past Event | Panel Discussion")."""
    found = [word.lower() for word in re.findall(r"[A-Za-z-]+", title.of(document.text))]
    known = _CATEGORY | _SORTS | lexicon.noun_words()
    category = found and (found[0] in _CATEGORY or (found[-1] in _SORTS and len(found) <= len(("sort", "of", "page"))))
    if not category or not all(word in known for word in found):
        return title
    behind = next((p for p in document.readable() if p.span.start >= title.end and p.span.of(document.text).strip()), None)
    return behind.span if behind is not None and behind.kind == "heading" else title


def mark(document: Document, reading: Reading, mentions: list[Mention]) -> None:
    """Mark the mentions that stand in the headline; a noun's name there runs over the headline without "Readout of"."""
    span = headline(document)
    if span is None:
        return
    _mark_lead(reading, mentions, span)
    text = span.of(document.text)
    label = _LABEL.match(text)
    if label:
        mentions[:] = [m for m in mentions if not span.start <= m.at < span.start + label.end()]
    inside = [m for m in mentions if span.contains(m.head.span)]
    prefix = _PREFIX.match(text, label.end() if label else 0) or label
    start = span.start + (prefix.end() if prefix else 0)
    ending = _SUFFIX.search(text)
    end = span.start + ending.start() if ending and span.start + ending.start() > start else span.end
    nouns = [m for m in inside if m.rule == "gathering-noun" and start <= m.at < end]
    for mention in inside:
        mention.title = True
        mention.strength += 1
    if not nouns:
        # A headline in two languages is a paragraph of the other one, and has no words here.
        if prefix and prefix.group().lower().lstrip().startswith("readout") and reading.between(Span(start, end)):
            mentions.append(_unnamed(reading, Span(start, end)))
        return
    chief = _chief(nouns)
    if prefix or ending or _alone(reading, span):
        chief.span = Span(start, end)
        chief.strength += 4
        chief.rule = "headline"
        chief.refers_back = False
        tokens = reading.between(chief.span)
        chief.words = frozenset(
            t.lower for t in tokens if t.i != chief.head.i and t.tag[:1] in "NJ" and t.entity not in ("DATE", "TIME")
        )
        chief.ordinal = chief.ordinal or next(
            (n for t in tokens if t.i < chief.head.i and (n := ordinal_of(t)) is not None), None
        )


_IN_CITY = re.compile(r"(?<=\w)\s[Ii]n\s+\Z")


def city_in(document: Document, entities: Entities) -> Span | None:
    """Return the city behind "in" in the headline, the only one of the page ("The Minister's contacts in Lunde")."""
    span = document.title_span
    cities = cities_within(document.text, entities, span) if span is not None else []
    known = {city.of(document.text) for city in cities_within(document.text, entities, (0, len(document.text)))}
    if len(cities) != 1 or len(known) != 1 or not _IN_CITY.search(document.text, 0, cities[0].start):
        return None
    return None if re.search(rf"\bcapital\s+of\s+{re.escape(known.pop())}\b", document.text) else cities[0]


def _mark_lead(reading: Reading, mentions: list[Mention], headline: Span) -> None:
    """Mark the mentions in the first sentence of the first paragraph of prose under the headline."""
    for paragraph in reading.paragraphs:
        words = paragraph.span.of(reading.text).strip()
        if paragraph.kind != "body" or paragraph.span.start < headline.end or len(words) < 60 or words.startswith(("•", "-")):
            continue
        inside = [s for s in reading.sentences if paragraph.span.contains(s.span)]
        first = next((s for s in inside if any(clauses.is_verb(t) for t in s.tokens)), inside[0])  # behind a dateline
        for mention in mentions:
            mention.lead = mention.head.sentence == first.i
        return


def _unnamed(reading: Reading, span: Span) -> Mention:
    """The meeting that a readout reports though its headline names only who met ("Readout of the Strategic Group")."""
    tokens = reading.between(span)
    head = next((t for t in reversed(tokens) if t.tag.startswith("N")), tokens[-1])
    words = frozenset(t.lower for t in tokens if t.tag[:1] in "NJ")
    return Mention(head, "meeting", "meeting", span, None, "headline", words=words, strength=5, title=True)


def _chief(nouns: list[Mention]) -> Mention:
    """Of several occasions in a headline the first that is not the setting of another ("on the margins of the summit")."""
    return next((m for m in nouns if m.head.dep != "pobj" or m is nouns[0]), nouns[0])


_HOSTING = frozenset(
    form for verb in ("hold", "host", "co-host", "convene", "organize", "organise") for form in (verb, f"{verb}s")
)


def _alone(reading: Reading, span: Span) -> bool:
    """Tell whether the headline is a name and no sentence: nothing in it is a finite verb.

    In a headline in capitals "Hosts" and "Hold" may be read as names: behind another name they are verbs.
    """
    tokens: list[Token] = reading.between(span)
    hosts = any(
        t.tag in ("NNS", "NNP", "NN", "VB") and t.lower in _HOSTING and before.tag.startswith("NN")
        for before, t in pairwise(tokens[:-1])
    )
    return not hosts and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
