"""Whether a mention of an occasion in Korean text speaks again of one that the page has named before."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ko.gatherings import occasions
from onrecord.extract.ko.gatherings.borrowed_settings import dates_agree
from onrecord.extract.ko.gatherings.occasions import Mention, Occasion, is_event
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import gathering_words, vocabulary
from onrecord.model import Span

_THEN = re.compile(r"(?:에\s)?(?:이어|뒤이어)\s(?:열린|진행된|가진|마련된|개최된|이어진)\s(?:[가-힣]+\s)?$")
"""What stands before an occasion that comes after another one: 강연에 이어 열린 대담."""

_WITH_TOO = re.compile(r"[과와]도\s(?:[가-힣]+\s)?$")
"""What stands between somebody and a talk with him that is one more: 사무차장과도 통화를 하고."""

_TOO = ("과도", "와도", "도")
"""Particles behind somebody whom one meets too: 센터장과도 만나."""

_TALKS = ("강연", "특강", "기조강연", "대담", "강의")
"""Nouns for speaking at an event, with a verb of doing it."""

_NEXT = re.compile(r"(?:다음|차기)\s")
_APPOSED = re.compile(r"[^.\n]{0,10}?\s?[—–:-]\s?")
"""What stands between a word for a lecture and the number that it has: 다음 강연 — 제15강."""


def same(
    text: str, found: list[Occasion], mention: Mention, date: DateMention | None, target: Span | None, entities: Entities
) -> Occasion | None:
    """Return the occasion of which a mention speaks again; `target` is the body that is visited in its sentence."""
    heads = [known for known in reversed(found) if any(m.head == mention.head for m in known.mentions)]
    order = heads + [known for known in reversed(found) if known not in heads]
    general = vocabulary.words("gatherings", "general")
    own_line = mention.sentence.span.start
    follows = _THEN.search(text, own_line, mention.name.start) is not None
    for known in order:
        group = (
            occasions.related(known.first.type, mention.type) or _is_short_for(known, mention) or _is_conferred(known, mention)
        )
        inner = (
            not follows and mention.anaphoric and mention.head in vocabulary.words("gatherings", "inner") and is_event(known)
        )
        if mention.edition and known.best.edition == mention.edition and known in heads and dates_agree(known, date):
            return known
        if _is_talk_given(text, known, found[0], mention) and dates_agree(known, date):
            return known
        if _is_done_there(text, known, mention, date) or is_title_of(text, known, mention):
            return known
        if _is_stage(known, mention):
            return known
        if _NEXT.match(text, *mention.name) and not any(_NEXT.match(text, *m.name) for m in known.mentions):
            continue
        if not (group or inner) or not dates_agree(known, date) or (target and _is_elsewhere(text, known, target)):
            continue
        if mention.edition and known.best.edition and mention.edition != known.best.edition:
            continue
        if (
            mention.sentence.i not in known.sentences
            and (mention.partner or mention.head == "만나")
            and (mention.run.particle in _TOO or _WITH_TOO.search(text, own_line, mention.name.start))
        ):
            continue
        if mention.partner and (_has_another_partner(entities, known, mention) or (known is not found[0] and _is_bare(known))):
            continue
        alike = mention.head in general or known in heads or mention.type in ("visit", "call")
        alike = alike or (mention.pointed and known.best.head in general)
        alike = alike or (mention.anaphoric and is_event(known) and mention.type == known.first.type)
        # 부서기의 예방을 받고 … 협의하였다: what is done at a meeting is no other meeting.
        headed = known is found[0] and known.date is None and known.best.head in general and mention.type == "meeting"
        told = _is_told_at(known, mention) and date is None
        again = mention.anaphoric or known.best.anaphoric or known is found[0]
        if inner or told or headed or _is_of_headline(found, mention) or _shares(known.best, mention) or (alike and again):
            return known
    return None


def _is_told_at(known: Occasion, mention: Mention) -> bool:
    """Tell whether a weak word of the sentence of a meeting tells what was done there: no lecture, which is one of its own."""
    return (
        mention.weak and mention.head not in _TALKS and known.first.type == "meeting" and mention.sentence.i in known.sentences
    )


_ITEM = re.compile(r"[ \t]*[▲△▶▷][^\n]*[다요]\.?[ \t]*$", re.MULTILINE)
"""A line of a column of short news, each of which tells of something else."""


def of_item(text: str, found: list[Occasion], mention: Mention) -> list[Occasion]:
    """Leave out the occasions of other items of a column of short news: ▲ X는 … 연다. ▲ Y는 … 만났다."""
    line = _item_at(text, mention)
    return found if line is None else [o for o in found if all(_item_at(text, m) in (None, line) for m in o.mentions)]


def _item_at(text: str, mention: Mention) -> int | None:
    """Return where the line of a column of short news begins in which an occasion is named."""
    start = text.rfind("\n", 0, mention.name.start) + 1
    return start if _ITEM.match(text, start) else None


def _is_stage(known: Occasion, mention: Mention) -> bool:
    """Tell whether a bare visit is a stage of the journey of its sentence: 12일 입국해 …, 15일 조선소를 시찰한 뒤."""
    if not (mention.type == "visit" and mention.anaphoric and mention.head in vocabulary.words("gatherings", "stages")):
        return False
    journeys = vocabulary.words("gatherings", "journeys")
    return any(m.head in journeys and m.sentence is mention.sentence for m in known.mentions)


def _is_conferred(known: Occasion, mention: Mention) -> bool:
    """Tell whether a text tells with whom somebody had the conference of its headline: 3자 화상회의 개최."""
    return mention.partner is not None and mention.head == occasions.CONFERENCE == known.first.head


def _is_short_for(known: Occasion, mention: Mention) -> bool:
    """Tell whether a bare noun ends the word by which an occasion is called: 화상협의, then 방안을 협의했다."""
    return mention.anaphoric and len(known.first.head) > len(mention.head) and known.first.head.endswith(mention.head)


def _is_talk_given(text: str, known: Occasion, main: Occasion, mention: Mention) -> bool:
    """Tell whether a verb only tells that somebody speaks at the event that the page is about: ‘…’를 주제로 강연했다."""
    told = (
        mention.anaphoric and mention.head in _TALKS and text.startswith(("했", "하였", "하고", "하며", "한"), mention.name.end)
    )
    return told and known is main and known.first.sentence is not mention.sentence and _holds_talks(known)


def _holds_talks(known: Occasion) -> bool:
    """Tell whether talks are given at an occasion as parts of it: no lecture or exhibition by itself."""
    return is_event(known) and known.first.type not in ("other", "exhibition", "briefing")


def _is_of_headline(found: list[Occasion], mention: Mention) -> bool:
    """Tell whether the first occasion of the text is that of the headline, which calls it by another word or has no tense."""
    known = found[0]
    if len(found) > 1 or any(p.tag == "EF" for m in known.mentions for p in m.sentence.predicates):
        return False
    told = any(p.tag == "EF" for p in mention.sentence.predicates)
    alike = is_event(known) or known.first.type == mention.type
    return told and alike and known.best.edition is None and (mention.edition is None or known.date is None)


def _has_another_partner(entities: Entities, known: Occasion, mention: Mention) -> bool:
    """Tell whether a mention tells of a talk with somebody else than the one known: … 대표와 통화, then … 대표와도 통화."""
    before = [m for m in known.mentions if m.partner]
    if mention.partner is None or not before:
        return False
    here = {id(who) for _, who in entities.within(mention.sentence.span)}
    there = {id(who) for m in known.mentions for _, who in entities.within(m.sentence.span)}
    partners = {id(who) for m in before if m.partner for _, who in entities.within(m.partner)}
    own = {id(who) for _, who in entities.within(mention.partner)}
    return bool(own and partners) and here.isdisjoint(partners) and there.isdisjoint(own)


def _is_bare(known: Occasion) -> bool:
    """Tell whether an occasion is only spoken of so far, without day, place or whom somebody met: 북미 협상의 교착."""
    return is_idle(known) and not any(m.partner for m in known.mentions)


def is_idle(occasion: Occasion) -> bool:
    """Tell whether weak words alone speak of it, with neither a day nor a place: 남북대화의 장."""
    weak = all(m.weak for m in occasion.mentions) and occasion.best.edition is None
    met = any(m.met for m in occasion.mentions)
    return weak and occasion.date is None and occasion.place is None and occasion.first.type != "visit" and not met


def _is_done_there(text: str, known: Occasion, mention: Mention, date: DateMention | None) -> bool:
    """Tell whether a verb tells what is done in the talk of its sentence: 유선 협의를 갖고, … 방안을 협의하였다."""
    if mention.head in _TALKS:
        return False  # 주지사를 예방하고, 대학에서 강연하였다
    weak = mention.weak or mention.head in vocabulary.words("gatherings", "small")
    verb = weak and mention.anaphoric and mention.partner is None and text.startswith(("하", "했", "해"), mention.name.end)
    own_day = date is not None and (known.date is None or known.date.date != date.date)
    met = known.first.type in ("meeting", "call", "talks") or any(m.partner for m in known.mentions)
    return verb and met and mention.sentence.i in known.sentences and not own_day


def is_title_of(text: str, known: Occasion, mention: Mention) -> bool:
    """Tell whether a numbered lecture is what a heading calls a lecture before a dash: 다음 강연 — 제15강."""
    last = known.mentions[-1]
    lectures = mention.head == gathering_words.LECTURE and last.head in ("강연", "강좌", "특강")
    if not lectures or last.sentence is not mention.sentence:
        return False
    return _APPOSED.fullmatch(text, last.name.end, mention.name.start) is not None


def _is_elsewhere(text: str, known: Occasion, target: Span) -> bool:
    """Tell whether a visit goes to another place than a body that is visited."""
    if known.place is None:
        return known.date is None and known.first.head in vocabulary.words("gatherings", "journeys")
    return target.of(text) not in known.place.of(text)


def _shares(known: Mention, mention: Mention) -> bool:
    a, b = {w.text for w in known.run.words}, {w.text for w in mention.run.words}
    return len(a & b) >= 2
