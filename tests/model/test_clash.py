"""Judgements that cannot all hold are found with the shortest chain that says so."""

from __future__ import annotations

from onrecord.model.clash import clashes, united
from onrecord.model.decision import Judgement
from onrecord.model.resolution import Verdict


def judged(pair: str, verdict: Verdict) -> Judgement:
    return Judgement(pair[0], pair[1], verdict)


def test_a_chain_of_same_gainsays_a_different() -> None:
    given = [
        judged("ab", "same"),
        judged("bc", "same"),
        judged("ca", "different"),
        judged("bd", "same"),
        judged("de", "different"),
    ]
    [clash] = clashes(given)
    assert clash.different.pair == ("a", "c")
    assert [one.pair for one in clash.same] == [("a", "b"), ("b", "c")]
    assert len(clash.judgements) == 3


def test_the_shortest_chain_is_named() -> None:
    ring = [judged(pair, "same") for pair in ("ab", "bc", "cd", "ae", "ed")]
    [clash] = clashes([*ring, judged("ad", "different")])
    assert [one.pair for one in clash.same] == [("a", "e"), ("d", "e")]


def test_what_is_unsure_gainsays_nothing() -> None:
    assert clashes([judged("ab", "unsure"), judged("ab", "different"), judged("bc", "same")]) == ()


def test_same_is_transitive() -> None:
    assert united([judged("ab", "same"), judged("cd", "same"), judged("bc", "same"), judged("xy", "different")]) == [
        list("abcd")
    ]
    assert united([]) == []
