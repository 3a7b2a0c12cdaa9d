"""Learned costs, laid one over the other, are found again where compiled code looks for them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.match.names import spelling
from onrecord.match.names.tables import SHIFT, SOURCE, TARGET, EditTables, edit_tables


def test_each_edit_has_its_cost_and_no_other_pair_of_runs_has_any() -> None:
    tables = edit_tables()
    for number, scripts in enumerate(spelling.FILES):
        learned = spelling.costs(*scripts).edits
        sources = {run: _number(run, number, SOURCE, tables) for run, row in learned.items() if run and row}
        targets = {to: _number(to, number, TARGET, tables) for row in learned.values() for to in row if to}
        first, second = (np.asarray([*side.values()], np.int64) for side in (sources, targets))
        entries = tables.edits[tables.row["base"][number] + first[:, None] + second].astype(np.int64)
        known = np.where(entries >> SHIFT == first[:, None], entries & ((1 << SHIFT) - 1), -1)
        assert np.array_equal(known, [[learned[run].get(to, -1) for to in targets] for run in sources])


def _number(run: str, table: int, side: int, tables: EditTables) -> int:
    trie: NDArray[np.int16] = tables.tries[table][side]
    node = 0
    for letter in run:
        node = int(trie[node, tables.letter[ord(letter)]])
    return int(tables.ends[table][side][node])
