"""What goes wrong, as the command line tells it: one line on stderr that names fault and cure, and an exit code.

Codes: 0 done, 2 a fault that the user can cure, 130 interrupted (128 + SIGINT), 141 the reader of a pipe went away
(128 + SIGPIPE). Anything else that is raised is a defect of onrecord and keeps its traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from onrecord.cli import INTERRUPTED, STOPPED

FAULT, PIPE_CLOSED = 2, 141


def complain(message: str) -> None:
    """Write one line on stderr, marked as ours."""
    print(f"onrecord: {' '.join(message.split())}", file=sys.stderr)


def guarded(run: Callable[[], object]) -> int:
    """Run the program and return its exit code.

    Args:
        run: typer's program without its own handling of errors; returns an exit code, or what a command returned.
    """
    try:
        result = run()
        sys.stdout.flush()
        code = result if isinstance(result, int) else 0
    except typer.Exit as ended:
        code = ended.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        code = PIPE_CLOSED
    except typer.TyperException as error:
        complain(_usage(error))
        code = FAULT
    except Exception as error:
        # Imported here: the nouns that come with the errors would cost every start some 25 ms.
        from onrecord.model.errors import OnrecordError

        if not isinstance(error, OnrecordError):
            raise
        complain(str(error))
        code = FAULT
    if code == INTERRUPTED:
        print(STOPPED, file=sys.stderr)
    return code


def silence_stdout() -> None:
    """Let what is still buffered go nowhere, so that Python does not complain about the closed pipe when it ends."""
    import os

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return  # stdout is no file: there is nothing that could complain


def _usage(error: typer.TyperException) -> str:
    """Say what typer found wrong in our form; the cure is the help of the command that was called."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "onrecord"
    fault = error.format_message().strip().rstrip(".")
    if fault.startswith("No such option") and context and context.parent is None:
        return f"{fault[:1].lower()}{fault[1:]} before a command: write onrecord COMMAND, then its options"
    return f"{fault[:1].lower()}{fault[1:]}: see {command} --help"
