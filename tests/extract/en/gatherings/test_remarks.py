from __future__ import annotations

import pytest

REMARKS = """Remarks by President Vale and Secretary of State Anna Berg Before Meeting with Prime Minister Ilya Tamm of Norland

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


LECTURE = """Remarks by Vice President Siri Dahl at the Birk Memorial Lecture

May 3, 2024

Ulba Hall

5:12 P.M. PDT

THE VICE PRESIDENT: Good evening. Thank you, President Tarn, for that kind introduction. Chairman Jonas Vale is here as well.

Q Will you come again?

THE VICE PRESIDENT: I will. I wrote to Ilva Holm about it.
"""


def test_a_speaker_tells_who_introduced_her_and_who_is_in_the_room(read, roles):
    told = roles(read(LECTURE, None).gatherings[0])
    assert {("Tarn", "opening"), ("Jonas Vale", "participant")} <= told
    assert "Ilva Holm" not in {who for who, _ in told}


def test_who_speaks_before_a_meeting_takes_part_in_it(read, roles):
    told = roles(read(REMARKS.format(lines="Oval Office"), None).gatherings[0])
    assert {("Vale", "participant"), ("Anna Berg", "participant"), ("Ilya Tamm", "participant")} <= told


@pytest.mark.parametrize(
    "told",
    [
        "Norland has firmly and consistently advocated for a peaceful settlement of the crisis.",
        "Norland has repeatedly called for a ban on tests.",
        "For decades, Norland has called for an end of all tests.",
    ],
)
def test_what_was_said_over_years_was_not_said_at_the_event(read, told):
    page = f"The Birk Foundation held a webinar on May 25.\n\nSenator Aliya Senova said that a ban is needed.\n{told}\n"
    facts = read(page)
    first, second = facts.statements
    assert first.gathering == facts.gatherings[0].id
    assert second.gathering is None


def test_who_makes_a_statement_on_the_call_of_another_took_no_part(read, roles):
    title = "Statement by Spokesperson Mira Holt on National Security Advisor Ilya Tamm’s Call with Aliya Senova of Norland"
    facts = read(f"{title}\n\nJune 14, 2022\n\nNational Security Advisor Ilya Tamm spoke today with Aliya Senova of Norland.\n")
    assert roles(facts.gatherings[0]) == {("Ilya Tamm", "participant"), ("Aliya Senova", "participant")}
