from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("record")


def test_search_marks_what_was_found_and_tells_how_to_go_on(run):
    ended = run("search", "lake")
    assert (ended.code, ended.err) == (0, "")
    assert "the ⟦lake⟧ will be clean within ten years" in ended.out
    assert "Dair Seitov · said" in ended.out
    assert "more than 2,000 statements · the next ones: --cursor abc-20" in ended.out


def test_search_hands_on_what_it_was_narrowed_down_by_and_nothing_else(run, record):
    run(
        "search",
        "lake",
        "--who",
        "Seitov",
        "--from",
        "2019",
        "--place",
        "Almaty",
        "--indirect",
        "--limit",
        "5",
        "--order",
        "oldest",
    )
    told = {name: record.asked[name] for name in ("words", "who", "since", "place", "direct", "limit", "order")}
    assert told == {
        "words": "lake",
        "who": "Seitov",
        "since": "2019",
        "place": "Almaty",
        "direct": False,
        "limit": 5,
        "order": "oldest",
    }
    assert not {"office", "until", "manner"} & record.asked.keys()


def test_search_takes_several_words_as_they_come(run, record):
    run("search", "the", "old", "lake")
    assert record.asked["words"] == "the old lake"


def test_search_tells_programs_all(run):
    answer = json.loads(run("search", "lake", "--json").out)
    assert (answer["total"], answer["more_than_counted"], answer["cursor"]) == (2000, True, "abc-20")
    (hit,) = answer["hits"]
    assert (hit["score"], hit["snippet"]["marks"], hit["statement"]["speaker"]["name"]) == (2.5, [[4, 8]], "Dair Seitov")
    assert answer["sources"]


def test_search_says_when_nothing_matches(run):
    assert run("search", "glacier").out == "No statement matches.\n"


def test_said_takes_the_filters_of_search(run, record):
    run("said", "Seitov", "--manner", "denied")
    assert record.asked["manner"] == "denied"


def test_an_option_with_no_such_value_is_refused(run):
    assert run("search", "lake", "--order", "sideways").code == 2
    assert run("search", "lake", "--limit", "0").code == 2
