"""The pages: one module a kind of page, each with its `router`, listed here."""

from __future__ import annotations

from fastapi import APIRouter

from onrecord.serve.pages import (
    adding,
    charts,
    choices,
    contradictions,
    correcting,
    gatherings,
    home,
    network,
    organizations,
    persons,
    places,
    review,
    search,
    signing_in,
    sources,
    statements,
    timeline,
    topics,
)

ROUTERS: tuple[APIRouter, ...] = (
    home.router,
    search.router,
    gatherings.router,
    persons.router,
    organizations.router,
    statements.router,
    sources.router,
    places.router,
    timeline.router,
    network.router,
    topics.router,
    contradictions.router,
    charts.router,
    choices.router,
    adding.router,
    review.router,
    correcting.router,
    signing_in.router,
)
