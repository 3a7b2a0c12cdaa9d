"""Write docs/cli.md from the program's own help: python scripts/cli_reference.py [--check].

With --check nothing is written, and the exit code is 1 where the page is not up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from typer.core import TyperGroup
from typer.main import get_command

from onrecord.cli.app import app

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"

HEAD = """\
# Commands

This page is written by `scripts/cli_reference.py` from the program itself; a test holds it up to date.
`onrecord COMMAND --help` says the same in the terminal.

Every reading command takes `--json` for programs and `--evidence` for the sentence behind each fact, with its words marked,
its source and its place in the text (counted in letters from the start, so that `text[start:end]` is the evidence). Dates are
EDTF: `2019`, `2019-04`, `2019-04-03`, `XXXX-11-25` (a day whose year is not stated), `2020-11-25?` (inferred).

On a terminal the output is laid out for its width and coloured, unless `NO_COLOR` is set; in a pipe a line is never broken.
Exit codes: 0 done; 2 a fault that you can cure, named in one line on stderr; 130 stopped with Ctrl-C; 141 the reader of a
pipe went away. `onrecord --install-completion` teaches your shell to complete commands and options.
"""


def reference() -> str:
    """Return the page: the head, the list of commands, and each command in the order of the program."""
    program = cast("TyperGroup", get_command(app))
    commands = list(_all(program))
    parts = [
        HEAD,
        *_table(
            "command",
            "",
            ((f"[`{name}`](#onrecord-{name.replace(' ', '-')})", _first_line(command)) for name, command in commands),
        ),
    ]
    for name, command in commands:
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        options = [one for one in command.params if one.param_type_name == "option"]
        usage = " ".join(["onrecord", name, *(_usage(one) for one in arguments), "[OPTIONS]"])
        parts += [f"## onrecord {name}", "", f"    {usage}", "", _unfolded(command.help or ""), ""]
        parts += _table("argument", "", ((f"`{one.metavar}`", _help(one)) for one in arguments))
        parts += _table("option", "", ((_option(one), _help(one)) for one in options))
    return "\n".join(parts)


def _all(group: TyperGroup, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its whole name; those of a group in its place."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _all(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _table(head: str, second: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    found = [f"| {one} | {other} |" for one, other in rows]
    return [f"| {head} | {second} |", "| --- | --- |", *found, ""] if found else []


def _usage(argument: Any) -> str:
    name = argument.metavar + ("..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar}"
    return f"`{', '.join(option.opts)}{value}`"


def _help(parameter: Any) -> str:
    notes = [f"`{parameter.default}` where not given"] if isinstance(parameter.default, str) else []
    notes += [f"also from the environment: `{parameter.envvar}`"] if parameter.envvar else []
    return " ".join([parameter.help, *(f"({note})" for note in notes)])


def _first_line(command: Any) -> str:
    return (command.help or "").strip().splitlines()[0]


def _unfolded(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


def main() -> int:
    """Write the page, or compare it."""
    page = reference()
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.is_file() and PAGE.read_text("utf-8") == page else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
