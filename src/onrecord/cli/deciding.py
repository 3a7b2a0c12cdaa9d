"""Commands around decisions: `show`, `decisions`, `absent`, `undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import screen
from onrecord.cli.decider import As, Why, decider
from onrecord.cli.opening import opened
from onrecord.cli.options import DEFAULT_RECORD, Evidence, Json, Record

if TYPE_CHECKING:
    from onrecord.pipeline import Record as OpenRecord


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="A key from an answer (--json prints them): p-…, o-…, g-…, s-…, m-…, c-…")
    ],
    record: Record = DEFAULT_RECORD,
    evidence: Evidence = False,
    json: Json = False,
) -> None:
    """Show all claims behind a fact, and what was decided on it.

    Each claim with its words, its rule and how often that is right, and when the page was first and last seen: what sources
    say, apart from what follows from it. Of a contradiction, its sides and how it was settled.
    """
    from onrecord.tell import claims
    from onrecord.tell.plain import answer

    with opened(record) as source:
        if id.startswith("c-"):
            _show_contradiction(source, id, json)
            return
        resolved = source.view.resolved(id)
        found = source.view.claims(id)
        decided = source.view.decisions(keys=[id], history=True)
    if json:
        screen.json(answer(resolved=resolved, claims=found, decisions=decided))
    else:
        screen.show(*claims.told(resolved, found, decided, evidence=evidence))


def _show_contradiction(source: OpenRecord, key: str, json: bool) -> None:
    from onrecord.model.errors import UsageError
    from onrecord.tell import conflicts
    from onrecord.tell.plain import answer

    found = [conflict for conflict in source.conflicts() if conflict.key == key]
    if not found:
        raise UsageError(f"the record has no contradiction {key!r}", "`onrecord conflicts` lists them with their keys")
    settled = source.view.decisions(keys=[key], history=True)
    if json:
        screen.json(answer(conflicts=found, decisions=settled))
    else:
        screen.show(*conflicts.shown(found[0], settled))


def decisions(
    gone: Annotated[bool, typer.Option("--gone", help="Those alone whose ground no page says any more.")] = False,
    history: Annotated[bool, typer.Option("--history", help="With those that were replaced or taken back.")] = False,
    record: Record = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """List what was decided, by whom, when and why."""
    from onrecord.tell import deciding
    from onrecord.tell.plain import answer

    with opened(record) as source:
        found = source.view.decisions(history=history, gone=True if gone else None)
    if json:
        screen.json(answer(decisions=found))
    else:
        screen.show(*deciding.listed(found, none="No decision has lost its ground." if gone else deciding.NONE))


def undo(
    id: Annotated[str, typer.Argument(metavar="ID", help="A decision (j-…, k-…, e-…, a-…), or the undoing of one (u-…).")],
    who: As = None,
    why: Why = "",
    record: Record = DEFAULT_RECORD,
) -> None:
    """Take a decision back; what stood before stands again."""
    from onrecord import upkeep

    by = decider(who)
    with opened(record) as source:
        entry = upkeep.undo(source, id, by=by, why=why)
    screen.text(f"{id} is taken back by {entry.id}.")


def absent(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="What was looked for; without it, all searches.")
    ] = None,
    source: Annotated[str, typer.Option(metavar="SOURCE", help="Where: an archive, a site, an address.")] = "",
    when: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day of the search; today where not given.")
    ] = None,
    note: Annotated[str, typer.Option(metavar="WORDS", help="How it was searched: the words, the period.")] = "",
    about: Annotated[list[str] | None, typer.Option(metavar="ID", help="Keys of records that it concerns.")] = None,
    who: As = None,
    record: Record = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """Note a search that found nothing, or list them."""
    from onrecord import upkeep
    from onrecord.tell import deciding
    from onrecord.tell.plain import answer

    with opened(record) as target:
        if question is not None:
            kept = upkeep.note_absence(
                target, question, source, when=when, note=note, about=tuple(about or ()), by=decider(who)
            )
            screen.text(f"kept as {kept.id}")
            return
        found = target.view.decisions(kind="absence")
    if json:
        screen.json(answer(absences=[one.decision for one in found]))
    else:
        screen.show(*deciding.listed(found, none="No search is noted."))
