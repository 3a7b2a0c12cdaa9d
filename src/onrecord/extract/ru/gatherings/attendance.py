"""How many came to an occasion that a Russian page tells, and who they were: В форуме приняли участие более 70 ученых."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.occasion import Occasion
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.languages.numbers import number_words, numbers_in
from onrecord.languages.reading import Sentence
from onrecord.languages.ru import vocabulary
from onrecord.model import Phrase, Span

_FROM = (
    r"[а-яё]*(?:\sиз\s(?:\d+\s)?[А-ЯЁа-яё]+(?:(?:,\s|\sи\s)[А-ЯЁ][а-яё]+)*(?:\s(?:стран|государств|городов|регионов|вузов))?)?"
)
"""Where those are from who are counted, behind the beginning of the noun for them."""

_MONTH = re.compile(r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|лет\s|год|час)")
_CAME = re.compile(
    r"(?i:участ|собра|присутств|посетил|приехат|приехал|смотрел|слушател|в зале|приглаш|делегат|пришл|прибыл|зрител|объединил|"
    r"побыва|выступил|намерен|перед|мероприят|прошли|обуч|трансляц|подключил|присоединил)"
)
"""What a sentence says beside the number of those who came to a gathering."""
_NOMINATIVE = re.compile(r",\s[а-яё]+(?:ты|ли|ны|ры|ди|ки|сты)(?:\s.*)?$")
"""Another group behind the one that is counted: 35 депутатов, представители МАГАТЭ."""
_EACH_YEAR = re.compile(r"(?i:ежегодно|ежемесячно|кажд(?:ый|ого)\s(?:год|месяц|семестр))")
"""Who is counted year by year is not the audience of one occasion."""


def take(text: str, occasion: Occasion[Mention], sentence: Sentence) -> None:
    """Give an occasion how many came by a sentence, and who they were."""
    match = _pattern().search(text, *sentence.span) if occasion.attendance is None else None
    if match is None or _MONTH.match(match[2]):
        return
    if not _CAME.search(text, *sentence.span) or _EACH_YEAR.search(text, *sentence.span):
        return
    number = re.sub(r"\D", "", match[1])
    occasion.attendance = int(number or max(numbers_in(match[1]))), Span(*match.span(1))
    other = _NOMINATIVE.search(match[2])
    who = Span(match.start(2), match.end(2) if other is None else match.start(2) + other.start())
    if not who.of(text).startswith(("человек", "участник")):
        occasion.parts.append((Phrase(who.of(text), who), "participant", who, ""))


@cache
def _pattern() -> re.Pattern[str]:
    """How a sentence counts people, in figures or in round numbers as words: около ста ученых, более 70 гостей."""
    hundreds = "|".join(word for word in number_words("ru") if 100 <= max(numbers_in(word), default=0) < 1000)
    about = r"(?:около|порядка|более|свыше|почти|до|всего|в количестве)?\s?(?<!\w)"
    counted = rf"((?:[а-яё]+,?\s(?:и\s)?){{0,4}}(?:{vocabulary.either('gatherings', 'counted')}){_FROM})"
    return re.compile(rf"{about}(\d[\d ]*|{hundreds})\s{counted}")
