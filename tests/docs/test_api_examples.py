"""The examples of docs/api.md, run against a server of the sample pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.made.waiting import LONGEST

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")


@pytest.fixture(scope="module")
def address(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the sample pages, on which Ana decides; the record is a copy, for some examples decide."""
    record = shutil.copy(sample_record, tmp_path_factory.mktemp("examples") / "record.db")
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", "0", "--as", "Ana"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        found = re.search(r"http://[\w.:]+", said)
        assert found, said
        try:
            yield found[0].rstrip("/")
        finally:
            server.terminate()


def example(language: str, address: str, number: int = 0) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found[number]).replace("http://127.0.0.1:8000", address)


def printed(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=LONGEST)
    return done.stdout.splitlines()


def answers(lines: str) -> list[dict[str, Any]]:
    done = [
        subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=True, timeout=LONGEST) for line in lines.splitlines()
    ]
    return [json.loads(one.stdout) for one in done]


def test_the_python_example_of_cursors_finds_all_statements(address: str):
    assert printed(example("python", address)) == ["True"]


def test_the_python_example_prints_participants_with_their_sentences(address: str):
    lines = printed(example("python", address, 1))
    assert lines
    assert all(" · " in line for line in lines)


def test_the_python_example_of_deciding_keeps_a_decision_and_takes_it_back(address: str):
    kept, undone = printed(example("python", address, 2))
    assert kept == "standing Ana"
    assert re.fullmatch(r"undoing k-\w+", undone)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not on this machine")
def test_the_curl_examples_answer_in_json(address: str):
    found, compared = answers(example("sh", address))
    assert found["persons"]
    assert compared["same"] is True
    asked, kept = answers(example("sh", address, 1))
    assert asked["questions"][0]["kind"] == "value"
    assert kept["decision"]["by"] == "Ana"


def test_every_address_of_the_page_is_there_and_every_route_is_on_the_page(address: str):
    with urllib.request.urlopen(f"{address}/api/v1/openapi.json") as answer:  # noqa: S310 - a server of the test itself
        paths = json.load(answer)["paths"]
    told = {path.split("?")[0] for path in re.findall(r"`(/[\w/?=…&]+)`", PAGE.split("Lists come")[0].split("| --- |")[1])}
    assert told == {path.removeprefix("/api/v1").replace("{key}", "KEY").replace("{id}", "ID") for path in paths}
