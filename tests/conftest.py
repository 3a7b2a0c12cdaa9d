"""What all tests share: how property tests run (with the same examples every time), and a record of the sample pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A first example may load a model, and machines are shared: time says nothing about an example.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A new counter-example should stop the one who looks for it (ONRECORD_EXPLORE=1), not whoever lands next.
settings.register_profile("same", settings.get_profile("explore"), derandomize=True)
settings.load_profile("explore" if os.environ.get("ONRECORD_EXPLORE") else "same")


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the sample pages, made once for all tests of this process: copy it before you write to it."""
    import onrecord

    place = tmp_path_factory.mktemp("samples") / "samples.db"
    with onrecord.open(place) as record:
        record.add(Path(__file__).parents[1] / "samples" / "pages")
    return place
