"""Words are numbered once, for both networks of the model."""

from __future__ import annotations

import pytest

from onrecord.languages.en import lexicon, model
from onrecord.languages.en.lexicon import Lexicon


@pytest.fixture
def words() -> Lexicon:
    return Lexicon(["NORM", "SHAPE", "NORM"], model.load().vocab)


def test_a_word_has_one_number_wherever_it_stands(words: Lexicon):
    make = model.load().make_doc
    first, second = words.numbers([make("The envoy met the envoy ."), make("The minister")])
    assert first.tolist() == [1, 2, 3, 4, 2, 5]
    assert second.tolist()[0] == 1
    assert words.columns == ["NORM", "SHAPE"]


def test_what_is_known_of_new_words_is_given_from_any_earlier_count(words: Lexicon):
    make = model.load().make_doc
    counts = [words.count]
    for text in ("The envoy left .", "The envoy spoke .", "Xqzzt"):
        words.numbers([make(text)])
        counts.append(words.count)
    for count in counts[:-1]:
        features, rows = words.since(count)
        assert len(features) == len(rows) == words.count - count
    assert words.since(counts[-2])[1].tolist() == [-1]  # no such word has a vector of its own


def test_numbers_are_given_anew_when_all_were_forgotten(words: Lexicon, monkeypatch: pytest.MonkeyPatch):
    doc = model.load().make_doc("The envoy left")
    words.numbers([model.load().make_doc("Nobody spoke"), doc])
    assert words.numbers([doc])[0].tolist() == [3, 4, 5]
    monkeypatch.setattr(lexicon, "KEPT", 1)
    assert words.numbers([doc])[0].tolist() == [1, 2, 3]
