"""Questions in the browser: in the order of the record, decided by forms, one reviewer never overwriting another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.serve.review.conftest import main, open_paths, send

import onrecord
from onrecord.match import gatherings, organizations, persons
from onrecord.model.decision import Correction, Judgement, Settlement
from onrecord.model.errors import RecordLocked
from onrecord.serve.review.asked import path_of
from onrecord.serve.review.reasons import FEATURES, reasons_in


def log(place: Path, **asked: bool):
    with onrecord.open(place) as record:
        return record.view.decisions(**asked)  # type: ignore[arg-type]  # history alone


def test_the_page_asks_what_the_record_asks_in_its_order(desk: TestClient, place: Path):
    with onrecord.open(place) as record:
        asked = record.questions()
    page = desk.get("/review").text
    assert re.findall(r'class="what"><a href="([^"?]+)', page) == [path_of(one) for one in asked]
    assert f"Open questions {len(asked)}" in main(desk.get("/").text)
    of_kind = re.findall(r'class="what"><a href="([^"?]+)', desk.get("/review?kind=value").text)
    assert of_kind == [path_of(one) for one in asked if one.kind == "value"]


def test_the_page_of_a_person_or_a_body_counts_the_questions_about_it(desk: TestClient, place: Path):
    with onrecord.open(place) as record:
        asked = record.questions()
        question, key = next((one, key) for one in asked for key in one.concerns if key.startswith(("p-", "o-")))
        key = record.view.resolved(key).key
        number = sum(key in {record.view.resolved(other).key for other in one.concerns} for one in asked)
    page = desk.get(f"/{'persons' if key.startswith('p-') else 'organizations'}/{key}").text
    assert f"Open questions {number}" in main(page)
    assert f'href="{path_of(question)}"' in page


def test_a_question_shows_both_sides_the_features_and_the_sentences_with_links_to_their_sources(desk: TestClient):
    page = desk.get(open_paths(desk, "same")[0]).text
    assert page.count('<section class="side">') == 2
    assert page.count("<mark>") >= 2
    assert len(re.findall(r'href="/sources/d-\w+\?mark=', page)) >= 2
    assert re.search(r"<b>\+\d\.\d</b>", page)
    against = main(desk.get(next(path for path in open_paths(desk, "same") if "/o-" in path)).text)
    assert against.index("Against") < against.index("−1.5") < against.index("many bodies have that name")


def test_the_features_are_told_in_the_language_of_the_reader(desk: TestClient):
    path = next(path for path in open_paths(desk, "same") if "/o-" in path)
    assert "많은 기관이 쓰는 이름" in main(desk.get(f"/ko{path}").text)
    assert "такое название у многих организаций" in main(desk.get(f"/ru{path}").text)


def test_every_feature_of_matching_has_its_words():
    tables = (persons.TABLE, organizations.TABLE, gatherings.TABLE)
    assert {feature.words for table in tables for feature in table.features.values()} == set(FEATURES)


def test_a_reason_is_taken_apart_into_words_ground_and_weight():
    one, other = reasons_in("ru", ("a day apart (2024-09-12, 2024-09-11) +1.2", "Ana decided so on 2024-05-01"))
    assert (one.words, one.detail, one.weight, one.speaks_against) == (
        "с разницей в день", "2024-09-12, 2024-09-11", "+1.2", False,
    )  # fmt: skip
    assert (other.words, other.language, other.weight) == ("Ana decided so on 2024-05-01", "en", "")
    assert reasons_in("en", ("days apart -2.5",))[0].speaks_against


def test_an_answer_is_kept_with_its_reason_and_leads_to_the_next_question(desk: TestClient, place: Path):
    waiting = open_paths(desk, "(?:same|value|fact)")
    path = next(one for one in waiting if "/same/" in one)
    answer = send(desk, path, answer="n", why="two days")
    assert answer.status_code == 303
    (kept,) = log(place)
    assert isinstance(kept.decision, Judgement)
    assert (kept.decision.verdict, kept.decision.by, kept.decision.why) == ("different", "Ana", "two days")
    assert path not in open_paths(desk, "same")
    following, _, query = answer.headers["location"].partition("?")
    assert following == waiting[waiting.index(path) + 1]
    assert f"done={kept.id}" in query
    assert "are two" in main(desk.get(answer.headers["location"]).text)


def test_what_was_skipped_is_not_asked_again_at_once(desk: TestClient):
    waiting = open_paths(desk, "(?:same|value|fact)")
    skip = re.search(r'<a class="button quiet" href="([^"]+)" data-key="s"', desk.get(waiting[0]).text)
    assert skip
    assert skip[1] == waiting[1]
    assert send(desk, waiting[1], answer="d").headers["location"].startswith(waiting[2])
    assert open_paths(desk, "(?:same|value|fact)")[0] == waiting[0]


def test_the_last_question_leads_back_to_the_list(desk: TestClient):
    facts = open_paths(desk, "fact")
    answer = send(desk, facts[-1], answer="y", kind="fact")
    assert answer.headers["location"].startswith("/review?kind=fact&done=")
    assert "is right" in main(desk.get(answer.headers["location"]).text)


def test_a_contradiction_is_settled_by_a_value_and_stays_visible(desk: TestClient, place: Path):
    path = open_paths(desk, "value")[0]
    send(desk, path, answer="1", why="the programme")
    (kept,) = log(place)
    assert isinstance(kept.decision, Settlement)
    assert kept.decision.choice
    assert (kept.decision.conflict, kept.decision.why) == (path.rsplit("/", 1)[1], "the programme")
    page = desk.get("/contradictions").text
    assert f'id="{kept.decision.conflict}"' in page
    assert "the programme" in main(page)
    assert f'href="{path}">to the decision' in page


def test_a_contradiction_is_settled_by_a_note_which_needs_words(desk: TestClient, place: Path):
    path = open_paths(desk, "value")[0]
    empty = send(desk, path, answer="note")
    assert empty.status_code == 422
    assert "A note needs words" in main(empty.text)
    send(desk, path, answer="note", why="two days, both right")
    (kept,) = log(place)
    assert isinstance(kept.decision, Settlement)
    assert (kept.decision.choice, kept.decision.note) == (None, "two days, both right")


def test_a_fact_is_rejected_and_says_so(desk: TestClient, place: Path):
    path = open_paths(desk, "fact")[0]
    send(desk, path, answer="n")
    (kept,) = log(place)
    assert isinstance(kept.decision, Correction)
    assert kept.decision.kind == "reject"
    assert "This fact is rejected" in main(desk.get(path).text)


def test_of_two_reviewers_the_second_is_told_of_the_first_and_loses_nothing(desk: TestClient, second: TestClient, place: Path):
    path = next(path for path in open_paths(desk, "same") if "/o-" in path)
    seen = second.get(path).text
    send(desk, path, answer="y", why="one CV")
    late = send(second, path, seen, answer="n", why="two embassies")
    assert late.status_code == 409
    told = main(late.text)
    assert re.search(r"Ana decided on this at [\d :-]+UTC: .*are one", told)
    assert "one CV" in told
    assert "Your answer, “No, two”, is not kept" in told
    assert ">two embassies</textarea>" in late.text
    assert [one.decision.by for one in log(place, history=True)] == ["Ana"]
    again = send(second, path, late.text, answer="n")
    assert again.status_code == 303
    assert [(one.decision.by, one.state) for one in log(place, history=True)] == [("Ana", "replaced"), ("Ben", "standing")]


def test_where_others_are_writing_nothing_that_was_typed_is_lost(desk: TestClient, monkeypatch: pytest.MonkeyPatch):
    path = open_paths(desk, "same")[0]
    seen = desk.get(path).text

    def locked(*_: object, **__: object) -> None:
        raise RecordLocked("/srv/record.db is in use", "try again")

    monkeypatch.setattr(onrecord.Record, "decide", locked)
    refused = send(desk, path, seen, answer="n", why="two embassies")
    assert refused.status_code == 503
    assert "two embassies" in refused.text
    assert "/srv/" not in refused.text


def test_the_same_answer_of_two_reviewers_is_one_decision(desk: TestClient, second: TestClient, place: Path):
    path = open_paths(desk, "fact")[0]
    seen = second.get(path).text
    send(desk, path, answer="y")
    assert send(second, path, seen, answer="y").status_code == 303
    assert len(log(place, history=True)) == 1


def test_a_date_that_was_read_is_confirmed_or_taken_away(desk: TestClient, second: TestClient, place: Path):
    with onrecord.open(place) as record:
        report = next(one for gathering in record.gatherings() for one in gathering.reports if one.start and one.place)
    path = f"/review/stated/{report.key}/start"
    page = desk.get(path)
    assert page.status_code == 200
    assert re.search(r"Is .* the date of", main(page.text))
    assert "%(" not in page.text
    seen = second.get(path).text
    send(desk, path, answer="n", why="another day is meant")
    (kept,) = log(place)
    assert isinstance(kept.decision, Correction)
    assert (kept.decision.kind, kept.decision.property, kept.decision.value) == ("edit", "start", None)
    late = send(second, path, seen, answer="y")
    assert late.status_code == 409
    assert "Ana decided on this" in main(late.text)
    assert send(second, path, late.text, answer="y").status_code == 303
    (kept,) = log(place)
    assert isinstance(kept.decision, Correction)
    assert kept.decision.value == str(report.start).rstrip("?~%")
    assert desk.get(f"/review/stated/{report.key}/name").status_code == 404


def test_what_cannot_hold_beside_other_judgements_is_refused_with_these(desk: TestClient, place: Path):
    with onrecord.open(place) as record:
        a, b, c = sorted(record.organization_keys("Embassy of Norway") + record.organization_keys("Narae"))[:3]
    send(desk, f"/review/same/{a}/{b}", answer="y")
    send(desk, f"/review/same/{b}/{c}", answer="y")
    refused = send(desk, f"/review/same/{a}/{c}", answer="n", why="no")
    assert refused.status_code == 409
    assert "This cannot hold beside what was decided before" in main(refused.text)
    assert refused.text.count("Ana") >= 2
    assert len(log(place)) == 2


@pytest.mark.parametrize(
    "path", ["/review/same/p-0/p-1", "/review/same/p-0/o-1", "/review/value/c-0", "/review/fact/t-0", "/review/fact/x"]
)
def test_a_question_about_what_is_not_there_is_not_found(desk: TestClient, path: str):
    assert desk.get(f"/review/{path}").status_code == 404


def test_an_answer_that_is_none_is_refused(desk: TestClient):
    path = open_paths(desk, "same")[0]
    assert send(desk, path, answer="x").status_code == 422
    assert desk.post(path, data={"answer": "y"}).status_code == 403


@pytest.mark.parametrize("language", ["en", "ko", "ru"])
def test_forms_stay_in_the_language_of_the_address(desk: TestClient, language: str):
    path = open_paths(desk, "same")[0]
    page = desk.get(f"/{language}{path}").text
    assert f'action="/{language}{path}"' in page
    assert send(desk, f"/{language}{path}", answer="d").headers["location"].startswith(f"/{language}/review")
