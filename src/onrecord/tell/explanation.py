"""How a fact was found: the fact, its rule, its sentence with the words marked, and the parse as a table."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.extract.explain import Explanation
from onrecord.model import Extract, Span
from onrecord.tell.layout import MARK, QUIET, labelled
from onrecord.tell.page import page

_LISTS = {"position": "positions", "milestone": "milestones"}
_SEEN_BELOW = ("mentions", "spans", "participants", "rule", "confidence")


def shown(explanation: Explanation, extract: Extract) -> RenderableType:
    """Return the explanation for a terminal or a pipe; words of the fact stand in ⟦ ⟧."""
    cases = explanation.cases
    measured = f"right {cases.right} times of {cases.found} on annotated pages" if cases else "no case on annotated pages"
    fact = {
        key: value
        for key, value in _fact(extract, explanation.id).items()
        if value not in (None, [], "") and key not in _SEEN_BELOW and not key.endswith(("_span", "_spans", "span"))
    }
    head = labelled(
        [
            ("fact", Text(json.dumps(fact, ensure_ascii=False), overflow="fold")),
            ("rule", Text(f"{explanation.fact.rule}: {explanation.about}", overflow="fold")),
            ("confidence", Text(f"{explanation.fact.confidence:.2f} ({measured})", overflow="fold")),
            ("sentence", _marked(explanation, extract.document.text)),
        ]
    )
    return Group(head, Text(), _parse(explanation))


def as_json(explanation: Explanation, extract: Extract) -> dict[str, Any]:
    """Return the explanation as JSON values; spans are `[start, end]` in Unicode code points of the page's text."""
    cases = explanation.cases
    return {
        "id": explanation.id,
        "kind": explanation.kind,
        "fact": _fact(extract, explanation.id),
        "rule": explanation.fact.rule,
        "about": explanation.about,
        "confidence": explanation.fact.confidence,
        "found": cases.found if cases else 0,
        "right": cases.right if cases else 0,
        "sentence": explanation.sentence.of(extract.document.text),
        "sentence_span": list(explanation.sentence),
        "marks": [list(mark) for mark in explanation.marks],
        "parse": [
            {"text": node.text, "span": list(node.span), "tag": node.tag, "dep": node.dep, "head": node.head}
            for node in explanation.parse
        ],
    }


def _fact(extract: Extract, id: str) -> dict[str, Any]:
    """Return a fact as `onrecord extract` prints it."""
    printed = page(extract)
    name, *number = id.split(":")
    if name in _LISTS:
        found: dict[str, Any] = printed[_LISTS[name]][int(number[0]) - 1]
        return found
    kinds = ("persons", "organizations", "places", "gatherings", "statements")
    fact: dict[str, Any] = next(one for kind in kinds for one in printed[kind] if one["id"] == name)
    return fact["participants"][int(number[-1]) - 1] if number else fact


def _marked(explanation: Explanation, text: str) -> Text:
    sentence, found = explanation.sentence, Text(overflow="fold")
    at = sentence.start
    for mark in explanation.marks:
        start, end = max(mark.start, at), min(mark.end, sentence.end)
        if start < end:
            found.append(_flat(text, at, start))
            found.append(f"⟦{_flat(text, start, end)}⟧", style=MARK)
            at = end
    found.append(_flat(text, at, sentence.end))
    return found


def _flat(text: str, start: int, end: int) -> str:
    return Span(start, end).of(text).replace("\n", " ")


def _parse(explanation: Explanation) -> Table:
    """A token a line: whether it belongs to the fact, its letters, part of speech, label and governor."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for style in (MARK, "", QUIET, QUIET, QUIET):
        grid.add_column(style=style, no_wrap=True)
    grid.add_row("", "token", "tag", "dep", "head", style=QUIET)
    for node in explanation.parse:
        inside = any(node.span.overlaps(mark) for mark in explanation.marks)
        grid.add_row("•" if inside else "", node.text, node.tag, node.dep, node.head)
    return grid
