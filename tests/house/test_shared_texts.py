"""The measuring texts of `../shared` are not copied into the repo: no twelve words in a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"
WORDS = 12


def runs(text: str) -> Iterator[str]:
    """Yield every run of twelve words of the text, in small letters and without marks."""
    words = re.findall(r"\w+", text.casefold())
    for i in range(len(words) - WORDS + 1):
        yield " ".join(words[i : i + WORDS])


def strings(value: object) -> Iterator[str]:
    """Yield all strings of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def shared_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(SHARED.glob("pages/*.txt")):
        yield path.name, path.read_text("utf-8")
    for path in [*sorted(SHARED.glob("quotes/*.jsonl")), *sorted(SHARED.glob("koru/*.jsonl"))]:
        for line in path.read_text("utf-8").splitlines():
            for text in strings(json.loads(line)):
                yield path.name, text
    for path in sorted(SHARED.glob("gold/dev/*.json")):
        for text in strings(json.loads(path.read_text("utf-8"))):
            yield path.name, text


def test_no_text_of_shared_stands_in_the_repo(texts: dict[Path, str]):
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: nothing to compare with")
    ours = {run: path for path, text in texts.items() if path.parts[0] != "requirements" for run in runs(text)}
    copied = {f"{ours[run]}: «{run}» stands in {name}" for name, text in shared_texts() for run in runs(text) if run in ours}
    assert not copied


def test_a_copied_sentence_is_found_whatever_its_marks():
    text = "One, two - three; four (five) six: seven\neight nine ten “eleven” TWELVE!"
    assert list(runs(text)) == ["one two three four five six seven eight nine ten eleven twelve"]
