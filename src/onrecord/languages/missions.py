"""Embassies and other missions in names of bodies: who sends them, and where they are.

The Embassy of Korea in Kazakhstan is not that of Kazakhstan in Korea. The country in which a mission is becomes a code behind
"=>" among the words of its name, the one that sends it stays a code behind "=".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.languages.en.countries import by_capital
from onrecord.languages.spelling import data_rows

MISSIONS = frozenset(["embassy", "embassies", "consulate", "consulates", "mission"])
"""Words of bodies that one state sends to another."""

RUSSIAN_IN = frozenset(["в", "во"])

_TWO_OF_ONE_NAME = {"=KZ": "=KR", "=KR": "=KZ"}
"""РК is Kazakhstan where Korea is the other one, and Korea where Kazakhstan is."""

_IN = re.compile(r"\b(?:in|to)\s+(?:the\s+)?(?=[A-Z])")


@cache
def _short() -> dict[str, str]:
    """Return the one syllable by which Korean calls a country to which missions are sent, and its code."""
    return {syllable: f"={code}" for syllable, code in data_rows("ko", "posted.tsv")}


class Posted(NamedTuple):
    """Where a Korean name says that a mission is.

    Attributes:
        codes: of the countries.
        told: whether it says so at all, of a country or a city (주알마티).
        words: the words of the name without what says it.
    """

    codes: frozenset[str]
    told: bool
    words: tuple[str, ...]


def posted_in_korean(words: Sequence[str], terms: Mapping[str, tuple[str, ...]]) -> Posted:
    """Take 주 and the country's one syllable off the words of a name: 카자흐스탄 of 주카자흐스탄, nothing of 주한."""
    mission = any(part in word for word in words for part in _missions_in_korean())
    codes: set[str] = set()
    rest: list[str] = []
    told = False
    for word in words:
        size = next((n for n in range(min(12, len(word) - 1), 1, -1) if word[1 : 1 + n] in terms), 0) if word[0] == "주" else 0
        short = word[0] == "주" and len(word) > 1 and not size and word[1] in _short()
        if not mission:
            rest.append(word[1:] if size and len(word) > SHORTEST else word)
        elif size or short or (word[0] == "주" and len(word) > SHORTEST and word not in terms):
            told = True
            codes.update(one for one in (terms[word[1 : 1 + size]] if size else (_short().get(word[1], ""),)) if one[:1] == "=")
            rest.append(word[2:] if short else word[1:])
        else:
            rest.append(word)
    return Posted(frozenset(codes), told, tuple(filter(None, rest)))


SHORTEST = 2
"""Letters that a Korean word with 주 before a place has more than."""


@cache
def _missions_in_korean() -> tuple[str, ...]:
    return tuple(part for part, english in data_rows("ko", "body_terms.tsv") if not MISSIONS.isdisjoint(english.split()))


def sent(words: Collection[str], posted: Collection[str], home: str = "") -> frozenset[str]:
    """Return the words of a name in which countries where a mission is are marked.

    Args:
        words: in English, countries as codes.
        posted: codes of the countries in which it is.
        home: who sends it where no other country is named.
    """
    if MISSIONS.isdisjoint(words):
        return frozenset(words)
    found = {word for word in words if word not in posted} | {f"={code.replace('=', '>')}" for code in posted}
    if home and home not in posted and not any(word[0] == "=" and word[:2] != "=>" for word in found):
        found.add(home)
    return frozenset(found)


def two_of_one_name(words: frozenset[str], tokens: Sequence[str]) -> frozenset[str]:
    """Add the country that РК means in the name of a mission, where the other country tells."""
    if "рк" not in tokens or MISSIONS.isdisjoint(words):
        return words
    codes = [word for word in words if word.startswith("=")]
    other = _TWO_OF_ONE_NAME.get(codes[0].replace("=>", "=")) if len(codes) == 1 else None
    if other is None:
        return words
    return words | {other.replace("=", "=>") if not codes[0].startswith("=>") else other}


def posted_in_english(
    name: str, countries: Sequence[tuple[str, str]], words: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a mission's name in English, and which countries among them it is in or sent to.

    Args:
        name: as written.
        countries: code and words of each country in it.
        words: of the name, countries as codes. An embassy in a capital is one in that country.
    """
    posted: set[str] = set()
    for match in _IN.finditer(name):
        rest = name[match.end() :]
        code = next((code for code, written in countries if rest.startswith(written.removeprefix("the "))), None)
        capital = by_capital(rest.strip(" .,")) if code is None and "embassy" in words else None
        if capital is not None:
            words = words - {*rest.lower().split()} | {f"={capital.code}"}
            code = capital.code
        if code is not None:
            posted.add(f"={code}")
    return words, frozenset(posted)
