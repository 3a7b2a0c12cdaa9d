"""Every command that opens a record answers the same on a file and on a PostgreSQL server, and names what is wrong with it."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError
from tests.cli.conftest import Ended
from tests.made import postgres, reading
from tests.made.waiting import until

LINES = (
    "Aigerim Sultanova, minister, at Lake Forum on 2018-05-14 in Karatal: “Sites close slowly and at a high price for us”",
    "Aigerim Sultanowa, minister, at Lake Forum on 2018-05-15 in Karatal: “Inspectors need seals, archives and patience”",
    "Bolat Omarov, envoy, at Dune Forum on 2019-06-20 in Semey: “Sand keeps nothing for itself, said the old minister”",
    "Bolat Omarov, director, at Dune Forum on 2019-06-20 in Almaty: “The treaty was never closed to its neighbours”",
)
CHANGING = re.compile(
    r"\b[jkeaur]-[0-9a-f]{6,}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|\+00:00)?|\b\d+(\.\d+)? (ms|s|seconds?)\b"
)
"""What differs from run to run: the keys of decisions, which hold their time, times themselves, and how long something took."""


@pytest.fixture(scope="module")
def server() -> Iterator[Callable[[], str]]:
    with postgres.server() as make:
        yield make


class Walk:
    """The commands, each run once on one record."""

    def __init__(
        self, place: str, number: int, folder: Path, run: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._place, self._number, self._folder, self._run, self._monkeypatch = place, number, folder, run, monkeypatch
        self.answers: list[tuple[str, int, str, str]] = []

    def run(self, *words: str, keys: str | None = None) -> str:
        """Run a command, keep its answer without what differs from run to run, and return what it printed."""
        if keys is not None:
            self._monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        ended = self._run(*words, "--record", self._place)
        told = [
            CHANGING.sub("…", text.replace(self._place, "RECORD").replace(str(self._folder), "DIR")).replace(
                f"copy-{self._number}", "copy"
            )
            for text in ended[1:]
        ]
        command = CHANGING.sub("…", " ".join(words).replace(str(self._folder), "DIR"))
        self.answers.append((re.sub(r"copy-\d", "copy", command), ended.code, told[0], told[1]))
        return ended.out

    def json(self, *words: str) -> Any:
        """Run a command that prints JSON, and return that."""
        return json.loads(self.run(*words, "--json"))

    def reading(self) -> None:
        """Run what only reads."""
        self.run("who", "Sultanova", "--evidence")
        self.run("who", "Omarov", "--on", "2019-06-20")
        self.run("said", "Omarov", "--about", "sand", "--json")
        self.run("search", "closing", "--json")
        self.run("search", '"high price"')
        self.run("search", "inspect* -sand", "--from", "2018", "--to", "2018-12")
        self.run("gatherings", "--place", "Karatal", "--evidence")
        self.run("timeline", "--json")
        self.run("conflicts", "--json")
        self.run("conflicts")
        self.run("check")

    def deciding(self) -> None:
        """Run what decides, and what takes that back."""
        said = self.json("said", "Omarov")["statements"][0]["key"]
        self.run("show", said, "--evidence")
        settled = self.json("conflicts")["conflicts"][0]["key"]
        self.run("conflicts", "--settle", settled, "--note", "the programme says so", "--as", "Meruert")
        self.run("absent", "minutes of the Dune Forum", "--source", "state archive", "--as", "Meruert")
        self.run("absent")
        self.run("review", "--as", "Meruert", keys="y\nn\nq\n")
        self.run("decisions", "--history")
        decided = self.json("decisions")["decisions"]
        self.run("undo", decided[0]["decision"]["id"], "--as", "Meruert", "--why", "a slip")
        self.run("decisions")

    def keeping(self, copy: Path) -> None:
        """Run what reads anew, copies and withdraws."""
        for stage in ("match", "extract", "decode"):
            self.run("rebuild", "--from", stage)
        self.run("backup", str(copy))
        self.run("forget", (self._folder / "3.txt").as_uri(), "--as", "Meruert", "--why", "withdrawn")
        self.run("check")
        self.run("who", "Omarov", "--json")


@pytest.mark.usefixtures("without_models")
def test_every_command_answers_on_a_server_as_on_a_file(
    server: Callable[[], str], tmp_path: Path, run: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n, line in enumerate(LINES):
        (folder / f"{n}.txt").write_text(line)
    walks = []
    for number, place in enumerate((str(tmp_path / "record.db"), server())):
        walk = Walk(place, number, folder, run, monkeypatch)
        walk.run("add", str(folder))
        walk.run("add", str(folder))
        walk.reading()
        walk.deciding()
        walk.keeping(tmp_path / f"copy-{number}.db")
        walks.append(walk.answers)
        assert [answer for answer in walk.answers if answer[1]] == []
    assert len({command.split()[0] for command, *_ in walks[0]}) == 16
    for on_file, on_server in zip(*walks, strict=True):
        assert on_server == on_file


FAULTS = {
    "no server": (lambda url: re.sub(r"\?.*", "?host=/nowhere", url), "no server answers at", "start it"),
    "wrong port": (lambda url: re.sub(r"@.*", "@127.0.0.1:1/record", url), "no server answers at", "correct host and port"),
    "no such host": (lambda url: re.sub(r"@.*", "@host.invalid/record", url), "no such host as", "correct the host"),
    "no such database": (lambda url: re.sub(r"/\w+\?", "/nothing_here?", url), "the server has no database", "createdb"),
    "no such user": (lambda url: re.sub(r"//\w+", "//nobody_known", url), "no such user as", "createuser"),
    "wrong password": (lambda url: re.sub(r"//\w+", "//guest:wrong", url), "refuses user or password of", "PGPASSWORD"),
    "no password": (lambda url: re.sub(r"//\w+", "//guest", url), "wants a password for", "PGPASSWORD"),
    "not let in": (lambda url: re.sub(r"//\w+", "//shut_out", url), "may not connect to", "GRANT CONNECT"),
}
"""The address that is at fault, and what of the fault and of its cure stands in the line."""


@pytest.fixture(scope="module")
def guarded(server: Callable[[], str]) -> str:
    """Return a record of a server that wants a password of one user and lets another one into no database."""
    place = server()
    engine = create_engine(place, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE ROLE guest LOGIN PASSWORD 'right'")
        connection.exec_driver_sql("CREATE ROLE shut_out LOGIN")
        name = connection.exec_driver_sql("SELECT current_database()").scalar()
        connection.exec_driver_sql(f"REVOKE CONNECT ON DATABASE {name} FROM PUBLIC")
        rules = Path(str(connection.exec_driver_sql("SHOW hba_file").scalar()))
        rules.write_text(f"local all guest scram-sha-256\n{rules.read_text()}")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    engine.dispose()
    until(
        lambda: _wants_a_password(re.sub(r"//\w+", "//guest", place))
    )  # the server hears of its new rules when it comes to it
    return place


def _wants_a_password(place: str) -> bool:
    engine = create_engine(place)
    try:
        engine.connect().close()
    except OperationalError:
        return True
    finally:
        engine.dispose()
    return False


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    "words", [["timeline"], ["add", "page.txt"], ["check"], ["backup", "copy.db"]], ids=lambda words: words[0]
)
def test_a_server_that_cannot_be_reached_is_one_line_with_a_cure(
    guarded: str,
    run: Callable[..., Ended],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    fault: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(LINES[0])
    broken, said, cure = FAULTS[fault]
    ended = run(*words, "--record", broken(guarded))
    _refused(ended, said)
    assert cure in ended.err
    assert "wrong" not in ended.err


def test_a_server_of_pages_does_not_start_where_the_record_cannot_be_reached(guarded: str, run: Callable[..., Ended]) -> None:
    for broken, said, _ in FAULTS.values():
        _refused(run("serve", "--port", "0", "--processes", "0", "--record", broken(guarded)), said)


def test_a_user_who_may_make_no_tables_is_told_the_right_to_ask_for(
    server: Callable[[], str], run: Callable[..., Ended], tmp_path: Path
) -> None:
    place, page = server(), tmp_path / "page.txt"
    page.write_text(LINES[0])
    engine = create_engine(place, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        connection.exec_driver_sql("DO $$ BEGIN CREATE ROLE poor LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    engine.dispose()
    ended = run("add", str(page), "--record", re.sub(r"//\w+", "//poor", place))
    _refused(ended, "may not be written or read by this user")
    assert "CREATE ON SCHEMA public" in ended.err


def _refused(ended: Ended, said: str) -> None:
    assert (ended.code, ended.out) == (2, ""), ended
    assert ended.err.startswith("onrecord: ")
    assert ended.err.count("\n") == 1
    assert said in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.usefixtures("without_models")
def test_who_may_only_read_reads_and_is_told_so_on_writing(
    server: Callable[[], str], run: Callable[..., Ended], tmp_path: Path
) -> None:
    place, page, more = server(), tmp_path / "page.txt", tmp_path / "more.txt"
    page.write_text(LINES[0])
    more.write_text(LINES[2])
    assert run("add", str(page), "--record", place).code == 0
    reader = _reader(place)
    assert "Lake Forum" in run("gatherings", "--record", reader).out
    assert run("check", "--record", reader).code == 0
    for words in (
        ("add", str(more)),
        ("absent", "minutes", "--source", "archive", "--as", "Meruert"),
        ("rebuild",),
        ("forget", page.as_uri(), "--as", "Meruert"),
    ):
        _refused(run(*words, "--record", reader), "may not be written")
    assert "Sultanova" in run("who", "Sultanova", "--record", place).out


def _reader(place: str) -> str:
    """Make somebody who may only read, and return the address for them."""
    engine = create_engine(place, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP ROLE IF EXISTS reader")
        connection.exec_driver_sql("CREATE ROLE reader LOGIN PASSWORD 'open'")
        connection.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    engine.dispose()
    return re.sub(r"//[^@]*@", "//reader:open@", place)


@pytest.mark.usefixtures("without_models")
def test_a_server_that_goes_away_while_it_is_used_is_one_line(
    server: Callable[[], str], run: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, page = server(), tmp_path / "page.txt"
    page.write_text(LINES[0])
    extract = reading.extract

    def cut(document: Any) -> Any:
        engine = create_engine(place, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        engine.dispose()
        return extract(document)

    monkeypatch.setattr("onrecord.workers.extract", cut)
    ended = run("add", str(page), "--record", place)
    assert ended.code in (0, 2)
    assert "Traceback" not in ended.err
    assert ended.code == 0 or ended.err.count("\n") == 1
