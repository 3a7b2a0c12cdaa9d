from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.made.waiting import until

from onrecord.model.errors import UsageError
from onrecord.serve import app
from onrecord.serve.accounts.attempts import Attempts
from onrecord.serve.adding import parted
from onrecord.serve.pages import adding
from onrecord.serve.settings import Settings

TEXT = (
    "The talks went on for two days. Foreign Minister Aigerim Sadykova met Ambassador Han Seo-jin in Astana on 3 April 2019."
    " They spoke of the safety of the former test site."
)


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(adding, "_attempts", Attempts(30, 600))
    settings = Settings(hosts=("testserver",), largest_upload=200_000)
    with TestClient(app(tmp_path / "record.db", settings), follow_redirects=False, raise_server_exceptions=False) as asking:
        yield asking


def send(client: TestClient, typed: str = "", files: list[tuple[str, bytes]] | None = None):
    found = re.search(r'name="token" value="(\w+)"', client.get("/add").text)
    assert found
    parts: Any = [("files", (name, content)) for name, content in files or [("", b"")]]
    return client.post("/add", data={"token": found[1], "typed": typed}, files=parts)


def finished(client: TestClient, address: str) -> str:
    until(lambda: "data-events" not in client.get(address).text)
    return str(client.get(address).text)


def test_a_text_is_read_into_the_record(client: TestClient):
    answer = send(client, TEXT)
    assert answer.status_code == 303
    page = finished(client, answer.headers["location"])
    assert 'data-outcome="added"' in page
    assert client.get("/api/v1/counts").json()["pages"] == 1
    assert client.get("/api/v1/persons", params={"q": "Sadykova"}).json()["total"] == 1


def test_files_are_read_and_each_is_told_of(client: TestClient):
    answer = send(client, files=[("a.txt", TEXT.encode()), ("../../b.pdf", b"%PDF-1.4 damaged"), ("a copy.txt", TEXT.encode())])
    page = finished(client, answer.headers["location"])
    assert re.findall(r'data-outcome="([\w-]+)"', page) == ["added", "unread", "new-address"]
    assert "upload:b.pdf" in page
    assert ".." not in page


def test_events_tell_of_each_page_and_of_the_end(client: TestClient):
    answer = send(client, TEXT)
    with client.stream("GET", f"{answer.headers['location']}/events") as told:
        assert told.headers["content-type"].startswith("text/event-stream")
        lines = list(told.iter_lines())
    rows = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    assert rows[0]["outcome"] == "added"
    assert lines[-3:][0] == "event: over"


def test_addresses_of_this_machine_are_not_fetched(client: TestClient):
    answer = send(client, "http://127.0.0.1:9/secret\nfile:///etc/passwd")
    page = finished(client, answer.headers["location"])  # the second line is no address, so that all is a text
    assert "root:" not in page
    answer = send(client, "http://127.0.0.1:9/secret")
    page = finished(client, answer.headers["location"])
    assert 'data-outcome="failed"' in page


def test_nothing_to_add_is_told(client: TestClient):
    answer = send(client, "  \n ")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_what_is_too_large_is_refused_before_it_is_read(client: TestClient):
    assert send(client, "a" * 300_000).status_code == 413


def test_a_reader_may_not_add_too_often(client: TestClient, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(adding, "_attempts", Attempts(1, 600))
    assert send(client, TEXT).status_code == 303
    assert send(client, TEXT).status_code == 429


def test_hostile_names_are_text(client: TestClient):
    answer = send(client, files=[("<img src=x onerror=alert(1)>.txt", TEXT.encode())])
    page = finished(client, answer.headers["location"])
    assert "<img" not in page.split("<main", 1)[1]


def test_a_run_that_never_was_is_not_found(client: TestClient):
    assert client.get("/add/none").status_code == 404
    assert client.get("/add/none/events").status_code == 404


def test_lines_are_addresses_where_all_of_them_are():
    assert parted("https://a.example/1\n\nhttps://a.example/1\nhttps://b.example/2") == (
        ["https://a.example/1", "https://b.example/2"], "",
    )  # fmt: skip
    assert parted("See https://a.example/1") == ([], "See https://a.example/1")
    assert parted(" \n") == ([], "")


def test_too_many_addresses_at_once_are_refused(client: TestClient):
    with pytest.raises(UsageError, match="addresses at once"):
        client.app.state.runs.start("\n".join(f"https://a.example/{n}" for n in range(201)), [], "ana")  # type: ignore[attr-defined]
