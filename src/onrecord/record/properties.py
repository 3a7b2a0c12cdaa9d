"""What can be corrected: the properties of each kind of fact, and their values from text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from onrecord.model import PartialDate
from onrecord.model.decision import FactKind
from onrecord.model.errors import UsageError
from onrecord.model.facts import Format, GatheringStatus, GatheringType, MilestoneKind, Role, Status, Track

Parse = Callable[[str], Any]


def words(text: str) -> str:
    """Return words as they are, without space around them.

    Raises:
        ValueError: there are none.
    """
    if not text.strip():
        raise ValueError("no words")
    return text.strip()


def date(text: str) -> str:
    """Return a date in EDTF; raises DateError."""
    return PartialDate(text).edtf


def number(text: str) -> int:
    """Return a whole number from 1; raises ValueError."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def truth(text: str) -> bool:
    """Return True for "yes", False for "no"; raises KeyError."""
    return {"yes": True, "no": False}[text.strip().lower()]


def one_of(choices: object) -> Parse:
    """Return a reader for one of a few words, the values of a `Literal`."""
    known: tuple[str, ...] = get_args(choices)

    def parse(text: str) -> str:
        if text not in known:
            raise ValueError(f"one of {', '.join(known)}")
        return text

    return parse


class Party:
    """Marks a property whose value is somebody: the key or the name of a person or body of the page, or `=` and words."""


PARTY = Party()

PROPERTIES: Mapping[FactKind, Mapping[str, Parse | Party]] = {
    "person": {"name": words},
    "organization": {"name": words},
    "place": {"name": words},
    "position": {
        "person": PARTY, "title": words, "organization": PARTY, "country": words, "status": one_of(Status),
        "qualifier": words, "since": date, "until": date,
    },
    "gathering": {
        "type": one_of(GatheringType), "name": words, "start": date, "end": date, "place": words, "venue": words,
        "format": one_of(Format), "track": one_of(Track), "status": one_of(GatheringStatus), "attendance": number,
        "series": words, "edition": number,
    },
    "participation": {
        "who": PARTY, "role": one_of(Role), "role_as_printed": words, "delegation": words, "rank": number,
    },
    "statement": {"speaker": PARTY, "direct": truth, "cue": words, "manner": words, "relayed_by": PARTY},
    "milestone": {"kind": one_of(MilestoneKind), "what": words, "date": date, "actor": words},
}  # fmt: skip
"""What each kind of fact says, by the names that claims have for it (`extract.claims`)."""

NEEDED: Mapping[FactKind, tuple[str, ...]] = {
    "person": ("name",),
    "organization": ("name",),
    "place": ("name",),
    "position": ("person", "title"),
    "gathering": ("name",),
    "participation": ("gathering", "who", "role"),
    "statement": ("speaker",),
    "milestone": ("kind", "what"),
}
"""What a fact that is added by hand has to say."""

ALWAYS: Mapping[FactKind, Mapping[str, Any]] = {
    "position": {"status": "current"},
    "gathering": {"type": "other", "format": "unknown", "track": "unknown", "status": "held"},
    "participation": {"rank": 0},
    "statement": {"direct": False, "cue": "", "manner": "said"},
}
"""What a fact has where nothing is said of it; these cannot be taken away, and neither can what is needed."""


AS_PRINTED: Mapping[FactKind, frozenset[str]] = {
    "person": frozenset({"name"}),
    "organization": frozenset({"name"}),
    "place": frozenset({"name"}),
    "position": frozenset({"title"}),
    "gathering": frozenset({"name"}),
    "participation": frozenset({"role_as_printed"}),
    "statement": frozenset({"cue"}),
    "milestone": frozenset({"what"}),
}
"""Properties whose values are words of the page, to the letter, whoever says so."""


def value_of(kind: FactKind, property: str, text: str) -> Any:
    """Return the value of a property from text; a party stays text.

    Raises:
        UsageError: the kind has no such property, or the text is no value of it.
        DateError: it is no date.
    """
    known = PROPERTIES[kind]
    if property not in known:
        raise UsageError(f"a {kind} has no {property or 'such property'}", f"choose one of {', '.join(known)}")
    parse = known[property]
    try:
        return words(text) if isinstance(parse, Party) else parse(text)
    except UsageError:
        raise
    except (ValueError, KeyError) as problem:
        from onrecord.model.errors import DateError

        if isinstance(problem, DateError):
            raise
        hint = str(problem) if "one of" in str(problem) else "a number from 1" if parse is number else "yes or no"
        raise UsageError(f"{text!r} is no {property} of a {kind}", f"give {hint if parse is not words else 'words'}") from None


def can_go(kind: FactKind, property: str) -> bool:
    """Tell whether a property may be taken away: whether a fact can be without it."""
    return property in PROPERTIES[kind] and property not in NEEDED[kind] and property not in ALWAYS.get(kind, {})
