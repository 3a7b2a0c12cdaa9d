"""Adding pages: the form, and what becomes of them, page by page."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Annotated

import anyio
from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from starlette.datastructures import FormData, UploadFile

from onrecord.model.errors import UsageError
from onrecord.serve.accounts.attempts import Attempts
from onrecord.serve.accounts.forms import confirmed
from onrecord.serve.accounts.guard import reader_of
from onrecord.serve.adding import Run, Runs, Upload
from onrecord.serve.languages import _
from onrecord.serve.refusals import refusal
from onrecord.serve.shown import Page, Shown

router = APIRouter(include_in_schema=False)

Form = Annotated[FormData, Depends(confirmed)]
PAUSE = 0.25
"""Seconds between two looks at a run that is being watched."""

_attempts = Attempts(30, 600)
"""Runs of one reader: thirty at once, and three more a minute."""


def _runs(request: Request) -> Runs:
    runs: Runs = request.app.state.runs
    return runs


def _uploads(form: FormData) -> list[Upload]:
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
    return [Upload(one.filename or "", one.file.read()) for one in files]


@router.get("/add")
def form(page: Page) -> Response:
    """Show the form and the latest runs."""
    return page.page("add.html", fault="", typed="", runs=_runs(page.request).latest()[:10])


@router.post("/add")
def add(page: Page, form: Form) -> Response:
    """Begin a run, and lead to its page."""
    reader, typed = reader_of(page.request), str(form.get("typed", ""))
    wait = _attempts.wait(reader.name)
    try:
        if wait:
            cure = page.say(_("try again in %(seconds)s seconds"), seconds=wait)
            raise UsageError(page.say(_("too many runs at once")), cure)
        run = _runs(page.request).start(typed, _uploads(form), reader.name)
    except UsageError as error:
        shown = page.page(
            "add.html", fault=": ".join(refusal(error, page.language)), typed=typed, runs=_runs(page.request).latest()[:10]
        )
        shown.status_code = 429 if wait else 422
        return shown
    return RedirectResponse(f"/add/{run.id}", 303)


@router.get("/add/{id}")
def progress(id: str, page: Page) -> Response:
    """Show how far a run is."""
    run = _run(page, id)
    keys = page.words.sources_at([result.source for result in run.pages]) if run.over else {}
    return page.page("adding.html", run=run, keys=keys)


@router.get("/add/{id}/events")
async def events(id: str, request: Request) -> Response:
    """Tell of each page of a run as it comes (server-sent events: `page` for each, `over` at the end)."""
    run = _runs(request).get(id)
    if run is None:
        return Response(status_code=404)
    return StreamingResponse(_told(run, request), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _told(run: Run, request: Request) -> AsyncIterator[str]:
    told = 0
    while True:
        over = run.over  # before the pages are looked at, so that none is missed
        for result in run.pages[told:]:
            told += 1
            row = {"source": result.source, "outcome": result.outcome, "reason": result.reason}
            yield f"id: {told}\nevent: page\ndata: {json.dumps(row)}\n\n"
        if over:
            yield "event: over\ndata: {}\n\n"
            return
        if await request.is_disconnected():
            return
        await anyio.sleep(PAUSE)


def _run(page: Shown, id: str) -> Run:
    run = _runs(page.request).get(id)
    if run is None:
        raise page.missing()
    return run
