"""Our figures are those of the script that comes with the annotation guidelines, where that script is at hand."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.score import score_documents

SCRIPT = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
pytestmark = pytest.mark.skipif(not SCRIPT.is_file(), reason="../shared is not here: there is no other scorer to compare with")

WORDS = [
    "Dair Seitov",
    "Seitov",
    "the Mill Institute",
    "Mill",
    "director",
    "deputy director",
    "Round Table",
    "round  table’s",
    "서울",
]
words = st.sampled_from(WORDS)
entities = st.lists(st.fixed_dictionaries({"name": words, "aliases": st.lists(words, max_size=2)}), max_size=3)
who = st.sampled_from(["p0", "p1", "o0", "=the experts", "=Mill"])
dates = st.sampled_from([None, "2019", "2019-04", "2019-04-03", "2020", "XXXX-04-03", "2019-04-03?"])
role = st.fixed_dictionaries({"who": who, "role": st.sampled_from(["speaker", "host"])})
gathering = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["forum", "webinar", "talks", "visit"]),
        "name": words,
        "start": dates,
        "place": st.sampled_from([None, "Seoul", "Almaty"]),
        "main": st.booleans(),
        "participants": st.lists(role, max_size=3),
    }
)
content = st.one_of(words, st.lists(words, min_size=1, max_size=2))
page = st.fixed_dictionaries(
    {
        "persons": entities,
        "organizations": entities,
        "positions": st.lists(
            st.fixed_dictionaries({"person": who, "title": words, "status": st.sampled_from(["current", "former"])}), max_size=3
        ),
        "gatherings": st.lists(gathering, max_size=3),
        "statements": st.lists(
            st.fixed_dictionaries({"speaker": who, "content": content, "direct": st.booleans()}), max_size=3
        ),
        "milestones": st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["decree", "accession"]), "what": words, "text": words, "date": dates}
            ),
            max_size=3,
        ),
    }
)


def with_ids(page, name):
    for kind in ("persons", "organizations"):
        page[kind] = [{"id": f"{kind[0]}{i}", **entity} for i, entity in enumerate(page[kind])]
    return {"doc_id": name, **page}


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("gold_score", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@settings(max_examples=40, deadline=None)
@given(pages=st.lists(st.tuples(page, page), min_size=1, max_size=2))
def test_every_figure_is_the_same(script, tmp_path_factory, pages):
    root = tmp_path_factory.mktemp("pages")
    pairs = [(with_ids(gold, f"page-{i}"), with_ids(found, f"page-{i}")) for i, (gold, found) in enumerate(pages)]
    for i, pair in enumerate(pairs):
        for folder, value in zip(("gold", "found"), pair, strict=True):
            (root / folder).mkdir(exist_ok=True)
            (root / folder / f"page-{i}.json").write_text(json.dumps(value))
    rows, misses, _ = script.score(root / "gold", root / "found")
    ours = score_documents(pairs)
    assert [row.kind for row in ours.rows] == list(rows)
    for row in ours.rows:
        theirs = rows[row.kind]
        assert (row.gold, row.found, row.right) == (theirs["gold"], theirs["pred"], theirs["hit"]), row.kind
        assert row.f1 == pytest.approx(theirs["f1"])
    for kind, found in ours.misses.items():
        if kind == "gatherings:roles":
            continue  # the gold scorer lists no roles
        assert [(miss.what, miss.page, miss.fact) for miss in found] == [tuple(miss) for miss in misses.get(kind, [])]
