from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.decode import plain
from onrecord.model import Document

EVENT_PAGE = """메인메뉴 바로가기

Exchange > 상세화면

Second Steppe Archive Roundtable Held in Semey

  • 조회수 1,204
  • 행사기간 May 3, 2017 - May 4, 2017
  • 등록일 May 9, 2017
Second Steppe Archive Roundtable Held in Semey
On May 3, the Moran Foundation and the Ulytau Institute co-organized the second roundtable on test-site archives in Semey.

전체메뉴
"""


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, p.span.of(document.text)) for p in document.paragraphs]


def test_text_is_never_changed() -> None:
    text = "\r\n  A line \t with odd\u00a0space  \r\n\r\n\r\nand more\u2028here."
    assert plain.decode(text).text == text


def test_event_page_is_told_apart_from_its_furniture() -> None:
    document = plain.decode(EVENT_PAGE)
    assert [kind for kind, _ in kinds(document)] == [
        "furniture", "furniture", "title", "metadata", "metadata", "metadata", "furniture", "body", "furniture",
    ]  # fmt: skip
    assert document.title == "Second Steppe Archive Roundtable Held in Semey"
    assert document.language == "en"
    views, period = document.fact("views"), document.fact("event_period")
    assert views is not None
    assert views.number == 1204
    assert period is not None
    assert [date.edtf for date in period.dates] == ["2017-05-03", "2017-05-04"]
    assert str(document.published) == "2017-05-09"
    assert document.published_span is not None
    assert document.published_span.of(document.text) == "May 9, 2017"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Title of the report\n\nPosted on 12 September 2016\n\nThe council met in the old library of the town.", "2016-09-12"),
        ("Nation | 20 June 2018\n\nTitle of the report\n\nThe council met in the old library.", "2018-06-20"),
        ("THE CENTRE\n\nA REPORT ON SOIL\n21.11.2019 | Views: 312 | Print version\n\nThe council met.", "2019-11-21"),
        ("ULYTAU, July 8, 2021 (Example News) -- The council met in the library.", "2021-07-08"),
        ("KARATAU. November 20. EXAMPLE-PRESS – Scientists will study the soil.", "XXXX-11-20"),
        ("Заголовок новости\n\nДата публикации: 16.03.2023\nПросмотров: 318\n\nВ городе прошел круглый стол.", "2023-03-16"),
        ("Заголовок новости\n\nКАРАТАУ. 3 октября. ПРИМЕР-ПРЕСС – В городе прошел круглый стол.", "XXXX-10-03"),
        ("토론회가 열렸다\n\n송고시간 2021-10-14 09:12\n\n재단은 지난 13일 토론회를 열었다.", "2021-10-14"),
        ("토론회가 열렸다\n\n재단은 지난 13일 토론회를 열었다.\n\n기사입력 2023.01.27 08:00", "2023-01-27"),
        ("Журнал «Горизонт», февраль 2022 года\n\nМы поговорили с директором центра о том, что было.", "2022-02"),
        ("Report\n\nThe treaty was signed on 8 September 2006.", "None"),
        ("Public lecture on maps\nTuesday 14 May 2019, 18:30 – Blue Hall, Karatau\n\nThe lecture is free.", "None"),
    ],
)
def test_page_date_is_found_where_the_page_states_it(text: str, published: str) -> None:
    assert str(plain.decode(text).published) == published


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("보도자료\n제목: 외교차관 회담 개최\n\n양측은 3일 서울에서 회담을 열었다.", "외교차관 회담 개최"),
        (
            "Subject: Minutes of the lake council\n\nThe council met in the library on 3 May 2019.",
            "Minutes of the lake council",
        ),
        ("Lake council: minutes of May\n\nThe council met in the library on 3 May 2019.", "Lake council: minutes of May"),
    ],
)
def test_the_label_of_a_title_is_no_part_of_it(text: str, title: str) -> None:
    document = plain.decode(text)
    assert document.title == title
    assert document.title_span is not None
    assert document.title_span.of(text) == title


def is_blank(text: str) -> bool:
    return all(c.isspace() or c in "\u200b\ufeff" for c in text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_paragraphs_cover_every_visible_character_once_and_in_order(text: str) -> None:
    document = plain.decode(text)
    at = 0
    for paragraph in document.paragraphs:
        assert at <= paragraph.span.start < paragraph.span.end <= len(text)
        assert is_blank(text[at : paragraph.span.start])
        at = paragraph.span.end
    assert is_blank(text[at:])
    assert plain.decode(text) == document
