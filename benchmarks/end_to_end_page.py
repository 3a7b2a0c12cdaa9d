"""The figures of benchmarks/end_to_end.py as Markdown and as a picture, in docs/performance.md."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
from pathlib import Path
from statistics import median
from typing import Any

from growth import exponent

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "pictures" / "end-to-end.svg"
LIBRARIES = ("spacy", "trafilatura", "textacy", "numpy", "daft", "ahocorasick-rs", "resiliparse")
CORES_TAKEN = 1.5
"""Load of the machine, from other programs, above which figures by the clock are not given."""
COMMANDS = {
    "script": "a user's script, `n_process=2`",
    "bulk": "`onrecord bulk --workers 2`",
    "add": "`onrecord add --processes 2`",
}
NAMES = {"onrecord": "onrecord", "nuclear": "onrecord --about nuclear", "script": "a user's script", "bare": "bare components"}


def machine() -> str:
    """Return the processor, its cores, the system and the versions of what is measured, in one line."""
    info = Path("/proc/cpuinfo")
    name = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    versions = ", ".join(f"{library} {importlib.metadata.version(library)}" for library in LIBRARIES)
    processor = name[1] if name else platform.machine()
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}, {versions}"


def markdown(results: dict[str, Any]) -> str:
    """Return all figures that there are, with the goals."""
    makers = {"pages": _ways, "crawl": _ways, "growth": _growth, "add": _added, "both": _both}
    parts = [
        maker(results[part], part) if maker is _ways or _quiet(results[part]) else _busy(part, results[part])
        for part, maker in makers.items()
        if part in results
    ]
    return "\n\n".join([f"Measured on: {results['machine']}", *parts])


def _quiet(part: dict[str, Any]) -> bool:
    """Tell whether a part was measured on a machine with little else to do, so that seconds by the clock mean something."""
    return bool(part["load"] < CORES_TAKEN)


def _busy(name: str, part: dict[str, Any]) -> str:
    return f"**{name}**: measured on a busy machine alone (load {part['load']}), where seconds by the clock tell nothing."


def speeds(part: dict[str, Any], way: str) -> list[float]:
    """Return the pages a second of processor time in each round."""
    return [part["pages"] / one["processor"] for one in part["ways"][way]]


def times_as_fast(part: dict[str, Any], way: str, own: str = "onrecord") -> list[float]:
    """Return how many times as fast onrecord is in each round."""
    pairs = zip(part["ways"][own], part["ways"][way], strict=True)
    return [other["processor"] / ours["processor"] for ours, other in pairs]


def of_runs(row: dict[str, Any], what: str) -> list[float]:
    """Return a measured value of each run of a row."""
    return [run[what] for run in row["runs"]]


def _power(rows: list[dict[str, Any]], what: str) -> float:
    """Return how time grows with the number of pages, from the second largest to the largest: 1 is linear."""
    return exponent((row["pages"], median(of_runs(row, what))) for row in rows[-2:])


def _goal(text: str, value: float, goal: float, *, most: bool = False) -> str:
    reached = value <= goal if most else value >= goal
    return (
        f"- goal: {text} {'at most' if most else 'at least'} {goal:g}: {value:.2f}, {'reached' if reached else 'not reached'}"
    )


def _ways(part: dict[str, Any], name: str) -> str:
    title = "Relevant pages" if name == "pages" else "A mixed crawl"
    lines = [
        f"**{title}**: {part['pages']} pages, {part['words']:,} words, {part['rounds']} rounds in turns on one core; processor"
        f" time (load of the machine {part['load']}).",
        "",
        "| | pages/s, median | slowest to fastest | words/s | memory, MB | its time to onrecord's |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for way, shown in NAMES.items():
        found = speeds(part, way)
        ratio = median(times_as_fast(part, way))
        memory = max(one["memory"] for one in part["ways"][way])
        lines.append(
            f"| {shown} | {median(found):.1f} | {min(found):.1f} to {max(found):.1f} | "
            f"{median(found) * part['words'] / part['pages']:,.0f} | {memory:,.0f} | {ratio:.2f} |"
        )
    goal = 3.0 if name == "pages" else 40.0
    goals = [
        _goal(f"{NAMES[own]}, times as fast as the script,", median(times_as_fast(part, "script", own)), goal)
        for own in ("onrecord", "nuclear")
    ]
    return "\n".join([*lines, "", *goals])


def _growth(part: dict[str, Any], _: str) -> str:
    lines = [
        f"**Growth**: archives of a mixed crawl through `onrecord bulk`, {part['rounds']} rounds in turns, by the clock"
        f" (load of the machine {part['load']}).",
        "",
        "| pages | MB packed | workers | cores | seconds, median | fastest to slowest | pages/s | on processors, s |"
        " memory, MB | passed | with facts |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in part["rows"]:
        seconds = of_runs(row, "seconds")
        lines.append(
            f"| {row['pages']:,} | {row['megabytes']:,.0f} | {row['workers']} | {row['cores']} | {median(seconds):.1f} | "
            f"{min(seconds):.1f} to {max(seconds):.1f} | {row['pages'] / median(seconds):,.0f} | "
            f"{median(of_runs(row, 'processor')):.1f} | {max(of_runs(row, 'memory')):,.0f} | "
            f"{row['passed']:,} | {row['read']:,} |"
        )
    two = [row for row in part["rows"] if row["workers"] == 2]
    one = {row["cores"]: row for row in part["rows"] if row["workers"] == 1}
    goals = [
        _goal("exponent of growth by the clock", _power(two, "seconds"), 1.05, most=True),
        _goal("exponent of growth of processor time", _power(two, "processor"), 1.05, most=True),
        _goal("two workers on two cores against one on one, times", _by_round(one[1], two[-1]), 1.8),
    ]
    if 2 in one:
        goals.append(
            "- against one worker whose archive is unpacked on the other core: "
            f"{_by_round(one[2], two[-1]):.2f} times; it uses more than one core itself"
        )
    return "\n".join([*lines, "", *goals])


def _by_round(slow: dict[str, Any], fast: dict[str, Any]) -> float:
    """Return how many times as fast by the clock: the median of the rounds."""
    return median(a / b for a, b in zip(of_runs(slow, "seconds"), of_runs(fast, "seconds"), strict=True))


def _added(part: dict[str, Any], _: str) -> str:
    one, two = part["rows"]
    first = median(run["seconds"] for run in part["first"])
    lines = [
        f"**`onrecord add`** of {part['pages']:,} relevant pages into a new record, matching included, by the clock (load of"
        f" the machine {part['load']}).",
        "",
        "| processes | cores | seconds | pages/s | on processors, s | memory of all, MB |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {r['processes']} | {r['processes']} | {r['seconds']:.1f} | {part['pages'] / r['seconds']:.1f} | "
        f"{r['processor']:.1f} | {r['memory']:,.0f} |"
        for r in (one, two)
    ]
    return "\n".join([
        *lines, "",
        _goal("two processes against one, times", one["seconds"] / two["seconds"], 1.8),
        _goal("memory of all processes, MB,", two["memory"], 1500, most=True),
        _goal("seconds from a cold start until one page is in the record", first, 4.0, most=True),
    ])  # fmt: skip


def _both(part: dict[str, Any], _: str) -> str:
    lines = [
        f"**Both cores**: {part['pages']} relevant pages by whole commands, {part['rounds']} rounds in turns, by the clock,"
        f" models loaded anew each time (load of the machine {part['load']}).",
        "",
        "| | seconds, median | fastest to slowest | pages/s | on processors, s | memory, MB | times as fast as the script |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for way, shown in COMMANDS.items():
        runs = part["ways"][way]
        seconds = [run["seconds"] for run in runs]
        ratio = median(a["seconds"] / b["seconds"] for a, b in zip(part["ways"]["script"], runs, strict=True))
        lines.append(
            f"| {shown} | {median(seconds):.1f} | {min(seconds):.1f} to {max(seconds):.1f} | "
            f"{part['pages'] / median(seconds):.1f} | {median(run['processor'] for run in runs):.1f} | "
            f"{max(run['memory'] for run in runs):,.0f} | {ratio:.2f} |"
        )
    return "\n".join(lines)


def picture(results: dict[str, Any]) -> str:
    """Return the speeds as a picture in SVG: bars of pages a second, on a scale of powers of ten."""
    import altair
    import vl_convert

    titles = {"pages": "relevant pages", "crawl": "a mixed crawl"}
    rows = [
        {"way": shown, "what": titles[part], "pages a second": median(speeds(results[part], way))}
        for part in titles
        if part in results
        for way, shown in NAMES.items()
    ]
    bars = altair.Chart(altair.Data(values=rows)).encode(
        y=altair.Y("way:N", sort=list(NAMES.values()), title=None),
        x=altair.X("pages a second:Q", scale=altair.Scale(type="log", domainMin=1), title="pages a second and core"),
        text=altair.Text("pages a second:Q", format=",.1f"),
    )
    chart = (bars.mark_bar(color="#3b6ea5") + bars.mark_text(align="left", dx=4)).properties(width=420, height=70)
    rows_of_charts = chart.facet(row=altair.Row("what:N", title=None, sort=list(titles.values())))
    svg: str = vl_convert.vegalite_to_svg(rows_of_charts.to_dict())
    return svg


def write(results: dict[str, Any]) -> None:
    """Put figures and picture into docs/performance.md."""
    PICTURE.write_text(picture(results), "utf-8")
    page = PAGE.read_text("utf-8")
    begin, end = "<!-- end to end -->\n", "<!-- end -->"
    at = page.index(begin) + len(begin)
    PAGE.write_text(page[:at] + markdown(results) + "\n" + page[page.index(end, at) :], "utf-8")
