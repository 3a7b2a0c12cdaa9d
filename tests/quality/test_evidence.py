"""Every string that is read stands in the text to the letter, and the same text gives the same bytes in any process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from onrecord.model import Entity, Extract, Phrase, Span
from onrecord.score import GoldPage
from onrecord.tell.page import page

ROOT = Path(__file__).parents[2]
WORDED = {
    "name": "name_span",
    "title": "title_span",
    "cue": "cue_span",
    "what": "what_span",
    "text": "text_span",
    "place": "place_span",
}


def quoted(fact: object) -> Iterator[tuple[str, Span]]:
    """Yield each string of a fact that is said to be the text's own, with its span."""
    if isinstance(fact, Phrase):
        yield fact.words, fact.span
    for words, span in WORDED.items():
        if getattr(fact, words, None) and getattr(fact, span, None):
            yield getattr(fact, words), getattr(fact, span)
    yield from zip(getattr(fact, "content", ()), getattr(fact, "content_spans", ()), strict=True)


def facts(value: object) -> Iterator[object]:
    """Yield every fact of an extract, the inner ones too."""
    if isinstance(value, tuple):
        for inner in value:
            yield from facts(inner)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            if field.name != "document":
                yield from facts(getattr(value, field.name))


@pytest.mark.parametrize("name", ["en/own", "ko/own", "ru/own", "en/dev"])
def test_every_string_stands_in_the_text(
    name: str, pages: Callable[[str], list[GoldPage]], read: Callable[[str, str], Extract]
):
    for one in pages(name):
        extract = read(name, one.id)
        assert extract.document.text == one.text
        for fact in facts(extract):
            for words, span in quoted(fact):
                assert span.of(one.text) == words, f"{one.id}: {fact}"
            if isinstance(fact, Entity):
                assert {span.of(one.text) for span in fact.mentions} <= set(fact.names), f"{one.id}: {fact}"


@pytest.mark.parametrize("name", ["en/own", "ko/own", "ru/own", "en/dev"])
def test_every_fact_names_its_rule(name: str, pages: Callable[[str], list[GoldPage]], read: Callable[[str, str], Extract]):
    nameless = {
        f"{one.id}: {type(fact).__name__}"
        for one in pages(name)
        for fact in facts(read(name, one.id))
        if not getattr(fact, "rule", "unruled")
    }
    assert not nameless


def test_two_processes_and_another_order_give_the_same_bytes(read: Callable[[str, str], Extract]):
    names = ["own-en-01", "own-en-10", "own-en-23"]
    code = (
        "import json, sys\n"
        "from tests.quality.conftest import reading\n"
        "from onrecord.tell.page import page\n"
        "found = {id: json.dumps(page(reading('en/own', id)), ensure_ascii=False) for id in sys.argv[1:]}\n"
        "print(json.dumps([found[id] for id in sorted(found)]))\n"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code, *reversed(names)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "7"},
    ).stdout
    assert json.loads(printed) == [json.dumps(page(read("en/own", name)), ensure_ascii=False) for name in names]
