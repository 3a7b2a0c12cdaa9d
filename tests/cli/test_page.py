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
        (b"\x81\x02\xff\x9d\x01", "standard input: not text, or text in an unknown encoding: save it as UTF-8 text\n"),
        (b"  \n", "standard input: the page is empty: check the source, or leave it out\n"),
    ],
)
def test_what_is_no_text_is_one_line(run, monkeypatch, content, fault):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert run("extract", "-") == (2, "", f"onrecord: {fault}")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Министр Айгуль Омарова вчера открыла форум в Лунде.".encode("cp1251")),
        ("a.html", "<p>Министр Айгуль Омарова вчера открыла форум в Лунде.</p>".encode()),
        ("a.md", "Министр Айгуль Омарова вчера открыла форум в Лунде.".encode()),
    ],
)
def test_language_and_date_are_told_of_a_page_in_any_format_and_encoding(run, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    page = json.loads(run("extract", str(tmp_path / name), "--language", "ru", "--published", "2019-04-03").out)
    assert (page["lang"], page["published"]) == ("ru", "2019-04-03")
    assert [gathering["start"] for gathering in page["gatherings"]] == ["2019-04-02"]


def test_a_file_that_is_no_page_is_named_as_it_was_given(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").touch()
    assert run("extract", "a.txt").err == "onrecord: a.txt: the page is empty: check the source, or leave it out\n"


def test_a_date_that_is_none_is_refused_before_anything_is_read(run):
    ended = run("extract", "gone.txt", "--published", "yesterday")
    assert (ended.code, ended.err) == (
        2,
        "onrecord: 'yesterday' is no EDTF date: write it as 2019, 2019-04, 2019-04-03 or XXXX-04-03\n",
    )


def test_an_address_is_read_like_a_file(run):
    ended = run("extract", "http://127.0.0.1:9/page")
    assert (ended.code, ended.err) == (
        2,
        "onrecord: 127.0.0.1: a private address: save the page to a file, or allow private addresses\n",
    )


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
