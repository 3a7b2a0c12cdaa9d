from __future__ import annotations

import pytest

READOUT = """Readout of Secretary Halvorsen’s Meeting with Foreign Minister Okabe of Japan

March 14, 2023

Secretary of State Ingrid Halvorsen met yesterday in Munich with Foreign Minister Kenji Okabe on the sidelines of the \
Danube Security Conference.
"""


def test_headline_and_verb_are_one_meeting_and_the_setting_is_another(read):
    found = read(READOUT, "2023-03-14").gatherings
    assert [g.type for g in found] == ["meeting", "conference"]
    main = found[0]
    assert main.main
    assert main.name == "Secretary Halvorsen’s Meeting with Foreign Minister Okabe of Japan"
    assert (str(main.start), main.start_basis, main.place, main.format) == ("2023-03-13", "page date", "Munich", "in-person")


def test_every_string_of_a_gathering_is_in_the_text(read):
    extract = read(READOUT, "2023-03-14")
    text = extract.document.text
    for gathering in extract.gatherings:
        assert gathering.name_span.of(text) == gathering.name
        assert gathering.place is None or gathering.place_span.of(text) == gathering.place


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Anna Berg spoke by phone on Monday with Minister Timur Abenov.", "call"),
        ("Minister Anna Berg visited the city of Lunde on Tuesday.", "visit"),
        ("Minister Anna Berg addressed reporters in Lunde on Tuesday.", "briefing"),
        ("A seminar on safeguards was held in Lunde on June 3.", "seminar"),
        ("The fifth Korea-Norland Forum will take place in Lunde next month.", "forum"),
        ("The suspect, Olaf Brandt, appeared in Lunde District Court on Monday.", "session"),
        ("Norland and Sweden held consultations in Lunde on June 10.", "talks"),
    ],
)
def test_occasions_are_told_by_nouns_and_verbs(read, text, kind):
    assert [g.type for g in read(text).gatherings] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Experts called for dialogue and regular meetings between the two sides.",
        "The sides would meet if talks were possible.",
        "The plan meets the challenge of growing demand.",
        "The meeting room was painted green.",
    ],
)
def test_what_is_only_wished_or_general_is_no_occasion(read, text):
    assert read(text).gatherings == ()


def test_the_event_points_back_and_the_next_one_does_not(read):
    text = (
        "The Birk Institute held the second Lunde Roundtable in Lunde on June 3. The event brought together 45 experts. "
        "The first roundtable took place in Oslo in 2020."
    )
    found = read(text).gatherings
    assert [(g.edition, str(g.start), g.place) for g in found] == [(2, "2022-06-03", "Lunde"), (1, "2020", "Oslo")]
    assert found[0].attendance == 45


def test_the_day_at_the_head_of_a_sentence_holds_for_joined_verbs(read):
    text = "On June 10, Ambassador Ivar Holm visited Lunde University and met with Mayor Siri Dahl."
    assert {str(g.start) for g in read(text).gatherings} == {"2022-06-10"}


def test_planned_postponed_and_cancelled_occasions_say_so(read):
    assert read("The forum will be held in Lunde on July 4.").gatherings[0].status == "planned"
    assert read("The summit in Lunde was postponed until September.").gatherings[0].status == "postponed"
    assert read("The conference in Lunde on June 20 was cancelled.").gatherings[0].status == "cancelled"


def test_an_online_occasion_has_no_place(read):
    found = read("LUNDE – The institute held a webinar on June 3 to discuss verification.").gatherings
    assert [(g.format, g.place) for g in found] == [("online", None)]


def test_without_a_page_date_the_year_stays_open(read):
    found = read("The embassy has organized a Nov. 25 webinar on safeguards.", None).gatherings
    assert str(found[0].start) == "XXXX-11-25"


def test_what_a_speaker_tells_of_himself_in_quotation_marks_is_no_occasion(read):
    assert read("A new envoy\n\n“I go to Lunde with one suitcase,” Ambassador Ivar Holm said.").gatherings == ()
    told = read("A new envoy\n\nAmbassador Ivar Holm travelled to Lunde on June 3.").gatherings
    assert [(g.type, g.place) for g in told] == [("visit", "Lunde")]


def test_names_of_occasions_have_no_article(read):
    (found,) = read("Sites\n\nThe seminar on old mines was held in Lunde on June 3.").gatherings
    assert found.name == "seminar on old mines"
