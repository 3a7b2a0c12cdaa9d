from __future__ import annotations

import pytest

REMARKS = """Remarks by President Vale and Secretary of State Dahl Before Meeting with Prime Minister Ilya Tamm of Norland

March 3, 2022

{lines}

10:31 A.M. EST

PRESIDENT VALE: Well, Mr. Prime Minister, welcome. It is good to see you.

PRIME MINISTER TAMM: Thank you, Mr. President.

PRESIDENT VALE: I look forward to it.
"""


@pytest.mark.parametrize(
    ("lines", "place", "day"),
    [
        ("Oval Office", "Oval Office", "2022-03-03"),
        ("Ulba Hall\n\nLunde, Ohio\n\n(March 2, 2022)", "Lunde", "2022-03-02"),
        ("Rose Garden", "Rose Garden", "2022-03-03"),
    ],
)
def test_lines_below_the_headline_of_remarks_tell_day_and_place(read, lines, place, day):
    made = read(REMARKS.format(lines=lines), None).gatherings[0]
    assert (made.place, str(made.start)) == (place, day)
    assert made.name.startswith("Meeting with Prime Minister Ilya Tamm")


def test_lines_without_an_hour_below_them_are_no_setting(read):
    page = REMARKS.replace("10:31 A.M. EST\n\n", "").format(lines="Oval Office")
    assert all(made.place != "Oval Office" for made in read(page, None).gatherings)
