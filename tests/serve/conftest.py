"""Browsers without a window: test clients of the application, over a record of the sample pages and over an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.serve import app
from onrecord.serve.settings import Settings

SETTINGS = Settings(hosts=("testserver",))


@pytest.fixture
def client(server: TestClient) -> TestClient:
    """Ask a server of the sample pages, as somebody who has chosen nothing yet."""
    server.cookies.clear()
    return server


@pytest.fixture(scope="session")
def server(sample_record: Path) -> Iterator[TestClient]:
    """Run a server of the sample pages."""
    with TestClient(app(sample_record, SETTINGS), follow_redirects=False, raise_server_exceptions=False) as asking:
        yield asking


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """Ask a server of an empty record."""
    with TestClient(app(tmp_path / "empty.db", SETTINGS), follow_redirects=False, raise_server_exceptions=False) as asking:
        yield asking
