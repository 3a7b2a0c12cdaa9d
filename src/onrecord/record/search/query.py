"""A query in the words of a user → clauses that every database can look up and that can be marked in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.languages.word_forms import Piece, pieces, stem, tokens, without_particle
from onrecord.model.errors import UsageError

Column = Literal["words", "stems", "facets"]

SHORTEST_PREFIX = 2
"""Letters that a prefix needs: with one, half of all words match."""

_ITEM = re.compile(
    r"""(?P<minus>(?<!\S)-)?(?:["“„«](?P<phrase>[^"“”»]*)["”»“]|(?P<word>[^\s"“”„«»|]+))|(?P<bar>\|)""",
)
_OR = ("OR", "|")


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that stand one after another in one column; of a prefix, the last token is but the beginning of one."""

    column: Column
    tokens: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One of these terms must be there, or none of them."""

    terms: tuple[Term, ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """Clauses that must all hold."""

    clauses: tuple[Clause, ...] = ()

    @property
    def sought(self) -> tuple[Term, ...]:
        """The terms that make a text relevant."""
        return tuple(term for clause in self.clauses if clause.wanted for term in clause.terms if term.column != "facets")


def parse(words: str) -> Query:
    """Return the clauses of a query; see `model.search.Sought` for what can be written in it.

    Raises:
        UsageError: there are words, but none that can be looked for.
    """
    clauses: list[Clause] = []
    joined = False
    for item in _ITEM.finditer(words):
        if item["bar"] or item["word"] in _OR:
            joined = bool(clauses)
            continue
        term = phrase_term(item["phrase"]) if item["phrase"] is not None else word_term(item["word"])
        if term is None:
            continue
        wanted = not item["minus"]
        if joined and wanted and clauses[-1].wanted:
            clauses[-1] = Clause((*clauses[-1].terms, term))
        else:
            clauses.append(Clause((term,), wanted))
        joined = False
    if words.strip() and not any(clause.wanted for clause in clauses):
        raise UsageError(
            f"there is nothing to search for in {words.strip()!r}",
            "give a word, a “phrase” or the beginning of a word with * behind it",
        )
    return Query(tuple(clauses))


def word_term(word: str) -> Term | None:
    """Return what is looked up for one word: its stem; of a Korean one its letters, wherever they stand in a word."""
    found = pieces(word)
    if not found:
        return None
    if word.endswith("*"):
        return _prefix(found, word)
    if all(piece.script == "word" for piece in found):
        return Term("stems", tuple(stem(piece.form) for piece in found))
    if len(found) == 1:
        bare = without_particle(found[0].form)
        found = [Piece(bare, "syllables", found[0].start, found[0].start + len(bare))]
    return _run(found)


def phrase_term(phrase: str) -> Term | None:
    """Return what is looked up for a phrase: its forms, one after another."""
    found = pieces(phrase)
    if not found:
        return None
    return _prefix(found, phrase) if phrase.rstrip().endswith("*") else _run(found)


def _run(found: list[Piece]) -> Term:
    """Return the term for pieces to the letter; the last of them may go on where it is of syllables."""
    forms = [token for piece in found for token, _, _ in tokens(piece)]
    last = found[-1]
    if last.script == "word":
        return Term("words", tuple(forms))
    return Term("words", tuple(forms), prefix=True) if len(last.form) == 1 else Term("words", tuple(forms[:-1]))


def _prefix(found: list[Piece], words: str) -> Term:
    if found[-1].script == "syllables":
        return _run(found)
    if len(found[-1].form) < SHORTEST_PREFIX:
        raise UsageError(f"{words!r} is too short", f"give at least {SHORTEST_PREFIX} letters before the *")
    return Term("words", tuple(piece.form for piece in found), prefix=True)
