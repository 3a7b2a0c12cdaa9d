"""What is not tried on a sentence because nothing can come of it: with every such check off, the facts are the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.decode import plain
from onrecord.extract import extract, readable
from onrecord.extract.ko import governments
from onrecord.extract.ko.gatherings import roles
from onrecord.extract.ko.milestones import steps as milestones
from onrecord.languages.ko import surfaces, vocabulary
from onrecord.model import Document, Span

PAGES = sorted(
    page for name in ("own", "fresh") for page in (Path(__file__).parents[2] / "quality" / "ko" / name / "pages").glob("*.txt")
)
NEEDED = (
    (governments, "_GROUP_NOUN"),
    (readable, "_YEAR"),
    (surfaces, "_DOT"),
    (surfaces, "_SLAVIC_END"),
)
"""What must stand where a dearer pattern is tried; any letter does where nothing is skipped."""


class Everything:
    """A set that holds every word."""

    def __contains__(self, _: object) -> bool:
        return True


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [plain.decode(page.read_text("utf-8"), id=page.stem) for page in PAGES]


def test_skipping_changes_no_fact(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    skipping = [repr(extract(document)) for document in documents]
    monkeypatch.setattr(roles, "_can_tell", lambda *_: True)
    monkeypatch.setattr(milestones, "_can_take_day", lambda _: True)
    monkeypatch.setattr(milestones, "_telling", Everything)
    for module, needed in NEEDED:
        monkeypatch.setattr(module, needed, re.compile(r"[^\n]"))
    assert [repr(extract(document)) for document in documents] == skipping


@pytest.mark.parametrize("role", ["organizer", "host", "moderator", "opening", "speaker", "signatory", "participant"])
def test_every_word_of_a_role_is_one_that_can_tell(role: str) -> None:
    for word in vocabulary.words("roles", role):
        for text in (f"누리연구원이 {word} 있다.", f"누리연구원이 {word[:1]} {word[1:]}", f"{word[:1]}(서울){word[1:]}"):
            assert roles._can_tell(text, Span(0, len(text)), ())


def test_a_bracket_that_a_quotation_may_part_hides_no_role() -> None:
    text = "원장은 “(가” 주(나)최했다"
    assert roles._can_tell(text, Span(0, len(text)), [Span(5, 7)])
