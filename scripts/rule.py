"""Where a rule of extraction is: its line in rules.yml, the code that makes facts by it, and the tests of that code.

    python scripts/rule.py took-part
    python scripts/rule.py verb-clause statements

A rule is found by its name in quotation marks, by the function of that name (`_took_part` gives `took-part`), or by the letters
that a composed name begins or ends with (`f"verb-{construction}"` gives `verb-clause`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from onrecord.extract import rules

ROOT = Path(__file__).parents[1]
EXTRACT = ROOT / "src" / "onrecord" / "extract"
VOCABULARIES = ROOT / "src" / "onrecord" / "languages"


def patterns(name: str) -> Iterator[str]:
    """Yield what the code may hold where it gives a rule its name, the surest first."""
    yield rf"[\"']{re.escape(name)}[\"']"
    yield rf"\bdef _?{re.escape(name.replace('-', '_'))}\("
    start, _, rest = name.partition("-")
    end = name.rpartition("-")[2]
    yield rf"f[\"']{re.escape(start)}-\{{"
    yield rf"f[\"']\{{[\w.]+\}}-{re.escape(end)}[\"']"
    # The steps and roles that every language words alike: f"{language}-{kind}".
    if rest and start in ("en", "ko", "ru"):
        yield r"f[\"']\{language\}-\{"


def places(name: str) -> list[tuple[Path, int]]:
    """Return where a rule gets its name, as files with line numbers: in code, or in vocabularies where no code has it."""
    modules = sorted(EXTRACT.rglob("*.py"))
    for pattern in patterns(name.replace("*", "any")):
        found = [place for path in modules for place in _lines(path, pattern)]
        if found:
            return found
    word = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    return [place for path in sorted(VOCABULARIES.rglob("*.yml")) for place in _lines(path, word)]


def tests(module: Path) -> Path | None:
    """Return the tests of a module: those that mirror its path, else those of the nearest folder above it that has some."""
    inside = module.relative_to(ROOT / "src" / "onrecord")
    mirror = ROOT / "tests" / inside.parent / f"test_{inside.name}"
    above = (ROOT / "tests" / folder for folder in inside.parents)
    named = (folder.parent / f"test_{folder.name}.py" for folder in (ROOT / "tests" / one for one in inside.parents))
    return next(
        (path for path in (mirror, *(p for pair in zip(above, named, strict=True) for p in pair)) if path.exists()), None
    )


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _lines(path: Path, pattern: str) -> Iterator[tuple[Path, int]]:
    for found in re.finditer(pattern, _text(path)):
        yield path, _text(path).count("\n", 0, found.start()) + 1


def main() -> int:
    """Print where a rule is; 2 where there is none of that name."""
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 2
    name, kinds = sys.argv[1], sys.argv[2:] or list(rules.registry())
    described = {kind: words for kind in kinds if kind in rules.registry() and (words := rules.described(kind, name))}
    if not described:
        print(f"there is no rule {name!r}: src/onrecord/extract/data/rules.yml lists them", file=sys.stderr)
        return 2
    for kind, words in described.items():
        print(f"{kind}: {words}")
    found = places(name)
    for path, number in found:
        print(f"code   {path.relative_to(ROOT)}:{number}")
    for path in dict.fromkeys(tests(path) for path, _ in found if path.suffix == ".py"):
        if path:
            print(f"tests  {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
