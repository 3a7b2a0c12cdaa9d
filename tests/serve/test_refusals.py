"""What the core refuses is told in the reader's language, whatever it refuses; values stay as they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.model.errors import UsageError
from onrecord.serve.refusals import WORDINGS, refusal, reworded

SOURCE = Path(__file__).parents[2] / "src" / "onrecord"
SHOWN = (
    "record/search", "record/by_hand.py", "record/properties.py", "record/deciding.py", "record/facts.py",
    "review/questions.py", "review/settling.py", "serve/sought.py", "serve/adding.py",
)  # fmt: skip
"""Modules whose refusals a browser can be shown."""


def said() -> Iterator[str]:
    """Yield what these modules say when they refuse, with a letter for each value."""
    places = [SOURCE / name for name in SHOWN]
    for file in (file for place in places for file in ([place] if place.suffix else sorted(place.glob("*.py")))):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and ast.unparse(node.exc.func).startswith(
                ("UsageError", "DecisionClash")
            ):  # fmt: skip
                for words in node.exc.args:
                    if isinstance(words, ast.Constant | ast.JoinedStr):
                        parts = [words] if isinstance(words, ast.Constant) else words.values
                        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "X" for one in parts)


@pytest.mark.parametrize("language", ["ko", "ru"])
def test_every_refusal_that_a_browser_can_be_shown_has_a_translation(language: str):
    assert len(list(said())) > 30
    assert [words for words in said() if reworded(words, language) == words] == []


@pytest.mark.parametrize("wording", WORDINGS)
def test_each_wording_is_found_as_itself(wording: str):
    for language in ("ko", "ru"):
        assert reworded(wording % _values(wording), language) != wording % _values(wording)
    assert reworded(wording % _values(wording), "en") == wording % _values(wording)


def test_values_stay_as_they_are():
    error = UsageError("there is no topic 'ледники'", "choose one of ice, snow")
    fault, cure = refusal(error, "ko")
    assert "'ледники'" in fault
    assert "ice, snow" in cure
    assert refusal(UsageError("what nobody has put into words", "this neither"), "ru") == (
        "what nobody has put into words",
        "this neither",
    )


@pytest.mark.parametrize(("prefix", "words"), [("/ko", "다음 중 하나를 고르십시오"), ("/ru", "выберите одно из следующего")])
def test_a_page_and_the_search_refuse_in_the_readers_language(client: TestClient, prefix: str, words: str):
    assert words in client.get(f"{prefix}/search?q=treaty&topic=none").text


def _values(wording: str) -> dict[str, str]:
    import re

    return dict.fromkeys(re.findall(r"%\((\w+)\)s", wording), "7")
