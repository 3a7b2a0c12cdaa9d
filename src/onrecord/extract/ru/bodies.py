"""Where organizations are named in Russian text, each mention by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Span

_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}(?:-\d+)?$")


@dataclass(slots=True)
class BodyMention:
    """A body named once; `aliases` are the names in the brackets behind it."""

    span: Span
    rule: str
    aliases: list[Span] = field(default_factory=list)


def is_head(token: Token) -> bool:
    """Tell whether a token is a noun for a kind of body."""
    return token.tag.startswith(("NOUN", "PROPN")) and model.lemma(token.text) in vocabulary.words("organizations", "heads")


def is_known(token: Token) -> bool:
    """Tell whether a token alone names a body, in any case (Евросоюзом, ООН)."""
    if not token.text[:1].isupper():
        return False
    return token.text in vocabulary.words("organizations", "known") or model.lemma(token.text) in vocabulary.known_bodies()


def _is_state(tokens: list[Token]) -> bool:
    """Tell whether an authority is named by its country or city: парламент Грузии, японский МИД, российского посольства."""
    head = next((t for t in tokens if is_head(t)), None)
    if head is None or model.lemma(head.text) not in vocabulary.words("organizations", "authorities"):
        return False
    adjectives = [t for t in tokens if t.i < head.i and model.lemma(t.text) in vocabulary.table("countries", "adjectives")]
    return bool(adjectives) or any(t.entity == "LOC" and t.text[:1].isupper() for t in tokens if t.i > head.i)


def find(reading: Reading, people: list[Span]) -> list[BodyMention]:
    """Return the mentions of bodies, in text order; words of persons' names are left out."""
    found: list[BodyMention] = []
    end = -1
    for token in reading.tokens:
        if token.start < end or any(span.overlaps(token.span) for span in people):
            continue
        tokens = _extent(token, people)
        if not tokens:
            continue
        mention = BodyMention(Span(tokens[0].start, tokens[-1].end), "head-noun" if is_head(token) else "entity")
        mention.aliases = _aliases(reading, tokens[-1])
        found.append(mention)
        end = mention.span.end
    return found


def _extent(token: Token, people: list[Span]) -> list[Token]:
    """Return the tokens of the body whose name begins at `token`, or an empty list."""
    begins = (token.entity == "ORG" and (token.begins or _left_is_other(token))) or is_known(token)
    first = token
    national = model.lemma(token.text) in vocabulary.table("countries", "adjectives")
    adjective = token.tag.startswith("ADJ") and (token.text[:1].isupper() or national)
    head = token
    while adjective and (after := head.nbor()) is not None and after.sentence == token.sentence:
        head = after
        if not head.tag.startswith("ADJ"):
            break
    by_head = is_head(head) and (head is token or adjective)
    if not begins and not by_head:
        return []
    tokens = [first]
    while True:
        after = tokens[-1].nbor()
        if after is None or after.sentence != token.sentence or any(span.overlaps(after.span) for span in people):
            break
        if after.text == "«" and (is_head(tokens[-1]) or is_head(head) or tokens[-1].entity == "ORG"):
            quoted = _quoted(after)
            if quoted:
                tokens += quoted
                continue
            break
        if after.entity == "ORG" and not after.begins and after.text != "(":
            tokens.append(after)
            continue
        if _continues(tokens, after):
            tokens.append(after)
            continue
        if _posted(tokens, after):
            tokens += [after, *([after.nbor()] if after.nbor() else [])]  # type: ignore[list-item]  # asked for before
            break
        break
    while tokens and tokens[-1].text in ("(", ",", "и", "–", "-", "."):
        tokens.pop()
    return tokens if tokens and _named(tokens, begins) else []


def _left_is_other(token: Token) -> bool:
    before = token.nbor(-1)
    return before is None or before.entity != "ORG"


_CASE_BEHIND = {"по": " Dat", "и": " Gen"}


def _continues(tokens: list[Token], after: Token) -> bool:
    """Tell whether a genitive goes on with a body's name: Посольства Республики Корея, Комитета атомного надзора."""
    if after.text.capitalize() in ("Корея", "Казахстан", "Узбекистан") and model.lemma(tokens[-1].text) == "республика":
        return True
    genitive = " Gen" in after.tag and after.tag.startswith(("NOUN", "ADJ", "PROPN"))
    if tokens[-1].tag.startswith("ADJ") and after.tag.startswith(("NOUN", "PROPN", "ADJ")):
        return True
    if after.text in ("и", "по") and (then := after.nbor()) is not None:
        dative = after.text == "по" and (" Dat" in then.tag)
        coordinated = after.text == "и" and " Gen" in then.tag and " Gen" in tokens[-1].tag and then.text[:1].islower()
        return dative or coordinated
    if tokens[-1].text in _CASE_BEHIND:
        return _CASE_BEHIND[tokens[-1].text] in after.tag
    if after.text in ("РК", "РФ", "КНДР", "США"):
        return True
    inner_dative = " Dat" in after.tag and any(t.text == "по" for t in tokens) and tokens[-1].tag.startswith("ADJ")
    return (genitive and not (after.text[:1].isupper() and after.entity == "PER")) or inner_dative


def _posted(tokens: list[Token], after: Token) -> bool:
    """Tell whether a mission's post follows: Посольства Республики Корея в Казахстане."""
    post = after.nbor()
    mission = any(model.lemma(t.text) in vocabulary.words("organizations", "missions") for t in tokens)
    return bool(mission and after.text == "в" and post and _is_country(post.text))


@cache
def _is_country(word: str) -> bool:
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
        return known or (entity and not generic and (text[0][:1].isupper()))
    unit = text[0][:1].islower() and model.lemma(text[0]) in vocabulary.words("organizations", "units") and "«" not in text
    if unit or any(model.lemma(t) in vocabulary.words("organizations", "not_bodies") for t in text[:2]):
        return False
    return text[0][:1].isupper() or "«" in text or _is_state(tokens) or any(_ABBREVIATION.match(t) for t in text)


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
