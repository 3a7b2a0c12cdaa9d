"""The sample pages hold what their README says is planted in them."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from tests.made import scripts

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "samples" / "pages").iterdir())
README = (ROOT / "samples" / "README.md").read_text("utf-8")
PLANTED = [
    (wording, number) for wording, numbers in re.findall(r"`([^`]+)` \(([\d, ]+)\)", README) for number in numbers.split(", ")
]


def writer() -> Any:
    """Return the module that writes the PDF."""
    return scripts.script("sample_pdf")


def text_of(path: Path) -> str:
    """Return the words of a page, markup and all; of the PDF the text that it was written from."""
    if path.suffix == ".pdf":
        return str(writer().SOURCE.read_text("utf-8"))
    return html.unescape(path.read_text("utf-8"))


def test_every_page_is_described_and_every_description_has_its_page():
    assert re.findall(r"^\| (\d\d) \|", README, re.MULTILINE) == [path.name[:2] for path in PAGES]


def test_the_pages_are_of_several_languages_and_formats():
    assert sum(".ko." in path.name for path in PAGES) == 2
    assert sum(".ru." in path.name for path in PAGES) == 2
    assert {path.suffix for path in PAGES} == {".html", ".pdf", ".txt"}


@pytest.mark.parametrize(("wording", "number"), PLANTED)
def test_what_is_planted_stands_in_the_page(wording: str, number: str):
    (page,) = [path for path in PAGES if path.name.startswith(number)]
    assert wording in text_of(page)


def test_the_readme_plants_something_on_every_page_but_copies():
    assert {number for _, number in PLANTED} == {path.name[:2] for path in PAGES}


def test_the_pdf_is_what_its_script_writes():
    module = writer()
    assert module.TARGET.read_bytes() == module.pdf(module.SOURCE.read_text("utf-8"))


def test_the_pdf_reads_as_its_text():
    import pypdfium2

    with pypdfium2.PdfDocument(writer().TARGET) as document:
        read = document[0].get_textpage().get_text_range()
    assert read.split() == text_of(writer().TARGET).replace("# ", "").split()
