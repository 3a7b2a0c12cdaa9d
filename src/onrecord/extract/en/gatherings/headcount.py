"""How many people came to an occasion: "attended by 60 experts", "some 60 scholars compared …", "an audience of 200"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en.date_forms import words as date_words
from onrecord.languages.en.inflection import verb_forms
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")

_BEING = frozenset(verb_forms("be"))

CROWD = 10
"""People from which on a count of those who confer is one of all who came ("two experts discussed" counts some)."""


def attendance(reading: Reading, occasion: Occasion, others: frozenset[int], *, main: bool = False) -> tuple[int, Span] | None:
    """Return how many people came, where a sentence that mentions the occasion, or the one behind it, counts them.

    Args:
        reading: the document.
        occasion: the occasion.
        others: numbers of the sentences that mention another occasion.
        main: whether the page is about it, so that any sentence that mentions no other one may count those who came.
    """
    here = {m.head.sentence for m in occasion.mentions}
    beside = {n + 1 for n in here if n + 1 < len(reading.sentences) and _same_paragraph(reading, n, n + 1)}
    rest = frozenset(range(len(reading.sentences))) - here - beside - others if main else frozenset()
    for number in [*sorted(here), *sorted(beside - here - others), *sorted(rest)]:
        for token in reading.sentences[number].tokens:
            if token.tag == "CD" and (count := _number(token)) is not None and _is_attending(token, count):
                return count, Span(token.nbor(-2).start, token.end) if _tens(token) else token.span  # type: ignore[union-attr]
    return None


def _tens(token: Token) -> int:
    """The tens that a hyphen joins to a number in words: 30 for "five" in "thirty-five"; else 0."""
    dash = token.nbor(-1)
    tens = token.nbor(-2) if dash is not None and dash.text == "-" and dash.end == token.start else None
    number: int = date_words()["numbers"].get(tens.lower, 0) if tens is not None else 0
    return number if number and number % CROWD == 0 else 0


def _same_paragraph(reading: Reading, a: int, b: int) -> bool:
    return reading.sentences[a].paragraph == reading.sentences[b].paragraph


def _number(token: Token) -> int | None:
    if token.dep != "nummod" and _YEAR.fullmatch(token.text):
        return None  # "is to take place in the autumn of 2022"
    if _FIGURE.fullmatch(token.text):
        return int(token.text.replace(",", ""))
    number: int | None = date_words()["numbers"].get(token.lower)
    number = number + _tens(token) if number else None  # "thirty-five"
    return number if number and number >= CROWD else None


def _is_attending(token: Token, count: int) -> bool:
    noun = token.head
    if (token.dep in ("nsubj", "attr") and _of_you(token)) or (token.dep == "nummod" and _are_listeners(noun)):
        return count >= CROWD
    people = token.dep == "nummod" and noun.lower in lexicon.noun_set("attendees")
    verb = clauses.verb_over(token)
    if token.entity == "DATE" or verb is None:
        return False
    if _is_headcount(token, verb) or _of_an_audience(token) or (people and _are_taught(noun)):
        return count >= CROWD
    if people and _is_audience(noun):
        return True
    if not (people or token.dep in ("nsubj", "dobj", "pobj")):
        return False
    return _comes(token, verb, count)


def _of_you(token: Token) -> bool:
    """As in: "214 of you, from five countries, joined us"."""
    verb = token.head
    yours = any(p.lower == "of" and any(t.lower in ("you", "us") for t in p.children) for p in token.children)
    return yours and verb.lower in lexicon.verbs("attending") | lexicon.verbs("conferring")


def _are_listeners(noun: Token) -> bool:
    """As in: "gave a lecture to some eighty students", "spoke before 200 guests"."""
    prep = noun.head
    if noun.lower not in lexicon.noun_set("attendees") or noun.dep != "pobj" or prep.lower not in ("to", "before"):
        return False
    told = (prep.head, prep.head.head)
    return any(t.lower in lexicon.noun_set("speeches") or t.lower in lexicon.verbs("lecturing") for t in told)


def _of_an_audience(token: Token) -> bool:
    """As in: "told an audience of about 130", "before an audience of 200"."""
    of = token.head
    return token.dep == "pobj" and of.lower == "of" and of.head.lower in lexicon.noun_set("headcounts")


def _are_taught(noun: Token) -> bool:
    """As in: "held a summer school for 22 students", "a course for 30 officials was organized in Lunde"."""
    purpose = noun.head
    if noun.dep != "pobj" or purpose.lower != "for":
        return False
    held = purpose.head if purpose.head.tag.startswith("VB") else purpose.head.head
    return held.lower in lexicon.verbs("organized")


def _comes(token: Token, verb: Token, count: int) -> bool:
    """Tell whether the verb says of those counted that they came, were there, or did what people do there."""
    noun = token.head
    if verb.lower in lexicon.verbs("attending"):
        if verb.lower in _BEING:
            return _are_present(noun, verb)
        convened = verb.lower.startswith("conven")  # those convened are counted, and not those with whom it was done
        first = noun.head if noun.dep == "conj" else noun
        if first.dep == "dobj" and verb.lower in ("took", "takes", "take", "taken"):
            return False  # "took six weeks and 31 people"
        return noun.dep not in ("npadvmod", "appos") and (not convened or noun.dep in ("dobj", "nsubj", "nsubjpass"))
    counted = token.dep == "nummod" and noun.lower in lexicon.noun_set("attendees")
    return count >= CROWD and counted and _confers(noun, verb)


def _is_headcount(token: Token, verb: Token) -> bool:
    """As in: "attendance was put at 250", "they put the turnout at 90"; a date is no count ("until June 14")."""
    counted = any(c.dep in ("nsubj", "nsubjpass", "dobj") and c.lower in lexicon.noun_set("headcounts") for c in verb.children)
    near = (
        token.head.lower in ("at", "over", "about", "around")
        if token.dep == "pobj"
        else token.dep in ("attr", "dobj", "nummod")
    )
    return counted and near and not clauses.is_unreal(verb)


def _are_present(noun: Token, verb: Token) -> bool:
    """As in: "1,200 residents were there", "90 guests were present", "there were 60 people in the hall"."""
    if any(c.lower in ("there", "present") and c.dep != "expl" for c in verb.children):
        return True
    places = (inner for at in (*noun.children, *verb.children) if at.lower == "in" for inner in at.children)
    return any(place.lower in lexicon.noun_set("rooms") for place in places)


def _is_audience(noun: Token) -> bool:
    """As in: "before an audience of 200 guests", "in the presence of 40 diplomats"."""
    prep = noun.head
    return noun.dep == "pobj" and prep.lower == "of" and prep.head.lower in ("audience", "presence", "attendance", "crowd")


def _confers(noun: Token, verb: Token) -> bool:
    """Tell whether all who are counted do, in the main clause, what people do where they have come together."""
    if verb.lower not in lexicon.verbs("conferring") or clauses.is_unreal(verb) or clauses.is_negated(verb):
        return False
    if verb.child("auxpass"):
        by = noun.head
        return noun.dep == "pobj" and by.lower == "by" and by.head is verb  # "was followed by 200 viewers"
    # "80 experts of the agency were told", "the 12 experts who met in May asked": those are some, or others.
    definite = any(child.lower in ("the", "these", "those", "his", "her", "their", "its") for child in noun.children)
    # The first of several subjects may hang loose: "80 experts, diplomats and guests met".
    subject = noun.dep == "nsubj" or (noun.dep == "dep" and noun.i < verb.i)
    return subject and noun.head is verb and not definite and verb.dep in ("ROOT", "conj", "ccomp")
