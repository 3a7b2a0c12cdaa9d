"""Which mentions speak of one occasion."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.en.gatherings.mention import Mention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.model.facts import GatheringType

_GROUPS: dict[str, str] = {
    **dict.fromkeys(("summit", "meeting", "talks"), "meeting"),
    **dict.fromkeys(("roundtable", "webinar", "forum", "conference", "seminar", "workshop", "symposium", "dialogue"), "event"),
    **dict.fromkeys(("session", "briefing", "exhibition", "visit", "call", "ceremony", "other"), ""),
}
"""Types that texts use for one another ("the roundtable meeting", "the talks", "the summit")."""


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
        return max(
            self.mentions,
            key=lambda m: (m.rule == "headline", m.rule == "gathering-noun" and not _is_bare(m), m.strength, -m.at),
        )

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


def merge(mentions: list[Mention]) -> list[Occasion]:
    """Return the occasions that the mentions speak of, in text order."""
    occasions: list[Occasion] = []
    for mention in sorted(mentions, key=lambda m: (not m.title, m.at)):
        found = _find(occasions, mention)
        if found is not None:
            found.mentions.append(mention)
        else:
            occasions.append(Occasion([mention]))
    return sorted(occasions, key=lambda o: min(m.at for m in o.mentions))


def _find(occasions: list[Occasion], mention: Mention) -> Occasion | None:
    near = sorted(occasions, key=lambda o: -max(m.at for m in o.mentions if m.at <= mention.at or m.title)) if occasions else []
    fitting = [o for o in near if _may_be(o, mention)]
    if mention.head is mention.verb:
        return next((o for o in fitting if _same_verb(o, mention)), None)
    if _is_bare(mention):
        return _pointed_at(fitting, near, mention)
    return next((o for o in fitting if _same_words(o, mention)), None)


def _is_bare(mention: Mention) -> bool:
    return not mention.words and not mention.ordinal


def _pointed_at(fitting: list[Occasion], near: list[Occasion], mention: Mention) -> Occasion | None:
    """Return the occasion that "the meeting" or "the event" points at."""
    if mention.plural:
        return None
    if not mention.refers_back and mention.strength >= 3:
        return next((o for o in fitting if o.title and len(near) == 1), None)
    exact = [o for o in fitting if any(m.base == mention.base for m in o.mentions)]
    if exact:
        return exact[0]
    if mention.base in lexicon.words("referring"):
        titled = [o for o in near if o.title and _dates_agree(o, mention)]
        return (titled or fitting or [None])[0]  # type: ignore[list-item]
    return fitting[0] if fitting else None


def _same_words(occasion: Occasion, mention: Mention) -> bool:
    if mention.ordinal and occasion.ordinal and mention.ordinal == occasion.ordinal:
        return True
    mine, theirs = mention.words, occasion.words | occasion.place_words
    if mention.who & occasion.who and {mention.type, occasion.type} <= {"meeting", "talks"} and not mention.ordinal:
        return True
    if mention.head.lower in lexicon.words("referring") and mention.refers_back and occasion.title and not mention.dates:
        return bool(mine & theirs)
    shared = len(mine & theirs)
    return bool(shared) and shared >= 0.5 * min(len(mine), len(theirs))


def _same_verb(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether "met with X" is an occasion known already: one with X, or the headline's where no other side is named."""
    if mention.who and occasion.who:
        return len(mention.who & occasion.who) >= min(2, len(mention.who), len(occasion.who))
    return occasion.title and len(occasion.mentions) == 1


def _may_be(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether type, number, edition and dates allow both to be one."""
    kinds = {m.type for m in occasion.mentions}
    groups = {_GROUPS[k] or k for k in kinds}
    if mention.rule == "spoke-with" and "call" in kinds:
        return _dates_agree(occasion, mention)
    if (
        mention.type not in kinds
        and (_GROUPS[mention.type] or mention.type) not in groups
        and mention.base not in ("event", "occasion")
    ):
        return False
    if mention.plural != occasion.best.plural and not (occasion.title or mention.title):
        return False
    if mention.ordinal and occasion.ordinal and mention.ordinal != occasion.ordinal:
        return False
    return _dates_agree(occasion, mention)


def _dates_agree(occasion: Occasion, mention: Mention) -> bool:
    mine = [d.date for d in mention.dates if d.date]
    theirs = [d.date for m in occasion.mentions for d in m.dates if d.date]
    return not mine or not theirs or any(a.agrees(b) for a in mine for b in theirs)
