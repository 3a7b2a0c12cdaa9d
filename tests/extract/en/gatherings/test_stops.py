"""Several occasions in one phrase with a city and a day each, and editions told without their noun."""

from __future__ import annotations

import pytest


def _told(extract, kind):
    return [(g.place, str(g.start)) for g in extract.gatherings if g.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Envoy Anna Berg visited Oslo on 3 May, Bern on 5 May and Rome on 7 May 2022.",
            "visit",
            [("Oslo", "2022-05-03"), ("Bern", "2022-05-05"), ("Rome", "2022-05-07")],
        ),
        (
            "Envoy Anna Berg met her counterpart Peter Lund in Vienna on 2 May and again in Geneva on 5 May 2022.",
            "meeting",
            [("Vienna", "2022-05-02"), ("Geneva", "2022-05-05")],
        ),
        (
            "Earlier rounds were held in Vienna in June 2021, in Oslo in October 2021 and in Seoul in March 2022.",
            "talks",
            [("Vienna", "2021-06"), ("Oslo", "2021-10"), ("Seoul", "2022-03")],
        ),
        (
            "On 3 May in Oslo and on 5 May in Bern, Anna Berg met with diplomats.",
            "meeting",
            [("Oslo", "2022-05-03"), ("Bern", "2022-05-05")],
        ),
    ],
)
def test_each_city_with_a_day_of_its_own_is_an_occasion(read, text, kind, expected):
    assert _told(read(text), kind) == expected


def test_each_stop_has_those_who_went_there(read, roles):
    text = "Envoy Anna Berg visited Oslo on 3 May, Bern on 5 May and Rome on 7 May 2022."
    assert all(roles(g) == {("Anna Berg", "participant")} for g in read(text).gatherings)


def test_an_accident_elsewhere_is_no_stop(read):
    text = "Inspectors visited the plant after an accident in Oslo in 2019 and a fire in Bern in 2020."
    assert len(_told(read(text), "visit")) == 1


def test_a_series_began_and_went_on_elsewhere(read):
    text = (
        "On 14 March 2023 the Carr Centre convened a round table on test bans in London. The round table was the third in a "
        "series that began in Vienna in June 2021 and continued in Oslo in October 2022."
    )
    places = {g.place: str(g.start) for g in read(text, None).gatherings}
    assert places == {"London": "2023-03-14", "Vienna": "2021-06", "Oslo": "2022-10"}


@pytest.mark.parametrize(
    "edition",
    [
        "The first was held in Bern on 3 May 2021.",
        "The previous one took place in Bern on 3 May 2021.",
        "The last, hosted by the Birk Institute, was held on 3 May 2021 in Bern.",
    ],
)
def test_another_edition_is_told_without_its_noun(read, edition):
    text = f"The second workshop on fuel was held in Oslo on 4 June 2022. {edition}"
    made = [(g.type, str(g.start)) for g in read(text).gatherings]
    assert made == [("workshop", "2022-06-04"), ("workshop", "2021-05-03")]


def test_the_first_to_do_something_is_no_edition(read):
    text = "The workshop on fuel was held in Oslo on 4 June 2022. The first was a success."
    assert len(read(text).gatherings) == 1


def test_who_is_due_in_a_city_for_consultations(read):
    text = "The envoy Anna Berg is due in Brussels on Friday for consultations with the European Union."
    assert _told(read(text), "talks") == [("Brussels", "2022-06-17")]


@pytest.mark.parametrize(
    ("words", "day"),
    [("in Vienna in September next year", "2023-09"), ("in Vienna on 3 May of last year", "2021-05-03")],
)
def test_a_year_told_from_that_of_the_page(read, words, day):
    (session,) = read(f"She invited him to the 66th session of the Board, to be held {words}.").gatherings
    assert str(session.start) == day


def test_an_exhibition_opened_one_day_and_is_open_until_another(read):
    text = (
        "On 3 June the Embassy opened an exhibition of photographs at Ulba Library in Bern. The opening ceremony brought "
        "together 120 guests.\n\nThe exhibition is open until 12 September."
    )
    days = {g.type: (str(g.start), str(g.end)) for g in read(text).gatherings}
    assert days == {"exhibition": ("2022-06-03", "2022-09-12"), "ceremony": ("2022-06-03", "None")}


def test_a_visit_of_three_days_that_ends(read):
    text = "Anna Berg arrived in Oslo on a three-day visit. The visit will conclude on 17 June with the signing of a pact."
    visit = next(g for g in read(text).gatherings if g.type == "visit")
    assert (str(visit.start), str(visit.end), visit.place) == ("2022-06-15", "2022-06-17", "Oslo")


def test_the_meeting_at_which_was_agreed_what_the_first_sentence_tells(read):
    text = (
        "GENEVA, June 15, 2022 (Ulba Press) - The negotiators of Norland and Sudria agreed Tuesday to hold talks on fuel in "
        "Oslo in August, a ministry said.\n\nAt their meeting on the sidelines of a conference here, Anna Berg and Peter Lund "
        "decided to set up a working group.\n\nIn Bern, spokeswoman Siri Dahl told a daily briefing that Norland welcomed this."
    )
    days = {g.type: str(g.start) for g in read(text).gatherings}
    assert (days["meeting"], days["briefing"]) == ("2022-06-14", "2022-06-14")


def test_a_day_over_the_hours_is_that_of_the_event(read):
    text = (
        "WEBINAR | What Next for the Test Ban?\n\nWednesday, 8 February 2023\n9:00-10:30 am (Bern) / 5:00-6:30 pm (Seoul)\n"
        "Online via Zoom\n\nThe Birk Institute is pleased to invite you to a webinar on the future of the test ban."
    )
    (webinar,) = read(text, None).gatherings
    assert str(webinar.start) == "2023-02-08"


def test_a_speech_has_the_city_and_the_day_of_the_line_under_its_title(read):
    text = (
        "Remarks by Deputy Secretary-General Anna Berg at the opening of the Conference on Fuel\n\nOslo, 15 November 2022\n\n"
        "Mr. President,\nExcellencies,\n\nIt is an honour to speak here. I thank all who guided the second session last year."
    )
    main = next(g for g in read(text, None).gatherings if g.main)
    assert (main.place, str(main.start)) == ("Oslo", "2022-11-15")


def test_a_congress_with_its_number_is_an_occasion_and_what_never_took_place_is_off(read):
    text = (
        "The VII Congress of Leaders of Religions will take place in Oslo on 14 September 2022. "
        "In Bern, the conference that had been promised for 2012 never took place."
    )
    told = {g.place: g.status for g in read(text).gatherings}
    assert told == {"Oslo": "planned", "Bern": "cancelled"}
