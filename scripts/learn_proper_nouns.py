"""Learn the weights by which Korean proper nouns are told, or measure them by cross-validation.

    pip install python-crfsuite
    python scripts/learn_proper_nouns.py ../shared/koru/ko.dev.jsonl > src/onrecord/languages/ko/data/proper_weights.tsv
    python scripts/learn_proper_nouns.py ../shared/koru/ko.dev.jsonl --folds 5

The source is half of the development set of KLUE-NER (CC BY-SA 4.0), one sentence a line with the spans of its persons,
organizations and places. Only weights of features leave it, no sentence.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

from onrecord.languages.ko import model, proper_nouns
from onrecord.languages.ko.morphemes import Morpheme, from_tokens

PARTS = {"persons": "P", "organizations": "O", "places": "L"}
PENALTIES = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.possible_transitions": True}
LEAST = 0.0005
"""Weights below it are left out."""

Example = tuple[dict[str, Any], list[Morpheme]]


def main(source: str, folds: int) -> None:
    """Print the weights, or with `folds` the scores."""
    kiwi = model.load()
    lines = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]
    examples = [(line, from_tokens(kiwi.tokenize(line["text"]))) for line in lines]
    if not folds:
        print("# Weights of features by which Korean proper nouns are told, by scripts/learn_proper_nouns.py, from KLUE-NER")
        print(
            "# (Park et al. 2021, CC BY-SA 4.0); this file has the same licence. Columns: feature, labels and weights in turns."
        )
        print("\n".join(learned(examples)))
        return
    random.Random(0).shuffle(examples)  # noqa: S311 - which sentence is in which fold is no secret
    tally: Counter[str] = Counter()
    for fold in range(folds):
        rest = [one for k, one in enumerate(examples) if k % folds != fold]
        chain = proper_nouns.Chain(row.split("\t") for row in learned(rest))
        for line, morphemes in examples[fold::folds]:
            count(tally, line, chain.find(line["text"], [morphemes]))
    for part in PARTS:
        right, found, wanted = (tally[f"{part} {what}"] for what in ("right", "found", "wanted"))
        print(f"{part:14} precision {right / found:.3f}, recall {right / wanted:.3f}, F1 {2 * right / (found + wanted):.3f}")


def learned(examples: Iterable[Example]) -> list[str]:
    """Return the rows of the table of weights."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for line, morphemes in examples:
        shown = proper_nouns.evidence(line["text"], morphemes)
        trainer.append(
            [["any", *(f for function, given in one for f in function(*given))] if one else ["none"] for one in shown],
            [label if one else "O" for one, label in zip(shown, labels(line, morphemes), strict=True)],
        )
    trainer.set_params(PENALTIES)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "model"))
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    rows: dict[str, dict[str, float]] = {}
    for (feature, label), weight in info.state_features.items():
        rows.setdefault(feature, {})[label] = weight
    for (label, then), weight in info.transitions.items():
        rows.setdefault(f"> {label}", {})[then] = weight
    return [f"{feature}\t{text}" for feature, row in sorted(rows.items()) if (text := _written(row))]


def _written(row: dict[str, float]) -> str:
    return " ".join(f"{label} {weight:.3f}" for label, weight in sorted(row.items()) if abs(weight) >= LEAST)


def labels(line: dict[str, Any], morphemes: Sequence[Morpheme]) -> list[str]:
    """Return the label of each morpheme."""
    found = ["O"] * len(morphemes)
    for part, letter in PARTS.items():
        for start, end in line[part]:
            inside = [k for k, m in enumerate(morphemes) if m.start < end and start < m.end]
            for k in inside:
                found[k] = ("B" if k == inside[0] else "I") + letter
    return found


def count(tally: Counter[str], line: dict[str, Any], found: list[proper_nouns.ProperNoun]) -> None:
    """Count what was found and what of it overlaps with what was wanted."""
    for part, letter in PARTS.items():
        spans = [one.span for one in found if one.kind == proper_nouns.KINDS[letter]]
        tally[f"{part} found"] += len(spans)
        tally[f"{part} wanted"] += len(line[part])
        for start, end in line[part]:
            hit = next((span for span in spans if span.start < end and start < span.end), None)
            if hit:
                spans.remove(hit)
                tally[f"{part} right"] += 1


main(sys.argv[1], int(sys.argv[sys.argv.index("--folds") + 1]) if "--folds" in sys.argv else 0)
