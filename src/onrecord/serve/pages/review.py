"""Review: the open questions, a question with both sides, the answers that are kept, and taking one back."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from onrecord.model.decision import Decision, DecisionRecord, Settlement
from onrecord.model.errors import (
    DateError,
    DecisionClash,
    DecisionOverlap,
    GroundingError,
    OnrecordError,
    RecordLocked,
    UsageError,
)
from onrecord.serve import refusals
from onrecord.serve.accounts.forms import confirmed
from onrecord.serve.accounts.guard import reader_of
from onrecord.serve.address import localized
from onrecord.serve.cursors import window
from onrecord.serve.dates import moment
from onrecord.serve.filters import Cursor
from onrecord.serve.languages import _
from onrecord.serve.pages.choices import own_page
from onrecord.serve.review import asked as asking
from onrecord.serve.review.asked import KINDS, Asked, following, listed, open_questions, path_of
from onrecord.serve.review.sides import cards
from onrecord.serve.shown import Page, Shown

router = APIRouter(include_in_schema=False)

Form = Annotated[FormData, Depends(confirmed)]
Kind = Annotated[Literal["", "same", "value", "fact"], Query()]
Id = Annotated[str, Query(max_length=64)]

LONGEST_REASON = 4000
"""Letters of a reason or a note."""

REFUSALS = (DecisionOverlap, DecisionClash, RecordLocked, GroundingError, DateError, UsageError)
"""What a decision is refused with; the page comes again then, with everything that was typed."""

NOTE = "note"
"""The answer of a contradiction that is settled by a note alone."""


@router.get("/review")
def questions(page: Page, kind: Kind = "", after: Cursor = None, done: Id = "") -> Response:
    """List the open questions, those first whose answer settles most."""
    every = open_questions(page)
    found = [one for one in every if kind in ("", one.kind)]
    shown = window(found, after, lambda one: one.id)
    return page.page(
        "review.html",
        found=shown,
        asked=listed(page, shown.entries),
        numbers={one: sum(question.kind == one for question in every) for one in KINDS},
        kind=kind,
        done=entry(page, done),
    )


@router.get("/review/same/{a}/{b}")
def pair(page: Page, a: str, b: str, kind: Kind = "", done: Id = "") -> Response:
    """Ask whether two are one."""
    return question(page, asking.of_pair(page, a, b), kind, done=done)


@router.get("/review/value/{key}")
def value(page: Page, key: str, kind: Kind = "", done: Id = "") -> Response:
    """Ask which side of a contradiction holds."""
    return question(page, asking.of_conflict(page, key), kind, done=done)


@router.post("/review/same/{a}/{b}")
def answer_pair(page: Page, a: str, b: str, form: Form) -> Response:
    """Keep whether two are one."""
    return answer(page, asking.of_pair(page, a, b), form)


@router.post("/review/value/{key}")
def answer_value(page: Page, key: str, form: Form) -> Response:
    """Keep which side of a contradiction holds."""
    return answer(page, asking.of_conflict(page, key), form)


def question(page: Shown, asked: Asked, kind: str = "", *, done: str = "", status: int = 200, **more: Any) -> Response:
    """Show a question.

    Args:
        page: what the page is made with.
        asked: the question.
        kind: of the questions that are gone through.
        done: id of the decision that was kept last.
        status: of the answer.
        more: what the template is told in place of nothing: `fault`, `why`, `meant`, `entries`, `fact`.
    """
    queue = open_questions(page, kind)
    place = next((n for n, one in enumerate(queue, 1) if one.id == asked.question.id), 0)
    behind = following(queue, asked.question.id) if place else None
    told = {"fault": "", "why": "", "meant": "", "entries": (), "fact": None} | more
    made = page.page(
        "question.html",
        asked=asked,
        cards=cards(page, asked.question.sides) if asked.question.kind == "same" else (),
        place=place,
        waiting=len(queue),
        skip=path_of(behind) if behind else "/review",
        kind=kind,
        done=entry(page, done),
        **told,
    )
    made.status_code = status if status != 200 else made.status_code
    return made


def answer(page: Shown, asked: Asked, form: FormData, **more: Any) -> Response:
    """Keep an answer and lead to the next question; where it cannot be kept, show why, with everything that was typed."""
    kind = str(form.get("kind", ""))
    kind = kind if kind in KINDS else ""
    key, why = str(form.get("answer", "")), str(form.get("why", "")).strip()[:LONGEST_REASON]
    queue = open_questions(page, kind)
    try:
        decision = decided(page, asked, key, why)
        kept = page.books.record.decide(decision, seen=str(form.get("seen", ""))[:64] or None)
    except REFUSALS as error:
        meant = next((words for one, words in asked.answers if one == key), "")
        again = asking.asked(page, asked.question, asked.conflict)
        fault, entries = refusal(page, error, again.log)
        return question(page, again, kind, status=status_of(error), fault=fault, why=why, meant=meant, entries=entries, **more)
    place = next((n for n, one in enumerate(queue) if one.id == asked.question.id), -1)
    still = {one.id for one in open_questions(page, kind)}
    behind = next((one for one in queue[place + 1 :] if one.id in still), None) if place >= 0 else None
    return lead(page, path_of(behind) if behind else "/review", kind=kind, done=kept.id)


def decided(page: Shown, asked: Asked, key: str, why: str) -> Decision:
    """Return the decision that an answer makes; raises UsageError where it makes none."""
    by = reader_of(page.request).name
    if key == NOTE and asked.conflict is not None:
        if not why:
            raise UsageError(page.say(_("a note needs words")), page.say(_("write what there is to say")))
        return Settlement(asked.conflict.key, None, (asked.conflict.subject,), why, by=by)
    return asked.question.answered(key, by=by, why=why)


def refusal(page: Shown, error: Exception, log: tuple[DecisionRecord, ...]) -> tuple[str, tuple[DecisionRecord, ...]]:
    """Return why a decision was not kept, and other entries of the log that stand in its way; `log` is that of its matter."""
    if isinstance(error, DecisionOverlap) and log:
        last = log[-1]
        told = {"who": last.decision.by, "when": moment(last.decision.at), "decision": page.told(last)}
        return page.say(_("%(who)s decided on this at %(when)s: %(decision)s"), **told), ()
    if isinstance(error, DecisionClash):
        named = [one for one in page.books.view.decisions(kind="judgement") if one.id in error.fault]
        return page.say(_("this cannot hold beside what was decided before: take one of these back first")), tuple(named)
    if isinstance(error, RecordLocked):
        return page.say(_("others are writing into the record: answer again in a moment")), ()
    return (": ".join(refusals.refusal(error, page.language)) if isinstance(error, OnrecordError) else str(error)), ()


def status_of(error: Exception) -> int:
    """Return the status of a page that says why a decision was not kept."""
    return 409 if isinstance(error, DecisionOverlap | DecisionClash) else 503 if isinstance(error, RecordLocked) else 422


def lead(page: Shown, path: str, **query: str) -> Response:
    """Return the answer to a form that was kept: the page to go on to."""
    prefix = getattr(page.request.state, "language", None)
    given = {name: value for name, value in query.items() if value}
    return RedirectResponse(localized(path, prefix) + (f"?{urlencode(given)}" if given else ""), 303)


def entry(page: Shown, id: str) -> DecisionRecord | None:
    """Return an entry of the log by its id, where the reader comes from keeping it."""
    return next((one for one in page.books.view.decisions(history=True) if one.id == id), None) if id else None


@router.get("/review/decisions")
def decisions(
    page: Page,
    after: Cursor = None,
    by: Annotated[str, Query(max_length=100)] = "",
    what: Annotated[Literal["", "judgement", "correction", "settlement", "absence"], Query()] = "",
    only: Annotated[Literal["", "standing", "gone"], Query()] = "",
    done: Id = "",
) -> Response:
    """List what was decided, the newest entry first: who, when, why, and what has become of it."""
    log = page.books.view.decisions(history=True)
    last: dict[str, str] = {one.decision.matter: one.id for one in log}
    found = [
        one
        for one in reversed(log)
        if by in ("", one.decision.by)
        and what in ("", one.kind)
        and (only != "standing" or one.state == "standing")
        and (only != "gone" or (one.gone and one.state == "standing"))
    ]
    return page.page(
        "decisions.html",
        found=window(found, after, lambda one: one.id),
        last=frozenset(last.values()),
        people=sorted({one.decision.by for one in log}),
        gone=sum(bool(one.gone) and one.state == "standing" for one in log),
        by=by,
        what=what,
        only=only,
        done=entry(page, done),
        question_path=asking.matter_path,
    )


@router.post("/review/decisions/{id}/undo")
def undo(page: Page, id: str, form: Form) -> Response:
    """Take a decision back, or an undoing; what stood before stands again."""
    why = str(form.get("why", "")).strip()[:LONGEST_REASON]
    back = own_page(str(form.get("back", "")) or "/review/decisions")
    try:
        made = page.books.record.undo(id, by=reader_of(page.request).name, why=why)
    except DecisionClash as error:
        fault, entries = refusal(page, error, ())
        return _not_undone(page, fault, entries)
    except UsageError:
        known = entry(page, id)
        if known is None:
            raise page.missing() from None
        log = [one for one in page.books.view.decisions(history=True) if one.decision.matter == known.decision.matter]
        fault, entries = refusal(page, DecisionOverlap(""), tuple(log))
        return _not_undone(page, fault, entries)
    path, _mark, query = back.partition("?")
    given = [pair for pair in query.split("&") if pair and not pair.startswith("done=")]
    return lead(page, path + (f"?{'&'.join(given)}&done={made.id}" if given else f"?done={made.id}"))


def _not_undone(page: Shown, fault: str, entries: tuple[DecisionRecord, ...]) -> Response:
    made = page.page("not_undone.html", fault=fault, entries=entries)
    made.status_code = 409
    return made
