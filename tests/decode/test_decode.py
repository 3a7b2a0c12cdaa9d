from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.decode import decode, page_id
from onrecord.model import Document, Snapshot
from onrecord.model.errors import FormatUnknown, PageEmpty, PageError, PageUnreadable

Read = Callable[..., Document]
KOREAN = (
    "재단은 지난 3일 세메이에서 원탁회의를 열었다. 회의에는 전문가 마흔 명이 참석했다. 다음 회의는 내년에 서울에서 열린다.\n"
    * 3
)
RUSSIAN = (
    "В Караганде завершился семинар по мониторингу обстановки. В нём приняли участие сорок специалистов из трёх стран.\n" * 3
)


@pytest.mark.parametrize(
    ("content", "kind", "cure"),
    [
        (b"", PageEmpty, "check the source"),
        (b" \r\n\t\0 ", PageEmpty, "check the source"),
        (b"\xef\xbb\xbf\n", PageEmpty, "check the source"),
        (b"\x89PNG\r\n\x1a\n....", FormatUnknown, "OCR"),
        (b"PK\x03\x04....", FormatUnknown, "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", FormatUnknown, "PDF"),
        (b"\x7fELF\x02\x01\x01", FormatUnknown, "HTML"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", FormatUnknown, "pages that it lists"),
        (bytes(range(256)) * 40, PageUnreadable, "text"),
        (b"\x00\x01\x02\x03" * 500, PageUnreadable, "text"),
    ],
)
def test_what_is_no_page_gives_one_line_with_its_cure(read: Read, content: bytes, kind: type[PageError], cure: str) -> None:
    with pytest.raises(kind) as caught:
        read(content, "application/octet-stream")
    assert cure in str(caught.value)
    assert "\n" not in str(caught.value)


def test_fifty_megabytes_of_text_are_no_page(read: Read) -> None:
    with pytest.raises(PageUnreadable, match="split it"):
        read(b"a word and another\n" * 2_700_000, "text/plain")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "utf-8"), (KOREAN, "cp949"), (KOREAN, "utf-16"), (KOREAN, "utf-8-sig"),
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "utf-16"),
    ],
)  # fmt: skip
def test_encoding_is_found_without_being_declared(read: Read, text: str, encoding: str) -> None:
    assert read(text.encode(encoding), "text/plain").text == text


@pytest.mark.parametrize(
    "declared", ["windows-1251", "WINDOWS-1251", "utf-8", "iso-8859-1", "no-such-charset", "rot13", "base64"]
)
def test_declared_encoding_counts_where_the_bytes_allow_it(read: Read, declared: str) -> None:
    assert read(RUSSIAN.encode(), "text/plain", header=f"text/plain; charset={declared}").text == RUSSIAN


def test_meta_element_declares_the_encoding(read: Read) -> None:
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>{RUSSIAN}</p>'
    )
    assert "Караганде" in read(page.encode("cp1251")).text


def test_few_damaged_bytes_cost_only_themselves(read: Read) -> None:
    content = RUSSIAN.encode()
    assert read(content[:-2], "text/plain").text.startswith(RUSSIAN[:-3])


def test_page_sent_as_plain_text_is_still_a_page(read: Read) -> None:
    assert "<p>" not in read("<!DOCTYPE html><html><body><p>One word and another.</p></body></html>", "text/plain").text
    assert "<p>" in read("The element <p> begins a paragraph.", "text/plain").text


def test_page_is_named_for_its_file_or_its_address() -> None:
    assert page_id("file:///home/me/seed%20one.html") == "seed one"
    assert page_id("stdin:") == "stdin"
    assert page_id("https://example.org/a") != page_id("https://example.org/b")
    assert len(page_id("https://example.org/a")) == 12


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council met in the old library of the town and agreed to meet again.", "en"),
        (RUSSIAN, "ru"),
        (KOREAN, "ko"),
        ("Алматы қаласында ядролық қаруды таратпау жөніндегі халықаралық дөңгелек үстел өтті.", "kk"),
        ("У Києві відбувся семінар про ядерну безпеку, у якому взяли участь сорок фахівців із трьох країн.", "uk"),
        (
            "Im Rathaus der Stadt fand gestern eine Tagung statt, an der vierzig Fachleute teilnahmen.",
            "de",
        ),
        ("В семинаре участвовал Асқар Нұрсейіт.", "ru"),
        ("12345 --- 678", "und"),
    ],
)
def test_language_is_told(read: Read, text: str, language: str) -> None:
    assert read(text, "text/plain").language == language


def check(document: Document) -> None:
    at, text = 0, document.text
    for paragraph in document.paragraphs:
        assert at <= paragraph.span.start < paragraph.span.end <= len(text)
        assert all(c.isspace() or c in "\u200b\ufeff" for c in text[at : paragraph.span.start])
        at = paragraph.span.end
    assert all(c.isspace() or c in "\u200b\ufeff" for c in text[at:])
    spans = [document.title_span, document.published_span, *(fact.span for fact in document.facts)]
    assert all(span.of(text).strip() for span in spans if span)
    for fact in document.facts:
        assert fact.label in fact.span.of(text)
        assert fact.value in fact.span.of(text)


WORDS = [
    "Posted on 3 May 2019", "조회수 252", "Views: 12", "<p>", "</div>", "<table><tr><td>", "<td>", "<th>", "<dt>", "<dd>",
    "<h1>", "<a href=#>", "</a>", "<sup>", "<li>", " | ", "\n", "\n\n", "•", "Comments (3)", "<nav>", "&amp;", "&#0;",
    "<script>", "]]>", "The council met in the library.", "Дата публикации: 16.03.2023", "КАРАТАУ. 3 октября.", "May", "2019",
    "31.02.2019", "Read also: x", "<!--", "-->", "<br>",
]  # fmt: skip


def snapshot(content: bytes, media_type: str) -> Snapshot:
    when = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    return Snapshot(hashlib.sha256(content).hexdigest(), content, "file:///x", media_type, when)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=25),
    st.sampled_from(["text/html", "text/plain", "text/markdown"]),
)
def test_any_page_gives_paragraphs_that_cover_its_text(parts: list[str], media_type: str) -> None:
    page = snapshot("".join(parts).encode("utf-8", "replace"), media_type)
    with contextlib.suppress(PageError):
        document = decode(page)
        check(document)
        assert decode(page) == document


BYTES = st.binary(max_size=300)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(BYTES, BYTES.map(lambda b: b"%PDF-1.5\n" + b), BYTES.map(lambda b: b"<html>" + b)),
    st.sampled_from(["text/html", "text/plain", "text/markdown", "application/pdf", "application/octet-stream", ""]),
)
def test_any_bytes_give_a_document_or_a_page_error(content: bytes, media_type: str) -> None:
    with contextlib.suppress(PageError):
        check(decode(snapshot(content, media_type)))
