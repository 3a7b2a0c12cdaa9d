"""The first sight of every kind of page of a generated record takes one page and one style sheet under 100,000 bytes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.serve import app
from onrecord.serve.settings import Settings

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
STATEMENTS = 2000


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[str, list[str]]]]:
    """A server of a generated record, and the addresses that the benchmark asks for by kind."""
    record = tmp_path_factory.mktemp("generated") / "record.db"
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import_module("generated_record").generate(record, STATEMENTS)
        kinds = import_module("web").addresses(record, STATEMENTS)
    finally:
        sys.path.remove(str(BENCHMARKS))
    with TestClient(app(record, Settings(hosts=("testserver",)))) as client:
        yield client, kinds


def test_every_kind_of_page_is_light_and_the_benchmark_asks_for_pages_that_are_there(
    generated: tuple[TestClient, dict[str, list[str]]],
):
    client, kinds = generated
    style = ""
    heavy = {}
    for kind, paths in kinds.items():
        for path in paths[:3]:
            answer = client.get(path)
            assert answer.status_code == 200, path
            if not kind.startswith("api"):
                (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', answer.text)
                heavy[path] = len(answer.content)
    whole = len(client.get(style).content)
    assert len(heavy) > 40
    assert {path: size + whole for path, size in heavy.items() if size + whole >= 100_000} == {}
