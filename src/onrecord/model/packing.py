"""Facts as JSON and back, exactly: what a worker found of a page, for somebody else to load.

A noun becomes a list of its class's name and its fields in their order, a tuple a list that begins with an empty string, a
date its EDTF text. Nothing but the nouns of this room comes back, whatever the JSON says; pickled data could run code.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from onrecord.model import claim, document, facts
from onrecord.model.dates import PartialDate
from onrecord.model.span import Span

_PLAIN = frozenset((str, int, float, bool, type(None)))
_CLASSES: dict[str, type] = {
    noun.__name__: noun
    for noun in (
        claim.Claim, document.Document, document.PageFact, document.Paragraph, facts.Extract, facts.Gathering, facts.Milestone,
        facts.Organization, facts.Participation, facts.Person, facts.Phrase, facts.Place, facts.Position, facts.Statement,
        PartialDate,
    )
}  # fmt: skip


def packed(noun: object) -> str:
    """Return a noun as JSON in one line.

    Raises:
        TypeError: where it is none of the nouns, or holds what is none.
    """
    return json.dumps(_pack(noun, {}), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Any:
    """Return the noun that `packed` wrote.

    Raises:
        ValueError: where the text is not what `packed` writes.
    """
    return _unpack(json.loads(text))


def _pack(value: object, known: dict[int, object]) -> object:
    """Return what JSON can hold of a value; `known` are the nouns packed so far, since a person stands in many facts."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is Span:
        return ["Span", *value]  # type: ignore[misc]  # it is a tuple
    if kind is tuple:
        return ["", *[part if type(part) in _PLAIN else _pack(part, known) for part in value]]  # type: ignore[attr-defined]  # as above
    if id(value) not in known:
        name = kind.__name__
        if _CLASSES.get(name) is not kind:
            raise TypeError(f"{name} is no noun that can be packed")
        parts = _fields(_CLASSES[name])(value)
        known[id(value)] = [name, *[part if type(part) in _PLAIN else _pack(part, known) for part in parts]]
    return known[id(value)]


def _unpack(value: object) -> object:
    if not isinstance(value, list):
        if type(value) in _PLAIN:
            return value
        raise ValueError("packed facts hold lists, texts and numbers alone")
    name, *parts = value
    if name == "":
        return tuple(map(_unpack, parts))
    if name == "Span":
        return Span(*parts)
    try:
        return _CLASSES[name](*map(_unpack, parts))
    except (KeyError, TypeError) as error:
        raise ValueError(f"no noun {name!r} with {len(parts)} fields: packed by another version of onrecord") from error


@cache
def _fields(noun: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the values of all fields of a noun of this class at once."""
    names = [field.name for field in dataclasses.fields(noun)]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
