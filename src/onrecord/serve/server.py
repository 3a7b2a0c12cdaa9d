"""Running the application, on this machine alone unless told otherwise."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn

from onrecord.model.errors import UsageError
from onrecord.record import open_store
from onrecord.serve.accounts.book import Accounts
from onrecord.serve.accounts.place import accounts_file
from onrecord.serve.application import app
from onrecord.serve.makers.pool import Pool
from onrecord.serve.settings import Settings


def makers(asked: int | None) -> int:
    """Return how many processes make pages beside the one that takes connections.

    Args:
        asked: how many are wanted; None for one a core.

    Raises:
        UsageError: some are wanted on a system on which processes cannot share what they know.
    """
    # A copy of a process is safe and cheap on Linux alone (macOS: "fork without exec" crashes in system libraries).
    able = sys.platform == "linux"
    if asked and not able:
        raise UsageError("several processes that make pages need Linux", "leave --processes out")
    if asked is not None:
        return asked
    return len(os.sched_getaffinity(0)) if able else 0


def run(
    where: str | Path,
    settings: Settings,
    *,
    ready: Callable[[str], None] = lambda _: None,
    notice: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve a record until interrupted.

    Args:
        where: the record, as for `onrecord.open`.
        settings: where to listen.
        ready: called with the address of the first page as soon as browsers may ask for it.
        notice: called with each line on what was found on opening the record.

    Raises:
        UsageError: the address cannot be listened on.
        UsageError: others can reach it, and there is no account.
        RecordError: the record cannot be opened.
    """
    if not settings.local and not Accounts(settings.accounts or accounts_file(where)):
        fault = f"{settings.host} can be reached by others, and there is no account"
        raise UsageError(fault, "add one with `onrecord user add NAME`, or listen on 127.0.0.1")
    _look_at(where, notice)
    listening = _listen(settings)
    pool = None
    try:
        if settings.processes:
            pool = Pool(str(where), settings)
            pool.begin("fork", listening)
        application = app(where, settings, pool)
        # Our own log names no visitor and no address of a page.
        config = uvicorn.Config(application, access_log=False, log_level="warning", server_header=False, proxy_headers=False)
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        ready(f"http://{host}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        listening.close()
        if pool:
            pool.end()


def _look_at(where: str | Path, notice: Callable[[str], None]) -> None:
    """Say what is wrong with a record before anything starts, and where it is empty: its name may be mistyped."""
    store = open_store(where)
    try:
        for line in store.notices:
            notice(line)
        if not store.view().counts().pages:
            notice(f"{store.name} holds no pages yet; add some (onrecord add SOURCE), or name another record with --record")
    finally:
        store.close()


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        # Taken here and not by uvicorn, which would end the process with a message of its own.
        return socket.create_server((settings.host, settings.port), family=family, backlog=256)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        fault = f"{settings.host} port {settings.port} cannot be listened on ({reason})"
        raise UsageError(fault, "choose another with --port, or 0 for any that is free") from None
