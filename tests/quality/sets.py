"""The sets of annotated pages: `<language>/<set>/` here, each with its pages, its annotations and `set.toml`.

`set.toml` tells what the pages are (`what`), how they were annotated (`annotated`: "before the first run" of the extractor,
"with the rules in view", or "sealed": nobody who writes rules reads them or what is missed there), the F1 of that first run
(`blind`), and the F1 under which no kind may fall (`floors`). One with pages beside the repo names their folder (`beside`).
A set that was annotated twice keeps both annotations as they were before they were compared, in `first` and `second`; its
`gold` is what was decided.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
LANGUAGES = {"en": "English", "ko": "Korean", "ru": "Russian"}
ORDER = ("own", "fresh", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
         "twentieth", "twentyfirst", "twentysecond", "dev")  # fmt: skip
"""Names of sets in the order in which they were written."""


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """A set of annotated pages.

    Attributes:
        name: its folder below `tests/quality`, such as `ko/third`.
        folder: where its pages and annotations are, for `onrecord.score.gold_pages`; one beside the repo may be missing.
        what: the pages in a few words.
        annotated: how; see above.
        blind: F1 by kind of the first run, where it was kept.
        floors: F1 by kind that may not be lost.
    """

    name: str
    folder: Path
    what: str
    annotated: str
    blind: dict[str, float]
    floors: dict[str, float]

    @property
    def language(self) -> str:
        """The code of its language."""
        return self.name.split("/")[0]

    @property
    def is_ours(self) -> bool:
        """Whether its pages are in the repo."""
        return self.folder.is_relative_to(HERE)

    @property
    def is_annotated_twice(self) -> bool:
        """Whether two annotations of its pages are kept beside the decided one."""
        return (self.folder / "second").is_dir()


@cache
def annotated_sets() -> dict[str, AnnotatedSet]:
    """Return the sets by name, by language and in the order in which they were written."""
    found = {}
    for language in LANGUAGES:
        files = sorted((HERE / language).glob("*/set.toml"), key=lambda file: ORDER.index(file.parent.name))
        for file in files:
            told = tomllib.loads(file.read_text("utf-8"))
            name = f"{language}/{file.parent.name}"
            folder = SHARED / told["beside"] if "beside" in told else file.parent
            found[name] = AnnotatedSet(name, folder, told["what"], told["annotated"], told.get("blind", {}), told["floors"])
    return found
