"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from onrecord.serve.accounts.attempts import Attempts
from onrecord.serve.accounts.book import IDLE, Accounts
from onrecord.serve.accounts.forms import confirmed
from onrecord.serve.accounts.guard import SESSION_COOKIE, asker
from onrecord.serve.languages import _
from onrecord.serve.pages.choices import own_page
from onrecord.serve.rendering import render, translate

router = APIRouter(include_in_schema=False)

Form = Annotated[FormData, Depends(confirmed)]

_attempts = Attempts(10, 300)
"""For a machine, and for a name: ten at once, and one more every half minute."""


@router.get("/login")
def asked(request: Request, back: str = "/") -> Response:
    """Show the form."""
    return render(request, "login.html", back=own_page(back), name="", fault="")


@router.post("/login")
def sign_in(request: Request, form: Form) -> Response:
    """Open a session."""
    accounts: Accounts = request.app.state.accounts
    name, password, back = (str(form.get(field, ""))[:1000] for field in ("name", "password", "back"))
    wait = max(_attempts.wait(f"machine {asker(request)}"), _attempts.wait(f"name {name}"))
    if wait:
        fault = translate(request, _("too many attempts: try again in %(seconds)s seconds"), seconds=wait)
        refused = render(request, "login.html", status=429, back=own_page(back), name=name, fault=fault)
        refused.headers["Retry-After"] = str(wait)
        return refused
    account = accounts.verify(name, password)
    if account is None:
        fault = translate(request, _("no account has this name and password"))
        return render(request, "login.html", status=403, back=own_page(back), name=name, fault=fault)
    answer = RedirectResponse(own_page(back), 303)
    secure = request.app.state.settings.secure
    token = accounts.sign_in(account)
    answer.set_cookie(SESSION_COOKIE, token, max_age=IDLE, httponly=True, samesite="lax", secure=secure, path="/")
    return answer


@router.post("/logout")
def sign_out(request: Request, form: Form) -> Response:  # noqa: ARG001 - that the form is ours has been seen
    """Close the session."""
    accounts: Accounts = request.app.state.accounts
    token = request.cookies.get(SESSION_COOKIE)
    if token:
        accounts.sign_out(token)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(SESSION_COOKIE, path="/")
    return answer
