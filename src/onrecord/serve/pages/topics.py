"""Topics by country and year, and who holds which view, in their own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from onrecord.languages.topics import taxonomy
from onrecord.record.catalogue import StatementEntry
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor, Years, YearsAsked
from onrecord.serve.shown import Page, Shown
from onrecord.serve.speakers import columns_of, countries_of_speakers

router = APIRouter(include_in_schema=False)

COLUMNS = 7
"""Countries that get a column; the rest share one."""

OTHERS = "other"


@router.get("/topics")
def topics(
    page: Page,
    years: YearsAsked,
    topic: Annotated[str, Query(max_length=40)] = "",
    country: Annotated[str, Query(max_length=8)] = "",
    after: Cursor = None,
) -> Response:
    """Show how often each topic comes up, and who speaks of the chosen one."""
    counts: Counter[tuple[str, str, int]] = page.books.once("topic counts", lambda: topic_counts(page))
    held = Counter[tuple[str, str]]()
    by_year = Counter[tuple[str, int]]()
    for (one, code, year), number in counts.items():
        if (years.since is None or year >= years.since) and (years.until is None or 0 < year <= years.until):
            held[one, code] += number
            if year and country in ("", code):
                by_year[one, year] += number
    per_country = Counter[str]()
    for (_, code), number in held.items():
        per_country[code] += number
    columns = [code for code, _ in sorted(per_country.items(), key=lambda pair: (-pair[1], pair[0])) if code][:COLUMNS]
    said = _said(page, topic, country, years, columns) if topic else ()
    shown = window(said, after, str, 30)
    entries = tuple(page.catalogue.statements[key] for key in shown.entries)
    return page.page(
        "topics.html",
        rows=_rows(held, columns),
        columns=columns,
        years_there=sorted({year for _, year in by_year})[-20:],
        by_year=by_year,
        topic=topic,
        country=country,
        years=years,
        definition=next((one.definition for one in taxonomy() if one.key == topic), ""),
        found=shown,
        by_speaker=_by_speaker(entries),
        quotations=page.words.statements(shown.entries),
        countries_of=countries_of_speakers(page),
        query={"topic": topic, "country": country, **years.query},
    )


def topic_counts(page: Shown) -> Counter[tuple[str, str, int]]:
    """Count statements by topic, country of the speaker (empty: none stated) and year (0: undated)."""
    counts: Counter[tuple[str, str, int]] = Counter()
    countries = countries_of_speakers(page)
    for entry in page.catalogue.statements.values():
        if entry.topics:
            code = countries.get(entry.speaker, "")
            year = (entry.date.year if entry.date else None) or 0
            counts.update((topic, code, year) for topic in entry.topics)
    return counts


def _rows(held: Counter[tuple[str, str]], columns: list[str]) -> list[tuple[str, list[int], int, int]]:
    """Return each topic with its numbers: by country, of all other countries, in all; topics nobody speaks of are left out."""
    rows = []
    for topic in (one.key for one in taxonomy()):
        numbers = [held[topic, code] for code in columns]
        in_all = sum(number for (one, _), number in held.items() if one == topic)
        if in_all:
            rows.append((topic, numbers, in_all - sum(numbers), in_all))
    return rows


def _said(page: Shown, topic: str, country: str, years: Years, columns: list[str]) -> tuple[str, ...]:
    """Return the keys of what is said of a topic; of all countries without a column where these are asked for."""
    apart = columns if country == OTHERS else ()
    return columns_of(page).fitting(years, topic=topic, country="" if country == OTHERS else country, apart=apart)


def _by_speaker(entries: tuple[StatementEntry, ...]) -> list[tuple[str | None, list[StatementEntry]]]:
    """Return statements speaker by speaker, those who say most first; unnamed speakers last."""
    found: defaultdict[str | None, list[StatementEntry]] = defaultdict(list)
    for entry in entries:
        found[entry.speaker].append(entry)
    return sorted(found.items(), key=lambda pair: (pair[0] is None, -len(pair[1]), pair[0] or ""))
