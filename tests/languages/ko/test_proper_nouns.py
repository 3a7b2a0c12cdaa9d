"""The learned chain over morphemes, and the lists that it looks words up in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.ko import gazetteer, model, proper_nouns, proper_worth
from onrecord.languages.ko.morphemes import from_tokens
from onrecord.languages.ko.proper_nouns import LABELS, Chain


def found(text: str, chain: Chain | None = None) -> set[tuple[str, str]]:
    morphemes = from_tokens(model.load().tokenize(text))
    return {(one.kind, one.span.of(text)) for one in (chain or proper_nouns.learned()).find(text, [morphemes])}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("어제 공연에서 배우 설지오가 춤을 췄다.", ("person", "설지오")),
        ("감독 마르셀 뒤부아는 새 영화를 찍는다.", ("person", "마르셀 뒤부아")),
        ("한빛건설이 새 다리를 짓는다.", ("organization", "한빛건설")),
        ("기차는 대구를 지나 부산에 닿았다.", ("place", "부산")),
    ],
)
def test_a_proper_noun_is_told_by_its_form_and_its_neighbours(text, named):
    assert named in found(text)


@pytest.mark.parametrize("text", ["비가 와서 길이 미끄러웠다.", "회의는 오후에 끝났다.", "값이 세 배로 올랐다."])
def test_a_sentence_without_names_has_none(text):
    assert not found(text)


def test_weights_decide():
    """With weights that call every candidate a place, all are; with weights that call none one, none is."""
    everything = Chain([("any", "O -5 BP -5 BO -5 BL 5 IL -5"), ("> O", "BL 0.1")])
    nothing = Chain([("any", "O 5"), ("> O", "BL 0.1")])
    assert found("기차는 부산에 닿았다.", everything) == {("place", "기차"), ("place", "부산")}
    assert not found("기차는 부산에 닿았다.", nothing)


def test_a_name_goes_on_only_where_its_steps_allow():
    """The weights of steps from label to label join two morphemes to one name, or keep them apart."""
    table = [("any", "O -5 BP 1 IP 1 BO -9 IO -9 BL -9 IL -9")]
    together = Chain([*table, ("> BP", "IP 3 BP -3"), ("> IP", "IP 3")])
    apart = Chain([*table, ("> BP", "IP -3 BP 3"), ("> O", "IP -9")])
    assert found("마르셀 뒤부아가 왔다.", together) == {("person", "마르셀 뒤부아")}
    assert ("person", "마르셀 뒤부아") not in found("마르셀 뒤부아가 왔다.", apart)


def test_passing_over_what_is_clearly_no_name_changes_nothing(monkeypatch):
    text = "어제 서울에서 배우 설지오와 한빛건설 대표가 만나 새 다리의 이름을 정했다."
    quick = found(text)
    monkeypatch.setattr(proper_nouns, "SURE", float("inf"))
    monkeypatch.setattr(proper_nouns, "CERTAIN", float("inf"))
    assert found(text) == quick != set()


SENTENCES = (
    "어제 서울에서 배우 설지오와 한빛건설 대표가 만났다.",
    "감독 마르셀 뒤부아는 새 영화를 찍는다.",
    "비가 와서 길이 미끄러웠다.",
    "기차는 대구를 지나 부산에 닿았다.",
)


def together(texts: Sequence[str]) -> list[tuple[str, str]]:
    text = "\n".join(texts)
    starts = accumulate((len(one) + 1 for one in texts), initial=0)
    sentences = [from_tokens(model.load().tokenize(one), start) for one, start in zip(texts, starts, strict=False)]
    return [(one.kind, one.span.of(text)) for one in proper_nouns.learned().find(text, sentences)]


@given(st.lists(st.sampled_from(SENTENCES), max_size=5))
def test_sentences_read_together_name_what_each_names_alone(texts):
    assert together(texts) == [named for one in texts for named in together([one])]


def test_what_is_known_of_words_may_be_forgotten(monkeypatch):
    before = together(SENTENCES)
    monkeypatch.setattr(proper_worth, "REMEMBERED", 0)
    assert together(SENTENCES) == together(SENTENCES) == before != []


def test_every_weight_is_of_a_label():
    chain = proper_nouns.learned()
    assert len(chain.steps) == len(LABELS)
    assert all(len(row) == len(LABELS) for row in chain.weights.values())
    assert len(chain.weights) > 5000


@pytest.mark.parametrize(
    ("word", "kind"), [("해담건설", "company"), ("초원일보", "media"), ("해담산", "landmark"), ("건설", None), ("바다", None)]
)
def test_the_last_part_of_a_word_tells_what_it_names(word, kind):
    assert gazetteer.kind_by_ending(word) == kind


def test_a_word_stands_in_the_lists_that_have_it():
    assert "place" in gazetteer.kinds("알마티")
    assert gazetteer.kinds("유네스코")[-1] == "body-international"
    assert gazetteer.kinds("가") == []
    assert gazetteer.is_person("앙겔라메르켈")
