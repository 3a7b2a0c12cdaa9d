"""Words as search compares them: folded forms, and stems of English and Russian; Hangul and Han in pairs of letters.

What is indexed and what is asked for go through the same code, so that both agree in every database. A word is cut where its
script changes ("IAEA의" is "iaea" and "의"). English and Russian words have stems (Snowball's algorithms). Korean and Chinese
words are indexed by every two neighbouring letters and by their last one, so that any part of a word is found by the letters of
it: 비핵 and 핵화 in 비핵화를. Most Korean nouns have two syllables, for which an index of three letters has nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from snowballstemmer import stemmer as Stemmer  # noqa: N812 - a factory that is named like a function

Script = Literal["word", "syllables"]

_RUN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
"""Letters and digits, with accents that are characters of their own."""

_SYLLABLES = "\uac00-\ud7a3\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_PIECE = re.compile(f"(?P<syllables>[{_SYLLABLES}]+)|(?P<word>[^{_SYLLABLES}]+)")
_LATIN = re.compile(r"[a-z]+\Z")
_CYRILLIC = re.compile(r"[\u0430-\u044f]+\Z")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")

_BORDER = 0x0250
"""Below it stand the Latin letters that lose their marks; й is a letter of its own and keeps its own."""


class Piece(NamedTuple):
    """A part of a word in one script, folded; `start` and `end` are where it stands in the text."""

    form: str
    script: Script
    start: int
    end: int


def fold(word: str) -> str:
    """Return a word in small letters, without Latin accents and stress marks, with е for ё, in composed letters."""
    if word.isascii():
        return word.lower()
    small = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е")
    letters = []
    for letter in small:
        if 0x7F < ord(letter) < _BORDER:
            letters += [part for part in unicodedata.normalize("NFKD", letter) if part.isalnum()]
        elif letter.isalnum():
            letters.append(letter)
    return "".join(letters)


def pieces(text: str) -> list[Piece]:
    """Return the words of a text in order, cut where their script changes."""
    return [
        Piece(form, script, run.start() + start, run.start() + end)
        for run in _RUN.finditer(_without_possessive(text))
        for form, script, start, end in _cut(run[0])
    ]


def _without_possessive(text: str) -> str:
    return _POSSESSIVE.sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=100_000)
def _cut(run: str) -> tuple[tuple[str, Script, int, int], ...]:
    """Return the pieces of one word, with their places in it."""
    folded = fold(run)
    exact = len(folded) == len(run)  # else letters cannot be told apart in the text, and the whole word is meant
    return tuple(
        (
            match[0],
            "syllables" if match.lastgroup == "syllables" else "word",
            *(match.span() if exact else (0, len(run))),
        )
        for match in _PIECE.finditer(folded)
    )


def tokens(piece: Piece) -> list[tuple[str, int, int]]:
    """Return what is indexed of a piece, each with its place in the text: the word, or pairs of letters and the last letter."""
    if piece.script == "word":
        return [(piece.form, piece.start, piece.end)]
    width, form = piece.end - piece.start, piece.form
    if width != len(form):
        return [(form[i : i + 2], piece.start, piece.end) for i in range(len(form))]
    return [(form[i : i + 2], piece.start + i, min(piece.start + i + 2, piece.end)) for i in range(len(form))]


@lru_cache(maxsize=100_000)
def stem(form: str) -> str:
    """Return the stem of a folded English or Russian word; a word of another script or with digits is its own."""
    if _LATIN.match(form):
        return str(_stemmer("english").stemWord(form))
    if _CYRILLIC.match(form):
        return str(_stemmer("russian").stemWord(form))
    return form


def forms(text: str) -> tuple[str, str]:
    """Return a text as it is indexed: its forms, and its stems (syllables have none), each joined with blanks."""
    runs = [_forms_of(run) for run in _RUN.findall(_without_possessive(text))]
    return " ".join(words for words, _ in runs if words), " ".join(stems for _, stems in runs if stems)


@lru_cache(maxsize=100_000)
def _forms_of(run: str) -> tuple[str, str]:
    """Return one word as it is indexed: an index of a million statements is made of few words, many times each."""
    found = [Piece(*part) for part in _cut(run)]
    words = " ".join(token for piece in found for token, _, _ in tokens(piece))
    return words, " ".join(stem(piece.form) for piece in found if piece.script == "word")


def without_particle(form: str) -> str:
    """Return a Korean word without the particle at its end, where two syllables at least are left: 비핵화 for 비핵화를."""
    for particle in _particles():
        if form.endswith(particle) and len(form) - len(particle) >= 2:
            return form[: -len(particle)]
    return form


@cache
def _stemmer(language: str) -> Stemmer:
    from snowballstemmer import stemmer

    return stemmer(language)


@cache
def _particles() -> tuple[str, ...]:
    text = files("onrecord.languages.ko").joinpath("data/search_particles.txt").read_text("utf-8")
    words = (line.strip() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
