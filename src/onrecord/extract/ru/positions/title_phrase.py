"""Where the words of an office before a name begin, and how several offices in a row are parted."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names import people
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Person

FARTHEST = 14
"""Words between the beginning of a title and the name: long bodies stand there in the genitive."""

_STOP = frozenset(".;:!?«»()–—")
NOW = frozenset({"ныне", "сейчас", "теперь"})
"""What parts an office of before from one of today: посол в Сеуле, ныне профессор."""


def first_of_list(reading: Reading, entities: Entities, name: Token) -> Token:
    """Return the first word of the first of several names in a row, else of the name itself: депутаты X, Y и Z."""
    first = name
    while first.i > 1 and reading.tokens[first.i - 1].lower in ("и", ","):
        before = entities.person_at(reading.tokens[first.i - 2])
        if before is None or reading.tokens[first.i - 2].sentence != name.sentence:
            break
        first = reading.tokens[first.i - 2]
        while first.i and entities.person_at(reading.tokens[first.i - 1]) is before:
            first = reading.tokens[first.i - 1]
    return first


def _last(reading: Reading, name: Token) -> int:
    """Return the last word before a name, behind the colon of a label: Секретарь оргкомитета: X; двое аспирантов: X и Y."""
    skipped = name.i > 1 and (reading.tokens[name.i - 1].text == ":" or _is_apposed(reading, name))
    addressed = name.i > 2 and reading.tokens[name.i - 1].lower in vocabulary.words("titles", "addresses")
    if addressed and reading.tokens[name.i - 2].text == ",":
        return name.i - 3  # посла Республики Корея, г-на X
    return name.i - (2 if skipped else 1)


def _is_apposed(reading: Reading, name: Token) -> bool:
    """Tell whether a comma parts a name from the office that its sentence begins with: Бывший инспектор, X приехал."""
    sentence = reading.sentence_of(name)
    before = [t for t in sentence.tokens if t.i < name.i]
    if len(before) < 2 or before[-1].text != "," or len(before) > 2 * FARTHEST or before[0].tag.startswith("DET"):
        return False
    opens = any(people.is_title(t) and " Nom" in t.tag for t in before[:3])
    return opens and not any(t.tag.startswith(("VERB Fin", "VERB Conv")) or t.text in ":;«" for t in before)


def is_of_decree(reading: Reading, first: int, name: Token) -> bool:
    """Tell whether an office is that of who decrees, and not of who is named behind it: Указом Президента X назначен …."""
    before = reading.tokens[first - 1] if first else None
    decreed = before is not None and model.lemma(before.text) in vocabulary.words("titles", "decrees")
    return decreed and " Nom" in name.tag and " Gen" in reading.tokens[first].tag


def is_labelled(reading: Reading, first: int, name: Token) -> bool:
    """Tell whether an office before a colon is that of the name behind it: it opens the line, or is one of several."""
    if reading.tokens[name.i - 1].text != ":":
        return True
    before = reading.tokens[first - 1] if first else None
    office = next((t for t in reading.tokens[first : name.i - 1] if people.is_title(t)), None)
    part = office is not None and (
        model.lemma(office.text) in vocabulary.words("titles", "of_occasions") or office.lower in _labels()
    )
    opens = (before is None or before.sentence != name.sentence) and not part
    return opens or any(" Plur" in t.tag and people.is_title(t) for t in reading.tokens[first : first + 3])


@cache
def _labels() -> frozenset[str]:
    """Labels of programmes (Эксперты: X), and words for who made the page, which give a part and no office."""
    rows = vocabulary.load("programme")["roles"].values()
    return frozenset(label for labels in rows for label in labels) | {"автор", "корреспондент", "редактор", "фотограф"}


def behind_degree(reading: Reading, name: Token) -> Token:
    """Return the comma before a degree that stands before a name (руководительница фонда, доктор наук X), else the name."""
    short = next((k for k in range(name.i - 1, max(0, name.i - 11), -1) if reading.tokens[k].text == ","), None)
    beside = short is not None and reading.tokens[short].sentence == name.sentence
    if short is not None and beside and _SHORT_DEGREE.fullmatch(reading.text, reading.tokens[short].end, name.start):
        return reading.tokens[short]
    degree = next((k for k in range(name.i - 1, max(0, name.i - 5), -1) if reading.tokens[k].lower.startswith(_DEGREES)), None)
    if degree is None or reading.tokens[name.i - 1].lower != "наук" or reading.tokens[degree].sentence != name.sentence:
        return name
    comma = reading.tokens[degree - 1]
    return comma if comma.text == "," and comma.sentence == name.sentence else name


_SHORT_DEGREE = re.compile(r"\s(?:[дк]\.\s?(?:[а-я-]+\.\s?){1,2}н\.|(?:проф|акад|доц)\.|PhD),?\s")
"""An abbreviated degree or rank between an office and the name: проректор, д.и.н. X."""

_DEGREES = ("доктор", "кандидат")


def is_list(entities: Entities, last: Token) -> bool:
    """Tell whether another name follows in a row with this one."""
    mark = last.nbor()
    after = mark.nbor() if mark is not None and mark.lower in ("и", ",") else None
    return after is not None and after.sentence == last.sentence and entities.person_at(after) is not None


def start(reading: Reading, entities: Entities, name: Token) -> int | None:
    """Walk left over genitives, bodies and places to the leftmost office of the phrase that ends at the name."""
    k, first = _last(reading, name), None
    far = 2 * FARTHEST if k <= name.i - 2 else FARTHEST
    while k >= 0 and name.i - k <= far and reading.tokens[k].sentence == name.sentence:
        token = reading.tokens[k]
        body = entities.at(token)
        if body is not None and not isinstance(body, Person) and body is entities.organization_at(name):
            body = None  # администрация президента Обамы: the office stands inside the name of the body
        verbal = body is None and token.tag.startswith(_VERBAL) and token.lower not in NOW and not people.is_title(token)
        dated = first is None and token.lower in _YEARS  # Указом Главы государства от 5 мая 2022 года X назначен …
        told = first is not None and _is_told(reading, token, reading.tokens[first])
        if isinstance(body, Person) or verbal or dated or told:
            break
        if token.text == ",":
            if first is None or not _goes_on_behind_comma(reading, entities, k):
                break
        elif token.text in (")", ".") and first is None and (opening := _passed_over(reading, k)) is not None:
            k = opening
        elif (
            token.text in ("–", "—")
            and first is not None
            and people.is_title(reading.tokens[first])
            and _dash_joins(reading, k)
        ):
            pass
        elif token.text == "»" and body is None and first is None and (opening := _opening(reading, k)) is not None:
            k = opening
        elif (token.text in _STOP and body is None) or (
            token.lower in ("и", "а")
            and body is None
            and not _joins_titles(reading, k)
            and not (first is not None and reading.tokens[k + 1].lower in NOW)
        ):
            break
        elif (people.is_title(token) and body is None) or (
            first is not None and token.tag.startswith(("ADJ", "PROPN")) and _describes(token, reading.tokens[first])
        ):
            first = k
        elif (
            first is not None
            and token.tag.startswith(("ADP", "NOUN"))
            and not people.is_title(token)
            and " Gen" not in token.tag
            and not _of_charge(reading, k)
        ):
            break
        k -= 1
    return first


_VERBAL = ("VERB", "PRON", "SCONJ", "ADV")
"""Parts of speech at which an office before a name ends."""
_YEARS = frozenset({"года", "году", "г"})


def _is_told(reading: Reading, token: Token, first: Token) -> bool:
    """Tell whether an office is that of whom something was told or who asked: на вопрос корреспондента ТАСС представитель X."""
    if not people.is_title(token) or " Nom" not in first.tag:
        return False
    before = reading.tokens[token.i - 1]
    asks = " Gen" in token.tag and not people.is_title(before) and not before.tag.startswith("ADJ")
    return " Dat" in token.tag or (asks and all(t.text not in "–—-" for t in reading.tokens[token.i : first.i]))


def _goes_on_behind_comma(reading: Reading, entities: Entities, k: int) -> bool:
    """Tell whether a comma parts two offices of one person: ректор университета, академик X; посол в Сеуле, ныне X."""
    before = reading.tokens[k - 1] if k else None
    if before is None:
        return False
    ends = entities.organization_at(before) is not None or " Gen" in before.tag or people.is_title(before)
    return ends or reading.tokens[k + 1].lower in NOW


def _opening(reading: Reading, k: int) -> int | None:
    """Return where the guillemets open that token `k` closes (координатор проекта «Степь»)."""
    return next((i for i in range(k - 1, max(0, k - 12), -1) if reading.tokens[i].text == "«"), None)


def _passed_over(reading: Reading, k: int) -> int | None:
    """Return where the bracket opens that token `k` closes, or the short word that it ends: институт (Осло); г. Осло."""
    if reading.tokens[k].text == ".":
        return k - 1 if reading.tokens[k - 1].lower == "г" else None
    return next((i for i in range(k - 1, max(0, k - 8), -1) if reading.tokens[i].text == "("), None)


def _dash_joins(reading: Reading, k: int) -> bool:
    """Tell whether a dash joins two offices of one person: заместитель Премьер-Министра – министр иностранных дел X."""
    before, after = reading.tokens[k - 1], reading.tokens[k + 1]
    if model.lemma(before.text) in vocabulary.words("titles", "of_occasions"):
        return False  # модератор – доцент X
    return people.is_title(after) and (people.is_title(before) or " Gen" in before.tag)


_RUNNING = ("заведующ", "управляющ", "командующ", "руководящ")
"""Beginnings of offices that govern the instrumental."""


def _of_charge(reading: Reading, k: int) -> bool:
    """Tell whether a word is of what or where somebody is in charge: министр по делам разведки, посол в Сеуле, ныне …."""
    token, before = reading.tokens[k], reading.tokens[k - 1] if k else None
    if " Ins" in token.tag and before is not None and before.lower.startswith(_RUNNING):
        return True  # заведующий сектором
    if token.lower == "по" or (token.lower in ("в", "во") and reading.tokens[k + 1].entity == "LOC"):
        return before is not None and (people.is_title(before) or " Gen" in before.tag)
    return " Dat" in token.tag and before is not None and (before.lower == "по" or " Dat" in before.tag)


_ADJECTIVE = re.compile(r"^[^А-ЯЁ].*(?:[ыиоае]й|[ая]я|[ео]е|[ыи]е|[ео]го|[ео]му|[ыио]м|[ео]м|[ую]ю|[ыи]х|[ыи]ми)$")
"""A word with the ending of an adjective; the model takes unknown verbs for such (модерировала профессор X)."""


def _describes(adjective: Token, head: Token) -> bool:
    between = head.nbor(-1)
    near = head.i - adjective.i == 1 or (head.i - adjective.i == 2 and between is not None and between.lower == "и")
    known = model.lemma(adjective.text) in vocabulary.words("titles", "modifiers")
    return (
        near
        and not cues.is_short(adjective.text)
        and (known or (adjective.tag.startswith("ADJ") and _ADJECTIVE.search(adjective.text) is not None))
    )


def _joins_titles(reading: Reading, k: int) -> bool:
    """Tell whether и joins words of one title (министр энергетики и торговли) or two titles, and no two persons."""
    before, after = reading.tokens[k - 1], reading.tokens[k + 1]
    modifiers = vocabulary.words("titles", "modifiers")
    if model.lemma(before.text) in modifiers and model.lemma(after.text) in modifiers:
        return True  # чрезвычайный и полномочный посол
    if people.is_title(after) and " Plur" not in after.tag and " Gen" in before.tag:
        return True
    return " Gen" in before.tag and ((" Gen" in after.tag and after.text[:1].islower()) or after.text.isupper())


def split(entities: Entities, tokens: list[Token]) -> list[list[Token]]:
    """Part ректор университета, академик at commas behind which another office begins."""
    parts: list[list[Token]] = [[]]
    for k, token in enumerate(tokens):
        rest = tokens[k + 1 : k + 4]
        joined = token.text in ("и", "–", "—") and bool(rest) and people.is_title(rest[0]) and bool(parts[-1])
        if entities.organization_at(token) is not None:
            parts[-1].append(token)  # директор Фонда Первого Президента – Елбасы: a dash inside the name of a body
        elif joined or (token.text == "," and any(people.is_title(t) for t in rest)):
            parts.append([])
        elif k and model.lemma(token.text) in vocabulary.words("titles", "ranks") and _ends_office(tokens[k - 1]):
            parts.append([token])
        else:
            parts[-1].append(token)
    return [part for part in parts if any(people.is_title(t) for t in part)]


def _ends_office(token: Token) -> bool:
    """Tell whether an office ends here, so that another may follow: директор Центра профессор X."""
    return " Gen" in token.tag or " Dat" in token.tag or token.entity == "ORG" or token.text == "»"
