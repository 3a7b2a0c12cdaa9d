"""The pages: one module a kind of page, each with its `router`, listed here."""

from __future__ import annotations

from fastapi import APIRouter

from onrecord.serve.pages import choices, home

ROUTERS: tuple[APIRouter, ...] = (home.router, choices.router)
