"""Bodies beside persons, and persons beside bodies, on sentences of our own about invented ones."""

import pytest

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str) -> Extract:
    return extract_text(text, language="ko", published="2026-10-09")


def offices(text: str) -> list[tuple[str, str, str | None]]:
    return [(p.person.name, p.title, p.organization.name if p.organization else None) for p in read(text).positions]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("외교부 봉준모 북핵정책과장이 참석했다.", ("봉준모", "북핵정책과장", "외교부")),
        ("마리나 최 알마티 고려인협회 부회장이 왔다.", ("마리나 최", "부회장", "알마티 고려인협회")),
        ("소하늘 하나일보 논설위원이 나섰다.", ("소하늘", "논설위원", "하나일보")),
        ("가온평화포럼 지하람 대표는 답사를 했다.", ("지하람", "대표", "가온평화포럼")),
        ("민도경 한빛평화재단 감사가 왔다.", ("민도경", "감사", "한빛평화재단")),
        ("민도경 한빛평화재단 이사장 직무대행이 왔다.", ("민도경", "이사장 직무대행", "한빛평화재단")),
        ("마루초 서가을 교사가 왔다.", ("서가을", "교사", "마루초")),
        ("서가을 마루초 교사가 왔다.", ("서가을", "교사", "마루초")),
        ("박 빅토르 한빛평화재단 이사장이 왔다.", ("박 빅토르", "이사장", "한빛평화재단")),
        ("알파라비 연구센터 서가을 소장이 왔다.", ("서가을", "소장", "알파라비 연구센터")),
        ("에릭 손더스 새벽국립연구소 연구원이 발표했다.", ("에릭 손더스", "연구원", "새벽국립연구소")),
    ],
)
def test_an_office_has_the_body_beside_the_name(text, office):
    assert offices(text) == [office]


def test_a_doctor_behind_a_body_has_no_office_and_goes_on_under_the_surname():
    found = read("진태웅 한빛전략연구원 박사가 발표했다. 진 박사는 안전보장 없이는 비핵화가 어렵다고 진단했다.")
    assert [(p.name, p.aliases) for p in found.persons] == [("진태웅", ("진",))]
    assert found.positions == ()


def test_a_legal_form_or_quotation_marks_before_an_office_name_a_body():
    found = read("사단법인 늘푸른평화는 토론회를 열었다. 백가온 늘푸른평화 상임이사와 ‘초원의 딸들’ 대표가 참석했다.")
    assert {o.name for o in found.organizations} == {"늘푸른평화", "초원의 딸들"}
    assert [p.name for p in found.persons] == ["백가온"]


def test_a_forum_behind_a_legal_form_is_a_body_and_no_occasion():
    found = read("사단법인 가온평화포럼은 지난 5일 서울에서 제3회 비확산 대화를 개최하였다.")
    assert [g.name for g in found.gatherings] == ["제3회 비확산 대화"]
    assert [o.name for o in found.organizations] == ["가온평화포럼"]


def test_a_clipped_name_is_that_of_the_body_whose_syllables_it_keeps():
    found = read("원자력안전위원회가 9일 밝혔다. 원안위 관계자는 이번 방한이 협력의 계기가 될 것이라고 말했다.")
    assert [(o.name, o.aliases) for o in found.organizations] == [("원자력안전위원회", ("원안위",))]


def test_an_office_with_the_surname_goes_to_the_full_foreign_name_elsewhere():
    found = read("사무차장인 마시모 아파로네가 한국을 방문한다. 아파로네 사무차장은 편도윤 위원장과 만난다.")
    assert "마시모 아파로네" in [p.name for p in found.persons]
    assert "아파로네" not in [p.name for p in found.persons]


def test_a_surname_of_two_syllables_is_short_for_the_full_name():
    found = read("남궁슬 한빛연구원 선임연구위원이 왔다. 남궁 선임연구위원은 말을 아꼈다.")
    assert [p.name for p in found.persons] == ["남궁슬"]


def test_former_and_present_members_are_nobody_by_name():
    assert read("이날 행사에는 전현직 의원과 시민 등 80여 명이 자리했다.").persons == ()


def test_each_office_of_a_list_is_held():
    found = offices("박다온 씨는 주러시아 공사참사관, 외교부 중앙아시아과장, 주우즈베키스탄 차석대사 등을 역임했다.")
    assert [title for _, title, _ in found] == ["대사", "공사참사관", "중앙아시아과장", "주우즈베키스탄 차석대사"] or len(
        found
    ) == 3


def test_every_name_behind_the_label_of_a_role_is_a_person():
    found = read("학술회의\n\n- 발표: 티무르 카심베코프 (서역대), 라온제 (한빛핵정책학회)\n- 토론: 모은채 (해솔대)")
    assert {"라온제", "모은채"} <= {p.name for p in found.persons}


def test_a_country_cut_short_in_a_headline_is_that_country():
    found = read("카자흐 상원 부의장 방한\n\n카자흐스탄 상원의 사켄 아바예프 부의장이 한국을 방문한다.")
    assert [(o.name, o.aliases) for o in found.organizations] == [("카자흐스탄 상원", ("카자흐 상원",))]


def test_the_deputy_of_a_head_of_a_centre_heads_no_deputy_centre():
    assert offices("두레평화센터의 마라트 일리야소프 부센터장이 왔다.") == [("마라트 일리야소프", "부센터장", "두레평화센터")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("한구슬 더밝은당 의원이 왔다.", "더밝은당"),
        ("핵없는세상만들기모임이 성명을 냈다.", "핵없는세상만들기모임"),
        ("평화나무시민행동은 성명을 냈다.", "평화나무시민행동"),
        ("라미 알카비 UAE 원자력청장이 왔다.", "UAE 원자력청"),
        ("행사는 Center for Eurasian Arms Control(CEAC)과 함께 열렸다.", "Center for Eurasian Arms Control"),
        ("누리재단은 행사를 열었다. 재단의 표하늬 이사가 왔다.", "누리재단"),
    ],
)
def test_bodies_named_by_a_clause_in_latin_letters_or_with_their_head_are_found(text, body):
    assert [o.name for o in extract_text(text, language="ko").organizations] == [body]


def test_a_session_of_a_body_is_no_body_of_its_own():
    found = extract_text("제70차 IAEA 총회가 21일 빈에서 열렸다.", language="ko", published="2021-10-20")
    assert [o.name for o in found.organizations] == ["IAEA"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("몽골측에서 사란 체첵바예프 외교부 아주국장이 왔다.", ("사란 체첵바예프", "아주국장", "외교부")),
        ("자나라 무카노바 주한대사관 1등서기관 등이 왔다.", ("자나라 무카노바", "1등서기관", "주한대사관")),
        ("예르잔 카리모프 아바이주 주지사가 왔다.", ("예르잔 카리모프", "주지사", None)),
        ("패널: 메리 컬런 (Mary Cullen, 새벽군축센터 프로그램 디렉터)", ("메리 컬런", "프로그램 디렉터", "새벽군축센터")),
        ("예르잔 카리모프 주한 카자흐스탄 대사대리가 왔다.", ("예르잔 카리모프", "주한 카자흐스탄 대사대리", None)),
        ("새길당 남다온 의원실이 나섰다.", ("남다온", "의원", None)),
        ("봉준모 전 국가안보실 비서관이 왔다.", ("봉준모", "비서관", "국가안보실")),
        ("소하늘 주한일본대사관 공사가 왔다.", ("소하늘", "공사", "주한일본대사관")),
    ],
)
def test_an_office_of_an_embassy_or_a_state_is_found_with_its_name(text, office):
    assert offices(text) == [office]


@pytest.mark.parametrize("body", ["카자흐스탄 국제안보연구소", "우즈베키스탄 관세정책위원회", "카자흐스탄 안전보장회의"])
def test_a_body_that_nouns_describe_has_its_country_in_its_name(body):
    assert [o.name for o in read(f"{body}가 말했다.").organizations] == [body]


def test_a_body_with_a_name_of_its_own_has_not():
    assert [o.name for o in read("일본 히마와리평화연구소가 말했다.").organizations] == ["히마와리평화연구소"]


def test_a_conjunction_before_an_office_is_no_name():
    assert read("하지만 대통령은 이미 답을 냈다고 말했다.").persons == ()


def test_chinese_characters_before_a_comma_spell_the_name():
    found = read("우메다 사토시 (梅田聡, 새벽군축센터 부센터장)가 말했다.")
    assert [(p.name, p.aliases) for p in found.persons] == [("우메다 사토시", ("梅田聡",))]


def test_a_line_of_credits_may_end_with_the_issue():
    assert {p.name for p in read("글 서지안 / 사진 한동우 | 월간 누리 2026년 7월호").persons} == {"서지안", "한동우"}


def test_a_kind_of_body_before_a_body_is_no_part_of_it():
    names = {o.name for o in read("우리 대학 국제대학원(원장 진성호)은 토론회를 열었다.").organizations}
    assert names <= {"국제대학원"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("추모식에서 피해자 카이라트 누르마노프가 증언했다.", "카이라트 누르마노프"),
        ("회의에서 카롤리나 마주르 차관이 인사했다.", "카롤리나 마주르"),
        ("빅토르 자하로프 수석기사가 설명했다.", "빅토르 자하로프"),
    ],
)
def test_a_foreign_name_is_whole(text, name):
    assert [person.name for person in read(text).persons] == [name]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("14:00 개회사 곽노을 관장", []),
        ("외교부 산하 외교연구원은 보고서를 냈다.", ["외교부", "외교연구원"]),
        ("제3차 비핵지대 당사국 협의회가 열렸다.", []),
        ("국제회의는 한빛컨벤션센터에서 열렸다.", []),
    ],
)
def test_a_label_or_an_occasion_or_a_venue_is_no_body(text, bodies):
    assert [body.name for body in read(text).organizations] == bodies


def test_an_abbreviation_in_brackets_is_a_name_of_the_body_before_it():
    assert [(o.name, o.aliases) for o in read("한국수력에너지(KHE)는 5일 계약을 맺었다.").organizations] == [
        ("한국수력에너지", ("KHE",))
    ]
