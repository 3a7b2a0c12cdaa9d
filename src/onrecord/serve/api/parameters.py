"""Parameters of an address that the API does not know: refused, since a list without the filter that was meant misleads."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from onrecord.model.choice import check_choice

EVERYWHERE = frozenset(("lang",))
"""Parameters that every address takes."""


async def known(request: Request) -> None:
    """Look whether the route takes all parameters of the address (a dependency of routes).

    Raises:
        UsageError: it does not know one of them.
    """
    route = request.scope["route"]
    assert isinstance(route, APIRoute)  # noqa: S101  a dependency is asked of no other
    names = EVERYWHERE.union(_names(route.dependant))
    for name in request.query_params:
        check_choice("parameter", name, sorted(names))


def _names(asked: Dependant) -> Iterator[str]:
    """Yield the parameters that a route takes, and what it depends on."""
    yield from (one.alias for one in asked.query_params)
    for part in asked.dependencies:
        yield from _names(part)
