"""The names of all clusters at once are those of each by itself."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.languages.ru import base_forms
from onrecord.match.naming import shown
from onrecord.match.whole.showing import Shown

NAMES = (
    "Erbol Zhantasov",
    "ZHANTASOV Erbol",
    "Ербол Жантасов",
    "Ерболом Жантасовым",
    "예르볼 잔타소프",
    "Zhantasov",
    "Kim Min-ho",
    "김민호",
    "",
)
clusters = st.lists(st.lists(st.tuples(st.sampled_from(NAMES), st.booleans()), min_size=1, max_size=7), max_size=5)


@settings(max_examples=300, deadline=None)
@given(clusters)
@example(
    [[("Ербол Жантасов", True), ("Ерболом Жантасовым", True), ("Erbol Zhantasov", True)], [("", True)], [("김민호", False)]]
)
def test_each_cluster_is_shown_under_the_name_that_it_has_by_itself(drawn: list[list[tuple[str, bool]]]) -> None:
    given_names = [NAMES.index(name) for cluster in drawn for name, _ in cluster]
    counts = np.asarray([counted for cluster in drawn for _, counted in cluster], np.bool_)
    cluster = np.repeat(np.arange(len(drawn)), [*map(len, drawn)])
    names = Shown.of(NAMES, np.asarray(given_names, np.int64), base_forms.person)
    found = names.best(np.flatnonzero(counts), cluster[counts], len(drawn))
    assert found == [shown([name for name, counted in one if counted], base_forms.person) for one in drawn]
