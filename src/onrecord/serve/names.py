"""Names in the reader's script first: 백주현 for readers of Korean, Baek Ju-hyun for readers of English."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.ru import base_forms
from onrecord.model.recorded import Spelling
from onrecord.record.catalogue import NameEntry, OccasionEntry
from onrecord.serve.languages import SCRIPTS
from onrecord.serve.safe_text import shortened

LANGUAGE_OF_SCRIPT = {"Latn": "en", "Hang": "ko", "Cyrl": "ru", "Hani": "zh"}
"""What a screen reader is told that a name is written in; Latin letters may be of any language, and are read as English."""

LONGEST = 160
"""Letters of a name as pages show it; the page of the name itself shows all."""


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name as a page shows it; `other` is its most frequent form where that is in another script, else an empty string."""

    text: str
    language: str
    other: str = ""
    other_language: str = ""


def shown_name(entry: NameEntry, language: str) -> ShownName:
    """Return the name of a person or body for a reader of a language."""
    base = base_forms.person if entry.kind == "person" else base_forms.body
    same = (one for one in entry.spellings if entry.name in (one.text, base(one.text)))
    usual = next(same, entry.spellings[0])
    wanted = SCRIPTS[language]
    own = usual
    if usual.script != wanted:
        fitting = [one for one in entry.spellings if one.script == wanted]
        own = max(fitting, key=_fullness, default=usual)
    if own is usual:
        return ShownName(shortened(entry.name, LONGEST), _language(usual))
    mine = base(own.text)
    return ShownName(shortened(mine, LONGEST), _language(own), shortened(entry.name, LONGEST), _language(usual))


def _fullness(spelling: Spelling) -> tuple[bool, bool, int, int, str]:
    """Order spellings: full names before surnames alone, ordinary letters before capitals, then those of most pages."""
    text = spelling.text
    full = len(text) >= 3 if spelling.script == "Hang" else len(text.split()) > 1 and "." not in text
    shouted = any(len(word) > 2 and word.isupper() for word in text.split())
    return full, not shouted, spelling.sources, len(text), text


def _language(spelling: Spelling) -> str:
    return LANGUAGE_OF_SCRIPT.get(spelling.script, "")


def occasion_name(entry: OccasionEntry, language: str) -> ShownName:
    """Return the name of an occasion: as a page in the reader's language gives it, else as the best report does."""
    names = dict(entry.names)
    found = next(((code, name) for code, name in entry.names if name == entry.name), ("", entry.name))
    # Many occasions are named by the words of a text alone: "a round table", "talks with …".
    # A page that is about the occasion names it better than one in the reader's language that only mentions it.
    if language in names and names[language] != entry.name:
        return ShownName(_begun(names[language]), language, _begun(entry.name), found[0])
    return ShownName(_begun(entry.name), found[0])


def _begun(name: str) -> str:
    """Return a name of an occasion as the beginning of a line: many are words from inside a sentence."""
    return shortened(name[:1].upper() + name[1:], LONGEST)
