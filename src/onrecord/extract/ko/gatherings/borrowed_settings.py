"""When and where an occasion takes place that does not tell it itself: by the lead of the page, or by what it follows on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.extract.ko.gatherings import signings
from onrecord.extract.ko.gatherings.occasions import Occasion
from onrecord.extract.ko.gatherings.settings import Setting
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import datelines
from onrecord.languages.ko.parse import Reading
from onrecord.model import Document, Span

NEAR_PAGE = 92
"""Days before the page's date within which a day is that of what the page reports."""

LEAD = 3
"""Sentences before the first one of prose that names the main occasion in which its day may be told."""

_DAY = 10
"""Letters of a date that tells the day (2019-04-03)."""

FOLLOWS = re.compile(r"(?:에\s|^|\s)(?:이어|앞서|뒤이어|이어서|이후|직후|마친 뒤|마치고|끝난 뒤|뒤|후|함께|겸한|겸해)(?=[\s,])")
"""Words that set an occasion beside another of the same day: 협약식에 이어, 학위를 받은 뒤."""

_GUEST = re.compile(r"\s?중(?:인|이던)")
SAME_DAY = re.compile(r"(?:^|\s)(?:같은 날|이날|당일)(?=[\s,에도])")

TOLD = re.compile(r"(?:[았었였했렸졌봤갔됐]|[가-힣]\s?바 있)(?:다|습니다|으며|고|음|던)")
"""Words of a clause that tells of the past."""


def borrow(document: Document, reading: Reading, found: list[Occasion], where: Mapping[int, Setting]) -> None:
    """Give occasions the day and the place that their surroundings tell; `found` has the main one first."""
    if not found:
        return
    main = found[0]
    if main.date is None:
        _from_lead(document, reading, found, where)
    _from_signing(document.text, reading, found, where)
    _from_before(document, found)
    _of_period(document.text, found)
    _of_parts(found)
    if main.place is None and main.first.type not in ("call", "visit"):
        main.place = datelines.city(document.text)


_SCENE = re.compile(r"(?:(?:19|20)\d\d년 |지난 )?(?:\d{1,2}월 )?\d{1,2}일(?:\([^)]*\))?,? [^.\n]{2,60}[가-힣]\.")
"""A sentence without a verb that sets the scene: 2025년 8월 30일, 서울 용산구 누리박물관."""


def _from_lead(document: Document, reading: Reading, found: list[Occasion], where: Mapping[int, Setting]) -> None:
    """The first day of the page's own time in the prose up to where the main occasion is named is that of it."""
    main, text = found[0], document.text
    scene = next((s for s in reading.sentences[: 2 * LEAD] if _SCENE.fullmatch(text, *s.span)), None)
    if scene is not None and where[scene.i].dates:
        main.date = where[scene.i].dates[0]
        places = where[scene.i].places
        main.place = main.place or (places[-1] if places and main.first.type not in ("call", "visit") else None)
        return
    named = [m.sentence.i for m in main.mentions if m.sentence.predicates]
    last = min(named) if named else LEAD
    taken = {i for o in found[1:] if o.date for i in o.sentences}
    told = {s.paragraph for s in reading.sentences if TOLD.search(text, *s.span) and any(p.tag == "EF" for p in s.predicates)}
    prose = [s for s in reading.sentences[: last + 1] if s.paragraph in told and s.i not in taken]
    for sentence in prose[-LEAD - 1 :]:
        day = next((d for d in where[sentence.i].dates if _is_reported(document, d)), None)
        if day is None:
            continue
        main.date = day
        if main.place is None and main.first.type not in ("call", "visit") and where[sentence.i].places:
            main.place = where[sentence.i].places[-1]
        return


def _from_signing(text: str, reading: Reading, found: list[Occasion], where: Mapping[int, Setting]) -> None:
    """A signing ceremony without a day is on the one on which the page says that the agreement was signed, and there."""
    ceremony = next((o for o in found if o.first.head in signings.HEADS and o.date is None), None)
    if ceremony is None:
        return
    for sentence in reading.sentences:
        signed = signings.told_in(text, sentence.span)
        days = [d for d in where[sentence.i].dates if d.span.end <= signed.start()] if signed else []
        if days:
            ceremony.date = days[-1]
            ceremony.place = ceremony.place or next(iter(where[sentence.i].places), None)
            return


def _is_reported(document: Document, day: DateMention) -> bool:
    """Tell whether a date is a day shortly before the page."""
    on = day.date.as_date() if day.date and len(day.date.edtf) == _DAY else None
    page = document.published.as_date() if document.published else None
    return on is not None and page is not None and 0 <= (page - on).days <= NEAR_PAGE


def _from_before(document: Document, found: list[Occasion]) -> None:
    """What follows on another occasion of one day (강연에 이어), or is of the same day (같은 날), is of that day."""
    text = document.text
    for k, occasion in enumerate(found):
        if not k or occasion.best.edition is not None:
            continue
        told = [m for m in occasion.mentions if not _GUEST.match(text, m.name.end)]
        same = next((m for m in told if SAME_DAY.search(text, m.sentence.span.start, m.name.start)), None)
        after = next((m for m in occasion.mentions if _follows(text, m.sentence.span, m.name)), None)
        mention = same or (after if occasion.date is None and occasion.first.type != "visit" else None)
        own_day = same is not None and occasion.date is not None and occasion.date.basis == "earlier date"
        if mention is None or not (occasion.date is None or own_day):
            continue
        before = [o for o in found if o is not occasion and o.first.name < mention.name and _is_day(document, o)]
        own = [o for o in before if any(m.sentence.paragraph == mention.sentence.paragraph for m in o.mentions)]
        if before:
            occasion.date = (own or ([] if same else found[:1] if found[0] in before else []) or before)[-1].date


def _is_day(document: Document, occasion: Occasion) -> bool:
    """Tell whether an occasion is of one day that the page reports."""
    return occasion.date is not None and occasion.date.end is None and _is_reported(document, occasion.date)


def _follows(text: str, sentence: Span, name: Span) -> bool:
    """Tell whether a sentence of the past sets what it names beside something before it."""
    return bool(TOLD.search(text, *sentence)) and FOLLOWS.search(text, sentence.start, name.start) is not None


_FIRST_OR_LAST = re.compile(r"(?:^|\s)(?P<day>첫날|마지막\s?날)(?:인|에|에는|은)?\s")


def _of_period(text: str, found: list[Occasion]) -> None:
    """What takes place on the first or the last day is of that day of what lasts several: 방한 첫날 … 면담했다."""
    whole: DateMention | None = None
    for occasion in found:
        if occasion.date is not None:
            whole = occasion.date if occasion.date.end is not None else whole
            continue
        told = _FIRST_OR_LAST.search(text, occasion.first.sentence.span.start, occasion.first.name.start) if whole else None
        if told and whole:
            occasion.date = replace(whole, date=whole.date if told["day"] == "첫날" else whole.end, end=None)


def _of_parts(found: list[Occasion]) -> None:
    """A ceremony without a date is part of what is told before it; what happens on a day of a visit happens where that is."""
    dated: Occasion | None = None
    for occasion in found:
        if occasion.first.type == "ceremony" and occasion.date is None and dated:
            occasion.date, occasion.place = _own_day(occasion, dated.date), occasion.place or dated.place
        dated = occasion if occasion.date and occasion.first.type != "visit" else dated
    visits = [o for o in found if o.first.type == "visit" and o.place and o.date and o.date.date and o.date.date.day]
    for occasion in found:
        if occasion.place is None and occasion.date and occasion.first.type not in ("call", "visit"):
            around = [visit for visit in visits if dates_agree(visit, occasion.date)]
            occasion.place = around[0].place if around else None


_OPENS = ("개막식", "개회식", "입소식", "개강식", "개막행사")
_CLOSES = ("폐막식", "폐회식", "퇴소식", "종강식", "수료식", "해단식", "폐막행사")
"""Ceremonies of the first and of the last day of what they are part of."""


def _own_day(ceremony: Occasion, whole: DateMention | None) -> DateMention | None:
    """Return the first or the last day of a period for what opens or closes it."""
    if whole is None or whole.end is None or ceremony.first.head not in (*_OPENS, *_CLOSES):
        return whole
    day = whole.date if ceremony.first.head in _OPENS else whole.end
    return replace(whole, date=day, end=None)


def dates_agree(known: Occasion, date: DateMention | None) -> bool:
    """Tell whether a date can be that of an occasion: the same as far as both tell, or a day of its period."""
    if date is None or known.date is None or date.date is None or known.date.date is None:
        return True
    end = known.date.end or (known.ended.date if known.ended else None)
    inside = end is not None and known.date.date.edtf <= date.date.edtf <= end.edtf
    return inside or date.date.agrees(known.date.date)
