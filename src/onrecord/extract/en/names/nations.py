"""Countries and demonyms among the words of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.en.names.words import Line, Word
from onrecord.languages.en import countries
from onrecord.languages.en.countries import Country


@dataclass(frozen=True, slots=True)
class Nation:
    """Words `first` to `last` (inclusive) that name a country or are its adjective."""

    first: int
    last: int
    country: Country
    adjective: bool


_PARTS = re.compile(r"[-–‐/]")


def find(line: Line) -> dict[int, Nation]:
    """Return the nations of the line by each of their words; the longest name wins. The line keeps them."""
    if line.nations is None:
        line.nations = _find(line)
    return line.nations


def _find(line: Line) -> dict[int, Nation]:
    found: dict[int, Nation] = {}
    words, at, openings = line.words, 0, countries.no_country_openings()
    while at < len(words):
        if words[at].text in openings and (other := countries.no_country([word.text for word in words[at : at + 4]])):
            at += other
            continue
        nation = _at(words, at) if words[at].capital and countries.may_begin(words[at].text) else None
        if nation:
            found.update(dict.fromkeys(range(nation.first, nation.last + 1), nation))
            at = nation.last
        at += 1
    return found


def _at(words: list[Word], at: int) -> Nation | None:
    for length in range(min(countries.longest_name(), len(words) - at), 0, -1):
        part = words[at : at + length]
        if any(word.mark for word in part) or any("\n" in word.gap for word in part[1:]):
            continue
        phrase = " ".join(word.text + ("'s" if word.possessive and word is not part[-1] else "") for word in part)
        country = countries.by_name(phrase)
        if country:
            return Nation(at, at + length - 1, country, False)
        country = countries.by_adjective(phrase)
        if country:
            return Nation(at, at + length - 1, country, True)
    return None


def joined(word: Word) -> bool:
    """Tell whether the word joins countries ("U.S.-ROK", "Kazakhstan-Korea")."""
    parts = _PARTS.split(word.text)
    return len(parts) > 1 and all(
        countries.find_country(part) or part in ("Sino", "Russo", "Asia", "Central") for part in parts
    )
