"""How long a reader waits for each page of a large record while nineteen others read, too.

    python benchmarks/web.py [STATEMENTS] [REQUESTS]

A record of so many statements (100,000 unless told otherwise) is generated, `onrecord serve` is started as a process,
and twenty readers ask for pages of all kinds by turns, each for the next as soon as the last has come: nobody reads so quickly.
Printed are the median and the 95th percentile of each kind in milliseconds; the exit code is 1 where one is over 150.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from generated_record import described, generate

from onrecord.record import open_store
from onrecord.record.catalogue import load

READERS, LIMIT = 20, 150.0


def main() -> int:
    """Print the figures."""
    given = [int(word) for word in sys.argv[1:3]]
    statements, requests = [*given, *(100_000, 4_000)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "generated.db"
        generate(record, statements)
        print(described(record))
        command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", "0"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - it is ourselves
        try:
            assert server.stdout  # noqa: S101  asked for above
            found = re.search(r":(\d+)/", server.stdout.readline())
            assert found  # noqa: S101  the line that tells the address
            return asyncio.run(measured(int(found[1]), addresses(record, statements), requests))
        finally:
            server.terminate()
            server.wait(10)


def addresses(record: Path, statements: int) -> dict[str, list[str]]:
    """Return addresses by kind of page: of what is named often and what is named seldom, and of all parts of the record."""
    pages = statements // 5
    occasions = int(pages / 3.4)
    some = range(40)
    store = open_store(record, create=False)
    names = list(load(store).names.values())
    store.close()
    people = [entry.key for entry in names if entry.kind == "person"]
    people = people[:5] + people[:: max(1, len(people) // 35)]
    bodies = [entry.key for entry in names if entry.kind == "organization"][::10]
    return {
        "home": ["/"],
        "gatherings": ["/gatherings", "/gatherings?type=talks", "/gatherings?place=seoul&from=2001&to=2009"],
        "gathering": [f"/gatherings/g-{n * occasions // 40:016x}" for n in some],
        "persons": ["/persons", "/persons?q=baek"],
        "person": [f"/persons/{key}" for key in people],
        "organizations": ["/organizations"],
        "organization": [f"/organizations/{key}" for key in bodies],
        "statements": ["/statements", "/statements?topic=sanctions", "/statements?country=KZ", "/statements?from=2001&to=2003"],
        "statement": [f"/statements/s-{1 + n * statements // 40:016x}" for n in some],
        "sources": ["/sources", "/sources?q=talks"],
        "source": [f"/sources/d-{n * pages // 40:016x}" for n in some],
        "places": ["/places"],
        "place": ["/places/1526273"],
        "timeline": ["/timeline", "/timeline?country=KZ"],
        "network": ["/network", "/network?topic=sanctions", f"/network?who={people[3]}"],
        "pair": [f"/network/{people[n]}/{people[n + 1]}" for n in range(8)],
        "topics": ["/topics", "/topics?topic=sanctions", "/topics?topic=sanctions&country=KZ"],
        "contradictions": ["/contradictions"],
        "search": ["/search?q=baek", "/search?q=kurchatov", "/search?q=institute+7"],
    }


async def measured(port: int, kinds: dict[str, list[str]], requests: int) -> int:
    """Ask for every address once, so that what is made once for a record is made; then measure."""
    begun = time.perf_counter()
    for paths in kinds.values():
        await reader(port, [("", path) for path in paths], defaultdict(list))
    print(f"first sight of {sum(map(len, kinds.values()))} pages: {time.perf_counter() - begun:.1f} s")
    names = list(kinds)
    turns: list[list[tuple[str, str]]] = [[] for _ in range(READERS)]
    for n in range(requests):
        kind = names[n * 7 % len(names)]
        turns[n % READERS].append((kind, kinds[kind][n // len(names) % len(kinds[kind])]))
    took: defaultdict[str, list[float]] = defaultdict(list)
    begun = time.perf_counter()
    await asyncio.gather(*(reader(port, turn, took) for turn in turns))
    seconds = time.perf_counter() - begun
    print(f"{'page':16}{'asked':>7}{'median':>9}{'95 %':>9}   (ms, {READERS} readers without a pause)")
    slow = 0
    for kind, values in took.items():
        high = statistics.quantiles(values, n=20)[-1]
        slow += high > LIMIT
        print(f"{kind:16}{len(values):7}{statistics.median(values):9.1f}{high:9.1f}{'  over' if high > LIMIT else ''}")
    print(f"{requests / seconds:.0f} pages a second")
    return int(slow > 0)


async def reader(port: int, turn: list[tuple[str, str]], took: defaultdict[str, list[float]]) -> None:
    """Ask for pages one after another over one connection, and note how long each took in milliseconds."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
    for kind, path in turn:
        begun = time.perf_counter()
        outgoing.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = (await incoming.readuntil(b"\r\n\r\n")).decode()
        if not head.startswith("HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {head.splitlines()[0]}")
        found = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
        if found:
            await incoming.readexactly(int(found[1]))
        else:
            while (size := int((await incoming.readline()).strip(), 16)) > 0:
                await incoming.readexactly(size + 2)
            await incoming.readline()
        took[kind].append((time.perf_counter() - begun) * 1000)
    outgoing.close()


if __name__ == "__main__":
    sys.exit(main())
