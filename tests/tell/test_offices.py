from __future__ import annotations

import dataclasses

import pytest
from tests.made.records import ONE, TWO, position

from onrecord.tell.offices import by_office, office_words, offices_line

KO, RU = (dataclasses.replace(ONE, id=code, key=f"d-{code}", language=code) for code in ("ko", "ru"))


def held(title, of=ONE, **fields):
    return position("Dair Seitov", title, f"[{title}] Dair Seitov came.", of, **fields)


@pytest.mark.parametrize(
    ("title", "fields", "words"),
    [
        ("director", {"organization": "Mill Institute"}, "director, Mill Institute"),
        ("director", {"organization": "Mill Institute", "status": "former"}, "former director, Mill Institute"),
        ("Former director", {"status": "former"}, "Former director"),
        ("Deputy Minister", {"country": "Kazakhstan", "qualifier": "acting"}, "acting Deputy Minister, Kazakhstan"),
        ("heads", {"organization": "Mill Institute"}, "heads Mill Institute"),
        ("director of the Mill Institute", {"organization": "Mill Institute"}, "director of the Mill Institute"),
    ],
)
def test_an_office_is_told_in_words(title, fields, words):
    assert office_words(position("Dair Seitov", title, f"[{title}] came.", ONE, **fields)) == words


def test_two_wordings_of_one_office_are_one():
    first = held("Deputy Foreign Minister", country="Kazakhstan")
    second = held("Deputy Minister of Foreign Affairs", TWO)
    assert by_office([first, second]) == [[first, second]]
    assert offices_line([second, first]) == "Deputy Foreign Minister, Kazakhstan"


def test_an_office_is_one_where_a_page_leaves_its_country_unsaid_and_another_says_it_with_the_body():
    unsaid = held("Deputy Foreign Minister")
    said = held("Deputy Minister of Foreign Affairs", TWO, country="Kazakhstan")
    with_body = held("차관", KO, organization="카자흐스탄 외교부")
    assert len(by_office([unsaid, said, with_body])) == 1
    assert len(by_office([held("Deputy Foreign Minister", country="Korea"), with_body])) == 2


@pytest.mark.parametrize(
    "fields", [{"status": "former"}, {"qualifier": "acting"}, {"country": "Korea"}, {"organization": "Lake Society"}]
)
def test_another_status_country_or_body_is_another_office(fields):
    base = {"country": "Kazakhstan", "organization": "Mill Institute"}
    assert len(by_office([held("director", **base), held("director", TWO, **(base | fields))])) == 2


def test_a_line_of_offices_has_current_ones_first_and_no_shorter_wordings():
    former = held("Ambassador to Kazakhstan", status="former")
    shorter = held("Ambassador", TWO, status="former")
    professor = held("professor", organization="Hill University")
    assert offices_line([former, shorter, professor]) == "professor, Hill University; former Ambassador to Kazakhstan"


def test_one_office_in_three_languages_is_told_once_in_the_readers():
    ours = [
        held("차관", KO, organization="카자흐스탄 외교부"),
        held("Deputy Foreign Minister", country="Kazakhstan"),
        held("заместителем министра иностранных дел Казахстана", RU),
    ]
    assert by_office(ours) == [ours]
    assert [offices_line(ours, code) for code in ("en", "ko", "ru")] == [
        "Deputy Foreign Minister, Kazakhstan",
        "차관, 카자흐스탄 외교부",
        "заместителем министра иностранных дел Казахстана",
    ]


def test_offices_of_two_countries_stay_two_in_any_language():
    assert len(by_office([held("대사", KO, country="한국"), held("Ambassador", country="Kazakhstan")])) == 2


MILL = {"organization": "Mill Institute", "organization_key": "o-1"}


def test_an_office_at_a_body_that_is_told_in_the_readers_language_is_not_told_again_in_another():
    ours = [held("선임연구위원", KO, **MILL), held("fellow", **MILL), held("старший сотрудник", RU, **MILL)]
    assert offices_line(ours) == "fellow, Mill Institute"
    assert offices_line(ours, "ko") == "선임연구위원, Mill Institute"
    assert offices_line(ours[:1]) == "선임연구위원, Mill Institute"


def test_a_verb_tells_of_an_office_only_where_no_title_does():
    teaches = held("teaches", organization="Hill University", organization_key="o-2")
    assert offices_line([teaches, held("professor", TWO, organization="Hill University", organization_key="o-2")]) == (
        "professor, Hill University"
    )
    assert offices_line([teaches]) == "teaches Hill University"


def test_two_titles_in_one_language_at_one_body_are_both_told():
    assert offices_line([held("director", **MILL), held("senior fellow", **MILL)]) == (
        "director, Mill Institute; senior fellow, Mill Institute"
    )
