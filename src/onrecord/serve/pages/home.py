"""The first page: what is in the record, what came last, what is open, how the months are covered."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from onrecord.serve.library import Books
from onrecord.serve.rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(request: Request, books: Books) -> Response:
    """Show the first page."""
    return render(request, "home.html", catalogue=books.catalogue())
