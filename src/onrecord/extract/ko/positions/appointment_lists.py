"""Lists of those who are appointed: the body that heads a list is that of each office in it.

▲ 외교부 <국장급> △기획관 X △심의관 Y, or the body on a line of its own above the items.
"""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.model import Organization, Span

_ITEM = re.compile("[△▷▲▶]")
_OPENING = re.compile(r"[ \t]*[▲△▷▶◇◆○●■□▪·-]?[ \t]?")
"""What stands before the body that heads a list."""

_GOES_ON = re.compile(
    r"[ \t]*(?:\([^()\n]*\))?[ \t]*[:：]?[ \t]*(?:[<〈\[][^<>〈〉\[\]\n]*[>〉\]][ \t]*)*(?:[△▷▲▶]|$)", re.MULTILINE
)
"""What stands behind it: ranks in brackets, then the first item or the end of the line."""

LONGEST = 40
"""Lines of one list, at most."""


def body(text: str, entities: Entities, at: int) -> Organization | None:
    """Return the body that heads the list in which somebody is named, or None where he is in no such list.

    Args:
        text: the text of the document.
        entities: who is named in it.
        at: where the name or the office stands.
    """
    start = text.rfind("\n", 0, at) + 1
    if _ITEM.search(text, start, at) is None:
        return None
    headed = _heading(text, entities, start)
    for _ in range(LONGEST):
        if headed is not None or start == 0 or _ITEM.match(text, start) is None:
            return headed
        start = text.rfind("\n", 0, start - 1) + 1
        headed = _heading(text, entities, start)
    return None


def _heading(text: str, entities: Entities, start: int) -> Organization | None:
    """Return the body with which a line begins that heads a list."""
    opening = _OPENING.match(text, start)
    first = opening.end() if opening else start
    end = text.find("\n", start)
    line = Span(first, len(text) if end < 0 else end)
    named = [(s, who) for s, who in entities.within(line) if isinstance(who, Organization) and s.start == first]
    return next((who for s, who in named if _GOES_ON.match(text, s.end)), None)
