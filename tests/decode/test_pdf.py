from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Document
from onrecord.model.errors import PageEmpty, PageLocked, PageUnreadable

Read = Callable[..., Document]

Pdf = Callable[..., bytes]
HEAD, FOOT = (72, 800, 9, "Ulytau Institute - Working papers"), 40
PAPER = [
    HEAD,
    (72, 740, 18, "A report on the archives of the"),
    (72, 718, 18, "test site"),
    (72, 690, 11, "Posted on 12 May 2019"),
    (
        72,
        660,
        11,
        "The institute in Karatau has kept the papers of the test site since 1993. Its director says that denucleari-",
    ),
    (72, 646, 11, "zation without records is a rumour, and that nuclear-"),
    (72, 632, 11, "weapon archives should be open."),
    (72, 606, 11, "A second paragraph is about the nuclear lobby and about one weapon, discussed at length by two"),
    (72, 592, 11, "experts. The nuclear weapon debate went on."),
    (90, 578, 11, "An indented paragraph begins here and runs on over the whole line until the end of the line where"),
    (72, 564, 11, "it goes on"),
    (72, FOOT, 9, "1"),
]


def paragraphs(document: Document, kind: str) -> list[str]:
    return [p.span.of(document.text) for p in document.paragraphs if p.kind == kind]


def test_lines_are_put_together_to_paragraphs(read: Read, pdf: Pdf) -> None:
    more = [[HEAD, (72, 740, 11, f"Page {n} says more about it."), (72, FOOT, 9, str(n))] for n in (2, 3)]
    document = read(pdf(PAPER, *more), "application/pdf")
    assert document.title == "A report on the archives of the test site"
    assert str(document.published) == "2019-05-12"
    body = paragraphs(document, "body")
    assert body[0].endswith("denuclearization without records is a rumour, and that nuclear-weapon archives should be open.")
    assert body[1].startswith("A second paragraph")
    assert body[1].endswith("two experts. The nuclear weapon debate went on.")
    assert body[2].startswith("An indented paragraph")
    assert body[3:] == ["Page 2 says more about it.", "Page 3 says more about it."]


def test_running_heads_and_page_numbers_are_furniture(read: Read, pdf: Pdf) -> None:
    pages = [[HEAD, (72, 700, 11, f"Sentence number {n} stands here."), (72, FOOT, 9, f"- {n} -")] for n in (1, 2, 3)]
    document = read(pdf(*pages), "application/pdf")
    assert paragraphs(document, "furniture") == [words for n in (1, 2, 3) for words in (HEAD[3], f"- {n} -")]


def test_paragraph_goes_on_over_the_page_break(read: Read, pdf: Pdf) -> None:
    long = "The director of the institute said in the library that the papers of the test site would be shown to"
    document = read(pdf([(72, 60, 11, long)], [(72, 780, 11, "everybody who asks for them.")]), "application/pdf")
    assert paragraphs(document, "body") == [f"{long} everybody who asks for them."]


def test_scan_names_the_cure(read: Read, pdf: Pdf) -> None:
    with pytest.raises(PageEmpty, match="OCR"):
        read(pdf([], []), "application/pdf")


def test_password_is_told(read: Read, pdf: Pdf) -> None:
    with pytest.raises(PageLocked, match="password"):
        read(pdf(PAPER, encrypted=True), "application/pdf")


@pytest.mark.parametrize("size", [20, 300])
def test_damaged_file_is_told(read: Read, pdf: Pdf, size: int) -> None:
    with pytest.raises((PageUnreadable, PageEmpty)):
        read(pdf(PAPER)[:size], "application/pdf")
