"""The weekday that stands beside a date."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.review_words import review_words
from onrecord.model.span import Span

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def name_of(weekday: int) -> str:
    """Return the English name of a weekday, 0 being Monday."""
    return _NAMES[weekday]


def weekday_beside(sentence: str, date: Span, language: str) -> int | None:
    """Return the weekday (0 is Monday) inside the words of a date or directly beside them; None where there is none.

    Args:
        sentence: the sentence that holds the date.
        date: where the words of the date stand in it.
        language: ISO 639-1 code of the sentence.
    """
    words = review_words(language)
    if not words:
        return None
    weekday, between = _patterns(language)
    inside = re.search(weekday, date.of(sentence))
    before = re.search(rf"{weekday}[.,)]*{between}$", sentence[: date.start])
    after = re.match(rf",?\s*\(?{weekday}", sentence[date.end :])
    found = next((match for match in (inside, before, after) if match), None)
    if found is None:
        return None
    name = found["name"].casefold()
    return next(i for i, forms in enumerate(words["weekdays"]) if name in (form.casefold() for form in forms))


@cache
def _patterns(language: str) -> tuple[str, str]:
    """Return what matches a weekday, and what may stand between it and a date behind it."""
    words = review_words(language)
    forms = [form for forms in words["weekdays"] for form in forms]
    forms = sorted({*forms, *(form.upper() for form in forms)}, key=lambda form: (-len(form), form))
    long = "|".join(re.escape(form) for form in forms if _is_long(form))
    short = "|".join(re.escape(form) for form in forms if not _is_long(form))
    # Short forms are other words too: they count with a mark behind them. Korean particles follow a word without a gap.
    name = rf"(?<!\w)(?P<name>(?:{long})(?![A-Za-zА-яё'’])|(?:{short})(?=[.,]|\s*\)))"
    beside = "|".join(re.escape(word) for word in words["beside"])
    return name, (rf"\s*(?:(?:{beside})\s+)*" if beside else r"\s*") + r"\(?"


def _is_long(form: str) -> bool:
    return len(form) > 5 or form.endswith("요일") or (len(form) > 3 and not form.isascii())
