"""Small rooms, named for what they hold; and every room is under every contract."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ROOT / "src" / "onrecord"
MODULES = sorted(ROOMS.rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}


def name(path: Path) -> str:
    return path.relative_to(ROOMS).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_has_at_most_400_lines_and_its_functions_50(path: Path):
    text = path.read_text("utf-8")
    long = [f"{name(path)}: {text.count(chr(10))} lines"] if text.count("\n") > 400 else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > 50:
                long.append(f"{name(path)}:{node.lineno} {node.name}: {lines} lines")
    assert not long


@pytest.mark.parametrize("path", [path for path in MODULES if "migrations" not in path.parts], ids=name)
def test_what_a_module_names_for_itself_it_uses(path: Path):
    tree = ast.parse(path.read_text("utf-8"))
    named = {one.name for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    named |= {one.target.id for one in tree.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)}
    named |= {to.id for one in tree.body if isinstance(one, ast.Assign) for to in one.targets if isinstance(to, ast.Name)}
    used = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    assert [one for one in sorted(named - used) if re.match("_[^_]", one)] == []


def test_a_module_is_named_for_its_idea():
    assert not [name(path) for path in MODULES if path.stem in DRAWERS or path.parent.name in DRAWERS]


def test_the_library_never_prints():
    printing = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        if path.stem != "cli" and "cli" not in path.relative_to(ROOMS).parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printing


def test_no_room_escapes_a_contract():
    """A `forbidden` contract lists the rooms it binds: a new room must be in each list but those of its own library."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    rooms = {f"onrecord.{path.stem}" for path in ROOMS.iterdir() if path.suffix == ".py" and path.stem != "__init__"}
    rooms |= {f"onrecord.{path.name}" for path in ROOMS.iterdir() if (path / "__init__.py").is_file()}
    for contract in contracts:
        if contract["type"] == "forbidden":
            free = rooms - set(contract["source_modules"])
            assert len(free) == 1, f"{contract['name']}: {sorted(free)} may import {contract['forbidden_modules']}"


@pytest.mark.parametrize("path", sorted(p for p in ROOMS.rglob("data/*") if p.is_file()), ids=name)
def test_a_vocabulary_says_what_it_is_and_where_it_is_from(path: Path):
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("#")
    assert len(first) > 20
