"""Which of a page's lines are its main text: by trafilatura, with what it drops inside the text put back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from onrecord.decode.html_blocks import Block

ENOUGH = 200
"""Letters of main text below which trafilatura is taken to have found none."""

_KEY = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?。…][\"”’'»」)\]]*$")


def key(text: str) -> str:
    """Return the letters and figures of a text, in lower case: what two renderings of one line have in common."""
    return _KEY.sub("", text).lower()


def mark(root: HtmlElement, lines: Sequence[Block], title: int | None) -> list[tuple[bool, bool]]:
    """Return for each line whether it is main text, and whether it lies aside.

    Args:
        root: the tree of the page; trafilatura may change it.
        lines: its lines.
        title: number of the line that is the title, where it is known; what stands between it and the main text belongs to it.
    """
    keys = [key(line.text) for line in lines]
    found = _by_trafilatura(root, lines, keys)
    # What holds a good part of the main text, or the title, is no navigation, whatever its name says.
    held: Counter[int] = Counter()
    for line, letters, is_main in zip(lines, keys, found, strict=True):
        held.update(dict.fromkeys(line.asides, len(letters) if is_main else 0))
    whole = sum(len(letters) for letters, is_main in zip(keys, found, strict=True) if is_main)
    protected = {number for number, letters in held.items() if letters > 0.35 * whole}
    if title is not None and lines[title].tag in ("h1", "title"):
        protected.update(lines[title].asides)
    aside = [any(number not in protected for number in line.asides) for line in lines]
    if title is not None:
        aside[title] = False
    if sum(len(k) for k, main, off in zip(keys, found, aside, strict=True) if main and not off) < ENOUGH:
        return [(not off and not _is_links(line, k), off) for line, k, off in zip(lines, keys, aside, strict=True)]
    main = [is_main and not off for is_main, off in zip(found, aside, strict=True)]
    first, last = main.index(True), len(main) - 1 - main[::-1].index(True)
    if title is not None and first - 30 < title < first:
        first = title
    for number in range(first, last + 1):
        main[number] = main[number] or (not aside[number] and not _is_links(lines[number], keys[number]))
    return list(zip(main, aside, strict=True))


def _is_links(line: Block, letters: str) -> bool:
    """Tell whether a line is mostly links and no sentence."""
    return line.linked > 0.6 * len(letters) and not _SENTENCE_END.search(line.text)


def _by_trafilatura(root: HtmlElement, lines: Sequence[Block], keys: Sequence[str]) -> list[bool]:
    text = _extracted(root)
    whole = {key(line) for line in text.split("\n")}
    everything = key(text)
    # A short line may stand inside another by chance, so that it must be a line of its own.
    return [bool(k) and (k in whole or (len(k) >= 24 and k in everything)) for k in keys[: len(lines)]]


def _extracted(root: HtmlElement) -> str:
    from trafilatura import extract

    try:
        return extract(root, options=_options()) or ""
    except Exception:  # pages of any kind: whatever the library stumbles over, our own reading remains
        return ""


@cache
def _options() -> Any:
    """Return what trafilatura is asked for, which it reads from its configuration: once, and not for each page."""
    from trafilatura.settings import Extractor

    return Extractor(fast=True, comments=False, tables=True, dedup=False)
