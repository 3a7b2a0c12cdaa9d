"""Answers of the record, and the way from each to its sentence."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from onrecord.model import PartialDate
from onrecord.model.errors import UsageError
from onrecord.model.recorded import Evidence
from onrecord.record import Store


def evidence_in(value: Any) -> list[Evidence]:
    """Every piece of evidence anywhere inside an answer."""
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, tuple):
        return [found for item in value for found in evidence_in(item)]
    if dataclasses.is_dataclass(value) and not isinstance(value, PartialDate):
        return [found for field in dataclasses.fields(value) for found in evidence_in(getattr(value, field.name))]
    return []


@pytest.fixture
def two(copied: Any, report: Any) -> Store:
    """One forum in two pages: another spelling, another day, another number."""
    second = report(
        url="https://other.example/forum",
        person="Aygerim Sultanova",
        day="15 May 2018",
        date="2018-05-15",
        number="300",
        said="We go on",
        published="2018-05-16",
        more="Fog lay on the water and the boats stayed in. Nobody left early.",
    )
    done: Store = copied(report(), second)
    return done


def test_two_reports_are_one_gathering_with_all_that_each_says(two: Store) -> None:
    (forum,) = two.view().gatherings()
    assert len(forum.reports) == 2
    assert {stated.value for stated in forum.values("start")} == {"2018-05-14", "2018-05-15"}
    assert {stated.value for stated in forum.values("attendance")} == {"120", "300"}
    assert forum.independent_sources == 2
    assert [(part.role, part.who.name, len(part.evidence)) for part in forum.participations] == [
        ("organizer", "Steppe Institute", 2),
        ("opening", "Aigerim Sultanova", 2),
        ("participant", "guests", 2),
    ]


def test_one_person_has_both_spellings_offices_roles_and_words(two: Store) -> None:
    (key,) = {key for _, key in two.view().spellings("person")}
    person = two.view().person(key)
    assert [(s.text, s.script, s.sources) for s in person.spellings] == [
        ("Aigerim Sultanova", "Latn", 1),
        ("Aygerim Sultanova", "Latn", 1),
    ]
    assert [(p.title, p.country, str(p.as_of)) for p in person.positions] == [
        ("Deputy Energy Minister", "Kazakhstan", "2018-05-15"),
        ("Deputy Energy Minister", "Kazakhstan", "2018-05-16"),
    ]
    assert [[part.role for part in attended.roles] for attended in person.gatherings] == [["opening"]]
    assert {statement.content for statement in person.statements} == {("We go on",), ("Closing a site is work for decades",)}
    assert "two spellings" in person.why[0]


def test_every_answer_leads_to_a_sentence_that_holds_its_words(two: Store) -> None:
    view = two.view()
    (person,) = {key for _, key in view.spellings("person")}
    (body,) = {key for _, key in view.spellings("organization")}
    answers = (view.gatherings(), view.statements(), view.positions(), view.milestones(), view.person(person))
    found = evidence_in((*answers, view.organization(body)))
    assert len(found) > 60
    for entry in found:
        text = view.document(entry.source.key).text
        assert entry.sentence == entry.sentence_span.of(text)
        assert entry.wording == " … ".join(span.of(text) for span in entry.spans)
        for span, mark in zip(entry.spans, entry.marks, strict=True):
            assert mark.of(entry.sentence) == span.of(text)


def test_any_key_of_a_mention_finds_its_record(two: Store) -> None:
    view = two.view()
    for sighting in view.sightings().persons:
        assert view.person(sighting.key).key == min(s.key for s in view.sightings().persons)
    for gathering in view.sightings().gatherings:
        assert view.gathering(gathering.key).name == "Lake Forum"


def test_an_unknown_key_is_a_usage_error(two: Store) -> None:
    view = two.view()
    for ask in (view.person, view.organization, view.gathering, view.document, view.claims):
        with pytest.raises(UsageError, match="p-0000"):
            ask("p-0000")


def test_statements_are_found_by_speaker_words_topic_date_and_gathering(two: Store) -> None:
    view = two.view()
    (person,) = {key for _, key in view.spellings("person")}
    (forum,) = view.gatherings()
    assert len(view.statements(speakers=[person])) == 2
    assert [s.content[0] for s in view.statements(about="SITE decades")] == ["Closing a site is work for decades"]
    assert len(view.statements(about="test-site")) == 2
    assert view.statements(about="glacier") == ()
    assert len(view.statements(gathering=forum.key)) == 2
    assert len(view.statements(since=PartialDate("2018"), until=PartialDate("2018-05"))) == 2
    assert view.statements(since=PartialDate("2018-06")) == ()
    assert {statement.date_basis for statement in view.statements()} == {"gathering"}


def test_gatherings_are_found_by_participant_place_type_and_date(two: Store) -> None:
    view = two.view()
    (person,) = {key for _, key in view.spellings("person")}
    assert len(view.gatherings(who=[person], place="karatal", type="forum", until=PartialDate("2018"))) == 1
    assert view.gatherings(who=["p-0000"]) == ()
    assert view.gatherings(place="Almaty") == ()
    assert len(view.gatherings(place="Karatal, Kazakhstan")) == 1
    assert view.gatherings(type="webinar") == ()
    assert view.gatherings(since=PartialDate("2019")) == ()


def test_the_same_words_in_two_pages_are_one_statement_with_two_sources(store: Store, report: Any, filled: Any) -> None:
    other = report(url="https://other.example", more="Rain fell on the lake. " * 3, number="77")
    filled(store, report(), other)
    (statement,) = store.view().statements()
    assert len(statement.evidence) == 2


def test_copies_of_one_text_are_one_voice(store: Store, report: Any, filled: Any) -> None:
    filled(store, report(), report(url="https://copy.example", more="Photo by the agency."))
    (forum,) = store.view().gatherings()
    assert (len(forum.sources), forum.independent_sources) == (2, 1)


def test_claims_of_a_record_are_those_of_all_its_pages(two: Store) -> None:
    (forum,) = two.view().gatherings()
    claims = two.view().claims(forum.key)
    assert {claim.value for claim in claims if claim.property == "place"} == {"Karatal"}
    assert len({claim.evidence.source.key for claim in claims}) == 2


def test_a_document_comes_back_as_it_went_in(store: Store, report: Any) -> None:
    page = report().page()
    store.writer().add_page(page)
    (source,) = store.view().sources()
    assert store.view().document(source.key) == page.extract.document
