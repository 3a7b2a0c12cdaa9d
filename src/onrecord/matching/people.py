"""Persons, out of core: what is weighed of their units as arrays, and the table `link` of judged pairs without reasons.

What a unit takes in arrays is a few hundred bytes; what pages say of it stays on the disk and goes through Python once, piece
by piece. Reasons are asked for in the end, of the pairs that are told.

name   name, example                    each name once, with the unit by which it is known
near   x, y                             pairs of names that can be one, by places in the order of `name`
link   a, b, score, verdict, reasons    units by their numbers
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from onrecord.match import persons
from onrecord.match.bodies import one_body
from onrecord.match.kinds import block
from onrecord.match.names.parted import Numbered
from onrecord.match.whole.alike import Alike, Names
from onrecord.match.whole.meant import chances
from onrecord.match.whole.pairs import judged_pairs, portions, worth_asking
from onrecord.match.whole.sets import Integers
from onrecord.match.whole.units import Offices, in_arrays
from onrecord.match.whole.weighing import Units
from onrecord.matching import base as bases
from onrecord.matching import rows, samples, work
from onrecord.matching.base import LINK, NAME, Base, arrays
from onrecord.matching.crew import Crew

UNITS = 100_000
"""Units whose company is keyed at a time."""

PAIRS = 4_000_000
"""Pairs of units that are weighed at a time, or those of two names, where these are more."""


def people(base: Base, crew: Crew) -> None:
    """Judge all pairs of units of persons that are worth comparing."""
    base.do(NAME)
    names, named = _named(base)
    offices, terms, company, met = _taken(base, crew)
    spelled = Names(names, company, samples.kind_of("person").limits)
    keyed = [spelled.company(*part) for part in _parts(met)]
    units, bodies = in_arrays(
        named, spelled.full[named], _documents(base), terms, np.concatenate([np.empty((0, 3), np.int64), *keyed]), offices
    )
    bearers = np.bincount(named, minlength=len(names))
    alike = spelled.alike(bearers, lambda left, right: worth_asking(units, left, right))
    _note(base, alike, units, bodies)
    _single(base, crew, units, names)
    # What a surname can only mean says more than what the pair by itself left open.
    base.do("CREATE TABLE link AS SELECT * FROM single UNION ALL BY NAME SELECT * FROM judged ANTI JOIN single USING (a, b)")
    base.do("DROP TABLE judged")


def _named(base: Base) -> tuple[list[tuple[str, ...]], Integers]:
    """Return the forms of each name, and the name of each unit as its place among them."""
    names: list[tuple[str, ...]] = []
    query = "SELECT told FROM name JOIN unit ON example = u JOIN seen ON least = n JOIN told USING (t) ORDER BY example"
    for piece in base.pieces(query):
        names += [persons.folded(rows.names(told)) for told in piece["told"].to_pylist()]
    places = "SELECT name, row_number() OVER (ORDER BY example) - 1 AS place FROM name"
    (named,) = arrays(base.table(f"SELECT place FROM unit JOIN ({places}) USING (name) ORDER BY u"), "place")
    return names, named.astype(np.int64)


def _taken(base: Base, crew: Crew) -> tuple[Offices, tuple[Integers, Integers], list[str], Integers]:
    """Return the offices of units, their terms as rows, the names of others in order, and rows of (unit, name)."""
    count = base.one("SELECT count(*) FROM unit")
    offices, company = Offices(), Numbered[str]()
    terms, met = [np.empty((0, 4), np.int64)], [np.empty((0, 2), np.int64)]
    pieces = ((base.folder, first, min(first + bases.PIECE, count)) for first in range(0, count, bases.PIECE))
    for found in crew.map(work.taken, pieces):
        found.terms[:, 1] = np.array(offices.numbers(found.offices), np.int64)[found.terms[:, 1]]
        found.met[:, 1] = np.array([company[name] for name in found.company], np.int64)[found.met[:, 1]]
        terms.append(found.terms)
        met.append(found.met)
    held = np.concatenate(terms)
    order = sorted(company)
    places = np.empty(len(order), np.int64)
    places[[company[name] for name in order]] = np.arange(len(order))
    every = np.concatenate(met)
    across = max(1, len(order))
    joint = np.sort(every[:, 0] * across + places[every[:, 1]])
    starts = np.searchsorted(held[:, 0], np.arange(count + 1))
    return offices, (starts, held[:, 1:].ravel()), order, np.stack([joint // across, joint % across], axis=1)


def _parts(met: Integers) -> Iterator[tuple[Integers, Integers]]:
    """Yield the company of some units at a time: units and names."""
    last = int(met[-1, 0]) + 1 if len(met) else 0
    borders = np.searchsorted(met[:, 0], [*range(0, last, UNITS), last]).tolist()
    for first, end in pairwise(borders):
        yield met[first:end, 0], met[first:end, 1]


def _documents(base: Base) -> tuple[Integers, Integers]:
    """Return the documents of units as rows."""
    units, documents = arrays(base.table("SELECT u, d FROM member ORDER BY u, d"), "u", "d")
    count = base.one("SELECT count(*) FROM unit")
    return np.searchsorted(units, np.arange(count + 1)), documents.astype(np.int64)


def _note(base: Base, alike: Alike, units: Units, bodies: list[str]) -> None:
    """Judge the units of names that can be one, and note what there is to say."""
    base.do("CREATE TABLE near (x BIGINT, y BIGINT)")
    across = alike.left != alike.right
    base.fill("near", {"x": alike.left[across], "y": alike.right[across]})
    base.do(f"CREATE TABLE judged ({LINK})")
    for part in portions(units, alike.left, alike.right, PAIRS):
        pairs, scores, verdicts = judged_pairs(units, *alike.part(part), bodies, one_body)
        base.fill("judged", {"a": pairs[:, 0], "b": pairs[:, 1], "score": scores, "verdict": verdicts})


def _single(base: Base, crew: Crew, units: Units, names: list[tuple[str, ...]]) -> None:
    """Judge surnames with an office, which can only be joined if no more than one person fits them."""
    lone = samples.kind_of("person").lone
    assert lone is not None  # noqa: S101  persons have it
    base.do(f"CREATE TABLE single ({LINK})")
    found = [*chances(units, names, lone.most)]
    parts = [found[at : at + bases.PIECE] for at in range(0, len(found), bases.PIECE)]
    pieces = ((part, ("person", base.folder, [unit for unit, _ in part], [fits for _, fits in part])) for part in parts)
    for part, (others, said) in crew.beside(work.meant, pieces):
        unit = np.array([unit for unit, _ in part], np.int64)[said.place]
        ends = {"a": np.minimum(unit, others), "b": np.maximum(unit, others)}
        base.fill("single", ends | {"score": said.score, "verdict": said.verdict, "reasons": said.reasons})


def explain(base: Base, crew: Crew) -> None:
    """Give the pairs of the table `told_link` that have no reasons theirs."""
    base.do("CREATE TABLE why (a BIGINT, b BIGINT, reasons VARCHAR)")
    unsaid = base.pieces("SELECT a, b FROM told_link WHERE reasons IS NULL ORDER BY a, b")
    pieces = ((piece, ("person", base.folder, *arrays(piece, "a", "b"))) for piece in unsaid)
    for piece, found in crew.beside(work.reasons, pieces):
        base.fill("why", {"a": piece["a"], "b": piece["b"], "reasons": found})
    base.do(
        "CREATE TABLE explained AS SELECT a, b, score, verdict, coalesce(told_link.reasons, why.reasons) AS reasons"
        " FROM told_link LEFT JOIN why USING (a, b)"
    )
    base.do("DROP TABLE told_link")
    base.do("ALTER TABLE explained RENAME TO told_link")


def alone(base: Base) -> None:
    """Note under which keys surnames with an office look for somebody (`s`) and are found (`h`): the table `alone`."""
    known = samples.samples("person", base.folder)
    base.do("CREATE TABLE alone (u BIGINT, s BIGINT, h BIGINT)")
    count = base.one("SELECT count(*) FROM unit")
    for first in range(0, count, bases.PIECE):
        found: list[tuple[int, int, int]] = []
        for unit, sample in known.between(first, min(first + bases.PIECE, count)):
            one = persons.prepared("", sample)
            found += [(unit, block(f"S {key}"), block(f"H {key}")) for key in sorted(persons.seeking(one))]
            found += [(unit, -1, block(f"H {key}")) for key in sorted(persons.held(one))]
        columns = np.array(found, np.int64).reshape(-1, 3)
        base.fill("alone", {"u": columns[:, 0], "s": columns[:, 1], "h": columns[:, 2]})
