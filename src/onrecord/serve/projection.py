"""The projection of the map: Natural Earth, after Tom Patterson, in the polynomial form of Bojan Šavrič (2011)."""

from __future__ import annotations

import math

WIDTH, HEIGHT = 4000, 2080
"""Of the whole world in the map's own units; `static/world.svg` is drawn in these."""

_SCALE = WIDTH / (2 * 0.8707 * math.pi)


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a place lies on the map.

    Args:
        latitude: degrees north.
        longitude: degrees east.

    Returns:
        x to the right and y downwards, both in the map's units.
    """
    phi, lam = math.radians(latitude), math.radians(longitude)
    a, b = phi * phi, phi**4
    x = lam * (0.8707 - 0.131979 * a + b * (-0.013791 + b * (0.003971 * a - 0.001529 * b)))
    y = phi * (1.007226 + a * (0.015085 + b * (-0.044475 + 0.028874 * a - 0.005916 * b)))
    return WIDTH / 2 + _SCALE * x, HEIGHT / 2 - _SCALE * y
