"""What a form asks for when a fact is corrected or added: the properties of its kind, each with the input that suits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.decision import FactKind
from onrecord.model.facts import Format, GatheringStatus, GatheringType, MilestoneKind, Role, Status, Track
from onrecord.record.properties import ALWAYS, AS_PRINTED, NEEDED, PARTY, PROPERTIES, can_go, date, number, truth

KINDS: tuple[FactKind, ...] = get_args(FactKind)
GATHERING = "gathering"
"""Not a property that can be changed: the report to which a role or a statement that is added belongs."""

_CHOICES: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("position", "status"): ("status", get_args(Status)),
    ("gathering", "type"): ("type", get_args(GatheringType)),
    ("gathering", "format"): ("format", get_args(Format)),
    ("gathering", "track"): ("track", get_args(Track)),
    ("gathering", "status"): ("status", get_args(GatheringStatus)),
    ("participation", "role"): ("role", get_args(Role)),
    ("milestone", "kind"): ("milestone", get_args(MilestoneKind)),
}
"""Properties that have one of a few values: their vocabulary (see `terms`) and the values."""


@dataclass(frozen=True, slots=True)
class Field:
    """One property in a form.

    Attributes:
        input: which input suits it.
        vocabulary: of the words of its choices.
        needed: whether a fact cannot be without it.
        printed: whether its value is words of the page, to the letter.
        can_go: whether it can be taken away.
        usual: what a fact has where nothing is said of it.
    """

    name: str
    input: Literal["words", "date", "number", "choice", "party", "gathering"]
    choices: tuple[str, ...] = ()
    vocabulary: str = ""
    needed: bool = False
    printed: bool = False
    can_go: bool = False
    usual: str = ""


def fields(kind: FactKind) -> tuple[Field, ...]:
    """Return the properties of a kind of fact that can be corrected, those first that it needs."""
    made = [_field(kind, name) for name in PROPERTIES[kind]]
    return tuple(sorted(made, key=lambda field: not field.needed))


def fields_of_addition(kind: FactKind) -> tuple[Field, ...]:
    """Return what can be said of a fact that is added."""
    if kind not in ("participation", "statement"):
        return fields(kind)
    return (Field(GATHERING, "gathering", needed=kind == "participation"), *fields(kind))


def _field(kind: FactKind, name: str) -> Field:
    parse = PROPERTIES[kind][name]
    vocabulary, choices = _CHOICES.get((kind, name), ("yes-no", ("yes", "no")) if parse is truth else ("", ()))
    usual = ALWAYS.get(kind, {}).get(name, "")
    return Field(
        name=name,
        input="choice"
        if choices
        else "party"
        if parse is PARTY
        else "date"
        if parse is date
        else "number"
        if parse is number
        else "words",
        choices=choices,
        vocabulary=vocabulary,
        needed=name in NEEDED[kind],
        printed=name in AS_PRINTED[kind],
        can_go=can_go(kind, name),
        usual=("yes" if usual else "no") if isinstance(usual, bool) else str(usual or ""),
    )
