"""Occasions told right behind another, on the same day: После лекции прошла дискуссия. Состоялась также встреча с X."""

from __future__ import annotations

import re

from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary

_LINKS = re.compile(
    r"^(?:После|По\s(?:окончании|завершении)|Затем|Далее|Позже|Позднее|Кроме\sтого|Помимо\sэтого|Вечером|Утром|В\sзавершение"
    r"|В\sэтот\sже\sдень|В\sтот\sже\sдень|В\sэтот\sдень|В\sтот\sдень|Во\sвторой\sполовине\sдня|В\sпервой\sполовине\sдня|Дн[её]м|Перед\sэтим|До\sэтого|Ранее|В\sходе\sвизита|В\sрамках\s(?:визита|поездки)|На\sполях|В\sкулуарах)\b|\b(?:также|затем|после\sэтого|после\sчего)\b"
)
"""Words that tie a sentence to what was told before it."""


def is_sequel(reading: Reading, mention: Mention, heads: set[str]) -> bool:
    """Tell whether a mention without a day is an occasion of its own that followed another.

    Args:
        reading: the page's reading.
        mention: the words that name it.
        heads: the nouns of the occasions told before it.
    """
    words = mention.sentence.span.of(reading.text)
    if _LINKS.search(words) is None or mention.aside or _is_planned(mention):
        return False
    if mention.verb is not None and not mention.signs:
        return True
    named = not mention.bare or mention.head not in heads
    return named and _is_told(mention.token)


def _is_told(noun: Token) -> bool:
    """Tell whether a verb says that the occasion took place, or that somebody took part in it."""
    verb = noun.head
    if verb.i == noun.i:
        return False
    if verb.tag.startswith("VERB") and model.lemma(verb.text) in vocabulary.words("gatherings", "held"):
        return True
    return model.lemma(verb.text) in ("участие", "участвовать", "выступить")


def _is_planned(mention: Mention) -> bool:
    ahead = mention.verb is not None and " Fut" in mention.verb.tag
    return ahead or any(t.lower in vocabulary.load("gatherings")["planned"] for t in mention.sentence.tokens)


def names_guest(mention: Mention) -> bool:
    """Tell whether the words behind a noun say with whom: беседа с министром, встреча между послом и ректором."""
    after = mention.token.nbor()
    return mention.verb is not None or (after is not None and after.lower in ("с", "со", "между"))


def is_done_there(mention: Mention) -> bool:
    """Tell whether somebody is told to have given a talk, between the meetings of a journey: прочитал лекцию в академии."""
    verb = mention.token.head
    given = mention.verb is None and mention.token.dep == "obj" and mention.type not in ("visit", "session")
    return (
        given
        and verb.tag.startswith("VERB Fin Past Sing")
        and model.lemma(verb.text) in vocabulary.words("gatherings", "giving")
    )


def is_umbrella(mention: Mention) -> bool:
    """Tell whether a mention stands for several meetings that are told one by one: провел встречи с рядом коллег."""
    plural = " Plur" in mention.token.tag and mention.head in ("встреча", "беседа", "переговоры")
    return plural and mention.verb is None and not mention.titled
