from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest

from onrecord.bulk.reading import PageReader

NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
PAGE = (
    b"<html><body><p>The foreign minister, Aigerim Sadykova, met the ambassador of Korea, Han Seo-jin, in Astana on "
    b"3 April 2019.</p></body></html>"
)
CAKE = b"<html><body><p>Bake the cake for forty minutes.</p></body></html>"


def reader(**given: Any) -> PageReader:
    return PageReader(**({"about": None, "gated": True, "journal": None, "set_aside": {}} | given))


def read(content: bytes, **given: Any):
    return reader(**given).read(content, "https://example.org/1", NOW, is_response=False)


def test_a_page_of_the_field_gives_claims_that_stand_in_it():
    outcome = read(PAGE)
    assert outcome.state == "read"
    assert outcome.language == "en"
    assert {"Aigerim Sadykova", "Han Seo-jin"} <= {claim["wording"] for claim in outcome.claims if claim["property"] == "name"}
    assert [claim["n"] for claim in outcome.claims] == list(range(len(outcome.claims)))


def test_another_page_is_refused_and_without_a_gate_found_empty():
    assert read(CAKE).state == "refused"
    assert read(CAKE, gated=False).state == "empty"


def test_a_page_that_was_set_aside_is_not_tried_again():
    outcome = read(PAGE, set_aside={hashlib.sha256(PAGE).hexdigest(): "it ended its reader"})
    assert (outcome.state, outcome.reason, outcome.content) == ("set-aside", "it ended its reader", PAGE)


def test_a_page_that_cannot_be_decoded_is_set_aside_with_the_reason():
    outcome = read(b"%PDF-1.7 and then nothing of the kind")
    assert outcome.state == "set-aside"
    assert outcome.reason


def test_a_fault_of_ours_sets_the_page_aside(monkeypatch: pytest.MonkeyPatch):
    def fail(_document: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("onrecord.extract.extract", fail)
    outcome = read(PAGE)
    assert outcome.state == "set-aside"
    assert "ZeroDivisionError" in (outcome.reason or "")


def test_the_journal_names_the_page_at_hand_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []

    def note(_document: object) -> None:
        seen.extend(path.read_text("ascii") for path in tmp_path.glob("*.page"))
        raise ZeroDivisionError

    monkeypatch.setattr("onrecord.extract.extract", note)
    read(PAGE, journal=str(tmp_path))
    assert seen == [hashlib.sha256(PAGE).hexdigest()]
    assert [path.read_text("ascii") for path in tmp_path.glob("*.page")] == [""]
