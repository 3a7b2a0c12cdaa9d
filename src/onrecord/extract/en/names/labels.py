"""Names in the company of persons: behind a label ("Moderators: X and Y"), "counterpart" or "met with", among persons."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.en.names.runs import Run
from onrecord.extract.en.names.words import Word
from onrecord.languages.en import names, role_words, titles

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

    Behind several and a comma another is told of, unless "and" joins a second one to him: "In meetings with her counterparts,
    X highlighted", "with her counterparts, X and Y".
    """
    k = at - 1
    joined = words[k].lower == "and"
    if joined:
        k -= 1
        while k > 0 and words[k].capital:
            k -= 1
    apart = k > 0 and words[k].text in (",", "-", "--", "–", "—")
    called = words[k - apart].lower
    return called in titles.group("counterparts") and not (apart and called.endswith("s") and not joined)


def company(run: Run) -> Iterator[str]:
    """Tell in what company of persons several capitals stand: "met with X", "Ana Steen and X", "Ana Steen, X and Ivar Holm"."""
    words = run.line.words
    before = words[run.first - 1]
    if len(run.parts) < 2 or run.line.headline:
        return
    if before.lower == "with" and run.first > 1 and names.is_meeting(words[run.first - 2].lower):
        yield "met"
    elif before.text in ("and", ",") and _is_person(words[max(0, run.first - 3) : run.first - 1]):
        behind = words[run.last + 1 : run.last + 2]
        if before.text == "and" and (not behind or not behind[0].capital):
            yield "person-joined"
        elif behind and behind[0].text in ("and", ",") and _is_person(words[run.last + 2 : run.last + 4]):
            yield "persons-around"


def _is_person(pair: list[Word]) -> bool:
    """Tell whether both of two words are capitals that the model takes for a person's."""
    return len(pair) == 2 and all(word.capital and word.label == "PERSON" for word in pair)
