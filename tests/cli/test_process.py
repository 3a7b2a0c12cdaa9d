"""The program as a process: what it imports, exit codes, pipes, signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from tests.made.waiting import LONGEST

from onrecord import __version__

HEAVY = {
    "spacy",
    "sqlalchemy",
    "httpx",
    "trafilatura",
    "lxml",
    "rich",
    "yaml",
    "pypdfium2",
    "lingua",
    "numpy",
    "onrecord.model.facts",
}


def start(*words, code="from onrecord.cli import main; main()", **options):
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, timeout=LONGEST, **options
    )


def test_help_imports_nothing_heavy():
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print(*sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr))\n"
        "from onrecord.cli import main\nmain()"
    )
    ended = start("--help", code=code)
    assert ended.returncode == 0
    assert "conflicts" in ended.stdout
    assert ended.stderr == "\n"


@pytest.mark.parametrize(("set_by_the_user", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")])
def test_linear_algebra_keeps_to_one_thread_where_the_user_sets_nothing(set_by_the_user, threads):
    code = (
        "import atexit, os\n"
        "atexit.register(lambda: print(os.environ['OPENBLAS_NUM_THREADS']))\n"
        "from onrecord.cli import main\nmain()"
    )
    without = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = start("--version", code=code, env=without | set_by_the_user)
    assert done.stdout.split()[-1] == threads


def test_python_m_onrecord_is_onrecord():
    ended = subprocess.run(
        [sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True, check=True, timeout=LONGEST
    )
    assert ended.stdout == f"onrecord {__version__}\n"


def test_no_words_at_all_print_the_help():
    ended = start()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Usage: onrecord")


def test_a_record_that_is_not_there_is_one_line_and_code_2(tmp_path):
    ended = start("timeline", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("onrecord: ")
    assert ended.stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_fault(tmp_path):
    code = (
        "from onrecord.cli import screen, faults\n"
        "raise SystemExit(faults.guarded(lambda: [screen.text('x' * 99) for _ in range(9999)]))"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, bufsize=0
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.read(10)
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait(LONGEST) == 141


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
def test_ctrl_c_is_one_line_and_code_130():
    code = (
        "import os, signal; from onrecord.cli import faults\n"
        # Programs that a shell starts in the background are born deaf to it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "raise SystemExit(faults.guarded(lambda: os.kill(os.getpid(), signal.SIGINT)))"
    )
    ended = start(code=code)
    assert ended.returncode == 128 + signal.SIGINT
    assert ended.stderr.startswith("onrecord: stopped by you: ")
    assert ended.stderr.count("\n") == 1


def test_a_defect_of_ours_keeps_its_traceback():
    ended = start(code="from onrecord.cli import faults; faults.guarded(lambda: 1 / 0)")
    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr


def test_letters_that_an_output_cannot_show_are_written_as_codes():
    code = "from onrecord.cli import screen; screen.text('서울 Seoul')"
    ended = start(code=code, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (ended.returncode, ended.stdout) == (0, "\\uc11c\\uc6b8 Seoul\n")


def test_completion_scripts_can_be_shown():
    # Which shell started the tests is not asked: it may be one without completion.
    ended = start("--show-completion", "bash", env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"})
    assert ended.returncode == 0
    assert "_ONRECORD_COMPLETE" in ended.stdout
