import pytest

from onrecord.languages.ko.joined_countries import are_joined, joined_in


@pytest.mark.parametrize(("word", "joined"), [("한미", True), ("북중러", True), ("한", False), ("한국", False), ("", False)])
def test_countries_in_a_row_are_a_word(word, joined):
    assert are_joined(word) == joined


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("제9차 한·미·일 외교차관 협의", {"한미일"}),
        ("한미 정상회담과 한중일 포럼", {"한미", "한중일"}),
        ("미한동맹 포럼", set()),
        ("누리 포럼", set()),
    ],
)
def test_the_countries_of_talks_stand_in_their_names(text, countries):
    assert joined_in(text) == {frozenset(one) for one in countries}
