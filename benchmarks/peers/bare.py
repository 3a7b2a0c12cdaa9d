"""The floor under any way to read pages: taking the text out of the HTML, and the parse of a spaCy model, without any rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import spacy
import trafilatura
from spacy.tokens import Doc

from onrecord.languages.en.model import UNUSED, model_folder


def load() -> spacy.language.Language:
    """Return the components that onrecord uses of the model, as spaCy loads and runs them."""
    return spacy.load(model_folder(), exclude=list(UNUSED))


def parses(pages: Iterable[bytes], model: spacy.language.Language) -> Iterator[Doc]:
    """Yield the parse of each page, from text that trafilatura's faster way takes out."""
    return model.pipe((trafilatura.extract(page, fast=True) or "" for page in pages), batch_size=32)
