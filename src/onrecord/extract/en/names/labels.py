"""Names behind a word that tells of persons: a label ("Moderators: X and Y", "Speakers: X, of the fund"), or "counterpart"."""

from __future__ import annotations

from onrecord.extract.en.names.runs import Run
from onrecord.extract.en.names.words import Word
from onrecord.languages.en import role_words, titles

_OF_PERSONS = ("moderator", "speaker", "participant")
"""Roles whose nouns are said of persons; an organizer or a host may be a body."""

_NEXT = (":", ";")


def is_labelled(run: Run) -> bool:
    """Tell whether a line's label says of several capitals behind it that they name somebody."""
    words = run.line.words
    if run.first < 2 or len(run.parts) < 2:
        return False
    colon = next((k for k in range(1, min(4, run.first)) if words[k].text == ":"), None)
    if colon is None or role_words.noun_roles().get(words[colon - 1].lower) not in _OF_PERSONS:
        return False
    before = words[run.first - 1]
    return before.text in _NEXT or (before.lower == "and" and _are_names(words[colon + 1 : run.first - 1]))


def _are_names(between: list[Word]) -> bool:
    """Tell whether only capitals and commas stand between the label and "and"."""
    return bool(between) and all(word.capital or word.text == "," for word in between)


def follows_counterpart(words: list[Word], at: int) -> bool:
    """Tell whether a name stands behind "counterpart": "his counterpart, X", "his counterparts X and Y".

    Behind several and a comma another is told of: "In meetings with her counterparts, X highlighted".
    """
    k = at - 1
    if words[k].lower == "and":
        k -= 1
        while k > 0 and words[k].capital:
            k -= 1
    apart = k > 0 and words[k].text in (",", "-", "--", "–", "—")
    called = words[k - apart].lower
    return called in titles.group("counterparts") and not (apart and called.endswith("s"))
