"""One occasion of a Russian page while it is collected from its mentions."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.occasion import Occasion
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Document, Span


@dataclass(slots=True)
class Collected(Occasion[Mention]):
    """One gathering while it is collected."""

    line: DateMention | None = None
    """The date of a dateline beside the occasion, which may be the page's own: it holds where the text gives none."""
    whole: Collected | None = None
    """The meetings of which it is one."""
    divided: bool = False
    """The meetings for which it stands have been told."""
    beside: Collected | None = None
    """The meeting told before it, with somebody else."""
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
        return max(self.mentions, key=lambda m: (m.titled, not m.bare, not m.signs, m.name.end - m.name.start, -m.name.start))

    @property
    def told(self) -> DateMention | None:
        """The day that its sentences tell, else that of the dateline."""
        return self.date or self.line

    def is_ahead(self, document: Document) -> bool:
        """Tell whether it is still to come: behind the day of the page; where either is open, whether the text says so."""
        start = self.date.date.bounds() if self.date and self.date.date else None
        page = document.published.bounds() if document.published else None
        within = start and page and start[0] < page[0] and page[1] <= start[1]  # осенью, on a page of the same year
        if start and page and not within:
            return start[0] > page[1]
        return any(" Fut" in tag for tag in self._tenses()) and not self.is_told_held()

    def is_told_held(self) -> bool:
        """Tell whether a verb in the past says that it took place: принял делегацию, состоялась встреча."""
        return any(" Past" in tag for tag in self._tenses())

    def _tenses(self) -> list[str]:
        told = [" Fut" if _is_agreed(m) else verb.tag for m in self.mentions if (verb := _told_by(m)) is not None]
        return told + [" Fut" for m in self.mentions if is_prepared(m)]

    def is_tour(self) -> bool:
        """Tell whether it is a visit of several days, named by a noun, in which single houses are visited."""
        several = self.told is not None and self.told.end is not None
        return several and self.best.type == "visit" and any(m.verb is None for m in self.mentions)

    def holds(self, date: DateMention) -> bool:
        """Tell whether a date can be a day of it."""
        mine = self.date
        if mine is None or mine.date is None or date.date is None or mine.date.agrees(date.date):
            return True
        last, day = mine.end.bounds() if mine.end is not None else None, date.date.bounds()
        first = mine.date.bounds()
        return bool(first and last and day and first[0] <= day[0] and day[1] <= last[1])


def _told_by(mention: Mention) -> Token | None:
    """Return the verb that says when an occasion is: форум состоится; форум, который пройдёт; X встретится с Y."""
    if mention.verb is not None:
        return mention.verb
    head = mention.token.head
    if _is_agreed(mention):
        return head
    if mention.token.dep in ("nsubj", "nsubj:pass") and head.tag.startswith(("VERB", "ADJ")):
        return head.child("cop", "aux:pass") or head  # будет проведён
    last = mention.token
    while (after := last.nbor()) is not None and after.end <= mention.name.end:
        last = after
    comma = last.nbor()
    which = comma.nbor() if comma is not None and comma.text == "," else None
    return which.head if which is not None and which.lower in _WHICH and which.head.tag.startswith("VERB Fin") else None


def _is_agreed(mention: Mention) -> bool:
    """Tell whether somebody only agreed or means to hold an occasion: договорились провести встречу."""
    held = mention.token.head
    ahead = mention.verb is None and mention.token.dep in ("obj", "obl") and " Inf" in held.tag
    return ahead and model.lemma(held.head.text) in vocabulary.words("gatherings", "agreeing")


def is_prepared(mention: Mention) -> bool:
    """Tell whether an occasion is only prepared or coming: подготовка визита, предстоящий саммит, договорились о встрече."""
    about = mention.token.child("case")
    if (
        about is not None
        and about.lower in ("о", "об")
        and model.lemma(mention.token.head.text) in vocabulary.words("gatherings", "agreeing")
    ):
        return True
    first = next((t for t in mention.sentence.tokens if t.start >= mention.name.start), mention.token)
    before = first.nbor(-1)
    coming = vocabulary.words("gatherings", "coming")
    if any(model.lemma(t.text) in coming and t.tag.startswith(("ADJ", "VERB Part")) for t in (first, before) if t is not None):
        return True
    return before is not None and " Gen" in mention.token.tag and model.lemma(before.text) in coming


_WHICH = frozenset({"который", "которая", "которое", "которые"})
"""The subject of a clause that tells when the occasion before it is: форум, который пройдёт 20 мая."""
