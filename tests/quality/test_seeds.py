"""The two pages that the project was founded on hold in full detail.

They lie in ../shared and are not copied: what stands here are names, dates and roles that any report of these meetings has.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.model import Extract, Gathering, Phrase

FOLDER = Path(__file__).parents[3] / "shared" / "pages"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared is not beside the repo: the founding pages are not here")


def roles(gathering: Gathering) -> dict[str, set[str]]:
    """Return who has which role, by name."""
    found: dict[str, set[str]] = {}
    for part in gathering.participations:
        name = part.who.words if isinstance(part.who, Phrase) else part.who.name
        found.setdefault(part.role, set()).add(name)
    return found


def main(extract: Extract) -> Gathering:
    (gathering,) = [gathering for gathering in extract.gatherings if gathering.main]
    return gathering


@pytest.fixture
def round_table(read: Callable[[str, str], Extract]) -> Extract:
    return read("en/dev", "seed-000")


@pytest.fixture
def webinar(read: Callable[[str, str], Extract]) -> Extract:
    return read("en/dev", "seed-002")


def test_the_round_table_has_its_type_day_and_place(round_table: Extract):
    gathering = main(round_table)
    assert (gathering.type, str(gathering.start), gathering.place) == ("roundtable", "2019-04-03", "Nur-Sultan")


def test_the_round_table_has_everybody_in_their_role(round_table: Extract):
    found = roles(main(round_table))
    assert found["organizer"] == {"Korea Foundation", "Foundation of the First President of the Republic of Kazakhstan-Elbasy"}
    assert found["moderator"] == {"Baek Ju-hyun", "Yerzhan Saltybayev"}
    assert found["speaker"] == {"Kang Jungmin", "Cho Sung-ryul"}
    assert found["opening"] == {"Igor Rogov", "Yerzhan Ashikbaev"}


def test_the_round_table_page_states_another_day_in_its_metadata(round_table: Extract):
    period = round_table.document.fact("event_period")
    assert period
    assert [str(date) for date in period.dates] == ["2019-04-25", "2019-04-25"]
    views = round_table.document.fact("views")
    assert views
    assert views.number == 252


@pytest.mark.parametrize(
    ("person", "title", "status"),
    [
        ("Baek Ju-hyun", "chair-professor", "current"),
        ("Baek Ju-hyun", "South Korean Ambassador to Kazakhstan", "former"),
        ("Kang Jungmin", "chairman", "former"),
        ("Cho Sung-ryul", "senior advisor", "current"),
        ("Igor Rogov", "Deputy Executive Director", "current"),
        ("Yerzhan Ashikbaev", "Deputy Foreign Minister", "current"),
        ("Yerzhan Saltybayev", "Director", "current"),
    ],
)
def test_the_round_table_page_gives_each_office_with_its_status(round_table: Extract, person: str, title: str, status: str):
    found = {(p.title, p.status) for p in round_table.positions if p.person.name == person}
    assert any(title in held and status == then for held, then in found), found


def test_the_webinar_is_online_and_has_organizer_and_attendance(webinar: Extract):
    gathering = main(webinar)
    assert (gathering.type, gathering.online, gathering.attendance) == ("webinar", True, 70)
    assert roles(gathering)["organizer"] == {"South Korean Embassy in Kazakhstan"}
    assert roles(gathering)["speaker"] >= {"Cheon Myeong Guk", "Yerzhan Ashikbayev", "Ku Hong-seok"}


def test_the_year_of_the_webinar_is_inferred_from_what_its_page_announces_and_marked(webinar: Extract):
    gathering = main(webinar)
    assert (str(gathering.start), gathering.start_basis) == ("2020-11-25?", "announcement")


def test_short_forms_in_the_webinar_page_are_one_person(webinar: Extract):
    (ashikbayev,) = [person for person in webinar.persons if "Ashikbayev" in person.names]
    assert ashikbayev.name == "Yerzhan Ashikbayev"


@pytest.mark.parametrize(
    ("speaker", "cue", "begins"),
    [
        ("Cheon Myeong Guk", "said", "I think the most important factor"),
        ("Cheon Myeong Guk", "stressed", "Kazakhstan can be a great role model"),
        ("Yerzhan Ashikbayev", "noted", "this discussion is very relevant"),
        ("Yerzhan Ashikbayev", "said", "The security situation on the Korean Peninsula"),
        ("Yerzhan Ashikbayev", "added", "We are ready to continue to share"),
        ("Ku Hong-seok", "stressed", "despite certain difficulties"),
    ],
)
def test_the_webinar_page_gives_each_statement_to_its_speaker(webinar: Extract, speaker: str, cue: str, begins: str):
    (statement,) = [s for s in webinar.statements if s.content[0].startswith(begins)]
    assert (statement.speaker_name, statement.cue) == (speaker, cue)


def test_a_quotation_parted_by_its_attribution_is_one_statement(webinar: Extract):
    (statement,) = [s for s in webinar.statements if s.content[0].startswith("I think the most important factor")]
    assert len(statement.content) == 2
    assert statement.direct


def test_the_webinar_page_dates_the_decree_by_its_anniversary(webinar: Extract):
    (decree,) = [milestone for milestone in webinar.milestones if milestone.kind == "decree"]
    assert str(decree.date) == "1991-08"
