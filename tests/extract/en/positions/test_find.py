"""Which offices invented texts ascribe to whom."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.decode import plain
from onrecord.extract.en import names, positions
from onrecord.languages.en import parse


def told(found) -> list[tuple[str, str, str]]:
    return [(one.person.name, one.title, one.status) for one in found]


def test_a_title_before_a_name_leaves_out_country_and_body(positions_in):
    (first,) = positions_in("Uzbek Deputy Energy Minister Jasur Olimov agreed.")
    assert (first.title, first.country, first.status, first.rule) == (
        "Deputy Energy Minister",
        "Uzbekistan",
        "current",
        "title-before-name",
    )
    (second,) = positions_in("Hanul Institute Director Bae Min-seo agreed.")
    assert (second.title, second.organization.name) == ("Director", "Hanul Institute")


def test_an_ambassador_keeps_the_country_that_sends(positions_in):
    (one,) = positions_in("South Korean Ambassador Bae Min-seo smiled.")
    assert (one.title, one.country) == ("South Korean Ambassador", "South Korea")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Jan Kowal, chair-professor of Wisla University and former Polish Ambassador to Japan, moderated.",
         [("chair-professor", "current"), ("Polish Ambassador to Japan", "former")]),
        ("Jan Kowal; Visiting Fellow; Wisla Centre for Arms Control", [("Visiting Fellow", "current")]),
        ("• Head of the Data Unit, Wisla Observatory: Jan Kowal", [("Head of the Data Unit", "current")]),
        ("The institute's director, Jan Kowal, opened the hall.", [("director", "current")]),
        ("Deputy Prime Minister and Foreign Minister Jan Kowal left.",
         [("Deputy Prime Minister", "current"), ("Foreign Minister", "current")]),
        ("Jan Kowal, who heads the Wisla Foundation, agreed.", [("heads", "current")]),
        ("The Wisla Foundation is currently headed by Jan Kowal.", [("headed", "current")]),
        ("Jan Kowal was elected as senate speaker in March.", [("senate speaker", "current")]),
        ("Jan Kowal was mayor of Torun from 1998 to 2004.", [("mayor", "former")]),
        ("Jan Kowal is the chairman of the Wisla Foundation.", [("chairman", "current")]),
        ("The late Academician Jan Kowal built it.", [("Academician", "former")]),
        ("Then-President Jan Kowal refused.", [("President", "current")]),
        ("Ex-minister Jan Kowal refused.", [("minister", "former")]),
        ("Vice Minister-designate Jan Kowal waited.", [("Vice Minister-designate", "current")]),
        ("Jan Kowal, the commissioner responsible for borders and customs, said no.",
         [("commissioner responsible for borders and customs", "current")]),
    ],
)  # fmt: skip
def test_titles_are_read_wherever_they_stand(positions_in, text, titles):
    assert [(one.title, one.status) for one in positions_in(text)] == titles


def test_a_plural_title_is_shared_by_the_names_behind_it(positions_in):
    found = positions_in("Presidents Anna Steen of Norway and Piotr Zawada of Poland signed the plan.")
    assert told(found) == [("Anna Steen", "President", "current"), ("Piotr Zawada", "President", "current")]


def test_a_shared_title_passes_over_what_stands_in_brackets(positions_in):
    found = positions_in("They met Senators Anna Steen (I-OS), Ola Berg (L-TR) and Ruth Calloway.")
    assert [(one.person.name, one.title) for one in found] == [
        ("Anna Steen", "Senator"),
        ("Ola Berg", "Senator"),
        ("Ruth Calloway", "Senator"),
    ]


def test_the_dead_hold_no_office(positions_in):
    found = positions_in("Polish politician and former league leader Lech Kaczorowski, 71, died on Friday.")
    assert [(one.title, one.status) for one in found] == [("politician", "former"), ("league leader", "former")]


def test_offices_denied_or_imagined_are_no_positions(positions_in):
    assert positions_in("Anna Steen is not a lawyer. If elected president, Anna Steen would leave.") == ()


def test_a_short_mention_completes_the_position_and_makes_no_second_one(positions_in):
    found = positions_in("Foreign Minister Anna Steen arrived. Minister Steen stayed for an hour. Foreign Minister Steen left.")
    assert told(found) == [("Anna Steen", "Foreign Minister", "current")]


def test_a_career_told_in_one_sentence_gives_each_office_its_status(positions_in):
    found = positions_in("Bae Min-seo, a career diplomat, took office in May after serving as ambassador to Norway.")
    assert told(found) == [("Bae Min-seo", "career diplomat", "current"), ("Bae Min-seo", "ambassador to Norway", "former")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("U.S. Special Representative for North Korea Policy Ruth Calloway left.",
         ["Special Representative for North Korea Policy"]),
        ("Former Uzbek foreign minister and current Secretary of State Berik Olimov left.",
         ["foreign minister", "Secretary of State"]),
        ("Ms. Zauresh Bekova, Ambassador Extraordinary and Plenipotentiary of Kazakhstan to Norway, spoke.",
         ["Ambassador Extraordinary and Plenipotentiary of Kazakhstan to Norway"]),
        ("Chairman Sen. Ruth Calloway left.", ["Chairman", "Sen."]),
        ("Tulsa Mayor Ruth Calloway met the president of the QRSA Anna Steen.", ["Mayor", "president"]),
        ("Anna Steen, former chief of staff to President Ola Berg, left.", ["chief of staff", "President"]),
        ("Fjord Institute Senior Director for China and Taiwan Affairs Anna Steen left.",
         ["Senior Director for China and Taiwan Affairs"]),
        ("Participants: Secretary of Trade Anna Steen; Director of National Statistics Ola Berg; Admiral Ruth Calloway",
         ["Secretary of Trade", "Director of National Statistics", "Admiral"]),
        ("Governor of East Steppe Region Zhomart Abdenov and President of Norway Haakon Ullevold met.",
         ["Governor", "President"]),
        ("Vice Minister of Foreign Affairs Ma left.", ["Vice Minister of Foreign Affairs"]),
        ("Sheikh Khalid bin Rashid Al Nuwaimi, Amir of Qatar, called.", ["Sheikh", "Amir"]),
        ("Prof. Anna Steen – Fjord University", ["Prof."]),
        ("Anna Steen, who served as deputy mayor from 2011 to 2013, is now president of the Fjord Institute.",
         ["deputy mayor", "president"]),
    ],
)  # fmt: skip
def test_titles_are_cut_where_they_begin_and_end(positions_in, text, titles):
    assert [one.title for one in positions_in(text)] == titles


def test_who_is_succeeded_held_the_same_office(positions_in):
    found = positions_in("Anna Steen, chairwoman of the Fjord Council, spoke. She succeeded Ola Berg, who retired.")
    assert ("Ola Berg", "chairwoman", "former") in told(found)


def test_parts_played_at_an_occasion_are_no_positions(positions_in):
    assert positions_in("Moderator Anna Steen gave the floor to the speakers. Chair: Ola Berg.") == ()


def test_years_of_office_are_kept(positions_in):
    (one,) = positions_in("Anna Steen, director of the Fjord Museum since 2015, smiled.")
    assert str(one.since) == "2015"
    (two,) = positions_in("Anna Steen, ambassador in Tashkent until 2016, smiled.")
    assert (two.title, str(two.until), two.status) == ("ambassador in Tashkent", "2016", "former")


def test_a_qualifier_is_told_apart(positions_in):
    (one,) = positions_in("Acting Director Anna Steen opened the hall.")
    assert (one.title, one.qualifier) == ("Acting Director", "acting")


def test_title_and_evidence_are_to_the_letter(positions_in):
    text = "Dr. Anna Steen, head of the registry of wells at the Fjord Museum, agreed."
    (one,) = positions_in(text)
    assert one.title_span.of(text) == one.title == "head of the registry of wells"
    assert one.organization.name == "Fjord Museum"
    assert one.span.contains(one.title_span)


PIECES = st.sampled_from(
    ["Minister", "Kim", "Anna", "Steen", "of", "the", "and", ",", "Institute", "’s", "President", "\n", "•", ".", "former",
     "director", "who", "heads",
     "is", "was", "as", "elected", "Korea", "to", "ambassador", "since", "2015", ":", ";", "(", ")", "ret.", "its", "General"]
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_no_text_breaks_the_rules(pieces):
    document = plain.decode(" ".join(pieces), id="t", language="en")
    reading = parse.read(document)
    for one in positions.find(document, reading, names.find(document, reading)):
        assert one.title_span.of(document.text) == one.title


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Minister Anna Berg met her Japanese counterpart, Akira Sato, in Lunde.",
         [("Anna Berg", "Minister", "current"), ("Akira Sato", "Minister", "current")]),
        ("Security Adviser Anna Berg hosted her counterparts Akira Sato of Japan and Bae Min-seo of South Korea.",
         [("Anna Berg", "Security Adviser", "current"), ("Akira Sato", "Security Adviser", "current"),
          ("Bae Min-seo", "Security Adviser", "current")]),
        ("They were received by the President's Chief of Staff, Anna Berg, in Lunde.",
         [("Anna Berg", "Chief of Staff", "current")]),
        ("The Prime Minister's adviser on disarmament, Ms Anna Berg, listened in.",
         [("Anna Berg", "adviser on disarmament", "current")]),
        ("Write to the Clerk, Ms Anna Berg, by Friday.", [("Anna Berg", "Clerk", "current")]),
        ("Lt Gen (Retd) Anton Sorokin spoke first.", [("Anton Sorokin", "Lt Gen", "former")]),
        ("Anna Berg, formerly director of the Hanul Institute, spoke first.", [("Anna Berg", "director", "former")]),
    ],
)  # fmt: skip
def test_counterparts_owners_and_the_retired_have_their_offices(positions_in, text, offices):
    assert sorted(told(positions_in(text))) == sorted(offices)


def test_a_counterpart_of_nobody_has_no_office(positions_in):
    assert positions_in("The centre found its counterpart, Akira Sato says, in Lunde.") == ()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Reverend Jan Kowal spoke to the crowd.", [("Reverend", "current")]),
        ("Maj Gen (Retd) Viktor Larin spoke.", [("Maj Gen", "former")]),
        ("Jan Kowal, 41, a basket weaver from the town, was blunt.", [("basket weaver", "current")]),
        ("The volcanologist Jan Kowal agreed.", [("volcanologist", "current")]),
        ("Jan Kowal spent ten years as director of the Wisla Peace Centre.", [("director", "former")]),
        ("Jan Kowal was hired as an interpreter in 1986.", [("interpreter", "former")]),
        ("Editor: Jan Kowal", [("Editor", "current")]),
        ("Editor: Third Secretary J. Kowal", [("Editor", "current"), ("Third Secretary", "current")]),
        ("Moderator: Jan Kowal", []),
        ("Harry Potter and Ann Miller agreed.", []),
    ],
)  # fmt: skip
def test_ranks_trades_and_imprints_are_positions(positions_in, text, titles):
    assert [(one.title, one.status) for one in positions_in(text)] == titles


def test_then_before_a_title_behind_a_name_makes_it_former(positions_in):
    found = positions_in("She met Dina Saar, then a junior clerk at the Wisla Institute and now its director.")
    assert found[0].title == "junior clerk"
    assert found[0].status == "former"


def test_an_official_at_a_named_body_holds_a_position(positions_in):
    (one,) = positions_in("She met Dina Saar, then a junior official at the Wisla Institute.")
    assert (one.title, one.organization.name, one.status) == ("junior official", "Wisla Institute", "former")


def test_a_foundation_joined_by_a_hyphen_is_a_body(positions_in):
    (one,) = positions_in("Jan Kowal, Director of the Adler-Stiftung, spoke.")
    assert (one.title, one.organization.name) == ("Director", "Adler-Stiftung")


def test_the_year_of_an_appointment_is_no_part_of_the_title(positions_in):
    assert [one.title for one in positions_in("Siri Dahl became ambassador to Japan in 2021.")] == ["ambassador to Japan"]


def test_a_charge_ad_interim_and_a_lead_negotiator_keep_their_whole_titles(positions_in):
    page = "Japan’s chargé d’affaires a.i., Ken Mori, came with Norland’s lead negotiator Siri Dahl."
    assert {one.title for one in positions_in(page)} == {"chargé d’affaires a.i.", "lead negotiator"}


def test_a_body_that_a_page_calls_the_institute_keeps_that_name(positions_in):
    page = (
        "The Vesna Institute held a seminar in Tarnow. The Director of the Institute, Dina Saar, opened it.\n\n"
        "Jan Kowal of the Wisla Institute and Maria Lund, Head of the Verification Programme of the Institute, spoke."
    )
    assert {one.person.name: one.organization.name for one in positions_in(page) if one.organization} == {
        "Dina Saar": "Vesna Institute",
        "Maria Lund": "Vesna Institute",
    }
    common = "Jan Kowal, head of the Wisla Institute, and Maria Lund, deputy director of the institute, spoke."
    assert {one.organization.name for one in positions_in(common)} == {"Wisla Institute"}


def test_whom_a_pronoun_means_lends_the_office_no_words_of_another_line(positions_in):
    text = (
        "Long before the second vote was taken by the delegations in that hall, Jan Kowal retired.\n\n"
        "He led the centre in Torun.\n"
    )
    (one,) = [p for p in positions_in(text) if p.rule == "leads"]
    assert one.span.of(text) == "led the centre"
    assert told([one]) == [("Jan Kowal", "led the centre", "former")]


def test_a_line_that_begins_with_a_pronoun_goes_on_with_whom_the_line_before_was_about(positions_in):
    text = (
        "Siri Dahl studied law in Lunde.\n\n"
        "She wrote two books. “Both are short,” said Jan Kowal, a critic.\n\n"
        "She served as ambassador to Mexico for three years.\n"
    )
    assert ("Siri Dahl", "ambassador to Mexico", "former") in told(positions_in(text))


def test_who_led_the_first_group_somewhere_holds_no_office(positions_in):
    assert not positions_in("Jan Kowal led the first group of visitors to see the site.")


@pytest.mark.parametrize(
    ("text", "who", "title"),
    [
        ("It was signed by Minister of Justice Marat Bekenov.", "Marat Bekenov", "Minister of Justice"),
        ("Vice Minister of Labour Yerbol Tuyakbay reported on it.", "Yerbol Tuyakbay", "Vice Minister of Labour"),
        ("Minister of Health Anna Kim agreed.", "Anna Kim", "Minister of Health"),
        ("Doctor of Medical Sciences Tolkyn Assanova spoke.", "Tolkyn Assanova", "Doctor of Medical Sciences"),
        ("It was attended by Kazakh Consul General in Busan Asel Toktar.", "Asel Toktar", "Kazakh Consul General in Busan"),
        ("It was moderated by Rector of the Academy Zhuldyz Baimagambet.", "Zhuldyz Baimagambet", "Rector"),
        ("Senator Jan Kowal, Chairman of the Subcommittee on Central Asia, agreed.", "Jan Kowal", "Chairman"),
        (
            "Jan Kowal is a senior fellow at the Wisla Policy Center in Warsaw "
            "and a former adviser to the Security Council of Poland.",
            "Jan Kowal",
            "adviser to the Security Council of Poland",
        ),
        (
            "Siri Dahl served as ambassador to Mexico from 1979 to 1983 "
            "and as permanent representative to the United Nations until 1996.",
            "Siri Dahl",
            "permanent representative to the United Nations",
        ),
    ],
)  # fmt: skip
def test_what_an_office_is_of_is_neither_a_title_nor_a_name(positions_in, text, who, title):
    assert (who, title) in [(one.person.name, one.title) for one in positions_in(text)]


@pytest.mark.parametrize("title", ["apostolic nuncio", "prefect", "artistic director", "electoral commissioner", "emissary"])
def test_offices_of_church_town_and_stage(positions_in, title):
    found = positions_in(f"Ona Reyes, the {title} of the Solvik Institute, opened the seminar.")
    assert ("Ona Reyes", title) in [(one.person.name, one.title) for one in found]
