"""The scripts that set a machine up: which Python, which uv, and one line where there is none."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
TOOLS = "/usr/bin:/bin"
# The question that python.sh asks ends with the version wanted, such as "(3, 13)".
ANSWERS = "#!/bin/sh\ncase $2 in *'3, {minor})'*) exit 0 ;; esac\nexit 1\n"
SHIM = "#!/bin/sh\necho 'pyenv: version is not installed' >&2\nexit 127\n"


def program(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)
    return folder / name


def run(script: str, *args: object, path: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", SCRIPTS / script, *map(str, args)],
        env={"PATH": path, "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def no_uv(tmp_path: Path) -> Path:
    return program(tmp_path / "nouv", "uv", "#!/bin/sh\nexit 1\n")


@pytest.fixture
def bare(tmp_path: Path) -> str:
    """Return a path with the plain tools of a system and no Python."""
    for tool in ("sort", "ls", "dirname"):
        (tmp_path / "tools").mkdir(exist_ok=True)
        (tmp_path / "tools" / tool).symlink_to(next(p for f in TOOLS.split(":") if (p := Path(f) / tool).exists()))
    return str(tmp_path / "tools")


def test_the_newest_python_of_the_path_is_taken(tmp_path: Path, bare: str, no_uv: Path):
    program(tmp_path / "a", "python3.12", ANSWERS.format(minor=12))
    newest = program(tmp_path / "b", "python3", ANSWERS.format(minor=13))
    assert run("python.sh", no_uv, path=f"{tmp_path}/a:{tmp_path}/b:{bare}", home=tmp_path).stdout == f"{newest}\n"


def test_a_shim_that_does_not_run_is_passed_over_for_the_version_behind_it(tmp_path: Path, bare: str, no_uv: Path):
    program(tmp_path / "shims", "python3.13", SHIM)
    program(tmp_path / "shims", "python3", SHIM)
    program(tmp_path / ".pyenv/versions/3.13.2/bin", "python", ANSWERS.format(minor=13))
    newest = program(tmp_path / ".pyenv/versions/3.13.10/bin", "python", ANSWERS.format(minor=13))
    assert run("python.sh", no_uv, path=f"{tmp_path}/shims:{bare}", home=tmp_path).stdout == f"{newest}\n"


def test_python_that_uv_brings_is_the_last_resort(tmp_path: Path, bare: str):
    brought = program(tmp_path / "brought", "python", ANSWERS.format(minor=13))
    uv = program(tmp_path / "uv", "uv", f"#!/bin/sh\ncase $2 in find) echo {brought} ;; esac\n")
    assert run("python.sh", uv, path=bare, home=tmp_path).stdout == f"{brought}\n"


def test_without_any_python_one_line_says_so(tmp_path: Path, bare: str, no_uv: Path):
    program(tmp_path / "old", "python3", ANSWERS.format(minor=11))
    done = run("python.sh", no_uv, path=f"{tmp_path}/old:{bare}", home=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "install one of them" in done.stderr


def test_uv_of_the_path_is_used(tmp_path: Path):
    uv = program(tmp_path / "bin", "uv", "#!/bin/sh\nexit 0\n")
    assert run("uv.sh", path=f"{tmp_path}/bin:{TOOLS}", home=tmp_path).stdout == f"{uv}\n"


def test_an_environment_may_lie_in_another_folder(tmp_path: Path):
    told = tmp_path / "told"
    program(tmp_path / "bin", "uv", f'#!/bin/sh\n[ -z "${{VIRTUAL_ENV:-}}" ] || echo "$VIRTUAL_ENV" >>{told}\n')
    program(tmp_path / "bin", "python3.13", "#!/bin/sh\necho Python 3.13.0\n")
    (tmp_path / "venv/bin").mkdir(parents=True)
    (tmp_path / "venv/bin/python").symlink_to(tmp_path / "bin/python3.13")
    done = run("setup.sh", "run", tmp_path / "venv", path=f"{tmp_path}/bin:{TOOLS}", home=tmp_path)
    assert (done.returncode, {*told.read_text().splitlines()}) == (0, {str(tmp_path / "venv")}), done.stderr
    assert (tmp_path / "venv/ready-run").exists()
