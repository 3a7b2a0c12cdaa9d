"""Make the tables of docs/names.md: public figures under their spellings, and near names of two people.

    python scripts/names_table.py docs/names.md

`docs/names.tsv` holds the people. Every two spellings of one person are compared, and every two people by their first
spellings. A test fails when the page is not what this script makes.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path

from onrecord import compare_names

BEGIN, END = "<!-- people: begin -->", "<!-- people: end -->"
NEAR = 0.2
"""Score from which a pair of different people is shown although it does not match."""


def read(path: Path) -> list[list[str]]:
    """Return the spellings of each person."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def people_table(people: list[list[str]]) -> tuple[list[str], int, int]:
    """Return the rows of the table of people, and how many pairs of spellings match out of how many."""
    rows, matched, compared = [], 0, 0
    for spellings in people:
        found = [(a, b, compare_names(a, b)) for a, b in combinations(spellings, 2)]
        missed = [f"{a} / {b} ({result.score:.2f}: {result.reasons[-1]})" for a, b, result in found if not result.same]
        matched += len(found) - len(missed)
        compared += len(found)
        rows.append(f"| {', '.join(spellings)} | {len(found) - len(missed)} of {len(found)} | {'; '.join(missed)} |")
    return rows, matched, compared


def near_names(people: list[list[str]]) -> list[str]:
    """Return a row for every two people whose first spellings match or come near."""
    rows = []
    for one, other in combinations([spellings[0] for spellings in people], 2):
        result = compare_names(one, other)
        if result.score >= NEAR:
            rows.append(f"| {one} | {other} | {result.score:.2f} | {'one' if result.same else 'two'} |")
    return rows


def tables(people: list[list[str]]) -> str:
    """Return the text between the marks."""
    rows, matched, compared = people_table(people)
    near = near_names(people)
    pairs = len(people) * (len(people) - 1) // 2
    text = [
        f"{len(people)} people; {matched} of {compared} pairs of spellings match.",
        "",
        "| spellings | pairs that match | what does not, with score and reason |",
        "| --- | --- | --- |",
        *rows,
        "",
        f"Of the {pairs} pairs of different people, these score {NEAR} or more:",
        "",
        "| one | other | score | called |",
        "| --- | --- | ---: | --- |",
        *near,
    ]
    return "\n".join(text if near else [*text[:-4], f"Of the {pairs} pairs of different people, none scores {NEAR} or more."])


def page(text: str, people: list[list[str]]) -> str:
    """Return the page with its tables made anew."""
    head, rest = text.split(BEGIN)
    return f"{head}{BEGIN}\n{tables(people)}\n{END}{rest.split(END)[1]}"


def main() -> None:
    """Write the tables into the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("page", type=Path)
    args = parser.parse_args()
    people = read(args.page.with_suffix(".tsv"))
    args.page.write_text(page(args.page.read_text(encoding="utf-8"), people), encoding="utf-8")


if __name__ == "__main__":
    main()
