"""The command line: one thin function a command. The only room that imports typer.

`app` holds the commands, `faults` turns what goes wrong into one line and an exit code, `options` the options that commands
share, `screen` writes to the terminal, the pipe or as JSON. Whatever is heavy is imported inside the commands, so that
`onrecord --help` answers at once.
"""

from __future__ import annotations

import os
import sys

STOPPED = "onrecord: stopped by you: what got into the record is kept, and the same command goes on from there"
INTERRUPTED = 130
"""The exit code after Ctrl-C: 128 + SIGINT."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # Products as small as ours are slower on two threads, and a process of one thread can be copied (match/whole/aside.py).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        # Imported here, so that Ctrl-C in the first tenths of a second is answered in one line, too.
        from onrecord.cli.app import run

        code = run()
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        code = INTERRUPTED
    sys.exit(code)


__all__ = ["INTERRUPTED", "STOPPED", "main"]
