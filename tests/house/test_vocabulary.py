"""Data files say what they seem to say, and nothing that no rule asks for.

YAML reads a bare `on`, `no` or `yes` as true or false, and a list loses that word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

SOURCE = Path(__file__).parents[2] / "src"


def truths(value: Any, where: str) -> Iterator[str]:
    """Yield where a list or the name of an entry holds true, false or nothing instead of a word."""
    if isinstance(value, dict):
        yield from (f"{where}: the entry {name}" for name in value if name is None or isinstance(name, bool))
        for name, inner in value.items():
            yield from truths(inner, f"{where}: {name}")
    elif isinstance(value, list):
        yield from (f"{where}: {one}, number {n}" for n, one in enumerate(value, 1) if one is None or isinstance(one, bool))
        for inner in value:
            yield from truths(inner, where)


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.yml")), ids=lambda file: file.name)
def test_no_word_of_a_list_is_read_as_true_or_false(file: Path):
    found = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    assert not list(truths(found, file.name)), "put these words in quotation marks"


def test_a_bare_preposition_is_noticed():
    assert list(truths(yaml.safe_load("empty: [in, on, at]"), "words.yml")) == ["words.yml: empty: True, number 2"]


@pytest.mark.parametrize("file", sorted((SOURCE / "onrecord" / "languages").glob("*/data/*.yml")), ids=lambda file: file.name)
def test_every_list_is_asked_for(file: Path):
    asked = _quoted_in_rules()
    content = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    lists = content if isinstance(content, dict) else {}
    assert [name for name in lists if str(name) not in asked] == [], "no rule asks for these lists"


@cache
def _quoted_in_rules() -> frozenset[str]:
    """Every word in quotation marks in the source, and what a list's name is put together from: f"{sex}_names"."""
    text = "\n".join(path.read_text("utf-8") for path in (SOURCE / "onrecord").rglob("*.py"))
    quoted = set(re.findall(r"[\"']([\w-]+)[\"']", text))
    endings = set(re.findall(r"[\"']\{\w+\}(_\w+)[\"']", text))
    return frozenset(quoted | {word + ending for ending in endings for word in quoted})


class _Once(yaml.CSafeLoader):
    """Reads YAML as ever, and refuses a name that an entry has already."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [name.value for name, _ in node.value]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"twice: {', '.join(twice)}", node.start_mark)
        return super().construct_mapping(node, deep)


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.yml")), ids=lambda file: file.name)
def test_no_list_stands_twice_in_a_file(file: Path):
    yaml.load(file.read_text("utf-8"), Loader=_Once)  # noqa: S506  a SafeLoader


def test_a_list_that_stands_twice_is_noticed():
    with pytest.raises(yaml.constructor.ConstructorError, match="twice: sent"):
        yaml.load("sent: [a]\nsent: [b]\n", Loader=_Once)  # noqa: S506  a SafeLoader
