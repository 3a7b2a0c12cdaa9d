"""Words as names are written: "Ju-hyun", "U.S.-ROK", "Jr." and "O'Neill" are one word each; a possessive ending is none.

The parser cuts hyphened words into pieces and sentences at initials; names need neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from onrecord.languages import abbreviations
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span

_WORD = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}(?:-[^\W\d_][\w-]*)?                  # U.S., U.S.-ROK
  | (?:{abbreviations.either()})\.(?!\w)
  | [^\W\d_a-z]\.(?=[\s-]?["“‘(]?[^\W\d_])                        # K. Sarsenov
  | (?:Sh|Zh|Ch|Kh|Yu|Ya|Ye|Ts|Th|Ph|Dz|Dj)\.(?=\s?[^\W\d_a-z])
  | [^\W_]+(?:(?:[-‐‑'’‘ʻʼ`´.](?=[^\W_])|–(?=[^\W_a-z]))[^\W_]+)*
  | \.{{3}}|\S""",
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$", re.IGNORECASE)
_PARTICLE = re.compile(r"(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]d)-|[Dd]['’][EeAa]?|[Oo]['’‘])(?=[^\W\d_a-z])")
_TITLE_CASE, _ALL_CASE = 0.5, 0.7
_CONTRACTION = re.compile(r"(?:n['’]t|['’](?:ve|re|ll|m|d))$", re.IGNORECASE)
_OPENS = frozenset('.!?:;•…"“”)-–—*·|[(')
"""Marks behind which a sentence or an item begins, so that a capital says little."""


class Word:
    """A word or mark; `first` and `last` are the tokens it covers, `gap` the white space before it.

    `lower` is the word in small letters, `mark` tells whether it is punctuation, `capital` whether it begins with a capital
    (past a particle: "al-Assad"), contractions such as "Won't" excepted.
    """

    __slots__ = ("capital", "end", "first", "gap", "i", "last", "lower", "mark", "opening", "possessive", "start", "text")

    def __init__(self, told: tuple[int, str, int, Token, Token, bool, bool, str]) -> None:
        self.i, text, start, self.first, self.last, self.possessive, self.opening, self.gap = told
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.lower = text.lower()
        self.mark = not text[0].isalnum()
        self.capital = _is_capital(text)

    @property
    def span(self) -> Span:
        """Where the word stands, without a possessive ending."""
        return Span(self.start, self.end)

    @property
    def tag(self) -> str:
        """The part of speech of the last token."""
        return self.last.tag

    @property
    def label(self) -> str:
        """The named-entity label that the model gives to the first token, or else to the last."""
        return self.first.entity or self.last.entity


@lru_cache(maxsize=50_000)
def _is_capital(text: str) -> bool:
    if not text[0].isupper() and not ((len(text) > 2 and text[2] in "'’‘-") or text[1:2] in ("'", "’", "‘")):
        return False
    if ("'" in text or "’" in text) and _CONTRACTION.search(text):
        return False
    return text[0].isupper() or bool(_PARTICLE.match(text))


@dataclass(eq=False)
class Line:
    """A paragraph as words; `headline` where most words are capitalised and it is short."""

    words: list[Word]
    kind: str
    nations: dict[int, Any] | None = None

    @cached_property
    def headline(self) -> bool:
        """Whether capitals say little here, since most words have one."""
        long = [word for word in self.words if len(word.text) > 3 and word.text[0].isalpha()]
        return False if not long else self._titled(long)

    def _titled(self, long: list[Word]) -> bool:
        share = sum([word.text[0].isupper() for word in long]) / len(long)
        if self.words[-1].text in ".!?" or any(mark.text in "•;" for mark in self.words):
            return False
        return (
            share > _TITLE_CASE
            if self.kind in ("title", "heading")
            else share > _ALL_CASE and len(long) > 2 and len(self.words) < 40
        )


@lru_cache(maxsize=2)
def lines(reading: Reading) -> list[Line]:
    """Return the paragraphs of the reading as words; kept for the rules that read the same text next."""
    found: list[Line] = []
    first = 0
    for number, paragraph in enumerate(reading.paragraphs):
        tokens = []
        while first < len(reading.sentences) and reading.sentences[first].paragraph == number:
            tokens += reading.sentences[first].tokens
            first += 1
        if tokens:
            found.append(Line(_words(reading.text, paragraph.span, tokens), paragraph.kind))
    return found


def _words(text: str, span: Span, tokens: list[Token]) -> list[Word]:
    words: list[Word] = []
    at, final = 0, len(tokens) - 1
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        if words and words[-1].possessive and start == words[-1].end:
            continue
        ends_so = end - start > 2 and text[end - 1] in "sS'’"  # a look at one letter, since most words end otherwise
        possessive = _POSSESSIVE.search(match.group()) if ends_so else None
        if possessive:
            end = start + possessive.start()
        elif end < span.end and text[end] in "'’" and text[end - 1] == "s" and not _quoted(text, start, end):
            possessive = match
        while at < final and tokens[at].end <= start:
            at += 1
        last = at
        while last < final and tokens[last + 1].start < end:
            last += 1
        before = words[-1] if words else None
        opening = before is None or before.text in _OPENS
        gap = text[before.end : start] if before else ""
        words.append(Word((len(words), text[start:end], start, tokens[at], tokens[last], bool(possessive), opening, gap)))
    return words


def _quoted(text: str, start: int, end: int) -> bool:
    """Tell whether the mark behind the word closes a quotation in single marks rather than a plural possessive."""
    line = text[text.rfind("\n", 0, start) + 1 : end]
    opened = len(re.findall(r"(?<!\w)['‘](?=\w)", line))
    return opened > 0 and text[end + 1 : end + 2] in " ,.;:)"
