"""What matching has to know of one kind of thing: which sightings are alike, which are worth comparing, how two are judged."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from onrecord.model.resolution import ClusterKind, Link

SAMPLE = 16
"""Sightings of a unit that are weighed: those of the smallest keys, which no order of pages changes."""


class Sighting(Protocol):
    """What all sightings have."""

    @property
    def key(self) -> str:
        """The content-derived key."""

    @property
    def document(self) -> str:
        """The key of the document that shows it."""


class Keys(NamedTuple):
    """The blocking keys of a name: what it is found under, and where it looks for others.

    Attributes:
        held: keys under which it is found. The word before a space tells the kind of a key.
        looks: pairs of a key that others hold and a key (of the same or another kind) that few enough must hold.
    """

    held: tuple[str, ...]
    looks: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, keys: Iterable[str]) -> Keys:
        """Return keys where whoever shares one is worth comparing."""
        held = tuple(dict.fromkeys(keys))
        return cls(held, tuple((key, key) for key in held))


class Unit[S: Sighting](NamedTuple):
    """A unit: its number, the sightings that are weighed, the keys of all its sightings, and their documents."""

    key: str
    sample: Sequence[S]
    members: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind[S: Sighting, P]:
    """How sightings of one kind are matched. All functions are pure.

    Sightings of one name and one profile are one *unit*, so that somebody in a thousand pages is compared once and not a
    thousand times; units of one name are blocked together, so that somebody of many offices makes no key common.

    Args:
        name: as in `Cluster.kind`.
        named: what the blocking keys of a sighting follow from: the name, in lower case.
        profile: what, beside the name, makes two sightings of different documents one unit.
        prepared: what is judged and blocked by, made of the unit's number and of at most `SAMPLE` of its sightings.
        keys: the blocking keys; the same for all units of one name.
        limits: how many names may hold a key of each kind; a commoner one says little and is left out, so that cost stays near
            linear.
        akin: whether two units of two names can be one at all; the same for all units of these names.
        judge: the judged pair, None where there is nothing to say; keys are the numbers of the units.
        part: whether a unit's name is a part alone; where more units bear it than the limit "u" says, they are compared with
            nobody.
        shown: the name of a sighting, with which its cluster may be shown.
        lone: what the few units mean that give too little to be judged by themselves, where the kind has such.
        asked: whether pairs that are held apart are shown beside the open questions.
        tells_apart: whether two of one document are two.
        keeps_different: whether pairs that are different are kept. Where nobody is shown them, they matter only between units
            that "same" pairs connect, and are judged again there (`Pairing.within`); not for a kind with parts of names.
        never_one: the places of pairs that are never one, whatever else connects them; asked of units that "same" pairs
            connect, which need not share a key; for kinds that do not keep what is different.
        at_once: for all units of a record, in the order of their numbers, the places of the pairs that `judge` has something to
            say of, where there is a faster way than pair by pair; in any order.
        many: units from which that way is taken.
        least: keys that two names share of whose units `judge` has something to say, where both have so many.
    """

    name: ClusterKind
    named: Callable[[S], Hashable]
    profile: Callable[[S], Hashable]
    prepared: Callable[[str, Sequence[S]], P]
    keys: Callable[[P], Keys]
    limits: Mapping[str, int]
    judge: Callable[[P, P], Link | None]
    akin: Callable[[P, P], bool] = lambda _a, _b: True
    part: Callable[[P], bool] = lambda _: False
    shown: Callable[[S], str] = lambda _: ""
    lone: Lone[P] | None = None
    asked: bool = False
    tells_apart: bool = True
    keeps_different: bool = True
    never_one: Callable[[Sequence[P]], Iterable[tuple[int, int]]] | None = None
    at_once: Callable[[Sequence[Unit[S]]], Iterable[tuple[int, int]]] | None = None
    many: int = 4000
    least: int = 1

    def number_of(self, sighting: S) -> str:
        """Return the number of the unit of a sighting that nobody judged."""
        return number(self.name, self.named(sighting), self.profile(sighting))

    def limit(self, key: str) -> int:
        """Return how many may hold a key."""
        return self.limits[key.split(" ", 1)[0]]

    def crowded(self, bearers: int, example: P) -> bool:
        """Tell whether a name is a part alone, and so many units bear it that it says nothing."""
        return "u" in self.limits and bearers > self.limits["u"] and self.part(example)


@dataclass(frozen=True, slots=True)
class Lone[P]:
    """Units that can be joined only if no more than one thing in the record fits them ("President Omarov").

    Args:
        seeking: the keys under which such a unit looks for others; empty for all other units.
        held: the keys under which these others are found.
        link: the one that is meant, of those found, or None.
        score: of such a link, and of no other of such a unit.
        most: units that may be found; more say that nobody is meant in particular.
    """

    seeking: Callable[[P], Collection[str]]
    held: Callable[[P], Collection[str]]
    link: Callable[[P, Sequence[P]], Link | None]
    score: float
    most: int = 60


def number(*parts: Hashable) -> str:
    """Return the number of a unit or key, 15 digits in base 16, from its parts as they print."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=8).hexdigest()[1:]


def block(key: str) -> int:
    """Return a blocking key as an integer of 60 bits. Two of one integer cost a comparison and no more."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) >> 4
