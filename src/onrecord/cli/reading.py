"""Commands that ask the record: `who`, `said`, `gatherings`, `timeline`, `conflicts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from onrecord.cli import screen
from onrecord.cli.decider import As, decider
from onrecord.cli.groups import expanded
from onrecord.cli.opening import opened
from onrecord.cli.options import DEFAULT_RECORD, Evidence, Json, Record, Since, Until, one, period
from onrecord.cli.searching import NO_FACETS, Facets

if TYPE_CHECKING:
    from onrecord.model.errors import UsageError
    from onrecord.pipeline import Record as OpenRecord


def who(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="A name in any spelling and script, or a key from an earlier answer."),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The offices on this date, and who says so.")] = None,
    office: Annotated[str | None, typer.Option(metavar="WORDS", help="Who held this office, with --on.")] = None,
    country: Annotated[str, typer.Option(metavar="NAME", help="The country or body of the office.")] = "",
    record: Record = DEFAULT_RECORD,
    evidence: Evidence = False,
    json: Json = False,
) -> None:
    """Tell all about a person.

    Spellings, offices over time, gatherings with roles, statements, each with its sources.

    Where several persons can be meant, they are listed with the keys to ask for one of them.

    With --on, who was in office on that date, and who says so: certainly (sources of that time, or before and after it) or
    possibly.
    """
    from onrecord.tell import persons
    from onrecord.tell.plain import answer

    name = one(words)
    with opened(record) as source:
        if on is not None or office is not None:
            _in_office(source, name, on, office, country, evidence, json)
            return
        name = _needed(name)
        found = source.who(name)
        if not found:
            raise _nobody(source, name, ("person",))
        if json:
            screen.json(answer(persons=found))
        elif len(found) > 1:
            screen.show(*persons.candidates(name, found))
        else:
            screen.show(*persons.told(found[0], evidence=evidence))


@expanded
def said(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="A person or body, in any spelling and script.")
    ] = None,
    about: Annotated[str | None, typer.Option(metavar="TOPIC", help="Words that the statement holds, or its topic.")] = None,
    since: Since = None,
    until: Until = None,
    facets: Facets = NO_FACETS,
    record: Record = DEFAULT_RECORD,
    evidence: Evidence = False,
    json: Json = False,
) -> None:
    """List who said what, oldest first."""
    from onrecord.tell import statements
    from onrecord.tell.plain import answer

    name = one(words)
    first, last = period(since, until)
    with opened(record) as source:
        speakers = _keys(source, name) if name is not None else None
        also = source.sought(**facets.given) if facets != NO_FACETS else None
        found = source.view.statements(speakers=speakers, about=about, since=first, until=last, also=also)
        if json:
            screen.json(answer(statements=found))
        else:
            screen.show(*statements.told(found, evidence=evidence))


def gatherings(
    who: Annotated[str | None, typer.Option(metavar="NAME", help="A person or body that took part.")] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Part of the name of a city or venue.")] = None,
    type: Annotated[
        str | None,
        typer.Option(metavar="TYPE", help="roundtable, webinar, visit, …", autocompletion=lambda: list(_types())),
    ] = None,
    since: Since = None,
    until: Until = None,
    record: Record = DEFAULT_RECORD,
    evidence: Evidence = False,
    json: Json = False,
) -> None:
    """List who met whom, where and when, and who did what there."""
    from onrecord.review.conflicts import Case, find_conflicts
    from onrecord.tell import gatherings as occasions
    from onrecord.tell.plain import answer

    first, last = period(since, until)
    kind = _one_of("type of gathering", type, _types())
    with opened(record) as source:
        keys = _keys(source, who) if who is not None else None
        found = source.view.gatherings(who=keys, place=place, type=kind, since=first, until=last)
        conflicts = find_conflicts(Case.of(source.view, found))
        if json:
            screen.json(answer(gatherings=found, conflicts=conflicts))
        else:
            parties = {
                part.who.key for one in found for part in one.participations if part.who.kind == "person" and part.who.key
            }
            offices: dict[str, list[object]] = {}
            for position in source.view.positions(persons=parties):
                offices.setdefault(position.person_key, []).append(position)
            screen.show(*occasions.told(found, offices=offices, conflicts=conflicts, evidence=evidence))  # type: ignore[arg-type]


def timeline(
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="site-closed, treaty-signed, …", autocompletion=lambda: list(_kinds())),
    ] = None,
    since: Since = None,
    until: Until = None,
    record: Record = DEFAULT_RECORD,
    evidence: Evidence = False,
    json: Json = False,
) -> None:
    """List dated steps: tests, treaties, closures, decrees."""
    from onrecord.tell import milestones
    from onrecord.tell.plain import answer

    first, last = period(since, until)
    chosen = _one_of("kind of milestone", kind, _kinds())
    with opened(record) as source:
        found = source.view.milestones(kind=chosen, since=first, until=last)
        if json:
            screen.json({**answer(milestones=found), "steps": milestones.as_steps(found)})
        else:
            screen.show(*milestones.told(found, evidence=evidence))


def conflicts(
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="date, attendance, role, office, …")] = None,
    settle: Annotated[str | None, typer.Option(metavar="KEY", help="Settle this contradiction (c-…) instead.")] = None,
    choice: Annotated[str | None, typer.Option(metavar="VALUE", help="The value that holds, as a side states it.")] = None,
    note: Annotated[str, typer.Option(metavar="WORDS", help="What there is to say; alone, nothing is chosen.")] = "",
    by: As = None,
    record: Record = DEFAULT_RECORD,
    json: Json = False,
    evidence: Annotated[  # noqa: ARG001 - accepted, since every reading command has it
        bool, typer.Option("--evidence", show_default=False, help="The sentences are printed in any case.")
    ] = True,
) -> None:
    """List contradictions of sources, or settle one.

    Each contradiction comes with its reason and with the sentences that state it, worst first. What was settled stays in the
    list, with the decision.

    Copies of one text are not two sources. Where nothing is found, what was compared is said.
    """
    from onrecord.review.conflicts import DETECTORS
    from onrecord.review.ledger import Ledger
    from onrecord.tell import conflicts as contradictions
    from onrecord.tell.plain import answer

    if settle is None and (choice is not None or note):
        raise _unsettled()
    _one_of("kind of contradiction", kind, tuple(detector.KIND for detector in DETECTORS))
    with opened(record) as source:
        if settle is not None:
            kept = source.settle_conflict(settle, choice, note=note, by=decider(by))
            screen.text(f"{settle} is settled by {kept.id}.")
            return
        settled = source.view.decisions(kind="settlement")
        found, compared = Ledger().contradictions(source.view)
        chosen = [conflict for conflict in found if kind in (None, conflict.kind)]
        basis = [one for one in compared if kind in (None, one.kind)]
        if json:
            screen.json(answer(conflicts=chosen, settled=settled, compared=basis, counts=source.view.counts()))
        else:
            screen.show(*contradictions.told(chosen, basis, source.view.counts(), settled))


def _unsettled() -> UsageError:
    from onrecord.model.errors import UsageError

    return UsageError("a choice or a note settles a contradiction", "name it with --settle KEY")


def _needed(name: str | None) -> str:
    from onrecord.model.errors import UsageError

    if name is None:
        raise UsageError("nobody is named", "give a NAME, or --office and --on")
    return name


def _in_office(
    source: OpenRecord, name: str | None, on: str | None, office: str | None, country: str, evidence: bool, json: bool
) -> None:
    from onrecord.model.dates import PartialDate
    from onrecord.model.errors import UsageError
    from onrecord.review.tenure import of_office
    from onrecord.tell import tenure
    from onrecord.tell.plain import answer

    if on is None or (name is None and office is None):
        raise UsageError("an office is asked for on a date", "give --on DATE, and a NAME or --office WORDS")
    day = PartialDate(on)
    if day.bounds() is None:
        raise UsageError(f"{on} has no year", "give a day, a month or a year")
    persons = None if name is None else [person.key for person in source.who(name)]
    if persons == []:
        raise _nobody(source, str(name), ("person",))
    held = source.view.positions(persons=persons)
    found = tenure.on(of_office(held, office or "", country=country), day)
    if json:
        screen.json(answer(on=day, tenures=found))
    else:
        screen.show(*tenure.told(found, day, evidence=evidence))


def _types() -> tuple[str, ...]:
    from onrecord.model.facts import GatheringType

    return get_args(GatheringType)


def _kinds() -> tuple[str, ...]:
    from onrecord.model.facts import MilestoneKind

    return get_args(MilestoneKind)


def _one_of(what: str, value: str | None, known: tuple[str, ...]) -> Any:
    from onrecord.model.choice import check_choice

    if value is not None:
        check_choice(what, value, known)
    return value


def _keys(record: OpenRecord, name: str) -> tuple[str, ...]:
    """Return the keys of all persons and bodies that a name can mean."""
    keys = (*(person.key for person in record.who(name)), *record.organization_keys(name))
    if not keys:
        raise _nobody(record, name, ("person", "organization"))
    return keys


def _nobody(record: OpenRecord, name: str, kinds: tuple[str, ...]) -> UsageError:
    from onrecord.model.errors import UsageError
    from onrecord.tell.nearest import nearest

    spellings = [text for kind in kinds for text, _ in record.view.spellings(kind)]  # type: ignore[arg-type]
    near = nearest(name, spellings)
    cure = (
        f"the nearest spellings are {', '.join(near)}" if near else "no spelling in it is near; `onrecord add` reads more pages"
    )
    return UsageError(f"nobody of the name {name!r} is in the record", cure)
