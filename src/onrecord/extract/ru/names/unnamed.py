"""Words that look like the name of a body and name none: states, kinds alone, fragments, works, other things' abbreviations."""

from __future__ import annotations

import re

from onrecord.extract.ru.names.known_bodies import is_known, is_national, is_state_word
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.ru.names.titles import is_seasonal, is_titled_kind
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_at

_STATES = re.compile(
    r"(?i:(?:бывш\w+\s)?(?:советск\w+\sсоюз\w*|российск\w+\sфедераци\w+|\w+ск\w+\sреспублик\w+|республик\w+\s\w+"
    r"|соедин[её]нн\w+\s(?:штат\w+(?:\sамерики)?|королевств\w+)|\w+ск\w+\sкоролевств\w+|королевств\w+\s\w+))$"
)
"""A state by its full name, in any case: Российской Федерации, бывшего Советского Союза, Республику Корея."""

_GLOSS = re.compile(r"\((?:далее\s?[–—-]\s?)?(?P<short>[А-ЯЁ]{2,8})\)")
_GLOSSED = re.compile(r"(?:[\w-]+\s){1,9}\Z")
"""An abbreviation in brackets, and the words before it that it may stand for."""

LONGEST_GLOSSED = 400
"""Code points that no such words exceed."""


def names_none(tokens: list[Token]) -> bool:
    """Tell whether the words of what may be a body name none."""
    first, text = tokens[0], " ".join(t.text for t in tokens)
    if _STATES.match(text) or first.tag.startswith(("PRON", "DET")) or is_seasonal(first):
        return True
    if len(tokens) > 2 and first.tag.startswith("ADJ") and is_seasonal(tokens[1]):
        return True  # Следующая Зимняя школа
    if len(tokens) > 1 and first.lower.startswith("экс-") and is_title(first):
        return True  # Экс-посол Казахстана
    kinds = vocabulary.words("organizations", "generic")
    if len(tokens) == 2 and first.text[:1].islower() and all(model.lemma(t.text) in kinds for t in tokens):
        return True  # совета Фонда
    return any(tell(tokens) for tell in _TELLING)


def _is_act(tokens: list[Token]) -> bool:
    """Tell whether a noun of kind is an act that befalls a country: объединение Корейского полуострова, Республики Корея."""
    first = tokens[0]
    act = first.text[:1].islower() and model.lemma(first.text) in vocabulary.words("organizations", "acts")
    return act and len(tokens) > 1 and (is_state_word(tokens[1]) or country_at(tokens[1]) is not None)


def _is_nationality(tokens: list[Token]) -> bool:
    """Tell whether the only word is the adjective of a country, whose noun stands elsewhere: Российской и Китайской Сторон."""
    return len(tokens) == 1 and tokens[0].tag.startswith("ADJ") and is_national(tokens[0])


def _is_of_town(tokens: list[Token]) -> bool:
    """Tell whether a kind in small letters has only its town behind it, and is no authority: больнице города Семей."""
    if not tokens[0].text[:1].islower() or len(tokens) < 3 or " Gen" not in tokens[1].tag:
        return False
    town = model.lemma(tokens[1].text)
    placed = town in vocabulary.words("countries", "settlements") or town in vocabulary.words("countries", "town_parts")
    return placed and model.lemma(tokens[0].text) not in vocabulary.words("organizations", "authorities")


_WEEKDAYS = frozenset({"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"})


def _is_weekday(tokens: list[Token]) -> bool:
    """Tell whether a word is only the day of the week in a date line: 15 декабря 2022, Четверг."""
    return len(tokens) == 1 and tokens[0].lower in _WEEKDAYS


_WRITTEN = re.compile(r"(?:подготовил|беседовал|записал|перев[её]л|опросил|интервью\w*|фото|текст)[аи]?$", re.IGNORECASE)


def _is_byline(tokens: list[Token]) -> bool:
    """Tell whether a word only says what the person behind it did for the page: Подготовил Руслан Оспанов."""
    after = tokens[-1].nbor()
    return len(tokens) == 1 and _WRITTEN.match(tokens[0].text) is not None and after is not None and after.entity == "PER"


def _is_instrument(tokens: list[Token]) -> bool:
    """Tell whether an adjective leads to a craft or an instrument: Космический телескоп «Карагай»."""
    if len(tokens) == 1 or not tokens[0].tag.startswith("ADJ"):
        return False
    return tokens[1].text[:1].islower() and model.lemma(tokens[1].text) in vocabulary.words("organizations", "vessels")


def _is_class(tokens: list[Token]) -> bool:
    """Tell whether the words are all bodies of a kind in some countries: федерации стран Европы."""
    head = next((k for k, t in enumerate(tokens) if t.tag.startswith("NOUN")), len(tokens))
    behind = tokens[head + 1 : head + 2]
    return bool(behind) and " Plur" in tokens[head].tag and model.lemma(behind[0].text) == "страна"


def _is_institution(tokens: list[Token]) -> bool:
    """Tell whether an institution of law is meant, and no institute: институт уполномоченного по правам человека."""
    return len(tokens) > 1 and model.lemma(tokens[0].text) == "институт" and " Gen" in tokens[1].tag and is_title(tokens[1])


def _is_work(tokens: list[Token]) -> bool:
    """Tell whether a name in Latin letters is that of a contest or a film: конкурс The BOBs, под девизом The Right Move."""
    latin = all(t.text.isascii() for t in tokens)
    before = _governor(tokens[0]) if latin else None
    apart = before is None or before.sentence != tokens[0].sentence
    return (
        latin and before is not None and not apart and is_titled_kind(before) and model.lemma(before.text) not in _RUN_BY_ITSELF
    )


def _governor(token: Token) -> Token | None:
    """Return the word before a list of names in Latin letters: игр Farmland и CityPlan, сериалов, таких как The Lab."""
    before = token.nbor(-1)
    while before is not None and before.sentence == token.sentence and (before.text.isascii() or before.lower in _IN_LIST):
        if before.text in ".;:":
            break
        before = before.nbor(-1)
    return before


_IN_LIST = frozenset({"и", "как", "например", "такие", "таких", "«", "»"})

_RUN_BY_ITSELF = frozenset({"проект", "программа"})
"""What can act like a body under its own name: проект Mushroom Works."""


def _is_kind_alone(tokens: list[Token]) -> bool:
    """Tell whether a capital of a sentence is all that makes a name of a kind (Правозащитные организации)."""
    if not _opens(tokens[0]) or any(t.text[:1].isupper() or not t.text[:1].isalnum() for t in tokens[1:]):
        return False
    if len(tokens) == 1:
        word = tokens[0].text
        return not is_known(tokens[0]) and not word.isupper() and tokens[0].tag.startswith("NOUN") and model.is_word(word)
    if not tokens[0].tag.startswith("ADJ"):
        return False
    if any(model.lemma(t.text) in vocabulary.words("organizations", "not_bodies") for t in tokens[1:]):
        return True  # Первое издание книги
    every = model.lemma(tokens[1].text) in vocabulary.words("organizations", "any_body")
    return (every or " Plur" in tokens[0].tag) and len(tokens) == 2


def _opens(token: Token) -> bool:
    """Tell whether a token is the first word of its sentence, outside guillemets."""
    before = token.nbor(-1)
    return before is None or (before.sentence != token.sentence)


_TELLING = (
    _is_weekday, _is_byline, _is_nationality, _is_act,
    _is_of_town, _is_instrument, _is_class, _is_institution, _is_work, _is_kind_alone,
)  # fmt: skip
"""What tells that words name no body, the cheapest first."""


def other_abbreviations(reading: Reading) -> frozenset[str]:
    """Return the abbreviations that a text explains as something other than a body: приборно-агрегатного отсека (ПАО)."""
    heads = vocabulary.words("organizations", "heads")
    found = set()
    for match in _GLOSS.finditer(reading.text):
        before = _GLOSSED.search(reading.text, max(0, match.start() - LONGEST_GLOSSED), match.start())
        words = [w for word in before[0].split() for w in word.split("-") if w] if before else []
        size = len(match["short"])
        spelled = next(
            (
                words[k:]
                for k in range(len(words))
                if _initials(words[k:]) == match["short"] or _content(words[k:]) == match["short"]
            ),
            None,
        )
        if spelled and size > 1 and not any(model.lemma(word) in heads for word in spelled):
            found.add(match["short"])
    return frozenset(found)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words).upper()


def _content(words: list[str]) -> str:
    """The first letters of the words that are longer than a preposition."""
    return _initials([word for word in words if len(word) > 2])
