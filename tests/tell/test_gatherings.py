from __future__ import annotations

import dataclasses

from tests.made.records import DAIR, ONE, ROUND_TABLE, TWO, gathering, position, report, role

from onrecord.tell.gatherings import told


def text(parts):
    from rich.console import Console

    console = Console(width=200)
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return capture.get()


def test_who_spoke_is_not_listed_as_a_participant_again():
    parts = (
        role(DAIR, "Dair Seitov", "speaker", "[Dair Seitov] spoke.", ONE),
        role(DAIR, "Dair Seitov", "participant", "[Dair Seitov] came.", ONE),
        role("", "the delegation", "participant", "[the delegation] came.", ONE),
    )
    shown = text(told((dataclasses.replace(ROUND_TABLE, participations=parts),), offices={}, conflicts=()))
    assert shown.count("Dair Seitov") == 1
    assert "participant  the delegation" in shown


def test_offices_are_those_that_the_sources_of_the_occasion_state():
    other = position("Dair Seitov", "pilot", "[pilot] Dair Seitov flew.", dataclasses.replace(ONE, key="d-other"))
    held = position("Dair Seitov", "director", "[director] Dair Seitov came.", TWO)
    former = position("Dair Seitov", "miller", "[miller] Dair Seitov came.", ONE, status="former")
    shown = text(told((ROUND_TABLE,), offices={DAIR: [former, other, held]}, conflicts=()))
    assert "Dair Seitov, director; former miller" in shown
    assert "pilot" not in shown


def test_copies_do_not_count_as_independent_sources():
    copy = dataclasses.replace(TWO, text_group=ONE.text_group)
    shown = text(told((gathering(report(ONE), report(copy)),), offices={}, conflicts=()))
    assert "2 sources, 1 independent" in shown


def test_a_gathering_that_was_not_held_says_so():
    shown = text(told((gathering(report(ONE, status="cancelled", format="hybrid", track="1.5")),), offices={}, conflicts=()))
    assert "roundtable · in person and online · track 1.5 · cancelled · 1 source" in shown


def test_attendance_is_told_as_its_source_means_it():
    assert "about 45 attended" in text(told((ROUND_TABLE,), offices={}, conflicts=()))
    bare = dataclasses.replace(ROUND_TABLE, attendance=1200)
    assert "1,200 attended" in text(told((bare,), offices={}, conflicts=()))
