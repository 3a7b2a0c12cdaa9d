"""What a worker is at: the page at hand, for whoever finds it dead, and how much it has done.

Both notes are written in place, into files that stay open. One that is emptied and written anew is put on the disk when it is
closed (ext4 does so to save what was in it), and a worker waited 3.5 ms for that twice a page; a note has to survive the worker
and not the machine.
"""

from __future__ import annotations

import os
import threading
import weakref
from pathlib import Path

from onrecord.bulk.progress import Tally

NOTED_EVERY = 50
"""Records between two notes of how far a worker is."""

_WIDTH = 60
"""Characters of a note of counts: a shorter one leaves nothing of a longer one behind it."""


class Journal:
    """The notes of one worker, or none where there is no folder for them."""

    def __init__(self, folder: str | None) -> None:
        self._tally = Tally()
        self._page = self._counts = -1
        if folder is not None:
            name = f"{os.getpid()}-{threading.get_ident()}"
            self._page = self._opened(Path(folder) / f"{name}.page")
            self._counts = self._opened(Path(folder) / f"{name}.count")

    def _opened(self, path: Path) -> int:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        weakref.finalize(self, os.close, file)
        return file

    @property
    def kept(self) -> bool:
        """Whether there is a folder for notes."""
        return self._page >= 0

    def begin(self, sha256: str) -> None:
        """Note the page that is about to be read."""
        if self.kept:
            os.pwrite(self._page, sha256.encode("ascii"), 0)

    def end(self) -> None:
        """Note that no page is being read."""
        if self.kept:
            os.ftruncate(self._page, 0)

    def count(self, more: Tally) -> None:
        """Add to what has been done, and note it now and then."""
        self._tally += more
        if self.kept and (more.pages or self._tally.records % NOTED_EVERY == 0):
            os.pwrite(self._counts, " ".join(map(str, self._tally)).ljust(_WIDTH).encode("ascii"), 0)


def at_hand(folder: Path) -> set[str]:
    """Return the sha256 of the pages that the workers were reading when they wrote their last notes."""
    return {note.read_text("ascii") for note in folder.glob("*.page")} - {""}
