"""Machine code that was kept is not used once a number that stands in it is another."""

import subprocess
import sys
from pathlib import Path

import numba
import numpy as np
import pytest

from onrecord.match.compiled import compiled, made_from, making
from onrecord.match.names import lattice, pairing
from onrecord.match.whole import pairs, weighing


@pytest.mark.parametrize(
    ("module", "number", "function"),
    [
        (weighing, "COMPANY", weighing.weigh),
        (weighing, "WEIGHTS", pairs._judge),
        (weighing, "SAME_TITLE", pairs._judge),
        (lattice, "BEAM", pairing.scores),
        (pairing, "LEFT_OUT", pairing.scores),
    ],
)
def test_a_number_makes_other_machine_code_of_every_function_that_comes_to_it(module, number, function, monkeypatch):
    before, value = made_from(function.py_func), getattr(module, number)
    assert made_from(function.py_func) == before
    monkeypatch.setattr(module, number, tuple(one + 0.5 for one in value) if isinstance(value, tuple) else value + 1)
    assert made_from(function.py_func) != before


_KERNEL = """
from weights import WEIGHT
from onrecord.match.compiled import compiled, inlined

@inlined
def weighed(value):
    return value * WEIGHT

@compiled
def total(values):
    found = 0.0
    for value in values:
        found += weighed(value)
    return found
"""
_RUN = "import numpy, kernel; print(kernel.total(numpy.ones(3)), sum(kernel.total.stats.cache_hits.values()))"


def _run(folder: Path) -> str:
    made = subprocess.run([sys.executable, "-B", "-c", _RUN], cwd=folder, capture_output=True, text=True, check=True)
    return made.stdout.strip()


def test_what_was_kept_is_found_again_until_a_weight_changes(tmp_path):
    (tmp_path / "kernel.py").write_text(_KERNEL)
    (tmp_path / "weights.py").write_text("WEIGHT = 2.0\n")
    assert _run(tmp_path) == "6.0 0"
    assert _run(tmp_path) == "6.0 1"
    (tmp_path / "weights.py").write_text("WEIGHT = 5.0\n")
    assert _run(tmp_path) == "15.0 0"


def _doubled(values):
    return values + values


def test_only_what_says_so_makes_arrays():
    assert making(_doubled)(np.ones(2)).tolist() == [2.0, 2.0]
    with pytest.raises(numba.core.errors.NumbaError):
        compiled(_doubled)(np.ones(2))
