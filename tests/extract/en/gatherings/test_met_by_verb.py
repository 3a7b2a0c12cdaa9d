"""Meetings and visits that a verb tells without a word for the occasion, and what such verbs tell of else."""

from __future__ import annotations

import pytest

NEWS = "Notes of the week\n\n2026-06-12\n\nFriday, June 12, 2026\n\nThe weather in Lunde was fine.\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On Thursday Minister Olga Petrova exchanged views with Ambassador Colin Bray.", ("meeting", None)),
        ("Ministers Olga Petrova and Karl Weiss conferred in Oslo on Thursday.", ("meeting", "Oslo")),
        ("President Claude Morel welcomed President Askar Nurpeisov in Paris on Thursday.", ("meeting", "Paris")),
        ("Lawmakers inspected the Ulba plant in Oskemen on Thursday.", ("visit", "Oskemen")),
        (
            "The Baltic Centre for Arms Control will bring together scholars and officials in Riga on 12 November 2026.",
            ("meeting", "Riga"),
        ),
        ("Envoy Mira Talgat and Karl Weiss held talks in Seoul on Thursday to discuss the fuel accord.", ("talks", "Seoul")),
        ("Minister Olga Petrova left for Oslo on Thursday for talks with Karl Weiss.", ("talks", "Oslo")),
        ('Karl Weiss spoke at the panel discussion "After the Treaty" in Oslo on Thursday.', ("other", "Oslo")),
    ],
)
def test_a_verb_tells_of_an_occasion(read, sentence, expected):
    assert [(g.type, g.place) for g in read(NEWS + sentence, None).gatherings] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Claude Morel welcomed the decision of President Askar Nurpeisov in a speech.",
        "The press brought the ministers a letter from readers in Oslo.",
    ],
)
def test_the_same_verbs_tell_of_no_occasion(read, sentence):
    assert not read(NEWS + sentence, None).gatherings


def test_a_plan_for_years_to_come_gives_no_day(read):
    page = (
        "Norland and the Agency sign a plan\n\nVienna, 18 September 2026\n\n"
        "On 17 September Minister Yerlan Baitasov and Director Pia Holm signed a plan for the years 2027 to 2031 in Vienna."
    )
    assert str(read(page, None).gatherings[0].start) == "2026-09-17"


def test_talks_that_open_on_a_weekday_are_to_come(read):
    page = NEWS + "The talks that open in Geneva on Monday will be led by Brian Keller."
    assert str(read(page, None).gatherings[0].start) == "2026-06-15"


def test_who_welcomes_visitors_named_before_hosts_their_visit(read, roles):
    page = NEWS + (
        "On Thursday students of Semey University toured the Ulba plant. They were welcomed by Deputy Director Azamat Kul."
    )
    (visit,) = read(page, None).gatherings
    assert ("Azamat Kul", "host") in roles(visit)


def test_remarks_belong_to_the_occasion_told_before_the_one_of_the_clause_joined(read, roles):
    page = (
        "Anniversary conference at the college\n\n2 October 2026\n\n"
        "The Nazar University held a conference on 30 September. Rector Aidos Beken made welcoming remarks, and the same "
        "evening a photo exhibition was opened by the Ambassador of Japan, Yuko Maeda."
    )
    found = {g.type: roles(g) for g in read(page, None).gatherings}
    assert ("Aidos Beken", "opening") in found["conference"]
    assert found["exhibition"] == {("Yuko Maeda", "opening")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She was followed at the rostrum by Ambassador Diego Luna.", ("Diego Luna", "speaker")),
        ("The participants were briefed by Director Ewa Malik.", ("Ewa Malik", "speaker")),
        ("President Askar Nurpeisov, the conference's host, called it historic.", ("Askar Nurpeisov", "host")),
        ("President Askar Nurpeisov sent a message of greeting.", ("Askar Nurpeisov", "opening")),
    ],
)
def test_roles_at_a_conference_told_in_the_sentence_behind(read, roles, sentence, expected):
    page = f"{NEWS}Director Anne Favre opened a conference in Geneva on Thursday. {sentence}"
    assert expected in roles(read(page, None).gatherings[0])


def test_the_day_of_remarks_is_that_of_the_forum_at_which_they_were_made(read):
    page = NEWS + (
        "Unification Minister Ryu Sang-ho said Thursday that the door was open. He made the remarks at a press conference in "
        "Seoul."
    )
    (briefing,) = (g for g in read(page, None).gatherings if g.type == "briefing")
    assert str(briefing.start) == "2026-06-11"


def test_the_city_behind_whom_somebody_met_is_where_they_met(read):
    page = NEWS + "Secretary of State Alan Pike met today with Republic of Korea Foreign Minister Oh Se-jin in Washington."
    assert read(page, None).gatherings[0].place == "Washington"


def test_a_council_that_convenes_in_session_holds_one_session(read, roles):
    page = NEWS + "The Security Council convened in emergency session on Thursday at the request of Japan."
    (session,) = read(page, None).gatherings
    assert (session.type, str(session.start)) == ("session", "2026-06-11")
    assert ("Security Council", "participant") in roles(session)


def test_the_day_on_which_a_meeting_ends_makes_no_other_meeting(read):
    page = NEWS + "The board opened its quarterly meeting in Vienna on Wednesday. The meeting ends on Sunday."
    (meeting,) = read(page, None).gatherings
    assert (str(meeting.start), str(meeting.end)) == ("2026-06-10", "2026-06-14")


def test_a_meeting_called_names_elsewhere_is_not_held_there(read):
    page = NEWS + (
        "Foreign ministers of the Gulf met on Thursday to weigh the offer. In Tehran, lawmaker Javad Rahimi called the meeting "
        "an insult."
    )
    assert read(page, None).gatherings[0].place is None


def test_a_body_named_in_short_where_somebody_works_is_no_forum(read):
    page = NEWS + (
        "A webinar on fuel was held on Thursday by the Steppe Policy Forum. It was moderated by Helen Drew, senior fellow at "
        "the Forum. Panelists included Askar Temirov."
    )
    assert [g.type for g in read(page, None).gatherings] == ["webinar"]


def test_those_of_a_caption_are_at_its_occasion(read, roles):
    page = (
        "Photo: From left to right, Ambassador Elin Strand and Professor Mark Ode at the panel discussion in Oslo, 4 May 2026."
    )
    found = roles(read(page, None).gatherings[0])
    assert found >= {("Elin Strand", "participant"), ("Mark Ode", "participant")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ambassador Simon Hart was also there.", ("Simon Hart", "participant")),
        ("Its organisers are the Youth Council of Norland and the Berg Foundation.", ("Berg Foundation", "organizer")),
        ("Moderated by Professor Yuri Kagan.", ("Yuri Kagan", "moderator")),
    ],
)
def test_more_roles_at_a_conference_told_in_the_sentence_behind(read, roles, sentence, expected):
    page = f"{NEWS}Director Anne Favre opened a conference in Geneva on Thursday. {sentence}"
    assert expected in roles(read(page, None).gatherings[0])


def test_an_envoy_beside_whose_name_a_country_stands_comes_alone(read, roles):
    page = NEWS + "The U.S. special representative, Janet Moss, met Minister Karl Weiss in Tokyo on Thursday."
    assert roles(read(page, None).gatherings[0]) == {("Janet Moss", "participant"), ("Karl Weiss", "participant")}


def test_letters_of_credence_are_credentials(read, roles):
    page = NEWS + "On Thursday, President Ruslan Toktarov accepted letters of credence from Ambassador Paula Rios."
    (ceremony,) = read(page, None).gatherings
    assert ceremony.type == "ceremony"
    assert roles(ceremony) >= {("Ruslan Toktarov", "participant"), ("Paula Rios", "participant")}


def test_a_trip_that_an_apposition_counts_is_the_visit_told_by_the_verb(read, roles):
    page = NEWS + (
        "Rolf Steiner crossed the border on Thursday to inspect the Enerhodar plant, his sixth trip there. He was accompanied "
        "by Petra Vogel."
    )
    (visit,) = read(page, None).gatherings
    assert ("Petra Vogel", "participant") in roles(visit)


def test_guests_hosted_for_discussions_met_their_host(read, roles):
    text = "A report\n\nSecretary Anton Blick hosted Norland's Minister Siri Dahl on Friday for discussions on energy."
    (talks,) = read(text, "2022-06-15").gatherings
    assert str(talks.start) == "2022-06-10"
    assert {("Anton Blick", "host"), ("Anton Blick", "participant"), ("Siri Dahl", "participant")} == roles(talks)


def test_who_embarks_on_a_trip_is_on_it(read, roles):
    (trip,) = read("A report\n\nEnvoy Siri Dahl will embark on a five-day trip to Lunde on 20 June.").gatherings
    assert ("Siri Dahl", "participant") in roles(trip)


def test_two_offices_joined_both_meet(read, roles):
    text = (
        "A report\n\nVice President Siri Dahl arrived in Lunde. "
        "On 3 June the Vice President and Secretary Anton Blick held a meeting with Premier Hana Kolar."
    )
    meeting = next(g for g in read(text).gatherings if g.type == "meeting")
    assert {name for name, role in roles(meeting) if role == "participant"} == {"Siri Dahl", "Anton Blick", "Hana Kolar"}
