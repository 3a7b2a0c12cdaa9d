"""How what something costs grows with its size."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable


def exponent(points: Iterable[tuple[float, float]]) -> float:
    """Return the slope of a line through points of size and cost on logarithmic axes, by least squares: 1 is linear."""
    sizes, costs = zip(*((math.log(size), math.log(cost)) for size, cost in points), strict=True)
    return statistics.linear_regression(sizes, costs).slope
