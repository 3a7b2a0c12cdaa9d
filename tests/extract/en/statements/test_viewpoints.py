"""Content that an idiom ascribes to somebody, and what looks like it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        ("For Mira Talgat, the site is a warning first and an example second.", "Mira Talgat", "the site is a warning first"),
        ("For Jonas Vale, what matters is the log book of the inspectors.", "Jonas Vale", "what matters is the log book"),
        ("To Mira Talgat, the outcome amounts to a gift for those who shout.", "Mira Talgat", "the outcome amounts to a gift"),
        (
            "The floor was given to Mira Talgat, in whose view inspections have done more than sanctions.",
            "Mira Talgat",
            "inspections have done more than sanctions",
        ),
        (
            "Mira Talgat and Jonas Vale were of one mind that the moratorium must not be allowed to erode.",
            "Mira Talgat and Jonas Vale",
            "the moratorium must not be allowed to erode",
        ),
        ("The ministers are of the view that talks must go on.", "The ministers", "talks must go on"),
        ("Mira Talgat paid tribute to the people who closed the site.", "Mira Talgat", "the people who closed the site"),
        ("Attention was drawn by Jonas Vale to the state of the wells.", "Jonas Vale", "the state of the wells"),
        ("Jonas Vale took note of the progress made since June.", "Jonas Vale", "the progress made since June"),
        ("Jonas Vale made the case for regional inspectors at every site.", "Jonas Vale", "regional inspectors at every site"),
        ("Mira Talgat put the number of survivors at 118,000.", "Mira Talgat", "the number of survivors at 118,000"),
        (
            "Mira Talgat offered Lorvik as a venue for any further round.",
            "Mira Talgat",
            "Lorvik as a venue for any further round",
        ),
        (
            "Mira Talgat informed Jonas Vale of the decision to ratify the protocol.",
            "Mira Talgat",
            "the decision to ratify the protocol",
        ),
        ("Jonas Vale made plain that the country harbours no ill will.", "Jonas Vale", "the country harbours no ill will"),
        (
            "Lorvik’s readiness to share the register was conveyed by Mira Talgat.",
            "Mira Talgat",
            "Lorvik’s readiness to share the register",
        ),
        (
            "A summary by the Ulba Institute describes the mood as sober but not hopeless.",
            "Ulba Institute",
            "the mood as sober",
        ),
    ],
)
def test_an_idiom_ascribes_content(read, words, speaker, content):
    assert any(one.speaker_name == speaker and content in one.content[0] for one in read(words))


@pytest.mark.parametrize(
    "words",
    [
        "For Mira Talgat, the visit was her third to the site.",
        "For Jonas Vale, the prize is his second in ten years.",
        "To Mira Talgat, the committee sent a long letter of thanks.",
        "For the Ulba Institute, a team from Lorvik is measuring the wells.",
        "Jonas Vale put the samples from the well at risk.",
        "The forum will place emphasis on solutions for small states.",
    ],
)
def test_what_happens_for_somebody_is_no_statement(read, words):
    assert not read(words)


def test_a_remark_inside_a_clause_behind_a_colon_reports_that_clause_alone(read):
    (one,) = read("Mira Talgat was more guarded: the text, she cautioned, still needed the blessing of the chamber.")
    assert one.content == ("the text", "still needed the blessing of the chamber")


def test_words_between_which_somebody_went_on_are_what_was_said(read):
    (one,) = read("Work on the register, Jonas Vale went on, would be finished by June.")
    assert one.content == ("Work on the register", "would be finished by June")


def test_who_behind_a_body_takes_up_the_person_before_it(read):
    words = (
        "Among the guests was Mira Talgat, a physicist at the Ulba Laboratory, who recalled that a leak had been kept secret."
    )
    assert [one.speaker_name for one in read(words)] == ["Mira Talgat"]
