"""Commands on single pages, without a record: `extract`, `explain` and `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Json

Published = Annotated[str | None, typer.Option(metavar="DATE", help="The page's own date, where the page does not state it.")]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="The page's language: en, ko, ru; found from the text where not given.")
]


def extract(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A page: text, Markdown, HTML or PDF; a web address; - reads stdin.")
    ],
    published: Published = None,
    language: Language = None,
    json: Annotated[  # noqa: ARG001 - accepted, since every reading command has it
        bool, typer.Option("--json", show_default=False, help="JSON is what this command prints in any case.")
    ] = True,
) -> None:
    """Print the facts of one page as JSON.

    Each fact has its place in the text. Offsets count Unicode code points of the page's text, which is printed with them.
    """
    from onrecord.cli import screen
    from onrecord.pipeline import extract_file
    from onrecord.tell.page import page

    screen.json(page(extract_file(file, language, published)))


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A page, as for `extract`.")],
    id: Annotated[
        str, typer.Argument(metavar="ID", help="A fact of it: p1, o1, l1, g1, s1, position:2, milestone:1, g1:participation:3.")
    ],
    published: Published = None,
    language: Language = None,
    json: Json = False,
) -> None:
    """Show how a fact of a page was found.

    Prints the fact, its rule with how often it is right, its sentence with the words marked, and the parse.
    """
    from onrecord.cli import screen
    from onrecord.extract.explain import explain as explained
    from onrecord.pipeline import extract_file
    from onrecord.tell import explanation

    page = extract_file(file, language, published)
    found = explained(page, id)
    if json:
        screen.json(explanation.as_json(found, page))
    else:
        screen.show(explanation.shown(found, page))


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Annotated pages: one <page>.json a page.")],
    pages: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The pages' texts, <page>.txt; found beside DIR where not given.")
    ] = None,
    misses: Annotated[
        str | None, typer.Option(metavar="KIND", help="List what was missed and what was extra of one kind.")
    ] = None,
    json: Json = False,
) -> None:
    """Measure quality on annotated pages.

    Extracts each page and prints precision, recall and F1 of each kind of fact against its annotation.
    """
    from onrecord import extract_text
    from onrecord.cli import screen
    from onrecord.model.choice import check_choice
    from onrecord.score import gold_pages, score_documents
    from onrecord.tell import figures
    from onrecord.tell.page import page

    gold = gold_pages(folder, pages)
    with screen.progress("Reading", total=len(gold)) as step:
        pairs = [(one.annotation, step(page(extract_text(one.text, one.annotation.get("lang"), id=one.id)))) for one in gold]
    scores = score_documents(pairs)
    if misses is not None:
        check_choice("kind", misses, scores.misses)
    if json:
        screen.json(figures.as_json(scores, misses))
    else:
        screen.show(figures.misses_table(scores.misses[misses]) if misses else figures.table(scores))
