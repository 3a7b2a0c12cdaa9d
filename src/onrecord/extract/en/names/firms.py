"""Firms without a head noun: "an analyst with Steppe Advisory", "Ulba Trans, the state carrier,", "Firth & Lunde"."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.extract.en.names.words import Line
from onrecord.languages.en import names, organizations, titles

_LONGEST = 6
"""Words behind its first that a firm known by what calls it so may have; more are a heading."""
_QUALIFIERS = 4
"""Words between the article and the word for a firm: "X, a privately owned Norland shipping company"."""
_ARTICLES = frozenset(("the", "a", "an"))
_FIRM_HEADS = frozenset(("chairman", "chairwoman", "chairperson", "ceo", "founder", "co-founder"))
_OTHER = frozenset(("GPE", "LOC", "NORP", "DATE", "LANGUAGE", "EVENT", "LAW"))


def body_at(line: Line, at: int, nations: Mapping[int, object]) -> tuple[int, str] | None:
    """Return the last word of a firm whose name begins at a word, and the rule, or None where nothing tells of one."""
    last = _run(line, at) if at not in nations and _opens(line, at) else None
    if last is None or line.words[last].possessive:
        return None
    if last > at and _works_with(line, at):
        return last, "body-of-title"
    if last == at and (joined := _partnered(line, at)):
        return joined, "partners"
    if _leads_office(line, at):
        return at, "acronym-before-title"
    if _is_apposed(line, last):
        return last, "body-called"
    led = _before_head(line, at)
    return (led, "body-called") if led is not None else None


def _opens(line: Line, at: int) -> bool:
    """Tell whether the word may be the first of a firm's name."""
    word, before = line.words[at], line.words[at - 1] if at else None
    if not word.capital or word.mark or word.label in _OTHER or names.is_given_name(word.text):
        return False
    if names.is_function_word(word.text) or titles.head_kind(word.text) or titles.is_modifier(word.text):
        return False
    return before is None or before.mark or not before.capital or names.is_calendar(before.text)


def _run(line: Line, at: int) -> int:
    """The last of the capitalised words."""
    words, last = line.words, at
    while last + 1 < len(words) and words[last + 1].capital and not words[last + 1].mark and last - at < _LONGEST:
        last += 1
    return last


def _works_with(line: Line, at: int) -> bool:
    """Tell whether somebody works for the name: "an analyst with Steppe Risk Advisory"; not "a student with Anna Steen"."""
    words = line.words
    return at > 1 and words[at - 1].lower == "with" and titles.head_kind(words[at - 2].text) == "calling"


def _partnered(line: Line, at: int) -> int | None:
    """The last word of a firm called by its partners ("Firth & Lunde"), or None; "Science & Technology" is a field."""
    words = line.words
    if line.headline or at + 2 >= len(words) or words[at + 1].text != "&" or not words[at + 2].capital:
        return None
    fields = any(titles.is_modifier(w.text) or organizations.is_ministry_field(w.lower) for w in (words[at], words[at + 2]))
    named = all(word.label in ("ORG", "PERSON") for word in (words[at], words[at + 2]))
    return _run(line, at + 2) if named and not fields else None


def _is_apposed(line: Line, last: int) -> bool:
    """Tell whether what stands behind the name calls it a firm: "Ulba Trans, the state carrier, …"."""
    words = line.words
    if last + 4 >= len(words) or words[last + 1].text != "," or words[last + 2].lower not in _ARTICLES:
        return False
    for k in range(last + 3, min(last + 3 + _QUALIFIERS, len(words) - 1)):
        if words[k].mark or (words[k].capital and words[k].label not in ("NORP", "GPE", "")):
            return False
        if organizations.is_firm(words[k].lower):
            return words[k + 1].text in (",", "of", "that", "in")
    return False


def _before_head(line: Line, at: int) -> int | None:
    """The last word of two or more before the office of who runs a firm, or None: "Lunde Energy Chairman Anna Steen"."""
    words, last = line.words, at
    while last + 1 < len(words) and words[last + 1].capital and not words[last + 1].mark and last - at < _LONGEST:
        if words[last + 1].lower in _FIRM_HEADS:
            break
        last += 1
    runs = last + 2 < len(words) and words[last + 1].lower in _FIRM_HEADS and words[last + 2].capital
    if not runs or last == at or line.headline or words[last].possessive or not (at or words[at].label == "ORG"):
        return None
    plain = any(
        titles.head_kind(w.text) or titles.says_former(w.text) or names.is_honorific(w.text) or w.label in _OTHER
        for w in words[at : last + 1]
    )
    return None if plain else last


def _leads_office(line: Line, at: int) -> bool:
    """Tell whether the office of a person follows an abbreviation: "ABCD Administrator X", "ABCD mission head X"."""
    words, k = line.words, at + 1
    letters = words[at].text
    if not letters.isupper() or not 3 <= len(letters) <= 7 or not letters.isalpha() or words[at].possessive or line.headline:
        return False
    if organizations.among("abbreviated_fields", letters) or names.is_honorific(letters):
        return False
    if titles.head_kind(letters) or titles.is_modifier(letters):
        return False
    while k < len(words) - 1 and not titles.head_kind(words[k].text) and titles.is_modifier(words[k].text):
        k += 1
    pair = f"{words[k].text} {words[k + 1].text}" if k + 1 < len(words) else ""
    k += titles.head_kind(pair) is not None
    office = k + 1 < len(words) and titles.head_kind(words[k].text if not titles.head_kind(pair) else pair) == "office"
    return office and words[k + 1].capital and not words[k + 1].mark and not words[k].possessive
