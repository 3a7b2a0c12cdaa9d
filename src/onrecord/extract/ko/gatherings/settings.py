"""When and where a Korean clause says that something takes place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.extract.ko.gatherings import houses, occasions
from onrecord.languages.date_mention import DateMention
from onrecord.languages.first_letters import hastened
from onrecord.languages.ko import dates, names, vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.model import Document, PartialDate, Span

JOINED = 3
"""Code points between two cities that a particle joins (쿠르차토프와 세메이)."""

_LASTING = ("일간", "틀간", "흘간", "새간")
"""How words end that tell how long something lasts: 양일간, 이틀간, 사흘간."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Dates and places of one sentence, in text order; a place is the city, or the venue where no city is named."""

    dates: list[DateMention]
    places: list[Span]
    visited: list[Span] = field(default_factory=list)
    """Cities and bodies that somebody goes to: 세메이를 방문, 교육원을 찾아."""
    bodies: list[Span] = field(default_factory=list)
    """The bodies among them."""


_VENUE_BEHIND = re.compile(r"\s?(?:한\s)?(?:[가-힣0-9]+\s){0,3}?(?P<venue>[가-힣0-9]+)(?P<particle>에서|와|과|를|을)")
_MOVES = re.compile(r"(?:으로|로)\s(?:이동|옮[겨긴])")
"""What follows a town to which somebody moves on: 4일 서울로 이동해 특강을 한다."""

_LIES = re.compile(r"시?\s소재(?:\s|의\s|한\s)")
"""What follows the town in which a house lies: 대전 소재 연구원을 시찰한다."""

_DISTRICTS = ("구", "동", "읍", "면")
"""How the parts of a city end, before which it is named: 서울 강남구."""

_FROM = re.compile(r"\s(?:날아|건너|찾아|막\s)?온\s")
"""What follows a place from which somebody has come: 아스타나에서 날아온."""

_GOES = re.compile(r"\s?(?:(?:공식|전격|직접|처음|다시|차례로)\s)?(?:방문|찾[아았은는]|둘러|순방)")
_DUE = re.compile(
    r"예정(?=[\"”’']?(?:이다|이며|이고|이라|인[ \s]|입니다|임|[.]))|(?:열|개최하|만나|갖|진행하)기로"
    r"|[가-힣]\s것으로\s(?:알려|전해|예상|관측|보인다|보입)"
    r"|[한된린는]다는\s(?:내용|계획|방침|구상|목표)"
    r"|시작됩니다|시작된다|시작할|문을 엽니다|헌화할|열릴|열린다|열립니다|개최될|개최된다|개최됩니다|개최할|열겠다|열 계획"
)
"""What is due lies ahead of the page: "12일 … 만날 예정이다" is said before the 12th."""

_ENDED = re.compile(
    r"[했었았였렸졌갔왔났됐냈쳤](?:다|고|으며|지만|는데|으나)(?![가-힣])|(?:개막|폐막|시작|출범|도착|발표|서명|체결|개최|방문)[한된](?![가-힣])"
)
"""What has been ends before what is due begins: "12일 서울을 방문했으며 다음 회의는 … 열릴 예정이다"."""


_DONE_FIRST = re.compile(
    r"(?:갖고|열고|열어|하고|벌이고|마치고|끝내고|가지고|만나|[갖가]진|열린|끝난|마친|[개최진행]된)[,\s]|[은ᆫ한]\s(?:뒤|후)[,\s]"
)
"""What was done before something else was agreed: 20일 회담을 갖고 다음 회담을 … 열기로 합의했다."""


def _dates(words: str, start: int, document: Document, *, future: bool | None) -> list[DateMention]:
    return [
        DateMention(d.span.shifted(start), d.date, d.end, d.basis, d.weekday)
        for d in dates.find_dates(words, document.published, future=future)
    ]


_TOLD_ON = re.compile(
    r"(?:\s?\([^)]*\))?\s(?:[가-힣A-Za-z·]+\s){0,5}?[가-힣A-Za-z·]+(?:\([^)]*\))?에\s(?:따르면|의하면)"
    r"|(?:\s?\([^)]*\))?\s(?:밝혔|전했|보도했|발표했|말했|알렸|알려졌|전해졌)"
    r"|\s(?:[가-힣]+[이가]\s)?(?:있었던|있은|발생한|일어난|벌어진|발사한|감행한|단행한|실시한|강행한)\s"
    r"|\s(?:출범|수교|설립|창설|창립|시작)\s(?:이후|이래)"
)
"""What follows the day on which something is reported: 14일 재단에 따르면, …고 위원회가 9일 밝혔다."""

_COMMEMORATED = re.compile(r"(?:날|절|일|주년|주기)[’”」』]?\s?\($")
"""What stands before a day in brackets that is the one which an occasion marks: 핵실험 반대의 날(8월 29일)을 맞아."""


def _is_of_occasion(text: str, day: Span, sentence: Span) -> bool:
    """Tell whether a day is neither that of a report nor one that is marked every year."""
    if text[day.end : day.end + 1] == ")" and _COMMEMORATED.search(text, max(sentence.start, day.start - 6), day.start):
        return False
    return _TOLD_ON.match(text, day.end, sentence.end) is None


_NEXT_DAY = re.compile(r"다음 ?날|이튿날|전날")
BEFORE = 1500
"""Code points before a paragraph in which the day may be told from which it counts."""


def _counted_on(document: Document, paragraph: Span, told: list[DateMention]) -> list[DateMention]:
    """Let 다음 날 count from the day that a paragraph before tells, where its own tells none before it."""
    text = document.text
    open_ = [d for d in told if d.basis == "page date" and _NEXT_DAY.fullmatch(text, *d.span)]
    if not open_:
        return told
    start = max(0, paragraph.start - BEFORE)
    again = {d.span: d for d in _dates(text[start : paragraph.end], start, document, future=None)}
    return [again.get(d.span, d) if d in open_ else d for d in told]


class Settings(dict[int, Setting]):
    """The setting of each sentence of a document, by the sentence's number, read when it is first asked for.

    Args:
        document: its dates are completed along a paragraph.
        reading: its sentences.
        runs_of: the runs of each sentence, by its number.
    """

    def __init__(self, document: Document, reading: Reading, runs_of: Sequence[list[Run]]) -> None:
        super().__init__()
        self._document = document
        self._reading = reading
        self._runs_of = runs_of
        self._dates_of: dict[int, tuple[list[DateMention], list[DateMention]]] = {}

    def __missing__(self, number: int) -> Setting:
        text, sentence = self._document.text, self._reading.sentences[number]
        told, due = self._dates(sentence.paragraph)
        inside = [d for d in told if sentence.span.contains(d.span) and _is_of_occasion(text, d.span, sentence.span)]
        if due is not told and inside:
            ahead = {d.span: d for d in due}
            inside = [ahead.get(d.span, d) if self._is_ahead(sentence, d, ahead) else d for d in inside]
        found = self[number] = Setting(
            inside, *_places_of(text, self._runs_of[number], sentence), _bodies(text, self._runs_of[number])
        )
        return found

    def _dates(self, number: int) -> tuple[list[DateMention], list[DateMention]]:
        """Return the dates of a paragraph as what has been, and as what is due."""
        known = self._dates_of.get(number)
        if known is None:
            start, words = (span := self._reading.paragraphs[number].span).start, span.of(self._document.text)
            told = _counted_on(self._document, span, _dates(words, start, self._document, future=None))
            open_ = any(d.basis == "page date" for d in told)
            due = _dates(words, start, self._document, future=True) if open_ else told
            known = self._dates_of[number] = (told, due)
        return known

    def _is_ahead(self, sentence: Sentence, told: DateMention, ahead: dict[Span, DateMention]) -> bool:
        """Tell whether a date lies ahead of the page, by the verbs behind it or the tense of its sentence."""
        text, due = self._document.text, ahead.get(told.span)
        if due is None or due.date == told.date:
            return False
        last = next((p for p in reversed(sentence.predicates) if p.tag == "EF"), None)
        nearer = told.date is not None and due.date is not None and _is_nearer(self._document, due.date, told.date)
        if last is None:  # a headline has no tense: of the two days the nearer one
            return nearer
        if _DUE.search(text, *sentence.span):
            return _is_due(text, told.span.end, sentence.span.end)
        # News tell in the present tense what is to come (14일 부산을 찾는다), and in the past what was.
        if nearer and self._is_told_ahead(sentence, told.span.end):
            return True
        if not nearer or last.pos not in ("VV", "XSV") or not last.ending.endswith(_PRESENT):
            return False
        return not any(past.search(text, told.span.end, sentence.span.end) for past in (_ENDED, _WAS))

    def _is_told_ahead(self, sentence: Sentence, at: int) -> bool:
        """Tell whether the verb behind a date is reported in the present tense: 18일부터 한국을 방문한다고 … 16일 전했다."""
        behind = next((p for p in sentence.predicates if p.span.start >= at and p.tag in ("EC", "EF")), None)
        return (
            behind is not None
            and behind.pos in ("VV", "XSV")
            and behind.ending in _PRESENT_REPORTED
            and not _WAS.search(self._document.text, at, behind.span.end)
        )


_PRESENT_REPORTED = ("ᆫ다고", "는다고", "ᆫ다며", "는다며")

_PRESENT = ("ᆫ다", "는다", "ᆸ니다", "습니다")
"""Endings of a verb in the present tense, where no past stands in them."""

_WAS = re.compile(r"(?:열린|개최된|가진|가졌던|있었던|했던|만난|치른|마련된|진행된|맞은)\s|[았었였했렸졌갔왔됐냈쳤][다습]")


def _is_nearer(document: Document, due: PartialDate, told: PartialDate) -> bool:
    """Tell whether a day ahead of the page is nearer to it than the one before it."""
    page, one, other = (date.as_date() if date else None for date in (document.published, due, told))
    return bool(page and one and other) and abs((one - page).days) < abs((other - page).days)  # type: ignore[operator]


def _is_due(text: str, at: int, end: int) -> bool:
    """Tell whether the clause in which a date stands, which ends at `at`, tells of what is due."""
    coming = next((m for m in _DUE.finditer(text, at, end) if not _of_another(text, at, m)), None)
    if coming is None or _ENDED.search(text, at, coming.start()):
        return False
    return not (coming[0].endswith("기로") and _DONE_FIRST.search(text, at, coming.start()))


def _of_another(text: str, at: int, coming: re.Match[str]) -> bool:
    """Tell whether what is due describes a noun and has its own day: 3일 면담을 갖고 11월 말 열릴 행사에 초청했다."""
    describes = re.compile(r"\s(?!예정|계획|것|전망)").match(text, coming.end()) is not None and coming[0].endswith("릴")
    return describes and re.search(r"\d월|\d일|내년|내달|다음 달", text[at : coming.start()]) is not None


def _places_of(text: str, runs: list[Run], sentence: Sentence) -> tuple[list[Span], list[Span]]:
    """Return where a sentence says that something takes place, and what it says is visited."""
    cities = [_city(run) for run in runs]
    return _places(text, runs, cities, sentence), _visited(text, runs, cities)


def _bodies(text: str, runs: list[Run]) -> list[Span]:
    """Return the bodies that somebody goes to."""
    gone = (run for run in runs if run.particle in ("을", "를") and _GOES.match(text, run.after))
    return [run.words[-1].span for run in gone if run.words[-1].lexeme.is_body]


def _visited(text: str, runs: list[Run], cities: list[Span | None]) -> list[Span]:
    found: list[Span] = []
    joined: Span | None = None
    for run, city in zip(runs, cities, strict=True):
        if run.particle in ("을", "를") and _GOES.match(text, run.after):
            body = Span(run.words[-1].span.start, run.words[-1].span.end) if run.words[-1].lexeme.is_body else None
            target = city or body
            if target:
                found.append(Span(joined.start, target.end) if joined and run.span.start - joined.end < JOINED else target)
        joined = city if city and run.particle in ("과", "와") else None
    return found


def _city(run: Run) -> Span | None:
    headline = next((word for word in run.words[:-1] if occasions.settings_in_headline(word.text)), None)
    if headline:
        return Span(headline.span.start, headline.span.end - 1)
    named = [word for word in reversed(run.words) if _is_city(word.text)]
    whole = next((word for word in named if not word.text.endswith(_DISTRICTS)), None)
    return _bare(whole or named[0]) if named else None


def _bare(word: Word) -> Span:
    """Return a city without 시: 세메이시 is 세메이."""
    cut = word.text.endswith("시") and len(word.text) > 2 and names.is_place(word.text[:-1])
    return Span(word.span.start, word.span.end - cut)


def _places(text: str, runs: list[Run], cities: list[Span | None], sentence: Sentence) -> list[Span]:
    """Return cities that a particle of place follows: 카자흐스탄 누르술탄에서, 서울의 한 호텔에서."""
    found: list[Span] = []
    venues: list[Span] = []
    joined: Span | None = None
    titles = [Span(*m.span()) for m in _TITLED.finditer(text, *sentence.span)]
    for run, city in zip(runs, cities, strict=True):
        if run.host is not None or not sentence.span.contains(run.span) or any(t.contains(run.words[-1].span) for t in titles):
            continue
        bare = not run.particle and text[run.span.end : sentence.span.end] == "." and not _is_told(sentence)
        here = bare or run.particle.startswith(("에", "서"))
        here = here or (run.particle == "의" and _opens_venue(text, run.after))
        here = here or (
            city is not None and (text.startswith("서 ", city.end) or any(p.match(text, city.end) for p in (_MOVES, _LIES)))
        )
        if city and here and not run.particle.startswith("에게") and not _FROM.match(text, run.after):
            found.append(Span(joined.start, city.end) if joined and run.span.start - joined.end < JOINED else city)
        elif run.particle in ("에서", "에서는") and _is_venue(_whole_house(run)):
            venues.append(houses.house_of(text, Span(_venue_start(run), run.span.end)))
        joined = city if city and run.particle in ("과", "와") else None
    return found or venues


def _opens_venue(text: str, at: int) -> bool:
    """Tell whether what a town has is where something takes place, or a house: 서울의 한 호텔에서, 세메이의 박물관과."""
    behind = _VENUE_BEHIND.match(text, at)
    if behind is None or behind["particle"] == "에서":
        return behind is not None
    return vocabulary.ending("gatherings", "venues", behind["venue"]) is not None


_TITLED = hastened(r"‘[^’\n]{2,60}’|「[^」\n]{2,60}」|『[^』\n]{2,60}』|《[^》\n]{2,60}》|(?<![A-Za-z가-힣])'[^'\n]{2,60}'")
"""A title, whose words tell no place: 학술대회 ‘세메이에서 합천까지’."""


def _is_told(sentence: Sentence) -> bool:
    """Tell whether a sentence has a verb at its end; one without sets the scene: 지난 2일 오후 전주 시민회관 소극장."""
    return any(predicate.tag == "EF" for predicate in sentence.predicates)


def _whole_house(run: Run) -> Word:
    """Return the last word of a run before a floor, a room or a wing: 프레스센터 of 프레스센터 20층에서."""
    return run.words[-2 if len(run.words) > 1 and houses.is_part(run.words[-1].text) else -1]


def _is_venue(word: Word) -> bool:
    return vocabulary.ending("gatherings", "venues", word.text) is not None or (
        word.text.endswith("대") and word.lexeme.is_body
    )


@lru_cache(maxsize=16384)
def _is_city(word: str) -> bool:
    if names.is_country(word):
        return word in vocabulary.words("countries", "city_states")
    place = names.is_place(word) or names.is_region(word)
    return place and not any(word in vocabulary.words("countries", key) for key in ("regions", "districts"))


def _venue_start(run: Run) -> int:
    """Leave dates before a venue out: 4월 3일 본관 대회의실."""
    words = list(run.words)
    times = vocabulary.words("gatherings", "times")
    while len(words) > 1 and (words[0].text[:1].isdigit() or words[0].text in times or words[0].text.endswith(_LASTING)):
        words.pop(0)
    return words[0].span.start
