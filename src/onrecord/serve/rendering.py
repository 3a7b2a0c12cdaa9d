"""Templates: one environment for all pages, with everything escaped, and the context that each of them gets."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any
from urllib.parse import urlencode

from babel.support import NullTranslations
from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from markupsafe import Markup

from onrecord.model import PartialDate
from onrecord.serve import assets, dates, links
from onrecord.serve.accounts.forms import shown_token
from onrecord.serve.address import localized
from onrecord.serve.conflict_words import attendance_words, compared_words, conflict_words, side_value
from onrecord.serve.countries import country_name
from onrecord.serve.highlights import marked, word_diff
from onrecord.serve.languages import LANGUAGES, catalogue, language_of
from onrecord.serve.names import LANGUAGE_OF_SCRIPT
from onrecord.serve.particles import with_particles
from onrecord.serve.safe_text import harmless, shortened, shown_url
from onrecord.serve.terms import term
from onrecord.tell.places import place_named

THEME_COOKIE = "theme"
THEMES = ("auto", "light", "dark")
SECTIONS = ("gatherings", "persons", "organizations", "statements", "sources", "places", "timeline", "network", "topics",
            "contradictions")  # fmt: skip
"""The pages that the head of each page leads to, in order."""


class _Compiled(BytecodeCache):
    """Compiled templates, for the environments of all languages: compiling takes a hundred times as long as filling in."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where it was compiled before."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code of a template."""
        self._code[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()


def compile_all() -> None:
    """Compile all templates for all languages, so that no reader waits for it."""
    for language in LANGUAGES:
        made = environment(language)
        for name in made.list_templates(extensions=["html"]):
            made.get_template(name)


@cache
def environment(language: str) -> Environment:
    """Return the templates in one language."""
    made = Environment(
        loader=PackageLoader("onrecord.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled,
        finalize=_finalize,
    )
    words = catalogue(language)
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    made.globals["ngettext"] = _with_separators(made.globals["ngettext"], language)
    if language == "ko":
        made.globals["gettext"] = _with_fitting_particles(words)
    made.globals.update(static=assets.static, languages=LANGUAGES, themes=THEMES, sections=SECTIONS)
    made.globals.update(language=language, scripts=LANGUAGE_OF_SCRIPT)
    made.filters.update(
        date=_at_run_time(lambda date, end=None: dates.spoken_period(date, end, language)),
        bound=_at_run_time(lambda date: dates.bound(date, language)),
        moment=dates.moment,
        number=_at_run_time(lambda value: dates.number(value, language)),
        term=_at_run_time(lambda value, kind="": term(value, kind, language)),
        shown_url=shown_url,
        place=_at_run_time(lambda words, date=None: place_named(words, date, language)),
        attendance=_at_run_time(lambda occasion: attendance_words(occasion, language)),
        word_diff=word_diff,
        short=shortened,
        marked=marked,
        next=next,
        side_value=_at_run_time(lambda side: side_value(side, language)),
        conflict_words=_at_run_time(lambda kind: conflict_words(kind, language)),
        compared=_at_run_time(lambda kind: compared_words(kind, language)),
        country=_at_run_time(lambda code: country_name(code, language)),
    )
    return made


def _at_run_time(worded: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that is never worked out while a template is compiled: the code is that of all languages."""

    @pass_context
    def filled(_context: Any, *values: Any, **named: Any) -> Any:
        return worded(*values, **named)

    return filled


def _with_separators(ngettext: Any, language: str) -> Any:
    """Return gettext's choice of a plural with the number written as the language writes it."""

    @pass_context
    def chosen(context: Any, one: str, many: str, number: int, **values: Any) -> Any:
        return ngettext(context, one, many, number, **{"num": dates.number(number, language), **values})

    return chosen


def _with_fitting_particles(words: NullTranslations) -> Any:
    """Return gettext with the particles of each wording fitted to what is put into it."""

    @pass_context
    def filled(context: Any, wording: str, **values: Any) -> Any:
        found = with_particles(words.gettext(wording), values)
        # A wording of ours is no text of a source; what is put into it is escaped.
        return (Markup(found) if context.eval_ctx.autoescape else found) % values  # noqa: S704 - as said above

    return filled


def _finalize(value: Any) -> Any:
    """Let no text of a source change the direction or the look of the page around it."""
    return harmless(value) if type(value) is str else value


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> Response:
    """Return a page as an answer, with an ETag; 304 where the browser has it already."""
    language = language_of(request)
    prefix = getattr(request.state, "language", None)

    def href(path: str, **query: Any) -> str:
        asked = {name: value for name, value in query.items() if value not in (None, "")}
        return localized(path, prefix) + (f"?{urlencode(asked, doseq=True)}" if asked else "")

    body = (
        environment(language)
        .get_template(template)
        .render(
            request=request,
            href=href,
            links=links,
            reader=getattr(request.state, "reader", None),
            form_token=lambda: shown_token(request),
            serial=count(1),
            theme=theme_of(request),
            here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            **context,
        )
        .encode("utf-8", "replace")
    )
    headers = {"Cache-Control": "private, no-cache", "Content-Language": language, "Vary": "Accept-Language, Cookie"}
    if status == 200:
        headers["ETag"] = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
    return HTMLResponse(body, status, headers)


def theme_of(request: Request) -> str:
    """Return the look that a reader has chosen."""
    theme = request.cookies.get(THEME_COOKIE, "auto")
    return theme if theme in THEMES else "auto"


def translate(request: Request, words: str, **values: Any) -> str:
    """Return a wording of ours in the reader's language."""
    language = language_of(request)
    found = catalogue(language).gettext(words)
    if values and language == "ko":
        found = with_particles(found, values)
    return found % values if values else found


def edtf(date: PartialDate | None) -> str:
    """Return a date for `<time datetime>`, or an empty string where HTML has no form for it."""
    return (date.iso or "") if date else ""
