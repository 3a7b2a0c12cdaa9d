"""Learn which words are common in names, for `match.names.commonness`.

    python scripts/learn_common_names.py NAMES.tsv src/onrecord/languages/en/data/common_names.tsv

NAMES.tsv has full names in Latin letters in its first column (NETransliteration-COLING2018, drawn from Wikidata, CC0). Only
names of two words count; Korean names are left out, since counts of their syllables say more.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from onrecord.match.names import korean
from onrecord.match.names.words import words

LEAST = 15
"""Names that hold a word, from which it is kept."""

HEAD = """# Words that are common in names in Latin letters, with the share of names that hold them, in a million.
# Learned by scripts/learn_common_names.py from NETransliteration-COLING2018 (Wikidata, CC0).
"""


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument("table", type=Path)
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    whole = 0
    for line in args.names.read_text(encoding="utf-8").splitlines():
        name = line.split("\t")[0]
        if len(name.split()) != 2 or not name.replace(" ", "").isalpha():
            continue
        parts = words(name)
        readings = korean.readings(parts)
        if readings and all(map(korean.familiar, readings)):
            continue
        whole += 1
        counts.update({part.text for part in parts if len(part.text) > 1})
    kept = sorted((word, round(count / whole * 1e6)) for word, count in counts.items() if count >= LEAST)
    args.table.write_text(HEAD + "".join(f"{word}\t{share}\n" for word, share in kept), encoding="utf-8")
    print(f"{len(kept)} words of {whole} names")


if __name__ == "__main__":
    main()
