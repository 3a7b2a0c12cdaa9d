"""Costs of writing words of one script in another, as the language folders keep them in their data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SpellingCosts:
    """What it costs to write one run of letters for another, in nats; see `scripts/learn_spelling_costs.py`.

    Args:
        edits: source run → target run → cost; an empty run means that a letter is dropped or added.
        bias: evidence in nats for one word before any letter is read.
        credit: evidence in nats for each letter of the longer word.
    """

    edits: dict[str, dict[str, float]]
    bias: float
    credit: float


def data_rows(language: str, name: str) -> list[list[str]]:
    """Return the rows of a TSV file in the data folder of a language, without comments and empty lines."""
    text = files(f"onrecord.languages.{language}").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def spelling_costs(language: str, name: str) -> SpellingCosts:
    """Read a file of costs: `name` in the data folder of a language, hundredths of a nat.

    Lines are: source run, target runs and their costs in turns; `=` names the constants.
    """
    edits: dict[str, dict[str, float]] = {}
    constants: dict[str, float] = {}
    for source, *rest in data_rows(language, name):
        if source.startswith("="):
            constants[source[1:]] = float(rest[0])
        else:
            edits[source] = {run: int(cost) / 100 for run, cost in zip(rest[::2], rest[1::2], strict=True)}
    return SpellingCosts(edits, constants["bias"], constants["credit"])
