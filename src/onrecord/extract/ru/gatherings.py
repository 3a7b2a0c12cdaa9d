"""Gatherings in Russian text, and who did what there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.extract.entities import Entities
from onrecord.extract.occasion import Kind, Occasion, gathering, placed, sentence_of, told_by_sentence
from onrecord.extract.ru import occasions, roles
from onrecord.extract.ru.occasions import Mention
from onrecord.languages import places
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading, Sentence
from onrecord.languages.ru import dates, model, vocabulary
from onrecord.languages.ru.forms import same_word
from onrecord.model import (
    Document,
    Gathering,
    Organization,
    Person,
    Phrase,
    Position,
    Span,
    Statement,
)
from onrecord.model.facts import Format, GatheringStatus, Role

_ATTENDANCE = re.compile(
    r"(?:около|порядка|более|свыше|почти|до|всего|в количестве)?\s?(\d[\d ]*)\s((?:[а-яё]+,?\s(?:и\s)?){0,4}"
    r"(?:участник|эксперт|человек|специалист|представител|студент|слушател|дипломат|гост|делегат|журналист)[а-яё]*(?:,?\s(?:и\s)?[а-яё]+){0,3})"
)
_DATELINE = re.compile(r"^\s*([А-ЯЁӘҒҚҢӨҰҮҺІ-]{3,}(?:\s[А-ЯЁ]{3,})?)(?=[.,:])|^\s*([А-ЯЁ][а-яё-]+)(?=,\s\d)")
_LIMIT = re.compile(r"(?i:\b(?:до|после)\s)$")
"""What stands before a date that is no day of a gathering but a limit: до 2030 года."""

_MEETING = frozenset({"meeting", "talks", "summit"})


_MET = frozenset({"meeting", "talks", "call"})
"""Kinds at which whoever is named in their words took part."""


@dataclass(slots=True)
class _Occasion(Occasion[Mention]):
    """One gathering while it is collected."""

    line: DateMention | None = None
    """The date of a dateline beside the occasion, which may be the page's own: it holds where the text gives none."""

    @property
    def best(self) -> Mention:
        """The mention with a title, else the fullest."""
        return max(self.mentions, key=lambda m: (m.titled, not m.bare, m.name.end - m.name.start, -m.name.start))


class Collector:
    """Collects the gatherings of one document."""

    def __init__(self, document: Document, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self.document = document
        self.text = document.text
        self.reading = reading
        self.entities = entities
        self.actors = _actors(entities, positions)
        self.found: list[_Occasion] = []
        self.current: dict[int, _Occasion] = {}

    def collect(self, statements: tuple[Statement, ...]) -> list[_Occasion]:
        """Return the occasions with their people, the main one first where a title names it."""
        said = [span for statement in statements for span in statement.content_spans]
        for mention in occasions.find(self.reading):
            general = mention.type == "dialogue" and mention.bare and not mention.titled
            if not (general and any(span.contains(mention.name) for span in said)):  # "дверь к диалогу открыта"
                self._mention(mention)
        self.current = told_by_sentence(self.reading.sentences, self.found)
        self._people(statements)
        for occasion in self.found:
            occasion.date = occasion.date or occasion.line
        kept = [o for k, o in enumerate(self.found) if o.counts(main=k == 0)]
        for dropped in [o for o in self.found if kept and o.date is None and all(o is not k for k in kept)]:
            kept[0].parts += dropped.parts  # a bare встреча, беседа without a day of its own is the main occasion again
            self.current = {number: kept[0] if o is dropped else o for number, o in self.current.items()}
        if kept and kept[0].place is None:
            kept[0].place = self._title_place()
        return kept

    def _title_place(self) -> Span | None:
        """The city that the title names behind в (В Томске прошел …), else that of a dateline."""
        title = self.document.title_span
        tokens = self.reading.between(title) if title else []
        behind = (t for t in tokens if (before := t.nbor(-1)) is not None and before.lower in ("в", "во"))
        lines = (p.span for p in self.reading.paragraphs if p.kind == "dateline")
        ordered = (*behind, *(t for line in lines for t in self.reading.between(line)))
        return next((t.span for t in ordered if _is_city(t.text)), None)

    def _mention(self, mention: Mention) -> None:
        date = self._date(mention)
        known = self._same(mention, date)
        if known is None:
            known = _Occasion([mention])
            self.found.append(known)
        else:
            known.mentions.append(mention)
        known.sentences.add(mention.sentence.i)
        if date and self.reading.paragraphs[mention.sentence.paragraph].kind == "dateline":
            known.line, date = date, None
        better = (
            date
            and date.date
            and (known.date is None or len(date.date.edtf) > len(known.date.date.edtf if known.date.date else ""))
        )
        if better:
            known.date = date
        known.place = known.place or self._place(mention)

    def _date(self, mention: Mention) -> DateMention | None:
        """The date nearest to the mention in its sentence: before it, else behind it."""
        future = any(word in vocabulary.load("gatherings")["planned"] for word in (t.lower for t in mention.sentence.tokens))
        span = mention.sentence.span
        known = [
            DateMention(d.span.shifted(span.start), d.date, d.end, d.basis, d.weekday)
            for d in dates.find_dates(span.of(self.text), self.document.published, future=True if future else None)
        ]
        known = [d for d in known if not _LIMIT.search(self.text[max(0, d.span.start - 8) : d.span.start])]
        outside = [d for d in known if d.date is not None and not mention.name.contains(d.span) and d.date.year != 0]
        inside = [d for d in known if d.date is not None and mention.name.contains(d.span)]
        before = [d for d in outside if d.span.end <= mention.name.start]
        told = re.compile(r",\s(?:что|чтобы)\s|«").search(self.text, mention.name.end, span.end)
        behind = [d for d in outside if mention.name.end <= d.span.start < (told.start() if told else span.end)]
        if before and behind:
            nearer = mention.name.start - before[-1].span.end <= behind[0].span.start - mention.name.end + 40
            return before[-1] if nearer else behind[0]
        if before:
            return before[-1]
        return next(iter(behind or inside), None)

    def _place(self, mention: Mention) -> Span | None:
        """A city behind в in the sentence, else the one of the dateline."""
        for token in mention.sentence.tokens:
            if token.lower not in ("в", "во") or mention.name.contains(token.span):
                continue
            for after in self.reading.tokens[token.i + 1 : token.i + 3]:
                known = _is_city(after.text) or (
                    after.entity == "LOC" and after.tag.startswith("PROPN Loc Sing") and after.i == token.i + 1
                )
                place = self.entities.place_at(after)
                if known and self.entities.organization_at(after) is None and not (place and place.country):
                    return after.span
        paragraph = self.reading.paragraphs[mention.sentence.paragraph]
        line = _DATELINE.match(paragraph.span.of(self.text))
        if line:
            group = 1 if line[1] else 2
            span = Span(*line.span(group)).shifted(paragraph.span.start)
            if _is_city(span.of(self.text).capitalize()):
                return span
        return None

    def _same(self, mention: Mention, date: DateMention | None) -> _Occasion | None:
        ordered = [o for o in reversed(self.found) if any(m.head == mention.head for m in o.mentions)]
        ordered += [o for o in reversed(self.found) if o not in ordered]
        following = any(model.lemma(t.text) in ("следующий", "очередной", "новый") for t in self.reading.between(mention.name))
        for known in ordered:
            same_head = any(m.head == mention.head for m in known.mentions)
            meetings = known.best.type in _MEETING and mention.type in _MEETING
            if following or (date and known.date and date.date and known.date.date and not date.date.agrees(known.date.date)):
                continue
            if mention.titled and known.best.titled:
                if self._same_title(mention, known.best):
                    return known
                continue
            loose = mention.bare and mention.weak and not date and self._can_mean(mention, known)
            if same_head or loose or (meetings and not date):
                return known
        return None

    def _can_mean(self, mention: Mention, known: _Occasion) -> bool:
        """Tell whether a bare noun can mean an occasion of another kind: встреча, заседание can, конференция cannot."""
        return mention.type in ("meeting", "session", "dialogue") or mention.type == known.best.type

    def _same_title(self, a: Mention, b: Mention) -> bool:
        """Tell whether two titles are one, also where one leaves out what follows its colon."""
        x, y = sorted((re.split("«", m.name.of(self.text), maxsplit=1)[-1].strip('«»"') for m in (a, b)), key=len)
        return x == y or re.split(r"[:.]\s", y)[0] == x

    def _people(self, statements: tuple[Statement, ...]) -> None:
        listed: tuple[Role, str] | None = None
        for sentence in self.reading.sentences:
            occasion = self.current.get(sentence.i)
            if occasion is None:
                continue
            words = sentence.span.of(self.text)
            if words.rstrip().endswith(":"):
                listed = roles.heading_role(words)
                continue
            if listed and words[:1] in "•▪–—-*":
                self._listed(occasion, sentence, listed)
                continue
            listed = None
            for part in roles.parts(self.text, sentence, self.actors):
                occasion.parts.append((part.who, part.role, part.span, part.printed))
            self._met(occasion, sentence)
            self._crowd(occasion, sentence)
            if sentence.i in occasion.sentences:
                self._host(occasion, sentence)
        for statement in statements:
            number = sentence_of(self.reading.sentences, statement)
            occasion = self.current.get(number) if number is not None else None
            if occasion and isinstance(statement.speaker, Person) and statement.cue and not occasion.is_ahead(self.document):
                span = statement.speaker_span or statement.content_spans[0]
                occasion.parts.append((statement.speaker, "speaker", span, statement.cue))

    def _met(self, occasion: _Occasion, sentence: Sentence) -> None:
        """Those who meet in the words that name a meeting: X принял Y, переговоры с Y, телефонный разговор X с Y."""
        for mention in occasion.mentions:
            after = mention.token.nbor()
            bare = mention.bare and (after is None or after.lower not in ("с", "со", "между"))
            if mention.sentence.i != sentence.i or mention.type not in _MET or bare:
                continue
            host = mention.verb.child("nsubj") if mention.verb is not None and mention.head == "прием" else None
            inside = self.actors.within(mention.name if mention.verb is not None else self._clause(mention))
            for span, who in inside:
                first = host is not None and any(span.overlaps(t.span) for t in host.subtree if t.dep != "conj")
                if isinstance(who, Person):
                    occasion.parts.append((who, "host" if first else "participant", span, mention.token.text))

    def _clause(self, mention: Mention) -> Span:
        """The words from a mention to the next mark: переговоры со своим коллегой X."""
        mark = re.compile(r"[,;:.(«–—]").search(self.text, mention.name.end, mention.sentence.span.end)
        return Span(mention.name.start, mark.start() if mark else mention.sentence.span.end)

    def _host(self, occasion: _Occasion, sentence: Sentence) -> None:
        """The body in whose house it takes place: в Институте ядерной физики прошел семинар."""
        if not any(model.lemma(t.text) in vocabulary.load("gatherings")["held"] for t in sentence.tokens):
            return
        for span, body in self.entities.within(sentence.span):
            tokens = self.reading.between(span)
            before = tokens[0].nbor(-1) if tokens else None
            inside = before is not None and before.lower in ("в", "во") and " Loc" in tokens[0].tag
            if isinstance(body, Organization) and inside and not any(m.name.overlaps(span) for m in occasion.mentions):
                occasion.parts.append((body, "host", span, before.text if before else ""))

    def _listed(self, occasion: _Occasion, sentence: Sentence, listed: tuple[Role, str]) -> None:
        named = [(s, e) for s, e in self.entities.within(sentence.span) if isinstance(e, Person | Organization)]
        persons = [(s, e) for s, e in named if isinstance(e, Person)] or (named if listed[0] == "organizer" else [])
        if persons:
            occasion.parts.append((persons[0][1], listed[0], persons[0][0], listed[1]))

    def _crowd(self, occasion: _Occasion, sentence: Sentence) -> None:
        """How many came, and who they were."""
        match = _ATTENDANCE.search(self.text, *sentence.span)
        if match is None or occasion.attendance or not sentence.span.contains(Span(*match.span())):
            return
        occasion.attendance = int(re.sub(r"\D", "", match[1])), Span(*match.span(1))
        who = Span(*match.span(2))
        if not who.of(self.text).startswith(("человек", "участник")):
            occasion.parts.append((Phrase(who.of(self.text), who), "participant", who, "участвовали"))


def _actors(entities: Entities, positions: tuple[Position, ...]) -> Entities:
    """Return who can act: bodies that only tell where somebody works take no part themselves."""
    offices = [(p.span, p.organization.id) for p in positions if p.organization]
    bodies: tuple[Organization, ...] = tuple(
        replace(o, mentions=tuple(m for m in o.mentions if not any(o.id == i and s.contains(m) for s, i in offices)))
        for o in entities.organizations
    )
    return Entities(entities.persons, bodies, entities.places)


def _is_city(word: str) -> bool:
    if not word[:1].isupper() or len(word) < 3:
        return False
    known = places.by_name("ru")
    return word in known or any(stem in known for stem in _nominatives(word))


def _nominatives(word: str) -> list[str]:
    """Return what the nominative of a city in the locative can be (Астане → Астана, Курчатове → Курчатов)."""
    found = []
    for ending in ("е", "и", "ы", "у", "ом"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem, f"{stem}а", f"{stem}ь", f"{stem}я", f"{stem}о"]
    return found


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
    ids = {id(o): f"g{k}" for k, o in enumerate(kept, 1)}
    said = placed(statements, reading.sentences, collector.current, ids)
    return tuple(_gathering(document, o, ids[id(o)], o is kept[0]) for o in kept), said


def _gathering(document: Document, found: _Occasion, id: str, main: bool) -> Gathering:
    best = found.best
    sentence = best.sentence.span.of(document.text)
    kind = Kind(best.type, _format(sentence, best), _status(document, found, sentence))
    return gathering(document, found, id, best=best, kind=kind, main=main, language="ru")


def _format(sentence: str, mention: Mention) -> Format:
    online = mention.type == "webinar" or any(word in sentence for word in ("вебинар", "видеосвяз", "дистанционно", "Zoom"))
    return "online" if online else "unknown"


def _status(document: Document, found: _Occasion, sentence: str) -> GatheringStatus:
    words = [word.strip(".,;:»«") for word in sentence.lower().split()]
    for status in ("cancelled", "postponed"):
        if any(same_word(word, known) for word in words for known in vocabulary.load("gatherings")[status]):
            return "cancelled" if status == "cancelled" else "postponed"
    return "planned" if found.is_ahead(document) else "held"
