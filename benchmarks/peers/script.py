"""Who said what on web pages, as a user would script it: trafilatura, a spaCy model whole, textacy's quotations.

    python benchmarks/peers/script.py FOLDER [PROCESSES] > facts.jsonl

Reads the HTML pages of a folder and writes a line of JSON for each. It has no gate, keeps no record, and finds named entities
and direct quotations alone; whoever wants roles, offices, gatherings and dates has to write more.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
import trafilatura
from textacy.extract import direct_quotations, entities

from onrecord.languages.en.model import model_folder  # the same weights; else spacy.load("en_core_web_md")


def load() -> spacy.language.Language:
    """Return the model, whole as it comes."""
    return spacy.load(model_folder())


def facts(pages: Iterable[bytes], model: spacy.language.Language, *, processes: int = 1) -> Iterator[dict[str, Any]]:
    """Yield what the pages tell; texts go through the model in batches, as spaCy's documentation advises."""
    texts = ((trafilatura.extract(page) or "", page) for page in pages)
    for doc, _ in model.pipe(texts, as_tuples=True, batch_size=32, n_process=processes):
        try:
            quotations = list(direct_quotations(doc))
        except ValueError:  # an odd number of quotation marks
            quotations = []
        yield {
            "entities": [(one.label_, one.text) for one in entities(doc)],
            "quotations": [
                (" ".join(word.text for word in speaker), " ".join(word.text for word in cue), content.text)
                for speaker, cue, content in quotations
            ],
        }


def main(folder: str, processes: int = 1) -> None:
    """Read and print."""
    pages = (path.read_bytes() for path in sorted(Path(folder).glob("*.htm*")))
    for found in facts(pages, load(), processes=processes):
        print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
