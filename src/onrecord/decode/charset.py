"""Bytes → text: which encoding, and whether the bytes are text at all.

What the bytes prove comes first (a byte order mark, valid UTF-8), then what is declared (HTTP header, meta element, XML
declaration), then what the letters are likely to be. Servers declare wrong encodings often, so that a declaration that the
bytes contradict is not followed.
"""

from __future__ import annotations

import codecs
import re

from onrecord.model.errors import PageUnreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
# Names under which browsers read a wider encoding than the one named (WHATWG Encoding, https://encoding.spec.whatwg.org/).
_WIDER = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932",
}  # fmt: skip
_LIKELY = ("cp949", "cp1251", "koi8_r", "cp866", "cp1252", "cp1250", "cp1254", "cp932", "gb18030", "utf_16_le", "utf_16_be")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f]")
SAMPLE = 20_000
"""Bytes by which an undeclared encoding is told."""

_CURE = "save it as UTF-8 text"


def text_of(content: bytes, *, name: str, declared: str | None = None) -> str:
    """Return the text that the bytes hold.

    Args:
        content: the bytes.
        name: what to call the page in an error.
        declared: the encoding that a header names.

    Raises:
        PageUnreadable: where the bytes are no text, or no encoding fits.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _checked(content.decode(encoding, "replace").removeprefix("\ufeff"), name)
    try:
        return _checked(content.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        damaged = error
    for stated in (declared, _stated(content)):
        fitting = _tried(content, stated) if stated else None
        if fitting is not None:
            return _checked(fitting, name)
    return _checked(_nearly_utf8(content, damaged) or _guessed(content, name), name)


def _stated(content: bytes) -> str | None:
    match = _XML.search(content[:500]) or _META.search(content[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _tried(content: bytes, encoding: str) -> str | None:
    """Decode as declared; None where there is no such encoding or the bytes contradict it."""
    encoding = encoding.strip().lower()
    try:
        codec = codecs.lookup(_WIDER.get(encoding, encoding))
        if codec.name in ("utf-8", "utf-7") or not getattr(codec, "_is_text_encoding", True):
            return None
        text = content.decode(codec.name, "replace")
    except (LookupError, ValueError, AttributeError, TypeError):
        return None
    return text if _bad(text) <= 0.005 * len(text) else None


def _nearly_utf8(content: bytes, error: UnicodeDecodeError) -> str | None:
    """Decode UTF-8 with a few damaged bytes, such as a letter that was cut in two."""
    text = content.decode("utf-8", "replace")
    whole = sum(byte >= 0xC2 for byte in content[:SAMPLE])
    bad = content[:SAMPLE].decode("utf-8", "replace").count("\ufffd")
    return text if whole >= 20 * max(bad, 1) or (error.start >= len(content) - 3 and whole > 3) else None


def _guessed(content: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE], cp_isolation=list(_LIKELY), threshold=0.35).best()
    if best is None:
        raise PageUnreadable(f"{name}: not text, or text in an unknown encoding", _CURE)
    return content.decode(best.encoding, "replace")


def _bad(text: str) -> int:
    return text.count("\ufffd") + len(_CONTROL.findall(text))


def _checked(text: str, name: str) -> str:
    """Refuse what decodes without being text: control characters are rare in any text."""
    sample = text[:SAMPLE]
    if _bad(sample) > max(4, 0.02 * len(sample)) or (sample and _bad(sample) * 2 > len(sample)):
        raise PageUnreadable(f"{name}: binary data, no text", "give an HTML page, a PDF or a text")
    return text
