from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import extract_text
from onrecord.extract.topics import topics_of
from onrecord.languages import topics

PARALLEL = {
    "leaders-will": (
        "It was the political will of the president that closed the site",
        "실험장을 닫은 것은 대통령의 정치적 의지였다",
        "Полигон закрыла политическая воля президента",
    ),
    "security-guarantees": (
        "No state gives up its weapons without security guarantees",
        "안전 보장 없이 무기를 포기하는 나라는 없다",
        "Ни одно государство не откажется от оружия без гарантий безопасности",
    ),
    "economic-incentives": (
        "Economic aid was promised and never came",
        "경제 지원은 약속되었지만 오지 않았다",
        "Экономическая помощь была обещана, но не пришла",
    ),
    "sanctions": ("The sanctions will stay", "제재는 유지될 것이다", "Санкции останутся"),
    "verification": (
        "Inspectors must see every building",
        "사찰단은 모든 건물을 보아야 한다",
        "Инспекторы должны увидеть каждое здание",
    ),
    "technical-financial-assistance": (
        "Technical assistance came from three countries",
        "기술 지원은 세 나라에서 왔다",
        "Техническая помощь пришла из трех стран",
    ),
    "health-environment": (
        "The soil is contaminated to this day",
        "토양은 오늘까지 오염되어 있다",
        "Почва загрязнена до сих пор",
    ),
    "public-opinion": (
        "Public opinion was on their side",
        "여론은 그들의 편이었다",
        "Общественное мнение было на их стороне",
    ),
    "regional-zone": (
        "A nuclear-weapon-free zone would bind all five",
        "비핵무기지대는 다섯 나라를 모두 묶을 것이다",
        "Зона, свободная от ядерного оружия, свяжет всех пятерых",
    ),
    "step-by-step": (
        "The site should be closed step by step",
        "부지는 단계적으로 닫아야 한다",
        "Объект следует закрывать поэтапно",
    ),
    "peace-regime": (
        "A peace treaty must replace the old paper",
        "평화 조약이 옛 문서를 대신해야 한다",
        "Мирный договор должен заменить старую бумагу",
    ),
    "dialogue": (
        "The negotiations will go on in spring",
        "협상은 봄에 계속될 것이다",
        "Переговоры продолжатся весной",
    ),
    "model-precedent": (
        "The lessons of Kazakhstan are of use here",
        "카자흐스탄의 교훈은 여기서 쓸모가 있다",
        "Уроки Казахстана здесь пригодятся",
    ),
}


@pytest.mark.parametrize("topic", PARALLEL)
def test_one_thing_said_in_three_languages_has_one_topic(topic: str):
    assert [topics_of([words], code) for words, code in zip(PARALLEL[topic], ("en", "ko", "ru"), strict=True)] == [(topic,)] * 3


def test_every_topic_is_tried_and_has_a_definition_and_a_dated_source():
    assert [topic.key for topic in topics.taxonomy()] == list(PARALLEL)
    for topic in topics.taxonomy():
        assert topic.definition.endswith(".")
        assert any(year in topic.source for year in map(str, range(1960, 2026)))


@pytest.mark.parametrize("language", ["en", "ko", "ru"])
def test_every_topic_has_cues_in_each_language(language: str):
    assert [one.topic for one in topics.cues(language)] == [topic.key for topic in topics.taxonomy()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Verification and sanctions relief must go hand in hand, step by step", ("sanctions", "verification", "step-by-step")),
        ("A package of security assistance was announced", ()),
        ("Iron Dome batteries were delivered", ()),
        ("The villagers’ health was never recorded", ("health-environment",)),
        ("The Ministry of Health did not reply", ()),
        ("It is a new model of the truck", ()),
        ("They crossed the demilitarized zone", ()),
        ("They met in a park", ()),
        ("He was sanctimonious about it", ()),
    ],
)
def test_what_looks_like_a_cue_counts_only_as_one(words: str, expected: tuple[str, ...]):
    assert topics_of([words], "en") == expected


def test_a_cue_does_not_reach_over_two_parts_of_a_quotation_that_share_no_words():
    assert topics_of(["We spoke of security.", "Guarantees were not our matter."], "en") == ()


def test_a_language_without_cues_gives_no_topics():
    assert topics_of(["Sanksjonene består"], "no") == ()


def test_statements_of_a_page_carry_their_topics():
    found = extract_text(
        "The talks in Lund went on.\n\nOn Monday the ambassador, Olen Varga, told reporters that the sanctions would be lifted "
        "only after full verification.",
        language="en",
    )
    assert [statement.topics for statement in found.statements] == [("sanctions", "verification")]


@given(st.lists(st.text(), max_size=3), st.sampled_from(["en", "ko", "ru", "kk"]))
def test_topics_are_of_the_taxonomy_in_its_order(content: list[str], language: str):
    keys = [topic.key for topic in topics.taxonomy()]
    found = topics_of(content, language)
    assert list(found) == sorted(set(found), key=keys.index)


GENERAL = "Talks go better when somebody keeps a door open, as the experience of others shows"


def test_general_expressions_count_on_pages_of_the_field_alone():
    page = "The warheads were removed in 1995. Disarmament took four years. The nuclear test site was closed."
    assert "model-precedent" in topics_of([GENERAL], "en", page)
    assert "model-precedent" not in topics_of([GENERAL], "en", "The bakery opens at nine. Nuclear is a word here.")
    assert "model-precedent" not in topics_of([GENERAL], "en")


@pytest.mark.parametrize("language", ["ko", "ru", "kk", "und"])
def test_a_language_without_words_of_the_field_has_no_pages_of_it(language: str):
    assert not topics.is_of_field("nuclear nuclear nuclear", language)
