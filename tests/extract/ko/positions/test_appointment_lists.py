"""Lists of appointments, on lines of our own about invented people."""

from onrecord import extract_text


def offices(text: str) -> set[tuple[str, str, str | None]]:
    found = extract_text(text, language="ko", published="2021-10-20").positions
    return {(p.person.name, p.title, p.organization.name if p.organization else None) for p in found}


def test_the_body_that_heads_a_line_is_that_of_each_office_in_it():
    text = "▲ 외교부 <국장급> △조정관 모예솔 △심의관 탁온유"
    assert offices(text) == {("모예솔", "조정관", "외교부"), ("탁온유", "심의관", "외교부")}


def test_the_body_on_a_line_of_its_own_is_that_of_the_items_below():
    text = "◇ 통일부\n△기획관 국은새\n△심의관 당찬빛"
    assert offices(text) == {("국은새", "기획관", "통일부"), ("당찬빛", "심의관", "통일부")}


def test_who_stands_in_no_such_list_has_the_body_of_none():
    text = "외교부는 바쁘다.\n모예솔 조정관이 왔다."
    assert offices(text) == {("모예솔", "조정관", None)}
