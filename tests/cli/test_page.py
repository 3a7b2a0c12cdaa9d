from __future__ import annotations

import io
import json
import sys

import pytest

PAGE = "The minister, John Smith, said on Monday that the talks on the lake would go on.\n"
GOLD = {"doc_id": "one", "lang": "en", "persons": [{"id": "p1", "name": "John Smith", "aliases": []}]}
EMPTY: dict[str, list[object]] = {name: [] for name in ("organizations", "positions", "gatherings", "statements", "milestones")}


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "gold" / "one.json").write_text(json.dumps(GOLD | EMPTY))
    (tmp_path / "gold" / "groups.json").write_text("[]")
    (tmp_path / "pages" / "one.txt").write_text(PAGE)
    return tmp_path


def test_extract_prints_json_whose_spans_open_at_the_words(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    page = json.loads(run("extract", "-", "--language", "en", "--published", "2019-04-03").out)
    assert (page["doc_id"], page["published"], page["text"]) == ("stdin", "2019-04-03", PAGE)
    for person in page["persons"]:
        assert {page["text"][start:end] for start, end in person["mentions"]} <= {person["name"], *person["aliases"]}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\xff\xfe\x00bad", "onrecord: stdin is not UTF-8 text: convert it first, for instance with iconv\n"),
        (b"  \n", "onrecord: stdin holds no text: give a page with text\n"),
    ],
)
def test_what_is_no_text_is_one_line(run, monkeypatch, content, fault):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert run("extract", "-") == (2, "", fault)


def test_options_for_plain_text_are_refused_for_other_files(run, tmp_path):
    ended = run("extract", str(tmp_path / "a.pdf"), "--language", "en")
    assert ended.code == 2
    assert ended.err == "onrecord: --language and --published are for plain text, not for a.pdf: leave them out\n"


def test_evaluate_finds_the_pages_beside_the_annotation(run, gold):
    for folder in (gold, gold / "gold"):
        ended = run("evaluate", str(folder))
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith("1 page\n")


def test_evaluate_as_json_gives_figures_by_kind_and_misses_where_asked(run, gold):
    answer = json.loads(run("evaluate", str(gold), "--json", "--misses", "persons").out)
    assert answer["figures"]["persons"]["gold"] == 1
    assert set(answer) == {"pages", "figures", "misses"}


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["nowhere"], "there is no folder nowhere: "),
        ([".", "--pages", "nowhere"], ". holds no annotated page: "),
        (["gold", "--pages", "nowhere"], "there is no page nowhere/one.txt: "),
        (["gold", "--misses", "tables"], "there is no kind 'tables': choose one of persons, "),
    ],
)
def test_evaluate_says_what_is_not_there(run, gold, monkeypatch, words, fault):
    (gold / "gold" / "sub").mkdir()
    monkeypatch.chdir(gold / "gold" / "sub" if words[0] == "." else gold)
    ended = run("evaluate", *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"onrecord: {fault}")


@pytest.mark.parametrize("broken", ["{", json.dumps({"persons": [{"id": "p1"}]}), json.dumps({"persons": 3})])
def test_a_broken_annotation_is_one_line(run, gold, broken):
    (gold / "gold" / "one.json").write_text(broken)
    ended = run("evaluate", str(gold))
    assert (ended.code, ended.out) == (2, "")
    assert "one" in ended.err
    assert ended.err.count("\n") == 1
