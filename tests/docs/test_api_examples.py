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

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")


@pytest.fixture(scope="module")
def address(sample_record: Path) -> Iterator[str]:
    """The address of a server of the sample pages."""
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(sample_record), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        found = re.search(r"http://[\w.:]+", said)
        assert found, said
        yield found[0].rstrip("/")
        server.terminate()


def example(language: str, address: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found).replace("http://127.0.0.1:8000", address)


def test_the_python_example_prints_participants_with_their_sentences(address: str):
    done = subprocess.run(
        [sys.executable, "-c", example("python", address)], capture_output=True, text=True, check=True, timeout=60
    )
    lines = done.stdout.splitlines()
    assert lines
    assert all(" · " in line for line in lines)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not on this machine")
def test_the_curl_examples_answer_in_json(address: str):
    for line in example("sh", address).splitlines():
        done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=True, timeout=60)
        found = json.loads(done.stdout)
        assert "error" not in found
        assert found.get("persons") or found.get("same")


def test_every_address_of_the_page_is_there_and_every_route_is_on_the_page(address: str):
    with urllib.request.urlopen(f"{address}/api/v1/openapi.json") as answer:  # noqa: S310 - a server of the test itself
        paths = json.load(answer)["paths"]
    told = {path.split("?")[0] for path in re.findall(r"`(/[\w/?=…&]+)`", PAGE.split("Lists come")[0].split("| --- |")[1])}
    assert told == {path.removeprefix("/api/v1").replace("{key}", "KEY") for path in paths}
