"""How long a reader waits for each page of a large record while nineteen others read, too, and how heavy pages are.

    python benchmarks/web.py [STATEMENTS] [--record FILE] [--docs docs/serve.md]

A record of so many statements (100,000 unless told otherwise) is generated, or taken from FILE; `onrecord serve` is started as
a process, and twenty readers ask for pages of all kinds by turns, in four rounds. The second one begins when the server has
nothing left to prepare but contradictions of the whole record, which it looks for at low priority for minutes:

    first        one reader asks for one page of each kind right after the start
    new          pages that nobody has asked for; each reader begins to read another one every second
    new, at once the same with other pages, each reader asking for the next one as soon as the last has come
    again        pages that have been asked for before, in the same way

Printed are, of each kind, the median and the 95th percentile in milliseconds, what the server's processor took for a page, and
the largest page with its style sheet. Server and readers share the machine. The exit code is 1 where readers who read (the
second round), or pages asked for again, wait longer than 150 ms, or a page with its style sheet has more than 100,000 bytes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generated_record import described, generate

from onrecord.record import open_store
from onrecord.record.catalogue import load

READERS, LIMIT, HEAVIEST = 20, 150.0, 100_000
EACH, AGAIN = 24, 4000
"""Pages of a kind in each round of new ones; requests in the last round."""

Kinds = dict[str, list[str]]
Took = defaultdict[str, list[float]]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", type=int, nargs="?", default=100_000)
    parser.add_argument("--record", type=Path, help="a generated record of that size, made where there is none")
    parser.add_argument("--docs", type=Path, help="a page with a section between <!-- web --> and <!-- end of web -->")
    parser.add_argument("--processes", type=int, help="as for onrecord serve")
    parser.add_argument("--each", type=int, default=EACH, help="pages of a kind in each round of new ones")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = given.record or Path(folder) / "generated.db"
        if not record.exists():
            generate(record, given.statements)
        told = [f"`{described(record)}`, {os.cpu_count()} processors", ""]
        with served(record, given.processes) as server:
            lines, good = asyncio.run(measured(server, addresses(record, given.statements), given.each))
    told += lines
    print("\n".join(told))
    if given.docs:
        page = given.docs.read_text("utf-8")
        before, _, rest = page.partition("<!-- web -->\n")
        _, _, after = rest.partition("<!-- end of web -->")
        given.docs.write_text(f"{before}<!-- web -->\n" + "\n".join(told) + f"\n<!-- end of web -->{after}", "utf-8")
    return 0 if good else 1


class Server(NamedTuple):
    """A server that runs: its port and its first process."""

    port: int
    process: int

    def processes(self) -> list[int]:
        """Return its processes: the first one, and those that it began (Linux)."""
        found = [self.process]
        for one in found:
            with suppress(FileNotFoundError):
                found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text("ascii").split())
        return found

    def cpu(self, *, lowest: int = 19) -> float:
        """Return the seconds of processor that all of them have taken, all threads together (Linux: clock_getcpuclockid(3)).

        Args:
            lowest: processes of lower priority than this do not count (`nice`).
        """
        every = [one for one in self.processes() if os.getpriority(os.PRIO_PROCESS, one) <= lowest]
        return sum(time.clock_gettime((~one << 3) | 2) for one in every)

    def memory(self) -> str:
        """Return what all of them hold in memory, what they share counted once."""
        held = 0
        for one in self.processes():
            told = Path(f"/proc/{one}/smaps_rollup").read_text("ascii")
            held += int(re.findall(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)[0])
        return f"{held / 1000:.0f} MB in {len(self.processes())} processes"


@contextmanager
def served(record: Path, processes: int | None) -> Iterator[Server]:
    """Serve a record while it is measured."""
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", "0"]
    command += [] if processes is None else ["--processes", str(processes)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - it is ourselves
    try:
        assert process.stdout  # noqa: S101  asked for above
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found  # noqa: S101  the line that tells the address
        yield Server(int(found[1]), process.pid)
    finally:
        process.terminate()
        process.wait(10)


WORDS = (
    "kassenov", "kurchatov", "“institute of seals”", "treaty", "uranium shafts", "inspectors OR monitors", "harb*",
    "talks -ledgers",
)  # fmt: skip
"""What is searched for: words, names, phrases and signs."""


def addresses(record: Path, statements: int) -> Kinds:
    """Return addresses by kind of page: of what is named often and what is named seldom, and of all parts of the record."""
    pages, most = statements // 5, 2 * EACH + 1
    occasions = int(pages / 3.4)
    store = open_store(record, create=False)
    catalogue = load(store)
    store.close()
    names = catalogue.names.values()
    people = spread([entry.key for entry in names if entry.kind == "person"], most)
    bodies = spread([entry.key for entry in names if entry.kind == "organization"], most)
    gatherings = [f"g-{n * occasions // most:016x}" for n in range(most)]
    sources = [f"d-{n * pages // most:016x}" for n in range(most)]
    spans = [f"from={1996 + n % 12}&to={2000 + n % 23}" for n in range(most)]
    topics = sorted({topic for entry in catalogue.statements.values() for topic in entry.topics})
    said = spread(list(catalogue.statements), most)
    return {
        "home": ["/", "/ko/", "/ru/"],
        "gatherings": ["/gatherings", *(f"/gatherings?type=talks&{span}" for span in spans)],
        "gatherings, further on": [f"/gatherings?after={key}" for key in spread(list(catalogue.occasions), most)],
        "gathering": [f"/gatherings/{key}" for key in gatherings],
        "persons": ["/persons", *(f"/persons?q={name}" for name in ("baek", "kassenova", "eomb", "hwangc", "jange"))],
        "person": [f"/persons/{key}" for key in people],
        "organizations": ["/organizations", *(f"/organizations?q=institute+{n}" for n in range(most))],
        "organization": [f"/organizations/{key}" for key in bodies],
        "statements": ["/statements", *(f"/statements?topic={topics[n % len(topics)]}&{span}" for n, span in enumerate(spans))],
        "statements, further on": [f"/statements?after={key}" for key in said],
        "statement": [f"/statements/{key}" for key in said],
        "sources": ["/sources", *(f"/sources?after={key}" for key in sources)],
        "source": [f"/sources/{key}" for key in sources],
        "places": ["/places", *(f"/places?{span}" for span in spans)],
        "place": ["/places/1526273", *(f"/places/1526273?{span}" for span in spans)],
        "timeline": ["/timeline", *(f"/timeline?country=KZ&{span}" for span in spans)],
        "network": ["/network", *(f"/network?who={key}" for key in people[::2]), *(f"/network?topic={t}" for t in topics)],
        "pair": [f"/network/{a}/{b}" for a, b in pairwise(people)],
        "topics": ["/topics", *(f"/topics?topic={topics[n % len(topics)]}&{span}" for n, span in enumerate(spans))],
        "contradictions": ["/contradictions", "/contradictions?severity=high", "/contradictions?kind=date"],
        "search": [f"/search?q={encoded(word)}&{span}" for span in spans[:6] for word in WORDS],
        "search, one kind": [f"/search?kind=statements&q={encoded(word)}&topic={t}" for t in topics for word in WORDS],
        "api, lists": [f"/api/v1/{kind}?limit=50&{span}" for span in spans for kind in ("statements", "gatherings", "sources")],
        "api, one": [f"/api/v1/{folder}" for three in zip(
            (f"persons/{key}" for key in people[5:]), (f"gatherings/{key}" for key in gatherings),
            (f"sources/{key}" for key in sources), strict=False) for folder in three],
    }  # fmt: skip


def spread(keys: list[str], number: int) -> list[str]:
    """Return some of many keys: the first five, and others from all over."""
    return list(dict.fromkeys([*keys[:5], *keys[:: max(1, len(keys) // number)]]))[:number]


def encoded(words: str) -> str:
    """Return words as they stand in an address."""
    from urllib.parse import quote_plus

    return quote_plus(words)


async def measured(server: Server, kinds: Kinds, each: int = EACH) -> tuple[list[str], bool]:
    """Return the figures as Markdown, and whether they are as they should be."""
    begun = time.perf_counter()
    sizes: dict[str, int] = defaultdict(int)
    await reader(server, [("", "/")], defaultdict(list), sizes)
    told = [f"First answer after the start: {time.perf_counter() - begun:.1f} s; the server holds {server.memory()}.", ""]
    rounds: dict[str, tuple[Took, float]] = {}
    first = [(kind, paths[0]) for kind, paths in kinds.items()]
    rounds["first"] = await one_round(server, [first], sizes)
    rest = {kind: paths[1:] or paths for kind, paths in kinds.items()}
    told[-1:] = [
        f"{await settled(server) + time.perf_counter() - begun:.0f} s after the start it looks for contradictions alone.",
        "",
    ]
    rounds["new"] = await one_round(server, turns(rest, 0, each), sizes, pause=1.0)
    rounds["new, at once"] = await one_round(server, turns(rest, EACH, each), sizes)
    rounds["again"] = await one_round(server, turns(rest, 0, max(each, AGAIN // len(rest)), most=each), sizes)
    style = await style_size(server)
    told += table(kinds, rounds, sizes, style)
    number = sum(len(values) for took, _ in rounds.values() for values in took.values())
    told += ["", f"After {number:,} pages the server holds {server.memory()}."]
    good = all(high(took[kind]) <= LIMIT for name, (took, _) in rounds.items() if name in ("new", "again") for kind in kinds)
    light = all(size + style < HEAVIEST for kind, size in sizes.items() if not kind.startswith("api"))
    return told, good and light


def turns(kinds: Kinds, start: int, number: int, *, most: int = 10**9) -> list[list[tuple[str, str]]]:
    """Deal so many pages of each kind, from a place on, out to the readers: a mix of all kinds for each of them."""
    every = [
        (kind, paths[(start + n) % min(len(paths), most)]) for n in range(number) for kind, paths in kinds.items()
    ]  # fmt: skip
    return [every[n::READERS] for n in range(READERS)]


async def one_round(
    server: Server, dealt: list[list[tuple[str, str]]], sizes: dict[str, int], *, pause: float = 0.0
) -> tuple[Took, float]:
    """Return how long pages took, in milliseconds by kind, and the server's processor in milliseconds a page."""
    took: Took = defaultdict(list)
    cpu = server.cpu()
    # Who reads does not begin at the same moment as the others.
    await asyncio.gather(*(reader(server, turn, took, sizes, pause, n * pause / len(dealt)) for n, turn in enumerate(dealt)))
    return took, (server.cpu() - cpu) * 1000 / sum(map(len, dealt))


async def settled(server: Server, quiet: float = 3.0) -> float:
    """Wait until the server's processor has been idle for some seconds; return how many, taken off what was waited."""
    idle = 0.0
    while idle < quiet:
        before = server.cpu(lowest=0)
        await asyncio.sleep(1.0)
        idle = idle + 1.0 if server.cpu(lowest=0) - before < 0.05 else 0.0
    return -quiet


async def reader(
    server: Server, turn: list[tuple[str, str]], took: Took, sizes: dict[str, int], pause: float = 0.0, wait: float = 0.0
) -> None:
    """Ask for pages one after another over one connection, with `pause` seconds from one to the next."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", server.port)
    await asyncio.sleep(wait)
    for kind, path in turn:
        begun = time.perf_counter()
        head, body = await asked(incoming, outgoing, path)
        seconds = time.perf_counter() - begun
        took[kind].append(seconds * 1000)
        if "content-encoding: gzip" in head.lower():
            # The last four bytes tell the length before compression (RFC 1952).
            sizes[kind] = max(sizes[kind], int.from_bytes(body[-4:], "little"))
        else:
            sizes[kind] = max(sizes[kind], len(body))
        await asyncio.sleep(max(0.0, pause - seconds))
    outgoing.close()


async def asked(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter, path: str) -> tuple[str, bytes]:
    """Return the head and the body of an answer."""
    outgoing.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    head = (await incoming.readuntil(b"\r\n\r\n")).decode()
    if not head.startswith("HTTP/1.1 200"):
        raise RuntimeError(f"{path}: {head.splitlines()[0]}")
    found = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
    assert found  # noqa: S101  every page tells its length
    return head, await incoming.readexactly(int(found[1]))


async def style_size(server: Server) -> int:
    """Return the bytes of the style sheet."""
    from onrecord.serve.assets import static

    incoming, outgoing = await asyncio.open_connection("127.0.0.1", server.port)
    _, body = await asked(incoming, outgoing, static("onrecord.css"))
    outgoing.close()
    return int.from_bytes(body[-4:], "little")


def high(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else max(values, default=0.0)


def table(kinds: Kinds, rounds: dict[str, tuple[Took, float]], sizes: dict[str, int], style: int) -> list[str]:
    """Return all rounds side by side: median / 95th percentile in milliseconds."""
    lines = [f"| page | {' | '.join(rounds)} | largest, with the style sheet |", "| --- |" + " ---: |" * (len(rounds) + 1)]
    for kind in kinds:
        cells = [f"{statistics.median(took[kind]):.0f} / {high(took[kind]):.0f}" for took, _ in rounds.values()]
        lines.append(
            f"| {kind} | {' | '.join(cells)} | {'' if kind.startswith('api') else f'{(sizes[kind] + style) / 1000:.0f} kB'} |"
        )
    whole = [[value for values in took.values() for value in values] for took, _ in rounds.values()]
    lines.append("| all | " + " | ".join(f"{statistics.median(v):.0f} / {high(v):.0f}" for v in whole) + " | |")
    lines.append("| processor of the server, ms a page | " + " | ".join(f"{cpu:.1f}" for _, cpu in rounds.values()) + " | |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
