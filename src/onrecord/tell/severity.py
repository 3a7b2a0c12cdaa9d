"""How severe a contradiction is, in colour."""

from __future__ import annotations

STYLES = {"high": "bold red", "medium": "yellow", "low": "dim"}
