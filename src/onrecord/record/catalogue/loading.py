"""Loading the catalogue: a few scans over narrow columns, joined in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, func, select

from onrecord.model.facts import GatheringType
from onrecord.model.recorded import Spelling
from onrecord.record import schema
from onrecord.record.catalogue.entries import (
    Catalogue,
    MilestoneEntry,
    NameEntry,
    OccasionEntry,
    SourceEntry,
    StatementEntry,
)
from onrecord.record.faults import told_as_ours
from onrecord.record.reader import Reader, date_of, when
from onrecord.record.store import Store

_VAGUE: tuple[GatheringType, ...] = ("other", "meeting")


# A record has many facts and few dates: each is read once.
_date = lru_cache(maxsize=65536)(date_of)
_when = lru_cache(maxsize=65536)(when)


def load(store: Store) -> Catalogue:
    """Return the catalogue of the record as it is now."""
    with told_as_ours(store.name), store.connect() as connection, connection.begin():
        return _Loader(Reader(connection)).catalogue()


class _Loader:
    """One loading; `clusters` is the key of the record of every member, `pages` the source of every row of `document`."""

    def __init__(self, reader: Reader) -> None:
        self.connection = reader.connection
        self.clusters: dict[str, str] = dict(self.rows(select(schema.member.c.key, schema.member.c.cluster)))
        self.named: dict[str, str] = dict(self.rows(select(schema.cluster.c.key, schema.cluster.c.name)))
        self.pages: dict[int, SourceEntry] = {}
        self.entities: dict[int, str] = {}
        self.rank: dict[str, int] = {}

    def rows(self, query: Select[Any]) -> list[Any]:
        return list(self.connection.execute(query).fetchall())

    def resolved(self, key: str) -> str:
        return self.clusters.get(key, key)

    def catalogue(self) -> Catalogue:
        self.pages = self._sources()
        ordered = sorted(self.pages.values(), key=lambda e: (_newest(e.published), e.title, e.key))
        self.rank = {entry.key: n for n, entry in enumerate(ordered)}
        names = self._names()
        occasions = self._occasions()
        statements = self._statements(occasions)
        unread = select(func.count()).select_from(schema.snapshot).where(schema.snapshot.c.unread.is_not(None))
        return Catalogue(
            sources={entry.key: entry for entry in ordered},
            names=names,
            occasions={e.key: e for e in sorted(occasions.values(), key=lambda e: (_newest(e.start), e.name, e.key))},
            statements={e.key: e for e in sorted(statements, key=lambda e: (_newest(e.date), e.sources[0], e.key))},
            milestones={e.key: e for e in sorted(self._milestones(), key=lambda e: (_newest(e.date), e.what, e.key))},
            unread=int(self.connection.execute(unread).scalar_one()),
            aliases={key: cluster for key, cluster in self.clusters.items() if key != cluster},
        )

    def _sources(self) -> dict[int, SourceEntry]:
        table, address = schema.document, schema.address
        seen: dict[int, str] = dict(
            self.rows(select(address.c.snapshot_id, func.min(address.c.first_seen)).group_by(address.c.snapshot_id))
        )
        columns = (table.c.id, table.c.key, table.c.title, table.c.url, table.c.site, table.c.language, table.c.published)
        return {
            row.id: SourceEntry(
                row.key,
                row.title,
                row.url,
                row.site,
                row.language,
                _date(row.published),
                seen[row.snapshot_id],
                self.resolved(row.key),
            )
            for row in self.rows(select(*columns, table.c.snapshot_id).where(table.c.current))
        }

    def _names(self) -> dict[str, NameEntry]:
        entity, spelling = schema.entity, schema.spelling
        kinds: dict[str, str] = {}
        pages: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.rows(select(entity.c.id, entity.c.key, entity.c.kind, entity.c.document_id).where(~entity.c.rejected)):
            if row.kind != "place" and row.document_id in self.pages:
                key = self.entities[row.id] = self.resolved(row.key)
                kinds[key] = row.kind
                pages[key].add(self.pages[row.document_id].key)
        forms: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for row in self.rows(select(spelling.c.entity_id, spelling.c.text, spelling.c.script)):
            if row.entity_id in self.entities:
                forms[self.entities[row.entity_id]][row.text, row.script] += 1
        offices, countries = self._offices()
        made = []
        for key, kind in kinds.items():
            ordered = sorted(forms[key].items(), key=lambda form: (-form[1], -len(form[0][0]), form[0][0]))
            spellings = tuple(Spelling(text, script, number) for (text, script), number in ordered)
            made.append(
                NameEntry(
                    key=key,
                    kind=kind,  # type: ignore[arg-type]  # the two kinds that are left
                    name=self.named.get(key) or spellings[0].text,
                    spellings=spellings,
                    sources=tuple(sorted(pages[key], key=self.rank.__getitem__)),
                    countries=tuple(most_frequent(countries[key])),
                    office=offices.get(key, ""),
                )
            )
        return {entry.key: entry for entry in sorted(made, key=lambda e: (-len(e.sources), e.name, e.key))}

    def _offices(self) -> tuple[dict[str, str], defaultdict[str, list[str]]]:
        """Return the newest office of each person, and all countries that its offices and delegations name."""
        position, body, part = schema.position, schema.entity, schema.participation
        query = select(position, body.c.name.label("body")).outerjoin(body, position.c.organization_id == body.c.id)
        newest: dict[str, tuple[Any, str]] = {}
        countries: defaultdict[str, list[str]] = defaultdict(list)
        for row in self.rows(query.where(~position.c.rejected)):
            if row.document_id not in self.pages or row.person_id not in self.entities:
                continue
            key, page = self.entities[row.person_id], self.pages[row.document_id]
            if row.country:
                countries[key].append(row.country)
            where = row.body or row.country or ""
            words = f"{row.title}, {where}" if where and where not in row.title else row.title
            rank = (row.status == "current", _when(page.published)[0] == 0 and _when(page.published)[1], len(words), words)
            newest[key] = max(newest.get(key, (rank, words)), (rank, words), key=_comparable)
        for entity, country in self.rows(
            select(part.c.entity_id, part.c.delegation).where(part.c.delegation.is_not(None), ~part.c.rejected)
        ):
            if entity in self.entities:
                countries[self.entities[entity]].append(country)
        return {key: words for key, (_, words) in newest.items()}, countries

    def _occasions(self) -> dict[str, OccasionEntry]:
        table, part = schema.gathering, schema.participation
        roles: defaultdict[int, list[tuple[str, Any]]] = defaultdict(list)
        for row in self.rows(
            select(part.c.gathering_id, part.c.entity_id, part.c.role).where(~part.c.rejected).order_by(part.c.rank, part.c.id)
        ):
            if row.entity_id in self.entities:
                roles[row.gathering_id].append((self.entities[row.entity_id], row.role))
        reports: defaultdict[str, list[Any]] = defaultdict(list)
        columns = [table.c[name] for name in ("id", "key", "document_id", "type", "name", "start", "end", "place", "venue")]
        columns += [table.c[name] for name in ("format", "track", "status", "series", "main")]
        for row in self.rows(select(*columns).where(~table.c.rejected).order_by(table.c.main.desc(), table.c.key)):
            if row.document_id in self.pages:
                reports[self.resolved(row.key)].append(row)
        return {key: self._occasion(key, rows, roles) for key, rows in reports.items()}

    def _occasion(self, key: str, rows: list[Any], roles: dict[int, list[tuple[str, Any]]]) -> OccasionEntry:
        pages = [self.pages[row.document_id] for row in rows]
        longest = sorted(zip(rows, pages, strict=True), key=lambda pair: (not pair[0].main, -len(pair[0].name), pair[0].name))
        names: dict[str, str] = {}
        for row, page in longest:
            names.setdefault(page.language, row.name)
        return OccasionEntry(
            key=key,
            type=next(iter(most_frequent([row.type for row in rows if row.type not in _VAGUE])), rows[0].type),
            name=longest[0][0].name,
            names=tuple(sorted(names.items())),
            start=_best_date([row.start for row in rows]),
            end=_best_date([row.end for row in rows]),
            places=tuple(most_frequent([place for row in rows for place in (row.place, row.venue) if place])),
            format=next(iter(most_frequent([row.format for row in rows if row.format != "unknown"])), "unknown"),
            track=next(iter(most_frequent([row.track for row in rows if row.track != "unknown"])), "unknown"),
            status=next(iter(most_frequent([row.status for row in rows])), "held"),
            series=next((row.series for row in rows if row.series), None),
            main=any(row.main for row in rows),
            parties=tuple(dict.fromkeys(party for row in rows for party in roles.get(row.id, ()))),
            sources=tuple(dict.fromkeys(page.key for page in pages)),
            voices=len({page.group for page in pages}),
        )

    def _statements(self, occasions: dict[str, OccasionEntry]) -> list[StatementEntry]:
        table, report = schema.statement, schema.gathering
        at = {number: self.resolved(key) for number, key in self.rows(select(report.c.id, report.c.key))}
        columns = (table.c.key, table.c.document_id, table.c.speaker_id, table.c.gathering_id, table.c.topics, table.c.direct)
        together: defaultdict[str, list[Any]] = defaultdict(list)
        for row in self.rows(select(*columns).where(~table.c.rejected)):
            if row.document_id in self.pages:
                together[self.resolved(row.key)].append(row)
        made = []
        for key, rows in together.items():
            rows.sort(key=lambda row: (_when(self.pages[row.document_id].published), row.key))
            first = rows[0]
            gathering = next((at[row.gathering_id] for row in rows if row.gathering_id), None)
            occasion = occasions.get(gathering or "")
            made.append(
                StatementEntry(
                    key=key,
                    speaker=self.entities.get(first.speaker_id),
                    date=occasion.start if occasion and occasion.start else self.pages[first.document_id].published,
                    gathering=gathering,
                    topics=tuple(first.topics),
                    direct=first.direct,
                    sources=tuple(dict.fromkeys(self.pages[row.document_id].key for row in rows)),
                )
            )
        return made

    def _milestones(self) -> Iterable[MilestoneEntry]:
        table, document = schema.milestone, schema.document
        clause = func.substr(document.c.text, table.c.text_start + 1, table.c.text_end - table.c.text_start).label("clause")
        columns = (table.c.key, table.c.kind, table.c.what, table.c.date, table.c.actor, table.c.document_id, clause)
        for row in self.rows(select(*columns).join(document).where(document.c.current, ~table.c.rejected)):
            source = self.pages[row.document_id].key
            yield MilestoneEntry(row.key, row.kind, row.what, _date(row.date), row.actor, row.clause, source)


def most_frequent[T: Hashable](values: Iterable[T]) -> list[T]:
    """Return the values, each once, the most frequent first; of two that are as frequent, the one that came first."""
    return [value for value, _ in Counter(values).most_common()]


def _best_date(values: list[str | None]) -> Any:
    """Return the date of most reports, the most precise first where several are as frequent."""
    found = Counter(value for value in values if value)
    best = min(found, key=lambda text: (-found[text], text.startswith("X"), -len(text), text), default=None)
    return _date(best)


@lru_cache(maxsize=65536)
def _newest(date: Any) -> tuple[int, int]:
    """Return a key for sorting with the newest first, open years and undated ones last."""
    bounds = date.bounds() if date else None
    return (2 if date is None else 1, 0) if bounds is None else (0, -bounds[0].toordinal())


def _comparable(pair: tuple[Any, str]) -> tuple[bool, str, int, str]:
    (current, published, length, words), _ = pair
    return bool(current), str(published or ""), length, words
