from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Document
from onrecord.model.errors import PageEmpty, PageUnreadable

Read = Callable[..., Document]

BODY = """<p>On May 3, the Moran Foundation and the Ulytau Institute co-organized a roundtable on archives in Semey.</p>
<p>Goh Sae-byeok, president of the foundation, said that the archive &ldquo;belongs to those who lived beside it&rdquo;.</p>
<p>Some forty researchers from three countries took part, and they agreed to publish the papers within a year.</p>"""

BOARD = f"""<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><meta property="og:site_name" content="Moran Foundation">
<title>Steppe Archive Roundtable Held in Semey | Moran Foundation</title></head><body class="has-sidebar">
<div id="skipnav"><a href="#a">메인메뉴 바로가기</a><a href="#b">본문으로 바로가기</a></div>
<header><h1><a href="/">Moran Foundation</a></h1><nav><ul><li><a>About</a></li><li><a>Programs</a></li></ul></nav></header>
<div class="location">Global Networking &gt; 상세화면</div>
<div class="view"><h3>Steppe Archive Roundtable Held in Semey</h3>
<ul><li><span>조회수</span><em>1,204</em></li><li><b>행사기간</b> May 3, 2017 - May 4, 2017</li>
<li><b>등록일</b>May 9, 2017</li></ul>
<div>{BODY}</div></div>
<aside><h2>Latest news</h2><ul><li><a>Third Archive School opens in Almaty</a> 2018.01.02</li></ul></aside>
<footer><p>Copyright © Moran Foundation. All rights reserved.</p></footer></body></html>"""


def of_kind(document: Document, kind: str) -> list[str]:
    return [p.span.of(document.text) for p in document.paragraphs if p.kind == kind]


def test_event_page_of_a_board_is_read_as_a_reader_does(read: Read) -> None:
    document = read(BOARD)
    assert document.title == "Steppe Archive Roundtable Held in Semey"
    assert document.title_span is not None
    assert document.title_span.of(document.text) == document.title
    assert document.site == "Moran Foundation"
    assert document.language == "en"
    assert str(document.published) == "2017-05-09"
    assert [(f.key, f.label, f.number) for f in document.facts] == [
        ("views", "조회수", 1204), ("event_period", "행사기간", None), ("registered", "등록일", None),
    ]  # fmt: skip
    assert len(of_kind(document, "body")) == 3
    assert "belongs to those who lived beside it" in document.text


def test_what_belongs_to_the_site_is_set_aside_and_not_lost(read: Read) -> None:
    document = read(BOARD)
    furniture = of_kind(document, "furniture")
    for words in ("메인메뉴 바로가기", "About", "Third Archive School", "All rights reserved", "상세화면"):
        assert any(words in said for said in furniture)


def test_entities_raised_and_lowered_letters_and_line_breaks(read: Read) -> None:
    document = read(
        f"<h1>A report on the papers</h1>{BODY}<p>The 10<sup>th</sup> box holds 10<sup>6</sup> pages on CO<sub>2</sub> &amp; "
        "soil.<sup><a href='#n'>[1]</a></sup> It is&nbsp;open.<br><br>A second part.</p>"
    )
    assert "The 10th box holds 10⁶ pages on CO₂ & soil. It is open." in document.text
    assert "A second part." in of_kind(document, "body")


def test_list_and_table_keep_their_lines(read: Read) -> None:
    document = read(
        f"<h1>A report on the papers</h1>{BODY}<h2>Programme</h2><ul><li>Moderator: <b>Marat</b> Example</li></ul>"
        f"<table><tr><th>Speaker<th>Office<tr><td>Goh Sae-byeok<td>President</table>{BODY.replace('May 3', 'June 9')}"
    )
    assert "• Moderator: Marat Example" in of_kind(document, "body")
    assert "Goh Sae-byeok | President" in of_kind(document, "body")
    assert "Programme" in of_kind(document, "heading")


def test_label_and_value_set_apart_by_markup_are_facts(read: Read) -> None:
    document = read(
        "<main><h1>Lecture: maps of the steppe</h1><dl><dt>When</dt><dd>12 June 2018, 18:30</dd>"
        "<dt>Venue:</dt><dd><p>Blue Hall</p></dd></dl>"
        f"{BODY}<table><tr><th>Posted</th><td>1 June 2018</td><th>Views</th><td>77</td></tr></table></main>"
    )
    facts = {fact.key: fact for fact in document.facts}
    assert facts["place"].value == "Blue Hall"
    assert [str(date) for date in facts["event_period"].dates] == ["2018-06-12"]
    assert facts["views"].number == 77
    assert str(document.published) == "2018-06-01"
    for fact in facts.values():
        assert fact.value in fact.span.of(document.text)


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [
        ('<meta property="article:published_time" content="2020-02-03T10:00:00+06:00">', "", "2020-02-03"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2020-02-03"}]}</script>',
            "",
            "2020-02-03",
        ),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="3 February 2020">', "", "2020-02-03"),
        ('<meta name="date" content="2020-02-03">', "<p>Posted on 1 February 2020</p>", "2020-02-01"),
        ('<meta name="date" content="2020-02-03">', "<p>14 March 2020</p>", "2020-02-03"),
        (
            '<meta name="date" content="2020-02-03">',
            "<p>KARATAU. February 2. EXAMPLE-PRESS – The council met.</p>",
            "2020-02-03",
        ),
        ('<meta name="date" content="2031-02-03">', "", "None"),
        ("", "", "None"),
    ],
)
def test_date_in_the_head_is_weighed_against_what_a_reader_sees(read: Read, head: str, line: str, published: str) -> None:
    body = BODY.replace("On May 3, the", "The")
    assert (
        str(read(f"<html><head>{head}</head><body><h1>A report on the papers</h1>{line}{body}</body></html>").published)
        == published
    )


def test_address_completes_a_date_and_says_so(read: Read) -> None:
    page = f"<h1>A report</h1><p>KARATAU. May 4. EXAMPLE-PRESS – The council met in the library of the town.</p>{BODY}"
    assert str(read(page, url="https://example.org/news/2019/report").published) == "2019-05-04?"
    assert str(read(f"<h1>A report</h1>{BODY}", url="https://example.org/2019/05/06/report").published) == "2019-05-06?"


def test_broken_markup_is_read(read: Read) -> None:
    document = read(f"<div><table><tr><td><h1>A report on the papers<p>{BODY}</div></span><b><i>Unclosed &copy &nosuch; <p>end")
    assert "Unclosed © &nosuch;" in document.text


def test_page_nested_deeper_than_python_recurses_is_read(read: Read) -> None:
    assert "deep" in read("<div>" * 1900 + "<p>a deep word</p>").text
    with pytest.raises(PageUnreadable, match="nested"):
        read("<div>" * 5000 + "<p>a deep word</p>")


@pytest.mark.parametrize(
    "page", ["<html></html>", "<script>alert(1)</script>", "<!-- only a comment -->", "<p style='display:none'>x</p>"]
)
def test_page_without_visible_text_is_empty(read: Read, page: str) -> None:
    with pytest.raises(PageEmpty, match="save the page"):
        read(page)


def test_markdown_is_read_as_it_looks(read: Read) -> None:
    document = read(
        "---\ntitle: Maps of the steppe\ndate: 2019-05-06\n---\n\n## Programme\n\n"
        "The *second* map is\nwith [the museum](http://x.org).\n\n- One\n",
        "text/markdown",
    )
    assert document.title == "Maps of the steppe"
    assert str(document.published) == "2019-05-06"
    assert "The second map is with the museum." in document.text
    assert "• One" in of_kind(document, "body")


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("## Визит делегации\n\nВ Сеуле прошли переговоры.\n\n## Состав\n\nДва человека.\n", "Визит делегации"),
        ("## Programme\n\n# Maps of the steppe\n\nThe museum shows maps.\n", "Maps of the steppe"),
    ],
)
def test_a_heading_that_begins_markdown_is_its_title_where_no_other_ranks_higher(read: Read, source: str, title: str) -> None:
    assert read(source, "text/markdown").title == title


def test_news_page_with_byline_inline_links_and_comments(read: Read) -> None:
    document = read(
        "<title>Archive opens | The Karatau Herald</title><ul class=main-menu><li><a>Nation</a><li><a>World</a></ul>"
        "<div class='content share-enabled'><article><h1>Archive opens</h1><div class=meta>By <a>Jane Example</a> | "
        f"5 March 2020 | <a>12 comments</a></div>{BODY}<div><b>Read also:</b> <a>Old maps found in Karatau</a></div>"
        "<p>The archive will be open on weekdays.</p></article><section id=comments><h3>12 comments</h3><p>Aigul: my "
        "grandfather worked there for many years and never told us a word, so I am glad that it is open.</p></section></div>"
    )
    assert str(document.published) == "2020-03-05"
    assert of_kind(document, "body")[-1] == "The archive will be open on weekdays."
    assert of_kind(document, "dateline") == ["By Jane Example | 5 March 2020 | 12 comments"]
    assert {"• Nation", "Read also: Old maps found in Karatau", "12 comments"} <= set(of_kind(document, "furniture"))
    assert any("grandfather" in said for said in of_kind(document, "furniture"))


def test_event_page_laid_out_as_a_table(read: Read) -> None:
    said = "한빛재단은 지난 14일 누르술탄에서 초원연구소와 원탁회의를 공동 주최하였습니다. 전문가 40여 명이 참석하였습니다."
    document = read(
        "<title>행사 상세보기 - 한빛재단</title><div class=lnb>행사</div><table><tr><th>제목<td>2021 경험 공유 원탁회의 개최"
        "<tr><th>행사기간<td>2021.10.14 ~ 10.15<th>장소<td>대한홀<tr><th>등록일<td>2021-10-20<th>조회수<td>418"
        f"<tr><td colspan=4><p>{said}<p>{said}<p>{said}</table><a>목록</a>"
    )
    facts = {fact.key: fact for fact in document.facts}
    assert document.title == "2021 경험 공유 원탁회의 개최"
    assert [str(date) for date in facts["event_period"].dates] == ["2021-10-14", "2021-10-15"]
    assert facts["place"].value == "대한홀"
    assert (facts["views"].number, str(document.published)) == (418, "2021-10-20")
    assert of_kind(document, "body") == [said] * 3


def test_old_page_of_line_breaks_in_a_layout_table(read: Read) -> None:
    document = read(
        "<center><b>Ministry of Foreign Affairs</b></center><table><tr><td><a>Home</a><br><a>News</a></td><td><b>On the "
        "talks between two ministries</b><br>12.03.2014<br><br>On March 11, Marat Example received Ambassador Goh.<br><br>The "
        "two discussed cooperation in science and a visit in May, and they agreed to meet again before the summer.</table>"
    )
    assert document.title == "On the talks between two ministries"
    assert str(document.published) == "2014-03-12"
    assert len(of_kind(document, "body")) == 2
