"""Loops over arrays as machine code, by numba: imported only where many pairs are worked on at once, never for a page.

A function is compiled when it is first called, some seconds once an installation; numba keeps what it made beside the module,
or in the user's cache folder where that cannot be written to. Nothing is reordered (`fastmath` is off), so that a compiled
function gives what the same lines give in Python.

Numba counts who holds an array, at each use of one of a tuple of arrays, so that it is given back when nobody does: for two
processors that count the same arrays that takes longer than comparing two words. Whoever calls compiled code holds all arrays
while it runs, so nothing is counted but where arrays are made (`making`).

Numba holds what it kept for fresh while the module of the function is the same. But numbers of other modules (weights of
evidence, limits) stand in the machine code, and so do the functions that it calls: what was kept is therefore asked for under a
digest of these as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any, cast

import numba
import numpy as np
from numba.core.caching import FunctionCache

Row = Any
"""A row of an array of records, whose fields are attributes in compiled code; numpy has no type for it."""


def compiled[F: Callable[..., object]](function: F) -> F:
    """Compile a function of arrays and numbers that makes no arrays; numba refuses one that does."""
    return _kept(function, _nrt=False)


def inlined[F: Callable[..., object]](function: F) -> F:
    """Compile such a function into those that call it: one that takes many arrays is called for longer than it works."""
    return _kept(function, _nrt=False, forceinline=True)


def making[F: Callable[..., object]](function: F) -> F:
    """Compile a function of arrays and numbers that makes arrays."""
    return _kept(function)


class _Kept(cast("type[Any]", FunctionCache)):  # type: ignore[misc] # numba has no types
    """What is kept of a function, under all that its machine code is made from."""

    def __init__(self, function: object, options: dict[str, bool]) -> None:
        super().__init__(function)
        self._options = repr(options)

    def _index_key(self, sig: object, codegen: object) -> tuple[object, ...]:
        return (*super()._index_key(sig, codegen), self._options, made_from(self._py_func))


def _kept[F: Callable[..., object]](function: F, **options: bool) -> F:
    """Compile a function and keep it, as `cache=True` does, but for the key; numba has no other way to give it a cache."""
    compiler: Any = numba.njit  # whose types leave out `_nrt`
    dispatcher = compiler(nogil=True, error_model="numpy", **options)(function)
    dispatcher._cache = _Kept(function, options)
    return cast("F", dispatcher)


def made_from(function: FunctionType) -> str:
    """Return a digest of what the machine code of a function is made from.

    Args:
        function: the function as it is written, not compiled.
    """
    found: dict[str, list[str]] = {}
    waiting = [function]
    while waiting:
        one = waiting.pop()
        name = f"{one.__module__}.{one.__qualname__}"
        if name not in found:
            values = [*_values(one)]
            found[name] = [one.__code__.co_code.hex(), *(told for told, _ in values)]
            waiting += [other for _, other in values if other is not None]
    return hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()


def _values(function: FunctionType) -> Iterator[tuple[str, FunctionType | None]]:
    """Yield the numbers and texts that a function holds or names, and the compiled functions that it names."""
    yield repr([value for value in function.__code__.co_consts if _is_plain(value)]), None
    for name in function.__code__.co_names:
        value = function.__globals__.get(name)
        if _is_plain(value) or isinstance(value, np.dtype):
            yield f"{name}={value!r}", None
        elif isinstance(value, np.ndarray):
            yield f"{name}={value.dtype!r}{value.tolist()!r}", None
        elif isinstance(value, ModuleType):
            own = ((at, getattr(value, at, None)) for at in function.__code__.co_names)
            yield f"{name}={[(at, held) for at, held in own if _is_plain(held)]!r}", None
        elif isinstance(made := getattr(value, "py_func", None), FunctionType):
            yield name, made


def _is_plain(value: object) -> bool:
    """Tell whether a value is a number, a text, or a tuple of such."""
    return all(map(_is_plain, value)) if isinstance(value, tuple) else isinstance(value, bool | int | float | str | np.generic)
