"""What the documents say is so: links lead somewhere, commands exist, examples give what they show."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("docs", "samples", "benchmarks", "scripts", "tests/quality")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in ROOT.glob(f"{folder}/**/*.md"))])
README = (ROOT / "README.md").read_text("utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_to_files_that_are_there(path: Path):
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
    assert not [target for target in targets if "://" not in target and not (path.parent / target).exists()]


def headings_of(path: Path) -> set[str]:
    """Return what the headings of a page are called in links, as the forge makes it."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_into_pages_lead_to_headings_that_are_there(path: Path):
    links = re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", path.read_text("utf-8"))
    inside = [(path.parent / target if target else path, heading) for target, heading in links if "://" not in target]
    assert not [(target.name, heading) for target, heading in inside if heading not in headings_of(target)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_paths_in_code_marks_are_there(path: Path):
    named = re.findall(r"`((?:src|tests|docs|scripts|samples|requirements)/[\w./-]*[\w/])`", path.read_text("utf-8"))
    assert not [target for target in named if not (ROOT / target).exists()]


def test_every_command_is_in_the_readme_and_every_command_of_the_readme_exists():
    printed = subprocess.run([sys.executable, "-m", "onrecord", "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  ([a-z]+) {2,}", printed[printed.index("Commands:") :], re.MULTILINE)
    assert sorted(re.findall(r"^\| `onrecord (\w+)", README, re.MULTILINE)) == sorted(commands)


def test_the_python_example_of_the_readme_gives_what_it_shows():
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried
    assert not failed


def test_the_examples_in_python_give_what_they_show(sample_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "demo").mkdir()
    for part in sample_record.parent.glob("samples.*"):
        shutil.copy(part, tmp_path / "demo")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert tried
    assert not failed


def test_every_document_is_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in ROOT.glob("docs/**/*.md")} - {"index.md"}
    assert pages == {page for page in pages if f"({page})" in index}


def test_every_decision_is_dated():
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        assert re.search(r"^20\d\d-\d\d-\d\d$", path.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "target", re.findall(r"(?:`|\n    )make (\w+)", README + (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
)
def test_every_make_target_that_is_named_exists(target: str):
    assert re.search(rf"^{target}:.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
