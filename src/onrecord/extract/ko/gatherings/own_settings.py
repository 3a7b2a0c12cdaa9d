"""The day and the place that the words around a mention of an occasion give it, in the sentence where it stands."""

from __future__ import annotations

import re

from onrecord.extract.ko.gatherings.occasions import Mention
from onrecord.extract.ko.gatherings.settings import Setting
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import gathering_words, names
from onrecord.model import Span

ENDED = re.compile(
    r"\s?(?:폐막|종료|끝|막을 내린)|[^.,\n]{0,25}\s(?:끝으로|막을 내렸)"
    r"|까지(?:\s[가-힣0-9]+){0,4}?\s(?:계속|이어|진행|열[린립]|개최|볼 수|만날 수)"
)
"""What follows the last day of an occasion."""

_DASHED = re.compile(r"\s?[-–—:：(|]\s?")

PASSING = re.compile(
    r"[’”」』]?(?:에|을|를)?\s?(?:앞서|이어|뒤이어|직후|이후|이래|계기|기념|마치|마친|끝낸|중[인에]|참석차|위해|위한)|(?<=방문)한\s|(?<=참석)한\s"
)
"""What follows an occasion that a sentence only names to tell when another one is."""

SINCE = re.compile(r"[’”」』]?\s(?:이후|이래)(?=[\s,])")
"""What follows an occasion since which something has gone on: 4월 회담 이후 석 달 만에."""

_BEFORE_IT = re.compile(r"[’”」』]?(?:에\s?(?:앞서|이어|뒤이어)|\s?직후|[을를]\s?(?:마치|마친|끝낸))")
"""What follows an occasion before or behind which the one is that the sentence tells of."""

BESIDE = 3
"""Code points of a particle and a blank behind a gathering's name, behind which its own date may stand."""

NEAR = 25
"""Code points behind a gathering's name within which a date without one before the name is taken as its date."""


def place(text: str, mention: Mention, setting: Setting, others: list[int]) -> Span | None:
    """Where a mention takes place: what is visited, or the last place before it; a call has none.

    `others` are where other gatherings are named in the sentence: what stands behind the next one is that one's.
    """
    if mention.type == "call":
        return None
    return _city_beside(text, mention) or _place_told(text, mention, setting, others)


def _city_beside(text: str, mention: Mention) -> Span | None:
    """Return the city that stands with the day right behind an occasion: 전문가 간담회(9.1., 서울)."""
    end = mention.sentence.span.end
    beside = _DAY_AND_CITY.match(text, mention.name.end, end) or _CITY.match(text, mention.name.end, end)
    city = beside["city"] if beside else ""
    return Span(*beside.span("city")) if beside and names.is_place(city) and not names.is_country(city) else None


def _place_told(text: str, mention: Mention, setting: Setting, others: list[int]) -> Span | None:
    """Return the place that the words of the sentence give a mention."""
    places = (setting.visited or setting.places) if mention.type == "visit" else (setting.places or setting.visited)
    places = [p for p in places if not mention.name.contains(p)]  # 학술대회 ‘세메이에서 합천까지’: the title tells no place
    held = _held_behind(text, mention) if mention.type != "visit" else None
    there = [p for p in setting.places if held and held.contains(p)]
    if there:
        return there[-1]
    clause = _clause_start(text, mention, others)
    before = [p for p in places if clause <= p.start and p.end <= mention.name.start]
    between = [at for at in others if before and before[-1].start <= at < mention.name.start]
    if between and (mention.pointed or any(max(between) < d.span.start < mention.name.start for d in setting.dates)):
        return None  # 청사에서 X를 예방하고 18일에는 … 간담회를 한다: the place of the other one
    if not before and not _BEFORE_IT.match(text, mention.name.end):
        limit = min((at for at in others if at > mention.name.start), default=mention.sentence.span.end)
        limit = min(limit, _sentence_end(text, mention.name.end, limit))
        before = [p for p in (setting.places if mention.type != "visit" else places) if clause <= p.start < limit]
        of_next = limit in others and _AGREED.match(text, limit, mention.sentence.span.end) is not None
        before = [p for p in before if not of_next and not (limit in others and _HELD_THERE.match(text, p.end))]
    return before[-1] if before else None


_DAY_AND_CITY = re.compile(
    r"\s?[:：(]\s?\d{1,4}[.년]\s?\d{1,2}[.월](?:\s?\d{1,2}[.일]?)?(?:\s?\([월화수목금토일]\))?,?\s(?P<city>[가-힣]{2,8})[),\n]"
)
"""The day and the city behind an occasion: 전문가 간담회(9.1., 서울), (제12차 협의회 : 2025.3.18. 서울)."""

_CITY = re.compile(r"\s?\((?P<city>[가-힣]{2,8})\)")
"""The city alone behind it, as a calendar writes it: 정책협의회 (서울)."""

_HELD = re.compile(
    r"[은는이가을를]\s(?P<setting>[^.,\n]{2,60}?)"
    r"(?:개최(?!된\s|되는\s|한\s|하는\s)|열(?:기로|렸|린다|립니다|리며|리고|릴\s(?:예정|계획|것))|엽니다|연다|열겠|열자|갖[기는자]|가졌|진행[하되됐했])"
)
"""An occasion, then when and where it is, then the verb of holding it: 차기 회의를 2027년 세메이에서 개최하기로."""

_DESCRIBES = re.compile(r"(?:[을를은는이가고며된한린]|의|아|여)\s")
"""How a word ends that begins another phrase than when or where something is: 26주년을 맞아."""

_NEXT = re.compile(r"(?:다음|차기|후속|내년|차차기)\s")
_CLAUSE_END = re.compile(r"(?:[가-힣](?:으며|며|고|지만|으나|는데)|(?<=[가-힣])면서),?\s")


def _held_behind(text: str, mention: Mention) -> Span | None:
    """Return the words between an occasion and the verb right behind that tells that it is held."""
    held = _HELD.match(text, mention.name.end, mention.sentence.span.end)
    return Span(*held.span("setting")) if held and not _DESCRIBES.search(text, *held.span("setting")) else None


def _clause_start(text: str, mention: Mention, others: list[int]) -> int:
    """Return where the clause begins in which the next occasion is named: what stands before is not of that one."""
    start = mention.sentence.span.start
    if not _NEXT.match(text, *mention.name):
        return start
    ends = (m.end() for m in _CLAUSE_END.finditer(text, start, mention.name.start))
    return max((*ends, *(at for at in others if at < mention.name.start)), default=start)


_HELD_THERE = re.compile(r"[가-힣]{0,3}(?:\s[가-힣0-9]+){0,3}에서\s(?:열릴|열리는|개최될|개최되는|열린|개최된)\s")
_AGREED = re.compile(r"[^.\n]{2,30}[을를]\s(?:[가-힣]+\s)?(?:열|개최하|갖|진행하)기로")
"""An occasion that is agreed on, before which its place may stand: 내년 두샨베에서 제10차 회의를 열기로."""

_TO_COME = re.compile(r"(?:\s[가-힣]+에서)?\s(?:열릴|열리는|개최될|개최되는)\s")
"""What stands between a place or a day and the occasion to which it belongs: 세메이에서 열릴 행사."""


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Return where the words of one sentence end inside a quotation of several."""
    end = _FULL_STOP.search(text, start, limit)
    return end.start() if end else limit


_FULL_STOP = re.compile(r"(?<=[다요까죠])[.?!]\s")


def day(text: str, mention: Mention, setting: Setting, others: list[int]) -> DateMention | None:
    """The last date before the mention in its sentence, else the first behind it before another verb.

    A date before another gathering (`others`) that is named in between is that one's, where one stands behind.
    """
    known = [d for d in setting.dates if d.date is not None and not (mention.pointed and d.span.of(text) == "이날")]
    held = _held_behind(text, mention) if known else None
    there = next((d for d in known if held and held.contains(d.span) and not text.startswith("까지", d.span.end)), None)
    if there:
        return there
    clause = _clause_start(text, mention, others)
    before = [d for d in known if clause <= d.span.start and d.span.end <= mention.name.end]
    behind_it = [d for d in known if 0 <= d.span.start - mention.name.end <= BESIDE]
    if behind_it and _DASHED.fullmatch(text, mention.name.end, behind_it[0].span.start):
        return behind_it[0]  # 개막식 - 8월 25일, (제12차 협의회 : 2025.3.18. 서울), 간담회(9.1., 서울)
    taken = bool(before) and any(before[-1].span.start <= at < mention.name.start for at in others)
    if before and not (taken and behind_it):
        # 지난 1월 열린 대화에 참석했던 X도 이번 방한에 …: the day of the other one
        of_other = taken and mention.pointed
        return None if of_other else _narrower(before[-1], [d for d in known if d.span.start > mention.name.end])
    known = behind_it if before else [d for d in known if d.span.start >= clause]
    # 이번 회의는 1997년 …의 26주년을 맞아: what speaks of a gathering again has no date behind it.
    if known and any(at > known[0].span.end for at in others) and _TO_COME.match(text, known[0].span.end):
        return None  # 면담을 갖고 8월 말 세메이에서 열릴 행사에 …: the day of the one that is named behind it
    close = (
        bool(known)
        and (
            not mention.anaphoric
            or (not mention.pointed and _SUBJECT.fullmatch(text, mention.name.end, known[0].span.start))
            or known[0].end is not None
            or ENDED.match(text, known[0].span.end) is not None
        )
        and known[0].span.start - mention.name.end < NEAR
    )
    if not close or "\n" in text[mention.name.end : known[0].span.start]:
        return None
    # …통화 "…"…9월 방한 초청: a date right before another gathering is that one's.
    behind = re.match(r"\s?[가-힣]+", text[known[0].span.end : mention.sentence.span.end])
    return None if behind and gathering_words.head_of(behind[0].strip()) else known[0]


_SUBJECT = re.compile(r"[은는이가]\s")
"""What stands between an occasion and the day on which it is: 국제회의가 29일."""


def _narrower(year: DateMention, behind: list[DateMention]) -> DateMention:
    """Return the month behind the name where only its year stands before it: 내년 포럼을 5월 광주에서 열겠다."""
    if year.date is None or len(year.date.edtf) != 4 or not behind or behind[0].date is None:
        return year
    return behind[0] if behind[0].date.edtf.startswith(f"{year.date.edtf}-") else year
