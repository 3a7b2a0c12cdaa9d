"""When and where an occasion is, told without its noun: Занятия пройдут в Сеуле; Во вторник собрались 90 человек."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from onrecord.extract.occasion import Occasion
from onrecord.extract.ru.gatherings import sequels
from onrecord.extract.ru.gatherings.collected import Collected
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.extract.ru.gatherings.settings import Settings
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Sentence
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import PartialDate, Span, Statement

_NUMBERED = ("первый", "второй", "третий", "четвертый")
_DAY_OF = re.compile(rf"во?\s(?P<number>{'|'.join(_NUMBERED)})\sдень\s(?=[а-яё])", re.IGNORECASE)
"""A day counted in an occasion: во второй день форума."""


def gathered(settings: Settings, about: Sequence[Sentence], main: Occasion[Mention]) -> None:
    """Give an occasion without a day that of the sentence by which people came together: Во вторник … собрались …."""
    for sentence in about:
        near = sentence.paragraph - main.first.sentence.paragraph in (0, 1)
        came = any(
            t.tag.startswith("VERB Fin Past") and model.lemma(t.text) in vocabulary.words("gatherings", "came")
            for t in sentence.tokens
        )
        day = settings.day_of(sentence) if near and came else None
        if day is not None:
            main.date = day
            main.place = main.place or settings.town(sentence)
            return


def housed(settings: Settings, about: Sequence[Sentence], main: Occasion[Mention]) -> None:
    """Give an occasion the town or house of a sentence that says where a part of it is: Занятия пройдут в Сеуле."""
    for sentence in about:
        if any(
            t.tag.startswith("VERB Fin") and model.lemma(t.text) in vocabulary.words("gatherings", "takes_place")
            for t in sentence.tokens
        ):
            main.place = settings.town(sentence) or settings.house(sentence)
            if main.place is not None:
                return


def numbered_day(text: str, found: Sequence[Collected], mention: Mention) -> DateMention | None:
    """Return the day that a sentence counts in an occasion of several days: В первый день визита состоялись переговоры."""
    counted = _DAY_OF.search(mention.sentence.span.of(text))
    if counted is None or mention.aside or mention.type == "visit" or (mention.bare and not sequels.names_guest(mention)):
        return None
    for known in reversed(found):
        told = known.told
        first = told.date.as_date() if told is not None and told.date is not None else None
        part = known.best.type != "visit" and mention.type == "other"  # a lecture on the first day of a school
        if first is not None and told is not None and told.end is not None and not part:
            day = first + dt.timedelta(_NUMBERED.index(counted["number"].lower()))
            return DateMention(told.span, PartialDate.from_date(day), None, told.basis)
    return None


def own_place(place: Span | None, mention: Mention, mentions: Sequence[Mention]) -> Span | None:
    """Return a town that no other verb of the sentence takes: X прочтёт лекцию, после чего посетит мемориал в Майлуу-Суу."""
    if place is None or mention.verb is not None:
        return place
    here = (m.verb for m in mentions if m.verb is not None and m.sentence.i == mention.sentence.i and m.name.contains(place))
    return None if any(mention.name.end < verb.start < place.start for verb in here) else place


def is_only_proposed(text: str, mention: Mention, statements: tuple[Statement, ...]) -> bool:
    """Tell whether somebody only proposes to hold an occasion, which nobody announces: предложил провести форум."""
    for statement in statements:
        inside = statement.rule == "infinitive" and any(span.contains(mention.name) for span in statement.content_spans)
        if inside and statement.manner in ("proposed", "called-for") and mention.verb is None:
            first = statement.content[0].split()[0]
            announced = text.startswith((", котор", ", намеч", ", заплан"), mention.name.end)
            return not announced and model.lemma(first) in vocabulary.words("gatherings", "holding")
    return False


def is_only_spoken_of(text: str, mention: Mention, date: DateMention | None) -> bool:
    """Tell whether nobody says that an occasion was or will be: подготовка к саммиту, шансы на переговоры."""
    if date is None and (is_only_prepared(mention) or _is_only_told_of(text, mention)):
        return True
    beside = date is not None and "," not in text[mention.name.end : date.span.start]
    own = beside and date is not None and date.span.start > mention.name.end
    return not own and is_only_hoped(text, mention)


def _is_only_told_of(text: str, mention: Mention) -> bool:
    """Tell whether an occasion without a day and town is what somebody tells about, or is busy with.

    Рассказал о переговорах с Пхеньяном, спецпредставитель по переговорам.
    """
    case = mention.token.child("case")
    if case is None or mention.titled or mention.aside or not mention.weak or mention.verb is not None:
        return False
    if text.startswith((" в ", ", котор"), mention.name.end):
        return False
    governor = mention.token.head
    if case.lower in ("о", "об"):
        return governor.tag.startswith("VERB") and cues.manner("clause", governor.text) is not None
    return case.lower == "по" and governor.tag.startswith("NOUN") and (is_title(governor) or mention.type == "dialogue")


def is_only_prepared(mention: Mention) -> bool:
    """Tell whether an occasion is only what others prepare for, on a day that nobody tells: подготовка к переговорам."""
    case = mention.token.child("case")
    before = case.nbor(-1) if case is not None and case.lower in ("к", "ко") else None
    return (
        before is not None
        and before.sentence == mention.token.sentence
        and model.lemma(before.text) in vocabulary.words("gatherings", "preparing")
    )


def is_only_hoped(text: str, mention: Mention) -> bool:
    """Tell whether words only speak of what may come of an occasion: возобновление переговоров, срыв саммита."""
    lemma = _of_what(mention)
    return lemma in vocabulary.words("gatherings", "hoping") or (
        lemma in vocabulary.words("gatherings", "failing") and not text.startswith(" в ", mention.name.end)
    )


def tells_hope_or_failure(mention: Mention) -> bool:
    """Tell whether words speak of what may come of an occasion, or of its failure, wherever that was: провал саммита."""
    lemma = _of_what(mention)
    return lemma in vocabulary.words("gatherings", "hoping") or lemma in vocabulary.words("gatherings", "failing")


def _of_what(mention: Mention) -> str | None:
    """Return the noun before the genitive of an occasion at which some meet, as its dictionary form: срыв саммита."""
    token = mention.token
    before = token.nbor(-1)
    while before is not None and before.sentence == token.sentence and before.tag.startswith("ADJ"):
        before = before.nbor(-1)
    of = before is not None and before.sentence == token.sentence and " Gen" in token.tag and not mention.titled
    return model.lemma(before.text) if of and before is not None and mention.type in _MET else None


_MET = frozenset({"talks", "meeting", "summit", "dialogue", "call"})
