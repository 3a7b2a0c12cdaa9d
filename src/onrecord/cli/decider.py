"""Who decides: `--as NAME`, else git's user."""

from __future__ import annotations

import subprocess
from typing import Annotated

import typer

As = Annotated[
    str | None, typer.Option("--as", envvar="ONRECORD_AS", metavar="NAME", help="Who decides; git's user where not given.")
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, for those who read it later.")]


def decider(given: str | None) -> str:
    """Return who decides.

    Raises:
        UsageError: nobody is given, and git knows no user.
    """
    name = (given or "").strip()
    if name:
        return name
    try:
        asked = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False)  # noqa: S607 - the user's own git
        name = asked.stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        name = ""
    if not name:
        from onrecord.model.errors import UsageError

        raise UsageError("nobody is named who decides", "name yourself with --as NAME, or with git config user.name")
    return name
