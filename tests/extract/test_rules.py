from __future__ import annotations

import pytest

from onrecord.extract import confidence, rules

KINDS = {*confidence.KINDS.values(), "places"}


def test_the_longest_name_that_fits_counts():
    assert rules.described("statements", "verb-clause") != rules.described("statements", "verb-upon")
    assert rules.described("statements", "verb-upon") == rules.registry()["statements"]["verb-*"]


def test_a_rule_that_is_not_registered_has_no_description():
    assert rules.described("statements", "no-such-rule") is None
    assert rules.described("persons", "verb-clause") is None


def test_every_kind_has_rules_each_in_one_line():
    assert set(rules.registry()) == KINDS
    for kind in KINDS:
        for name, words in rules.registry()[kind].items():
            assert words, name
            assert "\n" not in words
            assert len(words) < 120


@pytest.mark.parametrize(("language", "kind", "rule"), sorted(confidence.measured()))
def test_every_rule_that_was_measured_is_registered(language: str, kind: str, rule: str):
    assert rules.described(kind, rule), f"describe {rule} ({kind}, {language}) in extract/data/rules.yml"
