from __future__ import annotations

from onrecord.tell.nearest import nearest

KNOWN = ["Dair Seitov", "Lida Strogova", "Gil Su-won", "Даир Сеитов"]


def test_a_slip_of_the_pen_finds_the_name():
    assert nearest("Dayr Seitow", KNOWN)[0] == "Dair Seitov"


def test_a_name_in_another_script_finds_the_name():
    assert "Lida Strogova" in nearest("Лида Строгова", KNOWN)


def test_nothing_is_near_to_nonsense():
    assert nearest("zzzzqqqq", KNOWN) == []
    assert nearest("Dair", []) == []
