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
    first, rest = word[0], word[1:]
    found = [kind for kind in ("person", "place", "other", "name-part") if rest in _row(kind, first)]
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
    for ending, kind in _by_last().get(word[-1:], ()):
        if word.endswith(ending):
            return kind if len(ending) < len(word) else None
    return None


@cache
def _by_last() -> dict[str, list[tuple[str, str]]]:
    """Last syllable → the endings that close with it, longest first, with what they name."""
    found: dict[str, list[tuple[str, str]]] = {}
    endings = vocabulary.table("bodies", "endings")
    for ending in sorted(endings, key=len, reverse=True):
        found.setdefault(ending[-1], []).append((ending, endings[ending]))
    return found


def _stands(kind: str, word: str) -> bool:
    return len(word) > 1 and word[1:] in _row(kind, word[0])


@cache
def _row(kind: str, first: str) -> frozenset[str]:
    """Return what follows a first syllable in the words of a list, parted when the first such word is asked for.

    All rows at once are 315,000 strings, which take 80 ms to make: a page begins its words with a tenth of the syllables.
    """
    return frozenset(_rows(kind).get(first, "").split(" "))


@cache
def _rows(kind: str) -> dict[str, str]:
    """Read a list: first syllable → what follows it in each of its words, with blanks between these."""
    rows = (_DATA / f"known_{kind.replace('-', '_')}s.tsv").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows if not row.startswith("#"))
