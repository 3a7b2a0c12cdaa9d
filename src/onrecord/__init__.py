"""onrecord: the public record of nuclear diplomacy as a database in which every fact opens at its sentence.

The names below load on first use, so that `import onrecord` and `onrecord --help` stay quick.
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

_WHERE = {
    "Record": "onrecord.pipeline",
    "compare_names": "onrecord.match.names",
    "extract_file": "onrecord.pipeline",
    "extract_text": "onrecord.pipeline",
    "open": "onrecord.pipeline",
}

__all__ = ["Record", "__version__", "compare_names", "extract_file", "extract_text", "open"]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(importlib.import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
