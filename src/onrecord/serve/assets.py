"""Static files under names that hold their hash, so that a browser keeps them for ever and never holds an old one."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import version

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

router = APIRouter(include_in_schema=False)

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
}
FOR_EVER = "public, max-age=31536000, immutable"
VEGA = "vega.js"
"""Vega, Vega-Lite and vega-embed from vl-convert's bundle: made when first asked for."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: its bytes, the same compressed, and its media type."""

    content: bytes
    compressed: bytes
    media_type: str


@cache
def named(name: str) -> str:
    """Return the name under which a file of `static/` is sent, by its plain name.

    Raises:
        KeyError: where there is none of that name.
    """
    stem, _, kind = name.rpartition(".")
    if kind not in TYPES or "/" in name:
        raise KeyError(name)
    # Making the bundle takes more than a second, which no page that only names it should wait for.
    content = version("vl-convert-python").encode() if name == VEGA else _read(name)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{kind}"


@cache
def asset(name: str) -> Asset:
    """Return a file of `static/` by its plain name.

    Raises:
        KeyError: where there is none of that name.
    """
    content = _vega() if name == VEGA else _read(name)
    # Level 9 costs once; mtime 0 keeps the bytes the same from run to run.
    return Asset(content, gzip.compress(content, 9, mtime=0), TYPES[name.rpartition(".")[2]])


def _read(name: str) -> bytes:
    file = resources.files("onrecord.serve").joinpath("static", name)
    if not file.is_file():
        raise KeyError(name)
    return file.read_bytes()


def _vega() -> bytes:
    import vl_convert

    bundle: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub knows no default
    return bundle.encode()


def static(name: str) -> str:
    """Return the address of a static file."""
    return f"/static/{named(name)}"


@router.get("/static/{name}")
def send(name: str, request: Request) -> Response:
    """Send a static file; one whose hash is not the present one is not there."""
    stem, _, kind = name.rpartition(".")
    plain, _, _ = stem.rpartition(".")
    try:
        there = named(f"{plain}.{kind}") == name
    except KeyError:
        there = False
    if not there:
        raise HTTPException(404)
    found = asset(f"{plain}.{kind}")
    headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.compressed, media_type=found.media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(found.content, media_type=found.media_type, headers=headers)
