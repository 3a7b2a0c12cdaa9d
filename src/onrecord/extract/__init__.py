"""Document → Extract: a pure function, without clock, network or database."""

from __future__ import annotations

import dataclasses

from onrecord.extract.confidence import READERS, with_confidence
from onrecord.extract.datelines import without_datelines
from onrecord.extract.grounding import grounded
from onrecord.extract.terms import with_terms
from onrecord.extract.topics import with_topics
from onrecord.languages.pages import CODES
from onrecord.languages.tidying import uncollected
from onrecord.model import Document, Extract

LANGUAGES = (*CODES, *READERS)
"""Languages of the pages from which facts are read; `und` is a page whose language cannot be told."""

READ_IN_PART = "Kazakh is read in part: names, dates and numbers, where the Russian rules hold"

UNCOLLECTED = 100_000
"""Code points of a text up to which it is read with the garbage collector off: a Korean page leaves no object in a cycle, an
English one 1,400 for 330 words, and the collector would go over all that a page is made of several times."""


def extract(document: Document) -> Extract:
    """Return what the document tells, every string of it to the letter in `document.text`.

    A document in a language that has no reader gives an empty Extract with a note that says so; one with Kazakh paragraphs,
    which are read with the Russian rules as far as these hold, has a note as well.

    Raises:
        LanguageError: where the language's model is not installed.
    """
    if len(document.text) > UNCOLLECTED:
        return _extract(document)
    with uncollected():
        return _extract(document)


def _extract(document: Document) -> Extract:
    if document.language in ("en", "und"):
        from onrecord.extract import en

        return _finished(en.extract(document))
    if document.language == "ko":
        from onrecord.extract import ko

        return _finished(ko.extract(document))
    if document.language in ("ru", "kk"):
        from onrecord.extract import ru

        found = _finished(ru.extract(document))
        kazakh = any(paragraph.language == "kk" for paragraph in document.readable())
        return dataclasses.replace(found, notes=(*found.notes, READ_IN_PART)) if kazakh else found
    return Extract(
        document, notes=(f"language {document.language!r} is kept and searched, but facts are not read from it yet",)
    )


def _finished(extract: Extract) -> Extract:
    """What holds for every language: the words of the text alone, behind datelines; topics; terms of office; confidence."""
    return with_confidence(with_terms(with_topics(grounded(without_datelines(extract)))))
