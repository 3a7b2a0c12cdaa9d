"""Where pictures of all pages are kept: the folder that ONRECORD_SCREENSHOTS names, else the system's for temporary files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

PICTURES = Path(os.environ.get("ONRECORD_SCREENSHOTS") or Path(tempfile.gettempdir()) / "onrecord-screenshots")
