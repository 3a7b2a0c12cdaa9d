from __future__ import annotations

import json

import pytest

PAGE = """Ambassador Olen Varga met with Minister Ieva Balode in Lund on 4 May 2021.

The ambassador told reporters that the sanctions would be lifted only after full verification of the site.
"""


@pytest.fixture
def file(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)
    return str(tmp_path / "page.txt")


def test_a_statement_is_shown_with_its_rule_its_sentence_and_its_parse(run, file):
    ended = run("explain", file, "s1", "--language", "en")
    assert (ended.code, ended.err) == (0, "")
    assert "verb-clause: a reporting verb with a clause" in ended.out
    assert "on annotated pages)" in ended.out
    assert "⟦told⟧ reporters that ⟦the sanctions would be lifted" in ended.out
    assert ["•", "told", "VBD", "ROOT", "told"] in [line.split() for line in ended.out.splitlines()]


@pytest.mark.parametrize("id", ["position:1", "r1"])
def test_a_position_has_no_id_and_is_known_by_its_place_in_the_list(run, file, id):
    told = json.loads(run("explain", file, id, "--language", "en", "--json").out)
    assert (told["id"], told["rule"]) == ("position:1", "title-before-name")
    assert next(PAGE[start:end] for start, end in told["marks"]).startswith("Ambassador")
    assert PAGE[slice(*told["sentence_span"])] == told["sentence"]
    assert 0 < told["right"] <= told["found"]


def test_an_id_that_the_page_does_not_have_is_one_line(run, file):
    ended = run("explain", file, "s9", "--language", "en")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("onrecord: no fact of page is 's9': `onrecord extract` lists them (p1, p2")
