"""What somebody types is found under any spelling."""

from __future__ import annotations

import pytest

from onrecord.match.lookup import bodies_named, persons_named

PEOPLE = (
    ("Yerbol Zhantasov", "p-1"),
    ("Zhantasov", "p-1"),
    ("Noh Hyeon-cheol", "p-2"),
    ("Bolat Omarov", "p-3"),
    ("Omarov", "p-4"),
)
BODIES = (
    ("Steppe Peace Foundation", "o-1"),
    ("SPF", "o-1"),
    ("Ministry of Energy of Kazakhstan", "o-2"),
    ("Lake Academy", "o-3"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Yerbol Zhantasov", ["p-1"]),
        ("Erbol Zhantassov", ["p-1"]),
        ("zhantassov", ["p-1"]),
        ("Жантасов", ["p-1"]),
        ("No Hyun-chul", ["p-2"]),
        ("Omarov", ["p-4", "p-3"]),
        ("Bolat Omarov", ["p-3"]),
        ("Somebody Else", []),
    ],
)
def test_persons_are_found_by_whole_name_part_and_script(asked: str, found: list[str]) -> None:
    assert list(persons_named(asked, PEOPLE)) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [("SPF", ["o-1"]), ("peace foundation", ["o-1"]), ("Kazakh Ministry of Energy", ["o-2"]), ("Nobody", [])],
)
def test_bodies_are_found_by_words_and_abbreviation(asked: str, found: list[str]) -> None:
    assert list(bodies_named(asked, BODIES)) == found
