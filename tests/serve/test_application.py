"""What every answer of the server has, whatever page it is."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.model.errors import RecordDamaged, RecordLocked, UsageError
from onrecord.serve import app
from onrecord.serve.pages.choices import own_page
from onrecord.serve.security import HEADERS
from onrecord.serve.settings import Settings


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/static/none.css", "/api/v1/openapi.json"])
def test_every_answer_carries_the_headers_of_security(client: TestClient, path: str):
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_allows_no_inline_script_or_style():
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_a_page_is_not_sent_again_to_a_browser_that_has_it(client: TestClient):
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/persons", "/review", "/persons/p-nobody", "/api/v1/persons", "/api/v1/openapi.json"])
def test_a_head_has_the_headers_of_the_page_and_no_body(client: TestClient, path: str):
    page, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (page.status_code, b"")
    assert head.headers["content-type"] == page.headers["content-type"]


def test_a_static_file_is_kept_for_ever_and_another_version_of_it_is_not_there(client: TestClient):
    (address,) = re.findall(r'href="(/static/onrecord\.\w+\.css)"', client.get("/").text)
    assert "immutable" in client.get(address).headers["cache-control"]
    assert client.get(address.replace("onrecord.", "onrecord.0")).status_code == 404
    assert client.get("/static/..%2fapplication.py").status_code == 404


def test_another_host_name_is_refused(client: TestClient):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("headers", "path", "language"),
    [
        ({}, "/", "en"),
        ({"Accept-Language": "ko-KR,ko;q=0.9,en;q=0.5"}, "/", "ko"),
        ({"Accept-Language": "fr, ru;q=0.4, en;q=0.2"}, "/", "ru"),
        ({"Accept-Language": "ko;q=0, ru;q=x, de"}, "/", "en"),
        ({"Accept-Language": "ko"}, "/?lang=ru", "ru"),
        ({"Accept-Language": "ko", "Cookie": "language=ru"}, "/", "ru"),
        ({"Cookie": "language=ru"}, "/ko/", "ko"),
        ({"Cookie": "language=xx"}, "/", "en"),
    ],
)
def test_the_language_is_that_of_the_address_then_of_the_switch_then_of_the_browser(
    client: TestClient, headers: dict[str, str], path: str, language: str
):
    answer = client.get(path, headers=headers)
    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}"' in answer.text


def test_links_keep_the_language_of_the_address(client: TestClient):
    assert 'href="/ko/gatherings"' in client.get("/ko/").text
    assert 'href="/gatherings"' in client.get("/").text


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/persons/p-1?q=a+b&lang=ko", "/persons/p-1?q=a+b"),
        ("/ru/places", "/places"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/ko//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_the_switch_leads_back_and_never_elsewhere(asked: str, led_to: str):
    assert own_page(asked) == led_to


def test_the_switches_are_remembered(client: TestClient):
    answer = client.get("/language/ko", params={"back": "/places"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/places")
    assert answer.headers["set-cookie"].startswith("language=ko;")
    assert client.get("/language/xx").status_code == 422
    assert 'data-theme="dark"' in client.get("/", headers={"Cookie": "theme=dark"}).text


def test_an_unknown_address_is_answered_in_one_line_with_the_cure(client: TestClient):
    page, api = client.get("/ko/nowhere"), client.get("/api/v1/nowhere")
    assert page.status_code == api.status_code == 404
    assert "<h1>" in page.text
    assert set(api.json()["error"]) == {"status", "fault", "cure"}


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("no such thing", "look again"), 422),
        (RecordLocked("/srv/secret/onrecord.db is in use", "wait"), 503),
        (RecordDamaged("/srv/secret/onrecord.db is damaged", "restore"), 500),
        (ValueError("/srv/secret/onrecord.db"), 500),
    ],
)
def test_a_fault_shows_no_path_of_the_server(tmp_path, error: Exception, status: int):
    application = app(tmp_path / "empty.db", Settings(hosts=("testserver",)))

    @application.get("/broken")
    def broken():
        raise error

    with TestClient(application, raise_server_exceptions=False) as asking:
        answer = asking.get("/broken")
    assert answer.status_code == status
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
