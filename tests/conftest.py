"""What all tests share: how property tests run (with the same examples every time), on how many processes, records."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests.made import postgres, reading
from tests.made.pictures import PICTURES
from tests.made.spreading import Spreading, by_length, processes, scheduler

# A first example may load a model, and machines are shared: time says nothing about an example.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A new counter-example should stop the one who looks for it (ONRECORD_EXPLORE=1), not whoever lands next.
settings.register_profile("same", settings.get_profile("explore"), derandomize=True)
settings.load_profile("explore" if os.environ.get("ONRECORD_EXPLORE") else "same")

# readline, which pytest loads, gives the processes that it starts the width of a terminal; what is printed in a test has none.
os.environ.pop("COLUMNS", None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    return processes()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Spreading:
    return scheduler(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):  # one of several processes
        by_length(items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say where the pictures of pages are, if any can have been taken."""
    taken = sorted(PICTURES.glob("*.png")) if PICTURES.is_dir() else []
    if taken and any(one.nodeid.startswith("tests/e2e") for one in terminalreporter.getreports("passed")):
        terminalreporter.write_line(f"{len(taken)} pictures of pages in {PICTURES}")


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the sample pages, made once for all tests of this process: copy it before you write to it."""
    import onrecord

    place = tmp_path_factory.mktemp("samples") / "samples.db"
    with onrecord.open(place) as record:
        record.add(Path(__file__).parents[1] / "samples" / "pages")
    return place


@pytest.fixture(scope="session")
def databases() -> Iterator[postgres.Make]:
    """Return what makes databases on a PostgreSQL server, which is started once for all tests of this process."""
    with postgres.server() as make:
        yield make


@pytest.fixture
def without_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pages be read by the rules of `made.reading`, which need no model."""
    monkeypatch.setattr("onrecord.workers.decode", reading.decode)
    for place in ("workers", "upkeep"):
        monkeypatch.setattr(f"onrecord.{place}.extract", reading.extract)
