"""Persons in Kazakh text, where an office stands before the name: институтының директоры Ерлан Сағынтаев, in both alphabets."""

from __future__ import annotations

from onrecord.extract.ru.people import LONGEST, NameMention, is_name_word
from onrecord.extract.ru.settings import is_city
from onrecord.languages.kk import vocabulary as kazakh
from onrecord.languages.reading import Reading, Token

FEWEST = 2
"""Words of a name that nothing but an office tells: one capitalised word behind it may be anything."""


def find(reading: Reading) -> list[NameMention]:
    """Return the persons whom Kazakh paragraphs name behind an office, in text order."""
    found: list[NameMention] = []
    for sentence in reading.sentences:
        if reading.paragraphs[sentence.paragraph].language != "kk":
            continue
        for token in sentence.tokens:
            name = _run(token) if _is_office(token) else []
            if FEWEST <= len(name) <= LONGEST:
                found.append(NameMention(tuple(name), "name-behind-title"))
    return found


def _is_office(token: Token) -> bool:
    return token.lower.startswith(kazakh.offices())


def _run(office: Token) -> list[Token]:
    run: list[Token] = []
    after = office.nbor()
    while after is not None and after.sentence == office.sentence and is_name_word(after):
        run.append(after)
        after = after.nbor()
    return run


def without_town(mention: NameMention) -> NameMention:
    """Return a name without what stands up to a town with its Kazakh case ending: Кеше Астанада Ерлан Сағынтаев."""
    last = max((k for k, t in enumerate(mention.tokens, 1) if _is_town_in_case(t.text)), default=0)
    rest = mention.tokens[last:]
    return NameMention(rest, mention.rule) if last and len(rest) >= FEWEST else mention


def _is_town_in_case(word: str) -> bool:
    return any(word.endswith(ending) and is_city(word[: -len(ending)]) for ending in kazakh.case_endings())
