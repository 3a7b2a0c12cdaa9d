"""At which gathering each statement was made, and who is a speaker there for it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion import Occasion
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.extract.en.gatherings.story import Story
from onrecord.extract.en.when import Dates
from onrecord.languages.en import date_forms, gathering_words
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person, Phrase, Span, Statement

_OPEN = frozenset(
    {"roundtable", "webinar", "forum", "conference", "seminar", "workshop", "symposium", "ceremony", "dialogue", "other"}
)
"""Types at which anybody whose remarks the page tells was a speaker; at a meeting only those who take part speak."""

CROWDS = frozenset({"march", "protest march", "peace march", "demonstration", "vigil", "peace walk"})
"""Bases of occasions at which speaks who stands before the crowd, and not everybody whom the page quotes."""

_CLOSED_BASES = frozenset({"rally", "town hall", "debate", *CROWDS})


def is_open(occasion: Occasion) -> bool:
    """Tell whether anybody may have spoken at an occasion, and not only those who met."""
    large = occasion.type == "meeting" and bool(occasion.words & gathering_words.words("assemblies"))
    hearing = occasion.best.base == "hearing" and any(_is_held(m) for m in occasion.mentions)
    return (occasion.type in _OPEN or large or hearing) and occasion.best.base not in _CLOSED_BASES


def _is_held(mention: Mention) -> bool:
    """Tell whether somebody holds the hearing ("the committee held a hearing on"); that of a court takes place."""
    verb = mention.verb
    return verb is not None and mention.head.dep == "dobj" and verb.lower in gathering_words.verbs("organized")


def _years(occasion: Occasion) -> set[int | None]:
    """The years that the mentions of an occasion state."""
    return {d.date.year for m in occasion.mentions for d in m.dates if d.date is not None and d.date.year is not None}


def _is_of_other_time(cue: Token) -> bool:
    """Tell whether something was said before or after what is told ("had previously announced", "said earlier")."""
    behind = cue.nbor()
    adverbs = [*(t for t in cue.children if t.dep == "advmod"), *([behind] if behind is not None else [])]
    return any(t.lower in date_forms.words()["other_times"] and t.tag[:2] == "RB" for t in adverbs)


def _is_of_years(cue: Token) -> bool:
    """Tell whether something was said over years and not on a day ("has consistently called for", "for decades has argued")."""
    if not any(t.dep == "aux" and t.lower in ("has", "have") for t in cue.children):
        return False
    habits = [t for adverb in cue.children if adverb.dep == "advmod" for t in clauses.coordinated(adverb)]
    return any(t.lower in gathering_words.words("habitual") for t in habits) or any(
        t.lower in gathering_words.words("stretches") for t in clauses.objects(cue, "for", "during", "over", "throughout")
    )


def _is_setting(mention: Mention) -> bool:
    """Tell whether a mention says where something was said: "at a conference", "told a briefing", "addressing the press"."""
    head = mention.head
    if mention.rule in ("addressed-press", "appeared-before", "spoke-before-body"):
        return True
    if head is mention.verb:
        return False
    told = head.dep == "dobj" and mention.verb is not None and mention.verb.lower in ("told", "tells", "addressed", "briefed")
    prep = head.head
    aside = prep.lower == "of" and prep.head.dep == "pobj"  # "as part of a rally"
    if prep.lower == "to" and prep.head.lower in gathering_words.verbs("alluding"):
        return False  # "pointed to the summit of 2018"
    return told or (head.dep == "pobj" and (aside or prep.lower in ("at", "in", "during", "to", "before")))


class Podium:
    """Puts statements to gatherings.

    Args:
        sides: whom the phrases of the document name.
        story: of which occasion the text tells at a place.
        rolls: the roll of each occasion.
        planned: the occasions that have not taken place.
    """

    def __init__(self, sides: Sides, story: Story, rolls: dict[Occasion, Roll], planned: set[Occasion]) -> None:
        self.sides = sides
        self.reading = sides.reading
        self.dates = Dates.of(sides.document, sides.reading)
        self.entities = sides.entities
        self.story = story
        self.main = story.main
        self.rolls = rolls
        self.planned = planned

    def place(self, statement: Statement, ids: dict[Occasion, str]) -> Statement:
        """Return the statement with its gathering, and enter its speakers in that gathering's roll."""
        named = self._speakers(statement)
        spoken = statement.rule == "transcript" and self.main is not None and self.main.type != "visit"
        occasion = self.main if spoken else self._occasion(statement, named)
        if occasion is None:
            return statement
        roll = self.rolls[occasion]
        if not is_open(occasion) and not self._venue(statement, occasion):
            at = statement.cue_span or statement.content_spans[0]
            crowd = occasion.best.base in CROWDS and self._in_crowd(at)
            crowd = crowd or (statement.rule == "transcript" and occasion is self.main)
            named = [n for n in named if crowd or roll.has(n[0])]
        if occasion.type != "visit":
            roll.add(
                [n for n in named if isinstance(n[0], Person) or roll.has(n[0])],
                "speaker",
                "statement-there",
                statement.cue or None,
            )
        return replace(statement, gathering=ids[occasion])

    def _speakers(self, statement: Statement) -> list[Named]:
        """Everybody named as the statement's subject: both of "A and B agreed", nobody for "the leaders"."""
        if statement.speaker_span is None or statement.relayed_by is not None:
            return []
        found: list[Named] = [(e, s) for s, e in self.entities.within(statement.speaker_span) if isinstance(e, Person)]
        found += [n for n in self._described(statement.speaker_span) if n[0] not in [who for who, _ in found]]
        if found:
            return found
        if isinstance(statement.speaker, Person | Organization):
            return [(statement.speaker, statement.speaker_span)]
        country = [p for _, p in self.entities.places_within(statement.speaker_span) if p.country]
        return (
            [(Phrase(statement.speaker_span.of(self.reading.text), statement.speaker_span), statement.speaker_span)]
            if country
            else []
        )

    def _described(self, span: Span) -> list[Named]:
        """Those whom both halves of "The Vice President and the President" mean."""
        tokens = self.reading.between(span)
        head = next((t for t in tokens if t.head not in tokens), None)
        if head is None or not any(t.lower == "and" for t in tokens):
            return []
        return [n for each in clauses.coordinated(head) for n in self.sides.each(each) if isinstance(n[0], Person)]

    def _occasion(self, statement: Statement, named: list[Named]) -> Occasion | None:
        at = statement.cue_span or statement.speaker_span or statement.content_spans[0]
        if self._elsewhere(statement, at):
            return None
        told = self._told(statement, named, at)
        found = told if told is not None else self._at_main(named, at)
        return found if found is not None and not self._on_other_day(found, at) else None

    def _at_main(self, named: list[Named], at: Span) -> Occasion | None:
        """The occasion that the page is about, where those who speak were there or anybody may have spoken."""
        main = self.main
        if main is None or (main in self.planned and not is_open(main)):
            return None
        about = main.best.rule == "headline" or is_open(main)
        there = any(self.rolls[main].has(who) for who, _ in named) or (main.best.base in CROWDS and self._in_crowd(at))
        return main if there or (about and is_open(main)) or (about and not named) else None

    def _told(self, statement: Statement, named: list[Named], at: Span) -> Occasion | None:
        """The occasion that the statement's own sentence names outside the words said, or that the paragraph tells of."""
        if self.main is not None and self.main.best.rule == "headline" and self.main.type != "visit":
            there = self.story.at(at.start)
            single = (
                there is not None
                and there is not self.main
                and any(m.head is m.verb or m.rule == "gathering-noun" for m in there.mentions)
            )
            if not single or there is None or not self._venue(statement, there):
                return None
            return there
        there = self.story.at(at.start)
        if there is None or self._is_recalled(there):
            return self._carried(named, at)
        if there is self.main:
            return there
        narrated = any(not any(span.contains(m.head.span) for span in statement.content_spans) for m in there.mentions)
        if there in self.planned or not narrated:
            return self._carried(named, at)  # "agreed to meet again in May": said at what was told before
        return there if not self._in_passing(there, at) else None

    def _on_other_day(self, occasion: Occasion, at: Span) -> bool:
        """Tell whether the clause of a cue names a day, and the occasion took place on others ("On Wednesday she said")."""
        cue = self.reading.between(at)[0]
        days = [d for d in self.dates.within(self.reading.sentence_of(cue).span) if d.date is not None and d.date.day]
        said = [d for d in days if self.dates.verb_of(d) is cue]
        held = [d for m in occasion.mentions for d in m.dates if d.date is not None and d.date.day]
        return bool(said and held) and not any(d.shares_day_with(other) for d in said for other in held)

    def _is_recalled(self, there: Occasion) -> bool:
        """Tell whether a visit of another year is told at the event that the page is about ("his first trip, in 1996")."""
        main = self.main
        return there.type == "visit" and main is not None and is_open(main) and _years(there).isdisjoint(_years(main))

    def _in_crowd(self, at: Span) -> bool:
        """Tell whether the paragraph of a statement speaks of the crowd before which it was made."""
        sentence = self.reading.sentence_of(self.reading.between(at)[0])
        tokens = self.reading.between(self.reading.paragraphs[sentence.paragraph].span)
        return any(t.lower in gathering_words.noun_set("crowd_words") for t in tokens)

    def _in_passing(self, occasion: Occasion, at: Span) -> bool:
        """Tell whether the sentence names the occasion only beside the speaker ("X, who was in town for a forum, said")."""
        sentence = self.reading.sentence_of(self.reading.between(at)[0])
        here = [m for m in occasion.mentions if m.head.sentence == sentence.i] or [
            m for m in occasion.mentions if self.reading.sentence_of(m.head).paragraph == sentence.paragraph
        ]
        return bool(here) and all(any(t.dep in ("relcl", "acl") for t in [m.head, *m.head.ancestors]) for m in here)

    def _carried(self, named: list[Named], at: Span) -> Occasion | None:
        """The talks of which the paragraphs before tell, for what somebody who was at them says further on."""
        for occasion in self.story.before(at.start):
            if occasion is self.main or occasion in self.planned or occasion.type in ("visit", "ceremony", "call"):
                continue
            if any(self.rolls[occasion].has(who) for who, _ in named):
                return occasion
        return None

    def _venue(self, statement: Statement, occasion: Occasion) -> bool:
        """Tell whether the occasion stands in the statement's sentence as where it was made ("told a briefing")."""
        at = statement.cue_span or statement.content_spans[0]
        sentences = {t.sentence for t in self.reading.between(at)}
        inside = [m for m in occasion.mentions if m.head.sentence in sentences and _is_setting(m)]
        return any(not any(span.contains(m.head.span) for span in statement.content_spans) for m in inside)

    def _elsewhere(self, statement: Statement, at: Span) -> bool:
        """Tell whether the words were written, or said to a medium: "told the daily", "wrote in an essay"."""
        if statement.manner == "wrote":
            return True
        cue = self.reading.between(at)[0]
        if _is_of_other_time(cue) or _is_of_years(cue):
            return True
        sentence = self.reading.sentence_of(cue)
        outside = [t for t in sentence.tokens if not any(span.overlaps(t.span) for span in statement.content_spans)]
        return any(t.lower in gathering_words.words("media") for t in outside)
