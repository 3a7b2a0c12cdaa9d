"""The Kazakh word lists of `data/`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from onrecord.languages import word_lists

latin_words = partial(word_lists.words, Path(__file__).with_name("data"), "latin", "words")
"""Return words by which Kazakh in Latin letters is known."""
