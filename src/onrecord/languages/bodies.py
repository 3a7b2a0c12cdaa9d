"""Names of bodies across languages: a table of those of this field, and what the parts of other names are in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import yaml

from onrecord.languages import missions
from onrecord.languages.spelling import data_rows

NATIONAL = frozenset(["ministry"])
"""Words of bodies that belong to a state: in Korean, where no country is named, to the Republic of Korea."""

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ADJECTIVE = re.compile("ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их)$")
"""The ending by which a place's name becomes an adjective: Ташкентский."""
_HANGUL = re.compile("[가-힣]+")
_JOINING = frozenset(["of", "for", "and"])
_LITTLE = frozenset(["OF", "THE", "FOR", "AND", "IN", "ON", "TO", "AT", "BY"])


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of `data/bodies.yml`; `until` tells of a former name the month or year until which it held, in EDTF."""

    name: str
    until: str | None = None


class InEnglish(NamedTuple):
    """A name by its parts.

    Attributes:
        words: what the parts that are known are in English; countries are codes behind "=", those in which a mission is
            behind "=>".
        names: the parts that are not known: names, mostly.
        order: the English words in the order of the name, if all parts are known, from which abbreviations are made.
    """

    words: frozenset[str]
    names: tuple[str, ...]
    order: tuple[str, ...]


@cache
def _known() -> dict[str, KnownBody]:
    text = resources.files("onrecord.languages").joinpath("data/bodies.yml").read_text("utf-8")
    found: dict[str, KnownBody] = {}
    for entry in yaml.load(text, Loader=yaml.CSafeLoader):
        first = entry["names"][0]
        for name in entry["names"]:
            found.setdefault(_key(name), KnownBody(first))
        for former in entry.get("former", ()):
            found.setdefault(_key(former["name"]), KnownBody(first, str(former["until"])))
    return found


def _key(name: str) -> str:
    bare = re.sub(r"[«»\"“”.,’']", "", unicodedata.normalize("NFC", name)).replace("-", " ")
    words = bare.split()
    if words and words[0].lower() == "the":
        words = words[1:]
    # Case tells an abbreviation (AU) from a word.
    return " ".join(word if word.isupper() and len(words) == 1 else word.lower() for word in words)


@lru_cache(maxsize=65536)
def known_body(name: str) -> KnownBody | None:
    """Return the body of the table that has this name, now or formerly; Russian names in any case."""
    found = _known().get(_key(name))
    if found is None and _CYRILLIC.search(name):
        parts = _russian(name)
        return _known_by_parts().get(parts) if len(parts.words) > 1 else None
    return found


@cache
def _known_by_parts() -> dict[InEnglish, KnownBody]:
    return {_russian(name): body for name, body in _known().items() if " " in name and _CYRILLIC.search(name)}


@lru_cache(maxsize=65536)
def in_english(name: str) -> InEnglish | None:
    """Return what the parts of a Korean or Russian name are in English; None for a name in Latin letters."""
    if _HANGUL.search(name):
        return _korean(name)
    if _CYRILLIC.search(name):
        return _russian(name)
    return None


@cache
def term_words() -> frozenset[str]:
    """Return the English words that parts of Korean and Russian names are known by; other words are names, mostly."""
    return frozenset(word for language in ("ko", "ru") for english in _terms(language)[0].values() for word in english)


@cache
def _wording() -> frozenset[str]:
    """Return the words of which English names of bodies are made."""
    return term_words() | _JOINING


@lru_cache(maxsize=65536)
def is_worded(name: str) -> bool:
    """Tell whether a name has two of the words of which names of bodies are made ("Institute for Peace Research")."""
    if not name.isascii():
        if _HANGUL.search(name) and not _any_korean_term().search(name):
            return False  # as are nearly all people's, and a name takes long to part
        english = in_english(name)
        if english is not None:
            return len(english.words) > 1
    words = name.lower().split() if name.replace(" ", "").isalpha() else re.findall(r"[^\W_]+", name.lower())
    return len(_wording().intersection(words)) > 1


@cache
def _any_korean_term() -> re.Pattern[str]:
    """Return a pattern that finds whether any part of a Korean name is known."""
    return re.compile("|".join(map(re.escape, _terms("ko")[0])))


def in_small_letters(name: str) -> str:
    """Return a name of several words in capitals as it is printed otherwise ("MINISTRY OF DEFENSE": "Ministry of Defense")."""
    if not name.isupper() or " " not in name.strip():
        return name
    return " ".join(word.lower() if word in _LITTLE else word.capitalize() for word in name.split(" "))


@cache
def _terms(language: str) -> tuple[Mapping[str, tuple[str, ...]], int]:
    """Return what parts of names are in English, and the length of the longest part."""
    table = {part: tuple(english.replace("-", "").split()) for part, english in data_rows(language, "body_terms.tsv")}
    return table, max(map(len, table))


def _korean(name: str) -> InEnglish:
    """Part a name into known parts, the longest first; what is between them is a name."""
    terms, longest = _terms("ko")
    found: dict[str, None] = {}
    unknown: list[str] = []
    written = re.findall(r"[^\W_]+", name)
    posted = missions.posted_in_korean(written, terms)
    for rest in _with_korea(posted.words, terms):
        if not _HANGUL.fullmatch(rest):
            unknown.append(rest.lower())
            continue
        at, start = 0, 0
        while at < len(rest):
            size = next((n for n in range(min(longest, len(rest) - at), 0, -1) if rest[at : at + n] in terms), 0)
            if size:
                unknown += [rest[start:at]] if at > start else []
                found |= dict.fromkeys(terms[rest[at : at + size]])
                start = at + size
            at += size or 1
        if rest[start:] == "대" and start:
            found["university"] = None
        elif start < len(rest):
            tail = rest[start:]
            if tail.endswith("대") and len(tail) > 2:
                found["university"] = None
                tail = tail[:-1]
            unknown.append(tail)
    words = missions.sent(found, posted.codes, home="=KR" if posted.told else "")
    if words & NATIONAL and not any(word.startswith("=") for word in words):
        words |= {"=KR"}
    return InEnglish(words, tuple(unknown), () if unknown else tuple(found))


def _with_korea(words: Sequence[str], terms: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield words in which 한 before another country stands by itself as Korea's full name: 한카자흐스탄, 한-카자흐스탄."""
    for word, after in zip(words, [*words[1:], ""], strict=True):
        rest = after if word == "한" else word[1:] if word[0] == "한" else ""
        if any(terms.get(rest[:n], ("",))[0].startswith("=") for n in range(2, len(rest) + 1)) and word not in terms:
            yield "한국"
            yield from [word[1:]] if len(word) > 1 else []
        else:
            yield word


def _russian(name: str) -> InEnglish:
    terms, longest = _terms("ru")
    found: set[str] = set()
    unknown: list[str] = []
    posted: set[str] = set()
    tokens = re.findall(r"[^\W_]+(?:-[^\W_]+)*", name.lower().replace("ё", "е"))
    for at, word in enumerate(tokens):
        english = terms.get(f"{word}.")
        if english is None:
            sizes = range(min(longest, len(word)), 2, -1)
            english = next((terms[word[:n]] for n in sizes if word[:n] in terms), None)
        if english is None:
            unknown.append(_ADJECTIVE.sub("", word))
        else:
            found.update(english)
            posted.update(code for code in english if code[0] == "=" and not missions.RUSSIAN_IN.isdisjoint(tokens[:at]))
    words = missions.sent(found, posted) if posted or "рк" in tokens else frozenset(found)
    return InEnglish(missions.two_of_one_name(words, tokens), tuple(unknown), ())
