"""Which of many patterns can match a text at all, told by one scan for the letters that each of them needs.

A vocabulary of expressions is tried on every statement, and nearly all of them are about something else. Every match of an
expression holds one of a few strings of letters; where none of these stands in the text, it need not be tried.
"""

from __future__ import annotations

import re._constants as codes  # type: ignore[import-not-found]  # typeshed leaves these two out
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from typing import Any

import ahocorasick_rs

MANY = 64
"""Strings that are told apart at most; a part that matches more counts as one that cannot be told."""


class NeededWords:
    """The letters that patterns need, compiled for one scan.

    Args:
        expressions: regular expressions, matched with regard to case.
    """

    def __init__(self, expressions: Sequence[str]) -> None:
        self._always: set[int] = set()
        numbers: dict[str, list[int]] = {}
        for number, expression in enumerate(expressions):
            letters = needed(expression)
            if letters is None:
                self._always.add(number)
            for one in letters or ():
                numbers.setdefault(one, []).append(number)
        self._numbers = list(numbers.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(numbers), implementation=ahocorasick_rs.Implementation.DFA)

    def in_text(self, text: str) -> set[int]:
        """Return the numbers of the expressions that may match somewhere in the text; no other one does."""
        found = set(self._always)
        for one in {match[0] for match in self._automaton.find_matches_as_indexes(text, overlapping=True)}:
            found.update(self._numbers[one])
        return found


def needed(expression: str) -> frozenset[str] | None:
    """Return strings of which every match of a regular expression holds at least one, or None where none can be told."""
    return _of_sequence(list(parser.parse(expression)))


def _of_sequence(parts: list[tuple[Any, Any]]) -> frozenset[str] | None:
    """Of all that a sequence holds in any case, the strings whose shortest is the longest."""
    choices: list[frozenset[str]] = []
    run = frozenset([""])  # what stands side by side, to the letter
    for code, argument in [*parts, (codes.AT, None)]:
        exact = _exactly(code, argument)
        if exact is not None and len(run) * len(exact) <= MANY:
            run = frozenset(before + behind for before in run for behind in exact)
            continue
        choices += [run, *filter(None, [_of_part(code, argument)])]
        run = frozenset([""])
    best = max(choices, key=lambda strings: (min(map(len, strings)), -len(strings)))
    return best if all(best) else None


def _exactly(code: Any, argument: Any) -> frozenset[str] | None:
    """Return all strings that a part matches, or None where they are too many to tell."""
    if code is codes.LITERAL:
        return frozenset([chr(argument)])
    if code is codes.BRANCH:
        found = [_whole(branch) for branch in argument[1]]
        return None if None in found else frozenset().union(*filter(None, found))
    return _whole(argument[-1]) if code is codes.SUBPATTERN else None


def _whole(parts: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    strings = frozenset([""])
    for code, argument in parts:
        exact = _exactly(code, argument)
        if exact is None or len(strings) * len(exact) > MANY:
            return None
        strings = frozenset(before + behind for before in strings for behind in exact)
    return strings


def _of_part(code: Any, argument: Any) -> frozenset[str] | None:
    """Return strings of which every match of a part holds one, or None."""
    if code is codes.SUBPATTERN:
        return _of_sequence(list(argument[-1]))
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _of_sequence(list(argument[2])) if argument[0] > 0 else None
    if code is codes.BRANCH:
        branches = [_of_sequence(list(branch)) for branch in argument[1]]
        return None if None in branches else frozenset().union(*filter(None, branches))
    return None
