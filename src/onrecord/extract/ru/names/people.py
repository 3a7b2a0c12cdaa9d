"""Where persons are named in Russian text, each mention by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.extract.ru.names import korean_names
from onrecord.extract.ru.names.known_bodies import known_phrase
from onrecord.extract.ru.names.name_places import names_a_house, names_a_place
from onrecord.extract.ru.names.name_words import is_name_word, is_patronymic
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import korean, model, vocabulary
from onrecord.model import Span

_INITIAL = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]$|[ДЖ]ж$|Ш[ао]?$")
LONGEST = 4
"""Words of a name at most: given name, patronymic, and a surname of two."""


FEWEST_SPELLED = 2
"""Words that a name and its Latin spelling in brackets must have: one word may be an employer (Иван Петров (Vertex))."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person named once: the words without honorifics, `initials` where the given name is only a letter."""

    tokens: tuple[Token, ...]
    rule: str

    @property
    def span(self) -> Span:
        """From the first letter to the last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def words(self) -> list[str]:
        """The words of the name, marks left out."""
        return [token.text for token in self.tokens if token.text != "."]

    @property
    def initials(self) -> list[str]:
        """The letters that stand for names (А. in А. Токжигитов)."""
        return [word for word, mark in pairwise([*(token.text for token in self.tokens), ""]) if mark == "."]

    @property
    def full_words(self) -> list[str]:
        """The words that are not initials."""
        initials = set(self.initials)
        return [word for word in self.words if word not in initials]


def without_verb(mention: NameMention) -> NameMention:
    """Return a name without a verb that the model took for its first word: Беседовал Рустам Каюмов."""
    first, rest = mention.tokens[0], mention.tokens[1:]
    verbal = first.lower.endswith(("л", "ла", "ли")) and model.lemma(first.text).endswith(("ть", "ться"))
    return NameMention(rest, mention.rule) if verbal and len(rest) > 1 else mention


def is_title(token: Token) -> bool:
    """Tell whether a token is a noun for an office."""
    if token.lower.startswith("поверенн"):
        return True  # временный поверенный в делах; the dictionary takes it for a participle
    if not token.tag.startswith(("NOUN", "PROPN", "ADJ")):  # the model takes магистрант, аспирант alone for participles
        return token.tag.startswith("VERB Part") and token.lower in vocabulary.words("titles", "heads")
    if token.lower.startswith("рабоч") and token.dep == "amod" and token.head.i > token.i:
        return False  # с рабочим визитом
    before = token.nbor(-1) if token.lower == "главе" else None
    if before is not None and before.lower == "во":
        return False  # делегация во главе с министром
    bare = token.lower.removeprefix("экс-").removeprefix("вице-")
    heads = vocabulary.words("titles", "heads")
    return model.lemma(bare) in heads or token.lower in heads or ("-" in bare and model.lemma(bare.split("-")[0]) in heads)


def find(reading: Reading) -> list[NameMention]:
    """Return the mentions of persons, in text order."""
    found: list[NameMention] = []
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            mention = _at(reading, sentence, at)
            if mention:
                found.append(mention)
                spelling = _spelling(reading, mention)
                found += [spelling] if spelling else []
                at = found[-1].tokens[-1].i + 1
            else:
                at += 1
    return found


def _spelling(reading: Reading, mention: NameMention) -> NameMention | None:
    """Return the name in Latin letters in brackets behind another: Пак Джи Хун (Park Ji-hoon)."""
    at = mention.tokens[-1].i + 2
    if at >= len(reading.tokens) or reading.tokens[at - 1].text != "(" or len(mention.full_words) < FEWEST_SPELLED:
        return None
    run: list[Token] = []
    while at < len(reading.tokens) and is_name_word(reading.tokens[at]) and reading.tokens[at].text[:1] < "Ͱ":
        run.append(reading.tokens[at])
        at += 1
    closed = at < len(reading.tokens) and reading.tokens[at].text in (")", ",", ";")
    return NameMention(tuple(run), "name-with-gloss") if closed and FEWEST_SPELLED <= len(run) <= LONGEST else None


def _at(reading: Reading, sentence: Sentence, at: int) -> NameMention | None:
    """Return the name that begins at token number `at`."""
    token = reading.tokens[at]
    tokens = reading.tokens[at : sentence.last]
    if _is_initial(tokens):
        return None if names_a_house(token) else _with_initials(tokens)
    if model.lemma(token.text) in vocabulary.words("titles", "honorifics") and not _is_korean_whole(tokens):
        return None
    named = names_a_house(token) or names_a_place(token)
    if not is_name_word(token) or _is_common_start(sentence, token) or named or _is_known_body(token):
        return None
    return _of_run(reading, sentence, token, _run(tokens))


def _is_korean_whole(tokens: list[Token]) -> bool:
    """Tell whether an honorific is the surname of a Korean name of three words: Пан Чжун Хо."""
    return len(korean_names.read(tokens[:_KOREAN]) or ()) == _KOREAN if is_name_word(tokens[0]) else False


def _of_run(reading: Reading, sentence: Sentence, token: Token, run: list[Token]) -> NameMention | None:
    """Return the name that a row of capitalised words is, by the model or by what stands around it."""
    if _is_quoted(run):
        return None
    if len(run) > 1 and is_patronymic(run[1].text) and not is_title(token):
        return NameMention(tuple(run[:LONGEST]), "patronymic")
    middle = _with_middle_initial(reading, token)
    if middle is not None or _begins_with_house(run):
        return middle
    korean = korean_names.read(run)
    if korean or len(token.text) == 1:
        return NameMention(korean, "korean-name") if korean else None
    return (
        _by_model(token, run)
        if token.entity == "PER" or (not token.entity and _signed(run))
        else _by_surroundings(reading, sentence, token, run)
    )


def _begins_with_house(run: list[Token]) -> bool:
    """Tell whether a Korean name of three words stands behind the name of a house: Институт мира Чеджу Ча Мин Хо."""
    if len(run) < _KOREAN or korean.is_surname(run[0].text) or (behind := korean_names.read(run[1:])) is None:
        return False
    if len(behind) == _KOREAN:
        return True
    return len(behind) == len(run) - 1 and not model.is_given_name(run[0].text) and _is_of_house(run[0])


def _is_of_house(token: Token) -> bool:
    """Tell whether a noun for a house stands before a word with genitives alone between: Университета языков Тэхан."""
    before = token.nbor(-1)
    while before is not None and before.sentence == token.sentence and " Gen" in before.tag:
        if model.lemma(before.text) in vocabulary.words("organizations", "called_bare"):
            return True
        before = before.nbor(-1)
    return False


_KOREAN = 3
"""Words of a Korean name: the surname and two syllables."""


def _by_model(token: Token, run: list[Token]) -> NameMention | None:
    kept = [t for t in run if t.entity == "PER" or _goes_on(t)]
    if any(t.text in vocabulary.words("countries", "names") for t in kept[1:]):
        return None  # Алматыда Қазақстан
    if _is_office_or_thing(token, kept):
        return None
    if len(kept) == 1 and korean_names.opens(token) and model.is_word(token.text):
        return NameMention((token,), "common-word")  # Модератор opens a sentence as Ранта does: a name where it is known as one
    before = token.nbor(-1)
    if len(kept) == 1 and before is not None and model.lemma(before.text) in vocabulary.words("organizations", "called"):
        return None  # команда Феррари
    kept += _signed(kept)
    led = before is not None and before.sentence == token.sentence and before.lower in _FATHERS
    return NameMention((*([before] if led and before else []), *kept[:LONGEST]), "entity")


def _signed(given: list[Token]) -> list[Token]:
    """Return the surname in capitals with which a given name signs an article: Марина ОВСИЕНКО."""
    after = given[0].nbor() if len(given) == 1 else None
    if after is None or after.sentence != given[0].sentence or not after.text.isupper() or len(after.text) < _SHORTEST_SIGNED:
        return []
    behind = after.nbor()
    ends = behind is None or behind.sentence != after.sentence or not behind.text[:1].isalnum()
    body = after.entity in ("ORG", "LOC") or _is_known_body(after)
    return [after] if ends and after.text.isalpha() and model.is_given_name(given[0].text) and not body else []


_SHORTEST_SIGNED = 4
"""Letters of a surname in capitals at least: shorter words in capitals are abbreviations."""


def _is_adjective(token: Token) -> bool:
    """Tell whether a capitalised word only describes the noun behind it."""
    after = token.nbor()
    noun = after is not None and after.tag.startswith("NOUN") and after.text[:1].islower() and token.head is after
    return noun and (token.tag.startswith("ADJ") or (token.dep == "amod" and token.lower.endswith(_ADJECTIVAL)))


_ADJECTIVAL = ("ский", "ского", "скому", "ским", "ском", "ская", "скую", "ской", "ское", "ские", "ских", "скими")
"""Endings of adjectives of places, which the model may take for surnames: Семипалатинский договор."""


def _is_office_or_thing(token: Token, kept: list[Token]) -> bool:
    """Tell whether the model took an office, an adjective or a document for a name, or an office into one."""
    if len(kept) == 1 and (is_title(token) or _is_adjective(token) or _modifies_title(token)):
        return True  # Соорганизатором, Семипалатинский договор, Почётному консулу
    if len(kept) > 2 and is_title(token) and korean_names.opens(token) and not kept[-1].text.isascii():
        return True  # Геофизик Аскар Жумадилов: the name begins behind the office
    return len(kept) == 1 and token.lower.startswith(vocabulary.document_beginnings())  # группа друзей Договора


def _modifies_title(token: Token) -> bool:
    """Tell whether a capitalised word only describes the office behind it: Почётному консулу, Чрезвычайный посол."""
    after = token.nbor()
    office = after is not None and after.sentence == token.sentence and not is_name_word(after) and is_title(after)
    return office and model.lemma(token.text) in vocabulary.words("titles", "modifiers")


def _by_surroundings(reading: Reading, sentence: Sentence, token: Token, run: list[Token]) -> NameMention | None:
    before = token.nbor(-1)
    called = before is not None and before.sentence == token.sentence and _is_body(before)  # компании True Companion
    called = called and not (
        before is not None and is_title(token.head) and token.head.i < before.i
    )  # представитель департамента X
    misread = token.entity == "ORG" and len(run) == 2 and not called and not any(_is_body(t) for t in run)
    misread = misread and (token.begins or not token.text.isascii()) and _behind_title(reading, run[0])
    if (token.entity in ("ORG", "LOC") and not misread) or len(run) < 2:
        return None
    rules = {
        "listed-name": _listed(sentence, run),
        "name-behind-title": _behind_title(reading, run[0]),
        "given-name": len(run) <= 3 and model.is_given_name(token.text) and not any(t.entity in ("ORG", "LOC") for t in run),
    }
    rule = next((name for name, fits in rules.items() if fits), None)
    return NameMention(tuple(run[:LONGEST]), rule) if rule else None


def _is_known_body(token: Token) -> bool:
    return model.lemma(token.text) in vocabulary.known_bodies() or bool(known_phrase(token))


def _is_quoted(run: list[Token]) -> bool:
    """Tell whether the words fill a pair of guillemets: a title or the name of a body («Путь Севера»)."""
    before, after = run[0].nbor(-1), run[-1].nbor()
    return before is not None and after is not None and before.text == "«" and after.text == "»"


def _is_body(token: Token) -> bool:
    """Tell whether a word belongs to a body's name: a noun for a kind of body, or an abbreviation."""
    return token.text.isupper() or model.lemma(token.text) in vocabulary.words("organizations", "heads")


def _is_initial(tokens: list[Token]) -> bool:
    return (
        bool(_INITIAL.match(tokens[0].text)) and len(tokens) > 2 and tokens[1].text == "." and tokens[1].start == tokens[0].end
    )


_CLOSED = ("ADP", "CCONJ", "SCONJ", "PRON", "PART", "ADV", "DET")
"""Parts of speech that no surname has: behind a letter and a full stop they open the next sentence (… ускорение G. Но …)."""


def _with_initials(tokens: list[Token]) -> NameMention | None:
    """А. Токжигитов, И. Л. Постникова: one or two letters, then the surname."""
    k = 0
    while k + 1 < len(tokens) and _is_initial(tokens[k:]):
        k += 2
    if k < len(tokens) and is_name_word(tokens[k]) and not tokens[k].tag.startswith(_CLOSED):
        return NameMention(tuple(tokens[: k + 1]), "initials")
    return None


def _with_middle_initial(reading: Reading, token: Token) -> NameMention | None:
    """Рустам Ж. Ибраев: a given name that the model or the dictionary knows, a letter, then the surname."""
    tokens = reading.tokens[token.i : token.i + 4]
    apart = len(tokens) < 4 or tokens[3].sentence != token.sentence or not _is_initial(tokens[1:])
    if apart or not is_name_word(tokens[3]) or tokens[3].tag.startswith(_CLOSED):
        return None
    given = token.entity == "PER" or model.is_given_name(token.text)
    return NameMention(tuple(tokens), "initials") if given else None


def _run(tokens: list[Token]) -> list[Token]:
    """Return the capitalised words in a row, an entity of another kind ending them."""
    run: list[Token] = []
    for k, token in enumerate(tokens):
        if run and token.text in _PARTICLES and k + 1 < len(tokens) and is_name_word(tokens[k + 1]):
            run.append(token)
            continue
        if not is_name_word(token) or (run and token.entity != run[0].entity and "PER" not in (token.entity, run[0].entity)):
            break
        if run and token.entity in ("ORG", "LOC") and run[-1].entity == "PER":
            break
        if (
            run
            and token.begins
            and run[-1].entity == "PER"
            and token.entity == "PER"
            and not (len(run) == 1 and _is_held(run[0]))
        ):
            break
        if run and (is_title(token) or _is_known_body(token)) and token.entity != "PER":
            break
        run.append(token)
        if len(run) == LONGEST:
            break
    return run


def _is_held(name: Token) -> bool:
    """Tell whether the office right before a word is its own, so that the name behind it goes on: координатору Зере Абай."""
    before = name.nbor(-1)
    return before is not None and before.sentence == name.sentence and not is_name_word(before) and is_title(before)


_FATHERS = frozenset({"ибн", "бин", "бен", "абу"})
"""Words before a father's name, which a name can begin with (ибн Эзра)."""

_PARTICLES = frozenset({"бин", "ибн", "бен", "ван", "фон", "дер", "де", "ди", "да", "дель", "ла", "аль", "эль"})
"""Words inside a name that are written small (Усама бин Ладен, Люк ван Велли)."""


def _goes_on(token: Token) -> bool:
    return token.entity == "" or token.text in _PARTICLES or is_patronymic(token.text)


def _is_common_start(sentence: Sentence, token: Token) -> bool:
    """Tell whether a capital is due to the beginning of the sentence alone."""
    first = next((t for t in sentence.tokens if t.text[:1].isalnum()), sentence.tokens[0])
    return token is first and token.entity != "PER" and not token.tag.startswith(("PROPN", "X"))


def _listed(sentence: Sentence, run: list[Token]) -> bool:
    """Tell whether a name stands at the head of a list line (• Нам Сокчин, профессор …)."""
    before = [t for t in sentence.tokens if t.i < run[0].i]
    after = run[-1].nbor()
    bullet = bool(before) and all(t.text in "•▪-–—*·" or t.text == ":" for t in before[-1:])
    bullet = bullet or _is_number(before)
    return bullet and after is not None and after.text in (",", "–", "—", "(", ";", ".", "-")


def _is_number(before: list[Token]) -> bool:
    """Tell whether words are the number of a list line: 3., 3)."""
    return len(before) == 2 and before[0].text.isdigit() and before[1].text in (".", ")")


def _behind_title(reading: Reading, token: Token) -> bool:
    """Tell whether an office stands right before, or with its body between."""
    k = token.i - 1
    steps = 0
    while k >= 0 and steps < 8 and reading.tokens[k].sentence == token.sentence:
        before = reading.tokens[k]
        if is_title(before):
            return True
        if not (before.entity in ("ORG", "LOC") or " Gen" in before.tag or before.text in "«»()"):
            return False
        k -= 1
        steps += 1
    return False
