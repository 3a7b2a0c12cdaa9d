"""Where organizations are named in Russian text, each mention by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.ru.names import kazakh_bodies, titles, unnamed
from onrecord.extract.ru.names.body_extent import grown, is_institute_of, is_office_word, quoted, state_behind
from onrecord.extract.ru.names.known_bodies import is_country, is_head, is_known, is_national, is_venue, known_phrase
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.first_letters import hastened
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import datelines, model, vocabulary
from onrecord.languages.ru.forms import has_kazakh_letter
from onrecord.model import Span

_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}(?:-\d+)?$")


@dataclass(slots=True)
class BodyMention:
    """A body named once; `aliases` are the names in the brackets behind it."""

    span: Span
    rule: str
    aliases: list[Span] = field(default_factory=list)


def _is_state(tokens: list[Token]) -> bool:
    """Tell whether an authority is named by its country or city: парламент Грузии, японский МИД, российского посольства."""
    head = next((t for t in tokens if is_head(t)), None)
    if head is None or model.lemma(head.text) not in vocabulary.words("organizations", "authorities"):
        return False
    adjectives = [t for t in tokens if t.i < head.i and model.lemma(t.text) in vocabulary.table("countries", "adjectives")]
    return bool(adjectives) or any(t.entity == "LOC" and t.text[:1].isupper() for t in tokens if t.i > head.i)


def _is_of_rank(tokens: list[Token]) -> bool:
    """Tell whether an authority is named by its rank, and where one has several by its charge: областной маслихат."""
    if len(tokens) < 2 or model.lemma(tokens[0].text) not in vocabulary.words("organizations", "ranks"):
        return False
    at = next((k for k, t in enumerate(tokens) if is_head(t)), 0)
    kind = model.lemma(tokens[at].text)
    charged = len(tokens) > at + 1 and kind in vocabulary.words("organizations", "ranked_of")
    described = at > 1  # областной краеведческий музей
    return " Sing" in tokens[at].tag and (charged or described or kind in vocabulary.words("organizations", "ranked"))


def _is_of_two_countries(tokens: list[Token]) -> bool:
    """Tell whether a body is named by the two countries it serves: российско-японская рабочая группа по науке."""
    parts = model.lemma(tokens[0].text).rpartition("-")
    adjectives = vocabulary.table("countries", "adjectives")
    return f"{parts[0].removesuffix('о')}ий" in adjectives and parts[2] in adjectives and any(is_head(t) for t in tokens[1:])


def find(reading: Reading, people: list[Span]) -> list[BodyMention]:
    """Return the mentions of bodies, in text order; words of persons' names are left out."""
    found = [
        *agencies(reading),
        *_portals(reading),
        *(BodyMention(span, "kazakh-body", [inner]) for span, inner in kazakh_bodies.find(reading)),
    ]
    named = [*people, *(mention.span for mention in found)]
    end = -1
    vessels = titles.vessels(reading)
    others = unnamed.other_abbreviations(reading)
    standing = titles.standing_forums(reading)
    for token in reading.tokens:
        craft = token.entity == "ORG" and model.lemma(token.text) in vessels
        if token.start < end or craft or token.text in others or any(span.overlaps(token.span) for span in named):
            continue
        tokens = _extent(token, people, standing)
        if not tokens or unnamed.names_none(tokens):
            continue
        mention = BodyMention(Span(tokens[0].start, tokens[-1].end), "head-noun" if is_head(token) else "entity")
        mention.aliases = [*_core(tokens), *_aliases(reading, tokens[-1])]
        found.append(mention)
        end = mention.span.end
    return sorted(found, key=lambda mention: mention.span)


def agencies(reading: Reading) -> list[BodyMention]:
    """Return the agencies of datelines (АСТАНА. 14 марта. СТЕПЬ-ИНФОРМ – …; Бишкек, 20 июня 2019. /Ала-Тоо Информ/.)."""
    lines = datelines.of(reading).values()
    return [BodyMention(line.agency, "dateline-agency") for line in lines if line.agency is not None]


_PORTAL = hastened(
    r"(?:(?i:сообща(?:ет|ют)|сообщил[аио]?|переда[её]т|пишет|цитирует|отмечает|информирует|напоминает|уточняет"
    r"|по\s(?:данным|информации|сообщению)|согласно|портал[а-я]{0,2}|издани[а-я]{1,2}|сайт[а-я]{0,2})\s«?)"
    r"(?P<name>[A-Za-z][\w-]*(?:\.[a-z]{2,4}){1,2}|[A-Za-z][a-z]*[A-Z]\w+)(?![\w.]*[/@\w])"
)
"""Who is named by a domain or a word in Latin letters behind a verb of reporting: сообщает Stepnews.kz, согласно DataView."""


def _portals(reading: Reading) -> list[BodyMention]:
    """Return the portals that a text names by their domain as its source."""
    return [BodyMention(Span(*m.span("name")), "portal") for m in _PORTAL.finditer(reading.text)]


def _extent(token: Token, people: list[Span], standing: frozenset[tuple[str, str]] = frozenset()) -> list[Token]:
    """Return the tokens of the body whose name begins at `token`, or an empty list; `standing` as in `titles`."""
    phrase = known_phrase(token)
    if phrase:
        return [*phrase, *state_behind(phrase[-1])]
    if is_office_word(token) or _is_holder(token) or _is_predicate(token) or _is_town_before(token) or _describes_office(token):
        return []
    if is_venue(token, model.lemma(token.text)):
        return []
    if token.tag.startswith("ADJ") and has_kazakh_letter(token.text):
        return []  # Апталықты университет ректоры ашты: a Kazakh sentence
    begins = (token.entity == "ORG" and (token.begins or _left_is_other(token))) or is_known(token) or is_institute_of(token)
    head = _head(token) or titles.standing_head(token, standing)
    if (
        (not begins and head is None)
        or _is_joined_to_things(token)
        or titles.is_title_of_something(token)
        or ((before := token.nbor(-1)) is not None and titles.is_seasonal(before))
        or _is_portfolio(token)
    ):
        return []
    tokens = _balanced(_whole_title(token) or grown(token, head or token, people))
    while tokens and tokens[-1].text in ("(", ",", "и", "–", "-", ".", "/", "при", "по", "в", "против"):
        tokens.pop()
    return tokens if tokens and (_named(tokens, begins) or titles.standing_head(token, standing) is not None) else []


def _describes_office(token: Token) -> bool:
    """Tell whether the model takes for a body what describes an office: был Чрезвычайным и Полномочным Послом."""
    noun = token
    while noun.lower == "и" or model.lemma(noun.text) in vocabulary.words("titles", "modifiers"):
        after = noun.nbor()
        if after is None or after.sentence != token.sentence:
            return False
        noun = after
    return noun is not token and is_title(noun) and not is_head(noun)


def _is_holder(token: Token) -> bool:
    """Tell whether the model takes for a body under whom it stands: институт исследований при Президенте РК."""
    before = token.nbor(-1)
    return before is not None and before.lower == "при" and is_title(token) and not is_head(token)


def _is_town_before(token: Token) -> bool:
    """Tell whether a word only says where the body behind it is: в Курчатове Институт ядерной истории провел …."""
    before, after = token.nbor(-1), token.nbor()
    placed = before is not None and (before.lower in ("в", "во") or before.tag.startswith("ADJ Loc"))
    apart = after is not None and after.sentence == token.sentence and after.text[:1].isupper() and " Loc" not in after.tag
    return placed and apart and after is not None and token.tag.startswith("PROPN Loc") and _head(after) is not None


def _is_joined_to_things(token: Token) -> bool:
    """Tell whether a noun of kind is listed with things that are none: серверов и сетей."""
    joint = token.nbor(-1)
    thing = joint.nbor(-1) if joint is not None and joint.text == "и" else None
    return (
        thing is not None
        and thing.sentence == token.sentence
        and token.text[:1].islower()
        and all(t.tag.startswith("NOUN") and " Plur" in t.tag for t in (thing, token))
        and thing.text[:1].islower()
        and not is_head(thing)
        and token.head is thing
    )


def _whole_title(token: Token) -> list[Token]:
    """Return all words of a pair of guillemets that hold the name of a body: «Совет пострадавших вкладчиков»."""
    before = token.nbor(-1)
    if before is None or before.text != "«" or not (token.begins and token.entity == "ORG"):
        return []
    inner = quoted(before)[1:-1]
    return inner if any(is_head(t) for t in inner[:3]) and not any(t.text in "«,:;" for t in inner) else []


_PAIRS = {"«": "»", "(": ")"}


def _balanced(tokens: list[Token]) -> list[Token]:
    """Cut a name where a guillemet or bracket closes that it did not open."""
    for opening, closing in _PAIRS.items():
        depth = 0
        for k, token in enumerate(tokens):
            depth += (token.text == opening) - (token.text == closing)
            if depth < 0:
                tokens = tokens[:k]
                break
    return tokens


def _is_portfolio(token: Token) -> bool:
    """Tell whether a noun in small letters is what a minister is in charge of: министр объединения Республики Корея."""
    before = token.nbor(-1)
    minister = before is not None and before.sentence == token.sentence and before.lower.startswith(_MINISTERS)
    return minister and token.text[:1].islower() and " Gen" in token.tag


_MINISTERS = ("министр", "вице-министр", "замминистр", "экс-министр")


def _head(token: Token) -> Token | None:
    """Return the noun of kind that a token is, or that its adjectives lead to (японское ведомство, горная академия)."""
    head: Token | None = token
    while head is not None and head.sentence == token.sentence and head.tag.startswith("ADJ") and not is_head(head):
        classifying = head.text[:1].isupper() or is_national(head) or _classifies(head.text)
        classifying = classifying or model.lemma(head.text) in vocabulary.words("organizations", "ranks")
        head = head.nbor() if classifying else None
    fits = head is not None and head.sentence == token.sentence and (is_head(head) or (is_national(token) and is_known(head)))
    return head if fits and head and (head is token or _agree(token, head)) else None


def _classifies(word: str) -> bool:
    """Tell whether an adjective in small letters tells of which kind a body is."""
    return model.is_classifying(word) or model.lemma(word) in vocabulary.words("organizations", "classifying")


def _agree(adjective: Token, noun: Token) -> bool:
    """Tell whether an adjective stands in the case of a noun, as far as the model says."""
    if adjective.head is noun and adjective.dep == "amod":
        return True
    cases = [next((part for part in t.tag.split() if part in _CASES), "") for t in (adjective, noun)]
    return cases[0] == cases[1] or not all(cases) or set(cases) == {"Nom", "Acc"}


_CASES = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})


def _core(tokens: list[Token]) -> list[Span]:
    """Return the name without its kind: the words in guillemets, the Latin words at the end, or whose press service it is."""
    if len(tokens) > 1 and model.lemma(tokens[0].text) in vocabulary.words("organizations", "press"):
        return [Span(tokens[1].start, tokens[-1].end)]
    opening = max((k for k, t in enumerate(tokens) if t.text == "«"), default=None)
    if opening is not None:
        if _is_part(tokens[:opening]):
            return []
        inner = tokens[opening + 1 : -1]
        return [Span(inner[0].start, inner[-1].end)] if inner and opening and tokens[-1].text == "»" else []
    first = next((k for k, t in enumerate(tokens) if t.text.isascii() and t.text[:1].isalpha()), None)
    if not first or not is_head(tokens[first - 1]) or not all(t.text.isascii() for t in tokens[first:]):
        return []
    return [Span(tokens[first].start, tokens[-1].end)]


def _is_part(before: list[Token]) -> bool:
    """Tell whether what guillemets name is the whole, and the body only its part: совет директоров компании «Алмаз»."""
    kinds = [model.lemma(t.text) for t in before if is_head(t)]
    return len(kinds) > 1 and kinds[0] in vocabulary.words("organizations", "parts_of_bodies")


def _is_predicate(token: Token) -> bool:
    """Tell whether a word is the verb before a body, which the model takes into it: Создан союз, Победила команда."""
    return token.dep == "root" and (token.tag.startswith("VERB") or model.lemma(token.text).endswith(("ть", "ться")))


def _left_is_other(token: Token) -> bool:
    before = token.nbor(-1)
    return before is None or before.entity != "ORG" or is_office_word(before) or _is_predicate(before)


def _named(tokens: list[Token], entity: bool) -> bool:
    """Tell whether the words are a name and no kind alone: a capital, guillemets, an abbreviation or what the model knows."""
    text = [t.text for t in tokens]
    if len(tokens) == 1:
        known = is_known(tokens[0])
        if model.lemma(text[0]) in vocabulary.words("organizations", "not_bodies"):
            return False
        generic = model.lemma(text[0]) in vocabulary.words("organizations", "generic")
        heading = text[0].isupper() and len(text[0]) > 4 and model.is_word(text[0])  # КОРОТКО, АСТАНА
        return known or (entity and not generic and not heading and text[0][:1].isupper())
    chair = len(tokens) > 1 and model.lemma(text[0]) == "кафедра" and "«" not in text
    before = tokens[0].nbor(-1)
    led = before is not None and before.sentence == tokens[0].sentence and is_title(before)  # заведующая кафедрой онкологии
    if chair and not led and all(" Gen" in t.tag for t in tokens[1:]) and not any(is_head(t) for t in tokens[1:]):
        return True  # кафедра мировой политики
    unit = text[0][:1].islower() and model.lemma(text[0]) in vocabulary.words("organizations", "units") and "«" not in text
    if (
        unit
        or _is_store(text)
        or _is_thing(tokens)
        or any(model.lemma(t) in vocabulary.words("organizations", "not_bodies") for t in text[:2])
    ):
        return False
    if text[0][:1].isupper() or "«" in text or any(_ABBREVIATION.match(t) for t in text):
        return True
    kind = model.lemma(text[0])
    owned = any(kind in vocabulary.words("organizations", key) for key in ("of_persons", "called"))
    return (
        _is_state(tokens)
        or _is_of_rank(tokens)
        or _is_of_two_countries(tokens)
        or any(t.text[:1].isupper() and (owned or t.entity != "PER") for t in tokens)
    )


def _is_thing(tokens: list[Token]) -> bool:
    """Tell whether adjectives lead to what is no body: Семипалатинском испытательном ядерном полигоне."""
    thing = model.lemma(tokens[-1].text) in vocabulary.words("organizations", "not_bodies")
    return thing and all(t.tag.startswith("ADJ") for t in tokens[:-1])


def _is_store(words: list[str]) -> bool:
    """Tell whether a bank is a store or a facility: Банк низкообогащенного урана."""
    kept = vocabulary.words("organizations", "stored")
    return model.lemma(words[0]) == "банк" and any(model.lemma(word) in kept for word in words[1:3])


def _aliases(reading: Reading, last: Token) -> list[Span]:
    """Return the names in brackets behind a body: (ИЕБ), (КИЯП, Korea Institute …), (далее – Фонд)."""
    opening = last.nbor()
    if opening is None or opening.text != "(":
        return []
    close = reading.text.find(")", opening.end)
    if close < 0 or close - opening.end > 90:
        return []
    found = []
    start = opening.end
    for part in reading.text[opening.end : close].split(","):
        at = reading.text.index(part, start)
        start = at + len(part)
        name = part.strip()
        if is_country(name):
            continue
        if _ABBREVIATION.match(name) or (name[:1].isupper() and name.isascii() and " " in name):
            at = reading.text.index(name, at)
            found.append(Span(at, at + len(name)))
    return found
