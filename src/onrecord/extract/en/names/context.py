"""Bodies that the words before them tell: "Chief Executive of Firth & Lunde", "told The Birk Courier", "Radio Lunde"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.extract.en.names.words import Line, Word
from onrecord.languages.en import names, organizations, titles

_OF = frozenset(("of", "at", "with"))
_LONGEST = 6
"""Words behind its first that a body known by what stands around it may have; more are a heading."""
_OTHER = ("GPE", "LOC", "PERSON", "DATE", "LANGUAGE", "NORP", "EVENT", "LAW", "WORK_OF_ART")


def body_at(line: Line, at: int, nations: Mapping[int, object], starts: frozenset[int]) -> tuple[int, str] | None:
    """Return the last word of a body that begins at a word, and the rule, or None where nothing before it tells of one."""
    words = line.words
    told = _told(line, at)
    called = not told and is_called(line, at)
    plain = not words[at].capital or at in nations or names.is_function_word(words[at].text)
    if plain or (at in starts and not (told or called)):
        return None
    last = _run(line, at, frozenset() if told or called else starts, phrase=called)
    if called and (last > at or _is_the_one(line, at)):
        return last, "body-called"
    if organizations.is_broadcaster(words[at].text):
        return (last, "broadcaster") if last > at else None
    if (last == at and not (told or _is_coined(words[at].text))) or (
        not told and any(organizations.rules_out(w.text) for w in words[at:last])
    ):
        return None
    following = words[last + 1].lower if last + 1 < len(words) else ""
    # "Director of the X Program at the Y Institute"
    part = organizations.among("parts", words[last].text) and following in ("at", "of", "for")
    if not part and _behind_title(line, at):
        return last, "body-of-title"
    return (last, "told-medium") if told else None


def is_called(line: Line, at: int) -> bool:
    """Tell whether a noun in small letters calls the name a body: "the association X Y", "the youth organisation X"."""
    words = line.words
    if (
        not at
        or words[at].possessive
        or words[at - 1].possessive
        or titles.head_kind(words[at].text)
        or names.is_honorific(words[at].text)
    ):
        return False
    if titles.is_modifier(words[at].text) or names.is_calendar(words[at].text) or words[at].label in ("NORP", "DATE"):
        return False
    noun = words[at - 1]
    if _is_founder(words, at):
        return False
    if noun.text == "," and at > 2 and organizations.among("called", words[at - 2].lower) and words[at - 3].lower == "the":
        last = _run(line, at, frozenset())
        return last + 1 < len(words) and words[last + 1].text == ","  # "The operator, X Y, rejected"
    if noun.lower in ("companies", "firms") and at + 2 < len(words):
        return words[at + 1].capital or words[at + 2].capital  # "the companies Ulba Grid and Polar Minerals"
    works_there = titles.head_kind(noun.text) is not None and not words[at].text.isupper()  # "the broadcaster X" may be a man
    qualified = at > 1 and organizations.is_media_qualifier(words[at - 2].lower)
    common = not noun.capital or noun.text.isupper() or (noun.opening and (noun.tag == "NN" or words[at].text.isupper()))
    pair = f"{words[at - 2].lower} {noun.lower}" if at > 1 else ""
    calls = organizations.is_descriptor(noun.lower) or organizations.is_descriptor(pair)
    return calls and common and (qualified or not works_there)


def _is_founder(words: list[Word], at: int) -> bool:
    """Tell whether a person's name stands behind his office in a body without a name ("founder of the peace movement X Y")."""
    if words[at].label != "PERSON" or not names.is_given_name(words[at].text):
        return False
    k = next((k for k in range(at - 1, max(0, at - _QUALIFIERS - 2), -1) if words[k].mark or words[k].lower == "of"), 0)
    return k > 0 and words[k].lower == "of" and titles.head_kind(words[k - 1].text) is not None


def _is_the_one(line: Line, at: int) -> bool:
    """Tell whether "the" stands before the noun that calls one word a body ("the state company X", "the utility X").

    Abbreviations, and what opens a sentence, need no article ("broadcaster KTN", "Utility Ulba said").
    """
    words = line.words
    k = at - 2
    while (
        k > 0
        and at - k <= _QUALIFIERS
        and words[k].lower not in _ARTICLES
        and (words[k].tag[:1] in "JNV" or words[k].text == "-")
    ):
        k -= 1
    following = words[at + 1] if at + 1 < len(words) else None
    name = following is None or following.mark or not (following.capital or following.lower in _FOREIGN)
    plain = words[at].label in ("NORP", "DATE", "LANGUAGE", "LAW", "EVENT")
    determined = (k >= 0 and words[k].lower in _ARTICLES) or words[at].text.isupper() or words[at - 1].opening
    return determined and name and not plain


_ARTICLES = frozenset(("the", "a", "an"))
_FOREIGN = frozenset(
    ("de", "del", "della", "des", "di", "do", "dos", "da", "das", "du", "der", "für", "van", "von", "la", "le", "of", "for")
)
"""Small words with which a name of one capital goes on ("the union Sindicato do …")."""
_QUALIFIERS = 4
"""Words at most from the article to the name, both counted out: "the", "Canadian state-owned mining company"."""
_JOINING = frozenset(("for", "of", "without", "against", "de"))
"""Small words inside the name of a body that a noun calls so ("the group Youth for Peace")."""


def _run(line: Line, at: int, starts: frozenset[int], *, phrase: bool = False) -> int:
    """The last of the capitalised words, over "&"; of a phrase ("Mothers against War") also over small words inside it."""
    words, last = line.words, at
    while not words[last].possessive and last + 1 < len(words) and last - at < _LONGEST:
        word = words[last + 1]
        joined = word.text == "&" and last + 2 < len(words) and words[last + 2].capital
        if phrase and not word.mark and word.lower in _JOINING and last + 2 < len(words) and words[last + 2].capital:
            last += 2
            continue
        plain = (
            word.capital and not word.mark and (not names.is_function_word(word.text) or (phrase and word.lower in _JOINING))
        )
        if last + 1 in starts or not (joined or plain):
            break
        last += 2 if joined else 1
    return last


def _is_coined(word: str) -> bool:
    """Tell whether capitals inside the word show that somebody coined it ("LeakNet"), other than in "McBride"."""
    return _COINED.match(word) is not None


_COINED = re.compile(r"(?!(?:Mc|Mac|De|La|Le|Di|Du|Fitz|Van)[A-Z])[^\W\d_]+[a-z][A-Z]")


def _behind_title(line: Line, at: int) -> bool:
    """Tell whether the office of who runs a firm or a movement stands before "of": "director of the Blue Sky Initiative"."""
    words = line.words
    k = at - 1
    if k > 0 and words[k].lower == "the":
        k -= 1
    if k < 1 or words[k].lower not in _OF or words[k - 1].mark:
        return False
    if words[at].label in _OTHER and not _is_coined(words[at].text):
        return False
    if (
        words[k].lower == "at"
        and titles.head_kind(words[k - 1].text) == "calling"
        and words[k - 1].lower not in titles.group("roles")
    ):
        return True
    pair = f"{words[k - 2].lower} {words[k - 1].lower}" if k > 1 else ""
    if words[k - 1].lower in titles.group("heading_fields") and pair not in titles.group("running"):
        return words[at - 1].lower == "the"  # "Director of Public Affairs" names a field
    return words[k - 1].lower in titles.group("running") or pair in titles.group("running")


def _told(line: Line, at: int) -> bool:
    """Tell whether somebody told it something: "he told The Steppe Courier", "she told the Lunde Today"."""
    words = line.words
    k = at - 1 if at and words[at].text != "The" and words[at - 1].lower == "the" else at
    before = words[k - 1] if k else None
    if before is None or words[at].label in ("GPE", "NORP", "PERSON") or titles.head_kind(words[at].text):
        return False
    if before.lower not in ("told", "tells"):
        return False
    return words[k].text == "The" or (words[at].label == "ORG" and not titles.is_modifier(words[at].text))
