"""Texts that are copies of each other: a wire report on five sites is one voice, not five.

A text is known by a sketch: the smallest hashes of its runs of five words ("bottom-k" MinHash; A. Z. Broder, On the resemblance
and containment of documents, 1997). Two sketches give an estimate of how much of the shorter text stands in the longer one,
so that a copy cut short, or with another headline, is still a copy.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.match.evidence import Evidence, Feature, Table
from onrecord.match.kinds import Keys
from onrecord.model import Document
from onrecord.model.resolution import Link, TextSighting

RUN = 5
"""Words of a run. Reports that merely quote one statement share some runs, copies nearly all."""

KEPT = 100
"""Hashes of a sketch: the estimate of a share has a standard error of at most 5 in 100."""

ASKED = 16
"""Hashes by which texts are looked up: a copy of a fifth of a long text still shares three of them."""

SHARED = 2
"""Of these, that copies share at least: one run in common is a phrase and no copy."""

COPY = 0.8
"""Share of the shorter text's runs that stand in the longer one from which it is a copy."""

SHORTEST = 20
"""Runs below which a text is too short for a part of it to tell; such texts are copies only when they are the same."""

TABLE = Table("text", {"copy": Feature(1.0, "of the shorter text's runs of five words stand in the longer one")}, COPY, COPY)


def signature(document: Document) -> tuple[int, ...]:
    """Return the number of different runs of a document's body, and then the smallest of their hashes, in order."""
    body = (p.span.of(document.text) for p in document.readable() if p.kind in ("body", "caption"))
    text = unicodedata.normalize("NFKC", "\n".join(body)).casefold()
    words = re.findall(r"\w+", text)
    runs = {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))} if words else set()
    hashes = sorted(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=5).digest()) for run in runs)
    return (len(hashes), *hashes[:KEPT])


class Sketch(NamedTuple):
    """A text taken apart for comparison.

    Attributes:
        key: of its unit.
        signature: as `signature` returns it.
        hashes: those of the signature.
        asked: those by which the text is looked up.
    """

    key: str
    signature: tuple[int, ...]
    hashes: frozenset[int]
    asked: frozenset[int]


def prepared(key: str, sample: Sequence[TextSighting]) -> Sketch:
    """Take a text apart; every text is a unit of its own."""
    told = sample[0].signature
    return Sketch(key, told, frozenset(told[1:]), frozenset(told[1 : 1 + ASKED]))


def judge(a: Sketch, b: Sketch) -> Link | None:
    """Return the judged pair where one text is a copy of the other, else None."""
    if not a.hashes or not b.hashes:
        return None
    same = a.signature == b.signature
    if not same and (
        len(a.asked & b.asked) < SHARED or min(a.signature[0], b.signature[0]) < SHORTEST or _at_most(a, b) < COPY
    ):
        return None
    share = contained(a.signature, b.signature)
    if not same and share < COPY:
        return None
    evidence = Evidence(TABLE)
    evidence.add("copy", f"{share:.0%}", 1.0 if same else share)
    return evidence.link(a.key, b.key)


def _at_most(a: Sketch, b: Sketch) -> float:
    """Return what `contained` does not exceed: as if all hashes in common were among the smallest of both."""
    common = len(a.hashes & b.hashes)
    alike = common / min(KEPT, len(a.hashes) + len(b.hashes) - common)
    return _share(min(1.0, alike), a.signature[0], b.signature[0])


def contained(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Return the share of the shorter text's runs that stand in the longer one, 0 to 1, as the sketches let us see it."""
    if len(a) < 2 or len(b) < 2:
        return 0.0
    one, other = set(a[1:]), set(b[1:])
    union = sorted(one | other)[:KEPT]
    alike = sum(value in one and value in other for value in union) / len(union)
    return _share(alike, a[0], b[0])


def _share(alike: float, one: int, other: int) -> float:
    """Return the share of the runs of the shorter text, of the runs of both and how alike their sketches are."""
    common = alike * (one + other) / (1 + alike)
    return min(1.0, common / min(one, other))


def blocking_keys(text: Sketch) -> Keys:
    """Return the smallest hashes: a copy shares some of them with its original, another text hardly one."""
    return Keys.plain(f"h {value}" for value in text.signature[1 : 1 + ASKED])
