"""Lines that belong to a site, and lines like them that belong to the page. All texts are made up for this test."""

from __future__ import annotations

import pytest

from onrecord.decode import plain

BODY = {
    "en": (
        "Council opens its papers to readers",
        "The council of the institute met in the old library of the town and agreed to meet again in the spring.",
        "“We will open the papers,” said Marat Example, who leads the archive of the institute in Karatau.",
    ),
    "ko": (
        "재단, 세메이서 원탁회의 개최",
        "재단은 지난 3일 세메이에서 원탁회의를 열었다. 회의에는 전문가 마흔 명이 참석했다. 다음 회의는 서울에서 열린다.",
        "이사장은 개회사에서 다음 회의를 서울에서 열겠다고 말했다. 참석자들은 이에 동의했다.",
    ),
    "ru": (
        "Совет открыл архив для читателей",
        "В Караганде завершился семинар по мониторингу обстановки. В нём приняли участие сорок специалистов из трёх стран.",
        "Директор института отметил, что следующая встреча пройдет осенью в Ташкенте.",
    ),
}
SITE = {
    "en": [
        "Share this article: Facebook Twitter LinkedIn",
        "Home > News > Press releases",
        "Home » News",
        "You are here: Home / News / 2019",
        "Skip to main content",
        "Print | E-mail | Share",
        "Read more: Council opens second archive",
        "See also: The archive in numbers",
        "RELATED: Archive opens",
        "Related stories",
        "Have an opinion on this story? Share it!",
        "Tags: archive, papers",
        "Filed under: News",
        "© 2019 Example Institute. All rights reserved.",
        "Copyright 2019 Example News Agency",
        "Follow us on Twitter and Facebook",
        "Subscribe to our newsletter",
        "Sign up for our daily briefing",
        "We use cookies to improve your experience. Accept | Decline",
        "Advertisement",
        "Back to top",
        "Previous article | Next article",
        "← Previous   Next →",
        "Photo gallery | Video | Podcasts",
        "Contact us | Privacy policy | Terms of use",
        "Leave a comment",
        "12 comments",
        "Comments are closed.",
        "Did you find this page helpful? Yes No",
        "EN | RU | KZ",
        "English | 한국어 | Русский",
        "Login / Register",
        "+7 7172 00 00 00",
        "press@example.org",
        "www.example.org",
        "-30-",
        "# # #",
        "Most read",
        "Download PDF",
        "Click here to register",
        "Reproduction is allowed with a link to the source.",
        "Reading time: 4 min",
        "Page 2 of 5",
        "Loading...",
        "Last news",
        "Share: VK OK TG",
    ],
    "ko": [
        "홈 > 알림·소식 > 보도자료",
        "목록보기",
        "이전글 | 다음글",
        "이전글 제3차 원탁회의 개최",
        "저작권자 © 예시뉴스 무단전재 및 재배포 금지",
        "Copyright ⓒ 예시뉴스. All rights reserved.",
        "관련기사",
        "관련기사: 재단, 새 이사장 선임",
        "많이 본 뉴스",
        "페이스북 트위터 카카오톡",
        "글자크기 크게 작게",
        "구독 좋아요 공유하기",
        "기사제보 및 보도자료 press@example.kr",
        "#비핵화 #원탁회의",
        "댓글 3",
        "본 저작물은 공공누리 제1유형에 따라 이용할 수 있습니다.",
        "첨부파일 (2)",
        "이 기사를 공유합니다",
        "로그인 회원가입 사이트맵",
        "TOP",
        "닫기",
    ],
    "ru": [
        "Главная / Пресс-центр / Новости",
        "Главная > Новости",
        "Читайте также: В Семее открыли музей",
        "Поделиться: ВКонтакте Одноклассники",
        "Поделиться в соцсетях",
        "Теги: архив, наука",
        "© 2019 Пример-Пресс. Все права защищены.",
        "При использовании материалов ссылка на сайт обязательна.",
        "Подписывайтесь на наш канал в Telegram",
        "Нашли ошибку? Выделите ее и нажмите Ctrl+Enter",
        "Комментарии (3)",
        "Оставить комментарий",
        "Наверх",
        "Версия для печати",
        "Следующая новость: В Семее открыли музей",
        "Предыдущая | Следующая",
        "Рус | Қаз | Eng",
        "Реклама на сайте",
        "Самое читаемое",
        "Все новости",
        "Фоторепортаж",
        "Распечатать",
        "Количество просмотров: 123",
    ],
}
PAGE = {
    "en": [
        "Programme",
        "Speakers:",
        "• Opening remarks: Marat Example, director",
        "Moderator: Goh Sae-byeok",
        "Reference: The institute was founded in 1993.",
        "Photo: Marat Example opens the archive",
        "Background",
        "Note to editors",
        "About the institute",
        "10:00 – 10:30 Registration",
        "Session 1: Papers of the test site",
        "Organizers: Moran Foundation, Ulytau Institute",
        "Next event: 20 September, room 4",
        "The event was cancelled.",
        "Panel | Marat Example, Goh Sae-byeok",
        "Contact with the region had been lost.",
        "Share of nuclear power will grow, the minister said.",
        "Comments by the minister followed on Friday.",
        "Marat Example",
        "Seoul, Republic of Korea",
        "Latest news from the site worried the council, the director said.",
        "Tags were put on all boxes of the archive.",
        "He called on all sides to follow the plan.",
    ],
    "ko": [
        "□ 개회사: 마라트 이그젬플 소장",
        "주최: 한빛재단",
        "○ 제1세션: 검증의 역사",
        "[참고] 재단 소개",
        "좌장: 고새벽 교수",
        "▲ 왼쪽부터 고새벽 이사장, 마라트 소장",
        "끝으로 참석자들은 기념사진을 촬영했다.",
        "공유된 자료는 공개되지 않는다.",
        "홍길동 기자",
    ],
    "ru": [
        "Программа",
        "Модератор: Марат Примеров",
        "Спикеры:",
        "• Марат Примеров, директор института",
        "Справка: институт основан в 1993 году.",
        "Для справки: институт основан в 1993 году.",
        "Фото: Марат Примеров открывает архив",
        "Комментарии министра прозвучали в пятницу.",
        "Организаторы: фонд «Архив»",
        "Теги были на всех коробках архива.",
        "Реклама ядерной энергии не нужна, сказал министр.",
    ],
}


def kind(language: str, line: str, at: int) -> str:
    lines = list(BODY[language])
    lines.insert(at, line)
    text = "\n\n".join(lines)
    return next(p.kind for p in plain.decode(text).paragraphs if p.span.of(text) == line)


@pytest.mark.parametrize(("language", "line"), [(language, line) for language, lines in SITE.items() for line in lines])
@pytest.mark.parametrize("at", [1, 3])
def test_line_of_the_site_is_set_aside(language: str, line: str, at: int) -> None:
    assert kind(language, line, at) in ("furniture", "metadata")


@pytest.mark.parametrize(("language", "line"), [(language, line) for language, lines in PAGE.items() for line in lines])
@pytest.mark.parametrize("at", [2, 3])
def test_line_of_the_page_is_read(language: str, line: str, at: int) -> None:
    assert kind(language, line, at) not in ("furniture", "metadata")
