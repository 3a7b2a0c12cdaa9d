"""How property tests run: without a time limit an example, and in CI with the same examples every time."""

from __future__ import annotations

import os

from hypothesis import settings

# A first example may load a model, and machines are shared: time says nothing about an example.
settings.register_profile("onrecord", deadline=None)
# A new counter-example should stop the one who looks for it, not whoever lands next.
settings.register_profile("ci", settings.get_profile("onrecord"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "onrecord")
