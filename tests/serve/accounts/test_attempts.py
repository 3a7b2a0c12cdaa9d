from __future__ import annotations

from onrecord.serve.accounts import attempts
from onrecord.serve.accounts.attempts import Attempts


def test_a_bucket_empties_and_fills_again():
    now = [0.0]
    limit = Attempts(3, 30, clock=lambda: now[0])
    assert [limit.wait("a") for _ in range(4)] == [0, 0, 0, 10]
    assert limit.wait("b") == 0
    now[0] = 10.5
    assert [limit.wait("a"), limit.wait("a") > 0] == [0, True]


def test_askers_are_forgotten_and_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(attempts, "KEPT", 5)
    limit = Attempts(1, 1000, clock=lambda: 0.0)
    for number in range(50):
        assert limit.wait(str(number)) == 0
    assert len(limit._left) == 5
