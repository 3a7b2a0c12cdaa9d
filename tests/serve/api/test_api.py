from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

API = "/api/v1"
LISTS = {
    "persons": "persons", "organizations": "organizations", "gatherings": "gatherings", "statements": "statements",
    "milestones": "milestones", "sources": "pages",
}  # fmt: skip


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(API + path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def first(client: TestClient, kind: str, **query: Any) -> dict[str, Any]:
    found: dict[str, Any] = get(client, f"/{kind}", **query)[LISTS[kind]][0]
    return found


def check(client: TestClient, route: str, answer: Any) -> None:
    """Hold an answer against what the OpenAPI document says of its route."""
    document = client.get(f"{API}/openapi.json").json()
    operation = document["paths"][f"{API}{route}"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    registry: Registry[Any] = Registry().with_resource("urn:api", Resource.opaque(document))
    reference = {"$ref": "urn:api" + schema["$ref"]}
    Draft202012Validator(reference, registry=registry).validate(answer)


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_is_what_its_schema_says_and_holds_entries(client: TestClient, kind: str):
    found = get(client, f"/{kind}", limit=3)
    check(client, f"/{kind}", found)
    assert 0 < len(found[LISTS[kind]]) <= 3
    assert found["total"] >= len(found[LISTS[kind]])


@pytest.mark.parametrize("kind", LISTS)
def test_cursors_walk_through_all_of_a_list_once(client: TestClient, kind: str):
    keys, after = [], None
    while True:
        found = get(client, f"/{kind}", limit=7, **({"after": after} if after else {}))
        keys += [entry["key"] for entry in found[LISTS[kind]]]
        after = found["next"]
        if after is None:
            break
    assert len(keys) == len(set(keys)) == found["total"]


@pytest.mark.parametrize("kind", ["persons", "organizations", "gatherings", "sources"])
def test_one_thing_is_what_its_schema_says(client: TestClient, kind: str):
    found = get(client, f"/{kind}/{first(client, kind)['key']}")
    check(client, f"/{kind}/{{key}}", found)
    assert found["sources"]


def test_all_evidence_opens_in_the_text_of_its_source(client: TestClient):
    found = get(client, f"/gatherings/{first(client, 'gatherings')['key']}")
    for report in found["gathering"]["reports"]:
        evidence = report["evidence"]
        text = get(client, f"/sources/{evidence['source']}")["document"]["text"]
        assert " … ".join(text[start:end] for start, end in evidence["spans"]) == evidence["wording"]


def test_a_name_is_found_in_any_script(client: TestClient):
    by_latin = first(client, "persons", q="Shin Tae-ho")
    by_hangul = first(client, "persons", q="신태호")
    assert by_latin["key"] == by_hangul["key"]


def test_statements_are_filtered(client: TestClient):
    speaker = next(entry["speaker"] for entry in get(client, "/statements", limit=200)["statements"] if entry["speaker"])
    found = get(client, "/statements", who=speaker, limit=200)["statements"]
    assert found
    assert {entry["speaker"] for entry in found} == {speaker}
    direct = get(client, "/statements", direct="true", limit=200)["statements"]
    assert direct
    assert all(entry["direct"] for entry in direct)
    check(client, "/persons/{key}/statements", get(client, f"/persons/{speaker}/statements"))


def test_contradictions_are_what_their_schema_says(client: TestClient):
    found = get(client, "/conflicts")
    check(client, "/conflicts", found)
    assert found["conflicts"]


def test_claims_name_their_rule(client: TestClient):
    found = get(client, f"/claims/{first(client, 'gatherings')['key']}")
    check(client, "/claims/{key}", found)
    assert all(claim["evidence"]["rule"] for claim in found["claims"])


def test_what_was_said_and_disputed_at_an_occasion(client: TestClient):
    key = first(client, "gatherings")["key"]
    check(client, "/gatherings/{key}/statements", get(client, f"/gatherings/{key}/statements"))
    check(client, "/gatherings/{key}/conflicts", get(client, f"/gatherings/{key}/conflicts"))


def test_two_names_are_compared(client: TestClient):
    found = get(client, "/names/compare", a="Baek Ju-hyun", b="백주현")
    check(client, "/names/compare", found)
    assert found["same"] is True
    assert found["reasons"]


def test_an_answer_that_still_holds_is_not_sent_again(client: TestClient):
    answer = client.get(f"{API}/persons")
    etag = answer.headers["etag"]
    again = client.get(f"{API}/persons", headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    assert client.get(f"{API}/persons", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get(f"{API}/persons?limit=2").headers["etag"] != etag


@pytest.mark.parametrize(
    ("path", "status"),
    [("/persons/p-none", 404), ("/gatherings/none", 404), ("/sources/d-none", 404), ("/claims/x", 404), ("/none", 404),
     ("/persons?limit=0", 422), ("/gatherings?type=party", 422), ("/milestones?from=soon", 422)],
)  # fmt: skip
def test_a_fault_is_one_line_with_its_cure(client: TestClient, path: str, status: int):
    answer = client.get(API + path)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["status"] == status
    assert error["fault"]
    assert error["cure"]


@pytest.mark.parametrize(
    ("path", "fault", "cure"),
    [
        ("/gatherings?type=party", "there is no type 'party'", "choose one of roundtable, webinar, "),
        ("/questions?kind=all", "there is no kind 'all'", "choose one of same, value, fact"),
        ("/statements?language=xx", "there is no language 'xx'", "choose one of en, ko, ru, "),
        ("/names/compare?a=Senova", "b is missing", "give a value"),
        ("/milestones?from=soon", "“soon” cannot be used for “from year”", "write a year of four digits"),
    ],
)
def test_a_value_that_is_no_choice_is_told_what_there_is_to_choose(client: TestClient, path: str, fault: str, cure: str):
    error = client.get(API + path).json()["error"]
    assert error["fault"] == fault
    assert error["cure"].startswith(cure)


def test_an_empty_record_has_empty_lists(empty: TestClient):
    for kind, name in LISTS.items():
        assert get(empty, f"/{kind}") == {name: [], "total": 0, "next": None}


def test_counts(client: TestClient):
    found = get(client, "/counts")
    check(client, "/counts", found)
    assert found["pages"] == 18


@pytest.mark.parametrize(("path", "name"), [("/statements", "since"), ("/persons", "limits"), ("/questions", "q")])
def test_a_parameter_that_is_not_known_is_refused_and_not_passed_over(client: TestClient, path: str, name: str):
    answer = client.get(API + path, params={name: "2020"})
    assert answer.status_code == 422
    assert answer.json()["error"]["fault"] == f"there is no parameter {name!r}"
    assert "limit" in answer.json()["error"]["cure"]
    assert client.get(API + path, params={"lang": "ru", "limit": 1}).status_code == 200
