"""Offices written together with the body that they head, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("민도경 하늘누리연구원장이 왔다.", ("원장", "하늘누리연구원")),
        ("민도경 외교부 국제안보국장이 왔다.", ("국제안보국장", "외교부")),
    ],
)
def test_a_head_is_that_of_its_body_and_a_department_belongs_to_the_office(text, office):
    (found,) = extract_text(text, language="ko", published="2021-10-20").positions
    assert (found.title, found.organization.name if found.organization else None) == office
