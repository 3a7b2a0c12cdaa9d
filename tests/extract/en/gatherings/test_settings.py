from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The second Birk Forum met in Oslo in June 2020, three months after the first forum in Lunde.", "2020-03"),
        ("Three days of negotiations between Norland and Sudria ended in Lunde on 4 May.", "2022-05-02"),
        ("The three-day seminar on verification closed in Lunde on 4 May.", "2022-05-02"),
        (
            "The minister, Anna Berg, received Siri Dahl on 5 May in Oslo, on the second day of her visit to Norland.",
            "2022-05-04",
        ),
    ],
)
def test_days_that_a_sentence_counts_are_reckoned(read, words, day):
    assert day in {str(g.start) for g in read(words).gatherings}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Siri Dahl opened the seminar at the Hotel Ulba, Oslo, on 3 June.", "Oslo"),
        ("On 3 June Oslo played host to a seminar on verification.", "Oslo"),
        ("The delegation toured the former mine near Oslo on 3 June.", "Oslo"),
        ("Siri Dahl regretted the breakdown of the Oslo talks on 3 June.", "Oslo"),
        ("The conference, hosted by Oslo, opened on 3 June.", "Oslo"),
    ],
)
def test_the_city_stands_behind_a_venue_or_is_the_host(read, words, place):
    assert [g.place for g in read(words).gatherings] == [place]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Anna Berg gave a lecture at Ulba State University on 3 June.", "Ulba State University"),
        ("A seminar on verification was held at Lund Ridge National Laboratory on 3 June.", "Lund Ridge National Laboratory"),
        ("A seminar on verification was held in a Leeds hotel on 3 June.", "Leeds"),
        ("Anna Berg visited the former test site on 3 June.", "former test site"),
        ("On 3 June Anna Berg paid a visit to the Birkendorf plant.", "Birkendorf plant"),
    ],
)
def test_a_house_is_the_place_where_the_town_is_named_only_in_its_name(read, words, place):
    assert [g.place for g in read(words).gatherings] == [place]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("On 3 June the ministers recalled their first trip to Birkensk.", "Birkensk"),
        ("On 3 June about 3,000 people marched through Ulbansk, the capital of Norland, against the plan.", "Ulbansk"),
        ("On 3 June Anna Berg visited the Secretary-General.", None),
    ],
)
def test_where_somebody_goes_is_a_place_that_no_table_knows(read, words, place):
    assert [g.place for g in read(words).gatherings] == [place]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Siri Dahl will present the plan at the Helsinki Disarmament Forum on 5 June.", "Helsinki"),
        ("Siri Dahl spoke at the 14th Jeju Peace and Prosperity Forum on 5 June.", "Jeju"),
        ("The Helsinki Disarmament Forum opened on 5 June at the Hotel Ulba.", "Helsinki"),
        ("Siri Dahl spoke at the Safeguards and Verification Forum on 5 June.", None),
    ],
)
def test_an_event_is_held_in_the_known_town_with_which_its_name_begins(read, words, place):
    assert [g.place for g in read(words).gatherings] == [place]


@pytest.mark.parametrize(
    "words",
    [
        "Siri Dahl, who flew to Oslo for the session, held talks with Jan Holm on 3 June.",
        "On 3 June Siri Dahl will travel on to Oslo, where she is scheduled to sit down with Minister Jan Holm.",
        "About 500 people gathered for talks in the Birk Memorial Park of Oslo on 3 June.",
    ],
)
def test_the_town_to_which_somebody_goes_is_where_he_meets_others(read, words):
    assert {g.place for g in read(words).gatherings if g.type in ("meeting", "talks")} == {"Oslo"}


def test_what_follows_an_occasion_has_its_day_and_city(read):
    text = (
        "On 3 June the Birk Institute held a seminar on verification in Oslo. At the round table which followed, "
        "Siri Dahl said that the first inspection had been the hardest one."
    )
    seminar, table = read(text).gatherings
    assert (str(table.start), table.place) == (str(seminar.start), seminar.place) == ("2022-06-03", "Oslo")


def test_what_took_place_at_the_institute_of_the_page_was_in_its_city(read):
    text = (
        "BIRK INSTITUTE FOR PEACE\n\nNewsletter No. 3 | 31 May 2022 | Oslo\n\nOn 19 May a delegation "
        "of the Lunde Foundation visited "
        "the Institute. The director, Anna Berg, showed the guests the archive of the test site.\n"
    )
    assert [g.place for g in read(text, published=None).gatherings if g.type == "visit"] == ["Oslo"]


def test_a_masthead_is_no_event(read):
    text = (
        "BIRK INSTITUTE FOR PEACE\n\nNewsletter No. 3 | 31 May 2022 | Oslo\n\nOn 12 May the Institute held "
        "a workshop on safeguards in "
        "Lunde. Siri Dahl chaired it, and Ivar Holm said that inspectors needed more time.\n"
    )
    (workshop,) = read(text, published=None).gatherings
    assert (workshop.type, workshop.place) == ("workshop", "Lunde")


def test_entries_of_a_calendar_are_planned_events(read):
    text = (
        "BIRK INSTITUTE FOR PEACE\n\nNewsletter No. 3 | 31 May 2022 | Oslo\n\nThe institute thanks all "
        "its readers for a year of good "
        "letters and of long arguments.\n\nComing up\n\n• 14 June, 15:00 (Zoom): Webinar on safeguards\n\n"
        "• 22–24 June, Lunde: Summer school for young diplomats\n"
    )
    found = [(g.type, str(g.start), str(g.end), g.place) for g in read(text, published=None).gatherings]
    assert ("webinar", "2022-06-14", "None", None) in [(k, d.rstrip("?"), e, p) for k, d, e, p in found]
    assert ("other", "2022-06-22", "2022-06-24", "Lunde") in [(k, d.rstrip("?"), e.rstrip("?"), p) for k, d, e, p in found]


def test_in_the_afternoon_is_the_day_of_the_page_and_not_one_recalled(read):
    text = (
        "Minister Anna Berg met Minister Siri Dahl this morning in Oslo. They condemned the missile launch of 2 June.\n\n"
        "The delegation was received in the afternoon by President Ivar Holm."
    )
    assert [str(g.start) for g in read(text).gatherings] == ["2022-06-15", "2022-06-15"]


def test_a_missile_is_launched_without_guests(read):
    assert read("Norland condemned the February 12 launch of a ballistic missile over the northern sea.").gatherings == ()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The institute plans a follow-up workshop in Cape Town in June 2023.", "Cape Town"),
        ("Talks on the swap were held on 4 May in the Omani capital Muscat.", "Muscat"),
        (
            "On 4 May President Karl Nilsen will fly to Tokyo, where he is due to sit down with Prime Minister Ken Mori.",
            "Tokyo",
        ),
    ],
)
def test_a_town_is_found_behind_the_noun_the_word_capital_and_where(read, words, place):
    assert place in {gathering.place for gathering in read(words).gatherings}


def test_days_of_talks_that_were_wound_up_are_counted_back(read):
    (talks,) = read("Envoys wound up three days of talks in Lunde yesterday.", "2022-06-15").gatherings
    assert (str(talks.start), str(talks.end)) == ("2022-06-12", "2022-06-14")


def test_a_show_that_lasts_until_a_day_ends_then(read):
    (show,) = read("An exhibition of photographs will remain on view in Lunde until 10 July 2022.").gatherings
    assert (show.start, str(show.end)) == (None, "2022-07-10")


def test_years_counted_back_are_not_the_time_of_the_meeting_that_recalls_them(read):
    page = (
        "The round table was held in Lunde on 3 June. "
        "Siri Dahl opened the meeting with an account of the closure thirty years ago."
    )
    assert [str(gathering.start) for gathering in read(page).gatherings] == ["2022-06-03"]


CONFERENCE = "Lunde News\n\nJune 15, 2022\n\nThe Ulba Conference on Verification took place in Lunde on June 8-10.{}"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("\n\nThe delegates visited the Birk Museum on the third day.", "2022-06-10"),
        ("\n\nOn the last day, Siri Dahl met with Governor Jonas Vale of Birk.", "2022-06-10"),
        ("\n\nOn the eve of the conference Siri Dahl met with Governor Jonas Vale of Birk.", "None"),
        (" The day before the conference, Siri Dahl met with Governor Jonas Vale of Birk.", "2022-06-07"),
    ],
)
def test_days_told_from_the_main_occasion_are_counted_from_it(read, words, day):
    assert day in {str(g.start) for g in read(CONFERENCE.format(words)).gatherings if not g.main}


def test_the_evening_before_an_occasion_is_not_counted_from_another_date(read):
    page = read("The accord was signed on May 4.\n\nSiri Dahl gave a reception the evening before the talks began in Lunde.")
    assert "2022-05-03" not in {str(g.start) for g in page.gatherings}


def test_where_a_chair_works_is_not_where_the_session_was(read):
    page = read("A workshop was held in Lunde on June 3. It was chaired by Jonas Vale, a professor at the University of Birk.")
    assert [g.place for g in page.gatherings] == ["Lunde"]


def test_a_meeting_is_where_and_when_the_verb_before_arrives(read):
    words = "Two years ago Siri Dahl traveled to Oslo and met with survivors. She went to Riga in May and met with Anna Berg."
    page = read(words)
    assert [g.place for g in page.gatherings if g.type == "meeting"] == ["Oslo", "Riga"]


def test_the_day_of_a_treaty_in_the_lead_is_not_that_of_the_event(read):
    page = read(
        "Lunde Dialogue\n\nJune 15, 2022\n\nProfessor Jonas Vale noted at the Lunde Dialogue that the Ulba Treaty, signed on "
        "8 September 2006, was the first of its kind in the region."
    )
    assert "2006-09-08" not in {str(g.start) for g in page.gatherings}


def test_what_was_told_to_journalists_in_a_city_is_a_briefing(read):
    page = read("The road was closed.\n\nOn Sunday Minister Anna Berg told journalists in Oslo that the convoy would roll.")
    assert [(g.type, g.place) for g in page.gatherings] == [("briefing", "Oslo")]


def test_in_recognition_of_something_is_no_place(read):
    headline = "Harbour Council Roundtable on Helping Farmers in Recognition of Water Month"
    text = f"{headline}\n\nOn Monday, the Harbour Council hosted a roundtable."
    assert [g.place for g in read(text).gatherings if g.type == "roundtable"] == [None]


def test_a_short_form_in_brackets_is_named_with_its_full_form(read):
    text = "Talks of a week\n\nMinister Jan Novak flew to Lunde for the Northern Nations (NN) General Assembly, held last week."
    assert "Northern Nations (NN) General Assembly" in [g.name for g in read(text).gatherings]


def test_the_day_behind_a_relative_clause_is_that_of_the_occasion(read):
    text = "Views\n\nThey agreed at a round table that the Assembly, the lower house of the parliament, hosted on June 8."
    assert [str(g.start) for g in read(text).gatherings] == ["2022-06-08"]


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("which is to be held in Lunde", "planned"),
        ("which will open in Lunde", "planned"),
        ("which was held in Lunde in May", "held"),
    ],
)
def test_a_clause_behind_an_occasion_tells_whether_it_is_to_come(read, clause: str, status: str):
    text = f"Views\n\nShe informed the Minister about a regional conference on water safety, {clause}."
    assert {g.status for g in read(text).gatherings if g.type == "conference"} == {status}


def test_the_name_of_an_occasion_closes_its_bracket(read):
    text = "Views\n\nMinister Jan Novak met on Friday with the head of the Northern Water Agency (NWA), Anna Berg."
    assert all(g.name.count("(") == g.name.count(")") for g in read(text).gatherings)


def test_what_somebody_said_would_be_held_is_planned(read):
    found = read(
        "The seminar was held in Lunde on June 3. Its president told reporters that a second seminar would be held in Astel."
    )
    assert [(g.place, g.status) for g in found.gatherings] == [("Lunde", "held"), ("Astel", "planned")]


def test_a_day_behind_the_occasion_counted_from_is_its_own(read):
    text = "A report\n\nThe meeting in Birk comes about a month after the previous talks on April 14."
    found = {g.type: g.start and str(g.start) for g in read(text).gatherings}
    assert found["talks"] == "2022-04-14"
    assert found.get("meeting") is None


def test_the_city_behind_the_day_is_the_place(read):
    (talks,) = read("A report\n\nThe talks between Siri Dahl and Ivar Holm on 3 June in Lunde went on for hours.").gatherings
    assert (str(talks.start), talks.place) == ("2022-06-03", "Lunde")
