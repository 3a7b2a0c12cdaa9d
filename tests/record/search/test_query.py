from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.errors import UsageError
from onrecord.record.search.lookup import fts5
from onrecord.record.search.query import Clause, Term, parse


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        ("Inspections", (Clause((Term("stems", ("inspect",)),)),)),
        ("“old site”", (Clause((Term("words", ("old", "site")),)),)),
        ("«старый полигон»", (Clause((Term("words", ("старый", "полигон")),)),)),
        ("verif*", (Clause((Term("words", ("verif",), prefix=True),)),)),
        ("lake -salt", (Clause((Term("stems", ("lake",)),)), Clause((Term("stems", ("salt",)),), wanted=False))),
        ("ban OR freeze", (Clause((Term("stems", ("ban",)), Term("stems", ("freez",)))),)),
        ("ban | freeze", (Clause((Term("stems", ("ban",)), Term("stems", ("freez",)))),)),
        ("test-site", (Clause((Term("stems", ("test", "site")),)),)),
        ("비핵화를", (Clause((Term("words", ("비핵", "핵화")),)),)),
        ("핵", (Clause((Term("words", ("핵",), prefix=True),)),)),
        ("6자회담", (Clause((Term("words", ("6", "자회", "회담")),)),)),
        ("", ()),
    ],
)
def test_a_query_becomes_clauses(words: str, clauses: tuple[Clause, ...]):
    assert parse(words).clauses == clauses


@pytest.mark.parametrize("words", ["-lake", "!!!", "“”", "OR"])
def test_words_that_leave_nothing_to_look_for_are_refused(words: str):
    with pytest.raises(UsageError, match="nothing to search for"):
        parse(words)


def test_a_prefix_of_one_letter_is_refused():
    with pytest.raises(UsageError, match="too short"):
        parse("v*")


def test_what_must_not_be_there_comes_last_in_the_expression():
    query = parse("ban OR freeze lake -salt")
    assert fts5(query.clauses) == '((stems : "ban" OR stems : "freez") AND (stems : "lake")) NOT (stems : "salt")'


@given(st.text(max_size=40))
def test_whatever_is_written_is_parsed_or_refused_in_one_line(words: str):
    try:
        query = parse(words)
    except UsageError:
        return
    assert all(token.isalnum() for clause in query.clauses for term in clause.terms for token in term.tokens)
