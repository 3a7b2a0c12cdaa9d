"""Text of strangers stays text: whatever a source says, no page of ours runs it, turns it round or grows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from tests.made.hostile import ATTACKS, hostile_record

from onrecord.model import Paragraph, Span
from onrecord.record.catalogue import Fact
from onrecord.serve import app
from onrecord.serve.highlights import highlighted, pieces
from onrecord.serve.pages.sources import PART, parts_of
from onrecord.serve.safe_text import harmless, shortened, shown_url, web_address
from onrecord.serve.settings import Settings

LISTS = (
    *("/", "/gatherings", "/persons", "/organizations", "/statements", "/sources", "/places", "/timeline", "/network"),
    *("/topics", "/topics?topic=dialogue", "/contradictions"),
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Iterator[TestClient]:
    place: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    hostile_record(place)
    with TestClient(app(place, Settings(hosts=("testserver",))), raise_server_exceptions=False) as asking:
        yield asking


@pytest.fixture(scope="module")
def pages(hostile: TestClient) -> dict[str, str]:
    """Return every page of the record, by its address."""
    found = {path: hostile.get(path).text for path in LISTS}
    found |= {f"/search?q={n}": hostile.get("/search", params={"q": attack}).text for n, attack in enumerate(ATTACKS)}
    found |= {
        f"/gatherings?place={n}": hostile.get("/gatherings", params={"place": attack}).text for n, attack in enumerate(ATTACKS)
    }
    links = {
        unescape(link)
        for page in found.values()
        for link in re.findall(r'href="(/(?:persons|organ|gath|stat|sour)\w*/[^"#]+)', page)
    }
    return found | {link: hostile.get(link).text for link in links}


def test_no_attack_becomes_markup(pages: dict[str, str]):
    assert len(pages) > 25
    assert sum("alert(" in page for page in pages.values()) > 20
    for path, page in pages.items():
        tags = re.findall(r"<[^>]*>", page)
        assert not [tag for tag in tags if "alert" in tag and not re.fullmatch(r"<(?:input|a|option|meta)\b[^<]*>", tag)], path
        assert not [tag for tag in tags if re.search(r"\son\w+\s*=", re.sub(r'"[^"]*"', '""', tag))], path
        assert not re.search(r"<(?:script(?! src=\"/static/)|img|svg/|b onclick)", page), path


def test_no_link_leads_to_an_address_that_runs(pages: dict[str, str]):
    for path, page in pages.items():
        for link in re.findall(r'(?:href|src|action)="([^"]*)"', page):
            assert re.match(r"/|#|https?://", unescape(link)), (path, link)


def test_marks_of_direction_are_shown_and_not_obeyed(pages: dict[str, str]):
    for path, page in pages.items():
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", unescape(page)), path
    assert any("\ufffdmoc.live\ufffd" in page for page in pages.values())


def test_templates_do_not_run_what_a_source_says(pages: dict[str, str]):
    assert not any("Peace" in page and " 49{%" in page for page in pages.values())


def test_a_title_of_ten_million_letters_makes_no_large_page(pages: dict[str, str]):
    assert max(map(len, pages.values())) < 60_000


def test_a_text_of_ten_million_letters_is_shown_in_parts():
    parts = parts_of((Paragraph(Span(0, 10_000_000)), Paragraph(Span(10_000_000, 10_000_400))), 10_000_400)
    assert len(parts) == -(-10_000_400 // PART)
    assert (parts[0][0].span.start, parts[-1][-1].span.end) == (0, 10_000_400)
    assert all(run[-1].span.end - run[0].span.start <= PART for run in parts)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JAVASCRIPT:x", "vbscript:x", "", "//x"]
)
def test_only_addresses_of_the_web_become_links(url: str):
    assert web_address(url) is None


def test_a_file_is_shown_without_the_folders_of_the_server():
    assert shown_url("file:///srv/secret/pages/report%201.html") == "report 1.html"


@given(st.text())
def test_a_text_keeps_its_length_when_it_is_made_harmless(text: str):
    assert len(harmless(text)) == len(text)
    assert harmless(harmless(text)) == harmless(text)
    assert len(shortened(text, 10)) <= 10


spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.text(min_size=60, max_size=80), st.lists(spans, max_size=8), st.lists(spans, max_size=3))
def test_facts_that_nest_and_overlap_are_cut_into_pieces_that_join_to_the_text(
    text: str, covered: list[Span], sought: list[Span]
):
    facts = [Fact("statement", f"s-{n}", "", (span,)) for n, span in enumerate(covered)]
    part = Span(3, 50)
    made = pieces(text, part, facts, sought)
    assert "".join(piece.text for piece in made) == text[3:50]
    for piece in made:
        place = Span(piece.start, piece.start + len(piece.text))
        assert {fact.key for fact in piece.facts} == {fact.key for fact in facts if fact.spans[0].overlaps(place)}
        assert piece.sought == any(span.contains(place) for span in sought)


@given(st.text(alphabet="ab<>&\"' ", min_size=60, max_size=80), st.lists(spans, max_size=5))
def test_a_marked_sentence_says_what_the_sentence_says(text: str, marks: list[Span]):
    made = highlighted(text, Span(0, len(text)), marks)
    assert unescape(re.sub(r"</?mark>", "", made)) == text
    marked = "".join(unescape(words) for words in re.findall(r"<mark>(.*?)</mark>", made, re.DOTALL))
    assert marked == "".join(letter for n, letter in enumerate(text) if any(span.start <= n < span.end for span in marks))
