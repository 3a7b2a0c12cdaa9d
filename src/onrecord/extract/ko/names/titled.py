"""What a run of nouns says of a person: the name, the office and where it is held."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.languages.ko.nominals import Run
from onrecord.model import Span


@dataclass(slots=True)
class Titled:
    """A person in a run, as printed.

    `name` is None where only an office stands there; `surname_only` marks 변 위원; `body` the words of the body;
    `country` a country that is not part of a body's name; `glosses` the brackets behind the name (Latin or Chinese spellings).
    """

    run: Run = field(repr=False)
    name: Span | None
    title: Span | None
    body: Span | None = None
    country: str | None = None
    status: str = "current"
    surname_only: bool = False
    foreign: bool = False
    glosses: list[Span] = field(default_factory=list)
    rule: str = ""
    employer: bool = False
    """Whether `body` must name a body, whatever its words: it stands between a person and his office."""
