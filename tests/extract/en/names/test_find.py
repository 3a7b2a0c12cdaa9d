"""Who and what invented texts name."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.decode import plain
from onrecord.extract.en import names
from onrecord.languages.en import parse


def persons(entities) -> dict[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in entities.persons}


def bodies(entities) -> dict[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in entities.organizations}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deputy Foreign Minister Berik Sandybekov opened the meeting.", "Berik Sandybekov"),
        ("Mr. Sandybekov left early.", "Sandybekov"),
        ("Messages came from Elmurod Sodiqbekov, the Uzbek envoy to Oslo.", "Elmurod Sodiqbekov"),
        ("Moderated by Ivar Holm, Lunde University", "Ivar Holm"),
        ("Valtra Parys, an Estonian woman of forty, said no.", "Valtra Parys"),
        ("The session was chaired by Zhan Torebay.", "Zhan Torebay"),
        ("The talks were led by Gen. Oskar Lindqvist.", "Oskar Lindqvist"),
        ("Hwang Bo-ram, a research fellow, disagreed.", "Hwang Bo-ram"),
        ("The floor went to Bo-ram Hwang, an economist.", "Bo-ram Hwang"),
        ("T. Sandybekov, head of the department, agreed.", "T. Sandybekov"),
        ("Dilnoza Karimovna Yusupova, a historian, spoke first.", "Dilnoza Karimovna Yusupova"),
        ("Prime Minister Ferenc Nagyváradi signed the decree.", "Ferenc Nagyváradi"),
        ("Ambassador Khalid bin Rashid Al Nuwaimi replied.", "Khalid bin Rashid Al Nuwaimi"),
        ("Senator José Luis de la Fuente Ortiz asked why.", "José Luis de la Fuente Ortiz"),
        ("Director Daniyar OSPANBEK welcomed the guests.", "Daniyar OSPANBEK"),
        ("President Carl T. Weatherby, Jr. met the envoy.", "Carl T. Weatherby, Jr."),
    ],
)
def test_a_person_is_named_without_title_or_form_of_address(named, text, name):
    assert list(persons(named(text))) == [name]


def test_the_longest_form_is_the_name_and_later_forms_are_aliases(named):
    found = named("Deputy Minister Aigerim TULEUOVA spoke. A. Tuleuova said that work went on. Tuleuova’s plan was adopted.")
    assert persons(found) == {"Aigerim TULEUOVA": ("A. Tuleuova", "Tuleuova")}
    assert len(found.persons[0].mentions) == 3


def test_two_persons_of_one_family_name_stay_two_and_a_family_name_alone_is_the_one_named_last(named):
    text = (
        "Minister Anton Belkin opened the session. Belkin was brief.\n"
        "Professor Marina Belkina and engineer Oleg Belkin followed. Belkin explained the drill."
    )
    found = {one.name: one.mentions for one in named(text).persons}
    assert set(found) == {"Anton Belkin", "Marina Belkina", "Oleg Belkin"}
    assert text.rindex("Belkin") in [span.start for span in found["Oleg Belkin"]]
    assert text.index("Belkin was") in [span.start for span in found["Anton Belkin"]]


def test_a_month_behind_a_given_name_is_a_family_name(named):
    assert list(persons(named("Prime Minister Theresa May spoke in May."))) == ["Theresa May"]


def test_a_verb_of_a_headline_is_no_part_of_a_name(named):
    found = named("Ruth Calloway Visits Warsaw\nRuth Calloway visited Warsaw on Monday.")
    assert list(persons(found)) == ["Ruth Calloway"]


@pytest.mark.parametrize("what", ["Meeting with", "Phone Call with", "Remarks at", "Bilateral Meeting with", "Travel to"])
def test_what_a_headline_has_somebody_do_is_no_part_of_the_name(named, what: str):
    found = named(f"Vice President Anna Hall {what} the Lunde Council\n\nVice President Anna Hall was there on Monday.")
    assert [one.names for one in found.persons] == [("Anna Hall",)]


def test_a_subject_behind_on_is_no_part_of_a_university(named):
    found = named(
        "Envoy Speaks at Birk University on Extended Deterrence\n\nThe Committee on Water Rights of Birk University met."
    )
    assert {one.name for one in found.organizations} == {"Birk University", "Committee on Water Rights"}


def test_a_retired_professor_and_a_name_whose_last_syllable_is_a_verb_are_named_in_full(named):
    found = named("The first panel, chaired by Professor Emerita Lee Mi-ran of Saebit University, examined verification.")
    assert [one.name for one in found.persons] == ["Lee Mi-ran"]


def test_a_common_abbreviation_is_an_alias_without_brackets(named):
    assert bodies(named("The European Union agreed, and E.U. officials said so.")) == {"European Union": ("E.U.",)}


def test_spellings_of_one_name_are_one_person(named):
    found = named("Dr. Zhanar Bayzhanova spoke. Bajzhanova added that the register grows.")
    assert persons(found) == {"Zhanar Bayzhanova": ("Bajzhanova",)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She works at the Ministry of Trade, Industry and Energy.", "Ministry of Trade, Industry and Energy"),
        ("He joined the Institute of World Trade and Politics.", "Institute of World Trade and Politics"),
        ("They visited the Polish Embassy in Kazakhstan on Monday.", "Polish Embassy in Kazakhstan"),
        ("The Halla Foundation of the Republic of Korea paid.", "Halla Foundation of the Republic of Korea"),
        ("The Reactor Safety and Licensing Commission met.", "Reactor Safety and Licensing Commission"),
        ("It was printed by the newspaper Dunyo Tongi.", "Dunyo Tongi"),
        ("The foreign ministry declined to comment.", "foreign ministry"),
        ("Members of the Uzbek parliament voted.", "Uzbek parliament"),
        ("The Veterans’ Council for Steppe Affairs wrote a letter.", "Veterans’ Council for Steppe Affairs"),
        ("He is with the Task Force to Prevent Nuclear Smuggling.", "Task Force to Prevent Nuclear Smuggling"),
    ],
)
def test_a_body_is_named_in_full(named, text, name):
    assert name in bodies(named(text))


def test_an_abbreviation_in_brackets_is_an_alias_wherever_it_stands(named):
    found = named("The Altai Centre for Reactor History (ACRH) published it. ACRH staff and the Altai Centre agreed.")
    assert bodies(found) == {"Altai Centre for Reactor History": ("ACRH", "Altai Centre")}


def test_a_full_name_in_brackets_makes_the_abbreviation_before_it_an_alias(named):
    found = named("Talks with ISIS (Islamic State of Iraq and Syria) are ruled out.")
    assert bodies(found) == {"Islamic State of Iraq and Syria": ("ISIS",)}


def test_a_list_of_titles_ends_in_the_body(named):
    found = named("Participants:\n• Ruth Calloway, Chief Risk Officer, Harbour Lane\n• Peter Ostrow, President, Lowell Fund")
    assert list(persons(found)) == ["Ruth Calloway", "Peter Ostrow"]
    assert list(bodies(found)) == ["Harbour Lane", "Lowell Fund"]


@pytest.mark.parametrize(
    "text",
    [
        "The 2019 Warsaw-Seoul Denuclearization Roundtable was held in Warsaw.",
        "Both sides support the Comprehensive Nuclear-Test-Ban Treaty.",
        "They walked along the West Bank and met at the White House.",
        "The Korean Peninsula and the South China Sea were discussed on Monday.",
        "Home | Press Service | Ministry News",
        "Republic of Korea (ROK) and Democratic People’s Republic of Korea (DPRK)",
    ],
)
def test_events_treaties_places_venues_and_menus_are_no_bodies(named, text):
    assert bodies(named(text)) == {}


def test_countries_are_places_and_demonyms_are_not(named):
    found = {one.name: one.country for one in named("Kazakh and Korean experts met in Almaty to discuss Japan.").places}
    assert found == {"Almaty": False, "Japan": True}


def test_mentions_do_not_overlap_and_are_to_the_letter(named):
    text = "Korea Institute Director Min Seo-yun and the Korea Institute for Steppe Studies (KISS) met Mr. Min."
    found = named(text)
    spans = sorted(span for one in (*found.persons, *found.organizations) for span in one.mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for one in (*found.persons, *found.organizations, *found.places):
        assert {span.of(text) for span in one.mentions} >= {one.name}


PIECES = st.sampled_from(
    ["Minister", "Kim", "of", "the", "and", "(", ")", ",", "Institute", "’s", "U.S.", "-", "Dr.", "President", "\n", "•",
     ".", "Ms.", "“", "Oh", "in",
     "Korea", "Bank", "&", "former", "director", "who", "heads", "K.", ":", "Jr.", "is"]
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_no_text_breaks_the_rules(pieces):
    document = plain.decode(" ".join(pieces), id="t", language="en")
    found = names.find(document, parse.read(document))
    spans = sorted(span for one in (*found.persons, *found.organizations) for span in one.mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_the_letter_of_a_panel_is_no_initial(named):
    assert persons(named("14:00  Panel B. Open or Shut?")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Advisers Anna Berg and Ivar Holm met in Lunde.",
        "The National Security Advisers of Norway and Japan met in Lunde.",
    ],
)
def test_the_office_of_several_persons_is_no_body(named, text):
    assert bodies(named(text)) == {}


@pytest.mark.parametrize(
    "words",
    [
        "Siri Dahl took part in the Summer Academy on Verification.",
        "Siri Dahl will present the plan at the Lunde Disarmament Forum on 5 March.",
        "Siri Dahl reported on the NPT Review Conference.",
    ],
)
def test_courses_forums_where_one_speaks_and_reviews_are_no_bodies(named, words):
    assert not named(words).organizations


def test_an_embassy_is_one_with_or_without_its_host_and_however_its_state_is_told(named):
    page = (
        "The Embassy of the Republic of Korea held a webinar.\n\nThe South Korean Embassy in Kazakhstan invited forty. "
        "The Embassy of Norway took part, and so did the Norwegian Embassy."
    )
    assert bodies(named(page)) == {
        "South Korean Embassy in Kazakhstan": ("Embassy of the Republic of Korea",),
        "Embassy of Norway": ("Norwegian Embassy",),
    }
    two = bodies(named("The Norwegian Embassy in Seoul wrote to the Norwegian Embassy in Tokyo and to the Swedish Embassy."))
    assert list(two) == ["Norwegian Embassy in Seoul", "Norwegian Embassy in Tokyo", "Swedish Embassy"]


def test_a_committee_is_on_all_the_fields_of_its_name(named):
    found = named("The Senate Committee on International Relations, Defence and Security held a hearing.")
    assert [one.name for one in found.organizations] == ["Senate Committee on International Relations, Defence and Security"]


@pytest.mark.parametrize("house", ["the Kim regime", "the Kim dynasty", "the Kim family"])
def test_a_house_is_no_short_form_of_somebody_who_bears_its_name(house):
    text = f"Kim Tae-ri, deputy minister, met the envoy in Lunde. An attack would be the end of {house}."
    entities = names.find(document := plain.decode(text, language="en"), parse.read(document))
    assert persons(entities) == {"Kim Tae-ri": ()}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Consulate General of Norway in Busan held a seminar.", "Consulate General of Norway in Busan"),
        ("The Supreme Court of Norway heard the case.", "Supreme Court of Norway"),
        ("The House of Deputies approved the plan.", "House of Deputies"),
    ],
)
def test_a_body_whose_head_has_two_words(named, words, name):
    assert [one.name for one in named(words).organizations] == [name]


@pytest.mark.parametrize(
    "words",
    [
        "Anna Berg and her Japanese counterpart, Takeharu Funabori, discussed the issue.",
        "Anna Berg spoke with her counterparts Dan Roth and Takeharu Funabori on Friday.",
    ],
)
def test_a_counterpart_is_a_person_whatever_the_name(named, words):
    assert "Takeharu Funabori" in persons(named(words))
