"""The commands for the accounts of a server: `user add`, `user list`, `user remove`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli import screen
from onrecord.cli.options import DEFAULT_RECORD, Record

if TYPE_CHECKING:
    from onrecord.serve.accounts.book import Accounts

user = typer.Typer(
    name="user", no_args_is_help=True, rich_markup_mode=None, help="Accounts of those who may read or decide in the browser."
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to sign in with; decisions carry it.")]


@user.command()
def add(
    name: Name,
    role: Annotated[
        Literal["reader", "reviewer"],
        typer.Option("--role", metavar="ROLE", help="A reader reads; a reviewer also decides and adds pages."),
    ] = "reader",
    record: Record = DEFAULT_RECORD,
) -> None:
    """Add an account, or give one another role and password.

    The password is asked for, or read from standard input where that is no terminal.
    """
    _accounts(record).add(name, role, _password())
    screen.text(f"{name} may sign in as {role}. A server that runs already asks for accounts when it is started anew.")


@user.command("list")
def list_accounts(record: Record = DEFAULT_RECORD) -> None:
    """List the accounts, each with its role."""
    accounts = _accounts(record).list()
    for account in accounts:
        screen.text(f"{account.name}\t{account.role}")
    if not accounts:
        screen.text("no accounts: whoever reaches the server on this machine may read and decide")


@user.command()
def remove(name: Name, record: Record = DEFAULT_RECORD) -> None:
    """Remove an account; what it decided stays."""
    _accounts(record).remove(name)
    screen.text(f"{name} is removed.")


def _accounts(record: str) -> Accounts:
    from onrecord.serve.accounts.book import Accounts
    from onrecord.serve.accounts.place import accounts_file

    return Accounts(accounts_file(record))


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return asked
