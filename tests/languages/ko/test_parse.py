import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.ko import parse
from onrecord.languages.ko.nominals import runs
from onrecord.languages.ko.predicates import predicates
from onrecord.model import Document, Paragraph, Span


def document(text: str) -> Document:
    return Document("page", text, "ko", (Paragraph(Span(0, len(text)), language="ko"),))


def phrases(text: str) -> list[tuple[str, str]]:
    reading = parse.read(document(text))
    return [(run.span.of(text), run.particle) for sentence in reading.sentences for run in runs(reading, sentence)]


def test_sentences_end_at_final_endings_and_not_inside_quotations():
    text = "민 원장은 “시작이다. 끝이 아니다.”라고 말했다. 회의는 3.16.(목) 열렸다."
    assert [s.of(text) for s in parse.sentence_spans(text, Span(0, len(text)))] == [
        "민 원장은 “시작이다. 끝이 아니다.”라고 말했다.",
        "회의는 3.16.(목) 열렸다.",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("재단은 회의를 개최하였다.이날 회의에는 학자들이 참석하였다.", "재단은 회의를 개최하였다."),
        (
            "그는 ‘핵개발 할 수 있나? 제재의 길’이라는 주제로 발표했다. 끝났다.",
            "그는 ‘핵개발 할 수 있나? 제재의 길’이라는 주제로 발표했다.",
        ),
    ],
)
def test_a_sentence_ends_without_a_blank_and_not_inside_a_title(text: str, first: str):
    assert next(s.of(text) for s in parse.sentence_spans(text, Span(0, len(text)))) == first


def test_a_run_joins_name_body_and_office_and_keeps_brackets_apart():
    text = "예르볼 잔타소프(Yerbol Zhantasov) 카자흐스탄 에너지부 차관이 왔다."
    reading = parse.read(document(text))
    first = runs(reading, reading.sentences[0])[0]
    assert [word.text for word in first.words] == ["예르볼", "잔타소프", "카자흐스탄", "에너지부", "차관"]
    assert [gloss.of(text) for gloss in first.words[1].glosses] == ["Yerbol Zhantasov"]
    assert first.particle == "이"


def test_a_particle_that_looks_like_this_is_a_particle_behind_an_office():
    assert phrases("이도현 한빛연구소 소장이 사회를 맡았다.")[0] == ("이도현 한빛연구소 소장", "이")
    assert phrases("아르만 툴레게노프 한빛연구소 소장이 사회를 맡았다.")[0] == ("아르만 툴레게노프 한빛연구소 소장", "이")


@pytest.mark.parametrize("name", ["길도연", "어진목", "도윤정"])
def test_names_that_look_like_other_words_are_kept_whole_before_an_office(name):
    assert (f"{name} 기자", "가") in phrases(f"{name} 기자가 물었다.")


def test_predicates_join_a_noun_with_its_light_verb():
    reading = parse.read(document("위원회는 결의 이행을 촉구하였고 지지를 재확인했다."))
    assert [p.stem for p in predicates(reading.sentences[0].morphemes)] == ["촉구하", "재확인하"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="가나다라은는이를 “”()「」.,다했말\nAb3", max_size=60))
def test_any_text_is_covered_by_spans_inside_it(text):
    reading = parse.read(document(text))
    for sentence in reading.sentences:
        assert text[sentence.span.start : sentence.span.end] == sentence.span.of(text)
        for m in sentence.morphemes:
            assert sentence.span.start <= m.start <= m.end <= sentence.span.end
        for run in runs(reading, sentence):
            assert all(word.text == word.span.of(text) for word in run.words)
