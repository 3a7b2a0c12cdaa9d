"""Charts as Vega-Lite specifications, made with altair; each page that draws one has its numbers as a table, too."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response

from onrecord.serve.filters import YearsAsked
from onrecord.serve.pages.home import coverage
from onrecord.serve.pages.topics import topic_counts
from onrecord.serve.shown import Page
from onrecord.serve.terms import term

router = APIRouter(include_in_schema=False)

ROW = 26
"""Height of a row of a chart, in pixels."""


@router.get("/charts/coverage.json")
def coverage_by_month(page: Page) -> Response:
    """Return the chart of pages by month of publication."""
    import altair as alt

    years = page.books.once("coverage", lambda: coverage(page.catalogue))
    rows = [
        {"month": f"{year}-{month:02d}-01", "pages": number}
        for year, numbers in years
        for month, number in enumerate(numbers, 1)
        if number
    ]
    chart = (
        alt.Chart({"values": rows})
        .mark_bar()
        .encode(
            x=alt.X("month:T", timeUnit="yearmonth", title=None, axis=alt.Axis(format="%Y-%m", labelOverlap=True)),
            y=alt.Y("pages:Q", title=page.say("Pages"), axis=alt.Axis(tickMinStep=1)),
            tooltip=[
                alt.Tooltip("month:T", format="%Y-%m", title=page.say("Month")),
                alt.Tooltip("pages:Q", title=page.say("Pages")),
            ],
        )
    )
    return _sent(chart, 150)


@router.get("/charts/topics.json")
def topics_by_year(page: Page, years: YearsAsked, country: Annotated[str, Query(max_length=8)] = "") -> Response:
    """Return the chart of statements by topic and year."""
    import altair as alt

    counts = page.books.once("topic counts", lambda: topic_counts(page))
    summed: dict[tuple[str, int], int] = {}
    for (topic, code, year), number in counts.items():
        wanted = (years.since is None or year >= years.since) and (years.until is None or year <= years.until)
        if year and wanted and country in ("", code):
            summed[topic, year] = summed.get((topic, year), 0) + number
    rows = [
        {"topic": term(topic, "topic", page.language), "year": str(year), "statements": number}
        for (topic, year), number in sorted(summed.items())
    ]
    chart = (
        alt.Chart({"values": rows})
        .mark_circle()
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("topic:N", title=None, axis=alt.Axis(labelLimit=260)),
            size=alt.Size("statements:Q", legend=None, scale=alt.Scale(range=[30, 500])),
            tooltip=[
                alt.Tooltip("topic:N", title=page.say("Topic")),
                alt.Tooltip("year:O", title=page.say("Year")),
                alt.Tooltip("statements:Q", title=page.say("Statements")),
            ],
        )
    )
    return _sent(chart, ROW * len({row["topic"] for row in rows}))


def _sent(chart: Any, height: int) -> Response:
    # The width is the page's.
    sized = chart.properties(width="container", height=height)
    return JSONResponse(sized.to_dict(), headers={"Cache-Control": "private, no-cache"})
