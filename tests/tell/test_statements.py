"""What stands under a statement: occasion, manner, topics and source, nothing of it twice."""

from __future__ import annotations

import dataclasses

import pytest
from tests.made.records import ONE, evidence
from tests.tell.test_gatherings import text

from onrecord.model.recorded import StatementRecord
from onrecord.tell.statements import told

AGREED = StatementRecord(
    key="s-1",
    speaker=None,
    speaker_words="Both sides",
    content=("the site would be closed",),
    direct=False,
    cue="agreed",
    manner="agreed",
    date=None,
    date_basis="",
    gathering=None,
    gathering_name=None,
    topics=(),
    relayed_by=None,
    evidence=(evidence("Both sides agreed that [the site would be closed].", ONE),),
)


@pytest.mark.parametrize(("cue", "times"), [("agreed", 1), ("concurred", 1)])
def test_the_manner_stands_where_the_verb_does_not_say_it(cue: str, times: int):
    assert text(told([dataclasses.replace(AGREED, cue=cue)])).count("agreed") == times
