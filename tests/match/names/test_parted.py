"""Names parted all at once are parted as each by itself."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.match.names import korean
from onrecord.match.names.parted import Parted
from onrecord.match.names.words import words

PIECES = (
    "Kim",
    "Min-ho",
    "minho",
    "김민호",
    "성",
    "김",
    "Ким",
    "Мин",
    "Хо",
    "dr.",
    "Y.",
    "Zhantasov",
    "Жантасова",
    "al-Omar",
    "jr",
    "응우옌푸쫑",
)
names = st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(names, max_size=8))
@example(["Zhantasov, Yerbol", "", "  Kim  Min-ho", "Dr. Kim", "1", "Omarov-Serikov"])
def test_names_have_the_words_and_readings_of_each(written: list[str]) -> None:
    found = Parted.written(written)
    each = [words(name) for name in written]
    assert [found.name(place) for place in range(len(found))] == each
    assert found.readings == {n: read for n, name in enumerate(each) if (read := korean.readings(name))}


@settings(max_examples=100, deadline=None)
@given(st.lists(names, max_size=8))
def test_names_are_taken_once_and_stand_in_the_order_of_their_words(written: list[str]) -> None:
    each = [words(name) for name in written]
    found = Parted.of(each)
    rows, which = found.once()
    assert [rows.name(place) for place in range(len(rows))] == [*dict.fromkeys(each)]
    assert [rows.name(place) for place in which.tolist()] == each
    texts = [[word.text for word in name] for name in each]
    assert [texts[n] for n in np.argsort(found.ranks())] == sorted(texts)


def test_a_name_is_emptied_and_the_others_stay() -> None:
    found = Parted.written(["Kim Min-ho", "Bolat Omarov"]).without(np.asarray([True, False], np.bool_))
    assert [found.name(0), found.name(1)] == [(), words("Bolat Omarov")]
