"""Transcripts: paragraphs that begin with the speaker's name and a colon ("SMITH: …")."""

from __future__ import annotations

import re

from onrecord.extract.en.statements.context import Context, Found, Passage
from onrecord.languages.reading import Token
from onrecord.model import trimmed

_LABEL = re.compile(r"[\"“]?(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4})(?: \([^)]{2,40}\))?\s?:\s+(?=\S)")
_FEWEST = 2
"""Turns of one label that make a page a transcript; a single "Chair: …" is none."""


def turns_of_transcript(context: Context) -> tuple[list[Found], set[int]]:
    """Return the turns of speech of a transcript, and the numbers of their paragraphs.

    A label is a name in capitals, or the name of a person of the page; it counts where it labels two paragraphs or more.
    """
    labelled = [(passage, match) for passage in context.passages if (match := _label(context, passage)) is not None]
    names = [match["name"] for _, match in labelled]
    found: list[Found] = []
    paragraphs: set[int] = set()
    for passage, match in labelled:
        if names.count(match["name"]) < _FEWEST and not (match["name"].isupper() and len(labelled) > _FEWEST):
            continue
        span = trimmed(context.text, match.end(), passage.span.end, ' \t\r\n\u00a0"“”')
        speaker = _name_token(passage, match.end("name"))
        if speaker is not None and span.end > span.start:
            paragraphs.add(passage.number)
            found.append(Found([span], [], speaker, "said", "transcript"))
    return found, paragraphs


def _label(context: Context, passage: Passage) -> re.Match[str] | None:
    match = _LABEL.match(context.text, *passage.span)
    if match is None:
        return None
    if match["name"].isupper() and len(match["name"]) > 2:
        return match
    speaker = _name_token(passage, match.end("name"))
    return match if speaker is not None and context.entities.person_at(speaker) is not None else None


def _name_token(passage: Passage, end: int) -> Token | None:
    return next((token for token in passage.tokens if token.start < end <= token.end), None)
