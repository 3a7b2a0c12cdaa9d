"""The tables of docs/names.md are what scripts/names_table.py makes of docs/names.tsv."""

from pathlib import Path

from tests.made import scripts

ROOT = Path(__file__).parents[3]


def _script():
    return scripts.script("names_table")


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
