"""The smallest pieces of a Korean reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern
from typing import Any

from onrecord.languages.ko import vocabulary
from onrecord.model import Span

NOUN_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "XPN", "XSN", "SL", "SH", "SN", "XR", "MM", "W_SERIAL"})
"""Sejong tags of what can stand inside a noun phrase without a particle."""


@dataclass(slots=True)
class Morpheme:
    """A morpheme; contracted ones share characters (했 = 하 + 었). `known` tells whether the dictionary has it.

    Nothing changes one once its sentence is made; it is not frozen because a page has thousands and a frozen one takes five
    times as long to make.
    """

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
        return self.tag[:1] == "J"


def from_tokens(tokens: Iterable[Any], shift: int = 0) -> list[Morpheme]:
    """Turn Kiwi's tokens into morphemes; irregular tags (VV-I) lose their mark.

    Args:
        tokens: what the analyser gives for a sentence.
        shift: where the sentence begins in the document.
    """
    made = [Morpheme(t.form, _TAGS[t.tag], (start := shift + t.start), start + t.len, not t.oov) for t in tokens]
    joined = []
    for at in [at for at, m in enumerate(made) if not m.known or m.form == "이" or (m.tag == "NNP" and m.form[-1] == "도")]:
        morpheme = made[at]
        if morpheme.tag == "NNP" and (morpheme.form[-1] in "과와" if not morpheme.known else morpheme.form[-1] == "도"):
            joined.append(at)
        if (
            morpheme.tag == "MM"
            and morpheme.form == "이"
            and at
            and made[at - 1].end == morpheme.start
            and made[at - 1].is_noun
        ):
            morpheme.tag = "JKS"  # 소장이 사회를: written on to a noun it is the particle and no "this"
    for at in reversed(joined):
        made[at : at + 1] = _parted(made[at])
    return made


def _parted(name: Morpheme) -> list[Morpheme]:
    """Part a supposed name that is an office with a particle written on to it: 시장과, 대사도 (no island)."""
    office, end = name.form[:-1], name.end - 1
    if office not in vocabulary.words("titles", "heads"):
        return [name]
    return [
        Morpheme(office, "NNG", name.start, end, known=True),
        Morpheme(name.form[-1], "JX" if name.form[-1] == "도" else "JC", end, name.end, known=True),
    ]


class _Tags(dict[str, str]):
    """The analyser's tags without the marks of irregular verbs, each cut once."""

    def __missing__(self, tag: str) -> str:
        plain = self[tag] = intern(tag.partition("-")[0])
        return plain


_TAGS = _Tags()
