"""The stages in order: the one module that names them all."""

from __future__ import annotations

from onrecord.decode import plain
from onrecord.extract import extract
from onrecord.model import Extract, PartialDate


def extract_text(text: str, language: str | None = None, published: str | None = None, *, id: str = "page") -> Extract:
    """Return what a plain text tells.

    Args:
        text: the page; spans in the result count its Unicode code points.
        language: ISO 639-1 code; found from the text where None.
        published: the page's own date in EDTF, where the text does not state it.
        id: a name for the page.

    Raises:
        DateError: where `published` is no date.
        LanguageError: where the language's model is not installed.
    """
    return extract(plain.decode(text, id=id, language=language, published=PartialDate(published) if published else None))
