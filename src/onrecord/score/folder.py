"""A folder of gold annotation, and the pages that it annotates."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.errors import UsageError
from onrecord.score.likeness import Item


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One annotated page: its name, its text and its annotation."""

    id: str
    text: str
    annotation: Item


def gold_pages(folder: Path, pages: Path | None = None) -> list[GoldPage]:
    """Read the annotated pages of a folder, in the order of their names.

    Args:
        folder: holds one `<id>.json` a page, itself or in a folder `gold` inside.
        pages: holds one `<id>.txt` a page; where None it is looked for in and beside `folder`.

    Raises:
        UsageError: where there is no annotation, a file is no annotation, or a page is missing.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", "name a folder with one annotated page a JSON file")
    where = folder / "gold" if (folder / "gold").is_dir() else folder
    files = sorted(where.glob("*.json"))
    annotations = [(file.stem, found) for file in files if (found := _annotation(file)) is not None]
    if not annotations:
        raise UsageError(f"{folder} holds no annotated page", "name a folder with one <page>.json a page")
    texts = pages or _pages_near(where, [name for name, _ in annotations])
    return [GoldPage(name, _text(texts, name), annotation) for name, annotation in annotations]


def _annotation(file: Path) -> Item | None:
    try:
        value = json.loads(file.read_text("utf-8"))
    except (ValueError, OSError) as error:
        raise UsageError(f"{file} cannot be read ({type(error).__name__})", "repair it or take it out of the folder") from None
    # Other JSON files may lie beside the annotations, such as a list of groups.
    return {"doc_id": file.stem, **value} if isinstance(value, dict) and "persons" in value else None


def _pages_near(folder: Path, ids: Iterable[str]) -> Path:
    wanted = list(ids)
    candidates = (folder, folder / "pages", folder.parent / "pages", folder.parent.parent / "pages")
    for candidate in candidates:
        if any((candidate / f"{name}.txt").is_file() for name in wanted):
            return candidate
    raise UsageError(f"the pages that {folder} annotates are not beside it", "say where they are with --pages")


def _text(folder: Path, id: str) -> str:
    file = folder / f"{id}.txt"
    try:
        # newline="" keeps carriage returns: offsets count what the file holds.
        with file.open(encoding="utf-8", newline="") as lines:
            return lines.read()
    except FileNotFoundError:
        raise UsageError(f"there is no page {file}", "add it, or say where the pages are with --pages") from None
    except (UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{file} cannot be read ({type(error).__name__})", "save it as UTF-8 text") from None
