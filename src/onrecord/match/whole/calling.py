"""Names of units as arrays: forms, the words of each, the lexicon that they are compared by, and their blocking keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.en.names import sex_of_surname
from onrecord.match.names.commonness import COMMON, is_common_korean, word_share
from onrecord.match.names.lattice import Lexicon
from onrecord.match.names.parted import Numbered, Parted, spans
from onrecord.match.names.prepared import all_fit, lexicon
from onrecord.match.names.words import words
from onrecord.match.persons import is_full
from onrecord.match.whole.forms import FORM, SEXES, Called
from onrecord.match.whole.sets import Integers, distinct, of_rows, starts
from onrecord.match.words import plain

_LETTERS = tuple(re.compile(letters) for letters in ("[a-z]", "[а-я]", "[가-힣]"))


class Spelled:
    """All forms of names in their order, by their words.

    Args:
        names: the forms of each name, upper and lower case aside.
        others: further forms whose keys are asked for.

    Attributes:
        forms: number of each form.
        parted: the words of each form.
        odd: forms that arrays have no room for.
        full: whether each form holds more than one part of the name.
        plain: forms that are one in lower case, without accents and signs, have the same number.
        start: where the forms of each name begin in `flat`; one more than there are names.
        flat: the forms of names, those that are full first.
        whole: how many are full of each name.
    """

    def __init__(self, names: Sequence[tuple[str, ...]], others: Sequence[str]) -> None:
        every = sorted({form for name in names for form in name} | set(others))
        self.forms = {form: number for number, form in enumerate(every)}
        self.parted = Parted.written(every)
        self.odd = ~all_fit(self.parted)
        self.full = np.asarray([*map(is_full, every)], np.bool_)
        plains: Numbered[str] = Numbered()
        self.plain = np.fromiter(map(plains.__getitem__, map(plain, every)), np.int64)
        full = self.full.tolist()
        listed = [[self.forms[form] for form in name] for name in names]
        for several in listed:
            if len(several) > 1:
                several.sort(key=lambda n: (not full[n], n))
        self.start = starts(map(len, listed))
        self.flat = np.fromiter(chain.from_iterable(listed), np.int64)
        self.whole = np.diff(starts(self.full[self.flat])[self.start])

    @cached_property
    def common(self) -> NDArray[np.bool_]:
        """Whether many people have the name that each form is: `commonness.is_common`."""
        names, share = self.parted, np.ones(len(self.forms))
        shares = names.told(word_share, np.float64)
        for n in range(int(names.sizes.max(initial=0))):
            longer = names.sizes > n
            share[longer] *= shares[names.flat[names.starts[longer] + n]]
        found: NDArray[np.bool_] = (names.sizes > 1) & (share >= COMMON)
        for form, readings in names.readings.items():
            told = is_common_korean(readings)
            found[form] = found[form] if told is None else told
        return found

    def called(self, left: Integers, right: Integers) -> tuple[Called, Lexicon]:
        """Return the names for comparison.

        Args:
            left: for each pair of names that is compared the one; one of one part may be compared with itself besides.
            right: the other.
        """
        partial = (self.whole[left] == 0) | (self.whole[right] == 0)
        parted = self._forms_of(np.append(left[partial], np.flatnonzero(self.whole == 0)), right[partial])
        table = np.zeros(len(self.forms), FORM)
        table["plain"] = self.plain
        table["full"] = self.full
        table["scripts"] = [_scripts(form) for form in self.forms]
        parts = [form.split() if wanted else () for form, wanted in zip(self.forms, parted.tolist(), strict=True)]
        table["words"], table["words_end"] = spans(map(len, parts))
        table["sex"] = [_sex(form) if wanted else 0 for form, wanted in zip(self.forms, parted.tolist(), strict=True)]
        flat = [*chain.from_iterable(parts)]
        every = self.parted.followed_by(map(words, flat))
        rows, row = every.without(~all_fit(every)).once()
        table["row"], single = row[: len(self.forms)], row[len(self.forms) :]
        joins = np.zeros(len(rows), np.bool_)
        joins[table["row"][parted | self._uneven(left, right)]] = True
        joins[single] = True
        sexes = np.asarray([*map(_sex, flat)], np.int8)
        return Called(self.start, self.whole, self.flat, table, single, sexes), lexicon(rows, joins)

    def _forms_of(self, left: Integers, right: Integers) -> NDArray[np.bool_]:
        """Tell which forms are those of these names."""
        found = np.zeros(len(self.forms), np.bool_)
        found[of_rows(distinct(np.concatenate([left, right])), self.start, self.flat)] = True
        return found

    def _uneven(self, left: Integers, right: Integers) -> NDArray[np.bool_]:
        """Tell which forms are those of names that are compared with names of another number of words, or of several forms."""
        many = np.diff(self.start) > 1
        size = np.where(many, 0, self.parted.sizes[self.flat[self.start[:-1]]])
        uneven = (size[left] != size[right]) | (size[left] == 0)
        return self._forms_of(left[uneven], right[uneven])


def _sex(form: str) -> int:
    return SEXES.index(sex_of_surname(form))


def _scripts(form: str) -> int:
    if form.isascii():
        return int(form.islower())  # forms are in lower case
    return sum(1 << n for n, letters in enumerate(_LETTERS) if letters.search(form))
