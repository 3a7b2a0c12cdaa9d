"""What a morpheme shows of whether it names a person, a body or a place: features for `proper_nouns`, in blocks.

A block rests on few things (a word with its particle, the morpheme before it, the noun behind it), so that what its
features are worth together is looked up once for each word of the language, not once for each place in a text.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onrecord.languages.ko import gazetteer, names, vocabulary
from onrecord.languages.ko.morphemes import Morpheme

CANDIDATES = frozenset({"NNP", "NNG", "SL", "SH", "MM", "XPN", "NR", "XSN", "SN", "NNB"})
"""Tags of the morphemes that can be part of a name; 99 in a hundred names have no other."""

REMEMBERED = 32768
"""Words that stay looked up."""

Block = tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def word(text: str) -> Block:
    """Return what a word shows by itself: in which lists it stands, how it ends, how likely it is a native name."""
    found = list(gazetteer.kinds(text))
    if names.is_country(text):
        found.append("country")
    elif names.is_place(text):
        found.append("city")
    if text in vocabulary.words("organizations", "known") or text in vocabulary.words("organizations", "abbreviations"):
        found.append("known-body")
    if text in vocabulary.words("organizations", "ministries"):
        found.append("ministry")
    if text in vocabulary.words("titles", "honorifics"):
        found.append("honorific")
    title = names.title_head(text)
    if title:
        found.append("title" if title == text else "title-end")
    ending = names.body_ending(text)
    if ending:
        found += ["kind-of-body" if ending == text else "body-end", f"end={ending}"]
    kind = gazetteer.kind_by_ending(text)
    if kind:
        found.append(f"ends={kind}")
    return (*found, *_native(text))


def _native(text: str) -> Iterator[str]:
    """Yield how likely a word is a native name: by its surname, and by the syllables of its given name."""
    surname = names.surname_of(text) if names.is_hangul(text) else None
    if surname:
        share = names.surnames()[surname]
        yield f"surname{sum(share >= bound for bound in (1, 5, 20))}"
        if len(text) - len(surname) == 2:
            odds = names.given_odds(text[-2:])
            yield f"given{max(-3, min(3, round(math.log10(odds) * 1.5))) if odds else -4}"
    if len(text) == 2 and names.is_given(text):
        yield "given-alone"


def own(text: str, tag: str, known: bool, stem: str, place: str, particle: str) -> Block:
    """Return what a morpheme shows with the nouns that it is one word with.

    Args:
        text: the morpheme as printed.
        tag: its part of speech.
        known: whether the dictionary has it.
        stem: the nouns written together with it, itself included.
        place: whether it begins (B) or goes on (I) the stem, and ends it (E) or not (M).
        particle: what follows the stem in the same word, with its tag.
    """
    found = [f"t={tag}", f"f={text}|{tag}", f"k={known}{tag}", f"l={min(len(text), 6)}{tag}", f"sh={_shape(text)}{tag}"]
    found += [f"a={text[0]}{tag}", f"z={text[-1]}{tag}", f"zz={text[-2:]}{tag}"]
    found += [f"w.{one}" for one in word(text)]
    found += [f"at={place}", f"j={particle}", f"jt={particle}|{tag}{place}"]
    found += [f"Sa={stem[0]}{tag}", f"Sz={stem[-1]}{tag}", f"Szz={stem[-2:]}", f"SL={min(len(stem), 8)}{place}"]
    lists = listed(stem)
    found += [f"G={lists}|{particle}|{tag}{place}", f"Gl={lists}{len(stem)}{tag}{known}"]
    found.append(f"E={gazetteer.kind_by_ending(stem)}|{lists}|{known}{tag}|{len(stem) > 2}")
    if place != "BE":
        found += [f"S={stem}", *(f"S.{one}|{place}" for one in word(stem))]
        cut = stem.find(text)
        found += [f"P.{one}" for one in word(stem[: cut + len(text)])] if place[0] == "I" else []
        found += [f"U.{one}" for one in word(stem[cut:])] if place[1] == "M" else []
    return tuple(found)


@cache
def _shape(text: str) -> str:
    first = text[0]
    if "가" <= first <= "힣":
        return "hangul"
    if first.isascii() and first.isalpha():
        return "capitals" if text.isupper() else "Latin" if first.isupper() else "latin"
    return "hanja" if "\u4e00" <= first <= "\u9fff" else "digit" if first.isdigit() else first


@lru_cache(maxsize=REMEMBERED)
def listed(stem: str) -> str:
    """Return the kinds of lists in which a stem stands, as one word."""
    return "+".join(one for one in word(stem) if one in _LISTS)


_LISTS = frozenset({"person", "place", "other", "name-part", "country", "city", "known-body", "body"})
_TELLING = frozenset({"title", "title-end", "honorific", "body-end", "kind-of-body", "person", "place", "country", "city"})


def beside(text: str, tag: str, joined: bool, side: str) -> Block:
    """Return what the morpheme before ("-") or behind ("+") shows; `joined` tells whether it is in the same word."""
    return (f"{side}f={text}", f"{side}t={tag}", f"{side}j={joined}{tag}")


def noun_beside(stem: str, proper: bool, side: str) -> Block:
    """Return what the noun (or other word) before or behind the stem shows."""
    return (f"{side}s={stem}", f"{side}p={proper}", *(f"{side}.{one}" for one in word(stem)))


def pair(stem: str, after: str, side: str) -> Block:
    """Return what a stem and the noun behind it show together; `side` is + where `after` follows, - where it precedes."""
    joined = stem + after if side == "+" else after + stem
    found = [f"{side}J"] if len(joined) > 3 and gazetteer.is_person(joined) else []
    if side == "+":
        found.append(f"Gn={listed(stem)}|{','.join(one for one in word(after) if one in _TELLING)}")
    return tuple(found)


def next_noun(stem: str) -> Block:
    """Return what the noun behind the particle shows."""
    return (f"n={stem}",)


def in_quotation() -> Block:
    """Return what it shows that quotation marks or title brackets stand around."""
    return ("q",)


BLOCKS = (own, beside, noun_beside, pair, next_noun, in_quotation)
"""All blocks."""


def quoted(morphemes: Sequence[Morpheme]) -> Sequence[bool]:
    """Tell for each morpheme whether it stands inside quotation marks or title brackets, where works are named."""
    marks = [i for i, m in enumerate(morphemes) if m.tag in _PAIRED or m.form in _QUOTES]
    if not marks:
        return (False,) * len(morphemes)
    found: list[bool] = []
    inside = False
    for i in marks:
        m = morphemes[i]
        found += [inside] * (i - len(found))
        if m.tag == "SSO" or m.form in "‘“<《":
            inside = True
        elif m.tag == "SSC" or m.form in "’”>》":
            inside = False
        else:
            inside = not inside
    return [*found, *[inside] * (len(morphemes) - len(found))]


_PAIRED = frozenset({"SSO", "SSC"})
_QUOTES = frozenset("‘“<《’”>》'\"")
