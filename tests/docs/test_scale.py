"""What a year of a news archive takes follows from the measured figures in the repo."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_is_what_the_figures_give():
    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "scale.py"), "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run python scripts/scale.py"
