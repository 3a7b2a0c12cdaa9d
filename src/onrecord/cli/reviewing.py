"""The command `review`: open questions, one key each; every answer is kept before the next question is asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import screen
from onrecord.cli.decider import As, decider
from onrecord.cli.faults import complain
from onrecord.cli.opening import opened
from onrecord.cli.options import DEFAULT_RECORD, Json, Record

if TYPE_CHECKING:
    from onrecord.pipeline import Record as OpenRecord
    from onrecord.review.questions import Question

SKIP, UNDO, QUIT = "s", "z", "q"


def review(
    who: As = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="same, value or fact: these questions alone.")] = None,
    record: Record = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """Decide open questions, one key each.

    Are two one? Which date holds? Is a doubtful fact right? Those first whose answer settles most, with the sentences of both
    sides. Every answer is kept at once: quit at any time (q), take the last answer back (z), leave a question open (s).

    With --json the questions are printed, and nothing is asked.
    """
    from onrecord.tell.plain import answer

    with opened(record) as source:
        if json:
            screen.json(answer(questions=_open(source, kind)))
            return
        made = _ask_all(source, decider(who), kind)
    screen.text(f"{made} {'answer' if made == 1 else 'answers'} kept.")


def _open(source: OpenRecord, kind: str | None) -> list[Question]:
    from onrecord.model.errors import UsageError

    if kind not in (None, "same", "value", "fact"):
        raise UsageError(f"there are no questions of the kind {kind!r}", "choose one of same, value, fact")
    return [question for question in source.questions() if kind in (None, question.kind)]


def _ask_all(source: OpenRecord, by: str, kind: str | None) -> int:
    """Ask until there is nothing to ask or the user quits, and return how many answers stand."""
    from onrecord.model.errors import OnrecordError
    from onrecord.tell import questions as shown

    skipped: set[str] = set()
    made: list[str] = []
    waiting = _open(source, kind)
    while waiting:
        question = waiting[0]
        screen.show(*shown.told(question, len(waiting)))
        key = _key()
        if key in (QUIT, "", "\x03", "\x04"):
            break
        try:
            if key == SKIP:
                skipped.add(question.id)
            elif key == UNDO:
                if made:
                    source.undo(made[-1], by=by)
                    made.pop()
                    skipped.clear()
                else:
                    complain("there is no answer of this session to take back; `onrecord undo ID` takes back earlier ones")
            else:
                made.append(source.decide(question.answered(key, by=by)).id)
        except OnrecordError as error:
            complain(str(error))
            continue
        # What was decided may settle or raise other questions; a contradiction that was settled bears on no other one.
        alone = key == SKIP or (key != UNDO and question.kind == "value")
        waiting = [one for one in (waiting[1:] if alone else _open(source, kind)) if one.id not in skipped]
    else:
        screen.text("No question is open.")
    return len(made)


def _key() -> str:
    """Return one key: pressed on a terminal, else the next letter of the input that is no blank; empty at its end."""
    if sys.stdin.isatty():
        import click

        return click.getchar().lower()
    while letter := sys.stdin.read(1):
        if not letter.isspace():
            return letter.lower()
    return ""
