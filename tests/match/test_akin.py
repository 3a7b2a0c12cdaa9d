"""Persons compared by their names many at once are those that are compared one by one."""

from __future__ import annotations

from itertools import combinations_with_replacement

from onrecord.match import persons
from onrecord.match.akin import akin_pairs
from onrecord.model.resolution import PersonSighting

NAMES = (
    *(("Yerbol Zhantasov",), ("Erbol Zhantassov", "Zhantassov"), ("Zhantasov",), ("Ербол Жантасов",), ("B. Omarov",)),
    *(
        ("Bolat Omarov",),
        ("Bulat Omarov",),
        ("OMAROV",),
        ("김민호", "Kim Minho"),
        ("김민호",),
        ("김민수",),
        ("Kim",),
        ("Omarova",),
    ),
)


def test_many_at_once_are_akin_as_one_by_one() -> None:
    people = [persons.prepared(str(n), [PersonSighting(str(n), str(n), names)]) for n, names in enumerate(NAMES)]
    pairs = list(combinations_with_replacement(people, 2))
    expected = [persons.akin(a, b) for a, b in pairs]
    assert 0 < sum(expected) < len(expected)
    assert akin_pairs(pairs).tolist() == expected
    assert akin_pairs(pairs, few=0).tolist() == expected
