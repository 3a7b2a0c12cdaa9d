from __future__ import annotations

import dataclasses
from typing import Any

from tests.made.records import ONE, TWO, statement

from onrecord.review.conflicts import Case, quotations

SAID = "We shall close the five old sites at the lake within three years"


def said(words: str, of: Any, **fields: Any) -> Any:
    return statement("Dair Seitov", words, f"“[{words}],” said Seitov.", of, **({"gathering": "g-1", "direct": True} | fields))


def found(*statements: Any) -> list[Any]:
    return list(quotations.find(Case(statements=statements)))


def test_words_that_sources_quote_differently_are_shown_as_a_diff():
    (conflict,) = found(said(SAID, ONE), said(SAID.replace("five old", "old nuclear"), TWO))
    assert "[-five-]" in conflict.reason
    assert "{+nuclear+}" in conflict.reason
    assert (conflict.kind, conflict.severity, len(conflict.sides)) == ("quotation", "medium", 2)


def test_another_number_is_severe():
    (conflict,) = found(said(SAID.replace("five", "5"), ONE), said(SAID.replace("five", "7"), TWO))
    assert conflict.severity == "high"


def test_a_longer_quotation_of_the_same_words_is_none():
    assert not found(said(SAID, ONE), said(f"I repeat it: {SAID.upper()}, and not later!", TWO))


def test_words_that_are_said_to_be_left_out_are_not_altered():
    assert not found(said(SAID, ONE), said(SAID.replace("the five old sites", "…"), TWO))
    assert not found(said(SAID, ONE), said(SAID.replace("sites at", "sites – at"), TWO))


def test_two_statements_a_copy_and_words_that_are_no_quotation_are_none():
    assert not found(said(SAID, ONE), said("Nobody in this room has seen the lake in winter, and few want to", TWO))
    altered = SAID.replace("five", "four")
    assert not found(said(SAID, ONE), said(altered, dataclasses.replace(TWO, text_group=ONE.text_group)))
    assert not found(said(SAID, ONE), said(altered, TWO, direct=False))
    assert not found(said(SAID, ONE), said(altered, TWO, gathering="g-2"))


def test_it_says_how_many_pairs_were_compared():
    assert quotations.compared(Case(statements=(said(SAID, ONE), said(SAID, TWO)))).number == 1


def test_a_verb_drawn_together_is_the_same_word():
    long, short = (
        "증언은 앞으로 협상의 언어가 되어야 하고 기록은 공개하여야 한다",
        "증언은 앞으로 협상의 언어가 돼야 하고 기록은 공개해야 한다",
    )
    assert not found(said(long, ONE), said(short, TWO))


def test_one_speaker_is_quoted_in_two_languages_with_different_lengths_of_time():
    russian, korean = (
        dataclasses.replace(TWO, language="ru"),
        dataclasses.replace(TWO, language="ko", key="d-3", text_group="3"),
    )
    english = said("We walked the shore for nine years", ONE)
    (conflict,) = found(english, said("Мы ходили по берегу шесть лет", russian))
    assert (conflict.kind, conflict.severity) == ("quotation", "low")
    assert "“nine years” and “шесть лет”" in conflict.reason
    assert (
        len(found(english, said("Мы ходили по берегу шесть лет", russian), said("우리는 9년 동안 호숫가를 걸었다", korean)))
        == 1
    )
    assert found(english, said("우리는 6년 동안 호숫가를 걸었다", korean))
    assert not found(english, said("우리는 9년 동안 호숫가를 걸었다", korean))
    assert not found(english, said("Шесть лет назад озеро было больше", russian))
    assert not found(english, said("Мы ходили по берегу шесть лет", russian), said("Мы ждали два года", russian))
