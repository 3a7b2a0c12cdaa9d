from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.model.errors import UsageError
from onrecord.serve import app
from onrecord.serve.accounts.attempts import Attempts
from onrecord.serve.accounts.book import Accounts
from onrecord.serve.pages import signing_in
from onrecord.serve.server import run
from onrecord.serve.settings import Settings

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts of these tests alone


@pytest.fixture
def guarded(sample_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A server with two accounts: ana reviews, bob reads."""
    shutil.copy(sample_record, tmp_path / "record.db")
    accounts = Accounts(tmp_path / "record.accounts")
    accounts.add("ana", "reviewer", PASSWORD)
    accounts.add("bob", "reader", PASSWORD)
    monkeypatch.setattr(signing_in, "_attempts", Attempts(10, 300))
    settings = Settings(hosts=("testserver",))
    with TestClient(app(tmp_path / "record.db", settings), follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


def token(client: TestClient, path: str = "/login") -> str:
    found = re.search(r'name="token" value="(\w+)"', client.get(path).text)
    assert found
    return found[1]


def sign_in(client: TestClient, name: str, password: str = PASSWORD, back: str = "/"):
    form = {"name": name, "password": password, "back": back, "token": token(client)}
    return client.post("/login", data=form)


def test_nobody_gets_in_without_an_account(guarded: TestClient):
    for path in ("/", "/persons", "/search?q=x", "/sources/d-1"):
        answer = guarded.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?back=")
    assert guarded.get("/api/v1/persons").status_code == 401
    assert guarded.get("/login").status_code == 200


def test_signing_in_leads_back_and_out_again(guarded: TestClient):
    answer = sign_in(guarded, "bob", back="/persons?q=a")
    assert (answer.status_code, answer.headers["location"]) == (303, "/persons?q=a")
    assert "HttpOnly" in answer.headers["set-cookie"]
    page = guarded.get("/persons")
    assert page.status_code == 200
    assert "bob" in page.text
    assert guarded.get("/api/v1/persons").status_code == 200
    assert guarded.post("/logout", data={"token": token(guarded, "/persons")}).status_code == 303
    assert guarded.get("/persons").status_code == 303


def test_signing_in_leads_to_no_other_site(guarded: TestClient):
    assert sign_in(guarded, "bob", back="https://evil.example/").headers["location"] == "/"


def test_a_wrong_password_is_told_without_telling_which_names_there_are(guarded: TestClient):
    wrong, nobody = sign_in(guarded, "ana", "wrong horse battery"), sign_in(guarded, "zoe", "wrong horse battery")
    assert wrong.status_code == nobody.status_code == 403

    def fault(text: str) -> list[str]:
        return re.findall(r'role="alert">(.*?)<', text)

    assert fault(wrong.text) == fault(nobody.text) != []


def test_attempts_are_limited(guarded: TestClient):
    answers = [sign_in(guarded, "ana", "wrong horse battery") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [403] * 10 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert sign_in(guarded, "ana").status_code == 429


def test_a_form_of_another_site_is_refused(guarded: TestClient):
    form = {"name": "ana", "password": PASSWORD, "token": token(guarded)}
    assert guarded.post("/login", data=form, headers={"Origin": "https://evil.example"}).status_code == 403
    assert guarded.post("/login", data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert guarded.post("/login", data=form | {"token": "0" * 64}).status_code == 403
    guarded.cookies.clear()
    assert guarded.post("/login", data=form).status_code == 403


def test_programs_send_name_and_password(guarded: TestClient):
    assert guarded.get("/api/v1/persons", auth=("bob", PASSWORD)).status_code == 200
    assert guarded.get("/api/v1/persons", auth=("bob", "wrong horse battery")).status_code == 401
    assert guarded.get("/persons", auth=("bob", PASSWORD)).status_code == 303  # pages ask for a session


def test_a_server_that_others_reach_asks_for_accounts(tmp_path: Path):
    with pytest.raises(UsageError, match="no account"):
        run(tmp_path / "record.db", Settings(host="0.0.0.0", port=0))  # noqa: S104 - refused is what is tested


def test_without_accounts_whoever_sits_here_reviews(client: TestClient):
    assert client.get("/persons").status_code == 200
    assert client.get("/login").status_code == 200
