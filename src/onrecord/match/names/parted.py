"""Very many names by their words, in arrays: what is asked of a word is asked once, in however many names it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from itertools import chain, count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.ko import transliteration as hangul
from onrecord.match.names import korean
from onrecord.match.names.words import HANGUL, Word, easy_word, words


class Numbered[T: Hashable](defaultdict[T, int]):
    """Things by their numbers, in the order in which they are first met; none may be given a number by hand."""

    def __init__(self) -> None:
        super().__init__(count().__next__)


def spans(sizes: Iterable[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each row begins and ends when rows of these sizes stand one behind the other."""
    ends = np.cumsum(np.fromiter(sizes, np.int64))
    return np.concatenate([np.zeros(1, np.int64), ends[:-1]])[: ends.size], ends


class Parted:
    """Names by their words.

    Args:
        numbers: of words; more may be added later.
        sizes: how many words each name has.
        flat: the words of all names by their numbers, one behind the other.

    Attributes:
        numbers: see there, like the next two.
        sizes: see there.
        flat: see there.
        starts: where the words of each name begin in `flat`.
        ends: where they end.
        words: by their numbers.
    """

    def __init__(self, numbers: Numbered[Word], sizes: NDArray[np.int64], flat: NDArray[np.int64]) -> None:
        self.numbers, self.sizes, self.flat = numbers, sizes, flat
        self.words = [*numbers]
        self.ends = np.cumsum(sizes)
        self.starts = self.ends - sizes

    @classmethod
    def of(cls, names: Iterable[tuple[Word, ...]]) -> Parted:
        """Return names that are parted already."""
        return cls(Numbered(), np.empty(0, np.int64), np.empty(0, np.int64)).followed_by(names)

    @classmethod
    def written(cls, names: Sequence[str]) -> Parted:
        """Return names as `words.words` parts each: most pieces of names are one word wherever they stand."""
        pieces: Numbered[str] = Numbered()
        rows = [name.lower().split(" ") for name in names]
        flat = np.fromiter(map(pieces.__getitem__, chain.from_iterable(rows)), np.int64)
        numbers: Numbered[Word] = Numbered()
        number = np.asarray([-1 if one is None else numbers[one] for one in map(easy_word, pieces)], np.int64)
        easy = cls(numbers, np.fromiter(map(len, rows), np.int64), number[flat])
        hard = np.flatnonzero(easy.sums(easy.flat < 0))
        order = np.arange(len(names))
        order[hard] = np.arange(len(names), len(names) + hard.size)
        return easy.followed_by([words(names[place]) for place in hard.tolist()]).chosen(order)

    def __len__(self) -> int:
        return self.sizes.size

    def name(self, place: int) -> tuple[Word, ...]:
        """Return the words of a name."""
        return tuple([self.words[number] for number in self.flat[self.starts[place] : self.ends[place]].tolist()])

    def followed_by(self, names: Iterable[tuple[Word, ...]]) -> Parted:
        """Return these names, and others behind them."""
        more = [*names]
        flat = np.fromiter(map(self.numbers.__getitem__, chain.from_iterable(more)), np.int64)
        sizes = np.fromiter(map(len, more), np.int64)
        return Parted(self.numbers, np.append(self.sizes, sizes), np.append(self.flat, flat))

    def chosen(self, places: NDArray[np.int64]) -> Parted:
        """Return some of the names, in this order."""
        sizes = self.sizes[places]
        first = np.repeat(self.starts[places] - np.cumsum(sizes) + sizes, sizes)
        return Parted(self.numbers, sizes, self.flat[first + np.arange(first.size)])

    def without(self, such: NDArray[np.bool_]) -> Parted:
        """Return the names, such ones without any words."""
        return Parted(self.numbers, np.where(such, 0, self.sizes), self.flat[~np.repeat(such, self.sizes)])

    def once(self) -> tuple[Parted, NDArray[np.int64]]:
        """Return the names, each once, in the order in which they are first met; and which of these each name is."""
        order, is_other = self._sorted(np.arange(len(self.words)))
        first = order[is_other]
        met = np.argsort(first)
        place = np.empty(first.size, np.int64)
        place[met] = np.arange(first.size)
        which = np.empty(len(self), np.int64)
        which[order] = place[np.cumsum(is_other) - 1]
        return self.chosen(first[met]), which

    def ranks(self) -> NDArray[np.int64]:
        """Return the place of each name in the order of the texts of their words."""
        texts = [word.text for word in self.words]
        place = {text: n for n, text in enumerate(sorted(dict.fromkeys(texts)))}
        order, _ = self._sorted(np.asarray([*map(place.__getitem__, texts)], np.int64))
        found = np.empty(len(self), np.int64)
        found[order] = np.arange(len(self))
        return found

    def _sorted(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the names in the order of their words, and of each in that order whether it differs from the one before.

        Args:
            places: of each word, in the order in which words stand.
        """
        columns = np.full((max(1, int(self.sizes.max(initial=0))), len(self)), -1)
        for n, column in enumerate(columns):
            longer = self.sizes > n
            column[longer] = places[self.flat[self.starts[longer] + n]]
        order = np.lexsort(columns[::-1])
        columns = columns[:, order]
        return order, np.append(np.ones(min(order.size, 1), np.bool_), (columns[:, 1:] != columns[:, :-1]).any(axis=0))

    def told(self, ask: Callable[[Word], object], kind: type) -> NDArray[Any]:
        """Return what there is to say of each word, asked once, by its number."""
        return np.asarray([*map(ask, self.words)], kind)

    def sums(self, numbers: NDArray[Any]) -> NDArray[np.int64]:
        """Return the sum of each name.

        Args:
            numbers: of each word of each name, in the order of `flat`.
        """
        before = np.append(0, np.cumsum(numbers))
        found: NDArray[np.int64] = before[self.ends] - before[self.starts]
        return found

    def counted(self, is_such: Callable[[Word], bool]) -> NDArray[np.int64]:
        """Return how many words of each name are such."""
        return self.sums(self.told(is_such, np.bool_)[self.flat])

    @cached_property
    def readings(self) -> dict[int, tuple[korean.KoreanName, ...]]:
        """The names that can be Korean, by their places in order, with the ways to read them."""
        return {place: found for place in self._asked().tolist() if (found := korean.readings(self.name(place)))}

    def _asked(self) -> NDArray[np.int64]:
        """Return the names that `korean.readings` has to look at: of a surname in front or behind, and of few syllables."""
        some = np.flatnonzero(self.sizes)
        first, last = self.flat[self.starts[some]], self.flat[self.ends[some] - 1]
        surname = self.told(lambda word: hangul.is_surname(word.text.replace("-", "")), np.bool_)
        initial = self.told(lambda word: word.initial, np.bool_)
        in_hangul = self.told(lambda word: word.script == HANGUL, np.bool_)
        letters = self.sums(self.told(lambda word: len(word.text), np.int64)[self.flat])[some]
        spelled = (self.sizes[some] > 1) & ((surname[first] & ~initial[first]) | surname[last])
        return some[np.where(in_hangul[first], letters <= korean.LONGEST, spelled)]
