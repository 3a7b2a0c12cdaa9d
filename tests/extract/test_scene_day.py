"""The day under which a text goes on to tell, in three languages: sentences about invented people."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def _days(text, published="2026-10-09"):
    found = extract_text(text, published=published).gatherings
    return {g.type: (str(g.start) if g.start else None, g.start_basis) for g in found}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Rockets fell into the sea on Wednesday, the ministry of Norland said.\n\nThey flew 800 kilometres. Minister Eva "
            "Holm told a news conference in Lunde that they had missed every ship.",
            "briefing",
        ),
        (
            "초원평화재단은 지난 10월 7일 서울 한강호텔에서 국제 원탁회의를 개최하였습니다.\n\n"
            "원탁회의에는 관료와 학자 25명이 초청되었으며, "
            "오후에는 사울레 켄제 부시장이 참석한 특별대담이 진행되었습니다.",
            "other",
        ),
        (
            "Международная школа открылась в Лунде 7 октября 2026 года.\n\nЕё посетили сорок студентов. Министр Петр Ландов "
            "выступил на церемонии вручения дипломов.",
            "ceremony",
        ),
    ],
)
def test_what_is_told_within_two_sentences_of_a_day_was_on_it(text, kind):
    assert _days(text)[kind] == ("2026-10-07", "earlier date")


_TOLD = (
    "The Ulba Forum took place in Birk on 2 October 2026.\n\nRockets fell into the sea on {day}, the ministry of Norland "
    "said.{between} Minister Eva Holm {told} in Lunde."
)


@pytest.mark.parametrize(
    ("day", "between", "told"),
    [
        pytest.param("7 October 1996", "", "held an emergency session of the council", id="a day that the page recalls"),
        pytest.param("Wednesday", "\n\nThey flew far. They made noise. All fell.", "held an emergency session", id="far off"),
        pytest.param("Wednesday", "", "held an emergency session in September", id="a month of its own"),
        pytest.param("Wednesday", "", "will open a seminar", id="not held yet"),
        pytest.param("Wednesday", "", "paid a visit to Governor Jan Dahl", id="a journey"),
    ],
)
def test_what_another_day_or_none_is_told_of_does_not_take_it(day, between, told):
    days = [start for start, _ in _days(_TOLD.format(day=day, between=between, told=told)).values()]
    assert len(days) > 1
    assert not {"2026-10-07", "1996-10-07"} & set(days)


def test_what_somebody_speaks_of_is_not_on_the_day_on_which_he_speaks():
    text = _TOLD.format(
        day="Wednesday", between="", told='praised the rescuers. "Jan Dahl was at the seminar on rockets," she said'
    )
    assert _days(text).get("seminar", (None, None))[0] is None


def test_on_one_of_several_days_leaves_the_month():
    text = "Envoy Anna Berg visited Norland on 2–5 May 2026.\n\nShe held talks with Minister Eva Dahl."
    assert _days(text, None)["talks"][0] == "2026-05"
