"""Who spoke at an event, where the page tells what they dealt with and quotes nobody."""

from __future__ import annotations

WEBINAR = """What the Logs Show

The Hanul Institute held a webinar on old test sites on 7 June 2022.

Dr. Siri Dahl set out what the ships' logs do and do not show. Oleg Bykov traced the talks of 1963.
"""


def test_who_sets_out_a_subject_at_an_event_spoke_there(read, roles):
    assert {("Siri Dahl", "speaker"), ("Oleg Bykov", "speaker")} <= roles(read(WEBINAR).gatherings[0])


def test_who_sets_out_a_subject_to_a_newspaper_did_not_speak_there(read, roles):
    text = WEBINAR.replace("Oleg Bykov traced", "In the newspaper Lunde Today Oleg Bykov traced")
    assert ("Oleg Bykov", "speaker") not in roles(read(text).gatherings[0])


def test_a_delegation_goes_to_an_occasion_under_its_head(read, roles):
    text = "Preparations\n\nMinister Siri Dahl will lead the delegation to the Safeguards Conference in Lunde in July 2022."
    assert ("Siri Dahl", "participant") in roles(read(text).gatherings[0])


def test_a_swearing_in_has_two_participants(read, roles):
    text = "An oath\n\nOn 7 June 2022 President Lena Whitlow swore in Ruth Okoro as ambassador at the Ulba Palace in Lunde."
    (ceremony,) = read(text).gatherings
    assert (ceremony.type, roles(ceremony)) == ("ceremony", {("Lena Whitlow", "participant"), ("Ruth Okoro", "participant")})


def test_a_council_that_will_debate_on_a_stated_day_sits_then(read):
    text = "A request\n\nThe Security Council will discuss the matter behind closed doors on June 17."
    (sitting,) = read(text).gatherings
    assert (sitting.type, str(sitting.start)) == ("session", "2022-06-17")


def test_the_year_since_which_a_series_is_held_dates_no_event(read):
    text = (
        "The Ulba Dialogue\n\nThe dialogue, held every spring since 2013, brings experts to Lunde. It opened on June 7, 2022."
    )
    assert all(str(one.start) != "2013" for one in read(text).gatherings)


def test_a_region_is_no_place(read):
    text = "Workshop on Risk Reduction in South Asia\n\nThe workshop was held on June 7, 2022."
    assert read(text).gatherings[0].place is None


def test_ministers_who_discuss_something_by_telephone_call_each_other(read, roles):
    text = "News\n\nForeign Ministers Lena Whitlow and Ruth Okoro discussed the sanctions by telephone on 7 June 2022."
    (call,) = read(text).gatherings
    assert (call.type, roles(call)) == ("call", {("Lena Whitlow", "participant"), ("Ruth Okoro", "participant")})


def test_who_tells_students_something_at_a_house_on_a_day_speaks_there(read, roles):
    (talk,) = read(
        "A report\n\nEnvoy Siri Dahl told students at Lunde University on 3 June that the pact would hold."
    ).gatherings
    assert (talk.type, str(talk.start)) == ("other", "2022-06-03")
    assert ("Siri Dahl", "speaker") in roles(talk)
