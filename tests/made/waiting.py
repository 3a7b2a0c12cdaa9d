"""Waiting for what another thread or process does: as long as a busy machine may take, and no longer than it takes."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST = 300.0
"""Seconds after which a test that waits fails: a hundred times what it takes, so that only a fault takes so long."""


def until(holds: Callable[[], object]) -> None:
    """Return as soon as something holds.

    Raises:
        AssertionError: it did not come to hold.
    """
    last = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < last, f"waited {LONGEST:g} s in vain"
        time.sleep(0.02)
