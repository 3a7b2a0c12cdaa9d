"""Linear algebra keeps to one thread inside the context, and to the user's own number before and after."""

from __future__ import annotations

import numpy  # noqa: F401 - loads the library whose threads are counted
from threadpoolctl import threadpool_info, threadpool_limits

from onrecord.languages.one_thread import one_thread


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_the_number_of_threads_is_one_inside_and_restored_behind():
    with threadpool_limits(2, user_api="blas"):
        before = threads()
        with one_thread():
            assert threads() == {1}
        assert threads() == before


def test_contexts_may_lie_inside_each_other():
    with one_thread():
        with one_thread():
            pass
        assert threads() == {1}
