"""Gatherings in Russian text: which mentions are one occasion, when and where it is."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.entities import Entities
from onrecord.extract.occasion import Kind, Sentence, gathering, placed, told_by_sentence
from onrecord.extract.ru.gatherings import (
    acting,
    actors,
    captions,
    completing,
    leading,
    occasions,
    programme,
    sequels,
    told_apart,
)
from onrecord.extract.ru.gatherings.collected import Collected
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.extract.ru.gatherings.participants import Participants
from onrecord.extract.ru.gatherings.same_occasion import MEETING, SameOccasion
from onrecord.extract.ru.gatherings.settings import Settings
from onrecord.extract.ru.statements.speakers import Speakers
from onrecord.extract.scene_day import Scenes
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading
from onrecord.languages.reading import Sentence as Read
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.forms import same_word
from onrecord.model import Document, Gathering, Person, Position, Span, Statement
from onrecord.model.facts import Format, GatheringStatus

RECENT = 45
"""Days from the page's date within which a signing that it tells is news and no history."""


class Collector:
    """Collects the gatherings of one document."""

    def __init__(self, document: Document, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self.document = document
        self.text = document.text
        self.reading = reading
        self.entities = entities
        self.positions = positions
        self.actors = actors.find(entities, positions)
        self.settings = Settings(document, reading, entities)
        self.listed = programme.read(document, self.actors)
        self.found: list[Collected] = []
        self.current: dict[int, Collected] = {}
        self.said: list[Span] = []
        self.mentions: list[Mention] = []
        self.same = SameOccasion(document, reading, self.actors, self.found, self.said, self.mentions)

    def collect(self, statements: tuple[Statement, ...]) -> list[Collected]:
        """Return the occasions with their people, the main one first where a title names it."""
        told = [s for s in statements if s.manner != "agreed"]  # what is agreed on is announced
        self.said += [span for statement in told for span in statement.content_spans]
        self.mentions += occasions.find(self.reading, self.entities)
        for mention in self.mentions:
            general = mention.type == "dialogue" and mention.bare and not mention.titled
            listed = bool(self.found) and self.listed.covers(mention.name)
            passing = general and any(span.contains(mention.name) for span in self.said)  # "дверь к диалогу открыта"
            if not listed and not passing and not told_apart.is_only_proposed(self.text, mention, statements):
                self._mention(mention)
        self._leave_asides()
        self._lead()
        self.current = told_by_sentence(self.reading.sentences, self.found, passes=self._passes)
        speakers = Speakers(self.reading, self.entities, self.positions)
        people = Participants(self.document, self.reading, self.actors, self.current, self.listed.lines, speakers)
        people.read(self.found, statements)
        if self.found:
            self._take_listed(self.found[0])
        if self.found and self.found[0].told is None:
            self._begun(self.found[0])
        for number, occasion in self.current.items():
            occasion.last = occasion.last or self.settings.last_day(number)
        for occasion in self.found:
            occasion.date = _lasting(occasion.told, occasion.last)
            away = occasion.best.type == "visit" and occasion.is_ahead(self.document)
            occasion.place = occasion.place or (None if away else occasion.line_place)
        if self.found and self.found[0].place is None and self.found[0].venue is None:
            told_apart.housed(self.settings, self._about(self.found[0]), self.found[0])
        for occasion in self.found:
            if occasion.whole is not None:
                occasion.parts += [part for part in occasion.whole.parts if part[1] == "participant"]
        self.found = [o for o in self.found if not o.divided]
        kept = [o for k, o in enumerate(self.found) if o.counts(main=k == 0, numbered=self._is_other(o))]
        for dropped in [o for o in self.found if kept and o.date is None and all(o is not k for k in kept)]:
            if _is_other_kind(kept[0], dropped):
                self.current = {number: o for number, o in self.current.items() if o is not dropped}
                continue
            kept[0].attendance = kept[0].attendance or dropped.attendance
            kept[0].parts += dropped.parts  # a bare встреча, беседа without a day of its own is the main occasion again
            self.current = {number: kept[0] if o is dropped else o for number, o in self.current.items()}
        captions.enter(self.reading, self.actors, self.current, self.settings.noted())
        acting.enter(self.document, self.reading, self.actors, self.current, kept, statements)
        completing.place(self.settings, kept)
        completing.visit(self.document, kept)
        completing.host(self.reading, self.actors, kept)
        return kept

    def _lead(self) -> None:
        """Put first what the text begins with, where the title only speaks of something else that nobody dates."""
        if not self.found or self.listed.date is not None or self.found[0].date is not None or self.found[0].best.titled:
            return
        named = self.found[0]
        if named.best.type == "briefing" and leading.is_transcript(self.reading, named.first):
            return
        held = named.is_told_held()
        days = [bool(o.told) and not (held and o.is_ahead(self.document)) for o in self.found]
        told = leading.told_first(self.reading, list(zip((o.mentions for o in self.found), days, strict=True)))
        if told is None or named.line is not None:
            return
        main = self.found[told]
        shorter = leading.is_shorter(named.best, main.best)
        if not shorter and any(leading.is_subject_of_title(self.reading, m) for m in named.mentions):
            return
        if shorter:
            main.mentions = [*named.mentions, *main.mentions]
            main.sentences |= named.sentences
            main.place = main.place or named.place
            self.found.remove(named)
        self.found.remove(main)
        self.found.insert(0, main)

    def _passes(self, sentence: Sentence) -> bool:
        """Tell whether a sentence names its occasions only in passing."""
        return self._is_said(sentence) or self._looks_ahead(sentence) or self._looks_back(sentence)

    def _is_said(self, sentence: Sentence) -> bool:
        """Tell whether a sentence names occasions only in what somebody says, so that the next one is not about these."""
        named = [m.name for o in self.found for m in o.mentions if m.sentence.i == sentence.i]
        return bool(named) and all(any(span.contains(name) for span in self.said) for name in named)

    def _looks_ahead(self, sentence: Sentence) -> bool:
        """Tell whether a sentence names only occasions that are still to come, on a page that tells of one that was held."""
        named = [one for one in self.found if sentence.i in one.sentences]
        return all(one.is_ahead(self.document) for one in named) and not self.found[0].is_ahead(self.document)

    def _looks_back(self, sentence: Sentence) -> bool:
        """Tell whether a sentence names only occasions of long before the main one: ознакомил с итогами встречи 2023 года."""
        main = self.found[0].told
        day = main.date.as_date() if main is not None and main.date is not None else None
        if day is None:
            return False
        named = [one for one in self.found if sentence.i in one.sentences]
        ends = [one.date.date.bounds() if one.date is not None and one.date.date is not None else None for one in named]
        return bool(named) and all(end is not None and (day - end[1]).days > RECENT for end in ends)

    def _begun(self, main: Collected) -> None:
        """Give what a title names the day and the house of the sentence with which the text begins, where it names neither."""
        if leading.is_record(self.reading, main.first, alone=main.best.type == "briefing"):
            main.date = self.settings.head_date()  # a transcript bears the day of the briefing
            start = self.reading.paragraphs[main.first.sentence.paragraph].span.start
            within = self.entities.within(Span(start, main.first.name.start))
            named = [(s, e) for s, e in within if isinstance(e, Person)]
            if named and leading.is_speech(self.reading, main.first):
                main.parts.append((named[-1][1], "speaker", named[-1][0], ""))
            return
        if self.reading.paragraphs[main.first.sentence.paragraph].kind not in ("title", "heading"):
            told_apart.gathered(self.settings, self._about(main), main)
            return
        first = next((s for s in self.reading.sentences if self.reading.paragraphs[s.paragraph].kind == "body"), None)
        opening = self.settings.opening(first) if first is not None else None
        if first is not None and opening is not None and self.current.get(first.i) is main:
            main.date = opening
            main.venue = main.venue or (self.settings.house(first) if main.best.titled else None)

    def _about(self, main: Collected) -> list[Read]:
        """Return the sentences that are about an occasion and are not in what somebody says."""
        mine = (s for s in self.reading.sentences if self.current.get(s.i) is main)
        return [s for s in mine if not any(said.overlaps(s.span) for said in self.said)]

    def _take_listed(self, main: Collected) -> None:
        """Give the main occasion what labelled lines say of it."""
        main.parts += [(part.who, part.role, part.span, part.printed) for part in self.listed.parts]
        main.attendance = main.attendance or self.listed.attendance

    def _leave_asides(self) -> None:
        """A sentence is about what is held on the fringes of an occasion, not about that occasion."""
        own = {m.sentence.i for o in self.found for m in o.mentions if not m.aside}
        for occasion in self.found:
            asides = {m.sentence.i for m in occasion.mentions if m.aside}
            mine = {m.sentence.i for m in occasion.mentions if not m.aside}
            occasion.sentences -= (asides & own) - mine
            if occasion.best.type == "visit":
                occasion.sentences -= {
                    m.sentence.i for o in self.found for m in o.mentions if m.type in MEETING and not m.aside
                }

    def _mention(self, mention: Mention) -> None:
        if mention.aside and not any(_is_of_kind(m, mention) for o in self.found for m in o.mentions):
            mention = replace(mention, aside=False)
        date = self._date(mention)
        if mention.signs and not self._is_signed_apart(date or self.settings.line_date(mention)):
            return
        if told_apart.is_only_spoken_of(self.text, mention, date) or self._leads_home(mention, date):
            return
        date = (
            self.settings.whole(date, mention) if date is not None else told_apart.numbered_day(self.text, self.found, mention)
        )
        beside = self.same.beside(mention)
        if beside is not None:
            mention = replace(mention, weak=False)  # whom it names makes it one of its own
        before = self._before(mention) if date is None else None
        known = self.same.find(mention, date) if before is None and beside is None else None
        if known is None:
            known = self._begun_by(mention, date, before, beside)
            self.found.append(known)
        else:
            known.mentions.append(mention)
        known.sentences.add(mention.sentence.i)
        if date and self.reading.paragraphs[mention.sentence.paragraph].kind == "dateline":
            known.line, date = date, None
        if date is not None and date.date is not None and _is_better(date, known.date):
            known.date = date
        known.line = known.line or self._of_line(mention)
        last = self.settings.last_day(mention.sentence.i)
        known.last = known.last or (last if last is not known.date else None)
        apart = mention.bare and _is_attribute(mention)
        place = None if apart else told_apart.own_place(self.settings.place(mention), mention, self.mentions)
        known.place = self._nearer_place(known.place, place)
        known.venue = known.venue or self.settings.venue(mention)
        if mention.type != "call":  # a telephone rings in two towns
            known.line_place = known.line_place or self.settings.line_place(mention)

    def _begun_by(
        self, mention: Mention, date: DateMention | None, before: Collected | None, beside: Collected | None
    ) -> Collected:
        """Return the occasion that a mention names first: on the day of one `before`, or with others than one `beside`."""
        umbrella = sequels.is_umbrella(mention) and not self.same.guests(mention)
        known = Collected([mention], umbrella=umbrella, beside=beside)
        if before is None and (beside is None or date is not None):
            if not self.found:
                known.date, known.place = self.listed.date or (None if date else self.settings.led(mention)), self.listed.place
            return known
        for other in self.found:
            other.sentences.discard(mention.sentence.i)  # После лекции прошла дискуссия: about the latter
        if before is not None:
            known.date, known.place = before.date, None if mention.verb is not None else before.place
            before.divided = before.umbrella
            known.whole = before if before.umbrella else before.whole
        elif beside is not None and mention.type in MEETING:
            known.date, known.place = _day(beside), beside.place  # На встрече с Y обсуждены …
        return known

    def _leads_home(self, mention: Mention, date: DateMention | None) -> bool:
        """Tell whether a delegation leaves on the last day of its visit, which is no visit more: вылетела в Ташкент."""
        whole = self.found[0].date if self.found and self.found[0].best.type == "visit" else None
        if mention.verb is None or mention.type != "visit" or whole is None or whole.end is None:
            return False
        leaves = model.lemma(mention.verb.text) in vocabulary.words("gatherings", "leaving") and " Past" in mention.verb.tag
        return leaves and (date is None or date.date == whole.end)

    def _date(self, mention: Mention) -> DateMention | None:
        """Return the date beside a mention, where that is not the day of another thing."""
        date = self.settings.date(mention, self.mentions)
        if date is not None and mention.bare and self._is_of_next(mention, date):
            return None
        if date is not None and mention.bare and (date is self.settings.last_day(mention.sentence.i) or _is_attribute(mention)):
            return None  # Сессия завершится 29 сентября; Рекомендации семинара представят 5 мая
        return date

    def _nearer_place(self, known: Span | None, new: Span | None) -> Span | None:
        """Return the place that is known, or the same town as the text below the title writes it: Сеул, в Сеуле."""
        if new is None:
            return known
        title = self.document.title_span
        headed = known is not None and title is not None and title.contains(known)
        same = known is not None and same_word(known.of(self.text), new.of(self.text))
        return new if known is None or (headed and same) else known

    def _is_of_next(self, mention: Mention, date: DateMention) -> bool:
        """Tell whether another occasion stands between a bare noun and a day: Завершая вебинар, X назвал встречу 10 апреля."""
        return any(mention.name.end <= m.name.start < date.span.start for m in self.mentions)

    def _of_line(self, mention: Mention) -> DateMention | None:
        """Return the day of the dateline before a mention, with the days that its words add."""
        line = self.settings.line_date(mention)
        return self.settings.whole(line, mention) if line is not None else None

    def _before(self, mention: Mention) -> Collected | None:
        """Return the occasion on whose day a mention without a day is another: behind it, or one of several meetings."""
        held = [o for o in self.found if _day(o) is not None and not o.is_ahead(self.document)]
        if not held:
            return None
        fringe = {m.head for m in self.mentions if m.aside and m.sentence.i == mention.sentence.i}
        last = next((o for o in reversed(held) if any(m.head in fringe for m in o.mentions)), held[-1])
        last.date = _day(last)
        if sequels.is_sequel(self.reading, mention, {m.head for o in self.found for m in o.mentions}):
            return last
        umbrella = next((o for o in reversed(held) if o.umbrella), None)
        single = mention.type in MEETING and sequels.names_guest(mention) and " Plur" not in mention.token.tag
        single = single or sequels.is_done_there(mention)
        met = mention.verb is not None and " Past" in mention.verb.tag and last.best.type == "visit"  # Гостей принял X
        return (umbrella or (last if met else None)) if single else None

    def _is_signed_apart(self, date: DateMention | None) -> bool:
        """Tell whether a signing is an occasion of its own: on a day near the page's, on which no other one is."""
        day, page = date.date.as_date() if date and date.date else None, self.document.published
        near = page.as_date() if page is not None else None
        if date is None or day is None or near is None or abs((day - near).days) > RECENT:
            return False
        return not any(o.date is not None and o.date.end is None and o.holds(date) for o in self.found)

    def _is_other(self, occasion: Collected) -> bool:
        """Tell whether its day is enough to count it: it is one more of a series, or announced for a day."""
        if occasion.date is None:
            return False
        announced = _day(occasion) is not None and occasion.is_ahead(self.document)
        told = any(m.sentence.span.contains(occasion.date.span) for m in occasion.mentions)
        return (announced and told) or self.same.names_other(occasion.first)


def _is_of_kind(told: Mention, aside: Mention) -> bool:
    """Tell whether an occasion told before is of the kind that another sentence only goes by: В ходе поездки …."""
    return told.head == aside.head or (told.type == aside.type == "visit")


def _is_other_kind(main: Collected, dropped: Collected) -> bool:
    """Tell whether an occasion without a day is of a kind that the main one cannot be called by: заседание for a call."""
    return main.best.type == "call" and dropped.best.type in ("session", "conference", "summit", "visit", "forum")


def _is_attribute(mention: Mention) -> bool:
    """Tell whether a noun only says what another thing is of, which has a day of its own: рекомендации семинара."""
    before = mention.token.nbor(-1)
    governed = before is not None and model.lemma(before.text) in vocabulary.words("gatherings", "outcomes")
    return governed and " Gen" in mention.token.tag and mention.verb is None


def _day(occasion: Collected) -> DateMention | None:
    """Return the one day on which an occasion is told to be, in its sentences or in the dateline."""
    day = occasion.told
    single = day is not None and day.end is None and day.date is not None and day.date.as_date() is not None
    return day if single else None


def _lasting(date: DateMention | None, last: DateMention | None) -> DateMention | None:
    """Return the days of an occasion up to the last one that is told, which is none where another thing ended years before."""
    if date is None or last is None or date.end is not None:
        return date
    first, ended = date.date.bounds() if date.date else None, last.date.bounds() if last.date else None
    if first and ended and ended[1] < first[0]:
        return date
    return replace(date, end=last.date)


def _is_better(new: DateMention, known: DateMention | None) -> bool:
    """Tell whether a date says more than the one that an occasion has."""
    if known is None or known.date is None:
        return True
    return new.date is not None and len(new.date.edtf) > len(known.date.edtf)


def find(
    document: Document,
    reading: Reading,
    entities: Entities,
    positions: tuple[Position, ...],
    statements: tuple[Statement, ...],
) -> tuple[tuple[Gathering, ...], tuple[Statement, ...]]:
    """Return the gatherings, and the statements with the gathering at which each was made."""
    collector = Collector(document, reading, entities, positions)
    kept = collector.collect(statements)
    said = placed(document, statements, reading.sentences, collector.current, kept)
    made = tuple(_gathering(document, o, f"g{k}", main=k == 1) for k, o in enumerate(kept, 1))
    return Scenes(document, reading, lambda sentence: collector.settings.told_in(sentence.i), said).settle(made), said


def _gathering(document: Document, found: Collected, id: str, *, main: bool) -> Gathering:
    best = found.best
    sentence = best.sentence.span.of(document.text)
    kind = Kind(best.type, _format(sentence, best), _status(document, found, sentence))
    record = gathering(document, found, id, best=best, kind=kind, main=main, language="ru")
    if found.last is None or record.end is None or found.last.date != record.end:
        return record
    return replace(record, spans=tuple(sorted({*record.spans, found.last.span})))  # the words for its last day are evidence


def _format(sentence: str, mention: Mention) -> Format:
    online = mention.type == "webinar" or any(word in sentence for word in ("вебинар", "видеосвяз", "дистанционно", "Zoom"))
    return "online" if online else "unknown"


def _status(document: Document, found: Collected, sentence: str) -> GatheringStatus:
    words = [word.strip(".,;:»«") for word in sentence.lower().split()]
    for status in ("cancelled", "postponed"):
        if any(same_word(word, known) for word in words for known in vocabulary.load("gatherings")[status]):
            return "cancelled" if status == "cancelled" else "postponed"
    return "planned" if found.is_ahead(document) else "held"
