"""Questions and decisions for programs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.serve.accounts.test_guard import PASSWORD, guarded  # noqa: F401 - a fixture
from tests.serve.api.test_api import API, check, get

import onrecord
from onrecord.serve import app
from onrecord.serve.settings import Settings


@pytest.fixture
def desk(sample_record: Path, tmp_path: Path) -> Iterator[TestClient]:
    place = shutil.copy(sample_record, tmp_path / "record.db")
    settings = Settings(hosts=("testserver",), reviewer="Ana")
    with TestClient(app(place, settings), raise_server_exceptions=False) as asking:
        yield asking


def question(client: TestClient, kind: str, place: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = get(client, "/questions", kind=kind)["questions"][place]
    return found


def sent(client: TestClient, kind: str, decision: dict[str, Any], **more: Any):
    return client.post(f"{API}/decisions", json={"kind": kind, "decision": decision, **more})


def chosen(asked: dict[str, Any], key: str, *names: str) -> dict[str, Any]:
    """Return what a program sends of the decision that a choice makes."""
    decision = next(choice["decision"] for choice in asked["choices"] if choice["key"] == key)
    return {name: decision[name] for name in names}


def test_questions_are_those_of_the_record_in_its_order_and_what_their_schema_says(client: TestClient, sample_record: Path):
    with onrecord.open(sample_record) as record:
        asked = [one.id for one in record.questions()]
    found = get(client, "/questions", limit=200)
    check(client, "/questions", found)
    assert [one["id"] for one in found["questions"]] == asked
    assert found["sources"]
    page = get(client, "/questions", limit=4)
    following = get(client, "/questions", limit=4, after=page["next"])
    assert [one["id"] for one in page["questions"] + following["questions"]] == asked[:8]


def test_a_judgement_is_kept_and_listed(desk: TestClient):
    asked = question(desk, "same")
    answer = sent(desk, "judgement", chosen(asked, "n", "left_key", "right_key", "verdict") | {"why": "two days"})
    assert answer.status_code == 201, answer.text
    kept = answer.json()
    assert (kept["decision"]["by"], kept["decision"]["why"], kept["state"]) == ("Ana", "two days", "standing")
    assert desk.get(answer.headers["location"]).json() == kept
    found = get(desk, "/decisions", key=kept["decision"]["left_key"])
    check(desk, "/decisions", found)
    check(desk, "/decisions/{id}", kept)
    assert [one["decision"]["id"] for one in found["decisions"]] == [kept["decision"]["id"]]
    assert asked["id"] not in {one["id"] for one in get(desk, "/questions", limit=200)["questions"]}


def test_who_has_not_seen_what_another_decided_is_refused_and_may_decide_otherwise_after_seeing_it(desk: TestClient):
    asked = question(desk, "fact")
    first = sent(desk, "correction", chosen(asked, "y", "kind", "fact")).json()["decision"]["id"]
    reject = chosen(asked, "n", "kind", "fact")
    refused = sent(desk, "correction", reject)
    assert refused.status_code == 409
    assert "Ana decided on this" in refused.json()["error"]["fault"]
    assert sent(desk, "correction", reject, seen=first).status_code == 201
    states = [one["state"] for one in get(desk, "/decisions", history="true")["decisions"]]
    assert states == ["replaced", "standing"]


def test_a_contradiction_is_settled_by_a_value_that_is_stated(desk: TestClient):
    asked = question(desk, "value")
    told = chosen(asked, "1", "conflict", "choice")
    assert sent(desk, "settlement", told | {"choice": "never"}).status_code == 422
    assert sent(desk, "settlement", told | {"choice": None}).status_code == 422
    kept = sent(desk, "settlement", told | {"why": "the programme"}).json()
    assert (kept["decision"]["choice"], kept["decision"]["why"]) == (told["choice"], "the programme")


def test_a_value_is_corrected_at_its_words_and_a_wrong_quotation_is_refused(desk: TestClient):
    report = get(desk, f"/gatherings/{get(desk, '/gatherings')['gatherings'][0]['key']}")["gathering"]["reports"][0]
    text = get(desk, f"/sources/{report['evidence']['source']}")["document"]["text"]
    told = {"kind": "edit", "fact": report["key"], "property": "attendance", "value": "44", "spans": [[3, 9]]}
    refused = sent(desk, "correction", told | {"quote": "not these words"})
    assert refused.status_code == 400
    assert "the page says" in refused.json()["error"]["fault"]
    kept = sent(desk, "correction", told)
    assert kept.json()["decision"]["quote"] == text[3:9]


def test_a_search_without_a_result_is_kept(desk: TestClient):
    answer = sent(desk, "absence", {"question": "a list of guests", "source": "the archive", "when": "2024-05-01"})
    assert answer.json()["decision"]["question"] == "a list of guests"


def test_a_decision_is_taken_back_and_stands_again(desk: TestClient):
    kept = sent(desk, "correction", chosen(question(desk, "fact"), "n", "kind", "fact")).json()["decision"]["id"]
    undone = desk.post(f"{API}/decisions/{kept}/undo", json={"why": "misread"})
    assert undone.status_code == 201
    assert undone.json()["undoes"] == kept
    assert get(desk, "/decisions")["decisions"] == []
    desk.post(f"{API}/decisions/{undone.json()['decision']['id']}/undo", json={})
    assert [one["decision"]["id"] for one in get(desk, "/decisions")["decisions"]] == [kept]
    assert desk.post(f"{API}/decisions/j-0/undo", json={}).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "judgement", "decision": {"left_key": "p-1", "right_key": "p-2", "verdict": "perhaps"}},
        {"kind": "judgement", "decision": {"left_key": "p-1", "right_key": "p-2", "verdict": "same"}},
        {"kind": "judgement", "decision": {"left_key": "p-1", "right_key": "p-2", "verdict": "same", "by": "Ben"}},
        {"kind": "guess", "decision": {}},
        {"kind": "correction", "decision": {"kind": "add", "document": "d-0", "spans": [[9, 3]]}},
        [],
    ],
)
def test_what_is_no_decision_is_refused_in_one_line(desk: TestClient, body: Any):
    answer = desk.post(f"{API}/decisions", json=body)
    assert answer.status_code == 422
    assert answer.json()["error"]["fault"]
    assert get(desk, "/decisions", history="true")["total"] == 0


def test_a_form_of_another_site_cannot_send_a_decision(desk: TestClient):
    body = '{"kind": "absence", "decision": {"question": "a", "source": "b", "when": "2024"}}'
    assert desk.post(f"{API}/decisions", content=body, headers={"Content-Type": "text/plain"}).status_code == 422
    headers = {"Content-Type": "application/json", "Origin": "https://evil.example"}
    assert desk.post(f"{API}/decisions", content=body, headers=headers).status_code == 403


def test_the_account_that_sends_it_decides_and_a_reader_may_not(guarded: TestClient):  # noqa: F811 - the fixture
    told = {"question": "a list of guests", "source": "the archive", "when": "2024-05-01"}
    body = {"kind": "absence", "decision": told}
    assert guarded.post(f"{API}/decisions", json=body).status_code == 401
    refused = guarded.post(f"{API}/decisions", json=body, auth=("bob", PASSWORD))
    assert refused.status_code == 403
    assert "may read and not decide" in refused.json()["error"]["fault"]
    assert guarded.post(f"{API}/decisions", json=body, auth=("ana", PASSWORD)).json()["decision"]["by"] == "ana"


def test_a_kind_of_decision_that_there_is_not_is_told_those_that_there_are(desk: TestClient):
    error = desk.post(f"{API}/decisions", json={"kind": "guess", "decision": {}}).json()["error"]
    assert error["fault"] == "there is no kind 'guess'"
    assert error["cure"] == "choose one of judgement, correction, settlement, absence"


@pytest.mark.parametrize(
    ("body", "lacking"),
    [
        ({}, "kind"),
        ({"kind": "judgement"}, "decision"),
        ({"kind": "judgement", "decision": {"left_key": "a"}}, "right_key, verdict"),
    ],
)
def test_what_a_decision_lacks_is_named(desk: TestClient, body: dict[str, object], lacking: str):
    answer = desk.post(f"{API}/decisions", json=body)
    assert (answer.status_code, answer.json()["error"]["fault"]) == (422, f"{lacking} is missing")


@pytest.mark.parametrize("content", [b'{"kind":', b"\xff\xfe\x01", b"[1]", b'"word"', b""])
def test_what_is_no_json_is_named_as_such(desk: TestClient, content: bytes):
    answer = desk.post(f"{API}/decisions", content=content, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["fault"]) == (422, "the request is no JSON")
