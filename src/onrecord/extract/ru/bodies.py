"""Where organizations are named in Russian text, each mention by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from onrecord.extract.ru import titles
from onrecord.extract.ru.known_bodies import is_known, known_phrase
from onrecord.extract.ru.people import is_title
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Span

_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}(?:-\d+)?$")


_AGENCY = re.compile(
    r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+[.,]\s(?:\d{1,2}\s[а-яё]+(?:\s\d{4}(?:\sгода|\sг\.)?)?[.,]?\s)?"
    r"(?P<agency>[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][\w./-]*(?:\s[А-ЯЁA-Z][\w-]*)?)\s[–—-]\s(?=[А-ЯЁӘҒҚҢӨҰҮҺІA-Z«])"
)
"""A dateline that names the agency: town, the day where it is given, agency, dash."""


@dataclass(slots=True)
class BodyMention:
    """A body named once; `aliases` are the names in the brackets behind it."""

    span: Span
    rule: str
    aliases: list[Span] = field(default_factory=list)


def is_head(token: Token) -> bool:
    """Tell whether a token is a noun for a kind of body."""
    return token.tag.startswith(("NOUN", "PROPN")) and model.lemma(token.text) in vocabulary.words("organizations", "heads")


def _is_state(tokens: list[Token]) -> bool:
    """Tell whether an authority is named by its country or city: парламент Грузии, японский МИД, российского посольства."""
    head = next((t for t in tokens if is_head(t)), None)
    if head is None or model.lemma(head.text) not in vocabulary.words("organizations", "authorities"):
        return False
    adjectives = [t for t in tokens if t.i < head.i and model.lemma(t.text) in vocabulary.table("countries", "adjectives")]
    return bool(adjectives) or any(t.entity == "LOC" and t.text[:1].isupper() for t in tokens if t.i > head.i)


def find(reading: Reading, people: list[Span]) -> list[BodyMention]:
    """Return the mentions of bodies, in text order; words of persons' names are left out."""
    found = _agencies(reading)
    named = [*people, *(mention.span for mention in found)]
    end = -1
    vessels = titles.vessels(reading)
    for token in reading.tokens:
        craft = token.entity == "ORG" and model.lemma(token.text) in vessels
        if token.start < end or craft or any(span.overlaps(token.span) for span in named):
            continue
        tokens = _extent(token, people)
        if not tokens:
            continue
        mention = BodyMention(Span(tokens[0].start, tokens[-1].end), "head-noun" if is_head(token) else "entity")
        mention.aliases = [*_core(tokens), *_aliases(reading, tokens[-1])]
        found.append(mention)
        end = mention.span.end
    return sorted(found, key=lambda mention: mention.span)


def _agencies(reading: Reading) -> list[BodyMention]:
    """Return the agencies of datelines (АСТАНА. 14 марта. СТЕПЬ-ИНФОРМ – …)."""
    lines = ((p.span.start, _AGENCY.match(p.span.of(reading.text))) for p in reading.paragraphs)
    return [BodyMention(Span(*line.span("agency")).shifted(start), "dateline-agency") for start, line in lines if line]


def _extent(token: Token, people: list[Span]) -> list[Token]:
    """Return the tokens of the body whose name begins at `token`, or an empty list."""
    phrase = known_phrase(token)
    if phrase:
        return phrase
    if _is_office(token):
        return []
    begins = (token.entity == "ORG" and (token.begins or _left_is_other(token))) or is_known(token)
    head = _head(token)
    if (not begins and head is None) or titles.is_title_of_something(token) or _is_portfolio(token):
        return []
    tokens = [token]
    while (after := _next(tokens, people)) is not None:
        step = _step(tokens, after, head or token)
        if not step:
            break
        tokens += step
    tokens = _balanced(tokens)
    while tokens and tokens[-1].text in ("(", ",", "и", "–", "-", ".", "/", "при", "по", "в", "против"):
        tokens.pop()
    return tokens if tokens and _named(tokens, begins) else []


def _balanced(tokens: list[Token]) -> list[Token]:
    """Cut a name where a guillemet closes that it did not open."""
    depth = 0
    for k, token in enumerate(tokens):
        depth += (token.text == "«") - (token.text == "»")
        if depth < 0:
            return tokens[:k]
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
        classifying = head.text[:1].isupper() or is_national(head) or model.is_classifying(head.text)
        head = head.nbor() if classifying else None
    fits = head is not None and head.sentence == token.sentence and (is_head(head) or (is_national(token) and is_known(head)))
    return head if fits and head and (head is token or _agree(token, head)) else None


def _agree(adjective: Token, noun: Token) -> bool:
    """Tell whether an adjective stands in the case of a noun, as far as the model says."""
    cases = [next((part for part in t.tag.split() if part in _CASES), "") for t in (adjective, noun)]
    return cases[0] == cases[1] or not all(cases) or set(cases) == {"Nom", "Acc"}


_CASES = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})


def is_national(token: Token) -> bool:
    """Tell whether a token is the adjective of a country."""
    return model.lemma(token.text) in vocabulary.table("countries", "adjectives")


def _next(tokens: list[Token], people: list[Span]) -> Token | None:
    """Return the token behind, where the sentence goes on and no person is named."""
    after = tokens[-1].nbor()
    ends = after is None or after.sentence != tokens[0].sentence or any(span.overlaps(after.span) for span in people)
    return None if ends else after


def _step(tokens: list[Token], after: Token, head: Token) -> list[Token]:
    """Return the tokens by which a name goes on, or an empty list."""
    if after.text == "«":
        return _quoted(after) if is_head(tokens[-1]) or is_head(head) or tokens[-1].entity == "ORG" else []
    if after.entity == "ORG" and not after.begins and after.text != "(" and not _is_office(after):
        return [after]
    if _is_complete(tokens) and not _is_state_word(after):
        then = after.nbor()
        regional = after.lower == "по" and then is not None and then.text[:1].isupper() and not _is_of_office(tokens[0])
        return [after] if regional else _posted(tokens, after)
    if _continues(tokens, after):
        return [after]
    if after.text.isascii() and after.text[:1].isupper() and (tokens[-1].text.isascii() or tokens[-1] is head):
        return [after]
    return _posted(tokens, after) or _governed(tokens, after)


def _is_of_office(token: Token) -> bool:
    """Tell whether an office stands right before, whose what follows по is: координатор МСР по Центральной Азии."""
    before = token.nbor(-1)
    return before is not None and before.sentence == token.sentence and is_title(before)


def _is_complete(tokens: list[Token]) -> bool:
    """Tell whether nothing small can follow: an abbreviation (ООН), a state behind its one authority (Бундестаг Германии)."""
    last = tokens[-1]
    if last.text.isupper() and len(last.text) > 1 and not _is_state_word(last):
        return True
    if len(tokens) == 1:
        return is_known(last) and not is_head(last)
    single = any(model.lemma(t.text) in vocabulary.words("organizations", "one_of_a_state") for t in tokens)
    return (
        single
        and last.text[:1].isupper()
        and not last.tag.startswith("ADJ")
        and (last.entity == "LOC" or is_country(last.text))
    )


def _is_state_word(token: Token) -> bool:
    """Tell whether a token names a state or begins its full name (Республики Корея)."""
    known = token.text in ("РК", "РФ", "КНДР", "США") or model.lemma(token.text) == "республика"
    return known or (token.text[:1].isupper() and (is_country(token.text) or is_national(token)))


def _governed(tokens: list[Token], after: Token) -> list[Token]:
    """Return what a preposition ties to a body: Комитет … при правительстве, … против пыток, … по бобслею и скелетону."""
    then = after.nbor()
    if then is None or then.sentence != after.sentence:
        return []
    behind = tokens[-1].tag.startswith(("NOUN", "PROPN")) or is_known(tokens[-1])
    if after.lower == "при" and behind and " Loc" in then.tag and _is_place_of_body(then):
        return [after, then]
    if after.lower == "против" and behind and " Gen" in then.tag and then.text[:1].islower():
        return [after, then]
    joined = after.text == "и" and any(t.text == "по" for t in tokens) and " Dat" in tokens[-1].tag and " Dat" in then.tag
    return [after, then] if (joined and not then.text[:1].isupper()) or (joined and tokens[-1].text[:1].isupper()) else []


def _is_place_of_body(token: Token) -> bool:
    """Tell whether a body can be set up beside it: при правительстве, при Президенте; one with a name is apart."""
    noun: Token | None = token
    while noun is not None and noun.tag.startswith("ADJ") and noun.sentence == token.sentence:
        noun = noun.nbor()
    if noun is None:
        return False
    return is_title(noun) or is_known(noun) or (is_head(noun) and not token.text[:1].isupper())


def _core(tokens: list[Token]) -> list[Span]:
    """Return the name without its kind: the words in guillemets, the Latin words at the end, or whose press service it is."""
    if len(tokens) > 1 and model.lemma(tokens[0].text) in vocabulary.words("organizations", "press"):
        return [Span(tokens[1].start, tokens[-1].end)]
    opening = next((k for k, t in enumerate(tokens) if t.text == "«"), None)
    if opening is not None:
        inner = tokens[opening + 1 : -1]
        return [Span(inner[0].start, inner[-1].end)] if inner and opening and tokens[-1].text == "»" else []
    first = next((k for k, t in enumerate(tokens) if t.text.isascii() and t.text[:1].isalpha()), None)
    if not first or not is_head(tokens[first - 1]) or not all(t.text.isascii() for t in tokens[first:]):
        return []
    return [Span(tokens[first].start, tokens[-1].end)]


def _is_office(token: Token) -> bool:
    """Tell whether a token is the office before a body, which the model takes into it (замглавы Комитета)."""
    return token.tag.startswith("NOUN") and is_title(token) and not is_head(token)


def _left_is_other(token: Token) -> bool:
    before = token.nbor(-1)
    return before is None or before.entity != "ORG" or _is_office(before)


_NAMED_IN_NOMINATIVE = frozenset({"район", "город", "округ", "село", "поселок", "аул", "станция"})
"""Behind these a proper name may keep its nominative: района Отрадное."""

_CASE_BEHIND = {"по": " Dat", "и": " Gen"}


def _continues(tokens: list[Token], after: Token) -> bool:
    """Tell whether a genitive goes on with a body's name: Посольства Республики Корея, Комитета атомного надзора."""
    lemma = model.lemma(tokens[-1].text)
    if lemma == "республика" and after.text.capitalize() in ("Корея", "Казахстан", "Узбекистан"):
        return True
    if after.text in ("РК", "РФ", "КНДР", "США") or (after.text[:1].isupper() and lemma in _NAMED_IN_NOMINATIVE):
        return True
    genitive = " Gen" in after.tag and after.tag.startswith(("NOUN", "ADJ", "PROPN"))
    if tokens[-1].tag.startswith("ADJ") and after.tag.startswith(("NOUN", "PROPN", "ADJ")):
        return True
    if after.text in ("и", "по") and (then := after.nbor()) is not None:
        dative = after.text == "по" and (" Dat" in then.tag)
        coordinated = after.text == "и" and " Gen" in then.tag and " Gen" in tokens[-1].tag and then.text[:1].islower()
        return dative or (coordinated and not is_head(then))
    if tokens[-1].text in _CASE_BEHIND:
        return _CASE_BEHIND[tokens[-1].text] in after.tag
    inner_dative = " Dat" in after.tag and any(t.text == "по" for t in tokens) and tokens[-1].tag.startswith("ADJ")
    return (genitive and not (after.text[:1].isupper() and after.entity == "PER")) or inner_dative


def _posted(tokens: list[Token], after: Token) -> list[Token]:
    """Return the post of a mission: Посольства Республики Корея в Казахстане; a town is only where it stands."""
    post = after.nbor()
    mission = any(model.lemma(t.text) in vocabulary.words("organizations", "missions") for t in tokens)
    fits = mission and after.text == "в" and post and is_country(post.text)
    return [after, post] if fits and post else []


@cache
def is_country(word: str) -> bool:
    """Tell whether a word names a country, in any case."""
    names = vocabulary.words("countries", "names")
    return word in names or model.lemma(word).capitalize() in names


def _quoted(opening: Token) -> list[Token]:
    tokens = [opening]
    while (after := tokens[-1].nbor()) is not None and after.sentence == opening.sentence and len(tokens) < 14:
        tokens.append(after)
        if after.text == "»":
            return tokens
    return []


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
    unit = text[0][:1].islower() and model.lemma(text[0]) in vocabulary.words("organizations", "units") and "«" not in text
    if unit or any(model.lemma(t) in vocabulary.words("organizations", "not_bodies") for t in text[:2]):
        return False
    if text[0][:1].isupper() or "«" in text or any(_ABBREVIATION.match(t) for t in text):
        return True
    return _is_state(tokens) or any(t.text[:1].isupper() and t.entity != "PER" for t in tokens)


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
        if _ABBREVIATION.match(name) or (name[:1].isupper() and name.isascii() and " " in name):
            at = reading.text.index(name, at)
            found.append(Span(at, at + len(name)))
    return found
