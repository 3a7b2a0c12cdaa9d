"""What English texts write persons' names with: forms of address, particles, family and given names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from onrecord.languages.en.vocabulary import load, words

_SYLLABLES = re.compile(r"[A-Z][a-z]{0,6}(?:[-‐–'’]?[a-z]{1,7})?$|[A-Z][a-z]+[-‐–][A-Z][a-z]+$|[A-Z]{2,7}(?:[-‐–][A-Z]{1,7})?$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.|[A-Z][a-z]\.)(?:-?[^\W\d_]\.)*$")


def is_honorific(word: str) -> bool:
    """Tell whether the word is a form of address ("Mr.", "Dr")."""
    return word.lower() in words("names", "honorifics") and word[:1].isupper()


def is_abbreviated_title(word: str) -> bool:
    """Tell whether the word is a title cut short ("Gen.", "Prof.")."""
    return word.lower() in words("names", "titles") and word[:1].isupper()


def titles_with_stop() -> tuple[str, ...]:
    """Return the titles cut short that end in a full stop, as they stand before a name ("Amb."), in order."""
    return tuple(sorted(title.capitalize() for title in words("names", "titles") if title.endswith(".") and " " not in title))


def is_suffix(word: str) -> bool:
    """Tell whether the word stands behind a name as part of it ("Jr.")."""
    return word in words("names", "suffixes", lower=False)


def is_particle(word: str) -> bool:
    """Tell whether the word, in small letters, may stand inside a name ("bin", "van")."""
    return word in words("names", "particles", lower=False)


@lru_cache(maxsize=50_000)
def is_given_name(word: str) -> bool:
    """Tell whether the word is a given name that is rarely anything else; capitals throughout count too."""
    known = words("names", "given_names")
    return word.lower() in known and word[:1].isupper()


@lru_cache(maxsize=50_000)
def is_initial(word: str) -> bool:
    """Tell whether the word is an initial ("K.", "Sh.")."""
    return bool(_INITIAL.match(word))


def never_names(word: str) -> bool:
    """Tell whether the capitalised word is a day, a function word or a label that no person's name holds."""
    return word in words("names", "not_names", lower=False)


def is_occasion_behind(word: str) -> bool:
    """Tell whether a headline may set the capitalised word behind a bare name for what that person did ("Call", "Remarks")."""
    return word in words("names", "occasions_behind", lower=False)


def is_headline_verb(word: str) -> bool:
    """Tell whether the capitalised word is what a headline has somebody do with the body named behind it ("Visits")."""
    return word in words("names", "headline_verbs", lower=False)


@lru_cache(maxsize=50_000)
def full_given_name(word: str) -> str:
    """Return the full form of a short given name ("Joe" gives "joseph"), else the word in small letters."""
    return str(load("names")["short_forms"].get(word, word)).lower()


@lru_cache(maxsize=50_000)
def is_korean(name: tuple[str, ...]) -> bool:
    """Tell whether the words look like a Korean name: a family name and one or two syllables, in either order."""
    if not 2 <= len(name) <= 3:
        return False
    known = words("names", "korean_surnames")
    if name[0].lower() in known:
        given = name[1:]
    elif name[-1].lower() in known:
        given = name[:-1]
    else:
        return False
    return all(_SYLLABLES.match(part) and len(part) <= 12 for part in given) and (len(given) == 2 or len(given[0]) >= 4)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return the word in small letters, without accents, hyphens and apostrophes, for comparing spellings in a text."""
    word = word.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("đ", "d")
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub(r"[^\w]|_", "", plain).lower()


_SPELLINGS = (
    ("kh", "h"), ("x", "h"), ("gh", "g"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("q", "k"), ("yu", "u"), ("ya", "a"),
    ("ye", "e"),
    ("ay", "ai"), ("aj", "ai"), ("ey", "ei"), ("iy", "i"), ("yi", "i"), ("ss", "s"), ("tch", "ch"), ("ts", "c"), ("w", "v"),
    ("ck", "k"), ("y", "i"), ("ij", "i"), ("ii", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("sch", "sh"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def sounded(word: str) -> str:
    """Return a rough common spelling, in which usual transliterations of one name agree ("Bajzhigitova", "Bayzhigitova")."""
    word = folded(word)
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return word


@lru_cache(maxsize=50_000)
def has_surname_ending(word: str) -> bool:
    """Tell whether a word of six letters or more ends as family names of several languages do ("Yusupbekov", "Verbytsky")."""
    lower = word.lower()
    return len(lower) > 5 and lower.endswith(tuple(words("names", "surname_endings")))


@lru_cache(maxsize=50_000)
def sex_of_surname(word: str) -> Literal["Masc", "Fem"] | None:
    """Return whose form of a family name the word can be, a man's ("Omarov") or a woman's ("Omarova"); None for others."""
    lower = word.lower()
    if lower.endswith(tuple(words("names", "womens_endings"))):
        return "Fem"
    return "Masc" if lower.endswith(tuple(words("names", "mens_endings"))) else None


def are_of_two_sexes(a: str, b: str) -> bool:
    """Tell whether one of two family names is a man's form and the other a woman's."""
    return {sex_of_surname(a), sex_of_surname(b)} == {"Masc", "Fem"}


def is_person_agent(word: str) -> bool:
    """Tell whether the agent behind the participle and "by" is mostly a person ("moderated")."""
    return word.lower() in words("names", "person_agents")


def means_family(word: str) -> bool:
    """Tell whether the noun behind a family name means all who bear it ("the Kim regime")."""
    return word in words("names", "families", lower=False)


def is_human(word: str) -> bool:
    """Tell whether the noun, in small letters, calls somebody a human being and no office ("woman", "survivor")."""
    return word in words("names", "humans", lower=False)


def is_lettered(word: str) -> bool:
    """Tell whether a letter behind the word numbers it ("Panel B")."""
    return word in words("names", "lettered", lower=False)


def is_function_word(word: str) -> bool:
    """Tell whether the capitalised word is a function word that begins a sentence or headline."""
    return word in words("names", "function_words", lower=False)


def is_kin(word: str) -> bool:
    """Tell whether the word names kin, so that a name behind it is a person's ("his wife X")."""
    return word in words("names", "kin", lower=False)


def is_speaking(word: str) -> bool:
    """Tell whether the verb form has mostly a person as its subject."""
    return word in words("names", "speaking", lower=False)


def is_meeting(word: str) -> bool:
    """Tell whether "with" behind the verb form leads to a person."""
    return word in words("names", "meeting", lower=False)


def is_house(word: str) -> bool:
    """Tell whether the word ends the name of a room, a road or the like that is called after somebody."""
    return word in words("names", "houses", lower=False)


def is_calendar(word: str) -> bool:
    """Tell whether the word is the name of a day or month."""
    return word in words("names", "calendar", lower=False)
