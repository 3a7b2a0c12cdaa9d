from __future__ import annotations

import json

import pytest

from onrecord.adding import PageResult
from onrecord.languages.processors import processors

GOOD, KNOWN = PageResult("a.txt", "added"), PageResult("b.txt", "unchanged")
BAD = PageResult("c.pdf", "unread", "it needs a password: save it without one")
GONE = PageResult("d.txt", "failed", "there is no such file: check the name")


def test_add_hands_its_sources_on_and_tells_what_became_of_them(run, record):
    record.pages = (GOOD, KNOWN)
    ended = run("add", "a.txt", "b.txt", "--record", "x.db")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(
        "1 page added, 1 page there already. x.db holds 2 pages, 3 persons, 2 organizations, 1 gathering"
    )
    assert record.asked["sources"] == ("a.txt", "b.txt")
    assert record.asked["create"] is True


def test_each_processor_reads_where_no_number_of_processes_is_given(run, record):
    record.pages = (GOOD,)
    run("add", "a.txt", "--processes", "3")
    assert record.asked["processes"] == 3
    run("add", "a.txt")
    assert record.asked["processes"] == processors()


def test_a_page_that_fails_is_one_line_and_the_others_get_in(run, record):
    record.pages = (GOOD, BAD, GONE)
    ended = run("add", "a.txt", "c.pdf", "d.txt")
    assert ended.code == 0
    assert ended.err.splitlines() == [f"onrecord: c.pdf: {BAD.reason}", f"onrecord: d.txt: {GONE.reason}"]
    assert "2 pages not read" in ended.out


def test_code_2_means_that_nothing_got_in(run, record):
    record.pages = (BAD, GONE)
    assert run("add", "c.pdf", "d.txt").code == 2
    record.pages = (BAD, KNOWN)
    assert run("add", "c.pdf", "b.txt").code == 0


@pytest.mark.usefixtures("record")
def test_nothing_to_read_is_said(run):
    ended = run("add", "empty-folder")
    assert ended.code == 2
    assert ended.err == "onrecord: no page found in empty-folder: name files, folders or addresses of pages\n"


def test_files_of_a_folder_that_are_no_pages_are_counted(run, record):
    other = PageResult("folder/e.bin", "skipped", "no known type of page")
    record.pages = (GOOD, other)
    assert run("add", "folder").out.startswith("1 page added, 1 file of no known type left out. ")
    record.pages = (other, other)
    ended = run("add", "folder")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "onrecord: no page found in folder, but 2 files of no known type: name files, folders or addresses of pages\n"
    )


def test_add_as_json_names_each_page_and_its_outcome(run, record):
    record.pages = (GOOD, BAD)
    answer = json.loads(run("add", "a.txt", "c.pdf", "--json").out)
    assert answer["pages"][0] == {"source": "a.txt", "outcome": "added", "reason": ""}
    assert answer["counts"]["pages"] == 2
