from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from tests.made.records import CLOSURE, COUNTS, DAIR, DEPUTY, ONE, PERSON, ROUND_TABLE, SPOKEN, TWO, evidence

from onrecord.model import PartialDate, Span
from onrecord.review.conflicts import Case, compared, find_conflicts
from onrecord.tell import conflicts, gatherings, milestones, persons, statements
from onrecord.tell.layout import address, date_cell, marked, proofs

CASE = Case((ROUND_TABLE,), (DEPUTY,))
FOUND = find_conflicts(CASE)
ANSWERS = {
    "who": persons.told(PERSON, evidence=True),
    "candidates": persons.candidates("Seitov", [PERSON, PERSON]),
    "said": statements.told((SPOKEN,), evidence=True),
    "gatherings": gatherings.told((ROUND_TABLE,), offices={DAIR: [DEPUTY]}, conflicts=FOUND, evidence=True),
    "timeline": milestones.told((CLOSURE,), evidence=True),
    "conflicts": conflicts.told(FOUND, compared(CASE), COUNTS),
    "nothing": conflicts.told((), compared(CASE), COUNTS),
}


def printed(parts, width, **options):
    file = io.StringIO()
    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False, **options)
    for part in parts:
        console.print(part)
    return file.getvalue()


def letters(text):
    """Return all that is printed but blanks and the bars, which depend on the width."""
    return re.sub(r"[\s│]", "", text)


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(name, width):
    narrow, whole = printed(ANSWERS[name], width), printed(ANSWERS[name], 100_000)
    assert max(cell_len(line) for line in narrow.splitlines()) <= width
    assert sorted(letters(narrow)) == sorted(letters(whole))


def test_in_a_pipe_a_sentence_and_a_reason_are_one_line_however_long():
    sentence = "It met on [June 12]" + ", and again" * 300 + "."
    spoken = dataclasses.replace(SPOKEN, content=("word " * 400,), evidence=(evidence(sentence, ONE),))
    lines = printed(statements.told((spoken,), evidence=True), 100_000).splitlines()
    assert sum(len(line.rstrip()) > 1500 for line in lines) == 2
    assert len(lines) == len(printed(statements.told((SPOKEN,), evidence=True), 100_000).splitlines())


def test_wide_letters_take_two_columns():
    page = dataclasses.replace(ONE, title="백은호가 알마티에서 열린 원탁회의에서 연설하다 그리고 호수에 대하여 말하다")
    spoken = dataclasses.replace(SPOKEN, evidence=(evidence("백은호는 [호수가 십 년 안에 맑아질 것]이라고 말했다.", page),))
    for width in (40, 80):
        lines = printed(statements.told((spoken,), evidence=True), width).splitlines()
        assert max(cell_len(line) for line in lines) <= width


def test_marks_are_brackets_without_styles_and_underlined_with_them():
    proof = proofs([evidence("It met on [June 12] in Almaty.", ONE)])
    assert "⟦June 12⟧" in printed(proof, 80)
    styled = printed(proof, 80, force_terminal=True, color_system="truecolor", legacy_windows=False)
    assert "⟦" not in styled
    assert re.search(r"\x1b\[1;4mJune 12\x1b\[0m", styled)


def test_without_colour_the_marks_are_still_underlined():
    proof = proofs([evidence("It met on [June 12] in Almaty.", ONE)])
    out = printed(proof, 80, force_terminal=True, color_system="truecolor", no_color=True)
    assert re.search(r"\x1b\[1;4mJune 12", out)


def test_a_sentence_is_printed_once_with_all_its_marks_and_its_source_once():
    two = [evidence(sentence, ONE) for sentence in ("[It] met on June 12.", "It met on [June 12].")]
    out = printed(proofs([*two, evidence("[They] met.", TWO)]), 200)
    assert out.count("⟦It⟧ met on ⟦June 12⟧.") == 1
    assert out.count("Round table closes in Almaty") == 1
    assert "at 100-102, 110-117" in out


@settings(max_examples=60)
@given(
    st.text(alphabet="ab한я \n", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 35), st.integers(0, 35)), max_size=4),
)
def test_marks_never_change_the_sentence(sentence, marks):
    spans = tuple(Span(min(pair), max(pair)) for pair in marks)
    proof = dataclasses.replace(evidence("x", ONE), sentence=sentence, sentence_span=Span(0, len(sentence)), spans=spans)
    assert re.sub("[⟦⟧]", "", marked(proof, brackets=True).plain) == sentence.replace("\n", " ")


@pytest.mark.parametrize(
    ("start", "end", "cell"),
    [
        ("2019-04-03", None, "2019-04-03"),
        ("2019-04-03", "2019-04-05", "2019-04-03\n- 2019-04-05"),
        ("2019-04-03", "2019-04-03", "2019-04-03"),
        ("XXXX-11-25", None, "XXXX-11-25"),
        ("[2019-11-25,2020-11-25]", None, "2019-11-25\nor\n2020-11-25"),
        (None, None, "no date"),
    ],
)
def test_the_date_column_holds_the_date_as_it_is_kept(start, end, cell):
    dates = [PartialDate(one) if one else None for one in (start, end)]
    assert date_cell(*dates).plain == cell


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("file:///pages/a%20b.txt", "/pages/a b.txt"),
        ("https://lake.example/a%20b", "https://lake.example/a%20b"),
        ("", "mill-institute"),
    ],
)
def test_a_source_is_shown_where_it_is_found(url, shown):
    assert address(dataclasses.replace(ONE, url=url)) == shown


def test_a_file_below_the_working_folder_is_shown_as_seen_from_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert address(dataclasses.replace(ONE, url=(tmp_path / "notes" / "a b.txt").as_uri())) == str(Path("notes") / "a b.txt")
