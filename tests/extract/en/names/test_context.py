from __future__ import annotations

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("bodies", "words"),
    [
        ({"Holm & Lunde Renewables"}, "It was signed by Anna Berg, Chief Executive of Holm & Lunde Renewables."),
        ({"Blue Fjord Initiative"}, "Anna Berg, director of the Blue Fjord Initiative, disagreed."),
        ({"Radio Lunde"}, "The panel was moderated by Anna Berg of Radio Lunde."),
        (
            {"Committee on Trade", "Verkhovna Rada"},
            "Anna Berg, who chairs the Committee on Trade of the Verkhovna Rada, spoke.",
        ),
        (
            {"Trade and Health Committee", "National Assembly"},
            "She sits on the Trade and Health Committee of the National Assembly.",
        ),
        ({"Prime Minister's Office"}, "The visit was announced by the Prime Minister's Office on Monday."),
        (set(), "Anna Berg, Director of Public Affairs, disagreed."),
        ({"Caspian Risk Advisory"}, "Anna Berg, an analyst with Caspian Risk Advisory who follows the talks, disagreed."),
        (set(), "MEDIA NOTE\nOFFICE OF THE SPOKESPERSON"),
        ({"Ulba Metropolitan University"}, "Prof. Anna Berg of Ulba Metropolitan University moderated."),
        ({"Ulba Trans"}, "On Monday Ulba Trans, the state carrier, signed a contract."),
        ({"Hansol Energy"}, "The minister met Hansol Energy Chairman Ok Ji-hwan on Monday."),
        ({"Lunde State University"}, "Consul Visits Lunde State University"),
        ({"LeakNet"}, "Julius Berg, founder of LeakNet, disagreed."),
        (set(), "Anna Berg, a friend of McBride, disagreed."),
        ({"Hanbit Works"}, "Anna Berg, an engineer at Hanbit Works, disagreed."),
        ({"KTN"}, 'A survivor told broadcaster KTN: "We heard a bang."'),
        ({"IWFA"}, "International federation IWFA awarded him its gold medal."),
        ({"Holm & Lunde"}, "Defence lawyer Anna Berg, of Holm & Lunde, announced an appeal."),
        (set(), "The minister spoke of Science & Technology on Monday."),
        ({"FRMA"}, "The President spoke with FRMA Administrator Dale Berg about the fires."),
        (set(), "The company's HR Director Anna Berg disagreed."),
        (set(), "Gaggle by Principal Deputy Press Secretary Anna Berg"),
    ],
)
def test_the_words_before_a_name_make_it_a_body(bodies: set[str], words: str) -> None:
    assert {body.name for body in extract_text(words + "\n", language="en").organizations} == bodies


def test_what_somebody_told_something_is_a_medium() -> None:
    words = '"Please do not follow our example," Anna Berg told The Steppe Courier.'
    assert [body.name.removeprefix("The ") for body in extract_text(words + "\n", language="en").organizations] == [
        "Steppe Courier"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2011 the state company Rurium sold its last mill to a rival.", "Rurium"),
        ("The state-owned company Tavrol said that it would build a plant.", "Tavrol"),
        ("The NGO Velmora organized the seminar.", "Velmora"),
        ("The Miners' Federation protested on Monday.", "Miners' Federation"),
        ("He spoke to the Western Governors’ Association in Lunde.", "Western Governors’ Association"),
        (
            "The Preparatory Commission for the Birk Treaty Organization reported on Monday.",
            "Preparatory Commission for the Birk Treaty Organization",
        ),
    ],
)
def test_a_body_of_one_word_and_bodies_of_their_members_are_found(text, name):
    assert name in [o.name for o in extract_text(text, language="en").organizations]


@pytest.mark.parametrize(
    "text", ["The company Commander spoke.", "He joined the union Sindicato do Mar in 1992.", "The ministers' Council meets."]
)
def test_other_words_behind_a_noun_for_a_body_are_no_name(text):
    assert not {"Commander", "Sindicato", "ministers' Council"} & {
        o.name for o in extract_text(text, language="en").organizations
    }


def test_a_name_between_commas_behind_a_firm_is_a_body_and_no_person():
    page = extract_text("The operator, Electra Noord, rejected the criticism. In Tarn's words, it was late.", language="en")
    assert [o.name for o in page.organizations] == ["Electra Noord"]
    assert "In Tarn" not in [p.name for p in page.persons]
