from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest

from onrecord.bulk.progress import Tally, noted
from onrecord.bulk.reading import FirstLook, PageReader

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


@pytest.mark.parametrize("content", [PAGE, CAKE, b"  ", b"%PDF-1.7 and then nothing of the kind"])
@pytest.mark.parametrize("gated", [True, False])
def test_what_the_first_look_passes_over_is_what_a_reader_says_of_it(content: bytes, gated: bool):
    state = FirstLook(about=None, gated=gated).passed_over(content, is_response=False)
    said = read(content, gated=gated).state
    assert state == (said if said in ("no-page", "refused") else None)


def test_a_record_that_was_passed_over_is_counted(tmp_path: Path):
    own = reader(journal=str(tmp_path))
    assert own.pass_over("refused", 700).state == "refused"
    own.read(PAGE, "https://example.org/1", NOW, is_response=False)
    assert noted(tmp_path) == Tally(2, 700 + len(PAGE), 1)


def test_damaged_codings_are_left_to_the_reader_who_tells_why():
    record = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b broken"
    assert FirstLook(about=None, gated=True).passed_over(record, is_response=True) is None
    assert reader().read(record, "https://example.org/1", NOW, is_response=True).state == "set-aside"
