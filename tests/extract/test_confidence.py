from __future__ import annotations

from typing import Any

import pytest

from onrecord import extract_text
from onrecord.extract import confidence

PAGE = (
    "LUND, May 4, 2021 — Ambassador Olen Varga met with Minister Ieva Balode of Latvia on Monday.\n\n"
    "“The site will be closed,” Varga said. He told reporters that the inspectors had seen every building."
)


def test_confidence_is_the_precision_after_laplace():
    assert confidence.Measured(found=1, right=1).precision == 0.67
    assert confidence.Measured(found=98, right=97).precision == 0.98


def test_a_rule_without_a_case_has_one_half():
    assert confidence.of("en", "statements", "no-such-rule") == 0.5


@pytest.mark.parametrize(("language", "reader"), [("und", "en"), ("kk", "ru")])
def test_a_language_that_is_read_by_the_rules_of_another_has_its_figures(language: str, reader: str):
    kind, rule = next((kind, rule) for code, kind, rule in confidence.measured() if code == reader)
    assert confidence.of(language, kind, rule) == confidence.of(reader, kind, rule) != 0.5


def test_every_fact_has_the_confidence_of_its_rule_also_where_others_refer_to_it():
    found = extract_text(PAGE, language="en")
    assert found.persons
    assert found.statements
    kinds: dict[str, tuple[Any, ...]] = {
        "persons": found.persons,
        "positions": found.positions,
        "statements": found.statements,
    }
    for kind, facts in kinds.items():
        assert [fact.confidence for fact in facts] == [confidence.of("en", kind, fact.rule) for fact in facts]
    assert {position.person for position in found.positions} <= set(found.persons)
    assert all(
        part.confidence == confidence.of("en", "roles", part.rule) for g in found.gatherings for part in g.participations
    )
    assert {part.who for g in found.gatherings for part in g.participations} <= {*found.persons, *found.organizations}


def test_the_table_counts_no_more_right_than_found_and_is_in_order():
    table = confidence.measured()
    assert all(0 <= one.right <= one.found for one in table.values())
    assert {kind for _, kind, _ in table} <= set(confidence.KINDS.values())
    assert [language for language, _, _ in table] == sorted(language for language, _, _ in table)
