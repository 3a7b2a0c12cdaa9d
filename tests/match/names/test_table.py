"""The tables of docs/names.md are what scripts/names_table.py makes of docs/names.tsv."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[3]


def _script():
    spec = importlib.util.spec_from_file_location("names_table", ROOT / "scripts" / "names_table.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_names_is_up_to_date():
    script = _script()
    text = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")
    assert script.page(text, script.read(ROOT / "docs" / "names.tsv")) == text, (
        "run: python scripts/names_table.py docs/names.md"
    )


def test_nearly_all_spellings_of_public_figures_match_and_no_two_people_do():
    script = _script()
    people = script.read(ROOT / "docs" / "names.tsv")
    _, matched, compared = script.people_table(people)
    assert matched / compared > 0.97
    assert not any(row.endswith("| one |") for row in script.near_names(people))
