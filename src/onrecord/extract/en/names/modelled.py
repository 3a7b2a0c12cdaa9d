"""What the model calls an organization or a place, and whether the text bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.extract.en.names.shortforms import Named
from onrecord.extract.en.names.words import Line, Word
from onrecord.languages import places
from onrecord.languages.en import names, organizations, titles
from onrecord.model import Span

_PLAIN = re.compile(r"[^\W\d_][\w&.’'-]*$")


def spans(line: Line, labels: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield first and last words of what the model gives one of the labels, cut to its capitalised words."""
    words = line.words
    at = 0
    while at < len(words):
        if words[at].first.entity not in labels:
            at += 1
            continue
        label, last = words[at].first.entity, at
        while last + 1 < len(words) and words[last + 1].first.entity == label and not words[last + 1].first.begins:
            last += 1
        first, end = at, last
        while first <= end and (not words[first].capital or names.is_function_word(words[first].text)):
            first += 1
        while end >= first and (words[end].mark or not words[end].capital):
            end -= 1
        if first <= end:
            yield first, end
        at = last + 1


def known_cities(line: Line) -> Iterator[Span]:
    """Yield the names of known cities behind a preposition of place, which the model calls something else ("to Semey")."""
    words = line.words
    for at in range(len(words) - 1):
        first = words[at + 1]
        if words[at].lower not in _INTO or not first.capital or first.mark or first.possessive:
            continue
        if first.first.entity in ("GPE", "LOC", "FAC", "PERSON", "DATE"):
            continue
        second = words[at + 2] if at + 2 < len(words) else None
        joined = second is not None and second.capital and not second.mark
        name = f"{first.text} {second.text}" if joined and second is not None else first.text
        if name in places.english_names():
            yield Span(first.start, second.end if joined and second is not None else first.end)


_INTO = frozenset({"in", "at", "to", "from", "near", "outside", "for"})


def cut(line: Line, first: int, last: int) -> int:
    """Return where the name begins behind a noun that only calls it a body ("NGO Hands Together")."""
    while first < last and organizations.is_descriptor(line.words[first].lower) and line.words[first].text.isupper():
        first += 1
    return first


def papers(line: Line) -> Iterator[str]:
    """Yield the abbreviations that the line gives to treaties, plans and the like: "the Plan of Action (PoA)"."""
    words = line.words
    for at in range(2, len(words) - 2):
        if words[at].text != "(" or words[at + 2].text != ")" or sum(char.isupper() for char in words[at + 1].text) < 2:
            continue
        k = at - 1
        while k > 0 and (words[k].capital or words[k].lower in ("of", "on", "for", "the", "and")) and not words[k].mark:
            k -= 1
        run = words[k + 1 : at]
        if any(organizations.rules_out(word.text) for word in run) and not any(
            organizations.is_head(word.text) for word in run
        ):
            yield words[at + 1].text


def plausible(line: Line, first: int, last: int) -> bool:
    """Tell whether nothing in the form of the words speaks against a body."""
    words = line.words[first : last + 1]
    if any(word.possessive for word in words[:-1]) or not _PLAIN.match(words[0].text):
        return False
    if any(titles.head_kind(word.text) for word in words) or any(word.mark and word.text != "&" for word in words):
        return False
    if _is_other(line, words) or _in_title(line, first):
        return False
    return len(words) > 1 or (words[0].text.isupper() and 2 <= len(words[0].text) <= 7)


def _is_other(line: Line, words: list[Word]) -> bool:
    """Tell whether the words name something else: a paper, a room, bodies in general, the place of a dateline."""
    first, last = words[0], words[-1]
    if any(organizations.rules_out(word.text) for word in words) or names.never_names(last.text):
        return True
    following = line.words[last.i + 1] if last.i + 1 < len(line.words) else None
    before = line.words[first.i - 1] if first.i else None
    paper = following is not None and following.capital and not last.possessive and organizations.rules_out(following.text)
    dateline = before is None and first.text.isupper() and following is not None and following.text in "–—-,.("
    room = before is not None and before.lower in ("room", "hall", "gate")
    plural = last.text.endswith("s") and organizations.is_head(last.text[:-1]) and not organizations.is_head(last.text)
    return paper or dateline or room or plural


def _in_title(line: Line, first: int) -> bool:
    """Tell whether the words are the field of an office ("Minister of X")."""
    before = line.words[max(0, first - 3) : first]
    return any(titles.head_kind(word.text) for word in before) and before[-1].lower in ("of", "for", "the")


def acts(one: Named, text: str) -> bool:
    """Tell whether the text makes the name one of a body: a subject that speaks, a noun that says so, a bracket."""
    if one.line is None:
        return False
    words = one.line.words
    before = words[one.first - 1] if one.first else None
    behind = words[one.last + 1] if one.last + 1 < len(words) else None
    if text[one.span.end : one.span.end + 1] == ")" and text[one.span.start - 1] == "(":
        return one.name.isupper() and one.first > 1 and words[one.first - 2].capital
    described = before is not None and organizations.is_descriptor(before.lower)
    described = described or (behind is not None and organizations.is_descriptor(behind.lower))
    if before is not None and before.text == "," and one.first > 1 and one.name.isupper():
        described = described or organizations.is_descriptor(words[one.first - 2].lower)  # "the regulator, ABCD"
    verb = words[one.last].last.head
    subject = words[one.last].last.dep in ("nsubj", "nsubjpass") and verb.tag.startswith("VB")
    agent = words[one.last].last.dep == "pobj" and verb.dep == "agent"
    return described or agent or (subject and (one.last > one.first or names.is_speaking(verb.lower)))
