"""Reading with mouse, keys and fingers: from a fact to its sentence to its source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect


def test_a_fact_shows_its_sentence_under_the_pointer_and_opens_its_source_at_the_words(watched, addresses):
    page = watched.go(addresses["gathering"])
    chip = page.locator("button.cite").first
    quote = page.locator(f"#{chip.get_attribute('popovertarget')}")
    expect(quote).to_be_hidden()
    chip.hover()
    expect(quote).to_be_visible()
    words = quote.locator("mark").first.inner_text()
    quote.locator("a.from").first.click()
    marked = page.locator("#marked")
    expect(marked).to_be_in_viewport()
    assert marked.inner_text().split()[0] in words


def test_keys_alone_open_a_sentence_and_follow_it(watched, addresses):
    page = watched.go(addresses["person"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "cite":
            break
    quote = page.locator(f"#{page.evaluate('document.activeElement.getAttribute(`popovertarget`)')}")
    expect(quote).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "from"
    page.keyboard.press("Enter")
    expect(page.locator("#marked")).to_be_in_viewport()


def test_a_finger_opens_a_sentence_and_closes_it(phone, addresses):
    page = phone.go(addresses["gathering"])
    chip = page.locator("button.cite").first
    quote = page.locator(f"#{chip.get_attribute('popovertarget')}")
    chip.tap()
    expect(quote).to_be_visible()
    page.locator("h1").tap()
    expect(quote).to_be_hidden()


def test_a_chart_replaces_its_table_where_there_is_javascript(watched, addresses):
    page = watched.go(addresses["topics"])
    page.wait_for_selector("[data-drawn] canvas")
    expect(page.locator("details table")).to_be_hidden()
    page.locator("details > summary").click()
    expect(page.locator("details table")).to_be_visible()


def test_the_switch_of_the_look_works_at_once_and_is_remembered(watched, addresses):
    page = watched.go(addresses["home"])
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    with page.expect_response(lambda answer: "/theme/dark" in answer.url):
        page.locator("[data-theme-choice=dark]").click()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_switch_of_the_language_keeps_the_page(watched, addresses):
    page = watched.go(addresses["person"])
    page.get_by_role("link", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page).to_have_url(watched.address + addresses["person"])
    expect(page.locator("h1")).to_have_text("예를란 벡투로프")


def test_a_search_can_be_shared_by_its_address(watched):
    page = watched.go("/")
    page.locator("#find").fill("Ашикбаев Бектуров")
    page.locator("#find").press("Enter")
    expect(page).to_have_url(re.compile("q="))
    page = watched.go("/search?q=Бектуров")
    expect(page.locator("h2").first).to_have_text(re.compile("^People"))


def test_the_network_leads_from_a_line_to_the_sentences(watched, addresses):
    page = watched.go(addresses["network"])
    assert page.locator("svg.net .knot").count() > 5
    page.locator("ul.columns a.small").first.click()
    expect(page.locator(".side mark").nth(1)).to_be_visible()


@pytest.mark.parametrize("kind", ["gathering", "source", "network"])
def test_twice_as_large_letters_fit_the_window(watched, addresses, kind: str):
    # 200 % on a window of 1280 is a window of 640 (WCAG 2.2, 1.4.10).
    watched.page.set_viewport_size({"width": 640, "height": 450})
    page = watched.go(addresses[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_paper_shows_every_sentence_and_no_controls(watched, addresses, tmp_path: Path):
    page = watched.go(addresses["gathering"])
    page.emulate_media(media="print")
    assert page.locator(".quote").first.is_visible()
    assert page.locator("header.site").is_hidden()
    page.pdf(path=tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
