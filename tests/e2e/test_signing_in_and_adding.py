"""Accounts and adding, in a real browser: signing in, being refused, pages that come in one by one, and what fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it publishes no types
from playwright.sync_api import expect

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts of these tests alone
TEXT = (
    "The talks went on for two days. Foreign Minister Aigerim Sadykova met Ambassador Han Seo-jin in Astana on 3 April 2019."
    " They spoke of the safety of the former test site."
)


def sign_in(page, name: str, password: str = PASSWORD) -> None:
    page.locator("#name").fill(name)
    page.locator("#password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_a_wrong_password_is_refused_and_the_right_one_leads_to_the_page_that_was_asked_for(guarded_desk):
    page = guarded_desk.page
    page.goto(guarded_desk.address + "/persons?q=a")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    guarded_desk.keep("login")
    sign_in(page, "ana", "wrong horse battery")
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.locator("#password").input_value() == ""
    sign_in(page, "ana")
    page.wait_for_url("**/persons?q=a")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
    page.goto(guarded_desk.address + "/persons")
    expect(page).to_have_url(re.compile("/login"))
    # The answer 403 of the server is what the browser complains of, and nothing else is.
    assert all("403" in one for one in guarded_desk.complaints)


def test_a_reader_reads_and_is_refused_where_something_is_decided(guarded_desk):
    page = guarded_desk.page
    page.goto(guarded_desk.address + "/review")
    sign_in(page, "bob")
    page.locator("ol.questions a").first.click()
    expect(page.locator("main")).to_contain_text("Your account may read and not decide.")
    assert page.locator("form.deciding").count() == 0
    assert page.get_by_role("link", name="Add", exact=True).count() == 0
    assert guarded_desk.complaints == []
    page.keyboard.press("y")
    page.goto(guarded_desk.address + "/review/add/d-0")
    expect(page.locator("h1")).to_contain_text("Your account may read and not decide")


def test_a_text_is_pasted_and_files_are_dropped_and_each_is_told_of(fresh_desk, tmp_path: Path):
    page = fresh_desk.go("/add")
    page.locator("#typed").fill(TEXT)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("ol.run li")).to_have_attribute("data-outcome", "added")
    expect(page.get_by_role("link", name="Add more")).to_be_visible()  # the page of the run has been loaded once more
    page.goto(fresh_desk.address + "/add")
    (tmp_path / "second.txt").write_text(TEXT.replace("two days", "three days"))
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.4 damaged")
    page.locator("#files").set_input_files([tmp_path / "second.txt", tmp_path / "damaged.pdf"])
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("ol.run li[data-outcome=added]")).to_have_count(1)
    failed = page.locator("ol.run li[data-outcome=unread]")
    expect(failed).to_have_count(1)
    expect(failed).to_contain_text("damaged.pdf")
    expect(page.get_by_role("link", name="Add more")).to_be_visible()
    fresh_desk.keep("adding")
    page.locator("ol.run a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert fresh_desk.complaints == []


@pytest.mark.parametrize("typed", ["", "http://127.0.0.1:1/secret"])
def test_what_cannot_be_added_is_told(fresh_desk, typed: str):
    page = fresh_desk.go("/add")
    page.locator("#typed").fill(typed)
    page.get_by_role("button", name="Add", exact=True).click()
    told = page.locator("[role=alert], li[data-outcome=failed]").first
    expect(told).to_be_visible()
    assert all("422" in one for one in fresh_desk.complaints)


def test_the_form_of_adding_is_accessible(fresh_desk):
    page = fresh_desk.go("/add")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
