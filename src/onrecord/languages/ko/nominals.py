"""Runs of nouns: what stands between two particles, verbs or marks, as words with their bracketed glosses.

`예르잔 카이르바예프(Yerzhan Kairbayev) 카자흐스탄 외교부 차관이` is one run of five words, the second with a gloss, followed by
the particle 이. Names, bodies and offices are read from runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter

from onrecord.languages.ko import names
from onrecord.languages.ko.lexemes import Lexeme, lexeme
from onrecord.languages.ko.morphemes import NOUN_TAGS, Morpheme
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.model import Span

JOINING_MARKS = frozenset("·-–ㆍ・&/")
"""Marks that may stand inside a word (한·카자흐스탄, 한-카자흐스탄)."""

_OPEN, _CLOSE = "(（[", ")）]"
_BRACKETS = frozenset(_OPEN + "「」<")
"""Brackets, and the corner brackets around a foreign name (「다우렌 제티바예프」 차관), behind which a run goes on."""

_PICTURED = re.compile(r"<사진[^<>\n]{0,12}>")
"""What a newspaper prints behind the name of him whose picture it shows: 도나은<사진 왼쪽> 교수."""

_INNER = frozenset({"JKG", "JX", "JC", "JKO"})
"""Tags of the particles that are also syllables of nouns."""


_ACADEMIC = re.compile(r"\s(?:명예|석좌|초빙|겸임|특임|연구|객원|부|조)?(?:교수|학과장|강사|대학원생|석사|박사)")
"""Who is at a department of a university."""


@dataclass(slots=True)
class Word:
    """A stretch without white space of a run; `glosses` are the brackets that follow it, without the brackets.

    `lexeme` is what the word is by itself: it is known when the word is complete, which that of a run is.
    """

    text: str
    span: Span
    morphemes: list[Morpheme] = field(repr=False)
    glosses: list[Span] = field(default_factory=list)
    lexeme: Lexeme = field(init=False, repr=False, compare=False)

    @property
    def proper(self) -> bool:
        """Whether any part of it is a proper noun or unknown to the dictionary."""
        return self.lexeme.proper

    @property
    def plain_noun(self) -> bool:
        """Whether the whole word is one common noun of the dictionary."""
        return self.lexeme.plain_noun


@dataclass(slots=True)
class Run:
    """Words in a row; `particle` is what follows the last one (은, 이, 를, 과, 의, 에서 …) or an empty string.

    `copula` tells that 이다 follows (대표의원인); `after` is where the particle ends; `host` is the word behind which the run
    stands in brackets; `span` goes from the first word to the end of the last, glosses left out.
    """

    words: list[Word]
    sentence: Sentence = field(repr=False)
    particle: str = ""
    tag: str = ""
    copula: bool = False
    after: int = 0
    host: Word | None = field(default=None, repr=False)
    span: Span = field(init=False)
    tells_office: bool = field(init=False)
    """Whether an office, a body fused with its head or a form of address is in it."""
    can_end_body: bool = field(init=False)
    """Whether the name of a body can end with one of its words."""
    can_name_occasion: bool = field(init=False)
    """Whether one of its words can name a gathering."""

    def __post_init__(self) -> None:
        words = self.words
        self.span = Span(words[0].span.start, words[-1].span.end)
        office = body = occasion = False  # one loop for all, since all are asked of every run
        for word in words:
            of_word = word.lexeme
            office = office or of_word.tells_office
            body = body or of_word.can_end_body
            occasion = occasion or of_word.can_name_occasion
        self.tells_office, self.can_end_body, self.can_name_occasion = office, body, occasion

    def owns(self, behind: Run) -> bool:
        """Tell whether 의 joins this run to the one right behind it: 핵실험장의 갱도."""
        return self.particle == "의" and behind.span.start - self.after <= 1


def runs(reading: Reading, sentence: Sentence) -> list[Run]:
    """Return the runs of nouns of a sentence, also those inside brackets, in text order."""
    found: list[Run] = []
    _collect(reading.text, sentence, sentence.morphemes, found, None)
    found.sort(key=_SPAN)
    return found


_SPAN = attrgetter("span")


def _collect(text: str, sentence: Sentence, morphemes: list[Morpheme], found: list[Run], host: Word | None) -> None:
    words: list[Word] = []
    i = 0
    while i < len(morphemes):
        m = morphemes[i]
        mark = text[m.start]
        if mark in _BRACKETS:
            if mark in _OPEN:
                close = _closing(text, morphemes, i)
                inner = morphemes[i + 1 : close]
                gap = text[words[-1].span.end : m.start] if words else ""
                if inner and words and (not gap or (gap == " " and inner[0].tag in ("SL", "SH"))):
                    words[-1].glosses.append(Span(inner[0].start, inner[-1].end))
                _collect(text, sentence, inner, found, words[-1] if words else None)
                i = close + 1
                continue
            if behind := _passed_over(text, words, morphemes, i):
                i = behind
                continue
        if mark in _DOTS and len(words) > 1 and _parts_people(text, words[-1], m):
            _close_run(sentence, words, [], 0, found, host)
            words = []
            i += 1
            continue
        if m.tag in NOUN_TAGS or (words and words[-1].span.end == m.start and _joins_nouns(text, m, words, morphemes, i)):
            last = words[-1] if words else None
            if last is not None and last.span.end >= m.start and not last.glosses:
                _grow(text, last, m)
            else:
                if last is not None and m.start - last.span.end > 1 and _parts_columns(text[last.span.end : m.start]):
                    _close_run(sentence, words, [], 0, found, host)
                    words = []
                words.append(Word(text[m.start : m.end], Span(m.start, m.end), [m]))
        elif words:
            _close_run(sentence, words, morphemes, i, found, host)
            words = []
        i += 1
    if words:
        _close_run(sentence, words, morphemes, len(morphemes), found, host)


_DOTS = "·ㆍ"
_NEXT_WORD = re.compile(r"([가-힣]+) [가-힣]")


def _parts_people(text: str, word: Word, dot: Morpheme) -> bool:
    """Tell whether a dot stands between an office and the next person: 서가온 장관·나다온 의원, but 외교·국방장관."""
    behind = _NEXT_WORD.match(text, dot.end) if word.span.end == dot.start else None
    return behind is not None and names.title_head(word.text) == word.text and names.title_head(behind[1]) is None


def _parts_columns(gap: str) -> bool:
    """Tell whether the gap between two words is that between the columns of a table."""
    return gap.isspace() and ("  " in gap or "\t" in gap)


def _passed_over(text: str, words: list[Word], morphemes: list[Morpheme], i: int) -> int:
    """Return where the run goes on behind a mark at `i` that is no end of it, else 0."""
    if text[morphemes[i].start] != "<":
        return i + 1 if _transparent(words, morphemes, i) else 0
    pictured = _PICTURED.match(text, morphemes[i].start) if words else None
    if pictured is None:
        return 0
    return next((k for k in range(i, len(morphemes)) if morphemes[k].start >= pictured.end()), len(morphemes))


def _transparent(words: list[Word], morphemes: list[Morpheme], i: int) -> bool:
    """Tell whether the closing bracket at `i` stands between two nouns of one phrase."""
    after = morphemes[i + 1] if i + 1 < len(morphemes) else None
    return bool(words and after and after.is_noun)


def _joins_nouns(text: str, m: Morpheme, words: list[Word], morphemes: list[Morpheme], i: int) -> bool:
    """Tell whether what is no noun, right behind a word, stands inside it: a mark, or a particle seen there by mistake.

    비핵평화의원연구모임 is no 비핵평화 + 의 + 원연구모임, and 북한학과 조교수 no 북한학 with somebody.
    """
    if i + 1 == len(morphemes):
        return False
    inner = m.tag in _INNER and m.end - m.start == 1
    joined = (
        (inner or text[m.start : m.end] in JOINING_MARKS)
        and morphemes[i + 1].start == m.end
        and morphemes[i + 1].tag in NOUN_TAGS
    )
    if joined or m.tag != "JC":
        return joined
    department = words[-1].text.endswith("학") and _ACADEMIC.match(text, m.end) is not None
    return department or (m.form == "나" and _is_unknown(words[-1].morphemes[-1]) and _goes_on(m, morphemes[i + 1]))


def _is_unknown(m: Morpheme) -> bool:
    return m.tag == "NNP" and not m.known


def _goes_on(particle: Morpheme, m: Morpheme) -> bool:
    """Tell whether an unknown name stands behind a blank: 카롤리나 마주르 is no 카롤리 or 마주르."""
    return m.start == particle.end + 1 and _is_unknown(m)


def _grow(text: str, word: Word, m: Morpheme) -> None:
    start, end = word.span
    if m.end > end:
        word.span = Span(start, m.end)
        word.text = text[start : m.end]
    word.morphemes.append(m)


def _close_run(
    sentence: Sentence, words: list[Word], morphemes: list[Morpheme], i: int, found: list[Run], host: Word | None
) -> None:
    for word in words:
        word.lexeme = lexeme(word)
    run = Run(words, sentence, after=words[-1].span.end, host=host)
    if i < len(morphemes):
        m = morphemes[i]
        if m.is_particle:
            run.particle, run.tag, run.after = m.form, m.tag, m.end
            if i + 1 < len(morphemes) and morphemes[i + 1].is_particle:
                run.particle += morphemes[i + 1].form
                run.after = morphemes[i + 1].end
        elif m.tag == "VCP":
            run.copula = True
    found.append(run)


def _closing(text: str, morphemes: list[Morpheme], i: int) -> int:
    close = _CLOSE[_OPEN.index(text[morphemes[i].start])]
    depth = 0
    for k in range(i, len(morphemes)):
        mark = text[morphemes[k].start]
        if mark == text[morphemes[i].start]:
            depth += 1
        elif mark == close:
            depth -= 1
            if depth == 0:
                return k
    return len(morphemes)
