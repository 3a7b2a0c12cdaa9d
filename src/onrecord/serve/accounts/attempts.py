"""How often something may be tried: a bucket of tries for each asker, which fills again with time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

KEPT = 10_000
"""Askers remembered; the one not seen for longest is forgotten first."""


class Attempts:
    """A limit of `tries` at once, and as many again in every `seconds`.

    Args:
        tries: how many at once.
        seconds: until all of them are there again.
        clock: seconds that never go back.
    """

    def __init__(self, tries: int, seconds: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._tries = tries
        self._rate = tries / seconds
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, asker: str) -> int:
        """Count a try, and return 0; or the seconds after which the asker may try again, and count none."""
        with self._lock:
            now = self._clock()
            left, then = self._left.pop(asker, (float(self._tries), now))
            left = min(self._tries, left + (now - then) * self._rate)
            allowed = left >= 1
            self._left[asker] = (left - 1 if allowed else left, now)
            while len(self._left) > KEPT:
                self._left.popitem(last=False)
            return 0 if allowed else max(1, round((1 - left) / self._rate))
