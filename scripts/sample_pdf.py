"""Write samples/pages/17-workshop-summary.pdf from scripts/workshop-summary.txt: `python scripts/sample_pdf.py`.

A PDF of one of the fourteen standard fonts needs no library: it is text with a table of offsets (ISO 32000-1, 7.5). Same
text, same bytes.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "workshop-summary.txt"
TARGET = HERE.parent / "samples" / "pages" / "17-workshop-summary.pdf"

WIDTH, HEIGHT, MARGIN = 595, 842, 72  # A4 in points
SIZES = {"heading": 15, "body": 11}
LEADING = 15
COLUMNS = 86  # letters of 11-point Helvetica that fit between the margins


def lines(text: str) -> list[tuple[str, str]]:
    """Return each printed line with its kind; an empty line parts paragraphs."""
    printed: list[tuple[str, str]] = []
    for paragraph in text.strip().split("\n\n"):
        kind = "heading" if paragraph.startswith("# ") else "body"
        printed += [(kind, line) for line in textwrap.wrap(paragraph.removeprefix("# "), COLUMNS)]
        printed.append(("body", ""))
    return printed[:-1]


def content(printed: list[tuple[str, str]]) -> bytes:
    """Return the page's stream of drawing operators."""
    drawn = [b"BT", f"{MARGIN} {HEIGHT - MARGIN} Td {LEADING} TL".encode()]
    for kind, line in printed:
        escaped = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        drawn.append(b"/F1 %d Tf (%s) Tj T*" % (SIZES[kind], escaped))
    return b"\n".join([*drawn, b"ET"])


def pdf(text: str) -> bytes:
    """Return the text as a PDF of one page.

    Raises:
        ValueError: where the text does not fit on the page.
    """
    printed = lines(text)
    if len(printed) * LEADING > HEIGHT - 2 * MARGIN:
        raise ValueError("the text is longer than a page")
    stream = content(printed)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
        % (WIDTH, HEIGHT),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Workshop on Verification and Memory: Chair's Summary) /Author (Seorak Institute for Nuclear Policy)"
        b" /CreationDate (D:20241025090000+09'00') >>",
    ]
    written = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n" % (size, table, size)
        + b"startxref\n%d\n%%%%EOF\n" % len(written)
    )


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else TARGET).write_bytes(pdf(SOURCE.read_text("utf-8")))
