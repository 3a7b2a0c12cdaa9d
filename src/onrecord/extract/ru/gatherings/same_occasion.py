"""Which occasion a mention means: one that a Russian page has named before, or none of these."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ru.gatherings import leading, partners, sequels, told_apart
from onrecord.extract.ru.gatherings.collected import Collected
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.forms import same_word
from onrecord.model import Document, Person, Span

MEETING = frozenset({"meeting", "talks", "summit"})
"""Kinds of which each may be told by a word for another."""


_MET = MEETING | {"call"}
"""Kinds at which somebody meets somebody."""

_BROAD = MEETING | {"session", "dialogue", "roundtable", "conference", "forum", "seminar"}
"""Kinds of which a title may tell one by a noun for another: Консультации в Вене for a заседание there."""


class SameOccasion:
    """Tells which occasion of one document a mention means.

    Args:
        document: the page.
        reading: its reading.
        actors: who can act.
        found: the occasions that it has named so far, to which the reader adds.
        said: what somebody says.
        mentions: all mentions of the page.
    """

    def __init__(
        self,
        document: Document,
        reading: Reading,
        actors: Entities,
        found: list[Collected],
        said: list[Span],
        mentions: list[Mention],
    ) -> None:
        self.document = document
        self.text = document.text
        self.reading = reading
        self.actors = actors
        self.found = found
        self.said = said
        self.mentions = mentions

    def find(self, mention: Mention, date: DateMention | None) -> Collected | None:
        """Return the occasion that a mention with its day means, if one was named before."""
        ordered = [o for o in reversed(self.found) if any(m.head == mention.head for m in o.mentions)]
        ordered += [o for o in reversed(self.found) if o not in ordered]
        other = self.names_other(mention) or (mention.verb is not None and " Fut" in mention.verb.tag and date is None)
        turns = set() if mention.head in vocabulary.load("gatherings")["sittings"] else self._turns([mention])
        for known in ordered:
            same_head = any(_same_noun(m, mention) for m in known.mentions)
            stop = date is not None and date is not known.date and known.is_tour() and self._is_stop(mention)
            if stop or self._is_other_turn(known, turns):
                continue
            meetings = known.best.type in MEETING and mention.type in MEETING
            if (sequels.names_guest(mention) and self._is_met_apart(known, mention)) or self._is_before(known, mention):
                continue
            if self._is_with_others(known, mention):
                continue
            if other or (date and not known.holds(date)) or (mention.bare and self._is_passing(known, mention)):
                continue
            if mention.titled and known.best.titled:
                if self._same_title(mention, known.best):
                    return known
                continue
            loose = mention.bare and mention.weak and not date and self._can_mean(mention, known)
            alike = meetings or mention.type == known.best.type or self._is_there(known, mention)
            titular = alike and known is self.found[0] and known.date is None and self._is_of_title(known)
            if same_head or loose or titular or (meetings and not date and (mention.bare or mention.aside)):
                return known
        return None

    def _is_before(self, known: Collected, mention: Mention) -> bool:
        """Tell whether a bare noun told in the past means what was held, and nothing that is only announced on the way."""
        other = mention.bare and all(m.head != mention.head for m in known.mentions)
        past = other and any(t.tag.startswith("VERB Fin Past") for t in mention.sentence.tokens)
        return past and known.is_ahead(self.document) and any(o.is_told_held() for o in self.found)

    def _is_met_apart(self, known: Collected, mention: Mention) -> bool:
        """Tell whether somebody is met on a visit, or before an occasion that is still to come: встретился с послом."""
        met = mention.type in MEETING and " Plur" not in mention.token.tag
        return met and (known.first.type == "visit" or (known.is_ahead(self.document) and " Past" in mention.token.head.tag))

    def guests(self, mention: Mention) -> frozenset[str]:
        """Return the ids of those whom the words for a meeting name as met."""
        return partners.met(self.reading, self.actors, mention)

    def beside(self, mention: Mention) -> Collected | None:
        """Return the meeting told last, where a mention is one more, with somebody whom no meeting told before names."""
        if mention.type not in _MET or not self.found:
            return None
        held = [o for o in self.found if o.first.type in _MET and not o.is_ahead(self.document)]
        return held[-1] if held and all(self._is_with_others(known, mention) for known in held) else None

    def _is_with_others(self, known: Collected, mention: Mention) -> bool:
        """Tell whether a meeting has a guest of its own, whom the sentences of another with its guest do not name."""
        if not {mention.type, known.first.type} <= _MET:
            return False
        guests = self.guests(mention)
        if not guests or not any(self.guests(m) for m in known.mentions):
            return False
        named = (who.id for m in known.mentions for _, who in self.actors.within(m.sentence.span) if isinstance(who, Person))
        return guests.isdisjoint(named)

    def _is_stop(self, mention: Mention) -> bool:
        """Tell whether a house is visited on a tour, and no meeting there is told: делегация посетила институт."""
        met = any(m.sentence.i == mention.sentence.i and m.type in MEETING for m in self.mentions)
        return mention.verb is not None and mention.type == "visit" and not met

    def names_other(self, mention: Mention) -> bool:
        """Tell whether a mention names one more of a series: следующая встреча, ответный визит."""
        table = vocabulary.load("gatherings")["others"]
        named = () if mention.verb is not None else self.reading.between(mention.name)  # встретился с новым послом
        return any(model.lemma(t.text) in table for t in named)

    def _is_other_turn(self, known: Collected, turns: set[str]) -> bool:
        """Tell whether one is called the first of a series, and the other the second: Второй диалог пройдёт в Алматы."""
        theirs = self._turns(known.mentions) if turns else set()
        return bool(theirs) and turns.isdisjoint(theirs)

    def _turns(self, mentions: list[Mention]) -> set[str]:
        """Return the ordinals with which occasions are counted."""
        numbers = vocabulary.load("gatherings")["ordinals"]
        return {lemma for m in mentions for t in self.reading.between(m.name)[:1] if (lemma := model.lemma(t.text)) in numbers}

    def _is_there(self, known: Collected, mention: Mention) -> bool:
        """Tell whether the sentence of an occasion names the town of one that the title tells by another noun."""
        words = (t.text for t in mention.sentence.tokens if t.text[:1].isupper())
        town = known.place.of(self.text) if known.place is not None and mention.type in _BROAD else None
        return town is not None and any(same_word(town, word) for word in words)

    def _is_of_title(self, known: Collected) -> bool:
        """Tell whether only the title has named an occasion, which the lead then tells by another word: О встрече X."""
        return all(leading.is_subject_of_title(self.reading, m) for m in known.mentions)

    def _is_passing(self, known: Collected, mention: Mention) -> bool:
        """Tell whether an occasion is only what somebody spoke of, to which a bare noun in other words does not point back."""

        def said(one: Mention) -> bool:
            return any(span.contains(one.name) for span in self.said)

        if known.date is None and all(told_apart.tells_hope_or_failure(m) for m in known.mentions):
            return True  # она напомнила о срыве саммита. К дискуссии присоединился X
        return known is not self.found[0] and known.date is None and all(said(m) for m in known.mentions) and not said(mention)

    def _can_mean(self, mention: Mention, known: Collected) -> bool:
        """Tell whether a bare noun can mean an occasion of another kind: встреча, мероприятие can, конференция cannot."""
        if mention.head in vocabulary.load("gatherings")["any_occasion"]:
            return True
        large = mention.type == "forum" and known.best.type in ("summit", "conference", "symposium")
        return large or mention.type in ("meeting", "session", "dialogue") or mention.type == known.best.type

    def _same_title(self, a: Mention, b: Mention) -> bool:
        """Tell whether two titles are one, also where one leaves out what follows its colon."""
        x, y = sorted((re.split("«", m.name.of(self.text), maxsplit=1)[-1].strip('«»"') for m in (a, b)), key=len)
        return x == y or re.split(r"[:.]\s", y)[0] == x or y.startswith(f"{x} ")


def _same_noun(a: Mention, b: Mention) -> bool:
    """Tell whether two mentions have one noun, or a bare one a part of the other's: митинг for a митинг-реквием."""
    return a.head == b.head or (b.bare and b.head in a.head.split("-"))
