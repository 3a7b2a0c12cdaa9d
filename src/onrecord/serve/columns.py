"""Statements in columns of numbers: which of a hundred thousand fit a reader's filters is known in less than a millisecond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from onrecord.record.catalogue import StatementEntry
from onrecord.serve.filters import Years, years_of

Numbers = NDArray[np.int32]

NONE = -1
"""The number of what no statement has: a country or speaker that is not there."""


class Columns:
    """What filters ask of statements.

    Args:
        entries: all of them, in the order in which lists show them.
        countries: the country of each speaker of whom one is known, as a code.
    """

    def __init__(self, entries: Iterable[StatementEntry], countries: Mapping[str | None, str]) -> None:
        entries = tuple(entries)
        self.keys = tuple(entry.key for entry in entries)
        self._gatherings = tuple(entry.gathering for entry in entries)
        self._codes = {code: n for n, code in enumerate(sorted(set(countries.values())))}
        self._names: dict[str | None, int] = {}
        years = [years_of(entry.date) or (0, 0) for entry in entries]
        self._first, self._last = np.array(years, np.int16).reshape(-1, 2).T
        self._direct = np.array([entry.direct for entry in entries], np.bool_)
        of = {speaker: self._codes[code] for speaker, code in countries.items()}
        self._country = np.array([of.get(entry.speaker, NONE) for entry in entries], np.int32)
        spoken = [self._names.setdefault(entry.speaker, len(self._names)) for entry in entries]
        self._speaker = np.array(spoken, np.int32)
        topics: defaultdict[str, list[int]] = defaultdict(list)
        for n, entry in enumerate(entries):
            for topic in dict.fromkeys(entry.topics):
                topics[topic].append(n)
        self._topics = {topic: np.array(numbers, np.int32) for topic, numbers in topics.items()}

    def fitting(
        self, years: Years, *, topic: str = "", speaker: str = "", country: str = "", apart: Collection[str] = (),
        direct: bool = False,
    ) -> tuple[str, ...]:  # fmt: skip
        """Return the keys of the statements that fit all that is asked for, in order.

        Args:
            years: as filters hold dates against them.
            topic: one that it is about.
            speaker: key of who says it.
            country: code of the speaker's country.
            apart: codes of countries none of which is the speaker's; speakers of no known country are among those that fit.
            direct: whether it must be a direct quotation.
        """
        at = self._topics.get(topic, _NOTHING) if topic else np.arange(len(self.keys), dtype=np.int32)
        if speaker:
            at = at[self._speaker[at] == self._names.get(speaker, NONE)]
        if country:
            at = at[self._country[at] == self._codes.get(country, NONE - 1)]
        if apart:
            at = at[~np.isin(self._country[at], [self._codes[code] for code in apart if code in self._codes])]
        if direct:
            at = at[self._direct[at]]
        if years.asked:
            at = at[self._first[at] > 0]
            if years.since is not None:
                at = at[self._last[at] >= years.since]
            if years.until is not None:
                at = at[self._first[at] <= years.until]
        return tuple(self.keys[n] for n in at.tolist())

    def occasions(self, topic: str) -> frozenset[str]:
        """Return the keys of the occasions at which somebody spoke of a topic."""
        said = self._topics.get(topic, _NOTHING).tolist()
        return frozenset(key for n in said if (key := self._gatherings[n]))


_NOTHING: Numbers = np.array([], np.int32)
