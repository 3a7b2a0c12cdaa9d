"""Reports meet where something that both hold says that they may be of one occasion, and only where their days allow it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.match import gatherings, occasion_keys
from onrecord.match.kinds import Keys
from onrecord.model import PartialDate
from onrecord.model.resolution import GatheringSighting


def report(key: str, start: str | None, *, end: str | None = None, who: tuple[str, ...] = (), **more: str) -> GatheringSighting:
    return GatheringSighting(
        key,
        f"d-{key}",
        "forum",
        more.get("name", "the meeting"),
        PartialDate(start) if start else None,
        PartialDate(end) if end else None,
        participants=who,
        place=more.get("place"),
    )


def keys(one: GatheringSighting) -> Keys:
    return gatherings.keys(gatherings.prepared(one.key, [one]))


def meet(one: GatheringSighting, other: GatheringSighting) -> bool:
    """Tell whether the one looks for the other; the other way round must say the same, and count the same holders."""
    ways = [{sized for key, sized in keys(a).looks if key in keys(b).held} for a, b in ((one, other), (other, one))]
    assert ways[0] == ways[1]
    return bool(ways[0])


days = st.dates(min_value=PartialDate("2015-01-01").as_date()).map(str)  # type: ignore[arg-type]  # it is a whole date
starts = st.one_of(
    st.none(), days, st.sampled_from(("2019", "2019-04", "2019-04-03", "2019-04-10", "2019-12-31", "2020-01-06"))
)


@given(starts, starts, st.booleans())
def test_two_that_share_somebody_meet_unless_nothing_is_said_of_such_a_pair(a: str | None, b: str | None, ends: bool) -> None:
    end = "2030-01-01" if ends and a else None
    one, other = report("1", a, end=end, who=("p-1", "p-2")), report("2", b, who=("p-2",))
    judged = gatherings.judge(gatherings.prepared("1", [one]), gatherings.prepared("2", [other]))
    assert meet(one, other) or judged is None


def test_those_of_a_minister_meet_where_they_are_near_in_time() -> None:
    one = report("1", "2019-04-03", who=("p-1",))
    assert meet(one, report("2", "2019-04-10", who=("p-1",)))
    assert not meet(one, report("3", "2019-07-03", who=("p-1",)))
    assert meet(one, report("4", None, who=("p-1",)))


def test_reports_of_the_same_day_and_the_next_meet_whatever_they_say_else() -> None:
    one = report("1", "2019-12-31", name="Round table")
    assert meet(one, report("2", "2020-01-01", name="Dinner"))
    assert meet(one, report("3", "2019-12-31", name="Dinner"))
    assert not meet(one, report("4", "2018-12-31", name="Dinner"))


def test_one_announced_for_the_year_meets_its_report_by_the_city() -> None:
    planned = report("1", "2019", name="Consultations", place="Seoul")
    assert meet(planned, report("2", "2019-05-20", name="Встреча", place="Сеул"))
    assert not meet(planned, report("3", "2019-05-20", name="Встреча", place="Вена"))


def test_each_kind_of_key_has_its_limit() -> None:
    for start, end in (("2019-04-03", None), ("2019-04-03", "2019-04-05"), ("2019", None), (None, None)):
        one = report("1", start, end=end, who=("p-1",), name="Steppe Lake Forum", place="Seoul")
        found = keys(one)
        kinds = {key.split(" ", 1)[0] for key in (*found.held, *(sized for _, sized in found.looks))}
        assert kinds <= occasion_keys.LIMITS.keys()
