"""The languages of the pages: which one a reader gets, and its catalogue of wordings.

The wordings are gettext catalogues, `locale/<code>/*.po`, one file a part of the pages, read once when first needed; English
stands in the pages themselves. A reader's language is, in this order: the one in the address (`/ko/…`), `?lang=ko`, the one
chosen with the switch (a cookie), the first of the browser's that there is, English.
"""

from __future__ import annotations

import io
from functools import cache
from importlib import resources

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from starlette.requests import Request

LANGUAGES = {"en": "English", "ko": "한국어", "ru": "Русский"}
"""Code and own name of each language."""

COOKIE = "language"

SCRIPTS = {"en": "Latn", "ko": "Hang", "ru": "Cyrl"}
"""The script that readers of a language read names in first (ISO 15924)."""


def _(words: str) -> str:
    """Mark words of the program as a wording to translate, where they are not yet said to anybody."""
    return words


def language_of(request: Request) -> str:
    """Return the language in which a request is answered."""
    asked = (getattr(request.state, "language", None), request.query_params.get("lang"), request.cookies.get(COOKIE))
    for code in asked:
        if code in LANGUAGES:
            return str(code)
    return _of_browser(request.headers.get("accept-language", ""))


def _of_browser(header: str) -> str:
    """Return the language that a browser likes best of ours (RFC 9110, 12.5.4)."""
    wishes: list[tuple[float, int, str]] = []
    for n, part in enumerate(header[:1000].split(",")):
        code, _, weight = part.strip().partition(";q=")
        try:
            liking = float(weight) if weight else 1.0
        except ValueError:
            continue
        if code.split("-")[0].lower() in LANGUAGES and liking > 0:
            wishes.append((-liking, n, code.split("-")[0].lower()))
    return min(wishes)[2] if wishes else "en"


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the wordings of a language; those of English are the keys themselves."""
    found: Translations | None = None
    folder = resources.files("onrecord.serve").joinpath("locale", language)
    if language != "en":
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".po"):
                compiled = io.BytesIO()
                with file.open("rb") as source:
                    write_mo(compiled, read_po(source, locale=language, abort_invalid=True))
                compiled.seek(0)
                part = Translations(compiled)
                found = part if found is None else found.merge(part)
    return found or NullTranslations()
