"""A real browser: Debian's chromium, driven by Playwright, before a server of the sample pages."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from onrecord.serve import app

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


class Served:
    """A server in a thread of this process."""

    def __init__(self, application: FastAPI) -> None:
        config = uvicorn.Config(application, host="127.0.0.1", port=0, log_level="error", access_log=False)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        for _ in range(400):
            if self.server.started:
                break
            time.sleep(0.05)
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
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *root])
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
