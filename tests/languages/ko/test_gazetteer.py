"""Lists of Korean names: a word stands in a list where one of its rows has it, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.languages.ko import gazetteer

DATA = Path(gazetteer.__file__).with_name("data")
LISTS = ["persons", "places", "others", "name_parts"]


def rows(name: str) -> list[tuple[str, list[str]]]:
    lines = (DATA / f"known_{name}.tsv").read_text("utf-8").splitlines()
    parted = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(first, listed.split(" ")) for first, listed in parted]


@pytest.mark.parametrize("name", LISTS)
def test_every_word_of_a_list_is_found_and_none_beside_it(name: str) -> None:
    kind = name.removesuffix("s").replace("_", "-")
    for first, listed in rows(name)[::7]:
        known = set(listed)
        for rest in (listed[0], listed[-1], *listed[::11]):
            assert kind in gazetteer.kinds(first + rest)
            for other in (f"{rest}힣", rest[:-1], f" {rest}", f"{rest} "):
                assert (kind in gazetteer.kinds(first + other)) == (other in known)


def test_a_word_with_a_syllable_that_begins_no_row_stands_in_no_list() -> None:
    assert gazetteer.kinds("뷁뷁") == []
    assert not gazetteer.is_person("")
