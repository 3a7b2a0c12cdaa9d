"""What the nursery reads for practice is there, in every record."""

from __future__ import annotations

from typing import Any

from onrecord.serve.makers.nursery import PRACTICE, examples


def test_pages_of_every_kind_are_read_for_practice(client: Any) -> None:
    catalogue = client.app.state.library.catalogue()
    addresses = [*PRACTICE, *examples(catalogue)]
    assert {address.split("/")[1].split("?")[0] for address in addresses} >= {
        "persons", "organizations", "gatherings", "statements", "sources", "network", "api",
    }  # fmt: skip
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_an_empty_record_has_no_examples(empty: Any) -> None:
    assert list(examples(empty.app.state.library.catalogue())) == []
