"""Vectors of words computed the quick way: the parses of spaCy's own layers, whatever was read before and beside."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from onrecord.languages.en import encoder, lexicon, model, parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PAGES = sorted((Path(__file__).parents[2] / "quality" / "en" / "own" / "pages").glob("*.txt"))
SPEECH = "Rector Aliya Senova didn't open the forum in Oskemen. “We've met before,” she said to 12 envoys."


@pytest.fixture(scope="module")
def stock() -> Language:
    """Return the model as spaCy loads it."""
    import spacy

    return spacy.load(model.model_folder(), exclude=list(model.UNUSED))


@pytest.fixture
def fresh() -> Iterator[Language]:
    """Return the model as onrecord loads it, without any vectors kept before and after."""
    encoder.forget(model.load())
    yield model.load()
    encoder.forget(model.load())


def parsed(doc: Doc) -> list[tuple[str, str, str, int, str, str, bool | None]]:
    return [(t.text, t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start) for t in doc]


def vectors(nlp: Language, text: str) -> bytes:
    return np.asarray(nlp(text).tensor).tobytes()


def test_both_networks_are_quick():
    nodes = [node.name for _, part in model.load().pipeline for node in part.model.walk()]  # type: ignore[attr-defined]
    assert nodes.count("quick_tok2vec") == 2
    assert "hashembed" not in nodes


@pytest.mark.parametrize("page", PAGES[:6], ids=lambda page: page.stem)
def test_parses_are_those_of_spacys_own_layers(page: Path, stock: Language):
    texts = [parse.flattened(line) for line in page.read_text("utf-8").split("\n") if line.strip()]
    for ours, theirs in zip(model.load().pipe(texts), stock.pipe(texts), strict=True):
        assert parsed(ours) == parsed(theirs)
        assert np.allclose(ours.tensor, theirs.tensor, atol=1e-4)


def test_a_text_has_the_same_vectors_whatever_was_read_before(fresh: Language):
    first = vectors(fresh, SPEECH)
    encoder.forget(fresh)
    fresh(" ".join(reversed(SPEECH.split())))
    for page in PAGES[:3]:
        fresh(page.read_text("utf-8"))
    assert vectors(fresh, SPEECH) == first


def test_a_word_beside_many_new_ones_has_the_vector_that_it_has_alone(fresh: Language):
    many = " ".join(f"word{number}" for number in range(2000))
    alone = vectors(fresh, SPEECH)
    encoder.forget(fresh)
    together = fresh(f"{many} {SPEECH}")
    assert len(together) > 2000
    assert vectors(fresh, SPEECH) == alone


def test_vectors_are_the_same_after_the_kept_ones_were_forgotten(fresh: Language, monkeypatch: pytest.MonkeyPatch):
    before = vectors(fresh, SPEECH)
    monkeypatch.setattr(lexicon, "KEPT", 3)
    assert [vectors(fresh, SPEECH), vectors(fresh, "One word."), vectors(fresh, SPEECH)][::2] == [before] * 2


def test_texts_without_words_give_no_vectors_and_leave_the_others_alone(fresh: Language):
    docs = list(fresh.pipe(["", SPEECH, " "]))
    assert [len(doc.tensor) for doc in docs] == [len(doc) for doc in docs]
    assert parsed(docs[1]) == parsed(fresh(SPEECH))


def test_texts_read_on_several_threads_are_parsed_as_on_one(fresh: Language):
    texts = [f"Envoy number {number} of Norway visited plant {number * 7} in Oskemen." for number in range(40)]
    alone = [parsed(fresh(text)) for text in texts]
    encoder.forget(fresh)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: parsed(fresh(text)), texts)) == alone
