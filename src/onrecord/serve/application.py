"""The application: its middleware, its pages, and the record behind them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from onrecord.serve.accounts.book import Accounts
from onrecord.serve.accounts.guard import Guard
from onrecord.serve.accounts.place import accounts_file
from onrecord.serve.adding import Runs
from onrecord.serve.address import LanguageInAddress
from onrecord.serve.heads import Heads
from onrecord.serve.kept import KeptAnswers
from onrecord.serve.library import Library
from onrecord.serve.makers.pool import Pool
from onrecord.serve.routes import pages
from onrecord.serve.security import SecurityHeaders
from onrecord.serve.settings import Settings

THREADS = 8
"""Requests that are worked on at once. More would only take turns: Python runs one at a time, SQLite waits little."""


def app(where: str | Path = "onrecord.db", settings: Settings | None = None, pool: Pool | None = None) -> FastAPI:
    """Return the application for one record, which is made new where there is none.

    Args:
        where: the record, as for `onrecord.open`.
        settings: how it is served.
        pool: the processes that make pages, where they were begun already; they end with the application.

    Raises:
        RecordError: where the record cannot be opened.
    """
    settings = settings or Settings()
    pool = pool or (Pool(str(where), settings) if settings.processes else None)
    application = pages(library := Library(where, indexed=not pool), settings)
    application.router.lifespan_context = _lifespan
    application.state.pool = pool
    application.state.runs = Runs(library.record)
    application.state.accounts = accounts = Accounts(settings.accounts or accounts_file(where))
    # The last one added is the first to see a request.
    application.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=3)
    application.add_middleware(KeptAnswers, library=library, pool=pool, largest=settings.largest_upload)
    application.add_middleware(Guard, accounts=accounts, settings=settings)
    application.add_middleware(LanguageInAddress)
    application.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)
    application.add_middleware(Heads)
    application.add_middleware(SecurityHeaders)
    return application


@asynccontextmanager
async def _lifespan(application: FastAPI) -> AsyncIterator[None]:
    from anyio.to_thread import current_default_thread_limiter

    current_default_thread_limiter().total_tokens = THREADS
    pool: Pool | None = application.state.pool
    if pool:
        await pool.listen()
    else:
        application.state.library.prepare()
    yield
    if pool:
        await pool.close()
    application.state.runs.close()
    application.state.library.close()
