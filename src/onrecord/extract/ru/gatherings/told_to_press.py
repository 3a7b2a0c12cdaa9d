"""What is said to a paper or was said before, and not at the occasion that a Russian page is about."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.ru import vocabulary


@cache
def pattern() -> re.Pattern[str]:
    """Return the words that tell so: сообщил агентству, в интервью."""
    agencies = vocabulary.either("organizations", "agencies")
    told = r"(?:заявил|сказал|сообщил|рассказал|пояснил)[аи]?"
    press = r"журналистам|прессе|агентству|изданию|газете|телеканалу|корреспонденту|нашей\sгазете|нашему\sкорреспонденту"
    return re.compile(
        r"(?<![А-Яа-яё])(?i:в\s(?:комментарии|интервью|эксклюзивном\sинтервью|эфире)\s|комментируя\s"
        r"|в\sбеседе\sс\s(?:корреспондент|журналист)"
        rf"|{told}\s(?:{press}|(?:{agencies})[ауи]?)(?![а-яё]))"
        r"|^Ранее\s"
    )
