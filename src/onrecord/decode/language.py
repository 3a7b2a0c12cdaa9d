"""Which language a paragraph is in: by its script and its letters, by frequent words, and by a model only in doubt.

Script settles Korean; letters of their own settle Kazakh, Ukrainian and Belarusian; frequent words English, Russian and Kazakh
in Latin letters. What remains (a paragraph of Latin or Cyrillic script without such signs) goes to lingua, whose models load
then and only for that script.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from onrecord.languages import pages
from onrecord.languages.kk import vocabulary as kazakh

SHORT = 40
"""Letters below which a paragraph says too little of itself and takes the language of the page."""

SAMPLE = 600
"""Code points of a paragraph that are looked at; more of them tell no more."""

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_KAZAKH = re.compile(r"[әғқңөұүһ]", re.IGNORECASE)
_UKRAINIAN = re.compile(r"[їєґі]", re.IGNORECASE)
_BELARUSIAN = re.compile(r"ў", re.IGNORECASE)
_RUSSIAN = re.compile(r"[ыэъщ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

_LATIN = ("ENGLISH", "GERMAN", "FRENCH", "SPANISH", "ITALIAN", "PORTUGUESE", "TURKISH", "POLISH", "DUTCH", "CZECH")
_CYRILLIC = ("RUSSIAN", "KAZAKH", "UKRAINIAN", "BELARUSIAN", "BULGARIAN", "SERBIAN", "MONGOLIAN", "MACEDONIAN")


def script(text: str) -> str:
    """Return the script of most letters: `latin`, `cyrillic`, or the language where the script is one language's alone.

    Hangul counts from a fifth of the letters on, since Korean text carries names and abbreviations in Latin letters.
    """
    if text.isascii():  # most paragraphs of English pages: no other script can be in them
        return "latin" if _ASCII_LETTER.search(text) else "und"
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS}
    letters = sum(counts.values())
    if not letters:
        return "und"
    if counts["ko"] * 5 >= letters:
        return "ko"
    if counts["ja"] * 5 >= letters:
        return "ja"
    return max(counts, key=lambda name: counts[name])


def of_paragraphs(texts: Sequence[str], page: str | None = None) -> tuple[str, list[str]]:
    """Return the language of the page and that of each paragraph, as ISO 639-1 codes.

    Args:
        texts: the paragraphs.
        page: the language of the page where it is known; found from the paragraphs otherwise.
    """
    found = [_by_signs(text[:SAMPLE]) for text in texts]
    if page is None:
        page = _of_page(texts, found)
    same = {"en": "latin", "ru": "cyrillic", "kk": "cyrillic", "uk": "cyrillic", "ko": "ko"}.get(page, "latin")
    result = []
    for text, (language, kind) in zip(texts, found, strict=True):
        if language:
            result.append(language)
        elif kind == same and (len(_WORD.findall(text)) < 12 or (page == "en" and _is_ascii(text))):
            result.append(page)
        elif kind in ("latin", "cyrillic"):
            result.append(_by_model(text, kind) if len(text) >= SHORT else {"latin": "en", "cyrillic": "ru"}[kind])
        else:
            result.append(page if kind == "und" else kind)
    return page, result


def _is_ascii(text: str) -> bool:
    """Tell whether nearly all letters are plain Latin ones, as in English and unlike its neighbours."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isascii() for c in letters) >= 0.97 * len(letters)


@lru_cache(maxsize=1024)
def _by_signs(text: str) -> tuple[str | None, str]:
    """Return language and script of a paragraph; the language is None where script, letters and words leave it open."""
    kind = script(text)
    if kind == "latin":
        words = _WORD.findall(text.lower()) if text.isascii() else [word.lower() for word in _WORD.findall(text)]
        english = pages.words().stopwords["en"]
        common = sum(word in english for word in words)
        if len(words) >= 5 and common >= 0.2 * len(words):
            return "en", kind
        return ("kk" if _is_latin_kazakh(words) else None), kind
    if kind == "cyrillic":
        return _cyrillic(text), kind
    return (None if kind == "und" else kind), kind


_Q = re.compile("q(?!u)")
"""q without u: Kazakh in Latin letters has it in every third word or so, English and its neighbours hardly ever."""


def _is_latin_kazakh(words: list[str]) -> bool:
    own = sum(word in kazakh.latin_words() for word in words)
    return own > 1 or (own == 1 and 10 * sum(bool(_Q.search(word)) for word in words) >= len(words))


def _cyrillic(text: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(text)]
    common = sum(word in pages.words().stopwords["ru"] for word in words)
    # Kazakh names stand in Russian lines too, so that words in lower case are asked, where there are any.
    plain = [word for word in _WORD.findall(text) if word.islower()] or words
    own_letters = sum(bool(_KAZAKH.search(word)) for word in plain)
    if own_letters * 5 >= len(plain) * 2 and common * 10 < len(words):
        uzbek = sum(bool(re.search(r"[ўҳ]", word)) for word in words)
        own = sum(bool(re.search(r"[әңөұүһі]", word)) for word in words)
        return "uz" if uzbek > own else "kk"
    ukrainian = sum(bool(_UKRAINIAN.search(word)) and not _KAZAKH.search(word) for word in words)
    if ukrainian * 5 >= len(words) and not _RUSSIAN.search(text):
        return "uk" if not _BELARUSIAN.search(text) else "be"
    if len(words) >= 5 and common * 8 >= len(words) and _RUSSIAN.search(text):
        return "ru"
    return None


def _of_page(texts: Sequence[str], found: list[tuple[str | None, str]]) -> str:
    """Return the language of most letters; paragraphs that leave it open count for their script."""
    weights: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    for text, (language, kind) in zip(texts, found, strict=True):
        weights[language or ""] += len(text)
        scripts[kind] += len(text)
    known = [(language, weight) for language, weight in weights.items() if language]
    if known:
        language, weight = max(known, key=lambda pair: pair[1])
        if weight * 3 >= sum(weights.values()):
            return language
    kinds = [(kind, weight) for kind, weight in scripts.items() if kind != "und"]
    if not kinds:
        return "und"
    kind = max(kinds, key=lambda pair: pair[1])[0]
    if kind not in ("latin", "cyrillic"):
        return kind
    sample = " ".join(text for text, (_, own) in zip(texts, found, strict=True) if own == kind)[:2000]
    if kind == "latin" and len(sample) < SHORT and _is_ascii(sample):
        return "en"
    return _by_model(sample, kind)


@cache
def _detector(kind: str) -> Any:
    from lingua import Language, LanguageDetectorBuilder

    names = _LATIN if kind == "latin" else _CYRILLIC
    chosen = [getattr(Language, name) for name in names]
    return LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()


UNTOLD = 12
"""Words in lower case from which on a text without any sign of English is no English by default."""


def _is_foreign(text: str) -> bool:
    """Tell whether more speaks against English than for it: small words and letters of another language, its own small words.

    Only words in lower case are asked: a line full of names is in the language of the words between them.
    """
    plain = [word for word in _WORD.findall(text) if word.islower()]
    english = sum(word in pages.words().stopwords["en"] for word in plain)
    foreign = max(sum(word in own for word in plain) for own in pages.function_words().values())
    letters = sum(not word.isascii() for word in plain)
    return foreign + letters > english or (english == 0 and len(plain) >= UNTOLD)


def _by_model(text: str, kind: str) -> str:
    if kind == "latin" and not _is_foreign(text[:1000]):
        return "en"
    if kind == "cyrillic":  # names are often those of a neighbouring language
        text = " ".join(word for word in _WORD.findall(text) if word.islower()) or text
    language = _detector(kind).detect_language_of(text[:1000])
    return language.iso_code_639_1.name.lower() if language else {"latin": "en", "cyrillic": "ru"}[kind]
