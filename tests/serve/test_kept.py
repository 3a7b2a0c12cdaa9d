"""A page that was made once is sent again as it is, until anybody writes to the record; nobody gets what belongs to another."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import onrecord
from onrecord.model.decision import Correction
from onrecord.serve import app, kept
from onrecord.serve.accounts.book import Accounts
from onrecord.serve.accounts.forms import SIGN
from onrecord.serve.settings import Settings
from onrecord.serve.shown import Shown

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts of these tests alone
SETTINGS = Settings(hosts=("testserver",))


@pytest.fixture
def place(sample_record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_record, tmp_path / "record.db"))


@pytest.fixture
def asking(place: Path) -> Iterator[TestClient]:
    with TestClient(app(place, SETTINGS), follow_redirects=False) as client:
        yield client


@pytest.fixture
def no_more_pages(monkeypatch: pytest.MonkeyPatch):
    """Let every page fail that is made from now on."""

    def forbid() -> None:
        def fail(*_args: object, **_context: object) -> None:
            raise AssertionError("a page is made that was made before")

        monkeypatch.setattr(Shown, "page", fail)

    return forbid


def test_a_page_is_made_once(asking: TestClient, no_more_pages):
    before = {path: asking.get(path).content for path in ("/", "/persons", "/search?q=Kazakhstan")}
    no_more_pages()
    assert {path: asking.get(path).content for path in before} == before


def test_languages_looks_and_filters_are_other_pages(asking: TestClient):
    pages = {path: asking.get(path).text for path in ("/persons", "/ko/persons", "/ru/persons", "/persons?q=a")}
    assert len(set(pages.values())) == 4
    assert asking.get("/persons", headers={"Accept-Language": "ko"}).text != pages["/persons"]
    asking.cookies.set("theme", "dark")
    assert 'data-theme="dark"' in asking.get("/persons").text
    asking.cookies.clear()
    assert asking.get("/persons").text == pages["/persons"]


def test_a_page_that_is_added_is_on_the_next_pages(asking: TestClient, place: Path, tmp_path: Path):
    asked = {
        "/": "Archives at the forum", "/persons?q=senova": "Aliya Senova", "/sources": "Archives at the forum",
        "/search?q=archives+outlive": "archives outlive us", "/api/v1/persons?q=senova": "Aliya Senova",
        "/api/v1/statements?q=archives+outlive": '"total": 1',
    }  # fmt: skip

    def answers() -> dict[str, str]:
        return {path: " ".join(asking.get(path).text.replace('":', '": ').split()) for path in asked}

    before, counts = answers(), asking.get("/api/v1/counts").json()
    assert not [path for path, words in asked.items() if words in before[path]]
    page = tmp_path / "page.txt"
    page.write_text("Archives at the forum\n\nThe minister, Aliya Senova, said on Monday that archives outlive us all.\n")
    with onrecord.open(place) as another:  # as another process does
        another.add(page)
    after = answers()
    assert not [path for path, words in asked.items() if words not in after[path]]
    assert asking.get("/api/v1/counts").json()["pages"] == counts["pages"] + 1


def test_what_is_rejected_is_on_no_page_any_more_and_comes_back(asking: TestClient, place: Path):
    with onrecord.open(place) as another:
        statement = another.search("nuclear", order="newest").hits[0].statement
        paths = (f"/statements/{statement.key}", f"/sources/{statement.evidence[0].source.key}")
        before = [asking.get(path) for path in paths]
        key = next(c.subject for c in another.view.claims(statement.key) if c.subject.startswith("s-"))
        decided = another.decide(Correction(kind="reject", fact=key, by="ana"))
        assert asking.get(paths[0]).status_code == 404
        assert f'href="{paths[0]}"' in before[1].text
        assert f'href="{paths[0]}"' not in asking.get(paths[1]).text
        another.undo(decided.id, by="ana")
    assert [asking.get(path).text for path in paths] == [page.text for page in before]


def test_a_browser_that_has_the_page_is_told_so(asking: TestClient, place: Path, tmp_path: Path):
    for path in ("/persons", "/api/v1/persons"):
        etag = asking.get(path).headers["etag"]
        answer = asking.get(path, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", etag)
        page = tmp_path / "page.txt"
        page.write_text(f"Rector Aliya Senova opened the forum of {path} in Astana on 4 May 2031.\n")
        with onrecord.open(place) as another:
            another.add(page)
        assert asking.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_compressed_or_not_it_is_the_same_page(asking: TestClient):
    for path in ("/persons", "/gatherings"):
        packed = asking.get(path, headers={"Accept-Encoding": "gzip"})
        plain = asking.get(path, headers={"Accept-Encoding": "identity"})
        assert packed.headers["content-encoding"] == "gzip"
        assert "content-encoding" not in plain.headers
        assert packed.content == plain.content
        assert "Accept-Encoding" in plain.headers["vary"]
        assert int(plain.headers["content-length"]) == len(plain.content) > int(packed.headers["content-length"])


def test_faults_are_not_kept(asking: TestClient):
    assert asking.get("/persons/p-0").status_code == 404
    assert asking.get("/persons?after=").status_code == 200
    assert asking.get("/gatherings?from=20").status_code == 422
    assert asking.get("/persons/p-0").status_code == 404


def test_the_oldest_answers_go_when_there_are_too_many(asking: TestClient, monkeypatch: pytest.MonkeyPatch, no_more_pages):
    one = asking.get("/persons", headers={"Accept-Encoding": "gzip"}).headers["content-length"]
    monkeypatch.setattr(kept, "KEPT_BYTES", 3 * int(one))
    for n in range(12):
        asking.get(f"/persons?q={n}")
    no_more_pages()
    assert asking.get("/persons?q=11").status_code == 200
    with pytest.raises(AssertionError):
        asking.get("/persons")


def test_readers_who_have_signed_in_get_their_own_names_and_tokens(place: Path, tmp_path: Path):
    accounts = Accounts(tmp_path / "record.accounts")
    for name in ("ana", "bob"):
        accounts.add(name, "reader", PASSWORD)
    seen: dict[str, list[tuple[str, str]]] = {}
    with TestClient(app(place, SETTINGS), follow_redirects=False) as browser:
        for name in ("ana", "bob", "ana"):
            browser.cookies.clear()
            token = _token(browser.get("/login").text)
            browser.post("/login", data={"name": name, "password": PASSWORD, "back": "/", "token": token})
            page = browser.get("/persons")
            assert f"Signed in as {name}" in page.text
            assert SIGN not in page.text
            seen.setdefault(name, []).append((_token(page.text), page.headers["etag"]))
            # The token of a page that was kept is one that the server takes from this browser.
            assert browser.post("/logout", data={"token": _token(page.text)}).status_code == 303
    tokens = [token for of_one in seen.values() for token, _ in of_one]
    assert len(set(tokens)) == 3
    assert len({etag for of_one in seen.values() for _, etag in of_one}) == 3


def _token(page: str) -> str:
    found = re.search(r'name="token" value="(\w+)"', page)
    assert found
    return found[1]
