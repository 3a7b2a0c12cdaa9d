"""Draw the terminal.

    python scripts/picture.py [--record FILE | --sources SOURCE] [--columns N] [--out FILE] [COMMAND…]

Without words it draws the picture of the README: its commands, on the sample pages. Each COMMAND is a line as one types it
("onrecord who Seitov"); what it prints goes, behind a prompt, into one SVG picture (docs/pictures/terminal.svg where not said
otherwise). `… | head -N` cuts an answer, as in a shell.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import onrecord
from onrecord.cli import main, screen

README = (
    "onrecord said --about guarantees --from 2024-06 --to 2024-06 --evidence",
    "onrecord conflicts | head -11",
)
SAMPLES = "samples/pages"
OUT = Path(__file__).parents[1] / "docs" / "pictures" / "terminal.svg"

# Ink on warm white; colours dark enough to be read on it (contrast of 4.5 and more).
PAPER = TerminalTheme(
    (252, 251, 248),
    (40, 42, 48),
    [(40, 42, 48), (176, 42, 48), (42, 120, 66), (138, 94, 0), (28, 82, 158), (130, 58, 138), (0, 108, 124), (110, 114, 122)],
    [(110, 114, 122), (176, 42, 48), (42, 120, 66), (138, 94, 0), (28, 82, 158), (130, 58, 138), (0, 108, 124), (40, 42, 48)],
)


def draw(commands: Sequence[str], record: str, columns: int) -> str:
    """Run the commands on the record and return what they print as an SVG picture."""
    picture = _console(columns)
    for number, command in enumerate(commands):
        typed, _, cut = (part.strip() for part in command.partition("|"))
        _, *words = shlex.split(typed)
        lines = _printed(words, record, columns)
        most = int(cut.rpartition("-")[2]) if cut.startswith("head -") else len(lines)
        if number:
            picture.print()
        picture.print(Text.assemble(("$ ", "bold green"), (command, "bold")))
        for line in lines[:most]:
            picture.print(line)
    svg = picture.export_svg(title="onrecord", theme=PAPER, unique_id="onrecord")
    # rich has the picture load a font from the network; the reader's own monospace will do.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return svg.replace(
        "font-family: Fira Code, monospace", "font-family: ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace"
    )


def _printed(words: list[str], record: str, columns: int) -> list[Text]:
    answer = _console(columns)
    screen.use(answer)
    sys.argv = ["onrecord", *words]
    try:
        with patch.dict(os.environ, ONRECORD_RECORD=record):
            main()
    except SystemExit as ended:
        if ended.code:
            raise SystemExit(f"onrecord {shlex.join(words)} ended with code {ended.code}") from None
    finally:
        screen.use(None)
    return Text.from_ansi(answer.export_text(styles=True)).split(allow_blank=True)[:-1]


def _console(columns: int) -> Console:
    return Console(
        record=True,
        width=columns,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def run() -> None:
    """Read the command line and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commands", nargs="*", metavar="COMMAND", default=README)
    parser.add_argument("--record", help="the record to ask")
    parser.add_argument("--sources", default=SAMPLES, help="pages to make a record of, where none is given")
    parser.add_argument("--columns", type=int, default=96)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = given.record or str(Path(folder) / "pages.db")
        if not given.record:
            with onrecord.open(record) as made:
                made.add(given.sources)
        picture = draw(given.commands, record, given.columns)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(picture, "utf-8")


if __name__ == "__main__":
    run()
