"""Whom pronouns and descriptions of invented texts mean."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.decode import plain
from onrecord.extract.en import names, positions
from onrecord.extract.en.coreference import Referents
from onrecord.languages.en import parse


def test_a_description_is_not_the_name_beside_it_in_its_clause(meaning):
    text = "Minister Siri Dahl spoke to Minister Ivar Holm. With Minister Holm, the Minister went over the agenda."
    assert meaning(text.replace("the Minister went", "the Minister herself went"), "Minister") == "Siri Dahl"


@pytest.fixture(scope="session")
def meaning():
    """Return the name of whom the last occurrence of a word means, or None."""

    def resolve(text: str, word: str) -> str | None:
        document = plain.decode(f"A forum\n\n{text}", id="t", language="en")
        reading = parse.read(document)
        entities = names.find(document, reading)
        referents = Referents(document, reading, entities, positions.find(document, reading, entities))
        token = [t for t in reading.tokens if t.text == word][-1]
        found = referents.resolve(token)
        return found.name if found else None

    return resolve


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Jonas Vale met Piet Arends in Lorvik. He left on Friday.", "He", "Jonas Vale"),
        ("Mr. Jonas Vale met Ms. Hana Kolar in Lorvik. She left on Friday.", "She", "Hana Kolar"),
        ("Jonas Vale met Maria Kolar in Lorvik. She left on Friday.", "She", "Maria Kolar"),
        ("Jonas Vale thanked Piet Arends. He said that Arends had helped. Then he left.", "he", "Jonas Vale"),
        ("Ambassador Hana Kolar met Minister Piet Arends. Later the ambassador left.", "ambassador", "Hana Kolar"),
        ("Ambassador Hana Kolar met Minister Piet Arends. Later the minister left.", "minister", "Piet Arends"),
        ("Hana Kolar, an expert on lakes, spoke. The road was closed. The expert left early.", "expert", "Hana Kolar"),
        ("Vice President Hana Kolar met President Piet Arends. The Vice President spoke first.", "President", "Hana Kolar"),
        ("Vice President Hana Kolar met President Piet Arends. The President spoke first.", "President", "Piet Arends"),
        ("Hana Kolar visited the Ministry of Energy. The ministry has 300 staff.", "ministry", "Ministry of Energy"),
        (
            "Envoy Nomvula Radebe welcomed all. The Envoy smiled.\n\nThe keynote was given by Pieter Ackerdyk, "
            "a chemist. He left.",
            "He",
            "Pieter Ackerdyk",
        ),
        (
            "Hana Kolar met Piet Arends, who served as ambassador to Lorvia from 2015 to 2018. Hana Kolar left. "
            "The former ambassador stayed.",
            "ambassador",
            "Piet Arends",
        ),
        (
            "Hana Kolar, former director of the Lorvik Centre, met director Piet Arends. The former director spoke.",
            "director",
            "Hana Kolar",
        ),
        (
            "Piet Arends, the minister of foreign affairs, met Hana Kolar. The foreign minister spoke.",
            "minister",
            "Piet Arends",
        ),
        (
            "Ambassador Anton Vale said that the lake was safe. “It is clean,” Vale "
            "added.\n\nAccording to Minister Park Seo-jin, the lake is studied "
            "closely.\n\n“They ask what we did. We must answer,” he said.",
            "he",
            "Park Seo-jin",
        ),
    ],
)
def test_it_means_who_is_in_focus_or_bears_the_title(meaning, text, word, name):
    assert meaning(text, word) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He left on Friday. Jonas Vale stayed.", "He"),
        ("Jonas Vale spoke. A minister left the room.", "minister"),
        ("Ambassador Hana Kolar spoke. The Norwegian minister left.", "minister"),
        ("Mr. Jonas Vale spoke. She left the room.", "She"),
    ],
)
def test_what_the_text_leaves_open_is_left_open(meaning, text, word):
    assert meaning(text, word) is None


OF_TWO_COUNTRIES = (
    "The President of Kazakhstan Anna Berg received the President of Mongolia Peter Lund in Lunde. "
    "{} thanked the city for its help."
)


@pytest.mark.parametrize("description", ["The President of Mongolia", "The Mongolian leader", "The Mongolian president"])
def test_an_office_of_a_country_is_not_that_of_another(description):
    (said,) = extract_text(OF_TWO_COUNTRIES.format(description), language="en").statements
    assert said.speaker.name == "Peter Lund"


@pytest.mark.parametrize(
    "description", ["The Norwegian envoy", "Norway's top diplomat", "Norway's special representative", "The senior envoy"]
)
def test_an_envoy_is_who_speaks_for_the_country(description):
    text = f"Lars Holm, Norway's special representative for peace affairs, spoke. {description} thanked the city for its help."
    (said,) = extract_text(text, language="en").statements
    assert said.speaker.name == "Lars Holm"


def test_each_of_two_offices_joined_is_a_person(meaning):
    text = "Vice President Hana Kolar met Prime Minister Piet Arends. {} held a press conference."
    assert meaning(text.format("The Vice President and the Minister"), "President") == "Hana Kolar"
    assert meaning(text.format("The Vice President and Senator Ivar Holm"), "President") == "Hana Kolar"
