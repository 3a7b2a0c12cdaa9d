"""Write the measured figures of quality into the docs: docs/quality.md, docs/languages.md and docs/kinds, between marks.

    python scripts/quality_figures.py            # measure and write
    python scripts/quality_figures.py --check    # end with 1 where the figures of our own pages are no longer those written

Figures come from `onrecord.score`, on the annotated pages of tests/quality and, where ../shared is there, on the development
pages beside the repo and on the labelled topics. What cannot be measured on this machine is kept from docs/figures.tsv.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT))

from tests.quality.sets import LANGUAGES, AnnotatedSet, annotated_sets  # noqa: E402 - the folder of tests is no package on the path

from onrecord import extract_text  # noqa: E402
from onrecord.extract.topics import topics_of  # noqa: E402
from onrecord.score import GoldPage, Row, gold_pages, score_documents  # noqa: E402
from onrecord.tell.page import page  # noqa: E402

DOCS = ROOT / "docs"
FIGURES = DOCS / "figures.tsv"
TOPICS = ROOT / "tests" / "quality" / "topics.tsv"
HEAD = "# Facts annotated, found and right by set and kind. Written by scripts/quality_figures.py.\n"
BEGIN, END = "<!-- figures: {}, written by scripts/quality_figures.py -->", "<!-- end of figures -->"
KINDS = {
    "persons-and-organizations.md": ("persons", "organizations"),
    "positions.md": ("positions",),
    "gatherings.md": ("gatherings",),
    "statements.md": ("statements",),
    "milestones.md": ("milestones",),
    "topics.md": ("topics",),
}
SHOWN = {
    "persons": "persons",
    "organizations": "organizations",
    "positions+status": "positions, with status",
    "gatherings": "gatherings",
    "gatherings:start": "their first day",
    "gatherings:place": "their place",
    "gatherings:roles": "roles at them",
    "statements (content)": "statements",
    "statements (content+speaker)": "with their speaker",
    "milestones": "milestones",
}
"""Kinds that the overviews show, and what they call them."""
USUAL = "before the first run"
"""How sets are annotated that the docs say nothing about."""
LAST = 3
"""Sets whose first runs stand for an unseen page: the rules of today know most of what earlier ones missed."""
LABELS = {"English, labels in sight": "ABD", "English, sealed labels": "C"}
"""Parts of tests/quality/topics.tsv by what the page on topics calls them."""
LABELLED = ("en/own", "en/second", "en/third", "en/dev")
"""Sets with labelled topics."""
Figures = dict[tuple[str, str], Row]
Tables = dict[str, list[str]]
"""The lines that stand between the marks of a page, by the name of the marks."""


def measured() -> Figures:
    """Return the figures of all sets that are on this machine."""
    pages = {name: gold_pages(one.folder) for name, one in annotated_sets().items() if one.folder.is_dir()}
    found = {(name, row.kind): row for name, some in pages.items() for row in _scores(some)}
    if all(name in pages for name in LABELLED):
        labelled = [one for name in LABELLED for one in pages[name]]
        found |= {(name, "topics"): _topics(parts, labelled) for name, parts in LABELS.items()}
    return found


def _scores(pages: list[GoldPage]) -> tuple[Row, ...]:
    return score_documents((one.annotation, page(extract_text(one.text, id=one.id))) for one in pages).rows


def _topics(parts: str, pages: list[GoldPage]) -> Row:
    """Compare the topics of annotated statements with the labels of some parts (tests/quality/topics.tsv)."""
    texts = {one.id: one.text for one in pages}
    contents = {one.id: [said["content"] for said in one.annotation["statements"]] for one in pages}
    gold = found = right = 0
    for line in TOPICS.read_text("utf-8").splitlines():
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


def summed(figures: Figures, names: Iterable[str]) -> dict[str, Row]:
    """Return the figures of several sets together, by kind: each fact weighs the same."""
    of = set(names)
    found: dict[str, Row] = {}
    for (name, kind), row in figures.items():
        if name in of:
            one = found.get(kind, Row(kind, 0, 0, 0))
            found[kind] = Row(kind, one.gold + row.gold, one.found + row.found, one.right + row.right)
    return found


def ours(language: str) -> list[AnnotatedSet]:
    """Return the sets of a language whose pages are in the repo, in the order in which they were written."""
    return [one for one in annotated_sets().values() if one.language == language and one.is_ours]


def kinds_table(figures: Figures, kinds: tuple[str, ...]) -> Iterator[str]:
    """Yield the figures of some kinds as Markdown: of each language all sets together."""
    yield "| pages | what | annotated | found | right | precision | recall | F1 |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    sources = {name: [one.name for one in ours(code)] for code, name in LANGUAGES.items()}
    sources |= {"English, development": ["en/dev"]} | {name: [name] for name in LABELS}
    for label, names in sources.items():
        for kind, row in summed(figures, names).items():
            if kind.split(" ")[0].split(":")[0].split("+")[0] in kinds:
                shares = " | ".join(f"{share:.2f}" for share in (row.precision, row.recall, row.f1))
                yield f"| {label} | {kind} | {row.gold} | {row.found} | {row.right} | {shares} |"


def overview(figures: Figures) -> Iterator[str]:
    """Yield what to expect of an unseen page, and what is reached on all pages: a row a kind, two columns a language."""
    yield "| F1 | " + " | ".join(f"{name}, unseen | all pages" for name in LANGUAGES.values()) + " |"
    yield "| --- |" + " --- | --- |" * len(LANGUAGES)
    now = {code: summed(figures, [one.name for one in ours(code)]) for code in LANGUAGES}
    for kind, called in SHOWN.items():
        cells = []
        for code in LANGUAGES:
            first = [value for one in ours(code) if (value := _first(one, kind)) is not None][-LAST:]
            cells += [_f1(sum(first) / len(first)) if first else "–", _f1(now[code][kind].f1)]
        yield f"| {called} | " + " | ".join(cells) + " |"


def agreement() -> Iterator[str]:
    """Yield how well two annotations of the same pages agree, beside the first run on them: a row a kind, two columns a set."""
    twice = [one for one in annotated_sets().values() if one.is_annotated_twice]
    yield "| F1 | " + " | ".join(f"`{one.name}`, agreement | first run" for one in twice) + " |"
    yield "| --- |" + " --- | --- |" * len(twice)
    agreed = {one.name: {row.kind: row.f1 for row in _compared(one)} for one in twice}
    for kind, called in SHOWN.items():
        cells = []
        for one in twice:
            first = _first(one, kind)
            cells += [_f1(agreed[one.name][kind]), "–" if first is None else _f1(first)]
        yield f"| {called} | " + " | ".join(cells) + " |"


def _compared(one: AnnotatedSet) -> tuple[Row, ...]:
    """Score the second annotation of a set against the first, as if it were what extraction found."""
    first, second = (gold_pages(one.folder / name) for name in ("first", "second"))
    return score_documents((a.annotation, b.annotation) for a, b in zip(first, second, strict=True)).rows


def sets_table(figures: Figures, language: str) -> Iterator[str]:
    """Yield the sets of a language: F1 of the first run and of now."""
    yield "| set | pages | " + " | ".join(SHOWN.values()) + " |"
    yield "| --- | --- |" + " --- |" * len(SHOWN)
    for one in ours(language):
        cells = []
        for kind in SHOWN:
            now = _f1(figures[one.name, kind].f1) if (one.name, kind) in figures else "–"
            first = _first(one, kind)
            cells.append(now if first is None else f"{_f1(first)} → {now}")
        yield f"| {one.name.split('/')[1]} | {_pages(one)} | " + " | ".join(cells) + " |"


def _first(one: AnnotatedSet, kind: str) -> float | None:
    """Return F1 of the first run; early ones noted positions without their status."""
    return one.blind.get(kind, one.blind.get(kind.removesuffix("+status")))


def list_of_sets(language: str) -> Iterator[str]:
    """Yield what the pages of each set of a language are, and how they were annotated."""
    for one in annotated_sets().values():
        if one.language == language:
            notes = [f"{_pages(one)} pages"] if one.is_ours else []
            notes += [one.annotated] if one.annotated != USUAL else []
            yield f"- `{one.name}` ({', '.join(notes)}): {one.what}."


def _pages(one: AnnotatedSet) -> int:
    return len(list((one.folder / "gold").glob("*.json")))


def _f1(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def parts(figures: Figures) -> dict[Path, Tables]:
    """Return what is written between which marks of which page."""
    by_set = {f"{code}, F1": [*sets_table(figures, code)] for code in LANGUAGES}
    by_set |= {f"{code}, sets": [*list_of_sets(code)] for code in LANGUAGES}
    whole = {"overview": [*overview(figures)]}
    twice = {"agreement": [*agreement()]}
    found = {DOCS / "kinds" / name: {"kinds": [*kinds_table(figures, kinds)]} for name, kinds in KINDS.items()}
    return found | {DOCS / "quality.md": whole | twice | by_set, DOCS / "languages.md": whole}


def filled(text: str, tables: Tables) -> str:
    """Return a page with its figures between the marks.

    Raises:
        ValueError: where the page lacks a mark.
    """
    for name, rows in tables.items():
        begin = BEGIN.format(name)
        before, mark, rest = text.partition(begin)
        if not mark or END not in rest:
            raise ValueError(f"the page lacks {begin}")
        text = f"{before}{begin}\n" + "\n".join(rows) + f"\n{END}{rest.partition(END)[2]}"
    return text


def main() -> int:
    """Write the pages, or compare them."""
    before = written()
    order = [*annotated_sets(), *LABELS]
    figures = {key: row for key, row in (before | measured()).items() if key[0] in order}
    figures = dict(sorted(figures.items(), key=lambda item: order.index(item[0][0])))
    pages = {path: filled(path.read_text("utf-8"), tables) for path, tables in parts(figures).items()}
    if "--check" in sys.argv[1:]:
        return 0 if figures == before and all(path.read_text("utf-8") == text for path, text in pages.items()) else 1
    rows = "".join(f"{name}\t{kind}\t{row.gold}\t{row.found}\t{row.right}\n" for (name, kind), row in figures.items())
    FIGURES.write_text(HEAD + rows, "utf-8")
    for path, text in pages.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
