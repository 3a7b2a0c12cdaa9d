"""A Reading made by hand: rules can be tested without a model."""

from __future__ import annotations

import pytest

from onrecord.languages.reading import Reading, Row
from onrecord.model import Paragraph, Span

TEXT = "Dana Omar spoke . Guests left ."


@pytest.fixture
def reading() -> Reading:
    first = [
        Row("Dana", 0, 4, "NNP", "compound", 1, "PERSON", True),
        Row("Omar", 5, 9, "NNP", "nsubj", 2, "PERSON", False),
        Row("spoke", 10, 15, "VBD", "ROOT", 2, "", False),
        Row(".", 16, 17, ".", "punct", 2, "", False),
    ]
    second = [
        Row("Guests", 18, 24, "NNS", "nsubj", 5, "", False),
        Row("left", 25, 29, "VBD", "ROOT", 5, "", False),
        Row(".", 30, 31, ".", "punct", 5, "", False),
    ]
    return Reading(TEXT, (Paragraph(Span(0, len(TEXT))),), [(0, first), (0, second)])


def test_dependents_are_in_text_order_at_either_side(reading: Reading):
    spoke = reading.tokens[2]
    assert [token.text for token in spoke.lefts] == ["Omar"]
    assert [token.text for token in spoke.rights] == ["."]
    assert [token.text for token in spoke.subtree] == ["Dana", "Omar", "spoke", "."]


def test_ancestors_end_at_the_root(reading: Reading):
    assert [token.text for token in reading.tokens[0].ancestors] == ["Omar", "spoke"]
    assert list(reading.tokens[2].ancestors) == []


def test_a_child_is_found_by_any_of_its_labels(reading: Reading):
    subject = reading.tokens[5].child("nsubjpass", "nsubj")
    assert subject is reading.tokens[4]
    assert reading.tokens[5].child("dobj") is None


def test_neighbours_end_with_the_reading(reading: Reading):
    assert reading.tokens[6].nbor() is None
    assert reading.tokens[0].nbor(-1) is None
    assert reading.tokens[3].nbor() is reading.tokens[4]


def test_tokens_of_a_span_are_those_that_touch_it(reading: Reading):
    assert [token.text for token in reading.between((7, 12))] == ["Omar", "spoke"]
    assert reading.between((9, 10)) == []
    assert [token.text for token in reading.between((0, len(TEXT)))] == [token.text for token in reading.tokens]


def test_words_are_the_text_to_the_letter(reading: Reading):
    assert reading.words(reading.tokens[0:3]) == "Dana Omar spoke"


def test_a_token_knows_its_sentence(reading: Reading):
    assert reading.sentence_of(reading.tokens[5]).span == Span(18, 31)
