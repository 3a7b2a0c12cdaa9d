"""One mention of an occasion in the text, as all steps of the search for gatherings share it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Token
from onrecord.model import Span
from onrecord.model.facts import GatheringType


@dataclass(slots=True, eq=False)
class Mention:
    """One mention of an occasion.

    Attributes:
        head: the noun or verb that mentions it.
        base: the noun or verb in its base form.
        span: the words that name it.
        verb: for a noun the verb that governs it, for a verb itself.
        words: what tells it from others of its kind, in lower case.
        refers_back: whether the words may point to an occasion already mentioned ("the meeting").
        strength: how sure the words make it that there was, or will be, such an occasion.
        part_of: the mention whose occasion this is too, by grammar ("travelled to Vienna for talks").
        lead: whether the first sentence of the report holds it, which tells what the headline names.
        online: whether the line that announces it names a way to meet at a distance.
        says_which: whether it says of which kind "talks" or "meeting" of the headline are ("hosted a round table").
        apart: whether its day is too far from that of the page to be the occasion that a readout reports.
        until: the day until which it is open, where the words tell no other.
        who: ids of persons and organizations named with it.
    """

    head: Token
    type: GatheringType
    base: str
    span: Span
    verb: Token | None
    rule: str
    words: frozenset[str] = frozenset()
    ordinal: int | None = None
    plural: bool = False
    refers_back: bool = False
    strength: int = 0
    title: bool = False
    dates: list[DateMention] = field(default_factory=list)
    until: DateMention | None = None
    who: frozenset[str] = frozenset()
    place: Span | None = None
    place_text: str = ""
    venue: Span | None = None
    part_of: Mention | None = None
    lead: bool = False
    says_which: bool = False
    online: bool = False
    apart: bool = False

    @property
    def at(self) -> int:
        """Where the mention stands in the text."""
        return self.head.start
