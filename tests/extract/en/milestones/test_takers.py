"""Who took a dated step, in English; sentences of our own about invented people."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def taken(text: str) -> list[tuple[str, str | None]]:
    return [(step.kind, step.actor) for step in extract_text(text, language="en").milestones]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Kazakhstan acceded to the Treaty in February 1994.", ("accession", "Kazakhstan")),
        ("The treaty was signed in Geneva on 5 December 1994 by Norway and Iceland.", ("treaty-signed", "Norway and Iceland")),
        ("Norway and Iceland signed the fisheries treaty in 1997.", ("treaty-signed", "Norway and Iceland")),
        ("Norway said it had ratified the treaty in 2009.", ("treaty-ratified", "Norway")),
        (
            "Norland chose to give up nuclear weapons, of which it was the third largest possessor and inherited in 1991.",
            ("weapons-inherited", "Norland"),
        ),
        ("They discussed the DPRK's launch of a ballistic missile on April 13, 2023.", ("missile-launch", "DPRK")),
        ("Everybody remembers the North Korean nuclear test of 9 October 2006.", ("nuclear-test", "North Korea")),
    ],
)
def test_a_step_is_that_of_the_subject_the_agent_or_the_owner(text, step):
    assert step in taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "The test site was closed on 29 August 1991.",
        "The treaty entered into force on 15 July 2009.",
        "In 2016 they concluded a cooperation agreement.",
    ],
)
def test_what_befalls_a_thing_has_no_taker(text):
    assert taken(text)
    assert {who for _, who in taken(text)} == {None}


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Aliya Senova studied law. She became finance minister in 1982.", {"office-taken"}),
        ("Aliya Senova studied law. From 1967 to 1995 she was a member of parliament.", {"office-taken", "office-left"}),
        ("Rector Aliya Senova, ambassador in Tashkent until 2016, opened the forum.", {"office-left"}),
        ("The forum thanked Aliya Senova, who left office on March 19, 2019.", {"office-left"}),
        ("President Bekzat Orynov swore in Dr. Aliya Senova as ambassador on March 12, 2024.", {"office-taken"}),
        ("President Bekzat Orynov designated Aliya Senova, a former judge, as energy minister in 2016.", {"office-taken"}),
        ("Aliya Senova became the first woman to serve as Speaker in 2007.", {"office-taken"}),
        (
            "The fund is led by Aliya Senova, eldest niece of the former president who was elected as mayor on May 2, 2019.",
            {"office-taken"},
        ),
    ],
)
def test_an_office_is_taken_by_its_holder_by_name_pronoun_or_clause(text, steps):
    assert set(taken(text)) == {(kind, "Aliya Senova") for kind in steps}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The Birk Institute signed a memorandum with the Ostia Fund on May 3, 2019.", "a memorandum with the Ostia Fund"),
        ("In 2014 Norland signed a deal with great pride.", "a deal"),
    ],
)
def test_an_agreement_is_told_with_its_other_side(text, what):
    assert [step.what for step in extract_text(text, language="en").milestones] == [what]


def test_of_two_presidents_behind_a_day_neither_loses_the_given_name():
    text = "They met in Lunde where on Sunday Presidents Marat Bako of Nigeria and Patrice Talon of Benin signed the lake pact."
    (step,) = extract_text(text, language="en", published="2019-07-10").milestones
    assert step.actor is not None
    assert step.actor.endswith("Marat Bako of Nigeria and Patrice Talon of Benin")
