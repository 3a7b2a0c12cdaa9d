"""Web archives made of the sample pages, for runs of every kind."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
RECIPE = b"<html><body><h1>Apple cake</h1><p>Stir the butter and the sugar, add three eggs, and bake.</p></body></html>"


def write_archive(path: Path, pages: dict[str, bytes], *, gzip: bool = True) -> Path:
    """Write pages, by name, as responses into a web archive."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=gzip)
        for name, content in pages.items():
            kind = "application/pdf" if name.endswith(".pdf") else "text/html"
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            options = {"WARC-Date": "2026-11-01T10:00:00Z"}
            record = writer.create_warc_record(
                f"https://example.org/{name}", "response", io.BytesIO(content), http_headers=headers, warc_headers_dict=options
            )
            writer.write_record(record)
    return path


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two archives: six sample pages in three languages among pages of another subject."""
    folder = tmp_path_factory.mktemp("crawl")
    pages = {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("0[1-6]*"))}
    names = list(pages)
    for number, some in enumerate((names[:3], names[3:])):
        others = {f"cake-{number}-{n}.html": RECIPE.replace(b"three", str(n).encode()) for n in range(20)}
        write_archive(folder / f"crawl-{number}.warc.gz", others | {name: pages[name] for name in some})
    return folder
