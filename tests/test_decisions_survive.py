"""Pages come in and change, rules get better and worse, people decide and take back: no decision is ever lost."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from tests.made import reading
from tests.made.at_once import found_at_once
from tests.made.memory import in_memory

import onrecord
from onrecord import adding, upkeep, workers
from onrecord.model import Span
from onrecord.model.decision import Correction, DecisionRecord, Judgement
from onrecord.model.errors import DecisionClash, DecisionOverlap
from onrecord.model.resolution import Sightings
from onrecord.record.dump import dump
from onrecord.record.facts import key_in
from onrecord.record.reader import Reader
from onrecord.review.ledger import Ledger

pytestmark = pytest.mark.usefixtures("without_models")

URLS = ("https://a.example/1", "https://b.example/2", "https://c.example/3")
lines = st.builds(
    "{}{}, {}, at {} on {} in Karatal: “{}”".format,
    st.sampled_from(("", "- ")),
    st.sampled_from(("Aigerim Sultanova", "Bolat Omarov", "Dana Iskakova")),
    st.sampled_from(("minister", "envoy")),
    st.sampled_from(("Lake Forum", "Hill Meeting")),
    st.sampled_from(("2018-05-14", "2018-05-15")),
    st.sampled_from(("Sites close slowly and at a price", "We met in the hills to talk")),
)
pages = st.lists(lines, min_size=1, max_size=3).map("\n".join)
people = st.sampled_from(("Meruert", "Timur"))


class DecisionsSurvive(RuleBasedStateMachine):
    """A record with everything that can happen to it, and what has to be true after each step."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=in_memory()))
        self.record = onrecord.open(self.folder / "record.db")
        self.now = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
        self.ledger = Ledger()
        self.log: list[DecisionRecord] = []
        self.texts: dict[str, str] = {}
        reading.Rules.level = 1

    def teardown(self) -> None:
        if hasattr(self, "record"):
            self.record.close()
            shutil.rmtree(self.folder)
        reading.Rules.level = 1

    # -- what happens

    def capture(self, url: str, text: str) -> None:
        self.now += dt.timedelta(days=1)
        self.texts[url] = text
        found = reading.snapshot(text, url, captured_at=self.now)
        (result,) = adding.add_all(self.record.store.writer(), self.record.archive(), [(found, lambda: workers.read(found))])
        assert result.outcome != "unread", result.reason
        self.record.settle()

    @rule(url=st.sampled_from(URLS), text=pages)
    def a_page_comes_in(self, url: str, text: str) -> None:
        self.capture(url, text)

    @precondition(lambda self: self.texts)
    @rule(data=st.data(), footer=st.integers(0, 3))
    def a_page_changes_in_its_footer(self, data: st.DataObject, footer: int) -> None:
        url = data.draw(st.sampled_from(sorted(self.texts)))
        self.capture(url, self.texts[url].split("\nViewed")[0] + f"\nViewed {footer} times")

    @rule(level=st.integers(0, 2))
    def rules_change_and_all_is_read_anew(self, level: int) -> None:
        same = reading.Rules.level == level
        before = dump(self.record.store)
        reading.Rules.level = level
        done = upkeep.rebuild(self.record, start="decode" if level else "extract")
        assert done.failed == ()
        if same:
            assert dump(self.record.store) == before

    @precondition(lambda self: len(self.sightings().persons) > 1)
    @rule(data=st.data(), verdict=st.sampled_from(("same", "different", "unsure")), by=people)
    def somebody_judges(self, data: st.DataObject, verdict: str, by: str) -> None:
        keys = st.sampled_from([one.key for one in self.sightings().persons])
        a, b = data.draw(st.lists(keys, min_size=2, max_size=2, unique=True))
        self.decide(Judgement(a, b, verdict, by=by))  # type: ignore[arg-type]  # drawn from the three

    @precondition(lambda self: self.sightings().statements)
    @rule(data=st.data(), kind=st.sampled_from(("reject", "accept")), by=people)
    def somebody_rejects(self, data: st.DataObject, kind: str, by: str) -> None:
        found = self.sightings()
        keys = [one.key for one in found.statements] + [one.key for one in found.gatherings]
        key = data.draw(st.sampled_from(keys + [one.key for one in found.persons]))
        self.decide(Correction(kind, key, by=by))  # type: ignore[arg-type]  # drawn from the two

    @precondition(lambda self: self.sightings().gatherings)
    @rule(data=st.data(), value=st.sampled_from(("2018-05-16", "2018-05")), by=people)
    def somebody_edits(self, data: st.DataObject, value: str, by: str) -> None:
        key = data.draw(st.sampled_from([one.key for one in self.sightings().gatherings]))
        self.decide(Correction("edit", key, "start", value, by=by))

    @precondition(lambda self: self.record.view.sources())
    @rule(data=st.data(), by=people)
    def somebody_adds(self, data: st.DataObject, by: str) -> None:
        source = data.draw(st.sampled_from([source for source in self.record.view.sources() if source.current]))
        text = self.record.view.document(source.key).text
        start = text.index("in Karatal")
        span = Span(start, start + len("in Karatal"))
        values = (("speaker", "=the report"),)
        addition = Correction("add", document=source.key, spans=(span,), fact_kind="statement", values=values, by=by)
        self.decide(addition)

    @precondition(lambda self: any(one.state == "standing" for one in self.log))
    @rule(data=st.data(), by=people)
    def somebody_takes_back(self, data: st.DataObject, by: str) -> None:
        standing = [one.id for one in self.log if one.state == "standing"]
        try:
            upkeep.undo(self.record, data.draw(st.sampled_from(standing)), by=by)
        except DecisionClash:
            return
        self.remember()

    def decide(self, decision: Correction | Judgement) -> None:
        try:
            upkeep.decide(self.record, decision)
        except DecisionOverlap as error:
            seen = error.cure.split("--seen ")[1].split()[0]
            try:
                upkeep.decide(self.record, decision, seen=seen)
            except DecisionClash:
                return
        except DecisionClash:
            return
        self.remember()

    def remember(self) -> None:
        self.log = list(self.record.view.decisions(history=True))

    def sightings(self) -> Sightings:
        return self.record.view.sightings()

    # -- what has to be true

    @invariant()
    def nothing_vanishes_from_the_log(self) -> None:
        if not hasattr(self, "record"):
            return
        now = self.record.view.decisions(history=True)
        assert [(one.id, one.decision, one.seen, one.undoes, one.ground, one.state) for one in now] == [
            (one.id, one.decision, one.seen, one.undoes, one.ground, one.state) for one in self.log
        ]

    @invariant()
    def every_decision_that_stands_holds_or_is_listed_as_without_ground(self) -> None:
        if not hasattr(self, "record"):
            return
        found = self.sightings()
        shown = (
            {one.key for one in found.statements} | {one.key for one in found.gatherings} | {one.key for one in found.persons}
        )
        dates = {one.key: str(one.start) for one in found.gatherings}
        current = {source.url: source.snapshot for source in self.record.view.sources() if source.current}
        rejected: set[str] = set()
        added: set[str] = set()
        edits: dict[str, str] = {}
        for one in self.record.view.decisions(kind="correction"):
            correction = one.decision
            assert isinstance(correction, Correction)
            snapshot = current.get(one.ground[0].url)
            key = key_in(snapshot, one.ground[0].parts) if snapshot else ""
            if one.gone:
                assert key not in shown
            elif correction.kind == "reject":
                rejected.add(key)
            elif correction.kind == "edit":
                edits[key] = correction.value or ""
            elif correction.kind == "add":
                added.add(key)
        assert added <= shown | rejected  # what somebody added may be rejected later
        assert not rejected & shown
        assert {key: dates[key] for key in edits if key in dates} == {key: edits[key] for key in edits if key in dates}

    @invariant()
    def judged_pairs_are_one_or_apart(self) -> None:
        if not hasattr(self, "record"):
            return
        with self.record.store.connect() as connection:
            reader = Reader(connection)
            for judgement in self.record.view.judgements():
                home = reader.cluster_of(judgement.pair)
                if home.keys() <= {one.key for one in self.sightings().persons} and judgement.verdict != "unsure":
                    assert (len(set(home.values())) == 1) == (judgement.verdict == "same")

    @invariant()
    def contradictions_worked_out_bit_by_bit_are_those_worked_out_at_once(self) -> None:
        if not hasattr(self, "record"):
            return
        assert self.ledger.found(self.record.view) == found_at_once(self.record.view)

    @invariant()
    def the_record_is_in_order(self) -> None:
        if hasattr(self, "record"):
            assert self.record.view.check(self.record.archive()) == ()


def test_a_question_shows_the_words_of_the_occasion_that_it_is_about_by_now() -> None:
    # Both pages tell of the forum twice. Whose reports are one occasion depends on who is whom: a judgement exchanges them.
    state = DecisionsSurvive()
    state.begin()
    told = (
        ("2018-05-14", "Aigerim Sultanova, minister", "Dana Iskakova, minister"),
        ("2018-05-15", "Bolat Omarov, minister", "Dana Iskakova, envoy"),
    )
    words = ("Sites close slowly and at a price", "We met in the hills to talk")
    for url, (day, *names) in zip(URLS, told, strict=False):
        both = zip(names, words, strict=True)
        state.capture(url, "\n".join(f"{name}, at Lake Forum on {day} in Karatal: “{said}”" for name, said in both))
    state.contradictions_worked_out_bit_by_bit_are_those_worked_out_at_once()
    who = {one.names[0]: one.key for one in state.sightings().persons}
    state.decide(Judgement(who["Aigerim Sultanova"], who["Bolat Omarov"], "same", by="Timur"))
    state.contradictions_worked_out_bit_by_bit_are_those_worked_out_at_once()
    state.teardown()


def test_no_decision_is_ever_lost() -> None:
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        DecisionsSurvive,
        settings=settings(max_examples=8, stateful_step_count=16, deadline=None, suppress_health_check=slow),
    )
