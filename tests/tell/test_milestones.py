from __future__ import annotations

import dataclasses

import pytest
from tests.made.records import CLOSURE

from onrecord.tell.milestones import headline


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
