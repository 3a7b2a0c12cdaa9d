"""Predicates of a sentence: their stem, their words and the ending that joins them to what follows."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.ko.morphemes import Morpheme
from onrecord.model import Span

_STEMS = frozenset({"VV", "VA", "XSV", "XSA"})
_ENDINGS = frozenset({"EP", "EC", "EF", "ETM", "ETN", "VX"})
_INSIDE = frozenset({"XPN", "NNG", "XR", "MAG"})
"""Tags of what a verb with 하다 is made of."""


_REPORTED = ("다고", "라고", "자고", "냐고")
"""Endings behind which what stands before is reported."""


@dataclass(slots=True)
class Predicate:
    """A verb or adjective: `stem` (강조하, 밝히), `pos` its tag, `span` up to its last ending, `ending` and `tag` that ending.

    `first` and `last` are the indices of its morphemes in the sentence, `last` exclusive.
    """

    stem: str
    pos: str
    span: Span
    ending: str
    tag: str
    first: int
    last: int

    @property
    def is_reported(self) -> bool:
        """Tell whether the ending makes what stands before it somebody's words: 방문한다고."""
        return self.ending.endswith(_REPORTED)


def predicates(morphemes: list[Morpheme]) -> list[Predicate]:
    """Return the predicates in text order; a noun with 하다 is one stem (강조 + 하 → 강조하)."""
    found = []
    last = 0
    for i in [i for i, m in enumerate(morphemes) if m.tag in _STEMS or (m.tag == "VX" and _says(morphemes, i))]:
        if i < last:
            continue
        first = _first(morphemes, i)
        end, last = morphemes[i].end, i + 1
        # An ending or an auxiliary verb (by a space apart: 돼 있다) goes on with the predicate.
        for after in morphemes[last:]:
            if after.tag not in _ENDINGS or after.start > morphemes[last - 1].end + (after.tag == "VX"):
                break
            if after.tag == "VX" and _says(morphemes, last):
                break
            end = max(end, after.end)
            last += 1
        stem = morphemes[i].form if first == i else "".join([x.form for x in morphemes[first : i + 1]])
        if stem == "들리" and any(x.form == "주" for x in morphemes[i + 1 : last]):
            stem = "들려주"  # the analyser parts what is one verb: to tell, not to be heard
        ending = morphemes[last - 1]
        span = Span(morphemes[first].start, end)
        found.append(Predicate(stem, morphemes[i].tag, span, ending.form, ending.tag, first, last))
    return found


def _says(morphemes: list[Morpheme], i: int) -> bool:
    """Tell whether what the analyser takes for an auxiliary verb is 하다, to say, behind reported words: 협력하자고 하였다."""
    return i > 0 and morphemes[i].form == "하" and morphemes[i - 1].form.endswith(_REPORTED)


def _first(morphemes: list[Morpheme], i: int) -> int:
    """Return where the stem begins whose verb is morpheme `i`: at the noun that 하다 makes a verb."""
    if morphemes[i].tag not in ("XSV", "XSA"):
        return i
    first = i
    while first and morphemes[first - 1].end == morphemes[first].start and morphemes[first - 1].tag in _INSIDE:
        first -= 1
    return first
