"""One thing by its key, whole, with its evidence; the contradictions; and the comparison of two names."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from onrecord.match.names import compare_names
from onrecord.model import Document
from onrecord.model.errors import UsageError
from onrecord.model.recorded import (
    ClaimRecord,
    GatheringRecord,
    OrganizationRecord,
    PersonRecord,
    StatementRecord,
)
from onrecord.record.catalogue import marked_page
from onrecord.review.conflicts import Case, Conflict, find_conflicts
from onrecord.serve.api.schemas import FAULTS, Comparison, single
from onrecord.serve.shown import Page
from onrecord.tell.plain import answer, plain

router = APIRouter(tags=["nouns"])

Key = Annotated[str, Path(max_length=64)]


@router.get("/persons/{key}", responses=single("person", PersonRecord))
def person(key: Key, page: Page) -> Any:
    """Return a person: spellings, offices as stated, gatherings with roles, statements, mentions."""
    return answer(person=page.books.view.person(page.name_entry(key, "person").key))


@router.get("/organizations/{key}", responses=single("organization", OrganizationRecord))
def organization(key: Key, page: Page) -> Any:
    """Return an organization: spellings, the offices held in it, gatherings, statements, mentions."""
    return answer(organization=page.books.view.organization(page.name_entry(key, "organization").key))


@router.get("/gatherings/{key}", responses=single("gathering", GatheringRecord))
def gathering(key: Key, page: Page) -> Any:
    """Return an occasion: as resolved, and as each report states it."""
    return answer(gathering=page.books.view.gathering(page.occasion_entry(key).key))


@router.get("/gatherings/{key}/statements", responses=single("statements", tuple[StatementRecord, ...]))
def said_at(key: Key, page: Page) -> Any:
    """Return what was said at an occasion, with evidence."""
    return answer(statements=page.books.view.statements(gathering=page.occasion_entry(key).key))


@router.get("/gatherings/{key}/conflicts", responses=single("conflicts", tuple[Conflict, ...]))
def disputed(key: Key, page: Page) -> Any:
    """Return where the reports of an occasion contradict each other."""
    record = page.books.view.gathering(page.occasion_entry(key).key)
    return answer(conflicts=find_conflicts(Case.of(page.books.view, (record,))))


@router.get("/persons/{key}/statements", responses=single("statements", tuple[StatementRecord, ...]))
def said_by(key: Key, page: Page) -> Any:
    """Return what a person said, with evidence."""
    return answer(statements=page.books.view.statements(speakers=[page.name_entry(key, "person").key]))


@router.get("/conflicts", responses=single("conflicts", tuple[Conflict, ...]))
def conflicts(page: Page) -> Any:
    """Return the contradictions between sources, the most severe first, each with both sides' evidence."""
    return answer(conflicts=page.books.conflicts())


@router.get("/claims/{key}", responses=single("claims", tuple[ClaimRecord, ...]))
def claims(key: Key, page: Page) -> Any:
    """Return the claims behind a fact, a mention or a whole record: what each page says of it, by which rule."""
    try:
        found = page.books.view.claims(page.catalogue.key_of(key))
    except UsageError:
        raise page.missing() from None
    return answer(claims=found)


@router.get("/sources/{key}", responses=single("document", Document))
def source(key: Key, page: Page) -> Any:
    """Return a page as text, with its paragraphs: spans of evidence count its Unicode code points."""
    try:
        marked = marked_page(page.books.store, key)
    except UsageError:
        raise page.missing() from None
    return {"document": plain(marked.document, {}), "sources": answer(source=marked.source)["sources"]}


@router.get("/names/compare", responses={200: {"model": Comparison}, 422: FAULTS[422]})
def compare(a: Annotated[str, Query(max_length=200)], b: Annotated[str, Query(max_length=200)]) -> Any:
    """Tell whether two spellings, also in two scripts, can be one name, and why."""
    found = compare_names(a, b)
    return Comparison(same=found.same, score=found.score, reasons=list(found.reasons))
