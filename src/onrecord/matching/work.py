"""What is asked of names and units, piece by piece, in any process: only numbers and short texts go in and come out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.match.evidence import VERDICTS
from onrecord.match.kinds import Unit, block, number
from onrecord.matching.rows import Row, elsewhere, sighting
from onrecord.matching.samples import kind_of, samples
from onrecord.model.resolution import ClusterKind, Link, Office

Numbers = NDArray[np.int64]


class Worded(NamedTuple):
    """Units by wording; -1 where they depend on more of the page. `shown` is the name to show."""

    unit: Numbers
    name: Numbers
    shown: list[str]


class Judged(NamedTuple):
    """Judged pairs: the places of those that there is something to say of, scores, places in `VERDICTS`, reasons as JSON."""

    place: Numbers
    score: NDArray[np.float64]
    verdict: Numbers
    reasons: list[str]


class Blocked(NamedTuple):
    """Blocking keys of names: who is found under which, and who looks under which key if how many at most hold which other."""

    holder: Numbers
    held: Numbers
    seeker: Numbers
    key: Numbers
    sized: Numbers
    limit: Numbers


def _as_int(hexadecimal: str) -> int:
    return int(hexadecimal, 16)


def worded(kind: ClusterKind, told: Sequence[str]) -> Worded:
    """Return the units of wordings, where nothing else of a page bears on them."""
    how = kind_of(kind)
    units, names, shown = [], [], []
    for text in told:
        one, other = elsewhere(kind, text)
        named = how.named(one)
        profile = how.profile(one)
        alike = named == how.named(other) and profile == how.profile(other)
        units.append(_as_int(number(how.name, named, profile)) if alike else -1)
        names.append(_as_int(number(how.name, named)) if alike else -1)
        shown.append(how.shown(one))
    return Worded(np.array(units, np.int64), np.array(names, np.int64), shown)


def placed(kind: ClusterKind, rows: Sequence[tuple[str, str, str, str]]) -> tuple[Numbers, Numbers]:
    """Return the units and names of sightings on their pages."""
    how = kind_of(kind)
    units, names = [], []
    for row in rows:
        one = sighting(kind, Row(*row))
        named = how.named(one)
        units.append(_as_int(number(how.name, named, how.profile(one))))
        names.append(_as_int(number(how.name, named)))
    return np.array(units, np.int64), np.array(names, np.int64)


def blocked(kind: ClusterKind, folder: Path, units: Numbers) -> Blocked:
    """Return the blocking keys of names, each given by one of its units."""
    known, how = samples(kind, folder), kind_of(kind)
    holder, held, seeker, key, sized, limit = ([] for _ in range(6))  # type: ignore[var-annotated]  # lists of integers
    for unit in units.tolist():
        keys = how.keys(known.prepared(unit))
        own = {block(one) for one in keys.held}
        holder += [unit] * len(own)
        held += own
        seeker += [unit] * len(keys.looks)
        for looked, counted in keys.looks:
            sized.append(block(counted))
            key.append(sized[-1] if looked == counted else block(looked))
            limit.append(how.limit(counted))
    return Blocked(*(np.array(one, np.int64) for one in (holder, held, seeker, key, sized, limit)))


class Taken(NamedTuple):
    """Units of persons taken apart: offices and names of others by local numbers.

    Attributes:
        offices: apart from their years.
        terms: rows of (unit, office, first year, last year).
        company: names of others.
        met: rows of (unit, name).
    """

    offices: list[Office]
    terms: Numbers
    company: list[str]
    met: Numbers


def taken(folder: Path, first: int, end: int) -> Taken:
    """Return what is weighed of units of persons that follow each other."""
    from onrecord.match.whole.grouping import company, grouped, terms

    known = samples("person", folder)
    units = grouped([Unit(str(unit), sample, (), ()) for unit, sample in known.between(first, end)])
    start, held = terms(units)
    holder = np.repeat(np.arange(first, end), np.diff(start))
    unit, name = company(units)
    seen = units.seen
    return Taken(
        seen.offices.first, np.column_stack([holder, held.reshape(-1, 3)]), seen.others, np.column_stack([first + unit, name])
    )


def reasons(kind: ClusterKind, folder: Path, left: Numbers, right: Numbers) -> list[str]:
    """Return the reasons, as JSON, of pairs of units that were judged in arrays."""
    known, how = samples(kind, folder), kind_of(kind)
    found = []
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        link = how.judge(known.prepared(a), known.prepared(b))
        found.append(json.dumps(link.reasons if link else [], ensure_ascii=False))
    return found


def akin(kind: ClusterKind, folder: Path, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
    """Tell of pairs of names, each given by one of its units, whether they can be one at all."""
    known, how = samples(kind, folder), kind_of(kind)
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    return np.fromiter((how.akin(known.prepared(a), known.prepared(b)) for a, b in pairs), np.bool_, len(left))


def judged(kind: ClusterKind, folder: Path, left: Numbers, right: Numbers) -> Judged:
    """Judge pairs of units."""
    known, how = samples(kind, folder), kind_of(kind)
    pairs = enumerate(zip(left.tolist(), right.tolist(), strict=True))
    return _columns([(n, link) for n, (a, b) in pairs if (link := how.judge(known.prepared(a), known.prepared(b)))])


def _columns(links: Sequence[tuple[int, Link]]) -> Judged:
    return Judged(
        np.array([n for n, _ in links], np.int64),
        np.array([link.score for _, link in links], np.float64),
        np.array([VERDICTS.index(link.verdict) for _, link in links], np.int64),
        [json.dumps(link.reasons, ensure_ascii=False) for _, link in links],
    )


def meant(kind: ClusterKind, folder: Path, units: Sequence[int], fits: Sequence[Sequence[int]]) -> tuple[Numbers, Judged]:
    """Return the pairs of units with the one that each can mean, of those that its keys lead to.

    Returns:
        For each pair the other unit, and the pair with the place of the first.
    """
    known = samples(kind, folder)
    lone = kind_of(kind).lone
    assert lone is not None  # noqa: S101  asked for by the caller
    links, others = [], []
    for place, (unit, found) in enumerate(zip(units, fits, strict=True)):
        link = lone.link(known.prepared(unit), [known.prepared(one) for one in found])
        if link:
            others.append(int(link.b) if link.a == str(unit) else int(link.a))
            links.append((place, link))
    return np.array(others, np.int64), _columns(links)
