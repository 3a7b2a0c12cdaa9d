"""Who speaks in Korean clauses, on sentences of our own about invented people."""

from __future__ import annotations

from onrecord import extract_text


def said(text: str) -> list[tuple[str, str]]:
    found = extract_text(text, language="ko", published="2021-10-20").statements
    return [(s.speaker_name or "", " ".join(s.content)) for s in found]


def test_a_document_says_what_stands_in_it() -> None:
    (one,) = said("참가자들은 선언문을 채택했다. 선언문은 핵무기 없는 세계가 다음 세대의 권리라고 강조했다.")
    assert one == ("선언문", "핵무기 없는 세계가 다음 세대의 권리라")


def test_whom_words_are_about_does_not_speak_them() -> None:
    text = (
        "민도경 회장은 동포들은 고통을 이웃으로서 함께 겪었다고 하면서, 실험은 이제 즉각 중단되어야 한다고 말했다. "
        "또한 협회가 8월에 여는 회의에 외교부의 관심을 요청했다."
    )
    assert {who for who, _ in said(text)} == {"민도경"}


def test_the_topic_of_the_last_clause_points_out_what_ends_in_a_noun_form() -> None:
    text = (
        "민도경 소장은 “우리는 안보를 잃지 않고 신뢰를 얻었다”고 강조하였으며, "
        "도하람 센터장은 회의의 연이은 실패가 잘못된 신호를 줄 수 있음을 지적하였다."
    )
    assert said(text)[-1] == ("도하람", "회의의 연이은 실패가 잘못된 신호를 줄 수 있음")


def test_a_concession_before_a_quotation_is_none_of_its_words() -> None:
    (one,) = said('민도경 교수는 두 나라의 사정이 다르다는 점을 인정하면서도 "단계를 밟는 원칙은 여전히 옳다"고 말했다.')
    assert one == ("민도경", "단계를 밟는 원칙은 여전히 옳다")


def test_a_surname_that_counts_people_is_one_where_its_holder_was_named_with_the_office() -> None:
    words = " 인사말에서 “음악은 두 나라를 잇는 다리가 될 것”이라고 말했다."
    assert said("한누리 총영사가 왔다. 한 총영사는" + words)[0][0] == "한누리"
    assert said("양누리 차관이 왔다. 양 차관은" + words)[0][0] == "양누리"
    assert said("양누리 차관과 민도경 차관이 왔다. 양 차관은" + words)[0][0] == "양 차관"
    assert said("민도경 교수가 왔다. 한 교수는" + words)[0][0] == "한 교수"
