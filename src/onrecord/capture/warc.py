"""A snapshot as one record of a WARC file (ISO 28500): a gzip member that can be written, told and read by itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO

from onrecord.capture import media, members
from onrecord.model import Snapshot

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_ID = "WARC-Payload-Digest"
_MEDIA_TYPE = "OnRecord-Media-Type"
_REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


def copy_without(old: BinaryIO, new: BinaryIO, ids: frozenset[str]) -> int:
    """Copy the members of an archive but those of these snapshots, and return how many were left out."""
    gone = 0
    for member in members.walk(old, 0):
        found = described(member.content)
        if found and found[0] in ids:
            gone += 1
        else:
            new.write(member.content)
    return gone


def written(snapshot: Snapshot, *, revisit: bool) -> bytes:
    """Return a snapshot as one gzip member: a response where it has HTTP headers, a resource otherwise, or a revisit."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    writer: Any = WARCWriter(buffer, gzip=True, warc_version="1.1")
    headers = {
        "WARC-Date": snapshot.captured_at.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        _ID: f"sha256:{snapshot.id}",
        _MEDIA_TYPE: snapshot.media_type,
    }
    http = StatusAndHeaders("200 OK", list(snapshot.headers.items()), protocol="HTTP/1.1") if snapshot.headers else None
    kind = "response" if http else "resource"
    payload = snapshot.content
    if revisit:
        kind, payload = "revisit", b""
        headers["WARC-Profile"] = _REVISIT
        http = http or StatusAndHeaders("200 OK", [], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        snapshot.url,
        kind,
        payload=io.BytesIO(payload),
        length=len(payload),
        warc_content_type="" if http else snapshot.media_type,
        http_headers=http,
        warc_headers_dict=headers,
    )
    writer.write_record(record)
    return buffer.getvalue()


def _record(member: bytes) -> ArcWarcRecord | None:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record: ArcWarcRecord | None = next(iter(ArchiveIterator(io.BytesIO(member))), None)
    except (ArchiveLoadFailed, ValueError, OSError):
        return None
    return record


def described(member: bytes) -> tuple[str, str] | None:
    """Return id and address of a record, or None where it is none of ours (a revisit counts)."""
    record = _record(member)
    digest = record.rec_headers.get_header(_ID, "") if record is not None else ""
    if record is None or not digest.startswith("sha256:"):
        return None
    return digest.removeprefix("sha256:"), record.rec_headers.get_header("WARC-Target-URI", "")


def read(member: bytes) -> Snapshot | None:
    """Return the snapshot of a record, named by the bytes that it holds; None where it is no record."""
    record = _record(member)
    if record is None:
        return None
    content = record.content_stream().read()
    headers = {name.lower(): value for name, value in record.http_headers.headers} if record.http_headers else {}
    when = record.rec_headers.get_header("WARC-Date", "1970-01-01T00:00:00Z").replace("Z", "+00:00")
    kind = record.rec_headers.get_header(_MEDIA_TYPE) or media.of_header(headers.get("content-type", ""))
    return Snapshot(
        hashlib.sha256(content).hexdigest(),
        content,
        record.rec_headers.get_header("WARC-Target-URI", ""),
        kind,
        dt.datetime.fromisoformat(when),
        MappingProxyType(headers),
    )
