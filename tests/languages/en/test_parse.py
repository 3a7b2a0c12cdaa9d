"""One grammatical reading of a document: offsets, white space, long paragraphs, the same in every company."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.en import parse
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Paragraph, Span

SPEECH = "Rector Aliya Senova opened the forum. “We have\nmet before,” she said."
VISIT = "The minister arrived in Oskemen on 4 May 2021.\u00a0He left a day\u2009later."


def document(*texts: str, kind: str = "body", language: str = "en") -> Document:
    """Return a document with one paragraph a text."""
    paragraphs, start = [], 0
    for text in texts:
        paragraphs.append(Paragraph(Span(start, start + len(text)), kind=kind, language=language))  # type: ignore[arg-type]  # a Literal
        start += len(text) + 2
    return Document("page", "\n\n".join(texts), "en", tuple(paragraphs))


def row(token: Token) -> tuple[str, str, str, int, str]:
    return token.text, token.tag, token.dep, token.head.i - token.i, token.entity


def test_each_token_stands_where_its_offsets_say():
    reading = parse.read(document(SPEECH, VISIT))
    assert all(token.span.of(reading.text) == token.text for token in reading.tokens)
    assert reading.tokens[-1].text == "."


def test_a_wrapped_line_and_a_hard_space_read_like_plain_spaces():
    plain = SPEECH.replace("\n", " "), VISIT.replace("\u00a0", " ").replace("\u2009", " ")
    wrapped, straight = parse.read(document(SPEECH, VISIT)), parse.read(document(*plain))
    assert [row(token) for token in wrapped.tokens] == [row(token) for token in straight.tokens]


def test_white_space_gives_no_tokens_and_keeps_the_tree_whole():
    reading = parse.read(document("The  envoy \n\n of Norway\t\tspoke ."))
    assert [token.text for token in reading.tokens] == ["The", "envoy", "of", "Norway", "spoke", "."]
    assert all(token.head.sentence == token.sentence for token in reading.tokens)
    assert [root.text for root in reading.sentences[0].roots] == ["spoke"]


def test_a_sentence_knows_its_paragraph_and_never_crosses_into_another():
    reading = parse.read(document("A first heading without a stop", SPEECH, VISIT))
    assert [sentence.paragraph for sentence in reading.sentences] == sorted(s.paragraph for s in reading.sentences)
    for sentence in reading.sentences:
        assert reading.paragraphs[sentence.paragraph].span.contains(sentence.span)


@pytest.mark.parametrize(("kind", "language"), [("furniture", "en"), ("metadata", "en"), ("body", "ko"), ("body", "ru")])
def test_what_is_not_english_prose_is_not_read(kind: str, language: str):
    assert parse.read(document(SPEECH, kind=kind, language=language)).tokens == []


def test_a_document_without_text_gives_an_empty_reading():
    assert parse.read(Document("page", "")).sentences == []
    assert parse.read(document("", " \n ")).tokens == []


def test_a_long_paragraph_is_cut_between_sentences_and_loses_nothing(monkeypatch: pytest.MonkeyPatch):
    text = " ".join(f"Envoy number {n} spoke about the reactor." for n in range(40))
    whole = parse.read(document(text))
    monkeypatch.setattr(parse, "LONGEST", 200)
    pieces = parse.read(document(text))
    assert [(t.text, t.span) for t in pieces.tokens] == [(t.text, t.span) for t in whole.tokens]
    assert [s.span for s in pieces.sentences] == [s.span for s in whole.sentences]
    assert {s.paragraph for s in pieces.sentences} == {0}


def test_a_long_paragraph_without_any_space_is_cut_all_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parse, "LONGEST", 50)
    reading = parse.read(document("x" * 120))
    assert "".join(token.text for token in reading.tokens) == "x" * 120


def test_a_paragraph_reads_the_same_alone_and_in_company():
    alone = [row(token) for token in parse.read(document(VISIT)).tokens]
    reading = parse.read(document(SPEECH, VISIT, SPEECH))
    company = [row(token) for token in reading.tokens if reading.sentence_of(token).paragraph == 1]
    assert company == alone


def test_two_processes_and_another_order_of_documents_give_the_same_bytes():
    code = (
        "import sys, pickle, hashlib\n"
        "from tests.languages.en.test_parse import document, SPEECH, VISIT, parse\n"
        "texts = [SPEECH, VISIT][::int(sys.argv[1])]\n"
        "found = {text: hashlib.sha256(pickle.dumps(parse.read(document(text)))).hexdigest() for text in texts}\n"
        "print(found[SPEECH], found[VISIT])\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, step],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[3],
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for step, seed in (("1", "1"), ("-1", "2"))
    }
    here = " ".join(hashlib.sha256(pickle.dumps(parse.read(document(text)))).hexdigest() for text in (SPEECH, VISIT))
    assert printed == {here + "\n"}


def test_a_pickled_reading_comes_back_whole():
    reading = parse.read(document(SPEECH, VISIT))
    copy: Reading = pickle.loads(pickle.dumps(reading))  # noqa: S301 - made a line above
    assert [row(token) for token in copy.tokens] == [row(token) for token in reading.tokens]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_flattening_keeps_every_offset(text: str):
    flat = parse.flattened(text)
    assert len(flat) == len(text)
    assert all(a == b or (b == " " and a.isspace()) for a, b in zip(text, flat, strict=True))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Aa bй한.,\n\t\u00a0\u3000“”'’-—…()0\u200b\U0001f600", max_size=80))
def test_any_text_gives_tokens_that_stand_in_it(text: str):
    reading = parse.read(document(text))
    assert all(token.span.of(text) == token.text for token in reading.tokens)
    assert "".join(token.text for token in reading.tokens) == "".join(text.split())
