"""What was decided: listed with who, when and why; taken back and restored; and what readers may not do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.serve.accounts.test_guard import guarded, sign_in  # noqa: F401 - a fixture
from tests.serve.review.conftest import main, open_paths, send

import onrecord
from onrecord.model.decision import Absence


def states(client: TestClient) -> list[tuple[str, str]]:
    """Return id and state of each entry, the newest first."""
    return re.findall(r'<li id="([a-z]-\w+)" data-state="(\w+)"', client.get("/review/decisions").text)


def test_an_answer_is_taken_back_from_the_page_that_follows(desk: TestClient):
    path = open_paths(desk, "same")[0]
    following = send(desk, path, answer="n").headers["location"]
    ((kept, _),) = states(desk)
    answer = send(desk, f"/review/decisions/{kept}/undo", desk.get(following).text)
    assert answer.status_code == 303
    assert [state for _, state in states(desk)] == ["undoing", "undone"]
    assert path in open_paths(desk, "same")


def test_a_decision_that_was_taken_back_can_stand_again(desk: TestClient):
    send(desk, open_paths(desk, "value")[0], answer="1", why="the programme")
    ((kept, _),) = states(desk)
    back = send(desk, f"/review/decisions/{kept}/undo", desk.get("/review/decisions").text)
    assert back.headers["location"].startswith("/review/decisions?done=u-")
    (undoing, _), _ = states(desk)
    send(desk, f"/review/decisions/{undoing}/undo", desk.get("/review/decisions").text)
    assert (kept, "standing") in states(desk)
    page = main(desk.get("/review/decisions").text)
    assert "the programme" in page
    assert "taken back" in page


def test_what_somebody_has_replaced_meanwhile_is_not_taken_back(desk: TestClient, second: TestClient):
    path = open_paths(desk, "fact")[0]
    send(desk, path, answer="y")
    ((kept, _),) = states(desk)
    seen = desk.get("/review/decisions").text
    send(second, path, answer="n")
    send(second, f"/review/decisions/{states(second)[0][0]}/undo", second.get("/review/decisions").text)
    send(second, path, answer="n")
    refused = send(desk, f"/review/decisions/{kept}/undo", seen)
    assert refused.status_code == 409
    assert re.search(r"Ben decided on this at .*rejected", main(refused.text))


def test_history_is_narrowed_down(desk: TestClient, second: TestClient):
    send(desk, open_paths(desk, "fact")[0], answer="y")
    send(second, open_paths(second, "value")[0], answer="1")
    for query, number in (
        ("", 2),
        ("by=Ben", 1),
        ("what=correction", 1),
        ("what=judgement", 0),
        ("only=standing", 2),
        ("only=gone", 0),
    ):
        assert desk.get(f"/review/decisions?{query}").text.count("data-state=") == number, query


def test_a_decision_whose_ground_is_gone_is_told(desk: TestClient, place: Path):
    send(desk, open_paths(desk, "fact")[0], answer="y")
    with onrecord.open(place) as record:
        (kept,) = record.view.decisions()
        url = kept.ground[0].url
        record.store.writer().forget(url, by="Ana", why="asked to")
    page = desk.get("/review/decisions?only=gone").text
    assert page.count("data-state=") == 1
    assert "No page that counts says this any more" in main(page)
    assert "1 decision rests on what no page says any more" in main(desk.get("/review/decisions").text)


def test_a_search_without_a_result_is_told_too(desk: TestClient, place: Path):
    with onrecord.open(place) as record:
        record.store.writer().note_absence(Absence("a list of guests", "the archive", "2024-05-01", by="Ben"))
    assert "searched and not found: a list of guests (the archive)" in main(desk.get("/review/decisions").text)


def test_a_reader_sees_questions_and_may_not_decide(guarded: TestClient, tmp_path: Path):  # noqa: F811 - the fixture
    sign_in(guarded, "bob")
    path = open_paths(guarded, "same")[0]
    page = guarded.get(path).text
    assert "Your account may read and not decide" in main(page)
    assert 'name="answer"' not in page
    token = re.search(r'name="token" value="(\w+)"', page)
    assert token
    for address in (path, "/review/decisions/j-0/undo", "/review/fact/t-0/title", "/review/add/d-0"):
        refused = guarded.post(address, data={"token": token[1], "answer": "y"})
        assert refused.status_code == 403
        assert "may read and not decide" in main(refused.text)
    with onrecord.open(tmp_path / "record.db") as record:
        step = record.view.milestones()[0].key
    assert guarded.get(f"/review/fact/{step}/date").status_code == 403


def test_who_is_signed_in_is_who_decides(guarded: TestClient, tmp_path: Path):  # noqa: F811 - the fixture
    sign_in(guarded, "ana")
    send(guarded, open_paths(guarded, "same")[0], answer="d")
    with onrecord.open(tmp_path / "record.db") as record:
        assert [one.decision.by for one in record.view.decisions()] == ["ana"]


@pytest.mark.parametrize("id", ["j-0", "x", "%3Cscript%3E"])
def test_nothing_is_taken_back_that_never_was(desk: TestClient, id: str):
    send(desk, open_paths(desk, "fact")[0], answer="y")
    page = desk.get("/review/decisions").text
    token = re.search(r'name="token" value="(\w+)"', page)
    assert token
    assert desk.post(f"/review/decisions/{id}/undo", data={"token": token[1]}).status_code == 404
