import json
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.languages.ru import parse
from onrecord.model import Document, Paragraph, Span


def document(text: str, language: str = "ru") -> Document:
    return Document("page", text, language, (Paragraph(Span(0, len(text)), language=language),))


def test_initials_and_abbreviations_end_no_sentence():
    text = "В работе форума участвовал А. Б. Дуйсенов. Он приехал из г. Семей."
    assert [span.of(text) for span in parse.sentence_spans(text)] == [
        "В работе форума участвовал А. Б. Дуйсенов.",
        "Он приехал из г. Семей.",
    ]


def test_a_token_carries_part_of_speech_case_and_entity():
    reading = parse.read(document("Министр Ерлан Дуйсенов встретился с послом."))
    minister, first, last, verb, *_ = reading.tokens
    assert minister.tag.startswith("NOUN Nom")
    assert verb.tag.startswith("VERB")
    assert (first.entity, last.entity) == ("PER", "PER")


def test_kazakh_is_read_with_the_same_rules():
    assert parse.read(document("Ерлан Дүйсенов Астанада сөз сөйледі.", "kk")).tokens


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([1, 2, 0], {0, 1, 2}),
        ([0, 0, 1], {0}),
        ([-1, 7], {0, 1}),
    ],
)
def test_a_ring_of_heads_is_cut(heads, expected):
    fixed = parse.acyclic(heads)
    roots = {k for k, head in enumerate(fixed) if head == k}
    assert roots
    assert roots <= expected


@given(st.lists(st.integers(-2, 12), max_size=10))
def test_every_word_reaches_a_root(heads):
    fixed = parse.acyclic(heads)
    for k in range(len(fixed)):
        at = k
        for _ in range(len(fixed)):
            at = fixed[at]
        assert fixed[at] == at


def test_two_hyphens_are_read_as_a_dash_and_stand_where_they_stand():
    text = "Астана -- столица"
    dash = parse.read(document(text)).tokens[1]
    assert (dash.text, dash.span.of(text)) == ("–", "--")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="АБвгде «»()–-.,!?\nAb3ңөА.", max_size=60))
@example(" -- ")
def test_any_text_is_covered_by_spans_inside_it(text):
    reading = parse.read(document(text))
    for token in reading.tokens:
        assert token.span.of(text) == token.text or (token.span.of(text), token.text) == ("--", "–")
        assert token.head.sentence == token.sentence


LOADED = (
    "import json, sys, onrecord\n"
    "onrecord.extract_text(sys.argv[2], language=sys.argv[1])\n"
    "print(json.dumps([name for name in ('spacy', 'kiwipiepy', 'slovnet', 'pymorphy3') if name in sys.modules]))\n"
)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Министр Ерлан Дуйсенов прибыл в Астану 3 мая.", ["slovnet", "pymorphy3"]),
        ("ko", "민도경 차관은 5월 3일 서울에서 회의를 열었다.", ["kiwipiepy"]),
        ("en", "Minister Yerlan Duisenov arrived in Astana on 3 May.", ["spacy"]),
    ],
)
def test_a_page_in_one_language_loads_no_other_languages_models(language, text, expected):
    printed = subprocess.run([sys.executable, "-c", LOADED, language, text], capture_output=True, text=True, check=True).stdout
    assert json.loads(printed) == expected
