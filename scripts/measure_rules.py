"""Measure how often each rule is right, and write it to src/onrecord/extract/data/precision.tsv, from which confidence comes.

    python scripts/measure_rules.py

Measures on all annotated pages of tests/quality that are not sealed, and on ../shared/gold/dev where that is there (without it,
the file is not written, since its counts would shrink). A fact is right when it is the annotated one by the rules of
`onrecord.score`: a statement with its speaker, a role with the one who has it. Many rules for statements fire too rarely there:
news with annotated attributions (PolNeAR's development part, ../shared/quotes) counts too, where a statement is right if a part
of its content overlaps an annotated one by half.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT))

from tests.quality.sets import annotated_sets  # noqa: E402 - the folder of tests is no package on the path

from onrecord import extract_text  # noqa: E402
from onrecord.score import gold_pages  # noqa: E402
from onrecord.score.kinds import compare  # noqa: E402
from onrecord.tell.page import page  # noqa: E402

DEV = ROOT.parent / "shared" / "gold" / "dev"
NEWS = ROOT.parent / "shared" / "quotes" / "polnear.dev.jsonl"
TABLE = ROOT / "src" / "onrecord" / "extract" / "data" / "precision.tsv"
HEAD = """\
# What each rule found on annotated pages, and how much of it was right: language, kind, rule, found, right.
# Written by scripts/measure_rules.py from our own pages (tests/quality) and the development pages beside the repo (gold/dev).
"""
KINDS = ("persons", "organizations", "positions", "gatherings", "roles", "statements", "milestones")


def facts(found: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each fact of a page with its kind."""
    for kind in KINDS:
        if kind == "roles":
            for gathering in found["gatherings"]:
                yield from ((kind, part) for part in gathering["participants"])
        else:
            yield from ((kind, fact) for fact in found[kind])


def attributions() -> Iterator[tuple[str, bool]]:
    """Yield the rule of each statement in the news with annotated attributions, and whether its content is annotated."""
    for line in NEWS.read_text("utf-8").splitlines() if NEWS.is_file() else ():
        news = json.loads(line)
        contents = [quote["content"] for quote in news["quotes"]]
        for statement in extract_text(news["text"], "en", id=news["id"]).statements:
            yield statement.rule, any(likeness(own, content) >= 0.5 for own in statement.content_spans for content in contents)


def likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """Return the shared part of two spans, 0 to 1."""
    return max(min(a[1], b[1]) - max(a[0], b[0]), 0) / (max(a[1], b[1]) - min(a[0], b[0]))


def table(folders: list[Path]) -> str:
    """Return the file's content, measured on folders of annotated pages."""
    found: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for folder in folders:
        for one in gold_pages(folder):
            told = page(extract_text(one.text, one.annotation.get("lang"), id=one.id))
            misses = compare(one.annotation, told).misses
            wrong = {(kind, id(fact)) for kind in misses for what, fact in misses[kind] if what == "extra"}
            for kind, fact in facts(told):
                key = (told["lang"], kind, fact["rule"])
                found[key] += 1
                right[key] += ("gatherings:roles" if kind == "roles" else kind, id(fact)) not in wrong
    for rule, is_right in attributions():
        found["en", "statements", rule] += 1
        right["en", "statements", rule] += is_right
    order = sorted(found, key=lambda key: (key[0], KINDS.index(key[1]), key[2]))
    return HEAD + "".join(f"{'\t'.join(key)}\t{found[key]}\t{right[key]}\n" for key in order)


def main() -> int:
    """Write the file where all pages are there."""
    if not DEV.is_dir():
        print(f"{DEV} is not there: the file stays as it is", file=sys.stderr)
        return 1
    TABLE.write_text(table([one.folder for one in annotated_sets().values() if one.annotated != "sealed"]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
