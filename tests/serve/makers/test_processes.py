"""Pages that several processes make are those that one process makes; who decides in one of them is seen by all."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.made.waiting import until

import onrecord
from onrecord.serve import app
from onrecord.serve.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="makers are forked")

PATHS = (
    "/", "/ko/", "/persons", "/gatherings?from=2000", "/statements", "/network", "/topics", "/timeline", "/contradictions",
    "/search?q=Kazakhstan", "/persons/p-0", "/review", "/api/v1/persons", "/api/v1/openapi.json", "/charts/coverage.json",
)  # fmt: skip


@pytest.fixture(scope="module")
def place(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_record, tmp_path_factory.mktemp("many") / "record.db"))


@pytest.fixture
def one(place: Path) -> Iterator[TestClient]:
    """Ask a server that makes all pages itself."""
    with TestClient(app(place, Settings(hosts=("testserver",))), follow_redirects=False) as asking:
        yield asking


@pytest.fixture(scope="module")
def many(place: Path) -> Iterator[TestClient]:
    """Ask a server with two makers."""
    settings = Settings(hosts=("testserver",), processes=2)
    with pytest.MonkeyPatch.context() as patch:
        # However slow the machine is: the record is a small one.
        patch.setattr("onrecord.serve.makers.pool.PATIENCE", 600.0)
        patch.setattr("onrecord.serve.makers.pool.WAIT", 120.0)
        with TestClient(app(place, settings), follow_redirects=False, raise_server_exceptions=False) as asking:
            yield asking


def plain(page: str) -> str:
    """Return a page without what belongs to one browser."""
    return re.sub(r'name="token" value="\w+"', "", page)


def children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]


def alive(process: int) -> bool:
    """Tell whether a process runs: one that has ended may be known until somebody asks how."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False


def nursery(many: TestClient) -> int:
    number: int = many.app.state.pool._process.pid  # type: ignore[attr-defined]  # the application of this fixture
    return number


def test_pages_are_those_of_one_process(many: TestClient, one: TestClient):
    for path in PATHS:
        made, wanted = many.get(path), one.get(path)
        assert (made.status_code, plain(made.text)) == (wanted.status_code, plain(wanted.text)), path
        assert made.headers.get("content-type") == wanted.headers.get("content-type")
    assert {many.get(path).headers.get("etag") for path in ("/persons", "/api/v1/persons")} == {
        one.get(path).headers.get("etag") for path in ("/persons", "/api/v1/persons")
    }


def test_a_browser_that_has_the_page_is_told_so(many: TestClient):
    for path in ("/persons", "/api/v1/persons", "/api/v1/persons?limit=7"):
        etag = many.get(path).headers["etag"]
        answer = many.get(path, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content) == (304, b"")


def test_a_page_that_is_added_elsewhere_is_on_the_next_pages(many: TestClient, place: Path, tmp_path: Path):
    assert "Aliya Senova" not in many.get("/persons?q=senova").text
    page = tmp_path / "page.txt"
    page.write_text("Archives at the forum\n\nThe minister, Aliya Senova, said on Monday that archives outlive us all.\n")
    with onrecord.open(place) as another:
        another.add(page)
    assert "Aliya Senova" in many.get("/persons?q=senova").text


def test_what_is_decided_in_a_form_is_in_the_history(many: TestClient, place: Path):
    asked = re.search(r'class="what"><a href="(/review/[^"?]+)', many.get("/review").text)
    assert asked
    own = next(part for part in many.get(asked[1]).text.split("<form") if f'action="{asked[1]}"' in part)
    fields = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', own.split("</form>")[0]))
    button = re.search(r'name="answer" value="(\w+)"', own)
    assert button
    before = many.get("/review/decisions").text
    assert many.post(asked[1], data={**fields, "token": "another", "answer": button[1]}).status_code == 403
    answer = many.post(asked[1], data={**{name: unescape(value) for name, value in fields.items()}, "answer": button[1]})
    assert answer.status_code == 303, answer.text
    with onrecord.open(place) as another:
        assert len(another.view.decisions()) == 1
    assert many.get("/review/decisions").text != before


def test_pages_are_added_by_the_one_that_takes_connections(many: TestClient):
    token = re.search(r'name="token" value="(\w+)"', many.get("/add").text)
    assert token
    typed = "Ledgers at the institute\n\nThe director, Zara Eskenova, said on Friday that ledgers are kept for ever.\n"
    answer = many.post("/add", data={"token": token[1], "typed": typed})
    assert answer.status_code == 303
    told = many.get(f"{answer.headers['location']}/events").text
    assert "event: over" in told
    assert '"outcome": "added"' in told
    assert "/sources/d-" in many.get(answer.headers["location"]).text
    assert "Zara Eskenova" in many.get("/persons?q=eskenova").text


def test_makers_that_die_are_followed_by_others(many: TestClient):
    many.get("/persons")
    for maker in (first := children(nursery(many))):
        os.kill(maker, signal.SIGKILL)
    for n in range(6):
        assert many.get(f"/persons?q=after{n}").status_code == 200
    until(lambda: not set(first) & set(children(nursery(many))))


def test_a_nursery_that_dies_is_followed_by_another(many: TestClient, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("onrecord.serve.makers.pool.PAUSE", 0.01)
    many.get("/persons")
    os.kill(before := nursery(many), signal.SIGKILL)
    assert many.get("/persons?q=meanwhile").status_code == 200
    until(lambda: nursery(many) != before)


def test_nothing_is_left_when_the_server_ends(place: Path):
    settings = Settings(hosts=("testserver",), processes=1)
    with TestClient(application := app(place, settings)) as asking:
        assert asking.get("/persons").status_code == 200
        pool = application.state.pool
        processes = [pool._process.pid, *children(pool._process.pid)]
    until(lambda: not any(map(alive, processes)))
    assert not pool._folder.exists()
