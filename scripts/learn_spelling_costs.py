"""Learn what it costs to write words of one script in another, and write the costs where `onrecord` reads them.

    python scripts/learn_spelling_costs.py --ru TOKENS.en-ru.tsv --ko TOKENS.en-ko.tsv --out src/onrecord/languages [KIND...]

The lists pair single lower-case words in Latin letters with the same in Cyrillic or Hangul (drawn from
NETransliteration-COLING2018, Wikidata, CC0). Six kinds of costs come of them: Latin-Cyrillic and Latin-Hangul directly,
Cyrillic-Hangul through the Latin word that both lists hold, and the spellings inside one script through a word of another:
two Latin words of one Cyrillic word, two Cyrillic words whose Latin words differ in accents alone, two Hangul words whose
Latin words have one Cyrillic word and whose consonants are alike. Wrong pairs are the nearest of a sample.
Every choice is seeded: the same lists give the same files.
`--check` holds out every twentieth pair and prints precision, recall and F1 on it.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from learn_alignment import Pair, Table, conditional_costs, learn
from learn_weights import Example, Model, evidence
from learn_weights import learn as weigh

LATIN = re.compile(r"[a-zß-ɏḀ-ỿ'’`-]{2,20}")
CYRILLIC = re.compile("[а-яё-]{2,20}")
HANGUL = re.compile("[가-힣]{1,10}")
SOURCE = "NETransliteration-COLING2018 (Wikidata, CC0)"
UNKNOWN = 3.0
PULL = 0.05


class Kind(NamedTuple):
    """How costs of one kind are learned and where they go.

    Args:
        file: the file of costs, below the folder of languages.
        same_script: whether both words are of one script, so that costs are alike both ways.
        noise: the share of pairs taken to be wrong.
        least: how often an edit of longer runs must be expected to stay.
        tax: see `learn_alignment.learn`.
        rounds: how often paths and costs are found in turns.
        pool: the size of the sample out of which the nearest wrong word is taken.
        aligned: how many pairs are aligned.
        weighed: how many pairs are weighed.
    """

    file: str
    same_script: bool = False
    noise: float = 0.1
    least: float = 2
    tax: float = 0.5
    rounds: int = 3
    pool: int = 300
    aligned: int = 24000
    weighed: int = 60000


KINDS = {
    "latin-cyrillic": Kind("ru/data/from_latin.tsv", noise=0.08, least=3),
    "latin-hangul": Kind("ko/data/from_latin.tsv", noise=0.12),
    "cyrillic-hangul": Kind("ko/data/from_cyrillic.tsv"),
    "latin": Kind("en/data/spellings.tsv", same_script=True, noise=0.15, tax=0.8, rounds=4, pool=1500, weighed=40000),
    "cyrillic": Kind("ru/data/spellings.tsv", same_script=True, least=3),
    "hangul": Kind("ko/data/spellings.tsv", same_script=True, noise=0.05, least=3, pool=1500),
}


def marked(word: str) -> str:
    """Return a word between its marks; Hangul as single letters without the silent onset."""
    if "가" <= word[0] <= "힣":
        word = unicodedata.normalize("NFD", word).replace("\u110b", "")
    return f"^{word}$"


def read(path: Path, script: re.Pattern[str]) -> list[Pair]:
    """Return the pairs of a list whose words are of the expected scripts, letters alone."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, other = (unicodedata.normalize("NFC", side.lower()).strip('"«»“”()., ') for side in line.split("\t"))
        if LATIN.fullmatch(latin) and script.fullmatch(other):
            pairs.append((re.sub("['’`-]", "", latin), other.replace("-", "")))
    return [(a, b) for a, b in pairs if a and b]


def base(text: str) -> str:
    """Return Latin text without accents."""
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text.translate(str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "t"}))


def _groups(keyed: Iterable[tuple[str, str]]) -> list[list[str]]:
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for key, word in keyed:
        groups[key][word] = None
    return [list(words) for _, words in sorted(groups.items()) if len(words) > 1]


def _neighbours(groups: Sequence[Sequence[str]]) -> list[Pair]:
    """Each word of a group with the next two, both ways round."""
    pairs = []
    for words in groups:
        for i, a in enumerate(words):
            for b in words[i + 1 : i + 3]:
                pairs += [(a, b), (b, a)]
    return pairs


def pairs_of(kind: str, ru: list[Pair], ko: list[Pair]) -> list[Pair]:
    """Return the pairs of one kind, marked, in a fixed random order, each once."""
    cyrillic, hangul = dict(ru), dict(ko)
    found = {
        "latin-cyrillic": lambda: ru,
        "latin-hangul": lambda: ko,
        "cyrillic-hangul": lambda: [(cyrillic[a], b) for a, b in ko if a in cyrillic],
        "latin": lambda: _neighbours(_groups((b, a) for a, b in ru)),
        "cyrillic": lambda: _neighbours(_groups((base(a), b) for a, b in ru)),
        "hangul": lambda: [pair for pair in _neighbours(_groups((b, hangul[a]) for a, b in ru if a in hangul)) if alike(*pair)],
    }[kind]()
    found = sorted({(marked(a), marked(b)) for a, b in found})
    random.Random(1).shuffle(found)  # noqa: S311 - a fixed order, no secret
    return found


_ARTICULATED = {
    letter: kind
    for kind, letters in {
        "k": "ㄱㄲㅋ", "t": "ㄷㄸㅌ", "p": "ㅂㅃㅍ", "s": "ㅅㅆ", "c": "ㅈㅉㅊ", "l": "ㄹ", "n": "ㄴㅁㅇ", "h": "ㅎ",
    }.items()
    for letter in letters
}  # fmt: skip


def consonants(word: str) -> str:
    """Return the consonants of a word in Hangul by how they are articulated."""
    letters = map(_compatible, unicodedata.normalize("NFD", word))
    return "".join(_ARTICULATED[letter] for letter in letters if letter in _ARTICULATED)


def _compatible(letter: str) -> str:
    """Return a letter of a syllable as it stands alone; nothing for the silent onset."""
    name = unicodedata.name(letter)
    if letter == "\u110b" or " JUNGSEONG " in name:
        return ""
    return unicodedata.lookup(f"HANGUL LETTER {name.rsplit(' ', 1)[1]}")


def alike(one: str, other: str) -> bool:
    """Tell whether two words in Hangul can be one name: the list pairs half of them with quite another name.

    At most one consonant in three may differ.
    """
    a, b = consonants(one), consonants(other)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1] <= max(len(a), len(b)) // 3


def near_misses(pairs: Sequence[Pair], pool: int = 300) -> list[Pair]:
    """For every pair its source with the most similar wrong target out of a sample with the same first letter."""
    draw = random.Random(2)  # noqa: S311 - a fixed sample, no secret
    known: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        known[a].add(b)
    grams = {b: {b[i : i + 2] for i in range(len(b) - 1)} for _, b in pairs}
    by_letter: dict[str, list[str]] = defaultdict(list)
    for b in sorted(grams):
        by_letter[b[1]].append(b)
    found = []
    for a, b in pairs:
        candidates = by_letter[b[1]]
        wrong = [c for c in draw.sample(candidates, min(pool, len(candidates))) if c not in known[a] and c != a]
        if wrong:
            mine = grams[b]
            found.append((a, max(wrong, key=lambda c: (2 * len(mine & grams[c]) / (len(mine) + len(grams[c])), c))))
    return found


def symmetric(costs: Table, letters: Iterable[str], *, accents: bool) -> Table:
    """Return costs that are alike both ways, nothing for a letter kept, little for an accent lost."""
    both: Table = defaultdict(dict)
    for source, row in costs.items():
        for target, cost in row.items():
            least = min(cost, costs.get(target, {}).get(source, cost))
            both[source][target] = both[target][source] = least
    alphabet = sorted(set(letters))
    for a in alphabet:
        both[a][a] = 0.0
        for b in alphabet if accents else ():
            if a != b and base(a) == base(b):
                both[a][b] = min(both[a].get(b, UNKNOWN), 0.4)
    return dict(both)


def tempered(edits: Table) -> Table:
    """Let no accented letter stand for another letter more cheaply than its plain letter does: it is seen too rarely."""
    return {
        a: {
            b: max(cost, edits.get(base(a), {}).get(base(b), UNKNOWN)) if len(a) == len(b) == 1 and base(a) != base(b) else cost
            for b, cost in row.items()
        }
        for a, row in edits.items()
    }


def lean(edits: Table) -> Table:
    """Drop every longer edit that costs as much as its letters one by one: it changes nothing."""
    kept: Table = {source: {} for source in edits}
    for source, row in edits.items():
        for target, cost in row.items():
            alone = len(source) + len(target) == 1
            if alone and cost != UNKNOWN:
                kept[source][target] = cost
            elif not alone:
                dropped = sum(edits.get(c, {}).get("", UNKNOWN) for c in source)
                added = sum(edits.get("", {}).get(c, UNKNOWN) for c in target)
                if cost < dropped + added - 0.01:
                    kept[source][target] = cost
    return {source: row for source, row in kept.items() if row}


def write(model: Model, path: Path, kind: str) -> None:
    """Write the costs in hundredths of a nat, one source run a line."""
    lines = [
        f"# Costs of spellings, {kind}, learned by scripts/learn_spelling_costs.py from {SOURCE}.",
        "# Source run, then target runs and their costs in hundredths of a nat, the cheapest first.",
        f"=bias\t{model.bias:.3f}",
        f"=credit\t{model.credit:.3f}",
    ]
    edits = tempered(model.edits) if kind == "latin" else model.edits
    for source, row in sorted(lean(edits).items()):
        cells = sorted(((round(cost * 100), target) for target, cost in row.items()))
        lines.append("\t".join([source, *(f"{target}\t{cost}" for cost, target in cells)]))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def train(pairs: list[Pair], kind: Kind) -> Model:
    """Align, then weigh against near misses."""
    costs = conditional_costs(learn(pairs[: kind.aligned], rounds=4, least=kind.least, tax=kind.tax))
    if kind.same_script:
        latin = "a" <= pairs[0][0][1] < "ɐ"
        costs = symmetric(costs, (c for pair in pairs for word in pair for c in word), accents=latin)
    right = pairs[: kind.weighed]
    examples = [Example(a, b, True) for a, b in right] + [Example(a, b, False) for a, b in near_misses(right, kind.pool)]
    return weigh(examples, costs, rounds=kind.rounds, noise=kind.noise, pull=PULL, unknown=UNKNOWN, symmetric=kind.same_script)


def check(model: Model, held_out: Sequence[Pair]) -> str:
    """Return precision, recall and F1 at zero on held-out pairs and their near misses."""
    right = [evidence(a, b, model, UNKNOWN) > 0 for a, b in held_out]
    wrong = [evidence(a, b, model, UNKNOWN) > 0 for a, b in near_misses(held_out)]
    precision, recall = sum(right) / max(1, sum(right) + sum(wrong)), sum(right) / max(1, len(right))
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"


def main() -> None:
    """Learn the kinds asked for, all six by default."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=list(KINDS), choices=[*KINDS, []])
    parser.add_argument("--ru", type=Path, required=True)
    parser.add_argument("--ko", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    ru, ko = read(args.ru, CYRILLIC), read(args.ko, HANGUL)
    for name in args.kinds or KINDS:
        kind = KINDS[name]
        pairs = pairs_of(name, ru, ko)
        held_out = pairs[::20] if args.check else []
        words = {word for pair in held_out for word in pair} if kind.same_script else set()
        kept = [p for i, p in enumerate(pairs) if not (args.check and i % 20 == 0) and not words & set(p)]
        model = train(kept, kind)
        write(model, args.out / kind.file, name)
        print(name, len(pairs), "pairs", check(model, held_out) if held_out else "", flush=True)


if __name__ == "__main__":
    main()
