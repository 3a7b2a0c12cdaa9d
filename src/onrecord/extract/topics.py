"""Topics of statements: which of the factors of `languages/data/topics.yml` the words of a statement tell of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages import topics
from onrecord.model import Extract
from onrecord.model.altering import altered


def topics_of(content: Sequence[str], language: str, page: str = "") -> tuple[str, ...]:
    """Return the topics of a statement, in the order of the taxonomy.

    Args:
        content: the parts of its words, each to the letter.
        language: ISO 639-1 code; a language without cues gives no topics.
        page: the text that it stands in: on a page of the field more general expressions count.
    """
    return topics.topics_in("\n".join(content), language, in_field=topics.is_of_field(page, language))


def with_topics(extract: Extract) -> Extract:
    """Return the extract, each of its statements with its topics."""
    if not extract.statements:
        return extract
    language = "en" if extract.document.language == "und" else extract.document.language
    in_field = topics.is_of_field(extract.document.text, language)
    told = [topics.topics_in("\n".join(s.content), language, in_field=in_field) for s in extract.statements]
    statements = (altered(s, topics=of) if of != s.topics else s for s, of in zip(extract.statements, told, strict=True))
    return replace(extract, statements=tuple(statements))
