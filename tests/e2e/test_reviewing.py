"""Deciding in a real browser: by keys and by buttons, two at once, corrected by selecting, taken back."""

from __future__ import annotations

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it publishes no types
from playwright.sync_api import Page, expect

import onrecord


def asked(page: Page, kind: str) -> str:
    """Go to the first open question of a kind, and return its address."""
    page.goto(page.url.split("/review")[0].rstrip("/") + f"/review?kind={kind}")
    page.locator("ol.questions a").first.click()
    page.wait_for_url(f"**/review/{kind}/**")
    return page.url.split("?")[0]


def press(page: Page, key: str) -> None:
    """Press a key once the page hears keys: until its script has run, a key is lost."""
    expect(page.locator("[data-keys]").first).to_be_visible()
    page.keyboard.press(key)


def test_a_key_answers_and_another_takes_it_back(desk):
    page = desk.go("/review?kind=same")
    first, words = asked(page, "same"), page.locator("h1").inner_text()
    press(page, "n")
    expect(page.locator(".kept")).to_contain_text("are two")
    assert page.locator("h1").inner_text() != words
    press(page, "z")
    expect(page.locator(".kept")).to_contain_text("taken back")
    page.goto(first)
    expect(page.locator("ol.lines").last).to_contain_text("taken back")
    assert desk.complaints == []


def test_a_button_answers_with_a_reason_and_keys_that_are_typed_into_it_answer_nothing(desk):
    page = desk.go("/review?kind=fact")
    address = asked(page, "fact")
    page.locator("#why").click()
    page.keyboard.type("yes and no")
    assert page.url.split("?")[0] == address
    page.get_by_role("button", name="Yes, it is right").click()
    expect(page.locator(".kept")).to_contain_text("is right")
    page.goto(desk.address + "/review/decisions")
    expect(page.locator("ol.log > li").first).to_contain_text("yes and no")


def test_keys_can_be_switched_off_and_stay_off(desk):
    page = desk.go("/review?kind=same")
    address = asked(page, "same")
    expect(page.locator("[data-keys]")).to_be_visible()
    page.locator("[data-keys-switch]").uncheck()
    press(page, "y")
    page.reload()
    press(page, "y")
    expect(page.locator("[data-keys-switch]")).not_to_be_checked()
    assert page.url.split("?")[0] == address


def test_a_contradiction_is_settled_by_a_key_and_another_by_a_note(desk):
    page = desk.go("/review?kind=value")
    settled = asked(page, "value").rsplit("/", 1)[1]
    press(page, "1")
    expect(page.locator(".kept")).to_contain_text("holds")
    press(page, "t")
    expect(page.locator("#why")).to_be_focused()
    page.keyboard.type("both are right: two days")
    page.get_by_role("button", name="Settle by the note alone").click()
    expect(page.locator(".kept")).to_contain_text("both are right")
    page.goto(desk.address + "/contradictions")
    expect(page.locator(f"#{settled}")).to_contain_text("Settled")


def test_the_tab_key_alone_suffices(desk):
    page = desk.go("/review?kind=same")
    asked(page, "same")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "d":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".kept")).to_contain_text("cannot be told")


def test_two_reviewers_at_once_never_overwrite_each_other(desk, colleague):
    page, other = desk.go("/review?kind=same"), colleague.go("/review?kind=same")
    address = asked(page, "same")
    other.goto(colleague.address + address.removeprefix(desk.address))
    press(page, "n")
    expect(page.locator(".kept")).to_be_visible()
    other.locator("#why").fill("I read it otherwise")
    other.get_by_role("button", name=re.compile("^Yes, one")).click()
    expect(other.get_by_role("alert")).to_contain_text("Ana decided on this")
    colleague.keep("review-two-at-once")
    assert other.locator("#why").input_value() == "I read it otherwise"
    other.get_by_role("button", name=re.compile("^Yes, one")).click()
    expect(other.locator(".kept")).to_contain_text("are one")
    with onrecord.open(desk.place) as record:
        log = record.view.decisions(history=True)
    assert [(one.decision.by, one.state) for one in log[-2:]] == [("Ana", "replaced"), ("Ben", "standing")]
    # The answer 409 of the server is what the browser complains of, and nothing else is.
    assert all("409" in one for one in colleague.complaints)


def test_a_value_is_corrected_by_selecting_its_words(desk):
    with onrecord.open(desk.place) as record:
        occasion = max(record.gatherings(type="roundtable"), key=lambda one: len(one.reports))
        report = next(one for one in occasion.reports if one.evidence.source.url.endswith("01-round-table-narae.html"))
        text = record.view.document(report.evidence.source.key).text
    page = desk.go(f"/review/fact/{report.key}/start")
    line = page.locator(".picking p", has_text="co-organized").first
    at = line.evaluate("p => [p.textContent.indexOf('June 14'), p.firstChild.nodeType]")[0]
    selection = """([p, at]) => {
      const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
      let seen = 0, node, range = document.createRange();
      while ((node = walker.nextNode())) {
        if (at >= seen && at < seen + node.length) range.setStart(node, at - seen);
        if (at + 7 > seen && at + 7 <= seen + node.length) range.setEnd(node, at + 7 - seen);
        seen += node.length;
      }
      getSelection().removeAllRanges(); getSelection().addRange(range);
    }"""
    page.evaluate(selection, [line.element_handle(), at])
    expect(page.locator("#quote")).to_have_value("June 14")
    start = int(page.locator("[name=start]").input_value())
    assert text[start : start + 7] == "June 14"
    page.locator("#value").fill("2024-06-15")
    page.locator("#why").fill("the programme")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.locator(".kept")).to_contain_text("2024-06-15")
    with onrecord.open(desk.place) as record:
        made = next(one for one in record.view.claims(report.key) if one.property == "start" and one.value == "2024-06-15")
    assert (made.evidence.spans[0].start, made.evidence.wording) == (start, "June 14")
    assert desk.complaints == []


def step_of(place: Path) -> str:
    """Return the key of a dated step in a record."""
    with onrecord.open(place) as record:
        return record.view.milestones()[0].key


def test_review_is_whole_without_javascript(desk_without_scripts):
    page = desk_without_scripts.go("/review?kind=same")
    asked(page, "same")
    expect(page.locator("[data-keys]")).to_be_hidden()
    page.get_by_role("button", name=re.compile("^No, two")).click()
    page.get_by_role("button", name="Take back").first.click()
    expect(page.locator(".kept")).to_contain_text("taken back")
    page.goto(f"{desk_without_scripts.address}/review/fact/{step_of(desk_without_scripts.place)}/date")
    page.locator("#value").fill("1991-08")
    page.locator("#quote").fill(page.locator(".picking mark").first.inner_text())
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.locator(".kept")).to_contain_text("1991-08")


def test_every_page_of_review_is_accessible_in_the_dark_and_narrow_and_quiet(desk, phone_desk):
    page = desk.go("/review")
    paths = ["/review", "/review/decisions"]
    links = page.locator("ol.questions a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    paths += [next(one for one in links if kind in one) for kind in ("/same/", "/value/", "/fact/")]
    paths.append(f"/review/fact/{step_of(desk.place)}/date")
    with onrecord.open(desk.place) as record:
        paths.append(f"/review/add/{record.view.sources()[0].key}?kind=position")
    for n, path in enumerate(paths):
        page.emulate_media(color_scheme=("dark", "light")[n % 2])
        desk.go(path)
        found = Axe().run(page)
        assert found.violations_count == 0, (path, found.generate_report())
        narrow = phone_desk.go(path)
        assert narrow.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert narrow.locator("html").get_attribute("lang") == "ko"
        name = "review-" + re.sub(r"\W+", "-", re.sub(r"[a-z]-[0-9a-f]{6,}", "", path.removeprefix("/review"))).strip("-")
        desk.keep(name)
        phone_desk.keep(f"{name}-phone")
    assert desk.complaints == phone_desk.complaints == []
    page.emulate_media(media="print")
    expect(page.locator(".sheet")).to_be_hidden()
