"""Kazakh names: the letters that Russian lacks, and the Latin alphabets of 2017 to 2021."""

from __future__ import annotations

from functools import cache

from onrecord.languages.spelling import data_rows


@cache
def stand_ins() -> dict[str, str]:
    """Return the Russian letter that stands for each Kazakh letter in a Russian text."""
    return {letter: russian.split("/")[0] for letter, russian, _ in data_rows("kk", "letters.tsv") if russian != "-"}


@cache
def spellings(kind: str) -> tuple[tuple[str, str, float], ...]:
    """Return what stands for what in Kazakh names as (source run, target run, cost in nats).

    The lists from which costs are learned hold too few Kazakh names, so this is laid down: 0.1 for the usual letter, else 0.5.

    Args:
        kind: "latin-cyrillic", "cyrillic" or "latin"; inside one script every pair is given both ways.
    """
    found: list[tuple[str, str, float]] = []
    for letter, russian, runs in data_rows("kk", "letters.tsv"):
        others = {"latin-cyrillic": runs, "cyrillic": russian}.get(kind, "-")
        if others != "-":
            found += [(run, letter, 0.5 if at else 0.1) for at, run in enumerate(others.split("/"))]
    found += [(one, other, int(cost) / 100) for name, one, other, cost in data_rows("kk", "spellings.tsv") if name == kind]
    if kind != "latin-cyrillic":
        found += [(other, one, cost) for one, other, cost in found]
    return tuple(found)
