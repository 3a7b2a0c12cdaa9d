"""What a worker notes: the page at hand and no other, and how much it has done."""

from __future__ import annotations

from pathlib import Path

from onrecord.bulk import journal
from onrecord.bulk.journal import NOTED_EVERY, Journal
from onrecord.bulk.progress import Tally, noted

PAGE, NEXT = "a" * 64, "b" * 64


def test_the_page_at_hand_is_noted_until_it_is_done(tmp_path: Path):
    notes = Journal(str(tmp_path))
    assert journal.at_hand(tmp_path) == set()
    notes.begin(PAGE)
    assert journal.at_hand(tmp_path) == {PAGE}
    notes.end()
    notes.begin(NEXT)
    assert journal.at_hand(tmp_path) == {NEXT}


def test_counts_are_noted_now_and_then_and_with_each_page(tmp_path: Path):
    notes = Journal(str(tmp_path))
    for _ in range(NOTED_EVERY):
        notes.count(Tally(1, 10))
    assert noted(tmp_path) == Tally(NOTED_EVERY, 10 * NOTED_EVERY)
    notes.count(Tally(1, 5, 1))
    assert noted(tmp_path) == Tally(NOTED_EVERY + 1, 10 * NOTED_EVERY + 5, 1)


def test_without_a_folder_nothing_is_noted():
    notes = Journal(None)
    notes.begin(PAGE)
    notes.count(Tally(1, 10, 1))
    notes.end()
    assert not notes.kept
