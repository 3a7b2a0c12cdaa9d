from __future__ import annotations

import pytest

from onrecord.score import score_documents

PAGE = {
    "doc_id": "one",
    "persons": [{"id": "p1", "name": "Dair Seitov", "aliases": ["Seitov"]}],
    "organizations": [{"id": "o1", "name": "Mill Institute", "aliases": []}],
    "positions": [{"person": "p1", "title": "director", "organization": "o1", "status": "current"}],
    "gatherings": [
        {
            "id": "g1",
            "type": "forum",
            "name": "Lake Forum",
            "start": "2019-04-03",
            "place": "Almaty",
            "main": True,
            "participants": [{"who": "p1", "role": "speaker"}],
        }
    ],
    "statements": [{"speaker": "p1", "content": ["the lake will", "be clean"], "direct": True}],
    "milestones": [{"kind": "decree", "what": "the decree", "date": "1991", "text": "the decree of 1991"}],
}


def figures(found):
    return {row.kind: (row.right, row.found, row.gold) for row in score_documents([(PAGE, found)]).rows}


def test_a_page_is_right_about_itself():
    assert all(row.f1 == 1.0 for row in score_documents([(PAGE, PAGE)]).rows)


def test_a_page_without_a_prediction_has_found_nothing():
    assert all(row.right == 0 and row.gold for row in score_documents([(PAGE, {})]).rows)


@pytest.mark.parametrize(
    ("kind", "change", "lost"),
    [
        ("positions", {"status": "former"}, {"positions+status"}),
        ("gatherings", {"start": "2019"}, {"gatherings:start"}),
        ("gatherings", {"place": "Semey"}, {"gatherings:place"}),
        ("milestones", {"date": "1992"}, {"milestones:date"}),
        ("statements", {"speaker": "=somebody"}, {"statements (content+speaker)", "statements:direct (content+speaker)"}),
        ("statements", {"direct": False}, {"statements:direct (content)", "statements:direct (content+speaker)"}),
    ],
)
def test_what_is_wrong_is_lost_in_its_own_figure_alone(kind, change, lost):
    found = {**PAGE, kind: [{**PAGE[kind][0], **change}]}  # type: ignore[dict-item]
    assert {kind for kind, (right, *_) in figures(found).items() if not right} == lost


def test_a_precise_date_is_right_for_a_less_precise_gold_but_not_the_reverse():
    gold = {**PAGE, "milestones": [{**PAGE["milestones"][0], "date": "1991-08"}]}  # type: ignore[dict-item]
    rows = {row.kind: row.right for row in score_documents([(PAGE, gold)]).rows}
    assert rows["milestones:date"] == 1
    rows = {row.kind: row.right for row in score_documents([(gold, PAGE)]).rows}
    assert rows["milestones:date"] == 0


def test_misses_name_the_page_and_the_fact():
    scores = score_documents([(PAGE, {**PAGE, "persons": [{"id": "p1", "name": "Lida", "aliases": []}]})])
    assert [(miss.what, miss.page, miss.fact["name"]) for miss in scores.misses["persons"]] == [
        ("missed", "one", "Dair Seitov"),
        ("extra", "one", "Lida"),
    ]
