"""The command line: one thin function a command. The only room that imports typer.

`app` holds the commands, `faults` turns what goes wrong into one line and an exit code, `options` the options that commands
share, `screen` writes to the terminal, the pipe or as JSON. Whatever is heavy is imported inside the commands, so that
`onrecord --help` answers at once.
"""

from onrecord.cli.app import main

__all__ = ["main"]
