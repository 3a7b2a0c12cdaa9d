from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "kind", "place"),
    [
        ("On June 3, Ambassador Siri Dahl called on Governor Anna Berg in Lunde.", "meeting", "Lunde"),
        ("On June 3, Siri Dahl sat down with Minister Anna Berg in Lunde.", "meeting", "Lunde"),
        ("Minister Siri Dahl conferred with Minister Anna Berg in Oslo on June 3.", "meeting", "Oslo"),
        ("Siri Dahl lectured at Lunde University on June 3.", "other", "Lunde University"),
        ("About 300 protesters marched through the streets of Oslo on June 3.", "other", "Oslo"),
        ("The delegation was received by Minister Anna Berg in Oslo on June 3.", "meeting", "Oslo"),
    ],
)
def test_a_verb_with_its_preposition_is_an_occasion(read, words, kind, place):
    gathering = read(words).gatherings[0]
    assert (gathering.type, str(gathering.start), gathering.place) == (kind, "2022-06-03", place)


@pytest.mark.parametrize(
    "words",
    [
        "Minister Siri Dahl called on Minister Anna Berg to open the files.",
        "Siri Dahl called on both governments on June 3 to open the files.",
        "The army marched through the winter.",
        "Siri Dahl sat with her back to the wall.",
    ],
)
def test_the_same_verb_in_another_sense_is_none(read, words):
    assert read(words).gatherings == ()


def test_both_who_call_on_one_another_take_part_and_a_lecturer_speaks(read, roles):
    text = "On June 3, Siri Dahl called on Governor Anna Berg in Lunde.\n\nOn June 5, Ivar Holm lectured at Birk University."
    met, talk = read(text).gatherings
    assert roles(met) == {("Siri Dahl", "participant"), ("Anna Berg", "participant")}
    assert roles(talk) == {("Ivar Holm", "speaker")}


def test_the_day_that_opens_an_entry_dates_what_it_tells(read):
    text = "Newsletter\n\nDear readers, here is what we did.\n\n9 May. In Oslo, Siri Dahl called on Minister Anna Berg.\n"
    assert str(read(text).gatherings[0].start) == "2022-05-09"


def test_what_is_put_on_is_not_postponed(read):
    text = "The Birk Foundation put on the second Lunde Dialogue on June 3. The third Lunde Dialogue was put off on June 5."
    assert [g.status for g in read(text).gatherings] == ["held", "postponed"]


def test_who_holds_talks_with_somebody_gives_no_lecture(read, roles):
    text = "Siri Dahl visited Norway from May 2 to 4, 2022, and held talks with Deputy Minister Anna Berg in Oslo on May 3."
    _, talks = read(text).gatherings
    assert (talks.type, str(talks.start), talks.place) == ("talks", "2022-05-03", "Oslo")
    assert roles(talks) == {("Siri Dahl", "participant"), ("Anna Berg", "participant")}


def test_a_group_ends_with_a_word(read):
    text = (
        "On June 3, Siri Dahl had a luncheon with experts of the Lunde Institute for Peace, hosted by its director, Anna Berg."
    )
    phrases = [part.who.words for part in read(text).gatherings[0].participations if part.rule == "with-phrase"]
    assert phrases == ["experts of the Lunde Institute for Peace"]


@pytest.mark.parametrize(
    ("words", "place", "people"),
    [
        ("In a phone call on Sunday, Karl Nilsen and Siri Dahl discussed the launch.", None, {"Karl Nilsen", "Siri Dahl"}),
        ("Siri Dahl joined Karl Nilsen at the talks in Kyoto on June 2.", "Kyoto", {"Karl Nilsen", "Siri Dahl"}),
        ("Ambassador Siri Dahl presented her credentials to President Karl Nilsen in Kyoto on June 2.", None, {"Siri Dahl"}),
        ("Karl Nilsen is expected in Kyoto next week for talks with Siri Dahl.", "Kyoto", {"Karl Nilsen", "Siri Dahl"}),
    ],
)
def test_those_who_conversed_joined_or_presented_credentials_took_part(read, roles, words, place, people):
    gathering = read(f"News of the week\n\nNothing else was told at first of what they had done.\n\n{words}").gatherings[0]
    assert (gathering.place or None) in (place, "Kyoto")
    assert people <= {name for name, role in roles(gathering) if role == "participant"}


def test_envoys_who_gathered_in_a_town_on_a_day_met_there(read):
    text = (
        "News of the week\n\nNothing else was told.\n\nEnvoys gathered in Kyoto on 2 June 2022 to compare notes on the treaty."
    )
    (gathering,) = read(text).gatherings
    assert (gathering.place, str(gathering.start)) == ("Kyoto", "2022-06-02")
