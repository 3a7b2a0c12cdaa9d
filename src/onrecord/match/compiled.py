"""Loops over arrays as machine code, by numba: imported only where many pairs are worked on at once, never for a page.

A function is compiled when it is first called, some seconds once an installation; numba keeps what it made beside the module,
or in the user's cache folder where that cannot be written to. Nothing is reordered (`fastmath` is off), so that a compiled
function gives what the same lines give in Python.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numba

Row = Any
"""A row of an array of records, whose fields are attributes in compiled code; numpy has no type for it."""


def compiled[F: Callable[..., object]](function: F) -> F:
    """Compile a function of arrays and numbers."""
    return cast("F", numba.njit(cache=True, nogil=True, error_model="numpy")(function))


def inlined[F: Callable[..., object]](function: F) -> F:
    """Compile a function into those that call it: one that takes many arrays is called for longer than it works."""
    return cast("F", numba.njit(cache=True, nogil=True, error_model="numpy", forceinline=True)(function))
