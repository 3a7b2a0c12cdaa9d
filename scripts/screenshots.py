"""Take the two pictures of the README in a real browser: docs/pictures/gathering.png and source.png.

    python scripts/screenshots.py

Needs chromium on the path and the packages of `make test`. The sample pages are read into a record of their own and served for
as long as it takes.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

import onrecord
from onrecord.serve import app

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
SIZE = (960, 600)


def main() -> int:
    """Write the pictures; 2 where there is no browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("there is no chromium on the path: apt-get install chromium", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "samples.db"
        with onrecord.open(record) as opened:
            opened.add(ROOT / "samples" / "pages")
            occasion = max(opened.gatherings(), key=lambda one: len(one.reports))
            said = [one.evidence[0] for one in opened.said() if one.gathering == occasion.key and one.direct]
            evidence = next(one for one in said if one.source.language == "en")
        with socket.create_server(("127.0.0.1", 0)) as listening:
            address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            server = uvicorn.Server(uvicorn.Config(app(record), log_level="error"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.05)
            spans = ".".join(f"{span.start}-{span.end}" for span in evidence.spans)
            paths = {
                "gathering": f"/gatherings/{occasion.key}",
                "source": f"/sources/{evidence.source.key}?mark={spans}#marked",
            }
            taken(chromium, address, paths)
            server.should_exit = True
            thread.join(10)
    return 0


def taken(chromium: str, address: str, paths: dict[str, str]) -> None:
    """Write one picture a path; in that of a gathering the sentence behind its date is shown."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *root])
        for name, path in paths.items():
            page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light", locale="en-US")
            page.goto(address + path)
            if name == "gathering":
                page.locator("button.cite").first.hover()
            page.wait_for_timeout(300)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
