"""Who said what in Korean pages, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text


def said(text: str) -> list[tuple[str | None, tuple[str, ...], bool, str]]:
    found = extract_text(text, language="ko", published="2021-10-20").statements
    return [(s.speaker_name, s.content, s.direct, s.cue) for s in found]


WORDS = "검증은 불신이 아니라 신뢰의 도구"


@pytest.mark.parametrize(("left", "right"), ["“”", '""', "‘’", "「」"])
def test_each_kind_of_quotation_marks_holds_direct_speech(left, right):
    assert said(f"탁서린 원장은 {left}{WORDS}{right}라고 말했다.") == [("탁서린", (WORDS,), True, "말했다")]


@pytest.mark.parametrize(
    "text",
    [
        "탁서린 원장은 ‘검증은 불신이 아니라 신뢰의 도구’라는 제목의 특강을 하였다.",
        "탁서린 원장은 ‘검증은 불신이 아니라 신뢰의 도구’를 주제로 발표했다.",
        "재단은 「검증은 불신이 아니라 신뢰의 도구」라는 책을 냈다.",
    ],
)
def test_titles_in_single_marks_are_no_speech(text):
    assert said(text) == []


def test_the_topic_before_a_quotation_speaks_whoever_is_the_subject_of_what_follows():
    assert said(f"탁서린 원장은 이 자리에서 “{WORDS}”라며 양국이 긴밀히 공조하자고 했다.")[0][:2] == ("탁서린", (WORDS,))
    assert said(f"“{WORDS}”라고 탁서린 원장이 말했다.")[0][:2] == ("탁서린", (WORDS,))


def test_a_surname_that_is_another_word_is_who_has_it():
    text = "차민호 평화연구소 연구위원이 발표했다. 차 연구위원은 검증 기구를 지역 안에 두어야 한다고 주장했다."
    assert [one[0] for one in said(text)] == ["차민호"]


def test_a_quotation_as_object_is_direct():
    assert said(f"탁서린 원장은 지난 일을 소개하며 ‘{WORDS}라는 사실’을 강조했다.") == [
        ("탁서린", (f"{WORDS}라는 사실",), True, "강조했다")
    ]


def test_somebody_whom_no_list_knows_speaks_right_before_his_quotation():
    assert said(
        "한 대학원생이 ‘더 빠른 길은 정말로 없느냐’고 묻자 탁서린 원장은 “지름길은 어디에도 없습니다 여러분”이라고 답했다."
    ) == [
        ("한 대학원생", ("더 빠른 길은 정말로 없느냐",), True, "묻자"),
        ("탁서린", ("지름길은 어디에도 없습니다 여러분",), True, "답했다"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "탁서린 원장은 옛 갱도를 예로 들었다. 주민을 돌보지 않는 폐쇄는 절반의 성공이라는 것이다.",
            "탁서린",
            "주민을 돌보지 않는 폐쇄는 절반의 성공이라",
        ),
        (
            "주민을 돌보지 않는 폐쇄는 절반의 성공이라는 게 탁서린 원장의 설명이다.",
            "탁서린",
            "주민을 돌보지 않는 폐쇄는 절반의 성공이라",
        ),
    ],
)
def test_a_sum_of_what_somebody_says_needs_no_verb(text, speaker, content):
    assert said(text) == [(speaker, (content,), False, "")]


def test_an_office_alone_is_that_of_who_was_named_with_it():
    text = "탁서린 원장이 방문단을 맞았다. 방문단은 기록관도 둘러보았다. 원장은 갱도를 막는 데 구 년이 걸렸다고 들려주었다."
    assert said(text) == [("탁서린", ("갱도를 막는 데 구 년이 걸렸다",), False, "들려주었다")]


def test_who_is_quoted_may_quote_another():
    text = "탁서린 원장은 “그때 한스 뢰더만 단장이 ‘닫아 두는 데는 한 세대가 걸린다’고 말하더군요”라고 회고했다."
    assert [(who, words) for who, words, _, _ in said(text)][-1] == ("한스 뢰더만", ("닫아 두는 데는 한 세대가 걸린다",))


def test_a_group_that_a_sentence_is_about_does_not_speak_next():
    assert said("아직 현장을 확인한 전문가는 아무도 없습니다. 이번 세미나가 검증을 함께 생각하는 자리가 되기를 바랍니다.") == []


def test_two_reports_in_one_sentence_are_two():
    text = "탁서린 원장은 발사가 여러 결의를 위반한 것임을 지적하고, 국제사회가 한목소리로 대응해 나가야 한다고 하였다."
    assert [words for _, words, _, _ in said(text)] == [
        ("발사가 여러 결의를 위반한 것임",),
        ("국제사회가 한목소리로 대응해 나가야 한다",),
    ]


@pytest.mark.parametrize("cue", ["말했다", "밝혔다", "강조했다", "지적했다", "설명했다", "제안했다", "화답했다", "덧붙였다"])
def test_verbs_of_reporting_close_a_clause(cue):
    assert said(f"탁서린 원장은 검증에는 오랜 시간이 걸린다고 {cue}.") == [
        ("탁서린", ("검증에는 오랜 시간이 걸린다",), False, cue),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "탁서린 원장은 조건 없이 대화에 나서야 한다는 입장을 밝혔다.",
            ("탁서린", ("조건 없이 대화에 나서야 한다",), False, "입장을 밝혔다"),
        ),
        (
            "탁서린 원장은 지난 20일 서울에서 열린 세미나에서 “연기는 아무 증거도 되지 못한다”고 지적했다.",
            ("탁서린", ("연기는 아무 증거도 되지 못한다",), True, "지적했다"),
        ),
        (
            "탁서린 원장은 핵 포기가 외교의 자산으로 되돌아왔음을 강조했다.",
            ("탁서린", ("핵 포기가 외교의 자산으로 되돌아왔음",), False, "강조했다"),
        ),
        (
            "두 나라가 검증 방안을 함께 논의했다고 누리평화연구원이 17일 밝혔다.",
            ("누리평화연구원", ("두 나라가 검증 방안을 함께 논의했다",), False, "밝혔다"),
        ),
        (
            "주최 측에 따르면 이번 포럼에는 두 나라에서 백여 명이 왔다.",
            ("주최 측", ("이번 포럼에는 두 나라에서 백여 명이 왔다",), False, "따르면"),
        ),
        (
            "- 탁서린 원장은 “검증은 신뢰를 세우는 도구일 뿐”이라고 평가.",
            ("탁서린", ("검증은 신뢰를 세우는 도구일 뿐",), True, "평가"),
        ),
        (
            "- 탁서린 원장은 각국 의회가 예산을 살펴야 한다고 제언함.",
            ("탁서린", ("각국 의회가 예산을 살펴야 한다",), False, "제언함"),
        ),
        (
            "- 탁서린 원장(개회사): 의회는 조약을 요구하는 곳이기도 함.",
            ("탁서린", ("의회는 조약을 요구하는 곳이기도 함",), False, ""),
        ),
    ],
)
def test_forms_of_reporting(text, expected):
    assert expected in said(text)


def test_two_clauses_before_one_verb_are_two_statements():
    text = "탁서린 원장은 검증 기술의 개발에 오래 힘써 왔다면서, 경험을 나눌 준비가 되어 있다고 말했다."
    assert [content for _, content, _, _ in said(text)] == [
        ("검증 기술의 개발에 오래 힘써 왔다",),
        ("경험을 나눌 준비가 되어 있다",),
    ]


@pytest.mark.parametrize("joint", ["라며", "이라며", "라면서"])
def test_a_quotation_parted_by_a_connective_is_one_statement(joint):
    text = f"탁서린 원장은 “그 나라는 비핵화의 오랜 선배”{joint} “그 경험은 우리에게도 뜻이 깊다”고 말했다."
    assert said(text) == [
        ("탁서린", ("그 나라는 비핵화의 오랜 선배", "그 경험은 우리에게도 뜻이 깊다"), True, "말했다"),
    ]


def test_a_report_of_a_report_is_two_statements():
    text = "탁서린 원장은 “검증은 언제나 오랜 시간이 걸린다”고 말했다고 누리평화연구원은 덧붙였다."
    assert [(name, direct) for name, _, direct, _ in said(text)] == [("누리평화연구원", False), ("탁서린", True)]


def test_the_speaker_dropped_in_the_following_sentences_is_the_one_before():
    text = (
        "탁서린 원장은 검증에는 오랜 시간이 걸린다고 말했다. 이어 보상이 단계마다 보여야 한다고 강조했다. "
        "그는 의료 지원도 함께 늘려야 한다고 덧붙였다."
    )
    assert {name for name, _, _, _ in said(text)} == {"탁서린"}
    assert len(said(text)) == 3


def test_an_answer_in_an_interview_is_of_whom_the_page_names():
    text = (
        "[인터뷰] 굴나라 이브라예바 교수\n\nQ. 한국어를 왜 배웠습니까.\n"
        "A. 이웃집 할머니가 고려인이었어요. 그 이야기를 적다가 배웠습니다.\n"
    )
    assert said(text) == [
        ("굴나라 이브라예바", ("이웃집 할머니가 고려인이었어요. 그 이야기를 적다가 배웠습니다",), False, ""),
    ]


def test_two_sentences_between_straight_marks_are_one_quotation():
    text = '탁서린 원장은 옛일을 떠올리며 "우리에게 물은 사람은 없었다. 이번에는 먼저 물어봐 달라"고 호소했다.'
    assert said(text) == [("탁서린", ("우리에게 물은 사람은 없었다. 이번에는 먼저 물어봐 달라",), True, "호소했다")]


def test_a_straight_mark_without_a_partner_does_not_join_sentences():
    text = '탁서린 원장은 5" 관을 보았다. 그는 검증이 불신이 아니라 신뢰의 도구라고 말했다.'
    assert [(name, cue) for name, _, _, cue in said(text)] == [("탁서린", "말했다")]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("탁서린 원장은 다만 그 땅을 백 년은 닫아 둬야 한다고 선을 그었다.", "그 땅을 백 년은 닫아 둬야 한다", "선을 그었다"),
        ("탁서린 원장은 빈 들판에 연구 단지를 짓는 구상을 내놨다.", "빈 들판에 연구 단지를 짓는 구상", "내놨다"),
        ("탁서린 원장은 머지않아 두 나라가 다시 만날 것으로 내다봤다.", "머지않아 두 나라가 다시 만날 것", "내다봤다"),
        ("탁서린 원장은 그 각서를 “도장만 있고 주소가 없는 편지”에 비유했다.", "도장만 있고 주소가 없는 편지", "비유했다"),
    ],
)
def test_further_verbs_report(text, content, cue):
    assert [(name, words, said_so) for name, words, _, said_so in said(text)] == [("탁서린", (content,), cue)]


@pytest.mark.parametrize(
    "text",
    [
        "탁서린 원장은 오래 준비한 두 번째 책을 마침내 내놨다.",
        "탁서린 원장은 땅바닥에 나뭇가지로 곧은 선을 그었다.",
        "오는 겨울에는 눈이 많이 내릴 것으로 내다봤다.",
    ],
)
def test_the_same_verbs_without_a_thought_or_a_speaker_do_not_report(text):
    assert said(text) == []


def test_whose_view_a_sentence_is_about_speaks_next():
    text = "탁서린 원장은 서로 사무소부터 여는 것이 옳다고 말했다. "
    text += "국다빈 교수의 생각은 달랐다. 그는 “신고가 없으면 사찰도 없다”고 반박했다."
    assert [name for name, *_ in said(text)] == ["탁서린", "국다빈"]


def test_a_marked_question_says_nothing():
    text = "탁서린 원장을 만났다.\n\nQ. 이웃 나라의 형편은 어떻다고 보십니까?\n\n"
    text += "A. 아직 자료가 없습니다. 누구도 조사하지 않았습니다."
    assert [content for _, content, _, _ in said(text)] == [("아직 자료가 없습니다. 누구도 조사하지 않았습니다",)]


@pytest.mark.parametrize("verb", ["촌평했다", "반론을 폈다", "축하 인사를 건넸다", "참석자들을 반겼다"])
def test_behind_a_quotation_any_verb_reports(verb):
    assert [s[:2] for s in said(f"탁서린 원장은 “{WORDS}”이라고 {verb}.")] == [("탁서린", (WORDS,))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("탁서린 원장은 주민 환자가 해마다 늘고 있다며 조사의 필요성을 제기했다.", "주민 환자가 해마다 늘고 있다"),
        ("탁서린 원장은 국경은 혼자 지킬 수 없다고 전제하고 자료를 나눠 줬다.", "국경은 혼자 지킬 수 없다"),
        ("탁서린 원장은 과감한 지원을 아끼지 않을 것이라는 뜻을 내비쳤다.", "과감한 지원을 아끼지 않을 것이라"),
        ("탁서린 원장은 전날 이웃 나라가 미사일을 쏜 데 대해 깊은 유감을 표했다.", "전날 이웃 나라가 미사일을 쏜 데"),
    ],
)
def test_what_reports_by_itself_needs_no_known_verb(text, content):
    assert [s[:2] for s in said(text)] == [("탁서린", (content,))]


def test_what_somebody_heard_or_an_inscription_says_is_no_statement():
    assert said("탁서린 원장은 그때 현장에 아무도 없었다고 들었다.") == []


def test_the_topic_behind_a_clause_in_the_past_speaks():
    text = "민도경 장관은 탁서린 장관을 회의에 초청하였으며, 탁서린 장관은 회의 참석을 긍정적으로 검토하겠다고 답하였다."
    assert [s[:2] for s in said(text)] == [("탁서린", ("회의 참석을 긍정적으로 검토하겠다",))]


def test_a_city_and_two_of_a_kind_speak():
    assert said("한빛시(시장 문채건)는 이웃 고을과 우호교류 협약을 체결했다고 밝혔다.")[0][0] == "한빛시"
    assert said("두 지자체는 앞으로 청소년 교류에 힘을 모으기로 약속했다.")[0][0] == "두 지자체"


def test_the_sentences_of_an_answer_are_not_told_again():
    text = (
        "민도경 원장을 만났다.\n\nQ. 어떻게 보십니까?\nA. 저는 그 문서가 가장 잘 쓴 글이라고 생각합니다. 다들 그렇게 말하지요."
    )
    assert len(said(text)) == 1


def test_a_country_that_is_asked_to_act_is_not_who_asks():
    told = said(
        "탁서린 본부장은 리웨이(李偉) 중국 외교부 특별대표와도 통화를 갖고 중국이 이사국으로서 맡은 "
        "역할을 다해 줄 것을 요청하였다."
    )
    assert [speaker for speaker, *_ in told] == ["탁서린"]


def test_a_chinese_surname_with_an_office_is_whom_the_page_named_before():
    told = said("탁서린 본부장은 쉬원강(許文强) 중국 외교부 특별대표와 만났다. 쉬 대표는 모두가 냉정을 되찾아야 한다고 하였다.")
    assert [speaker for speaker, *_ in told] == ["쉬원강"]


@pytest.mark.parametrize("behind", ["는 말로 강의를 열었다", "는 농담 섞인 조언도 잊지 않았다", "는 소감을 남겼다"])
def test_a_noun_of_speech_behind_a_quotation_reports_it_whatever_the_verb(behind):
    told = said(f"민도경 교수는 “지도를 먼저 펴야 길이 보인다”{behind}.")
    assert [(speaker, content) for speaker, content, *_ in told] == [("민도경", ("지도를 먼저 펴야 길이 보인다",))]


def test_the_first_answer_of_an_interview_is_of_whom_the_page_names_most():
    told = said(
        "[대담] 민도경 누리연구원 원장\n\n지난 11일 민도경 원장을 연구원에서 만났다.\n\n- 왜 기록을 모으십니까.\n"
        "“기억은 사람과 함께 사라지기 때문입니다. 종이는 조금 더 오래갑니다.”\n"
    )
    assert [speaker for speaker, *_ in told] == ["민도경"]


def test_the_press_office_of_a_body_speaks_for_it():
    told = said("대표단이 다음 달 세메이를 찾을 예정이라고 하원 공보실이 전했다.")
    assert [speaker for speaker, *_ in told] == ["하원"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("코발축 교수는 각서를 들어 “종이 한 장의 약속으로는 부족하다”고 꼬집었다.", "종이 한 장의 약속으로는 부족하다"),
        ("무라토프 교수는 조사 결과를 소개하고 “그 피해를 국가가 책임져야 한다”고 촉구했다.", "그 피해를 국가가 책임져야 한다"),
        ("누리재단은 보도자료를 내고 두 나라가 우려를 전달했다고 전했다.", "두 나라가 우려를 전달했다"),
        (
            "벨로우 차관은 25일 모스크바에서 열린 비확산 국제회의에서 대화의 틀을 되살려야 한다고 주장했다.",
            "대화의 틀을 되살려야 한다",
        ),
    ],
)  # fmt: skip
def test_what_stands_before_reported_words_is_not_said(text, content):
    found = extract_text(text, language="ko", published="2021-10-20").statements
    assert [s.content for s in found] == [(content,)]


def test_who_speaks_by_another_source_is_a_statement_of_its_own():
    text = "새벽통신에 따르면 무라토프 차관은 이날 연설에서 “압박만으로는 아무것도 얻지 못했다”고 말했다."
    found = extract_text(text, language="ko", published="2021-10-20").statements
    assert [s.speaker_name for s in found] == ["새벽통신", "무라토프"]


@pytest.mark.parametrize("end", ["는 것이 표 소장의 설명이다", "라는 게 표 소장의 지적이다"])
def test_a_quotation_that_is_the_sum_of_what_somebody_said_is_his(end):
    words = "검증 없는 합의는 오래가지 못한다"
    assert said(f"표고운 소장이 왔다. “{words}”{end}.") == [("표고운", (words,), True, "")]


def test_to_say_behind_a_proposal_is_no_auxiliary_verb():
    text = "무라토프 부총리는 한국이 중요한 동반자라고 강조하고, 두 나라가 회의의 성공을 위해 협력하자고 하였다."
    found = extract_text(text, language="ko", published="2021-10-20").statements
    assert [s.cue for s in found][-1] == "하였다"


def test_a_line_behind_a_dash_over_a_quotation_is_a_question_and_the_quotation_its_answer():
    page = (
        "예를란 사디코프 주한 카자흐스탄대사를 29일 서울 대사관에서 만났다.\n\n-두 나라의 협력 계획은.\n"
        '"올해 가을에 부산에서 공동 연구를 시작한다. 기록관도 함께 연다."\n'
    )
    found = extract_text(page, language="ko").statements
    assert [(s.speaker_name, s.direct) for s in found] == [("예를란 사디코프", True)]
    assert found[0].content == ("올해 가을에 부산에서 공동 연구를 시작한다. 기록관도 함께 연다.",)


def test_a_purpose_parts_no_clause_of_what_is_called_for():
    text = "탁서린 장관은 지역의 평화를 위해 함께 노력할 것을 촉구했다."
    assert said(text) == [("탁서린", ("지역의 평화를 위해 함께 노력할 것",), False, "촉구했다")]


def test_the_speaker_stands_behind_the_verb_that_describes_him():
    assert said(f"“{WORDS}”라고 말한 탁서린 원장은 자리를 떴다.")[0][:2] == ("탁서린", (WORDS,))
