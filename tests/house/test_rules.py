"""A rule of extraction leads to the code that makes facts by it, and that code to its tests (`scripts/rule.py`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.made import scripts

from onrecord.extract import rules

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rule() -> Any:
    return scripts.script("rule")


@pytest.mark.parametrize("kind", sorted(rules.registry()))
def test_every_rule_that_is_described_stands_in_code_that_has_tests(rule: Any, kind: str):
    places = {name: rule.places(name) for name in rules.registry()[kind]}
    assert not [name for name, found in places.items() if not found], "no code makes facts by these"
    modules = {path for found in places.values() for path, _ in found if path.suffix == ".py"}
    assert not [path for path in modules if rule.tests(path) is None]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("title-before", "code   src/onrecord/extract/en/names/evidence.py:"),
        ("took-part", "code   src/onrecord/extract/en/gatherings/scene.py:"),
        ("verb-clause", "code   src/onrecord/extract/en/statements/__init__.py:"),
        ("took-part", "tests  tests/extract/en/gatherings"),
    ],
)
def test_the_script_prints_where_a_rule_is(
    rule: Any, name: str, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.argv", ["rule.py", name])
    assert rule.main() == 0
    assert any(one.startswith(line) for one in capsys.readouterr().out.splitlines())


def test_the_script_says_so_where_there_is_no_such_rule(
    rule: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.argv", ["rule.py", "no-such-rule"])
    assert rule.main() == 2
    assert "there is no rule 'no-such-rule'" in capsys.readouterr().err
