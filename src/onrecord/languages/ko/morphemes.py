"""The smallest pieces of a Korean reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.model import Span

NOUN_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "XPN", "XSN", "SL", "SH", "SN", "XR", "MM", "W_SERIAL"})
"""Sejong tags of what can stand inside a noun phrase without a particle."""


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A morpheme; contracted ones share characters (했 = 하 + 었). `known` tells whether the dictionary has it."""

    form: str
    tag: str
    start: int
    end: int
    known: bool

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(self.start, self.end)

    @property
    def is_noun(self) -> bool:
        """Whether it can stand inside a noun phrase."""
        return self.tag in NOUN_TAGS

    @property
    def is_particle(self) -> bool:
        """Whether it is a case or topic particle."""
        return self.tag.startswith("J")


def from_tokens(tokens: Iterable[Any], shift: int = 0) -> list[Morpheme]:
    """Turn Kiwi's tokens into morphemes; irregular tags (VV-I) lose their mark.

    Args:
        tokens: what the analyser gives for a sentence.
        shift: where the sentence begins in the document.
    """
    return [Morpheme(t.form, t.tag.partition("-")[0], shift + t.start, shift + t.start + t.len, not t.oov) for t in tokens]
