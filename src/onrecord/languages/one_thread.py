"""Linear algebra on one thread, which for products as small as those of a language model is several times as fast as on all.

Two threads on a product of 500 rows wait for each other most of the time; on a busy machine a parse takes four times as long.
Pages are what is read side by side, in processes.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    """Return a handle on the libraries for linear algebra that are loaded, looked up once: this takes some milliseconds."""
    import numpy  # noqa: F401 - its library is the one that is to be found
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """Return a context in which linear algebra keeps to one thread; before and after it, the user's own settings hold."""
    limited: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limited
