"""Steps of one thing whose dates cannot stand in the order in which sources have them: closed in 1991, opened only in 1996."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, combinations

from onrecord.languages.country_names import one_country
from onrecord.languages.sites import sites_in
from onrecord.languages.word_forms import pieces, stem
from onrecord.model import PartialDate
from onrecord.model.facts import MilestoneKind
from onrecord.model.recorded import MilestoneRecord, Stated
from onrecord.review.conflicts.finding import Conflict, Severity
from onrecord.review.wording import spoken

STEPS: tuple[tuple[MilestoneKind, ...], ...] = (
    ("site-opened", "site-closed"),
    ("facility-opened", "facility-shut"),
    ("treaty-signed", "treaty-ratified", "treaty-in-force"),
    ("treaty-signed", "accession", "withdrawal"),
    ("weapons-inherited", "weapons-removed"),
)
"""Steps of which the first is taken before the others."""

OWN: frozenset[MilestoneKind] = frozenset(
    ("treaty-ratified", "accession", "withdrawal", "weapons-inherited", "weapons-removed")
)
"""What states do, each for itself; other steps are those of the thing, whoever takes them."""

_WORDS: dict[MilestoneKind, str] = {
    "site-opened": "opened", "site-closed": "closed", "facility-opened": "opened", "facility-shut": "shut down",
    "treaty-signed": "signed", "treaty-ratified": "ratified", "treaty-in-force": "in force", "accession": "acceded to",
    "withdrawal": "withdrawn from", "weapons-inherited": "inherited", "weapons-removed": "removed",
}  # fmt: skip


def find(kind: str, milestones: Iterable[MilestoneRecord]) -> Iterator[Conflict]:
    """Yield steps of one thing of which the later one is dated before the earlier one.

    Args:
        kind: of the contradictions.
        milestones: all that there are.
    """
    seen = set()
    for first, then in pairs(milestones):
        ground = (first[0].kind, then[0].kind, *sorted(m.what for m in (*first, *then)))
        begun, done = min(first, key=_from), max(then, key=_until)
        if ground in seen or not begun.date or not done.date or not after(begun.date, done.date):
            continue
        seen.add(ground)
        ended = f"“{done.what}” was {_WORDS[done.kind]} in {spoken(done.date)}"
        words = f"{ended}, but {_WORDS[begun.kind]} only in {spoken(begun.date)}."
        one_page = begun.evidence.source.text_group == done.evidence.source.text_group
        severity: Severity = "low" if one_page else "medium"
        yield Conflict(kind, severity, begun.key, begun.what, words, (as_side(begun), as_side(done)))


def pairs(milestones: Iterable[MilestoneRecord]) -> Iterator[tuple[list[MilestoneRecord], list[MilestoneRecord]]]:
    """Yield all that sources say of an earlier and of a later step of one thing.

    What was closed may be opened again, so that only the first beginning and the last end are set against each other.
    """
    dated: dict[MilestoneKind, list[MilestoneRecord]] = {}
    for one in sorted(milestones, key=lambda m: (_from(m), str(m.date), m.kind, m.what, m.key)):
        if one.date and one.date.bounds():
            dated.setdefault(one.kind, []).append(one)
    taken_by = {kind: _Taken(kind, found) for kind, found in dated.items()}
    for kinds in STEPS:
        for early, late in combinations(kinds, 2):
            taken: set[str] = set()
            for end in dated.get(late, ()) if early in dated else ():
                if end.key not in taken and (first := taken_by[early].of_thing(end)):
                    # A step that names nothing but "the treaty" is of no other's thing, but it is its own.
                    ends = taken_by[late].of_thing(end) or [end]
                    taken.update(m.key for m in ends)
                    yield first, ends


Thing = tuple[frozenset[str], frozenset[str]]
"""The telling words of what a step is about, and the sites that they name."""


class _Taken:
    """The steps of one kind, by what they are about: many pages state few steps, so that words are compared once for each.

    Args:
        kind: of the steps.
        steps: in their order.
    """

    def __init__(self, kind: MilestoneKind, steps: Iterable[MilestoneRecord]) -> None:
        self._kind = kind
        self._steps: dict[tuple[str, str | None], list[tuple[int, MilestoneRecord]]] = {}
        for place, step in enumerate(steps):
            self._steps.setdefault((step.what, step.actor), []).append((place, step))
        self._found: dict[tuple[str, str | None, MilestoneKind], list[MilestoneRecord]] = {}

    def of_thing(self, other: MilestoneRecord) -> list[MilestoneRecord]:
        """Return those of the thing that another step is of, in their order."""
        name = other.what, other.actor, other.kind
        if name not in self._found:
            mine = (steps for (what, actor), steps in self._steps.items() if self._one(what, actor, other))
            self._found[name] = [step for _, step in sorted(chain.from_iterable(mine), key=lambda one: one[0])]
        return self._found[name]

    def _one(self, what: str, actor: str | None, other: MilestoneRecord) -> bool:
        own = not OWN.isdisjoint((self._kind, other.kind)) and "treaty-signed" not in (self._kind, other.kind)
        if own and actor and other.actor and not one_country(actor, other.actor):
            return False
        return one_thing(what, other.what)


def one_thing(a: str, b: str) -> bool:
    """Tell whether words mean one thing: the same site, or all words of the shorter name, which has to be more than a noun."""
    (mine, here), (theirs, there) = _thing(a), _thing(b)
    less, more = sorted((mine, theirs), key=len)
    return bool(here & there) or (len(less) > 1 and less <= more)


@lru_cache(maxsize=65536)
def _thing(what: str) -> Thing:
    found = [piece for piece in pieces(what) if not any(letter.isdigit() for letter in piece.form)]
    words = frozenset(stem(piece.form) for piece in found if len(piece.form) > 2 or piece.script == "syllables")
    return words - {"the", "its", "former"}, sites_in(what)


# -- dates


def after(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether all that `a` can mean comes after all that `b` can mean."""
    mine, theirs = a.bounds(), b.bounds()
    return bool(mine and theirs) and mine[0] > theirs[1]  # type: ignore[index]  # both are there


def _from(milestone: MilestoneRecord) -> dt.date:
    bounds = milestone.date.bounds() if milestone.date else None
    return bounds[0] if bounds else dt.date.max


def _until(milestone: MilestoneRecord) -> dt.date:
    bounds = milestone.date.bounds() if milestone.date else None
    return bounds[1] if bounds else dt.date.min


def as_side(milestone: MilestoneRecord) -> Stated:
    """Return the date of a step as a side of a contradiction."""
    return Stated("date", str(milestone.date), milestone.evidence)
