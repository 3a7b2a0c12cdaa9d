"""Persons whose office is not in one run with the name: with another spelling behind, behind 장관인, or a native name alone."""

from __future__ import annotations

import re

from onrecord.extract.ko.names import name_shapes
from onrecord.extract.ko.names.titled import Titled
from onrecord.languages.ko import names
from onrecord.languages.ko.nominals import Run
from onrecord.model import Span

COMMON_SURNAME = 3.0
"""Bearers in a thousand from which on an unknown word of three syllables with that surname is a name without an office."""

_BEFORE_APPOSED = re.compile(r"([가-힣]+)(?:인|이던|이었던) $")
"""An office that says who somebody is, right before the name: 전 몽골 외교장관인 X."""

LONGEST_OFFICE = 20
"""Code points that no such word exceeds."""


def read(run: Run, text: str) -> list[Titled]:
    """Return the person whom a run names without an office; most runs name none."""
    words = run.words
    length = name_shapes.length(words)
    if not length:
        return []
    glossed = any(
        (names.is_latin_name(g.of(text)) and not g.of(text).isupper())
        or (names.is_hanja(g.of(text)) and name_shapes.sounds(w, g))
        for w in words[:length]
        for g in (name_shapes.spelling(text, gloss) for gloss in w.glosses)
    )
    unknown = all(any(not m.known for m in w.morphemes) for w in words[:length])
    native = length == 1 and len(words[0].text) == 3 and names.surname_of(words[0].text) is not None
    native = native and (glossed or names.is_given(words[0].text[1:]))
    common = names.surnames().get(words[0].text[:1], 0.0) >= COMMON_SURNAME
    office = _BEFORE_APPOSED.search(text, max(0, words[0].span.start - LONGEST_OFFICE), words[0].span.start)
    if office and names.title_head(office[1]) and (native or (unknown and length == len(words) > 1)):
        whole = Span(words[0].span.start, words[length - 1].span.end)
        return [Titled(run, whole, None, foreign=not native, rule="apposed-name")]
    if glossed or name_shapes.tells_itself(words[:length]) or (unknown and native and common and length == len(words)):
        found = Titled(
            run,
            Span(words[0].span.start, words[length - 1].span.end),
            None,
            foreign=not native,
            glosses=[gloss for word in words[:length] for gloss in word.glosses],
            rule="name-with-gloss" if glossed else "bare-name",
        )
        return [found]
    return []
