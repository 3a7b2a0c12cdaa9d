"""The outlines of the world, as they are drawn."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.serve.projection import HEIGHT
from onrecord.serve.server import __file__ as server

WORLD = Path(server).parent / "static" / "world.svg"


def test_no_outline_leaps_across_the_map():
    (path,) = re.findall(r' d="([^"]+)"', WORLD.read_text("utf-8"))
    rings = path.removesuffix("z").split("z")
    for ring in rings:
        start, steps = ring.removeprefix("M").split("l")
        x, y = map(int, start.split())
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            assert abs(right) < 600 or y == HEIGHT  # along the pole
    assert len(rings) > 300
