"""Whether a sentence tells an occasion as past, by words of `data/review.yml`."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.review_words import review_words


def tells_as_past(sentence: str, language: str) -> bool:
    """Tell whether a sentence has words of what has been, and none of what is to come; never in a language without any."""
    past, coming = _patterns(language)
    return past is not None and coming is not None and bool(past.search(sentence)) and not coming.search(sentence)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    words = review_words(language)
    if "past" not in words:
        return None, None
    # English words are whole; Russian ones are beginnings; Korean ones may stand behind others without a gap.
    before, behind = ("", "") if language == "ko" else (r"(?<!\w)", r"(?!\w)" if language == "en" else "")
    past, coming = (
        re.compile(before + "(?:" + "|".join(re.escape(word) for word in words[kind]) + ")" + behind, re.IGNORECASE)
        for kind in ("past", "coming")
    )
    return past, coming
