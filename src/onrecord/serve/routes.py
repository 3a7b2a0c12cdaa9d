"""Everything that stands under an address, without the middleware that decides who may see it."""

from __future__ import annotations

from fastapi import FastAPI

from onrecord import __version__
from onrecord.serve import api, assets, faults
from onrecord.serve.api.etags import NotChanged, not_changed
from onrecord.serve.library import Library
from onrecord.serve.pages import ROUTERS
from onrecord.serve.settings import Settings


def pages(library: Library, settings: Settings) -> FastAPI:
    """Return the pages and the API of one record."""
    # The interactive pages of FastAPI load scripts from elsewhere: the schema alone is served.
    made = FastAPI(
        title="onrecord", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )  # fmt: skip
    made.state.library = library
    made.state.settings = settings
    faults.install(made)
    made.add_exception_handler(NotChanged, not_changed)
    for router in (assets.router, api.router, *ROUTERS):
        made.include_router(router)
    return made
