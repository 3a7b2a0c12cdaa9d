"""Ways in which pages state their date, and ways in which they state other dates. All texts are made up for this test."""

from __future__ import annotations

import pytest

from onrecord.decode import plain

PAGES = {
    "en": (
        "Council opens its papers to readers",
        "The council of the institute met in the old library of the town and agreed to meet again in the spring.\n\n"
        "“We will open the papers,” said Marat Example, who leads the archive.",
    ),
    "ko": (
        "재단, 세메이서 원탁회의 개최",
        "재단은 지난 3일 세메이에서 원탁회의를 열었다. 회의에는 전문가 마흔 명이 참석했다. 다음 회의는 서울에서 열린다.",
    ),
    "ru": (
        "Совет открыл архив для читателей",
        "В Караганде завершился семинар по мониторингу обстановки. В нём приняли участие сорок специалистов из трёх стран.",
    ),
}


@pytest.mark.parametrize(
    ("language", "form", "published"),
    [
        ("ko", "{title}\n작성자 온빛방송 작성일20-03-05 11:37 조회856회{body}", "2020-03-05"),
        ("ko", "{title}\n작성일 | 2020-03-05 | 조회 | 3925{body}", "2020-03-05"),
        ("ko", "[알마티=온빛뉴스] 민도경 특파원 2020-03-05 오전 07:41:20\n\n{title}{body}", "2020-03-05"),
        ("ko", "{title}\n월간 『길과 사람』 2020년 3월호 (통권 117호)\n정리 민도경 기자{body}", "2020-03"),
        ("ko", "{title}{body}\n\n『길과 사람』 2020년 3월호", "2020-03"),
        ("ru", "{title}{body}\n\nМарт 2020 года", "2020-03"),
        ("en", "{title}{body}\n\nMarch 2020", "2020-03"),
        ("en", "{title}{body}\n\nThe archive opened in March 2020", None),
        ("en", "{title}\nPublished: 5 March 2020 | Last updated: 6 March 2020{body}", "2020-03-05"),
        ("en", "{title}\nLast updated: 6 March 2020 | Published: 5 March 2020{body}", "2020-03-05"),
        ("en", "{title}\n5 March 2020 14:30 KST{body}", "2020-03-05"),
        ("en", "{title}{body} (Hong Gil-dong/Hanul News, March 5, 2020)", "2020-03-05"),
        ("en", "{title}{body} (adopted at the second meeting, March 5, 2020)", None),
        ("ru", "{title}\nДата: 3–5 марта 2020 года{body}", None),
        ("ru", "{title}\nДата: 3–5 марта 2020 года{body}\n\nОпубликовано: 9 марта 2020 года", "2020-03-09"),
        ("en", "{title}\n5 March 2020, Karatau{body}", "2020-03-05"),
        ("en", "{title}\n5 March 2020, Karatau{body}\nTo register, write to the library.", None),
        ("ru", "{title}\n5 марта 2020 года, Караганда{body}\n\nПриглашаем всех желающих.", None),
        ("en", "{title}\n\nUpdate, 5 March: the lecture is put off.{body}", None),
        ("en", "{title}\n5 March 2020, 16:42 1 204{body}", "2020-03-05"),
        ("en", "{title}\n05 Mar 2020{body}", "2020-03-05"),
        ("en", "{title}\nMarch 5, 2020 | By Jane Example{body}", "2020-03-05"),
        ("en", "{title}\nBy Jane Example | March 5, 2020 at 3:15 p.m. EST{body}", "2020-03-05"),
        ("en", "{title}\nBy Jane Example\nMarch 5, 2020{body}", "2020-03-05"),
        ("en", "{title}\n\nWashington, DC — March 5, 2020 — The council met.{body}", "2020-03-05"),
        ("en", "{title}\n\nWASHINGTON (March 5, 2020) – The council met.{body}", "2020-03-05"),
        ("en", "{title}\n\n(Seoul, 5 March 2020) The council met.{body}", "2020-03-05"),
        ("en", "{title}\n\nSeoul, 5 March (Agency) — The council met.{body}", "XXXX-03-05"),
        ("en", "{title}\n\nLONDON, March 5 — The council met.{body}", "XXXX-03-05"),
        ("en", "{title}\n2020-03-05 14:30:00{body}", "2020-03-05"),
        ("en", "FOR IMMEDIATE RELEASE\nThursday, March 5, 2020\n\n{title}\n{body}", "2020-03-05"),
        ("en", "{title}\nThursday, March 5, 2020 - 14:30{body}", "2020-03-05"),
        ("en", "{title}\nRelease No. 19-042\nMarch 5, 2020{body}", "2020-03-05"),
        ("en", "{title}\nDate: 5 March 2020{body}", "2020-03-05"),
        ("en", "{title}\n{body}\nPosted by admin on March 5, 2020", "2020-03-05"),
        ("en", "{title}\nPosted: 03/15/2020{body}", "2020-03-15"),
        ("en", "{title}\nSubmitted by press on Thu, 03/05/2020 - 10:00{body}", "[2020-03-05,2020-05-03]"),
        ("en", "{title}\nUpdated 14:30, March 5, 2020{body}", "2020-03-05"),
        ("en", "{title}\nMar. 5, 2020, 2:30 PM{body}", "2020-03-05"),
        ("en", "{title}\n5th March 2020{body}", "2020-03-05"),
        ("en", "News / 5 March 2020\n{title}\n{body}", "2020-03-05"),
        ("en", "Press release - 05.03.2020\n{title}\n{body}", "2020-03-05"),
        ("en", "{title}\nVienna, Austria, 5 March 2020{body}", "2020-03-05"),
        ("en", "{title}\nVienna, 5 March 2020{body}", "2020-03-05"),
        ("en", "{title}\n5 March, 2020 10:15 Astana time{body}", "2020-03-05"),
        ("en", "NUR-SULTAN, KAZAKHSTAN, MARCH 5, 2020 – The council met.{body}", "2020-03-05"),
        ("en", "ASTANA. KAZINFORM March 5, 2020 - The council met.{body}", "2020-03-05"),
        ("en", "ALMATY, Kazakhstan (AP) — March 5, 2020 — The council met.{body}", "2020-03-05"),
        ("en", "{title}\nPublished on 5 March 2020 by the press office{body}", "2020-03-05"),
        ("en", "{title}\nAdded: 05.03.2020, 14:22{body}", "2020-03-05"),
        ("en", "{title}\n[2020-03-05]{body}", "2020-03-05"),
        ("en", "{title}\n2020/03/05 (Thu) 10:00{body}", "2020-03-05"),
        ("en", "{title}\nIssue date: 5 March 2020{body}", "2020-03-05"),
        ("en", "{title}\n5 March 2020, 14:00–16:00 KST\nOnline via Zoom{body}", None),
        ("en", "{title}\nDate: 5 March 2020\nVenue: Blue Hall, Karatau{body}", None),
        ("en", "{title}\nWhen: 5 March 2020, 14:00\nWhere: Blue Hall{body}", None),
        ("en", "{title}\n3-5 March 2020, Vienna{body}", None),
        ("en", "{title}\nMarch 3-5, 2020 | Vienna{body}", None),
        ("en", "{title}\n\nOn March 5, 2020, the council met.{body}", None),
        ("en", "{title}\n\nMarch 5, 2020, was a cold day in Karatau.{body}", None),
        ("en", "{title}\n\nIn Karatau on 5 March 2020 – the last day of the talks – the council met.{body}", None),
        ("ko", "{title}\n입력 2020.03.05 14:30 | 수정 2020.03.06 15:00{body}", "2020-03-05"),
        ("ko", "{title}\n입력 2020.03.05 14:30 수정 2020.03.06 15:00{body}", "2020-03-05"),
        ("ko", "{title}\n2020년 3월 5일 (목){body}", "2020-03-05"),
        ("ko", "{title}\n승인 2020.03.05 14:30{body}", "2020-03-05"),
        ("ko", "{title}\n작성일 : 2020-03-05 조회 : 123{body}", "2020-03-05"),
        ("ko", "{title}\n작성자 관리자 작성일 2020-03-05 조회수 123{body}", "2020-03-05"),
        ("ko", "{title}\n관리자 | 2020-03-05 | 조회 123{body}", "2020-03-05"),
        ("ko", "{title}\n기사입력: 2020/03/05 [14:30]{body}", "2020-03-05"),
        ("ko", "{title}\n등록 2020-03-05 오후 2:30:00{body}", "2020-03-05"),
        ("ko", "{title}\n홍길순 기자 2020.03.05 14:30{body}", "2020-03-05"),
        ("ko", "{title}\n(서울=예시뉴스) 2020년 3월 5일 = 재단은 회의를 열었다.{body}", "2020-03-05"),
        ("ko", "{title}\n보도일시 2020. 3. 5.(목) 조간{body}", "2020-03-05"),
        ("ko", "보도자료\n2020. 3. 5.\n{title}\n{body}", "2020-03-05"),
        ("ko", "{title}\n2020-03-05{body}", "2020-03-05"),
        ("ko", "대변인실 | 2020. 3. 5.(목) 배포 | 총 2매\n{title}{body}", "2020-03-05"),
        ("ko", "{title}\n2020/03/05 21:48 송고{body}", "2020-03-05"),
        ("ko", "{title}\n등록 : 2020-03-05 05:00{body}", "2020-03-05"),
        ("ko", "{title}\n발행일: 2020년 3월 5일{body}", "2020-03-05"),
        ("ko", "{title}\n일시: 2020년 3월 5일(목) 14:00~16:00\n장소: 대한홀{body}", None),
        ("ko", "{title}\n행사기간 2020.03.05 ~ 2020.03.06{body}", None),
        ("ko", "{title}\n\n2020년 3월 5일 재단은 회의를 열었다.{body}", None),
        ("ru", "{title}\n5 марта 2020 г.{body}", "2020-03-05"),
        ("ru", "{title}\n05.03.2020 14:30{body}", "2020-03-05"),
        ("ru", "Москва. 5 марта. ПРИМЕР - Совет открыл архив.{body}", "XXXX-03-05"),
        ("ru", "МОСКВА, 5 марта 2020 — ПРИМЕР. Совет открыл архив.{body}", "2020-03-05"),
        ("ru", "{title}\nДата: 05.03.2020{body}", "2020-03-05"),
        ("ru", "{title}\nРазмещено 5 марта 2020{body}", "2020-03-05"),
        ("ru", "{title}\nЧетверг, 5 марта 2020 года{body}", "2020-03-05"),
        ("ru", "{title}\n5 марта 2020, четверг 14:30{body}", "2020-03-05"),
        ("ru", "{title}\n14:30, 5 Марта 2020{body}", "2020-03-05"),
        ("ru", "{title}\n14:30 | 05.03.2020{body}", "2020-03-05"),
        ("ru", "{title}\nОпубликовано 05.03.2020 в 14:30 | Просмотров: 1 234{body}", "2020-03-05"),
        ("ru", "{title}\nАвтор: И. Примеров, 5 марта 2020{body}", "2020-03-05"),
        ("ru", "{title}\n5 марта 2020 года, Астана{body}", "2020-03-05"),
        ("ru", "{title}\nг. Нур-Султан, 5 марта 2020 года{body}", "2020-03-05"),
        ("ru", "{title}\nНур-Султан, 5 марта – Совет открыл архив.{body}", "XXXX-03-05"),
        ("ru", "{title}\nСоздано: 05 марта 2020{body}", "2020-03-05"),
        ("ru", "{title}\nДата создания: 05.03.2020\nДата обновления: 06.03.2020{body}", "2020-03-05"),
        ("ru", "{title}\nДата проведения: 5 марта 2020\nМесто проведения: Алматы{body}", None),
        ("ru", "{title}\n\n5 марта 2020 года в Караганде прошел семинар.{body}", None),
        ("ru", "{title}\n\n5 марта 2020 года – день основания центра.{body}", None),
    ],
)
def test_page_date_in_its_many_forms(language: str, form: str, published: str | None) -> None:
    title, body = PAGES[language]
    document = plain.decode(form.format(title=title, body=f"\n\n{body}\n"))
    assert (str(document.published) if document.published else None) == published
    if document.published_span:
        assert any(c.isdigit() for c in document.published_span.of(document.text))


@pytest.mark.parametrize(
    "line", ["2025년 4월 23일(수) 14시 이후 보도 가능", "2025. 4. 23.(수) 조간부터 보도 가능", "2025. 4. 23. 배포"]
)
def test_a_release_says_from_when_it_is_free(line):
    assert (
        str(plain.decode(f"통일부 보도자료\n\n{line}\n\n차관, 협의\n\n차관은 22일 서울에서 협의하였다.\n").published)
        == "2025-04-23"
    )


def test_a_day_in_prose_that_ends_with_a_word_of_releases_is_not_the_pages_own():
    page = "회의 안내\n\n2025년 4월 23일 열린 회의의 결과는 모두 배포\n\n차관은 22일 서울에서 협의하였다.\n"
    assert plain.decode(page).published is None


def test_a_row_of_labels_below_a_long_title_is_no_part_of_it():
    page = "한반도 비핵화 국제포럼 2023 「두 개의 길」을 마치고\n게시일 2023.12.04 | 읽음 311\n\n재단이 포럼을 열었다.\n"
    found = plain.decode(page)
    assert (str(found.published), found.title) == ("2023-12-04", "한반도 비핵화 국제포럼 2023 「두 개의 길」을 마치고")


@pytest.mark.parametrize(
    "line",
    ["Жарияланған күні: 2022 жылғы 21 қараша", "2022 жылғы 21 қараша", "21 қараша 2022 ж.", "Сәрсенбі, 2022 ж. 21 қараша"],
)
def test_a_kazakh_date_line_is_that_of_the_page(line):
    page = (
        f"«Тыныш дала» қоры\nЖаңалықтар\n\n{line}\n\nСтуденты говорили о мире\n\nВ пятницу в Алматы прошла встреча студентов.\n"
    )
    assert str(plain.decode(page).published) == "2022-11-21"


def test_a_dateline_may_have_its_agency_between_slashes():
    page = "Слушания в Бишкеке\n\nБишкек, 20 июня 2019. /Ала-Арча Пресс/. Комитет провёл сегодня слушания.\n"
    assert str(plain.decode(page).published) == "2019-06-20"


def test_a_dateline_may_have_its_agency_between_brackets():
    page = "Слушания в Бишкеке\n\nБИШКЕК, 20 июня 2019 г. (АРЧА-ИНФОРМ). В столице прошли слушания комитета.\n"
    assert str(plain.decode(page).published) == "2019-06-20"
