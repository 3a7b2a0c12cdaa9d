"""What the pages of the sample record say, and how little they need to be seen."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

import onrecord
from onrecord import Record

LISTS = ("/gatherings", "/persons", "/organizations", "/statements", "/sources", "/places", "/timeline", "/network", "/topics")
EVERYTHING = (
    "/",
    *LISTS,
    "/contradictions",
    "/search",
    "/search?q=Kazakhstan",
    "/topics?topic=model-precedent",
    "/places/1526273",
)


def text(page: str) -> str:
    """Return the words of a page's main part."""
    main = page[page.index("<main") : page.index("</main>")]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", main).split()))


@pytest.fixture(scope="module")
def record(sample_record) -> Record:
    return onrecord.open(sample_record)


@pytest.mark.parametrize("path", EVERYTHING)
@pytest.mark.parametrize("language", ["en", "ko", "ru"])
def test_every_page_is_there_in_every_language(client: TestClient, path: str, language: str):
    answer = client.get(f"/{language}{path}")
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("path", EVERYTHING)
def test_every_page_is_there_when_nothing_has_been_read(empty: TestClient, path: str):
    assert empty.get(path).status_code == (200 if path != "/places/nowhere" else 404)


@pytest.mark.parametrize("path", EVERYTHING)
def test_the_first_sight_of_a_page_needs_one_page_and_one_style_sheet_under_100_kilobytes(client: TestClient, path: str):
    page = client.get(path)
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)
    scripts = re.findall(r"<script[^>]*>", page.text)
    assert all(" defer" in script and "src=" in script for script in scripts)
    assert len(page.content) + len(client.get(style).content) < 100_000


@pytest.mark.parametrize("path", EVERYTHING)
def test_no_page_holds_what_the_policy_forbids(client: TestClient, path: str):
    page = client.get(path).text
    assert not re.search(r"<[^>]+\son\w+=|<[^>]+\sstyle=|<style|javascript:", page)
    assert not re.search(r"<script(?![^>]*src=)", page)


@pytest.mark.parametrize("path", EVERYTHING)
def test_ids_are_given_once(client: TestClient, path: str):
    ids = re.findall(r'\sid="([^"]+)"', client.get(path).text)
    assert len(ids) == len(set(ids))


def test_links_of_lists_lead_to_pages_that_are_there(client: TestClient):
    led = {link for path in ("/", *LISTS, "/contradictions") for link in re.findall(r'href="(/[^"#]+)', client.get(path).text)}
    pages = sorted(unescape(link) for link in led if not link.startswith(("/static/", "/language/", "/theme/")))
    broken = [link for link in pages if client.get(link).status_code != 200]
    assert len(pages) > 150
    assert not broken


def test_a_gathering_tells_who_did_what_and_sets_its_sources_side_by_side(client: TestClient, record: Record):
    gathering = max(record.gatherings(type="roundtable"), key=lambda one: len(one.reports))
    page = text(client.get(f"/gatherings/{gathering.key}").text)
    assert "14 June 2024" in page
    assert page.index("moderator") < page.index("opening remarks")
    for report in gathering.reports:
        assert report.evidence.source.title in page
    assert "Sources count about 60 and over 80 people" in page


def test_what_is_reported_of_a_speaker_stands_behind_the_verb_that_reports_it(client: TestClient, record: Record):
    statement = next(one for one in record.said("Bekturov") if one.cue == "condemned")
    speaker = record.who("Bekturov")[0].key
    assert f"condemned: {statement.content[0]}" in text(client.get(f"/statements?speaker={speaker}").text)
    assert "Said how condemned (criticized)" in text(client.get(f"/statements/{statement.key}").text)


def test_the_comma_of_the_sentence_around_a_quotation_is_not_shown_as_its_end(client: TestClient):
    assert ",”" not in text(client.get("/statements").text)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("about 60 persons", "over 80", "former South Korean Ambassador")),
        ("ko", ("약 60", "최소 80", "아스타나 (Astana)", "전 주카자흐스탄 대사")),
        ("ru", ("около 60 человек", "более 80", "Астана (Astana)", "бывший посол")),
    ],
)
def test_a_gathering_is_told_in_the_words_of_the_reader(
    client: TestClient, record: Record, language: str, told: tuple[str, ...]
):
    gathering = max(record.gatherings(), key=lambda one: len(one.reports))
    page = text(client.get(f"/{language}/gatherings/{gathering.key}").text)
    assert not [words for words in told if words not in page]
    assert not re.search(r"former [а-я가-힣]", page)
    assert "(Kazakhstan)" not in page


def test_a_contradiction_bears_the_name_of_the_page_that_it_leads_to(client: TestClient):
    page = text(client.get("/ru/contradictions").text)
    assert "Круглый стол «Казахстан – Корея: ядерное наследие» число участников" in page
    assert "Signed a Memorandum of Understanding" in page


@pytest.mark.parametrize("language", ["ko", "ru"])
def test_what_was_compared_and_why_pages_mean_one_is_said_in_the_language_of_the_reader(
    client: TestClient, record: Record, language: str
):
    compared = client.get(f"/{language}/contradictions").text.split("<table>")[-1]
    assert not re.search(r"(occasions|pairs|dates) ", compared)
    key = record.organization_keys("Saryarka Institute for International Policy")[0]
    why = client.get(f"/{language}/organizations/{key}").text.split('<ul class="lines small quiet">')[-1].split("</ul>")[0]
    assert "+3.0" in why
    assert 'lang="en"' not in why
    assert "the same" not in why


def test_korean_particles_follow_the_sound_of_the_name(client: TestClient):
    page = client.get("/ko/review").text
    assert "“회담”과 “오찬”은 한 행사입니까?" in page


@pytest.mark.parametrize(("language", "words"), [("en", "5 years"), ("ko", "5년"), ("ru", "5 лет")])
def test_the_time_for_which_an_agreement_holds_is_said_in_the_language_of_the_reader(
    client: TestClient, language: str, words: str
):
    assert f'<p class="value">{words} ' in client.get(f"/{language}/contradictions").text


def test_a_wording_that_differs_between_sources_is_struck_out_and_put_in(client: TestClient):
    page = client.get("/contradictions").text
    assert "beginning <del>next</del> <ins>this</ins> year" in page
    assert "[-" not in text(page)


def test_a_year_that_is_none_is_named_with_its_field(client: TestClient):
    answer = client.get("/gatherings?from=2019-13")
    assert answer.status_code == 422
    assert "“2019-13” cannot be used for “from year”. Write a year of four digits" in text(answer.text)


def test_the_key_of_a_report_leads_to_its_occasion(client: TestClient, record: Record):
    gathering = max(record.gatherings(), key=lambda one: len(one.reports))
    for report in gathering.reports:
        assert client.get(f"/gatherings/{report.key}").status_code == 200


@pytest.mark.parametrize(("language", "name"), [("en", "Yerlan Bekturov"), ("ko", "예를란 벡투로프"), ("ru", "Ерлан Бектуров")])
def test_a_person_is_named_in_the_readers_script_first(client: TestClient, record: Record, language: str, name: str):
    person = record.who("Bekturov")[0]
    page = client.get(f"/{language}/persons/{person.key}").text
    assert re.search(rf"<h1><span[^>]*>{name}</span></h1>", page)
    for spelling in person.spellings:
        assert spelling.text in unescape(page)


def test_a_statement_stands_in_its_paragraph_with_every_page_that_has_it(client: TestClient, record: Record):
    statement = max(record.said(), key=lambda one: len(one.evidence))
    page = client.get(f"/statements/{statement.key}").text
    assert "<mark>" in page
    for evidence in statement.evidence:
        assert f"/sources/{evidence.source.key}?mark=" in page


def test_a_source_is_shown_to_the_letter_with_all_its_facts(client: TestClient, record: Record):
    source = next(one for one in record.view.sources() if one.url.endswith("01-round-table-narae.html"))
    page = client.get(f"/sources/{source.key}").text
    document = record.view.document(source.key)
    for paragraph in document.paragraphs:
        assert " ".join(paragraph.span.of(document.text).split()) in " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
    assert source.snapshot in page
    for statement in record.said():
        if any(evidence.source.key == source.key for evidence in statement.evidence):
            assert f'href="/statements/{statement.key}"' in page


def test_the_evidence_of_a_fact_is_marked_in_its_source_and_nowhere_else(client: TestClient, record: Record):
    source = record.view.sources()[0]
    document = record.view.document(source.key)
    body = next(paragraph for paragraph in document.paragraphs if paragraph.kind == "body")
    start, end = body.span.start, body.span.start + 12
    page = client.get(f"/sources/{source.key}?mark={start}-{end}").text
    sought = "".join(unescape(words) for words in re.findall(r'class="[^"]*sought"[^>]*>([^<]*)<', page))
    assert sought == document.text[start:end]
    assert page.count('id="marked"') == 1


@pytest.mark.parametrize("mark", ["", "9-3", "x", "1-999999999", "5-5", "1-2.3-4.a-b", "999999-9999999"])
def test_a_mark_that_is_none_does_no_harm(client: TestClient, record: Record, mark: str):
    source = record.view.sources()[0]
    assert client.get(f"/sources/{source.key}", params={"mark": mark}).status_code == 200


def test_copies_of_a_text_name_each_other(client: TestClient, record: Record):
    copy = next(one for one in record.view.sources() if one.url.endswith("04-round-table-wire-copy.html"))
    assert "Copies of this text" in client.get(f"/sources/{copy.key}").text


def test_a_place_tells_what_it_was_called_then(client: TestClient):
    page = text(client.get("/places/1526273").text)
    assert "23 March 2019 to 16 September 2022 Nur-Sultan" in page
    assert "Akmola" in page


def test_two_people_are_put_at_a_gathering_by_sentences_of_both(client: TestClient, record: Record):
    person = record.who("Bekturov")[0]
    links = re.findall(rf'href="(/network/{person.key}/p-\w+)"', client.get(f"/persons/{person.key}").text)
    page = client.get(links[0]).text
    assert page.count("<mark>") >= 2


def test_the_drawing_of_the_network_is_the_same_every_time(client: TestClient, sample_record):
    from onrecord.serve import app
    from onrecord.serve.settings import Settings

    with TestClient(app(sample_record, Settings(hosts=("testserver",)))) as other:
        assert other.get("/network").text == client.get("/network").text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Bektur", "Yerlan Bekturov"),
        ("벡투로프", "Yerlan Bekturov"),
        ("Kurchatov", "Memorandum"),
        ("guarantees", "security guarantees"),
        ("полигон", "Семипалатинского"),
    ],
)
def test_a_search_finds_names_places_and_words_in_every_script(client: TestClient, query: str, found: str):
    assert found in text(client.get("/search", params={"q": query}).text)


def test_a_name_that_nobody_writes_so_is_found_by_its_sound(client: TestClient):
    assert "Yerlan Bekturov" in text(client.get("/search", params={"q": "Jerlan Bekturow"}).text)


@pytest.mark.parametrize("query", ["%", "_", "\\", "'", '"', "<b>", "a" * 200, "\u202e", "%' OR 1=1 --", "*"])
def test_a_search_for_signs_does_no_harm(client: TestClient, query: str):
    answer = client.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert "<b>" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/persons/p-0", 404),
        ("/persons/o-0", 404),
        ("/organizations/x", 404),
        ("/gatherings/g-0", 404),
        ("/statements/s-0", 404),
        ("/sources/d-0", 404),
        ("/places/nowhere", 404),
        ("/network/p-0/p-1", 404),
        ("/gatherings?from=20", 422),
        ("/gatherings?from=2024&to=2019", 422),
        ("/statements?direct=maybe", 422),
        ("/gatherings?type=party", 422),
        ("/timeline?kind=party", 422),
        ("/contradictions?kind=party", 422),
        ("/contradictions?severity=grave", 422),
        ("/search?q=a&kind=parties", 422),
        ("/sources/d-0?part=0", 422),
        ("/search?q=" + "a" * 300, 422),
    ],
)
@pytest.mark.parametrize("language", ["en", "ko", "ru"])
def test_what_is_not_there_or_cannot_be_is_said_in_one_line(client: TestClient, path: str, status: int, language: str):
    answer = client.get(f"/{language}{path}")
    assert answer.status_code == status
    assert "<h1>" in answer.text


@pytest.mark.parametrize("path", ["/gatherings?type=party", "/contradictions?kind=party", "/contradictions?severity=party"])
def test_a_filter_that_is_no_choice_is_told_what_there_is_to_choose(client: TestClient, path: str):
    told = unescape(client.get(path).text)
    assert "'party'" in told
    assert re.search(r"[Cc]hoose one of \w[\w-]+, \w", told)


def test_filters_stay_in_the_address_and_in_the_form(client: TestClient):
    page = client.get("/statements?topic=verification&from=2024&to=2024&direct=true").text
    assert '<option value="verification" selected>' in page
    assert 'name="from" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" size="5" value="2024"' in page
    assert "checked" in page


def test_charts_are_specifications_for_vega_lite(client: TestClient):
    for path in ("/charts/coverage.json", "/charts/topics.json?from=2024", "/ko/charts/topics.json"):
        specification = client.get(path).json()
        assert "vega-lite" in specification["$schema"]
        assert specification["datasets"]


def test_the_library_for_charts_comes_from_this_server(client: TestClient):
    (address,) = set(re.findall(r'data-vega="([^"]+)"', client.get("/topics").text))
    answer = client.get(address)
    assert "vegaEmbed" in answer.text
    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ({"q": "“security guarantees”", "kind": "statements"}, "<mark>security guarantees</mark>", "Nothing is found"),
        ({"q": "guarantee", "kind": "statements"}, "<mark>guarantees</mark>", "Nothing is found"),
        ({"q": "guarantees -security", "kind": "statements"}, "Search", "<mark>security"),
        ({"q": "“guarantees security”", "kind": "statements"}, "Nothing is found", "<mark>"),
        ({"office": "deputy foreign minister", "kind": "statements"}, "Yerlan Bekturov", "Nothing is found"),
        ({"who": "벡투로프", "kind": "statements"}, "Yerlan Bekturov", "Nothing is found"),
        ({"who": "nobody of that name", "kind": "statements"}, "Nothing is found", "<mark>"),
        ({"q": "-guarantees"}, "There is nothing to search for", "Sources"),
        ({"q": "nuclear", "topic": "no-such-topic"}, "There is no topic", "<mark>"),
    ],
)
def test_a_search_takes_the_signs_and_filters_of_the_command(client: TestClient, query, there: str, not_there: str):
    answer = client.get("/search", params=query)
    assert answer.status_code == 200
    main = unescape(answer.text[answer.text.index("<main") :])
    assert there.casefold() in main.casefold()
    assert not_there not in main or not_there == "Sources"


def test_statements_of_one_language_are_all_from_pages_in_it(client: TestClient, record: Record):
    languages = {source.key: source.language for source in record.view.sources()}
    for language in ("ko", "ru"):
        found = client.get("/api/v1/statements", params={"language": language, "limit": 200}).json()["statements"]
        assert found
        assert any(languages[source] == language for one in found for source in one["sources"])
        page = client.get("/search", params={"language": language, "kind": "statements"}).text
        assert set(re.findall(r'<p class="what said"><a [^>]+><span lang="(\w+)"', page)) == {language}


def test_search_on_pages_and_on_the_command_line_find_the_same(client: TestClient, record: Record):
    hits = record.search("guarantees", order="newest", limit=30)
    found = client.get("/api/v1/statements", params={"q": "guarantees", "limit": 30}).json()
    assert [one["key"] for one in found["statements"]] == [hit.statement.key for hit in hits.hits]
    assert found["total"] == hits.total
    page = client.get("/search", params={"q": "guarantees", "kind": "statements", "order": "newest"}).text
    assert re.findall(r'<p class="what said"><a href="/statements/(s-\w+)"', page) == [hit.statement.key for hit in hits.hits]
