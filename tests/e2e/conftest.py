"""A real browser: Debian's chromium, driven by Playwright, before a server of the sample pages."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.made.pictures import PICTURES
from tests.made.waiting import until

from onrecord.serve import app
from onrecord.serve.accounts.attempts import Attempts
from onrecord.serve.accounts.book import Accounts
from onrecord.serve.pages import adding, signing_in
from onrecord.serve.settings import Settings

CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Without these, the browser asks its maker's servers for things that no test needs."""

PATIENCE = 120_000
"""Milliseconds that a browser is waited for: a busy machine is slow, not wrong."""

expect.set_options(timeout=PATIENCE)


class Served:
    """A server in a thread of this process."""

    def __init__(self, application: FastAPI) -> None:
        config = uvicorn.Config(application, host="127.0.0.1", port=0, log_level="error", access_log=False)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        until(lambda: self.server.started)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: the pages are not tested in a browser (apt-get install chromium)")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *root], timeout=PATIENCE)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(sample_record: Path) -> Iterator[str]:
    """Return the address of a server of the sample pages."""
    served = Served(app(sample_record))
    yield served.address
    served.stop()


class Watched:
    """A page of the browser with everything that it complained of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.address = address
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(url)

    def keep(self, name: str) -> None:
        """Keep a picture of the page."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True, animations="disabled")

    def go(self, path: str) -> Page:
        answer = self.page.goto(self.address + path)
        assert answer
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page


@pytest.fixture
def watched(browser: Browser, site: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    yield Watched(context, site)
    context.close()


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="ko-KR")
    yield Watched(context, site)
    context.close()


@pytest.fixture
def scriptless(browser: Browser, site: str) -> Iterator[Watched]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}, locale="en-US")
    yield Watched(context, site)
    context.close()


class Desk(Watched):
    """A page of the browser on a server that decides into a record of its own; `place` is that record."""

    place: Path


Opened = Callable[..., Desk]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Return what opens a page on a new server of a record: `opened(place, reviewer, **of_the_context)`."""
    running: list[tuple[Served, BrowserContext]] = []

    def start(place: Path, reviewer: str, accounts: Path | None = None, **asked: Any) -> Desk:
        served = Served(app(place, Settings(reviewer=reviewer, accounts=accounts or tmp_path / "none.accounts")))
        size = {"viewport": {"width": 1280, "height": 900}, "locale": "en-US"}
        context = browser.new_context(**(size | asked))
        running.append((served, context))
        desk = Desk(context, served.address)
        desk.place = place
        return desk

    yield start
    for served, context in running:
        context.close()
        served.stop()


@pytest.fixture
def record(sample_record: Path, tmp_path: Path) -> Path:
    """Return a record of the sample pages that may be changed."""
    return Path(shutil.copy(sample_record, tmp_path / "record.db"))


@pytest.fixture
def desk(opened: Opened, record: Path) -> Desk:
    """A page on which Ana reviews."""
    return opened(record, "Ana")


@pytest.fixture
def colleague(opened: Opened, record: Path) -> Desk:
    """A page on which Ben reviews the same record, from another server and another browser."""
    return opened(record, "Ben")


@pytest.fixture
def desk_without_scripts(opened: Opened, record: Path) -> Desk:
    return opened(record, "Ana", java_script_enabled=False)


@pytest.fixture
def phone_desk(opened: Opened, record: Path) -> Desk:
    return opened(record, "Ana", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="ko-KR")


@pytest.fixture
def guarded_desk(opened: Opened, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A page on a server with two accounts: ana reviews, bob reads."""
    monkeypatch.setattr(signing_in, "_attempts", Attempts(10, 300))
    accounts = Accounts(tmp_path / "some.accounts")
    for name, role in (("ana", "reviewer"), ("bob", "reader")):
        accounts.add(name, role, "correct horse battery")  # type: ignore[arg-type]  # the two roles there are
    return opened(record, "", accounts.path)


@pytest.fixture
def fresh_desk(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A page on a server of an empty record."""
    monkeypatch.setattr(adding, "_attempts", Attempts(30, 600))
    return opened(tmp_path / "fresh.db", "Ana")


@pytest.fixture(scope="session")
def addresses(sample_record: Path) -> dict[str, str]:
    """Return an address of every kind of page, by its kind."""
    import onrecord

    with onrecord.open(sample_record) as record:
        person = record.who("Bekturov")[0]
        pair = next(
            part.who.key
            for seen in person.gatherings
            for part in seen.gathering.participations
            if part.who.kind == "person" and part.who.key != person.key
        )
        gathering = max(record.gatherings(), key=lambda one: len(one.reports))
        body = record.organization_keys("Saryarka Institute for International Policy")[0]
        statement = next(one for one in record.said() if len(one.evidence) > 1)
        source = gathering.reports[0].evidence.source.key
    return {
        "home": "/",
        "gatherings": "/gatherings",
        "gathering": f"/gatherings/{gathering.key}",
        "persons": "/persons",
        "person": f"/persons/{person.key}",
        "organizations": "/organizations",
        "organization": f"/organizations/{body}",
        "statements": "/statements",
        "statement": f"/statements/{statement.key}",
        "sources": "/sources",
        "source": f"/sources/{source}",
        "places": "/places",
        "place": "/places/1526273",
        "timeline": "/timeline",
        "network": "/network",
        "pair": f"/network/{person.key}/{pair}",
        "topics": "/topics",
        "topic": "/topics?topic=model-precedent",
        "contradictions": "/contradictions",
        "search": "/search?q=Kazakhstan",
    }
