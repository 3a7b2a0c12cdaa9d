"""Where the accounts of a server are kept."""

from __future__ import annotations

from pathlib import Path


def accounts_file(where: str | Path) -> Path:
    """Return where the accounts of a record's server are kept: beside a SQLite file, else in the working folder."""
    text = str(where)
    if "://" in text and not text.startswith("sqlite:///"):
        return Path("onrecord.accounts")
    return Path(text.removeprefix("sqlite:///")).with_suffix(".accounts")
