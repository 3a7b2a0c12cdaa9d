"""Write the measured figures into docs/kinds: one table a page, between two marks.

    python scripts/kinds_figures.py            # measure and write
    python scripts/kinds_figures.py --check    # end with 1 where the figures of our own pages are no longer those written

Figures come from `onrecord.score`, on our own annotated pages (tests/quality) and, where ../shared is there, on the development
pages beside the repo and on the labelled topics. What cannot be measured on this machine is kept from docs/kinds/figures.tsv.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord import extract_text
from onrecord.extract.topics import topics_of
from onrecord.score import GoldPage, Row, gold_pages, score_documents
from onrecord.tell.page import page

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "kinds"
FIGURES = FOLDER / "figures.tsv"
QUALITY = ROOT / "tests" / "quality"
OWN = {"English": QUALITY / "en", "Korean": QUALITY / "ko", "Russian": QUALITY / "ru"}
DEV = ROOT.parent / "shared" / "gold" / "dev"
DEVELOPMENT = "English, development"
HEAD = "# Facts annotated, found and right by set and kind. Written by scripts/kinds_figures.py.\n"
BEGIN, END = "<!-- figures: python scripts/kinds_figures.py -->", "<!-- end of figures -->"
KINDS = {
    "persons-and-organizations.md": ("persons", "organizations"),
    "positions.md": ("positions",),
    "gatherings.md": ("gatherings",),
    "statements.md": ("statements",),
    "milestones.md": ("milestones",),
    "topics.md": ("topics",),
}
LABELS = {"English, labels in sight": "ABD", "English, sealed labels": "C"}
"""Parts of tests/quality/topics.tsv by what the page on topics calls them."""
Figures = dict[tuple[str, str], Row]


def measured() -> Figures:
    """Return the figures of all sets that are on this machine."""
    own = {name: gold_pages(folder) for name, folder in OWN.items() if folder.is_dir()}
    sets = own | ({DEVELOPMENT: gold_pages(DEV)} if DEV.is_dir() else {})
    found = {(name, row.kind): row for name, pages in sets.items() for row in _scores(pages)}
    if DEV.is_dir():
        labelled = [*own["English"], *gold_pages(QUALITY / "second"), *gold_pages(QUALITY / "third"), *sets[DEVELOPMENT]]
        for name, parts in LABELS.items():
            row = _topics(parts, labelled)
            found[name, row.kind] = row
    return found


def _scores(pages: list[GoldPage]) -> tuple[Row, ...]:
    return score_documents(
        (one.annotation, page(extract_text(one.text, one.annotation.get("lang"), id=one.id))) for one in pages
    ).rows


def _topics(parts: str, pages: list[GoldPage]) -> Row:
    """Compare the topics of annotated statements with the labels of some parts (tests/quality/topics.tsv)."""
    texts = {one.id: one.text for one in pages}
    contents = {one.id: [said["content"] for said in one.annotation["statements"]] for one in pages}
    gold = found = right = 0
    for line in (QUALITY / "topics.tsv").read_text("utf-8").splitlines():
        if line.split("\t")[0] in set(parts):
            _, statement, *labels = line.split("\t")
            document, number = statement.rsplit(":", 1)
            content = contents[document][int(number)]
            label = set(" ".join(labels).split())
            told = set(topics_of([content] if isinstance(content, str) else content, "en", texts[document]))
            gold, found, right = gold + len(label), found + len(told), right + len(label & told)
    return Row("topics", gold, found, right)


def written() -> Figures:
    """Return the figures as last written."""
    lines = FIGURES.read_text("utf-8").splitlines() if FIGURES.is_file() else []
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(name, kind): Row(kind, int(gold), int(found), int(right)) for name, kind, gold, found, right in rows}


def table(figures: Figures, kinds: tuple[str, ...]) -> str:
    """Return the figures of some kinds as Markdown."""

    def lines() -> Iterator[str]:
        yield "| pages | what | annotated | found | right | precision | recall | F1 |"
        yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
        for (name, kind), row in figures.items():
            if kind.split(" ")[0].split(":")[0].split("+")[0] in kinds:
                shares = " | ".join(f"{share:.2f}" for share in (row.precision, row.recall, row.f1))
                yield f"| {name} | {kind} | {row.gold} | {row.found} | {row.right} | {shares} |"

    return "\n".join(lines())


def filled(text: str, figures: Figures, kinds: tuple[str, ...]) -> str:
    """Return a page with its figures between the marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(figures, kinds)}\n{END}{after}"


def main() -> int:
    """Write the pages, or compare them."""
    before = written()
    figures = before | measured()
    order = [*OWN, DEVELOPMENT, *LABELS]
    figures = dict(sorted(figures.items(), key=lambda item: order.index(item[0][0])))
    pages = {FOLDER / name: filled((FOLDER / name).read_text("utf-8"), figures, kinds) for name, kinds in KINDS.items()}
    if "--check" in sys.argv[1:]:
        same = {key: row for key, row in figures.items() if key[0] in OWN} == {k: r for k, r in before.items() if k[0] in OWN}
        filled_in = all(filled(path.read_text("utf-8"), before, KINDS[path.name]) == path.read_text("utf-8") for path in pages)
        return 0 if same and filled_in else 1
    rows = "".join(f"{name}\t{kind}\t{row.gold}\t{row.found}\t{row.right}\n" for (name, kind), row in figures.items())
    FIGURES.write_text(HEAD + rows, "utf-8")
    for path, text in pages.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
