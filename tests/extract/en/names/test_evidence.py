"""What tells a person from a body by the words around the name."""

from __future__ import annotations

import pytest


def persons(entities) -> list[str]:
    return [person.name for person in entities.persons]


def bodies(entities) -> list[str]:
    return [body.name for body in entities.organizations]


def test_a_medium_that_an_adjective_qualifies_is_no_person(named):
    found = named("Deputy Minister Oleg Bykov told state broadcaster Lam-e Kavar that the talks went on.")
    assert (persons(found), bodies(found)) == (["Oleg Bykov"], ["Lam-e Kavar"])


def test_a_broadcaster_with_a_name_is_a_person(named):
    assert persons(named("The evening was moderated by the broadcaster Mira Talgat.")) == ["Mira Talgat"]


def test_a_firm_with_which_one_has_a_contract_is_no_person(named):
    found = named("Will the government extend the contract with Energo Zenith for the reactor?")
    assert (persons(found), bodies(found)) == ([], ["Energo Zenith"])


def test_the_field_of_an_office_is_no_person(named):
    assert persons(named("The Deputy Minister for Multilateral Affairs, Ambassador Ana Perez, took part.")) == ["Ana Perez"]


def test_a_line_of_authors_names_them_all(named):
    text = (
        "Talks in Lunde\n\nBy Mira Talgat and Hamid Vale\n\nThe talks in Lunde went on for two days, officials said on Monday."
    )
    assert persons(named(text)) == ["Mira Talgat", "Hamid Vale"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She presides over the association Tamarii Moana, which keeps files.", "Tamarii Moana"),
        ("The embassy and the youth organisation Steppe Without Bombs planted birches.", "Steppe Without Bombs"),
        ("Ana Perez, Executive Director of Women for Verification, took part.", "Women for Verification"),
        ("Doctors Against Silence and others signed the letter.", "Doctors Against Silence"),
        ("The help came from the national nuclear regulator, ARNX.", "ARNX"),
        (
            "LUNDE, May 24 (Fjord Wire) - The watchdog said on Wednesday that it had resumed its monitoring of the plant.",
            "Fjord Wire",
        ),
    ],
)
def test_a_body_is_known_by_what_calls_it_so(named, text: str, name: str):
    assert name in bodies(named(f"A report\n\n{text}"))


def test_a_campaign_goes_on_without_its_head_noun(named):
    found = named("The Blue Ridge Campaign met in Lunde.\n\nThe visitors thanked Blue Ridge for its patience.")
    (campaign,) = found.organizations
    assert (campaign.name, campaign.aliases) == ("Blue Ridge Campaign", ("Blue Ridge",))


def test_the_security_council_is_none_of_one_state(named):
    found = named("Norland's National Security Council met. Resolutions of the Security Council bind all.")
    assert bodies(found) == ["National Security Council", "Security Council"]


def test_the_office_of_a_chief_cabinet_secretary_is_no_body(named):
    assert bodies(named("Chief Cabinet Secretary Noboru Hata said that it was over.")) == []


def test_a_label_of_role_stands_before_names(named):
    found = named("Moderators: Marijke Dijkstal and Saian Oralbai\n\nPanel: Roza Ibraimova, chair of the Birk Union")
    assert {"Marijke Dijkstal", "Saian Oralbai"} <= set(persons(found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Lee Do-min met his U.S. and Japanese counterparts, Stephen Berg and Shigewo Takizai.",
            ["Stephen Berg", "Shigewo Takizai"],
        ),
        ("Anna Steen met with Takuhiro Fonakoji in Lunde on 3 May.", ["Takuhiro Fonakoji"]),
        ("Hirofumi Onakano spoke.", ["Hirofumi Onakano"]),
    ],
)
def test_a_name_is_a_persons_in_the_company_of_persons(named, text: str, names: list[str]):
    assert set(names) <= set(persons(named(f"A report\n\n{text}")))


def test_the_founder_of_a_movement_is_no_body(named):
    found = named("The forum was attended by Founder of the coastal peace movement Timur Sadykov and other guests.")
    assert (persons(found), bodies(found)) == (["Timur Sadykov"], [])
