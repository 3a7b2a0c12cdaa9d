from __future__ import annotations

from onrecord.languages.en import organizations


def test_heads_in_capitals_throughout_are_heads():
    assert organizations.is_head("Foundation")
    assert organizations.is_head("FOUNDATION")
    assert not organizations.is_head("Founding")


def test_names_without_a_head_are_known():
    assert organizations.is_known("IAEA")
    assert organizations.is_known("Agence France-Presse")


def test_events_and_papers_rule_a_body_out():
    assert organizations.rules_out("Treaty")
    assert organizations.rules_out("ROUNDTABLE")
    assert not organizations.rules_out("Ministry")
