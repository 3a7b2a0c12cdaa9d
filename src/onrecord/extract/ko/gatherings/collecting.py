"""Gatherings in Korean text, and who did what there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko.gatherings import (
    acting,
    announced_titles,
    attendance,
    borrowed_settings,
    completed_days,
    encounters,
    occasions,
    own_settings,
    participation,
    programme,
    recurrence,
    signings,
)
from onrecord.extract.ko.gatherings.occasions import Mention, Occasion
from onrecord.extract.ko.gatherings.programme import Programme
from onrecord.extract.ko.gatherings.settings import Setting, Settings
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.occasion import Kind, gathering, placed, told_by_sentence
from onrecord.extract.scene_day import Scenes
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.parse import Reading
from onrecord.model import Document, Gathering, Person, Span, Statement
from onrecord.model.facts import Format, GatheringStatus

_PLANNED = re.compile(r"열기로|개최하기로|예정|계획|열린다|개최된다|열 것|다음")
_HOPED = re.compile(r"희망|바란다|바라|제안|제언|필요하|추진")
_NOT_PLANNED = re.compile(r"(?:[을를]\s)?(?:[가-힣]{1,3}\s)?(?:계획|예정|생각|의사)[이은]?\s없|하지\s않[을기]")
"""What follows an occasion that is not to be: 방문할 계획이 없다."""

_ITEM = re.compile(r"\s*(?:[○●◎ㅇ□■◇◆▶▷▪·•‣∙*–-]\s?[^.:：\n]{0,30})?")
"""The beginning of an item of a list: a mark, and words that tell more of what is named."""

_HEADING = re.compile(r"[\s○●◎ㅇ□■◇◆▶▷▪·•‣∙*–—-]*(?:\d{1,2}[.)]|[가-하][.)]|[①-⑳])?[^.:：\n]{0,30}")
"""The beginning of a heading: a mark or a number, and words that tell more of what is named."""

LINE = 120
"""Code points of the first line below a heading that are read for a label."""

_DAY_BEHIND = re.compile(r"\s?[-–—:：(|]\s?(?:\d{4}[.년]\s?)?\d{1,2}[.월]\s?\d{1,2}")
_LOWER = re.compile(r"\s*(?:ㅇ|○|-|–|·|‧|\*|◦|∙|▸|▪|[가-하][.)]|[①-⑳]|\(\d\))\s")

"""The beginning of a lower item of a list: what it tells goes on with the item above."""
_ASKED = re.compile(
    r"(?:을|를)\s?(?:요청|제안|희망|촉구|당부|권유|초청)|에\s[^.]{0,30}(?:할|줄)\s것을\s(?:촉구|요청|당부|제안)"
)


def find(
    document: Document,
    reading: Reading,
    entities: Entities,
    read: Nominals,
    statements: tuple[Statement, ...],
) -> tuple[tuple[Gathering, ...], tuple[Statement, ...]]:
    """Return the gatherings, and the statements with the gathering at which each was made."""
    text = document.text
    people = [span for span, who in entities.mentions if isinstance(who, Person)]
    where = Settings(document, reading, read.of_sentence)
    listed = programme.read(document, reading, entities)
    named = [
        m
        for m in occasions.find(read.runs, text, people, encounters.find(read.runs, text, people))
        if not _is_forum(text, entities, m)
    ]
    if listed.parts and listed.dates:
        named += announced_titles.find(text, read.runs, named)
    mentions = _without_general(text, sorted(named, key=lambda mention: mention.name))
    mentions = sorted([*mentions, *signings.find(read.runs, text, mentions)], key=lambda mention: mention.name)
    found = _collect(text, mentions, where, listed, (_told(statements), entities))
    found = [o for o in found if o is found[0] or not recurrence.is_idle(o)]
    found = _main_first(text, found)
    _pass_over(text, found, statements)
    current = told_by_sentence(
        reading.sentences,
        found,
        lambda s: bool(_PLANNED.search(s.span.of(text))),
        lambda s: bool(_LOWER.match(text, s.span.start)),
    )
    _keep_past_apart(document, reading, found, current)
    if found:
        _take_programme(text, found, listed)
    completed_days.complete(text, found, listed.dates)
    borrowed_settings.borrow(document, reading, found, where)
    participation.take_part(document, reading, participation.actors(text, entities, read), current, found, statements)
    kept = [o for o in found if o.counts(main=o is found[0], numbered=o.best.edition is not None or _is_told(o)) or o.ended]
    acting.enter(document, reading, read, entities, current, kept, statements)
    said = placed(document, statements, reading.sentences, current, kept)
    made = tuple(_gathering(document, o, f"g{k}", main=k == 1) for k, o in enumerate(kept, 1))
    return Scenes(document, reading, lambda sentence: where[sentence.i].dates, said).settle(made), said


def _main_first(text: str, found: list[Occasion]) -> list[Occasion]:
    """Put what a sentence tells of before what it only names as its reason: 국빈방문을 계기로 … 정상회담을 가졌다."""
    if len(found) < MANY or not _REASON.match(text, found[0].first.name.end):
        return found
    first, second, *others = found
    return [second, first, *others] if second.first.sentence is first.first.sentence else found


MANY = 2
"""Occasions from which on one is the main one."""

_REASON = re.compile(r"[’”」』]?[을를]?\s?(?:계기|기념)(?:로|해|하여|하는|으로)?\s")
"""What follows an occasion that is the reason of another one."""


def _without_general(text: str, mentions: list[Mention]) -> list[Mention]:
    """Leave out talks in general of a headline's quotation: “증언, 협상의 언어 돼야”…시민단체 웨비나."""
    named = next((m.name for m in mentions if not m.weak), None)
    if named is None:
        return mentions
    return [m for m in mentions if m.name > named or not (m.weak and m.anaphoric and _is_in_headline(text, m.name))]


def _is_in_headline(text: str, name: Span) -> bool:
    """Tell whether words stand in the quotation with which the page begins."""
    return text[:1] in '“‘"' and "\n" not in text[: name.start] and not _CLOSING.search(text, 0, name.start)


_CLOSING = re.compile('[”’]|(?<!^)"')


_ACTS = re.compile(r"\s?(?:\([^()\n]*\)|,|[은는이가과와]\s)")
"""What stands behind the name of a body that acts: 국회 비핵포럼(대표의원 X), 국회 비핵포럼, 의원단과 간담회."""


def _is_forum(text: str, entities: Entities, mention: Mention) -> bool:
    """Tell whether what could be a forum is the body of that name which the text has elsewhere."""
    if mention.head != "포럼" or not _ACTS.match(text, mention.name.end):
        return False
    name = mention.name.of(text)
    return any(name in (body.name, *body.aliases) for body in entities.organizations)


def _take_programme(text: str, found: list[Occasion], listed: Programme) -> None:
    """Give each occasion whom, when and where the labelled lines below its heading tell, the main one all the others."""
    headed = [(m.name.end, o) for o in found for m in o.mentions if _heads_lines(text, m) or _heads_labels(text, m)]
    for part in listed.parts:
        owner = _owner(text, headed, part.span.start) or found[0]
        owner.parts.append((part.who, part.role, part.span, part.printed))
    for date in listed.dates:
        dated = _owner(text, headed, date.span.start)
        if dated and dated.date is None:
            dated.date = date
    for place in listed.places:
        placed_at = _owner(text, headed, place.start)
        if placed_at and placed_at.place is None:
            placed_at.place = place
    for part in listed.inline:
        named = [(m.name, o) for o in found for m in o.mentions if m.name.end <= part.span.start <= m.sentence.span.end]
        owner = max(named, key=lambda pair: pair[0])[1] if named else found[0]
        owner.parts.append((part.who, part.role, part.span, part.printed))


def _owner(text: str, headed: list[tuple[int, Occasion]], at: int) -> Occasion | None:
    """Return the occasion of the heading under which a place of the text stands."""
    above = [(end, o) for end, o in headed if end < at and not _ends_block(text, end, at)]
    return max(above, key=lambda pair: pair[0])[1] if above else None


def _told(statements: tuple[Statement, ...]) -> list[Span]:
    """Return the words that persons say, answers of an interview left out."""
    return [span for s in statements if isinstance(s.speaker, Person) and s.rule != "answer" for span in s.content_spans]


def _beside(setting: Setting, mention: Mention, told: list[Span]) -> Setting:
    """Return a setting without the days and places of what is said in the sentence, where what is named is not said."""
    inside = [span for span in told if span.contains(mention.name) and mention.sentence.span.contains(span)]
    if inside:
        return replace(
            setting,
            dates=[d for d in setting.dates if inside[0].contains(d.span)],
            places=[p for p in setting.places if inside[0].contains(p)],
        )
    said = [span for span in told if mention.sentence.span.overlaps(span) and not span.contains(mention.name)]
    if not said:
        return setting
    dates = [d for d in setting.dates if not any(span.contains(d.span) for span in said)]
    places = [p for p in setting.places if not any(span.contains(p) for span in said)]
    return replace(setting, dates=dates, places=places)


def _pass_over(text: str, found: list[Occasion], statements: tuple[Statement, ...]) -> None:
    """Let a sentence be about the occasion that it tells of, not about one that it names in passing (통화에 앞서 … 접견하였다).

    What somebody only speaks of (지난 평가회의가 … 못했다고 지적했다) is not where he speaks.
    """
    told = _told(statements)
    named: dict[int, list[tuple[Mention, Occasion]]] = defaultdict(list)
    for occasion in found:
        for mention in occasion.mentions:
            named[mention.sentence.i].append((mention, occasion))
    for number, listed in named.items():
        spoken = {id(o) for m, o in listed if any(span.contains(m.name) for span in told)}
        since = {id(o) for m, o in listed if own_settings.SINCE.match(text, m.name.end)}
        firm = {id(o) for m, o in listed if not own_settings.PASSING.match(text, m.name.end)} - spoken
        for _, occasion in listed:
            aside = id(occasion) in spoken or id(occasion) in since
            if (firm and id(occasion) not in firm) or (aside and occasion is not found[0]):
                occasion.sentences.discard(number)


def _keep_past_apart(document: Document, reading: Reading, found: list[Occasion], current: dict[int, Occasion]) -> None:
    """Let what was done be about the main occasion, not about one to come: 내년에 열리는 포럼에 초청하였다. X가 배석하였다."""
    for sentence in reading.sentences:
        about = current.get(sentence.i)
        if about is None or about is found[0] or sentence.i in about.sentences or found[0].is_ahead(document):
            continue
        if about.is_ahead(document) and borrowed_settings.TOLD.search(document.text, *sentence.span):
            current[sentence.i] = found[0]


def _heads_lines(text: str, mention: Mention) -> bool:
    """Tell whether a line names an occasion with its day, above lines that say who does what there: ○ 개막식 - 8월 25일."""
    line = text.rfind("\n", 0, mention.name.start) + 1
    return bool(_ITEM.fullmatch(text, line, mention.name.start) and _DAY_BEHIND.match(text, mention.name.end))


def _heads_labels(text: str, mention: Mention) -> bool:
    """Tell whether an occasion is the heading of labelled lines: 2. 국제 워크숍 「동결과 검증」, and below it ○ 장소: …."""
    start, end = text.rfind("\n", 0, mention.name.start) + 1, text.find("\n", mention.name.end)
    if end < 0 or not _HEADING.fullmatch(text, start, mention.name.start) or text[mention.name.end : end].strip(" 」』’”])"):
        return False
    return programme.is_labelled(text[end : end + LINE].lstrip("\n").split("\n", 1)[0])


def _ends_block(text: str, start: int, end: int) -> bool:
    """Tell whether a blank line parts two places of a text, unless all below it are labelled lines."""
    first = text.find("\n\n", start, end)
    if first < 0:
        return False
    lines = [line for line in text[first : max(first, text.rfind("\n", start, end))].split("\n") if line.strip()]
    return not all(programme.is_labelled(line) for line in lines)


def _collect(
    text: str, mentions: list[Mention], where: Settings, listed: Programme, context: tuple[list[Span], Entities]
) -> list[Occasion]:
    """Join the mentions of each occasion.

    The context: the words that somebody says, whose days and places are those of them, and who is named.
    """
    told, entities = context
    found: list[Occasion] = []
    bounds: dict[int, list[int]] = defaultdict(list)
    for mention in mentions:
        bounds[mention.sentence.i].append(mention.name.start)
    for mention in mentions:
        if found and _is_hoped_for(text, mention, where[mention.sentence.i]):
            continue
        setting = _beside(where[mention.sentence.i], mention, told)
        guest = participation.GUEST.match(text, mention.name.end) is not None
        others = [at for at in bounds[mention.sentence.i] if at != mention.name.start]
        date = None if guest else own_settings.day(text, mention, setting, others)
        closing = date is not None and date.end is None and own_settings.ENDED.match(text, date.span.end) is not None
        known = (
            next((o for o in found if recurrence.is_title_of(text, o, mention)), None)
            if _heads_lines(text, mention)
            else recurrence.same(
                text,
                recurrence.of_item(text, found, mention),
                mention,
                None if closing else date,
                _body_visited(mention, setting),
                entities,
            )
        )
        if known is None:
            known = Occasion([mention])
            if not found and date is None and not _is_numbered_behind(text, mention):
                date, known.place = listed.date, listed.place
            found.append(known)
        else:
            known.mentions.append(mention)
        known.sentences.add(mention.sentence.i)
        if closing:
            known.ended, date = known.ended or date, None
        if known.date is None or (date and known.date.date and date.date and len(date.date.edtf) > len(known.date.date.edtf)):
            known.date = date or known.date
        known.place = known.place or (None if guest else own_settings.place(text, mention, setting, others))
        if known.attendance is None:
            attendance.take(text, known, mention.sentence.span, mention.name.end)
    return found


def _is_hoped_for(text: str, mention: Mention, setting: Setting) -> bool:
    """Tell whether an occasion is only wished or asked for: 세메이 방문을 요청, 회의에 참석할 것을 촉구."""
    end = mention.sentence.span.end
    if _NOT_PLANNED.match(text, mention.name.end, end):
        return True
    if _HOPED.search(text, mention.name.end, end) and not mention.anaphoric:
        return True
    return _ASKED.match(text, mention.name.end, end) is not None and not (setting.dates and mention.edition)


def _is_numbered_behind(text: str, mention: Mention) -> bool:
    """Tell whether a heading goes on with the number of a lecture, which has its own day: 지난 강연 — 제14강."""
    return re.compile(r"[^.\n]{0,10}?\s?[—–:-]\s?제\d{1,2}강").match(text, mention.name.end) is not None


def _body_visited(mention: Mention, setting: Setting) -> Span | None:
    """Return the body that a sentence says somebody visits: 12일에는 연구소를 방문하여."""
    if mention.type != "visit":
        return None
    return next((span for span in setting.bodies if span.end <= mention.name.start <= span.end + own_settings.BESIDE), None)


def _is_told(occasion: Occasion) -> bool:
    """Tell whether somebody is known to be on a visit, or two to have met, though nothing tells when or where."""
    guest = occasion.first.type == "visit" and any("방" in printed for *_, printed in occasion.parts)
    return guest or (
        any(m.head in ("접견", "예방", "면담") for m in occasion.mentions) and len(participation.met_at(occasion)) > 1
    )


def _gathering(document: Document, found: Occasion, id: str, *, main: bool) -> Gathering:
    best = found.best
    sentence = best.sentence.span.of(document.text)
    called = found.first if not best.anaphoric else best
    talks = next((m for m in found.mentions if m.partner and m.head == occasions.CONFERENCE), called)
    kind = Kind(talks.type, _format(sentence, best), _status(document, found, sentence), best.edition, found.ended)
    return gathering(document, found, id, best=best, kind=kind, main=main, language="ko")


def _format(sentence: str, mention: Mention) -> Format:
    return "online" if mention.type == "webinar" or _online().search(sentence) else "unknown"


@cache
def _online() -> re.Pattern[str]:
    """Return what finds a word for what is online where one begins: 화상 is none in 평화상, nor 줌 in 보여줌."""
    return re.compile(rf"(?<![가-힣])(?:{'|'.join(vocabulary.words('gatherings', 'online'))})")


def _status(document: Document, found: Occasion, sentence: str) -> GatheringStatus:
    if any(word in sentence for word in vocabulary.words("gatherings", "cancelled")):
        return "cancelled"
    if "연기" in sentence:
        return "postponed"
    return "planned" if found.is_ahead(document) else "held"
