from __future__ import annotations

import dataclasses
import io

from rich.console import Console
from tests.made.records import DAIR, DEPUTY, ONE, PERSON, ROUND_TABLE, date, position, role

from onrecord.model.recorded import Attendance
from onrecord.tell.persons import told


def text(person, **options):
    console = Console(file=io.StringIO(), width=200)
    for part in told(person, **options):
        console.print(part)
    return console.file.getvalue()  # type: ignore[attr-defined]


def pages(number):
    return [
        dataclasses.replace(ONE, key=f"d-{i}", title=f"Page {i}", published=date(f"2018-06-{10 + i}"), text_group=f"d-{i}")
        for i in range(number)
    ]


def test_an_office_stated_on_many_pages_names_three_and_counts_the_rest():
    stated = tuple(position("Dair Seitov", "director", "[director] Dair Seitov came.", page) for page in pages(5))
    shown = text(dataclasses.replace(PERSON, positions=stated))
    assert "Page 0; Page 1; Page 2; and 2 more pages" in shown
    assert shown.count("director") == 1
    assert "2018-06-10" in shown
    assert "- 2018-06-14" in shown


def test_since_and_until_are_told_with_the_office():
    stated = dataclasses.replace(DEPUTY, since=date("2017-09"), until=date("2018-12-31"))
    assert "since 2017-09 · until 2018-12-31" in text(dataclasses.replace(PERSON, positions=(stated,)))


def test_participant_is_told_where_there_is_nothing_else_to_tell():
    came = role(DAIR, "Dair Seitov", "participant", "[Dair Seitov] came.", ONE)
    spoke = role(DAIR, "Dair Seitov", "speaker", "[Dair Seitov] spoke.", ONE)
    assert "speaker · roundtable" in text(dataclasses.replace(PERSON, gatherings=(Attendance(ROUND_TABLE, (came, spoke)),)))
    assert "participant · roundtable" in text(dataclasses.replace(PERSON, gatherings=(Attendance(ROUND_TABLE, (came,)),)))


def test_somebody_who_is_only_named_is_shown_at_the_sentences_that_name_him():
    shown = text(dataclasses.replace(PERSON, positions=(), gatherings=(), statements=()))
    assert "Mentions" in shown
    assert "⟦Dair Seitov⟧ moderated." in shown
    assert "Offices" not in shown


def test_copies_of_one_text_are_one_voice_for_an_office():
    copies = [dataclasses.replace(page, text_group="wire") for page in pages(2)]
    stated = tuple(position("Dair Seitov", "director", "[director] Dair Seitov came.", page) for page in copies)
    assert "Page 0; Page 1 · 1 independent" in text(dataclasses.replace(PERSON, positions=stated))
    apart = tuple(position("Dair Seitov", "director", "[director] Dair Seitov came.", page) for page in pages(2))
    assert "independent" not in text(dataclasses.replace(PERSON, positions=apart, gatherings=(), statements=()))
