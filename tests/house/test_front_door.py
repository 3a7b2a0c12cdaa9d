"""What `import onrecord` offers, and what it costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

STUB = Path(onrecord.__file__).with_suffix(".pyi")


@pytest.mark.parametrize("name", onrecord.__all__)
def test_every_name_that_is_offered_is_there(name: str):
    assert getattr(onrecord, name)


def test_an_editor_is_offered_the_names():
    assert {*onrecord.__all__} <= {*dir(onrecord)}


def test_type_checkers_see_the_names_that_are_offered():
    (names,) = [node.value for node in ast.parse(STUB.read_text("utf-8")).body if isinstance(node, ast.Assign)]
    assert ast.literal_eval(names) == onrecord.__all__


def test_a_name_that_is_not_offered_is_no_attribute():
    with pytest.raises(AttributeError, match="no attribute 'extract_txt'"):
        _ = onrecord.extract_txt  # type: ignore[attr-defined]  # the point of the test


def test_importing_onrecord_imports_nothing_heavy():
    code = "import sys, onrecord; print(sorted({'spacy', 'sqlalchemy', 'typer', 'lxml', 'httpx', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
