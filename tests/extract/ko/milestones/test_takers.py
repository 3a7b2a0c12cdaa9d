"""Who took a dated step, in Korean; sentences of our own about invented people."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def taken(text: str) -> list[tuple[str, str | None]]:
    return [(step.kind, step.actor) for step in extract_text(text, language="ko").milestones]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("북한은 1993년 3월 12일 핵확산금지조약(NPT) 탈퇴를 선언했다.", ("withdrawal", "북한")),
        ("카자흐스탄 의회가 2019년 8월 29일 핵무기금지조약 비준서를 기탁했다.", ("treaty-ratified", "카자흐스탄 의회")),
        ("중앙아시아 5개국은 2006년 9월 8일 비핵지대조약에 서명했다.", ("treaty-signed", "중앙아시아 5개국")),
        ("도래울시와 세메이시는 2015년 4월 6일 자매결연 협정을 맺었다.", ("agreement", "도래울시와 세메이시")),
        ("호주는 2003년 1월 15일 연구용 원자로를 폐쇄했다.", ("facility-shut", "호주")),
        ("남아공은 1991년 7월 10일 핵확산금지조약에 가입한 바 있다.", ("accession", "남아공")),
    ],
)
def test_a_step_is_that_of_the_subject_of_its_verb(text, step):
    assert step in taken(text)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("탁서린 위원은 몽골이 2012년 고농축우라늄을 모두 반출한 경험을 소개했다.", ("material-removed", "몽골")),
        ("탁서린 위원은 2012년 고농축우라늄을 모두 반출한 경험을 소개했다.", ("material-removed", None)),
        ("탁서린 위원은 “2006년 10월 9일 첫 핵실험을 실시했다”고 말했다.", ("nuclear-test", None)),
        ("탁서린 위원은 2006년 10월 9일 첫 핵실험을 실시했다고 말했다.", ("nuclear-test", None)),
        ("도래울시는 지난 2020년 5월 6일 세메이시와 우호교류 협약을 체결했다고 밝혔다.", ("agreement", "도래울시")),
    ],
)
def test_who_tells_of_a_step_did_not_take_it_but_a_body_tells_of_itself(text, step):
    assert step in taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "마지막 핵탄두는 1996년 6월 1일 러시아로 옮겨졌다.",
        "카자흐스탄의 시험로는 2001년 4월 3일 가동중단했다. 핵실험장은 1991년 8월 29일 폐쇄됐다.",
        "핵무기금지조약은 2021년 1월 22일 발효됐다.",
    ],
)
def test_what_befalls_a_thing_has_no_taker(text):
    assert taken(text)
    assert {who for _, who in taken(text)} == {None}


def test_what_a_paragraph_is_about_goes_on_where_a_clause_names_no_subject():
    text = (
        "카자흐스탄은 1991년 12월 핵무기를 물려받았으나, 1995년 4월 핵탄두를 러시아로 넘겼다. 2002년 5월에는 CTBT를 비준했다."
    )
    assert [who for _, who in taken(text)] == ["카자흐스탄"] * 3
    assert taken("카자흐스탄은 넓다.\n\n2002년 5월에는 CTBT를 비준했다.") == [("treaty-ratified", None)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("주요 연표\n\n· 2006. 10. 9. 북한, 1차 핵실험\n", "북한"),
        ("주요 연표\n\n· 1993. 12. 13. 카자흐스탄 의회, NPT 가입 비준\n", "카자흐스탄 의회"),
        ("지난해에는 2017년 9월 북한의 6차 핵실험이 실시됐다.", "북한"),
    ],
)
def test_an_entry_and_a_genitive_tell_whose_step_it_is(text, who):
    assert [found for _, found in taken(text)] == [who]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("재단은 2020년 12월 1일 탁서린 교수를 새 이사로 선임했다.", "새 이사"),
        ("지난 2021년 2월 부임한 탁서린 대사가 축사를 했다.", "대사"),
        ("탁서린 대사는 직전까지 원자력청 부청장을 지낸 전문가로, 2024년 6월 24일 부임했다.", "대사"),
    ],
)
def test_an_office_is_taken_by_its_holder_and_named(text, what):
    (step,) = [one for one in extract_text(text, language="ko").milestones if one.kind == "office-taken"]
    assert (step.actor, step.what) == ("탁서린", what)
