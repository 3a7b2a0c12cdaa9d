"""What goes wrong, as a page or as JSON: one line that names the fault and its cure, and no path of the server."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from onrecord.model.errors import (
    DateError,
    DecisionClash,
    DecisionOverlap,
    OnrecordError,
    RecordError,
    RecordLocked,
    RecordNotFound,
    UsageError,
)
from onrecord.serve.accounts.forms import FormRefused, FormTooLarge
from onrecord.serve.languages import _, language_of
from onrecord.serve.refusals import refusal
from onrecord.serve.rendering import render, translate
from onrecord.serve.safe_text import shortened
from onrecord.serve.security import HEADERS

log = logging.getLogger(__name__)

API = "/api/"

_YEARS = {"from": _("from year"), "to": _("to year")}
"""Fields of forms that people fill in by hand, by their names in addresses."""

_NO_OBJECT = ("json_invalid", "dict_type", "model_attributes_type")
"""What pydantic calls a body that is no JSON, or JSON but no object."""


class NotThere(UsageError):
    """Nothing stands under this address."""


def install(application: FastAPI) -> None:
    """Make the application answer every fault in our form."""
    application.add_exception_handler(HTTPException, _http)
    application.add_exception_handler(RequestValidationError, _invalid)
    application.add_exception_handler(OnrecordError, ours)
    application.add_exception_handler(Exception, _unforeseen)


def answer(request: Request, status: int, fault: str, cure: str) -> Response:
    """Return a fault in the form that the asker reads: JSON below `/api/`, else a page."""
    if request.url.path.startswith(API):
        return JSONResponse({"error": {"status": status, "fault": fault, "cure": cure}}, status)
    return render(request, "fault.html", status=status, code=status, fault=fault, cure=cure)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for it alone
    if error.status_code == 404:
        fault, cure = _("nothing stands under this address"), _("search for it, or go to the first page")
    elif error.status_code == 400 and request.url.path.startswith(API):
        return _no_json(request)  # the body is no text
    elif error.status_code == 405:
        fault, cure = _("this address does not take such a request"), _("open it from a page of this site")
    else:
        fault, cure = str(error.detail), _("go back and try again")
    made = answer(request, error.status_code, translate(request, fault), translate(request, cure))
    made.headers.update(error.headers or {})
    return made


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  registered for it alone
    if any(one["type"] in _NO_OBJECT or (one["type"] == "missing" and one["loc"] == ("body",)) for one in error.errors()):
        return _no_json(request)
    if lacking := [name for one in error.errors() if (name := _lacking(one))]:
        fault = translate(request, _("%(names)s is missing"), names=", ".join(sorted(lacking)))
        return answer(request, 422, fault, translate(request, _("give a value")))
    for one in error.errors():
        if (unknown := _no_choice(one)) is not None:
            return answer(request, 422, *refusal(unknown, language_of(request)))
    wrong = {str(one["loc"][-1]): str(one.get("input", "")) for one in error.errors()}
    years = [name for name in wrong if name in _YEARS]
    if years:
        name = translate(request, _YEARS[years[0]])
        fault = translate(
            request, _("“%(value)s” cannot be used for “%(name)s”"), value=shortened(wrong[years[0]], 60), name=name
        )
        return answer(request, 422, fault, translate(request, _("write a year of four digits, such as 2019, or leave it out")))
    fault = translate(request, _("%(names)s has a value that cannot be used"), names=", ".join(sorted(wrong)))
    return answer(request, 422, fault, translate(request, _("change it in the form or the address, or leave it out")))


def _no_json(request: Request) -> Response:
    fault, cure = _("the request is no JSON"), _('send an object in UTF-8 such as {"kind": …}')
    return answer(request, 422, translate(request, fault), translate(request, cure))


def _lacking(one: dict[str, Any]) -> str:
    """Return the name of a value that was not given, as pydantic tells of it; an empty string for other faults."""
    if one["type"] == "union_tag_not_found":
        return str(one["ctx"]["discriminator"]).strip("'")
    return str(one["loc"][-1]) if one["type"] == "missing" else ""


def _no_choice(one: dict[str, Any]) -> UsageError | None:
    """Return the refusal of a value that is none of those to choose from, as pydantic tells of it; None of other faults."""
    told = one.get("ctx", {})
    if one["type"] == "literal_error":
        name, value, known = str(one["loc"][-1]), one["input"], told["expected"].replace(" or ", ", ").removeprefix("'', ")
    elif one["type"] == "union_tag_invalid":
        name, value, known = told["discriminator"].strip("'"), told["tag"], told["expected_tags"]
    else:
        return None
    return UsageError(f"there is no {name} {shortened(str(value), 60)!r}", f"choose one of {known.replace("'", '')}")


def ours(request: Request, error: Exception) -> Response:
    """Return the answer for an error of ours."""
    assert isinstance(error, OnrecordError)  # noqa: S101  registered for it alone
    if isinstance(error, DecisionOverlap | DecisionClash):
        return answer(request, 409, *refusal(error, language_of(request)))
    if isinstance(error, RecordError):
        # The message names the file of the record: that is for the log.
        log.error("%s", error)
        fault = _("the record cannot be read now")
        cure = (
            _("try again in a moment")
            if isinstance(error, RecordLocked)
            else _("the one who runs this server finds the reason in its log")
        )
        status = 503 if isinstance(error, RecordLocked | RecordNotFound) else 500
        return answer(request, status, translate(request, fault), translate(request, cure))
    status = 404 if isinstance(error, NotThere) else 422 if isinstance(error, UsageError | DateError) else 400
    if isinstance(error, FormRefused | FormTooLarge):
        return answer(
            request,
            403 if isinstance(error, FormRefused) else 413,
            translate(request, error.fault),
            translate(request, error.cure),
        )
    return answer(request, status, *refusal(error, language_of(request)))


def _unforeseen(request: Request, error: Exception) -> Response:
    log.error("a page failed: %s", request.url.path, exc_info=error)
    fault, cure = _("this page failed, which is a fault of onrecord"), _("report it with the address of this page")
    made = answer(request, 500, translate(request, fault), translate(request, cure))
    made.headers.update(HEADERS)  # such an answer passes by all middleware
    return made
