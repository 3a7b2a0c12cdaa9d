from __future__ import annotations

import dataclasses
import io

import pytest
from rich.console import Console
from tests.made.records import CLOSURE

from onrecord.tell.milestones import told
from onrecord.tell.steps import headline


@pytest.mark.parametrize(
    ("what", "clause", "said"),
    [
        ("the Ulba test site", "the Ulba test site was closed in 1991", "the Ulba test site"),
        ("its first nuclear test", "its first nuclear test in 1949", "its first nuclear test"),
        ("the treaty", "the treaty was signed\nin Lunde", "the treaty was signed in Lunde"),
        ("office", "Anna Berg left office in 2019", "Anna Berg left office in 2019"),
        ("the treaty", "the treaty", "the treaty"),
    ],
)
def test_a_step_is_headed_by_its_object_or_by_the_clause_where_that_tells_too_little(what, clause, said):
    assert headline(dataclasses.replace(CLOSURE, what=what, text=clause)) == said


@pytest.mark.parametrize(
    ("actor", "shown"), [("카자흐스탄", "(Kazakhstan)"), ("Казахстан", "(Kazakhstan)"), ("Aliya Senova", "(Aliya Senova)")]
)
def test_who_took_a_step_stands_behind_it_and_a_country_in_english(actor: str, shown: str):
    printed = io.StringIO()
    console = Console(file=printed, width=100)
    for block in told([dataclasses.replace(CLOSURE, what="the last warhead", actor=actor)]):
        console.print(block)
    assert f"the last warhead {shown}" in printed.getvalue()


def test_two_words_tell_enough_beside_who_took_the_step():
    alone = dataclasses.replace(CLOSURE, what="finance minister", text="she became finance minister in 1982", actor=None)
    assert headline(alone) == "she became finance minister in 1982"
    assert headline(dataclasses.replace(alone, actor="Aliya Senova")) == "finance minister"
    assert headline(dataclasses.replace(alone, what="the treaty", actor="Norland")) == alone.text
