"""Patterns that pass over a letter with which none of their matches begins by one look at it.

`re` does so by itself where a pattern begins with a letter or a set of them. One that begins with a look behind, or with a
choice of long lists, is tried branch by branch at every letter of a text: a look ahead before it takes a tenth of that.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]  # typeshed leaves these two out
import re._parser as parser  # type: ignore[import-not-found]
from typing import Any

_KINDS = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}


def hastened(expression: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile a regular expression that is looked for in whole texts; what it matches stays the same.

    Raises:
        ValueError: where a match can be empty, or begin with anything.
    """
    first = _of_sequence(list(parser.parse(expression, flags)))
    if first is None or "" in first:
        raise ValueError(f"nothing is known of the first letter of {expression!r}")
    letters = f"[{''.join(sorted(first))}]"
    # A part of it may stand for letters of any size by itself.
    return re.compile(f"(?={f'(?i:{letters})' if '(?i' in expression else letters})(?:{expression})", flags)


def _of_sequence(parts: list[tuple[Any, Any]]) -> frozenset[str] | None:
    """Return with what a match of a sequence can begin, as members of a set of letters; None where anything can.

    An empty member tells that a match can be empty.
    """
    found: frozenset[str] = frozenset([""])
    for code, argument in parts:
        if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            continue
        one = _of_part(code, argument)
        if one is None:
            return None
        found = (found - {""}) | one
        if "" not in one:
            break
    return found


def _of_part(code: Any, argument: Any) -> frozenset[str] | None:
    """Return the same for one part."""
    if code is codes.LITERAL:
        return frozenset([re.escape(chr(argument))])
    if code is codes.IN:
        members = [_of_member(*member) for member in argument]
        return None if None in members else frozenset(filter(None, members))
    if code is codes.SUBPATTERN:
        return _of_sequence(list(argument[-1]))
    if code is codes.BRANCH:
        branches = [_of_sequence(list(branch)) for branch in argument[1]]
        return None if None in branches else frozenset().union(*filter(None, branches))
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        repeated = _of_sequence(list(argument[2]))
        return repeated if repeated is None or argument[0] else repeated | {""}
    return None


def _of_member(code: Any, argument: Any) -> str | None:
    """Return a member of a set of letters as it is written, or None for what tells nothing."""
    if code is codes.LITERAL:
        return re.escape(chr(argument))
    if code is codes.RANGE:
        return "-".join(re.escape(chr(end)) for end in argument)
    return _KINDS.get(argument) if code is codes.CATEGORY else None
