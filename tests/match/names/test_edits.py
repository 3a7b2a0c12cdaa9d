"""The cheapest path between two words is the one that a search of all places finds."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.match.names.edits import BEAM, BEYOND, Costs, cheapest

_RUNS = st.text("abc", min_size=1, max_size=5)
_EDITS = st.dictionaries(_RUNS, st.dictionaries(_RUNS, st.integers(0, 500), min_size=1, max_size=4), min_size=1, max_size=12)
_SINGLE = st.dictionaries(st.sampled_from("abc"), st.integers(0, 300))
_COSTS = st.builds(Costs, _EDITS, _SINGLE, _SINGLE, bias=st.just(1.0), credit=st.just(1.0))
_WORDS = st.text("abcd", max_size=7)


def _starting(word, at, runs):
    return [run for run in runs if word.startswith(run, at)]


@given(_COSTS, _WORDS)
def test_the_runs_of_a_word_are_all_that_start_at_each_of_its_letters(costs, word):
    targets = {run for row in costs.edits.values() for run in row}
    assert [sorted(found) for _, found in costs.target(word)] == [
        sorted((len(run), run) for run in _starting(word, at, targets)) for at in range(len(word))
    ]
    assert [sorted(length for length, _ in found) for _, found in costs.source(word)] == [
        sorted(len(run) for run in _starting(word, at, costs.edits)) for at in range(len(word))
    ]


def _by_all_places(costs, source, target, limit):
    best = [[BEYOND] * (len(target) + 1) for _ in range(len(source) + 1)]
    best[0][0] = 0
    for i, letter in enumerate(source):
        floor = min(min(best[i]) + BEAM, limit)
        for j, cost in enumerate(best[i]):
            if cost > floor:
                continue
            best[i + 1][j] = min(best[i + 1][j], cost + costs.drops.get(letter, costs.unknown))
            for run in _starting(source, i, costs.edits):
                for other in _starting(target, j, costs.edits[run]):
                    row, at = best[i + len(run)], j + len(other)
                    row[at] = min(row[at], cost + costs.edits[run][other])
            if j < len(target) and (onward := cost + costs.adds.get(target[j], costs.unknown)) <= floor:
                best[i][j + 1] = min(best[i][j + 1], onward)
    rests = [sum(costs.adds.get(letter, costs.unknown) for letter in target[j:]) for j in range(len(target) + 1)]
    return min((cost + rest for cost, rest in zip(best[-1], rests, strict=True) if cost < limit), default=BEYOND)


@given(_COSTS, _WORDS, _WORDS, st.integers(1, 1500))
def test_the_cheapest_path_is_that_of_a_search_of_all_places(costs, source, target, limit):
    assert cheapest(costs.source(source), costs.target(target), limit) == _by_all_places(costs, source, target, limit)
