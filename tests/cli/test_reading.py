from __future__ import annotations

import dataclasses
import json
from types import SimpleNamespace

import pytest
from tests.made.records import PERSON

pytestmark = pytest.mark.usefixtures("record")

READING = (["who", "Seitov"], ["said"], ["gatherings"], ["timeline"], ["conflicts"])


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_reading_command_opens_the_default_record_makes_none_and_closes_it(run, record, words):
    ended = run(*words)
    assert (ended.code, ended.err) == (0, "")
    assert (record.asked["where"], record.asked["create"], record.closed) == ("onrecord.db", False, True)


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_json_names_each_source_by_key_and_tells_it_once_in_full(run, words):
    answer = json.loads(run(*words, "--json").out)
    assert answer["sources"]["d-mill-institute"]["url"] == "file:///pages/mill-institute.txt"
    assert '"source": "d-mill-institute"' in run(*words, "--json").out


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_evidence_prints_the_sentence_with_its_words_marked_and_its_place(run, words):
    out = run(*words, "--evidence").out
    assert "⟦" in out
    assert "Round table closes in Almaty · 2018-06-14 · /pages/mill-institute.txt · at 1" in out


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_pipe_gets_no_colours_and_no_blanks_at_the_ends_of_lines(run, words):
    out = run(*words).out
    assert "\x1b" not in out
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_the_record_comes_from_the_option_or_the_environment(run, record, monkeypatch):
    monkeypatch.setenv("ONRECORD_RECORD", "other.db")
    run("timeline")
    assert record.asked["where"] == "other.db"
    run("timeline", "--record", "third.db")
    assert record.asked["where"] == "third.db"


def test_who_tells_spellings_offices_gatherings_and_statements(run):
    out = run("who", "Seitov").out
    for words in ("Dair Seitov", "also Dayir Seitov · Даир Сеитов (Cyrillic)", "Deputy Foreign Minister, Kazakhstan"):
        assert words in out
    for words in ("Second Steppe Round Table", "moderator", "the lake will be clean within ten years"):
        assert words in out


def test_who_lists_the_candidates_with_their_keys_where_several_can_be_meant(run, record, monkeypatch):
    other = dataclasses.replace(PERSON, key="p-other", name="Marat Seitov", positions=())
    monkeypatch.setattr(type(record), "who", lambda *_: (PERSON, other))
    out = run("who", "Seitov").out
    assert "2 persons can be meant" in out
    assert "p-other" in out
    assert "Statements" not in out


def test_an_unknown_name_is_one_line_with_the_nearest_spellings(run):
    for words in (("who", "Dair Zeitow"), ("said", "Dair Zeitow"), ("gatherings", "--who", "Dair Zeitow")):
        ended = run(*words)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith(
            "onrecord: nobody of the name 'Dair Zeitow' is in the record: the nearest spellings are Dair "
        )
        assert ended.err.count("\n") == 1


@pytest.mark.parametrize("words", [("who", "Dair", "Seitov"), ("said", "Dair", "Seitov")], ids=lambda words: words[0])
def test_a_name_of_several_words_needs_no_quotation_marks(run, words):
    ended = run(*words)
    assert (ended.code, ended.err) == (0, "")
    assert "Dair Seitov" in ended.out


def test_a_period_may_begin_and_end_in_one_year(run):
    assert run("timeline", "--from", "1991-08-29", "--to", "1991").code == 0


def test_said_asks_for_every_person_and_body_of_the_name_and_for_dates(run, record):
    assert run("said", "Mill", "--about", "lake", "--from", "2018", "--to", "2019-04").code == 0
    asked = {name: str(record.asked[name]) for name in ("speakers", "about", "since", "until")}
    assert asked == {"speakers": "('o-mill',)", "about": "lake", "since": "2018", "until": "2019-04"}


def test_gatherings_tell_roles_in_order_with_offices_sources_and_contradictions(run):
    lines = [line.split() for line in run("gatherings").out.splitlines()]
    labels = [line[0] for line in lines if line and line[0] in ("organizer", "moderator", "speaker")]
    assert labels == ["organizer", "moderator", "speaker"]
    assert ["moderator", "Dair", "Seitov,", "Deputy", "Foreign", "Minister,", "Kazakhstan"] in lines
    assert "high contradiction, date: Sources date one occasion to 12 June 2018 and 13 June 2018." in run("gatherings").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["said", "--about", "moon"], "No statement matches."),
        (["gatherings", "--type", "visit"], "No gathering matches."),
        (["timeline", "--kind", "decree"], "No milestone matches."),
    ],
)
def test_an_empty_answer_says_so_and_is_no_fault(run, words, says):
    assert run(*words) == (0, f"{says}\n", "")


def test_conflicts_give_the_reason_and_both_sentences(run):
    out = run("conflicts").out
    assert "Sources date one occasion to 12 June 2018 and 13 June 2018." in out
    assert "It met on ⟦June 12, 2018⟧ in Almaty." in out
    assert "On Wednesday, ⟦June 13, 2018⟧, they met." in out


def test_no_contradiction_says_what_was_compared(run):
    out = run("conflicts", "--kind", "place").out
    assert "No contradiction found, in 2 pages and 1 occasion in the record." in out
    assert "occasions placed by two or more sources  1" in out
    answer = json.loads(run("conflicts", "--kind", "place", "--json").out)
    assert answer["conflicts"] == []
    assert answer["compared"] == [{"kind": "place", "number": 1, "what": "occasions placed by two or more sources"}]


def test_each_conflict_in_json_has_kind_severity_reason_and_sides(run):
    (conflict,) = json.loads(run("conflicts", "--json").out)["conflicts"]
    assert set(conflict) == {"key", "kind", "severity", "subject", "title", "reason", "sides"}
    assert [side["value"] for side in conflict["sides"]] == ["2018-06-12", "2018-06-13"]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["gatherings", "--type", "party"], "there is no type of gathering 'party': choose one of roundtable, "),
        (["timeline", "--kind", "party"], "there is no kind of milestone 'party': choose one of nuclear-test, "),
        (["conflicts", "--kind", "party"], "there is no kind of contradiction 'party': choose one of date, "),
        (["said", "--from", "yesterday"], "'yesterday' is no EDTF date: "),
        (["said", "--from", "2019-02-30"], "'2019-02-30' is no EDTF date: "),
        (["who"], "nobody is named: give a NAME, or --office and --on"),
        (["who", "a", "--colour"], "no such option: --colour (Possible options: --country, --record): see onrecord who --help"),
        (["whom"], "no such command 'whom'"),
        (
            ["--record", "other.db", "timeline"],
            "no such option: --record before a command: write onrecord COMMAND, then its options",
        ),
        (["said", "--from", "2020", "--to", "2019-12"], "--from 2020 is after --to 2019-12: give the earlier date with --from"),
        (["search", "--from", "2020", "--to", "2019"], "--from 2020 is after --to 2019: give the earlier date with --from"),
        (["conflicts", "--choice", "5 years"], "a choice or a note settles a contradiction: name it with --settle KEY"),
        (["said", "--about"], "option '--about' requires an argument: see onrecord --help"),
    ],
)
def test_a_fault_of_the_call_is_one_line_with_its_cure_and_code_2(run, words, fault):
    ended = run(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"onrecord: {fault}")
    assert ended.err.count("\n") == 1


def test_ctrl_c_before_anything_is_loaded_is_one_line_and_code_130(run, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.app.run", interrupted)
    ended = run("timeline")
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.startswith("onrecord: stopped by you: ")
    assert ended.err.count("\n") == 1


def test_who_in_office_on_a_date_says_how_sure_and_by_whom(run):
    out = run("who", "Seitov", "--on", "2018-06-14").out
    assert out.startswith("certainly     Dair Seitov · Deputy Foreign Minister, Kazakhstan")
    assert "stated in office at that time" in out
    assert "Round table closes in Almaty (2018-06-14, current)" in out


def test_an_office_on_a_date_is_found_without_a_name(run):
    assert "possibly" in run("who", "--office", "deputy foreign minister", "--country", "Kazakhstan", "--on", "2019").out
    assert run("who", "--office", "ambassador", "--on", "2019").out == "No source tells of an office on 2019.\n"
    told = json.loads(run("who", "--office", "minister", "--on", "2018-06", "--json").out)
    assert [one["held"] for one in told["tenures"]] == ["certainly"]


def test_an_office_without_a_date_is_refused(run):
    assert "give --on DATE" in run("who", "--office", "minister").err
    assert "has no year" in run("who", "Seitov", "--on", "XXXX-05-05").err


def test_a_contradiction_is_settled_from_the_command_line(run, record, monkeypatch):
    kept = []

    def settle(_, *args, **named):
        kept.append((args, named))
        return SimpleNamespace(id="e-1")

    monkeypatch.setattr(type(record), "settle_conflict", settle, raising=False)
    ended = run("conflicts", "--settle", "c-1", "--choice", "45", "--as", "Ana")
    assert ended.out == "c-1 is settled by e-1.\n"
    assert kept == [(("c-1", "45"), {"note": "", "by": "Ana"})]
