"""What keeping a record in order came to: rebuilt, checked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.model.decision import DecisionRecord
from onrecord.model.keeping import Finding
from onrecord.model.recorded import Counts
from onrecord.review.wording import counted
from onrecord.tell.deciding import told
from onrecord.tell.layout import QUIET, labelled, section


def rebuilt(pages: int, failed: Sequence[tuple[str, str]], gone: Sequence[DecisionRecord]) -> list[RenderableType]:
    """Return how many pages were read anew, which stay as they were, and which decisions have lost their ground."""
    parts: list[RenderableType] = [Text(f"{counted(pages, 'page')} read anew; decisions are as they were.")]
    if failed:
        rows = [(url, Text(reason, overflow="fold")) for url, reason in failed]
        parts.append(section(f"{counted(len(failed), 'page')} not read anew, and kept as they were", [labelled(rows)]))
    if gone:
        parts.append(section(f"{counted(len(gone), 'decision')} without ground", map(told, gone)))
    return parts


def checked(found: Sequence[Finding], counts: Counts) -> list[RenderableType]:
    """Return what is wrong with a record, each fault with its cure, or what was looked at."""
    if not found:
        held = ", ".join((counted(counts.pages, "page"), counted(counts.claims, "claim")))
        return [Text(f"The record is in order: {held}, their spans, words, bytes and references.")]
    rows = [(f"{one.kind} {one.where}", Text.assemble(one.what, (f"  {one.cure}", QUIET), overflow="fold")) for one in found]
    return [Text(f"{counted(len(found), 'fault')} found."), labelled(rows)]
