"""Every command and every Python example of the documentation, run as it is written, in a folder with the sample pages."""

from __future__ import annotations

import io
import itertools
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import main
from onrecord.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(path for path in ROOT.glob("docs/**/*.md") if path.name != "cli.md"), *ROOT.glob("samples/*.md")]
)
ELSEWHERE = {"onrecord serve": "tests/serve", "--cluster": "tests/bulk", "https://": "tests/capture"}
"""What is not run here: it serves until it is ended, or needs a cluster or the web; where it is tested."""

TYPED = {"onrecord user add": "a password of some length\n", "onrecord review": "q"}
"""What is typed into commands that ask."""


def commands() -> list[str]:
    """Return the commands of indented examples; what stands behind a pipe is the shell's."""
    lines = (line for path in PAGES for line in re.findall(r"^    (onrecord .+)$", path.read_text("utf-8"), re.MULTILINE))
    return [line for line in lines if not any(words in line for words in ELSEWHERE)]


@pytest.fixture(scope="module")
def desk(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the examples name: the record, pages, annotated pages, a crawl."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copy(sample_record, folder / "onrecord.db")
    some = ROOT / "samples" / "pages"
    for made in ("samples/pages", "crawl"):
        (folder / made).mkdir(parents=True)
        shutil.copy(some / "13-call.txt", folder / made)
    shutil.copy(some / "13-call.txt", folder / "page.txt")
    annotated = sorted((ROOT / "tests" / "quality" / "en" / "own" / "gold").glob("*.json"))[0]
    for kind, ending in (("gold", ".json"), ("pages", ".txt")):
        target = folder / "tests" / "quality" / "en" / "own" / kind
        target.mkdir(parents=True)
        shutil.copy(ROOT / "tests" / "quality" / "en" / "own" / kind / f"{annotated.stem}{ending}", target)
    return folder


@pytest.mark.parametrize("line", commands(), ids=lambda line: line.partition("  ")[0])
def test_a_command_of_the_documentation_does_what_it_is_said_to_do(
    line: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(desk)
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    monkeypatch.setenv("ONRECORD_AS", "Ana")
    monkeypatch.setattr("sys.stdin", io.StringIO(next((keys for start, keys in TYPED.items() if line.startswith(start)), "")))
    monkeypatch.setattr(sys, "argv", shlex.split(line.partition(" | ")[0], comments=True))
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capsys.readouterr()
    assert ended.value.code in (0, None), err
    assert out.strip()
    assert "No statement matches" not in out


def example(name: str) -> str:
    """Return the Python of a page."""
    (found,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / name).read_text("utf-8"), re.DOTALL)
    return str(found)


def test_the_example_of_names_gives_what_it_shows():
    code = example("names.md")
    given: dict[str, object] = {}
    exec(code, given)  # noqa: S102 - what the page says to run
    shown = re.findall(r"^(found\.\w+)  # (\(.*\)|True|False)", code, re.MULTILINE)
    assert [name for name, _ in shown] == ["found.same", "found.reasons"]
    for words, value in shown:
        assert repr(eval(words, given)) == value  # noqa: S307 - the same


def test_the_example_of_decisions_keeps_three_of_them(sample_record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    shutil.copy(sample_record, tmp_path / "onrecord.db")
    with onrecord.open("onrecord.db") as record:
        persons = itertools.chain(*(record.who(name) for name in ("Abishev", "Bekturov")))
        keys = {"p": (person.key for person in persons)}
        keys |= {"g": (one.key for one in record.gatherings()), "s": (one.key for one in record.said())}
        exec(re.sub(r"\b([pgs])-…", lambda found: next(keys[found[1]]), example("record.md")))  # noqa: S102 - what the page says to run
        assert [one.decision.by for one in record.view.decisions()] == ["Meruert"] * 3


def test_the_example_of_a_bulk_run_loads_what_it_read(desk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    shutil.copytree(desk / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    exec(example("bulk.md"), {"__name__": "__main__"})  # noqa: S102 - what the page says to run
    with onrecord.open("onrecord.db", create=False) as record:
        assert record.who("Bekturov")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_named_in_prose_exist(path: Path):
    known = {command.__name__ for command in COMMANDS} | {"user"}
    assert not set(re.findall(r"`onrecord ([a-z]+)", path.read_text("utf-8"))) - known
