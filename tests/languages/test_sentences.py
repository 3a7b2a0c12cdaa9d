from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.sentences import sentence_around
from onrecord.model import Span

TEXT = (
    'He met Dr. A. B. Seitov on Nov. 25 in Seoul. "We are ready," he said. “It works.” Then U.S. Ambassador Lee spoke.\n'
    "한국은 갔다. 그는 왔다. Г. Сеитов приехал из г. Семей. Он выступил!"
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Seitov", "He met Dr. A. B. Seitov on Nov. 25 in Seoul."),
        ("25", "He met Dr. A. B. Seitov on Nov. 25 in Seoul."),
        ("ready", '"We are ready," he said.'),
        ("works", "“It works.”"),
        ("Lee", "Then U.S. Ambassador Lee spoke."),
        ("갔다", "한국은 갔다."),
        ("왔다", "그는 왔다."),
        ("приехал", "Г. Сеитов приехал из г. Семей."),
        ("выступил", "Он выступил!"),
        ('Seoul. "We', 'He met Dr. A. B. Seitov on Nov. 25 in Seoul. "We are ready," he said.'),
    ],
)
def test_a_sentence_ends_at_marks_and_not_at_abbreviations_or_initials(words, sentence):
    start = TEXT.index(words)
    assert sentence_around(TEXT, (start, start + len(words))).of(TEXT) == sentence


@given(st.text(alphabet='aB. \n"!한다', max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_the_sentence_holds_the_span_and_has_no_blanks_at_its_edges(text, start, length):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    words = span.of(text)
    found = sentence_around(text, span)
    if words and words == words.strip():
        assert found.contains(span)
    assert found.of(text) == found.of(text).strip()
