"""One occasion of a Russian page while it is collected from its mentions."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.occasion import Occasion
from onrecord.extract.ru.occasions import Mention
from onrecord.languages.date_mention import DateMention
from onrecord.model import Span


@dataclass(slots=True)
class Collected(Occasion[Mention]):
    """One gathering while it is collected."""

    line: DateMention | None = None
    """The date of a dateline beside the occasion, which may be the page's own: it holds where the text gives none."""
    whole: Collected | None = None
    """The meetings of which it is one."""
    divided: bool = False
    """The meetings for which it stands have been told."""
    umbrella: bool = False
    """It stands for several meetings, which are told one by one."""
    last: DateMention | None = None
    """Its last day, told by a verb: продлится до 15 ноября."""
    venue: Span | None = None
    """The house that its sentences name, which holds where they name no town."""
    line_place: Span | None = None
    """The town of a dateline before it, which holds where its sentences name none."""

    @property
    def best(self) -> Mention:
        """The mention with a title, else the fullest."""
        return max(self.mentions, key=lambda m: (m.titled, not m.bare, m.name.end - m.name.start, -m.name.start))

    def is_tour(self) -> bool:
        """Tell whether it is a visit of several days, named by a noun, in which single houses are visited."""
        several = self.date is not None and self.date.end is not None
        return several and self.best.type == "visit" and any(m.verb is None for m in self.mentions)

    def holds(self, date: DateMention) -> bool:
        """Tell whether a date can be a day of it."""
        mine = self.date
        if mine is None or mine.date is None or date.date is None or mine.date.agrees(date.date):
            return True
        last, day = mine.end.bounds() if mine.end is not None else None, date.date.bounds()
        first = mine.date.bounds()
        return bool(first and last and day and first[0] <= day[0] and day[1] <= last[1])
