"""Folders of programs tell what each is for."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", ["benchmarks", "scripts"])
def test_the_readme_of_a_folder_names_every_program_in_it_and_nothing_else(folder: str):
    told = (ROOT / folder / "README.md").read_text("utf-8")
    programs = {path.name for path in (ROOT / folder).iterdir() if path.suffix in (".py", ".sh")}
    assert {name for name in programs if f"`{name}" not in told} == set()
    named = {word.split()[0] for word in told.split("`")[1::2] if word.split()[0].endswith((".py", ".sh")) and "/" not in word}
    assert named <= programs
