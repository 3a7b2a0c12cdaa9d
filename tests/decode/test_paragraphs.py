from __future__ import annotations

import textwrap

import pytest

from onrecord.decode.paragraphs import split

ENGLISH = (
    "The regional round table on test-site history closed on Friday with a call for more openness. Delegates from four "
    "countries said that the archive of the institute should be digitised before the end of the decade, and that the soil "
    "samples held in Karatau should be shared with everybody who asks for them in writing."
)
RUSSIAN = (
    "В Караганде завершился семинар по мониторингу радиационной обстановки, в котором приняли участие сорок специалистов "
    "из трёх стран региона. Участники посетили лабораторию института и обсудили приборы, которые поступили в прошлом году."
)
KOREAN = (
    "재단은 지난 3일 세메이에서 원탁회의를 열었다고 밝혔다. 이번 회의에는 세 나라에서 온 전문가 마흔 명이 참석하여 "
    "옛 핵실험장의 기록을 어떻게 보존하고 공개할 것인지에 관해 의견을 나누었으며 "
    "다음 회의는 내년 봄 서울에서 열기로 뜻을 모았다."
)


def parts(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in split(text)]


@pytest.mark.parametrize("paragraph", [ENGLISH, RUSSIAN, KOREAN], ids=["en", "ru", "ko"])
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_paragraphs_are_joined(paragraph: str, width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for _ in range(2))
    assert parts(text) == [paragraph, paragraph]


def test_lines_of_their_own_stay_apart() -> None:
    lines = [
        ENGLISH,
        "Programme",
        "Opening remarks by the director of the institute",
        "Panel on the papers of the test site",
        ENGLISH,
    ]
    assert parts("\n".join(lines)) == lines


def test_sentences_on_lines_of_their_own_stay_apart() -> None:
    lines = [
        "The council of the institute met in the old library of the town on Friday.",
        "It agreed to open the papers of the archive to everybody in the spring.",
        "The director of the museum was elected to the chair of the new board.",
        "The next meeting of the council will be held in the capital in May.",
    ]
    assert parts("\n".join(lines)) == lines


def test_list_items_are_not_joined_and_their_own_lines_are() -> None:
    text = (
        "- Opening remarks by the deputy director of the institute, whose name is long\n  and wraps\n"
        "- A lecture on the papers of the archive, with questions from the readers of\n  the journal"
    )
    assert [part[:10] for part in parts(text)] == ["- Opening ", "- A lectur"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x0c"])
def test_every_kind_of_line_end_divides(newline: str) -> None:
    assert parts(f"One.{newline}{newline}Two.") == ["One.", "Two."]
