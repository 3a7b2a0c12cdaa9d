"""Persons, organizations and places in Russian text, the forms of one name joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names import bodies, kazakh, not_names, people, same_body
from onrecord.extract.ru.names.bodies import BodyMention
from onrecord.extract.ru.names.name_words import is_name_word, is_patronymic
from onrecord.extract.ru.names.people import NameMention
from onrecord.extract.ru.two_republics import Republics
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.forms import ENDINGS, has_kazakh_letter, same_word, same_words
from onrecord.model import Organization, Person, Place, Span


@dataclass(slots=True)
class _Group:
    rule: str
    spans: dict[str, set[Span]] = field(default_factory=dict)
    words: list[list[str]] = field(default_factory=list)
    compared: set[str] = field(default_factory=set)
    """What other names of bodies are compared with."""

    def add(self, written: str, span: Span) -> None:
        self.spans.setdefault(written, set()).add(span)

    @property
    def first(self) -> Span:
        return min(span for spans in self.spans.values() for span in spans)

    def name(self, nominative: Iterable[str] = ()) -> str:
        """The longest form; among forms of as many words, one that stands in the nominative, then the first."""
        told = _without_press(list(self.spans))
        most = max(_full(w) for w in told)
        forms = [w for w in told if _full(w) == most]
        straight = [w for w in forms if w in set(nominative)]
        return min(straight or forms, key=lambda w: min(self.spans[w]))


def _full(name: str) -> int:
    """Count the words of a name that are no initials, which М. Ибраев has fewer of than Мухтара Ибраева."""
    words = name.split()
    return sum(not (len(word) <= _INITIAL and word.endswith(".")) for word in words)


_INITIAL = 3
"""Code points of an initial with its full stop at most (Дж.)."""


def _without_press(forms: list[str]) -> list[str]:
    """Return the forms of a body's name that do not come of its press service alone (пресс-служба Института), if any do not."""
    serving = [w for w in forms if " " in w and model.lemma(w.split()[0]) in vocabulary.words("organizations", "press")]
    served = {w.split(maxsplit=1)[1] for w in serving}
    return [w for w in forms if w not in serving and w not in served] or forms


def find(reading: Reading) -> Entities:
    """Return who and what the reading names, in-document aliases joined."""
    agencies = [agency.span for agency in bodies.agencies(reading)]
    mentions = [m for m in _with_kazakh(reading, people.find(reading)) if not any(m.span.overlaps(a) for a in agencies)]
    persons = _persons(reading, mentions)
    taken = sorted(span for group, _ in persons for spans in group.spans.values() for span in spans)
    named = tuple(_entity(Person, "p", k, g, n) for k, (g, n) in enumerate(persons, 1))
    organizations = _organizations(reading, bodies.find(reading, taken), Republics(reading, Entities(named, ())))
    taken += sorted(span for group, _ in organizations for spans in group.spans.values() for span in spans)
    return Entities(
        named,
        tuple(_entity(Organization, "o", k, g, n) for k, (g, n) in enumerate(organizations, 1)),
        _places(reading, taken),
    )


def _with_kazakh(reading: Reading, mentions: list[NameMention]) -> list[NameMention]:
    """Add the names that Kazakh paragraphs tell by an office, and take towns off those that the Russian model found."""
    behind = kazakh.find(reading)
    whole = (people.without_verb(kazakh.without_town(m)) for m in mentions if not any(m.span.overlaps(b.span) for b in behind))
    found = [m for m in whole if not kazakh.is_town(reading, m) and not not_names.is_none(m)]
    return sorted([*found, *behind], key=lambda m: m.span)


def _entity[E: (Person, Organization)](kind: type[E], letter: str, number: int, group: _Group, name: str) -> E:
    spans = sorted(span for spans in group.spans.values() for span in spans)
    aliases = sorted((w for w in group.spans if w != name), key=lambda w: min(group.spans[w]))
    return kind(f"{letter}{number}", name, tuple(aliases), tuple(spans), group.rule)


def _persons(reading: Reading, mentions: list[NameMention]) -> list[tuple[_Group, str]]:
    groups: list[_Group] = []
    straight: set[str] = set()
    spelled = {new: host for host, new in pairwise(mentions) if _is_spelling(reading, host, new)}
    ordered = sorted((m for m in mentions if m not in spelled), key=lambda m: (-len(m.full_words), m.span))
    for mention in ordered:
        written = mention.span.of(reading.text)
        if " Nom" in mention.tokens[0].tag or len(mention.tokens) == 1:
            straight.add(written)
        group = next((g for g in groups if any(_same_person(mention, words) for words in g.words)), None)
        group = group or _addressed(mention, groups)
        if group is None:
            unsure = mention.rule == "common-word" or (mention.rule == "entity" and mention.tokens[0].entity != "PER")
            if len(mention.full_words) == 1 and unsure:
                continue
            group = _Group(mention.rule)
            groups.append(group)
        group.words.append(mention.words)
        group.add(written, mention.span)
    for mention, host in spelled.items():
        group = next((g for g in groups if any(host.span in spans for spans in g.spans.values())), None)
        if group is not None:
            group.words.append(mention.words)
            group.add(mention.span.of(reading.text), mention.span)
    _repeat_surnames(reading, groups)
    return sorted(((g, g.name(straight)) for g in groups), key=lambda pair: pair[0].first)


def _addressed(mention: NameMention, groups: list[_Group]) -> _Group | None:
    """Return who is addressed by given name and patronymic, where one alone has that given name and no other patronymic."""
    words = mention.full_words
    if len(words) != 2 or not is_patronymic(words[1]) or is_patronymic(words[0]):
        return None
    bearers = [g for g in groups if any(len(w) > 1 and same_word(w[0], words[0]) for w in g.words)]
    free = [g for g in bearers if not any(is_patronymic(w) for listed in g.words for w in listed[:2])]
    return free[0] if len(bearers) == 1 and free else None


def _repeat_surnames(reading: Reading, groups: list[_Group]) -> None:
    """A surname names its bearer wherever it stands with a capital, also where the model overlooks it."""
    bearers: dict[str, list[_Group]] = {}
    for group in groups:
        for surname in {_surname(words) for words in group.words if len(words) > 1}:
            bearers.setdefault(surname, []).append(group)
    known = {surname: found[0] for surname, found in bearers.items() if len(found) == 1 and len(surname) >= SHORTEST_SURNAME}
    taken = {token.i for g in groups for spans in g.spans.values() for span in spans for token in reading.between(span)}
    for token in reading.tokens:
        if token.i in taken or token.entity or not is_name_word(token) or not token.tag.startswith(("PROPN", "NOUN")):
            continue
        bearer = known.get(token.text) or (None if model.is_word(token.text) else _bearer(token, known))
        beside = (token.nbor(-1), token.nbor())
        if bearer is not None and not any(t is not None and t.i not in taken and is_name_word(t) for t in beside):
            bearer.add(token.text, token.span)


SHORTEST_SURNAME = 4
"""Letters of a surname that is looked for by itself: shorter ones are too often another word."""


def _surname(words: list[str]) -> str:
    return _without_rank(words[-1])


def _bearer(token: Token, known: dict[str, _Group]) -> _Group | None:
    return next((group for surname, group in known.items() if same_word(surname, token.text)), None)


def _is_spelling(reading: Reading, host: NameMention, mention: NameMention) -> bool:
    """Tell whether a name in Latin letters in brackets behind another spells it: Пак Джи Хун (Park Ji-hoon)."""
    between = reading.text[host.span.end : mention.span.start]
    latin = all(word[:1].isascii() for word in mention.words) and not any(word[:1].isascii() for word in host.words)
    return latin and between.strip() == "(" and host.span.end < mention.span.start


def _same_person(mention: NameMention, words: list[str]) -> bool:
    """Tell whether a mention can be a form or a shorter form of a name: cases, initials, surname or given name alone."""
    mine, words = [[_without_rank(w) for w in listed] for listed in (mention.words, words)]
    if len(mine) == len(words):
        in_kazakh = [any(has_kazakh_letter(w) for w in listed) for listed in (mine, words)]
        if in_kazakh[0] != in_kazakh[1]:
            mine, words = ([_in_russian(w) for w in listed] for listed in (mine, words))
        if same_words(" ".join(mine), " ".join(words)) or _same_short_name(mine, words):
            return True
    if mention.initials:
        surname = mention.full_words[-1] if mention.full_words else ""
        others = [w for w in words if same_word(w, surname)]
        return bool(others) and any(w[:1] == mention.initials[0][:1] for w in words if w not in others)
    shorter, longer = (mine, words) if len(mine) < len(words) else (words, mine)
    return len(shorter) < len(longer) and all(any(same_word(s, w) for w in longer) for s in shorter)


def _in_russian(word: str) -> str:
    """Return a word of a name as both languages can write it: Сейіт for Сейітұлы and Сеитович, Бауржан for Бауыржан."""
    return (_PATRONYMIC.sub("", word) if is_patronymic(word) else word).replace("уы", "у")


_PATRONYMIC = re.compile("(?:[ұу]лы|[қк]ызы|[оеи]?вич|[оеи]?вн)[а-яё]*$")


def _without_rank(word: str) -> str:
    """Leave out what tells a son from his father (Дэвенпорт-младший), and what honours the old (Бибигайша-апа)."""
    return re.sub("-(?:(?:младш|старш)[а-я]+|апа|апай|ата|ага|аға|әже|аже|эже|ака|опа|байке|эне)$", "", word)


def _same_short_name(mine: list[str], words: list[str]) -> bool:
    """Tell whether two full names differ in the ending of one short word alone: Наото Кан, Наото Кана, Наото Каном."""
    differ = [(a, b) for a, b in zip(mine, words, strict=True) if not same_word(a, b)]
    if len(mine) < 2 or len(differ) != 1:
        return False
    short, long = sorted(differ[0], key=len)
    if _is_fleeting(*differ[0]) or _is_fleeting(*reversed(differ[0])):
        return True
    stem = next((k for k in range(len(short), 1, -1) if short[:k] == long[:k]), 0)
    oblique = len(mine) > 2 and stem >= 2 and {short[stem:], long[stem:]} <= _OBLIQUE
    if oblique and mine[-1] in (short, long):
        return True  # Чон Ый Ёна, Чон Ый Ёном
    pairs = ((short, long), (long, short))  # Иль, Иля are of one length
    soft = any(a.endswith("ь") and b.startswith(a[:-1]) and b[len(a) - 1 :] in _SOFT for a, b in pairs)
    korean = len(mine) > 2 and mine[-1] in (short, long)  # О Сын Ун, О Сын Уна
    return len(short) >= (2 if korean else 3) and (soft or (long.startswith(short) and long[len(short) :] in ENDINGS))


def _is_fleeting(straight: str, declined: str) -> bool:
    """Tell whether a name loses its last vowel in the other's case: Павел, Павла; Лев, Львом; Кравец, Кравцу."""
    if len(straight) < 3 or straight[-2] not in "еёо" or straight[-1] in "аеёиоуыьэюяй":
        return False
    stems = (straight[:-2] + straight[-1], straight[:-2] + "ь" + straight[-1])
    return any(declined.startswith(stem) and declined[len(stem) :] in _FLEETING_ENDINGS for stem in stems)


_FLEETING_ENDINGS = ("а", "у", "ом", "ем", "е")

_OBLIQUE = frozenset({"а", "у", "ом", "е"})
"""Case endings of a man's name that ends in a consonant."""

_SOFT = ("я", "ю", "ем", "ём", "е", "и", "ью")
"""Case endings of a name that ends in a soft sign: Ян Сын Ёль, Ян Сын Ёлем."""


def _organizations(reading: Reading, mentions: list[BodyMention], republics: Republics) -> list[tuple[_Group, str]]:
    groups: list[_Group] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.span.of(reading.text).split()), m.span)):
        written = mention.span.of(reading.text)
        names = [republics.spelled(span) for span in (mention.span, *mention.aliases)]
        group = next((g for g in groups if any(same_body.same(n, w) for n in names for w in g.compared)), None)
        if group is None:
            group = _Group(mention.rule)
            groups.append(group)
        group.compared.update(names)
        group.add(written, mention.span)
        for alias in mention.aliases:
            group.add(alias.of(reading.text), alias)
    _repeat_abbreviations(reading, groups)
    return sorted(((g, g.name(_nominative(reading, g))) for g in groups), key=lambda pair: pair[0].first)


def _repeat_abbreviations(reading: Reading, groups: list[_Group]) -> None:
    """An abbreviation names its body wherever it stands, also where the model overlooks it."""
    for group in groups:
        for alias in [w for w in group.spans if w.isupper() and " " not in w]:
            for paragraph in reading.paragraphs:
                for m in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", paragraph.span.of(reading.text)):
                    span = Span(*m.span()).shifted(paragraph.span.start)
                    if not any(span.overlaps(other) for g in groups for spans in g.spans.values() for other in spans):
                        group.add(alias, span)


def _nominative(reading: Reading, group: _Group) -> list[str]:
    found = []
    for written, spans in group.spans.items():
        first = reading.between(min(spans))
        if first and " Nom" in first[0].tag:
            found.append(written)
    return found


def _places(reading: Reading, taken: list[Span]) -> tuple[Place, ...]:
    groups: dict[str, _Group] = {}
    for token in reading.tokens:
        if token.entity != "LOC" or not token.text[:1].isupper() or any(span.overlaps(token.span) for span in taken):
            continue
        if token.begins or token.nbor(-1) is None or _left(token) != "LOC":
            words = _place_words(token)
            span = Span(words[0].start, words[-1].end)
            written = span.of(reading.text)
            key = " ".join(model.lemma(w.text) for w in words)
            groups.setdefault(key, _Group("entity")).add(written, span)
    ordered = sorted(groups.values(), key=lambda g: g.first)
    return tuple(_place(f"l{k}", group) for k, group in enumerate(ordered, 1))


def _place(id: str, group: _Group) -> Place:
    name = group.name()
    aliases = sorted((w for w in group.spans if w != name), key=lambda w: min(group.spans[w]))
    spans = sorted(s for spans in group.spans.values() for s in spans)
    return Place(id, name, tuple(aliases), tuple(spans), group.rule, 0.9, country=is_country(name))


def _left(token: Token) -> str:
    before = token.nbor(-1)
    return before.entity if before else ""


def _place_words(token: Token) -> list[Token]:
    words = [token]
    while (after := words[-1].nbor()) is not None and after.entity == "LOC" and not after.begins and after.text[:1].isalnum():
        words.append(after)
    return words


def is_country(name: str) -> bool:
    """Tell whether a word or phrase names a country, in any case."""
    last = name.rsplit(maxsplit=1)[-1]
    known = vocabulary.words("countries", "names")
    return last in known or any(len(c) > 3 and same_word(last, c) for c in known)
