"""When and where a Russian sentence says that an occasion is: the date nearest to its words, the town behind в."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from onrecord.extract.entities import Entities
from onrecord.extract.ru.gatherings import captions, towns, venues
from onrecord.extract.ru.gatherings.collected import is_prepared
from onrecord.extract.ru.gatherings.occasions import Mention, seen_by
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import datelines, dates, model, vocabulary
from onrecord.languages.ru.towns import is_city
from onrecord.model import Document, PartialDate, Span

_LIMIT = re.compile(r"(?i:\b(?:до|после)\s)$")
"""What stands before a date that is no day of a gathering but a limit: до 2030 года."""
_ISSUED = re.compile(
    r"(?i:указ|постановлени|закон|решени|распоряжени|резолюци|письм|договор|соглашени|протокол|меморандум|приказ|деклараци)[а-я]*"
    r"\s(?:[^.,;«»]{1,60}\s)?от\s$"
)
"""What stands before the day of a document, on which nobody met: указ от 29 августа 1991 года."""
_SPAN_OF_YEARS = re.compile(r"\d{4}\s?[–—-]\s?$")
_TERM = re.compile(r"\bна\s(?:\d{4}\s?[–—-]\s?)?$")
"""What stands before the years that a plan is for: на 2023–2025 годы."""
_LASTS = re.compile(r"(?:(?:продл[а-я]+|пройд[а-я]+|работа[а-я]+|открыт[а-я]*)\sдо|заверш(?:ится|ил[аои]?с[ья])(?:\sдо)?)\s$")
"""What stands before the last day of an occasion: продлится до 1 июня."""
_TOLD = re.compile(r",\s(?:что|чтобы)\s|«(?!на\sполях)")
_BRACKETS = re.compile(r"\s?\((?P<inner>[^()]{4,60})\)")
"""Brackets behind a name that tell its days and town: XII Семейский форум (8–9 июня, г. Семей)."""

_WHICH = re.compile(r",\s(?:[а-яё]{1,3}\s)?котор[а-яё]+\s[^,.;«»]*$")
"""A relative clause that goes on to where a date begins."""

JUST_GONE = 60
"""Days before the page's date within which a day without a year is no day of the next year."""

LONGEST_BESIDE = 20
"""Code points between an occasion and its own day at most, such as those for its town: встречи в Пханмунджоме 15 октября."""

LONGEST_QUOTED = 300
"""Code points that a quotation around a word has before it, at most."""


class Settings:
    """Reads dates and towns beside mentions of one document, in text order.

    Args:
        document: the page.
        reading: its reading.
        entities: who and what it names.
    """

    def __init__(self, document: Document, reading: Reading, entities: Entities) -> None:
        self.document = document
        self.text = document.text
        self.reading = reading
        self.entities = entities
        self._lines = datelines.of(reading)
        self._dates: dict[int, list[DateMention]] = {}
        last: PartialDate | None = None
        for sentence in reading.sentences:
            future = any(t.lower in vocabulary.load("gatherings")["planned"] for t in sentence.tokens)
            found = self._find(sentence.span, last, future)
            self._dates[sentence.i] = found
            days = (
                d.date for d in reversed(found) if d.date is not None and d.date.as_date() and not self._is_aside(sentence, d)
            )
            last = next((day for day in days if not dates.is_ahead(day, document.published)), last)

    def _find(self, span: Span, told: PartialDate | None, future: bool) -> list[DateMention]:
        words, page = span.of(self.text), self.document.published
        found = dates.find_dates(words, page, told=told)
        if future:
            gone = [d.span for d in found if d.date is not None and _is_just_gone(d.date, page)]
            ahead = {d.span: d for d in dates.find_dates(words, page, future=True, told=told)}
            found = [d if d.span in gone else ahead.get(d.span, d) for d in found]
        return [DateMention(d.span.shifted(span.start), d.date, d.end, d.basis, d.weekday) for d in found]

    def told_in(self, sentence: int) -> list[DateMention]:
        """Return the dates of a sentence on which something may take place."""
        return [d for d in self._dates[sentence] if not self._is_limit(d)]

    def date(self, mention: Mention, others: Sequence[Mention] = ()) -> DateMention | None:
        """Return the date nearest to a mention in its sentence, or that of the note behind it; an aside has none of its own.

        Args:
            mention: the words for an occasion.
            others: those for all occasions of the page.
        """
        if mention.aside and not (mention.name.end - mention.name.start > len(mention.token.text)):
            return None
        note = self._note(mention)
        return self._nearest(mention, others) or (note.day if note is not None else None)

    def noted(self) -> frozenset[int]:
        """Return the paragraphs in which a place and a day stand alone, as behind a caption."""
        alone = (s for s in self.reading.sentences if captions.note(self.text, s, self._dates[s.i]) is not None)
        return frozenset(s.paragraph for s in alone)

    def _note(self, mention: Mention) -> captions.Note | None:
        """Return the place and day that stand alone behind the words of a caption: X на семинаре. Алматы, 3 мая 2018 года."""
        for sentence in self.reading.sentences[mention.sentence.i + 1 :]:
            if sentence.paragraph != mention.sentence.paragraph or captions.tells(sentence):
                return None
            if (found := captions.note(self.text, sentence, self._dates[sentence.i])) is not None:
                return found
        return None

    def _nearest(self, mention: Mention, others: Sequence[Mention]) -> DateMention | None:
        """Return the date nearest to a mention in its sentence: before it, else behind it."""
        span = mention.sentence.span
        known = [d for d in self._dates[mention.sentence.i] if d.date is not None and d.date.year != 0]
        known = [d for d in known if not self._is_limit(d) and not self._is_aside(mention.sentence, d, mention)]
        bracket = _BRACKETS.match(self.text, mention.name.end, span.end)
        inside = [d for d in known if mention.name.contains(d.span)]
        if bracket and (noted := [d for d in known if bracket.start() <= d.span.start < bracket.end()]):
            return noted[0]
        outside = [d for d in known if d not in inside]
        before = [d for d in outside if d.span.end <= mention.name.start]
        if is_prepared(mention):  # the day before it is when it was talked of, but: обсудили намеченный на 5 мая визит
            before = [d for d in before if self.text[: d.span.start].endswith("на ")]
        told = _TOLD.search(self.text, mention.name.end, span.end)
        behind = [d for d in outside if mention.name.end <= d.span.start < (told.start() if told else span.end)]
        if before and behind and self._is_of_other(before[-1], mention, others):
            return behind[0]
        if before and behind:
            nearer = mention.name.start - before[-1].span.end <= behind[0].span.start - mention.name.end + 40
            return before[-1] if nearer else behind[0]
        return before[-1] if before else next(iter(inside if mention.verb is not None else behind or inside), None)

    def _is_of_other(self, date: DateMention, mention: Mention, others: Sequence[Mention]) -> bool:
        """Tell whether a date stands right behind another occasion: По итогам встречи 15 октября условились о встрече 5 мая."""
        between = (self.text[m.name.end : date.span.start] for m in others if m.sentence.i == mention.sentence.i)
        return any(0 < len(words) <= LONGEST_BESIDE and "," not in words for words in between)

    def _is_aside(self, sentence: Sentence, date: DateMention, mention: Mention | None = None) -> bool:
        """Tell whether a clause only dates a noun that is no occasion: осудили запуск, который состоялся 5 июля, и …."""
        clause = _WHICH.search(self.text[sentence.span.start : date.span.start])
        if clause is None or (mention is not None and mention.name.start >= sentence.span.start + clause.start()):
            return mention is not None and clause is not None and self._closes_before(date, mention)
        start = sentence.span.start + clause.start() + 1
        ends = (k for k in range(date.span.end, sentence.span.end) if self.text[k] in ",;.")
        words = self.reading.between(Span(start, next(ends, sentence.span.end)))
        table = vocabulary.load("gatherings")
        if any(t.lower in table["planned"] or model.lemma(t.text) in table["held"] for t in words):
            return False
        return any(t.tag.startswith(("VERB Fin", "AUX Fin")) for t in words)

    def _closes_before(self, date: DateMention, mention: Mention) -> bool:
        """Tell whether the clause of a date ends before an occasion is named: …, который пролетел 5 июля, и договорились …."""
        between = self.text[date.span.end : mention.name.start] if date.span.end <= mention.name.start else ""
        return between.startswith((", и ", ", а ", ", но "))

    def _is_limit(self, date: DateMention) -> bool:
        before = self.text[max(0, date.span.start - 24) : date.span.start]
        if before.endswith(" от ") and _ISSUED.search(self.text[max(0, date.span.start - 90) : date.span.start]):
            return True
        years = date.date is not None and date.date.month is None
        if years and _SPAN_OF_YEARS.search(before):
            return True  # в 1994–1999 годах занимавший пост
        return bool(_LIMIT.search(before) or (years and _TERM.search(before)))

    def whole(self, date: DateMention, mention: Mention) -> DateMention:
        """Return a date with the days that the words of an occasion add: двухдневный форум завершился сегодня."""
        if date.date is None or date.end is not None:
            return date
        words = [model.lemma(t.text) for t in self.reading.between(mention.name)]
        length = next((n for w in words if (n := vocabulary.load("gatherings")["days"].get(w))), None)
        day = date.date.as_date()
        if length is None or day is None:
            return date
        ended = any(model.lemma(t.text) in vocabulary.load("gatherings")["ended"] for t in mention.sentence.tokens)
        first = day - dt.timedelta(length - 1) if ended else day
        last = day if ended else day + dt.timedelta(length - 1)
        return DateMention(date.span, PartialDate.from_date(first), PartialDate.from_date(last), date.basis, date.weekday)

    def line_date(self, mention: Mention) -> DateMention | None:
        """Return the day of the dateline that the paragraph of a mention begins with: Инчхон, 27 октября. – …."""
        line = self._lines.get(mention.sentence.paragraph)
        if line is None or line.day is None or is_prepared(mention):
            return None
        days = (d for s in self.reading.sentences if s.paragraph == mention.sentence.paragraph for d in self._dates[s.i])
        return next((d for d in days if d.span.overlaps(line.day) and d.date is not None and d.date.day is not None), None)

    def head_date(self) -> DateMention | None:
        """Return the day of the date line at the head of the page."""
        lines = [p.span for p in self.reading.paragraphs if p.kind == "dateline"]
        days = (d for s in self.reading.sentences if any(line.contains(s.span) for line in lines) for d in self._dates[s.i])
        return next((d for d in days if d.date is not None and d.date.as_date()), None)

    def last_day(self, sentence: int) -> DateMention | None:
        """Return the last day that a sentence names by a verb: продлится до 1 июня."""
        for date in self._dates.get(sentence, ()):
            if _LASTS.search(self.text[max(0, date.span.start - 24) : date.span.start]):
                return date
        return None

    def place(self, mention: Mention) -> Span | None:
        """Return a town behind в or г., the one before где, that of the brackets behind the name, else of the dateline."""
        seen = seen_by(mention.verb) if mention.type == "visit" and mention.verb is not None else None
        if seen is not None and is_city(seen.text) and seen.entity == "LOC":
            return seen.span  # делегация посетит Хиросиму
        if (town := self._in_brackets(mention)) is not None:
            return town
        near = sorted(mention.sentence.tokens, key=lambda t: abs(t.start - mention.name.start))
        if not mention.aside and (settlement := self._settlement(mention)) is not None:
            return settlement
        for token in near:
            after = token.nbor()
            inside = mention.verb is None and mention.name.contains(token.span)
            if after is None or after.sentence != token.sentence or inside or mention.aside:
                continue
            if token.lower in ("в", "во", "г", "под") and not (self._is_quoted(token) or self._is_of_subject(token, mention)):
                found = next((t for t in self._behind(token) if towns.is_told(self.entities, self.reading, t, token)), None)
                if found is None and mention.type == "visit" and mention.verb is not None and self._is_goal(after):
                    found = after
                if found is not None:
                    return found.span
            then = after.nbor()
            where = after.text == "," and then is not None and then.lower == "где"
            if where and is_city(token.text) and not self._is_quoted(token):
                return token.span
        note = self._note(mention)
        noted = note.place if note is not None and not mention.aside else None
        return self._before_day(mention) or (None if mention.aside else self._before_here(mention)) or noted

    def _in_brackets(self, mention: Mention) -> Span | None:
        """Return the town of the brackets behind an occasion: на сессии Генеральной конференции (Вена, 16–20 сентября)."""
        bracket = _BRACKETS.match(self.text, mention.name.end, mention.sentence.span.end)
        inner = self.reading.between(Span(*bracket.span("inner"))) if bracket else []
        return inner[0].span if inner and is_city(inner[0].text) else None

    def _before_day(self, mention: Mention) -> Span | None:
        """Return the town that stands between commas before the day of an occasion: Конференция врачей, Женева, 1 октября."""
        for date in self._dates[mention.sentence.i]:
            before = self.reading.between(Span(mention.sentence.span.start, date.span.start))[-3:]
            if [t.text for t in before[::2]] == [",", ","] and is_city(before[1].text) and before[1].entity != "PER":
                return before[1].span
        return None

    def _is_quoted(self, token: Token) -> bool:
        """Tell whether a word stands inside guillemets, which hold a name or somebody's words: форум «Мир в Азии»."""
        before = self.text[max(0, token.start - LONGEST_QUOTED) : token.start]
        return before.rfind("«") > before.rfind("»")

    def _is_of_subject(self, preposition: Token, mention: Mention) -> bool:
        """Tell whether a town is where that lies which an occasion is about, and a dateline tells where it was held.

        Слушания о рекультивации хвостохранилищ в Майлуу-Суу, under a dateline of Bishkek.
        """
        words = mention.name.of(self.text)
        about = mention.verb is None and re.search(r"\s(?:об?|по)\s[а-яё]", words) is not None and "«" not in words
        return about and self.text[mention.name.end : preposition.start] == " " and self.line_place(mention) is not None

    def _settlement(self, mention: Mention) -> Span | None:
        """Return the town, whatever table does not know it, behind the noun for one: в Доме культуры села Долонь."""
        for token in mention.sentence.tokens:
            before, after = token.nbor(-1), token.nbor()
            if before is None or after is None or not towns.is_settlement(token) or is_title(before):
                continue  # на встрече с акимом города Семей
            led = before.lower in ("в", "во", "на") or " Loc" in before.tag or " Gen" in before.tag
            named = after.sentence == token.sentence and after.text[:1].isupper()
            inside = mention.verb is None and mention.name.contains(after.span)
            if led and named and not inside:
                return after.span
        return None

    def venue(self, mention: Mention) -> Span | None:
        """Return the house in which an occasion is told to be: в здании филармонии, на площадке Дома дружбы, в Доме мира."""
        if mention.type == "visit" and mention.verb is not None:
            return self._site(mention.verb)
        before = mention.token.child("case")
        if mention.aside or (before is not None and before.lower in ("после", "до", "перед")):
            return None
        house = self.house(mention.sentence, mention.name if mention.verb is None else None)
        if house is not None or mention.verb is not None:
            return house
        held = vocabulary.load("gatherings")["held"]
        verbs = (t.i for t in mention.sentence.tokens if t.tag.startswith("VERB") and model.lemma(t.text) in held)
        where = mention.token.head  # выступил в институте на круглом столе
        told = {where.i} if mention.token.dep == "obl" and where.tag.startswith("VERB Fin") else set()
        governors = frozenset({mention.token.i, *verbs, *told})
        return venues.of_body(self.reading, self.entities, mention.sentence.span, governors)

    def _site(self, verb: Token) -> Span | None:
        """Return the name in guillemets of what is visited: площадку «Опытное поле»."""
        seen = verb.child("obj")
        opening = seen.nbor() if seen is not None else None
        if opening is None or opening.text != "«" or self.entities.organization_at(opening) is not None:
            return None
        closing = next((t for t in self.reading.tokens[opening.i : opening.i + 8] if t.text == "»"), None)
        return Span(opening.end, closing.start) if closing is not None and closing.sentence == verb.sentence else None

    def house(self, sentence: Sentence, name: Span | None = None) -> Span | None:
        """Return the first house that a sentence names behind в or на, outside the name of an occasion."""
        for token in sentence.tokens:
            if token.lower in ("в", "во", "на") and not (name is not None and name.contains(token.span)):
                found = venues.behind(self.reading, self.entities, token)
                if found is not None and not (name is not None and name.contains(found)):
                    return found
        return None

    def opening(self, sentence: Sentence) -> DateMention | None:
        """Return the day with which a sentence begins: 7 февраля на площадке Дома учёных фонд собрал …."""
        days = [d for d in self._dates[sentence.i] if d.date is not None and d.date.as_date() and not self._is_limit(d)]
        return days[0] if days and days[0].span.start - sentence.span.start <= len("В ночь на ") else None

    def led(self, mention: Mention) -> DateMention | None:
        """Return the day with which the sentence before begins, in the paragraph of a mention: 20 октября здесь спорят."""
        before = self.reading.sentences[mention.sentence.i - 1] if mention.sentence.i else None
        if before is None or before.paragraph != mention.sentence.paragraph or is_prepared(mention):
            return None
        return self.opening(before) if captions.tells(before) else None

    def day_of(self, sentence: Sentence) -> DateMention | None:
        """Return the one day that a sentence tells."""
        days = [d for d in self._dates[sentence.i] if d.date is not None and d.date.as_date() and not self._is_limit(d)]
        return days[0] if len(days) == 1 else None

    def town(self, sentence: Sentence) -> Span | None:
        """Return the first town behind в that a sentence names."""
        into = [t for t in sentence.tokens if t.lower in ("в", "во")]
        return next(
            (town.span for t in into for town in self._behind(t) if towns.is_told(self.entities, self.reading, town, t)), None
        )

    def _behind(self, preposition: Token) -> list[Token]:
        first = preposition.i + (2 if preposition.lower == "г" else 1)
        return [t for t in self.reading.tokens[first : first + 2] if t.sentence == preposition.sentence]

    def _is_goal(self, token: Token) -> bool:
        """Tell whether somebody goes to what stands behind в: отправится в Курчатов."""
        place = self.entities.place_at(token)
        return token.entity == "LOC" and token.tag.startswith("PROPN Acc") and not (place is not None and place.country)

    def _before_here(self, mention: Mention) -> Span | None:
        """Return the town that здесь points back to."""
        first = next((t for t in mention.sentence.tokens if t.lower in ("здесь", "там", "тут")), None)
        if first is None:
            return None
        before = [t for t in self.reading.tokens[max(0, first.i - 30) : first.i] if is_city(t.text)]
        return before[-1].span if before else None

    def line_place(self, mention: Mention) -> Span | None:
        """Return the town of the dateline before the paragraph of a mention."""
        line = self._lines.get(mention.sentence.paragraph)
        return line.town if line is not None else None


def _is_just_gone(date: PartialDate, page: PartialDate | None) -> bool:
    """Tell whether a day lies shortly before the page's, also where its sentence goes on to announce something."""
    day, written = date.as_date(), page.as_date() if page is not None else None
    return day is not None and written is not None and 0 < (written - day).days <= JUST_GONE
