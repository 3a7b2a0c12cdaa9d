"""Whom sentences without a subject are about."""

from onrecord import extract_text


def parts(text: str) -> dict[str, set[tuple[str, str]]]:
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    return {g.type: {(getattr(p.who, "name", str(p.who)), p.role) for p in g.participations} for g in found}


def test_the_items_of_a_list_go_on_with_whom_the_first_is_about():
    text = "1. 탁서린 원장은 10월 11일 세메이를 방문하였습니다.\n2. 13일에는 한빛대학교를 찾아 특강을 하였습니다."
    assert ("탁서린", "speaker") in parts(text)["other"]


def test_a_pronoun_is_whom_the_text_is_about():
    text = "탁서린 원장은 서울에 도착했다. 그는 14일 부산에서 열린 포럼에 참석했다."
    assert ("탁서린", "participant") in parts(text)["forum"]


def test_a_sentence_with_a_subject_of_its_own_is_not_about_whom_was_told_before():
    text = "탁서린 원장은 책을 냈다. 14일 부산에서 열린 포럼에는 시민들이 참석했다."
    assert ("탁서린", "participant") not in parts(text)["forum"]


def test_a_pronoun_goes_on_with_whoever_acted_last():
    text = "탁서린(68) 전 국제기구(IAO) 사찰관이 한국을 찾았다.\n\n그는 14일 대전에서 누리학회가 연 학술대회에서 강연을 했다."
    assert ("탁서린", "speaker") in parts(text)["conference"]
