"""The application: its middleware, its pages, and the record behind them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from onrecord import __version__
from onrecord.serve import api, assets, faults
from onrecord.serve.accounts.book import Accounts
from onrecord.serve.accounts.guard import Guard
from onrecord.serve.accounts.place import accounts_file
from onrecord.serve.adding import Runs
from onrecord.serve.address import LanguageInAddress
from onrecord.serve.api.etags import NotChanged, not_changed
from onrecord.serve.kept import KeptAnswers
from onrecord.serve.library import Library
from onrecord.serve.pages import ROUTERS
from onrecord.serve.security import SecurityHeaders
from onrecord.serve.settings import Settings

THREADS = 8
"""Requests that are worked on at once. More would only take turns: Python runs one at a time, SQLite waits little."""


def app(where: str | Path = "onrecord.db", settings: Settings | None = None) -> FastAPI:
    """Return the application for one record, which is made new where there is none.

    Args:
        where: the record, as for `onrecord.open`.
        settings: how it is served.

    Raises:
        RecordError: where the record cannot be opened.
    """
    settings = settings or Settings()
    library = Library(where)
    # The interactive pages of FastAPI load scripts from elsewhere: the schema alone is served.
    application = FastAPI(
        title="onrecord",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_lifespan,
    )
    application.state.library = library
    application.state.runs = Runs(library.record)
    application.state.settings = settings
    application.state.accounts = accounts = Accounts(settings.accounts or accounts_file(where))
    faults.install(application)
    application.add_exception_handler(NotChanged, not_changed)
    application.include_router(assets.router)
    application.include_router(api.router)
    for router in ROUTERS:
        application.include_router(router)
    # The last one added is the first to see a request.
    application.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=3)
    application.add_middleware(KeptAnswers, library=library)
    application.add_middleware(Guard, accounts=accounts, settings=settings)
    application.add_middleware(LanguageInAddress)
    application.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)
    application.add_middleware(SecurityHeaders)
    return application


@asynccontextmanager
async def _lifespan(application: FastAPI) -> AsyncIterator[None]:
    from anyio.to_thread import current_default_thread_limiter

    current_default_thread_limiter().total_tokens = THREADS
    application.state.library.prepare()
    yield
    application.state.runs.close()
    application.state.library.close()
