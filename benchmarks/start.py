"""How long a user waits for `onrecord --help`, which is what every command takes before it does anything.

Each figure is of twenty starts in new processes: the best and the median by the clock, and the least time on a processor, which
a busy machine does not lengthen. The limit is 0.2 s. Bare Python stands beside it, since its start is in every figure.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

RUNS = 20
LIMIT = 0.2
STARTS = {
    "python -c pass": ["-c", "pass"],
    "import typer": ["-c", "import typer"],
    "onrecord --help": ["-c", "from onrecord.cli import main; main()", "--help"],
}


def seconds(words: list[str]) -> tuple[list[float], list[float]]:
    """Return how long each of the runs takes by the clock and on a processor, after one that fills the caches."""
    clock, processor = [], []
    for _ in range(RUNS + 1):
        begun, used = time.perf_counter(), _used()
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - it is ourselves
        clock.append(time.perf_counter() - begun)
        processor.append(_used() - used)
    return clock[1:], processor[1:]


def _used() -> float:
    times = os.times()
    return times.children_user + times.children_system


def main() -> int:
    """Print the figures; the exit code is 1 where the best start of --help takes longer than the limit."""
    print(f"{'start':18}{'best':>9}{'median':>9}{'processor':>11}")
    for name, words in STARTS.items():
        clock, processor = seconds(words)
        print(f"{name:18}{min(clock):8.3f}s{statistics.median(clock):8.3f}s{min(processor):10.3f}s")
    return int(min(clock) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
