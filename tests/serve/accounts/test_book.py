from __future__ import annotations

import stat
from pathlib import Path

import pytest

from onrecord.model.errors import RecordDamaged, UsageError
from onrecord.serve.accounts.book import IDLE, Account, Accounts

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts of these tests alone


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Accounts:
    found = Accounts(tmp_path / "record.accounts", clock=clock)
    found.add("ana", "reviewer", PASSWORD)
    return found


def test_name_and_password_open_the_account(accounts: Accounts):
    assert accounts.verify("ana", PASSWORD) == Account("ana", "reviewer")
    assert accounts.verify("ana", "wrong horse battery") is None
    assert accounts.verify("bob", PASSWORD) is None


def test_the_file_holds_no_password_and_is_for_its_owner_alone(accounts: Accounts):
    token = accounts.sign_in(Account("ana", "reviewer"))
    content = accounts.path.read_bytes()
    assert PASSWORD.encode() not in content
    assert token.encode() not in content
    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600


def test_a_session_lasts_until_it_is_closed_or_not_used(accounts: Accounts, clock: Clock):
    token = accounts.sign_in(Account("ana", "reviewer"))
    clock.now += IDLE - 1
    assert accounts.of_session(token) == Account("ana", "reviewer")
    clock.now += IDLE - 1  # it was used
    assert accounts.of_session(token)
    clock.now += IDLE + 1
    assert accounts.of_session(token) is None
    other = accounts.sign_in(Account("ana", "reviewer"))
    accounts.sign_out(other)
    assert accounts.of_session(other) is None


def test_a_new_password_or_removal_ends_all_sessions(accounts: Accounts):
    token = accounts.sign_in(Account("ana", "reviewer"))
    accounts.add("ana", "reader", PASSWORD + "!")
    assert accounts.of_session(token) is None
    assert accounts.verify("ana", PASSWORD + "!") == Account("ana", "reader")
    accounts.remove("ana")
    assert not accounts


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("a b", PASSWORD), ("a" * 65, PASSWORD), ("ana", "short")])
def test_names_and_passwords_that_will_not_do_are_refused(accounts: Accounts, name: str, password: str):
    with pytest.raises(UsageError):
        accounts.add(name, "reader", password)


def test_removing_nobody_is_told(accounts: Accounts):
    with pytest.raises(UsageError, match="no account"):
        accounts.remove("bob")


def test_a_file_of_something_else_is_named(tmp_path: Path):
    (tmp_path / "x.accounts").write_bytes(b"no database" * 100)
    with pytest.raises(RecordDamaged, match=r"x\.accounts"):
        Accounts(tmp_path / "x.accounts").list()
