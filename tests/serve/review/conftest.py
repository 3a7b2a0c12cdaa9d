"""A server of the sample pages on which something may be decided: each test has a copy of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

import onrecord
from onrecord.serve import app
from onrecord.serve.settings import Settings

Send = Callable[..., Response]


@pytest.fixture(scope="session")
def asking_record(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the sample pages and of two more that name an embassy without its host: one body, or two?"""
    folder = tmp_path_factory.mktemp("asking")
    place = Path(shutil.copy(sample_record, folder / "record.db"))
    with onrecord.open(place) as record:
        for number, guest in enumerate(("Rector Aliya Senova", "Mayor Damir Ospan")):
            page = folder / f"{number}.txt"
            page.write_text(f"News\n\nThe Embassy of Norway invited {guest} to a concert on {number + 4} May 2031.\n")
            record.add(page)
    return place


@pytest.fixture
def place(asking_record: Path, tmp_path: Path) -> Path:
    """Return a record that may be changed."""
    return Path(shutil.copy(asking_record, tmp_path / "record.db"))


@pytest.fixture
def desk(place: Path) -> Iterator[TestClient]:
    """Ask a server on which Ana reviews."""
    settings = Settings(hosts=("testserver",), reviewer="Ana")
    with TestClient(app(place, settings), follow_redirects=False, raise_server_exceptions=False) as asking:
        yield asking


@pytest.fixture
def second(place: Path) -> Iterator[TestClient]:
    """Ask another server of the same record, on which Ben reviews."""
    settings = Settings(hosts=("testserver",), reviewer="Ben")
    with TestClient(app(place, settings), follow_redirects=False, raise_server_exceptions=False) as asking:
        yield asking


def send(client: TestClient, path: str, shown: str | None = None, **fields: str) -> Response:
    """Send the form of a page with everything hidden that it holds, and these fields; `shown` is the page as it was seen."""
    page = shown if shown is not None else client.get(path).text
    forms = [part.split("</form>")[0] for part in page.split("<form")[1:]]
    own = next(part for part in forms if f'action="{path}"' in part)
    hidden = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', own))
    answer: Response = client.post(path, data={name: unescape(value) for name, value in hidden.items()} | fields)
    return answer


def open_paths(client: TestClient, kind: str) -> list[str]:
    """Return the addresses of the open questions of a kind, in order."""
    return re.findall(rf'class="what"><a href="(/review/{kind}/[^"?]+)', client.get("/review").text)


def main(page: str) -> str:
    """Return the words of a page's main part."""
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")]).split()))
