"""Names in guillemets that are no body's: of a gathering, a house, a project (форум «Диалог», гостиница «Степь»)."""

from __future__ import annotations

from functools import cache

from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary

_FARTHEST = 8
"""Words between a noun and the guillemets that name what it is: Форум по ядерной безопасности «Диалог»."""

_BEHIND = 3
"""Words behind guillemets within which Kazakh names what stands in them: «Достық» халықаралық форумы."""


_SHORTEST = 5
"""Letters of a noun for a gathering from which on a word that begins with it is one in Kazakh."""


@cache
def _kinds() -> frozenset[str]:
    """Nouns for what has a title and is no body, as dictionary forms."""
    return vocabulary.gathering_nouns() | vocabulary.words("organizations", "not_bodies")


def is_title_of_something(token: Token) -> bool:
    """Tell whether a word opens guillemets that a noun for something other than a body governs."""
    opening = token.nbor(-1)
    if opening is None or opening.text not in ("«", "“", '"') or opening.sentence != token.sentence:
        return False
    before = opening.nbor(-1)
    for _ in range(_FARTHEST):
        if (
            before is None
            or before.sentence != token.sentence
            or not before.text[:1].isalpha()
            or before.tag.startswith("VERB")
        ):
            break
        if is_titled_kind(before):
            return True
        if model.lemma(before.text) in vocabulary.words("organizations", "heads"):
            return False
        before = before.nbor(-1)
    return _is_named_behind(token)


def vessels(reading: Reading) -> frozenset[str]:
    """Return the names that a text gives to ships, craft and instruments (шаттл «Дискавери»), as dictionary forms."""
    found = set()
    for token in reading.tokens:
        lemma = model.lemma(token.text)
        after = token.nbor()
        quoted = after is not None and after.text in ("«", '"')
        if lemma not in vocabulary.words("organizations", "vessels") and not (
            quoted and lemma in vocabulary.words("organizations", "flown")
        ):
            continue
        after = after.nbor() if after is not None and quoted else after
        if after is not None and after.text[:1].isupper():
            found |= {model.lemma(t.text) for t in (after, *_joined(after))}
    return frozenset(found)


def _joined(name: Token) -> list[Token]:
    """Return the names in guillemets that a list joins to one: шаттлы «Восток» (в мае) и «Заря»."""
    found: list[Token] = []
    token = name.nbor()
    depth = 0
    while token is not None and token.sentence == name.sentence:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.text == "«" and (inside := token.nbor()) is not None:
            found.append(inside)
        elif depth == 0 and token.text[:1].isalnum() and token.lower != "и" and not (found and token is found[-1]):
            return found
        token = token.nbor()
    return found


def is_titled_kind(token: Token) -> bool:
    """Tell whether a noun is for something that has a title and is no body (форум, проект, гостиница)."""
    return token.tag.startswith(("NOUN", "PROPN")) and model.lemma(token.text) in _kinds()


_SEASONS = frozenset({"летний", "зимний", "осенний", "весенний"})


def is_seasonal(token: Token) -> bool:
    """Tell whether a word begins the name of a school that is held and no body: Летняя школа по верификации."""
    after = token.nbor()
    return model.lemma(token.text) in _SEASONS and after is not None and model.lemma(after.text) in ("школа", "академия")


def _is_named_behind(token: Token) -> bool:
    kinds = vocabulary.gathering_beginnings(_SHORTEST)
    after = token.nbor()
    while after is not None and after.sentence == token.sentence and after.text != "»":
        after = after.nbor()
    for _ in range(_BEHIND):
        after = after.nbor() if after is not None else None
        if after is not None and after.sentence == token.sentence and after.lower.startswith(kinds):
            return " Gen" not in after.tag
    return False


_FORUMS = frozenset({"форум", "клуб", "диалог", "ассамблея", "сеть", "платформа", "лаборатория", "инициатива"})


def standing_forums(reading: Reading) -> frozenset[tuple[str, str]]:
    """Return the forums that are bodies, since they have officers (председатель Хельсинкского форума): adjective and noun."""
    found = set()
    for token in reading.tokens:
        first, office = token.nbor(-1), None
        if first is not None and first.tag.startswith("ADJ") and first.text[:1].isupper() and " Gen" in token.tag:
            office = first.nbor(-1)
        if office is not None and office.sentence == token.sentence and is_title(office) and model.lemma(token.text) in _FORUMS:
            found.add((model.lemma(first.text) if first is not None else "", model.lemma(token.text)))
    return frozenset(found)


def standing_head(token: Token, standing: frozenset[tuple[str, str]]) -> Token | None:
    """Return the noun behind a capitalised adjective where both name a forum that is a body, or None."""
    after = token.nbor()
    named = standing and after is not None and (model.lemma(token.text), model.lemma(after.text)) in standing
    return after if named and after is not None and after.sentence == token.sentence else None
