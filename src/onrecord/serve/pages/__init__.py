"""The pages: one module a kind of page, each with its `router`, listed here."""

from __future__ import annotations

from fastapi import APIRouter

from onrecord.serve.pages import choices, contradictions, gatherings, home, organizations, persons, places, sources, statements

ROUTERS: tuple[APIRouter, ...] = (
    home.router,
    gatherings.router,
    persons.router,
    organizations.router,
    statements.router,
    sources.router,
    places.router,
    contradictions.router,
    choices.router,
)
