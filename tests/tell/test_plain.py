from __future__ import annotations

import json

from tests.made.records import ONE, ROUND_TABLE, SPOKEN

from onrecord.review.conflicts import Case, find_conflicts
from onrecord.tell.plain import answer


def test_an_answer_is_json_in_which_every_fact_has_its_evidence():
    found = json.loads(json.dumps(answer(statements=(SPOKEN,), gatherings=(ROUND_TABLE,))))
    (proof,) = found["statements"][0]["evidence"]
    start, end = proof["spans"][0]
    offset = proof["sentence_span"][0]
    assert proof["sentence"][start - offset : end - offset] == found["statements"][0]["content"][0]
    assert proof["marks"] == [[start - offset, end - offset]]
    assert found["gatherings"][0]["start"] == "2018-06-12"


def test_sources_stand_once_in_order_of_their_keys():
    found = answer(gatherings=(ROUND_TABLE,))
    assert list(found["sources"]) == ["d-lake-gazette", "d-mill-institute"]
    assert found["sources"][ONE.key]["captured_at"] == "2026-01-02T00:00:00+00:00"
    assert found["sources"][ONE.key]["published"] == "2018-06-14"


def test_what_a_program_would_have_to_work_out_is_there():
    found = answer(gatherings=(ROUND_TABLE,), statements=(SPOKEN,), conflicts=find_conflicts(Case((ROUND_TABLE,))))
    assert found["gatherings"][0]["independent_sources"] == 2
    assert found["gatherings"][0]["participations"][0]["independent_sources"] == 1
    assert found["statements"][0]["independent_sources"] == 1
    assert found["conflicts"][0]["key"].startswith("c-")
