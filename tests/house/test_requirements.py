"""The locked requirements are those that pyproject.toml asks for, with hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = [
    needed for extra in PROJECT["optional-dependencies"].values() for needed in extra if not needed.startswith("onrecord[")
]
NEEDED = {"run": PROJECT["dependencies"], "dev": PROJECT["dependencies"] + EXTRAS}


def locked(name: str) -> dict[str, set[Version]]:
    """Return the versions of each package in a requirements file; there may be several, for different systems."""
    found: dict[str, set[Version]] = {}
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    for package, version in re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(package), set()).add(Version(version))
    return found


@pytest.mark.parametrize(("name", "needed"), [(name, needed) for name, many in NEEDED.items() for needed in many])
def test_what_the_project_needs_is_locked(name: str, needed: str):
    requirement = Requirement(needed)
    versions = locked(name).get(canonicalize_name(requirement.name), set())
    assert versions, f"{needed} is not in requirements/{name}.txt: run `make lock`"
    assert all(version in requirement.specifier for version in versions)


def test_checks_run_with_the_versions_that_users_get():
    dev = locked("dev")
    assert {name: dev.get(name) for name in locked("run")} == locked("run")


@pytest.mark.parametrize("name", ["run", "dev", "build", "uv"])
def test_every_locked_package_has_a_hash(name: str):
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    packages = [
        block
        for block in re.split(r"^(?=[\w.-]+(?:\[[\w,-]+\])?==)", text, flags=re.MULTILINE)
        if "==" in block.splitlines()[0]
    ]
    assert packages
    assert not [block.split()[0] for block in packages if "--hash=sha256:" not in block]
