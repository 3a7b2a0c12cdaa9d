"""Who receives whom in a Russian sentence, where the parser hangs names elsewhere: X принял посла Y."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Token


def receiver(entities: Entities, verb: Token) -> Token | None:
    """Return who receives: the subject, or who is named right before the verb where the parser takes another word for it."""
    subject, met, before = verb.child("nsubj"), guest(verb), verb.nbor(-1)
    turned = met is not None and met.i < verb.i  # О Се Вана принял председатель
    if turned or (subject is not None and subject.i < verb.i and subject.entity != "LOC"):
        return subject
    named = before is not None and before.sentence == verb.sentence and entities.person_at(before) is not None
    return before if named else subject


def guest(verb: Token) -> Token | None:
    """Return who is received: the object, or the office beside the verb that the parser hangs elsewhere."""
    return verb.child("obj") or _behind(verb) or _before(verb)


def points(received: Token) -> bool:
    """Tell whether a pronoun stands for whoever is received: Утром её принял министр."""
    return received.tag.startswith("PRON Acc") and received.lower in ("его", "её", "ее")


def _behind(verb: Token) -> Token | None:
    """Return the office right behind a verb that the parser has no object of: принял Чрезвычайного и Полномочного Посла."""
    after = verb.nbor()
    while after is not None and after.sentence == verb.sentence and (after.tag.startswith("ADJ") or after.dep == "cc"):
        after = after.nbor()
    fits = after is not None and after.sentence == verb.sentence and is_title(after) and _OBJECT.search(after.tag)
    return after if fits else None


def _before(verb: Token) -> Token | None:
    """Return the office right before a verb whose subject stands behind it: главу корейской делегации принял министр."""
    subject, word = verb.child("nsubj"), verb.nbor(-1)
    while word is not None and word.sentence == verb.sentence and " Gen" in word.tag and not is_title(word):
        word = word.nbor(-1)
    fits = word is not None and word.sentence == verb.sentence and is_title(word) and " Acc" in word.tag
    return word if fits and subject is not None and subject.i > verb.i else None


_OBJECT = re.compile(" (?:Acc|Gen) ")
"""Cases of whom somebody receives."""


def with_name(entities: Entities, last: Token) -> Token:
    """Return the last word of the body and the person named right behind a word, where the parser hangs them elsewhere."""
    named = after = last
    while (beyond := after.nbor()) is not None and beyond.sentence == last.sentence and entities.at(beyond) is not None:
        after = beyond
        named = after if entities.person_at(after) is not None else named
    return named  # принял посла Японии Акиру Мацубару
