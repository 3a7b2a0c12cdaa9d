"""Write the measured figures into docs/performance.md and docs/bulk.md.

    python scripts/performance.py

Runs the benchmarks named in the pages, one after another, and puts what each prints between its two marks, with the machine.
Needs benchmarks/extraction.txt beside the development requirements, some minutes, and a machine with nothing else to do.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "docs" / "performance.md", ROOT / "docs" / "bulk.md")
LIBRARIES = ("spacy", "thinc", "blis", "numpy", "textacy")


def machine() -> str:
    """Return the processor, its cores, the system and the versions of what is measured, in one line."""
    info = Path("/proc/cpuinfo")
    name = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    processor = name[1] if name else platform.processor() or platform.machine()
    versions = ", ".join(f"{library} {importlib.metadata.version(library)}" for library in LIBRARIES)
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}, {versions}"


def printed(words: str) -> str:
    """Return what a benchmark prints."""
    file, *given = words.split()
    command = [sys.executable, str(ROOT / "benchmarks" / file), *given]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603 - it is ours


def filled(page: str) -> str:
    """Return the page with fresh figures between its marks: `<!-- measured: stages.py 9 -->` … `<!-- end -->`."""

    def fresh(match: re.Match[str]) -> str:
        found = machine() if match[1] == "machine" else printed(match[1])
        return f"<!-- measured: {match[1]} -->\n{found}\n<!-- end -->"

    return re.sub(r"<!-- measured: (.+?) -->\n.*?<!-- end -->", fresh, page, flags=re.DOTALL)


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(filled(path.read_text("utf-8")), "utf-8")
