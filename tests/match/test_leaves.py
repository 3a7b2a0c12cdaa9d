"""A mention that only hangs on to somebody well known leaves that cluster as it is, and all that is kept of it the same."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.match.pages import GrowingRecord, joined
from tests.match.test_growth import made, same

from onrecord.match.growth import Growth
from onrecord.match.judged import NONE
from onrecord.match.shelf import MemoryShelf
from onrecord.match.stages import PERSONS
from onrecord.model.resolution import Office, PersonSighting

MINISTER = Office("Energy Minister", country="Kazakhstan")
ENVOY = Office("Special Envoy")
NAMES = [("Yerbol Zhantasov",), ("Erbol Zhantassov",), ("Zhantasov",), ("Zhantassov",), ("Bolat Zhantasov",), ("Omarov",)]


def mention(key: str, name: str, *offices: Office, page: str = "", company: tuple[str, ...] = ()) -> PersonSighting:
    return PersonSighting(f"p-{key}", page or f"d-{key}", (name,), "en", offices, company)


def grown(*pages: list[PersonSighting]) -> Any:
    """Return what the last of these pages changes."""
    shelf = MemoryShelf[PersonSighting]()
    for page in pages:
        shelf.know(page)
        change = Growth(PERSONS, shelf, NONE).take({one.key: one for one in page})
    return change


KNOWN = [
    [mention("1", "Yerbol Zhantasov", ENVOY, MINISTER)],
    [mention("2", "Yerbol Zhantasov", ENVOY)],
]


def test_a_surname_with_an_office_comes_to_the_one_whom_it_can_mean_and_nothing_else_is_made_anew() -> None:
    change = grown(*KNOWN, [mention("3", "Zhantasov", ENVOY)])
    assert not change.clusters
    assert change.joined == {"p-3": "p-1"}
    assert [(link.a, link.b, link.verdict) for link in change.links] == [("p-1", "p-3", "same")]
    assert change.links[0].reasons
    assert change.told == {"p-3"}


def test_one_with_the_smallest_key_makes_the_cluster_anew() -> None:
    change = grown(*KNOWN, [mention("0", "Zhantasov", ENVOY)])
    (cluster,) = change.clusters
    assert (cluster.key, cluster.members) == ("p-0", ("p-0", "p-1", "p-2"))


def test_one_whose_page_shows_the_person_by_name_too_is_not_joined_to_them() -> None:
    page = [mention("3", "Zhantasov", ENVOY, page="d-x"), mention("4", "Yerbol Zhantasov", ENVOY, page="d-x")]
    change = grown(*KNOWN, page)
    assert "p-3" not in change.joined
    assert ("p-3",) in [cluster.members for cluster in change.clusters]


people = st.tuples(st.sampled_from(NAMES), st.lists(st.sampled_from([MINISTER, ENVOY]), max_size=2, unique=True))
page: st.SearchStrategy[Any] = st.tuples(
    st.lists(people, min_size=1, max_size=3), st.just([]), st.integers(1, 2), st.booleans()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(page, min_size=4, max_size=12), st.randoms(use_true_random=False))
def test_page_by_page_is_the_same_as_at_once(drawn: list[Any], shuffle: random.Random) -> None:
    pages = {f"d-{n}": made(f"d-{n}", one) for n, one in enumerate(drawn)}
    record = GrowingRecord()
    for name in shuffle.sample([*pages], len(pages)):
        record.change({name: pages[name]})
    assert joined(record.pages.values()).persons
    same(record)
