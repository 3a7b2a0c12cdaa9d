"""Words that can belong to a name of somebody in Russian text, by their shape."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.reading import Token
from onrecord.languages.ru import korean, vocabulary

_WORD = re.compile(
    r"(?:(?:аль|ас|ан|эль|эд)-)?[А-ЯЁӘҒҚҢӨҰҮҺІЎҲЉЊA-ZÀ-Þ][а-яёәғқңөұүһіўҳa-zß-ɏʻ’']*(?:[-’'ʻ][А-ЯЁӘҒҚҢӨҰҮҺІЎҲа-яёәғқңөұүһіўҳA-Za-zÀ-ɏ]+)*$"
)


def is_name_word(token: Token) -> bool:
    """Tell whether a token has the shape of a word of a name."""
    if len(token.text) == 1:  # О Се Ван; a letter with a full stop is an initial
        after = token.nbor()
        return korean.is_surname(token.text) and after is not None and after.text != "."
    return bool(_WORD.match(token.text)) and not token.text.isupper()


@cache
def is_patronymic(word: str) -> bool:
    """Tell whether a word is a patronymic, in any case (Маратович, Рустамовна, Қуанышұлы)."""
    bare = word.lower()
    for ending in vocabulary.words("titles", "patronymics"):
        stem = ending[:-1] if ending.endswith(("а", "ч")) else ending
        if len(bare) > len(ending) + 1 and (
            bare.endswith(ending) or re.search(stem + "(?:а|у|ом|ем|е|ы|ой|ч|ча|чу|чем)$", bare)
        ):
            return True
    return False
