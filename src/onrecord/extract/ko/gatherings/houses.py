"""The house in which something takes place, without its floor or its hall: 국회의원회관 of 국회의원회관 제3세미나실."""

from __future__ import annotations

import re

from onrecord.languages.ko import vocabulary
from onrecord.model import Span

_PART = re.compile(r"(?:지하)?\d+(?:층|호|호실|관)|[가-힣]{2,4}관")
_WORD = re.compile(r"\S+")


def is_part(word: str) -> bool:
    """Tell whether a word is a floor, a numbered room or a wing of a house: 20층, 302호, 국제관; not 박물관, a house itself."""
    return _PART.fullmatch(word) is not None and vocabulary.ending("gatherings", "venues", word) is None


def house_of(text: str, place: Span) -> Span:
    """Return a place up to the last house in it before a hall, a room or a floor; all of it where no house has a name.

    A bare noun (본관 대회의실, 군청 소회의실) says with its hall alone which one it is.

    Args:
        text: the text of the page.
        place: where it tells where something takes place, without particles.
    """
    words = list(_WORD.finditer(text, *place))
    inner = next((k for k, word in enumerate(words) if k and _is_inside(word[0])), None)
    if inner is None:
        return place
    houses = [word for word in words[:inner] if vocabulary.ending("gatherings", "venues", word[0])]
    named = bool(houses) and (inner > 1 or vocabulary.ending("gatherings", "venues", words[0][0]) != words[0][0])
    return Span(place.start, houses[-1].end()) if named else place


def _is_inside(word: str) -> bool:
    return is_part(word) or vocabulary.ending("gatherings", "rooms", word) is not None
