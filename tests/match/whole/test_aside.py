"""Work that a copy of this process does gives what it gives here, whatever becomes of the copy."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import partial

import pytest

from onrecord.match.whole import aside
from onrecord.match.whole.aside import Aside

_ALONE = """
import os, signal
from onrecord.match.whole import aside
aside.processors = lambda: 2
here = os.getpid()

def killed():
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()

def failing():
    raise LookupError("in either")

def told(work, **wishes):
    with aside.Aside(work, **wishes) as begun:
        return begun.result()
"""


def alone(program: str) -> str:
    """Run a program in a process of one thread, as if it had two processors, and return what it prints."""
    run = subprocess.run(
        [sys.executable, "-c", _ALONE + program],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert not run.stderr
    return run.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
def test_a_copy_of_this_process_does_the_work() -> None:
    assert alone("print(told(os.getpid) != here)") == "True"


@pytest.mark.parametrize("work", ["os.getpid, worth=False", "killed"])
def test_work_that_is_not_worth_a_copy_or_whose_copy_is_killed_is_done_here(work: str) -> None:
    assert alone(f"print(told({work}) == here)") == "True"


def test_where_there_is_no_room_for_a_copy_the_work_is_done_here() -> None:
    program = """
def fork():
    raise BlockingIOError("no room")

os.fork = fork
before = os.listdir("/dev/fd")
print(told(os.getpid) == here, os.listdir("/dev/fd") == before)
"""
    assert alone(program) == "True True"


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
def test_a_copy_that_nobody_asks_any_more_is_gone() -> None:
    program = """
import time
try:
    with aside.Aside(lambda: time.sleep(1e6)) as begun:
        raise LookupError(begun._copy is not None)
except LookupError as error:
    print(error)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("gone")
"""
    assert alone(program).split() == ["True", "gone"]


def test_what_the_work_raises_is_raised_when_its_result_is_asked_for() -> None:
    program = "try: told(failing)\nexcept LookupError as error: print(error)"
    assert alone(program) == "in either"


def test_a_result_that_no_pipe_holds_at_once_comes_whole() -> None:
    assert alone("print(told(lambda: bytes(10_000_000)) == bytes(10_000_000))") == "True"


def test_a_process_of_several_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "processors", lambda: 2)
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert Aside(os.getpid).result() == os.getpid()
    finally:
        done.set()
        other.join()


def test_with_one_processor_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "processors", lambda: 1)
    assert Aside(os.getpid).result() == os.getpid()


def test_what_raises_here_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "processors", lambda: 1)
    with pytest.raises(ZeroDivisionError):
        Aside(partial(divmod, 1, 0)).result()


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
def test_persons_are_the_same_with_one_processor_and_with_two() -> None:
    program = """
from tests.match.whole.test_people import COMPANY, NAMES, OFFICES, made
from onrecord.match.whole import people
sightings = made([(names, [office], n, COMPANY[n % 7 :]) for n, names in enumerate(NAMES) for office in OFFICES[n % 3 :: 3]])
begun = aside._begun
copies = []
aside._begun = lambda work: copies.append(work) or begun(work)
one = people.match_people(sightings)
assert not copies
people.MANY = 0
assert people.match_people(sightings) == one
print(len(copies), len(one) > 9)
"""
    assert alone(program) == "1 True"
