"""Long lists of persons, bodies and contradictions come a page at a time, and together they are everything that there is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.serve.api.test_api import check, first, get

import onrecord
from onrecord.record.portions import attended_by, positions_of, statements_of

LISTS = {
    "persons": ("positions", "gatherings", "statements", "mentions"),
    "organizations": ("people", "gatherings", "statements", "mentions"),
}


def walked(client: TestClient, path: str, name: str, limit: int) -> tuple[list[Any], list[int], set[str]]:
    """Follow the cursors of a list: its entries, what each page says of the total, and the sources that were sent."""
    entries: list[Any] = []
    totals, sources, after = [], set[str](), ""
    while True:
        found = get(client, path, limit=limit, **({"after": after} if after else {}))
        entries += found[name]
        totals.append(found["total"])
        sources |= set(found["sources"])
        assert len(found[name]) <= limit
        after = found["next"]
        if after is None:
            return entries, totals, sources


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in LISTS.items() for name in names])
def test_cursors_walk_through_all_of_a_long_list(client: TestClient, sample_record: Path, kind: str, name: str):
    with onrecord.open(sample_record) as record:
        of = record.view.person if kind == "persons" else record.view.organization
        keys = [one["key"] for one in get(client, f"/{kind}", limit=200)[kind]]
        everybody: dict[str, Any] = {key: of(key) for key in keys}
    key = max(keys, key=lambda one: len(getattr(everybody[one], name)))
    expected = getattr(everybody[key], name)
    assert expected
    entries, totals, sources = walked(client, f"/{kind}/{key}/{name}", name, 1 if len(expected) < 9 else 3)
    assert set(totals) == {len(expected)} == {len(entries)}
    check(client, f"/{kind}/{{key}}/{name}", get(client, f"/{kind}/{key}/{name}", limit=2))
    if name == "mentions":
        assert Counter(one["source"] for one in entries) == Counter(one.source.key for one in expected)
        assert {one["wording"] for one in entries} == {one.wording for one in expected}
        assert sources == {one["source"] for one in entries}
    elif name == "gatherings":
        assert {one["gathering"]["key"] for one in entries} == {one.gathering.key for one in expected}
        roles = {one.gathering.key: [part.role for part in one.roles] for one in expected}
        assert {one["gathering"]["key"]: [part["role"] for part in one["roles"]] for one in entries} == roles
    else:
        assert Counter(one["key"] for one in entries) == Counter(one.key for one in expected)


@pytest.mark.parametrize("kind", LISTS)
def test_one_answer_begins_each_list_and_says_where_it_goes_on(client: TestClient, kind: str):
    singular = kind.removesuffix("s")
    key = first(client, kind)["key"]
    found = get(client, f"/{kind}/{key}", limit=1)
    check(client, f"/{kind}/{{key}}", found)
    for name in LISTS[kind]:
        begun, total, after = found[singular][name], found["total"][name], found["next"][name]
        assert len(begun) == min(1, total)
        assert (after is None) == (total <= 1)
        rest = get(client, f"/{kind}/{key}/{name}", **({"after": after} if after else {}))
        assert rest["total"] == total
        assert begun == get(client, f"/{kind}/{key}/{name}", limit=1)[name]
        if after:
            assert rest[name] == get(client, f"/{kind}/{key}/{name}")[name][1:]


def test_contradictions_come_a_page_at_a_time_the_most_severe_first(client: TestClient):
    entries, totals, _ = walked(client, "/conflicts", "conflicts", 1)
    assert entries == get(client, "/conflicts", limit=200)["conflicts"]
    assert set(totals) == {len(entries)}
    severities = ["high", "medium", "low"]
    ranks = [severities.index(one["severity"]) for one in entries]
    assert ranks == sorted(ranks)


def test_what_was_said_at_an_occasion_and_its_claims_have_pages(client: TestClient):
    for one in get(client, "/gatherings", limit=200)["gatherings"]:
        path = f"/gatherings/{one['key']}/statements"
        whole = get(client, path, limit=200)
        assert walked(client, path, "statements", 2)[0] == whole["statements"]
    claims = get(client, f"/claims/{first(client, 'gatherings')['key']}", limit=200)
    assert walked(client, f"/claims/{first(client, 'gatherings')['key']}", "claims", 2)[0] == claims["claims"]


@pytest.mark.parametrize("path", ["/persons/p-none/statements", "/organizations/o-none/people", "/gatherings/g-none/conflicts"])
def test_a_list_of_nobody_is_a_fault(client: TestClient, path: str):
    assert client.get(f"/api/v1{path}").status_code == 404
    assert client.get(f"/api/v1{path}?limit=1000").status_code == 422


def test_of_keys_that_nothing_has_nothing_is_returned(sample_record: Path):
    with onrecord.open(sample_record) as record:
        store = record.store
        for keys in (list[str](), ["none"]):
            assert [*statements_of(store, keys), *attended_by(store, "p-none", keys), *positions_of(store, keys)] == []
