"""Open questions, the log of decisions, and decisions that programs send: by the nouns of `model.decision`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.model import Span
from onrecord.model.decision import (
    Absence,
    Correction,
    CorrectionKind,
    Decision,
    DecisionKind,
    DecisionRecord,
    FactKind,
    Judgement,
)
from onrecord.model.resolution import Verdict
from onrecord.review.questions import Question, QuestionKind
from onrecord.review.settling import settlement
from onrecord.serve.accounts.guard import reader_of
from onrecord.serve.api.listings import Cut
from onrecord.serve.api.schemas import FAULTS, Refusal, listing_with_sources, model_of
from onrecord.serve.cursors import window
from onrecord.serve.review.asked import open_questions
from onrecord.serve.shown import Page, Shown
from onrecord.tell.plain import answer, plain

reading = APIRouter(tags=["review"])
writing = APIRouter(tags=["review"])

Key = Annotated[str, Field(max_length=64)]
Words = Annotated[str, Field(max_length=4000)]
Id = Annotated[str, Path(max_length=64)]

_KEPT: dict[int | str, dict[str, Any]] = {
    201: {"model": model_of(DecisionRecord), "description": "It is kept; its address is in Location"},
    403: {"model": Refusal, "description": "The account may read and not decide"},
    404: FAULTS[404],
    409: {"model": Refusal, "description": "Somebody has decided on the matter meanwhile, or it cannot hold beside others"},
    422: FAULTS[422],
}


class Given(BaseModel):
    """What a program sends; who decides is the account that it sends it with."""

    model_config = ConfigDict(extra="forbid")
    why: Words = ""


class JudgementGiven(Given):
    """Whether two sightings are one."""

    left_key: Key
    right_key: Key
    verdict: Verdict


class CorrectionGiven(Given):
    """A fact confirmed, rejected, changed or added; see `model.decision.Correction`."""

    kind: CorrectionKind
    fact: Key = ""
    property: Key = ""
    value: Words | None = None
    document: Key = ""
    spans: list[tuple[int, int]] = []
    quote: Words = ""
    fact_kind: FactKind | None = None
    values: list[tuple[str, str]] = []


class SettlementGiven(Given):
    """How a contradiction is settled: by a value that one of its sides states, by a note, or by both."""

    conflict: Key
    choice: Words | None = None
    note: Words = ""


class AbsenceGiven(Given):
    """What was searched and not found; `when` in EDTF."""

    question: Words
    source: Words
    when: Key
    note: Words = ""
    about: list[Key] = []


class _New(BaseModel):
    """A decision with the id of the last entry on its matter that was seen (`seen`), if there was one."""

    model_config = ConfigDict(extra="forbid")
    seen: Key | None = None


class NewJudgement(_New):
    """A judgement to keep."""

    kind: Literal["judgement"]
    decision: JudgementGiven


class NewCorrection(_New):
    """A correction to keep."""

    kind: Literal["correction"]
    decision: CorrectionGiven


class NewSettlement(_New):
    """A settlement to keep."""

    kind: Literal["settlement"]
    decision: SettlementGiven


class NewAbsence(_New):
    """A search without a result to keep."""

    kind: Literal["absence"]
    decision: AbsenceGiven


New = Annotated[NewJudgement | NewCorrection | NewSettlement | NewAbsence, Field(discriminator="kind")]


class Undoing(BaseModel):
    """Why a decision is taken back."""

    model_config = ConfigDict(extra="forbid")
    why: Words = ""


@reading.get("/questions", responses=listing_with_sources("questions", Question))
def questions(page: Page, cut: Cut, kind: QuestionKind | None = None) -> Any:
    """List the open questions, those first whose answer settles most; each choice holds the decision that it makes."""
    found = window(open_questions(page, kind or ""), cut.after, lambda one: one.id, cut.limit)
    return {**answer(questions=found.entries), "total": found.total, "next": found.following}


@reading.get("/decisions", responses=listing_with_sources("decisions", DecisionRecord))
def decisions(
    page: Page,
    cut: Cut,
    kind: DecisionKind | None = None,
    key: Annotated[str, Query(max_length=64)] = "",
    history: bool = False,
    gone: bool | None = None,
) -> Any:
    """List what was decided, the oldest first: by kind, about one key, with what was replaced or taken back, by its ground."""
    log = page.books.view.decisions(kind=kind, keys=[key] if key else None, history=history, gone=gone)
    found = window(log, cut.after, lambda one: one.id, cut.limit)
    return {**answer(decisions=found.entries), "total": found.total, "next": found.following}


@reading.get("/decisions/{id}", responses={200: {"model": model_of(DecisionRecord)}, **FAULTS})
def decision(id: Id, page: Page) -> Any:
    """Return one entry of the log."""
    return _entry(page, id)


@writing.post("/decisions", status_code=201, responses=_KEPT)
def decide(page: Page, new: New, request: Request, response: Response) -> Any:
    """Keep a decision and let it take effect at once."""
    kept = page.books.record.decide(_noun(page, new, reader_of(request).name), seen=new.seen)
    return _kept(page, kept, response)


@writing.post("/decisions/{id}/undo", status_code=201, responses=_KEPT)
def undo(id: Id, page: Page, undoing: Undoing, request: Request, response: Response) -> Any:
    """Take a decision back, or an undoing, by one more entry of the log; what stood before stands again."""
    _entry(page, id)
    return _kept(page, page.books.record.undo(id, by=reader_of(request).name, why=undoing.why), response)


def _noun(page: Shown, new: New, by: str) -> Decision:
    """Return the decision that was sent."""
    given = new.decision
    if isinstance(given, SettlementGiven):
        made = settlement(page.books.conflicts(), given.conflict, given.choice, note=given.note, by=by)
        return replace(made, why=given.why)
    told = given.model_dump() | {"by": by}
    if isinstance(given, JudgementGiven):
        return Judgement(**told)
    if isinstance(given, AbsenceGiven):
        return Absence(**told | {"about": tuple(given.about)})
    spans, values = tuple(Span(*span) for span in given.spans), tuple(given.values)
    return Correction(**told | {"spans": spans, "values": values})


def _entry(page: Shown, id: str) -> Any:
    found = next((one for one in page.books.view.decisions(history=True) if one.id == id), None)
    if found is None:
        raise page.missing()
    return plain(found, {})


def _kept(page: Shown, kept: Decision, response: Response) -> Any:
    response.headers["Location"] = f"/api/v1/decisions/{kept.id}"
    return _entry(page, kept.id)
