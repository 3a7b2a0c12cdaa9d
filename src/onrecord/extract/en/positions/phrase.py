"""What a title phrase is, and words that its parts share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.en.positions.scene import Mention
from onrecord.model import Organization

DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "our", "whose", "another", "one", "this", "each", "my")
)
OPENERS = frozenset((",", "–", "—", "-", ";", "(", "--", ":"))
"""Marks that part a name from the title behind it."""

ENVOYS = re.compile(r"(?:ambassador|ambassadors|envoy|consul|consul-general|consul general|high commissioner)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Phrase:
    """Words `first` to `last` (inclusive) are the title; `outer` and `end` take in what belongs to it but is not title.

    `cut` counts the letters of "ex-" or "then-" that begin the first word and are no part of the title.

    `outer` begins at a determiner, "former", the country's adjective or the body's name before the title; `end` closes a body,
    a country or a date behind it. `owner` points at its body; as a `term` if with a capital letter, as a page calls one body
    throughout ("the Institute").
    """

    first: int
    last: int
    head: int
    head_last: int
    outer: int
    end: int
    organization: Organization | None = None
    country: str | None = None
    former: bool = False
    qualifier: str | None = None
    plural: bool = False
    determined: bool = False
    complemented: bool = False
    owner: str | None = None
    term: bool = False
    since: int | None = None
    until: int | None = None
    taken: bool = False
    cut: int = 0
    links: list[str] = field(default_factory=list)

    def organization_closed(self) -> bool:
        """Tell whether the body behind the title is named already."""
        return "body-behind" in self.links


def organization_of(mention: Mention) -> Organization | None:
    """Return the organization that the mention names."""
    return mention.entity if isinstance(mention.entity, Organization) else None
