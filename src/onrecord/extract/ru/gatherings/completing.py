"""What the occasions of a page tell of one another once all are known: the town of a visit, who met during it."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.extract.ru.gatherings import partners, towns
from onrecord.extract.ru.gatherings.collected import Collected
from onrecord.extract.ru.gatherings.same_occasion import MEETING
from onrecord.extract.ru.gatherings.settings import Settings
from onrecord.languages.reading import Reading
from onrecord.model import Document, Person


def place(settings: Settings, kept: list[Collected]) -> None:
    """Give the main occasion the town of the title or dateline, and what is held during it the main one's town."""
    if kept and kept[0].place is None:
        line = towns.of_line(settings.reading) if kept[0].best.type != "visit" else None  # a visit leads away from its report
        kept[0].place = towns.of_title(settings.document, settings.reading) or line
    touring = bool(kept) and kept[0].best.type == "visit" and kept[0].place is not None
    for occasion in kept[: 1 if touring else None]:  # what is held during a visit takes its town
        occasion.place = occasion.place or occasion.venue
    for occasion in kept[1:]:
        if occasion.place is None and occasion.date is not None and kept[0].date is not None and kept[0].holds(occasion.date):
            occasion.place = kept[0].place


def visit(document: Document, kept: list[Collected]) -> None:
    """Add the one whose visit the page tells to the meetings during it that name only whom he met: На встрече с X …."""
    if not kept or kept[0].best.type != "visit":
        return
    guests = [part for part in kept[0].parts if part[1] == "participant" and isinstance(part[0], Person)]
    if len({id(part[0]) for part in guests}) != 1:
        return
    for occasion in kept[1:]:
        if occasion.best.type not in MEETING or occasion.is_ahead(document):
            continue
        met = {id(part[0]) for part in occasion.parts if part[1] in ("participant", "host")}
        if len(met) == 1 and id(guests[0][0]) not in met:
            occasion.parts.append(guests[0])


def host(reading: Reading, actors: Entities, kept: list[Collected]) -> None:
    """Add the one who met somebody before to the meeting told next, which names only whom he met: В ходе переговоров с Y …."""
    for occasion in kept:
        before = occasion.beside
        here = {part[0].id for part in occasion.parts if isinstance(part[0], Person)}
        guests = {who for m in occasion.mentions for who in partners.met(reading, actors, m)}
        if before is None or not here <= guests:
            continue
        theirs = {who for m in before.mentions for who in partners.met(reading, actors, m)}
        held = [(part[0], part[2], part[3]) for part in before.parts if part[1] in ("participant", "host")]
        hosts = {who.id: (who, span, words) for who, span, words in held if isinstance(who, Person) and who.id not in theirs}
        if len(hosts) == 1:
            who, span, printed = next(iter(hosts.values()))
            occasion.parts.append((who, "participant", span, printed))
