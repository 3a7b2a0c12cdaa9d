"""The words that the English model has met, numbered as they came: what its two networks ask of a word is asked once for both.

Number 0 is no word: the gap between two texts.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

KEPT = 65_536
"""Words that are kept, with 25 MB of vectors in each network; when there are more, all are forgotten and counted anew."""

_IDENTITY: list[int | str] = ["ORTH", "NORM", "SPACY"]
"""What a word's vector depends on: all other features of the model follow from its letters."""

_NOTED = "onrecord_words"
"""Where a doc keeps the numbers of its words, so that the second network need not look them up again."""


class Lexicon:
    """The words of all texts so far.

    Args:
        columns: the features of a word that either network hashes.
        vocab: holds the static vectors.

    Attributes:
        lock: to be held while words are numbered and what is kept by their numbers is used.
        count: how many words there are; the highest number.
        age: how many times all were forgotten.
    """

    def __init__(self, columns: Iterable[int | str], vocab: Vocab) -> None:
        self.lock = threading.RLock()
        self.columns = list(dict.fromkeys(columns))
        self.vocab = vocab
        self.age = 0
        self.forget()

    def forget(self) -> None:
        """Drop all words."""
        with self.lock:
            self.age += 1
            self.count = 0
            self._numbers: dict[bytes, int] = {}
            self._features: list[NDArray[np.uint64]] = []
            self._rows: list[NDArray[np.int64]] = []
            self._ends: list[int] = []

    def numbers(self, docs: Sequence[Doc]) -> list[NDArray[np.int64]]:
        """Return the numbers of the words of each doc; new words are taken up. The lock must be held."""
        if self.count > KEPT:
            self.forget()
        noted = [doc.user_data.get(_NOTED, (0, None)) for doc in docs]
        if all(age == self.age for age, _ in noted):
            return [found for _, found in noted]
        keys = [doc.to_array(_IDENTITY).view("V24").ravel().tolist() for doc in docs]
        self._learn(docs, [key for some in keys for key in some])
        found = [np.array([self._numbers[key] for key in some], np.int64) for some in keys]
        for doc, some in zip(docs, found, strict=True):
            doc.user_data[_NOTED] = (self.age, some)
        return found

    def since(self, count: int) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """Return the features and the rows of the static vectors (-1 for none) of the words after the first `count`.

        `count` is one that `Lexicon.count` had, or zero.
        """
        first = bisect_right(self._ends, count)
        return np.concatenate(self._features[first:]), np.concatenate(self._rows[first:])

    def _learn(self, docs: Sequence[Doc], keys: list[bytes]) -> None:
        new = {key: place for place, key in enumerate(keys) if key not in self._numbers}
        if not new:
            return
        places = list(new.values())
        self._features.append(np.concatenate([doc.to_array(self.columns) for doc in docs])[places].astype("uint64"))
        self._rows.append(self.vocab.vectors.find(keys=np.concatenate([doc.to_array("ORTH") for doc in docs])[places]))
        self._numbers.update(zip(new, range(self.count + 1, self.count + 1 + len(new)), strict=True))
        self.count += len(new)
        self._ends.append(self.count)
