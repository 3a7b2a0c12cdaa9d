"""Mentions of gatherings in Korean text: the words, their type, and whether they point back to one mentioned before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from onrecord.extract import occasion
from onrecord.extract.ko.names import arrangers
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import gathering_words, joined_countries, names, vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Span
from onrecord.model.facts import GatheringType

_SESSION = re.compile(
    r"[\s·▪•○●◎◇◆■ㅇ□\-–*]*(?:\d{1,2}:\d{2}|제?\s?\d{0,2}\s?(?:세션|부)\b|세션\s?\d|(?:기조|특별)\s?(?:대담|강연|연설|발제|세션)|종합\s?토론)"
)
"""The beginning of a line of a programme: what it names is a part of the gathering."""

_MARKS = (("‘", "’"), ("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"))
_TITLE = re.compile(
    r"\s?(?:‘[^’\n]{2,60}’|「[^」\n]{2,60}」|『[^』\n]{2,60}』|《[^》\n]{2,60}》|'[^'\n]{2,60}')(?!\s?(?:라|이라|고)[고는며])"
)
_MEDIA = vocabulary.either("organizations", "media")
_OWN_TALK = re.compile(rf"(?:{_MEDIA})[과와](?:의)?\s?(?:전화\s?)?(?:통화|인터뷰|만나)")
_INTERVIEW = re.compile(rf"(?:{_MEDIA})[과와]의\s?(?:전화\s?)?$")
"""A newspaper's own talk with somebody: 누리통신과의 통화에서."""

_IN_TITLE = re.compile(r"[^‘’'\n]{1,30}[’'](?:을|를|이?라는)\s(?:주제|제목|제하|책|글)")
"""What follows a word in the title of a talk: ‘6자회담의 기록’을 주제로."""

_WHOM = re.compile(
    r"\)?」?(?:\s?\([^()]*\))?(?:\s[가-힣A-Za-z0-9·]+(?:\([^()]*\))?){0,4}?(?:을|를|(?:과|와)(?:도|는)?)\s(?:[가-힣]+\s)?"
)
"""What stands between somebody and the noun of meeting him: his body, his office and a particle."""

_TO_MEET = re.compile(r"(?:하여|해|하고|해서),?\s[^.\n]{2,60}?(?:[을를과와]|과의|와의)\s(?:면담|접견|회동|환담|만[나났])")
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year behind the noun numbers an occasion: 국제포럼 2023."""

_NUMBERED = re.compile(r"제?\d+(?:강연|발표|발제|주제|토론|대담|세션|분과)$|제\d+(?:회의|분과회의|분과회|세미나)$")
"""A numbered part of a programme: 제1강연, 제2회의 (제2차 회의 is a meeting of its own)."""

_EDITION = re.compile(r"제\s?(\d+)\s?[차회강]")

_HOUR_OR_DAY = re.compile(r"\d{1,2}[:/]\d{1,2}")
"""What stands before an occasion in a line of a programme: 7/20 13:00 입소식."""

_SEEN = re.compile(r"[를을]\s(?:관람|둘러|보[고았]|감상|살펴)")
"""What follows what is on show where somebody only looks at it: 전시를 관람하였다."""

_SENT = re.compile(r"[을은]\s(?:[^.\n]{1,20}\s)?(?:보내|보냈|전[하했]|대독|낭독)")
"""What follows 축전 where it is a message: 축전을 보냈다."""

_IN_PERSON = re.compile(r"으로|\s(?:방식|행사|회의|교육|강의|수업|개최|형식)|과\s(?:비대면|온라인|화상)")
"""What follows 대면 where it tells how people meet: 대면으로 열 계획."""

_IN_BRACKETS = re.compile(r"[\[<【〔](?:행사|강연|특강|세미나|포럼|회의|전시|대담|좌담)[\]>】〕]")
"""A label before a headline: [행사]."""


RELATED = {
    "conference": "event", "roundtable": "event", "seminar": "event", "forum": "event", "workshop": "event",
    "symposium": "event", "webinar": "event", "dialogue": "event", "session": "event", "other": "event",
    "exhibition": "event", "briefing": "event",
    "meeting": "meeting", "talks": "meeting", "summit": "meeting",
}  # fmt: skip
"""Types that one occasion is called by in turn."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an occasion: `name` with what describes it.

    It is `anaphoric` where it is 이번 회의 or a bare noun, and `pointed` where a word points back (이번, 이날).
    """

    run: Run
    sentence: Sentence
    type: GatheringType
    head: str
    name: Span
    anaphoric: bool = False
    pointed: bool = False
    weak: bool = False
    edition: int | None = None
    met: bool = False
    """Whether the words before it say whom somebody met: 사무차장을 접견하였다."""
    partner: Span | None = None
    """Where he is named with whom somebody meets or talks: 쉬원보 특별대표와도 통화를 갖고."""


@dataclass(slots=True)
class Occasion(occasion.Occasion[Mention]):
    """One gathering while it is collected."""

    ended: DateMention | None = None

    @property
    def best(self) -> Mention:
        """The mention with the fullest name outside anaphors."""
        own = [m for m in self.mentions if not m.anaphoric] or self.mentions
        return max(own, key=lambda m: (m.name.end - m.name.start, -m.name.start))


_QUOTED = r"(?:\s?‘[^’\n]{2,60}’|\s?「[^」\n]{2,60}」)?[’”」』》']?"
_HELD_BEFORE = re.compile(r"(?:열[리린릴]는?|개최[되하]는|개최[된될한할]|개막하는|개막한)\s(?:[^\s,.]+\s){0,4}$")
_AS_SUBJECT = _QUOTED + r"[이가은는]\s(?:[^.,\n]{0,40}\s)?"
"""What stands between an occasion and a verb of which it is the subject."""

_IS_HELD = re.compile(_AS_SUBJECT + r"(?:열렸|열린다|열립|열려|개최됐|개최되|개최된|막을\s(?:올|내)|진행됐|진행되)")
_HOLDS = re.compile(
    _QUOTED + r"[을를]\s(?:[^\s,.]+\s){0,3}?(?:개최|공동\s?개최|여는|연\s|연다|엽니다|열었|열고|열어|열기로|마쳤|마치고|마무리)"
)

_RUNS = re.compile(
    _QUOTED + r"[을를]\s(?:(?!위[한해])[^\s,.]*[^\s,.을를]\s){0,3}?(?:(?:운영|실시|진행|마련)(?:했|하였|하고|해)|치렀|가졌)"
)
_WAS_RUN = re.compile(_AS_SUBJECT + r"(?:(?:실시|운영|마련)(?:됐|되었)|치러졌)")
"""How courses and programmes were held: on a day they are occasions, without one they may run all the time."""
_ON_DAY = re.compile(r"\d{1,2}일|\d{1,2}\.\s?\d{1,2}\b")


def _held(text: str, run: Run, word: Word) -> tuple[str, str] | None:
    """Return the noun and the type of what is an occasion because a verb tells that it is held."""
    head = gathering_words.held_head(word.text)
    if head is None:
        return None
    end, start = word.span.end, run.sentence.span.start
    if _IS_HELD.match(text, end) or _HELD_BEFORE.search(text, start, run.span.start):
        return head
    if head[0] in vocabulary.words("gatherings", "founded"):
        return None
    run_on = (_RUNS.match(text, end) or _WAS_RUN.match(text, end)) and _ON_DAY.search(text, *run.sentence.span)
    return head if run_on or _HOLDS.match(text, end) else None


def is_interview(text: str, sentence: Span) -> bool:
    """Tell whether a sentence tells of a newspaper's own talk with somebody."""
    return _OWN_TALK.search(text, *sentence) is not None


def find(runs: list[Run], text: str, people: list[Span], told: list[Mention]) -> list[Mention]:
    """Return the mentions among the runs of a document, in text order.

    Args:
        runs: the runs of nouns of the document.
        text: its text.
        people: where persons are named.
        told: the meetings and visits that verbs tell.
    """
    found = sorted([*told, *_find(runs, text, people, announced=False)], key=lambda mention: mention.name)
    return found or _find(runs, text, people, announced=True)


def _find(runs: list[Run], text: str, people: list[Span], *, announced: bool) -> list[Mention]:
    """Return the mentions; those of what a page only calls to (세미나 안내) where it numbers them or names no others."""
    found: list[Mention] = []
    for run in runs:
        if not run.can_name_occasion:
            continue
        heads = [gathering_words.head_of(word.text) or _held(text, run, word) for word in run.words]
        if not any(heads) or _SESSION.match(text, text.rfind("\n", 0, run.span.start) + 1, run.span.end):
            continue
        before = found[-1] if found and found[-1].sentence is run.sentence else None
        there = before is not None and (
            before.run.particle.startswith("에서") or text.startswith(("에서", "’에서", "”에서", "」에서"), before.name.end)
        )
        for k, (word, head) in enumerate(zip(run.words, heads, strict=True)):
            if (
                head is None
                or not _is_occasion(run, k, announced=announced)
                or _INTERVIEW.search(text, max(0, run.span.start - 12), word.span.start)
                or (before and there and _is_talk_there(head, before))
                or _NUMBERED.match(word.text)
                or arrangers.is_arranger(run, k, text)
                or word.text in vocabulary.words("organizations", "known")
                or _is_visit_to_meet(text, run, head)
                or _IN_TITLE.match(text, word.span.end, run.sentence.span.end)
                or (head[0] == "축전" and _SENT.match(text, word.span.end))
                or (head[0] == "전시" and _SEEN.match(text, word.span.end))
                or (word.text == "대면" and _IN_PERSON.match(text, word.span.end))
                or _IN_BRACKETS.match(text, max(0, word.span.start - 1))
                or (head[0] == "브리핑" and run.words[k - bool(k)].text.startswith("서면"))
            ):
                continue
            found.append(_with_partner(text, _mention(run, k, head, text), people))
            if k + 1 == len(run.words) or not run.words[k + 1].text.endswith("차"):
                break  # 학술대회 참석차 방한한: two occasions
    return sorted(found, key=lambda mention: mention.name)


CONFERENCE = "회의"
"""What states hold, and what somebody has with somebody else."""

_TWO_SIDED = ("meeting", "talks", "call")
"""Types of what somebody has with somebody else."""


def _with_partner(text: str, mention: Mention, people: list[Span]) -> Mention:
    """Return a mention with the person with whom one meets; 회의 with somebody is talks, or a call: 차관과 화상회의를 갖고."""
    conference = mention.type == "conference" and mention.head == CONFERENCE
    if not conference and mention.type not in _TWO_SIDED:
        return mention
    partner = _partner(text, mention.name.start, people)
    if not conference:
        return replace(mention, met=mention.type != "talks" and partner is not None, partner=partner)
    if partner is None:
        return mention
    remote = any(word in mention.name.of(text) for word in vocabulary.words("gatherings", "remote"))
    return replace(mention, type="call" if remote else "talks", partner=partner)


def _partner(text: str, at: int, people: list[Span]) -> Span | None:
    """Return the person who stands, with his office and a particle, right before a noun of meeting: X 사무차장을 접견."""
    before = next((p for p in reversed(people) if p.end <= at), None)
    return before if before is not None and _WHOM.fullmatch(text, before.end, at) else None


def _is_talk_there(head: tuple[str, str], before: Mention) -> bool:
    """Tell whether a lecture is given at the occasion before it in the sentence: 학술회의에서 기조강연을 한다."""
    return RELATED.get(before.type) == "event" and head[0] in ("강연", "특강", "대담", "브리핑")


def _is_visit_to_meet(text: str, run: Run, head: tuple[str, str]) -> bool:
    """Tell whether somebody goes to a body only to meet him who heads it: 연구소를 방문하여 소장을 면담했다."""
    if head[1] != "visit" or len(run.words) > 1:
        return False
    match = _TO_MEET.match(text, run.words[0].span.end, run.sentence.span.end)
    before = text[max(0, run.span.start - 2) : run.span.start]
    target = text[: run.span.start - 2].rsplit(None, 1)[-1:] if before in ("를 ", "을 ") else []
    if match is None or not target:
        return False
    return names.body_ending(target[0]) is not None or vocabulary.ending("gatherings", "venues", target[0]) is not None


def _is_occasion(run: Run, k: int, *, announced: bool) -> bool:
    """Tell whether the word ends its noun phrase: what follows may only tell what became of it (개최, 참석, 직후).

    A corner bracket behind it opens the title of the occasion: 국제학술회의 「비핵지대의 길」.
    """
    if gathering_words.is_lecture(run.words[k].text):
        return True
    rest = [word.text for word in run.words[k + 1 :]]
    titled = bool(rest) and run.words[k + 1].span.start - run.words[k].span.end > 1
    if (
        rest
        and not titled
        and rest[0] not in vocabulary.words("gatherings", "became")
        and not _YEAR.fullmatch(rest[0])
        and not ((k > 0 or len(run.words) == 2) and rest[0] in vocabulary.words("gatherings", "programmes"))
        and not (
            rest[0] in vocabulary.words("gatherings", "announced")
            and (
                (announced and k > 0) or any(_EDITION.search(word.text) or _YEAR.fullmatch(word.text) for word in run.words[:k])
            )
        )
    ):
        return False
    if run.words[k].text != "대화":
        return True
    before = run.words[k - 1].text if k else ""
    return len(before) > 1 or before in vocabulary.words("gatherings", "anaphors")  # 이번 대화, no 않는 한 대화


def _mention(run: Run, k: int, head: tuple[str, str], text: str) -> Mention:
    words = run.words
    first = _first_word(words, k)
    last = k + 1 if k + 1 < len(words) and _YEAR.fullmatch(words[k + 1].text) else k
    name = Span(words[first].span.start, words[last].span.end)
    if head[0] == gathering_words.LECTURE and words[k].text.endswith("의"):
        name = Span(name.start, name.end - 1)
    name = _with_quotes(text, name, words[k])
    name = _with_title_behind(text, name)
    remote = k > 0 and words[k - 1].text in vocabulary.words("gatherings", "remote")
    kind = "call" if head[1] == "talks" and remote else head[1]
    anaphoric = first == k and words[k].text == head[0] and name == words[k].span
    pointed = bool(k) and words[k - 1].text in vocabulary.words("gatherings", "anaphors")
    weak = head[0] in ("대화", "협상") or words[k].text in vocabulary.words("gatherings", "weak")
    between = any(joined_countries.are_joined(word.text) for word in words[first:k])  # 한미일 외교차관 협의: it says whose
    edition = _EDITION.search(name.of(text))
    return Mention(
        run,
        run.sentence,
        cast("GatheringType", kind),
        head[0],
        name,
        anaphoric=anaphoric or pointed,
        pointed=pointed,
        weak=weak and not between and name.end == words[k].span.end,
        edition=int(edition[1]) if edition else None,
    )


def _first_word(words: list[Word], k: int) -> int:
    first = k
    while first and words[first - 1].text not in vocabulary.words("gatherings", "anaphors") and k - first < 8:
        before = words[first - 1].text
        if (before.endswith(("일", "월", "분간", "시간")) and before[:1].isdigit()) or before in vocabulary.words(
            "gatherings", "not_in_names"
        ):
            break
        if settings_in_headline(before) or _HOUR_OR_DAY.match(before):
            break
        first -= 1
    return first


def settings_in_headline(word: str) -> bool:
    """Tell whether a word of a headline is a town with 서, short for 에서: 합천서 위령제."""
    return len(word) > 2 and word.endswith("서") and names.is_place(word[:-1]) and not names.is_place(word)


def _with_title_behind(text: str, name: Span) -> Span:
    """Take a title in quotation marks behind the noun into the name: 세미나 ‘폭파 이후’; also the mark that ends a title."""
    title = _TITLE.match(text, name.end)
    line = text.rfind("\n", 0, name.end) + 1
    closes = text.startswith("'", name.end) and text.count("'", line, name.end) % 2 == 1
    if title and not closes:
        return Span(name.start, title.end())
    if any(
        text.count(left, *name) > text.count(right, *name) and text[name.end : name.end + 1] == right for left, right in _MARKS
    ):
        return Span(name.start, name.end + 1)
    return name


def _with_quotes(text: str, name: Span, word: Word) -> Span:
    """Take a title in quotation marks before the noun into the name: ‘무엇이 필요한가’ 토론회."""
    before = text[max(0, name.start - 80) : name.start]
    closing = before.rstrip()[-1:]
    if closing and closing in "’”」』'" and name.start == word.span.start:
        opening = before.rstrip()[:-1].rfind("'") if closing == "'" else max(before.rfind(mark) for mark in "‘“「『")
        if opening >= 0 and "\n" not in before[opening:]:
            return Span(name.start - len(before) + opening, name.end)
    for opened, closed in _MARKS:
        # 「핵 없는 시민사회의 역할」 웨비나: the last word of the title and the noun are one run
        head = name.of(text).partition(closed)
        if head[1] and opened not in head[0] and (opening := before.rfind(opened)) >= 0 and "\n" not in before[opening:]:
            return Span(name.start - len(before) + opening, name.end)
    return name


def related(one: str, other: str) -> bool:
    """Tell whether one occasion is called by both types in turn."""
    return RELATED.get(one, one) == RELATED.get(other, other)


def is_event(known: Occasion) -> bool:
    """Tell whether an occasion is an event with a programme, and no meeting, visit, call or ceremony."""
    return RELATED.get(known.first.type) == "event"
