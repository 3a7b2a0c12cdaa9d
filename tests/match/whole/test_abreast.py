"""Tasks that are begun at once give what they give one after the other, whoever does them."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from tests.made.waiting import LONGEST

from onrecord.match.whole import abreast
from onrecord.match.whole.abreast import Abreast


def test_results_stand_in_the_order_of_the_tasks() -> None:
    assert Abreast([partial(pow, 2, n) for n in range(40)]).results() == [2**n for n in range(40)]


def test_no_tasks_have_no_results() -> None:
    assert Abreast[int]([]).results() == []


def test_what_no_thread_has_begun_is_done_by_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abreast, "processors", lambda: 1)
    begun, go_on = threading.Event(), threading.Event()

    def wait() -> int:
        begun.set()
        go_on.wait(LONGEST)
        return threading.get_ident()

    def here() -> int:
        go_on.set()
        return threading.get_ident()

    work = Abreast([wait, here])
    assert begun.wait(LONGEST)
    other, own = work.results()
    assert own == threading.get_ident() != other


def test_what_a_task_raises_is_raised_when_results_are_asked_for() -> None:
    work = Abreast([partial(divmod, 1, 0)])
    with pytest.raises(ZeroDivisionError):
        work.results()
