"""What was said at an occasion, and what only speaks of it: from afar, before it, in another's speech."""

from __future__ import annotations

from onrecord.extract.occasion import Occasion
from onrecord.extract.ru.gatherings import sequels
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.model import Person, Statement

MET = frozenset({"meeting", "talks", "call"})
"""Kinds at which whoever is named in their words took part."""


def is_from_afar(statement: Statement, occasion: Occasion[Mention]) -> bool:
    """Tell whether somebody only speaks of a meeting at which others are told to have met: a press secretary, an expert."""
    there = {part[0].id for part in occasion.parts if isinstance(part[0], Person) and part[1] in ("participant", "host")}
    closed = all(m.type in ("talks", "call") or (m.type in MET and sequels.names_guest(m)) for m in occasion.mentions)
    met = closed and len(there) > 1
    return met and isinstance(statement.speaker, Person) and statement.speaker.id not in there


def is_only_told(occasion: Occasion[Mention], statements: tuple[Statement, ...]) -> bool:
    """Tell whether an occasion is only what statements are about, so that nothing was said at it: пригласил на выставку."""
    said = [span for statement in statements for span in statement.content_spans]
    return all(any(span.contains(m.name) for span in said) for m in occasion.mentions)


def is_reported(statement: Statement, statements: tuple[Statement, ...]) -> bool:
    """Tell whether somebody else reports a statement in his own speech, so that it was not made where he speaks."""
    own = statement.content_spans[0]
    return any(
        other is not statement
        and other.speaker is not statement.speaker
        and any(span.contains(own) for span in other.content_spans)
        for other in statements
    )
