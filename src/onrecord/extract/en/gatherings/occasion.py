"""One occasion: all mentions of it, and what they tell together."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.model.facts import GatheringType

GROUPS: dict[str, str] = {
    **dict.fromkeys(("summit", "meeting", "talks"), "meeting"),
    **dict.fromkeys(("roundtable", "webinar", "forum", "conference", "seminar", "workshop", "symposium", "dialogue"), "event"),
    **dict.fromkeys(("session", "briefing", "exhibition", "visit", "call", "ceremony", "other"), ""),
}
"""The group of each type: texts use types of one group for one another ("the roundtable meeting", "the talks")."""


@dataclass(slots=True, eq=False)
class Occasion:
    """The mentions of one occasion, in text order."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def type(self) -> GatheringType:
        """The type that its best mention gives."""
        return self.best.type

    @property
    def best(self) -> Mention:
        """The mention that names it best: the headline's, else the strongest, else the first."""
        parts = lexicon.words("parts")
        whole = [m for m in self.mentions if m.part_of is None and (m.base not in parts or m.title or m.says_which)]
        return max(whole or self.mentions, key=_telling)

    @property
    def strength(self) -> int:
        """How sure the page makes it that there was, or will be, such an occasion."""
        return max(m.strength for m in self.mentions)

    @property
    def words(self) -> frozenset[str]:
        """What tells it from others of its kind."""
        return frozenset().union(*(m.words for m in self.mentions))

    @property
    def ordinal(self) -> int | None:
        """Which one of its series it is."""
        return next((m.ordinal for m in self.mentions if m.ordinal), None)

    @property
    def who(self) -> frozenset[str]:
        """Ids of persons and organizations named with it."""
        return frozenset().union(*(m.who for m in self.mentions))

    @property
    def place_words(self) -> frozenset[str]:
        """The words of its places: "the meeting in Woodside" is "the Woodside summit"."""
        return frozenset(word.lower() for m in self.mentions for word in m.place_text.split())

    @property
    def title(self) -> bool:
        """Whether the headline names it."""
        return any(m.title for m in self.mentions)


def _telling(mention: Mention) -> tuple[bool, bool, bool, bool, int, int]:
    """How well a mention names its occasion."""
    noun = mention.rule in ("gathering-noun", "agenda-entry") and bool(mention.words or mention.ordinal)
    capital = noun and mention.head.text[:1].isupper()
    return mention.says_which, mention.rule == "headline", noun, capital, mention.strength, -mention.at
