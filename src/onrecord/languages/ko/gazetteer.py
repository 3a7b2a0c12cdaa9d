"""Lists of Korean names: evidence for what a word may name, never a verdict (세종 is a king, a city and a street).

`data/known_*.tsv` come from mecab-ko-dic and Wikidata (`scripts/derive_korean_gazetteer.py`), `data/bodies.yml` is ours.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.languages.ko import vocabulary

_DATA = Path(__file__).with_name("data")


def kinds(word: str) -> list[str]:
    """Return the lists in which a word of two syllables or more stands."""
    if len(word) < 2:
        return []
    found = [kind for kind in ("person", "place", "other", "name-part") if _stands(kind, word)]
    body = vocabulary.table("bodies", "kinds").get(word)
    return [*found, "body", f"body-{body}"] if body else found


def is_body(word: str) -> bool:
    """Tell whether a word is a body in the list of ours."""
    return word in vocabulary.table("bodies", "kinds")


def is_person(word: str) -> bool:
    """Tell whether a word, or several written together, is a person's full name in the lists."""
    return _stands("person", word)


def kind_by_ending(word: str) -> str | None:
    """Return what a word names by its last part (해담건설 → company), or None where it has none or is that part alone."""
    endings = vocabulary.table("bodies", "endings")
    longest = max((len(ending) for ending in _by_last().get(word[-1:], ()) if word.endswith(ending)), default=0)
    return endings[word[-longest:]] if 0 < longest < len(word) else None


@cache
def _by_last() -> dict[str, list[str]]:
    """Last syllable → the endings that close with it."""
    found: dict[str, list[str]] = {}
    for ending in vocabulary.table("bodies", "endings"):
        found.setdefault(ending[-1], []).append(ending)
    return found


def _stands(kind: str, word: str) -> bool:
    """Tell whether a word stands in a list, by halving the row of its first syllable."""
    row, rest = _rows(kind).get(word[:1], " "), word[1:]
    low, high = 0, len(row) - 1  # the blanks before the first and behind the last word that it can be
    while low < high:
        start = row.rfind(" ", low, (low + high + 1) // 2)
        end = row.find(" ", start + 1)
        found = row[start + 1 : end]
        if found == rest:
            return True
        low, high = (end, high) if found < rest else (low, start)
    return False


@cache
def _rows(kind: str) -> dict[str, str]:
    """Read a list: first syllable → what follows it in each of its words, in order, with a blank before and behind each.

    The rows stay as they are written: 300,000 strings in sets take 80 ms to make and 35 MB to hold, and Python's garbage
    collector goes through all of them again and again.
    """
    rows = (_DATA / f"known_{kind.replace('-', '_')}s.tsv").read_text("utf-8").splitlines()
    return {first: f" {listed} " for first, listed in (row.split("\t") for row in rows if not row.startswith("#"))}
