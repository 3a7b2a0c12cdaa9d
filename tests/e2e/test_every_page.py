"""What holds of every page, in a real browser: accessible, quiet, whole without JavaScript, fit for a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it publishes no types

PAGES = (
    *(
        "home",
        "gatherings",
        "gathering",
        "persons",
        "person",
        "organizations",
        "organization",
        "statements",
        "statement",
        "sources",
    ),
    *("source", "places", "place", "timeline", "network", "pair", "topics", "topic", "contradictions", "search"),
)
CHARTS = ("home", "topics", "topic")
LOOKS = ("light", "dark")


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_and_the_console_stays_empty(watched, addresses, kind: str):
    # Both looks are for half of the pages each, turn by turn: colours come from one place.
    watched.page.emulate_media(color_scheme=LOOKS[PAGES.index(kind) % 2])
    page = watched.go(addresses[kind])
    if kind in CHARTS:
        page.wait_for_selector("[data-drawn]")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    watched.keep(f"{kind}-{LOOKS[PAGES.index(kind) % 2]}")
    assert watched.complaints == []
    assert watched.elsewhere == []


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_is_wider_than_a_phone_or_leaves_words_of_ours_in_english(phone, addresses, kind: str):
    page = phone.go(addresses[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("html").get_attribute("lang") == "ko"
    assert page.locator("main h1").count() == 1
    phone.keep(f"{kind}-phone")
    assert phone.complaints == []


@pytest.mark.parametrize("kind", ["home", "topics", "places", "network", "source"])
def test_a_page_is_whole_without_javascript(scriptless, addresses, kind: str):
    page = scriptless.go(addresses[kind])
    assert page.locator("main h1").count() == 1
    assert page.locator("[data-chart]:visible").count() == 0
    wanted = {"home": "table", "topics": "table", "places": "svg .spot", "network": "svg .knot", "source": "a.hit"}
    assert page.locator(f"{wanted[kind]}:visible").count() > 0
