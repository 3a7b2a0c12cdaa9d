"""Derive the map of the world from Natural Earth (public domain), as npm's world-atlas packs it.

    python scripts/derive_world.py [countries-50m.json]

Without a file, `npm pack world-atlas@2.0.2` brings it. Written: src/onrecord/serve/static/world.svg, all countries as one
path in the projection of the pages. Borders are thinned arc by arc, so that neighbours still fit (Douglas and Peucker, 1973),
and islands too small to be seen are left out. A country on both sides of the 180th meridian is drawn in one piece, on the side
where most of it lies, and Antarctica down to the pole.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from onrecord.serve.projection import projected

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "serve" / "static" / "world.svg"
PACKAGE = "world-atlas@2.0.2"
TOLERANCE = 1.1
"""How far a thinned line may lie from the true one, in units of the map (4,000 are 360 degrees)."""

SMALLEST = 10.0
"""The area of the smallest island kept, in square units."""

Point = tuple[float, float]


def main() -> None:
    """Write the map."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else packed())
    arcs = [thinned(unwrapped(unpacked(arc, topology["transform"]))) for arc in topology["arcs"]]
    rings = []
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            points = [projected(lat, lon) for lon, lat in in_one_piece(joined(ring, arcs))]
            if abs(area(points)) >= SMALLEST:
                rings.append(points)
    path = "".join(drawn(points) for points in rings)
    head = "<!-- Natural Earth (public domain) through world-atlas; made by scripts/derive_world.py -->"
    TARGET.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{head}<path id="land" d="{path}"/></svg>\n', "utf-8")


def packed() -> str:
    """Return the file out of the npm package."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", PACKAGE]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - nothing in it comes from outside
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as opened:
            member = opened.extractfile("package/countries-50m.json")
            assert member  # noqa: S101  the package holds it
            return member.read().decode("utf-8")


def unpacked(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """Return the longitudes and latitudes of an arc, whose numbers are differences (TopoJSON specification, 2.1.3)."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * kx + dx, y * ky + dy))
    return points


def unwrapped(points: list[Point]) -> list[Point]:
    """Return longitudes and latitudes without leaps from 180 degrees east to 180 degrees west: they go on beyond 180."""
    turned = points[:1]
    for lon, lat in points[1:]:
        turned.append((lon - 360 * round((lon - turned[-1][0]) / 360), lat))
    return turned


def in_one_piece(ring: list[Point]) -> list[Point]:
    """Return a ring in one piece, its middle on the map; one around the pole goes there along its ends."""
    points = unwrapped(ring)
    if abs(points[-1][0] - points[0][0]) > 180:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0)]
    longitudes = [lon for lon, _ in points]
    shift = 360 * round((max(longitudes) + min(longitudes)) / 720)
    return [(lon - shift, lat) for lon, lat in points]


def thinned(arc: list[Point]) -> list[Point]:
    """Leave out points of an arc that lie nearer than the tolerance, on the map, to the line without them; the ends stay."""
    points = [projected(lat, lon) for lon, lat in arc]
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, distance = first, 0.0
        for n in range(first + 1, last):
            d = away(points[n], points[first], points[last])
            if d > distance:
                far, distance = n, d
        if distance > TOLERANCE:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return [arc[n] for n in sorted(keep)]


def away(p: Point, a: Point, b: Point) -> float:
    """Return the distance of a point from the line between two others; from the first where both are one."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length == 0:
        return float(((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5)
    return float(abs(dx * (a[1] - p[1]) - dy * (a[0] - p[0])) / length)


def joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the points of a ring; a negative number is an arc backwards."""
    points: list[Point] = []
    for n in ring:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        points += arc[1:] if points else arc
    return points


def area(points: list[Point]) -> float:
    """Return the signed area of a ring."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2


def drawn(points: list[Point]) -> str:
    """Return a ring as SVG, in whole units, each point as its difference from the one before."""
    whole = [(round(x), round(y)) for x, y in points]
    steps = []
    for a, b in pairwise(whole):
        dx, dy = b[0] - a[0], b[1] - a[1]
        if (dx, dy) != (0, 0):
            steps.append(f"{dx}{'' if dy < 0 else ' '}{dy}")
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z" if len(steps) > 1 else ""


if __name__ == "__main__":
    main()
