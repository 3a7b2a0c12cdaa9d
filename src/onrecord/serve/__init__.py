"""The record in a browser. The only room that imports FastAPI; `app` makes the application, `server` runs it.

A request goes through: `security` (headers), `address` (which language the address names), a page of `pages/` (one module a
kind of page), `library` (the open record and what is worked out once for each state of it), `rendering` (templates). What
goes wrong becomes one line with its cure in `faults`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.serve.application import app

__all__ = ["app"]


def __getattr__(name: str) -> Any:
    """Import the application when it is asked for: accounts and the search for contradictions do without it."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from onrecord.serve.application import app

    return app
