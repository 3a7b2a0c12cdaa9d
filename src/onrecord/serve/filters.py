"""What a reader asks lists for in the address: years, kinds, countries, words."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from fastapi import Depends, Query

from onrecord.model import PartialDate
from onrecord.model.errors import UsageError

Words = Annotated[str, Query(max_length=200)]
Cursor = Annotated[str | None, Query(max_length=64)]


class Years:
    """Years from a form, where an empty field means that none was given.

    Args:
        since: the first year wanted, as typed.
        until: the last year wanted, as typed.
    """

    def __init__(
        self,
        since: str = "",
        until: str = "",
    ) -> None:
        self.since = int(since) if since else None
        self.until = int(until) if until else None

    @property
    def asked(self) -> bool:
        """Whether any year was given."""
        return self.since is not None or self.until is not None

    def hold(self, date: PartialDate | None) -> bool:
        """Tell whether a date may lie in the years; one without a year does only where none was asked for."""
        if not self.asked:
            return True
        years = years_of(date)
        if years is None:
            return False
        return (self.since is None or years[1] >= self.since) and (self.until is None or years[0] <= self.until)

    @property
    def query(self) -> dict[str, int]:
        """The parameters that lead to the same years."""
        return {name: year for name, year in (("from", self.since), ("to", self.until)) if year is not None}


def years_of(date: PartialDate | None) -> tuple[int, int] | None:
    """Return the first and the last year that a date can mean; None where it has none."""
    return _years(date.edtf) if date else None


@lru_cache(maxsize=65536)
def _years(edtf: str) -> tuple[int, int] | None:
    # A record has many facts and few dates.
    bounds = PartialDate(edtf).bounds()
    return (bounds[0].year, bounds[1].year) if bounds else None


async def years(
    since: Annotated[str, Query(alias="from", pattern="^([0-9]{4})?$")] = "",
    until: Annotated[str, Query(alias="to", pattern="^([0-9]{4})?$")] = "",
) -> Years:
    """Return the years that the address names (a dependency of routes).

    Raises:
        UsageError: nothing can be in these years, since they end before they begin.
    """
    if since and until and int(since) > int(until):
        raise UsageError(f"{since} is after {until}", "give the earlier year first")
    return Years(since, until)


YearsAsked = Annotated[Years, Depends(years)]
"""The type of a route's argument that is the years asked for."""
