"""Correcting: a fact with its values, a value with the words that state it, and facts that are added by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from markupsafe import Markup
from starlette.datastructures import FormData

from onrecord.model import Document, Span
from onrecord.model.decision import Correction, DecisionRecord
from onrecord.model.errors import UsageError
from onrecord.record.catalogue import MarkedPage, marked_page
from onrecord.serve.accounts.forms import confirmed
from onrecord.serve.accounts.guard import reader_of
from onrecord.serve.faults import answer as refused
from onrecord.serve.highlights import Piece, highlighted, pieces
from onrecord.serve.languages import _
from onrecord.serve.pages.review import LONGEST_REASON, REFUSALS, Id, Kind, answer, lead, question, refusal, status_of
from onrecord.serve.pages.sources import parts_of
from onrecord.serve.review import asked as asking
from onrecord.serve.review.correcting import SeveralPlaces, StatedFact, addition, edit, stated
from onrecord.serve.review.fields import KINDS, Field, fields_of_addition
from onrecord.serve.shown import Page, Shown

router = APIRouter(include_in_schema=False)

Form = Annotated[FormData, Depends(confirmed)]
AROUND = 80
"""Code points that are shown around words which stand at several places."""


@router.get("/review/fact/{key}")
def fact(page: Page, key: str, kind: Kind = "", done: Id = "") -> Response:
    """Ask whether a page says a fact, and show its values."""
    return question(page, asking.of_fact(page, key), kind, done=done, fact=stated(page, key))


@router.post("/review/fact/{key}")
def answer_fact(page: Page, key: str, form: Form) -> Response:
    """Keep whether a page says a fact."""
    return answer(page, asking.of_fact(page, key), form, fact=stated(page, key))


@router.get("/review/stated/{key}/{property}")
def doubtful(page: Page, key: str, property: str, kind: Kind = "", done: Id = "") -> Response:
    """Ask whether a date or a place that was read is right, and show the other values of the fact."""
    return question(page, asking.of_value(page, key, property), kind, done=done, fact=stated(page, key))


@router.post("/review/stated/{key}/{property}")
def answer_doubtful(page: Page, key: str, property: str, form: Form) -> Response:
    """Keep whether a date or a place that was read is right."""
    return answer(page, asking.of_value(page, key, property), form, fact=stated(page, key))


@router.get("/review/fact/{key}/{property}")
def value(page: Page, key: str, property: str) -> Response:
    """Show the form that corrects a value."""
    found, field = _property(page, key, property)
    if not reader_of(page.request).decides:
        return _not_yours(page)
    return _value_form(page, found, field, lambda _name: "")


@router.post("/review/fact/{key}/{property}")
def correct(page: Page, key: str, property: str, form: Form) -> Response:
    """Keep the correction of a value."""
    found, field = _property(page, key, property)
    get = _getter(form)
    try:
        correction = edit(page, found, field, get, by=reader_of(page.request).name)
        kept = page.books.record.decide(correction, seen=get("seen") or None)
    except REFUSALS as error:
        return _value_form(page, found, field, get, error)
    return lead(page, f"/review/fact/{key}", done=kept.id)


@router.get("/review/add/{document}")
def what_to_add(
    page: Page,
    document: str,
    kind: Annotated[str, Query(max_length=20)] = "",
    instead: Annotated[str, Query(max_length=64)] = "",
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Show the form that adds a fact."""
    if not reader_of(page.request).decides:
        return _not_yours(page)
    before = stated(page, instead) if instead else None
    values = {f"is-{one.field.name}": one.value or "" for one in before.values} if before else {}
    return _addition_form(
        page, document, before.kind if before else kind, instead, lambda name: values.get(name, ""), part=part
    )


@router.post("/review/add/{document}")
def add(page: Page, document: str, form: Form) -> Response:
    """Keep a fact that is added, and reject the one in whose place it comes."""
    get, by = _getter(form), reader_of(page.request).name
    kind = next((one for one in KINDS if one == get("kind")), None)
    if kind is None:
        return _addition_form(page, document, "", get("instead"), get)
    try:
        kept = page.books.record.decide(addition(page, document, kind, get, by=by))
        if get("instead"):
            page.books.record.decide(Correction("reject", get("instead"), by=by, why=get("why")))
    except REFUSALS as error:
        return _addition_form(page, document, kind, get("instead"), get, error)
    made = next((one for one in page.books.view.decisions(kind="correction") if one.id == kept.id), None)
    key = made.decision.fact if made and isinstance(made.decision, Correction) else ""
    return lead(page, f"/review/fact/{key}" if key else "/review/decisions", done=kept.id)


def _property(page: Shown, key: str, property: str) -> tuple[StatedFact, Field]:
    found = stated(page, key)
    value = found.value(property)
    if value is None:
        raise page.missing()
    return found, value.field


def _getter(form: FormData) -> Callable[[str], str]:
    """Return what reads the text fields of a form."""

    def get(name: str) -> str:
        typed = form.get(name, "")
        return typed[:LONGEST_REASON] if isinstance(typed, str) else ""

    return get


def _not_yours(page: Shown) -> Response:
    fault, cure = _("your account may read and not decide"), _("ask for the role of a reviewer")
    return refused(page.request, 403, page.say(fault), page.say(cure))


def _value_form(
    page: Shown, found: StatedFact, field: Field, get: Callable[[str], str], error: Exception | None = None
) -> Response:
    now = found.value(field.name)
    log = page.books.view.decisions(keys=[found.key], history=True)
    own = tuple(one for one in log if one.decision.matter == f"value {found.key} {field.name}")
    spans = list(now.evidence.spans) if now and now.evidence else []
    told = _told(page, error, own)
    return _form(
        page,
        "correct.html",
        told,
        fact=found,
        field=field,
        now=now,
        typed=get("value") if error else (now.value if now else "") or "",
        standing=next((one for one in own if one.state == "standing"), None),
        seen=own[-1].id if own else "",
        bench=_bench(marked_page(page.books.store, found.source.key), spans, get, error),
        why=get("why"),
    )


def _addition_form(
    page: Shown,
    document: str,
    kind: str,
    instead: str,
    get: Callable[[str], str],
    error: Exception | None = None,
    part: int = 1,
) -> Response:
    try:
        marked = marked_page(page.books.store, document)
    except UsageError:
        raise page.missing() from None
    known = next((one for one in KINDS if one == kind), None)
    before = stated(page, instead) if instead else None
    spans = list(before.contents[0].spans) if before and before.contents else []
    return _form(
        page,
        "add_fact.html",
        _told(page, error, ()),
        source=marked.source,
        kind=known or "",
        kinds=KINDS,
        fields=[(one, get(f"is-{one.name}") or ("" if error else one.usual)) for one in fields_of_addition(known)]
        if known
        else (),
        reports=[one for one in marked.facts if one.kind == "gathering"],
        instead=before,
        bench=_bench(marked, spans, get, error, part),
        why=get("why"),
    )


def _told(page: Shown, error: Exception | None, log: tuple[DecisionRecord, ...]) -> dict[str, Any]:
    if error is None:
        return {"fault": "", "entries": (), "status": 200}
    fault, entries = refusal(page, error, log)
    return {"fault": fault, "entries": entries, "status": status_of(error)}


def _form(page: Shown, template: str, refusal: dict[str, Any], **context: Any) -> Response:
    made = page.page(
        template,
        fault=refusal["fault"],
        entries=refusal["entries"],
        **context,
    )
    if refusal["status"] != 200:
        made.status_code = refusal["status"]
    return made


@dataclass(frozen=True, slots=True)
class Bench:
    """The text of a page beside a form, in which words are selected.

    Attributes:
        paragraphs: each with the offset at which it begins, its language and its pieces, the present words marked.
        quote: the words that are in the form.
        places: where the words stand, if at several places, each with some words around it.
        names: of the persons and bodies on the page, among which a form offers to choose.
    """

    paragraphs: tuple[tuple[int, str, str, tuple[Piece, ...]], ...]
    part: int
    parts: int
    quote: str
    start: str
    end: str
    places: tuple[tuple[Span, Markup], ...]
    names: tuple[str, ...]


def _bench(marked: MarkedPage, spans: list[Span], get: Callable[[str], str], error: Exception | None, part: int = 0) -> Bench:
    document = marked.document
    parts = parts_of(document.paragraphs, len(document.text))
    number = part or next((n for n, run in enumerate(parts, 1) if spans and run[-1].span.end > spans[0].start), 1)
    number = min(number, len(parts))
    several = error.places if isinstance(error, SeveralPlaces) else ()
    return Bench(
        paragraphs=tuple(
            (one.span.start, one.kind, one.language, tuple(pieces(document.text, one.span, (), spans)))
            for one in parts[number - 1]
        ),
        part=number,
        parts=len(parts),
        quote=get("quote") if error else _words(document, spans),
        start=get("start") if error else str(spans[0].start) if len(spans) == 1 else "",
        end=get("end") if error else str(spans[0].end) if len(spans) == 1 else "",
        places=tuple((found[0], _around(document, found[0])) for found in several),
        names=tuple(sorted({fact.words for fact in marked.facts if fact.kind in ("person", "organization")})),
    )


def _words(document: Document, spans: list[Span]) -> str:
    return " … ".join(span.of(document.text) for span in spans)


def _around(document: Document, span: Span) -> Markup:
    whole = Span(max(0, span.start - AROUND), min(len(document.text), span.end + AROUND))
    return highlighted(document.text, whole, [span])
