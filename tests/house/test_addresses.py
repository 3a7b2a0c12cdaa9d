"""No committed file names a package registry's host or a place on one machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REGISTRY = re.compile(
    r"(?:^|[^\w.])((?:test\.|upload\.)?pypi\.(?:org|python\.org)|files\.pythonhosted\.org|registry\.(?:npmjs\.org|yarnpkg\.com)"
    r"|(?:deb|security)\.debian\.org|(?:archive|ports)\.ubuntu\.com|proxy\.golang\.org|(?:static\.|index\.)?crates\.io"
    r"|conda\.anaconda\.org|registry-1\.docker\.io|ghcr\.io)\b"
)
MACHINE = re.compile(r"(?<![\w.~$}/-])/(?:root|work|opt|home/\w+|Users/\w+)/[\w.]|[A-Z]:\\\\?Users\\")
PIP_OPTION = re.compile(r"^\s*(?:--(?:extra-)?index-url|-i|--find-links|-f|--trusted-host)\b", re.MULTILINE)


def found(pattern: re.Pattern[str], texts: dict[Path, str]) -> list[str]:
    return [
        f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[0].strip()}"
        for path, text in texts.items()
        for match in pattern.finditer(text)
    ]


def test_no_file_names_the_host_of_a_package_registry(texts: dict[Path, str]):
    assert not found(REGISTRY, texts)


def test_no_file_names_a_place_on_one_machine(texts: dict[Path, str]):
    assert not found(MACHINE, texts)


def test_no_requirements_file_says_where_packages_come_from(texts: dict[Path, str]):
    assert not found(PIP_OPTION, {path: text for path, text in texts.items() if path.parts[0] == "requirements"})


@pytest.mark.parametrize("address", ["https://{}/simple".format("pypi" + ".org"), "files." + "pythonhosted" + ".org/packages"])
def test_the_check_finds_a_registry(address: str):
    assert found(REGISTRY, {Path("a.txt"): f"see {address}"})


@pytest.mark.parametrize("place", ["ro" + "ot/.cache/uv", "ho" + "me/ana/onrecord", "wo" + "rk/main"])
def test_the_check_finds_a_place_on_a_machine(place: str):
    assert found(MACHINE, {Path("a.txt"): f"in /{place}"})
    assert not found(MACHINE, {Path("a.txt"): f"https://example.org/{place}"})
